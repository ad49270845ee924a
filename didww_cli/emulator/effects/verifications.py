"""Verifications of addresses: checked, reviewed after a while, approved or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from didww_cli.emulator.account import Account
from didww_cli.emulator.derived import related
from didww_cli.emulator.effects import tasks
from didww_cli.emulator.effects.callbacks import announce
from didww_cli.emulator.effects.change import Behaviour, Change, link_error
from didww_cli.emulator.effects.documents import check_unused, consume
from didww_cli.emulator.effects.orders import check_callback, new_reference
from didww_cli.emulator.effects.requirements import lacks, lacks_place
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.state import Record, State

# who writes this into a reference or a description wants a rejection
REJECT = "reject"
REASONS = ["The address does not match the area of the number", "The document cannot be read"]
COMMENT = "Rejected because the request says so."
_APPROVED: dict[str, Any] = {"status": "approved"}
_REJECTED: dict[str, Any] = {"status": "rejected", "reject_reasons": REASONS, "reject_comment": COMMENT}
# the id_number of an identity whose addresses the sandbox approves or rejects
DECIDED = {"11111111-1111-1111-1111-111111111111": _APPROVED, "22222222-2222-2222-2222-222222222222": _REJECTED}
_ONETIME = ("personal_onetime_document", "business_onetime_document")


def _check(change: Change) -> Iterator[ErrorObject]:
    if not change.creating:
        return
    yield from check_callback(change)
    yield from check_unused(change, "onetime_files")
    change.attributes["reference"] = new_reference()
    requirements = _requirements(change)
    if len(requirements) != 1:
        yield link_error("dids", "are invalid")
        return
    yield from (invalid("/data", message) for message in _lacking(change, requirements[0]))


def _requirements(change: Change) -> list[Record]:
    """The requirements of the DIDs; None among them for a DID that needs no registration is left out."""
    groups = [group for did in change.targets("dids") for group in related(change.state, did, "did_group")]
    found = {group.link("address_requirement") for group in groups}
    records = [change.state.get("address_requirements", identifier) for identifier in found]
    return [record for record in records if record]


def _lacking(change: Change, requirement: Record) -> Iterator[str]:
    address, identity = change.target("address"), _identity(change)
    if address and identity:
        yield from lacks(change.state, requirement, identity, address)
        yield from lacks_place(change.state, requirement, address, change.targets("dids"))
        yield from _onetime(change, requirement, identity)
    wanted = requirement.attributes["service_description_required"]
    if wanted != bool(change.value("service_description")):
        yield "service description is required" if wanted else "service description is not needed"


def _identity(change: Change) -> Record | None:
    address = change.target("address")
    return change.state.get("identities", address.link("identity")) if address else None


def _onetime(change: Change, requirement: Record, identity: Record) -> Iterator[str]:
    name = _ONETIME[identity.attributes["identity_type"] == "business"]
    form = change.state.get("supporting_document_templates", requirement.link(name))
    if form and not change.linked("onetime_files"):
        yield f"Following Supporting Document(s) required ({form.attributes['name']})"
    elif change.linked("onetime_files") and not form:
        yield "one-time document is not needed"


def _submit(change: Change, verification: Record) -> None:
    if not change.creating:
        return
    consume(change, verification, "onetime_files")
    for did in change.targets("dids"):
        change.state.link(did, "address_verification", verification.id)
    tasks.begin(change.account, verification)


def _outcome(account: Account, verification: Record) -> dict[str, Any]:
    """The attributes that a review ends with; two identities end it their own way, as in DIDWW's sandbox."""
    state = account.state
    people = [who for home in related(state, verification, "address") for who in related(state, home, "identity")]
    decided = [DECIDED[who.attributes["id_number"]] for who in people if who.attributes["id_number"] in DECIDED]
    return decided[0] if decided else verdict(account, verification)


def verdict(account: Account, verification: Record) -> dict[str, Any]:
    """The attributes that a review ends with."""
    if account.rejecting or _wants_rejection(account.state, verification):
        return _REJECTED
    return _APPROVED


def _wants_rejection(state: State, verification: Record) -> bool:
    """Whether the verification, its address or its identity says "reject" in a reference or a description."""
    addresses = related(state, verification, "address")
    involved = [verification, *addresses, *(who for place in addresses for who in related(state, place, "identity"))]
    names = ("external_reference_id", "description", "service_description")
    return any(REJECT in str(record.attributes.get(name) or "").lower() for record in involved for name in names)


def review(account: Account, verification: Record) -> None:
    """Ends the review; approval registers the DIDs."""
    state = account.state
    state.set(verification, **_outcome(account, verification))
    tasks.drop(account, verification)
    if verification.attributes["status"] == "approved":
        verify_place(state, verification)
        for did in state.holding("dids", "address_verification", verification.id):
            state.set(did, awaiting_registration=False, blocked=did.attributes["terminated"])
    announce(account, verification, **_reasons(verification))


def verify_place(state: State, verification: Record) -> None:
    """The address of an approved verification, and who lives there, count as verified."""
    for address in related(state, verification, "address"):
        for record in (address, *related(state, address, "identity")):
            state.set(record, verified=True)


def _reasons(verification: Record) -> dict[str, str]:
    if verification.attributes["status"] != "rejected":
        return {}
    reasons = "; ".join(verification.attributes["reject_reasons"])
    return {"reject_reason": reasons, "reject_comment": verification.attributes["reject_comment"]}


VERIFICATIONS = Behaviour(check=_check, done=_submit)
