"""What was summed up, on stdout: ordered, bounded, and as a table with bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from didww_cli.catalog.cdr import Key
from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import Column, near
from didww_cli.commands.show import show_list, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError
from didww_cli.output.screen import Row

Group = TypeVar("Group")
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
        option("--sort", "-s", "sorts", multiple=True, metavar="[-]FIELD[,...]", help=f"Order: by a key {measured}."),
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


def usual_order(keys: Sequence[Key], measures: Measures) -> list[str]:
    """Times in their order, several keys in theirs; else the most first."""
    names = [key.name for key in keys]
    return names if len(keys) > 1 or any(key.part for key in keys) else [f"-{measures.parts[0]}", *names]


def show_groups(
    state: State,
    keys: Sequence[str],
    measures: Measures,
    order: Order,
    groups: Iterable[Group],
    record: Callable[[Group], Row],
    reader: Callable[[str], Callable[[Group], Any]],
    total: Row,
) -> None:
    """Show groups by their records, and in a table what all of them come to; without keys the total alone.

    ``reader``: what reads one member of a record, by which groups are ordered. Records are made when they are shown:
    there may be a million.
    """
    found = _ordered(groups, order.fields, reader) if keys else []
    shown = found[: order.limit]
    columns = [Column(name, (), (name,), ()) for name in (*keys, *measures.shown)]
    records = map(record, shown) if keys else iter([total])
    if state.output is not Format.TABLE:
        show_list(state, map(_plain, records), columns)
    elif rows := list(records):
        _show_table(state, keys, measures, order, rows, total)
    if len(shown) < len(found):
        state.notice(f"{len(shown):,} of {len(found):,}")


def _ordered(
    groups: Iterable[Group], fields: Sequence[str], reader: Callable[[str], Callable[[Group], Any]]
) -> list[Group]:
    """Groups in the order of some fields, ``-`` before one for descending; those without a value come last."""
    found = list(groups)
    for field in reversed(fields):
        of = reader(field.removeprefix("-"))
        unknown = [group for group in found if of(group) is None]
        known = [group for group in found if of(group) is not None] if unknown else found
        known.sort(key=of, reverse=field.startswith("-"))
        found = known + unknown if unknown else known
    return found


def _plain(record: Row) -> Row:
    """Money as text, digit for digit."""
    from decimal import Decimal

    return {name: f"{value:f}" if isinstance(value, Decimal) else value for name, value in record.items()}


def _show_table(
    state: State, keys: Sequence[str], measures: Measures, order: Order, shown: Sequence[Row], total: Row
) -> None:
    """The total in the end; bars of what the rows are ordered by, where that adds up."""
    from didww_cli.output.table import bar_table

    lines = [[*(str(record[key]) or "-" for key in keys), *_numbers(measures, record)] for record in shown]
    if keys:
        lines.append(["total", *[""] * (len(keys) - 1), *_numbers(measures, total)])
    titles = [name.upper() for name in (*keys, *measures.shown)]
    first = order.fields[0].removeprefix("-") if order.fields else ""
    part = first if first in measures.parts else measures.parts[0]
    most = max((record[part] or 0 for record in shown), default=0)
    bars = [float((record[part] or 0) / most) if most and keys else 0.0 for record in shown]
    bar_table(state.screen, titles, lines, [*bars, 0.0] if keys else bars, texts=len(keys))


def _numbers(measures: Measures, record: Row) -> list[str]:
    return ["-" if record[name] is None else shown(record[name]) for name, shown in measures.shown.items()]
