"""``list`` of a resource, made from its entry in the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, check_include, check_sort, column, fieldsets, read
from didww_cli.commands.show import default_columns, show_list, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.errors import Refused, UsageError

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import Client, ListQuery, Page

INCLUDED_AT = 3
"""Place of included relationships among the columns of a table: after what names the record."""


def list_options() -> list[Any]:
    """The options of ``list``."""
    return [
        option("--filter", "-f", "filters", multiple=True, metavar="KEY=VALUE", help="Only what matches; repeatable."),
        option("--include", "-i", "includes", multiple=True, metavar="PATH[,PATH]", help="Related resources as well."),
        option("--sort", "-s", "sorts", multiple=True, metavar="[-]FIELD[,...]", help="Order; - before it reverses."),
        columns_option(),
        option("--limit", "-n", type=int, metavar="N", help="At most so many."),
        option("--page", type=int, metavar="N", help="One page alone."),
        option("--page-size", type=int, metavar="N", help="Size of a page."),
    ]


def columns_option() -> Any:
    """``--columns``."""
    return option(
        "--columns", "-c", "columns", multiple=True, metavar="A,B", help="Columns, also dotted: did_group.area_name."
    )


def list_command(resource: Resource) -> Command:
    """``didww NOUN list``."""

    def run(state: State, **values: Any) -> None:
        state.check()
        show_listing(state, resource, asked_for(resource, state, **values))

    return Command("list", run, help=f"List {plural(resource)}.", params=list_options(), examples=_examples(resource))


def plural(resource: Resource) -> str:
    """Many of a resource, in words."""
    return resource.noun.replace("-", " ") if resource.noun.endswith("s") else f"{resource.singular}s"


def _examples(resource: Resource) -> list[str]:
    noun = resource.noun
    filters = [one for one in resource.filters if one.enum] or [one for one in resource.filters if one.name == "name"]
    shown = [f"didww {noun} list -o json"]
    if filters:
        value = filters[0].enum[0] if filters[0].enum else "NAME"
        shown.insert(0, f"didww {noun} list --filter {filters[0].name}={value}")
    return shown


@dataclass(frozen=True, slots=True)
class Listing:
    """What a ``list`` was asked for, checked. ``columns`` are those to show, ``chosen`` whether the user named them."""

    query: ListQuery
    conditions: Sequence[Any]
    columns: tuple[Column, ...]
    chosen: bool
    left_out: list[str] = field(default_factory=list)


def asked_for(
    resource: Resource,
    state: State,
    *,
    filters: Sequence[str] = (),
    includes: Sequence[str] = (),
    sorts: Sequence[str] = (),
    columns: Sequence[str] = (),
    limit: int | None = None,
    page: int | None = None,
    page_size: int | None = None,
) -> Listing:
    """The options of ``list``, checked against the catalog: UsageError before anything is sent."""
    from didww_cli.catalog import PAGE_SIZE_MAXIMUM
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.reading.filters import parse_filters

    for name, number, most in (
        ("limit", limit, None),
        ("page", page, None),
        ("page-size", page_size, PAGE_SIZE_MAXIMUM),
    ):
        if number is not None and (number < 1 or (most is not None and number > most)):
            raise UsageError(f"--{name} must be {f'between 1 and {most}' if most else 'at least 1'}.")
    if not resource.paginated and (page or page_size):
        raise UsageError(f"{resource.noun} come all at once; there are no pages.", "Use --limit to see fewer.")
    shown = [column(resource, path) for path in split_names(columns)]
    query = ListQuery(
        include=tuple(check_include(resource, path) for path in split_names(includes)),
        sort=tuple(check_sort(resource, name) for name in split_names(sorts)),
        limit=limit,
        page=page,
        page_size=page_size,
    )
    needed = shown or (columns_with(resource, query.include) if state.output.tabular else [])
    query = with_columns(query, needed, chosen=bool(shown))
    return Listing(query, parse_filters(resource, filters), tuple(needed), bool(shown))


def columns_with(resource: Resource, includes: Sequence[str]) -> list[Column]:
    """The columns of a resource's table, with what the user asked to include among the first of them."""
    usual = default_columns(resource)
    known = {one.path for one in usual}
    asked = [column(resource, path) for path in includes if path not in known]
    return [*usual[:INCLUDED_AT], *asked, *usual[INCLUDED_AT:]]


