"""SMS trunks, their groups, and who may send by them. Source: DIDWW's pages of 2026-11-19."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from didww_cli.catalog.sms import OUTBOUND_ALONE, WITH_CREDENTIALS, WITH_SENDERS
from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, gather, link_error, refuse
from didww_cli.emulator.effects.kinds import check_needs, merged
from didww_cli.emulator.effects.shapes import networks
from didww_cli.emulator.effects.trunks_in import new_secret, refuse_routed
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record

_CREDENTIALS = {OUTBOUND_ALONE: ("auth_name", "auth_password"), "smpp_esme": ("system_id", "password")}
_HOST = "sms-out.example.com"


def _check_trunk(change: Change) -> Iterator[ErrorObject]:
    yield from _check_name(change, "sms_trunk_groups")
    if "configuration" in change.attributes:
        change.attributes["configuration"] = whole = merged(change, "configuration")
        if change.record and change.record.attributes["configuration"]["type"] != whole["type"]:
            yield attribute_error("configuration.type", "can't be changed")
            return
        yield from check_needs(change, "configuration")
        yield from _check_configuration(whole)
    yield from _check_kind(change)
    if change.attributes.get("allow_any_did_as_source"):
        change.links["outgoing_dids"] = []
    change.attributes["updated_at"] = stamp(change.account.now)


def _check_configuration(whole: dict[str, Any]) -> Iterator[ErrorObject]:
    members = whole["attributes"]
    if members.get("http_method") == "get":
        for name in ("body_type", "body"):
            if members[name] is not None:
                yield attribute_error(f"configuration.{name}", "must be blank")
    if networks(members.get("allowed_ips") or []) is None:
        yield attribute_error("configuration.allowed_ips", "is invalid")
    for name in _CREDENTIALS.get(whole["type"], ()):
        members[name] = members[name] or new_secret()


def _check_kind(change: Change) -> Iterator[ErrorObject]:
    """What a kind of trunk cannot have; a trunk without a priority is given none."""
    kind = change.value("configuration")["type"]
    if kind == OUTBOUND_ALONE:
        if change.attributes.get("priority") is not None:
            yield attribute_error("priority", "must be blank")
        change.attributes["priority"] = None
        if change.links.get("sms_trunk_group"):
            yield link_error("sms_trunk_group", "is invalid")
    elif "priority" in change.attributes and change.attributes["priority"] is None:
        yield attribute_error("priority", "can't be blank")
    if kind not in WITH_SENDERS:
        if change.attributes.get("allow_any_did_as_source"):
            yield attribute_error("allow_any_did_as_source", "is not allowed")
        if change.links.get("outgoing_dids"):
            yield link_error("outgoing_dids", "are invalid")


def _check_name(change: Change, others: str) -> Iterator[ErrorObject]:
    """A name is borne by one trunk or one group."""
    name = change.attributes.get("name")
    if name is not None and change.state.holding(others, "name", name):
        yield attribute_error("name", "has already been taken")


def _tell_host(_: Change, trunk: Record) -> None:
    if trunk.attributes["configuration"]["type"] == OUTBOUND_ALONE:
        trunk.meta = {"host": _HOST}


def _remove_trunk(account: Account, trunk: Record) -> None:
    """Its senders stay without a trunk; 422 while DIDs lead to it."""
    refuse_routed(account, "sms_trunk", trunk)
    for sender in list(account.state.holding("sender_id_verifications", "sms_trunk", trunk.id)):
        account.state.link(sender, "sms_trunk", None)
    account.state.remove(trunk)


def _check_group(change: Change) -> Iterator[ErrorObject]:
    yield from _check_name(change, "sms_trunks")
    for trunk in change.targets("sms_trunks"):
        if trunk.attributes["configuration"]["type"] == OUTBOUND_ALONE:
            yield link_error("sms_trunks", "are invalid")
    change.attributes["updated_at"] = stamp(change.account.now)


def _remove_group(account: Account, group: Record) -> None:
    """Its trunks go with it; 422 while DIDs lead to it or to one of them."""
    members = list(account.state.holding("sms_trunks", "sms_trunk_group", group.id))
    refuse_routed(account, "sms_trunk_group", group)
    for trunk in members:
        refuse_routed(account, "sms_trunk", trunk)
    for trunk in members:
        _remove_trunk(account, trunk)
    account.state.remove(group)


def _check_credentials(change: Change) -> Iterator[ErrorObject]:
    trunk = change.target("sms_trunk")
    if trunk and trunk.attributes["configuration"]["type"] not in WITH_CREDENTIALS:
        yield link_error("sms_trunk", "is invalid")


def _regenerate(change: Change, _: Record) -> None:
    trunk = change.target("sms_trunk")
    assert trunk is not None
    whole = trunk.attributes["configuration"]
    fresh = {name: new_secret() for name in _CREDENTIALS[whole["type"]]}
    change.state.set(trunk, configuration={**whole, "attributes": {**whole["attributes"], **fresh}})


def _check_sender(change: Change) -> Iterator[ErrorObject]:
    assert change.record is not None
    if change.record.attributes["status"] == "closed":
        raise refuse("A closed verification cannot be updated")
    trunk = change.target("sms_trunk")
    if trunk and trunk.attributes["configuration"]["type"] not in WITH_SENDERS:
        yield link_error("sms_trunk", "is invalid")
    elif trunk and _sends_already(change, change.record, trunk):
        yield link_error("sms_trunk", "already sends by one of these Sender IDs")


def _sends_already(change: Change, sender: Record, trunk: Record) -> bool:
    """Whether another verification has one of the same Sender IDs on the trunk."""
    others = change.state.holding("sender_id_verifications", "sms_trunk", trunk.id)
    own = set(sender.attributes["sender_ids"])
    return any(one is not sender and own & set(one.attributes["sender_ids"]) for one in others)


TRUNKS = Behaviour(check=_check_trunk, done=_tell_host, remove=_remove_trunk, unique="name")
GROUPS = Behaviour(check=_check_group, done=gather, remove=_remove_group, unique="name")
REGENERATION = Behaviour(check=_check_credentials, done=_regenerate)
SENDERS = Behaviour(check=_check_sender)
