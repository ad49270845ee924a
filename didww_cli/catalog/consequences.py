"""What writes lead to beyond what they say, and where that is written.

"DIDWW says" stands before what only DIDWW's user panel or assistant tools say: it is told, nothing is refused by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from didww_cli.plain_data import dataclass


class Turn(StrEnum):
    """How a member turns for a consequence to follow.

    ``SET``: it becomes ``value``. ``GIVEN``: from nothing to something. ``CLEARED``: the reverse. ``MOVED``: from one
    thing to another. ``RAISED``: a number grows, or becomes null, which is no end. ``LOWERED``: a number shrinks.
    ``LOST``: a list no longer holds ``value``.
    """

    SET = "set"
    GIVEN = "given"
    CLEARED = "cleared"
    MOVED = "moved"
    RAISED = "raised"
    LOWERED = "lowered"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows when a ``member`` of a type takes a ``turn`` (dotted into polymorphic attributes; empty: when one is
    created). ``question``: what is asked before, ``{}`` for the records; empty where it is only told. ``linked``: the
    relationship that loses what it holds; nothing follows where it holds nothing, or is sent too.
    """

    type: str
    member: str
    turn: Turn
    says: str
    question: str = ""
    value: object = None
    linked: str = ""


CONSEQUENCES = (
    Consequence(
        "dids",
        "terminated",
        Turn.SET,
        "A cancelled number is removed at the end of its billing cycle (DIDWW's page 'DIDs', 2026-04-16), but DIDWW "
        "also says that calls and messages may stop at once. 'didww dids cancel --at-end' only stops the renewal. "
        "DIDWW says: a number of a bulk order cannot be cancelled; one of a pending order is cancelled with a refund.",
        "Cancel {}?",
        value=True,
    ),
    Consequence(
        "dids",
        "billing_cycles_count",
        Turn.SET,
        "It is not renewed: usable to the end of its period, then gone; till then 'didww dids update NUMBER --unset "
        "billing_cycles_count' takes that back (DIDWW's page 'DIDs', 2026-04-16).",
        "Stop the renewal of {}?",
        value=0,
    ),
    Consequence(
        "dids",
        "billing_cycles_count",
        Turn.RAISED,
        "Each further billing cycle is charged when it begins.",
        "Renew {} for longer, which is charged?",
    ),
    *(
        Consequence("dids", link, Turn.CLEARED, "DIDWW says: calls to a number without a trunk or group go nowhere.")
        for link in ("voice_in_trunk", "voice_in_trunk_group")
    ),
    *(
        Consequence(
            "dids",
            "emergency_calling_service",
            turn,
            "Emergency calling is charged by month; whether a number that joins costs more is written nowhere.",
            "Let {} join an emergency service, which may be charged?",
        )
        for turn in (Turn.GIVEN, Turn.MOVED)
    ),
    Consequence(
        "dids",
        "emergency_calling_service",
        Turn.CLEARED,
        "Its emergency calls are no longer covered by the service.",
        "Take {} out of its emergency service?",
    ),
    Consequence(
        "voice_in_trunks",
        "configuration.codec_ids",
        Turn.LOST,
        "DIDWW says: a list of codecs replaces the whole one, and without telephone-event (6) DTMF by RFC 2833 stops.",
        value=6,
    ),
    Consequence(
        "voice_in_trunks",
        "configuration.dst",
        Turn.GIVEN,
        "DIDWW says: calls to a phone number are charged by the minute.",
    ),
    Consequence(
        "voice_in_trunks",
        "voice_in_trunk_group",
        Turn.MOVED,
        "DIDWW says: a trunk belongs to one group at most; the group that it leaves loses it.",
        "Take {} out of its trunk group?",
    ),
    Consequence(
        "voice_in_trunk_groups",
        "voice_in_trunks",
        Turn.CLEARED,
        "Calls to a group without trunks end nowhere.",
        "Take all trunks out of {}?",
    ),
    *(
        Consequence(kind, "capacity_limit", Turn.SET, "A limit of 0 lets no call through.", value=0)
        for kind in ("dids", "voice_in_trunks", "voice_in_trunk_groups")
    ),
    Consequence(
        "voice_out_trunks",
        "allow_any_did_as_cli",
        Turn.SET,
        "DIDWW unassigns the DIDs that are linked to it (DIDWW's API collection, 2026-04-16).",
        "Unassign the DIDs of {}?",
        value=True,
        linked="dids",
    ),
    Consequence(
        "voice_out_trunks",
        "emergency_enable_all",
        Turn.SET,
        "DIDWW links every DID with emergency calling to the trunk (DIDWW's API collection, 2026-04-16).",
        value=True,
    ),
    Consequence(
        "sms_trunks",
        "allow_any_did_as_source",
        Turn.SET,
        "It empties the list of outgoing DIDs (DIDWW's page 'Update SMS Trunk', 2026-11-19).",
        "Empty the outgoing DIDs of {}?",
        value=True,
        linked="outgoing_dids",
    ),
    *(
        Consequence("dids", link, Turn.CLEARED, "Messages to a number without an SMS trunk or group go nowhere.")
        for link in ("sms_trunk", "sms_trunk_group")
    ),
    Consequence(
        "sms_trunk_groups",
        "sms_trunks",
        Turn.CLEARED,
        "Messages to a group without trunks go nowhere.",
        "Take all trunks out of {}?",
    ),
    Consequence(
        "sender_id_verifications",
        "sms_trunk",
        Turn.CLEARED,
        "Without a trunk its senders send no messages (DIDWW's page 'Sender ID Verification Object', 2026-11-19).",
        "Stop the messages of {}?",
    ),
    Consequence(
        "capacity_pools",
        "total_channels_count",
        Turn.LOWERED,
        "Channels are given back (DIDWW says: unassign them first); to have them again is to order them again.",
        "Give back channels of {}?",
    ),
    Consequence(
        "capacity_pools",
        "total_channels_count",
        Turn.RAISED,
        "This gives unassigned channels back (DIDWW's page 'Capacity Pools', 2026-04-16): more are bought by "
        "'didww orders create --capacity-pool'.",
        "Ask for more channels of {} all the same, which may be charged?",
    ),
    Consequence(
        "shared_capacity_groups",
        "metered_channels_count",
        Turn.GIVEN,
        "Calls on metered channels are charged by the minute.",
    ),
    Consequence(
        "emergency_verifications",
        "",
        Turn.GIVEN,
        "DIDWW says: emergency calling is charged once, and then each month, as soon as the service is verified; "
        "'didww emergency requirements list' and 'didww emergency services list' show the prices.",
        "Hand in an emergency verification, which leads to a charge?",
    ),
)

