"""Values at the end of a dotted path that starts at a record: ``did_group.city.id``, ``configuration.type``."""

from __future__ import annotations

from typing import Any

from didww_cli.emulator.derived import attribute, is_relationship, meta, related
from didww_cli.emulator.state import Record, State


def values(state: State, record: Record, path: str) -> list[Any]:
    """All values at the path, one for each related record on the way; None where a link leads nowhere."""
    head, _, rest = path.partition(".")
    if head == "id":
        return [record.id]
    if head == "meta":
        return [meta(state, record).get(rest)]
    if is_relationship(record.type, head):
        return _beyond(state, record, head, rest)
    return _inside(attribute(state, record, head), rest)


def _beyond(state: State, record: Record, name: str, rest: str) -> list[Any]:
    found = [value for target in related(state, record, name) for value in values(state, target, rest)]
    return found or [None]


def _inside(value: Any, rest: str) -> list[Any]:
    for part in rest.split(".") if rest else ():
        value = value.get(part) if isinstance(value, dict) else None
    return list(value) or [None] if isinstance(value, list) else [value]
