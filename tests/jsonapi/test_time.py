"""Time is bounded, also where a server sends a byte now and then: in processes of their own, with real clocks."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time

import pytest

from tests.jsonapi.faulty import faulty

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nContent-Length: 1000\r\n\r\n"
WAYS = {"head": b"HTTP/1.1 200 OK\r\nX-Pad: " + b"x" * 900, "body": HEAD + b" " * 900}


def dripping(text):
    """A server whose answers come a byte every 50 ms."""

    def serve(server, connection):
        connection.recv(65536)
        server.requests += 1
        with contextlib.suppress(OSError):
            for at in range(len(text)):
                connection.sendall(text[at : at + 1])
                time_to_wait.wait(0.05)

    return serve


time_to_wait = threading.Event()


def didww(line, server, **more):
    environment = {"DIDWW_BASE_URL": f"http://127.0.0.1:{server.port}/v3", "DIDWW_API_KEY": "k", "HOME": "/nonexistent"}
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "didww_cli", *line.split()],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **more,
    )
    return done, time.monotonic() - start


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_dripping_answer_to_a_read_ends_with_7(text):
    with faulty(dripping(text)) as server:
        done, seconds = didww("balance --timeout 0.5 --retries 1", server)
    assert (done.returncode, server.requests) == (7, 2), done.stderr
    assert "no answer in time" in done.stderr
    assert seconds < 20  # two times 0.5 s, a pause, the start; by drops alone each would take 45 s


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_dripping_answer_to_a_write_is_unknown(text):
    with faulty(dripping(text)) as server:
        done, seconds = didww("api POST /orders -F a=1 --timeout 0.5 --retries 3", server)
    assert (done.returncode, server.requests) == (8, 1), done.stderr
    assert seconds < 20


def test_a_connection_that_is_never_answered():
    """A full queue of connections: no SYN is answered."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        fillers = [socket.socket() for _ in range(3)]
        for one in fillers:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        done, seconds = didww("balance --timeout 0.5 --retries 0", type("At", (), {"port": port}))
        for one in fillers:
            one.close()
    assert done.returncode == 7
    assert seconds < 20


def test_max_time_ends_the_command_whatever_the_retries():
    with faulty(dripping(WAYS["body"])) as server:
        done, seconds = didww("dids list --timeout 30 --retries 9 --max-time 1", server)
    assert (done.returncode, server.requests) == (7, 1), done.stderr
    assert seconds < 20


def test_max_time_leaves_a_write_unknown():
    with faulty(dripping(WAYS["body"])) as server:
        done, _ = didww("api POST /orders -F a=1 --timeout 30 --max-time 1", server)
    assert (done.returncode, server.requests) == (8, 1), done.stderr


@pytest.mark.parametrize("given", ["0", "-1", "nan", "inf", "x"])
def test_a_senseless_max_time_is_refused(server, live, given):
    live(f"balance --max-time {given}", code=2)
    assert server.seen == []
