"""One HTTP request to the API: retries, rate, redirects, and the rule that the key goes nowhere else.

A read is repeated after connection errors, time-outs, broken answers, 429 and 5xx. A
write is repeated only when it surely did nothing: it reached nobody (``departures``), or 429.
"""

from __future__ import annotations

import http.client
import math
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import requests.adapters
import urllib3

from didww_cli import __version__
from didww_cli.catalog.access import takes_token
from didww_cli.disk import hidden_name
from didww_cli.errors import ConfigError, DidwwError, NetworkFailure, NoAccess, OutcomeUnknown, ReadOnly, UsageError
from didww_cli.jsonapi.answers import Answer, failure
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.departures import may_have_left
from didww_cli.jsonapi.exchange import TooLarge, TooLate, whole_content, within
from didww_cli.jsonapi.failures import LOOK_FIRST, READS, Repeatable, backoff, no_answer, retry_after, what_happened
from didww_cli.jsonapi.pace import Pace
from didww_cli.jsonapi.shapes import Shape, is_json
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.urls import is_as_safe, joined, origin, shown_url
from didww_cli.plain_data import dataclass

MEDIA_TYPE = "application/vnd.api+json"
VERSION_HEADER = "X-DIDWW-API-Version"
MOST_CORRECTIONS = 2
"""Times that a request refused with 401 is sent anew: with a token for the key, then with a new token."""
NOT_MODIFIED = 304
CONDITION = "If-Modified-Since"
"""With this header a request is answered by 304 where nothing has changed since."""
LONGEST_WAIT = 120.0
MOST_REDIRECTS = 5
NOT_WHOLLY_RECEIVED = frozenset({408, 425})
"""Refusals (RFC 9110, RFC 8470) that a proxy may send after it passed the request on: the outcome is open."""

EXCHANGE_FAILURES = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,  # the library reads where a redirect leads to, followed or not
    TooLate,
    TooLarge,
)

Query = list[tuple[str, str]]
Asked = Callable[[str], Query]
"""The query parameters of a request, in a version of the API."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where requests go and how. ``speech``: the version that is spoken, and what proves who asks.

    ``read_only``: nothing is written.
    ``timeout``: seconds for each answer as a whole; ``deadline``: when, by ``time.monotonic``, all must be over;
    ``rate`` in requests a second, None for no limit, which all processes with the key share by way of ``pace_folder``,
    and ``faster_rate`` the one that it becomes where answers show that it may;
    ``retries``: repeats after a first try.
    ``log`` takes a line for each request, which ``line`` makes, where it is given, of method, URL, headers, body,
    credentials and proxy; ``status`` one that stands while a repeat is waited for, and an empty one
    to wipe it; ``account`` names the account in messages.
    """

    base_url: str
    speech: Speech
    account: str
    timeout: float = 30.0
    deadline: float = math.inf
    retries: int = 3
    rate: float | None = None
    faster_rate: float | None = None
    pace_folder: Path | None = None
    proxy: str | None = None
    log: Callable[[str], None] | None = None
    line: Callable[..., str] | None = None
    status: Callable[[str], None] | None = None
    adapter: requests.adapters.BaseAdapter | None = None
    read_only: bool = False

    @property
    def credentials(self) -> Credentials:
        """What requests prove themselves with."""
        return self.speech.credentials

    @property
    def api_version(self) -> str:
        """The version of the API that is spoken."""
        return self.speech.version


