"""The API as commands read it: whole lists page by page, and single resources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from didww_cli.catalog import PAGE_SIZE_MAXIMUM, QUERY_REFUSALS, SMALL_PAGE_SIZE_MAXIMUM, page_size_maximum
from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import fields_in_version, includes_in_version
from didww_cli.errors import Refused
from didww_cli.jsonapi.documents import Record, Tree, include_tree, records
from didww_cli.jsonapi.seen import Seen
from didww_cli.jsonapi.shapes import is_list, is_one
from didww_cli.jsonapi.transport import Connection, Query, Transport

SMALLER_PAGES: tuple[int | None, ...] = (PAGE_SIZE_MAXIMUM, SMALL_PAGE_SIZE_MAXIMUM, None)
"""Page sizes to try, the largest first: older accounts allow 100; None leaves it to the server."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is asked for. ``filters`` maps each key to its values, any of which may match.

    ``limit``: most records; ``page`` and ``page_size``: one page alone, or the size of each.
    """

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int | None = None
    page: int | None = None
    page_size: int | None = None

    def parameters(self, resource: Resource, version: str) -> Query:
        """Its query parameters but those of the page, of what a version of the API has."""
        found = [(f"filter[{key}]", ",".join(values)) for key, values in self.filters.items()]
        if include := includes_in_version(resource, self.include, version):
            found.append(("include", ",".join(include)))
        if self.sort:
            found.append(("sort", ",".join(self.sort)))
        fields = fields_in_version(self.fields, version)
        found += [(f"fields[{kind}]", ",".join(names)) for kind, names in fields.items()]
        return found

    @property
    def tree(self) -> Tree:
        """Its include paths as a tree."""
        return include_tree(self.include)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. ``total``: records that the server counts over all pages, None where it does not say."""

    document: dict[str, Any]
    records: list[Record]
    total: int | None

    def only(self, places: Sequence[int]) -> Page:
        """A page with those of its records that stand at some places."""
        data = self.document["data"]
        document = {**self.document, "data": [data[place] for place in places]}
        return Page(document, [self.records[place] for place in places], self.total)


class Client:
    """The API of one account."""

    def __init__(self, connection: Connection) -> None:
        self.transport = Transport(connection)
        self._page_sizes = SMALLER_PAGES

    def pages(self, resource: Resource, query: ListQuery) -> Iterator[Page]:
        """The pages of a list, one at a time, until all of it or ``limit`` records are there.

        NetworkFailure where the server counts more records than it sends: a list is whole, or it fails.
        """
        if not resource.paginated or query.page is not None:
            page = self._page(resource, query, query.page)
            yield _cut(page, query.limit) if query.limit else page
            return
        yield from self._all_pages(resource, query)

    def _all_pages(self, resource: Resource, query: ListQuery) -> Iterator[Page]:
        seen, number = Seen(resource.type), 1
        while True:
            left = None if query.limit is None else query.limit - len(seen)
            sent = self._page(resource, query, number)
            page = _only(sent, seen)
            yield _cut(page, left) if left is not None else page
            if left is not None and len(page.records) >= left:
                return
            if _is_last(sent, len(seen), self._size(resource, query, self.transport.connection.api_version)):
                seen.check_whole(page.total)
                return
            number += 1

    def _size(self, resource: Resource, query: ListQuery, version: str) -> int | None:
        if query.page_size:
            return query.page_size
        largest = self._page_sizes[0] and min(self._page_sizes[0], page_size_maximum(resource, version))
        return min(query.limit, largest) if query.limit and largest else largest

    def _page(self, resource: Resource, query: ListQuery, number: int | None) -> Page:
        if not resource.paginated:
            return self._read_page(resource, query, lambda _: [])
        while True:
            try:
                return self._read_page(resource, query, partial(self._paging, resource, query, number))
            except Refused as error:
                chosen_by_us = self._page_sizes[0] is not None and not query.page_size and number in (None, 1)
                if error.status != 400 or not chosen_by_us or not _about_page(error):
                    raise
                if len(self._page_sizes) == 1:
                    raise
                self._page_sizes = self._page_sizes[1:]

    def _paging(self, resource: Resource, query: ListQuery, number: int | None, version: str) -> Query:
        size = self._size(resource, query, version)
        paging = [("page[number]", str(number))] if number not in (None, 1) or query.page else []
        return paging + ([("page[size]", str(size))] if size else [])

    def _read_page(self, resource: Resource, query: ListQuery, paging: Callable[[str], Query]) -> Page:
        def asked(version: str) -> Query:
            return query.parameters(resource, version) + paging(version)

        answer = self.transport.send("GET", resource.path, query=asked, key=resource.api_key, shape=is_list)
        document = answer.document()
        meta = document.get("meta")
        total = meta.get("total_records") if isinstance(meta, Mapping) else None
        whole = total if isinstance(total, int) and not isinstance(total, bool) else None
        return Page(document, records(document, query.tree), whole)

    def list(self, resource: Resource, query: ListQuery | None = None) -> Iterator[Record]:
        """The records of a list, all of them, while pages arrive."""
        for page in self.pages(resource, query or ListQuery()):
            yield from page.records

    def get(self, resource: Resource, identifier: str, query: ListQuery | None = None) -> dict[str, Any]:
        """The document of one resource; NotFound where there is none."""
        path = resource.path if resource.singleton else f"{resource.path}/{quoted(identifier)}"
        asked = replace(query, filters={}, sort=()) if query else ListQuery()
        parameters = partial(asked.parameters, resource)
        answer = self.transport.send("GET", path, query=parameters, key=resource.api_key, shape=is_one)
        return answer.document()


def quoted(identifier: str) -> str:
    """An id as a part of a path."""
    from urllib.parse import quote

    return quote(identifier, safe="", errors="replace")


def _about_page(error: Refused) -> bool:
    """Whether a refusal may be about the page: neither its code nor what it points at says otherwise."""
    return not error.errors or any(not _about_something_else(item) for item in error.errors)


def _about_something_else(item: Mapping[str, Any]) -> bool:
    source = item.get("source")
    place = next(iter(source.values()), "") if isinstance(source, Mapping) else ""
    return (bool(place) and not str(place).startswith("page")) or str(item.get("code")) in QUERY_REFUSALS


def _is_last(page: Page, seen: int, size: int | None) -> bool:
    """Whether no page follows: by the count, else by the links, else by a page that is not full."""
    if not page.records:
        return True
    if page.total is not None:
        return seen >= page.total
    links = page.document.get("links")
    if isinstance(links, Mapping) and links:
        return not links.get("next")
    return size is None or len(page.records) < size


def _only(page: Page, seen: Seen) -> Page:
    """A page without the records that an earlier one had: records move from page to page while others are deleted."""
    places = seen.fresh(page.records)
    return page if len(places) == len(page.records) else page.only(places)


def _cut(page: Page, most: int) -> Page:
    return page if len(page.records) <= most else page.only(range(most))
