"""Capacity pools and the groups that share their channels."""

from __future__ import annotations

from collections.abc import Iterator

from didww_cli.emulator.account import Account
from didww_cli.emulator.derived import attribute
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, link_error
from didww_cli.emulator.effects.dids import serves
from didww_cli.emulator.problems import ErrorObject
from didww_cli.emulator.state import Record


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
    pool = change.target("capacity_pool")
    if pool is None:
        return
    if change.value("shared_channels_count") and _shared(change) > _free_for(change, pool):
        yield attribute_error("shared_channels_count", "exceeds the unassigned channels of the capacity pool")
    if not all(serves(change.state, pool, did) for did in change.targets("dids")):
        yield link_error("dids", "are invalid")


def _shared(change: Change) -> int:
    return int(change.value("shared_channels_count"))


def _free_for(change: Change, pool: Record) -> int:
    """Channels of the pool that this group could have: the unassigned ones and its own."""
    own = change.record if change.record and change.record.link("capacity_pool") == pool.id else None
    held = own.attributes["shared_channels_count"] if own else 0
    freed = sum(
        did.attributes["dedicated_channels_count"]
        for did in change.targets("dids")
        if did.link("capacity_pool") == pool.id
    )
    assigned = attribute(change.state, pool, "assigned_channels_count")
    return int(pool.attributes["total_channels_count"] - assigned + held + freed)


def _gather(change: Change, group: Record) -> None:
    """The DIDs that are sent become the group's only ones, and leave the pools that they used by themselves."""
    if "dids" not in change.links:
        return
    group.links.pop("dids", None)
    for did in list(change.state.holding("dids", "shared_capacity_group", group.id)):
        change.state.link(did, "shared_capacity_group", None)
    for did in change.targets("dids"):
        change.state.set(did, dedicated_channels_count=0)
        change.state.link(did, "capacity_pool", None)
        change.state.link(did, "shared_capacity_group", group.id)


def _remove_group(account: Account, group: Record) -> None:
    for did in list(account.state.holding("dids", "shared_capacity_group", group.id)):
        account.state.link(did, "shared_capacity_group", None)
    account.state.remove(group)


POOLS = Behaviour(check=_check_pool)
CAPACITY_GROUPS = Behaviour(check=_check_group, done=_gather, remove=_remove_group, unique="name")
