"""One HTTP request to the API: retries, rate, redirects, and the rule that the key goes nowhere else.

A read is repeated after connection errors, time-outs, broken answers, 429 and 5xx. A
write is repeated only when it surely did nothing: no connection was made, or 429.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import requests
import requests.adapters
import urllib3

from didww_cli import __version__
from didww_cli.errors import DidwwError, NetworkFailure, NoAccess
from didww_cli.jsonapi.answers import Answer, failure
from didww_cli.jsonapi.failures import READS, Repeatable, backoff, never_connected, no_answer, retry_after
from didww_cli.jsonapi.urls import is_as_safe, origin, shown_url

MEDIA_TYPE = "application/vnd.api+json"
LONGEST_WAIT = 120.0
MOST_REDIRECTS = 5

Query = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Connection:
    """Where requests go and how. ``api_key`` yields the key and where it came from, when one is needed.

    ``timeout`` in seconds; ``rate`` in requests a second, None for no limit; ``retries``: repeats after a first try.
    ``log`` takes a line for each request; ``account`` names the account in messages.
    """

    base_url: str
    api_key: Callable[[], tuple[str, str]]
    api_version: str
    account: str
    timeout: float = 30.0
    retries: int = 3
    rate: float | None = None
    proxy: str | None = None
    log: Callable[[str], None] | None = None
    adapter: requests.adapters.BaseAdapter | None = None


class _NoNetrc(requests.auth.AuthBase):
    """Keeps ``.netrc`` out: the API key is the only credential that is sent."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


