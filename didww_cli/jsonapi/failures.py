"""Failed tries: which of them may be repeated, when, and what they are in the end."""

from __future__ import annotations

import email.utils
import random
import ssl
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

import requests
import urllib3

from didww_cli.errors import DidwwError, NetworkFailure, OutcomeUnknown
from didww_cli.jsonapi.departures import chain, may_have_left
from didww_cli.jsonapi.exchange import LARGEST_ANSWER, TooLarge, TooLate
from didww_cli.jsonapi.urls import shown_url

READS = frozenset({"GET", "HEAD"})
LOOK_FIRST = "It may have happened. Look with the matching 'list' or 'get' command before you repeat it."


class Repeatable(Exception):
    """A failed try. ``harmless``: the request surely did nothing; ``wait``: seconds that the server asked for.

    ``brief``: what happened in a few words; the status that came back where it is not given.
    """

    def __init__(self, error: DidwwError, *, brief: str = "", harmless: bool = False, wait: float = 0.0) -> None:
        super().__init__(error.message)
        self.error = error
        self.message = error.message
        self.brief = brief or str(error.status)
        self.harmless = harmless
        self.wait = wait

    def allowed(self, method: str) -> bool:
        return self.harmless or method in READS

    def final(self, method: str) -> DidwwError:
        if self.allowed(method):
            return self.error
        unknown = OutcomeUnknown(
            f"The request was sent, but its outcome is unknown: {self.message}",
            LOOK_FIRST,
            status=self.error.status,
            errors=self.error.errors,
        )
        unknown.reason = self.message
        return unknown


def backoff(attempt: int) -> float:
    """Seconds to wait before a try is repeated, with jitter."""
    return min(20.0, 0.5 * 2.0**attempt) * random.uniform(0.75, 1.25)  # noqa: S311


def retry_after(value: str | None) -> float:
    """Seconds that a ``Retry-After`` header asks for, as a number or a date; 0 where it does not say."""
    if not value:
        return 0.0
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError, IndexError, OSError):
        return 0.0


def no_answer(happened: str, prepared: requests.PreparedRequest) -> DidwwError:
    """The failure that a request without a whole answer is, from ``what_happened``."""
    place = f"{prepared.method} {shown_url(prepared.url or '')}"
    host = _host(prepared.url or "")
    hint = f"Check the network, the proxy and that {host} is right; --timeout and --retries give it more time."
    return NetworkFailure(f"{place}: {happened}.", hint)


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]


def what_happened(error: BaseException, url: str) -> str:
    """In a few words what became of a request to a URL, from what its exchange raised."""
    found, host = list(chain(error)), _host(url)
    if isinstance(error, TooLarge):
        return f"the answer is larger than {LARGEST_ANSWER:,} bytes"
    if any(isinstance(one, TooLate | urllib3.exceptions.ReadTimeoutError | TimeoutError) for one in found):
        return "no answer in time"
    if any(isinstance(one, urllib3.exceptions.ProxyError) for one in found):
        return _what_the_proxy_did(error, found)
    if any(isinstance(one, urllib3.exceptions.SSLError | ssl.SSLError) for one in found):
        return f"the TLS connection to {host} failed: {found[-1]}"
    if any(isinstance(one, requests.exceptions.InvalidURL) for one in found):
        return f"that is not a valid address: {found[-1]}"
    if not may_have_left(error):
        return f"cannot connect to {host}"
    return "the connection broke before the answer was whole"


def _what_the_proxy_did(error: BaseException, found: Sequence[BaseException]) -> str:
    if any(isinstance(one, urllib3.exceptions.ConnectTimeoutError) for one in found):
        return "cannot connect to the proxy"
    return "the proxy broke the connection" if may_have_left(error) else "the proxy does not let it through"
