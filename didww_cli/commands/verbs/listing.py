"""``list`` of a resource, made from its entry in the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.examples import examples_of
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, check_include, check_sort, column
from didww_cli.commands.show import column_names, default_columns, show_list, split_names, tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.reading.listing import Listing

INCLUDED_AT = 3
"""Place of what was asked for among the columns of a table: after what names the record."""


def list_options() -> list[Any]:
    """The options of ``list``."""
    return [
        option("--filter", "-f", "filters", multiple=True, metavar="KEY=VALUE", help="Only what matches; repeatable."),
        option("--include", "-i", "includes", multiple=True, metavar="PATH[,PATH]", help="Related resources as well."),
        option("--sort", "-s", "sorts", multiple=True, metavar="[-]FIELD[,...]", help="Order; - before it reverses."),
        columns_option(),
        no_links_option(),
        option("--limit", "-n", type=int, metavar="N", help="At most so many."),
        option("--page", type=int, metavar="N", help="One page alone."),
        option("--page-size", type=int, metavar="N", help="Size of a page."),
    ]


def columns_option() -> Any:
    """``--columns``."""
    return option(
        "--columns", "-c", "columns", multiple=True, metavar="A,B", help="Columns, also dotted: did_group.area_name."
    )


def no_links_option() -> Any:
    """``--no-links``."""
    return option("--no-links", "no_links", type=bool, help="Leave out what it is linked to unless asked for.")


def list_command(resource: Resource) -> Command:
    """``didww NOUN list``."""

    def run(state: State, **values: Any) -> None:
        state.check()
        show_listing(state, resource, asked_for(resource, state, **values))

    text = f"List {plural(resource)}."
    return Command("list", run, help=text, params=list_options(), examples=examples_of(resource, "list"))


def plural(resource: Resource) -> str:
    """Many of a resource, in words."""
    if resource.noun.endswith("s"):
        return resource.noun.replace("-", " ")
    return f"{resource.singular}s".replace("ys", "ies")


def asked_for(
    resource: Resource,
    state: State,
    *,
    filters: Sequence[str] = (),
    includes: Sequence[str] = (),
    sorts: Sequence[str] = (),
    columns: Sequence[str] = (),
    no_links: bool = False,
    limit: int | None = None,
    page: int | None = None,
    page_size: int | None = None,
) -> Listing:
    """The options of ``list``, checked against the catalog: UsageError before anything is sent."""
    from didww_cli.catalog import PAGE_SIZE_MAXIMUM
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.reading.filters import named_in, parse_filters, places_of
    from didww_cli.workflows.reading.listing import Listing
    from didww_cli.workflows.reading.selecting import selectors_of

    for name, number, most in (
        ("limit", limit, None),
        ("page", page, None),
        ("page-size", page_size, PAGE_SIZE_MAXIMUM),
    ):
        if number is not None and (number < 1 or (most is not None and number > most)):
            raise UsageError(f"--{name} must be {f'between 1 and {most}' if most else 'at least 1'}.")
    if not resource.paginated and (page or page_size):
        raise UsageError(f"{resource.noun} come all at once; there are no pages.", "Use --limit to see fewer.")
    names = column_names(resource, default_columns(resource), columns)
    shown = [column(resource, path) for path in names]
    named_by_list(state, resource, names, split_names(includes), split_names(sorts))
    query = ListQuery(
        include=tuple(check_include(resource, path) for path in split_names(includes)),
        sort=tuple(check_sort(resource, name) for name in split_names(sorts)),
        limit=limit,
        page=page,
        page_size=page_size,
    )
    conditions = parse_filters(resource, filters)
    state.name(named_in(resource, conditions))
    places = places_of(resource, conditions, query.sort)
    query, needed = with_shown(state, resource, query, shown, no_links=no_links, places=places)
    if (page or page_size) and (here := selectors_of(conditions)):
        raise UsageError(f"{here[0]} is selected here, from the whole list: there are no pages.", "Use --limit.")
    asked = (*filters, *([f"page {page}"] if page else []))
    return Listing(query, conditions, tuple(needed), bool(shown), asked)


def named_by_list(
    state: State, resource: Resource, columns: Sequence[str], includes: Sequence[str], sorts: Sequence[str] = ()
) -> None:
    """Take in what some columns, includes and sort fields name of the API."""
    from didww_cli.catalog.versions import named_in_path, named_span

    for path in columns:
        state.name(named_in_path(resource, path))
    for path in includes:
        state.name(named_in_path(resource, path, included=True))
    for name in sorts:
        state.name(named_span(resource, "sorts", name.removeprefix("-")))


def with_shown(
    state: State,
    resource: Resource,
    query: ListQuery,
    chosen: Sequence[Column],
    *,
    no_links: bool,
    places: Sequence[str] = (),
) -> tuple[ListQuery, Sequence[Column]]:
    """The query with what the output shows, and its columns: those ``chosen``, else the usual ones with the links.

    Tables show as well what the list is filtered and sorted by (``places``); the columns for programs stay the same.
    """
    from didww_cli.catalog.links import written_links
    from didww_cli.workflows.reading.listing import with_columns, with_links

    whole = query.include
    if chosen:
        return with_columns(query, chosen, chosen=True), chosen
    asked = [*whole, *(() if state.output.links else places)]
    shown = columns_with(resource, asked) if state.output.tabular else []
    if not state.output.links or no_links:
        return with_columns(query, shown, chosen=False), shown
    query = with_links(with_columns(query, shown, chosen=False), resource, shown, whole)
    known = {one.path for one in shown}
    links = [column(resource, link.name) for link in written_links(resource) if link.name not in known]
    return query, [*shown, *links] if state.output.tabular else shown


def columns_with(resource: Resource, paths: Sequence[str]) -> list[Column]:
    """The columns of a resource's table, with what the user asked for among the first of them."""
    usual = [replace(one, asked=one.path in paths) for one in default_columns(resource)]
    known = {one.path for one in usual}
    asked = [replace(column(resource, path), asked=True) for path in dict.fromkeys(paths) if path not in known]
    return [*usual[:INCLUDED_AT], *asked, *usual[INCLUDED_AT:]]


def show_listing(state: State, resource: Resource, listing: Listing) -> int:
    """Read a list and show it; how many records that were."""
    from didww_cli.commands.noting import noted
    from didww_cli.jsonapi.documents import joined
    from didww_cli.workflows.reading.filters import sent_filters, tell_unknown
    from didww_cli.workflows.reading.listing import Reader

    sent = sent_filters(state.client, resource, listing.conditions, state.notice)
    keep, shown = state.output is Format.JSONAPI, state.screen.stream.flush
    reader = Reader(state.client, resource, listing, sent, keep=keep, page_read=shown)
    found = noted(state, resource, listing, reader.records())
    records = state.progress().counting(found, plural(resource))
    show_list(
        state,
        records,
        listing.columns,
        chosen=listing.chosen,
        document=lambda: joined(reader.documents),
    )
    if not reader.shown:
        tell_unknown(state.client, resource, listing.conditions, state.notice)
        tell_nothing(state, plural(resource), listing.asked)
    if notice := reader.bounded_notice():
        state.notice(notice)
    return reader.shown
