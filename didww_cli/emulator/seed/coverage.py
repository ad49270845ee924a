"""What is on sale: DID groups, their prices, numbers and NANPA prefixes.

Numbers come from the ranges that regulators keep free for films and books (NANPA 555-01xx, Ofcom, ARCEP,
Bundesnetzagentur, ACMA, PTS, ComReg); Mexico has none, so its numbers follow the pattern of the American ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.geography import city, country, region
from didww_cli.emulator.state import Link, Record

GROUP_TYPES = ("Local", "Mobile", "National", "Toll-free", "Shared Cost", "Global")
VOICE = ("voice_in", "t38")
BOTH_WAYS = ("voice_in", "voice_out", "t38")
EMERGENCY = ("voice_in", "voice_out", "t38", "emergency")
TEXT = ("voice_in", "voice_out", "sms_in", "p2p", "a2p")


@dataclass(frozen=True, slots=True)
class Group:
    """A DID group: numbers from ``first``, ``size`` of them; ``prices`` are setup, monthly, monthly with two channels.

    ``offered`` of them are listed one by one among the available DIDs, behind the ``owned``.
    """

    key: str
    iso: str
    region: str
    city: str
    area_name: str
    kind: str
    prefix: str
    features: tuple[str, ...]
    first: int
    size: int
    prices: tuple[str, str, str]
    owned: int = 0
    offered: int = 0
    registered: bool = False
    metered: bool = False
    restrictions: str | None = None


# the prefix of DIDWW's examples; numbers of it are real, so its group delivers others
_EXAMPLE = "1201221"
_US = ("0.0", "0.5", "1.5")
_GB = ("0.0", "0.8", "2.8")
_EU = ("1.0", "2.4", "4.4")
_MX = ("1.0", "3.0", "5.0")


def _local(
    iso: str,
    region_code: str,
    name: str,
    prefix: str,
    features: tuple[str, ...],
    numbers: tuple[int, int],
    prices: tuple[str, str, str],
    taken: tuple[int, int] = (0, 0),
    registered: bool = False,
) -> Group:
    key = name.lower().replace(" ", "-")
    place = (key, iso, region_code, name, name, "Local", prefix)
    return Group(*place, features, *numbers, prices, *taken, registered)


GROUPS = (
    _local("AU", "NSW", "Sydney", "612", BOTH_WAYS, (61255500000, 10000), _EU, (1, 2)),
    _local("AU", "VIC", "Melbourne", "613", VOICE, (61355500000, 10000), _EU),
    _local("CA", "BC", "Vancouver", "1604", BOTH_WAYS, (16045550100, 100), _US),
    _local("CA", "QC", "Montreal", "1514", BOTH_WAYS, (15145550100, 100), _US),
    _local("CA", "ON", "Toronto", "1416", EMERGENCY, (14165550100, 100), _US, (1, 2)),
    _local("FR", "IDF", "Paris", "331", BOTH_WAYS, (33199000000, 10000), _EU, (1, 2), registered=True),
    _local("FR", "PAC", "Marseille", "334", VOICE, (33465710000, 10000), _EU, registered=True),
    _local("DE", "BE", "Berlin", "4930", BOTH_WAYS, (493023125000, 1000), _EU, (2, 2), registered=True),
    _local("DE", "HE", "Frankfurt", "4969", BOTH_WAYS, (496990009000, 1000), _EU, (1, 1), registered=True),
    _local("LT", "", "Vilnius", "3705", VOICE, (0, 0), _EU, registered=True),
    _local("MX", "GRO", "Acapulco", "52744", BOTH_WAYS, (527445550100, 100), _MX, (2, 3)),
    _local("MX", "CMX", "Mexico City", "5255", BOTH_WAYS, (525555550100, 100), _MX, (1, 2)),
    _local("NL", "", "Amsterdam", "3120", VOICE, (0, 0), _EU),
    _local("ES", "CT", "Barcelona", "3493", VOICE, (0, 0), _EU, registered=True),
    _local("SE", "", "Stockholm", "468", BOTH_WAYS, (46846500400, 100), _EU, (1, 1)),
    _local("GB", "ENG", "London", "4420", EMERGENCY, (442079460000, 1000), _GB, (2, 4)),
    _local("GB", "ENG", "Manchester", "44161", EMERGENCY, (441614960000, 1000), _GB, (1, 1)),
    _local("US", "IL", "Chicago", "1312", EMERGENCY, (13125550100, 100), _US),
    _local("US", "NJ", "Jersey City", "1201", EMERGENCY, (12015550100, 100), _US),
    _local("US", "CA", "Los Angeles", "1213", EMERGENCY, (12135550100, 100), _US, (1, 2)),
    _local("US", "NY", "New York", "1212", EMERGENCY, (12125550100, 100), _US, (3, 5)),
    _local("US", "DC", "Washington", "1202", EMERGENCY, (12025550100, 100), _US, (1, 2)),
    Group(
        key="ireland",
        iso="IE",
        region="",
        city="",
        area_name="National",
        kind="National",
        prefix="35320",
        features=VOICE,
        first=353209100000,
        size=10000,
        prices=_EU,
        registered=True,
    ),
    Group(
        key="french-mobile",
        iso="FR",
        region="",
        city="",
        area_name="Mobile",
        kind="Mobile",
        prefix="336",
        features=TEXT,
        first=33639980000,
        size=10000,
        prices=("2.0", "6.0", "8.0"),
        owned=1,
        offered=1,
        registered=True,
    ),
    Group(
        key="british-mobile",
        iso="GB",
        region="",
        city="",
        area_name="Mobile",
        kind="Mobile",
        prefix="447",
        features=TEXT,
        first=447700900000,
        size=1000,
        prices=("0.0", "3.0", "5.0"),
        owned=1,
        offered=2,
    ),
    Group(
        key="freephone",
        iso="GB",
        region="",
        city="",
        area_name="Freephone",
        kind="Toll-free",
        prefix="44808",
        features=VOICE,
        first=448081570000,
        size=1000,
        prices=("0.0", "5.0", "7.0"),
        owned=1,
        offered=1,
        metered=True,
        restrictions="Calls from payphones may be refused.",
    ),
)


def group_id(key: str) -> str:
    """The id of a DID group."""
    return identifier("did_groups", key)


def add_coverage(build: Builder) -> None:
    """Adds everything that is on sale."""
    for name in GROUP_TYPES:
        build.add("did_group_types", name, {"name": name})
    for group in GROUPS:
        add_group(build, group)
        prefix = _add_prefix(build, group, str(group.first)) if group.iso in ("US", "CA") else None
        _add_numbers(build, group, prefix)
        if group.key == "jersey-city":
            _add_prefix(build, group, _EXAMPLE)


def add_group(build: Builder, group: Group) -> Record:
    """Adds a DID group with its prices."""
    requirement = identifier("address_requirements", f"{group.iso}-{group.kind}") if group.registered else None
    attributes = {
        "prefix": group.prefix,
        "area_name": group.area_name,
        "features": list(group.features),
        "is_metered": group.metered,
        "allow_additional_channels": not group.metered,
        "service_restrictions": group.restrictions,
    }
    links: dict[str, Link] = {
        "country": country(group.iso),
        "city": city(group.iso, group.city),
        "region": region(group.iso, group.region),
        "did_group_type": identifier("did_group_types", group.kind),
        "address_requirement": requirement,
    }
    meta = {"available_dids_enabled": group.offered > 0, "needs_registration": group.registered}
    stock = {"first": group.first, "size": group.size, "used": group.owned + group.offered}
    _add_prices(build, group)
    return build.add("did_groups", group.key, attributes, links, meta, stock)


def _add_prices(build: Builder, group: Group) -> None:
    setup, *monthly = group.prices
    for channels, price in zip((0, 2), monthly, strict=True):
        attributes = {"setup_price": setup, "monthly_price": price, "channels_included_count": channels}
        build.add("stock_keeping_units", f"{group.key}-{channels}", attributes, {"did_group": group_id(group.key)})


def _add_prefix(build: Builder, group: Group, number: str) -> Record:
    links: dict[str, Link] = {
        "country": country(group.iso),
        "region": region(group.iso, group.region),
        "did_group": group_id(group.key),
    }
    return build.add("nanpa_prefixes", number[1:7], {"npa": number[1:4], "nxx": number[4:7]}, links)


def _add_numbers(build: Builder, group: Group, prefix: Record | None) -> None:
    for place in range(group.owned, group.owned + group.offered):
        number = str(group.first + place)
        links: dict[str, Link] = {"did_group": group_id(group.key), "nanpa_prefix": prefix.id if prefix else None}
        build.add("available_dids", number, {"number": number}, links)
