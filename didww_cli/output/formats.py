"""Records in the format that was asked for, written while they arrive where the format allows it."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from didww_cli.catalog.paths import Column, read
from didww_cli.masking import SECRETS
from didww_cli.output.text import in_a_line, raw_cell, to_json, visible, visible_lines, whole

Row = dict[str, Any]
Pick = Callable[[Any], Any]

STREAMED = frozenset({"jsonl", "csv", "tsv", "ids"})
MACHINE = frozenset({"json", "jsonl", "jsonapi"})
HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates but those that stand for bytes of the command line (file names), which are written as they came."""

FORMULA = re.compile(r"[=+\-@\t\r\n]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Screen:
    """Where data goes. ``terminal``: whether a person reads it; ``width`` in columns, None where nothing is cut."""

    stream: TextIO
    terminal: bool = False
    width: int | None = None
    colour: bool = False
    show_secrets: bool = False

    csv_safe: bool = False

    def line(self, text: str) -> None:
        """A line of output, or several. On a terminal nothing in it is executed, and no secret of this run shown."""
        self.stream.write((self.on_terminal(text) if self.terminal else HALVES.sub("\ufffd", text)) + "\n")

    @property
    def kept(self) -> bool:
        """Whether the output is seen or kept as it is: on a terminal or in a file, not in a pipe."""
        try:
            return self.terminal or stat.S_ISREG(os.fstat(self.stream.fileno()).st_mode)
        except (OSError, ValueError):
            return False

    def styled(self, text: str) -> None:
        """A line that is safe already and may hold colours."""
        self.stream.write(text + "\n")

    def on_terminal(self, text: str) -> str:
        """A text as a person may see it."""
        return visible_lines(text if self.show_secrets else SECRETS.hidden(text))


def write_json(screen: Screen, value: Any, pick: Pick | None = None) -> None:
    """One JSON document."""
    screen.line(to_json(pick(value) if pick else value, indent=2))


def write_array(screen: Screen, items: Iterable[Any]) -> None:
    """A JSON array as ``write_json`` writes it, an item at a time."""
    parted = "[\n  "
    for item in items:
        screen.stream.write(parted + to_json(item, indent=2).replace("\n", "\n  "))
        parted = ",\n  "
    screen.line("[]" if parted.startswith("[") else "\n]")


def write_lines(screen: Screen, lines: Iterable[str]) -> None:
    """Lines, each flushed, so that a reader sees them as they come."""
    for line in lines:
        screen.line(line)
    screen.stream.flush()


def jsonl(records: Iterable[Row], pick: Pick | None = None) -> Iterator[str]:
    """A compact JSON object a line."""
    for record in records:
        yield to_json(pick(record) if pick else record)


def ids(records: Iterable[Row]) -> Iterator[str]:
    """An id a line."""
    for record in records:
        yield in_a_line(str(record.get("id")))


@dataclass(slots=True)
class Cells:
    """The cells of CSV and TSV. ``formulas`` counts those that a spreadsheet would run; ``safe``: they are quoted.

    A plain number (``-5.00``, ``+12025550100``) is none, however it begins. On a ``terminal`` control characters are
    visible.
    """

    safe: bool = False
    terminal: bool = False
    formulas: int = 0

    def __call__(self, record: Row, columns: Sequence[Column]) -> list[str]:
        return [self._cell(raw_cell(read(record, (*column.steps, *column.rest)))) for column in columns]

    def _cell(self, text: str) -> str:
        written = visible(text) if self.terminal else whole(text)
        if not FORMULA.match(text) or NUMBER.fullmatch(text):
            return written
        self.formulas += 1
        return f"'{written}" if self.safe else written


def delimited(records: Iterable[Row], columns: Sequence[Column], cells: Cells) -> Iterator[str]:
    """CSV: a header and rows. Values stand as the server sent them."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")

    def line(values: list[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(values)
        return buffer.getvalue()[:-1]

    yield line([column.path for column in columns])
    for record in records:
        yield line(cells(record, columns))


def tabbed(records: Iterable[Row], columns: Sequence[Column], cells: Cells) -> Iterator[str]:
    """TSV without a header. Tabs and line ends inside a value are written ``\\t`` and ``\\n``: a row is a line."""
    for record in records:
        yield "\t".join(in_a_line(cell) for cell in cells(record, columns))


def compiled_query(expression: str) -> Pick:
    """The function that picks what a JMESPath expression names; UsageError where it is not one."""
    import jmespath
    import jmespath.exceptions

    from didww_cli.errors import UsageError

    try:
        compiled = jmespath.compile(expression)
    except (jmespath.exceptions.JMESPathError, ValueError, RecursionError) as error:
        raise UsageError(f"--query {expression!r} is not JMESPath: {error}", "See jmespath.org.") from None

    def pick(value: Any) -> Any:
        try:
            return compiled.search(value)
        except (jmespath.exceptions.JMESPathError, ValueError, TypeError, RecursionError) as error:
            raise UsageError(f"--query {expression!r} does not fit the data: {error}") from None

    return pick
