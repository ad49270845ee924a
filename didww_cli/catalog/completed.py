"""The types whose records a shell completes by name: what people type often, and nothing of persons."""

from __future__ import annotations

from didww_cli.catalog.model import Resource

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
)


def completed_name(resource: Resource) -> str:
    """The attribute that a shell completes a record of a resource by; empty where it completes none."""
    return resource.lookup[0] if resource.type in BY_NAME else ""
