"""A file of resources that is merged over the seed.

The file is a JSON object: under each API type a list of flat resources, in the form in which ``didww ... -o json``
prints them (attributes and relationships side by side; a relationship is an id, ``{"type", "id"}``, a list of these, or
null). A resource with the ``id`` of one that exists changes it; another is added. ``null`` in place of the list
empties the type. A new DID group says what numbers it sells with ``"stock": {"first": "12025550100", "size": 100}``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Resource
from didww_cli.emulator.defaults import attributes as with_defaults
from didww_cli.emulator.state import Link, Record, State
from didww_cli.errors import UsageError

_HINT = 'It holds lists of flat resources by type: {"dids": [{"number": "12025550100", "description": "Main line"}]}'


def merge(state: State, path: Path) -> None:
    """Merges a file over the state; UsageError where it cannot be read or does not fit the API."""
    for type_, rows in _document(path).items():
        resource = BY_TYPE.get(type_)
        if resource is None or not isinstance(rows, list | None):
            raise _wrong(path, type_, "is no type of the API with a list of resources")
        if rows is None:
            state.tables[type_].clear()
            state.touch(type_)
        for place, row in enumerate(rows or ()):
            _merge_row(state, resource, row, path, f"{type_}[{place}]")


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"The seed file {path} cannot be read: {error}.", _HINT) from error
    if not isinstance(document, dict):
        raise UsageError(f"The seed file {path} holds no JSON object.", _HINT)
    return document


def _wrong(path: Path, where: str, what: str) -> UsageError:
    return UsageError(f"The seed file {path} cannot be used: {where} {what}.", _HINT)


def _merge_row(state: State, resource: Resource, row: Any, path: Path, where: str) -> None:
    if not isinstance(row, dict):
        raise _wrong(path, where, "is no object")
    row = {name: value for name, value in row.items() if name != "type"}
    identifier, meta, stock = (row.pop(name, None) for name in ("id", "meta", "stock"))
    attributes: dict[str, Any] = {}
    links: dict[str, Link] = {}
    for name, value in row.items():
        if resource.attribute(name):
            attributes[name] = value
        elif resource.relationship(name):
            links[name] = _ids(value)
        else:
            raise _wrong(path, f"{where}.{name}", "is no member of that type")
    _keep(state, resource, identifier, Record(resource.type, "", attributes, links, meta, _private(resource, stock)))


def _ids(value: Any) -> Link:
    if isinstance(value, list):
        return [identifier for identifier in (_ids(item) for item in value) if isinstance(identifier, str)]
    found = value.get("id") if isinstance(value, dict) else value
    return None if found is None else str(found)


def _private(resource: Resource, stock: Any) -> dict[str, Any]:
    if resource.type != "did_groups":
        return {}
    return {"first": int(stock["first"]), "size": int(stock["size"]), "used": 0} if stock else {}


def _keep(state: State, resource: Resource, identifier: str | None, given: Record) -> None:
    held = state.get(resource.type, identifier)
    if held:
        held.attributes.update(given.attributes)
        held.links.update(given.links)
        held.meta = {**(held.meta or {}), **given.meta} if given.meta else held.meta
        held.private.update(given.private)
        state.touch(resource.type)
        return
    given.id = identifier or str(uuid4())
    given.attributes = with_defaults(resource.type, given.attributes)
    if resource.type == "did_groups":
        given.private = given.private or {"first": 0, "size": 0, "used": 0}
        given.meta = {"available_dids_enabled": False, "needs_registration": False, **(given.meta or {})}
    state.add(given)
