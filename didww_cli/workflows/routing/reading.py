"""Numbers with all that decides where their calls go, in one list of each type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from didww_cli.catalog import BY_TYPE, routing
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import column
from didww_cli.errors import NoAccess
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.reading.filters import sent_filters
from didww_cli.workflows.reading.listing import Listing, Reader, with_columns
from didww_cli.workflows.reading.references import batches, digits, given_id, resolve
from didww_cli.workflows.routing.routes import Outbound, Route, route_of


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An outbound trunk, and the ids of the numbers that it may show and may call for help from."""

    trunk: Record
    shown: set[str]
    emergency: set[str]


@dataclass(frozen=True, slots=True)
class Account:
    """Where routes are read: the API of an account."""

    client: Client
    numbers: Resource


def routes_by_filter(account: Account, conditions: Sequence[Any], tell: Callable[[str], None]) -> Iterator[Route]:
    """The routes of all numbers that some conditions let through, while pages arrive."""
    listing = Listing(_query(account.numbers, routing.READ), conditions, (), False)
    sent = sent_filters(account.client, account.numbers, conditions, tell)
    return _routes(account, Reader(account.client, account.numbers, listing, sent).records())


def routes_by_reference(account: Account, references: Sequence[str]) -> list[Route]:
    """The routes of some numbers, in their order. NotFound where one is none of the account's."""
    ids = {ref: one for ref in references if (one := given_id(ref))}
    plain = {ref: digits(ref) for ref in references if ref not in ids and "," not in ref}
    key = account.numbers.lookup[0]
    found = {str(record.get(key)): record for record in _read(account, key, plain.values())}
    known = {ref: found[name] for ref, name in plain.items() if name in found}
    missing = [ref for ref in references if ref not in known]
    # what is no number of the account is told as everywhere else
    wanted = dict(zip(missing, resolve(account.client, account.numbers, missing), strict=True))
    by_id = {str(record["id"]): record for record in _read(account, "id", wanted.values())}
    known |= {ref: by_id.get(one) or _get(account, one) for ref, one in wanted.items()}
    chosen = {str(known[ref]["id"]): known[ref] for ref in references}
    return list(_routes(account, chosen.values()))


def _read(account: Account, key: str, values: Iterable[str]) -> Iterator[Record]:
    query = _query(account.numbers, routing.READ)
    return account.client.lists(account.numbers, (replace(query, filters={key: some}) for some in batches(values)))


def _get(account: Account, identifier: str) -> Record:
    query = _query(account.numbers, routing.READ)
    return records(account.client.get(account.numbers, identifier, query), query.tree)[0]


def _query(resource: Resource, paths: Iterable[str]) -> ListQuery:
    """What is read at some paths."""
    return with_columns(ListQuery(), [column(resource, path) for path in dict.fromkeys(paths)], chosen=True)


def _routes(account: Account, numbers: Iterable[Record]) -> Iterator[Route]:
    """The route of each record; outbound trunks are read when the first one is there."""
    outgoing: list[Outgoing] | None = []
    for at, record in enumerate(numbers):
        if at == 0:
            outgoing = _outgoing(account)
        yield route_of(record, None if outgoing is None else list(_outbound(record, outgoing)))


def _outgoing(account: Account) -> list[Outgoing] | None:
    """The outbound trunks; None where the account has no outbound service."""
    resource = BY_TYPE[routing.OUTBOUND_TYPE]
    links = (routing.OUTBOUND_LINK, routing.OUTBOUND_EMERGENCY_LINK)
    found = []
    try:
        for trunk in account.client.list(resource, _query(resource, routing.READ_OUTBOUND)):
            shown, emergency = (_ids(trunk.pop(link, None)) for link in links)
            found.append(Outgoing(trunk, shown, emergency))
    except NoAccess:
        return None
    return found


def _ids(linked: Any) -> set[str]:
    return {str(one["id"]) for one in linked if isinstance(one, dict)} if isinstance(linked, list) else set()


def _outbound(record: Record, outgoing: Iterable[Outgoing]) -> Iterator[Outbound]:
    for one in outgoing:
        any_number, calls = bool(one.trunk.get(routing.OUTBOUND_ANY)), str(record["id"]) in one.emergency
        caller = any_number or str(record["id"]) in one.shown
        if caller or calls:
            parts: dict[str, Any] = {name: one.trunk.get(path) for name, path in routing.OUTBOUND.items()}
            active = parts["status"] == routing.OUTBOUND_ACTIVE
            yield Outbound(**parts, active=active, caller=caller, any_number=any_number, emergency_calls=calls)
