"""A profile that can only read: nothing that writes is sent, with the key or with a token."""

from __future__ import annotations

import pytest

from tests.conftest import Server, document, problem, run_line

DID = {"id": "d1", "type": "dids", "attributes": {"number": "12025550100", "description": "old"}}
WRITES = [
    "dids update id:d1 --description x",
    "trunks in delete id:t1 --yes",
    "trunks groups create --name x",
    "api POST /orders -F a=1",
    "api DELETE /dids/d1",
    "emergency requirements check id:1 --address id:2 --identity id:3",
]


@pytest.mark.parametrize("line", WRITES)
@pytest.mark.parametrize("way", ["--read-only", "variable", "profile"])
def test_nothing_is_written(server: Server, monkeypatch, tmp_path, line: str, way: str) -> None:
    server.answer(document(DID))
    if way == "variable":
        monkeypatch.setenv("DIDWW_SCOPE", "read")
    elif way == "profile":
        path = tmp_path / "config.toml"
        path.write_text('[profiles.looker]\nscope = "read"\n')
        path.chmod(0o600)
        monkeypatch.setenv("DIDWW_CONFIG", str(path))
        monkeypatch.setenv("DIDWW_PROFILE", "looker")
    result = run_line(f"{line} -o json {'--read-only' if way == '--read-only' else ''}")
    if result.code == 2:
        pytest.fail(str(result))
    assert (result.code, result.error["kind"]) == (3, "read_only"), str(result)
    assert {seen.method for seen in server.seen} <= {"GET"}


def test_reading_and_dry_runs_go_on(server: Server) -> None:
    server.answer(document(DID))
    assert run_line("--read-only dids get id:d1 -o ids").out == "d1\n"
    shown = run_line("--read-only dids update id:d1 --description x --dry-run -o json")
    assert (shown.code, shown.json["method"]) == (0, "PATCH")


def test_the_token_has_that_scope_too(server: Server) -> None:
    def account(seen):
        if seen.path == "/token":
            assert seen.json["scope"] == "read"
            return 200, {"access_token": "t-for-reading", "expires_in": 900, "scope": "read"}, {}
        return document([DID])

    server.answer(account)
    assert run_line("--read-only --api-version 2026-11-19 dids list -o ids").out == "d1\n"


def test_too_little_scope_is_told_in_words(server: Server) -> None:
    def account(seen):
        if seen.path == "/token":
            return 200, {"access_token": "t-for-reading", "expires_in": 900, "scope": "read"}, {}
        if seen.method == "GET":
            return document(DID)
        status, body, _ = problem(403, "Insufficient scope")
        return status, body, {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}

    server.answer(account)
    result = run_line("--api-version 2026-11-19 dids update id:d1 --description x")
    assert result.code == 3
    assert "The scope of the token is too little" in result.err
