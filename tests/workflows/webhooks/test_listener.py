"""The listener: what it answers, verifies, forwards, saves and refuses, over real sockets."""

from __future__ import annotations

import http.client
import json
import socket
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event as Signal
from typing import Any

import pytest

from didww_cli.catalog.events import EVENTS_BY_NAME
from didww_cli.emulator.account import Event
from didww_cli.emulator.callbacks import delivery, send
from didww_cli.errors import UsageError
from didww_cli.workflows.webhooks.delivery import deliver, event_request
from didww_cli.workflows.webhooks.events import build
from didww_cli.workflows.webhooks.evidence.files import read_captures
from didww_cli.workflows.webhooks.listener import Listener, Received, Settings
from didww_cli.workflows.webhooks.verdict import verify_all

from .samples import FORM, FORM_TYPE, OTHER, PARAMS, SECRET, SIGNATURE, TRUNKS, TRUNKS_TEXT, hmac_of, signature_for
from .test_delivery import Endpoint, endpoint, status

__all__ = ["endpoint"]  # the fixture


class Listening:
    """A listener and what it reported."""

    def __init__(self, **settings: Any) -> None:
        self.received: list[Received] = []
        self.listener = Listener(Settings(**{"secrets": [SECRET], **settings}), self.received.append)
        host, port = self.listener._receiver.server_address[:2]
        self.address = (str(host), int(port))

    def __enter__(self) -> Listening:
        self.listener.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.stop()

    def send(self, data: bytes | str) -> int:
        """The status of the answer to a raw request, sent as it is; 0 for none."""
        with socket.create_connection(self.address, timeout=10) as connection:
            connection.sendall(data.encode() if isinstance(data, str) else data)
            answer = http.client.HTTPResponse(connection)
            try:
                answer.begin()
                answer.read()
            except (http.client.BadStatusLine, ConnectionResetError):
                return 0
            finally:
                answer.close()
            return answer.status

    def post(self, path: str = "/cb", signature: str | None = None, body: str = FORM, headers: str = "") -> int:
        """The status of the answer to the order event, signed for the URL that it is sent to."""
        if signature is None:
            signature = signature_for(f"http://{self.address[0]}:{self.address[1]}{path}")
        head = f"POST {path} HTTP/1.1\r\nHost: {self.address[0]}:{self.address[1]}\r\nContent-Type: {FORM_TYPE}\r\n"
        return self.send(f"{head}{headers}Content-Length: {len(body)}\r\nX-DIDWW-Signature: {signature}\r\n\r\n{body}")


def test_right_and_wrong_signatures() -> None:
    with Listening() as listening:
        assert listening.post() == 204
        assert listening.post(signature="0" * 40) == 403
        assert listening.post(signature=SIGNATURE.upper()) == 403
        assert listening.send("GET /cb HTTP/1.1\r\nHost: x\r\n\r\n") == 403
    assert [(one.status, one.verdict.valid) for one in listening.received] == [
        (204, True),
        (403, False),
        (403, False),
        (403, None),
    ]
    first = listening.received[0]
    assert first.verdict.secret == "work"
    assert first.capture.remote == "127.0.0.1"
    assert first.verdict.event.id == PARAMS["id"]
    assert first.verdict.time.endswith("Z")


@pytest.mark.parametrize("kind", list(EVENTS_BY_NAME))
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_event_that_is_sent_is_received(kind: str, method: str) -> None:
    with Listening(secrets=[OTHER, SECRET]) as listening:
        event = build(kind, method="post" if EVENTS_BY_NAME[kind].as_array else method)
        answer = deliver(event_request(event, listening.listener.url + "a%20b?x=%2F+y", SECRET))
    assert answer.status == 204
    assert listening.received[0].verdict.event.type == EVENTS_BY_NAME[kind].type


def test_ipv6() -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        listening = Listening(host="::1")
    except UsageError:
        pytest.skip("no IPv6 here")
    with listening:
        assert listening.listener.url.startswith("http://[::1]:")
        assert deliver(event_request(build("order-completed"), listening.listener.url, SECRET)).status == 204


@pytest.mark.parametrize(
    ("public_url", "path", "target", "signed"),
    [
        ("https://hooks.example.com", "", "/cb?x=1", "https://hooks.example.com:443/cb?x=1"),
        ("https://hooks.example.com/didww", "", "/?x=1", "https://hooks.example.com:443/didww?x=1"),
        ("https://hooks.example.com/didww", "", "/didww", "https://hooks.example.com:443/didww"),
        ("https://hooks.example.com/didww/", "/hook", "/hook", "https://hooks.example.com:443/didww/"),
        ("https://hooks.example.com:8443", "/hook", "/hook/", "https://hooks.example.com:8443/hook/"),
    ],
)
def test_a_public_url_is_the_one_that_was_signed(
    public_url: str, path: str, target: str, signed: str, tmp_path: Path
) -> None:
    with Listening(public_url=public_url, path=path, save_to=tmp_path) as listening:
        assert listening.post(target, signature_for(signed)) == 204
        assert listening.post(target) == 403
    assert listening.received[0].verdict.url == signed
    assert [verdict.valid for verdict in verify_all(read_captures([tmp_path]), [SECRET])] == [True, False]


