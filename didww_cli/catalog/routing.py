"""What decides where a call to a number goes: the members that are read for it, and those that stop a call.

Each map gives the parts of a route the paths at which a record holds them.
"""

from __future__ import annotations

from collections.abc import Mapping

from didww_cli.plain_data import dataclass

Parts = Mapping[str, str]

NUMBER: Parts = {"id": "id", "number": "number", "description": "description"}
CAPACITY: Parts = {
    "limit": "capacity_limit",
    "included_channels": "channels_included_count",
    "dedicated_channels": "dedicated_channels_count",
    "pool": "capacity_pool.name",
}
SHARED_LINK = "shared_capacity_group"
SHARED: Parts = {
    "id": "id",
    "name": "name",
    "channels": "shared_channels_count",
    "metered_channels": "metered_channels_count",
}
METERED = "did_group.is_metered"
"""Whether the calls of a number are charged one by one, so that it needs no channels."""

TRUNK_LINK = "voice_in_trunk"
GROUP_LINK = "voice_in_trunk_group"
VOICE_LINKS = (TRUNK_LINK, GROUP_LINK)
SMS_LINKS = ("sms_trunk", "sms_trunk_group")
"""The relationships of a number to where its calls go, and to where its messages go; one of each is set at most."""
MEMBERS_LINK = "voice_in_trunks"
GROUP: Parts = {"id": "id", "name": "name", "capacity_limit": "capacity_limit"}
TRUNK: Parts = {
    "id": "id",
    "name": "name",
    "host": "configuration.host",
    "port": "configuration.port",
    "phone": "configuration.dst",
    "registers": "configuration.enabled_sip_registration",
    "transport": "configuration.transport_protocol_id",
    "codecs": "configuration.codec_ids",
    "capacity_limit": "capacity_limit",
    "pop": "pop",
}
TARGETS = ("registers", "phone", "host")
"""The parts of which a trunk has one at least, or calls to it have nowhere to go."""
TRUNK_SHAPE = "configuration"
"""What holds them."""
CODES = {"transport": "transports", "codecs": "codecs"}
"""The parts of a trunk that are numbers of a table of codes."""
PRIORITY = "priority"
WEIGHT = "weight"
WEIGHT_DEFAULT = 65535
"""What a trunk without a weight has (DIDWW says so)."""

EMERGENCY_LINK = "emergency_calling_service"
EMERGENCY: Parts = {"id": "id", "name": "name", "status": "status"}
EMERGENCY_ACTIVE = "active"

OUTBOUND_TYPE = "voice_out_trunks"
OUTBOUND: Parts = {"id": "id", "name": "name", "status": "status"}
OUTBOUND_ACTIVE = "active"
OUTBOUND_ANY = "allow_any_did_as_cli"
OUTBOUND_LINK = "dids"
OUTBOUND_EMERGENCY_LINK = "emergency_dids"


@dataclass(frozen=True, slots=True)
class Stop:
    """A member of a record with whose ``value`` no call gets through; ``says`` why, with other members in braces."""

    member: str
    value: bool | int
    says: str


_NO_LIMIT = Stop("capacity_limit", 0, "its capacity limit is 0")
NUMBER_STOPS = (
    Stop("terminated", True, "it is cancelled and gone after {expires_at:.10}; DIDWW says that calls may stop at once"),
    Stop("awaiting_registration", True, "it awaits its registration"),
    Stop("blocked", True, "it is blocked and takes no calls"),
    _NO_LIMIT,
)
NO_END = "its period"
"""What stands in place of a day that is not known; as short as a day, since more is cut off."""
TRUNK_STOPS = (_NO_LIMIT,)
GROUP_STOPS = (_NO_LIMIT,)
NO_CHANNELS = "it has no channels: DIDWW says that it gets no calls until some are given"
"""Told and no more: only DIDWW's user panel says so."""

_WAY_OUT = (*TRUNK.values(), PRIORITY, WEIGHT)
_GROUP_WAY = (*GROUP.values(), *(f"{MEMBERS_LINK}.{path}" for path in _WAY_OUT))
_NUMBER_FLAGS = ("expires_at", *(stop.member for stop in NUMBER_STOPS))
READ = (
    *(*NUMBER.values(), *_NUMBER_FLAGS, *CAPACITY.values(), METERED),
    *(f"{SHARED_LINK}.{path}" for path in SHARED.values()),
    *(f"{TRUNK_LINK}.{path}" for path in _WAY_OUT),
    *(f"{GROUP_LINK}.{path}" for path in _GROUP_WAY),
    *(f"{EMERGENCY_LINK}.{path}" for path in EMERGENCY.values()),
)
"""All that is read of a number, as columns."""
READ_OUTBOUND = (
    *(*OUTBOUND.values(), OUTBOUND_ANY),
    *(f"{link}.number" for link in (OUTBOUND_LINK, OUTBOUND_EMERGENCY_LINK)),
)
COLUMNS = (
    *("number", "description", "ends_nowhere", "reasons", "warnings", "capacity.limit"),
    *("route.kind", "route.name", "emergency.name", "outbound.name", "id"),
)
"""A route in a row."""
