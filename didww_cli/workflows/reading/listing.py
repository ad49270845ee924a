"""Lists as they were asked for: read request by request, counted, and sorted where several requests make one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.links import label_fields, written_links
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, column, fieldsets, read
from didww_cli.errors import Refused
from didww_cli.plain_data import dataclass
from didww_cli.workflows.reading.selecting import readable_by, selected, selectors_of

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import Client, ListQuery, Page

Filters = Mapping[str, tuple[str, ...]]
"""The filters of one request: each key with its values, any of which may match."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a ``list`` was asked for, checked. ``columns`` are those to show, ``chosen`` whether the user named them.

    ``asked``: what records must be to be in it, as it was typed.
    """

    query: ListQuery
    conditions: Sequence[Any]
    columns: tuple[Column, ...]
    chosen: bool
    asked: tuple[str, ...] = ()


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
    """Reads a listing request by request, keeps the server's documents for ``jsonapi`` and counts what was left out.

    ``sent``: the filters of each request, look-ups done. ``page_read`` is called when the records of a page are taken,
    before the next one is waited for.
    """

    def __init__(
        self,
        client: Client,
        resource: Resource,
        listing: Listing,
        sent: Sequence[Filters],
        *,
        keep: bool = False,
        page_read: Callable[[], object] = lambda: None,
    ) -> None:
        self.client = client
        self.resource = resource
        self.query = readable_by(listing.query, resource, selectors_of(listing.conditions))
        self.selectors = selectors_of(listing.conditions)
        self.sent = sent
        self.keep = keep
        self.page_read = page_read
        self.documents: list[dict[str, Any]] = []
        self.shown = 0
        self.total: int | None = 0

    def records(self) -> Iterator[dict[str, Any]]:
        """All records."""
        if len(self.sent) > 1 and self.query.page:
            raise Refused("The filter fits so many that they take several requests, which have no common pages.")
        if len(self.sent) > 1 and self.query.sort:
            found = sort_records(self._all(None), self.query.sort)
            yield from found[: self.query.limit]
            return
        yield from self._all(self.query.limit)

    def _all(self, limit: int | None) -> Iterator[dict[str, Any]]:
        for filters in self.sent:
            yield from self._read(replace(self.query, filters=filters), limit)

    def _read(self, query: ListQuery, limit: int | None) -> Iterator[dict[str, Any]]:
        left = None if limit is None else limit - self.shown
        if left == 0:
            self.total = None
            return
        total: int | None = 0
        asked = replace(query, limit=None if self.selectors else left, records_only=not self.keep)
        if self.selectors and limit is not None:  # which page is the last is known when it is there
            asked = replace(asked, ahead=1)
        for page in self.client.pages(self.resource, asked):
            fitting = selected(page, self.selectors, None if limit is None else limit - self.shown)
            self._note(fitting)
            total = page.total
            yield from fitting.records
            self.page_read()
            if limit is not None and self.shown >= limit:
                break
        self.total = None if total is None or self.total is None or self.selectors else self.total + total

    def _note(self, page: Page) -> None:
        self.shown += len(page.records)
        if self.keep:
            self.documents.append(page.document)

    def bounded_notice(self) -> str:
        """What a bounded list left out: ``50 of 1,234``; empty where it is whole."""
        query = self.query
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