def test_forwarded_headers_of_a_tunnel_are_understood() -> None:
    headers = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: hooks.example.com\r\n"
    with Listening() as listening:
        assert listening.post(signature=signature_for("https://hooks.example.com:443/cb"), headers=headers) == 204


def test_only_its_path() -> None:
    with Listening(path="/hook") as listening:
        assert listening.post("/hook") == 204
        assert listening.post("/hook?x=1") == 204
        assert listening.post("/other") == 404
        assert listening.post("//hook") == 404
    assert len(listening.received) == 2


def test_a_target_is_kept_byte_for_byte() -> None:
    with Listening() as listening:
        for target in ("//a//b", "/a/../b", "/%7e%2f?a+b&&c=", "/é", "/x;y=1?"):
            base = f"http://127.0.0.1:{listening.address[1]}"
            assert listening.post(target, signature_for(f"{base}{target.removesuffix('?')}")) == 204, target
        absolute = f"http://127.0.0.1:{listening.address[1]}/abs"
        assert listening.post(absolute, signature_for(absolute)) == 204


def test_chunked_and_json_bodies() -> None:
    with Listening() as listening:
        url = f"http://127.0.0.1:{listening.address[1]}/cb"
        head = f"POST /cb HTTP/1.1\r\nHost: 127.0.0.1:{listening.address[1]}\r\nTransfer-Encoding: chunked\r\n"
        signed = f"{head}X-DIDWW-Signature: {signature_for(url)}\r\n\r\n"
        chunks = f"5;x=1\r\n{FORM[:5]}\r\n{len(FORM) - 5:X}\r\n{FORM[5:]}\r\n0\r\nTrailer: 1\r\n\r\n"
        assert listening.send(signed + chunks) == 204
        for broken in ("zz\r\n", "5\r\nab", "5\r\nabcdefgh\r\n", "-1\r\n", ""):
            with socket.create_connection(listening.address, timeout=10) as connection:
                connection.sendall((signed + broken).encode())
                connection.shutdown(socket.SHUT_WR)
                assert b" 400 " in connection.recv(1000), broken
        body = json.dumps(TRUNKS)
        text = hmac_of(url + TRUNKS_TEXT)
        json_head = f"POST /cb HTTP/1.1\r\nHost: 127.0.0.1:{listening.address[1]}\r\nContent-Type: application/json\r\n"
        assert (
            listening.send(f"{json_head}Content-Length: {len(body)}\r\nX-DIDWW-Signature: {text}\r\n\r\n{body}") == 204
        )


