"""The text in the bytes of a capture: unpacked, in one encoding, and read back out of hexadecimal dumps."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby

LIMIT = 64 << 20  # bytes of a capture file, as it is and unpacked
_GZIP = b"\x1f\x8b"
_FOREIGN = (
    ((b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\xc3\xd4", b"\x4d\x3c\xb2\xa1", b"\xa1\xb2\x3c\x4d", b"\n\r\r\n"), "packets"),
    ((b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"(\xb5/\xfd"), "packed"),
)
_ADVICE = {
    "packets": "this is a packet capture: write it out with tshark -r FILE -q -z follow,http,ascii,0",
    "packed": "this is an archive: unpack it",
}


def text_of(data: bytes) -> str:
    """The text; bytes that are no UTF-8 become lone surrogates. ValueError says what the file is instead of text."""
    if data.startswith(_GZIP):
        data = _unpacked(data)
    for marks, kind in _FOREIGN:
        if data.startswith(marks):
            raise ValueError(_ADVICE[kind])
    text = _decoded(data)
    return "\n".join(_undumped(text)) or text


def _unpacked(data: bytes) -> bytes:
    """What gzip packed, also in several members; what is there of one that breaks off."""
    found = b""
    while data.startswith(_GZIP) and len(found) <= LIMIT:
        unpacker = zlib.decompressobj(31)
        try:
            found += unpacker.decompress(data, LIMIT + 1 - len(found))
        except zlib.error:
            raise ValueError("it is packed with gzip and cannot be unpacked") from None
        data = unpacker.unused_data
    if len(found) > LIMIT:
        raise ValueError(f"it is larger than {LIMIT >> 20} MiB")
    return found


def _decoded(data: bytes) -> str:
    """UTF-16 (what PowerShell writes) by its mark or its zero bytes, else UTF-8."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    head = data[:200]
    if len(head) > 20 and head[1::2].count(0) > len(head) // 3:
        return data.decode("utf-16-le", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


_OFFSET = re.compile(r"([\t <>|]*)(?:(?:0x)?[0-9a-fA-F]{4,8}(?::[ \t]*|[ \t]{2,}))?")
_WORD = re.compile(r"((?:[0-9a-fA-F]{2}){1,2})(?=[ \t]|$)")
_TEXT_ROW = re.compile(r"([0-9a-f]{4}): (.*)")
_WHOLE_ROW = re.compile(r"^[0-9a-f]{4}: (?:[0-9a-f]{2} ){16}", re.MULTILINE)
_ENDPOINTS = re.compile(r"(\S+) (?:->|>) (\S+?):?(?:\s|$)")
_ACROSS = 16  # bytes of a row


def _undumped(text: str) -> Iterator[str]:
    """The texts of hexadecimal dumps of requests, one for each direction; nothing where the text holds no dump."""
    if not re.search(r"(?:[0-9a-fA-F]{2} ){7}|(?:[0-9a-fA-F]{4} ){3}|^[0-9a-f]{4}: ", text, re.MULTILINE):
        return
    flows: dict[str, bytes] = {}
    heading, as_text = "", not _WHOLE_ROW.search(text)
    for is_row, some in groupby(text.splitlines(), lambda line: bool(_row(line) or _TEXT_ROW.match(line))):
        lines = list(some)
        if is_row:
            flow = heading + (_OFFSET.match(lines[0]) or [""])[0][:1]
            data, before = _payload(_bytes(lines, as_text)), flows.get(flow, b"")
            flows[flow] = before + (b"\r\n" if data.startswith((b"GET ", b"POST ")) and before else b"") + data
        elif told := next((line for line in reversed(lines) if line.strip(" -")), ""):
            ends = _ENDPOINTS.search(told)
            heading = f"{ends[1]} {ends[2]}" if ends else _direction(told)
    yield from (data.decode("utf-8", "surrogateescape") for data in flows.values() if b"HTTP/" in data)


def _direction(told: str) -> str:
    """Which way it went, by the arrow of curl, also behind a time or a number; else how the line begins."""
    arrow = re.search("=>|<=", told)
    return arrow[0] if arrow else told[:2]


def _row(line: str) -> bytes:
    """The bytes of a row of a dump: words of one or two bytes, a wider gap only in the middle."""
    offset = _OFFSET.match(line)
    at, found = offset.end() if offset else 0, b""
    while len(found) < _ACROSS and (word := _WORD.match(line, at)):
        found += bytes.fromhex(word[1])
        at = word.end() + 1
        if len(found) == _ACROSS // 2 and line[at : at + 1] == " ":
            at += 1
    return found


def _bytes(lines: Iterable[str], as_text: bool) -> bytes:
    """The bytes of rows; of rows that may be text, offsets tell where a line end was left out."""
    data = b""
    for line in lines:
        shown = _TEXT_ROW.match(line)
        if as_text and shown and not re.match(r"(?:[0-9a-f]{2} )+ ", shown[2]):
            data += b"\r\n" if int(shown[1], 16) == len(data) + 2 else b""
            data += shown[2].encode("utf-8", "surrogateescape")
        else:
            data += _row(line)
    return data


def _payload(packet: bytes) -> bytes:
    """The data of a TCP segment in an IP packet, also behind the header of a link; what is no packet as it is."""
    for link in (0, 14, 16, 4, 20):
        ip = packet[link:]
        if len(ip) < _ACROSS * 2:
            break
        version, length = ip[0] >> 4, int.from_bytes(ip[2:4], "big")
        if version == 4 and ip[9] == 6 and ip[0] & 15 >= 5 and length <= len(ip):
            segment = ip[(ip[0] & 15) * 4 : length]
        elif version == 6 and ip[6] == 6:
            segment = ip[40 : 40 + int.from_bytes(ip[4:6], "big")]
        else:
            continue
        if len(segment) >= 20:
            return segment[(segment[12] >> 4) * 4 :]
    return packet
