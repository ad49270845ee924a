"""Delivery to real local servers: what arrives, what is answered, no redirects, the time limit, repetition."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any

import pytest

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.delivery import SCHEDULE, deliver, deliver_repeatedly, event_request
from didww_cli.workflows.webhooks.events import build
from didww_cli.workflows.webhooks.verdict import verify

from .samples import SECRET

Reply = Callable[[BaseHTTPRequestHandler], None]


class Endpoint:
    """A local server that keeps each request as a capture and answers by the next reply."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []
        self.replies: list[Reply] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = tuple((name.lower(), value) for name, value in self.headers.items())
                signature = self.headers.get("X-DIDWW-Signature")
                endpoint.captures.append(
                    Capture(
                        "x", self.command, self.requestline.split()[1], headers=headers, body=body, signature=signature
                    )
                )
                (endpoint.replies.pop(0) if endpoint.replies else status(204))(self)

            do_POST = do_GET  # noqa: N815

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"


def status(code: int, body: bytes = b"", **headers: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    endpoint = Endpoint()
    thread = threading.Thread(target=endpoint.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield endpoint
    endpoint.server.shutdown()
    thread.join()
    endpoint.server.server_close()


@pytest.mark.parametrize("path", ["/cb", "", "/a%2fb/%7Euser/c d?x=%20+&y=é", "//double//slash?"])
@pytest.mark.parametrize(
    ("kind", "method"), [("order-completed", "get"), ("order-completed", "post"), ("trunk-blocked", "post")]
)
def test_what_arrives_verifies(endpoint: Endpoint, path: str, kind: str, method: str) -> None:
    answer = deliver(event_request(build(kind, method=method), endpoint.url + path, SECRET))
    assert (answer.status, answer.accepted) == (204, True)
    (capture,) = endpoint.captures
    verdict = verify(capture, [SECRET])
    assert (verdict.valid, verdict.fix) == (True, ()), verdict.message
    assert capture.method == method.upper()


def test_the_answer_is_told_and_redirects_are_not_followed(endpoint: Endpoint) -> None:
    endpoint.replies += [status(302, Location=f"{endpoint.url}/elsewhere"), status(500, b"x" * 100_000, X="1")]
    request = event_request(build("order-completed"), endpoint.url, SECRET)
    first, second = deliver(request), deliver(request)
    assert (first.status, first.accepted, first.headers["Location"]) == (302, False, f"{endpoint.url}/elsewhere")
    assert (second.status, len(second.body), second.headers["X"]) == (500, 64 << 10, "1")
    assert [capture.target for capture in endpoint.captures] == ["/", "/"]
    assert second.seconds > 0


def test_no_answer_is_told_too(endpoint: Endpoint) -> None:
    request = event_request(build("order-completed"), "http://127.0.0.1:1/", SECRET)
    assert "refused" in deliver(request).error
    endpoint.replies.append(lambda _: Event().wait(1))
    slow = deliver(event_request(build("order-completed"), endpoint.url, SECRET), time_limit=0.2)
    assert (slow.status, slow.accepted, slow.error) == (None, False, "no answer within 0.2 seconds")


def test_a_body_that_trickles_in_ends_at_the_time_limit(endpoint: Endpoint) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x" * 8192)
            handler.wfile.flush()
            Event().wait(0.1)

    endpoint.replies.append(trickle)
    start = time.monotonic()
    answer = deliver(event_request(build("order-completed"), endpoint.url, SECRET), time_limit=0.3)
    assert (answer.status, "0.3 seconds" in answer.error) == (None, True)
    assert time.monotonic() - start < 3


def test_an_event_is_repeated_until_it_is_taken(endpoint: Endpoint) -> None:
    endpoint.replies += [status(500), status(404), status(201)]
    waits: list[float] = []
    request = event_request(build("order-completed"), endpoint.url, SECRET)
    found = list(deliver_repeatedly(request, factor=0.5, sleep=waits.append))
    assert [(one.attempt, one.answer.status, one.wait) for one in found] == [
        (1, 500, 30.0),
        (2, 404, 300.0),
        (3, 201, None),
    ]
    assert waits == [30.0, 300.0]


def test_after_the_schedule_the_event_is_given_up(endpoint: Endpoint) -> None:
    endpoint.replies += [status(503)] * 20
    waits: list[float] = []
    request = event_request(build("order-completed"), endpoint.url, SECRET)
    found = list(deliver_repeatedly(request, sleep=waits.append))
    assert len(found) == 10
    assert waits == [60, 600, 1800, 3600, 10800, 21600, 43200, 86400, 172800] == list(SCHEDULE)
    assert found[-1].wait is None
