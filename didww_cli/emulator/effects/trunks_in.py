"""Inbound trunks and their groups: SIP registration, merged configurations, links that end with them."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator
from typing import Any

from didww_cli.catalog import bounds
from didww_cli.catalog.voice import MEMBERS_GO_SINCE, NAMES_SHARED_SINCE
from didww_cli.emulator.account import Account
from didww_cli.emulator.derived import POP_CODES
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, gather, link_error, refuse
from didww_cli.emulator.effects.kinds import check_needs, merged
from didww_cli.emulator.effects.shapes import CLI_PREFIX, DIGITS, networks
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record

_LETTERS = string.ascii_letters + string.digits
SECRET_LENGTH = 10
_MOST_RTP_ADDRESSES = 10
_MOST_MEMBERS = 10


def new_secret() -> str:
    """A user name or password as the server makes it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(SECRET_LENGTH))


def _check(change: Change) -> Iterator[ErrorObject]:
    prefix = change.attributes.get("cli_prefix")
    if prefix and not change.account.since(bounds.SINCE) and not CLI_PREFIX.fullmatch(prefix):
        yield attribute_error("cli_prefix", "is invalid")
    if "configuration" in change.attributes:
        configuration = merged(change, "configuration")
        check = _check_sip if configuration["type"] == "sip_configurations" else _check_pstn
        yield from check(configuration["attributes"])
        change.attributes["configuration"] = configuration
        yield from check_needs(change, "configuration")


def _check_pstn(members: dict[str, Any]) -> Iterator[ErrorObject]:
    if members["dst"] and not DIGITS.fullmatch(members["dst"]):
        yield attribute_error("configuration.dst", "is invalid")


def _check_sip(members: dict[str, Any]) -> Iterator[ErrorObject]:
    if members["enabled_sip_registration"]:
        for name in ("host", "port"):
            if members[name] is not None and members[name] != "":
                yield attribute_error(f"configuration.{name}", "must be blank")
    elif members["use_did_in_ruri"]:
        yield attribute_error("configuration.use_did_in_ruri", "requires SIP registration to be enabled")
    _set_credentials(members)
    yield from _check_timers(members)
    allowed = members["allowed_rtp_ips"]
    if allowed and (len(allowed) > _MOST_RTP_ADDRESSES or networks(allowed) is None):
        yield attribute_error("configuration.allowed_rtp_ips", "is invalid")


def _set_credentials(members: dict[str, Any]) -> None:
    for name in ("incoming_auth_username", "incoming_auth_password"):
        if not members["enabled_sip_registration"]:
            members[name] = None
        elif not members[name]:
            members[name] = new_secret()


def _check_timers(members: dict[str, Any]) -> Iterator[ErrorObject]:
    shortest, longest = members["sst_min_timer"], members["sst_max_timer"]
    expires = members["sst_session_expires"]
    if expires is not None and not (shortest or 0) <= expires <= (longest or expires):
        yield attribute_error("configuration.sst_session_expires", "must be between sst_min_timer and sst_max_timer")


def _check_trunk(change: Change) -> Iterator[ErrorObject]:
    _keep_pop(change)
    yield from _check(change)
    yield from _check_name(change, "voice_in_trunk_groups")
    group = change.links.get("voice_in_trunk_group")
    members = change.state.holding("voice_in_trunks", "voice_in_trunk_group", group) if group else []
    if change.record not in members and len(members) >= _MOST_MEMBERS:
        yield link_error("voice_in_trunk_group", f"has {_MOST_MEMBERS} trunks already")


def _keep_pop(change: Change) -> None:
    """What newer versions write as a code is kept as the link that older ones have."""
    if "pop" in change.attributes:
        code = change.attributes.pop("pop")
        places = change.state.all("pops") if code else ()
        found = (pop.id for pop in places if POP_CODES.get(pop.attributes["name"]) == code)
        change.links["pop"] = next(found, None)


def _check_group(change: Change) -> Iterator[ErrorObject]:
    yield from _check_name(change, "voice_in_trunks")
    if len(change.linked("voice_in_trunks")) > _MOST_MEMBERS:
        yield link_error("voice_in_trunks", f"are too many (maximum is {_MOST_MEMBERS} trunks)")


def _check_name(change: Change, others: str) -> Iterator[ErrorObject]:
    """From 2026-11-19 on a name is borne by one trunk or one trunk group."""
    name = change.attributes.get("name")
    if change.account.since(NAMES_SHARED_SINCE) and change.state.holding(others, "name", name):
        yield attribute_error("name", "has already been taken")


def _remove_trunk(account: Account, trunk: Record) -> None:
    refuse_routed(account, "voice_in_trunk", trunk)
    account.state.remove(trunk)


def refuse_routed(account: Account, link: str, record: Record) -> None:
    """Problem 422 while DIDs lead to a trunk or a group."""
    if account.state.holding("dids", link, record.id):
        raise refuse("Cannot delete record because DIDs are assigned to it")


def _remove_group(account: Account, group: Record) -> None:
    """Its members go with it from 2026-11-19 on, unless calls are routed to it or them; before that they leave it."""
    remove = _remove_members if account.since(MEMBERS_GO_SINCE) else _detach_members
    remove(account, group)
    account.state.remove(group)


def _remove_members(account: Account, group: Record) -> None:
    members = list(account.state.holding("voice_in_trunks", "voice_in_trunk_group", group.id))
    refuse_routed(account, "voice_in_trunk_group", group)
    for trunk in members:
        refuse_routed(account, "voice_in_trunk", trunk)
    for trunk in members:
        account.state.remove(trunk)


def _detach_members(account: Account, group: Record) -> None:
    for type_ in ("voice_in_trunks", "dids"):
        for record in list(account.state.holding(type_, "voice_in_trunk_group", group.id)):
            account.state.link(record, "voice_in_trunk_group", None)


TRUNKS_IN = Behaviour(check=_check_trunk, remove=_remove_trunk, unique="name")
TRUNK_GROUPS = Behaviour(check=_check_group, done=gather, remove=_remove_group, unique="name")
