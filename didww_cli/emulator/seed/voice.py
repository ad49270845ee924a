"""Trunks, their groups, points of presence and capacity."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.emulator.defaults import variant
from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.geography import country
from didww_cli.emulator.state import Link

POPS = ("DE, FRA", "HK", "NL, AMS", "SG", "US, LA", "US, MIA", "US, NY")
TRUNK_GROUPS = (("Main group", 100), ("Night shift", None))
SIP, PSTN = "sip_configurations", "pstn_configurations"
# name, trunk group, point of presence, attributes, kind, configuration
TRUNKS: tuple[tuple[str, str, str, dict[str, Any], str, dict[str, Any]], ...] = (
    (
        "Headquarters",
        "",
        "US, NY",
        {"capacity_limit": 30, "description": "Main building"},
        SIP,
        {"username": "{DID}", "host": "sip.example.com", "port": 5060, "codec_ids": [9, 10, 8]},
    ),
    ("Duty phone", "", "", {"capacity_limit": 2, "cli_format": "raw"}, PSTN, {"dst": "12025550199"}),
    (
        "London",
        "Main group",
        "NL, AMS",
        {"priority": 1, "weight": 10},
        SIP,
        {
            "username": "london",
            "host": "london.example.net",
            "port": 5061,
            "transport_protocol_id": 3,
            "media_encryption_mode": "srtp_sdes",
        },
    ),
    (
        "Berlin",
        "Main group",
        "DE, FRA",
        {"priority": 1, "weight": 20},
        SIP,
        {
            "username": "{DID}",
            "host": "203.0.113.20",
            "auth_enabled": True,
            "auth_user": "berlin",
            "auth_password": "example-password",
        },
    ),
    (
        "Reception desk",
        "Main group",
        "",
        {"priority": 2, "description": "Registers by itself"},
        SIP,
        {
            "enabled_sip_registration": True,
            "use_did_in_ruri": True,
            "incoming_auth_username": "reception0",
            "incoming_auth_password": "example-pw",
        },
    ),
    ("Night watch", "Night shift", "", {"ringing_timeout": 40}, PSTN, {"dst": "442079460991"}),
)
# name, attributes, kind of authentication, its members, DIDs shown as the caller, spent
OUTBOUND: tuple[tuple[str, dict[str, Any], str, dict[str, Any], tuple[str, ...], str], ...] = (
    (
        "Outbound Europe",
        {
            "capacity_limit": 50,
            "on_cli_mismatch_action": "reject_call",
            "dst_prefixes": ["4487", "4490"],
            "allowed_rtp_ips": ["203.0.113.10/32"],
        },
        "credentials_and_ip",
        {
            "allowed_sip_ips": ["203.0.113.10/32", "2001:db8::10/128"],
            "tech_prefix": "77#",
            "username": "exampleusr",
            "password": "examplepwd",
        },
        ("442079460000", "493023125000"),
        "12.5",
    ),
    (
        "Outbound America",
        {"on_cli_mismatch_action": "replace_cli", "threshold_amount": "100.0", "external_reference_id": "out-us"},
        "ip_only",
        {"allowed_sip_ips": ["198.51.100.0/28"]},
        ("12125550100",),
        "3.2",
    ),
    (
        "Contact centre",
        {
            "status": "blocked",
            "allow_any_did_as_cli": True,
            "on_cli_mismatch_action": "send_original_cli",
            "threshold_amount": "20.0",
            "threshold_reached": True,
            "emergency_enable_all": True,
        },
        "twilio",
        {"twilio_account_sid": "AC00000000000000000000000000000000"},
        (),
        "20.4",
    ),
)
# name, countries, channels, prices by number of channels: from, setup, monthly
POOLS: tuple[tuple[str, tuple[str, ...], int, tuple[tuple[int, str, str], ...]], ...] = (
    (
        "Standard",
        ("AU", "CA", "FR", "DE", "IE", "MX", "SE", "GB", "US"),
        30,
        ((1, "0.0", "4.0"), (10, "0.0", "3.5"), (50, "0.0", "3.0")),
    ),
    ("Extended", ("MX", "GB", "US"), 5, ((1, "5.0", "25.0"), (10, "5.0", "20.0"))),
)
# name, pool, shared channels, metered channels
CAPACITY_GROUPS = (("London office", "Standard", 6, 2), ("Washington office", "Standard", 4, None))


def add_voice(build: Builder) -> None:
    """Adds trunks in, their groups, points of presence and capacity."""
    for name in POPS:
        build.add("pops", name, {"name": name})
    for name, limit in TRUNK_GROUPS:
        about = {"name": name, "capacity_limit": limit, "created_at": build.ago(80)}
        build.add("voice_in_trunk_groups", name, about)
    for name, group, pop, given, kind, configuration in TRUNKS:
        links: dict[str, Link] = {
            "voice_in_trunk_group": identifier("voice_in_trunk_groups", group) if group else None,
            "pop": identifier("pops", pop) if pop else None,
        }
        shape = _shape("voice_in_trunks", "configuration", kind, configuration)
        attributes: dict[str, Any] = {"name": name, **given, "configuration": shape, "created_at": build.ago(79)}
        build.add("voice_in_trunks", name, attributes, links)
    _add_capacity(build)


def add_outbound(build: Builder) -> None:
    """Adds trunks out; the DIDs must be there."""
    for name, given, kind, members, numbers, spent in OUTBOUND:
        shape = _shape("voice_out_trunks", "authentication_method", kind, members)
        attributes = {"name": name, **given, "authentication_method": shape, "created_at": build.ago(50)}
        dids = [identifier("dids", number) for number in numbers]
        links: dict[str, Link] = {
            "dids": list(dids),
            "emergency_dids": dids[:1],
            "default_did": dids[0] if dids else None,
        }
        build.add("voice_out_trunks", name, attributes, links, {"spent_amount": spent})


def _shape(type_: str, name: str, kind: str, members: dict[str, Any]) -> dict[str, Any]:
    known = BY_TYPE[type_].attribute(name)
    assert known is not None
    return variant(kind, next(shape.attributes for shape in known.variants if shape.type == kind), members)


def _add_capacity(build: Builder) -> None:
    for name, isos, channels, prices in POOLS:
        for qty, setup, monthly in prices:
            attributes = {"qty": qty, "setup_price": setup, "monthly_price": monthly}
            build.add("qty_based_pricings", f"{name}-{qty}", attributes)
        build.add("capacity_pools", name, _pool(build, name, channels, prices[0]), _pool_links(name, isos, prices))
    for name, pool, shared, metered in CAPACITY_GROUPS:
        attributes = {
            "name": name,
            "shared_channels_count": shared,
            "metered_channels_count": metered,
            "created_at": build.ago(65),
        }
        build.add("shared_capacity_groups", name, attributes, {"capacity_pool": identifier("capacity_pools", pool)})


def _pool(build: Builder, name: str, channels: int, price: tuple[int, str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "renew_date": build.date(17),
        "total_channels_count": channels,
        "minimum_limit": 5,
        "minimum_qty_per_order": 1,
        "setup_price": price[1],
        "monthly_price": price[2],
        "metered_rate": "0.02",
    }


def _pool_links(name: str, isos: tuple[str, ...], prices: tuple[tuple[int, str, str], ...]) -> dict[str, Any]:
    pricings = [identifier("qty_based_pricings", f"{name}-{qty}") for qty, _, _ in prices]
    return {"countries": [country(iso) for iso in isos], "qty_based_pricings": pricings}
