"""Exports under way: waiting for all of them, and the command that goes on after a stop."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from didww_cli.commands.exports.saving import file_options
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.commands.waiting import wait_options
from didww_cli.errors import CheckFailed, DidwwError, NotFound, UsageError
from didww_cli.output.messages import say
from didww_cli.output.text import visible

EXAMPLE = "calls.csv"
"""A file to download into, where none was named."""


def download_options() -> list[Any]:
    """The options of ``exports download``."""
    return [
        option("--to", "target", required=True, metavar="FILE", help="Where to; - is standard output."),
        *file_options(),
        *wait_options("Wait until the exports are completed."),
    ]


def download_again(
    state: State, documents: Sequence[dict[str, Any]], target: str | None, *, gunzip: bool, force: bool
) -> str:
    """The command line that waits for some exports and downloads them into one file, on the same account."""
    from didww_cli.commands.typed import command_line
    from didww_cli.workflows.reading.references import given_id

    found = [str(document["data"]["id"]) for document in documents]
    refs = " ".join(one if given_id(one) else f"id:{one}" for one in found)
    values = {"target": target or EXAMPLE, "gunzip": gunzip, "force": force, "wait": True, "wait_timeout": None}
    as_typed = State(state.options, command=f"didww exports download {refs}")
    return command_line(as_typed, download_options(), values)


@contextlib.contextmanager
def going_on(command: str, *, failures: bool = True) -> Iterator[str]:
    """Tell the command that goes on where the block is interrupted, or fails (``failures``) in a way that may pass."""
    try:
        yield command
    except (CheckFailed, NotFound, UsageError):
        raise
    except DidwwError as error:
        if failures:
            add_way_on(error, command)
        raise
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. Go on with: {command}")
        raise


def add_way_on(error: DidwwError, command: str) -> None:
    """Let a failure name the command that goes on, unless it does."""
    if command not in error.hint:
        error.hint = f"{error.hint}\nGo on with: {command}".strip()


def wait_for_all(
    state: State, documents: Sequence[dict[str, Any]], timeout: float, command: str
) -> list[dict[str, Any]]:
    """The exports once all of them are completed; ``timeout`` in seconds is for all together."""
    from didww_cli.workflows.exports.waiting import completed

    found = [str(document["data"]["id"]) for document in documents]
    with state.progress() as progress:

        def told(at: int, record: dict[str, Any], waited: float) -> None:
            progress.update(f"Export {at + 1} of {len(found)}: {visible(str(record.get('status')))}, {waited:.0f} s")

        return completed(state.client, found, timeout=timeout, progress=told, go_on=command)
