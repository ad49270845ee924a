"""The events that DIDWW calls back for, and how each is delivered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from didww_cli.errors import UsageError

ID, SERVICE_ID, NOW = "{id}", "{service_id}", "{now}"

Value = str | bool | None


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: its parameters beside ``id`` and ``type``; ``as_array``: a JSON array, always by POST."""

    name: str
    type: str
    parameters: tuple[tuple[str, Value], ...]
    as_array: bool = False


@dataclass(frozen=True, slots=True)
class BuiltEvent:
    """An event ready to be delivered: ``method`` is GET or POST; ``parameters`` in the order in which they are sent."""

    kind: str
    method: str
    as_array: bool
    parameters: tuple[tuple[str, Value], ...]


# An approved verification carries its reason too, blank: a framework that drops blank parameters breaks the signature.
_REASON = "The document cannot be read"
_COMMENT = "Please send a scan of both sides"
KINDS = (
    EventKind("order-completed", "orders", (("status", "completed"),)),
    EventKind("order-canceled", "orders", (("status", "canceled"),)),
    EventKind(
        "export-completed",
        "exports",
        (("status", "completed"), ("url", "https://api.didww.com/v3/exports/{id}.csv.gz")),
    ),
    EventKind(
        "address-verification-approved", "address_verifications", (("status", "approved"), ("reject_reason", ""))
    ),
    EventKind(
        "address-verification-rejected",
        "address_verifications",
        (("status", "rejected"), ("reject_reason", _REASON), ("reject_comment", _COMMENT)),
    ),
    EventKind(
        "emergency-verification-approved",
        "emergency_verifications",
        (("status", "approved"), ("reject_reasons", ""), ("emergency_calling_service_id", SERVICE_ID)),
    ),
    EventKind(
        "emergency-verification-rejected",
        "emergency_verifications",
        (
            ("status", "rejected"),
            ("reject_reasons", _REASON),
            ("reject_comment", _COMMENT),
            ("emergency_calling_service_id", SERVICE_ID),
        ),
    ),
    EventKind(
        "trunk-blocked",
        "voice_out_trunks",
        (("status", "blocked"), ("threshold_reached", True), ("created_at", NOW)),
        as_array=True,
    ),
    EventKind(
        "trunk-unblocked",
        "voice_out_trunks",
        (("status", "active"), ("threshold_reached", False), ("created_at", NOW)),
        as_array=True,
    ),
)
BY_NAME = {kind.name: kind for kind in KINDS}


def known_values() -> dict[str, tuple[str, ...]]:
    """Every parameter that a callback may carry, with the values that can be guessed: "" for a free one."""
    values: dict[str, dict[str, None]] = {"type": {kind.type: None for kind in KINDS}, "id": {}}
    for kind in KINDS:
        for name, value in kind.parameters:
            guess = str(value).lower() if name in {"status", "threshold_reached"} else ""
            values.setdefault(name, {})[guess] = None
    return {name: tuple(guesses or {"": None}) for name, guesses in values.items()}


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
    event = BY_NAME.get(kind)
    if event is None:
        raise UsageError(f"There is no event {kind}.", f"The events are {', '.join(BY_NAME)}.")
    verb = (method or "post").upper()
    if verb not in {"GET", "POST"} or (event.as_array and verb == "GET"):
        wanted = "post" if event.as_array else "get or post"
        raise UsageError(f"DIDWW does not send {kind} by {verb}.", f"The method of this event is {wanted}.")
    stamp = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    fillings = {ID: id or str(uuid4()), SERVICE_ID: str(uuid4()), NOW: stamp}
    parameters: dict[str, Value] = {"id": fillings[ID], "type": event.type}
    for name, value in event.parameters:
        parameters[name] = _filled(value, fillings)
    parameters.update({name: _typed(value) if event.as_array else value for name, value in (params or {}).items()})
    return BuiltEvent(kind, verb, event.as_array, tuple(parameters.items()))


def _filled(value: Value, fillings: Mapping[str, str]) -> Value:
    if not isinstance(value, str):
        return value
    for mark, filling in fillings.items():
        value = value.replace(mark, filling)
    return value


def _typed(value: str) -> Value:
    literals: dict[str, Value] = {"true": True, "false": False, "null": None}
    return literals.get(value, value)
