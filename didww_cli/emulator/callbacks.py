"""Callbacks and their delivery: signed, in the background, repeated while nobody takes them."""

from __future__ import annotations

import hashlib
import heapq
import hmac
import itertools
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from didww_cli.emulator.account import Event

HEADER = "X-DIDWW-Signature"
TIME_LIMIT = 60.0
# seconds before the second and each further attempt
WAITS = (60, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 48 * 3600)
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One HTTP request that reports an event."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None


def delivery(event: Event, secret: str) -> Delivery:
    """The request that reports an event, signed with the secret: its URL with all of its query, then the parameters.

    By GET the parameters are added to the query, and to nothing else: what stood in the query before is none of them.
    """
    if event.method == "json":
        body = json.dumps([event.parameters]).encode()
        signed = {HEADER: signature(secret, event.url, [_pairs(event.parameters)])}
        return Delivery("POST", event.url, {"Content-Type": "application/json", **signed}, body)
    pairs = _pairs(event.parameters)
    form = urlencode(sorted(pairs))
    if event.method == "get":
        url = _with_query(event.url, form)
        return Delivery("GET", url, {HEADER: signature(secret, url, [pairs])}, None)
    signed = {HEADER: signature(secret, event.url, [pairs])}
    return Delivery("POST", event.url, {"Content-Type": _FORM, **signed}, form.encode())


def _pairs(parameters: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, _text(value)) for name, value in parameters.items()]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _with_query(url: str, query: str) -> str:
    plain, mark, fragment = url.partition("#")
    return f"{plain}{'&' if '?' in plain else '?'}{query}{mark}{fragment}"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """A redirect is no answer."""
        return


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects())


def send(wanted: Delivery, time_limit: float = TIME_LIMIT) -> bool:
    """Sends a request; whether it was answered with a 2xx in time."""
    try:
        request = urllib.request.Request(wanted.url, wanted.body, wanted.headers, method=wanted.method)  # noqa: S310
        with _OPENER.open(request, timeout=time_limit) as response:
            return 200 <= int(response.status) < 300
    except (OSError, ValueError):
        return False


class Postman(threading.Thread):
    """Delivers events one after another; an event that nobody takes waits for its next turn.

    ``scale`` shortens the waits: 0.001 makes a minute of 60 milliseconds.
    """

    def __init__(self, secret: str, scale: float = 1.0, sender: Callable[[Delivery], bool] = send) -> None:
        super().__init__(name="callbacks", daemon=True)
        self._secret = secret
        self._scale = scale
        self._sender = sender
        self._wake = threading.Condition()
        self._due: list[tuple[float, int, int, Event]] = []
        self._count = itertools.count()
        self._stopped = False

    def report(self, event: Event) -> None:
        """Takes an event for delivery."""
        self._put(event, 0, 0.0)

    def stop(self) -> None:
        """Ends the thread; what is not delivered is lost."""
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def run(self) -> None:
        """Delivers until stopped."""
        while (turn := self._next()) is not None:
            attempt, event = turn
            threading.Thread(target=self._deliver, args=(event, attempt), daemon=True).start()

    def _put(self, event: Event, attempt: int, wait: float) -> None:
        with self._wake:
            heapq.heappush(self._due, (time.monotonic() + wait, next(self._count), attempt, event))
            self._wake.notify()

    def _next(self) -> tuple[int, Event] | None:
        with self._wake:
            while not self._stopped:
                now = time.monotonic()
                if self._due and self._due[0][0] <= now:
                    _, _, attempt, event = heapq.heappop(self._due)
                    return attempt, event
                self._wake.wait(self._due[0][0] - now if self._due else None)
            return None

    def _deliver(self, event: Event, attempt: int) -> None:
        if not self._sender(delivery(event, self._secret)) and attempt < len(WAITS):
            self._put(event, attempt + 1, WAITS[attempt] * self._scale)


Pairs = Sequence[tuple[str, str]]


def signature(secret: str, url: str, objects: Iterable[Pairs]) -> str:
    """The lower-case hex signature for a URL and the parameters of each object that is sent to it."""
    text = normalized(url) + "".join(_joined(pairs) for pairs in objects)
    return hmac.new(secret.encode(), text.encode(), hashlib.sha1).hexdigest()


def normalized(url: str) -> str:
    """The URL with its port written out; everything else as it is."""
    parts = urlsplit(url)
    authority = parts.netloc.rpartition("@")
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    port = parts.port or (443 if parts.scheme == "https" else 80)
    rest = url.partition("://")[2].removeprefix(parts.netloc)
    return f"{parts.scheme}://{authority[0]}{authority[1]}{shown}:{port}{rest}"


def _joined(pairs: Pairs) -> str:
    return "".join(name + value for name, value in sorted(pairs, key=lambda pair: pair[0]))
