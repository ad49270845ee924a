"""Facts in lines of text: headers and fields with names, and what the form of a value without a name tells."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from didww_cli.workflows.webhooks.captures import header_name, is_signature
from didww_cli.workflows.webhooks.evidence.literals import unescaped
from didww_cli.workflows.webhooks.evidence.payloads import tells_event
from didww_cli.workflows.webhooks.forwarded import parse_address
from didww_cli.workflows.webhooks.parameters import raw_pairs
from didww_cli.workflows.webhooks.signature import HEADER

MARK = re.compile(r"didww[-_ .]{0,2}signature", re.IGNORECASE)
HEX = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{40}(?![0-9A-Za-z])")
REQUEST = re.compile(
    r"(?<![\w/])(GET|POST|PUT|HEAD|get|post) +[\"']?((?:https?://|/)[^\s\"']*)[\"']?(?: (HTTP/[\d.]+))?"
)
_PREFIXES = re.compile(
    r"""[ \t]*(?:
    \d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d\S*[ \t]+
    | [A-Z][a-z]{2}[ ]+\d+[ ]\d\d:\d\d:\d\d[ ]\S+[ ]\S+?(?:\[\d+\])?:[ ]
    | <\d+>\d?[ ]? | (?:stdout|stderr)[ ][FP][ ] | [\w./-]+[ \t]+\|[ ] | \w+\[[\w.]+\]:[ ] | \[[^\]\n]{1,60}\][ :]*
    | (?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR)[: ](?:\w+:)? | [><]{1,2}[ ] | [*][ ] | [\d.]+:\d+:[ ] | ,[ ]?
    )""",
    re.VERBOSE,
)
_FIELD = re.compile(
    r"""[ \t]*(?:-[ ])?["']?([A-Za-z:][\w.\-:\[\]]{0,60}?)["']?[ \t]*(?:=>|:(?!//)|=(?!.*&)|\t)[ \t]*(.*)"""
)
_QUOTED = r'"([^"\\]*(?:\\.[^"\\]*)*)"'
_TOKEN = re.compile(
    rf"([\w.:/@-]{{1,64}})=(?:{_QUOTED}|(\S*))|{_QUOTED}|'([^']*)'|\[([^\]]{{0,64}})\]|([^\s|]+)", re.DOTALL
)
_NAMED = re.compile(
    r"(?i)didww[-_ .]{0,2}signature[\"'\]\\]*\s*(?:=>|[:=|,(\[])?"
    r"[\s\[\"'\\(=>:]*(?:string\(\d+\) \")?([0-9A-Za-z+/=]{8,})"
)
_FORM = re.compile(r"[\w.\[\]%-]+=[^\s&]*(?:&[\w.\[\]%-]+=[^\s&]*)*")
_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*(?::\d+)?|localhost:\d+")
_URL = re.compile(r"https?://[^\s\"'<>\\^`|]+")
_GO = re.compile(r"\b([A-Za-z][\w-]{0,60}):(?:\[([^\]]*)\]|([^\s\[\]{}]+))")
_ATTRIBUTES = re.compile(r'<\w+ (?:[^<>]* )?name="([^"]+)"[^<>]*? (?:show|value)="([^"]*)"')
_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]*)[^<>]*>\s*(?:<!\[CDATA\[(.*?)\]\]>|([^<>]*))\s*</\1>", re.DOTALL)
_LONGEST = 1 << 20  # characters of a line that are looked at


def unprefixed(line: str) -> str:
    """A line without what logs and tools write before each: time, host, process, level, direction."""
    for _ in range(5):
        match = _PREFIXES.match(line)
        if match is None:
            break
        line = line[match.end() :]
    return line


def fields_of(text: str) -> Iterator[dict[str, Any]]:
    """Objects of the named values in a text: lines of ``name: value`` that follow each other, and single log lines."""
    yield from _marked_up(text)
    block: dict[str, Any] = {}
    last = ""
    for line in _split(text[:_LONGEST]):
        field = _FIELD.match(line.rstrip(" \t\r,"))
        listed = re.match(r"[ \t]*- (.*)", line)
        if listed and last and not block.get(last):
            block[last] = _unquoted(listed[1])
        elif (
            field
            and not REQUEST.search(line)
            and not re.search(r"\S[ \t]+[\w.-]+=", field[2])
            and not MARK.search(field[2])
        ):
            last = field[1].lstrip(":") if field[1].lower() != ":path" else field[1]
            block.setdefault(last, _unquoted(field[2]))
        else:
            if block:
                yield block
            block, last = {}, ""
            if line.strip(" \t{}[]()"):
                yield logged(line)
    if block:
        yield block


