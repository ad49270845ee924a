"""Numbers registered at an address, from plain files: planned, checked against the requirement, handed in once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from didww_cli.catalog import BY_TYPE, requirements
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import near, read
from didww_cli.catalog.regulation import (
    ADDRESS_VERIFICATIONS,
    ADDRESSES,
    IDENTITIES,
    PERMANENT_SUPPORTING_DOCUMENTS,
    PROOFS,
)
from didww_cli.catalog.requirements import ADDRESS, ADDRESS_RULES, IDENTITY, Aspect
from didww_cli.errors import NotFound, OutcomeUnknown, Refused, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document as Answer
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.documents.kept_uploads import Uploads
from didww_cli.workflows.documents.lacks import Held, Item, items_of, judged
from didww_cli.workflows.documents.papers import Paper, filed, forget_refused
from didww_cli.workflows.documents.requirements import (
    Numbers,
    Requirement,
    complaints,
    linked,
    numbers_of,
    place_near,
    requirement_of,
    validation,
)
from didww_cli.workflows.documents.uploads import Document
from didww_cli.workflows.orders.ordering import placed_before, search
from didww_cli.workflows.reading.references import BATCH, resolve
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.request import Request

WHOSE = {IDENTITIES.singular: IDENTITY, ADDRESSES.singular: ADDRESS}


@dataclass(frozen=True, slots=True)
class Given:
    """A file of the command line, and the kind of document that it is; ``of``: whose it is, where that was said."""

    document: Document
    kind: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One kind of document that the requirement takes. ``resource``: what is created of it; None for a form that is
    handed in with the verification.
    """

    of: str
    called: str
    resource: Resource | None
    kind: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Registration:
    """What is to be done. ``numbers``: those that are in no verification of the address yet."""

    requirement: Requirement
    numbers: Sequence[Record]
    identity: Held
    address: Held
    papers: Sequence[Paper]
    onetime: Sequence[Document]
    attributes: Mapping[str, Any]

    @property
    def reference(self) -> str:
        """The external reference that it is submitted under."""
        return str(self.attributes[ADDRESS_VERIFICATIONS.own_reference])

    def request(self, files: Sequence[str]) -> Request:
        """What submits it. ``files``: the uploaded forms of this verification."""
        resource = ADDRESS_VERIFICATIONS
        links: dict[str, Any] = {
            requirements.VERIFIED: {"type": ADDRESS, "id": str(self.address.record["id"])},
            requirements.NUMBERS_LINK: [{"type": DIDS.type, "id": str(one["id"])} for one in self.numbers],
        }
        if files:
            link = resource.relationship(requirements.ONETIME_LINK)
            assert link is not None
            links[requirements.ONETIME_LINK] = [{"type": link.target, "id": one} for one in files]
        relationships = {name: {"data": one} for name, one in links.items()}
        data = {"type": resource.type, "attributes": dict(self.attributes), "relationships": relationships}
        return Request("POST", resource.path, {"data": data})


def dids_of(client: Client, references: Sequence[str]) -> list[Record]:
    """The numbers of some references, each once, with their groups and last verifications."""
    inside = [f"{requirements.GROUP}.{one}" for one in requirements.OF_GROUP]
    include = (requirements.GROUP, *inside, requirements.VERIFICATION, f"{requirements.VERIFICATION}.address")
    wanted = list(dict.fromkeys(resolve(client, DIDS, references)))
    found: dict[str, Record] = {}
    for start in range(0, len(wanted), BATCH):
        query = ListQuery({"id": tuple(wanted[start : start + BATCH])}, include=include)
        found |= {str(one["id"]): one for one in client.list(DIDS, query)}
    if missing := [one for one in wanted if one not in found]:
        raise NotFound(f"There is no DID with the id {', '.join(missing)}.")
    return [found[one] for one in wanted]


