"""What is on sale as ``numbers`` shows it: the members of a row, where the API holds them, what it selects by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from didww_cli.catalog.members import Attribute
from didww_cli.catalog.model import BOOLEAN, DECIMAL, INTEGER, STRINGS, Resource
from didww_cli.catalog.numbers import AVAILABLE_DIDS, STOCK_KEEPING_UNITS
from didww_cli.catalog.routing import SMS_LINKS, VOICE_LINKS
from didww_cli.catalog.sales import CHANNELS, MONTHLY, SETUP

GROUP: Mapping[str, tuple[str, ...]] = {
    "country": ("country.iso",),
    "region": ("region.name",),
    "city": ("city.name",),
    "area": ("area_name",),
    "number_type": ("number_type", "did_group_type.name"),
    "prefix": ("prefix",),
    "features": ("features",),
    "is_metered": ("is_metered",),
    "documents": ("meta.needs_registration",),
    "available": ("meta.total_count",),
    "did_group": ("id",),
}
"""The members that a row has from its DID group, each with the paths at which one version or the other holds it."""
SKU: Mapping[str, str] = {"channels": CHANNELS, "setup": SETUP, "monthly": MONTHLY}
"""The members that a row has from its stock keeping unit."""

AREA_NAME, TYPE, PREFIX, DOCUMENTS = "area", "number_type", "prefix", "documents"
FEATURES_OF, COUNT, SKU_ID, GROUP_ID = "features", "available", "sku", "did_group"
INCLUDED, METERED = "channels", "is_metered"
"""Members of a row that are looked at."""
IN_GROUP = ("country", "region", "city", "did_group_type", "stock_keeping_units")
"""What is included with DID groups."""
GROUP_LINK = "did_group"
"""The relationship that leads from a number to its DID group."""
SKUS = "stock_keeping_units"
"""The relationship that leads from a DID group to its prices."""
COUNTRY_PREFIX = "country.prefix"
"""The country's own dialling code, with which the prefix of a DID group begins."""
CODE = "iso"
"""The code of a place; that of a region is ``CA``, or with its country's since 2026-11-19, ``US-CA``."""
NANPA_PARTS = ("npa", "nxx")


@dataclass(frozen=True, slots=True)
class Selected:
    """One thing that numbers are chosen by, and the filter of DID groups and of available DIDs that selects by it.

    Empty where the API has none: it is selected here.
    """

    group: str = ""
    number: str = ""


COUNTRY = Selected("country.id", "country.id")
REGION = Selected("region.id", "region.id")
CITY = Selected("city.id", "city.id")
AREA = Selected("area_name")
KIND = Selected("number_type", "did_group.number_type")
KIND_ID = Selected("did_group_type.id", "did_group_type.id")
FEATURES = Selected("features", "did_group.features")
REGISTERED = Selected("needs_registration", "did_group.needs_registration")
NANPA = Selected("nanpa_prefix.npanxx")
NANPA_ID = Selected(number="nanpa_prefix.id")
CONTAINS = Selected(number="number_contains")
IN_GROUPS = Selected(number="did_group.id")

HELD_LINK, HELD_NOTE = "available_did", "description"
"""What a reservation is of, and the note by which those of one order are found again."""
NEEDED: Mapping[str, str] = {
    **dict.fromkeys(VOICE_LINKS, "voice_in"),
    **dict.fromkeys(SMS_LINKS, "sms_in"),
}
"""The feature without which a relationship of a number leads nothing in."""
POOL_LINK, NOTE = "capacity_pool", "description"
"""The pool that a number has its channels from, and what its owner notes of it."""

SHORTEST_PART = 3
"""The fewest digits of ``number_contains`` without a place beside it (DIDWW's document of 2026-11-19)."""

_ROW = (
    Attribute("country", help="Its country, by ISO code."),
    Attribute("region", nullable=True, help="State or province."),
    Attribute("city", nullable=True, help="City."),
    Attribute("area", help="Area that the numbers belong to."),
    Attribute("number_type", help="Kind of number."),
    Attribute("prefix", help="Leading digits, country code included."),
    Attribute("features", STRINGS, help="What the numbers can do."),
    Attribute("is_metered", BOOLEAN, help="Inbound minutes are charged one by one."),
    Attribute("documents", BOOLEAN, help="The numbers work only with a verified address."),
    Attribute("channels", INTEGER, help="Calls at once that the price covers."),
    Attribute("setup", DECIMAL, help="Paid once for each number, without VAT."),
    Attribute("monthly", DECIMAL, help="Paid each month for each number, without VAT."),
    Attribute("did_group", help="Id of its DID group."),
)
_SHOWN = ("country", "area", "prefix", "setup", "monthly", "channels", "documents")

OFFERS = Resource(
    type=STOCK_KEEPING_UNITS.type,
    noun="numbers",
    singular="offer",
    help="What numbers cost, by area and stock keeping unit.",
    attributes=(*_ROW, Attribute("available", INTEGER, help="How many numbers there are to sell.")),
    columns=(*_SHOWN, "available", "number_type", "features"),
)
"""A row for each stock keeping unit of a DID group; its id is that of the stock keeping unit."""
OFFERED_NUMBERS = replace(
    OFFERS,
    type=AVAILABLE_DIDS.type,
    singular="number",
    help="Single numbers with what they cost.",
    attributes=(
        Attribute("number", help="Phone number, digits only."),
        *_ROW,
        Attribute("sku", help="Id of the stock keeping unit that it is priced by."),
    ),
    columns=("number", *_SHOWN, "number_type", "features"),
)
"""A row for each number; its id is that of the available DID."""

PRICE = "price"
SORTS: Mapping[str, tuple[str, ...]] = {PRICE: ("monthly", "setup")}
"""Names to sort by that are no column, with the columns that they stand for."""


def kind_as_named(text: str) -> str:
    """A kind of number as versions since 2026-11-19 name it: ``Toll-free`` of older ones is ``toll_free``."""
    return text.strip().lower().replace("-", "_").replace(" ", "_")
