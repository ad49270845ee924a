"""What a tree tells of a request: the capture that its named parts make, and candidates for what may be another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import Any
from urllib.parse import quote, quote_plus

from didww_cli.workflows.webhooks.captures import Capture, Headers, named_values, signature_in
from didww_cli.workflows.webhooks.counts import counted
from didww_cli.workflows.webhooks.evidence import names
from didww_cli.workflows.webhooks.evidence.lines import HEX, REQUEST, urls_in
from didww_cli.workflows.webhooks.evidence.payloads import Payload, base64_decoded, payloads_in, tells
from didww_cli.workflows.webhooks.evidence.tree import READ, Chain, Node, Segment, headers_of, leaves, named, parts_of
from didww_cli.workflows.webhooks.evidence.words import COMMAND
from didww_cli.workflows.webhooks.forwarded import parse_address
from didww_cli.workflows.webhooks.parameters import FORM, body_form, form_encoded, percent_decoded
from didww_cli.workflows.webhooks.signature import to_bytes

_MOST = 12  # candidates of a kind
_HOST = re.compile(r"\[?[\w.:-]+\]?")


@dataclass(slots=True)
class Clues:
    """Candidates for the parts of a request, the likeliest first."""

    targets: dict[str, None] = field(default_factory=dict)
    hosts: dict[str, None] = field(default_factory=dict)
    queries: dict[str, None] = field(default_factory=dict)
    payloads: dict[Payload, None] = field(default_factory=dict)


def gathered(source: str, chain: Chain) -> Capture:
    """The capture whose request is the first object of the chain; the others are around it.

    The rest of a text is not read where the object has everything.
    """
    inner = tuple(takewhile(lambda node: not isinstance(node.get(""), Segment), chain))
    if len(inner) == len(chain):
        return _made(source, chain)
    raw = chain[0].get(READ)
    near = raw if isinstance(raw, Capture) else _made(source, inner)
    has_payload = near.method == "GET" or _fits(near, near.objects or near.body)
    has_host = bool(near.host or near.header("host") or "://" in near.target)
    if near.signature and near.target and has_host and has_payload and not near.shortfall:
        made = replace(near, source=source, chain=chain)
    else:
        made = _made(source, chain)
        if isinstance(raw, Capture) and not tells(made.objects or made.body):
            made = replace(raw, source=source, chain=chain)
    segment = chain[len(inner)][""]
    return made if isinstance(raw, Capture) or made.shortfall else replace(made, shortfall=_doubt(made, segment.text))


def _doubt(capture: Capture, text: str) -> str:
    """Why what was read in a text may not be all: WRONG is said of nothing that may have broken off."""
    if re.fullmatch("[0-9a-f]{0,39}", capture.signature or ""):
        return "the signature breaks off"
    payload = capture.objects or capture.body
    if capture.is_get:
        query = to_bytes(capture.target.partition("?")[2])
        if capture.target and not tells(query):
            return "no parameters of an event were found, neither in the URL nor in a body"
        last = capture.target
    elif not payload:
        return ""
    elif not tells(payload):
        return "what was found of the payload is no event"
    else:
        last = payload.decode("utf-8", "surrogateescape") if isinstance(payload, bytes) else payload[-1][-1][1]
    told = capture.header("content-length")
    cut = not told and bool(last) and text.endswith(last)
    is_open = any(text.count(opener) > text.count(closer) for opener, closer in ("{}", "[]"))
    is_open = is_open or (COMMAND.search(text) is not None and text.count("'") % 2 == 1)
    return "the file ends where this request may go on" if cut or is_open else ""


def _made(source: str, chain: Chain) -> Capture:
    scopes = list(_scopes(chain))
    headers = next(filter(None, map(headers_of, scopes)), ())
    line = _request_line(scopes)
    method = (line[0] or str(_first(scopes, names.METHOD, str) or "")).upper()
    absolute = _absolute(scopes)
    capture = Capture(
        source,
        method=method if method.isalpha() else "",
        target=line[1] if line[1] and not absolute else _target(scopes, headers, absolute),
        host="" if any(name in {"host", ":authority"} for name, _ in headers) else _host(scopes, chain[0]),
        scheme=_scheme(scopes),
        headers=headers,
        signature=_signature(chain[0], headers),
        remote=next((value for value in _all(scopes, names.REMOTE) if parse_address(str(value)) is not None), ""),
        time=_time(_first(scopes, names.TIME, str, int, float)),
        shortfall=str(chain[0].get("shortfall") or ""),
        chain=chain,
    )
    return capture if capture.method in {"GET", "HEAD"} else _with_payload(capture, chain)


def _scopes(chain: Chain) -> Iterator[Node]:
    seen: set[int] = set()
    for node in chain:
        for part in parts_of(node):
            if id(part) not in seen:
                seen.add(id(part))
                yield part


def _with_payload(capture: Capture, chain: Chain) -> Capture:
    """The capture with its body, or with its parameters where the body was captured parsed."""
    named_one = _named_payload(chain)
    others = (
        [payload for payload in clues_of(chain).payloads if tells(payload)] if not _fits(capture, named_one) else []
    )
    fitting = (payload for payload in others if _fits(capture, payload))
    found = next(fitting, named_one if named_one is not None and tells(named_one) else next(iter(others), named_one))
    if found is None:
        return capture
    if not isinstance(found, bytes):
        return replace(capture, objects=found, shortfall=_shortfall(capture, found))
    return replace(capture, body=found, shortfall=capture.shortfall or _shortfall(capture, found))


def _fits(capture: Capture, payload: Payload | None) -> bool:
    """Whether a payload is an event's, and as long as the headers say."""
    told = capture.header("content-length")
    if not tells(payload):
        return False
    if isinstance(payload, bytes):
        return told in ("", str(len(payload)))
    return not told or not _is_form(capture) or (payload is not None and told == str(len(form_encoded(payload[0]))))


