"""Which records a command works on, by REF or filter, and doing something to each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.given import references
from didww_cli.commands.show import tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError


def selection(resource: Resource) -> list[Any]:
    """REFs, or ``--filter`` for all that match."""
    refs = references(f"Which ones: by {', '.join([*resource.lookup, 'id'])}.", required=False)
    many = option(
        "--filter", "-f", "filters", multiple=True, metavar="KEY=VALUE", help="All that match, instead of REFs."
    )
    return [refs, many] if "list" in resource.operations else [refs]


def chosen_documents(
    state: State, resource: Resource, refs: Sequence[str], filters: Sequence[str], query: Any
) -> list[dict[str, Any]]:
    """The documents of the records that REFs or filters choose, each once; UsageError for both or neither."""
    from dataclasses import replace

    from didww_cli.commands.verbs.getting import read_documents
    from didww_cli.commands.verbs.listing import plural
    from didww_cli.workflows.reading.filters import fitting_pages, named_in, parse_filters, sent_filters

    if bool(refs) == bool(filters):
        raise UsageError("Say which ones: by REF, or with --filter." + (" Not both." if refs else ""))
    if refs:
        read = read_documents(state.client, resource, list(dict.fromkeys(refs)), query)
        return list({str(one["data"]["id"]): one for one in read}.values())
    conditions = parse_filters(resource, filters)
    state.name(named_in(resource, conditions))
    found: list[dict[str, Any]] = []
    for sent in sent_filters(state.client, resource, conditions, state.notice):
        for page in fitting_pages(state.client, resource, replace(query, filters=sent), conditions):
            found += [{"data": data, "included": page.document.get("included", [])} for data in page.document["data"]]
    if not found:
        tell_nothing(state, plural(resource), [str(one) for one in filters])
    return found


def named(resource: Resource, records: Sequence[dict[str, Any]]) -> str:
    """Some records by name: the first five, and how many more there are."""
    from didww_cli.catalog.links import label

    names = [label(record, resource) for record in records[:5]]
    more = f" and {len(records) - 5:,} more" if len(records) > 5 else ""
    what = resource.singular if len(records) == 1 else f"{len(records):,} {resource.noun}:"
    return f"{what} {', '.join(names)}{more}"


def each(
    state: State,
    resource: Resource,
    items: Sequence[Any],
    record: Callable[[Any], dict[str, Any]],
    act: Callable[[Any], None],
) -> None:
    """Do something to each of some records; what is refused is told by name, and how many are done where it stops."""
    from didww_cli.catalog.links import label
    from didww_cli.output.messages import say
    from didww_cli.workflows.writing import many

    done, total = 0, len(items)

    def act_and_count(item: Any) -> None:
        nonlocal done
        act(item)
        done += 1
        progress.update(f"{done:,} of {total:,} {resource.noun} …")

    def name(item: Any) -> str:
        return label(record(item), resource)

    try:
        with state.progress() as progress:
            many.each(items, act_and_count, what=resource.noun, name=name, tell=state.notice)
    except KeyboardInterrupt:
        if total > 1:
            say(sys.stderr, f"Interrupted: {done:,} of {total:,} {resource.noun} are done.")
        raise
