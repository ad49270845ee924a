"""The relationships of a writing request against the catalog and the account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from didww_cli.catalog.model import Relationship, Resource
from didww_cli.emulator import problems
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.state import Link, State

# the server names this relationship after its own column
_NAMES = {("voice_in_trunk_groups", "voice_in_trunks"): ("/data/attributes/trunk_ids", "trunk_ids")}


def read_links(
    state: State, resource: Resource, given: dict[str, Any], creating: bool, errors: list[ErrorObject]
) -> dict[str, Link]:
    """The given relationships as ids; refusals are added to ``errors``."""
    found: dict[str, Link] = {}
    for name, value in given.items():
        known = resource.relationship(name)
        if known is None or not (known.create if creating else known.update):
            message = "is not allowed" if known is None else _not_allowed(creating)
            errors.append(invalid(f"/data/relationships/{name}", message, name))
            continue
        message = _problem(state, known, _linkage(name, value))
        if message:
            errors.append(_refusal(resource, name, message))
        else:
            found[name] = _ids(value["data"])
    if creating:
        errors.extend(_missing(resource, given))
    return found


def _not_allowed(creating: bool) -> str:
    return f"is not allowed for {'creation' if creating else 'update'}"


def _refusal(resource: Resource, name: str, message: str) -> ErrorObject:
    pointer, shown = _NAMES.get((resource.type, name), (f"/data/relationships/{name}", name))
    return invalid(pointer, message, shown)


def _missing(resource: Resource, given: dict[str, Any]) -> Iterator[ErrorObject]:
    for known in resource.relationships:
        if known.required and known.name not in given:
            yield invalid(f"/data/relationships/{known.name}", "can't be blank", known.name)


def _linkage(name: str, value: Any) -> Any:
    if not isinstance(value, dict) or "data" not in value:
        raise problems.bad_request("Invalid Links Object", f"{name} is not a valid Links Object.", "115")
    return value["data"]


def _problem(state: State, known: Relationship, data: Any) -> str:
    """What is wrong with the linkage; empty where nothing is."""
    if known.many:
        return _problem_of_many(state, known, data)
    if data is None:
        return "" if known.clearable else "can't be blank"
    return "" if _leads_somewhere(state, known, data) else "is invalid"


def _problem_of_many(state: State, known: Relationship, data: Any) -> str:
    if not isinstance(data, list):
        return "are invalid"
    if known.required and not data:
        return "can't be blank"
    return "" if all(_leads_somewhere(state, known, item) for item in data) else "are invalid"


def _leads_somewhere(state: State, known: Relationship, item: Any) -> bool:
    if not isinstance(item, dict) or item.get("type") not in known.to:
        return False
    identifier = item.get("id")
    return isinstance(identifier, str) and state.get(item["type"], identifier) is not None


def _ids(data: Any) -> Link:
    if isinstance(data, Sequence):
        return list(dict.fromkeys(item["id"] for item in data))
    return None if data is None else str(data["id"])