def _shortfall(capture: Capture, payload: Payload) -> str:
    """What the length that the headers name says against a payload: it is cut off, or was written down otherwise."""
    told = capture.header("content-length")
    if not re.fullmatch("[0-9]{1,9}", told):
        return ""
    if isinstance(payload, bytes):
        size, what = len(payload), "body"
    elif _is_form(capture):
        size, what = len(form_encoded(payload[0])), "parameters, as a form,"
    else:
        return ""
    if size == int(told):
        return ""
    if size < int(told) and what == "body":
        return f"the body is not whole in this file: {counted(size, 'byte', of=int(told))}"
    return f"the {what} here: {counted(size, 'byte')}, where {told} came; what was written down is not what was sent"


def _is_form(capture: Capture) -> bool:
    return body_form(capture.header("content-type"), b"") == FORM


def _named_payload(chain: Chain) -> Payload | None:
    """The payload under a name that means one; of a name that is clear beside the request as well."""
    for node, wanted in [(chain[0], names.BODY), *((outer, names.OUTER_BODY) for outer in chain[1:])]:
        fields = {names.plain(str(key)): value for key, value in node.items()}
        for name in wanted:
            value = fields.get(name)
            if value in (None, "", {}, [], "-") or value is chain[0]:
                continue
            if isinstance(value, str):
                data = base64_decoded(value) if _in_base64(fields, name) else to_bytes(value)
                return next(filter(tells, payloads_in(value)), data) if not tells(data) else data
            if found := next(payloads_in(value), None):
                return found
    return None


def _in_base64(fields: Node, name: str) -> bool:
    flags = (str(fields.get(flag)).lower() == "true" for flag in names.BASE64_FLAGS)
    encodings = {fields.get(name) for name in ("bodyencoding", "encoding") if isinstance(fields.get(name), str)}
    return name.endswith(("base64", "b64")) or "base64" in encodings or any(flags)


def _signature(node: Node, headers: Headers) -> str | None:
    """The signature among the headers, else in a field of that name."""
    found = signature_in(headers)
    if found is None:
        value = named(node, names.SIGNATURE)
        found = value if isinstance(value, str) else None
    return None if found is None else re.sub(r"(?:\\[rn]|[\r\n])+$", "", found)


def _all(scopes: Sequence[Node], wanted: Sequence[str]) -> Iterator[Any]:
    """The values under each of the names, in each object in turn."""
    for scope in scopes:
        fields = {names.plain(str(key)): value for key, value in scope.items()}
        yield from (fields[name] for name in wanted if name in fields)


def _first(scopes: Sequence[Node], wanted: Sequence[str], *types: type) -> Any:
    found = (value for value in _all(scopes, wanted) if isinstance(value, types) and value not in ("", "-"))
    return next(found, None)


def _request_line(scopes: Sequence[Node]) -> tuple[str, str]:
    """Method and target of a request line that a log holds as one field; both "" where there is none."""
    for value in _all(scopes, names.REQUEST_LINE):
        match = REQUEST.fullmatch(value) if isinstance(value, str) else None
        if match:
            return match[1], match[2]
    return "", ""


def _absolute(scopes: Sequence[Node]) -> str:
    """The first absolute URL, or ""."""
    urls = (_url_text(value) for value in _all(scopes, names.URL))
    return next((url for url in urls if re.match(r"https?://", url, re.IGNORECASE)), "")


def _target(scopes: Sequence[Node], headers: Headers, absolute: str) -> str:
    """The absolute URL if there is one, else the path; with the query where the URL has none."""
    urls = [absolute, *(_url_text(value) for value in _all(scopes, names.URL))]
    paths = [value for value in _all(scopes, names.PATH) if isinstance(value, str)]
    contexts = [scope.get("requestContext") for scope in scopes]
    gateway = [context.get("path") for context in contexts if isinstance(context, Mapping)]
    pseudo = [value for name, value in headers if name == ":path"]
    candidates = [value for value in (*urls, *gateway, *paths, *pseudo) if isinstance(value, str) and value]
    target = absolute or next((value for value in candidates if value.startswith("/")), "")
    if not target and candidates:
        target = _completed(candidates[0])
    query = "" if "?" in target or not target else _query(scopes)
    return f"{target}?{query}" if query else target


