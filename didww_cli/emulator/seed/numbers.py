"""The DIDs of the account, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from didww_cli.emulator.clock import stamp
from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.coverage import group_id
from didww_cli.emulator.state import Link


@dataclass(frozen=True, slots=True)
class Owned:
    """A DID bought by ``order``, ``days`` ago. ``to`` names links and what they lead to; ``state`` its flags."""

    number: str
    group: str
    order: str
    days: int
    description: str | None = None
    to: tuple[tuple[str, str], ...] = ()
    state: tuple[str, ...] = ()
    channels: int = 0
    cycles: int | None = None
    limit: int | None = None


_HEADQUARTERS = (("voice_in_trunk", "Headquarters"),)
_MAIN = (("voice_in_trunk_group", "Main group"),)
OWNED = (
    Owned(
        "12125550100", "new-york", "first", 85, "Main line", (*_HEADQUARTERS, ("emergency_calling_service", "New York"))
    ),
    Owned("12125550101", "new-york", "first", 85, "Sales", (*_MAIN, ("emergency_calling_service", "New York"))),
    Owned("12125550102", "new-york", "first", 85, "Support, second line", _MAIN, limit=5),
    Owned("12135550100", "los-angeles", "coast", 40, "Los Angeles", (("emergency_calling_service", "Los Angeles"),)),
    Owned(
        "12025550100",
        "washington",
        "coast",
        40,
        None,
        (("shared_capacity_group", "Washington office"), ("emergency_calling_service", "Washington")),
    ),
    Owned("14165550100", "toronto", "coast", 40, "Toronto", (*_HEADQUARTERS, ("emergency_calling_service", "Toronto"))),
    Owned("527445550100", "acapulco", "mexico", 30, "Recepción", (("voice_in_trunk", "Duty phone"),), channels=2),
    Owned("527445550101", "acapulco", "mexico", 30, "Reservaciones", _MAIN, channels=2),
    Owned("525555550100", "mexico-city", "mexico", 30),
    Owned(
        "442079460000",
        "london",
        "britain",
        75,
        "London office",
        (*_MAIN, ("capacity_pool", "Standard"), ("emergency_calling_service", "London")),
        channels=2,
    ),
    Owned("442079460001", "london", "britain", 75, "Front desk", (*_MAIN, ("shared_capacity_group", "London office"))),
    Owned("447700900000", "british-mobile", "britain", 75, "Text messages"),
    Owned("441614960000", "manchester", "britain", 75, "Closed branch", state=("terminated", "blocked"), cycles=0),
    Owned("448081570000", "freephone", "britain", 75, "خط الدعم", (("voice_in_trunk", "Duty phone"),), cycles=5),
    Owned("33199000000", "paris", "continent", 20, "Bureau de Paris", state=("awaiting_registration", "blocked")),
    Owned("33639980000", "french-mobile", "continent", 20, None, state=("awaiting_registration", "blocked")),
    Owned("493023125000", "berlin", "continent", 20, "Zentrale", (*_MAIN, ("address_verification", "approved"))),
    Owned(
        "493023125001",
        "berlin",
        "continent",
        20,
        "Vertrieb",
        (("address_verification", "pending"),),
        ("awaiting_registration", "blocked"),
    ),
    Owned(
        "496990009000",
        "frankfurt",
        "continent",
        20,
        None,
        (("address_verification", "rejected"),),
        ("awaiting_registration", "blocked"),
    ),
    Owned("61255500000", "sydney", "pacific", 10, "悉尼办公室 (Sydney)", (("voice_in_trunk_group", "Night shift"),)),
    Owned("46846500400", "stockholm", "pacific", 10, "Kundtjänst", _HEADQUARTERS, cycles=0),
)
_TARGETS = {
    "voice_in_trunk": "voice_in_trunks",
    "voice_in_trunk_group": "voice_in_trunk_groups",
    "capacity_pool": "capacity_pools",
    "shared_capacity_group": "shared_capacity_groups",
    "address_verification": "address_verifications",
    "emergency_calling_service": "emergency_calling_services",
}
_SMS = ("sms_trunk", "sms_trunk_group")
# number, action, method, days ago, value before, value after
EVENTS: tuple[tuple[str, str, str, float, str | None, str | None], ...] = (
    ("12125550100", "renewed", "system", 55, None, None),
    ("12125550100", "renewed", "system", 25, None, None),
    ("12125550101", "renewed", "system", 25, None, None),
    ("442079460000", "renewed", "system", 45, None, None),
    ("448081570000", "billing_cycles_count_changed", "user_panel", 44, "empty", "3"),
    ("448081570000", "billing_cycles_count_changed", "api3", 12, "3", "5"),
    ("46846500400", "billing_cycles_count_changed", "mcp", 2, "empty", "0"),
    ("441614960000", "canceled", "user_panel", 6, None, None),
    ("12125550102", "canceled", "api2", 33, None, None),
    ("12125550102", "restored", "staff", 32, None, None),
    ("12025550150", "assigned", "api3", 88, None, None),
    ("12025550150", "canceled", "api3", 50, None, None),
    ("12025550150", "removed", "system", 28, None, None),
)


def add_numbers(build: Builder) -> None:
    """Adds the DIDs and their history."""
    for owned in OWNED:
        build.add("dids", owned.number, _attributes(build, owned), _links(owned))
        _add_event(build, (owned.number, "assigned", "api3", owned.days, None, None))
    for event in EVENTS:
        _add_event(build, event)


def _attributes(build: Builder, owned: Owned) -> dict[str, Any]:
    pool = any(link == "capacity_pool" for link, _ in owned.to)
    return {
        "number": owned.number,
        "description": owned.description,
        "capacity_limit": owned.limit,
        "channels_included_count": owned.channels,
        "dedicated_channels_count": 2 if pool else 0,
        "billing_cycles_count": owned.cycles,
        "created_at": build.ago(owned.days),
        "expires_at": stamp(
            build.now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=30 - owned.days % 30)
        ),
        **dict.fromkeys(owned.state, True),
    }


def _links(owned: Owned) -> dict[str, Link]:
    known: dict[str, Link] = dict.fromkeys((*_TARGETS, *_SMS))
    chosen = {name: identifier(_TARGETS[name], target) for name, target in owned.to}
    return {**known, "did_group": group_id(owned.group), "order": identifier("orders", owned.order), **chosen}


def _add_event(build: Builder, event: tuple[str, str, str, float, str | None, str | None]) -> None:
    number, action, method, days, before, after = event
    attributes = {"did_number": number, "action": action, "method": method, "created_at": build.ago(days)}
    meta = {"from": before, "to": after} if after is not None else None
    build.add("did_history", f"{number}-{action}-{days}", attributes, None, meta)
