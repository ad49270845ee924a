"""What DIDWW calls back about: the types, what each event carries, since which version, and what signs it.

Sources: the pages of API version 2026-04-16 (Callbacks Details and the changelog), those of 2026-11-19, and for blank
reasons of what was approved the example of DIDWW's Ruby client. Where the changelog names no callback, an event is as
old as its type.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from didww_cli.catalog.model import BOOLEAN, DATETIME, STRING, Kind
from didww_cli.plain_data import dataclass

COMMON = ("id", "type", "status")  # members of every event
METHODS = ("get", "post")

SECRET_ALONE_SINCE = "2026-11-19"  # noqa: S105
"""The version from which on only the callback secret signs; without one nothing is sent. Before, the API key signs
where no callback secret is enabled."""


@dataclass(frozen=True, slots=True)
class EventMember:
    """A member beside the common ones. ``only``: the status that fills it; with another it is blank (a boolean:
    false), or ``absent``. ``since`` is given where the event is older than the member.
    """

    name: str
    kind: Kind = STRING
    only: str = ""
    absent: bool = False
    since: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """The events of a type: the status that each reports, by its name; ``as_array``: always a POST of a JSON array."""

    type: str
    since: str
    statuses: Mapping[str, str]
    members: tuple[EventMember, ...] = ()
    as_array: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, the common ones first."""
        return (*COMMON, *(member.name for member in self.members))


EVENT_TYPES: tuple[EventType, ...] = (
    EventType(
        "orders",
        "2021-04-19",  # changelog: callbacks attributes added to orders and CDR exports
        {"order-completed": "completed", "order-canceled": "canceled"},
    ),
    EventType(
        "exports",
        "2021-12-15",  # changelog: the type becomes ``exports``; CDR exports called back since 2021-04-19
        {"export-completed": "completed"},
        (EventMember("url", since="2026-04-16"),),  # changelog: includes ``url``
    ),
    EventType(
        "address_verifications",
        "2021-04-19",  # changelog: endpoints added
        {"address-verification-approved": "approved", "address-verification-rejected": "rejected"},
        (EventMember("reject_reason", only="rejected"), EventMember("reject_comment", only="rejected", absent=True)),
    ),
    EventType(
        "emergency_verifications",
        "2026-04-16",  # changelog: endpoints added
        {"emergency-verification-approved": "approved", "emergency-verification-rejected": "rejected"},
        (
            EventMember("reject_reasons", only="rejected"),
            EventMember("reject_comment", only="rejected", absent=True),
            EventMember("emergency_calling_service_id"),
        ),
    ),
    EventType(
        "voice_out_trunks",
        "2021-12-15",  # changelog: events about the status of outbound trunks
        {"trunk-blocked": "blocked", "trunk-unblocked": "active"},
        (EventMember("threshold_reached", BOOLEAN, only="blocked"), EventMember("created_at", DATETIME)),
        as_array=True,
    ),
)
EVENTS_BY_TYPE = {each.type: each for each in EVENT_TYPES}
EVENTS_BY_NAME = {name: each for each in EVENT_TYPES for name in each.statuses}
_EVERY_NAME = frozenset(name for each in EVENT_TYPES for name in each.names)


def documented_members(types: Collection[str]) -> frozenset[str]:
    """The members that events of these types may hold; of every type where none of them is known."""
    known = [EVENTS_BY_TYPE[name].names for name in types if name in EVENTS_BY_TYPE]
    return frozenset().union(*known) if known else _EVERY_NAME


def signed_by_secret_alone(version: str) -> bool:
    """Whether, in a version of the API, nothing but the callback secret signs."""
    return version[:1].isdigit() and version >= SECRET_ALONE_SINCE
