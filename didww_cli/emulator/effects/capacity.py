"""Capacity pools and the groups that share their channels."""

from __future__ import annotations

from collections.abc import Iterator

from didww_cli.emulator.account import Account
from didww_cli.emulator.derived import attribute
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, gather, link_error, refuse
from didww_cli.emulator.effects.dids import serves
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record

_MOST_METERED = 1000


def _check_pool(change: Change) -> Iterator[ErrorObject]:
    """Channels can only be released: more of them are ordered."""
    pool = change.record
    assert pool is not None
    wanted = change.attributes.get("total_channels_count")
    if wanted is None or wanted == pool.attributes["total_channels_count"]:
        return
    if wanted > pool.attributes["total_channels_count"]:
        yield attribute_error("total_channels_count", "must be less than the current count")
    if wanted < max(attribute(change.state, pool, "assigned_channels_count"), pool.attributes["minimum_limit"]):
        yield attribute_error("total_channels_count", "must not be below the assigned channels or the minimum limit")


def _check_group(change: Change) -> Iterator[ErrorObject]:
    shared, metered = (int(change.value(f"{kind}_channels_count") or 0) for kind in ("shared", "metered"))
    if not shared and not metered:
        yield attribute_error("shared_channels_count", "or metered_channels_count must be at least 1")
    if metered > _MOST_METERED:
        yield attribute_error("metered_channels_count", f"must be less than or equal to {_MOST_METERED}")
    pool = change.target("capacity_pool")
    if pool is None:
        return
    if shared and shared > _free_for(change, pool):
        yield attribute_error("shared_channels_count", "exceeds the unassigned channels of the capacity pool")
    if not all(serves(change.state, pool, did) for did in change.targets("dids")):
        yield link_error("dids", "are invalid")


def _free_for(change: Change, pool: Record) -> int:
    """Channels of the pool that this group could have: the unassigned ones and its own."""
    own = change.record if change.record and change.record.link("capacity_pool") == pool.id else None
    held = own.attributes["shared_channels_count"] if own else 0
    assigned = attribute(change.state, pool, "assigned_channels_count")
    return int(pool.attributes["total_channels_count"] - assigned + held)


def _remove_group(account: Account, group: Record) -> None:
    if account.state.holding("dids", "shared_capacity_group", group.id):
        raise refuse("Cannot delete record because DIDs are assigned to it")
    account.state.remove(group)


POOLS = Behaviour(check=_check_pool)
CAPACITY_GROUPS = Behaviour(check=_check_group, done=gather, remove=_remove_group, unique="name")