@dataclass(slots=True)
class Transport:
    """One HTTP session to the API."""

    connection: Connection
    session: requests.Session = field(default_factory=requests.Session)
    _next_start: float = 0.0
    _pace: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.session.auth = _NoNetrc()
        self.session.headers["User-Agent"] = f"didww-cli/{__version__}"
        if self.connection.proxy:
            self.session.proxies = {"http": self.connection.proxy, "https": self.connection.proxy}
            self.session.trust_env = False
        if self.connection.adapter:
            self.session.mount(self.connection.base_url, self.connection.adapter)

    def url(self, path: str) -> str:
        """The URL of a path below the base URL; a URL of the same host is taken as it is."""
        if "://" in path:
            return path
        return f"{self.connection.base_url}/{path.lstrip('/')}"

    def headers(self, *, key: bool = True, body: bool = False) -> dict[str, str]:
        """Headers of a request, the key among them unless ``key`` is false."""
        found = {"Accept": MEDIA_TYPE, "X-DIDWW-API-Version": self.connection.api_version}
        if key:
            found["Api-Key"] = _fit_for_a_header(*self.connection.api_key())
        if body:
            found["Content-Type"] = MEDIA_TYPE
        return found

    def send(
        self,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        key: bool = True,
        stream: bool = False,
        files: Any = None,
        parse: bool = True,
    ) -> Answer:
        """Send a request and return its answer (2xx); every other outcome is an error of ``didww_cli.errors``.

        ``parse``: the answer must be JSON where it has a body. ``stream``: a file, whose body the caller reads with
        ``chunks``; it may be, or be redirected to, another host, which gets no key.
        """
        url = self.url(path)
        key = key and origin(url) == origin(self.connection.base_url)
        request = requests.Request(
            method,
            url,
            params=query or None,
            data=body,
            files=files,
            headers={**self.headers(key=key, body=body is not None), **(headers or {})},
        )
        prepared = self.session.prepare_request(request)
        attempt = 0
        while True:
            try:
                return self._once(prepared, stream, parse)
            except Repeatable as reason:
                if attempt >= self.connection.retries or reason.wait > LONGEST_WAIT or not reason.allowed(method):
                    raise reason.final(method) from None
                pause = reason.wait or backoff(attempt)
                self._say(f"   {reason.message}; again in {pause:.1f} s")
                time.sleep(pause)
                attempt += 1

    def _once(self, prepared: requests.PreparedRequest, stream: bool, parse: bool) -> Answer:
        self._keep_pace()
        self._say(f"-> {prepared.method} {shown_url(prepared.url or '')}")
        start = time.monotonic()
        response = self._exchange(prepared, stream)
        self._say(f"<- {response.status_code} {response.reason} in {(time.monotonic() - start) * 1000:.0f} ms")
        answer = Answer(response.status_code, dict(response.headers), response)
        if response.status_code == 429:
            wait = retry_after(response.headers.get("Retry-After"))
            raise Repeatable(self._failure(answer), harmless=True, wait=wait)
        if response.status_code >= 500:
            raise Repeatable(self._failure(answer))
        if not response.ok:
            raise self._failure(answer)
        if parse and not stream:
            _check_json(answer, prepared)
        return answer

    def _exchange(self, prepared: requests.PreparedRequest, stream: bool) -> requests.Response:
        try:
            response = self._follow(prepared, stream)
            if not stream:
                _ = response.content
        except requests.exceptions.InvalidURL as error:
            raise NetworkFailure(f"{shown_url(prepared.url or '')} is not a valid address: {error}") from None
        except requests.RequestException as error:
            raise Repeatable(no_answer(error, prepared), harmless=never_connected(error)) from None
        return response

    def _follow(self, prepared: requests.PreparedRequest, stream: bool) -> requests.Response:
        for _ in range(MOST_REDIRECTS):
            response = self._transmit(prepared, stream)
            location = response.headers.get("Location")
            if not (300 <= response.status_code < 400 and location):
                return response
            response.close()
            prepared = self._onward(prepared, urljoin(prepared.url or "", location), stream)
        raise NetworkFailure(f"{shown_url(prepared.url or '')} redirects without end.")

    def _transmit(self, prepared: requests.PreparedRequest, stream: bool) -> requests.Response:
        settings = self.session.merge_environment_settings(prepared.url or "", {}, stream, None, None)
        timeout = (min(self.connection.timeout, 10.0), self.connection.timeout)
        return self.session.send(prepared, allow_redirects=False, timeout=timeout, **settings)

    def _onward(self, prepared: requests.PreparedRequest, target: str, stream: bool) -> requests.PreparedRequest:
        """The request that a redirect leads to; without key, version and cookies once it leaves the host."""
        away = origin(target) != origin(prepared.url or "")
        if prepared.method not in READS or (away and not (stream and is_as_safe(target, prepared.url or ""))):
            raise NetworkFailure(
                f"{prepared.method} {shown_url(prepared.url or '')} was redirected to {shown_url(target)}; "
                "the key goes nowhere else, so that was not followed.",
                "Check the base URL of the profile.",
            )
        onward = prepared.copy()
        onward.url = target
        for name in ("Api-Key", "X-DIDWW-API-Version", "Cookie") if away else ():
            onward.headers.pop(name, None)
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
        return failure(answer, self.connection.account, self.connection.api_key)

    def _keep_pace(self) -> None:
        """Wait until the next request may start; requests of several threads start one after another."""
        if self.connection.rate is None:
            return
        with self._pace:
            start = max(time.monotonic(), self._next_start)
            self._next_start = start + 1 / self.connection.rate
        if (pause := start - time.monotonic()) > 0:
            time.sleep(pause)

    def _say(self, line: str) -> None:
        if self.connection.log:
            self.connection.log(line)


def _fit_for_a_header(key: str, source: str) -> str:
    if not key.isascii() or not key.isprintable() or " " in key:
        raise NoAccess(f"The API key from {source} holds characters that no key has.", "Store it anew, without blanks.")
    return key


def _check_json(answer: Answer, prepared: requests.PreparedRequest) -> None:
    if answer.status == 204 or not answer.content:
        if prepared.method == "GET":
            raise Repeatable(NetworkFailure(f"GET {shown_url(prepared.url or '')}: the answer is empty."))
        return
    try:
        answer.json()
    except (ValueError, RecursionError):
        kind = answer.header("Content-Type") or "no content type"
        raise Repeatable(
            NetworkFailure(
                f"{prepared.method} {shown_url(prepared.url or '')}: the answer is not JSON ({kind}).",
                "Check that the base URL is that of the API, and that no proxy answers in its place.",
                status=answer.status,
            )
        ) from None
