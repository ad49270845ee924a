"""Events built as DIDWW sends them: members from the catalog, with values made up here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from didww_cli.catalog.events import EVENT_TYPES, EVENTS_BY_NAME, METHODS, EventMember
from didww_cli.catalog.model import BOOLEAN, DATETIME
from didww_cli.catalog.paths import near
from didww_cli.errors import UsageError

Value = str | bool | None

# A framework that drops blank parameters breaks the signature: so a blank reason is sent like any other.
_MADE_UP = {
    "url": "https://api.didww.com/v3/exports/{id}.csv.gz",
    "reject_reason": "The document cannot be read",
    "reject_reasons": "The document cannot be read",
    "reject_comment": "Please send a scan of both sides",
}


@dataclass(frozen=True, slots=True)
class BuiltEvent:
    """An event ready to be delivered: ``method`` is GET or POST; ``parameters`` in the order in which they are sent."""

    kind: str
    method: str
    as_array: bool
    parameters: tuple[tuple[str, Value], ...]


def known_values() -> dict[str, tuple[str, ...]]:
    """Every parameter that a callback may carry, with the values that can be guessed: "" for a free one."""
    values: dict[str, dict[str, None]] = {"id": {"": None}}
    for each in EVENT_TYPES:
        values.setdefault("type", {})[each.type] = None
        values.setdefault("status", {}).update(dict.fromkeys(each.statuses.values()))
        for member in each.members:
            guesses = ("true", "false") if member.kind is BOOLEAN else ("",)
            values.setdefault(member.name, {}).update(dict.fromkeys(guesses))
    return {name: tuple(known) for name, known in values.items()}


def build(
    kind: str,
    id: str | None = None,
    params: Mapping[str, str] | None = None,
    method: str | None = None,
    *,
    now: datetime | None = None,
) -> BuiltEvent:
    """An event of a kind by name; ``params`` replace its parameters or add to them; without ``id`` one is drawn.

    ``method`` is get or post, post by default. Trunk events come as a JSON array: true, false and null are JSON's.
    """
    event = EVENTS_BY_NAME.get(kind)
    if event is None:
        raise UsageError(
            f"There is no event {kind}.{near(kind, EVENTS_BY_NAME)}", f"The events are {', '.join(EVENTS_BY_NAME)}."
        )
    verb = (method or "post").lower()
    if verb not in METHODS or (event.as_array and verb == "get"):
        wanted = "post" if event.as_array else " or ".join(METHODS)
        raise UsageError(f"DIDWW does not send {kind} by {verb.upper()}.", f"The method of this event is {wanted}.")
    status, moment = event.statuses[kind], now or datetime.now(UTC)
    parameters: dict[str, Value] = {"id": id or str(uuid4()), "type": event.type, "status": status}
    for member in event.members:
        if member.only in ("", status) or not member.absent:
            parameters[member.name] = _made_up(member, status, str(parameters["id"]), moment)
    parameters.update({name: _typed(value) if event.as_array else value for name, value in (params or {}).items()})
    return BuiltEvent(kind, verb.upper(), event.as_array, tuple(parameters.items()))


def _made_up(member: EventMember, status: str, id: str, now: datetime) -> Value:
    """A value for a member that a status fills, blank for one that it does not."""
    if member.kind is BOOLEAN:
        return status == member.only
    if member.only not in ("", status):
        return ""
    if member.kind is DATETIME:
        return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return _MADE_UP[member.name].replace("{id}", id) if member.name in _MADE_UP else str(uuid4())


def _typed(value: str) -> Value:
    literals: dict[str, Value] = {"true": True, "false": False, "null": None}
    return literals.get(value, value)
