"""Captures read from files, folders and standard input, whatever they hold; lines one at a time, in constant memory."""

from __future__ import annotations

import io
import json
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from didww_cli.workflows.webhooks.captures import Capture, unreadable
from didww_cli.workflows.webhooks.evidence import names
from didww_cli.workflows.webhooks.evidence.gather import gathered
from didww_cli.workflows.webhooks.evidence.lines import MARK, REQUEST, unprefixed
from didww_cli.workflows.webhooks.evidence.payloads import payloads_in, tells
from didww_cli.workflows.webhooks.evidence.text import LIMIT, text_of
from didww_cli.workflows.webhooks.evidence.tree import Segment, named, nodes_within, requests
from didww_cli.workflows.webhooks.evidence.unwrap import pieces, segments, unwrapped
from didww_cli.workflows.webhooks.evidence.words import COMMAND
from didww_cli.workflows.webhooks.signature import HEADER

LINE_LIMIT = 4 << 20  # bytes of a line of files that are read line by line
_TOGETHER = 2_000  # lines that may make up one request
_NO_SIGNATURE = f"no line carries the header {HEADER}; let the server log it (nginx: $http_x_didww_signature)"
_NOTHING = "it is no HTTP request, command, HAR, JSON, log or dump that shows a request with its headers"
_UNSURE = "it is not certain where this request begins and ends among the others of this file"
_BROKEN = "the JSON is broken, breaks off or is nested too deeply"


@dataclass(slots=True)
class Passed:
    """Counts the lines that were no callback."""

    lines: int = 0


def read_captures(
    sources: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None, passed: Passed | None = None
) -> Iterator[Capture]:
    """The captures of files and folders, and of ``stdin`` for ``-``; what cannot be read comes as one that says why."""
    passed = passed or Passed()
    for name in sources:
        if str(name) == "-":
            yield from read_stream("-", stdin or io.BytesIO(), passed)
        else:
            for path in _files(Path(name)):
                yield from _read_file(path, passed)


def read_stream(source: str, stream: BinaryIO, passed: Passed | None = None) -> Iterator[Capture]:
    """The captures of an open file: line by line where its first line is an object or a log line of its own."""
    passed = passed or Passed()
    first = stream.readline(LINE_LIMIT)
    while first and not first.strip():
        first = stream.readline(LINE_LIMIT)
    if _is_line(first):
        lines = chain([first], iter(lambda: stream.readline(LINE_LIMIT), b""))
        yield from _read_lines(source, map(_line_text, lines), passed)
        return
    data = first + stream.read(LIMIT - len(first) + 1)
    if len(data) > LIMIT:
        yield unreadable(source, f"it is larger than {LIMIT >> 20} MiB")
        return
    try:
        text = text_of(data).lstrip("\r\n\t \ufeff")
    except ValueError as error:
        yield unreadable(source, str(error))
        return
    yield from _read_text(source, text, passed) if text else [unreadable(source, "it is empty")]


def _read_text(source: str, text: str, passed: Passed, *, joined: bool = False) -> Iterator[Capture]:
    """The captures of a whole text. ``joined``: it was put together from lines, which is done once."""
    document = _parsed(text) if text[0] in '{["' else None
    if isinstance(document, Mapping | list):
        yield from _in_document(source, document)
        return
    head = text.partition("\n")[0]
    if "\n" in text.strip() and _is_line(head.encode("utf-8", "surrogateescape")):
        yield from _read_lines(source, text.splitlines(keepends=True), passed, joined=joined)
        return
    found = list(segments(text))
    for number, segment in enumerate(found, 1):
        place = "" if len(found) == 1 else f":{segment.line}" if segment.alone else f"#{number}"
        yield from _in_document(source + place, segment)
    if not found:
        yield _without_signature(source, text)


def _without_signature(source: str, text: str) -> Capture:
    """What is missing in a text without a signature."""
    if text[0] in "{[":
        return unreadable(source, _BROKEN)
    if REQUEST.search(text) is None and COMMAND.search(text) is None:
        return unreadable(source, _NOTHING)
    if re.search(r'"[A-Z]{3,7} \S+ HTTP/[0-9.]+"', text):
        return unreadable(source, _NO_SIGNATURE)
    node = next((piece for piece in pieces(text[: 1 << 20]) if isinstance(piece, Mapping)), {})
    return gathered(source, (node,))


