"""Members and filters that several types have alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from didww_cli.catalog.model import (
    BOTH,
    CREATE,
    DATETIME,
    NULL,
    STRING,
    STRINGS,
    URL,
    Attribute,
    Filter,
    Kind,
    Relationship,
    Span,
    Use,
)


def optional(name: str, kind: Kind = STRING, *, writable: Use = BOTH, **more: Any) -> Attribute:
    """An attribute that requests may set, or clear with null."""
    return Attribute(name, kind, writable=writable, nullable=True, clearable=True, **more)


OWN_REFERENCE_2026 = Attribute(
    "external_reference_id",
    help="Your own reference, at most 100 characters.",
    writable=BOTH,
    nullable=True,
    max_length=100,
    own_reference=True,
    since="2026-04-16",
)
CLEARABLE_REFERENCE_2026 = replace(OWN_REFERENCE_2026, clearable=True)
CLEARABLE_REFERENCE = replace(CLEARABLE_REFERENCE_2026, since="")
REFERENCE_CLEARS = Span(NULL, "external_reference_id", since="2026-11-19")
"""Of types with ``CLEARABLE_REFERENCE`` whose reference older versions do not clear."""

CALLBACK_URL = optional("callback_url", help="Where DIDWW reports a change of status.", writable=CREATE, form=URL)
CALLBACK_METHOD = optional(
    "callback_method", help="HTTP method of the callback.", writable=CREATE, enum=("get", "post")
)
REFERENCE = Attribute("reference", help="Short reference that DIDWW gave it.")
CREATED_AT = Attribute("created_at", DATETIME, help="When it was made.")

FEATURES = ("voice_in", "voice_out", "t38", "sms_in", "p2p", "a2p", "emergency", "cnam_out")
GROUP_FEATURES = Filter("did_group.features", enum=FEATURES)

COUNTRY = Relationship("country", ("countries",), help="Its country.")
COUNTRY_ID = Filter("country.id", to="countries")
GROUP_TYPE = Relationship("did_group_type", ("did_group_types",), help="Kind of number.", until="2026-11-19")
GROUP_TYPE_ID = Filter("did_group_type.id", to="did_group_types", until="2026-11-19")
NUMBER_TYPES = ("local", "national", "mobile", "toll_free", "shared_cost", "global")
NUMBER_TYPE = Attribute("number_type", help="Kind of number.", enum=NUMBER_TYPES, since="2026-11-19")
NUMBER_TYPE_IS = Filter("number_type", enum=NUMBER_TYPES, since="2026-11-19")

PERSONAL_LEVEL = Attribute(
    "personal_area_level",
    help="How near to the number a person must live; null: persons are not accepted.",
    nullable=True,
    enum=("world_wide", "country"),
)
BUSINESS_LEVEL = Attribute(
    "business_area_level",
    help="How near to the number a company must be; null: companies are not accepted.",
    nullable=True,
    enum=("world_wide", "country"),
)
CHECKED_IDENTITY = Relationship(
    "identity", ("identities",), help="Identity to check.", writable=CREATE, clearable=True, readable=False
)
CHECKED_ADDRESS = Relationship(
    "address", ("addresses",), help="Address to check.", writable=CREATE, clearable=True, readable=False
)
REJECT_REASONS = Attribute("reject_reasons", STRINGS, help="Why it was rejected.", nullable=True)
REJECT_COMMENT = Attribute("reject_comment", help="What the reviewer wrote.", nullable=True)
REJECTED = (REJECT_REASONS.name, REJECT_COMMENT.name)
"""The columns that say why a review rejected something."""
VERIFIED_ADDRESS = Relationship("address", ("addresses",), help="The address.", writable=CREATE, required=True)
ORDER = Relationship("order", ("orders",), help="Order that brought it.")

UPDATE_2026 = Span("operations", "update", since="2026-04-16")
