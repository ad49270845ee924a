"""The body of a request that a JSON capture holds: as text, in Base64, as bytes, or parsed already."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any

from didww_cli.workflows.webhooks import json_fields as names
from didww_cli.workflows.webhooks.captures import named_values
from didww_cli.workflows.webhooks.parameters import objects_of, value_text
from didww_cli.workflows.webhooks.signature import Objects, to_bytes

Node = Mapping[str, Any]


def read_body(chain: Sequence[Node]) -> tuple[bytes | None, Objects | None]:
    """The body's bytes, or the parameters where it was captured parsed; both None where there is none."""
    empty: bytes | None = None
    for node, wanted in [(chain[0], names.BODY), *((outer, names.OUTER_BODY) for outer in chain[1:])]:
        fields = {names.plain(str(key)): value for key, value in node.items()}
        for name in wanted:
            value = fields.get(name)
            if value not in (None, "", {}, []) and value is not chain[0]:
                return _content(value, _in_base64(fields, name))
            empty = b"" if value == "" else empty
    return empty, None


def _in_base64(fields: Node, name: str) -> bool:
    flags = (str(fields.get(flag)).lower() == "true" for flag in names.BASE64_FLAGS)
    encodings = {fields.get(name) for name in ("bodyencoding", "encoding") if isinstance(fields.get(name), str)}
    return name.endswith(("base64", "b64")) or "base64" in encodings or any(flags)


def _content(value: Any, in_base64: bool) -> tuple[bytes | None, Objects | None]:
    """The bytes of a body given as text, or the parameters of one given as data."""
    if isinstance(value, str):
        return base64_decoded(value) if in_base64 else to_bytes(value), None
    if isinstance(value, Mapping) and (wrapped := _wrapped(value)) is not None:
        return wrapped
    if isinstance(value, list) and all(isinstance(item, int) and 0 <= item < 256 for item in value):
        return bytes(value), None
    try:
        return None, objects_of(value)
    except ValueError:
        return to_bytes(value_text(value)), None


def _wrapped(value: Node) -> tuple[bytes | None, Objects | None] | None:
    """The content of an object that wraps a body: HAR's postData, Node's Buffer, text with its encoding; else None."""
    text, encoding, fields = (value.get(key) for key in ("text", "encoding", "params"))
    if value.get("type") == "Buffer":
        return _content(value.get("data"), False)
    if "mimeType" in value and not text and isinstance(fields, list):
        return None, (named_values(fields),)
    if encoding == "base64":
        text = next((value[key] for key in ("text", "content", "data", "body") if key in value), None)
    elif "mimeType" not in value:
        return None
    return _content(text, encoding == "base64") if isinstance(text, str) else None


def base64_decoded(text: str) -> bytes:
    """The bytes of Base64 text; the text's own where it is none."""
    try:
        return b64decode(re.sub(r"\s", "", text), validate=True)
    except (binascii.Error, ValueError):
        return to_bytes(text)
