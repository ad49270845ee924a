"""Faults, the rate limit and latency, as a client in the process meets them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import requests

from didww_cli.emulator.faults import Faults, Harm, parse
from didww_cli.emulator.front import Front, RateLimit
from didww_cli.emulator.message import Request
from didww_cli.emulator.transport import EmulatorAdapter
from didww_cli.errors import UsageError

from .conftest import Api, document

BASE = "https://demo.didww.example/v3"
JSON_API = {"Content-Type": "application/vnd.api+json"}
GROUP = document("voice_in_trunk_groups", {"name": "New"})


def connect(*faults: str, path: Path | None = None) -> requests.Session:
    session = requests.Session()
    session.mount("https://demo.didww.example", EmulatorAdapter(path, faults=faults))
    session.headers["Api-Key"] = "key"
    return session


@pytest.mark.parametrize(
    ("text", "method", "path", "harm", "status", "share"),
    [
        ("POST /orders=drop-after", "POST", "/orders", Harm.DROP_AFTER, 0, 1.0),
        ("*=500@0.1", "*", "*", Harm.STATUS, 500, 0.1),
        ("GET /dids=cut", "GET", "/dids", Harm.CUT, 0, 1.0),
        ("/exports/*=429", "*", "/exports/*", Harm.STATUS, 429, 1.0),
        ("DELETE *=drop-before@1", "DELETE", "*", Harm.DROP_BEFORE, 0, 1.0),
        ("GET /pops=html", "GET", "/pops", Harm.HTML, 0, 1.0),
    ],
)
def test_a_fault_is_read(text: str, method: str, path: str, harm: Harm, status: int, share: float) -> None:
    fault = parse(text)
    assert (fault.method, fault.path, fault.harm, fault.status, fault.share) == (method, path, harm, status, share)


def test_how_slow_is_slow() -> None:
    assert (parse("*=slow").seconds, parse("*=slow:0.5").seconds) == (10.0, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "*=",
        "=500",
        "*=200",
        "*=600",
        "*=999",
        "*=bogus",
        "*=status",
        "*=500@2",
        "*=500@x",
        "PUT /a=500",
        "dids=500",
        "*=cut:3",
    ],
)
def test_what_is_no_fault(text: str) -> None:
    with pytest.raises(UsageError, match="Not a fault") as refusal:
        parse(text)
    assert "drop-after" in refusal.value.hint


def test_a_type_alone_means_its_resources_where_the_method_is_for_single_ones() -> None:
    faults = Faults.of(["PATCH /dids=500", "DELETE /orders=cut", "GET /dids=html"])
    struck = [faults.strike(*one) for one in (("PATCH", "/dids/x"), ("DELETE", "/orders/x"), ("GET", "/dids"))]
    assert [one.harm for one in struck if one] == [Harm.STATUS, Harm.CUT, Harm.HTML]
    assert faults.strike("GET", "/dids/x") is None
    assert faults.strike("PATCH", "/did_groups/x") is None


def test_a_share_of_the_requests() -> None:
    faults = Faults.of(["*=500@0.3"])
    struck = sum(faults.strike("GET", "/dids") is not None for _ in range(1000))
    assert 250 < struck < 350


def test_the_first_fault_that_fits() -> None:
    faults = Faults.of(["GET /dids=404", "GET /dids/*=410", "*=500"])
    found = [faults.strike(*where) for where in (("GET", "/dids"), ("GET", "/dids/x"), ("POST", "/dids"))]
    assert [fault.status for fault in found if fault] == [404, 410, 500]


def test_dropped_before_nothing_is_done(tmp_path: Path) -> None:
    path = tmp_path / "account.json"
    with pytest.raises(requests.ConnectionError, match="Connection aborted"):
        connect("POST /voice_in_trunk_groups=drop-before", path=path).post(
            f"{BASE}/voice_in_trunk_groups", json=GROUP, headers=JSON_API
        )
    assert connect(path=path).get(f"{BASE}/voice_in_trunk_groups").json()["meta"]["total_records"] == 2


def test_dropped_after_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "account.json"
    with pytest.raises(requests.ConnectionError, match="Connection aborted"):
        connect("POST *=drop-after", path=path).post(f"{BASE}/voice_in_trunk_groups", json=GROUP, headers=JSON_API)
    assert connect(path=path).get(f"{BASE}/voice_in_trunk_groups").json()["meta"]["total_records"] == 3


def test_a_cut_reply_breaks_in_the_middle() -> None:
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        connect("GET /dids=cut").get(f"{BASE}/dids")
    with connect("GET /dids=cut").get(f"{BASE}/dids", stream=True) as response:
        assert response.status_code == 200
        pieces = response.iter_content(512)
        assert len(next(pieces)) == 512
        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            list(pieces)


def test_a_page_in_place_of_json() -> None:
    response = connect("*=html").get(f"{BASE}/dids")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert response.text.startswith("<!DOCTYPE html>")


def test_a_bare_status() -> None:
    response = connect("*=503").get(f"{BASE}/dids")
    assert (response.status_code, response.reason) == (503, "Service Unavailable")
    assert response.json()["errors"][0]["title"] == "Service Unavailable"


def test_too_many_requests_as_the_server_says_it() -> None:
    response = connect("*=429").get(f"{BASE}/dids")
    assert response.status_code == 429
    assert response.json() == {"errors": [{"status": "429", "detail": "Too Many Requests"}]}


def test_a_slow_reply_outlasts_the_patience_of_a_client() -> None:
    session = connect("*=slow:0.3")
    with pytest.raises(requests.ReadTimeout):
        session.get(f"{BASE}/dids", timeout=0.05)
    with pytest.raises(requests.ReadTimeout):
        session.get(f"{BASE}/dids", timeout=(1, 0.05))
    start = time.monotonic()
    assert session.get(f"{BASE}/dids", timeout=5).ok
    assert time.monotonic() - start >= 0.3


def test_the_rate_limit_counts_by_key_and_second(api: Api) -> None:
    now = [0.0]
    front = Front(api.emulator.handle, rate_limit=RateLimit(3, lambda: now[0]))

    def status(key: str) -> int:
        outcome = front.answer(Request("GET", "/v3/pops", (), {"Api-Key": key}))
        assert outcome.reply is not None
        return outcome.reply.status

    assert [status("a") for _ in range(5)] == [200, 200, 200, 429, 429]
    assert status("b") == 200
    now[0] = 0.99
    assert status("a") == 429
    now[0] = 1.0
    assert [status("a") for _ in range(4)] == [200, 200, 200, 429]


def test_latency_is_added_to_every_reply(api: Api) -> None:
    front = Front(api.emulator.handle, Faults.of(["GET /pops=slow:1", "GET /areas=500"]), latency=0.25)
    outcomes = [front.answer(Request("GET", path, (), {"Api-Key": "k"})) for path in ("/pops", "/areas", "/dids")]
    assert [outcome.delay for outcome in outcomes] == [1.25, 0.25, 0.25]
