"""Runs command lines as a user types them, against the emulated account or a real local HTTP server."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from didww_cli.app import main
from didww_cli.catalog.access import takes_token

MEDIA_TYPE = "application/vnd.api+json"

signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs in the background of a script has it ignored


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Three processes for two cores (``-n auto``): half of the time tests wait, for servers, processes and clocks."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@dataclass
class Result:
    """What a command line did."""

    line: str
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        return json.loads(self.err.strip().splitlines()[-1])["error"]

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def __str__(self) -> str:
        return f"$ didww {self.line}\nexit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


class Stream(io.TextIOWrapper):
    """A stream that may say that it is a terminal, as wide as ``COLUMNS`` has it."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


def run_line(line: str, stdin: str = "", *, terminal: bool = False) -> Result:
    """Run a command line in this process. ``terminal``: standard output says that it is one."""
    out, err = (Stream(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    out.terminal = terminal
    given = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(shlex.split(line))
            out.flush()
    finally:
        sys.stdin = given
    texts = [stream.buffer.getvalue().decode("utf-8", "surrogateescape") for stream in (out, err)]
    return Result(line, code, *texts)


@pytest.fixture(autouse=True)
def clean_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own, no settings from outside, a fixed time zone, waits that take no time."""
    for name in list(os.environ):
        if name.startswith(("DIDWW_", "XDG_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    for name, folder in {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}.items():
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr("time.sleep", lambda seconds: None)


@pytest.fixture
def version(request: pytest.FixtureRequest) -> str:
    """The version of the API that command lines ask for; empty where they ask for none."""
    return getattr(request, "param", "")


def pinned(version: str) -> str:
    """The words of a command line that ask for a version."""
    return f"--api-version {version} " if version else ""


def on_demo(version: str, line: str) -> str:
    """The command line that the tool suggests to who typed one on the emulated account: for that account too."""
    return f"didww --profile demo {pinned(version)}{line}"


@pytest.fixture
def didww(version: str) -> Callable[..., Result]:
    """``didww("dids list -o json")`` on the emulated account; asserts the exit code, shows all if it differs."""

    def run(line: str, *, code: int = 0, stdin: str = "", profile: str | None = "demo") -> Result:
        result = run_line(f"{f'--profile {profile} ' if profile else ''}{pinned(version)}{line}", stdin)
        assert result.code == code, str(result)
        return result

    return run


@dataclass
class Seen:
    """A request that the local server got."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """A real HTTP server on this machine whose answers a test scripts, one a request, the last one for all others.

    An answer is ``(status, body, headers)``, where ``reason`` is no header but the reason phrase; a function of the
    request that returns one; or ``"drop"`` and ``"cut"``, which end the connection before or within the answer.
    ``token``: what it gives for the key, by the way; where there is none, asking for tokens is scripted too.
    """

    url: str = ""
    token: str = ""
    answers: list[Any] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)

    def answer(self, *answers: Any) -> None:
        self.answers.extend(answers)

    def answer_to(self, seen: Seen) -> Any:
        if self.token and seen.path == "/token":
            return 200, {"access_token": self.token, "token_type": "Bearer", "expires_in": 900}, {}
        self.seen.append(seen)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        while callable(answer):
            answer = answer(seen)
        return answer


def document(data: Any, **more: Any) -> tuple[int, dict[str, Any], dict[str, str]]:
    """An answer of 200 with a JSON:API document."""
    return 200, {"data": data, "meta": {"api_version": "2026-04-16"}, **more}, {}


def problem(status: int, title: str, detail: str = "", **more: Any) -> tuple[int, dict[str, Any], dict[str, str]]:
    """An answer with one error object."""
    error = {"title": title, "detail": detail or title, "code": str(status), "status": str(status), **more}
    return status, {"errors": [error]}, {}


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen = Seen(self.command, parts.path, dict(parse_qsl(parts.query, True)), dict(self.headers), body)
            self._send(server.answer_to(seen))

        def _send(self, answer: Any) -> None:
            if answer == "drop":
                self.close_connection = True
                self.connection.close()
                return
            cut = answer[0] == "cut"
            status, body, headers = answer[1:] if cut else answer
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            sent = {"Content-Type": MEDIA_TYPE, "Content-Length": str(len(content)), **headers}
            self.send_response(status, sent.pop("reason", None))
            for name, value in sent.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(content[: len(content) // 2] if cut else content)
            if cut:
                self.close_connection = True

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

        def finish(self) -> None:
            with contextlib.suppress(OSError, ValueError):
                super().finish()

    for method in ("POST", "PATCH", "DELETE", "HEAD", "PUT"):
        setattr(Handler, f"do_{method}", Handler.do_GET)
    return Handler


class _QuietServer(ThreadingHTTPServer):
    """Says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A scripted server, running."""
    server = Server()
    http = _QuietServer(("127.0.0.1", 0), _handler(server))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_port}/v3"
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, version: str) -> Iterator[Server]:
    """A scripted server; the environment points at it, with the key ``secret-key-1``."""
    with running_server() as running:
        running.token = "secret-token-1" if takes_token(version) else ""
        monkeypatch.setenv("DIDWW_BASE_URL", running.url)
        monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
        yield running


@pytest.fixture
def live(server: Server, version: str) -> Callable[..., Result]:
    """``live("dids list")`` against the scripted server."""

    def run(line: str, *, code: int = 0, stdin: str = "") -> Result:
        result = run_line(f"{pinned(version)}{line}", stdin)
        assert result.code == code, str(result)
        assert not re.search("secret-(key|token)-1", result.out + result.err), str(result)
        return result

    return run
