"""The emulated API: a request in, a reply out, and an account that changes in between."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Protocol

from didww_cli.catalog import API_VERSION
from didww_cli.emulator import headers, problems
from didww_cli.emulator.account import Account, Event, Timing
from didww_cli.emulator.bodies import fields, is_form
from didww_cli.emulator.clock import Clock, utc_now
from didww_cli.emulator.downloads import Files, download
from didww_cli.emulator.effects import advance, shown
from didww_cli.emulator.effects.documents import upload
from didww_cli.emulator.message import DEMO_BASE_URL, JSON, JSON_API, Reply, Request
from didww_cli.emulator.prices import is_price_request, priced
from didww_cli.emulator.query import parse
from didww_cli.emulator.reading import Listings, find, read_list, read_one, write_one
from didww_cli.emulator.routes import Route, route
from didww_cli.emulator.seed import seed_state
from didww_cli.emulator.state import Record, State
from didww_cli.emulator.store import MemoryStore
from didww_cli.emulator.tokens import is_token_request, minted
from didww_cli.emulator.writing import create, delete, update

__all__ = ["DEMO_BASE_URL", "Emulator", "Reply", "Request", "Settings"]


class Store(Protocol):
    """Something that lends the state to one request at a time."""

    def session(self) -> AbstractContextManager[State]:
        """The state, until the block ends."""
        ...


def _nobody(_: Event) -> None:
    """Takes reports that nobody wants."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``api_key`` is the only key taken; any, where it is None. ``report`` is given what callbacks tell about.

    ``version``: the one that the account is on, which older ones do not replace; ``token_lifetime`` in seconds, None
    for what is asked for.
    ``calls_a_day`` is how many calls a DID or trunk has in the exports, on average. ``rejecting``: every verification
    is rejected.
    """

    api_key: str | None = None
    timing: Timing = field(default_factory=Timing)
    clock: Clock = utc_now
    report: Callable[[Event], None] = _nobody
    calls_a_day: float = 4.0
    rejecting: bool = False
    version: str = API_VERSION
    token_lifetime: float | None = None


class Emulator:
    """Answers requests; safe to call from several threads."""

    def __init__(self, store: Store | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._store = store or MemoryStore(lambda: seed_state(self._settings.clock()))
        self._listings = Listings()
        self._files = Files(self._settings.calls_a_day)

    def handle(self, request: Request) -> Reply:
        """The reply to a request."""
        if is_token_request(request):
            settings = self._settings
            return minted(request, settings.api_key, settings.clock().timestamp(), settings.token_lifetime)
        if is_price_request(request):
            return priced(request, self._settings.clock().timestamp())
        with self._store.session() as state:
            account = self._account(state, request.base_url)
            reply = self._answer(account, request)
        self._report(account)
        return reply

    def tick(self, base_url: str = DEMO_BASE_URL) -> None:
        """Lets happen what is due, without a request."""
        with self._store.session() as state:
            account = self._account(state, base_url)
            advance(account)
        self._report(account)

    def _account(self, state: State, base_url: str) -> Account:
        return Account(state, self._settings.clock(), self._settings.timing, base_url, self._settings.rejecting)

    def _report(self, account: Account) -> None:
        for event in account.events:
            self._settings.report(event)

    def _answer(self, account: Account, request: Request) -> Reply:
        try:
            advance(account)
            path = "/" + request.path.removeprefix("/v3").strip("/")
            is_open = path == "/public_keys"
            key, own, now = self._settings.api_key, self._settings.version, account.now.timestamp()
            serving = replace(account, version=headers.served(request, key, own, now, is_open=is_open))
            headers.check_accept(request)
            return self._perform(serving, route(request.method, path, serving.version), request)
        except problems.Problem as problem:
            return _reply(problem.status, {"errors": problem.errors}, problem.headers)

    def _perform(self, account: Account, wanted: Route, request: Request) -> Reply:
        if wanted.operation == "download":
            return download(account.state, self._files, wanted.id, request)
        if wanted.operation == "delete":
            delete(account, wanted)
            return Reply(204)
        if wanted.operation == "list":
            document, records = read_list(account, self._listings, wanted.resource, request.query)
            shown(account, records)
            return _reply(200, document)
        return self._perform_on_one(account, wanted, request)

    def _perform_on_one(self, account: Account, wanted: Route, request: Request) -> Reply:
        parse(wanted.resource, request.query, account.version, many=False)
        record = _find_or_write(account, wanted, request)
        document = (read_one if wanted.operation == "get" else write_one)(
            account, record, wanted.resource, request.query
        )
        if wanted.operation == "get":
            shown(account, [record])
        media_type = JSON if _wants_json(wanted, request) else JSON_API
        return _reply(201 if wanted.operation == "create" else 200, document, {"Content-Type": media_type})


def _find_or_write(account: Account, wanted: Route, request: Request) -> Record:
    if wanted.operation == "get":
        return find(account.state, wanted)
    if wanted.resource.multipart:
        return _upload(account, request)
    headers.check_content_type(request)
    write = create if wanted.operation == "create" else update
    return write(account, wanted, request.body)


def _upload(account: Account, request: Request) -> Record:
    content_type = request.header("Content-Type")
    if not is_form(content_type):
        raise problems.unsupported_media_type("multipart/form-data", content_type)
    return upload(account, fields(content_type, request.body))


def _wants_json(wanted: Route, request: Request) -> bool:
    return wanted.resource.multipart and request.header("Accept").strip() == JSON


def _reply(status: int, document: object, more: dict[str, str] | None = None) -> Reply:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, {"Content-Type": JSON_API, **(more or {})}, body)
