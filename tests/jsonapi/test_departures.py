"""A write whose outcome is unknown is never repeated and never called undone: every fault, every way to the server."""

from __future__ import annotations

import inspect
import json
import socket

import pytest
import requests.exceptions
import urllib3.exceptions

from didww_cli.catalog import RESOURCES
from didww_cli.jsonapi.departures import DEPARTURES, Left, may_have_left
from tests.conftest import run_line
from tests.jsonapi.faulty import ANSWERS, certificate, encrypted, faulty, plain

BODY = json.dumps({"data": {"type": "things", "attributes": {"name": "x"}}})
METHODS = {"create": "POST", "update": "PATCH", "delete": "DELETE"}
WRITES = [
    (METHODS[operation], resource.path + ("" if operation == "create" else "/id-1"))
    for resource in RESOURCES
    for operation in resource.operations
    if operation in METHODS
]
FEW = WRITES[:3]
TAKEN = [*ANSWERS, "resets"]


@pytest.mark.parametrize("module", [requests.exceptions, urllib3.exceptions])
def test_every_exception_of_the_libraries_stands_in_the_table(module):
    kinds = [kind for kind in vars(module).values() if inspect.isclass(kind) and kind.__module__ == module.__name__]
    failures = [kind for kind in kinds if issubclass(kind, Exception) and not issubclass(kind, Warning)]
    assert len(failures) > 20
    assert [kind.__name__ for kind in failures if kind not in DEPARTURES] == []


def bare(kind, *arguments):
    """An exception of a class whose own initialisation wants more than a test has."""
    made = kind.__new__(kind)
    Exception.__init__(made, *arguments)
    return made


