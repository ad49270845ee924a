"""What was summed up, on stdout: ordered, bounded, and as a table with bars."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import Column, near
from didww_cli.commands.show import show_list, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError
from didww_cli.output.screen import Row

FORMATS = (Format.TABLE, Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.MARKDOWN)


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted of each group, and how a table shows it. ``parts``: what adds up, the usual first."""

    shown: Mapping[str, Callable[[Any], str]]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of groups, and how many there are at most."""

    fields: tuple[str, ...]
    limit: int | None


def group_options(keys: Mapping[str, str], *, measured: str) -> list[Any]:
    """``--by``, ``--sort`` and ``--limit``. ``keys``: what there is to group by, and what it is."""
    told = "; ".join(f"{name}, {what}" for name, what in keys.items())
    return [
        option("--by", "by", multiple=True, metavar="KEY[,KEY]", help=f"One row for each: {told}."),
        option("--sort", "-s", "sorts", multiple=True, metavar="[-]FIELD[,...]", help=f"Order: by a key, {measured}."),
        option("--limit", "-n", type=int, metavar="N", help="At most so many rows; the total is of all."),
    ]


def order_of(keys: Sequence[str], measures: Measures, sorts: Sequence[str] | None, limit: int | None) -> Order:
    """The order that is asked for; UsageError where a field is none. Without it the most come first."""
    if limit is not None and limit < 1:
        raise UsageError("--limit must be at least 1.")
    known = (*keys, *measures.shown)
    fields = split_names(sorts)
    for field in fields:
        if field.removeprefix("-") not in known:
            raise UsageError(
                f"--sort {field!r} is not in the summary.{near(field.removeprefix('-'), known)}",
                f"Known: {', '.join(known)}.",
            )
    return Order(tuple(fields), limit)


def show_groups(
    state: State, keys: Sequence[str], measures: Measures, order: Order, records: list[Row], total: Row
) -> None:
    """Show groups of records, and in a table what all of them come to; without keys the total alone."""
    from didww_cli.workflows.reading.listing import sort_records

    found = sort_records(records, order.fields) if keys else [total]
    shown = found[: order.limit]
    columns = [Column(name, (), (name,), ()) for name in (*keys, *measures.shown)]
    if state.output is not Format.TABLE:
        show_list(state, [_plain(record) for record in shown], columns)
    elif shown:
        _show_table(state, keys, measures, order, shown, total)
    if len(shown) < len(found):
        state.notice(f"{len(shown):,} of {len(found):,}")


def _plain(record: Row) -> Row:
    """Money as text, digit for digit."""
    from decimal import Decimal

    return {name: f"{value:f}" if isinstance(value, Decimal) else value for name, value in record.items()}


def _show_table(
    state: State, keys: Sequence[str], measures: Measures, order: Order, shown: Sequence[Row], total: Row
) -> None:
    """Numbers right-aligned; bars of what the rows are ordered by, where that adds up."""
    from didww_cli.output.table import bar_table

    lines = [[*(str(record[key]) or "-" for key in keys), *_numbers(measures, record)] for record in shown]
    if keys:
        lines.append(["total", *[""] * (len(keys) - 1), *_numbers(measures, total)])
    titles = [name.upper() for name in (*keys, *measures.shown)]
    for at in range(len(keys), len(titles)):
        width = max(len(line[at]) for line in [titles, *lines])
        titles[at] = titles[at].rjust(width)
        for line in lines:
            line[at] = line[at].rjust(width)
    first = order.fields[0].removeprefix("-") if order.fields else ""
    part = first if first in measures.parts else measures.parts[0]
    most = max((record[part] or 0 for record in shown), default=0)
    bars = [float((record[part] or 0) / most) if most and keys else 0.0 for record in shown]
    bar_table(state.screen, titles, lines, [*bars, 0.0] if keys else bars)


def _numbers(measures: Measures, record: Row) -> list[str]:
    return ["-" if record[name] is None else shown(record[name]) for name, shown in measures.shown.items()]
