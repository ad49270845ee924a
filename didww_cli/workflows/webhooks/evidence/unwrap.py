"""Text taken out of its wrappers, again and again, until requests are left: trees of what stands in them."""

from __future__ import annotations

import csv
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from didww_cli.workflows.webhooks.captures import Capture, is_signature
from didww_cli.workflows.webhooks.evidence import names
from didww_cli.workflows.webhooks.evidence.lines import HEX, MARK, REQUEST, fields_of, unprefixed
from didww_cli.workflows.webhooks.evidence.literals import literals, unescaped
from didww_cli.workflows.webhooks.evidence.payloads import base64_decoded
from didww_cli.workflows.webhooks.evidence.raw_http import read_http
from didww_cli.workflows.webhooks.evidence.tree import READ, Segment
from didww_cli.workflows.webhooks.evidence.words import COMMAND, command_in, request_of
from didww_cli.workflows.webhooks.signature import to_bytes

_DEEPEST = 6
_SHORT = 40  # characters of a literal that may be a remark
_OPENING = re.compile(
    r"(?:^|[\s\"'\[|({])(?:(?:GET|POST|PUT|HEAD) +[\"']?(?:/|https?://)\S*|(?:curl|wget)(?:\.exe)? .*(?:https?:|-H))"
    r"|^(?:get|post) \{",
    re.MULTILINE,
)
_HEAD = re.compile(
    r"^(?:(?:GET|POST|PUT|HEAD) +(?:/|https?://)[^\r\n]*|:(?:method|path|authority|scheme):[^\r\n]*)\r?\n(?=[A-Za-z:])",
    re.MULTILINE,
)
_LOGGED = re.compile(r'"[A-Z]{3,7} \S+ HTTP/[0-9.]+" \d{3} ')
_LONG = re.compile(r"[A-Za-z0-9+/]{80,}={0,2}")
_ANSWER = re.compile(r"^(?:[<]{1,2} ?)?HTTP/[\d.]+ \d{3}", re.MULTILINE)


def unwrapped(value: Any, name: str = "", depth: int = 0) -> Any:
    """A tree in which every text that holds a request is replaced by what stands in it."""
    if depth > 40:
        return value
    if isinstance(value, Mapping):
        return {key: unwrapped(child, names.plain(str(key)), depth + 1) for key, child in value.items()}
    if isinstance(value, list):
        return [unwrapped(child, name, depth + 1) for child in value]
    if isinstance(value, str) and name not in names.HEADERS and not is_signature(name):
        return opened(value, depth)
    return value


def opened(text: str, depth: int = 0) -> Any:
    """What stands in a text that holds a request; the text itself where it holds none."""
    if depth > _DEEPEST or len(text) < 60:
        return text
    bare = text.strip()
    signed = MARK.search(text) or (HEX.search(text) and REQUEST.search(text))
    if not signed and not re.fullmatch(r"[A-Za-z0-9+/_\s-]{80,}={0,2}", bare):
        return text
    if not signed:
        inner = base64_decoded(bare).decode("utf-8", "surrogateescape")
        return opened(inner, depth + 1) if MARK.search(inner) else text
    if bare[:1] in '{["':
        try:
            return unwrapped(json.loads(bare, parse_int=str), depth=depth + 1)
        except (ValueError, RecursionError):
            pass
    if "\n" not in bare and not REQUEST.search(bare) and "://" not in bare:
        return text
    found = list(segments(bare, depth))
    return found[0] if len(found) == 1 else found or text


def segments(text: str, depth: int = 0) -> Iterator[Segment]:
    """The pieces of each request in a text that carries a signature."""
    text = _plain(text)
    if table := _rows(text):
        for number, row in table:
            yield Segment([unwrapped(row, depth=depth + 1)], line=number)
        return
    lines = text.splitlines(keepends=True)
    signed = [number for number, line in enumerate(lines) if MARK.search(line) and _has_value(lines, number)]
    signed = signed or [number for number, line in enumerate(lines) if HEX.search(line)]
    for signature, start, end, sure in _bounds(lines, signed):
        alone = start == signature and bool(REQUEST.search(lines[signature]) or "{" in lines[signature])
        own = "".join(lines[start:end])
        yield Segment(pieces(own, depth), own, signature + 1, alone=alone, sure=sure)


def _plain(text: str) -> str:
    """The text without what a tool put into it everywhere: line ends as escapes, other shells' escapes, Base64."""
    if "HTTP/1.1\\r\\n" in text or text.count("\\r\\n") > 2:
        text = text.replace("\\r\\n", "\r\n")
    text = re.sub(r"\\r$", "", text, flags=re.MULTILINE).replace('`"', '\\"')
    return text if MARK.search(text) else _LONG.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    inner = base64_decoded(match[0]).decode("utf-8", "surrogateescape")
    return inner if MARK.search(inner) else match[0]


def _has_value(lines: list[str], number: int) -> bool:
    """Whether a value stands after the signature's name, on its line or on the next."""
    rest = re.split(MARK, lines[number])[-1]
    return bool(re.search(r"[0-9A-Za-z+/=]{8,}", rest + "".join(lines[number + 1 : number + 3])))