def with_columns(query: ListQuery, columns: Sequence[Column], *, chosen: bool) -> ListQuery:
    """The query with the includes that columns need; for columns of the user's choice also with their fieldsets."""
    include = tuple(dict.fromkeys([*query.include, *(one.include for one in columns if one.include)]))
    if not chosen:
        return replace(query, include=include)
    fields = {kind: list(names) for kind, names in fieldsets(columns).items()}
    for path in query.include:
        if columns[0].types[0] in fields:
            fields[columns[0].types[0]].append(path.partition(".")[0])
    return replace(query, include=include, fields={kind: tuple(dict.fromkeys(names)) for kind, names in fields.items()})


class Reader:
    """Reads a listing request by request, keeps the server's documents for ``jsonapi`` and counts what was left out."""

    def __init__(self, client: Client, resource: Resource, listing: Listing, *, keep: bool = False) -> None:
        self.client = client
        self.resource = resource
        self.listing = listing
        self.keep = keep
        self.documents: list[dict[str, Any]] = []
        self.shown = 0
        self.total: int | None = 0

    def records(self) -> Iterator[dict[str, Any]]:
        """All records."""
        from didww_cli.workflows.reading.filters import sent_filters

        queries = sent_filters(self.client, self.resource, self.listing.conditions)
        if len(queries) > 1 and self.listing.query.page:
            raise Refused("The filter fits so many that they take several requests, which have no common pages.")
        if len(queries) > 1 and self.listing.query.sort:
            yield from self._sorted(queries)
            return
        for filters in queries:
            yield from self._read(filters)

    def _sorted(self, queries: Sequence[Mapping[str, tuple[str, ...]]]) -> Iterator[dict[str, Any]]:
        """What takes several requests, all of it, in the order asked for."""
        limit = self.listing.query.limit
        self.listing = replace(self.listing, query=replace(self.listing.query, limit=None))
        found = sort_records((record for filters in queries for record in self._read(filters)), self.listing.query.sort)
        yield from found[:limit]

    def _read(self, filters: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
        query = replace(self.listing.query, filters=filters)
        if query.limit is not None:
            query = replace(query, limit=query.limit - self.shown)
            if query.limit == 0:
                self.total = None
                return
        total: int | None = 0
        for page in self.client.pages(self.resource, query):
            self._note(page)
            total = page.total
            yield from page.records
        self.total = None if total is None or self.total is None else self.total + total

    def _note(self, page: Page) -> None:
        self.shown += len(page.records)
        if self.keep:
            self.documents.append(page.document)

    def bounded_notice(self) -> str:
        """What a bounded list left out: ``50 of 1,234``; empty where it is whole."""
        query = self.listing.query
        if query.limit is None and query.page is None:
            return ""
        if self.total is not None and self.total > self.shown:
            return f"{self.shown:,} of {self.total:,}"
        if self.total is None and query.limit is not None and self.shown >= query.limit:
            return f"{self.shown:,}; there may be more"
        return ""


def sort_records(found: Iterable[dict[str, Any]], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Records in the order of some sort fields, ``-`` before one for descending; those without a value come last."""
    ordered = list(found)
    for name in reversed(fields):
        path = name.removeprefix("-").split(".")
        known = [record for record in ordered if read(record, path) is not None]
        known.sort(key=lambda record: read(record, path), reverse=name.startswith("-"))
        ordered = known + [record for record in ordered if read(record, path) is None]
    return ordered


def show_listing(state: State, resource: Resource, listing: Listing) -> None:
    """Read a list and show it."""
    from didww_cli.jsonapi.documents import joined

    reader = Reader(state.client, resource, listing, keep=state.output is Format.JSONAPI)
    records = state.progress().counting(reader.records(), plural(resource))
    show_list(
        state,
        records,
        listing.columns,
        chosen=listing.chosen,
        document=lambda: joined(reader.documents),
    )
    if notice := reader.bounded_notice():
        state.notice(notice)
