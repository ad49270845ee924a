"""The order of a list: by several fields, each way, nulls last when ascending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from didww_cli.catalog.model import DECIMAL, Resource
from didww_cli.emulator.paths import values
from didww_cli.emulator.state import Record, State

_ALIASES = {"expire_at": "expires_at"}
_DEFAULTS = {"did_history": ("-created_at",)}


def order(state: State, resource: Resource, records: Iterable[Record], sorts: Sequence[str]) -> list[Record]:
    """The records in the order asked for; in the type's own order where none is."""
    ordered = list(records)
    for sort in reversed(sorts or _DEFAULTS.get(resource.type, ())):
        name = sort.removeprefix("-")
        path = _ALIASES.get(name, name)
        keys = {id(record): _key(resource, path, values(state, record, path)[0]) for record in ordered}
        ordered.sort(key=lambda record, keys=keys: keys[id(record)], reverse=sort.startswith("-"))  # type: ignore[misc]
    return ordered


def _key(resource: Resource, path: str, value: Any) -> tuple[Any, ...]:
    if value is None:
        return (1,)
    attribute = resource.attribute(path)
    if attribute is not None and attribute.kind == DECIMAL:
        return (0, Decimal(value))
    return (0, value.casefold(), value) if isinstance(value, str) else (0, value)
