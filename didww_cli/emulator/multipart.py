"""Forms of several parts, as browsers and clients upload files."""

from __future__ import annotations

import re

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
