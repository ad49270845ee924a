"""Version 2026-11-19: the token that stands in for the key, who gets which of them, and what is repeated."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from didww_cli.catalog.versions import types_at
from didww_cli.config.settings import state_folder
from didww_cli.masking import MASK
from tests.conftest import Result, Seen, Server, document, problem, run_line, running_server
from tests.spoken import NEW

DID = {"id": "d1", "type": "dids", "attributes": {"number": "12025550100"}}
PINNED = f"--api-version {NEW}"
REFUSED = problem(401, "Unauthorized", "Authorization failed")


class Account:
    """A scripted API of version 2026-11-19 with its token service; ``tokens`` are those that it has given."""

    def __init__(self, answer: Any = None) -> None:
        self.tokens: list[str] = []
        self.valid: set[str] = set()
        self.asked: list[dict[str, Any]] = []
        self.lifetime = 900
        self.answer = answer or document([DID])
        self.mint: Any = None

    def __call__(self, seen: Seen) -> Any:
        if seen.path == "/token":
            self.asked.append(seen.json)
            assert seen.headers["Api-Key"] == "secret-key-1"
            assert "Authorization" not in seen.headers
            if self.mint:
                return self.mint
            token = f"token-number-{len(self.tokens)}-of-the-account"
            self.tokens.append(token)
            self.valid.add(token)
            return 200, {"access_token": token, "token_type": "Bearer", "expires_in": self.lifetime}, {}
        if "Authorization" not in seen.headers:
            return REFUSED
        assert "Api-Key" not in seen.headers
        assert "X-DIDWW-API-Version" not in seen.headers
        if seen.headers["Authorization"].removeprefix("Bearer ") not in self.valid:
            return (*REFUSED[:2], {"WWW-Authenticate": 'Bearer error="invalid_token"'})
        return self.answer(seen) if callable(self.answer) else self.answer


@pytest.fixture
def account(server: Server) -> Account:
    made = Account()
    server.answer(made)
    return made


@pytest.fixture
def run(account: Account) -> Iterator[Callable[..., Result]]:
    """Runs command lines; no token and no key is ever printed."""

    def run_it(line: str, code: int = 0) -> Result:
        result = run_line(line)
        assert result.code == code, str(result)
        for secret in ("secret-key-1", *account.tokens):
            assert secret not in result.out + result.err
        return result

    yield run_it
    kept = [path.read_text() for path in state_folder().rglob("*") if path.is_file() and path.parent.name != "tokens"]
    assert not any(secret in text for text in kept for secret in ("secret-key-1", *account.tokens))


@pytest.mark.parametrize("way", ["--api-version 2026-04-16", "DIDWW_API_VERSION"])
def test_a_version_that_was_asked_for_is_named_where_the_key_is_refused(run, account, monkeypatch, way):
    if way == "DIDWW_API_VERSION":
        monkeypatch.setenv(way, "2026-04-16")
    told = run(f"dids list {way if way.startswith('--') else ''}", code=3).err
    assert f"It was spoken in version 2026-04-16, asked for by {'variable ' * ('_' in way)}{way.split()[0]}: " in told
    assert account.tokens == []
    account.mint = (401, {"error": "invalid_client"}, {})
    monkeypatch.delenv("DIDWW_API_VERSION", raising=False)
    assert "It was spoken in version" not in run("dids list", code=3).err


def methods(server: Server) -> list[str]:
    return [f"{seen.method} {seen.path.removeprefix('/v3')}" for seen in server.seen]


def test_a_refused_key_leads_to_a_token_which_is_remembered(server: Server, account: Account, run) -> None:
    assert run("dids list -o ids -v").out == "d1\n"
    assert methods(server) == ["GET /dids", "POST /token", "GET /dids"]
    assert account.asked == [{"aud": ["api.didww.com"], "scope": "full", "api_version": "2026-11-19"}]
    assert [one.query for one in server.seen] == [{"page[size]": "1000"}, {}, {"page[size]": "100"}]
    server.seen.clear()
    assert run("dids list -o ids").err == ""
    assert methods(server) == ["GET /dids"]
    assert "Api-Key" not in server.seen[0].headers


def test_where_the_token_service_refuses_too_the_first_refusal_is_told(server: Server, account: Account, run) -> None:
    account.mint = (401, {"error": "invalid_client", "error_description": "no"}, {})
    result = run("dids list", 3)
    assert methods(server) == ["GET /dids", "POST /token"]
    assert "Authorization failed (401)" in result.err
    assert "invalid_client" not in result.err


def test_a_token_service_that_has_too_much_to_do_is_told_instead(server: Server, account: Account, run) -> None:
    account.mint = (429, {"error": "rate_limit_exceeded"}, {"Retry-After": "1"})
    assert "rate_limit_exceeded" in run("dids list --retries 0", 6).err


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((502, b"<html>", {"Content-Type": "text/html"}), "the server failed: HTTP 502"),
        ((200, b"<html>", {"Content-Type": "text/html"}), "it is not JSON"),
        (None, "before the answer was whole"),
    ],
)
def test_a_token_service_that_is_down_is_told_of_beside_the_refused_key(server, account, run, answer, words) -> None:
    """Who has a new account and cannot reach the token service did nothing wrong with the key."""

    def down(seen: Seen) -> Any:
        return answer if seen.path == "/token" else account(seen)

    server.answer(down)
    result = run("dids list --retries 0", 3)
    assert "The token service gives no token" in result.err
    assert words in result.err
    assert "Unauthorized: Authorization failed (401)" in result.err
    server.answer(account)
    assert run("dids list -o ids").out == "d1\n"


def test_a_pinned_version_that_an_account_left_is_told_of(server: Server, account: Account, run) -> None:
    assert "It was spoken in version" in run("--api-version 2026-04-16 dids list", 3).err
    assert methods(server) == ["GET /dids"]
    assert "It was spoken in version" not in run("dids list").err


def test_a_scope_that_is_too_little_is_not_guessed(server: Server, account: Account, run) -> None:
    header = {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}
    account.answer = (*problem(403, "Insufficient scope")[:2], header)
    result = run(f"{PINNED} dids list", 3)
    assert "'didww auth status' tells which it has" in result.err
    assert "can only read" not in result.err


@pytest.mark.parametrize(
    "line", ["pops list", "dids list -f pending_removal=true", "did-groups list -s did_group_type.name"]
)
def test_what_an_account_turns_out_to_lack_is_not_asked_for(server: Server, account: Account, run, line) -> None:
    assert f"went with {NEW}" in run(line, 2).err
    assert methods(server)[1:] == ["POST /token"]
    assert run("auth status -o json").json["api_version"] == NEW


def test_many_commands_share_one_token(server: Server, account: Account, run) -> None:
    for _ in range(5):
        run(f"{PINNED} dids list -o ids")
    assert len(account.tokens) == 1
    (kept,) = (path for path in (state_folder() / "tokens").iterdir() if path.suffix == ".json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "secret" not in kept.name


def test_a_token_that_is_about_to_end_is_not_used(server: Server, account: Account, run) -> None:
    run(f"{PINNED} dids list")
    (kept,) = (path for path in (state_folder() / "tokens").iterdir() if path.suffix == ".json")
    found = json.loads(kept.read_text())
    kept.write_text(json.dumps({**found, "ends": found["ends"] - 900 + 59}))
    run(f"{PINNED} dids list")
    assert len(account.tokens) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"value": 1}'])
def test_a_kept_token_that_cannot_be_read_is_replaced(account: Account, run, content: str) -> None:
    run(f"{PINNED} dids list")
    (kept,) = (path for path in (state_folder() / "tokens").iterdir() if path.suffix == ".json")
    kept.write_text(content)
    run(f"{PINNED} dids list")
    assert len(account.tokens) == 2


@pytest.mark.parametrize("line", ["dids list -o ids", "dids update id:d1 --description x -o json"])
def test_a_refused_token_is_replaced_once(server: Server, account: Account, run, line: str) -> None:
    account.answer = lambda seen: document([DID] if seen.path.endswith("/dids") else DID)
    run(f"{PINNED} {line}")
    server.seen.clear()
    account.valid.clear()
    run(f"{PINNED} {line}")
    told = methods(server)
    assert told.count("POST /token") == 1
    assert told[:3] == [told[0], "POST /token", told[0]]


def test_a_token_that_is_refused_again_is_not_replaced_for_ever(server: Server, account: Account, run) -> None:
    account.answer = REFUSED
    run(f"{PINNED} dids list", 3)
    assert methods(server).count("GET /dids") <= 3


WRITES = [
    ("trunks groups create --name New --yes", "POST /voice_in_trunk_groups"),
    ("dids update id:d1 --description x", "PATCH /dids/d1"),
    ("trunks groups delete id:d1 --yes", "DELETE /voice_in_trunk_groups/d1"),
]


@pytest.mark.parametrize(("line", "write"), WRITES)
@pytest.mark.parametrize("lost", ["drop", "cut", (502, b"", {}), (408, b"", {}), (200, b"<html>", {})], ids=str)
def test_a_write_whose_outcome_is_unknown_is_sent_once(
    server: Server, account: Account, run, line, write, lost
) -> None:
    method = write.partition(" ")[0]
    lost = ("cut", *document(DID)) if lost == "cut" else lost
    account.answer = lambda seen: lost if seen.method == method else document([] if seen.path.endswith("s") else DID)
    run(f"{PINNED} {line}", 8)
    assert methods(server).count(write) == 1
    assert len(account.tokens) == 1


@pytest.mark.parametrize(("line", "write"), WRITES)
def test_a_write_that_a_refused_token_kept_from_happening_goes_once_more(
    server: Server, account: Account, run, line, write
) -> None:
    refused: list[Seen] = []

    def answer(seen: Seen) -> Any:
        if f"{seen.method} {seen.path.removeprefix('/v3')}" != write:
            return document([] if seen.path.endswith("s") else DID)
        refused.append(seen)
        return REFUSED if len(refused) == 1 else "drop"

    account.answer = answer
    run(f"{PINNED} {line}", 8)
    assert methods(server).count(write) == 2
    assert len(account.tokens) == 2


def test_no_command_sends_the_key_to_the_api_and_all_share_a_token(server: Server, account: Account, run) -> None:
    account.answer = document([])
    nouns = [one.noun for one in types_at(NEW) if one.noun and "list" in one.operations and one.api_key]
    for noun in nouns:
        run(f"{PINNED} {noun} list -o ids")
    reads = [seen for seen in server.seen if seen.path != "/token"]
    assert len(reads) == len(nouns) > 25
    assert all("Api-Key" not in seen.headers and seen.headers["Authorization"] for seen in reads)
    assert methods(server).count("POST /token") == 1


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ((401, {"error": "invalid_client", "error_description": "Unknown key"}, {}), 3, "invalid_client: Unknown key"),
        ((400, {"error": "invalid_scope", "error_description": "Not yours"}, {}), 3, "cannot have that scope"),
        ((400, {"error": "invalid_request", "error_description": "aud"}, {}), 3, "invalid_request: aud"),
        ((400, {"error": "invalid_request"}, {}), 3, "Version 2026-11-19 of the API takes one; -v tells why"),
        ((429, {"error": "rate_limit_exceeded"}, {"Retry-After": "1"}), 6, "rate_limit_exceeded"),
        ((200, {"token": "x"}, {}), 7, "it holds no access_token"),
        ((200, {"access_token": "a\r\nX-Evil: 1"}, {}), 7, "holds characters that none has"),
        ((200, b"<html>", {"Content-Type": "text/html"}), 7, "it is not JSON"),
        ((204, b"", {}), 7, "its answer is empty"),
        ((302, b"", {"Location": "https://other.example/token"}), 7, "other.example"),
    ],
)
def test_what_the_token_service_says(server: Server, account: Account, run, answer, code: int, words: str) -> None:
    account.mint = answer
    result = run(f"{PINNED} --retries 1 dids list -o json", code)
    assert "The token service gives no token" in result.error["message"] or words in result.error["message"]
    assert words in result.error["message"] + result.error["hint"]
    assert set(methods(server)) == {"POST /token"}


def test_the_key_goes_to_the_token_service_and_the_token_to_the_api_alone(
    server: Server, account: Account, run
) -> None:
    with running_server() as other:
        other.answer(document([DID]))
        account.answer = (302, b"", {"Location": f"{other.url}/dids"})
        run(f"{PINNED} dids list", 7)
        assert other.seen == []


def test_a_token_service_of_its_own(server: Server, account: Account, run, monkeypatch) -> None:
    with running_server() as service:
        service.answer(account)
        monkeypatch.setenv("DIDWW_TOKEN_URL", service.url.replace("/v3", "/token"))
        run(f"{PINNED} dids list")
        assert [seen.path for seen in service.seen] == ["/token"]
    assert methods(server) == ["GET /dids"]


def test_no_token_over_plain_http_to_another_machine(server: Server, account: Account, run, monkeypatch) -> None:
    monkeypatch.setenv("DIDWW_TOKEN_URL", "http://auth.example/token")
    assert "plain http" in run(f"{PINNED} dids list", 2).err
    assert server.seen == []


def test_a_dry_run_that_reads_nothing_mints_nothing(server: Server, account: Account, run) -> None:
    shown = run(f"{PINNED} api POST /orders -F a=1 --dry-run -o json").json
    assert shown["headers"]["Authorization"] == MASK
    assert "X-DIDWW-API-Version" not in shown["headers"]
    assert server.seen == []


def test_the_version_that_is_served_is_told(server: Server, account: Account, run) -> None:
    account.answer = document({"id": "b", "type": "balances", "attributes": {}})
    shown = run("config show --check -o json").json["api_version"]
    assert shown["source"] == "the account is on 2026-11-19: it refused the key"
    assert shown["value"] == "2026-04-16"  # what this server says in meta
    assert "Served in version 2026-04-16" in run("balance -v").err


def test_old_versions_are_spoken_by_hand_alone(server: Server, account: Account, run) -> None:
    result = run("--api-version 2022-05-10 dids list", 2)
    assert "didww api" in result.err
    assert server.seen == []
    server.answers[:] = [document([DID])]
    run("--api-version 2022-05-10 api GET /dids")
    assert server.seen[0].headers["X-DIDWW-API-Version"] == "2022-05-10"


def test_status_token_and_forget(server: Server, account: Account, run) -> None:
    status = run("auth status -o json").json
    assert (status["api_version"], status["token"], status["scope"]) == ("2026-04-16", None, "full")
    assert server.seen == []
    run("dids list")
    status = run("auth status -o json").json
    assert status["api_version"] == "2026-11-19"
    assert 800 < status["token"]["seconds_left"] <= 900
    assert "lasts" in run("auth status").out
    assert run_line("auth token").out == f"{account.tokens[0]}\n"
    assert run("auth forget").err == "Forgotten.\n"
    assert not list((state_folder() / "tokens").glob("*.json"))
    assert run("auth status -o json").json["api_version"] == "2026-04-16"
    assert "nothing to forget" in run("auth forget").err


def at_once(number: int, server: Server) -> None:
    """So many processes that list the DIDs."""
    environment = {**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "secret-key-1"}
    line = [sys.executable, "-m", "didww_cli", "--api-version", NEW, "dids", "list", "-o", "ids"]
    running = [subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(number)]
    assert [each.communicate(timeout=120)[0] for each in running] == ["d1\n"] * number


def test_twenty_commands_at_once_mint_one_token_and_one_in_place_of_a_refused_one() -> None:
    with running_server() as server:
        account = Account()
        server.answer(account)
        at_once(20, server)
        assert methods(server).count("POST /token") == 1
        assert methods(server).count("GET /dids") == 20
        account.valid.clear()
        at_once(4, server)
        assert methods(server).count("POST /token") == 2
        assert 24 < methods(server).count("GET /dids") <= 28


def test_what_is_named_otherwise_there_waits_for_the_version(server: Server, account: Account, run) -> None:
    trunk = {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": "Here"}}
    account.answer = lambda seen: document([] if seen.method == "GET" else trunk)
    run("trunks in create --name Here --pstn-dst 493012345 --pop FRA --yes")
    asked = ["GET /voice_in_trunks", "POST /token", "GET /voice_in_trunks", "POST /voice_in_trunks"]
    assert methods(server) == asked
    assert server.seen[-1].json["data"]["attributes"]["pop"] == "FRA"