def common_requirement(client: Client, dids: Sequence[Record]) -> Record:
    """What all of some numbers have to fulfil; UsageError where that differs, or where nothing is asked for."""
    asked: dict[str, list[str]] = {}
    for did in dids:
        named = linked(linked(did, requirements.GROUP), requirements.RULES_OF_GROUP)
        asked.setdefault(str(named["id"]) if named else "", []).append(label(did, DIDS))
    if "" in asked:
        raise UsageError(f"DIDWW asks for no registration of {', '.join(asked[''])}.", "Leave them out.")
    if len(asked) > 1:
        each = "\n".join(f"  {one}: {', '.join(numbers)}" for one, numbers in asked.items())
        raise UsageError(f"These numbers have different requirements:\n{each}", "Register those of each by themselves.")
    numbers = numbers_of(label(dids[0], DIDS), linked(dids[0], requirements.GROUP))
    record = requirement_of(client, ADDRESS_RULES, numbers)
    assert record is not None
    return record


def submitted(dids: Sequence[Record], address: Held) -> dict[str, Record]:
    """The verifications of the address in which numbers are, in review or approved, by the ids of the numbers."""
    ends = ADDRESS_VERIFICATIONS.ends
    found = {str(did["id"]): linked(did, requirements.VERIFICATION) for did in dids}
    return {
        number: one
        for number, one in found.items()
        if one
        and one.get("status") in (*ADDRESS_VERIFICATIONS.under_way, ends.done)
        and read(one, (requirements.VERIFIED, "id")) == address.record["id"]
    }


def slots(record: Record, kind: str) -> list[Slot]:
    """The kinds of document that a requirement takes of a kind of identity, and of the address."""
    found = []
    for of, side in ((IDENTITY, ADDRESS_RULES.people.get(kind)), (ADDRESS, ADDRESS_RULES.address)):
        if side is None:
            continue
        found += [_slot(of, PROOFS, one) for one in linked(record, side.types)]
        forms = ((side.form, PERMANENT_SUPPORTING_DOCUMENTS), (side.each_time, None))
        found += [_slot(of, to, linked(record, name)) for name, to in forms if name and linked(record, name)]
    return found


def _slot(of: str, resource: Resource | None, kind: Record) -> Slot:
    return Slot(of, str(kind.get(requirements.NAME) or kind["id"]), resource, kind)


def slot_of(given: Given, known: Sequence[Slot]) -> Slot:
    """The kind of document that a file is; UsageError, with those that are taken, where it is none or two of them."""
    of_owner = [one for one in known if given.of in ("", one.of)]
    fits = [one for one in of_owner if one.called.casefold() == given.kind.casefold()]
    whose = f" of the {BY_TYPE[given.of].singular}" if given.of else ""
    taken = ", ".join(dict.fromkeys(one.called for one in of_owner))
    if not fits:
        raise UsageError(
            f"--document {given.document.path}: {given.kind!r} is no document that is asked for{whose}."
            f"{near(given.kind, [one.called for one in of_owner])}",
            f"Taken are: {taken}." if taken else f"No documents{whose} are asked for.",
        )
    if len(fits) > 1:
        ways = " or ".join(f"{name}:{given.kind}" for name in WHOSE)
        raise UsageError(f"--document {given.document.path}: {given.kind} can be of either. Write {ways}.")
    return fits[0]


def paper_of(slot: Slot, identity: Held, address: Held, files: Sequence[Document]) -> Paper:
    """What is created of some files."""
    assert slot.resource is not None
    whose = identity if slot.of == IDENTITY else address
    names = requirements.PROOF_LINKS if slot.resource is PROOFS else requirements.FORM_LINKS
    both = ({"type": slot.of, "id": str(whose.record["id"])}, {"type": slot.kind["type"], "id": str(slot.kind["id"])})
    return Paper(slot.resource, dict(zip(names, both, strict=True)), files, slot.called)


