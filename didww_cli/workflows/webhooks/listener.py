"""Listening for callbacks: each is verified, forwarded where it is right, saved and reported."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from didww_cli.errors import UsageError
from didww_cli.jsonapi.credentials import is_loopback
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.delivery import exchange
from didww_cli.workflows.webhooks.explanation import Effort
from didww_cli.workflows.webhooks.readings import readings
from didww_cli.workflows.webhooks.receiver import Receiver
from didww_cli.workflows.webhooks.saved import save
from didww_cli.workflows.webhooks.signature import Secret
from didww_cli.workflows.webhooks.urls import Url, bracketed, usable_url
from didww_cli.workflows.webhooks.verdict import Verdict, need, verify

_NAMES = "connection content-length expect host keep-alive proxy-connection te trailer transfer-encoding upgrade"
_OF_THE_HOP = frozenset(_NAMES.split())  # headers of one connection, and those that the next request gets anew


@dataclass(frozen=True, slots=True)
class Settings:
    """How to listen. ``path`` "" takes every path; ``public_url`` is the URL that was given to DIDWW, where it differs.

    ``forward_to`` gets verified events only, at its own path; ``save_to`` gets a file for each request, right or wrong.
    """

    secrets: Sequence[Secret]
    others: Sequence[Secret] = ()
    host: str = "127.0.0.1"
    port: int = 0
    path: str = ""
    public_url: str | None = None
    forward_to: str | None = None
    save_to: Path | None = None
    allow_remote: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """A request that came in: how it was answered, where it was saved, and why it could not be forwarded."""

    capture: Capture
    verdict: Verdict
    status: int
    saved: Path | None = None
    forward_error: str = ""


class Listener:
    """The listener, as a context manager: it listens from the start of the block to its end.

    ``on_event`` is called for one request at a time. If it or the saving fails, the listener stops and ``wait`` raises.
    """

    def __init__(self, settings: Settings, on_event: Callable[[Received], None]) -> None:
        self.settings = settings
        self._public = _checked(settings)
        self._on_event = on_event
        self._effort = Effort()
        self._turn = threading.Lock()
        self._number = 0
        self._failure: BaseException | None = None
        self._stopping = threading.Event()
        try:
            self._receiver = Receiver(settings.host, settings.port, settings.path, self._receive)
        except (OSError, OverflowError) as error:
            message = f"Cannot listen on {settings.host}, port {settings.port}: {str(error).rstrip('.')}."
            raise UsageError(message, "Take another address or port; port 0 finds a free one.") from None
        self._thread = threading.Thread(target=self._receiver.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        """Where the listener can be reached on this machine."""
        host, port = self._receiver.server_address[:2]
        return f"http://{bracketed(str(host))}:{port}{self.settings.path or '/'}"

    def __enter__(self) -> Listener:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()

    def wait(self) -> None:
        """Block until the listener is to stop; raises what made it stop by itself."""
        while not self._stopping.wait(0.5):  # a wait without end cannot be interrupted on Windows
            pass
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Take no more requests, let those under way end, and close. It may be called again."""
        self._stopping.set()
        if self._thread.is_alive():
            self._receiver.shutdown()
            self._thread.join()
        self._receiver.close()

    def _receive(self, capture: Capture) -> int:
        """Verify, forward, save and report a request; the status to answer with."""
        signed = self._as_signed(capture)
        settings = self.settings
        verdict = verify(signed, settings.secrets, others=settings.others, effort=self._effort)
        status, error = (204 if verdict.valid else 403), ""
        if verdict.valid and settings.forward_to:
            status, error = _forward(capture, settings.forward_to)
        with self._turn:
            try:
                self._number += 1
                path = save(signed, verdict, settings.save_to, self._number) if settings.save_to else None
                self._on_event(Received(signed, verdict, status, path, error))
            except BaseException as failure:  # raised again by wait(), in the thread that listens
                self._failure = self._failure or failure
                self._stopping.set()
                return 500
        return status

    def _as_signed(self, capture: Capture) -> Capture:
        """The capture under the public URL, where there is one."""
        if self._public is None:
            return capture
        try:
            url = readings(capture, self._public, self.settings.path)[0].url
        except ValueError:
            return capture
        return replace(capture, target=url.normalised)


def _forward(capture: Capture, target: str) -> tuple[int, str]:
    """Send a request on: the target's status, or 502 and why there is none."""
    query = capture.target.partition("?")[2]
    headers: dict[str, str] = {}
    for name, value in capture.headers:
        if name not in _OF_THE_HOP:
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    url = f"{target}{'&' if '?' in target else '?'}{query}" if query else target
    answer = exchange(capture.method, url, headers, capture.body or None)
    return (502, answer.error) if answer.status is None else (answer.status, "")


def _checked(settings: Settings) -> Url | None:
    """The public URL of settings that can be used; UsageError says what is wrong with others."""
    need(settings.secrets)
    if not settings.allow_remote and not is_loopback(settings.host):
        message = f"{settings.host} can be reached from other machines."
        raise UsageError(message, "Listen on 127.0.0.1 behind a tunnel or proxy, or allow remote senders.")
    if settings.path and not settings.path.startswith("/"):
        raise UsageError(f"The path {settings.path} does not begin with a slash.", f"Write /{settings.path}.")
    if settings.forward_to:
        usable_url("forwarding", settings.forward_to)
    return usable_url("public", settings.public_url) if settings.public_url else None