def _completed(url: str) -> str:
    """A URL that names no scheme (host/path) with https; one of another scheme as it is; else ""."""
    if "://" in url:
        return url
    return f"https://{url}" if re.match(r"[\w.-]+(?::\d+)?/", url) else ""


def _url_text(value: Any) -> str:
    """A URL that stands as text, or as an object with the text (Postman, Node)."""
    if isinstance(value, Mapping):
        value = named(value, ("raw", "href", "full", "original", "path"))
    return value if isinstance(value, str) else ""


def _query(scopes: Sequence[Node]) -> str:
    """The query as text; encoded anew where only decoded parameters were captured (an ALB keeps them encoded)."""
    encode = str if any("elb" in scope for scope in scopes) else _plus_encoded
    for value in _all(scopes, names.QUERY):
        if isinstance(value, str) and value.strip("?-"):
            return value.removeprefix("?")
        pieces = [f"{encode(name)}={encode(text)}" for name, text in named_values(value)]
        if pieces:
            return "&".join(pieces)
    return ""


def _plus_encoded(text: str) -> str:
    return quote_plus(to_bytes(text))


def _host(scopes: Sequence[Node], node: Node) -> str:
    found = (str(value).strip() for value in _all(scopes, names.HOST) if isinstance(value, str))
    host = next((value for value in found if value not in ("", "-") and _HOST.fullmatch(value)), "")
    port = named(node, ("port",))
    return f"{host}:{port}" if host and ":" not in host and re.fullmatch(r"\d{1,5}", str(port)) else host


def _scheme(scopes: Sequence[Node]) -> str:
    for value in _all(scopes, names.SCHEME):
        if isinstance(value, str) and value.lower().rstrip(":/") in {"http", "https"}:
            return value.lower().rstrip(":/")
    tls = (
        value for value in _all(scopes, names.TLS) if isinstance(value, Mapping) or str(value).lower() in {"on", "true"}
    )
    return "https" if next(tls, None) is not None else ""


def _time(value: Any) -> str:
    """A time as captured; seconds, milliseconds or microseconds since 1970 as ISO 8601."""
    if not isinstance(value, int | float) and not re.fullmatch(r"\d{9,16}(\.\d+)?", str(value or "")):
        return str(value or "")
    try:
        seconds = float(value)
        scale = next(scale for scale in (1, 1e3, 1e6) if seconds / scale < 1e11)
        return datetime.fromtimestamp(seconds / scale, UTC).isoformat().replace("+00:00", "Z")
    except (OverflowError, ValueError, OSError, StopIteration):
        return str(value)


def clues_of(chain: Chain) -> Clues:
    """Every candidate around a request: the nearest objects first, and in each what stands first."""
    clues = Clues()
    seen: set[int] = set()
    for node in chain:
        for name, value in leaves(node, seen=seen):
            for payload in islice(payloads_in(value), _MOST):
                clues.payloads.setdefault(payload)
            if name in names.QUERY:
                _sort_query(clues, value)
            if isinstance(value, str) and not HEX.fullmatch(value):
                _sort_address(clues, name, value)
    targets, hosts, queries = (
        dict.fromkeys(islice(kind, _MOST)) for kind in (clues.targets, clues.hosts, clues.queries)
    )
    return Clues(targets, hosts, queries, dict.fromkeys(islice(clues.payloads, 2 * _MOST)))


def _sort_query(clues: Clues, value: Any) -> None:
    """A query as it is, or encoded in the usual ways where only its parameters were captured."""
    if isinstance(value, str) and value:
        clues.queries.setdefault(value.removeprefix("?"))
    elif pairs := named_values(value):
        for encode in (_plus_encoded, lambda text: quote(to_bytes(text), safe=""), str):
            clues.queries.setdefault("&".join(f"{encode(key)}={encode(text)}" for key, text in pairs))


def _sort_address(clues: Clues, name: str, text: str) -> None:
    """URLs, paths and hosts in a text; also what a log escaped once more."""
    for target in (*urls_in(text), *(target for _, target, _ in REQUEST.findall(text[:10_000]))):
        clues.targets.setdefault(target)
        if "%25" in target:
            clues.targets.setdefault(percent_decoded(target))
    if text.startswith("/") and " " not in text and name not in names.CONTENT:
        clues.targets.setdefault(text)
    if (name in names.HOST or name.endswith("host")) and _HOST.fullmatch(percent_decoded(text)):
        clues.hosts.setdefault(percent_decoded(text))
