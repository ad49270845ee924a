"""The token service of the emulated account, and what its tokens open."""

from __future__ import annotations

import json
from typing import Any

import pytest

from didww_cli.emulator.message import Request

from .conftest import Api, start

GOOD = {"aud": "api.didww.com", "api_version": "2026-11-19"}


def mint(api: Api, asked: Any, key: str = "key") -> tuple[int, dict[str, Any]]:
    body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    reply = api.emulator.handle(Request("POST", "/token", (), {"Api-Key": key} if key else {}, body))
    return reply.status, json.loads(reply.body)


@pytest.mark.parametrize(
    ("asked", "status", "error"),
    [
        (b"{", 400, "invalid_request"),
        (b"[]", 400, "invalid_request"),
        ({}, 400, "invalid_request"),
        ({**GOOD, "aud": "elsewhere.example"}, 400, "invalid_request"),
        ({**GOOD, "aud": []}, 400, "invalid_request"),
        ({**GOOD, "scope": "all"}, 400, "invalid_scope"),
        ({**GOOD, "api_version": "2026-04-16"}, 400, "invalid_request"),
        ({**GOOD, "expires_in": "x"}, 400, "invalid_request"),
    ],
)
def test_a_wrong_request(api: Api, asked: Any, status: int, error: str) -> None:
    found = mint(api, asked)
    assert (found[0], found[1]["error"]) == (status, error)


def test_a_wrong_key_and_a_wrong_method(api: Api) -> None:
    assert mint(api, GOOD, key="")[1]["error"] == "invalid_client"
    status, found = mint(start(api_key="right"), GOOD)
    assert (status, found["error"]) == (401, "invalid_client")
    assert api.emulator.handle(Request("GET", "/token", (), {"Api-Key": "key"})).status == 405


@pytest.mark.parametrize(("asked", "seconds"), [(None, 900), (1, 60), (100_000, 3600), (300, 300)])
def test_a_token_lasts_as_long_as_is_allowed(api: Api, asked: int | None, seconds: int) -> None:
    status, found = mint(api, {**GOOD, "expires_in": asked} if asked else GOOD)
    assert (status, found["expires_in"], found["token_type"], found["scope"]) == (200, seconds, "Bearer", "full")


def test_a_token_ends(api: Api) -> None:
    later = api.with_token(expires_in=60)
    assert later.get("/balance").document["meta"]["api_version"] == "2026-11-19"
    api.clock.forward(seconds=61)
    answer = later.get("/balance")
    assert (answer.status, answer.reply.headers["WWW-Authenticate"]) == (401, 'Bearer error="invalid_token"')


def test_a_token_for_another_host_and_one_that_was_changed(api: Api) -> None:
    assert api.with_token(aud="api-vin.didww.com").get("/balance").status == 401
    changed = api.with_token()
    changed.proof["Authorization"] = changed.proof["Authorization"][:-1] + "x"
    assert changed.get("/balance").status == 401


def test_a_token_that_can_only_read(api: Api) -> None:
    reader = api.with_token(scope="read")
    did = reader.list("/dids")[0]
    answer = reader.update(did, {"description": "x"})
    assert (answer.status, answer.errors[0][1]) == (403, "Insufficient scope")
    assert answer.reply.headers["WWW-Authenticate"] == 'Bearer error="insufficient_scope"'


def test_an_account_of_the_newest_version_takes_no_key() -> None:
    api = start(version="2026-11-19")
    assert api.get("/balance").status == 401
    assert api.send("GET", "/balance", headers={"X-DIDWW-API-Version": "2026-04-16"}).status == 401
    assert api.get("/public_keys").document["meta"]["api_version"] == "2026-11-19"
    assert api.with_token().get("/balance").status == 200


def test_what_went_is_gone(api: Api) -> None:
    later = api.with_token()
    assert later.get("/did_group_types").status == 404
    assert later.get("/pops").status == 404
    assert later.get("/did_groups", {"include": "did_group_type"}).status == 400
    assert later.get("/did_groups", {"filter[did_group_type.id]": "x"}).status == 400
    assert "did_group_type" not in later.get("/did_groups").data[0]["relationships"]
    assert "did_group_type" in api.get("/did_groups").data[0]["relationships"]
