"""Lists as they were asked for: read request by request, counted, and sorted where several requests make one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.links import label_fields, written_links
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, column, fieldsets, read
from didww_cli.errors import Refused

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import Client, ListQuery, Page


@dataclass(frozen=True, slots=True)
class Listing:
    """What a ``list`` was asked for, checked. ``columns`` are those to show, ``chosen`` whether the user named them."""

    query: ListQuery
    conditions: Sequence[Any]
    columns: tuple[Column, ...]
    chosen: bool
    left_out: list[str] = field(default_factory=list)


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


def with_links(query: ListQuery, resource: Resource, columns: Sequence[Column], whole: Sequence[str]) -> ListQuery:
    """The query with the relationships that can be written, their targets by what they are called and what ``columns``
    show of them alone. ``whole``: the include paths of the user, whose types keep all that they have.
    """
    links = written_links(resource)
    kept = {resource.type, *(kind for path in whole for kind in column(resource, path).types)}
    shown = fieldsets(columns)
    small = {
        kind: tuple(dict.fromkeys((*names, *shown.get(kind, ()))))
        for kind, names in label_fields(links).items()
        if kind not in kept
    }
    include = tuple(dict.fromkeys([*query.include, *(link.name for link in links)]))
    return replace(query, include=include, fields={**small, **query.fields})


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