class _NoNetrc(requests.auth.AuthBase):
    """Keeps ``.netrc`` out: the API key is the only credential that is sent."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


@dataclass(slots=True)
class Transport:
    """One HTTP session to the API."""

    connection: Connection
    session: requests.Session = field(default_factory=requests.Session)
    _until: float = math.inf
    _pace: Pace | None = None
    _pace_is_placed: bool = False
    _interrupted: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        if self.connection.rate:
            self._pace = Pace(self.connection.rate, faster=self.connection.faster_rate)
        self.session.auth = _NoNetrc()
        self.session.headers["User-Agent"] = f"didww-cli/{__version__}"
        if self.connection.proxy:
            self.session.proxies = {"http": self.connection.proxy, "https": self.connection.proxy}
            self.session.trust_env = False
        if self.connection.adapter:
            parts = urlsplit(self.connection.base_url)
            self.session.mount(f"{parts.scheme}://{parts.netloc}", self.connection.adapter)

    @property
    def rate(self) -> float | None:
        """Most requests a second now; None is no limit."""
        return self._pace.current if self._pace else None

    def close(self) -> None:
        """End the HTTP session, and that with the token service; nothing that is still under way is repeated."""
        self.end_pauses()
        self.session.close()
        if self.connection.speech.tokens:
            self.connection.speech.tokens.service.close()

    def url(self, path: str) -> str:
        """The URL of a path below the base URL; a URL of the same host is taken as it is."""
        if "://" in path:
            return path
        return f"{self.connection.base_url}/{path.lstrip('/')}"

    def headers(self, *, key: bool = True, body: bool = False, url: str = "") -> dict[str, str]:
        """Headers of a request, the credential among them unless ``key`` is false or the host may not see it."""
        return self._headers(url, body, self.connection.credentials.headers if key else None)

    def shown_headers(self, *, body: bool = False) -> dict[str, str]:
        """Headers of a request that is shown and not sent."""
        return self._headers("", body, self.connection.credentials.preview)

    def _headers(self, url: str, body: bool, proof: Callable[[str], dict[str, str]] | None) -> dict[str, str]:
        """A token selects the version itself: it goes without the header that asks for one."""
        version = self.connection.api_version
        found = {"Accept": MEDIA_TYPE} | ({} if takes_token(version) else {VERSION_HEADER: version})
        if proof:
            found |= proof(url or self.connection.base_url)
        if body:
            found["Content-Type"] = MEDIA_TYPE
        return found

    def send(self, method: str, path: str, **more: Any) -> Answer:
        """Send a read and return its answer, as ``change`` does for a write."""
        if method not in READS:
            raise ValueError(f"{method} is no read: writes leave through the door")
        return self._answered(method, path, **more)

    def change(self, method: str, path: str, **more: Any) -> Answer:
        """Send a write; only the door does."""
        self.refuse_writing(method)
        return self._answered(method, path, **more)

    def refuse_writing(self, method: str) -> None:
        """ReadOnly where nothing may be written."""
        if self.connection.read_only:
            raise ReadOnly(
                f"{method} would write, and this run can only read ({self.connection.account}).",
                "It is --read-only, DIDWW_SCOPE, or scope of the profile that says so.",
            )

    def ask(self, method: str, path: str, **more: Any) -> Answer:
        """Send a request that may be repeated, whatever its method: it changes nothing that counts."""
        return self._answered(method, path, harmless=True, **more)

    def _answered(
        self,
        method: str,
        path: str,
        *,
        query: Query | Asked | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        key: bool = True,
        stream: bool = False,
        files: Any = None,
        shape: Shape | None = is_json,
        harmless: bool = False,
    ) -> Answer:
        """Send a request and return its answer (2xx, or 304 to one with a condition); every other outcome is an error
        of ``didww_cli.errors``.

        ``query``: parameters, or what gives those for a version.
        ``shape``: what the answer must be, or else it is a broken one; None takes any bytes. ``stream``: a file, whose
        body the caller reads with ``chunks``; it may be, or be redirected to, another host, which gets no key.
        """
        url = self.url(path)
        speech = self.connection.speech

        def prepare() -> requests.PreparedRequest:
            return self._prepared(
                requests.Request(
                    method,
                    url,
                    params=(query(speech.version) if callable(query) else query) or None,
                    data=body,
                    files=files,
                    headers={**self.headers(key=key, body=body is not None, url=url), **(headers or {})},
                )
            )

        used, corrections = speech.version, 0
        prepared = prepare()
        while True:
            try:
                return self._repeated(prepared, stream, None if stream else shape, "GET" if harmless else method)
            except NoAccess as refusal:
                refusal.sent = str(prepared.headers.get(speech.credentials.header, "")).rpartition(" ")[2]
                if not key or corrections == MOST_CORRECTIONS or not speech.corrected(refusal, used):
                    raise
                self._say(f"   {refusal.message} Once more, in version {speech.version}, with a token")
                corrections += 1
                used, prepared = speech.version, prepare()

    def _repeated(self, prepared: requests.PreparedRequest, stream: bool, shape: Shape | None, method: str) -> Answer:
        """The answer to a request, which is repeated as its method allows."""
        attempt = 0
        try:
            while True:
                try:
                    return self._once(prepared, stream, shape)
                except Repeatable as reason:
                    if attempt >= self.connection.retries or reason.wait > LONGEST_WAIT or not reason.allowed(method):
                        raise reason.final(method) from None
                    pause = reason.wait or backoff(attempt)
                    if pause >= self.left():
                        raise reason.final(method) from None
                    attempt += 1
                    self.before_pause(reason.message, pause, attempt, brief=reason.brief)
                    if self._is_ended_before(pause):
                        raise reason.final(method) from None
        finally:
            if attempt:
                self.after_pause()

    def _is_ended_before(self, seconds: float) -> bool:
        """Wait; whether that was broken off by ``end_pauses``, which is for other threads than the main one."""
        if threading.current_thread() is threading.main_thread():
            time.sleep(seconds)
            return False
        return self._interrupted.wait(seconds)

    def end_pauses(self) -> None:
        """Let other threads repeat nothing any more, those too that wait to do so: the run was interrupted."""
        self._interrupted.set()

    def before_pause(self, why: str, seconds: float, attempt: int, *, brief: str = "") -> None:
        """Say that something is repeated in so many seconds, in the log and on the status line (there in ``brief``)."""
        again = f"again in {seconds:.{0 if seconds >= 1 else 1}f} s ({attempt} of {self.connection.retries})"
        self._say(f"   {why.rstrip('.')}; {again}")
        if self.connection.status:
            self.connection.status(f"{brief or why}; {again}")

    def after_pause(self) -> None:
        """Wipe what ``before_pause`` said on the status line."""
        if self.connection.status:
            self.connection.status("")

    @contextmanager
    def doing(self, text: str) -> Iterator[None]:
        """Say on the status line what the block does, until something else is said there; wipe it at the end."""
        show = self.connection.status or (lambda text: None)
        show(text)
        try:
            yield
        finally:
            show("")

    def _prepared(self, request: requests.Request) -> requests.PreparedRequest:
        try:
            return self.session.prepare_request(request)
        except (ValueError, requests.RequestException) as error:
            raise UsageError(f"{request.method} {shown_url(request.url)} cannot be sent: {error}") from None

    @contextmanager
    def bounded(self, seconds: float) -> Iterator[None]:
        """All requests of the block together have so many seconds, and no more than the command has."""
        outer = self._until
        self._until = min(outer, time.monotonic() + seconds)
        try:
            yield
        finally:
            self._until = outer

    def pause(self, seconds: float) -> None:
        """Wait, or until there is no time left: the next request then fails."""
        time.sleep(max(0.0, min(seconds, self.left())))

    def left(self) -> float:
        """Seconds until all must be over."""
        return min(self._until, self.connection.deadline) - time.monotonic()

    def _once(self, prepared: requests.PreparedRequest, stream: bool, shape: Shape | None) -> Answer:
        self._keep_pace(prepared)
        if self.connection.log:
            self._say(self._shown(prepared))
        start = time.monotonic()
        answer = self._exchange(prepared, stream)
        self._say(f"<- {answer.status} {answer.response.reason} in {(time.monotonic() - start) * 1000:.0f} ms")
        if answer.ok:
            if self._pace:
                self._pace.answered()
            _check(answer, prepared, shape)
            if shape and answer.content and self.connection.speech.heard(answer.json()):
                self._say(f"   Served in version {self.connection.speech.served}")
            return answer
        if answer.status == NOT_MODIFIED and CONDITION in prepared.headers:
            return answer
        wait = retry_after(answer.header("Retry-After"))
        if answer.status == 429:
            if self._pace:
                self._pace.refused(wait or backoff(0))
            raise Repeatable(self._failure(answer), harmless=True, wait=wait)
        if answer.status == 503:
            raise Repeatable(self._failure(answer), wait=wait)
        if answer.status in NOT_WHOLLY_RECEIVED or not 400 <= answer.status < 500:
            raise Repeatable(self._failure(answer))
        raise self._failure(answer)

    def _shown(self, prepared: requests.PreparedRequest) -> str:
        """A request as the log shows it."""
        method, url, connection = prepared.method or "", prepared.url or "", self.connection
        if connection.line is None:
            return f"-> {method} {shown_url(url)}"
        return connection.line(method, url, prepared.headers, prepared.body, connection.credentials, connection.proxy)

    def _exchange(self, prepared: requests.PreparedRequest, stream: bool) -> Answer:
        """Send a request and read its answer, within the time for both; Repeatable where none came whole."""

        def work(given_up: threading.Event) -> Answer:
            response = self._follow(prepared, stream)
            streamed = stream and 200 <= response.status_code < 300
            content = b"" if streamed else whole_content(response, given_up)
            return Answer(response.status_code, dict(response.headers), content, response)

        seconds = min(self.connection.timeout, self.left())
        if seconds <= 0:
            raise NetworkFailure("The time is up; nothing more was sent.", "--max-time and --timeout give it.")
        try:
            return work(threading.Event()) if self.connection.adapter else within(seconds, work)
        except EXCHANGE_FAILURES as error:
            brief = what_happened(error, prepared.url or "")
            raise Repeatable(no_answer(brief, prepared), brief=brief, harmless=not may_have_left(error)) from None

    def _follow(self, prepared: requests.PreparedRequest, stream: bool) -> requests.Response:
        for _ in range(MOST_REDIRECTS):
            response = self._transmit(prepared, stream)
            location = response.headers.get("Location")
            if not (300 <= response.status_code < 400 and location):
                return response
            response.close()
            prepared = self._onward(prepared, joined(prepared.url or "", location), stream)
        raise NetworkFailure(f"{shown_url(prepared.url or '')} redirects without end.")

    def _transmit(self, prepared: requests.PreparedRequest, stream: bool) -> requests.Response:
        settings = self.session.merge_environment_settings(prepared.url or "", {}, True, None, None)
        _check_bundle(settings["verify"])
        timeout = (min(self.connection.timeout, 10.0), self.connection.timeout)
        return self.session.send(prepared, allow_redirects=False, timeout=timeout, **settings)

    def _onward(self, prepared: requests.PreparedRequest, target: str, stream: bool) -> requests.PreparedRequest:
        """The request that a redirect leads to; without key, version and cookies once it leaves the host."""
        away = origin(target) != origin(prepared.url or "")
        told = f"{prepared.method} {shown_url(prepared.url or '')} was redirected to {shown_url(target)}"
        if prepared.method not in READS:
            raise OutcomeUnknown(f"{told}, which tells nothing of its outcome.", LOOK_FIRST)
        if away and not (stream and is_as_safe(target, prepared.url or "")):
            raise NetworkFailure(
                f"{told}; the key goes nowhere else, so that was not followed.", "Check the base URL of the profile."
            )
        onward = prepared.copy()
        onward.url = target
        if away:
            self.connection.credentials.withdraw(onward.headers)
            onward.headers.pop(VERSION_HEADER, None)
        return onward

    def chunks(self, answer: Answer, size: int) -> Generator[bytes, None, None]:
        """The body of a streamed answer, byte for byte as it was sent; NetworkFailure where the connection breaks."""
        try:
            while chunk := answer.response.raw.read(size, decode_content=False):
                yield chunk
        except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError):
            raise NetworkFailure("The connection broke.") from None
        finally:
            answer.response.close()

    def _failure(self, answer: Answer) -> DidwwError:
        proof = self.connection.credentials
        error = failure(answer, self.connection.account, proof.source(), proof.name)
        if answer.status == 401 and (told := self.connection.speech.refused_as_pinned()):
            error.hint = f"{error.hint}\n{told}"
        return error

    def _keep_pace(self, prepared: requests.PreparedRequest) -> None:
        """Wait until the next request may start, of all processes that use the key where it carries one."""
        if self._pace is None:
            return
        if not self._pace_is_placed and self.connection.credentials.header in prepared.headers:
            self._pace_is_placed = True
            self._pace.place = self._place_of_pace()
        self._pace.wait(self.pause)

    def _place_of_pace(self) -> Path | None:
        """The file of the key's pace, whose name does not tell the key; None where there is no key, or no folder."""
        try:
            secret, _ = self.connection.speech.key.find()
        except DidwwError:
            return None
        folder = self.connection.pace_folder
        return folder / hidden_name(secret, urlsplit(self.connection.base_url).netloc) if folder else None

    def _say(self, line: str) -> None:
        if self.connection.log:
            self.connection.log(line)


