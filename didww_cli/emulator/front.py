"""What stands before the emulator: latency, the rate limit, and faults."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from didww_cli.emulator.faults import Fault, Faults, Harm
from didww_cli.emulator.message import JSON_API, Reply, Request


class RateLimit:
    """Lets ``most`` requests of each key through in any second."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._passed: dict[str, deque[float]] = defaultdict(deque)

    def allows(self, key: str) -> bool:
        """Whether one more request of the key may pass now; if so it is counted."""
        now = self._clock()
        with self._lock:
            passed = self._passed[key]
            while passed and now - passed[0] >= 1:
                passed.popleft()
            if len(passed) >= self._most:
                return False
            passed.append(now)
            return True


_PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in to this network.</body></html>"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the client gets: a reply, or None when the connection ends without one; ``cut``: only half of its body.

    ``delay`` is how many seconds it takes.
    """

    reply: Reply | None
    cut: bool = False
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Front:
    """Passes requests on to ``handle``, as far as nothing stands in their way."""

    handle: Callable[[Request], Reply]
    faults: Faults = field(default_factory=lambda: Faults(()))
    rate_limit: RateLimit | None = None
    latency: float = 0.0

    def answer(self, request: Request) -> Outcome:
        """What becomes of a request."""
        if self.rate_limit and not self.rate_limit.allows(request.header("Api-Key")):
            return Outcome(_too_many(), delay=self.latency)
        path = "/" + request.path.removeprefix("/v3").strip("/")
        fault = self.faults.strike(request.method, path)
        if fault is None:
            return Outcome(self.handle(request), delay=self.latency)
        return self._spoil(request, fault)

    def _spoil(self, request: Request, fault: Fault) -> Outcome:
        if fault.harm == Harm.DROP_BEFORE:
            return Outcome(None, delay=self.latency)
        if fault.harm == Harm.STATUS:
            return Outcome(_bare(fault.status), delay=self.latency)
        if fault.harm == Harm.HTML:
            return Outcome(Reply(200, {"Content-Type": "text/html; charset=utf-8"}, _PAGE), delay=self.latency)
        reply = self.handle(request)
        kept = None if fault.harm == Harm.DROP_AFTER else reply
        late = fault.seconds if fault.harm == Harm.SLOW else 0.0
        return Outcome(kept, fault.harm == Harm.CUT, self.latency + late)


def wait(outcome: Outcome) -> None:
    """Lets the time of an outcome pass."""
    if outcome.delay:
        threading.Event().wait(outcome.delay)


def _too_many() -> Reply:
    errors = [{"status": "429", "detail": "Too Many Requests"}]
    return Reply(429, {"Content-Type": JSON_API}, json.dumps({"errors": errors}, separators=(",", ":")).encode())


def _bare(status: int) -> Reply:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_many()
    phrase = HTTPStatus(status).phrase
    errors = [{"title": phrase, "detail": phrase, "code": str(status), "status": str(status)}]
    return Reply(status, {"Content-Type": JSON_API}, json.dumps({"errors": errors}).encode())
