"""Call records: plausible, and the same for the same number and day in every export."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from didww_cli.emulator.derived import related
from didww_cli.emulator.state import Record, State

COLUMNS = {
    "cdr_in": (
        "Date/Time Start (UTC)",
        "Date/Time Connect (UTC)",
        "Date/Time End (UTC)",
        "Status",
        "Source",
        "Source Name",
        "Destination DID",
        "Duration (sec)",
        "Attempt",
        "Disconnect Code",
        "Response",
        "Disconnect Initiator",
        "Voice IN Trunk",
        "Destination",
        "Trunk Group",
        "Capacity Group",
        "Toll-free (USD)",
        "PSTN (USD)",
        "Metered (USD)",
        "CNAM IN (USD)",
        "Total (USD)",
        "Call ID",
    ),
    "cdr_out": (
        "Date/Time Start (UTC)",
        "Date/Time Connect (UTC)",
        "Date/Time End (UTC)",
        "Status",
        "Source",
        "CLI",
        "Destination Number",
        "Call Duration (sec)",
        "Billing Duration (sec)",
        "Disconnect Code",
        "Disconnect Reason",
        "Voice OUT Trunk",
        "Destination Country",
        "Network",
        "Call Type",
        "Rate (USD)",
        "Charged (USD)",
        "P-Charge-Info",
        "Call ID",
    ),
}
# more DIDs than this never ring
_BUSIEST = 200
_FAILURES = ((486, "Busy Here"), (404, "Not Found"), (480, "Temporarily Unavailable"), (487, "Request Terminated"))
# callers and called numbers, from the ranges kept for fiction: number, name, country, network
_OTHERS = (
    ("12025550171", "Alex Example", "United States", "Example Telecom"),
    ("13125550133", "", "United States", "Sample Wireless"),
    ("442079460555", "Sam Sample", "United Kingdom", "Example Networks"),
    ("447700900555", "", "United Kingdom", "Sample Mobile"),
    ("33199001234", "Dominique Exemple", "France", "Exemple Télécom"),
    ("493023125555", "Kim Muster", "Germany", "Beispiel Netz"),
    ("61255501234", "", "Australia", "Sample Communications"),
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a day; ``failure`` is None for one that was answered."""

    start: datetime
    seconds: int
    other: tuple[str, str, str, str]
    failure: tuple[int, str] | None
    id: str

    @property
    def times(self) -> list[str]:
        """Start, connect and end; the latter two blank for a call that failed."""
        if self.failure:
            return [_text(self.start), "", ""]
        connect = self.start + timedelta(seconds=2)
        return [_text(self.start), _text(connect), _text(connect + timedelta(seconds=self.seconds))]


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def rows(state: State, export: Record, calls_a_day: float) -> Iterator[list[str]]:
    """The rows of an export: the calls that began in its period, oldest first on each line of the account."""
    filters = export.attributes["filters"]
    begin, end = (datetime.fromisoformat(filters[name]).replace(tzinfo=UTC) for name in ("from", "to"))
    find, write = (_dids, _row_in) if export.attributes["export_type"] == "cdr_in" else (_trunks, _row_out)
    for line in find(state, filters):
        for call in _calls(line.id, begin, end, calls_a_day):
            yield write(state, line, call)


def _dids(state: State, filters: dict[str, Any]) -> list[Record]:
    if filters.get("did_number"):
        return state.holding("dids", "number", filters["did_number"])
    return [did for did, _ in zip(state.all("dids"), range(_BUSIEST), strict=False)]


def _trunks(state: State, filters: dict[str, Any]) -> list[Record]:
    wanted = filters.get("voice_out_trunk.id")
    return [trunk for trunk in state.all("voice_out_trunks") if wanted in (None, trunk.id)]


def _calls(line: str, begin: datetime, end: datetime, calls_a_day: float) -> Iterator[Call]:
    day = begin.replace(hour=0, minute=0, second=0)
    while day < end:
        for call in _calls_of_day(line, day, calls_a_day):
            if begin <= call.start < end:
                yield call
        day += timedelta(days=1)


def _calls_of_day(line: str, day: datetime, calls_a_day: float) -> list[Call]:
    draw = random.Random(f"{line}/{day:%Y-%m-%d}")  # noqa: S311
    count = int(draw.uniform(0, 2 * calls_a_day) + 0.5)
    starts = sorted(draw.randrange(86400) for _ in range(count))
    return [_call(draw, day + timedelta(seconds=second)) for second in starts]


def _call(draw: random.Random, start: datetime) -> Call:
    failure = draw.choice(_FAILURES) if draw.random() < 0.15 else None
    seconds = 0 if failure else int(draw.expovariate(1 / 150)) + 1
    return Call(start, seconds, draw.choice(_OTHERS), failure, f"{draw.getrandbits(64):016x}")


def _row_in(state: State, did: Record, call: Call) -> list[str]:
    group = _first(related(state, did, "voice_in_trunk_group"))
    trunk = _first(related(state, did, "voice_in_trunk") or (related(state, group, "voice_in_trunks") if group else []))
    shared = _first(related(state, did, "shared_capacity_group"))
    code, response = call.failure or (200, "Bye")
    price = f"{call.seconds * 0.0001:.3f}" if _is_pstn(trunk) else "0.000"
    costs = ["0.000", price, "0.000", "0.000", price]
    return [
        *call.times,
        "Failed" if call.failure else "Completed",
        call.other[0],
        call.other[1],
        did.attributes["number"],
        str(call.seconds),
        "1",
        str(code),
        response,
        "Destination" if call.failure else "Origination",
        *(record.attributes["name"] if record else "" for record in (trunk,)),
        _destination(trunk, did),
        *(record.attributes["name"] if record else "" for record in (group, shared)),
        *costs,
        call.id,
    ]


def _row_out(state: State, trunk: Record, call: Call) -> list[str]:
    shown = _first(related(state, trunk, "dids")) or next(iter(state.all("dids")), None)
    number = shown.attributes["number"] if shown else ""
    code, reason = call.failure or (200, "Normal call clearing")
    billed = -(-call.seconds // 60) * 60
    return [
        *call.times,
        "Failed" if call.failure else "Completed",
        number,
        number,
        call.other[0],
        str(call.seconds),
        str(billed),
        str(code),
        reason,
        trunk.attributes["name"],
        call.other[2],
        call.other[3],
        "International",
        "0.010",
        f"{billed / 60 * 0.01:.3f}",
        "",
        call.id,
    ]


def _first(records: list[Record]) -> Record | None:
    return records[0] if records else None


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
