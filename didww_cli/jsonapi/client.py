"""The API as commands read it: whole lists page by page, and single resources."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import count
from typing import Any

from didww_cli.catalog import PAGE_SIZE_MAXIMUM, QUERY_REFUSALS, SMALL_PAGE_SIZE_MAXIMUM, page_size_maximum
from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import fields_in_version, includes_in_version
from didww_cli.errors import NotFound, Refused
from didww_cli.jsonapi.ahead import Result, Thing, in_order
from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.documents import Record, Tree, include_tree, records, told_total
from didww_cli.jsonapi.seen import Seen
from didww_cli.jsonapi.shapes import Shape, is_list, is_one
from didww_cli.jsonapi.transport import Connection, Query, Transport
from didww_cli.plain_data import dataclass

SMALLER_PAGES: tuple[int | None, ...] = (PAGE_SIZE_MAXIMUM, SMALL_PAGE_SIZE_MAXIMUM, None)
"""Page sizes to try, the largest first: older accounts allow 100; None leaves it to the server."""

MOST_AHEAD = 6
"""Most pages of a list that are asked for at the same time, and so held in memory: some 3 MB each, unread."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is asked for. ``filters`` maps each key to its values, any of which may match.

    ``limit``: most records; ``page`` and ``page_size``: one page alone, or the size of each. ``records_only``: nobody
    wants the server's documents, which then need not be kept. ``ahead``: most pages to ask for at the same time.
    """

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int | None = None
    page: int | None = None
    page_size: int | None = None
    records_only: bool = False
    ahead: int = MOST_AHEAD

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
        data = self.document.get("data")
        kept = {} if data is None else {"data": [data[place] for place in places]}
        return Page({**self.document, **kept}, [self.records[place] for place in places], self.total)


class Client:
    """The API of one account."""

    def __init__(self, connection: Connection) -> None:
        self.transport = Transport(connection)
        self._page_sizes = SMALLER_PAGES

    def pages(self, resource: Resource, query: ListQuery) -> Iterator[Page]:
        """The pages of a list in their order, until all of it or ``limit`` records are there.

        NetworkFailure where the server counts more records than it sends: a list is whole, or it fails. A list from
        which records were deleted while it was read is read again: what that brings comes last.
        """
        if not resource.paginated or query.page is not None:
            page = self._page(resource, query, query.page)
            yield _cut(page, query.limit) if query.limit else page
            return
        seen, left = Seen(resource.type), query.limit
        while (left := (yield from self._reading(resource, query, seen, left))) != 0 and seen.must_be_read_again():
            if log := self.transport.connection.log:
                log(f"   The {resource.noun} changed while they were read; once more")

    def _reading(
        self, resource: Resource, query: ListQuery, seen: Seen, left: int | None
    ) -> Generator[Page, None, int | None]:
        """The pages from the first to the last, with what no earlier reading had; how many records are still wanted."""
        for sent in self._sent_pages(resource, query):
            page = _only(sent, seen)
            if left is not None:
                page = _cut(page, left)
                left -= len(page.records)
            yield page
            size = self._size(resource, query, self.transport.connection.api_version)
            if left == 0 or _is_last(sent, len(seen), size):
                break
        return left

    def _sent_pages(self, resource: Resource, query: ListQuery) -> Iterator[Page]:
        """The pages as they are sent, without end: the first, those together that it tells of, and the others."""
        first = self._page(resource, query, 1)
        yield first
        known = _pages_wanted(first, query.limit)
        most = 1 if self.transport.connection.adapter else query.ahead
        unread = in_order(partial(self._unread, resource, query), range(2, known + 1), most)
        for number in count(2):
            answer = next(unread, None)
            found = answer and _page_in(answer, query)
            del answer
            yield found or self._page(resource, query, number)
            del found

    def _unread(self, resource: Resource, query: ListQuery, number: int) -> Answer:
        """The answer that should be a page. Who gets it reads it: to read several together would take their memory."""
        return self._answer(resource, query, partial(self._paging, resource, query, number), None)

    def _size(self, resource: Resource, query: ListQuery, version: str) -> int | None:
        if query.page_size:
            return query.page_size
        largest = self._page_sizes[0] and min(self._page_sizes[0], page_size_maximum(resource, version))
        return min(query.limit, largest) if query.limit and largest else largest

    def _page(self, resource: Resource, query: ListQuery, number: int | None) -> Page:
        if not resource.paginated:
            return self._read_page(resource, query, lambda _: [])
        while True:
            sizes = self._page_sizes
            try:
                return self._read_page(resource, query, partial(self._paging, resource, query, number))
            except Refused as error:
                chosen_by_us = sizes[0] is not None and not query.page_size and number in (None, 1)
                if error.status != 400 or not chosen_by_us or not _about_page(error):
                    raise
                if len(sizes) == 1:
                    raise
                if self._page_sizes is sizes:  # no other thread was told before
                    self._page_sizes = sizes[1:]

    def _paging(self, resource: Resource, query: ListQuery, number: int | None, version: str) -> Query:
        size = self._size(resource, query, version)
        paging = [("page[number]", str(number))] if number not in (None, 1) or query.page else []
        return paging + ([("page[size]", str(size))] if size else [])

    def _read_page(self, resource: Resource, query: ListQuery, paging: Callable[[str], Query]) -> Page:
        return _page_of(self._answer(resource, query, paging, is_list).document(), query)

    def _answer(
        self, resource: Resource, query: ListQuery, paging: Callable[[str], Query], shape: Shape | None
    ) -> Answer:
        def asked(version: str) -> Query:
            return query.parameters(resource, version) + paging(version)

        return self.transport.send("GET", resource.path, query=asked, key=resource.api_key, shape=shape)

    def together(self, work: Callable[[Thing], Result], things: Iterable[Thing]) -> Iterator[Result]:
        """The results of some reads, one for each thing and in their order, several of them under way at a time."""
        return in_order(work, things, 1 if self.transport.connection.adapter else MOST_AHEAD)

    def lists(self, resource: Resource, queries: Iterable[ListQuery]) -> Iterator[Record]:
        """The records of several short lists, one after the other, several of them read at a time."""
        for found in self.together(lambda query: [*self.list(resource, replace(query, ahead=1))], queries):
            yield from found

    def list(self, resource: Resource, query: ListQuery | None = None) -> Iterator[Record]:
        """The records of a list, all of them, while pages arrive."""
        for page in self.pages(resource, replace(query or ListQuery(), records_only=True)):
            yield from page.records

    def get(self, resource: Resource, identifier: str, query: ListQuery | None = None) -> dict[str, Any]:
        """The document of one resource; NotFound where there is none."""
        path = resource.path if resource.singleton else f"{resource.path}/{quoted(identifier)}"
        asked = replace(query, filters={}, sort=()) if query else ListQuery()
        parameters = partial(asked.parameters, resource)
        try:
            answer = self.transport.send("GET", path, query=parameters, key=resource.api_key, shape=is_one)
        except NotFound as error:
            if error.errors and identifier:  # the API says so, not a proxy or a wrong address
                error.message = f"There is no {resource.singular} with the id {identifier}."
            raise
        return answer.document()


def quoted(identifier: str) -> str:
    """An id as a part of a path."""
    from urllib.parse import quote

    return quote(identifier, safe="", errors="replace")


def _page_in(answer: Answer, query: ListQuery) -> Page | None:
    """The page that an unread answer is, which is read; None where it is none, and is to be asked for again."""
    try:
        document = answer.let_go()
    except ValueError:
        return None
    return None if is_list(document) else _page_of(document, query)


def _page_of(document: dict[str, Any], query: ListQuery) -> Page:
    found, total = records(document, query.tree), told_total(document)
    if query.records_only:
        document = {name: value for name, value in document.items() if name not in ("data", "included")}
    return Page(document, found, total)


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


def _pages_wanted(first: Page, limit: int | None) -> int:
    """How many pages there are, as far as the first tells, up to that which brings ``limit`` records."""
    if first.total is None or not first.records:
        return 1
    wanted = first.total if limit is None else min(limit, first.total)
    return -(-wanted // len(first.records))


def _only(page: Page, seen: Seen) -> Page:
    """A page without the records that an earlier one had: records move from page to page while others are deleted."""
    places = seen.fresh(page.records, page.total)
    return page if len(places) == len(page.records) else page.only(places)


def _cut(page: Page, most: int) -> Page:
    return page if len(page.records) <= most else page.only(range(most))
