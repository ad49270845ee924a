"""Lists and single resources: from the query to the document."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from didww_cli.catalog.model import DECIMAL, Resource
from didww_cli.catalog.versions import holds
from didww_cli.emulator import problems
from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import parse as parse_moment
from didww_cli.emulator.derived import MOST_RESERVED, name_at, values
from didww_cli.emulator.documents import Json, Writer
from didww_cli.emulator.filters import HISTORY_DAYS, select
from didww_cli.emulator.query import Pairs, Query, parse
from didww_cli.emulator.routes import Route
from didww_cli.emulator.state import Record, State

# a list of available DIDs is a draw, not the whole stock
DRAW = 20
# types whose records come and go without being changed
_CHANGING = frozenset({"available_dids", "did_history"})


class Listings:
    """Ordered results of the latest lists, so that the pages of a large one cost one search."""

    def __init__(self, keep: int = 16) -> None:
        self._keep = keep
        self._found: dict[tuple[str, str, Pairs, tuple[str, ...]], tuple[State, int, list[Record]]] = {}

    def find(self, account: Account, resource: Resource, query: Query) -> Sequence[Record]:
        """The records that a list holds, in order."""
        key = (resource.type, account.version, query.filters, query.sorts)
        state, version, found = self._found.get(key, (None, -1, []))
        if state is not account.state or version != account.state.version or resource.type in _CHANGING:
            chosen = select(account.state, resource, query, account.now, account.version)
            if resource.type in _CHANGING:
                chosen = [record for record in chosen if _shown(account, record)]
            found = order(account.state, resource, chosen, query.sorts, account.version)
            self._remember(key, (account.state, account.state.version, found))
        return found

    def _remember(self, key: tuple[str, str, Pairs, tuple[str, ...]], value: tuple[State, int, list[Record]]) -> None:
        self._found.pop(key, None)
        self._found[key] = value
        while len(self._found) > self._keep:
            self._found.pop(next(iter(self._found)))


def _shown(account: Account, record: Record) -> bool:
    if record.type == "did_history":
        return (account.now - parse_moment(record.attributes["created_at"])).days < HISTORY_DAYS
    return not record.private.get("reserved")


def read_list(account: Account, listings: Listings, resource: Resource, pairs: Pairs) -> tuple[Json, Sequence[Record]]:
    """The document of a list (a page of it, or all where the type has no pages) and the records that it shows."""
    query = parse(resource, pairs, account.version, many=True)
    found = _lasting(resource, listings.find(account, resource, query), account.version)
    writer = Writer(account.state, query, account.base_url, account.version)
    if resource.paginated:
        number, size = query.page
        shown = found[(number - 1) * size : number * size]
        return _counted(account, resource, writer.page(resource, found, pairs)), shown
    if resource.type != "available_dids":
        return writer.many(found), found
    chosen = _draw(found, bool(query.sorts))
    document = writer.many(chosen)
    return {**document, "meta": {"total_count": len(found), **document["meta"]}}, chosen


def _counted(account: Account, resource: Resource, document: Json) -> Json:
    """The document with how many DIDs may still be reserved, where it is about reservations."""
    if resource.type != "did_reservations":
        return document
    left = MOST_RESERVED - account.state.count(resource.type)
    return {**document, "meta": {**document["meta"], "available_count": left}}


def _lasting(resource: Resource, found: Sequence[Record], version: str) -> Sequence[Record]:
    """The records without those that went with a version since one of their values did."""
    gone = [(span.part, span.name) for span in resource.spans if span.until and not holds(span, version)]
    if not any(resource.attribute(name) for name, _ in gone):
        return found
    return [record for record in found if not any(record.attributes.get(name) == value for name, value in gone)]


def _draw(found: Sequence[Record], ordered: bool) -> list[Record]:
    drawn = set(random.sample(range(len(found)), min(DRAW, len(found))))
    chosen = [found[place] for place in sorted(drawn)]
    if not ordered:
        random.shuffle(chosen)
    return chosen


def write_one(account: Account, record: Record, resource: Resource, pairs: Pairs) -> Json:
    """The document of one resource, as the query wants it."""
    query = parse(resource, pairs, account.version, many=False)
    return Writer(account.state, query, account.base_url, account.version).one(record)


def read_one(account: Account, record: Record, resource: Resource, pairs: Pairs) -> Json:
    """The document of one resource that was asked for."""
    return _counted(account, resource, write_one(account, record, resource, pairs))


def find(state: State, route: Route) -> Record:
    """The record that a path names; the only one of its type where the path has no id."""
    record = state.get(route.resource.type, route.id) if route.id else next(iter(state.all(route.resource.type)), None)
    if record is None:
        raise problems.not_found(route.id)
    return record


_ALIASES = {"expire_at": "expires_at"}
_DEFAULTS = {"did_history": ("-created_at",)}


def order(
    state: State, resource: Resource, records: Iterable[Record], sorts: Sequence[str], version: str
) -> list[Record]:
    """The records in the order asked for; in the type's own order where none is."""
    ordered = list(records)
    for sort in reversed(sorts or _DEFAULTS.get(resource.type, ())):
        name = sort.removeprefix("-")
        path = name_at(resource.type, _ALIASES.get(name, name), version)
        keys = {id(record): _key(resource, path, values(state, record, path)[0]) for record in ordered}
        ordered.sort(key=lambda record, keys=keys: keys[id(record)], reverse=sort.startswith("-"))  # type: ignore[misc]
    return ordered


def _key(resource: Resource, path: str, value: Any) -> tuple[Any, ...]:
    if value is None:
        return (1,)
    attribute = resource.attribute(path)
    if attribute is not None and attribute.kind == DECIMAL:
        return (0, Decimal(value))
    return (0, value.casefold(), value) if isinstance(value, str) else (0, value)
