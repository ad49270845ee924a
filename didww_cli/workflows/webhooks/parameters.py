"""The parameters of a callback: taken from a query, a form, or a JSON array of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote_plus, unquote_to_bytes

from didww_cli.workflows.webhooks.signature import Objects, Parameters, to_bytes

FORM, JSON, NOTHING = "form", "json", "nothing"
_MEDIA_TYPES = {
    "application/x-www-form-urlencoded": FORM,
    "application/json": JSON,
    "text/json": JSON,
    "application/vnd.api+json": JSON,
}


def raw_pairs(text: str) -> Parameters:
    """Names and values of a query or form, still encoded. A name without ``=`` has an empty value."""
    pieces = (piece.partition("=") for piece in text.strip("\r\n").split("&") if piece)
    return tuple((name, value) for name, _, value in pieces)


def form_encoded(pairs: Iterable[tuple[str, str]]) -> str:
    """Decoded parameters as DIDWW writes them into a query or form: sorted by name and encoded."""
    return "&".join(f"{quote_plus(to_bytes(name))}={quote_plus(to_bytes(value))}" for name, value in sorted(pairs))


def joined_queries(*queries: str | None) -> str | None:
    """One query of several, those that are empty left out; None where all are."""
    return "&".join(filter(None, queries)) or None


def percent_decoded(text: str) -> str:
    """The text with %XX undone; bytes that are not UTF-8 become lone surrogates (PEP 383), so that none is lost."""
    return unquote_to_bytes(to_bytes(text)).decode("utf-8", "surrogateescape") if "%" in text else text


def form_decoded(text: str) -> str:
    """The text with ``+`` read as a blank and %XX undone."""
    return percent_decoded(text.replace("+", " "))


def body_form(content_type: str, body: bytes) -> str:
    """How a body is to be read: by its media type; where that says neither form nor JSON, by its first character."""
    declared = _MEDIA_TYPES.get(content_type.partition(";")[0].strip().lower())
    if declared:
        return declared
    return JSON if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"[", b"{"} else FORM


def json_objects(body: bytes) -> Objects:
    """The parameters of each object of a JSON array (or of a lone object); ValueError says why there are none."""
    text = body.decode("utf-8-sig", "surrogateescape")
    try:
        value = json.loads(text, parse_int=str, parse_constant=str)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    except ValueError:
        raise ValueError("the body is not JSON") from None
    return objects_of(value)


def objects_of(value: Any) -> Objects:
    """The parameters of parsed JSON: an array of objects, or one object; ValueError says why there are none."""
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, dict) for item in items):
        raise ValueError("the JSON is not an array of objects")
    try:
        return tuple(tuple((str(name), value_text(value)) for name, value in item.items()) for item in items)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None


def value_text(value: Any) -> str:
    """A JSON value as it is signed: true and false so, null as nothing, the elements of a list one after the other.

    DIDWW sends neither fractions nor nested objects; they are written here as Ruby writes a Float, and as compact JSON.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, list):
        return "".join(map(value_text, value))
    if isinstance(value, dict):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return str(value)


def _float_text(value: float) -> str:
    digits, mark, exponent = repr(value).partition("e")
    if not mark:
        return digits
    return f"{digits if '.' in digits else digits + '.0'}e{exponent}"
