"""The services of prices of the emulated account: who may ask, what is refused, and the files."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from didww_cli.emulator.message import Reply, Request

from .conftest import Api

LOOKUP = "/api-vin/v3/lookup/prices"
FILE = "/api-vin/v3/prices.csv.gz"
NUMBER = ("filter[number]", "448081570000")


def token(api: Api, audience: str = "api-vin.didww.com", scope: str = "read") -> str:
    asked = {"aud": audience, "api_version": "2026-11-19", "scope": scope}
    reply = api.emulator.handle(Request("POST", "/token", (), {"Api-Key": "key"}, json.dumps(asked).encode()))
    return f"Bearer {json.loads(reply.body)['access_token']}"


def ask(api: Api, path: str, *query: tuple[str, str], method: str = "GET", **headers: str) -> Reply:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return api.emulator.handle(Request(method, path, query, {"Authorization": token(api), **sent}))


def error(reply: Reply) -> dict[str, Any]:
    return json.loads(reply.body)["errors"][0]


@pytest.mark.parametrize("path", [LOOKUP, FILE])
def test_only_a_token_that_names_the_service_opens_it(api: Api, path: str) -> None:
    def status(**headers: str) -> tuple[int, str]:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        reply = api.emulator.handle(Request("GET", path, (NUMBER,), sent))
        return reply.status, reply.headers.get("WWW-Authenticate", "")

    refused = (401, 'Bearer error="invalid_token"')
    assert status() == refused
    assert status(Api_Key="key") == refused
    assert status(Authorization="Bearer made-up") == refused
    assert status(Authorization=token(api, "api.didww.com", "full")) == refused
    assert status(Authorization=token(api, "api-vout.didww.com")) == refused
    assert status(Authorization=token(api, scope="full"))[0] in (200, 400)


def test_a_token_for_prices_does_not_open_the_api(api: Api) -> None:
    reply = api.emulator.handle(Request("GET", "/dids", (), {"Authorization": token(api)}))
    assert reply.status == 401


@pytest.mark.parametrize(
    ("path", "query", "code"),
    [
        (LOOKUP, [], "106"),
        (LOOKUP, [("filter[number]", "")], "106"),
        (LOOKUP, [("filter[number]", "1234567")], "107"),
        (LOOKUP, [("filter[number]", "+448081570000")], "107"),
        (LOOKUP, [NUMBER, ("filter[src_country_iso]", "de")], "107"),
        (LOOKUP, [NUMBER, ("filter[id]", "1")], "102"),
        (LOOKUP, [NUMBER, ("sort", "rate")], "105"),
        (LOOKUP, [NUMBER, ("page[size]", "5")], "105"),
    ],
)
def test_what_is_refused(api: Api, path: str, query: list[tuple[str, str]], code: str) -> None:
    reply = ask(api, path, *query)
    assert (reply.status, error(reply)["code"]) == (400, code)


def test_outbound_prices_know_no_country(api: Api) -> None:
    sent = {"Authorization": token(api, "api-vout.didww.com")}
    query = (NUMBER, ("filter[src_country_iso]", "DE"))
    reply = api.emulator.handle(Request("GET", "/api-vout/v3/lookup/prices", query, sent))
    assert (reply.status, error(reply)["code"]) == (400, "102")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api-sms/v3/sms_out/otp/lookup/prices", 404, "price_plan_not_assigned"),
        ("/api-sms/v3/sms_out/otp/prices.csv.gz", 404, "price_plan_not_assigned"),
        ("/api-sms/v3/lookup/prices", 404, "404"),
        ("/api-sms/v3/sms_in/prices", 404, "404"),
    ],
)
def test_what_is_not_there(api: Api, path: str, status: int, code: str) -> None:
    sent = {"Authorization": token(api, "api-sms.didww.com")}
    reply = api.emulator.handle(Request("GET", path, (("filter[dst_number]", "44"),), sent))
    assert (reply.status, error(reply)["code"]) == (status, code)


def test_nothing_can_be_written(api: Api) -> None:
    sent = {"Authorization": token(api, scope="full")}
    assert api.emulator.handle(Request("POST", LOOKUP, (NUMBER,), sent)).status == 405


def test_an_id_stays_as_long_as_the_price(api: Api) -> None:
    first, second = (json.loads(ask(api, LOOKUP, NUMBER).body) for _ in range(2))
    assert first == second
    assert first["meta"] == {"total_records": 3}
    assert len({row["id"] for row in first["data"]}) == 3


def test_the_file_and_its_head(api: Api) -> None:
    whole, head = ask(api, FILE), ask(api, FILE, method="HEAD")
    assert (whole.status, head.status, head.body) == (200, 200, b"")
    assert head.headers == {**whole.headers, "Content-Length": str(len(whole.body))}
    assert whole.headers["Accept-Ranges"] == "none"
    assert gzip.decompress(whole.body).decode().splitlines()[1] == "United Kingdom,,fixed,4480,0.02,0.0,60,60,false"


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Sun, 01 Nov 2026 06:00:00 GMT", 304),
        ("Sun, 01 Nov 2026 06:00:00", 304),
        ("Mon, 02 Nov 2026 06:00:00 GMT", 304),
        ("Sun, 01 Nov 2026 05:59:59 GMT", 200),
        ("nonsense", 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_condition(api: Api, method: str, since: str, status: int) -> None:
    reply = ask(api, FILE, method=method, If_Modified_Since=since)
    assert reply.status == status
    assert reply.headers["Last-Modified"] == "Sun, 01 Nov 2026 06:00:00 GMT"
    assert status == 200 or reply.body == b""
