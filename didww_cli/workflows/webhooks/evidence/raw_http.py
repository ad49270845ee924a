"""Captures that are raw HTTP requests: any line ends, chunked or not, HTTP/1 request lines or HTTP/2 pseudo headers."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from io import BufferedIOBase, BytesIO

from didww_cli.workflows.webhooks.captures import Capture, Headers, header_name, is_signature, signature_in
from didww_cli.workflows.webhooks.counts import counted

_HEAD_END = re.compile(rb"\r?\n\r?\n")
LINE_LIMIT = 1024  # bytes of a line between chunks
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


def read_http(source: str, data: bytes) -> Capture:
    """The request in a raw HTTP message."""
    end = _HEAD_END.search(data)
    head = data[: end.start()] if end else data
    lines = _unfolded(head.decode("utf-8", "surrogateescape"))
    method, target = _request_line(lines[0])
    headers = tuple(map(_header, lines[1:] if method else lines))
    fields = dict(headers)
    capture = Capture(
        source,
        method=(method or fields.get(":method", "")).upper(),
        target=target or fields.get(":path", ""),
        scheme=_scheme(fields.get(":scheme", "")),
        headers=headers,
        signature=signature_in(headers),
        time=fields.get("date", ""),
    )
    return _with_body(capture, data[end.end() :] if end else b"")


def _request_line(line: str) -> tuple[str, str]:
    """Method and target, which may hold blanks; both "" where the line is a header."""
    method, _, rest = line.strip().partition(" ")
    if not method.isalpha() or not rest:
        return "", ""
    target, _, version = rest.strip().rpartition(" ")
    return method, target.strip() if target and version.upper().startswith("HTTP/") else rest.strip()


def _unfolded(head: str) -> list[str]:
    """The lines of a head; one that begins with a blank continues the line before it (RFC 9112, obs-fold)."""
    lines: list[str] = []
    for line in head.split("\n"):
        text = line.rstrip("\r")
        if text[:1] in {" ", "\t"} and lines:
            lines[-1] += " " + text.strip()
        else:
            lines.append(text)
    return lines


def _header(line: str) -> tuple[str, str]:
    """Name and value. Of a signature only the one blank after the colon goes, so that padding is seen."""
    name, _, value = line[1:].partition(":")
    name = header_name(line[:1] + name)
    return name, value[value[:1] in {" ", "\t"} :] if is_signature(name) else value.strip()


def _scheme(text: str) -> str:
    return text.lower() if text.lower() in {"http", "https"} else ""


def _with_body(capture: Capture, rest: bytes) -> Capture:
    """The capture with its body: as long as the headers say, or all that follows but the blanks that an editor leaves
    at the end; None where nothing does.
    """
    if "chunked" in capture.header("transfer-encoding").lower() and _CHUNK_SIZE.match(rest):
        body, whole = dechunked(BytesIO(rest))
        return replace(capture, body=body, shortfall="" if whole else "the chunked body breaks off")
    length = _length(capture.headers)
    if length is None or (length and not rest.strip()):
        return replace(capture, body=rest.rstrip(b"\r\n\t ") or None)
    if len(rest) < length:
        return replace(capture, body=rest, shortfall=f"the body breaks off: {counted(len(rest), 'byte', of=length)}")
    return replace(capture, body=rest[:length])


def _length(headers: Headers) -> int | None:
    value = next((value for name, value in headers if name == "content-length"), "")
    return int(value) if re.fullmatch("[0-9]{1,12}", value) else None


def dechunked(stream: BufferedIOBase, most: int = sys.maxsize) -> tuple[bytes, bool]:
    """The data of the chunks, and whether the last chunk (of size 0) was there; OverflowError above ``most`` bytes.

    The line end after a chunk may be missing. Trailers are not read.
    """
    body = bytearray()
    line = stream.readline(LINE_LIMIT)
    while size := _CHUNK_SIZE.fullmatch(line):
        length = int(size[1], 16)
        if not length:
            return bytes(body), True
        if len(body) + length > most:
            raise OverflowError
        body += stream.read(length)
        line = stream.readline(LINE_LIMIT)
        if line in (b"\r\n", b"\n"):
            line = stream.readline(LINE_LIMIT)
    return bytes(body), False
