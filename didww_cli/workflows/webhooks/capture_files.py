"""Captures read from files, folders and standard input, in any form; one at a time, in constant memory."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from didww_cli.workflows.webhooks.capture_curl import is_curl, read_curl
from didww_cli.workflows.webhooks.capture_har import is_har, read_har
from didww_cli.workflows.webhooks.capture_http import is_http, read_http
from didww_cli.workflows.webhooks.capture_json import captures_in, is_log_entry, log_text
from didww_cli.workflows.webhooks.capture_log import is_log_line, read_log_line
from didww_cli.workflows.webhooks.captures import Capture, unreadable
from didww_cli.workflows.webhooks.signature import HEADER

LIMIT = 64 << 20  # bytes of a file that is not read line by line
LINE_LIMIT = 4 << 20  # bytes of a line of those that are
_NO_SIGNATURE = f"no line carries the header {HEADER}"


def read_captures(names: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Capture]:
    """The captures of files and folders, and of ``stdin`` for ``-``; what cannot be read comes as one that says why."""
    for name in names:
        if str(name) == "-":
            yield from read_stream("-", stdin or io.BytesIO())
        else:
            for path in _files(Path(name)):
                yield from _read_file(path)


def read_stream(source: str, stream: BinaryIO) -> Iterator[Capture]:
    """The captures of an open file: line by line where its first line is a capture or log line of its own."""
    first = stream.readline(LINE_LIMIT)
    while first and not first.strip():
        first = stream.readline(LINE_LIMIT)
    if _is_lines(first):
        yield from _read_lines(source, chain([first], iter(lambda: stream.readline(LINE_LIMIT), b"")))
        return
    data = first + stream.read(LIMIT - len(first) + 1)
    if len(data) > LIMIT:
        yield unreadable(source, f"it is larger than {LIMIT >> 20} MiB")
    else:
        yield from read_text(source, _as_utf8(data).lstrip(b"\r\n\t "))


def read_text(source: str, data: bytes) -> Iterator[Capture]:
    """The captures of a whole text."""
    if not data:
        yield unreadable(source, "it is empty")
    elif data[:1] in {b"{", b"["}:
        yield from _read_json(source, data)
    elif is_curl(data):
        yield from read_curl(source, data.rstrip().decode("utf-8", "surrogateescape"))
    elif is_http(data):
        yield read_http(source, data)
    elif any(is_log_line(_text(line)) for line in data.splitlines()):
        yield from _read_lines(source, data.splitlines())
    else:
        yield unreadable(
            source, "it is no HTTP request, curl command, HAR, JSON or log with a request line and headers"
        )


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or the files below it by name; hidden files and linked folders are left out."""
    if not path.is_dir():
        yield path
        return
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _read_file(path: Path) -> Iterator[Capture]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(str(path), stream)
    except OSError as error:
        yield unreadable(str(path), f"it cannot be read: {error.strerror or error}")


def _is_lines(first: bytes) -> bool:
    if first.lstrip()[:1] == b"{":
        document = _parsed(first)
        return document is not None and not is_har(document)
    if first.lstrip()[:1] == b"[" and _parsed(first) is not None:
        return False
    return not is_curl(first) and not is_http(first) and first.isascii() and is_log_line(_text(first))


def _read_lines(source: str, lines: Iterable[bytes]) -> Iterator[Capture]:
    """The captures of JSON lines and log lines; a lone line goes by the name of the file.

    Of logs, entries without a signature are left out: they are other requests.
    """
    left_out = found = 0
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    first = next(numbered, None)
    second = next(numbered, None)
    for number, line in (item for item in chain([first, second], numbered) if item is not None):
        for capture in _read_line(f"{source}:{number}" if second else source, line):
            found += capture is not None
            left_out += capture is None
            if capture is not None:
                yield capture
    if left_out and not found:
        yield unreadable(source, _NO_SIGNATURE)


def _read_line(source: str, line: bytes) -> Iterator[Capture | None]:
    """The captures of one line; None for an entry of a log that carries no signature."""
    text = _text(line).strip()
    start = text.find("{")  # a collector may have written the name of a service before the entry
    document = _parsed(text[start:].encode("utf-8", "surrogateescape")) if start >= 0 else None
    if document is None:
        yield _log_or_broken(source, text)
        return
    for capture in captures_in(source, document):
        if capture.signature is None and log_text(document):
            yield read_log_line(source, log_text(document))
        else:
            yield None if capture.signature is None and is_log_entry(document) else capture


def _log_or_broken(source: str, text: str) -> Capture | None:
    if text.startswith("{"):
        return unreadable(source, "the JSON of this line is broken or breaks off")
    return read_log_line(source, text)


def _read_json(source: str, data: bytes) -> Iterator[Capture]:
    document = _parsed(data)
    if document is None:
        lines = data.splitlines()
        if len(lines) > 1 and _is_lines(lines[0]):
            yield from _read_lines(source, lines)
        else:
            yield unreadable(source, "the JSON is broken, breaks off or is nested too deeply")
    elif is_har(document):
        yield from read_har(source, document)
    else:
        yield from captures_in(source, document)


def _parsed(data: bytes) -> Any:
    """The JSON document, None where there is none that can be read."""
    try:
        return json.loads(data.decode("utf-8-sig", "surrogateescape"))
    except (ValueError, RecursionError):
        return None


def _text(line: bytes) -> str:
    return line.decode("utf-8-sig", "surrogateescape")


def _as_utf8(data: bytes) -> bytes:
    """The text in UTF-8 without a mark; UTF-16 is what PowerShell writes with ``>``."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    return data.removeprefix(b"\xef\xbb\xbf")
