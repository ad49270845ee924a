"""How a capture is read before it is verified: which URL was signed, and which parameters.

A request names its own URL only in part. The order in which the parts are believed:

1. A base URL that the caller gives replaces scheme, host and port; then only that URL counts.
2. The capture's own URL. Where the capture names no scheme (a raw request, a log line), port 80 means http, port 443
   https, and otherwise https is tried before http: both are the capture's own URL.
3. The same with what the proxy in front wrote into Forwarded or X-Forwarded-*. Where the capture names no scheme and
   the proxy does, the proxy's word comes first and no other scheme is tried.

A host is signed in lower case, as DIDWW's own clients have it, or as its user typed it: both are the URL's own.

A signature that fits one of these is right. Everything beyond is a change, and belongs to the explanation.

The parameters are the payload alone: for a GET that part of the query which ``payload`` takes for it (it stands in the
URL as well), the body's otherwise; the query of a POST is part of the URL only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.forwarded import PROXY_HEADERS, Forwarded, forwarded
from didww_cli.workflows.webhooks.parameters import (
    FORM,
    JSON,
    NOTHING,
    body_form,
    form_decoded,
    form_encoded,
    joined_queries,
    json_objects,
    raw_pairs,
)
from didww_cli.workflows.webhooks.payload import likeliest, named_alike, payloads, torn
from didww_cli.workflows.webhooks.signature import HEADER, Objects, Parameters, joined
from didww_cli.workflows.webhooks.urls import Url, parse_authority, parse_url, with_base

SIGNATURE_PART = f"the header {HEADER}"


def as_it_is(text: str) -> str:
    """The text itself: JSON values and given parameters are decoded already."""
    return text


@dataclass(frozen=True, slots=True)
class Reading:
    """A URL and parameters that may have been signed: ``objects`` as they stand in the capture, and their decoding.

    ``select`` takes the payload out of a query, for parameters that stand in the URL's query as well.
    """

    url: Url
    objects: Objects
    decode: Callable[[str], str] = as_it_is
    join: Callable[[Objects], str] = joined
    select: Callable[[Parameters], Parameters] | None = None
    settled: str | None = None  # the parameters as they are signed, once they do not change any more

    @property
    def linked(self) -> bool:
        """Whether the parameters stand in the URL's query as well."""
        return self.select is not None

    def in_query(self, query: str) -> Objects:
        """The parameters that the reading would have with another query."""
        return (self.select(raw_pairs(query)),) if self.select else self.objects

    @property
    def text(self) -> str:
        """The signed text."""
        return self.url.normalised + (self.parameters if self.settled is None else self.settled)

    @property
    def parameters(self) -> str:
        """The parameters as they are signed."""
        decode, objects = self.decode, self.objects
        if decode is not as_it_is:
            objects = tuple(tuple((decode(name), decode(value)) for name, value in pairs) for pairs in objects)
        return self.join(objects)


def missing_parts(capture: Capture, base: Url | None) -> list[str]:
    """What a capture lacks to be verified, in words."""
    missing = []
    if capture.signature is None:
        missing.append(SIGNATURE_PART)
    if not capture.target:
        missing.append("the URL or path")
    elif base is None and not _host(capture) and not _is_absolute(capture.target):
        missing.append("the host")
    if capture.body is None and capture.objects is None and not capture.is_get:
        missing.append(f"the body of the {capture.method}")
    return missing


def readings(capture: Capture, base: Url | None = None, mounted_at: str = "") -> list[Reading]:
    """The readings that count as right, the likeliest first; ValueError says why the URL cannot be read.

    ``mounted_at`` is the path below which the receiver stands for the path of the base.
    """
    if base is not None:
        urls = [_with_own_query(capture, with_base(next(_own_urls(capture, "https")), base, mounted_at), base)]
    else:
        seen = forwarded(capture)
        own = list(_own_urls(capture, seen.proto))
        behind = [url for one in own for url in _as_forwarded(one, seen)]
        urls = [*own, *behind] if capture.scheme or _is_absolute(capture.target) else [*behind, *own]
    first = read_parameters(capture, urls[0], own=_own_query(base))
    typed = [replace(url, as_written=True) for url in urls if url.host != url.host.lower()]
    return [replace(first, url=url) for url in dict.fromkeys((*urls, *typed))]


def at_url(capture: Capture, url: Url) -> Capture:
    """The capture with another URL for all of its own; a GET keeps its query where that URL has none."""
    query = url.query if url.query is not None or not capture.is_get else capture.target.partition("?")[2]
    proxies = ("x-forwarded", "forwarded", *(name for group in PROXY_HEADERS for name in group))
    headers = tuple(pair for pair in capture.headers if not pair[0].lower().startswith(proxies))
    mark = "?" if query else ""
    return replace(capture, target=f"{url.origin}{url.path}{mark}{query or ''}", host="", scheme="", headers=headers)


