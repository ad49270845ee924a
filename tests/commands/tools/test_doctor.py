"""``didww doctor``: each step of the way to the API, what is wrong with it, and that it shows no secret."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from didww_cli.config.settings import config_path
from tests.conftest import document, problem, run_line
from tests.jsonapi.faulty import certificate, encrypted, faulty
from tests.spoken import NEW

KEYS = document([{"id": "k1", "type": "public_keys", "attributes": {"key": "x"}}])
BALANCE = document({"id": "b1", "type": "balances", "attributes": {"balance": "5.00"}})


def states(result):
    return {one["check"]: one["state"] for one in result.json}


def found(result, check):
    return next(one for one in result.json if one["check"] == check)


def test_all_is_well_on_the_emulated_account(didww):
    result = didww("doctor -o json")
    assert set(states(result).values()) == {"ok", "skipped"}
    assert states(result)["access"] == "ok"
    assert found(result, "profile")["found"] == "the emulated account (profile demo) (--profile)"


def test_the_table_names_what_mends(live, server):
    server.answer(KEYS, problem(401, "Unauthorized"))
    result = live("doctor", code=10)
    assert any(line.split()[:2] == ["access", "failed"] for line in result.lines)
    assert result.lines[-1].startswith("access: ")
    assert "are not interchangeable" in result.lines[-1]
    assert result.err.strip() == "Error: Not in order: access."


def test_two_requests_the_first_without_the_key(live, server):
    server.answer(KEYS, BALANCE)
    result = live("doctor -o json")
    assert [(one.method, one.path, "Api-Key" in one.headers) for one in server.seen] == [
        ("GET", "/v3/public_keys", False),
        ("GET", "/v3/balance", True),
    ]
    assert found(result, "version")["found"].startswith("2026-04-16")
    assert found(result, "clock")["state"] == "ok"
    assert found(result, "setting api_key")["found"] == "********, from variable DIDWW_API_KEY"


def test_without_a_key_the_way_is_still_tried(live, server, monkeypatch):
    monkeypatch.delenv("DIDWW_API_KEY")
    server.answer(KEYS)
    result = live("doctor -o json", code=10)
    assert states(result)["key"] == "failed"
    assert states(result)["answer"] == "ok"
    assert len(server.seen) == 1


def test_a_clock_that_is_wrong(live, server, monkeypatch):
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda self: "Mon, 02 Nov 2020 10:00:00 GMT")
    server.answer(KEYS, BALANCE)
    result = live("doctor -o json")
    assert found(result, "clock")["state"] == "warning"
    assert found(result, "clock")["found"].endswith("s ahead of the server's")


@pytest.mark.parametrize("text", ["x = [", "[profiles.work]\ntimeout = 'long'", "default_profile = 'gone'"])
def test_a_broken_file_stops_nothing_else(live, server, text):
    config_path().parent.mkdir(parents=True)
    config_path().write_text(text)
    config_path().chmod(0o600)
    server.answer(KEYS, BALANCE)
    result = live("doctor -o json --profile work" if "work" in text else "doctor -o json", code=10)
    assert states(result)["settings"] == "failed"
    assert found(result, "settings")["found"]


def test_a_broken_variable_and_a_file_that_others_read(live, server, monkeypatch):
    config_path().parent.mkdir(parents=True)
    config_path().write_text("[profiles.work]\napi_key = 'secret-key-1'")
    config_path().chmod(0o644)
    monkeypatch.setenv("DIDWW_TIMEOUT", "soon")
    result = live("doctor -o json", code=10)
    assert "DIDWW_TIMEOUT" in found(result, "settings")["found"]
    assert found(result, "settings")["fix"] == "Nothing further can be looked at before."
    assert found(result, "file") == {
        "check": "file",
        "state": "warning",
        "found": f"others can read {config_path()}",
        "fix": f"chmod 600 {config_path()}",
    }
    assert server.seen == []


def test_a_name_that_is_not_known_ends_the_way(live, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "https://no-such-host.invalid/v3")
    result = live("doctor -o json", code=10)
    assert "no-such-host.invalid" in found(result, "name")["found"]
    assert "answer" not in states(result)


@pytest.mark.parametrize(("trusts", "state"), [(True, "warning"), (False, "failed")])
def test_certificates(tmp_path, monkeypatch, trusts, state):
    context, pem = certificate(tmp_path, "localhost")
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    if trusts:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
    with faulty(encrypted, context) as server:
        server.reads = lambda writes: b'{"data":[]}'
        monkeypatch.setenv("DIDWW_BASE_URL", f"https://localhost:{server.port}/v3")
        result = run_line("doctor -o json")
    assert states(result)["TLS"] == state
    assert ("answer" in states(result)) == trusts
    told = found(result, "TLS")["found"]
    assert told.endswith("1 more days") if trusts else "is not trusted" in told


def test_the_login_of_a_proxy_is_not_shown(monkeypatch):
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    monkeypatch.setenv("HTTPS_PROXY", "http://user:hidden-word@127.0.0.1:9")
    result = run_line("doctor -o json --retries 0")
    assert result.code == 10
    assert "127.0.0.1:9" in found(result, "proxy")["found"]
    assert states(result)["name"] == states(result)["TLS"] == "skipped"
    assert "hidden-word" not in result.out + result.err


def test_the_words_of_a_command_may_be_secret(live, server, monkeypatch):
    monkeypatch.delenv("DIDWW_API_KEY")
    config_path().parent.mkdir(parents=True)
    config_path().write_text("[profiles.work]\napi_key_command = ['sh', '-c', 'exit 3 # hidden-word']")
    config_path().chmod(0o600)
    server.answer(KEYS)
    result = live("doctor -o json --profile work", code=10)
    assert found(result, "setting api_key_command")["found"] == "sh …, from profile work"
    assert "hidden-word" not in result.out + result.err


def test_a_folder_in_place_of_the_file(live, server, monkeypatch, tmp_path):
    monkeypatch.setenv("DIDWW_CONFIG", str(tmp_path))
    server.answer(KEYS, BALANCE)
    result = live("doctor -o json", code=10)
    assert "chmod" not in result.out + result.err
    assert states(result)["settings"] == "failed"


def test_a_key_that_may_not_read_the_balance_is_no_wrong_key(live, server):
    server.answer(KEYS, problem(403, "Forbidden"))
    result = live("doctor -o json")
    assert found(result, "access")["state"] == "warning"
    assert states(result)["version"] == "ok"


@pytest.mark.parametrize(("granted", "state"), [("full", "ok"), ("read", "warning")])
def test_a_token_of_a_narrower_scope(live, server, granted, state):
    server.token = ""
    token = {"access_token": "hidden-token", "token_type": "Bearer", "expires_in": 900, "scope": granted}
    server.answer(KEYS, (200, token, {}), BALANCE)
    result = live(f"doctor -o json --api-version {NEW}")
    assert states(result)["access"] == state
    assert f"scope {granted}" in found(result, "access")["found"]
    assert ("though full was asked for" in found(result, "access")["found"]) == (state == "warning")
    assert "hidden-token" not in result.out + result.err


def test_an_address_that_is_not_the_api_s(live, server):
    server.answer((404, "nothing here", {}))
    result = live("doctor -o json", code=10)
    assert states(result)["answer"] == "failed"
    assert f"{server.url} is the address of the API" in found(result, "answer")["fix"]


def test_a_version_that_commands_do_not_speak(live, server):
    config_path().parent.mkdir(parents=True)
    config_path().write_text("[profiles.work]\napi_version = '2022-05-10'\napi_key = 'secret-key-1'")
    config_path().chmod(0o600)
    result = live("doctor -o json --profile work", code=10)
    assert "Commands speak versions from 2026-04-16 on" in found(result, "settings")["found"]
    assert server.seen == []
