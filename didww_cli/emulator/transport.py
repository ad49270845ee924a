"""The emulated account as a ``requests`` adapter: no network, no key."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from http.client import RemoteDisconnected
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPResponse
from urllib3.exceptions import ProtocolError

from didww_cli.emulator.engine import Emulator, Settings
from didww_cli.emulator.faults import Faults
from didww_cli.emulator.front import Front, Outcome, wait
from didww_cli.emulator.message import Reply, Request
from didww_cli.emulator.seed import seed_state
from didww_cli.emulator.state import State
from didww_cli.emulator.store import FileStore, MemoryStore


class EmulatorAdapter(BaseAdapter):
    """Answers requests from the account in ``state_path``, or from one that lives as long as the adapter.

    ``faults`` are ``WHERE=WHAT[@SHARE]``; they show as the exceptions that a network would cause.
    """

    def __init__(
        self, state_path: Path | None = None, settings: Settings | None = None, faults: Sequence[str] = ()
    ) -> None:
        super().__init__()
        chosen = settings or Settings()

        def seed() -> State:
            return seed_state(chosen.clock())

        self.emulator = Emulator(FileStore(state_path, seed) if state_path else MemoryStore(seed), chosen)
        self._front = Front(self.emulator.handle, Faults.of(faults))

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """The reply to a prepared request, as a server would have sent it."""
        outcome = self._front.answer(_request(request))
        _wait(outcome, timeout, request)
        if outcome.reply is None:
            gone = ProtocolError(
                "Connection aborted.", RemoteDisconnected("Remote end closed connection without response")
            )
            raise requests.ConnectionError(gone, request=request)
        response = _response(request, outcome.reply, outcome.cut)
        if not stream:
            _ = response.content
        return response

    def close(self) -> None:
        """There is nothing to close."""


def _request(prepared: requests.PreparedRequest) -> Request:
    url = urlsplit(prepared.url or "")
    body = prepared.body or b""
    return Request(
        method=prepared.method or "GET",
        path=unquote(url.path),
        query=tuple(parse_qsl(url.query, keep_blank_values=True)),
        headers={name: _text(value) for name, value in prepared.headers.items()},
        body=body.encode() if isinstance(body, str) else _whole(body),
        base_url=f"{url.scheme}://{url.netloc}/v3",
    )


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _whole(body: Any) -> bytes:
    if isinstance(body, bytes):
        return body
    return bytes(body.read()) if hasattr(body, "read") else b"".join(body)


def _wait(outcome: Outcome, timeout: Any, prepared: requests.PreparedRequest) -> None:
    """Lets the time of an outcome pass, as far as the client has patience."""
    patience = timeout[1] if isinstance(timeout, tuple) else timeout
    if isinstance(patience, (int, float)) and outcome.delay > patience:
        wait(Outcome(None, delay=patience))
        raise requests.ReadTimeout(f"Read timed out. (read timeout={patience})", request=prepared)
    wait(outcome)


def _response(prepared: requests.PreparedRequest, reply: Reply, cut: bool) -> requests.Response:
    headers = {"Content-Length": str(len(reply.body)), **reply.headers} if reply.status != 204 else reply.headers
    response = requests.Response()
    response.status_code = reply.status
    response.reason = HTTPStatus(reply.status).phrase
    response.headers = CaseInsensitiveDict(headers)
    response.encoding = requests.utils.get_encoding_from_headers(response.headers)
    response.url = prepared.url or ""
    response.request = prepared
    response.raw = HTTPResponse(
        body=io.BytesIO(reply.body[: len(reply.body) // 2] if cut else reply.body),
        headers=headers,
        status=reply.status,
        reason=response.reason,
        preload_content=False,
        request_method=prepared.method,
    )
    return response