NO_CHANNELS = "DIDWW says: a number that includes no channels gets no calls until it is given capacity."
"""What is told of a SKU with ``channels_included_count`` 0."""
HOW_CHANNELS = (
    "--channels buys it with some; those of its pool are given by 'didww dids update NUMBER "
    "--dedicated-channels-count N'."
)
"""What is told beside it, where that can be chosen: a pool alone gives none."""

ENDING = (
    "It is not cancelled, but not renewed either: 'didww dids update {number} --unset billing_cycles_count' renews it."
)

RESTORED_FREE = (
    "It is paid until {end} UTC: restoring it is free now (DIDWW says so). After that it renews, which is charged, "
    "unless its billing_cycles_count is 0; it is {cycles} now."
)
RESTORED_AT_A_PRICE = (
    "Its paid period ended {end} UTC. DIDWW says: it is renewed and charged now, its billing_cycles_count becomes null "
    "(it renews for ever), nothing changes where the balance is too low, and after about 35 days it is gone."
)
RESTORED_UNKNOWN = (
    "It does not say until when it is paid. DIDWW says: within the paid period restoring is free; after it the number "
    "is renewed, charged, and renews for ever."
)
"""What becomes of a DID whose ``terminated`` is sent as false: it is restored or renewed (page 'DIDs', 2026-04-16)."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What a DELETE of a type leads to; ``used``: only where something depends on what goes."""

    type: str
    says: str
    used: bool = False


REMOVALS = (
    Removal(
        "voice_in_trunks",
        "DIDWW may refuse this while numbers are routed to it (its page of 2026-11-19); else they lose their route, "
        "and DIDWW says that calls to them go nowhere.",
        used=True,
    ),
    Removal(
        "voice_in_trunk_groups",
        "The trunks in it may be deleted with it (DIDWW's page of 2026-11-19; elsewhere DIDWW says that they stay).",
    ),
    Removal(
        "voice_in_trunk_groups",
        "DIDWW may refuse this while numbers are routed to it or to a trunk in it (its page of 2026-11-19); else they "
        "lose their route, and DIDWW says that calls to them go nowhere.",
        used=True,
    ),
    Removal(
        "sms_trunks",
        "Checked senders stay without a trunk, and their messages stop. It is refused while numbers are routed to it "
        "(DIDWW's page 'Delete SMS Trunk', 2026-11-19).",
    ),
    Removal(
        "sms_trunk_groups",
        "The SMS trunks in it are deleted with it. It is refused while numbers are routed to it or to a trunk in it "
        "(DIDWW's page 'SMS Trunk Groups', 2026-11-19).",
    ),
    Removal(
        "shared_capacity_groups",
        "A group in use is refused (DIDWW's page of 2026-11-19). Its channels go back to the pool.",
        used=True,
    ),
    *(
        Removal(kind, f"This cannot be undone; in use it is refused (DIDWW's page '{page}', 2026-04-16).")
        for kind, page in (("identities", "Identities"), ("addresses", "Addresses"))
    ),
    Removal(
        "orders",
        "The DIDs in it go with it (DIDWW's page 'Orders', 2026-04-16). Where it cannot be cancelled it is refused.",
    ),
    Removal(
        "emergency_calling_services",
        "DIDWW cancels it only while it is new, changes_required, active or pending_update (DIDWW's page 'Emergency "
        "Calling Services', 2026-04-16). Emergency calls of its numbers are then no longer covered.",
    ),
)


def emptied(kind: str, sent: Mapping[str, Any], there: Mapping[str, Any]) -> list[str]:
    """The relationships of a record that lose what they hold, without being sent, by the members that are."""
    return [
        one.linked
        for one in CONSEQUENCES
        if one.type == kind and one.linked and one.linked not in sent and there.get(one.linked)
        if sent.get(one.member) == one.value != there.get(one.member)
    ]