def _bounds(lines: list[str], signed: list[int]) -> Iterator[tuple[int, int, int, bool]]:
    """For each request the line of its signature, its first line, the line after its last, and whether that is sure.

    A request begins where its line or command does. A line of an access log is whole by itself, and no part of another.
    """
    opening = [number for number, line in enumerate(lines) if _OPENING.search(line)]
    logged = [number for number in opening if _LOGGED.search(lines[number])]
    begins = [number for number in opening if not _LOGGED.search(lines[number])]
    found: list[tuple[int, int, bool]] = []
    for number in signed:
        before = number if number in logged[bisect_left(logged, number) :][:1] else _last(begins, number)
        previous = found[-1] if found else None
        if previous is None:
            found.append((number, max(before, 0), True))
        elif before > previous[0]:
            found.append((number, before, True))
        elif before < 0 and _hex(lines, number) != _hex(lines, previous[0]):
            found.append((number, *_beginning(lines, previous, number)))
    found = [(number, max(start, _last(logged, number - 1) + 1), sure) for number, start, sure in found]
    ends = sorted({*opening, *(start for _, start, _ in found), len(lines)})
    for number, start, sure in found:
        yield number, start, ends[bisect_right(ends, number)], sure


def _last(numbers: list[int], most: int) -> int:
    """The last of sorted numbers that is not above a bound; -1 where there is none."""
    at = bisect_right(numbers, most)
    return numbers[at - 1] if at else -1


def _hex(lines: list[str], number: int) -> str:
    found = HEX.search("".join(lines[number : number + 3]))
    return found[0] if found else lines[number]


def _beginning(lines: list[str], previous: tuple[int, int, bool], number: int) -> tuple[int, bool]:
    """Where a request begins that nothing opens: on a line that looks like the first one of the request before.

    Else, and that is not sure, after the last blank line before it, or on its own line.
    """
    between = range(previous[0] + 1, number + 1)
    shape = unprefixed(lines[previous[1]]).rstrip()[:6]
    alike = [each for each in between if shape and unprefixed(lines[each]).startswith(shape)]
    blank = [each for each in between if not lines[each].strip(" \r\n\t-=#")]
    return (alike[0], True) if alike else ((blank or [number])[-1], False)


def pieces(text: str, depth: int = 0) -> Iterator[Any]:
    """The request in a text, then every value and every line in it."""
    text = _undotted(text)
    stripped = "".join(map(unprefixed, text.splitlines(keepends=True)))
    if command := command_in(text):
        yield request_of(command)
    for form in dict.fromkeys((text, stripped)):
        if head := _HEAD.search(form):
            yield _http(form[head.start() :])
            break
    values, rest = _literals(text, depth)
    if not values and stripped != text:
        values, rest = _literals(stripped, depth)
    yield from sorted(values, key=lambda value: not MARK.search(str(value)[:100_000]))
    yield from _quoted(rest)
    yield from fields_of("".join(map(unprefixed, rest.splitlines(keepends=True))))
    if values:
        yield from fields_of(stripped)
    if COMMAND.search(text) or "|" in rest:
        yield from fields_of(rest.replace("|", "\n"))
    yield {"": text}


def _literals(text: str, depth: int) -> tuple[list[Any], str]:
    """The objects and lists in a text, and the rest of it. A few words in brackets are no list."""
    found, rest, at = [], "", 0
    for start, end, value in literals(text):
        if end - start > _SHORT or MARK.search(text[start:end]):
            found.append(unwrapped(value, depth=depth + 1))
            rest += text[at:start]
            at = end
    return found, rest + text[at:]


def _undotted(text: str) -> str:
    """The text with the dots undone that stand for line ends in some dumps of packets."""
    if "HTTP/1.1.." in text or "HTTP/1.0.." in text:
        return text.replace("..", "\r\n")
    return re.sub(r"\.$", "", text, flags=re.MULTILINE) if re.search(r" HTTP/1\.[01]\.$", text, re.MULTILINE) else text


def _http(text: str) -> dict[str, Any]:
    """The raw request at the start of a text as an object; its answer is left out."""
    answer = _ANSWER.search(text, 1)
    body = text[: answer.start()] if answer else text
    return _object(read_http("", to_bytes(body)))


def _object(capture: Capture) -> dict[str, Any]:
    found: dict[str, Any] = {
        READ: capture,
        "method": capture.method,
        "target": capture.target,
        "scheme": capture.scheme,
    }
    found["headers"] = [list(pair) for pair in capture.headers]
    if capture.body is not None:
        found["body"] = capture.body.decode("utf-8", "surrogateescape")
    return {**found, "shortfall": capture.shortfall} if capture.shortfall else found


def _quoted(text: str) -> Iterator[Any]:
    """Requests that stand in a text as quoted strings (``send: b'POST …'``), joined where one continues the other."""
    if "\\" not in text or "HTTP/" not in text:
        return
    strings = [unescaped(match[2]) for match in re.finditer(r"b?([\"'])((?:[^\\]|\\.)*?)\1", text)]
    whole = "".join(strings)
    head = _HEAD.search(whole) if MARK.search(whole) else None
    if head:
        yield _http(whole[head.start() :])
    yield {"": strings}


def _rows(text: str) -> list[tuple[int, dict[str, Any]]]:
    """The rows of a table with a heading (CSV, TSV) that carry a signature, by line; none where it is no table."""
    head, _, below = text.lstrip("\n").partition("\n")
    if head.startswith("#Fields: "):
        head = re.sub(r"\bcs\(([\w-]+)\)", r"\1", head.removeprefix("#Fields: ")).replace(" ", "\t")
        below = below.replace(" ", "\t")
    mark = max(",;\t|", key=head.count)
    heading = [name.strip().strip('"') for name in head.split(mark)]
    if len(heading) < 3 or not all(re.fullmatch(r"[\w@. \-]{1,60}", name) for name in heading):
        return []
    reader = csv.reader(below.splitlines(keepends=True), delimiter=mark)
    try:
        rows = [
            (reader.line_num + 1, dict(zip(heading, row, strict=True))) for row in reader if len(row) == len(heading)
        ]
    except csv.Error:
        return []
    return [
        (number, row) for number, row in rows if any(MARK.search(text) or HEX.search(text) for text in row.values())
    ]
