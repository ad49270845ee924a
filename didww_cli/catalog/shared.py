"""Members and filters that several types have alike."""

from __future__ import annotations

from dataclasses import replace

from didww_cli.catalog.model import BOTH, CREATE, DATE, DATETIME, URL, Attribute, Filter

OWN_REFERENCE_2026 = Attribute(
    "external_reference_id",
    help="Your own reference, at most 100 characters.",
    writable=BOTH,
    nullable=True,
    max_length=100,
    since="2026-04-16",
)
CLEARABLE_REFERENCE_2026 = replace(OWN_REFERENCE_2026, clearable=True)
CLEARABLE_REFERENCE = replace(CLEARABLE_REFERENCE_2026, since="")

CALLBACK_URL = Attribute(
    "callback_url",
    help="Where DIDWW reports a change of status.",
    writable=CREATE,
    nullable=True,
    clearable=True,
    form=URL,
)
CALLBACK_METHOD = Attribute(
    "callback_method",
    help="HTTP method of the callback.",
    writable=CREATE,
    nullable=True,
    clearable=True,
    enum=("get", "post"),
)

CREATED_AT = Attribute("created_at", DATETIME, help="When it was made.")
BILLED_FROM = Attribute("billed_from", DATE, help="First day paid for; null until it is filled.", nullable=True)
BILLED_TO = Attribute("billed_to", DATE, help="Last day paid for; null until it is filled.", nullable=True)

GROUP_FEATURES = Filter(
    "did_group.features",
    enum=("voice_in", "voice_out", "t38", "sms_in", "p2p", "a2p", "emergency", "cnam_out"),
)
