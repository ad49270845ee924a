"""Files of call records: the columns of each kind of export, and a few calls whose sums are known."""

from __future__ import annotations

import csv
import io

INBOUND = (
    "Date/Time Start (UTC),Date/Time Connect (UTC),Date/Time End (UTC),Status,Source,Source Name,Destination DID,"
    "Duration (sec),Attempt,Disconnect Code,Response,Disconnect Initiator,Voice IN Trunk,Destination,Trunk Group,"
    "Capacity Group,Toll-free (USD),PSTN (USD),Metered (USD),CNAM IN (USD),Total (USD),Call ID"
)
OUTBOUND = (
    "Date/Time Start (UTC),Date/Time Connect (UTC),Date/Time End (UTC),Status,Source,CLI,Destination Number,"
    "Call Duration (sec),Billing Duration (sec),Disconnect Code,Disconnect Reason,Voice OUT Trunk,Destination Country,"
    "Network,Call Type,Rate (USD),Charged (USD),P-Charge-Info,Call ID"
)
OLD = (
    "Date/Time (UTC),Source,DID,Destination,Duration (secs),Disconnect Initiator,Disconnect Code,Response,"
    "TollFree Amount (USD),Termination Amount (USD),Metered Channels Amount (USD),Customer ID,Sell Amount (Points)"
)
"""Of the versions before 2021."""

ANSWERED = {"Status": "Completed", "Disconnect Code": "200", "Response": "Bye", "Disconnect Initiator": "Origination"}
BUSY = {"Status": "Failed", "Disconnect Code": "486", "Response": "Busy Here", "Disconnect Initiator": "Destination"}


def call(
    start: str, did: str, seconds: int, total: str = "0.000", *, trunk: str = "Office", **more: str
) -> dict[str, str]:
    """An inbound call; of no seconds: one that was not answered."""
    about = {"Destination DID": did, "Duration (sec)": str(seconds), "Total (USD)": total, "Voice IN Trunk": trunk}
    went = {**ANSWERED, "Date/Time Connect (UTC)": start} if seconds else BUSY
    return {"Date/Time Start (UTC)": start, "Source": "12025550171", "Attempt": "1", **about, **went, **more}


CALLS = (
    call("2026-11-01 09:59:58", "442079460001", 60, "0.1"),
    call("2026-11-01 10:00:00", "442079460001", 0, trunk="Mobile"),
    call("2026-11-01 23:59:59", "442079460002", 90, "0.2"),
    call("2026-11-02 00:00:00", "442079460001", 30, "0.003", Response="Bye, bye"),
)
"""Four calls on two days: three answered, 180 seconds, 0.303 USD, which no float adds up to."""


def table(calls=CALLS, header: str = INBOUND, **form: str) -> str:
    """Calls as CSV under a header."""
    text = io.StringIO()
    writer = csv.DictWriter(
        text, header.split(","), restval="", extrasaction="ignore", **{"lineterminator": "\n", **form}
    )
    writer.writeheader()
    writer.writerows(calls)
    return text.getvalue()
