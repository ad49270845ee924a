"""Files of exports on their way to their place: options, checks, progress, standard output."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError
from didww_cli.output.text import visible

if TYPE_CHECKING:
    from didww_cli.output.progress import Progress

SHOWN_EVERY = 0.1
"""Seconds between two updates of the progress line."""

LONGEST_LINE = 64 * 1024
"""Bytes of a line that are kept until it ends."""


def file_options() -> list[Any]:
    """``--gunzip`` and ``--force``."""
    return [
        option(
            "--gunzip",
            type=bool,
            help="Unpack it; done by itself for a FILE that ends in .csv. "
            "What inflates to more than 256 MB and 100 times its size is refused.",
        ),
        option("--force", type=bool, help="Replace a FILE that exists."),
    ]


def check_place(state: State, target: str | None, gunzip: bool, force: bool) -> None:
    """UsageError where the file cannot go there, before anything is sent."""
    from didww_cli.workflows.exports.targets import check_target

    if target is None:
        if gunzip or force:
            raise UsageError(f"{'--gunzip' if gunzip else '--force'} needs --download FILE.")
    elif target != "-":
        check_target(Path(target), force=force)
    elif state.screen.terminal and not gunzip:
        raise UsageError("The file is gzip, which no terminal shows.", "Add --gunzip, or name a file.")


def save(state: State, documents: Sequence[dict[str, Any]], target: str, *, gunzip: bool, force: bool) -> None:
    """Download the files of some exports, in their order, into one: CSV where it is called so or ``gunzip`` is set."""
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.exports.asking import fetch
    from didww_cli.workflows.exports.targets import StreamSink, whole_file

    exports = [record for document in documents for record in records(document, {})]
    unpack = gunzip or target.lower().endswith(".csv")
    if target == "-" and state.screen.terminal:
        shown = StreamSink(TerminalText(state))
        fetch(state.client, exports, shown, unpack=unpack)
        shown.finish()
        return
    with state.progress() as progress:
        if target == "-":
            stream = StreamSink(sys.stdout.buffer)
            fetch(state.client, exports, stream, unpack=unpack, counted=counter(progress))
            stream.finish()
            return
        with whole_file(Path(target), force=force) as sink:
            fetch(state.client, exports, sink, unpack=unpack, counted=counter(progress))
    state.notice(f"Saved {target} ({Path(target).stat().st_size:,} bytes).")


def counter(progress: Progress) -> Callable[[int, int | None], None]:
    """Shows the bytes received so far, a few times a second."""
    last = 0.0

    def show(received: int, total: int | None) -> None:
        nonlocal last
        if time.monotonic() - last >= SHOWN_EVERY:
            last = time.monotonic()
            whole = f" of {total / 1e6:.1f}" if total else ""
            progress.update(f"{received / 1e6:.1f}{whole} MB")

    return show


class TerminalText:
    """Bytes as text on a terminal, control characters visible: call records hold names that callers chose."""

    def __init__(self, state: State) -> None:
        self._screen = state.screen
        self._rest = b""

    def write(self, data: bytes) -> None:
        """Show the lines that are whole, and what is too long for one."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            lines, self._rest = [*lines, self._rest], b""
        for line in lines:
            self._screen.line(visible(line.removesuffix(b"\r").decode("utf-8", "replace")))

    def flush(self) -> None:
        """Show what is left."""
        if self._rest:
            self.write(b"\n")
        self._screen.stream.flush()
