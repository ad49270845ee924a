"""The table of formats: which writer each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column
from didww_cli.catalog.telling import Telling, telling
from didww_cli.output.cells import details, rows_of, safe, titles_of
from didww_cli.output.delimited import Cells, Line, comma_separated, delimited, tab_separated
from didww_cli.output.markdown import markdown
from didww_cli.output.screen import Pick, Row, Screen, write_json, write_lines, write_whole_array
from didww_cli.output.text import NOTHING, in_a_line, to_json
from didww_cli.plain_data import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """Records to show. ``chosen``: whether the user named the columns, None where that cannot be.

    ``document`` gives the server's own document. ``single``: the resource of a record that is shown as itself and not
    as a list of one.
    """

    records: Iterable[Row]
    columns: Sequence[Column]
    chosen: bool | None = None
    document: Callable[[], Any] | None = None
    single: Resource | None = None
    pick: Pick | None = None


def _table(screen: Screen, shown: Shown) -> str | None:
    """As wide as the terminal; the columns for which there was no room are told."""
    from didww_cli.output.table import Heading, list_table, pairs

    if shown.single and not shown.chosen:
        pairs(screen, _details(screen, shown.single, shown))
        return None
    rows = list(rows_of(screen, shown.records, shown.columns))
    if not rows:
        return None
    headings = [
        Heading(title, one.path, _telling(shown, one, cells))
        for title, one, cells in zip(titles_of(shown.columns), shown.columns, zip(*rows, strict=True), strict=True)
    ]
    names = ", ".join(list_table(screen, headings, rows))
    hint = "choose with -c" if shown.chosen is not None else f"-o {Format.JSON} has all"
    return names and f"No room for: {names} ({hint})."


def _telling(shown: Shown, column: Column, cells: Iterable[str]) -> Telling:
    """How telling a column of some cells is; one that was asked for is always needed."""
    if shown.chosen or column.asked:
        return Telling.NEEDED
    return telling(column) if any(text != NOTHING for text in cells) else Telling.EMPTY


def _markdown(screen: Screen, shown: Shown) -> None:
    """The same columns as the table's, all of them."""
    titles, rows = titles_of(shown.columns), rows_of(screen, shown.records, shown.columns)
    if shown.single and not shown.chosen:
        titles, rows = ["NAME", "VALUE"], iter(_details(screen, shown.single, shown))
    write_lines(screen, markdown(titles, ([safe(screen, text) for text in row] for row in rows)))


def _details(screen: Screen, resource: Resource, shown: Shown) -> list[list[str]]:
    return [row for record in shown.records for row in details(screen, resource, record, shown.columns)]


def _json(screen: Screen, shown: Shown) -> None:
    """An array, or the one record as an object."""
    if shown.single or shown.pick:
        records = list(shown.records)
        write_json(screen, records[0] if shown.single else records, shown.pick)
    else:
        write_whole_array(screen, shown.records)


def _jsonl(screen: Screen, shown: Shown) -> None:
    """A compact JSON object a line."""
    write_lines(screen, (to_json(shown.pick(record) if shown.pick else record) for record in shown.records))


def _jsonapi(screen: Screen, shown: Shown) -> None:
    """The server's document, which is whole when all records have come."""
    records = list(shown.records)
    write_json(screen, shown.document() if shown.document else records)


def _ids(screen: Screen, shown: Shown) -> None:
    """An id a line."""
    write_lines(screen, (in_a_line(str(record.get("id"))) for record in shown.records))


def _delimited(form: Format, line: Line, screen: Screen, shown: Shown) -> str | None:
    """A line for each record; cells that a spreadsheet would run are told where they are kept."""
    cells = Cells(screen.csv_safe, screen.terminal)
    write_lines(screen, delimited(shown.records, shown.columns, cells, line, header=form.header and screen.header))
    if cells.safe or not cells.formulas or not screen.kept:
        return None
    return f"A spreadsheet would take {cells.formulas:,} of the cells as formulas; --csv-safe quotes them."


Writer = Callable[[Screen, Shown], str | None]
"""Writes records and returns what the user is to be told of it, if anything."""

WRITERS: Mapping[Format, Writer] = {
    Format.TABLE: _table,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.CSV: partial(_delimited, Format.CSV, comma_separated),
    Format.TSV: partial(_delimited, Format.TSV, tab_separated),
    Format.MARKDOWN: _markdown,
    Format.IDS: _ids,
    Format.JSONAPI: _jsonapi,
}
