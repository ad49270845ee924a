"""Emergency calling: a verification makes a service, its approval an order, and DELETE ends it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import uuid4

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import day, month_later, stamp
from didww_cli.emulator.defaults import attributes as with_defaults
from didww_cli.emulator.derived import related
from didww_cli.emulator.effects import ledger, tasks
from didww_cli.emulator.effects.callbacks import announce
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, link_error, refuse
from didww_cli.emulator.effects.orders import check_callback, new_reference
from didww_cli.emulator.effects.requirements import lacks, lacks_place
from didww_cli.emulator.effects.verifications import verdict, verify_place
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.state import Record, State
from didww_cli.emulator.values import money

_VERIFIABLE = ("new", "changes_required", "active")
_CANCELABLE = ("new", "changes_required", "active", "pending_update")


def _check(change: Change) -> Iterator[ErrorObject]:
    if not change.creating:
        return
    yield from check_callback(change)
    yield from _check_callback_pair(change)
    change.attributes["reference"] = new_reference()
    service = change.target("emergency_calling_service")
    if service and change.linked("dids"):
        yield link_error("dids", "must be blank when an emergency calling service is given")
    elif service:
        yield from _check_again(change, service)
    elif not change.linked("dids"):
        yield link_error("dids", "can't be blank")
    else:
        yield from _check_first(change)


def _check_callback_pair(change: Change) -> Iterator[ErrorObject]:
    """The URL and the method of a callback go together."""
    names = ("callback_url", "callback_method")
    missing = [name for name in names if not change.attributes.get(name)]
    if len(missing) == 1:
        yield attribute_error(missing[0], "can't be blank")


def _check_again(change: Change, service: Record) -> Iterator[ErrorObject]:
    if service.attributes["status"] not in _VERIFIABLE:
        shown = "NEW, CHANGES_REQUIRED or ACTIVE"
        yield invalid("/data", f"Emergency Calling Service should be in {shown} status")
        return
    for requirement in related(change.state, service, "emergency_requirement"):
        yield from _lacking(change, requirement, related(change.state, service, "dids"))


def _check_first(change: Change) -> Iterator[ErrorObject]:
    dids = change.targets("dids")
    groups = {did.id: group for did in dids for group in related(change.state, did, "did_group")}
    requirement = _requirement(change.state, list(groups.values()))
    if requirement is None:
        yield invalid("/data", "Emergency Rate not found")
    if len({group.link("country") for group in groups.values()}) > 1:
        yield link_error("dids", "should have the same Country")
    if len({group.link("did_group_type") for group in groups.values()}) > 1:
        yield link_error("dids", "should have the same Did Group Type")
    if len({group.link("city") for group in groups.values()}) > 1:
        yield link_error("dids", "should be linked with City ID")
    for did in dids:
        yield from _check_did(groups[did.id], did)
    if requirement:
        yield from _lacking(change, requirement, dids)


def _check_did(group: Record, did: Record) -> Iterator[ErrorObject]:
    pointer, shown = f"/data/relationships/dids/{did.id}", f"dids/{did.id}"
    if "emergency" not in group.attributes["features"]:
        yield invalid(pointer, "does not support Emergency feature", shown)
    elif did.attributes["blocked"]:
        yield invalid(pointer, "is not active", shown)
    elif did.link("emergency_calling_service"):
        yield invalid(pointer, "already has an Emergency Calling Service", shown)


def _requirement(state: State, groups: list[Record]) -> Record | None:
    """The requirement for the country and kind of number of the DIDs."""
    for requirement in state.holding("emergency_requirements", "country", groups[0].link("country")):
        if requirement.link("did_group_type") == groups[0].link("did_group_type"):
            return requirement
    return None


def _lacking(change: Change, requirement: Record, dids: list[Record]) -> Iterator[ErrorObject]:
    address = change.target("address")
    if address:
        identity = change.state.get("identities", address.link("identity"))
        messages = lacks(change.state, requirement, identity, address)
        for message in messages + lacks_place(change.state, requirement, address, dids):
            yield invalid("/data", message)


def _submit(change: Change, verification: Record) -> None:
    if not change.creating:
        return
    service = change.target("emergency_calling_service") or _new_service(change)
    was = service.attributes["status"]
    change.state.set(service, status="pending_update" if was == "active" else "in_process")
    change.state.link(service, "emergency_verification", verification.id)
    change.state.link(verification, "emergency_calling_service", service.id)
    verification.links.setdefault("dids", [])
    tasks.begin(change.account, verification)


def _new_service(change: Change) -> Record:
    dids = change.targets("dids")
    group = related(change.state, dids[0], "did_group")[0]
    requirement = _requirement(change.state, [group])
    assert requirement is not None
    attributes = {
        "name": f"{group.attributes['area_name']} emergency calls",
        "reference": new_reference(),
        "status": "new",
        "created_at": stamp(change.account.now),
    }
    links: dict[str, Any] = {name: group.link(name) for name in ("country", "did_group_type")}
    links |= {"emergency_requirement": requirement.id, "order": None}
    held = with_defaults("emergency_calling_services", attributes)
    service = Record("emergency_calling_services", str(uuid4()), held, links, dict(requirement.meta or {}))
    change.state.add(service)
    for did in dids:
        change.state.link(did, "emergency_calling_service", service.id)
    return service


def review(account: Account, verification: Record) -> None:
    """Ends the review; approval brings the service to life, and with its first one an order."""
    state = account.state
    state.set(verification, **verdict(account, verification))
    tasks.drop(account, verification)
    service = state.get("emergency_calling_services", verification.link("emergency_calling_service"))
    if service and service.attributes["status"] != "canceled":
        _settle(account, verification, service)
    announce(account, verification, **_reasons(verification))


def _settle(account: Account, verification: Record, service: Record) -> None:
    if verification.attributes["status"] == "rejected":
        account.state.set(service, status="changes_required")
        return
    verify_place(account.state, verification)
    if service.attributes["activated_at"] is None:
        renewal = day(month_later(account.now))
        account.state.set(service, activated_at=stamp(account.now), renew_date=renewal)
        _order(account, verification, service)
    account.state.set(service, status="active")


def _order(account: Account, verification: Record, service: Record) -> None:
    """The order that the server places by itself; it has the callback of the verification."""
    item = _item(account, service)
    cost = item["qty"] * (Decimal(item["nrc"]) + Decimal(item["mrc"]))
    given = {
        "reference": new_reference(),
        "description": "Emergency",
        "amount": money(cost),
        "status": "completed",
        "created_at": stamp(account.now),
        "items": [{"type": "emergency_order_items", "attributes": item}],
        **{name: verification.attributes[name] for name in ("callback_url", "callback_method")},
    }
    order = account.state.add(Record("orders", str(uuid4()), with_defaults("orders", given)))
    account.state.link(service, "order", order.id)
    ledger.take(account, cost)
    announce(account, order)


def _item(account: Account, service: Record) -> dict[str, Any]:
    prices = service.meta or {}
    return {
        "qty": len(related(account.state, service, "dids")),
        "nrc": money(Decimal(prices["setup_price"])),
        "mrc": money(Decimal(prices["monthly_price"])),
        "prorated_mrc": False,
        "billed_from": day(account.now),
        "billed_to": day(month_later(account.now)),
        "emergency_calling_service_id": service.id,
    }


def _reasons(verification: Record) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "reject_reasons": "; ".join(verification.attributes["reject_reasons"]),
        "emergency_calling_service_id": verification.link("emergency_calling_service"),
    }
    if verification.attributes["status"] == "rejected":
        shown["reject_comment"] = verification.attributes["reject_comment"]
    return shown


def _cancel(account: Account, service: Record) -> None:
    if service.attributes["status"] not in _CANCELABLE:
        raise refuse("Emergency Calling Service can't be canceled in its current status")
    for did in list(account.state.holding("dids", "emergency_calling_service", service.id)):
        account.state.link(did, "emergency_calling_service", None)
    account.state.set(service, status="canceled", canceled_at=stamp(account.now), renew_date=None)


VERIFICATIONS = Behaviour(check=_check, done=_submit)
SERVICES = Behaviour(remove=_cancel)
