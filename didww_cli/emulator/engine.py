"""The emulated API: a request in, a reply out, and an account that changes in between."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from didww_cli.emulator import headers, problems
from didww_cli.emulator.account import Account, Event
from didww_cli.emulator.clock import Clock, utc_now
from didww_cli.emulator.message import DEMO_BASE_URL, JSON_API, Reply, Request
from didww_cli.emulator.reading import Listings, read_list, read_one
from didww_cli.emulator.routes import Route, route
from didww_cli.emulator.seed import seed_state
from didww_cli.emulator.state import State
from didww_cli.emulator.store import MemoryStore
from didww_cli.emulator.timing import Timing

__all__ = ["DEMO_BASE_URL", "Emulator", "Reply", "Request", "Settings"]


class Store(Protocol):
    """Something that lends the state to one request at a time."""

    def session(self) -> AbstractContextManager[State]:
        """The state, until the block ends."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """``api_key`` is the only key taken; any, where it is None. ``report`` is given what callbacks tell about."""

    api_key: str | None = None
    timing: Timing = field(default_factory=Timing)
    clock: Clock = utc_now
    report: Callable[[Event], None] | None = None


class Emulator:
    """Answers requests; safe to call from several threads."""

    def __init__(self, store: Store | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._store = store or MemoryStore(lambda: seed_state(self._settings.clock()))
        self._listings = Listings()

    def handle(self, request: Request) -> Reply:
        """The reply to a request."""
        try:
            with self._store.session() as state:
                account = Account(state, self._settings.clock(), self._settings.timing, request.base_url)
                return self._answer(account, request)
        except problems.Problem as problem:
            return _reply(problem.status, {"errors": problem.errors}, problem.headers)

    def _answer(self, account: Account, request: Request) -> Reply:
        path = "/" + request.path.removeprefix("/v3").strip("/")
        if path != "/public_keys":
            headers.check_key(request, self._settings.api_key)
        version = headers.version(request)
        headers.check_accept(request)
        return self._perform(account, route(request.method, path), request, version)

    def _perform(self, account: Account, wanted: Route, request: Request, version: str) -> Reply:
        if wanted.operation == "list":
            return _reply(200, read_list(account, self._listings, wanted.resource, request.query, version))
        if wanted.operation == "get":
            return _reply(200, read_one(account, wanted, request.query, version))
        raise problems.no_route()


def _reply(status: int, document: object, more: dict[str, str] | None = None) -> Reply:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, {"Content-Type": JSON_API, **(more or {})}, body)
