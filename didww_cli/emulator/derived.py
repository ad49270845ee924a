"""What is not stored but follows from other records: inverse links, counts, look-through relationships."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from didww_cli.catalog import BY_TYPE, sms
from didww_cli.emulator.state import Record, State

# the to-many side of a link that the other side stores
INVERSES = {
    ("countries", "regions"): ("regions", "country"),
    ("did_groups", "stock_keeping_units"): ("stock_keeping_units", "did_group"),
    ("did_groups", "nanpa_prefix"): ("nanpa_prefixes", "did_group"),
    ("voice_in_trunk_groups", "voice_in_trunks"): ("voice_in_trunks", "voice_in_trunk_group"),
    ("sms_trunk_groups", "sms_trunks"): ("sms_trunks", "sms_trunk_group"),
    ("sms_trunk_groups", "incoming_dids"): ("dids", "sms_trunk_group"),
    ("sms_trunks", "incoming_dids"): ("dids", "sms_trunk"),
    ("capacity_pools", "shared_capacity_groups"): ("shared_capacity_groups", "capacity_pool"),
    ("shared_capacity_groups", "dids"): ("dids", "shared_capacity_group"),
    ("emergency_calling_services", "dids"): ("dids", "emergency_calling_service"),
    ("identities", "addresses"): ("addresses", "identity"),
    ("identities", "proofs"): ("proofs", "entity"),
    ("addresses", "proofs"): ("proofs", "entity"),
    ("identities", "permanent_documents"): ("permanent_supporting_documents", "identity"),
}
# links that lead through others
PASSAGES = {
    ("dids", "identity"): ("address_verification", "address", "identity"),
    ("dids", "emergency_verification"): ("emergency_calling_service", "emergency_verification"),
}
# DIDs with emergency calls: those chosen, or all of them where the trunk says so
_EMERGENCY_DIDS = ("voice_out_trunks", "emergency_dids")
# links that only filters know
UNSHOWN = {("nanpa_prefixes", "did_group"): ("did_groups",)}


def related(state: State, record: Record, name: str) -> list[Record]:
    """The records that a relationship of a record leads to, in their tables' order."""
    key = (record.type, name)
    if key == _EMERGENCY_DIDS and record.attributes["emergency_enable_all"]:
        return [state.tables["dids"][identifier] for identifier in emergency_dids(state)]
    if key in INVERSES:
        return state.holding(*INVERSES[key], record.id)
    if key in PASSAGES:
        return _through(state, record, PASSAGES[key])
    found = (state.get_any(_targets(*key), identifier) for identifier in record.linked(name))
    return [target for target in found if target]


def _through(state: State, record: Record, steps: tuple[str, ...]) -> list[Record]:
    found = [record]
    for step in steps:
        found = [target for source in found for target in related(state, source, step)]
    return found


@cache
def _targets(type_: str, name: str) -> tuple[str, ...]:
    relationship = BY_TYPE[type_].relationship(name)
    return relationship.to if relationship else UNSHOWN[(type_, name)]


@cache
def is_relationship(type_: str, name: str) -> bool:
    """Whether the type has a link of that name, shown or not."""
    key = (type_, name)
    return key in INVERSES or key in UNSHOWN or BY_TYPE[type_].relationship(name) is not None


def _assigned_channels(state: State, pool: Record) -> int:
    groups = state.holding("shared_capacity_groups", "capacity_pool", pool.id)
    dids = state.holding("dids", "capacity_pool", pool.id)
    shared: int = sum(group.attributes["shared_channels_count"] for group in groups)
    dedicated: int = sum(did.attributes["dedicated_channels_count"] for did in dids)
    return shared + dedicated


def _emergency_enabled(state: State, did: Record) -> bool:
    service = state.get("emergency_calling_services", did.link("emergency_calling_service"))
    return service is not None and service.attributes["status"] in ("active", "pending_update")


def emergency_dids(state: State) -> list[str]:
    """The ids of all DIDs with emergency calls."""
    return [did.id for did in state.all("dids") if _emergency_enabled(state, did)]


def _on_sale(state: State, group: Record) -> int:
    free = [did for did in state.holding("available_dids", "did_group", group.id) if not did.private.get("reserved")]
    unlisted: int = group.private["size"] - group.private["used"]
    return unlisted + len(free)


def _sells(state: State, type_: str, place: Record) -> bool:
    return any(_on_sale(state, group) > 0 for group in state.holding("did_groups", type_, place.id))


def _total_balance(_: State, balance: Record) -> str:
    return f"{Decimal(balance.attributes['balance']) + Decimal(balance.attributes['credit']):.2f}"


def _number_type(state: State, record: Record) -> str | None:
    """As versions since 2026-11-19 name the kind of number that older ones lead to."""
    kind = state.get("did_group_types", record.link("did_group_type"))
    return str(kind.attributes["name"]).lower().replace("-", "_").replace(" ", "_") if kind else None