def _in_document(source: str, document: Any) -> Iterator[Capture]:
    """The captures of a tree: each request with a signature, else the one that says what is missing."""
    try:
        tree = document if isinstance(document, Segment) else unwrapped(document)
        found = list(requests(tree))
        for place, nodes in found:
            capture = gathered(source + (place if len(found) > 1 or isinstance(tree, Mapping) else ""), nodes)
            unsure = isinstance(document, Segment) and not document.sure
            yield replace(capture, shortfall=capture.shortfall or _UNSURE) if unsure else capture
        if not found:
            yield _unsigned(source, tree)
    except RecursionError:
        yield unreadable(source, "the JSON is nested too deeply")


def _unsigned(source: str, tree: Any) -> Capture:
    nodes = [nodes for nodes in nodes_within(tree) if named(nodes[0], (*names.HEADERS, *names.URL)) is not None]
    if nodes or isinstance(tree, Mapping):
        return gathered(source, nodes[0] if nodes else (tree,))
    if isinstance(tree, Segment) or any(isinstance(item, Mapping) for item in tree):
        return unreadable(source, f"missing: the header {HEADER}")
    return unreadable(source, "this JSON is not an object that describes a request (url, method, headers, body)")


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


def _read_file(path: Path, passed: Passed) -> Iterator[Capture]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(str(path), stream, passed)
    except OSError as error:
        yield unreadable(str(path), f"it cannot be read: {error.strerror or error}")


def _is_line(first: bytes) -> bool:
    """Whether a line is whole by itself: an object, or a line of an access log."""
    text = _line_text(first).strip()
    if text.startswith("{"):
        document = _parsed(text)
        return isinstance(document, Mapping) and not isinstance(document.get("log"), Mapping)
    return text.isascii() and COMMAND.search(text) is None and bool(re.search(r'"[A-Z]{3,7} \S+ HTTP/[0-9.]+"', text))


def _read_lines(source: str, lines: Iterable[str], passed: Passed, *, joined: bool = False) -> Iterator[Capture]:
    """The captures of lines; a lone line goes by the name of the file. What is no callback is passed over."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    first, second = next(numbered, None), next(numbered, None)
    broken_up: deque[str] = deque(maxlen=_TOGETHER)
    left_out = found = 0
    for number, line in (item for item in chain([first, second], numbered) if item is not None):
        place = f"{source}:{number}" if second else source
        text, captures = _of_line(place, line, lone=second is None)
        yield from captures
        found += len(captures)
        if not captures:
            left_out += 1
            broken_up.append(text.rstrip("\n"))
    if not joined and any(map(MARK.search, broken_up)):
        together = "\n".join(filter(None, broken_up))
        for capture in _read_text(source, together, Passed(), joined=True):
            yield capture
            found, left_out = found + 1, 0
    if not found:
        yield unreadable(source, _NO_SIGNATURE)
    else:
        passed.lines += left_out


def _of_line(source: str, line: str, *, lone: bool) -> tuple[str, list[Capture]]:
    """The captures of one line; else its text, which may be a piece of a request over several lines."""
    text = line.strip()
    document = _parsed(text) if text.startswith("{") else None
    if text.startswith("{") and document is None:
        return "", [unreadable(source, "the JSON of this line is broken or breaks off")]
    if document is None:
        if not MARK.search(text) and not REQUEST.search(text):
            return unprefixed(line), []
        return line, [capture for segment in segments(text) for capture in _in_document(source, segment)]
    tree = unwrapped(document)
    found = [gathered(source + place, nodes) for place, nodes in requests(tree)]
    if found or not isinstance(document, Mapping):
        return "", found
    is_log = not names.LOG_MARKS.isdisjoint(names.plain(str(key)) for key in document)
    if not is_log and (lone or _is_callback(document)):
        return "", [_unsigned(source, tree)]
    value = named(document, names.LINE)
    return value if isinstance(value, str) else "", []


def _is_callback(document: Mapping[str, Any]) -> bool:
    return any(
        tells(payload)
        for node in nodes_within(document)
        for value in node[0].values()
        for payload in payloads_in(value)
    )


def _parsed(text: str) -> Any:
    """The JSON document, None where there is none that can be read."""
    try:
        return json.loads(text, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None


def _line_text(line: bytes) -> str:
    return line.decode("utf-8-sig", "surrogateescape")
