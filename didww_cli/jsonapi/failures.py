"""Failed tries: which of them may be repeated, when, and what they are in the end."""

from __future__ import annotations

import email.utils
import random
import time
from urllib.parse import urlsplit

import requests
import urllib3

from didww_cli.errors import DidwwError, NetworkFailure, OutcomeUnknown
from didww_cli.jsonapi.urls import shown_url

READS = frozenset({"GET", "HEAD"})


class Repeatable(Exception):
    """A failed try. ``harmless``: the request surely did nothing; ``wait``: seconds that the server asked for."""

    def __init__(self, error: DidwwError, *, harmless: bool = False, wait: float = 0.0) -> None:
        super().__init__(error.message)
        self.error = error
        self.message = error.message
        self.harmless = harmless
        self.wait = wait

    def allowed(self, method: str) -> bool:
        return self.harmless or method in READS

    def final(self, method: str) -> DidwwError:
        if self.allowed(method):
            return self.error
        return OutcomeUnknown(
            f"The request was sent, but its outcome is unknown: {self.message}",
            "It may have happened. Look with the matching 'list' or 'get' command before you repeat it.",
            status=self.error.status,
            errors=self.error.errors,
        )


def backoff(attempt: int) -> float:
    """Seconds to wait before a try is repeated, with jitter."""
    return min(20.0, 0.5 * 2.0**attempt) * random.uniform(0.75, 1.25)  # noqa: S311


def retry_after(value: str | None) -> float:
    """Seconds that a ``Retry-After`` header asks for, as a number or a date; 0 where it does not say."""
    if not value:
        return 0.0
    if value.strip().isdigit():
        return float(value)
    try:
        when = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, when.timestamp() - time.time())


def never_connected(error: requests.RequestException) -> bool:
    """Whether the request surely reached no server: no connection, no way through the proxy, no trusted certificate."""
    if isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.ProxyError):
        return True
    if isinstance(error, requests.exceptions.SSLError):
        return "certificate verify failed" in str(error).lower()
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, urllib3.exceptions.NewConnectionError | urllib3.exceptions.ConnectTimeoutError)


def no_answer(error: requests.RequestException, prepared: requests.PreparedRequest) -> DidwwError:
    """The failure that a request without a whole answer is."""
    place = f"{prepared.method} {shown_url(prepared.url or '')}"
    host = urlsplit(prepared.url or "").netloc.rpartition("@")[2]
    hint = f"Check the network, the proxy and that {host} is right; --timeout and --retries give it more time."
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkFailure(f"{place}: the TLS connection to {host} failed: {_cause(error)}", hint)
    if isinstance(error, requests.exceptions.ProxyError):
        return NetworkFailure(f"{place}: the proxy does not let it through.", hint)
    if never_connected(error):
        return NetworkFailure(f"{place}: cannot connect to {host}.", hint)
    if isinstance(error, requests.exceptions.Timeout):
        return NetworkFailure(f"{place}: no answer in time.", hint)
    return NetworkFailure(f"{place}: the connection broke before the answer was whole.", hint)


def _cause(error: requests.RequestException) -> str:
    reason = getattr(error.args[0], "reason", error) if error.args else error
    return str(reason)
