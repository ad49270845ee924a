"""What an account pays for each month: where the price, the country and the pool of each kind stand."""

from __future__ import annotations

from dataclasses import dataclass

from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.sales import CHANNELS, MONTHLY
from didww_cli.catalog.voice import CAPACITY_POOLS


@dataclass(frozen=True, slots=True)
class Recurring:
    """A kind of thing that is paid for each month. Members are dotted paths, as seen from the thing.

    ``country``: the ISO codes of where it is. ``price``: what all of it costs each month; or ``offers``: what it is
    sold for, of which that is its own which has the same value of ``tells``. ``quantity``: how many pieces it is, one
    without. ``pool``: its name, where it is one. ``over``: statuses with which it is no longer paid for. ``dated``: it
    is not charged before it says when it renews.
    """

    kind: str
    resource: Resource
    country: str
    price: str = ""
    offers: str = ""
    tells: str = ""
    quantity: str = ""
    pool: str = ""
    over: tuple[str, ...] = ()
    dated: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """All that must be read of it."""
        sold = (self.tells, f"{self.offers}.{self.tells}", f"{self.offers}.{MONTHLY}") if self.offers else ()
        own = self.resource
        status = ("status",) if self.over else ()
        known = (self.country, self.price, *sold, self.quantity, self.pool, *own.label, *status)
        ends = (own.cancelling, own.renewal.cycles, own.renewal.end)
        return tuple(dict.fromkeys(path for path in (*known, *ends) if path))


RECURRING = (
    Recurring("DIDs", DIDS, "did_group.country.iso", offers="did_group.stock_keeping_units", tells=CHANNELS),
    Recurring(
        "capacity",
        CAPACITY_POOLS,
        "countries.iso",
        price="monthly_cost",
        quantity="total_channels_count",
        pool="name",
    ),
    Recurring(
        "emergency",
        EMERGENCY_CALLING_SERVICES,
        "country.iso",
        price="meta.monthly_price",
        over=("canceled",),
        dated=True,
    ),
)
"""DIDs have no price of their own: it is that of their group's stock keeping unit with as many channels."""

GROUPS = ("kind", "country", "pool")
"""What monthly costs are told by."""

BY_THE_LIST = (
    "By DIDWW's prices of today, without VAT. Not in it, since the API does not tell: calls and messages, metered "
    "channels, discounts of pools by quantity, checked SMS senders, and prices that were agreed otherwise."
)
"""What a reckoned month leaves out."""
