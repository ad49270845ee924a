"""CSV and TSV: values as the server sent them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from didww_cli.catalog.links import reference
from didww_cli.catalog.paths import Column, read
from didww_cli.output.screen import Row
from didww_cli.output.text import in_a_line, raw_cell, visible, whole
from didww_cli.plain_data import dataclass

Line = Callable[[Iterable[str]], str]

FORMULA = re.compile(r"[=+\-@\t\r\n]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


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
        return [self._cell(self._raw(column, read(record, (*column.steps, *column.rest)))) for column in columns]

    def _raw(self, column: Column, value: Any) -> str:
        """What is linked and can be written is called as it is taken back; all else as the server sent it."""
        link = column.links
        if not value or link is None or column.steps or not (link.create or link.update):
            return raw_cell(value)
        linked = value if isinstance(value, list) else [value]
        return ",".join(reference(one, many=link.many) if isinstance(one, dict) else raw_cell(one) for one in linked)

    def _cell(self, text: str) -> str:
        written = visible(text) if self.terminal else whole(text)
        if not FORMULA.match(text) or NUMBER.fullmatch(text):
            return written
        self.formulas += 1
        return f"'{written}" if self.safe else written


def delimited(
    records: Iterable[Row], columns: Sequence[Column], cells: Cells, line: Line, *, header: bool
) -> Iterator[str]:
    """The paths of the columns where there is a header, and a line for each record."""
    if header:
        yield line([column.path for column in columns])
    for record in records:
        yield line(cells(record, columns))


def comma_separated(values: Iterable[str]) -> str:
    """A line of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(values)
    return buffer.getvalue()[:-1]


def tab_separated(values: Iterable[str]) -> str:
    """A line of TSV. Tabs and line ends inside a value are written ``\\t`` and ``\\n``: a row is a line."""
    return "\t".join(map(in_a_line, values))