POP_CODES = {
    "DE, FRA": "FRA",
    "HK": "HK",
    "NL, AMS": "AMS",
    "SG": "SG",
    "US, LA": "LAC",
    "US, MIA": "MIA",
    "US, NY": "NYC",
}
"""What points of presence are called from 2026-11-19 on, by the names that they had before."""


def _pop(state: State, trunk: Record) -> str | None:
    pop = state.get("pops", trunk.link("pop"))
    return POP_CODES.get(pop.attributes["name"]) if pop else None


def _whole_iso(state: State, region: Record) -> str | None:
    country, code = state.get("countries", region.link("country")), region.attributes["iso"]
    return f"{country.attributes['iso']}-{code}" if country and code else code


Computed = Callable[[State, Record], Any]
COMPUTED: dict[tuple[str, str], Computed] = {
    ("capacity_pools", "assigned_channels_count"): _assigned_channels,
    ("capacity_pools", "has_unassigned_channels"): lambda state, pool: (
        pool.attributes["total_channels_count"] > _assigned_channels(state, pool)
    ),
    ("dids", "emergency_enabled"): _emergency_enabled,
    ("dids", "pending_removal"): lambda _, did: did.attributes["billing_cycles_count"] == 0,
    **{
        (type_, "number_type"): _number_type
        for type_ in ("did_groups", "address_requirements", "emergency_requirements", "emergency_calling_services")
    },
    ("voice_in_trunks", "pop"): _pop,
    ("regions", "whole_iso"): _whole_iso,
    ("did_groups", "is_demo"): lambda _, __: False,
    ("sms_trunks", "allow_in"): lambda _, trunk: trunk.attributes["configuration"]["type"] in sms.RECEIVING,
    ("sms_trunks", "allow_out"): lambda _, trunk: trunk.attributes["configuration"]["type"] in sms.WITH_SENDERS,
    ("balances", "total_balance"): _total_balance,
    ("countries", "is_available"): lambda state, place: _sells(state, "country", place),
    ("cities", "is_available"): lambda state, place: _sells(state, "city", place),
    ("did_groups", "is_available"): lambda state, group: _on_sale(state, group) > 0,
    ("nanpa_prefixes", "npanxx"): lambda _, prefix: prefix.attributes["npa"] + prefix.attributes["nxx"],
}
COMPUTED_META: dict[tuple[str, str], Computed] = {
    ("did_groups", "is_available"): lambda state, group: _on_sale(state, group) > 0,
    ("did_groups", "total_count"): _on_sale,
    ("sms_trunk_groups", "sms_trunks_count"): lambda state, group: len(
        state.holding("sms_trunks", "sms_trunk_group", group.id)
    ),
    ("voice_in_trunk_groups", "trunks_count"): lambda state, group: len(
        state.holding("voice_in_trunks", "voice_in_trunk_group", group.id)
    ),
}
COMPUTED_NAMES = {type_: tuple(name for t, name in COMPUTED if t == type_) for type_, _ in COMPUTED}
COMPUTED_META_NAMES = {type_: tuple(name for t, name in COMPUTED_META if t == type_) for type_, _ in COMPUTED_META}


MOST_RESERVED = 10
"""DIDs that may be reserved at a time."""

MEANS_ANOTHER = {("regions", "iso"): ("2026-11-19", "whole_iso")}
"""Attributes that hold something else since a version: which, and under what name that is had here."""


def name_at(type_: str, name: str, version: str) -> str:
    """Under what name a version's value of an attribute is had."""
    since, other = MEANS_ANOTHER.get((type_, name), ("", name))
    return other if version >= since else name


def attribute(state: State, record: Record, name: str) -> Any:
    """The value of an attribute, stored or computed."""
    compute = COMPUTED.get((record.type, name))
    return compute(state, record) if compute else record.attributes.get(name)


def meta(state: State, record: Record) -> dict[str, Any]:
    """The resource-level meta of a record; empty where it has none."""
    computed = {
        name: COMPUTED_META[(record.type, name)](state, record) for name in COMPUTED_META_NAMES.get(record.type, ())
    }
    return {**(record.meta or {}), **computed}


def values(state: State, record: Record, path: str) -> list[Any]:
    """All values at the path, one for each related record on the way; None where a link leads nowhere."""
    head, _, rest = path.partition(".")
    if head == "id":
        return [record.id]
    if head == "meta":
        return [meta(state, record).get(rest)]
    if is_relationship(record.type, head):
        return _beyond(state, record, head, rest)
    return _inside(attribute(state, record, head), rest)


def _beyond(state: State, record: Record, name: str, rest: str) -> list[Any]:
    found = [value for target in related(state, record, name) for value in values(state, target, rest)]
    return found or [None]


def _inside(value: Any, rest: str) -> list[Any]:
    for part in rest.split(".") if rest else ():
        value = value.get(part) if isinstance(value, dict) else None
    return list(value) or [None] if isinstance(value, list) else [value]
