"""The records of work in bulk on stdout: what becomes of the output never stops the work."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import Column, with_reckoned
from didww_cli.commands.show import show_list
from didww_cli.commands.state import State
from didww_cli.errors import DidwwError

if TYPE_CHECKING:
    from didww_cli.workflows.bulk.run import Ended


@dataclass(slots=True)
class Shown:
    """What came of the output. ``columns``: its columns; ``changed``: of what was changed alone.

    ``worked``: whether the work itself failed; ``failure``: why the output is not whole.
    """

    columns: Sequence[Column]
    changed: bool = False
    worked: bool = True
    failure: DidwwError | None = None


def show_records(state: State, ended: Iterator[Ended], shown: Shown, *, records: bool) -> None:
    """Show the records as they are when their rows have ended; all rows end, whatever becomes of the output."""
    documents: list[Any] = []
    passing = _passing(state, ended, documents, shown)
    try:
        if records:
            show_list(state, passing, shown.columns, document=lambda: {"data": [data for data in documents if data]})
            state.screen.stream.flush()
    except OSError as error:
        if not shown.worked:
            raise
        if not isinstance(error, BrokenPipeError):
            shown.failure = DidwwError(f"Standard output cannot be written: {error.strerror}.", "The work is done.")
        left = error.errno in (errno.EPIPE, errno.ESHUTDOWN)
        _give_up(state, "its reader has gone" if left else str(error.strerror))
    except DidwwError as error:
        if not shown.worked:
            raise
        shown.failure = error
    for _ in passing:
        pass


def _give_up(state: State, reason: str) -> None:
    """Point stdout at nothing, so that what is still in its buffer does no harm at the end."""
    tell(state, f"Nothing more is written to standard output ({reason}); the work goes on.")
    with suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def tell(state: State, text: str) -> None:
    """A notice; where it cannot be written the work goes on as well."""
    with suppress(OSError):
        state.notice(text)


def _passing(state: State, ended: Iterator[Ended], documents: list[Any], shown: Shown) -> Iterator[dict[str, Any]]:
    """The records to show, with no more in them than the format needs of what it must hold until the end."""
    heads = {column.path.partition(".")[0] for column in shown.columns}
    tabular = not state.output.machine
    try:
        for one in ended:
            if state.output is Format.JSONAPI and one.document:
                documents.append(one.document.get("data"))
            if not one.record or (shown.changed and not one.step.request):
                continue
            record = with_reckoned({**one.record, **one.step.named}, shown.columns) if tabular else one.record
            yield {name: record[name] for name in ("id", *heads) if name in record} if tabular else record
    except BaseException:
        shown.worked = False
        raise
