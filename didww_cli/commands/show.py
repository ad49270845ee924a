"""Data on stdout in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, column
from didww_cli.commands.state import State
from didww_cli.output.formats import Cells, Row, delimited, ids, jsonl, tabbed, write_json, write_lines


def show_list(
    state: State,
    records: Iterable[Row],
    columns: Sequence[Column],
    *,
    chosen: bool = False,
    document: Callable[[], Any] | None = None,
) -> None:
    """Show records: as they come where the format allows it, else once all are there.

    ``chosen``: the user named the columns. ``document`` gives the server's own document, for ``jsonapi``.
    """
    screen = state.screen
    cells = Cells(screen.csv_safe, screen.terminal)
    streams: dict[str, Callable[[], Iterator[str]]] = {
        "jsonl": lambda: jsonl(records, state.pick),
        "ids": lambda: ids(records),
        "csv": lambda: delimited(records, columns, cells),
        "tsv": lambda: tabbed(records, columns, cells),
    }
    if state.output in streams:
        write_lines(screen, streams[state.output]())
        _warn_of_formulas(state, cells)
    elif state.output == "json":
        write_json(screen, list(records), state.pick)
    elif state.output == "jsonapi":
        all_records = list(records)
        write_json(screen, document() if document else all_records)
    else:
        _table(state, list(records), columns, chosen)


def _warn_of_formulas(state: State, cells: Cells) -> None:
    if cells.formulas and not cells.safe and state.screen.kept:
        state.notice(f"A spreadsheet would take {cells.formulas:,} of the cells as formulas; --csv-safe quotes them.")


def _table(state: State, records: list[Row], columns: Sequence[Column], chosen: bool) -> None:
    from didww_cli.output.table import list_table

    left_out = list_table(state.screen, records, columns, chosen=chosen)
    if left_out:
        state.notice(f"No room for: {', '.join(left_out)}. Choose columns with -c, or widen the terminal.")


def show_one(state: State, resource: Resource, record: Row, document: Any, columns: Sequence[Column] | None) -> None:
    """Show one record: an object in JSON, names and values in a table."""
    if state.output == "json":
        write_json(state.screen, record, state.pick)
    elif state.output == "table" and columns is None:
        from didww_cli.output.table import detail_table

        detail_table(state.screen, resource, record)
    else:
        shown = columns or default_columns(resource)
        show_list(state, [record], shown, chosen=columns is not None, document=lambda: document)


def default_columns(resource: Resource) -> list[Column]:
    """The columns of a resource's table."""
    return [column(resource, path) for path in resource.columns]


def split_names(texts: Iterable[str] | None) -> list[str]:
    """Names from options that may be repeated and take commas, each once."""
    names = [name.strip() for text in texts or () for name in text.split(",")]
    return list(dict.fromkeys(name for name in names if name))
