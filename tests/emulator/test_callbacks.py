"""Callbacks: what is signed, what is sent, and how often."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from didww_cli.catalog.events import EVENTS_BY_NAME
from didww_cli.emulator.account import Event
from didww_cli.emulator.callbacks import HEADER, WAITS, Delivery, Postman, delivery, normalized, send, signature
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.events import build
from didww_cli.workflows.webhooks.signature import Secret
from didww_cli.workflows.webhooks.verdict import verify

from .conftest import document, pause
from .test_serve import JSON_API, served

SECRET = "szrdgh6547umt7tht7xbqhj6g9gdbyp7"


def test_a_known_signature() -> None:
    parameters = [("status", "completed"), ("id", "bf2cee72-6caa-4ae2-917e-bea01945691e"), ("type", "orders")]
    found = signature(SECRET, "https://mycompany.com/didww_callbacks?opaque=123", [parameters])
    assert found == "30f66e9d72eb5e193051fd02952f70d8e934b4ff"


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://example.com", "http://example.com:80"),
        ("https://example.com/", "https://example.com:443/"),
        ("https://example.com:8443/a%20b?c=d%26e#f", "https://example.com:8443/a%20b?c=d%26e#f"),
        ("http://user:pa%40ss@example.com/x", "http://user:pa%40ss@example.com:80/x"),
        ("http://[2001:db8::1]/x?y", "http://[2001:db8::1]:80/x?y"),
        ("http://[2001:db8::1]:81/x", "http://[2001:db8::1]:81/x"),
    ],
)
def test_urls_are_normalized(url: str, wanted: str) -> None:
    assert normalized(url) == wanted


def test_a_get_carries_its_parameters_in_the_url() -> None:
    sent = delivery(
        Event("https://example.com/hook?a=1", "get", {"type": "orders", "id": "x y", "status": "completed"}), "s"
    )
    assert (sent.method, sent.body) == ("GET", None)
    assert sent.url == "https://example.com/hook?a=1&id=x+y&status=completed&type=orders"
    parameters = [("type", "orders"), ("id", "x y"), ("status", "completed")]
    assert sent.headers == {HEADER: signature("s", sent.url, [parameters])}


def test_a_post_carries_a_form() -> None:
    sent = delivery(Event("https://example.com/hook", "post", {"id": "x", "reject_reason": "é&="}), "s")
    assert sent.body == b"id=x&reject_reason=%C3%A9%26%3D"
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert sent.headers[HEADER] == signature("s", "https://example.com/hook", [[("id", "x"), ("reject_reason", "é&=")]])


def test_a_trunk_is_reported_as_an_array() -> None:
    event = Event("https://example.com/hook", "json", {"id": "x", "threshold_reached": True, "created_at": None})
    sent = delivery(event, "s")
    assert json.loads(sent.body or b"") == [event.parameters]
    assert sent.headers["Content-Type"] == "application/json"
    parameters = [("created_at", ""), ("id", "x"), ("threshold_reached", "true")]
    assert sent.headers[HEADER] == signature("s", event.url, [parameters])


def test_the_validator_of_the_real_client_agrees() -> None:
    validator = pytest.importorskip("didww.callback.request_validator").RequestValidator("s")
    post = Event(
        "https://user:pw@example.com:8443/hook%20x?opaque=1", "post", {"id": "1", "type": "orders", "status": "ü"}
    )
    sent = delivery(post, "s")
    assert validator.validate(sent.url, post.parameters, sent.headers[HEADER])
    got = delivery(Event("http://[2001:db8::5]/hook?opaque=1", "get", post.parameters), "s")
    assert validator.validate(got.url, post.parameters, got.headers[HEADER])
    assert not validator.validate(got.url, dict(parse_qsl(urlsplit(got.url).query)), got.headers[HEADER])


@pytest.mark.parametrize("own", ["", "?token=abc&tenant=9", "?id=7&type=hook", "?url=x&flag"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("kind", list(EVENTS_BY_NAME))
def test_every_event_verifies_whatever_the_urls_own_query(kind: str, method: str, own: str) -> None:
    event = EVENTS_BY_NAME[kind]
    built = build(kind, method="post" if event.as_array else method)
    how = "json" if event.as_array else method
    sent = delivery(Event(f"https://example.com/hook{own}", how, dict(built.parameters)), SECRET)
    headers = tuple((name.lower(), value) for name, value in sent.headers.items())
    capture = Capture("x", sent.method, sent.url, headers=headers, body=sent.body, signature=sent.headers[HEADER])
    assert verify(capture, [Secret("s", SECRET)]).valid is True


def waits(count: int, fails: Callable[[int], bool]) -> list[float]:
    """The moments at which a postman tried, seen from the first."""
    moments: list[float] = []
    done = threading.Event()

    def sender(_: Delivery) -> bool:
        moments.append(time.monotonic())
        if len(moments) == count:
            done.set()
        return not fails(len(moments))

    postman = Postman("s", 0.001, sender)
    postman.start()
    postman.report(Event("http://127.0.0.1:9/", "post", {"id": "x"}))
    assert done.wait(10)
    pause(0.2)
    postman.stop()
    postman.join(5)
    assert not postman.is_alive()
    return [moment - moments[0] for moment in moments]


def test_what_nobody_takes_is_sent_again() -> None:
    assert waits(1, lambda _: False) == [0.0]
    found = waits(3, lambda attempt: attempt < 3)
    assert len(found) == 3
    assert 0.06 <= found[1] < 5
    assert 0.6 <= found[2] - found[1] < 5


def test_after_ten_attempts_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("didww_cli.emulator.callbacks.WAITS", (1,) * len(WAITS))
    assert len(waits(10, lambda _: True)) == 10


def test_the_documented_waits() -> None:
    minute, hour = 60, 3600
    assert (minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 48 * hour) == WAITS


@dataclass
class Hook:
    """A real endpoint that remembers what it was sent."""

    url: str
    received: list[Any] = field(default_factory=list)
    arrived: threading.Condition = field(default_factory=threading.Condition)
    statuses: list[int] = field(default_factory=list)

    def wait(self, count: int) -> list[Any]:
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.received) >= count, 15), self.received
        return self.received


@pytest.fixture
def hook() -> Iterator[Hook]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._take(b"")

        def do_POST(self) -> None:
            self._take(self.rfile.read(int(self.headers["Content-Length"])))

        def _take(self, body: bytes) -> None:
            with found.arrived:
                found.received.append((self.command, self.path, dict(self.headers), body))
                found.arrived.notify_all()
                status = found.statuses.pop(0) if found.statuses else 204
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Hook(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def test_only_a_2xx_counts(hook: Hook) -> None:
    hook.statuses = [200, 204, 302, 404, 500]
    wanted = Delivery("POST", f"{hook.url}/x", {}, b"")
    assert [send(wanted, 5) for _ in range(5)] == [True, True, False, False, False]
    assert [path for _, path, _, _ in hook.received] == ["/x"] * 5
    assert not send(Delivery("GET", "http://127.0.0.1:9/", {}, None), 1)
    assert not send(Delivery("GET", "nonsense", {}, None), 1)


def order(session: Any, url: str, **callback: str) -> str:
    query = {"filter[area_name]": "Chicago", "include": "stock_keeping_units"}
    sku = session.get(f"{url}/did_groups", params=query).json()["included"][0]["id"]
    items = [{"type": "did_order_items", "attributes": {"sku_id": sku, "qty": 1}}]
    reply = session.post(f"{url}/orders", json=document("orders", {"items": items, **callback}), headers=JSON_API)
    assert reply.status_code == 201, reply.text
    return str(reply.json()["data"]["id"])


def test_an_order_calls_back_signed_and_again(hook: Hook) -> None:
    hook.statuses = [500]
    with served(callback_secret=SECRET, callback_scale=0.01) as (session, url):
        identifier = order(session, url, callback_url=f"{hook.url}/orders?a=1", callback_method="post")
        for _ in range(3):
            session.get(f"{url}/orders/{identifier}")
        first, second = hook.wait(2)
    assert first[3] == second[3]
    assert dict(parse_qsl(second[3].decode())) == {"id": identifier, "type": "orders", "status": "completed"}
    parameters = [("id", identifier), ("status", "completed"), ("type", "orders")]
    headers = {name.lower(): value for name, value in second[2].items()}
    assert headers[HEADER.lower()] == signature(SECRET, f"{hook.url}/orders?a=1", [parameters])


def test_time_alone_calls_back(hook: Hook) -> None:
    from didww_cli.emulator.account import Timing

    with served(callback_secret=SECRET, timing=Timing(reads=None, seconds=0.5)) as (session, url):
        order(session, url, callback_url=f"{hook.url}/orders", callback_method="get")
        method, path, _, _ = hook.wait(1)[0]
    assert method == "GET"
    assert dict(parse_qsl(urlsplit(path).query))["status"] == "completed"


def test_without_a_secret_nothing_is_sent(hook: Hook) -> None:
    with served() as (session, url):
        identifier = order(session, url, callback_url=f"{hook.url}/orders")
        for _ in range(4):
            session.get(f"{url}/orders/{identifier}")
        pause(0.5)
    assert hook.received == []


def test_a_blocked_trunk_calls_back(hook: Hook) -> None:
    with served(callback_secret=SECRET) as (session, url):
        trunk = session.get(f"{url}/voice_out_trunks").json()["data"][0]["id"]
        change = {"callback_url": f"{hook.url}/trunks", "status": "blocked"}
        body = document("voice_out_trunks", change, None, trunk)
        session.patch(f"{url}/voice_out_trunks/{trunk}", json=body, headers=JSON_API)
        method, _, headers, body_sent = hook.wait(1)[0]
    told = json.loads(body_sent)
    assert (method, headers["Content-Type"]) == ("POST", "application/json")
    assert [(t["id"], t["type"], t["status"], t["threshold_reached"]) for t in told] == [
        (trunk, "voice_out_trunks", "blocked", False)
    ]
