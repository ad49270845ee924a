"""Captures that are JSON: an object that describes a request, in the forms that servers, proxies and tools write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote_plus

from didww_cli.workflows.webhooks import json_fields as names
from didww_cli.workflows.webhooks.capture_body import base64_decoded, read_body
from didww_cli.workflows.webhooks.capture_http import is_http, read_http
from didww_cli.workflows.webhooks.captures import Capture, Headers, named_values, signature_in, unreadable
from didww_cli.workflows.webhooks.forwarded import parse_address
from didww_cli.workflows.webhooks.signature import to_bytes

REQUEST = re.compile(r"([A-Z]{3,7}) (\S+)(?: HTTP/[0-9.]+)?")
Node = Mapping[str, Any]


def captures_in(source: str, document: Any) -> Iterator[Capture]:
    """The captures of a JSON document: one object, or each element of an array that holds requests."""
    items = _requests(document)
    if items is None:
        yield read_object(source, document)
        return
    for number, item in enumerate(items, 1):
        yield read_object(f"{source}#{number}", item)


def read_object(source: str, document: Any) -> Capture:
    """The request that an object describes, at its top or further in."""
    if not isinstance(document, Mapping):
        return unreadable(source, "this JSON is not an object that describes a request (url, method, headers, body)")
    try:
        return _read(source, document)
    except RecursionError:
        return unreadable(source, "the JSON is nested too deeply")


def _read(source: str, document: Node) -> Capture:
    chain = next((chain for chain in names.nodes_within(document) if names.has_signature(chain[0])), None)
    raw = _raw_request(source, chain[0] if chain else document)
    if raw is not None:
        return raw
    if chain is None:
        chain = next(filter(_describes, names.nodes_within(document)), (document,))
    return _capture(source, chain)


def is_log_entry(document: Any) -> bool:
    """Whether a JSON object is an entry of an access log, where other requests than callbacks stand too."""
    return isinstance(document, Mapping) and not names.LOG_MARKS.isdisjoint(names.plain(str(key)) for key in document)


def log_text(document: Any) -> str:
    """The line of text that a log entry wraps (Docker, CloudWatch, journald), or ""."""
    value = names.named(document, names.LINE) if isinstance(document, Mapping) else None
    return value if isinstance(value, str) else ""


def _requests(document: Any) -> list[Any] | None:
    """The elements of an array of requests, or of one that an object holds (``data``, ``requests``); else None."""
    if isinstance(document, list):
        return document
    if not isinstance(document, Mapping) or names.has_signature(document):
        return None
    for around in names.nodes_within(document):
        for value in around[0].values():
            if isinstance(value, list) and any(_carries_signature(item) for item in value):
                return [item for item in value if _carries_signature(item)]
    return None


def _carries_signature(item: Any) -> bool:
    return isinstance(item, Mapping) and any(names.has_signature(chain[0]) for chain in names.nodes_within(item))


def _describes(chain: tuple[Node, ...]) -> bool:
    return names.named(chain[0], (*names.HEADERS, *names.URL)) is not None


def _capture(source: str, chain: tuple[Node, ...]) -> Capture:
    """The capture whose request is the first object of the chain; the others are around it."""
    scopes = [*names.parts_of(chain[0]), *(part for outer in chain[1:] for part in names.parts_of(outer))]
    headers = names.headers_of(chain[0])
    line = _request_line(scopes)
    method = (line[0] or str(_first(scopes, names.METHOD, str) or "")).upper()
    host = "" if any(name in {"host", ":authority"} for name, _ in headers) else _host(scopes, chain[0])
    body, objects = (None, None) if method in {"GET", "HEAD"} else read_body(chain)
    return Capture(
        source,
        method=method,
        target=line[1] if line[1] and not _absolute(scopes) else _target(scopes, headers),
        host=host,
        scheme=_scheme(scopes),
        headers=headers,
        body=body,
        objects=objects,
        signature=_signature(chain[0], headers),
        remote=next((value for value in _all(scopes, names.REMOTE) if parse_address(str(value)) is not None), ""),
        time=_time(_first(scopes, names.TIME, str, int, float)),
    )


def _signature(node: Node, headers: Headers) -> str | None:
    """The signature among the headers, else in a field of that name."""
    found = signature_in(headers)
    value = names.named(node, names.SIGNATURE) if found is None else found
    return value if isinstance(value, str) else None


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


def _target(scopes: Sequence[Node], headers: Headers) -> str:
    """The absolute URL if there is one, else the path; with the query where the URL has none."""
    urls = [_absolute(scopes), *(_url_text(value) for value in _all(scopes, names.URL))]
    paths = [value for value in _all(scopes, names.PATH) if isinstance(value, str)]
    contexts = [scope.get("requestContext") for scope in scopes]
    gateway = [context.get("path") for context in contexts if isinstance(context, Mapping)]
    pseudo = [value for name, value in headers if name == ":path"]
    candidates = [value for value in (*urls, *gateway, *paths, *pseudo) if value]
    target = candidates[0] if urls[0] else next((value for value in candidates if value.startswith("/")), "")
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
        value = names.named(value, ("raw", "href", "full", "original", "path"))
    return value if isinstance(value, str) else ""


def _query(scopes: Sequence[Node]) -> str:
    """The query as text; encoded anew where only decoded parameters were captured (an ALB keeps them encoded)."""
    encode = str if any("elb" in scope for scope in scopes) else _encoded
    for value in _all(scopes, names.QUERY):
        if isinstance(value, str) and value.strip("?"):
            return value.removeprefix("?")
        pieces = [f"{encode(name)}={encode(text)}" for name, text in named_values(value)]
        if pieces:
            return "&".join(pieces)
    return ""


def _encoded(text: str) -> str:
    return quote_plus(to_bytes(text))


def _host(scopes: Sequence[Node], node: Node) -> str:
    host = str(_first(scopes, names.HOST, str) or "").strip()
    port = names.named(node, ("port",))
    return f"{host}:{port}" if host and ":" not in host and re.fullmatch(r"\d{1,5}", str(port)) else host


def _scheme(scopes: Sequence[Node]) -> str:
    for value in _all(scopes, names.SCHEME):
        if isinstance(value, str) and value.lower().rstrip(":/") in {"http", "https"}:
            return value.lower().rstrip(":/")
    on = (
        value for value in _all(scopes, names.TLS) if isinstance(value, Mapping) or str(value).lower() in {"on", "true"}
    )
    return "https" if next(on, None) is not None else ""


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


def _raw_request(source: str, node: Node) -> Capture | None:
    """The capture in a raw request that an object holds as text or Base64."""
    for name in names.RAW:
        value = names.named(node, (name,))
        if isinstance(value, str):
            for data in (to_bytes(value), base64_decoded(value)):
                if is_http(data):
                    return read_http(source, data)
    return None
