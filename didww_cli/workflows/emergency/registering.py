"""Asking for emergency calls once: what stands in the way, what it takes and costs, the check, and handing it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog import cover, request_about
from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES, EMERGENCY_REQUIREMENTS, EMERGENCY_VERIFICATIONS
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import column, read
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.errors import CheckFailed, DidwwError, NetworkFailure, OutcomeUnknown, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.emergency.services import dids_by_id, read_all
from didww_cli.workflows.orders.ordering import REFERENCE, placed_before, search
from didww_cli.workflows.reading.listing import with_columns
from didww_cli.workflows.reading.references import resolve
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import creation


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, by id: DIDs of a new service, or a service; the address; the identity, where one was named.

    ``reference``: the external reference that it is handed in under.
    """

    dids: Sequence[str]
    service: str | None
    address: str
    identity: str | None
    reference: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to be handed in, all of it read. ``service``: None for a new one. ``areas``: of the numbers."""

    numbers: Sequence[str]
    areas: Sequence[str]
    service: Record | None
    address: Record
    identity: Record
    requirement: Record
    check: Request
    request: Request


def looked_up(
    client: Client, numbers: Sequence[str], service: str | None, address: str, identity: str | None, reference: str
) -> Wanted:
    """References as ids; NotFound or Ambiguous where one is none."""

    def one(resource: Resource, name: str | None) -> str | None:
        return None if name is None else resolve(client, resource, [name])[0]

    found = resolve(client, DIDS, numbers) if numbers else []
    place = resolve(client, ADDRESSES, [address])[0]
    return Wanted(found, one(EMERGENCY_CALLING_SERVICES, service), place, one(IDENTITIES, identity), reference)


def there_before(client: Client, wanted: Wanted) -> Document | None:
    """What was handed in under the reference; None where nothing was. CheckFailed where that is something else."""
    found = placed_before(client, wanted.reference, EMERGENCY_VERIFICATIONS)
    if found is None:
        return None
    paths = (cover.ADDRESS, cover.SERVICE_LINK, cover.NUMBERS)
    document = client.get(EMERGENCY_VERIFICATIONS, str(found["data"]["id"]), _query(EMERGENCY_VERIFICATIONS, paths))
    record = records(document, {})[0]
    dids = {str(one["id"]) for one in record.get(cover.DIDS_LINK) or ()}
    same = _id(record, cover.ADDRESS) == wanted.address
    same &= not wanted.service or wanted.service == _id(record, cover.SERVICE_LINK)
    if not same or (wanted.dids and dids != set(wanted.dids)):
        raise CheckFailed(
            f"The external reference {wanted.reference!r} belongs to another emergency verification, {record['id']}.",
            "Nothing was sent. Choose another reference.",
        )
    return found


def planned(client: Client, wanted: Wanted) -> Plan:
    """All that is to be known before the question; CheckFailed naming what stands in the way of each number."""
    service = _service(client, wanted.service) if wanted.service else None
    dids = list(_dids(client, wanted.dids)) if wanted.dids else []
    requirement = _requirement_of(client, service) if service else _requirement(client, dids)
    address = _get(client, ADDRESSES, wanted.address, (*ADDRESSES.label, cover.IDENTITY_LINK))
    identity = _identity(client, address, wanted.identity)
    numbers = [str(one[cover.NUMBER]) for one in dids or (service or {}).get(cover.DIDS_LINK) or ()]
    areas = [str(read(one, cover.AREA.split("."))) for one in dids]
    check, request = _requests(client, wanted, requirement, identity)
    return Plan(numbers, list(dict.fromkeys(areas)), service, address, identity, requirement, check, request)


def checked(door: Door, plan: Plan) -> None:
    """Have the API check identity and address against the requirement: its 422 is raised as Refused. It keeps nothing,
    so that an answer that is lost is no unknown outcome.
    """
    try:
        door.send(plan.check)
    except OutcomeUnknown as error:
        raise NetworkFailure(
            f"Whether the {EMERGENCY_REQUIREMENTS.singular} is fulfilled was not answered: {error.message}",
            "Nothing was handed in: a check changes nothing. Repeat the command.",
        ) from None


def handed_in(door: Door, plan: Plan, reference: str, again: str) -> tuple[Document, bool]:
    """Hand it in, once: what is then there, and whether it had to be looked for since the answer was lost.

    OutcomeUnknown, with the command that looks first and then goes on, where it does not turn up.
    """
    try:
        document, lost = door.send(plan.request), DidwwError("The answer holds nothing.")
    except OutcomeUnknown as error:
        document, lost = None, error
    if document and records(document, {}):
        return document, False
    what = EMERGENCY_VERIFICATIONS.singular
    found, problem = search(door.client, lambda: placed_before(door.client, reference, EMERGENCY_VERIFICATIONS), what)
    if found is None:
        raise OutcomeUnknown(
            f"The {what} was sent, but its answer was lost: {lost.message} Its external reference is {reference}; "
            f"{problem}",
            f"It may be there, now or later. Repeat it with this reference, which hands in nothing twice:\n{again}",
            status=lost.status,
            errors=lost.errors,
        )
    return found, True


def _dids(client: Client, ids: Sequence[str]) -> Iterable[Record]:
    found = dids_by_id(client, ids, cover.READ_NUMBER)
    wrong = [f"{found[one][cover.NUMBER]}: {'; '.join(told)}" for one in found if (told := _obstacles(found[one]))]
    if wrong:
        raise CheckFailed(
            "\n".join(["No emergency service is possible for:", *wrong]),
            "Nothing was sent. 'didww emergency gaps' lists the numbers that can have one, and 'didww emergency status "
            "--did NUMBER' tells how far a service is.",
        )
    return found.values()


def _obstacles(did: Record) -> list[str]:
    told = [stop.says for stop in cover.STOPS if did.get(stop.member) == stop.value]
    features = read(did, cover.FEATURES.split("."))
    if isinstance(features, list) and cover.FEATURE not in features:
        told.append(cover.NO_FEATURE)
    service = did.get(cover.SERVICE_LINK)
    if isinstance(service, Mapping) and service.get("status") != cover.OVER:
        told.append(f"it is in the emergency service {service.get('reference') or service.get('id')}")
    return told


def _service(client: Client, identifier: str) -> Record:
    paths = ("reference", "status", cover.NUMBERS, cover.REQUIREMENT_LINK, cover.SETUP, cover.MONTHLY)
    found = _get(client, EMERGENCY_CALLING_SERVICES, identifier, paths)
    if found.get("status") not in cover.TAKES_ADDRESS:
        raise CheckFailed(
            f"The emergency service {found.get('reference')} is {found.get('status')}, and takes an address only while "
            f"it is {', '.join(cover.TAKES_ADDRESS)}.",
            "Nothing was sent. 'didww emergency status' tells what goes on.",
        )
    return found


def _requirement_of(client: Client, service: Record) -> Record:
    identifier = _id(service, cover.REQUIREMENT_LINK)
    if not identifier:
        raise CheckFailed(f"The emergency service {service.get('reference')} names no requirement.")
    return _get(client, EMERGENCY_REQUIREMENTS, identifier, cover.READ_REQUIREMENT)


def _requirement(client: Client, dids: Sequence[Record]) -> Record:
    """The requirement of the country and kind of some numbers; CheckFailed where they differ, or there is none."""
    places = {(_id(one, cover.NUMBER_COUNTRY), _kind(one, cover.NUMBER_KINDS)) for one in dids}
    if len(places) > 1:
        raise CheckFailed(
            "The numbers of an emergency service are of one country and one kind; these are not.",
            "Nothing was sent. Register those of each country and kind by themselves.",
        )
    country, kind = places.pop()
    for one in read_all(client, EMERGENCY_REQUIREMENTS, cover.READ_REQUIREMENT, cover.COUNTRY_IS, [country]):
        if _kind(one, cover.KINDS) == kind:
            return one
    raise CheckFailed(
        "There is no emergency requirement for the country and kind of these numbers: DIDWW offers no service there.",
        f"Nothing was sent. 'didww {EMERGENCY_REQUIREMENTS.noun} list' tells where there is one.",
    )


def _kind(record: Record, paths: Sequence[str]) -> str:
    """The kind of a number as a value that can be compared, of whichever version."""
    found = [read(record, path.split(".")) for path in paths]
    return next((str(one["id"]) if isinstance(one, Mapping) else str(one) for one in found if one), "")


def _identity(client: Client, address: Record, named: str | None) -> Record:
    """The identity that an address belongs to; UsageError where another one was named."""
    found = address.get(cover.IDENTITY_LINK)
    if not isinstance(found, Mapping):
        raise CheckFailed(f"The address {label(address, ADDRESSES)} belongs to no identity.")
    if named and named != found["id"]:
        raise UsageError(
            f"The address {label(address, ADDRESSES)} belongs to {label(found, IDENTITIES)}, not to that identity.",
            f"'didww addresses list -f identity.id={named}' lists the addresses of that one.",
        )
    return dict(found)


def _requests(client: Client, wanted: Wanted, requirement: Record, identity: Record) -> tuple[Request, Request]:
    """The check, and what is handed in."""
    linker, validation = Linker(client), request_about(EMERGENCY_REQUIREMENTS.type)
    ids = {
        EMERGENCY_REQUIREMENTS.type: requirement["id"],
        IDENTITIES.type: identity["id"],
        ADDRESSES.type: wanted.address,
    }
    known = {kind: {"type": kind, "id": str(one)} for kind, one in ids.items()}
    links = {link.name: Links([known[link.target]]) for link in validation.relationships}
    check = creation(validation, Draft(links=links), linker)
    asked = {cover.ADDRESS: [known[ADDRESSES.type]]}
    if wanted.service:
        asked[cover.SERVICE_LINK] = [{"type": EMERGENCY_CALLING_SERVICES.type, "id": wanted.service}]
    else:
        asked[cover.DIDS_LINK] = [{"type": DIDS.type, "id": one} for one in wanted.dids]
    draft = Draft({REFERENCE: wanted.reference}, links={name: Links(refs) for name, refs in asked.items()})
    return check, creation(EMERGENCY_VERIFICATIONS, draft, linker)


def _get(client: Client, resource: Resource, identifier: str, paths: Iterable[str]) -> Record:
    query = _query(resource, paths)
    return records(client.get(resource, identifier, query), query.tree)[0]


def _query(resource: Resource, paths: Iterable[str]) -> ListQuery:
    return with_columns(ListQuery(), [column(resource, path) for path in paths], chosen=True)


def _id(record: Record, link: str) -> str:
    found: Any = read(record, link.split("."))
    return str(found["id"]) if isinstance(found, Mapping) else ""
