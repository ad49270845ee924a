"""``config init`` tries the key: one that is refused, or cannot be tried, is not stored."""

from __future__ import annotations

import os
import tomllib

import pytest

from tests.conftest import document, problem, run_line
from tests.processes import start
from tests.terminal import in_dialogue

KEY = "typed-key-42"
MONEY = {"balance": "60.00", "credit": "10.00", "total_balance": "70.00"}
BALANCE = {"id": "b", "type": "balances", "attributes": MONEY}


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("DIDWW_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "config.toml"


def init(line="", *, code=0, key=KEY):
    result = run_line(f"config init -p work {line}", stdin=f"{key}\n")
    assert result.code == code, str(result)
    assert KEY not in result.out + result.err
    return result


def test_a_key_that_works_is_told_with_balance_and_version(server, config):
    server.answer(document(BALANCE))
    told = init().err.splitlines()
    works = "The key works, with version 2026-04-16 of the API: balance 60.00, credit 10.00, total balance 70.00."
    assert told[0] == works
    assert told[1].startswith("Profile work (sandbox) is stored in ")
    assert [(seen.method, seen.path, seen.headers["Api-Key"]) for seen in server.seen] == [("GET", "/v3/balance", KEY)]
    assert tomllib.loads(config.read_text())["profiles"]["work"]["api_key"] == KEY


@pytest.mark.parametrize(
    ("answer", "code"), [(problem(401, "Unauthorized"), 3), (problem(403, "Forbidden"), 3), (problem(503, "Busy"), 7)]
)
def test_one_that_does_not_is_not_stored(server, config, answer, code):
    server.answer(answer)
    told = init(code=code).err
    assert "Nothing was stored; --no-check stores the key without trying it." in told
    assert not config.exists()


def test_where_a_variable_sends_it_is_told(server, config, monkeypatch):
    server.answer(document(BALANCE))
    told = init().err.splitlines()
    says = f"As long as DIDWW_BASE_URL is set, it goes to {os.environ['DIDWW_BASE_URL']} instead; to keep that: "
    assert told[2].startswith(says)
    monkeypatch.delenv("DIDWW_BASE_URL")
    monkeypatch.setenv("DIDWW_ENVIRONMENT", "production")
    told = init("--environment sandbox --no-check --force").err
    assert "Profile work (sandbox) is stored in " in told
    assert "As long as DIDWW_ENVIRONMENT is set, it goes to production instead; to keep that: " in told


def test_the_environment_of_the_variable_is_stored(config, monkeypatch):
    monkeypatch.setenv("DIDWW_ENVIRONMENT", "production")
    told = init("--no-check").err
    assert "Profile work (production) is stored in " in told
    assert "As long as" not in told
    assert tomllib.loads(config.read_text())["profiles"]["work"]["environment"] == "production"


def test_without_the_check_nothing_is_sent(server, config):
    init("--no-check")
    assert server.seen == []
    assert config.exists()


def test_no_way_to_the_api_is_no_key_stored(config, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "http://127.0.0.1:9/v3")
    assert "cannot connect" in init(code=7).err
    assert not config.exists()


def test_an_address_that_only_a_variable_says_is_told_with_what_keeps_it(server, config, monkeypatch):
    """The key was tried there; without the variable the profile would send it to DIDWW's sandbox."""
    server.answer(document(BALANCE))
    line = init().err.partition("to keep that: didww ")[2].splitlines()[0]
    monkeypatch.delenv("DIDWW_BASE_URL")
    assert run_line(line).code == 0
    assert run_line("-p work balance -o json").json["balance"] == "60.00"
    assert "to keep that" not in init("--force --no-check").err


def test_an_account_of_today_is_tried_with_a_token(config, monkeypatch):
    process = start("emulator serve --port 0 --account-version 2026-11-19 --api-key right")
    try:
        monkeypatch.setenv("DIDWW_BASE_URL", process.stdout.readline().strip())
        assert "The key works, with version 2026-11-19 of the API: balance " in init(key="right").err
        init("--force", code=3, key="wrong")
        assert tomllib.loads(config.read_text())["profiles"]["work"]["api_key"] == "right"
    finally:
        process.terminate()
        process.communicate()


def test_on_a_terminal_too(server, config):
    server.answer(document(BALANCE))
    answers = [("[work]: ", b"mine\n"), ("[sandbox]: ", b"\n"), ("API key: ", b"k-1234567\n"), ("none): ", b"\n")]
    screen = in_dialogue(["config", "init"], answers)
    assert screen.code == 0, screen.text
    assert "balance 60.00" in screen.text
    assert "k-1234567" not in screen.text
    assert tomllib.loads(config.read_text())["default_profile"] == "mine"