def missing_items(
    door: Door | None,
    client: Client,
    registration: Registration,
    dids: Sequence[Record],
    used: Sequence[Slot],
) -> list[Item]:
    """What is missing beyond the documents that are given (``used``: kinds of those that are new). DIDWW is asked
    through the door; without one what the records tell is all.
    """
    owners = {IDENTITY: registration.identity, ADDRESS: registration.address}
    ids = {kind: str(one.record["id"]) for kind, one in owners.items()}
    refused = complaints(door, validation(registration.requirement, ids)) if door else None
    now, then = [], []
    for numbers, place in _places(client, registration.requirement, dids):
        now += items_of(registration.requirement, numbers, registration.identity, registration.address, place)
        then += items_of(registration.requirement, numbers, *_with(registration, used), place)
    if door:
        errors = (refused.errors or [{"title": refused.message}]) if refused else None
        now = judged(now, errors, owners)
    coming = {(one.of, one.aspect) for one in then if one.counted and one.there}
    named = {(one.of, one.aspect) for one in then}  # what DIDWW misses beyond the requirement, any document may be
    coming |= {(slot.of, kind) for slot in used for kind in (Aspect.DOCUMENTS, Aspect.FORM)} - named
    found = [one for one in now if not one.there and not (one.counted and (one.of, one.aspect) in coming)]
    return list({(one.of, one.aspect, one.field, one.says): one for one in found}.values())


def _places(
    client: Client, requirement: Requirement, dids: Sequence[Record]
) -> Iterator[tuple[Numbers, Record | None]]:
    """The numbers of each DID group, with the place in which the address must be."""
    groups = {str(group["id"]): (did, group) for did in dids if (group := did[requirements.GROUP])}
    for did, group in groups.values():
        numbers = numbers_of(label(did, DIDS), group)
        yield numbers, place_near(client, numbers, requirement.address.place)


def _with(registration: Registration, used: Sequence[Slot]) -> tuple[Held, Held]:
    """Identity and address as they are once the documents are handed in."""
    found = []
    for of, one in ((IDENTITY, registration.identity), (ADDRESS, registration.address)):
        proofs = [{requirements.PROOF_TYPE: slot.kind} for slot in used if slot.of == of and slot.resource is PROOFS]
        forms = [
            {requirements.FORM_OF: slot.kind}
            for slot in used
            if slot.of == of and slot.resource is PERMANENT_SUPPORTING_DOCUMENTS
        ]
        record = dict(one.record)
        record[requirements.PROOFS] = [*(record.get(requirements.PROOFS) or []), *proofs]
        record[requirements.FORMS] = [*(record.get(requirements.FORMS) or []), *forms]
        found.append(replace(one, record=record))
    return found[0], found[1]


def submit(uploads: Uploads, registration: Registration) -> Answer:
    """Hand in the documents and submit the verification, each once. OutcomeUnknown where its answer was lost and it
    does not turn up by its reference.
    """
    for paper in registration.papers:
        filed(uploads, paper)
    door, reference = uploads.door, registration.reference
    request = registration.request([uploads.file_of(one) for one in registration.onetime])
    try:
        made: Any = door.send(request)
    except OutcomeUnknown as lost:
        what = ADDRESS_VERIFICATIONS.singular
        made, problem = search(door.client, lambda: placed_before(door.client, reference, ADDRESS_VERIFICATIONS), what)
        if made is None:
            lost.message = f"The {what} with the reference {reference}: {lost.message} Looked for by it: {problem}"
            raise
    except Refused as error:
        forget_refused(uploads, registration.onetime, error, requirements.ONETIME_LINK)
        raise
    uploads.forget(registration.onetime)
    found: Answer = made or {}
    return found


def unasked(requirement: Requirement, kind: str, used: Sequence[Slot], description: str | None) -> str:
    """What is asked for with each verification and not given, or given and not asked for; empty where all is right."""
    side = requirement.people.get(kind)
    form = side.each_time if side else None
    if form and not any(one.called == form.name for one in used):
        return f"--document FILE='{form.name}' is needed: a form that is handed in with each verification."
    if requirement.service_description != (description is not None):
        return (
            "--service-description TEXT is needed: what the numbers are for."
            if requirement.service_description
            else "--service-description is not asked for here."
        )
    return ""
