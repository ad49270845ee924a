"""Candidates put together to captures, the likeliest first: a signature that fits proves the one it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import quote

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.evidence.gather import Clues, clues_of
from didww_cli.workflows.webhooks.evidence.payloads import Payload
from didww_cli.workflows.webhooks.signature import to_bytes

_ORIGIN = re.compile(r"https?://[^/?#]+")
# A path, or an address inside: a proxy called it, and the Host header may name what DIDWW called.
_INNER = re.compile(r"/|https?://(?:[\d.]+|\[[^\]]*\]|[\w-]+)(?=[:/?#]|$)")
_SAFE = "/:@!$&'()*,;=~-._?[]+%#"
_MOST = 150  # captures that are made of one


def variants(capture: Capture) -> Iterator[Capture]:
    """The captures that the candidates around a request make: other payloads, other URLs, then both."""
    if not capture.chain:
        return
    clues = clues_of(capture.chain)
    made = (variant for variant in _composed(capture, clues) if variant != capture)
    yield from islice(dict.fromkeys(made), _MOST)


def completed(capture: Capture) -> Capture:
    """The capture with the one address around it, where it lacks its own and there is no other to mistake it for."""
    if not capture.chain or _ORIGIN.match(capture.target):
        return capture
    clues = clues_of(capture.chain)
    targets = [capture.target] if capture.target else list(clues.targets)
    paths = sorted(filter(None, (_ORIGIN.sub("", target) for target in targets)), key=len, reverse=True)
    origins = [match[0] for target in clues.targets if (match := _ORIGIN.match(target))]
    places = list(dict.fromkeys(origins or clues.hosts))
    if len({path.partition("?")[0] for path in paths}) != 1 or len(places) > 1:
        return capture
    if origins:
        return replace(capture, target=places[0] + paths[0])
    return replace(capture, target=paths[0], host=capture.host or "".join(places))


def _composed(capture: Capture, clues: Clues) -> Iterator[Capture]:
    payloads: list[Payload | None] = [None, *(each for each in clues.payloads if not _is_cut(each, capture))]
    for target in _targets(capture, clues):
        for host in ("", *clues.hosts) if "://" not in target else ("",):
            for payload in payloads:
                yield _with(capture, target, host, payload)


def _is_cut(payload: Payload, capture: Capture) -> bool:
    """Whether a payload leaves out some of the body: parameters beside it, or anything where the length is known."""
    body = capture.body or b""
    if not isinstance(payload, bytes) or payload == body or not (place := body.find(payload) + 1):
        return False
    if capture.header("content-length") == str(len(body)):
        return True
    return body[place + len(payload) - 1 :][:1] in (b"&", b"%", b"+", b"=") or body[: place - 1][-1:] == b"&"


def _with(capture: Capture, target: str, host: str, payload: Payload | None) -> Capture:
    made = replace(capture, target=target, host=host or capture.host, shortfall="")
    if payload is None:
        return made if capture.method != "POST" else replace(made, shortfall=capture.shortfall)
    if isinstance(payload, bytes):
        return replace(made, body=payload, objects=None, method="POST")
    return replace(made, body=None, objects=payload, method="POST")


def _targets(capture: Capture, clues: Clues) -> list[str]:
    """The capture's own target, the others, and each at the origin of another, encoded, with another query or none."""
    own = [target for target in (capture.target, *clues.targets) if target]
    paths = [path for target in own if (path := _ORIGIN.sub("", target))]
    origins = dict.fromkeys(match[0] for target in own if (match := _ORIGIN.match(target)))
    bare_path = [""] if not capture.target or _INNER.match(capture.target) else []
    elsewhere = [origin + path for path in paths for origin in (*bare_path, *origins)]
    encoded = [quote(to_bytes(target), safe=_SAFE) for target in own]
    bare = [target.partition("?")[0] for target in own]
    with_query = [f"{target}?{query}" for query in clues.queries for target in bare]
    return list(dict.fromkeys((*own, *with_query, *elsewhere, *encoded, *bare)))
