"""Captures that are lines of access logs: nginx and Apache style, and ``key=value`` as Caddy or Traefik write them."""

from __future__ import annotations

import re
from typing import Any

from didww_cli.workflows.webhooks.capture_json import REQUEST, read_object
from didww_cli.workflows.webhooks.captures import Capture, is_signature
from didww_cli.workflows.webhooks.forwarded import parse_address
from didww_cli.workflows.webhooks.signature import HEADER

_QUOTED = r'"([^"\\]*(?:\\.[^"\\]*)*)"'
_TOKEN = re.compile(rf"([\w.:/-]{{1,64}})=(?:{_QUOTED}|(\S*))|{_QUOTED}|\[([^\]]{{0,64}})\]|(\S+)", re.DOTALL)
_NAMED = re.compile(r"""(?i)x[-_]didww[-_]signature["']?\s*[:=]\s*["']?([^\s"',;]+)""")
_HEX = re.compile(r"[0-9A-Fa-f]{40}")
_FORM = re.compile(r"[\w.\[\]%-]+=[^\s&]*(?:&[\w.\[\]%-]+=[^\s&]*)*")
_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*(?::\d+)?")
_URL = re.compile(r"https?://\S+")
_LONGEST = 1 << 20  # characters of a line that are looked at


def is_log_line(line: str) -> bool:
    """Whether a line of text is one of an access log: it quotes a request, or names its parts."""
    line = line[:_LONGEST]
    if _NAMED.search(line) or re.search(r'"[A-Z]{3,7} \S+ HTTP/[0-9.]+"', line):
        return True
    return bool(re.search(r"\b\w*method=", line) and re.search(r"\b\w*(?:uri|path|url)=", line, re.IGNORECASE))


def read_log_line(source: str, line: str) -> Capture | None:
    """The request that a line tells of; None where it carries no signature."""
    fields: dict[str, Any] = {}
    loose: list[str] = []
    for match in _TOKEN.finditer(line[:_LONGEST]):
        name, quoted, bare, text, bracketed, word = match.groups()
        if name:
            fields[name] = _unescaped(quoted) if quoted is not None else bare
        elif bracketed and re.search(r"\d{4}", bracketed):
            fields.setdefault("time", bracketed)
        elif text or word:
            loose.append(_unescaped(text) if text else word)
    for value in loose:
        _place(fields, value)
    if not any(map(is_signature, fields)):
        named = _NAMED.search(line)
        other = (value for key, value in fields.items() if "sig" in key.lower() and _HEX.fullmatch(value))
        fields[HEADER] = named[1] if named else next(other, "-")
    fields = {key: value for key, value in fields.items() if value not in ("-", "")}
    if "target" in fields and not str(fields.get("url", "")).endswith(fields["target"]):
        fields.pop("url", None)  # a referer, or the server behind the proxy
    return read_object(source, fields) if any(map(is_signature, fields)) else None


def _place(fields: dict[str, Any], value: str) -> None:
    """A value without a name, under the name that its form gives it; the first of a form counts."""
    request = REQUEST.fullmatch(value)
    if request and (request[2].startswith("/") or "://" in request[2]):
        fields.setdefault("method", request[1])
        fields.setdefault("target", request[2])
    elif _HEX.fullmatch(value):
        fields.setdefault(HEADER, value)
    elif value.startswith(("[{", "{")) or _FORM.fullmatch(value):
        fields.setdefault("body", value)
    elif _URL.fullmatch(value):
        fields.setdefault("url", value)
    elif parse_address(value) is not None:
        fields.setdefault("remote_addr", value)
    elif _HOST.fullmatch(value):
        fields.setdefault("host", value)


def _unescaped(text: str) -> str:
    r"""Quoted text with ``\"``, ``\\`` and the \xNN of nginx undone."""
    if "\\" not in text:
        return text
    data = re.sub(rb"\\(?:x([0-9A-Fa-f]{2})|([\"\\]))", _byte, text.encode("utf-8", "surrogateescape"))
    return data.decode("utf-8", "surrogateescape")


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode()) if match[1] else match[2]
