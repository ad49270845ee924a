"""A large account: as many DIDs as wanted, all from ranges reserved for fiction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from didww_cli.emulator.clock import stamp
from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.coverage import BOTH_WAYS, GROUPS, Group, add_group
from didww_cli.emulator.state import Link, Record
from didww_cli.errors import UsageError


@dataclass(frozen=True, slots=True)
class Range:
    """Ten thousand numbers of a further DID group."""

    key: str
    iso: str
    area_name: str
    prefix: str
    first: int


_PRICES = ("0.0", "1.0", "3.0")
_RANGES = (
    Range("rennes", "FR", "Rennes", "332", 33261910000),
    Range("strasbourg", "FR", "Strasbourg", "333", 33353010000),
    Range("bordeaux", "FR", "Bordeaux", "335", 33536490000),
    Range("brisbane", "AU", "Brisbane", "617", 61755500000),
    Range("perth", "AU", "Perth", "618", 61855500000),
    Range("canberra", "AU", "Canberra", "612", 61270100000),
    Range("geelong", "AU", "Geelong", "613", 61370100000),
    Range("cairns", "AU", "Cairns", "617", 61770100000),
    Range("adelaide", "AU", "Adelaide", "618", 61870100000),
)
FURTHER = tuple(
    Group(r.key, r.iso, "", "", r.area_name, "Local", r.prefix, BOTH_WAYS, r.first, 10000, _PRICES) for r in _RANGES
)


def enlarge(build: Builder, total: int) -> None:
    """Adds DIDs until the account has ``total`` of them; UsageError where there are not so many numbers."""
    missing = total - build.state.count("dids")
    _add_order(build)
    for group in (*GROUPS, *FURTHER):
        if missing > 0:
            missing -= _fill(build, group, missing)
    if missing > 0:
        raise UsageError(f"No more than {total - missing} DIDs: the ranges reserved for fiction hold no more numbers.")


def _add_order(build: Builder) -> None:
    attributes = {
        "reference": "LRG-100000",
        "description": "DID",
        "amount": "0.0",
        "status": "completed",
        "created_at": build.ago(60),
        "items": [],
    }
    build.add("orders", "large", attributes)


def _fill(build: Builder, group: Group, most: int) -> int:
    """Adds DIDs of a group, at most so many, and says how many."""
    held = build.state.get("did_groups", identifier("did_groups", group.key)) or add_group(build, group)
    used: int = held.private["used"]
    count = min(most, int(held.private["size"]) - used)
    shared, links = _attributes(build), _links(held)
    for place in range(used, used + count):
        number = str(group.first + place)
        record = Record(
            "dids", identifier("dids", number), {**shared, "number": number}, links[place % len(links)].copy()
        )
        build.state.tables["dids"][record.id] = record
    build.state.touch("dids")
    build.state.keep(held, used=used + count)
    return count


def _attributes(build: Builder) -> dict[str, Any]:
    return {
        "number": "",
        "description": None,
        "blocked": False,
        "awaiting_registration": False,
        "terminated": False,
        "emergency_enabled": False,
        "capacity_limit": None,
        "channels_included_count": 0,
        "dedicated_channels_count": 0,
        "billing_cycles_count": None,
        "created_at": build.ago(60),
        "expires_at": stamp(build.now.replace(hour=0, minute=0, second=0, microsecond=0)),
    }


def _links(group: Record) -> list[dict[str, Link]]:
    """Some lead to a trunk, some to a trunk group, some nowhere."""
    shared: dict[str, Link] = {"did_group": group.id, "order": identifier("orders", "large")}
    trunk = identifier("voice_in_trunks", "Headquarters")
    trunk_group = identifier("voice_in_trunk_groups", "Main group")
    return [{**shared, "voice_in_trunk": trunk}, {**shared, "voice_in_trunk_group": trunk_group}, shared]
