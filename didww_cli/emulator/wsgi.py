"""The emulator as a WSGI application on a threaded server."""

from __future__ import annotations

import logging
import select
import socket
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from waitress import wasyncore
from waitress.channel import ClientDisconnected
from waitress.server import create_server

from didww_cli.emulator.front import Front, Outcome, wait
from didww_cli.emulator.message import Reply, Request

THREADS = 64
_POLL_SECONDS = 0.2
_HAS_POLL = hasattr(select, "poll")
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


def application(front: Front) -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    """The WSGI application that answers by way of ``front``."""

    def respond(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        outcome = front.answer(_request(environ))
        wait(outcome)
        if outcome.reply is None:
            # the server takes this as the client's going away, and closes the connection without an answer
            raise ClientDisconnected
        start_response(_status(outcome.reply), list(_headers(outcome)))
        body = outcome.reply.body
        return [body[: len(body) // 2] if outcome.cut else body]

    return respond


def _request(environ: dict[str, Any]) -> Request:
    headers = {
        name.removeprefix("HTTP_").replace("_", "-").title(): value
        for name, value in environ.items()
        if name.startswith("HTTP_") or (name in ("CONTENT_TYPE", "CONTENT_LENGTH") and value)
    }
    return Request(
        method=environ["REQUEST_METHOD"],
        path=environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace"),
        query=tuple(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)),
        headers=headers,
        body=environ["wsgi.input"].read(),
        base_url=f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST') or _own_host(environ)}/v3",
    )


def _own_host(environ: dict[str, Any]) -> str:
    return f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"


def _status(reply: Reply) -> str:
    return f"{reply.status} {HTTPStatus(reply.status).phrase}"


def _headers(outcome: Outcome) -> Iterable[tuple[str, str]]:
    assert outcome.reply is not None
    yield from outcome.reply.headers.items()
    bare = outcome.reply.status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
    if not bare and "Content-Length" not in outcome.reply.headers:
        yield "Content-Length", str(len(outcome.reply.body))


class Server:
    """Serves a WSGI application on a listening socket until stopped."""

    def __init__(self, listener: socket.socket, front: Front) -> None:
        logging.getLogger("waitress").setLevel(logging.ERROR)
        self._sockets: dict[int, Any] = {}
        self._stopped = threading.Event()
        options: dict[str, Any] = {"threads": THREADS, "ident": "didww-emulator", "connection_limit": 1000}
        self._server = create_server(
            application(front), map=self._sockets, sockets=[listener], clear_untrusted_proxy_headers=True, **options
        )

    def run(self) -> None:
        """Serves until ``stop`` is called, from another thread or a signal handler."""
        while not self._stopped.is_set():
            wasyncore.loop(timeout=_POLL_SECONDS, use_poll=_HAS_POLL, map=self._sockets, count=1)

    def stop(self) -> None:
        """Lets ``run`` end soon."""
        self._stopped.set()

    def close(self) -> None:
        """Ends the threads and closes all sockets."""
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._sockets, ignore_all=True)