def _check(answer: Answer, prepared: requests.PreparedRequest, shape: Shape | None) -> None:
    """Repeatable unless an answer of success is what was asked for: of the right shape, or 204 to a write."""
    is_write = prepared.method not in READS
    if prepared.method == "HEAD" or shape is None or (is_write and answer.status == 204):
        return
    wrong = _wrong(answer, shape)
    if wrong:
        place = f"{prepared.method} {shown_url(prepared.url or '')}"
        hint = "Check that the base URL is that of the API, and that no proxy answers in its place."
        broken = NetworkFailure(f"{place}: the answer is broken: {wrong}.", hint, status=answer.status)
        raise Repeatable(broken, brief="the answer is broken")


def _wrong(answer: Answer, shape: Shape) -> str:
    if not answer.content:
        return "it is empty"
    try:
        return shape(answer.json())
    except ValueError as error:
        kind = answer.header("Content-Type") or "no content type"
        return f"it is not JSON ({kind}): {error}" if answer.is_json else f"it is not JSON ({kind})"


def _check_bundle(verify: Any) -> None:
    """ConfigError where the certificates to trust, which the environment names, are not there."""
    if isinstance(verify, str) and not os.path.exists(verify):
        raise ConfigError(f"There is no {verify}, which REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE names.")
