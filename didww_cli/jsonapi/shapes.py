"""What an answer must look like to be the one that was asked for: checks that say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Shape = Callable[[Any], str]
"""A check of a JSON value: what is wrong with it, as the end of a sentence; empty where it is right."""


def is_json(value: Any) -> str:
    """Any JSON, but errors under a status that says success."""
    if isinstance(value, dict) and value.get("errors"):
        return "it tells of errors under a status of success"
    return ""


def is_document(value: Any) -> str:
    """A JSON:API document."""
    return is_json(value) or ("" if isinstance(value, dict) else "it is JSON, but no JSON:API document")


def is_list(value: Any) -> str:
    """A document whose ``data`` is a list of resources."""
    if wrong := is_document(value):
        return wrong
    data = value.get("data")
    if not isinstance(data, list):
        return _other("a list", value)
    return next((wrong for one in data if (wrong := _resource(one))), "")


def is_one(value: Any) -> str:
    """A document whose ``data`` is one resource."""
    if wrong := is_document(value):
        return wrong
    data = value.get("data")
    return _resource(data) if isinstance(data, dict) else _other("one resource", value)


def is_done(value: Any) -> str:
    """What may answer a write that yields nothing: a document, with a resource in it or not."""
    if wrong := is_document(value):
        return wrong
    return "" if isinstance(value.get("data"), dict) or "data" not in value else _other("one resource", value)


def _resource(value: Any) -> str:
    if not isinstance(value, dict):
        return "it holds something that is no resource"
    missing = [name for name in ("id", "type") if not value.get(name) or not isinstance(value[name], str | int)]
    return f"it holds a resource without {' and '.join(missing)}" if missing else ""


def _other(wanted: str, document: dict[str, Any]) -> str:
    if "data" not in document:
        return "it holds no data"
    kinds = {dict: "one resource", list: "a list", type(None): "null", str: "a text"}
    return f"its data is {kinds.get(type(document['data']), 'neither')}, not {wanted}"