def _with_own_query(capture: Capture, url: Url, base: Url) -> Url:
    """The URL of a GET with the base's query before the payload, where a proxy took it away."""
    here = set(raw_pairs(url.query or ""))
    if not capture.is_get or here.issuperset(_own_query(base)):
        return url
    return replace(url, query=joined_queries(base.query, url.query))


def other_payloads(capture: Capture, likely: Sequence[Reading], base: Url | None = None) -> Iterator[Reading]:
    """The same URLs with other parameters as the payload, the likeliest first; a signature that fits proves one."""
    first = likely[0]
    if first.linked:
        for payload in islice(payloads(raw_pairs(first.url.query or ""), _own_query(base)), 1, None):
            for reading in likely:
                yield replace(reading, objects=(payload,), select=partial(named_alike, payload))
    elif capture.objects is not None and capture.is_get:
        for reading in likely:  # parameters given beside the URL that DIDWW was told, before it added them
            query = joined_queries(reading.url.query, *map(form_encoded, reading.objects))
            yield replace(reading, url=replace(reading.url, query=query))


def torn_parameter(capture: Capture, reading: Reading) -> str:
    """The name of a parameter that DIDWW did not write so, though the text to sign is the same; "" where there is none.

    What stands in the URL is signed as it is written, and cannot be cut otherwise.
    """
    if reading.linked:
        return ""
    form = "" if capture.objects is not None else form_text(capture)
    decoded = (tuple((reading.decode(name), reading.decode(value)) for name, value in own) for own in reading.objects)
    return next(filter(None, (torn(form, pairs) for pairs in decoded)), "")


def form_text(capture: Capture) -> str:
    """The body of a form as text; "" where it is none."""
    body = capture.body or b""
    is_form = body_form(capture.header("content-type"), body) == FORM
    return body.decode("utf-8", "surrogateescape") if is_form else ""


def _own_query(base: Url | None) -> Parameters:
    """The parameters that are known to be the user's: those of the base URL."""
    return raw_pairs(base.query or "") if base else ()


def read_parameters(capture: Capture, url: Url, form: str = "", own: Parameters = ()) -> Reading:
    """The reading of a capture under a URL, its body read as ``form`` says, else as it says itself.

    A body that cannot be read has no parameters. ``own`` are parameters of the query that are known to be the user's.
    """
    if not form:
        if capture.objects is not None:
            return Reading(url, capture.objects)
        body = capture.body or b""
        form = "query" if capture.is_get else body_form(capture.header("content-type"), body)
    if form == "query":
        select = partial(likeliest, own=own)
        return Reading(url, (select(raw_pairs(url.query or "")),), form_decoded, select=select)
    if form == FORM:
        text = (capture.body or b"").decode("utf-8", "surrogateescape")
        return Reading(url, (raw_pairs(text),), form_decoded)
    return Reading(url, _json_or_nothing(capture.body or b"") if form == JSON else ())


def body_forms(capture: Capture) -> list[str]:
    """The ways to read the body, beginning with those it is likely to have."""
    return ["query", FORM, JSON, NOTHING] if capture.body else ["query", NOTHING]


def _json_or_nothing(body: bytes) -> Objects:
    try:
        return json_objects(body)
    except ValueError:
        return ()


def _is_absolute(target: str) -> bool:
    return re.match(r"[A-Za-z][A-Za-z0-9+.\-]*://", target) is not None


def _host(capture: Capture) -> str:
    return capture.host or capture.header("host", ":authority")


def _own_urls(capture: Capture, proto: str) -> Iterator[Url]:
    """The capture's own URL; both schemes where neither it, its port nor the proxy names one."""
    if _is_absolute(capture.target):
        yield parse_url(capture.target)
        return
    host = _host(capture).strip() or "unknown.invalid"
    path = capture.target if capture.target.startswith("/") else f"/{capture.target}"
    _, _, port = parse_authority(host, "")
    by_port = {80: ("http",), 443: ("https",)}.get(port or 0, ("https", "http"))
    for scheme in (capture.scheme or proto,) if capture.scheme or proto else by_port:
        yield parse_url(f"{scheme}://{host}{path}")


def _as_forwarded(url: Url, seen: Forwarded) -> Iterator[Url]:
    """The URL with the proxy's scheme, host and port; nothing where no proxy says any."""
    if not (seen.proto or seen.host or seen.port):
        return
    scheme = seen.proto or url.scheme
    host, port = url.host, url.port
    if seen.host:
        try:
            _, host, port = parse_authority(seen.host, scheme)
        except ValueError:
            host, port = url.host, url.port
    if seen.port and (port is None or not seen.host):
        _, _, port = parse_authority(f"x:{seen.port}", scheme)
    yield replace(url, scheme=scheme, host=host, port=port)
