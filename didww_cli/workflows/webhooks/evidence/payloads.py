"""What may be the payload of a callback in a value: the bytes of a body, or its parameters read already."""

from __future__ import annotations

import binascii
import html
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from typing import Any

from didww_cli.catalog.events import COMMON
from didww_cli.workflows.webhooks.captures import is_signature, named_values
from didww_cli.workflows.webhooks.evidence.literals import literal, unescaped
from didww_cli.workflows.webhooks.parameters import JSON, body_form, form_decoded, json_objects, objects_of, raw_pairs
from didww_cli.workflows.webhooks.signature import Objects, to_bytes

Payload = bytes | Objects
_LONGEST = 1 << 20  # characters of a text that is looked at
_ESCAPED = 1 << 17  # and of one that is looked at with its escapes undone
_FORM = re.compile(r"(?<![\w%.-])[A-Za-z_][\w%.\[\]-]*=[^\s\"'<>&]*(?:(?:&|&amp;)[\w%.\[\]-]+=[^\s\"'<>&]*)+")
_LINE = re.compile(r"[ \t]*[\"']?(\w+)[\"']?(?:\[\])?[ \t]*(?::|=>|=|\t)[ \t]*(.*)")
_ENTRY = re.compile(r"\b(\w{1,60})=(.*?)(?:, (?=\w+=)|\}?$)", re.DOTALL)
_MAP = re.compile(r"map\[((?:[^\s:\[\]]+:\[[^\]]*\] ?)+)\]")
_LITERAL = re.compile(r"[\[{(\"'%]|\w+[\[({]|[bu]['\"]|a:\d+:\{")
_BASE64 = re.compile(r"[A-Za-z0-9+/_\s-]{24,}={0,2}")
_LISTED = re.compile(r"\b(\w{1,60}):\[(.*?)\](?=\s+\w+:\[|\]|$)", re.DOTALL)


def payloads_in(value: Any, depth: int = 0) -> Iterator[Payload]:
    """The payloads that a value may be, the likeliest first."""
    if depth > 4:
        return
    if isinstance(value, str):
        yield from _in_text(value[:_LONGEST], depth)
    elif isinstance(value, Mapping):
        yield from _in_object(value, depth)
    elif isinstance(value, list) and value:
        if all(str(item).isdecimal() and int(item) < 256 for item in value):
            yield bytes(map(int, value))
        elif all(isinstance(item, Mapping) for item in value) and all(map(tells_event, value)):
            yield objects_of([flat(item) for item in value])
        elif tells_event(dict(named_values(value))):
            yield (named_values(value),)


def tells_event(node: Mapping[Any, Any]) -> bool:
    """Whether an object has the members of an event, all but one at least, as plain values."""
    there = [name for name in COMMON if name in node and not isinstance(node[name], Mapping)]
    return len(there) >= len(COMMON) - 1


def tells(payload: Payload | None) -> bool:
    """Whether a payload holds what every event holds."""
    objects = parsed(payload) if isinstance(payload, bytes) else payload
    return tells_event(dict(objects[0])) if objects else False


def parsed(body: bytes) -> Objects:
    """The parameters of a form or of JSON; none where the body is neither."""
    if body_form("", body) == JSON:
        try:
            return json_objects(body)
        except ValueError:
            return ()
    pairs = raw_pairs(body.decode("utf-8", "surrogateescape"))
    return (tuple((form_decoded(name), form_decoded(value)) for name, value in pairs),) if pairs else ()


def base64_decoded(text: str) -> bytes:
    """The bytes of Base64 text; the text's own where it is none."""
    try:
        return b64decode(re.sub(r"\s", "", text), altchars=b"-_" if "-" in text or "_" in text else None, validate=True)
    except (binascii.Error, ValueError):
        return to_bytes(text)


def flat(node: Mapping[str, Any]) -> dict[str, Any]:
    """The object with the one value of lists of one, as servers that keep repeated parameters write them."""
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}


def _in_object(node: Mapping[str, Any], depth: int) -> Iterator[Payload]:
    if node.get("type") == "Buffer" or "mimeType" in node or "encoding" in node:
        for name in ("text", "data", "content", "body", "string", "params"):
            inner = node.get(name)
            if isinstance(inner, str) and str(node.get("encoding")).lower() == "base64":
                yield base64_decoded(inner)
            elif inner:
                yield from payloads_in(inner, depth + 1)
    if tells_event(node) and not any(map(is_signature, map(str, node))):
        yield objects_of(flat(node))
        if any(isinstance(value, list) for value in node.values()):
            yield objects_of(node)


def _in_text(text: str, depth: int) -> Iterator[Payload]:
    """The payloads of a text: itself as JSON, as a form, as a literal; what is written in lines; forms within it."""
    bare = text.strip()
    if bare[:1] in {"[", "{"} and _as_json(bare):
        yield to_bytes(bare)
        return
    if _FORM.fullmatch(bare):
        yield to_bytes(bare)
    if _LITERAL.match(bare):
        with suppress(ValueError):
            yield from payloads_in(literal(bare), depth + 1)
    if "type" in bare:
        yield from _written_out(bare)
    for form in _FORM.findall(bare):
        yield from map(to_bytes, dict.fromkeys((form, html.unescape(form), form.rstrip("])},.;"))))
    if "\\" in bare[:_ESCAPED] and (plain := unescaped(bare[:_ESCAPED])) != bare:
        yield from payloads_in(plain, depth + 2)
    if _BASE64.fullmatch(bare) and tells(data := base64_decoded(bare)):
        yield data


def _written_out(text: str) -> Iterator[Objects]:
    """The parameters of lines of ``name: value``, and of maps as Java and Go print them."""
    for is_pair, lines in groupby(map(_line, text.splitlines()), bool):
        pairs = tuple((match[1], match[2]) for match in lines if match) if is_pair else ()
        if tells_event(dict(pairs)):
            yield (pairs,)
    for listing in (text, *_MAP.findall(text)):
        for pattern in (_ENTRY, _LISTED):
            if tells_event(dict(pairs := tuple(pattern.findall(listing)))):
                yield (pairs,)


def _line(text: str) -> re.Match[str] | None:
    """A line of a name and a value; none where it opens something."""
    text = text.rstrip()
    return None if text.endswith(("{", "[", "(")) else _LINE.fullmatch(text)


def _as_json(text: str) -> bool:
    try:
        return bool(json_objects(to_bytes(text)))
    except ValueError:
        return False