@pytest.mark.parametrize("kind", DEPARTURES, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_each_row_says_what_it_says(kind):
    """Alone, and around a cause that tells; without one, doubt is "it may have left"."""
    judgement, reason = DEPARTURES[kind]
    assert reason
    never, maybe = bare(urllib3.exceptions.NameResolutionError), bare(urllib3.exceptions.ReadTimeoutError)
    expected = {
        Left.NEVER: (False, False, False),
        Left.MAYBE: (True, True, True),
        Left.ASK_CAUSE: (True, False, True),
    }
    found = (may_have_left(bare(kind)), may_have_left(bare(kind, never)), may_have_left(bare(kind, maybe)))
    assert found == expected[judgement]


def test_what_stands_in_no_row_may_have_left():
    assert may_have_left(RuntimeError())
    assert may_have_left(OSError("without a number, and no proxy"))
    assert may_have_left(bare(requests.exceptions.ConnectionError, ConnectionResetError(104, "reset")))


def test_only_a_plain_error_behind_a_proxy_is_a_refused_tunnel():
    proxy = urllib3.exceptions.ProxyError
    assert not may_have_left(proxy("refused", OSError("Tunnel connection failed: 403 Forbidden")))
    assert may_have_left(proxy("reset", ConnectionResetError(104, "reset")))
    assert may_have_left(proxy("broken", OSError(32, "broken pipe")))
    assert may_have_left(proxy("late", TimeoutError("timed out")))


@pytest.fixture(scope="module")
def trusted(tmp_path_factory):
    return certificate(tmp_path_factory.mktemp("tls"), "localhost")


@pytest.fixture
def way(request, monkeypatch, trusted):
    """A way to the faulty server: direct or through a proxy, plain or encrypted; the environment points there."""
    kind = request.param
    context, pem = trusted
    serve = encrypted if kind == "https" else plain
    with faulty(serve, context) as server:
        here = f"127.0.0.1:{server.port}"
        base = {
            "http": f"http://{here}/v3",
            "https": f"https://localhost:{server.port}/v3",
            "proxy": "http://127.0.0.1:9/v3",
            "connect": "https://localhost:9/v3",
        }
        monkeypatch.setenv("DIDWW_BASE_URL", base[kind])
        monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
        if kind in ("proxy", "connect"):
            monkeypatch.setenv("HTTP_PROXY", f"http://{here}")
            monkeypatch.setenv("HTTPS_PROXY", f"http://{here}")
            monkeypatch.setenv("NO_PROXY", "")
        yield server


def written(method, path, more=""):
    body = "" if method == "DELETE" else " --data -"
    return run_line(f"api {method} {path}{body} --retries 2 -o json {more}", BODY)


def taken(server, writes, fault, more=""):
    """Each write reached the server once, and its outcome is unknown."""
    server.fault = fault
    for method, path in writes:
        server.requests = 0
        result = written(method, path, more)
        assert result.code == 8, f"{method} {path}, {fault}:\n{result}"
        assert server.requests == 1, f"{method} {path}, {fault}: {server.requests} requests\n{result}"
        assert result.error["kind"] == "outcome_unknown"


@pytest.mark.parametrize("fault", TAKEN)
@pytest.mark.parametrize("way", ["http", "https", "proxy", "connect"], indirect=True)
def test_a_write_that_was_taken_is_sent_once(way, fault):
    taken(way, WRITES if fault in ("resets", "closes") else FEW, fault)


@pytest.mark.parametrize("way", ["http", "https", "proxy", "connect"], indirect=True)
def test_a_write_without_an_answer_in_time_is_sent_once(way):
    taken(way, FEW, "waits", "--timeout 0.4")


@pytest.mark.parametrize(
    ("way", "fault"),
    [
        *((way, "resets at once") for way in ("http", "https", "proxy", "connect")),
        ("https", "resets in TLS"),
        ("connect", "resets CONNECT"),
        ("connect", "resets in TLS"),
    ],
    indirect=["way"],
)
def test_a_connection_that_breaks_before_the_request_is_doubt(way, fault):
    """Whether a proxy, or what ends TLS, had the request cannot be told from here."""
    way.fault = fault
    for method, path in FEW:
        way.connections = 0
        assert written(method, path).code == 8, fault
        assert (way.connections, way.requests) == (1, 0)


def unreached(writes=WRITES):
    """Each write is tried again, and surely not done in the end."""
    for method, path in writes:
        result = written(method, path)
        assert result.code == 7, str(result)
        assert result.error["kind"] == "network"


@pytest.mark.parametrize("status", [403, 407, 502])
@pytest.mark.parametrize("way", ["connect"], indirect=True)
def test_a_refused_tunnel_reached_nobody(way, status):
    way.fault = f"refuses CONNECT: {status}"
    unreached()
    assert way.tunnels == 3 * len(WRITES)
    assert way.requests == 0


@pytest.mark.parametrize("way", ["https", "connect"], indirect=True)
@pytest.mark.parametrize("host", ["localhost", "elsewhere.example"])
def test_a_certificate_that_is_not_trusted_reached_nobody(way, host, tmp_path, monkeypatch):
    """Signed by nobody that is trusted, or another host's."""
    context, pem = certificate(tmp_path, host)
    way.tls = context
    if host != "localhost":
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
    unreached(FEW)
    assert way.requests == 0
    assert way.connections >= 3 * len(FEW)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.mark.parametrize(
    "settings",
    [
        {"DIDWW_BASE_URL": "http://127.0.0.1:{port}/v3"},
        {"DIDWW_BASE_URL": "https://127.0.0.1:{port}/v3"},
        {"DIDWW_BASE_URL": "https://no-such-host.invalid/v3"},
        {"DIDWW_BASE_URL": "https://localhost:9/v3", "HTTPS_PROXY": "http://127.0.0.1:{port}"},
        {"DIDWW_BASE_URL": "https://localhost:9/v3", "HTTPS_PROXY": "http://no-such-proxy.invalid:3128"},
        {"DIDWW_BASE_URL": "http://127.0.0.1:9/v3", "HTTP_PROXY": "http://127.0.0.1:{port}"},
    ],
    ids=["refused", "refused with TLS", "unknown name", "no proxy for CONNECT", "unknown proxy", "no proxy"],
)
def test_where_there_is_no_connection_nothing_left(monkeypatch, settings):
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    monkeypatch.setenv("NO_PROXY", "")
    for name, value in settings.items():
        monkeypatch.setenv(name, value.format(port=free_port()))
    unreached(FEW if "invalid" in str(settings) else WRITES)


def test_a_bundle_of_certificates_that_is_not_there_is_told_before_anything_is_sent(server, live, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    monkeypatch.setenv("DIDWW_BASE_URL", "https://localhost:9/v3")
    assert "/nowhere/ca.pem" in live("api POST /orders -F a=1", code=2).err


SKU = "0f6c5c1e-8b6e-4f6e-9a53-5f4a2f3e6b11"
ORDER = f"orders create --sku {SKU} --qty 1 --external-reference-id po-1 --yes --retries 2 -o json"
PLACED = {"id": "o1", "type": "orders", "attributes": {"external_reference_id": "po-1", "status": "pending"}}


@pytest.mark.parametrize("fault", TAKEN)
@pytest.mark.parametrize("way", ["http", "https", "proxy", "connect"], indirect=True)
@pytest.mark.parametrize("found", [True, False], ids=["placed", "not placed"])
def test_an_order_whose_answer_is_lost_is_looked_up_and_not_placed_again(way, fault, found):
    way.fault = fault
    way.reads = lambda writes: json.dumps(
        {"data": [PLACED] if found and writes else [], "meta": {"total_records": int(bool(found and writes))}}
    ).encode()
    result = run_line(ORDER)
    assert result.code == (0 if found else 8), str(result)
    assert way.requests == 1
    assert "po-1" in (result.out if found else result.error["message"])


def test_an_order_whose_look_up_fails_is_not_placed(way_http):
    way_http.fault = "502"
    assert run_line(ORDER).code == 7
    assert way_http.requests == 3


@pytest.fixture
def way_http(monkeypatch):
    with faulty(plain) as server:
        monkeypatch.setenv("DIDWW_BASE_URL", f"http://127.0.0.1:{server.port}/v3")
        monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
        yield server
