"""What a shell completes by name: what people type often; persons and addresses by the user's own references alone."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE, RESOURCES
from didww_cli.catalog.model import Resource
from didww_cli.catalog.routing import SMS_LINKS, VOICE_LINKS

BY_NAME = (
    "dids",
    "voice_in_trunks",
    "voice_in_trunk_groups",
    "voice_out_trunks",
    "sms_trunks",
    "sms_trunk_groups",
    "capacity_pools",
    "shared_capacity_groups",
    "orders",
    "countries",
    "pops",
    "did_groups",
    "identities",
    "addresses",
    "address_verifications",
    "emergency_calling_services",
)
"""The types whose records are completed."""


def completed_name(resource: Resource) -> str:
    """The attribute that a shell completes a record of a resource by; empty where it completes none."""
    return resource.lookup[0] if resource.type in BY_NAME else ""


def referred_to() -> dict[str, tuple[str, ...]]:
    """The types that each option refers to, by its name: that of a relationship, or what it is called in jobs."""
    links = {link.name: link.to for resource in RESOURCES for link in resource.relationships}
    return links | {
        "trunk": tuple(kind for name in (*VOICE_LINKS, *SMS_LINKS) for kind in links[name]),
        "did": links["dids"],
        "number": links["dids"],
        "did_capacity_pool": links["capacity_pool"],
        "service": links["emergency_calling_service"],
        "from_country": links["country"],
        "to_country": links["country"],
    }


def filters_by_name(resource: Resource) -> dict[str, str]:
    """The keys of filters that take what records are completed by, each with the type of these records."""
    found = {}
    own = completed_name(resource)
    for one in resource.filters:
        head = one.name.removesuffix(".id")
        if one.name == own:
            found[one.name] = resource.type
        elif one.to in BY_NAME and one.name == f"{head}.id" and "." not in head:
            found |= {head: one.to, f"{head}.{completed_name(BY_TYPE[one.to])}": one.to}
    return found
