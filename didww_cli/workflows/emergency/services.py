"""How far the emergency services of an account are: each with all that happened to it, and what comes next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from didww_cli.catalog import BY_TYPE, cover
from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES, EMERGENCY_VERIFICATIONS
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import column, read
from didww_cli.errors import NetworkFailure, NotFound
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.reading.listing import with_columns
from didww_cli.workflows.reading.references import BATCH, resolve


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a service. ``at``: as the server writes it; ``verification``, ``address``, ``status`` and
    ``reasons``: of an address that was handed in, where it was one.
    """

    at: str | None
    what: str
    verification: str | None = None
    address: str | None = None
    status: str | None = None
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """An emergency service. ``covered``: whether emergency calls work, None if unknown; ``says``: what its status
    means; ``next``: the command that goes on, None for none.
    """

    id: str
    reference: str
    name: str
    status: str
    country: str | None
    setup_price: str | None
    monthly_price: str | None
    renew_date: str | None
    dids: Sequence[str]
    covered: bool | None
    says: str
    next: str | None
    timeline: Sequence[Event]


def services(client: Client, ids: Sequence[str] | None = None) -> Iterator[Service]:
    """All services, or some by id, the newest first."""
    handed_in: dict[str, list[Record]] = {}
    for one in read_all(client, EMERGENCY_VERIFICATIONS, cover.READ_VERIFICATION, cover.OF_SERVICE, ids):
        handed_in.setdefault(str(read(one, (cover.SERVICE_LINK, "id"))), []).append(one)
    for record in read_all(client, EMERGENCY_CALLING_SERVICES, cover.READ_SERVICE, "id", ids):
        yield _service(record, handed_in.get(str(record["id"]), []))


def service_by_id(client: Client, identifier: str) -> Service:
    """One service; NetworkFailure where the server leaves it out."""
    for one in services(client, [identifier]):
        return one
    raise NetworkFailure(f"The server left out the {EMERGENCY_CALLING_SERVICES.singular} {identifier}.")


def services_of(client: Client, numbers: Sequence[str]) -> dict[str, str | None]:
    """The id of the service of each of some DIDs, which are given by reference; None where it has none."""
    ids = resolve(client, DIDS, numbers)
    found = dids_by_id(client, ids, ("id", cover.NUMBER, cover.SERVICE_LINK))
    linked = {number: found[one].get(cover.SERVICE_LINK) for number, one in zip(numbers, ids, strict=True)}
    return {number: str(one["id"]) if isinstance(one, dict) else None for number, one in linked.items()}


def dids_by_id(client: Client, ids: Sequence[str], paths: Sequence[str]) -> dict[str, Record]:
    """Some DIDs with what stands at some paths; NotFound where one is none of the account's."""
    found = {str(one["id"]): one for one in read_all(client, DIDS, paths, "id", ids)}
    if missing := [one for one in ids if one not in found]:
        raise NotFound(f"There is no {DIDS.singular} {', '.join(missing)}.")
    return found


def service_of(client: Client, verification: str) -> str:
    """The id of the service that a verification is for; NetworkFailure where the server does not say."""
    query = with_columns(ListQuery(), [column(EMERGENCY_VERIFICATIONS, cover.SERVICE_LINK)], chosen=True)
    record = records(client.get(EMERGENCY_VERIFICATIONS, verification, query), query.tree)[0]
    found = record.get(cover.SERVICE_LINK)
    if not isinstance(found, dict):
        raise NetworkFailure("The server does not say which service it is for.")
    return str(found["id"])


def read_all(
    client: Client, resource: Resource, paths: Iterable[str], key: str, values: Sequence[str] | None
) -> Iterator[Record]:
    """Records of a list with what stands at some paths: all, or those that a filter lets through."""
    shown = [column(resource, path) for path in dict.fromkeys(paths)]
    wanted = [{}] if values is None else [{key: tuple(part)} for part in _parts(list(dict.fromkeys(values)))]
    order = ("-created_at",) if key != "id" or values is None else ()
    for filters in wanted:
        query = ListQuery(filters, sort=tuple(name for name in order if name[1:] in resource.sorts))
        yield from client.list(resource, with_columns(query, shown, chosen=True))


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def _service(record: Record, handed_in: Sequence[Record]) -> Service:
    parts = {name: read(record, path.split(".")) for name, path in cover.SERVICE.items()}
    numbers = [str(one) for one in read(record, cover.NUMBERS.split(".")) or ()]
    stage = cover.STAGES.get(str(parts["status"]), cover.UNKNOWN)
    latest = max(handed_in, key=lambda one: str(one.get(cover.CREATED)), default={})
    told = {**parts, "verification": latest.get("reference") or "REF", "numbers": ",".join(numbers)}
    command = stage.next.format_map({name: shlex.quote(str(one)) for name, one in told.items()})
    return Service(
        **parts,
        dids=numbers,
        covered=stage.covered,
        says=stage.says,
        next=command if numbers and command else None,
        timeline=_timeline(record, handed_in),
    )


def _timeline(record: Record, handed_in: Sequence[Record]) -> list[Event]:
    """What happened, the first first. The API does not say when a review ended."""
    moments = [Event(record[path], what) for what, path in cover.MOMENTS.items() if record.get(path)]
    found = [*moments, *(_handed_in(one) for one in handed_in)]
    return sorted(found, key=lambda one: str(one.at))


def _handed_in(record: Record) -> Event:
    said = [record.get(name) or [] for name in cover.REASONS]
    reasons = [str(one) for some in said for one in (some if isinstance(some, list) else [some])]
    address = record.get(cover.ADDRESS)
    called = label(address, BY_TYPE[str(address["type"])]) if isinstance(address, Mapping) else None
    reference, status = str(record.get("reference") or record["id"]), record.get("status")
    return Event(record.get(cover.CREATED), "handed in", reference, called, status, reasons)
