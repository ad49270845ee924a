"""Outbound trunks: authentication, callers' numbers, the spending limit, new credentials."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from didww_cli.catalog import bounds
from didww_cli.emulator.account import Account, Event
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.derived import emergency_dids
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, link_error
from didww_cli.emulator.effects.kinds import check_needs, merged
from didww_cli.emulator.effects.shapes import DIGITS, TECH_PREFIX, is_url, networks
from didww_cli.emulator.effects.trunks_in import new_secret
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record

_MOST_SIP_ADDRESSES = 15  # these two before the catalog's bounds count
_MOST_RTP_ADDRESSES = 10
_MOST_SPENT = Decimal(100000)


def _check(change: Change) -> Iterator[ErrorObject]:
    yield from _check_authentication(change)
    yield from check_needs(change, "authentication_method")
    yield from _check_media(change)
    yield from _check_numbers(change)
    yield from _check_texts(change)
    _set_threshold(change)


def _check_authentication(change: Change) -> Iterator[ErrorObject]:
    if "authentication_method" not in change.attributes:
        return
    method = merged(change, "authentication_method")
    change.attributes["authentication_method"] = method
    if "allowed_sip_ips" in method["attributes"]:
        yield from _check_credentials(change, method["attributes"])


def _too_many(change: Change, addresses: list[str], most: int) -> bool:
    return len(addresses) > most and not change.account.since(bounds.SINCE)


def _check_credentials(change: Change, members: dict[str, Any]) -> Iterator[ErrorObject]:
    allowed = networks(members["allowed_sip_ips"] or [])
    if allowed is None or _too_many(change, allowed, _MOST_SIP_ADDRESSES):
        yield attribute_error("authentication_method", "is invalid")
    else:
        members["allowed_sip_ips"] = allowed
    if members["tech_prefix"] and not TECH_PREFIX.fullmatch(members["tech_prefix"]):
        yield attribute_error("authentication_method.tech_prefix", "is invalid")
    for name in ("username", "password"):
        members[name] = members[name] or new_secret()


def _check_media(change: Change) -> Iterator[ErrorObject]:
    given = change.attributes.get("allowed_rtp_ips") or []
    if networks(given) is None or _too_many(change, given, _MOST_RTP_ADDRESSES):
        yield attribute_error("allowed_rtp_ips", "is invalid")


def _check_numbers(change: Change) -> Iterator[ErrorObject]:
    for flag, name in (("allow_any_did_as_cli", "dids"), ("emergency_enable_all", "emergency_dids")):
        if change.value(flag) and change.linked(name):
            yield link_error(name, f"can't be assigned while {flag} is true")
        elif change.attributes.get(flag):
            change.links[name] = emergency_dids(change.state) if name == "emergency_dids" else []


def _check_texts(change: Change) -> Iterator[ErrorObject]:
    if not all(DIGITS.fullmatch(prefix) for prefix in change.attributes.get("dst_prefixes") or []):
        yield attribute_error("dst_prefixes", "is invalid")
    url = change.attributes.get("callback_url")
    if url and not is_url(url):
        yield attribute_error("callback_url", "is invalid")
    amount = Decimal(change.attributes.get("threshold_amount") or 0)
    if not 0 <= amount <= _MOST_SPENT:
        yield attribute_error("threshold_amount", f"must be between 0 and {_MOST_SPENT}")


def _set_threshold(change: Change) -> None:
    """A limit that is already spent blocks the trunk; activating it begins the count anew."""
    if change.record is None:
        return
    spent = Decimal((change.record.meta or {}).get("spent_amount", "0"))
    if change.attributes.get("status") == "active":
        change.attributes["threshold_reached"] = False
    elif "threshold_amount" in change.attributes and Decimal(change.attributes["threshold_amount"]) <= spent:
        change.attributes |= {"status": "blocked", "threshold_reached": True}


def _finish(change: Change, trunk: Record) -> None:
    if trunk.meta is None:
        trunk.meta = {"spent_amount": "0.0"}
        trunk.private["told"] = trunk.attributes["status"]
    told = trunk.private.get("told", "active")
    if trunk.attributes["status"] != told:
        change.state.keep(trunk, told=trunk.attributes["status"])
        report(change.account, trunk)


def report(account: Account, trunk: Record) -> None:
    """Tells the callback URL of a trunk, if it has one, that the trunk was blocked or unblocked."""
    url = trunk.attributes["callback_url"]
    if url:
        shown = {name: trunk.attributes[name] for name in ("status", "threshold_reached")}
        parameters = {"id": trunk.id, "type": trunk.type, **shown, "created_at": stamp(account.now)}
        account.events.append(Event(url, "json", parameters))


def _check_has_credentials(change: Change) -> Iterator[ErrorObject]:
    trunk = change.target("voice_out_trunk")
    if trunk and trunk.attributes["authentication_method"]["type"] != "credentials_and_ip":
        yield link_error("voice_out_trunk", "is invalid")


def _regenerate(change: Change, _: Record) -> None:
    trunk = change.target("voice_out_trunk")
    assert trunk is not None
    method = trunk.attributes["authentication_method"]
    fresh = {**method["attributes"], "username": new_secret(), "password": new_secret()}
    change.state.set(trunk, authentication_method={**method, "attributes": fresh})


TRUNKS_OUT = Behaviour(check=_check, done=_finish, unique="name")
REGENERATION = Behaviour(check=_check_has_credentials, done=_regenerate)
