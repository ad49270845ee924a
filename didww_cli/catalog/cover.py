"""Emergency calling as a job: which numbers can have it, what is read to tell how far it is, and what comes next.

What the statuses mean and which step follows: DIDWW's page "Emergency Resources", 2026-04-16, and its API collection.
"""

from __future__ import annotations

from collections.abc import Mapping

from didww_cli.catalog.model import Ends
from didww_cli.catalog.routing import Stop
from didww_cli.plain_data import dataclass

Parts = Mapping[str, str]
"""Names of what is told, and the paths at which a record holds it."""

GAPS = ("did_group.features=emergency", "blocked=false", "terminated=false", "emergency_calling_service=none")
"""Filters of the DIDs that can have an emergency service (DIDWW's page "Emergency Verifications", 2026-04-16: active,
with the feature, in no other service) and have none.
"""
GAP_COLUMNS = ("number", "did_group.country", "did_group", "description", "expires_at")

SERVICE: Parts = {
    "id": "id",
    "reference": "reference",
    "name": "name",
    "status": "status",
    "country": "country.name",
    "setup_price": "meta.setup_price",
    "monthly_price": "meta.monthly_price",
    "renew_date": "renew_date",
}
DIDS_LINK = "dids"
NUMBER = "number"
NUMBERS = f"{DIDS_LINK}.{NUMBER}"
SERVICE_LINK = "emergency_calling_service"
OF_SERVICE = f"{SERVICE_LINK}.id"
"""The filter of verifications by their service."""
CREATED, ADDRESS, REASONS = "created_at", "address", ("reject_reasons", "reject_comment")
MOMENTS: Parts = {"made": CREATED, "active": "activated_at", "canceled": "canceled_at"}
"""What happened to a service, and when."""
READ_SERVICE = (*SERVICE.values(), NUMBERS, *MOMENTS.values())
READ_VERIFICATION = ("id", "reference", "status", CREATED, ADDRESS, *REASONS, f"{SERVICE_LINK}.reference")
COLUMNS = ("reference", "name", "status", "dids", "country", "monthly_price", "renew_date", "next", "id")
"""A service in a row."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A status of a service: what it ``says``, whether emergency calls work (``covered``, None where nobody knows), and
    the ``next`` command, with members of the service in braces.
    """

    says: str
    covered: bool | None
    next: str = ""


_AGAIN = "didww emergency register --service {reference} --address REF"
_WAIT = "didww emergency verifications wait {verification}"
STAGES: Mapping[str, Stage] = {
    "new": Stage("made, but no address was handed in", False, _AGAIN),
    "in_process": Stage("DIDWW reviews the address; emergency calls do not work yet", False, _WAIT),
    "changes_required": Stage("the address was rejected; another one must be handed in", False, _AGAIN),
    "pending_update": Stage("active; DIDWW reviews another address for it", True, _WAIT),
    "active": Stage("emergency calls work", True),
    "canceled": Stage("given up for good", False, "didww emergency register --did {numbers} --address REF"),
}
UNKNOWN = Stage("a status that this version of the tool does not know", None)

FEATURE, FEATURES = "emergency", "did_group.features"
NO_FEATURE = "its DID group has no emergency calls"
STOPS = (
    Stop("awaiting_registration", True, "it awaits its registration"),
    Stop("blocked", True, "it is blocked"),
    Stop("terminated", True, "it is cancelled"),
)
"""Why a number is not active (DIDWW's page "Emergency Verifications", 2026-04-16: it must be)."""
GROUP = "did_group"
PLACED = ("did_group.country", "did_group.number_type", "did_group.did_group_type")
"""What numbers of one service have alike. The kind is an attribute since 2026-11-19."""
AREA = "did_group.area_name"
READ_NUMBER = (
    *("id", NUMBER, FEATURES, *PLACED, AREA),
    *(f"{SERVICE_LINK}.reference", f"{SERVICE_LINK}.status"),
    *(one.member for one in STOPS),
)
REQUIREMENT_LINK, IDENTITY_LINK = "emergency_requirement", "identity"
SETUP, MONTHLY = "meta.setup_price", "meta.monthly_price"
TAKES_ADDRESS = ("new", "changes_required", "active")
"""The statuses in which a service can get another address (DIDWW's page "Emergency Verifications", 2026-04-16)."""
OVER = "canceled"
SERVICE_ENDS = Ends("active", ("changes_required", OVER))
