"""What an account looks like at a glance: the one request for each part of it, and what is counted in its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Glance:
    """One page of a list. ``paths``: what is read of each record; none where its length alone is wanted.

    ``most``: records of the page; None for as many as it holds.
    """

    type: str
    paths: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: tuple[str, ...] = ()
    most: int | None = 1


HISTORY_DAYS = 14
LAST_ORDERS = 5
_OPEN: Mapping[str, tuple[str, ...]] = {"status": ("pending",)}

GLANCES: Mapping[str, Glance] = {
    "numbers": Glance("dids", ("did_group.country.name",), most=None),
    "blocked": Glance("dids", filters={"blocked": ("true",)}),
    "awaiting_registration": Glance("dids", filters={"awaiting_registration": ("true",)}),
    "inbound_trunks": Glance("voice_in_trunks"),
    "trunk_groups": Glance("voice_in_trunk_groups"),
    "outbound_trunks": Glance("voice_out_trunks", ("status",), most=None),
    "capacity": Glance("capacity_pools", ("name", "assigned_channels_count", "total_channels_count"), most=None),
    "address_verifications": Glance("address_verifications", filters=_OPEN),
    "emergency_verifications": Glance("emergency_verifications", filters=_OPEN),
    "orders": Glance(
        "orders",
        ("reference", "status", "amount", "description", "created_at"),
        sort=("-created_at",),
        most=LAST_ORDERS,
    ),
    "history": Glance("did_history", ("created_at",), sort=("-created_at",), most=None),
}
"""The parts of an account but its money, with a request for each: twelve in all."""

NUMBERS, OUTBOUND, CAPACITY, ORDERS, HISTORY = "numbers", "outbound_trunks", "capacity", "orders", "history"
COUNTRY = "did_group.country.name"
STATUS = "status"
POOL = ("name", "assigned_channels_count", "total_channels_count")
MONEY = ("balance", "credit", "total_balance")
NAMED = {
    "numbers": "DIDs",
    "blocked": "blocked",
    "awaiting_registration": "awaiting registration",
    "inbound_trunks": "inbound trunks",
    "trunk_groups": "groups",
    "outbound_trunks": "outbound trunks",
    "address_verifications": "addresses",
    "emergency_verifications": "emergency services",
}
"""What people call them."""
LINES = {
    "numbers": ("numbers", "blocked", "awaiting_registration"),
    "trunks": ("inbound_trunks", "trunk_groups", "outbound_trunks"),
    "in review": ("address_verifications", "emergency_verifications"),
}
"""Lines of counts, by their heads."""
MOMENT = "created_at"
