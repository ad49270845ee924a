"""Call detail records: the columns and rows of the exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from didww_cli.catalog import API_VERSION
from didww_cli.catalog.cdr import columns_of
from didww_cli.emulator.calls import Call, calls
from didww_cli.emulator.clock import parse
from didww_cli.emulator.derived import related
from didww_cli.emulator.state import Record, State

MESSAGES = ("Time (UTC)", "SMS ID", "Source", "Destination", "Status", "SMS Trunk")
"""Titles of exports of messages, invented: DIDWW documents none."""

# more DIDs than this never ring
_BUSIEST = 200
_SETUP = timedelta(seconds=2)
Row = dict[str, str]
"""What is told of a call, by all titles that it has in any version."""

Writer = Callable[[Call], Row]


def titles(export: Record) -> tuple[str, ...]:
    """The columns of an export: those of the version that it was created with."""
    kind = export.attributes["export_type"]
    return columns_of(kind, export.private.get("version", API_VERSION)) if kind in _WRITERS else MESSAGES


def rows(state: State, export: Record, calls_a_day: float) -> Iterator[Row]:
    """What an export tells of each call that began in its period, line by line, oldest first."""
    filters = export.attributes["filters"]
    if export.attributes["export_type"] not in _WRITERS:
        return  # no messages are invented
    begin, end = (datetime.fromisoformat(filters[name]).replace(tzinfo=UTC) for name in ("from", "to"))
    find, writer = _WRITERS[export.attributes["export_type"]]
    for line in find(state, filters):
        write = writer(state, line)
        since = max(begin, parse(line.attributes["created_at"]))
        yield from (write(call) for call in calls(line.id, since, end, calls_a_day))


def _dids(state: State, filters: dict[str, Any]) -> list[Record]:
    wanted = filters.get("did_number")
    dids = state.holding("dids", "number", wanted) if wanted else islice(state.all("dids"), _BUSIEST)
    return [did for did in dids if not did.attributes["blocked"]]


def _trunks(state: State, filters: dict[str, Any]) -> list[Record]:
    wanted = filters.get("voice_out_trunk.id")
    return [trunk for trunk in state.all("voice_out_trunks") if wanted in (None, trunk.id)]


def _writer_in(state: State, did: Record) -> Writer:
    group = _first(related(state, did, "voice_in_trunk_group"))
    members = related(state, group, "voice_in_trunks") if group else []
    trunk = _first(related(state, did, "voice_in_trunk") or members)
    shared = _first(related(state, did, "shared_capacity_group"))
    number, destination, rate = did.attributes["number"], _destination(trunk, did), 0.0001 if _is_pstn(trunk) else 0.0
    line = {
        "Destination DID": number,
        "Attempt": "1",
        "Voice IN Trunk": _name(trunk),
        "Destination": destination,
        "Trunk Group": _name(group),
        "Capacity Group": _name(shared),
        **dict.fromkeys(("Toll-free (USD)", "Metered (USD)", "CNAM IN (USD)"), "0.000"),
    }

    def write(call: Call) -> Row:
        code, response = call.failure or (200, "Bye")
        ended_by = "Destination" if call.failure else "Origination"
        party, price = call.party, f"{call.seconds * rate:.3f}"
        return {
            **_times(call),
            **line,
            **dict.fromkeys(("Source", "Source Number", "Source Number Out"), party.number),
            "Source Name": party.name,
            "Source Country": party.country,
            "Source Network": party.network,
            "Duration (sec)": str(call.seconds),
            "Disconnect Code": str(code),
            "Response": response,
            "Disconnect Initiator": ended_by,
            "PSTN (USD)": price,
            "Total (USD)": price,
            "Call ID": call.id,
        }

    return write


def _writer_out(state: State, trunk: Record) -> Writer:
    shown = _first(related(state, trunk, "dids")) or next(iter(state.all("dids")), None)
    number, name = shown.attributes["number"] if shown else "", trunk.attributes["name"]

    def write(call: Call) -> Row:
        code, reason = call.failure or (200, "Normal call clearing")
        billed = -(-call.seconds // 60) * 60
        party, price = call.party, f"{billed / 60 * 0.01:.3f}"
        return {
            **_times(call),
            "Source": number,
            "CLI": number,
            "Destination Number": party.number,
            "Voice OUT Trunk": name,
            "Call Duration (sec)": str(call.seconds),
            "Billing Duration (sec)": str(billed),
            "Disconnect Code": str(code),
            "Disconnect Reason": reason,
            "Call Type": "International",
            "Destination Country": party.country,
            "Network": party.network,
            "Rate (USD)": "0.010",
            "Charged (USD)": price,
            "P-Charge-Info": "",
            "Call ID": call.id,
        }

    return write


_WRITERS: dict[str, tuple[Callable[[State, dict[str, Any]], list[Record]], Callable[[State, Record], Writer]]] = {
    "cdr_in": (_dids, _writer_in),
    "cdr_out": (_trunks, _writer_out),
}


def _times(call: Call) -> Row:
    """Start, connect and end, and how it went; connect and end are blank for a call that failed."""
    start = call.start.replace(tzinfo=None)
    connect = start + _SETUP
    moments = [start] if call.failure else [start, connect, connect + timedelta(seconds=call.seconds)]
    texts = [*(moment.isoformat(" ") for moment in moments), "", ""][:3]
    titles = ("Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Date/Time End (UTC)", "Status")
    return dict(zip(titles, [*texts, "Failed" if call.failure else "Completed"], strict=True))


def _first(records: list[Record]) -> Record | None:
    return records[0] if records else None


def _name(record: Record | None) -> str:
    return str(record.attributes["name"]) if record else ""


def _is_pstn(trunk: Record | None) -> bool:
    return trunk is not None and trunk.attributes["configuration"]["type"] == "pstn_configurations"


def _destination(trunk: Record | None, did: Record) -> str:
    if trunk is None:
        return ""
    members = trunk.attributes["configuration"]["attributes"]
    if _is_pstn(trunk):
        return f"tel:{members['dst']}"
    user = (members["username"] or "").replace("{DID}", did.attributes["number"])
    return f"sip:{user}@{members['host'] or 'registered'}"
