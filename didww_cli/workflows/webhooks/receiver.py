"""The HTTP side of listening: requests come in as captures, and a status goes back."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from didww_cli.workflows.webhooks.captures import Capture, header_name, signature_in
from didww_cli.workflows.webhooks.evidence.raw_http import LINE_LIMIT, dechunked

BODY_LIMIT = 1 << 20  # bytes
IDLE_LIMIT = 30.0  # seconds that a sender may be silent
STOP_LIMIT = 3.0  # seconds that requests under way get when the receiver closes
_DRAIN_LIMIT = 16 << 20  # bytes of a refused body that are read, so that its sender gets to read the answer
_WORDS = {400: "broken request", 403: "the signature is not right", 404: "not here", 413: "the body is too large"}


class BadRequest(Exception):
    """A request that is not received; ``status`` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(_WORDS[status])
        self.status = status


class Receiver(ThreadingHTTPServer):
    """The server: hands each request to ``receive``, which says the status of the answer. ``path`` "" takes all."""

    daemon_threads = True

    def __init__(self, host: str, port: int, path: str, receive: Callable[[Capture], int]) -> None:
        self.path, self.receive = path, receive
        self.under_way: dict[socket.socket, threading.Thread] = {}
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """One request, in a thread of its own."""
        self.under_way[request] = threading.current_thread()
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.under_way.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sender that went away is nothing to tell."""

    def close(self) -> None:
        """Close; of the requests under way no more is read, and what was read may still be answered."""
        for request, thread in list(self.under_way.items()):
            try:
                request.shutdown(socket.SHUT_RD)
            except OSError:
                continue
            thread.join(STOP_LIMIT)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One connection, one request."""

    server: Receiver
    protocol_version = "HTTP/1.1"
    timeout = IDLE_LIMIT

    def do_GET(self) -> None:
        self._receive()

    def do_POST(self) -> None:
        self._receive()

    def _receive(self) -> None:
        try:
            target = self._target()
            body = self._body()
        except BadRequest as refused:
            self._answer(refused.status)
            self._drain()
            return
        headers = tuple((header_name(name), _as_utf8(value)) for name, value in self.headers.items())
        capture = Capture(
            source=self.address_string(),
            method=self.command,
            target=target,
            headers=headers,
            body=body,
            signature=signature_in(headers),
            remote=str(self.client_address[0]),
            time=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        )
        self._answer(self.server.receive(capture))

    def _target(self) -> str:
        """The request target as it came: the base class would join slashes at its start."""
        target = _as_utf8(self.requestline.split()[1])
        path = re.sub(r"^https?://[^/?]*", "", target, flags=re.IGNORECASE).partition("?")[0]
        if self.server.path and path.rstrip("/") != self.server.path.rstrip("/"):
            raise BadRequest(404)
        return target

    def _body(self) -> bytes:
        encoding = self.headers.get("Transfer-Encoding", "").strip().lower()
        length = self.headers.get("Content-Length", "").strip()
        if encoding:
            if encoding != "chunked" or length:
                raise BadRequest(400)
            return self._chunked()
        if not re.fullmatch("[0-9]{0,18}", length):
            raise BadRequest(400)
        if int(length or 0) > BODY_LIMIT:
            raise BadRequest(413)
        body = self.rfile.read(int(length or 0))
        if len(body) < int(length or 0):
            raise BadRequest(400)
        return body

    def _chunked(self) -> bytes:
        """A chunked body without its trailers."""
        try:
            body, whole = dechunked(self.rfile, BODY_LIMIT)
        except OverflowError:
            raise BadRequest(413) from None
        if not whole:
            raise BadRequest(400)
        for _ in range(100):
            if not self.rfile.readline(LINE_LIMIT).strip():
                break
        return body

    def _answer(self, status: int) -> None:
        text = f"{_WORDS[status]}\n".encode() if status in _WORDS else b""
        self.close_connection = True
        self.send_response_only(status)
        self.send_header("Connection", "close")
        if status != 204:
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def _drain(self) -> None:
        """Read what a refused sender still sends."""
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(1)
        left = _DRAIN_LIMIT
        while left > 0 and (data := self.connection.recv(65536)):
            left -= len(data)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The base class's own refusals, without its page; always with a status line."""
        self.request_version = self.protocol_version
        self._answer(code)

    def log_message(self, format: str, *args: Any) -> None:
        """What happens is told through the captures."""


def _as_utf8(text: str) -> str:
    """Text that http.server read as Latin-1."""
    return text.encode("latin-1", "replace").decode("utf-8", "surrogateescape")
