"""The body of a writing request, taken apart; what is no resource document is refused."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from didww_cli.emulator import problems


@dataclass(frozen=True, slots=True)
class Draft:
    """The attributes and relationships that a request carries, as sent."""

    attributes: dict[str, Any]
    relationships: dict[str, Any]


def parse(body: bytes, type_: str, identifier: str = "") -> Draft:
    """Reads a document about ``type_`` and, with ``identifier``, about that very resource; Problem 400 or 409."""
    data = _data(body)
    _check_type(data, type_)
    if identifier:
        _check_id(data, identifier)
    elif "id" in data:
        raise problems.param_not_allowed("id")
    return Draft(_object(data, "attributes"), _object(data, "relationships"))


def _data(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        raise problems.bad_request("Bad Request", "The request body is not valid JSON.") from None
    if not isinstance(document, dict) or "data" not in document:
        raise problems.missing_parameter("data")
    data = document["data"]
    if not isinstance(data, dict):
        raise problems.bad_request("Invalid data format", "Data must be a hash.", "122")
    return data


def _check_type(data: dict[str, Any], type_: str) -> None:
    if "type" not in data:
        raise problems.missing_parameter("type")
    if data["type"] != type_:
        raise problems.conflict(f"{data['type']} is not a valid type for this operation.")


def _check_id(data: dict[str, Any], identifier: str) -> None:
    if "id" not in data:
        raise problems.missing_parameter("id")
    if data["id"] != identifier:
        raise problems.conflict(f"The URL does not support the key {data['id']}")


def _object(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise problems.bad_request("Invalid data format", f"{name} must be a hash.", "122")
    return found


_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_NAME = re.compile(rb'[;\s]name="((?:[^"\\]|\\.)*)"', re.IGNORECASE)


def is_form(content_type: str) -> bool:
    """Whether a media type is that of a form of several parts."""
    return content_type.strip().lower().startswith("multipart/form-data")


def fields(content_type: str, body: bytes) -> dict[str, bytes]:
    """The contents of the parts by name; empty where the body is no such form."""
    found = _BOUNDARY.search(content_type)
    if not found:
        return {}
    parts = (b"\r\n" + body).split(b"\r\n--" + found[1].encode("latin-1"))
    named = (_field(part) for part in parts[1:] if not part.startswith(b"--"))
    return {name: content for name, content in named if name}


def _field(part: bytes) -> tuple[str, bytes]:
    head, _, content = part.partition(b"\r\n\r\n")
    name = _NAME.search(head)
    return (name[1].decode("utf-8", "replace") if name else "", content)