@pytest.mark.parametrize(
    ("request_text", "expected"),
    [
        ("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n", 413),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", 400),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
        ("POST /cb HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400),
        ("BROKEN\r\n\r\n", 400),
        ("GET /x HTTP/9.9\r\n\r\n", 505),
        ("DELETE /cb HTTP/1.1\r\nHost: x\r\n\r\n", 501),
        (f"GET /{'x' * 70_000} HTTP/1.1\r\n\r\n", 414),
    ],
)
def test_what_is_refused(request_text: str, expected: int) -> None:
    with Listening() as listening:
        assert listening.send(request_text) == expected
        assert listening.post() == 204
    assert len(listening.received) == 1


def test_a_large_body_gets_its_answer_even_when_it_is_sent_whole() -> None:
    body = "x=" + "y" * (1 << 20)
    with Listening() as listening:
        assert listening.post(body=body) == 413
        body = "x=" + "y" * ((1 << 20) - 2)
        assert listening.post(body=body, signature="0" * 40) == 403


def test_verified_events_are_forwarded_as_they_came(endpoint: Endpoint) -> None:
    endpoint.replies += [status(202), status(500), status(204)]
    with Listening(forward_to=f"{endpoint.url}/app?token=1") as listening:
        assert listening.post("/cb?x=%2F+1", headers="X-Custom: a\r\nX-Custom: b\r\nConnection: close\r\n") == 202
        assert listening.post() == 500
        assert listening.post(signature="0" * 40) == 403
        answer = deliver(event_request(build("order-completed", method="get"), listening.listener.url, SECRET))
        assert answer.status == 204
    first, _, third = endpoint.captures
    assert (first.method, first.target, first.body) == ("POST", "/app?token=1&x=%2F+1", FORM.encode())
    headers = dict(first.headers)
    assert headers["x-didww-signature"] == listening.received[0].capture.signature
    assert (headers["content-type"], headers["x-custom"]) == (FORM_TYPE, "a, b")
    assert headers["host"] == endpoint.url.removeprefix("http://")
    assert (third.method, third.target.startswith("/app?token=1&id=")) == ("GET", True)


def test_a_target_that_cannot_be_reached_is_a_502() -> None:
    with Listening(forward_to="http://127.0.0.1:1/") as listening:
        assert listening.post() == 502
    assert listening.received[0].verdict.valid
    assert "refused" in listening.received[0].forward_error


def test_saved_requests_are_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    with Listening(save_to=folder) as listening:
        assert listening.post("/cb?x=%2F") == 204
        assert listening.post(signature="0" * 40) == 403
        deliver(event_request(build("trunk-blocked", "../../etc/passwd"), listening.listener.url, SECRET))
        deliver(event_request(build("order-canceled", method="get"), listening.listener.url, SECRET))
        head = b"POST /cb HTTP/1.1\r\nHost: x\r\nX-DIDWW-Signature: 0\r\nContent-Length: 10\r\n\r\n"
        assert listening.send(head + b"\xff=1&type=a") == 403
    files = sorted(folder.iterdir())
    assert [one.saved for one in listening.received] == files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    again = list(verify_all(read_captures([folder]), [SECRET]))
    assert [verdict.valid for verdict in again] == [True, False, True, True, False]
    live = [one.verdict for one in listening.received]
    assert [(one.signed_text, one.time, one.source, one.event) for one in again] == [
        (one.signed_text, one.time, one.source, one.event) for one in live
    ]


def test_many_at_once(tmp_path: Path) -> None:
    with Listening(save_to=tmp_path / "all") as listening:
        threads = [threading.Thread(target=listening.post) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [one.status for one in listening.received] == [204] * 40
    assert len(list((tmp_path / "all").iterdir())) == 40


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "hooks.example.com", ""])
def test_other_machines_are_let_in_on_demand_only(host: str) -> None:
    with pytest.raises(UsageError, match="other machines"):
        Listener(Settings([SECRET], host=host), print)


def test_settings_that_cannot_be_used() -> None:
    with Listening(host="0.0.0.0", allow_remote=True) as listening:
        assert Listening.post(listening) in {204, 403}
        with pytest.raises(UsageError, match="Cannot listen"):
            Listener(Settings([SECRET], port=listening.address[1]), print)
    for settings in (
        Settings([]),
        Settings([SECRET], path="hook"),
        Settings([SECRET], public_url="hooks.example.com"),
        Settings([SECRET], forward_to="localhost:3000"),
        Settings([SECRET], port=70_000),
    ):
        with pytest.raises(UsageError):
            Listener(settings, print)


def test_stopping_is_clean_with_open_connections() -> None:
    before = threading.active_count()
    with Listening() as listening:
        idle = socket.create_connection(listening.address)
        half = socket.create_connection(listening.address)
        half.sendall(b"POST /cb HTTP/1.1\r\nContent-Length: 50\r\n\r\nabc")
        Signal().wait(0.1)
        start = time.monotonic()
    assert time.monotonic() - start < 5
    listening.listener.stop()
    idle.close()
    half.close()
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(listening.address)


def test_what_fails_in_the_callback_stops_the_listener() -> None:
    def fail(_: Received) -> None:
        raise BrokenPipeError("closed")

    listening = Listening()
    listening.listener._on_event = fail
    with listening:
        assert listening.post() == 500
        with pytest.raises(BrokenPipeError):
            listening.listener.wait()


def test_a_folder_that_cannot_be_written_stops_the_listener(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Listening(save_to=tmp_path / "file" / "folder") as listening:
        assert listening.post() == 500
        with pytest.raises(OSError, match=r"."):
            listening.listener.wait()


def test_waiting_ends_when_the_listener_is_stopped() -> None:
    with Listening() as listening:
        waiting: Callable[[], None] = listening.listener.wait
        thread = threading.Thread(target=waiting)
        thread.start()
        listening.listener.stop()
        thread.join(5)
        assert not thread.is_alive()


@pytest.mark.parametrize("method", ["get", "post", "json"])
def test_callbacks_of_the_emulator_are_received_and_forwarded(endpoint: Endpoint, method: str) -> None:
    """The emulator signs by itself: the two share no code."""
    parameters = {"id": "7", "type": "orders", "status": "completed", "note": "a+b c&d=é", "blank": "", "flag": True}
    with Listening(forward_to=endpoint.url, path="/cb") as listening:
        event = Event(f"{listening.listener.url}?opaque=x%20y", method, parameters)
        assert send(delivery(event, SECRET.value))
        assert not send(delivery(event, OTHER.value))
    assert [one.verdict.valid for one in listening.received] == [True, False]
    assert len(endpoint.captures) == 1
