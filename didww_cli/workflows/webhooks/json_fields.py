"""The names under which JSON captures of many tools keep the parts of a request, and where to look for them.

Names are compared without regard to case, underscores, dashes and dots. The tools: Express, Rack, Django, PHP and WSGI
dumps, AWS API Gateway and Lambda, Caddy, Traefik and nginx logs, ngrok, webhook.site, Pipedream, httpbin, Postman.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from didww_cli.workflows.webhooks.captures import Headers, header_name, header_pairs, is_signature, signature_in


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADERS = ("headers", "header", "requestheaders", "httpheaders", "multivalueheaders", "rawheaders", "reqheaders")
URL = _words(
    "fullurl absoluteurl absoluteuri fulluri requesturl originalurl url originaluri requesturi uri rawurl href target"
)
PATH = _words("rawpath requestpath path pathname urlpath pathinfo")
QUERY = _words(
    "rawquerystring querystring rawquery query requestquery multivaluequerystringparameters querystringparameters "
    "queryparameters queryparams args search"
)
METHOD = _words("method requestmethod httpmethod verb httpverb")
HOST = _words("host authority httphost requesthost domainname requestaddr vhost virtualhost servername hostname")
SCHEME = _words("scheme requestscheme urlscheme wsgiurlscheme protocol proto forwardedproto")
TLS = _words("https tls ssl secure")
REMOTE = _words(
    "remoteaddr remoteip remoteaddress clientip clientaddr clienthost clientaddress sourceip srcip peer remotehost "
    "remote ip origin"
)
TIME = _words(
    "time timestamp timelocal timeiso8601 requesttimeepoch timeepoch startutc starttime startedat starteddatetime "
    "start receivedat createdat capturedat datetime date ts"
)
BODY = _words(
    "rawbody bodyraw bodybase64 rawbodybase64 requestbodybase64 bodyb64 requestbody body bodytext payload content "
    "postdata form formdata formparams json data text params parameters post"
)
OUTER_BODY = BODY[:10]  # names clear enough to mean the request's body beside the request as well
BASE64_FLAGS = _words("isbase64encoded base64encoded isbase64 bodyisbase64 base64")
RAW = _words("raw rawrequest rawhttp httprequest")
REQUEST_LINE = _words("request requestline firstline")
LINE = _words("log message msg line textpayload event")
SIGNATURE = ("signature", "didwwsignature")
LOG_MARKS = {"logger", "level", "msg", "startutc", "timelocal", "timeiso8601", "downstreamstatus", "routername", "log"}

_CONTENT = {*HEADERS, *QUERY, *BODY, "cookies", "env", "files"}
_DEPTH, _NODES = 8, 2_000
_HEADER_FIELDS = ("host", "content-type", "forwarded", "authorization")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def named(node: Mapping[str, Any], names: Sequence[str]) -> Any:
    """The first non-empty value under one of the names; else the first that is there at all; else None."""
    fields = {plain(str(key)): value for key, value in node.items()}
    there = [fields[name] for name in names if name in fields]
    return next((value for value in there if value not in (None, "", [], {})), there[0] if there else None)


def headers_of(node: Mapping[str, Any]) -> Headers:
    """The headers of a request object: those it lists, and those that stand among its fields."""
    listed = header_pairs(named(node, HEADERS))
    there = {name for name, _ in listed}
    among = ((_field_header(key), value) for key, value in node.items() if isinstance(value, str) and value)
    return listed + tuple((name, value) for name, value in among if name and name not in there)


def nodes_within(document: Any, skip: Container[str] = ()) -> Iterator[tuple[Mapping[str, Any], ...]]:
    """Each object of a document with the objects around it, innermost first; widest first, to a bounded depth.

    Nothing is looked for under the names in ``skip``.
    """
    level: list[tuple[Any, tuple[Mapping[str, Any], ...]]] = [(document, ())]
    seen = 0
    for _ in range(_DEPTH):
        deeper = []
        for value, around in level:
            nested = (value, *around) if isinstance(value, Mapping) else around
            if nested is not around:
                yield nested
            seen += 1
            if seen > _NODES:
                return
            deeper += [(child, nested) for child in _children(value, skip)]
        level = deeper


def has_signature(node: Mapping[str, Any]) -> bool:
    """Whether an object carries the signature, among its headers or its fields."""
    return signature_in(header_pairs(named(node, HEADERS))) is not None or any(map(is_signature, map(str, node)))


def parts_of(node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """An object and the objects within it that describe the request, not its content."""
    return [around[0] for around in nodes_within(node, _CONTENT)]


def _children(value: Any, skip: Container[str]) -> Iterator[Any]:
    if isinstance(value, Mapping):
        for key, child in value.items():
            if isinstance(child, Mapping | list) and plain(str(key)) not in skip:
                yield child
    elif isinstance(value, list):
        yield from (child for child in value[:_NODES] if isinstance(child, Mapping))


def _field_header(key: str) -> str:
    """The header that a field holds (``http_x_forwarded_for``, ``request_X-Real-Ip``, ``CONTENT_TYPE``), or ""."""
    if is_signature(key):
        return "x-didww-signature"
    name = header_name(re.sub(r"(?i)^request_", "", key))
    named_so = name.startswith("x-") or name in _HEADER_FIELDS[1:] or (name == "host" and key.upper() == "HTTP_HOST")
    return name if named_so else ""
