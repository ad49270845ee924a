"""Asking for emergency calls once: what stands in the way, what it takes and costs, the check, and handing it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog import cover
from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES, EMERGENCY_REQUIREMENTS, EMERGENCY_VERIFICATIONS
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import column, read
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.catalog.requirements import EMERGENCY_RULES
from didww_cli.errors import CheckFailed, DidwwError, OutcomeUnknown, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.documents.requirements import (
    Requirement,
    linked,
    numbers_of,
    record_of,
    requirement_of,
    told,
    validation,
)
from didww_cli.workflows.emergency.services import dids_by_id
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

    ``attributes``: the external reference that it is handed in under, and what else it gets.
    """

    dids: Sequence[str]
    service: str | None
    address: str
    identity: str | None
    attributes: Mapping[str, Any]

    @property
    def reference(self) -> str:
        """The external reference that it is handed in under."""
        return str(self.attributes[REFERENCE])


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to be handed in, all of it read. ``service``: None for a new one. ``areas``: of the numbers."""

    numbers: Sequence[str]
    areas: Sequence[str]
    service: Record | None
    address: Record
    identity: Record
    requirement: Requirement
    check: Request
    request: Request


def looked_up(
    client: Client,
    numbers: Sequence[str],
    service: str | None,
    address: str,
    identity: str | None,
    attributes: Mapping[str, Any],
) -> Wanted:
    """References as ids; NotFound or Ambiguous where one is none."""

    def one(resource: Resource, name: str | None) -> str | None:
        return None if name is None else resolve(client, resource, [name])[0]

    found = resolve(client, DIDS, numbers) if numbers else []
    place = resolve(client, ADDRESSES, [address])[0]
    return Wanted(found, one(EMERGENCY_CALLING_SERVICES, service), place, one(IDENTITIES, identity), attributes)


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
    requirement = told(_requirement_of(client, service) if service else _requirement(client, dids), EMERGENCY_RULES)
    address = _get(client, ADDRESSES, wanted.address, (*ADDRESSES.label, cover.IDENTITY_LINK))
    identity = _identity(client, address, wanted.identity)
    called = [str(one[cover.NUMBER]) for one in dids or (service or {}).get(cover.DIDS_LINK) or ()]
    areas = [str(read(one, cover.AREA.split("."))) for one in dids]
    check = validation(requirement, {IDENTITIES.type: str(identity["id"]), ADDRESSES.type: wanted.address})
    request = _request(client, wanted)
    return Plan(called, list(dict.fromkeys(areas)), service, address, identity, requirement, check, request)


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
    wrong = [f"{found[one][cover.NUMBER]}: {'; '.join(why)}" for one in found if (why := _obstacles(found[one]))]
    if wrong:
        raise CheckFailed(
            "\n".join(["No emergency service is possible for:", *wrong]),
            "Nothing was sent. 'didww emergency gaps' lists the numbers that can have one, and 'didww emergency status "
            "--did NUMBER' tells how far a service is.",
        )
    return found.values()


def _obstacles(did: Record) -> list[str]:
    why = [stop.says for stop in cover.STOPS if did.get(stop.member) == stop.value]
    features = read(did, cover.FEATURES.split("."))
    if isinstance(features, list) and cover.FEATURE not in features:
        why.append(cover.NO_FEATURE)
    service = did.get(cover.SERVICE_LINK)
    if isinstance(service, Mapping) and service.get("status") != cover.OVER:
        why.append(f"it is in the emergency service {service.get('reference') or service.get('id')}")
    return why


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
    return record_of(client, EMERGENCY_REQUIREMENTS, identifier, EMERGENCY_RULES.include)


def _requirement(client: Client, dids: Sequence[Record]) -> Record:
    """The requirement of the country and kind of some numbers; CheckFailed where they differ, or there is none."""
    numbers = [numbers_of(str(one[cover.NUMBER]), linked(one, cover.GROUP)) for one in dids]
    if len({(one.country["id"], one.kind) for one in numbers}) > 1:
        raise CheckFailed(
            "The numbers of an emergency service are of one country and one kind; these are not.",
            "Nothing was sent. Register those of each country and kind by themselves.",
        )
    if found := requirement_of(client, EMERGENCY_RULES, numbers[0]):
        return found
    raise CheckFailed(
        "There is no emergency requirement for the country and kind of these numbers: DIDWW offers no service there.",
        f"Nothing was sent. 'didww {EMERGENCY_REQUIREMENTS.noun} list' tells where there is one.",
    )


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


def _request(client: Client, wanted: Wanted) -> Request:
    """What is handed in."""
    asked = {cover.ADDRESS: [{"type": ADDRESSES.type, "id": wanted.address}]}
    if wanted.service:
        asked[cover.SERVICE_LINK] = [{"type": EMERGENCY_CALLING_SERVICES.type, "id": wanted.service}]
    else:
        asked[cover.DIDS_LINK] = [{"type": DIDS.type, "id": one} for one in wanted.dids]
    draft = Draft(dict(wanted.attributes), links={name: Links(refs) for name, refs in asked.items()})
    return creation(EMERGENCY_VERIFICATIONS, draft, Linker(client))


def _get(client: Client, resource: Resource, identifier: str, paths: Iterable[str]) -> Record:
    query = _query(resource, paths)
    return records(client.get(resource, identifier, query), query.tree)[0]


def _query(resource: Resource, paths: Iterable[str]) -> ListQuery:
    return with_columns(ListQuery(), [column(resource, path) for path in paths], chosen=True)


def _id(record: Record, link: str) -> str:
    found: Any = read(record, link.split("."))
    return str(found["id"]) if isinstance(found, Mapping) else ""
