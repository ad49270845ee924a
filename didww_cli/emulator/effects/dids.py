"""DIDs: routing, capacity, giving up and restoring, billing cycles."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import uuid4

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import month_later, parse, stamp
from didww_cli.emulator.derived import attribute
from didww_cli.emulator.effects import ledger
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, link_error
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record, State


def _check(change: Change) -> Iterator[ErrorObject]:
    yield from _check_routing(change)
    yield from _check_capacity(change)
    yield from _check_emergency(change)
    yield from _check_registration(change)


_ROUTES = (("voice_in_trunk", "voice_in_trunk_group"), ("sms_trunk", "sms_trunk_group"))


def _check_routing(change: Change) -> Iterator[ErrorObject]:
    """A trunk clears the trunk group and the reverse, for calls as for messages; both at once are refused."""
    for pair in _ROUTES:
        yield from _check_route(change, pair)


def _check_route(change: Change, pair: tuple[str, str]) -> Iterator[ErrorObject]:
    sent = [name for name in pair if change.links.get(name)]
    if len(sent) == 2:
        yield link_error(pair[1], f"can't be set together with {pair[0]}")
    for name in sent:
        change.links.setdefault(next(other for other in pair if other != name), None)


def _check_capacity(change: Change) -> Iterator[ErrorObject]:
    """Channels of its own and those of a shared group go together; without a pool a DID has none of its own."""
    if change.links.get("capacity_pool", "") is None:
        change.attributes.setdefault("dedicated_channels_count", 0)
    assert change.record is not None
    pool, group = change.target("capacity_pool"), change.target("shared_capacity_group")
    for name, owner in (("capacity_pool", pool), ("shared_capacity_group", _pool_of(change.state, group))):
        if change.links.get(name) and not serves(change.state, owner, change.record):
            yield link_error(name, "is invalid")
    wanted = change.attributes.get("dedicated_channels_count", 0)
    if wanted and pool is None:
        yield attribute_error("dedicated_channels_count", "needs a capacity pool")
    elif pool and (wanted or change.links.get("capacity_pool")) and _asked_for(change) > _free_for(change, pool):
        yield attribute_error("dedicated_channels_count", "exceeds the unassigned channels of the capacity pool")


def _asked_for(change: Change) -> int:
    return int(change.value("dedicated_channels_count"))


def _free_for(change: Change, pool: Record) -> int:
    """Channels of the pool that this DID could have: the unassigned ones and its own."""
    assert change.record is not None
    own = change.record.attributes["dedicated_channels_count"] if change.record.link("capacity_pool") == pool.id else 0
    return int(pool.attributes["total_channels_count"] - attribute(change.state, pool, "assigned_channels_count") + own)


def _pool_of(state: State, group: Record | None) -> Record | None:
    return state.get("capacity_pools", group.link("capacity_pool")) if group else None


def serves(state: State, pool: Record | None, did: Record) -> bool:
    """Whether the channels of a pool can be used by a DID: its country is covered and its group takes channels."""
    group = state.get("did_groups", did.link("did_group"))
    if pool is None or group is None:
        return False
    return group.link("country") in pool.linked("countries") and group.attributes["allow_additional_channels"]


def _check_emergency(change: Change) -> Iterator[ErrorObject]:
    service = change.target("emergency_calling_service")
    if change.links.get("emergency_calling_service") and service and not _fits(change, service):
        yield link_error("emergency_calling_service", "is invalid")


def _fits(change: Change, service: Record) -> bool:
    """Whether a DID may join a service: of its country and type, in no other one, active, and made for it."""
    did = change.record
    assert did is not None
    group = change.state.get("did_groups", did.link("did_group"))
    if group is None or any(group.link(name) != service.link(name) for name in ("country", "did_group_type")):
        return False
    alone = did.link("emergency_calling_service") in (None, service.id)
    able = "emergency" in group.attributes["features"] and not did.attributes["blocked"]
    return alone and able and service.attributes["status"] != "canceled"


def _check_registration(change: Change) -> Iterator[ErrorObject]:
    verification = change.target("address_verification")
    if change.links.get("address_verification") and verification:
        if verification.attributes["status"] == "rejected":
            yield link_error("address_verification", "is invalid")
        elif verification.attributes["status"] == "approved":
            change.attributes["awaiting_registration"] = False
            change.attributes["blocked"] = bool(change.value("terminated"))


def _note(change: Change, did: Record) -> None:
    """What was changed goes to the history. The record still holds the values from before."""
    cycles = change.attributes.get("billing_cycles_count", did.attributes["billing_cycles_count"])
    if cycles != did.attributes["billing_cycles_count"]:
        before = did.attributes["billing_cycles_count"]
        log(change.account, did.attributes["number"], "billing_cycles_count_changed", (before, cycles))
    if change.attributes.get("terminated") is False and is_due(change.account, did):
        change.attributes |= renew(change.account, did)
    terminated = change.attributes.get("terminated", did.attributes["terminated"])
    if terminated != did.attributes["terminated"]:
        log(change.account, did.attributes["number"], "canceled" if terminated else "restored")
        awaiting = change.attributes.get("awaiting_registration", did.attributes["awaiting_registration"])
        change.attributes["blocked"] = terminated or awaiting


def _check_and_note(change: Change) -> Iterator[ErrorObject]:
    assert change.record is not None
    errors = list(_check(change))
    if change.attributes.get("terminated") is False and not is_affordable(change.account, change.record):
        errors.append(attribute_error("terminated", "needs more money than the balance holds"))
    if not errors:
        _note(change, change.record)
    yield from errors


DIDS = Behaviour(check=_check_and_note)


def log(account: Account, number: str, action: str, changed: tuple[int | None, int | None] | None = None) -> None:
    """Notes what was done to a number through the API; ``changed`` holds the values before and after."""
    attributes = {"did_number": number, "action": action, "method": "api3", "created_at": stamp(account.now)}
    meta = {"from": _text(changed[0]), "to": _text(changed[1])} if changed else None
    account.state.add(Record("did_history", str(uuid4()), attributes, {}, meta))


def _text(value: int | None) -> str:
    return "empty" if value is None else str(value)


def is_due(account: Account, did: Record) -> bool:
    """Whether the paid period of a DID is over."""
    until = did.attributes["expires_at"]
    return until is not None and parse(until) <= account.now


def is_affordable(account: Account, did: Record) -> bool:
    """Whether restoring a DID is free, or the account can pay the renewal."""
    return not is_due(account, did) or price(account, did) <= ledger.available(account)


def renew(account: Account, did: Record) -> dict[str, Any]:
    """Takes the money for a month; what changes of the DID. It renews for ever from now on."""
    ledger.take(account, price(account, did))
    log(account, did.attributes["number"], "renewed")
    return {"expires_at": stamp(month_later(account.now)), "billing_cycles_count": None}


def price(account: Account, did: Record) -> Decimal:
    """What a DID costs a month: the price of its group with as many channels as came with it."""
    group = did.link("did_group")
    offers = account.state.holding("stock_keeping_units", "did_group", group)
    included = did.attributes["channels_included_count"]
    prices = {offer.attributes["channels_included_count"]: offer.attributes["monthly_price"] for offer in offers}
    return Decimal(prices.get(included, "0"))
