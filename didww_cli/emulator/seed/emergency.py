"""Emergency services in each of their states, their verifications, and the verifications of addresses."""

from __future__ import annotations

from typing import Any

from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.geography import country
from didww_cli.emulator.state import Link

# country: monthly price, where the address must be, fields of person, company and address, usual time
REQUIREMENTS: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str]] = {
    "US": ("0.75", "city", ("Contact email",), (), (), "1-2 business days"),
    "CA": ("0.75", "city", (), (), (), "1-2 business days"),
    "GB": ("2.5", "country", ("Birth Date",), ("Company Registration Number",), (), "3 business days"),
}
# name, country, status, order, days since made, days since active or canceled
SERVICES: tuple[tuple[str, str, str, str, int, int | None], ...] = (
    ("New York", "US", "active", "emergency", 39, 38),
    ("Los Angeles", "US", "in_process", "", 4, None),
    ("Washington", "US", "changes_required", "", 8, None),
    ("London", "GB", "pending_update", "emergency-london", 38, 37),
    ("Toronto", "CA", "new", "", 2, None),
    ("Manchester", "GB", "canceled", "", 60, 6),
)
# name, service, address, status, days ago, numbers
VERIFICATIONS: tuple[tuple[str, str, str, str, int, tuple[str, ...]], ...] = (
    ("new-york", "New York", "new-york", "approved", 39, ("12125550100", "12125550101")),
    ("los-angeles", "Los Angeles", "los-angeles", "pending", 4, ("12135550100",)),
    ("washington", "Washington", "new-york", "rejected", 8, ("12025550100",)),
    ("london", "London", "london", "pending", 1, ("442079460000",)),
    ("manchester", "Manchester", "london", "approved", 60, ("441614960000",)),
)
# name, address, days ago, numbers; the name is the status
ADDRESS_VERIFICATIONS: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    ("approved", "berlin", 18, ("493023125000",)),
    ("pending", "berlin", 2, ("493023125001",)),
    ("rejected", "frankfurt", 15, ("496990009000",)),
)
_REJECTED = {
    "reject_reasons": ["The address does not match the area of the number", "The document cannot be read"],
    "reject_comment": "Please send a bill that is not older than three months.",
}


def add_emergency(build: Builder) -> None:
    """Adds requirements, services and both kinds of verification; DIDs and addresses must be there."""
    for iso in REQUIREMENTS:
        _add_requirement(build, iso)
    for place, service in enumerate(SERVICES, 1):
        _add_service(build, place, service)
    _add_address_verifications(build)
    for place, (name, service_name, address, status, days, numbers) in enumerate(VERIFICATIONS, 1):
        attributes = _verification(build, f"EMV-40000{place}", status, days)
        links: dict[str, Link] = {
            "address": identifier("addresses", address),
            "emergency_calling_service": identifier("emergency_calling_services", service_name),
            "dids": [identifier("dids", number) for number in numbers],
        }
        build.add("emergency_verifications", name, attributes, links)


def _add_address_verifications(build: Builder) -> None:
    for place, (name, address, days, numbers) in enumerate(ADDRESS_VERIFICATIONS, 1):
        attributes = _verification(build, f"ADV-20000{place}", name, days)
        links: dict[str, Link] = {
            "address": identifier("addresses", address),
            "dids": [identifier("dids", number) for number in numbers],
        }
        build.add("address_verifications", name, attributes, links)


def _add_requirement(build: Builder, iso: str) -> None:
    price, level, personal, business, address, setup_time = REQUIREMENTS[iso]
    attributes = {
        "identity_type": "any",
        "personal_area_level": "country",
        "business_area_level": "world_wide",
        "address_area_level": level,
        "personal_mandatory_fields": list(personal),
        "business_mandatory_fields": list(business),
        "address_mandatory_fields": list(address),
        "estimate_setup_time": setup_time,
    }
    links: dict[str, Link] = {"country": country(iso), "did_group_type": identifier("did_group_types", "Local")}
    meta = {"setup_price": "0.0", "monthly_price": price}
    build.add("emergency_requirements", iso, attributes, links, meta)


def _verification(build: Builder, reference: str, status: str, days: int) -> dict[str, Any]:
    shared = {"reference": reference, "status": status, "created_at": build.ago(days)}
    return {**shared, **(_REJECTED if status == "rejected" else {})}


def _add_service(build: Builder, place: int, row: tuple[str, str, str, str, int, int | None]) -> None:
    name, iso, status, order, days, since = row
    moment = build.ago(since) if since else None
    canceled = status == "canceled"
    attributes = {
        "name": f"{name} emergency calls",
        "reference": f"ECS-30000{place}",
        "status": status,
        "activated_at": build.ago(days - 1) if canceled else moment,
        "canceled_at": moment if canceled else None,
        "renew_date": build.date(22) if moment and not canceled else None,
        "created_at": build.ago(days),
    }
    latest = next((key for key, service, *_ in VERIFICATIONS if service == name), "")
    links: dict[str, Link] = {
        "country": country(iso),
        "did_group_type": identifier("did_group_types", "Local"),
        "order": identifier("orders", order) if order else None,
        "emergency_requirement": identifier("emergency_requirements", iso),
        "emergency_verification": identifier("emergency_verifications", latest) if latest else None,
    }
    meta = {"setup_price": "0.0", "monthly_price": REQUIREMENTS[iso][0]}
    build.add("emergency_calling_services", name, attributes, links, meta)
