"""``didww history summary``: what happened to DIDs, counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from didww_cli.catalog.cdr import HISTORY_FROM, HISTORY_KEYS, HISTORY_TO
from didww_cli.catalog.model import Resource
from didww_cli.commands.cdr.showing import FORMATS, Measures, group_options, order_of, show_groups, usual_order
from didww_cli.commands.show import split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.listing import asked_for, list_options, plural
from didww_cli.errors import UsageError

MEASURES = Measures({"entries": "{:,}".format}, parts=("entries",))


def history_summary(resource: Resource) -> Command:
    """``summary`` of the history."""
    params = [
        *group_options({key.name: key.help for key in HISTORY_KEYS}, measured="or by entries; - before it reverses"),
        option("--from", "begin", metavar="TIME", help="First moment: a date, a time, yesterday, last-month."),
        option("--to", "end", metavar="TIME", help="First moment that no longer counts."),
        next(one for one in list_options() if one.name == "filters"),
    ]
    return Command(
        "summary",
        lambda state, **values: _run(state, resource, **values),
        help=f"Count {plural(resource)}: all, or by what they hold.",
        params=params,
        examples=["didww history summary --by action", "didww history summary --by day,method --from 7d -o json"],
    )


def _run(
    state: State,
    resource: Resource,
    *,
    by: Sequence[str],
    sorts: Sequence[str],
    limit: int | None,
    begin: str | None,
    end: str | None,
    filters: Sequence[str],
) -> None:
    from didww_cli.workflows.cdr.columns import keys_of
    from didww_cli.workflows.cdr.entries import count_entries
    from didww_cli.workflows.reading.filters import sent_filters
    from didww_cli.workflows.reading.listing import Reader
    from didww_cli.workflows.reading.times import as_filter

    state.check()
    state.only("A summary is shown", *FORMATS)
    names = split_names(by)
    keys = keys_of(names, HISTORY_KEYS)
    order = order_of(names, MEASURES, sorts or usual_order(keys, MEASURES), limit)
    moments = _period(begin, end, filters)
    conditions = [*filters, *(f"{name}={as_filter(moment)}" for name, moment in moments.items())]
    time = next(key.columns[0] for key in HISTORY_KEYS if key.part)
    listing = asked_for(resource, state, filters=conditions, columns=[time, *(key.columns[0] for key in keys)])
    sent = sent_filters(state.client, resource, listing.conditions, state.notice)
    reader = Reader(state.client, resource, listing, sent)
    found = count_entries(
        state.progress().counting(reader.records(), plural(resource)), keys, moments.get(HISTORY_TO), time
    )
    if not found:
        state.notice(f"No {plural(resource)} match.")

    def record(group: tuple[str, ...]) -> dict[str, Any]:
        return {**dict(zip(names, group, strict=True)), MEASURES.parts[0]: found[group]}

    def reads(name: str) -> Callable[[tuple[str, ...]], Any]:
        return lambda group: record(group)[name]

    show_groups(state, names, MEASURES, order, found, record, reads, {MEASURES.parts[0]: found.total()})


def _period(begin: str | None, end: str | None, filters: Sequence[str]) -> dict[str, datetime]:
    """The filters of a period; UsageError where it is empty, or where they are given as such too."""
    from didww_cli.workflows.reading.times import parse_time

    found = {name: parse_time(text) for name, text in ((HISTORY_FROM, begin), (HISTORY_TO, end)) if text}
    for text in filters:
        if (name := text.partition("=")[0].strip()) in found:
            raise UsageError(f"--filter {name} is what {'--from' if name == HISTORY_FROM else '--to'} is.", "Give one.")
    if len(found) > 1 and found[HISTORY_FROM] >= found[HISTORY_TO]:
        raise UsageError("The period is empty: --to is the first moment that no longer counts, and not after --from.")
    return found
