"""The files of CDR exports: what their columns are called, what calls are grouped by, and what is counted of them.

Columns are read by their names, never by place: DIDWW says that a file keeps the columns of the version that its export
was created with. Sources: DIDWW's page "Get CSV File of Export" of 2026-04-16 (whole), of 2026-11-19 (as far as
``Destination DID``) and of 2017-09-18 (``Duration (secs)``, amounts in parts); "Call Logs" of its user panel; files
that its client libraries are tested with.
"""

from __future__ import annotations

from dataclasses import dataclass

STARTED = ("Date/Time Start (UTC)", "Date/Time (UTC)", "Time Start (UTC)")
"""When a call began, ``YYYY-MM-DD HH:MM:SS``, UTC."""

CONNECTED = ("Date/Time Connect (UTC)",)
"""When it was answered ("Call answer timestamp"); empty where it was not ("time_connect is present, confirming that the
call was answered", on DIDWW's page of CDR streaming)."""

SECONDS = ("Duration (sec)", "Call Duration (sec)", "Duration (secs)")
"""How long it lasted, in whole seconds; "set to 0 for non-connected calls" (user panel, "Call Logs")."""

TOTAL = ("Total (USD)", "Charged (USD)")
"""What it cost in all, where the file says so."""

FACTS = {"start": STARTED, "connect": CONNECTED, "duration": SECONDS, "cost": TOTAL}
"""What is read of each call, by short names."""

PARTS = (
    *("Toll-free (USD)", "PSTN (USD)", "Metered (USD)", "CNAM IN (USD)"),
    *("TollFree Amount (USD)", "Toll-free Amount (USD)", "Termination Amount (USD)", "Metered Channels Amount (USD)"),
)
"""What it cost, part by part, in files without a total."""


@dataclass(frozen=True, slots=True)
class Key:
    """What calls are grouped by. ``columns``: the names of the column that tells it, of whose times ``part`` counts."""

    name: str
    help: str
    columns: tuple[str, ...]
    part: slice | None = None


MONTH, DAY, HOUR = slice(0, 7), slice(0, 10), slice(11, 16)
"""Parts of a time, ``YYYY-MM-DD HH:00``."""

KEYS = (
    Key("did", "the DID that was called", ("Destination DID", "DID")),
    Key("trunk", "the trunk that took the call", ("Voice IN Trunk", "Voice OUT Trunk", "Trunk Name")),
    Key("group", "the trunk group", ("Trunk Group",)),
    Key("country", "the other end's country", ("Source Country", "Destination Country", "Country Name")),
    Key("network", "the other end's network", ("Source Network", "Network", "Destination Network", "Network Name")),
    Key("source", "who called", ("Source Number", "Source")),
    Key("destination", "where the call went", ("Destination Number", "Destination")),
    Key("code", "the code it ended with", ("Disconnect Code",)),
    Key("response", "the same in words", ("Response", "Disconnect Response", "Disconnect Reason")),
    Key("initiator", "who ended it", ("Disconnect Initiator",)),
    Key("status", "what became of it", ("Status",)),
    Key("attempt", "which try at the same call it was", ("Attempt",)),
    Key("type", "the type of call", ("Call Type", "CDR Type")),
    Key("month", "the month, UTC", STARTED, MONTH),
    Key("day", "the day, UTC", STARTED, DAY),
    Key("hour", "the hour of the day, UTC", STARTED, HOUR),
)

_IN = (
    *("Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Date/Time End (UTC)", "Status", "Source", "Source Name"),
    *("Destination DID", "Duration (sec)", "Attempt", "Disconnect Code", "Response", "Disconnect Initiator"),
    *("Voice IN Trunk", "Destination", "Trunk Group", "Capacity Group", "Toll-free (USD)", "PSTN (USD)"),
    *("Metered (USD)", "CNAM IN (USD)", "Total (USD)", "Call ID"),
)
_OUT = (
    *("Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Date/Time End (UTC)", "Status", "Source", "CLI"),
    *("Destination Number", "Call Duration (sec)", "Billing Duration (sec)", "Disconnect Code", "Disconnect Reason"),
    *("Voice OUT Trunk", "Destination Country", "Network", "Call Type", "Rate (USD)", "Charged (USD)"),
    *("P-Charge-Info", "Call ID"),
)
_CALLER = ("Source Number", "Source Number Out", "Source Name", "Source Country", "Source Network")

COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "cdr_in": {"2026-04-16": _IN, "2026-11-19": (*_IN[:4], *_CALLER, *_IN[6:])},
    "cdr_out": {"2026-04-16": _OUT},
}
"""The columns of each export of calls, since the version in which they became so. Those of inbound calls of 2026-11-19
are documented as far as ``Destination DID``; behind it those of before are taken to have stayed, and so are those of
outbound calls."""

INBOUND, OUTBOUND = COLUMNS


def columns_of(kind: str, version: str) -> tuple[str, ...]:
    """The columns of an export of calls that was created with a version."""
    return COLUMNS[kind][max(since for since in COLUMNS[kind] if since <= version)]


def tells_since(kind: str, key: Key) -> str | None:
    """The version since which an export of calls tells a key; None where none does."""
    return next((since for since, titles in COLUMNS[kind].items() if set(key.columns) & set(titles)), None)


HISTORY_KEYS = (
    Key("did", "the DID that it is about", ("did_number",)),
    Key("action", "what happened", ("action",)),
    Key("method", "which way it was done", ("method",)),
    Key("month", "the month, UTC", ("created_at",), MONTH),
    Key("day", "the day, UTC", ("created_at",), DAY),
    Key("hour", "the hour of the day, UTC", ("created_at",), HOUR),
)
"""What entries of the history are grouped by; ``columns`` are their attributes."""

HISTORY_FROM, HISTORY_TO = "created_at_gteq", "created_at_lteq"
"""The filters of a period of the history."""
