"""What the configuration of an account is: the types that a snapshot holds, and what it leaves out of them."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.links import written_links
from didww_cli.catalog.members import Attribute, Relationship
from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import holds

TYPES = ("shared_capacity_groups", "voice_in_trunk_groups", "voice_in_trunks", "voice_out_trunks", "dids")
"""In the order in which one needs what stands before it."""

NOT_HELD = ("sms_trunks", "sms_trunk_groups")
"""Configuration that no snapshot holds: an SMS trunk needs secrets to be made, and goes with its group."""

LEFT_OUT = frozenset({("dids", "address_verification"), ("dids", "emergency_calling_service")})
"""Relationships that are no routing: a verification is only ever taken away, and joining a service may be charged."""


def snapshot_types() -> list[Resource]:
    """The types of a snapshot, what others need first."""
    return [BY_TYPE[kind] for kind in TYPES]


def left_out_types(version: str) -> list[Resource]:
    """The types of configuration that a version has and a snapshot does not hold."""
    return [BY_TYPE[kind] for kind in NOT_HELD if holds(BY_TYPE[kind], version)]


def snapshot_attributes(resource: Resource) -> list[Attribute]:
    """The attributes that can be written and read back, but secrets, cancelling and what is paid for by period."""
    left_out = {resource.cancelling, resource.renewal.cycles}
    return [
        one
        for one in resource.attributes
        if (one.create or one.update) and one.readable and not one.secret and one.name not in left_out
    ]


def snapshot_links(resource: Resource) -> list[Relationship]:
    """The relationships that can be written, each from the side on which it is of one thing alone."""
    return [link for link in written_links(resource) if not link.takes and (resource.type, link.name) not in LEFT_OUT]
