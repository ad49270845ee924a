"""Records in the format that was asked for, written while they arrive where the format allows it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from didww_cli.catalog.paths import Column, read
from didww_cli.output.text import raw_cell, to_json, visible

Row = dict[str, Any]
Pick = Callable[[Any], Any]

STREAMED = frozenset({"jsonl", "csv", "tsv", "ids"})
MACHINE = frozenset({"json", "jsonl", "jsonapi"})


@dataclass(frozen=True, slots=True)
class Screen:
    """Where data goes. ``terminal``: whether a person reads it; ``width`` in columns, None where nothing is cut."""

    stream: TextIO
    terminal: bool = False
    width: int | None = None
    colour: bool = False
    show_secrets: bool = False

    def line(self, text: str) -> None:
        """One line of output."""
        self.stream.write(text + "\n")


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
        yield visible(str(record.get("id")))


def delimited(records: Iterable[Row], columns: Sequence[Column], screen: Screen) -> Iterator[str]:
    """CSV: a header and rows. Values stand as the server sent them; on a terminal control characters are visible."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")

    def line(cells: list[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([visible(cell) for cell in cells] if screen.terminal else cells)
        return buffer.getvalue()[:-1]

    yield line([column.path for column in columns])
    for record in records:
        yield line(_cells(record, columns))


def tabbed(records: Iterable[Row], columns: Sequence[Column]) -> Iterator[str]:
    """TSV without a header. Tabs and line ends inside a value are written ``\\t`` and ``\\n``: a row is a line."""
    for record in records:
        yield "\t".join(visible(cell) for cell in _cells(record, columns))


def _cells(record: Row, columns: Sequence[Column]) -> list[str]:
    return [raw_cell(read(record, (*column.steps, *column.rest))) for column in columns]


def compiled_query(expression: str) -> Pick:
    """The function that picks what a JMESPath expression names; UsageError where it is not one."""
    import jmespath
    import jmespath.exceptions

    from didww_cli.errors import UsageError

    try:
        compiled = jmespath.compile(expression)
    except jmespath.exceptions.JMESPathError as error:
        raise UsageError(f"--query {expression!r} is not JMESPath: {error}", "See jmespath.org.") from None

    def pick(value: Any) -> Any:
        try:
            return compiled.search(value)
        except jmespath.exceptions.JMESPathError as error:
            raise UsageError(f"--query {expression!r} does not fit the data: {error}") from None

    return pick