def _split(text: str) -> Iterator[str]:
    """The lines of a text, and the columns of those that are set with tabs."""
    for line in text.splitlines():
        yield from line.split("\t") if line.strip().count("\t") > 1 else [line]


def _marked_up(text: str) -> Iterator[dict[str, Any]]:
    """The values of elements of XML, and of elements with name and value."""
    if "<" not in text:
        return
    found = {name: html.unescape(data or plain) for name, data, plain in _ELEMENT.findall(text)}
    found |= {name: html.unescape(value) for name, value in _ATTRIBUTES.findall(text)}
    if found:
        yield {name: value for name, value in found.items() if value}


def logged(line: str) -> dict[str, Any]:
    """What a line of a log tells: named values by name, others by their form, what has none under ""."""
    fields: dict[str, Any] = {}
    loose: list[str] = []
    for match in _TOKEN.finditer(line[:_LONGEST]):
        name, quoted, bare, text, single, bracketed, word = match.groups()
        if name:
            fields[name] = unescaped_bytes(quoted) if quoted is not None else bare
        elif bracketed and re.search(r"\d{4}", bracketed):
            fields.setdefault("time", bracketed)
        elif value := text or single or (word or "").strip("{}") or bracketed:
            loose.append(unescaped_bytes(value))
    if "map[" in line:
        fields.update({name: listed or bare for name, listed, bare in _GO.findall(line)})
    for value in loose:
        _place(fields, value)
    if request := REQUEST.search(line):
        fields.setdefault("method", request[1].upper())
        fields.setdefault("target", request[2])
    _sign(fields, line)
    fields = {key: value for key, value in fields.items() if value not in ("-", "")}
    if "target" in fields and not str(fields.get("url", "")).endswith(fields["target"]):
        fields.pop("url", None)  # a referer, or the server behind the proxy
    return {**fields, "": loose} if loose else fields


def _sign(fields: dict[str, Any], line: str) -> None:
    """The signature under its name: as it is named, or as a field that speaks of one holds it."""
    if any(map(is_signature, fields)):
        return
    named = _NAMED.search(line)
    other = (value for key, value in fields.items() if "sig" in key.lower() and HEX.fullmatch(str(value)))
    if found := named[1] if named else next(other, ""):
        fields[HEADER] = found


def _place(fields: dict[str, Any], value: str) -> None:
    """A value without a name, under the name that its form gives it; the first of a form counts."""
    if HEX.fullmatch(value):
        fields.setdefault(HEADER, value)
    elif value.startswith(("[{", "{")) or (_FORM.fullmatch(value) and tells_event(dict(raw_pairs(value)))):
        fields.setdefault("body", value)
    elif _URL.fullmatch(value):
        fields.setdefault("url", value)
    elif parse_address(value) is not None:
        fields.setdefault("remote_addr", value)
    elif _HOST.fullmatch(value):
        fields.setdefault("host", value)
    elif ":" in value and is_signature(value.partition(":")[0]):
        fields.setdefault(header_name(value.partition(":")[0]), value.partition(":")[2].strip())


def unescaped_bytes(text: str) -> str:
    r"""Quoted text with ``\"``, ``\\`` and the \xNN of bytes undone."""
    if "\\" not in text:
        return text
    data = re.sub(rb"\\(?:x([0-9A-Fa-f]{2})|([\"\\/]))", _byte, text.encode("utf-8", "surrogateescape"))
    return data.decode("utf-8", "surrogateescape")


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode()) if match[1] else match[2]


def _unquoted(text: str) -> str:
    """A value without its quotes, and without what they needed to be escaped."""
    bare = text.rstrip("\r")
    if len(bare) >= 2 and bare[0] == bare[-1] and bare[0] in "\"'`":
        return unescaped(bare[1:-1])
    return bare


def urls_in(text: str) -> list[str]:
    """The absolute URLs in a text, also without the marks that a sentence or a language puts after one."""
    found = (url for each in _URL.findall(text[:_LONGEST]) for url in (each, each.rstrip("])},.;:'")))
    return list(dict.fromkeys(found))
