"""Tables for people. The one home of rich."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len

from didww_cli.catalog.model import Attribute, Resource
from didww_cli.catalog.paths import Column, read
from didww_cli.output.formats import Row, Screen
from didww_cli.output.text import table_cell, visible

GAP = 2
FEWEST_COLUMNS = 2


def titles_of(columns: Sequence[Column]) -> list[str]:
    """The headings of columns: the last word of each path, the whole path where two would share it."""
    last = [column.path.rpartition(".")[2] for column in columns]
    words = [column.path if last.count(word) > 1 else word for column, word in zip(columns, last, strict=True)]
    return [word.replace("_", " ").replace(".", " ").upper() for word in words]


def list_table(screen: Screen, records: Iterable[Row], columns: Sequence[Column], *, chosen: bool) -> list[str]:
    """Write a table of records. Returns the columns left out for lack of width; none are where the user chose them."""
    rows = [[cell(screen, record, column) for column in columns] for record in records]
    titles = titles_of(columns)
    widths = [max(map(cell_len, [title, *(row[at] for row in rows)])) for at, title in enumerate(titles)]
    kept = len(columns)
    if screen.width and not chosen:
        while kept > FEWEST_COLUMNS and sum(widths[:kept]) + GAP * (kept - 1) > screen.width:
            kept -= 1
    grid(screen, titles[:kept], [row[:kept] for row in rows])
    return [column.path for column in columns[kept:]]


def cell(screen: Screen, record: Row, column: Column) -> str:
    """One cell."""
    value = read(record, (*column.steps, *column.rest))
    return table_cell(value, column.attribute, local_times=screen.terminal, show_secrets=screen.show_secrets)


def detail_table(screen: Screen, resource: Resource, record: Row) -> None:
    """Write one record as names and values, all that the server sent, members of objects on lines of their own."""
    rows = []
    for name, value in _lines(record):
        attribute = _attribute(resource, name)
        text = table_cell(value, attribute, local_times=screen.terminal, show_secrets=screen.show_secrets)
        rows.append([visible(name), text])
    grid(screen, [], rows)


def _lines(record: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, Mapping) and isinstance(value.get("attributes"), Mapping) and "id" not in value:
            yield f"{name}.type", value.get("type")
            for inner, member in value["attributes"].items():
                yield f"{name}.{inner}", member
        elif isinstance(value, Mapping) and "id" not in value:
            for inner, member in value.items():
                yield f"{name}.{inner}", member
        else:
            yield name, value


def _attribute(resource: Resource, name: str) -> Attribute | None:
    head, _, rest = name.partition(".")
    attribute = resource.attribute(head)
    if attribute is None or not rest:
        return attribute
    return next((found for variant in attribute.variants if (found := variant.attribute(rest))), None)


def grid(screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows below titles, in columns; long cells are folded on a terminal, and never cut."""
    titles, rows = _safe(screen, [titles])[0], _safe(screen, rows)
    lines = [*([titles] if titles else []), *rows]
    if screen.width is None:
        widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
        for line in lines:
            padded = (text + " " * (width - cell_len(text)) for text, width in zip(line, widths, strict=True))
            screen.line((" " * GAP).join(padded).rstrip(" "))
    else:
        _folded(screen, screen.width, titles, rows)


def _safe(screen: Screen, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cells that nothing executes; on a terminal without this run's secrets, which folding would break apart."""
    return [[screen.on_terminal(text) if screen.terminal else text for text in map(visible, row)] for row in rows]


def _folded(screen: Screen, width: int, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=bool(titles), padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for at in range(len(titles) or max((len(row) for row in rows), default=1)):
        table.add_column(Text(titles[at] if titles else ""), overflow="fold")
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(table, soft_wrap=False)
    for line in buffer.getvalue().splitlines():
        screen.styled(line.rstrip())
