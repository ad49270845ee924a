"""Configuration as users meet it: ``didww config`` and what wins over what."""

from __future__ import annotations

import shlex
import stat
import tomllib
from pathlib import Path

import pytest

from tests.conftest import document, run_line, running_server

KEY = "key-that-nobody-may-see"


@pytest.fixture
def config(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "deep" / "config.toml"
    monkeypatch.setenv("DIDWW_CONFIG", str(path))
    return path


def ok(line: str, stdin: str = "", code: int = 0):
    result = run_line(line, stdin)
    assert result.code == code, str(result)
    assert KEY not in result.out + result.err, str(result)
    return result


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o600)


def test_init_takes_the_key_from_standard_input(config):
    ok("config init --no-check --profile work --environment production", stdin=f"{KEY}\n")
    stored = tomllib.loads(config.read_text())
    assert stored == {"default_profile": "work", "profiles": {"work": {"environment": "production", "api_key": KEY}}}
    assert stat.S_IMODE(config.stat().st_mode) == 0o600


def test_lines_that_are_told_name_a_profile_so_that_a_shell_takes_them(config):
    ok("config init --no-check --profile work", stdin=KEY)
    told = ok('config init --no-check --profile "John\'s lab"', stdin=KEY).err
    assert shlex.split(told.rpartition("Try: ")[2]) == ["didww", "--profile", "John's lab", "dids", "list"]
    told = ok("dids list --profile 'a b'", code=2).err
    assert told.endswith("To make one: didww config init --profile 'a b'\n")


def test_init_without_a_key_stores_nothing(config):
    ok("config init --no-check --profile work", stdin="", code=3)
    assert not config.exists()


def test_init_keeps_a_profile_that_exists(config):
    ok("config init --no-check -p work", stdin=KEY)
    ok("config init --no-check -p work", stdin="other", code=2)
    assert tomllib.loads(config.read_text())["profiles"]["work"]["api_key"] == KEY
    ok("config init --no-check -p work --force", stdin="other")
    assert tomllib.loads(config.read_text())["profiles"]["work"]["api_key"] == "other"


def test_list_use_set_unset_remove(config):
    ok("config init --no-check -p one", stdin=KEY)
    ok("config init --no-check -p two --environment production", stdin=KEY)
    rows = ok("config list -o json").json
    assert [(row["name"], row["default"], row["api"]) for row in rows] == [
        ("one", True, "sandbox"),
        ("two", False, "production"),
        ("demo", False, "emulated"),
    ]
    ok("config use two")
    ok("config set timeout 12")
    ok("config set api_key_command 'pass show \"my key\"' -p one")
    ok("config set callback_secret", stdin="hush\n")
    stored = tomllib.loads(config.read_text())
    assert stored["profiles"]["two"]["timeout"] == 12.0
    assert stored["profiles"]["two"]["callback_secret"] == "hush"
    assert stored["profiles"]["one"]["api_key_command"] == ["pass", "show", "my key"]
    ok("config unset timeout")
    assert "timeout" not in tomllib.loads(config.read_text())["profiles"]["two"]
    ok("config remove two")
    stored = tomllib.loads(config.read_text())
    assert "two" not in stored["profiles"]
    assert "default_profile" not in stored
    ok("config use three", code=2)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("config set timeout never", "above 0"),
        ("config set timeout -5", "No such option"),
        ("config set timout 5", "timeout"),
        ("config set output xml", "json"),
        ("config set environment prod", "production"),
        ("config set base_url ftp://x", "URL"),
        (f"config set api_key {KEY}x", "command line"),
        ("config set timeout", "needs a value"),
        ("config set timeout 5 -p nobody", "nobody"),
        ("config set timeout 5 -p demo", "built in"),
        ("config remove demo", "built in"),
        ("config init --no-check -p demo", "built in"),
    ],
)
def test_wrong_values_are_refused_and_nothing_changes(config, line, says):
    ok("config init --no-check -p work", stdin=KEY)
    before = config.read_bytes()
    result = run_line(line)
    assert result.code == 2
    assert says in result.err
    assert config.read_bytes() == before


def test_show_says_where_each_value_came_from(config, monkeypatch):
    write(config, f'default_profile = "w"\n[profiles.w]\napi_key = "{KEY}"\ntimeout = 5\napi_version = "2022-05-10"\n')
    monkeypatch.setenv("DIDWW_TIMEOUT", "7")
    shown = ok("config show --environment production -o json").json
    assert shown["profile"] == {"value": "w", "source": "default_profile"}
    assert shown["api_key"] == {"value": "********", "source": "profile w"}
    assert shown["timeout"] == {"value": 7.0, "source": "variable DIDWW_TIMEOUT"}
    assert shown["environment"] == {"value": "production", "source": "--environment"}
    assert shown["api_version"] == {"value": "2022-05-10", "source": "profile w"}
    assert shown["callback_secret"] == {"value": None, "source": "not set"}
    assert "********" in ok("config show").out


def test_path(config):
    assert ok("config path").lines == [str(config)]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('[profiles.w]\napi_key = "x\n', "line 2, column 13", "not valid TOML"),
        ("a = = 1\n", "line 1, column 5", "not valid TOML"),
        ("[profiles.w]\napi_kye = 'x'\n", "profile w", "api_key"),
        ("defualt_profile = 'w'\n", "config.toml", "default_profile"),
        ("[profiles.w]\ntimeout = 'x'\n", "profile w", "above 0"),
        ("profiles = 3\n", "config.toml", "tables"),
        ("[profiles.demo]\n", "config.toml", "built in"),
    ],
)
def test_a_broken_file_is_reported_with_its_place(config, text, place, says):
    write(config, text)
    result = ok("balance -p w", code=2)
    assert place in result.err
    assert says in result.err


def test_a_wrong_setting_can_be_removed_with_the_tool(config):
    write(config, "[profiles.w]\napi_kye = 'x'\n")
    ok("config unset api_kye -p w")
    assert tomllib.loads(config.read_text()) == {"profiles": {"w": {}}}


def test_a_file_that_others_can_read_is_reported(config):
    with running_server() as server:
        server.answer(document({"id": "b", "type": "balances"}))
        write(config, f'[profiles.w]\nbase_url = "{server.url}"\napi_key = "{KEY}"\n')
        assert ok("balance -p w -o json").err == ""
        config.chmod(0o644)
        assert "chmod 600" in ok("balance -p w -o json").err
        assert ok("config show -p w").err.count("chmod 600") == 1
        assert ok("config show -p w --check").err.count("chmod 600") == 1


def test_option_then_variable_then_profile_then_default(config, monkeypatch):
    with running_server() as server, running_server() as other:
        for one in (server, other):
            one.answer(document({"id": "b", "type": "balances"}))
        write(config, f'default_profile = "w"\n[profiles.w]\nbase_url = "{server.url}"\napi_key = "from-profile"\n')
        ok("balance")
        assert server.seen[-1].headers["Api-Key"] == "from-profile"
        assert server.seen[-1].headers["X-DIDWW-API-Version"] == "2026-04-16"
        monkeypatch.setenv("DIDWW_API_KEY", "from-variable")
        monkeypatch.setenv("DIDWW_API_VERSION", "2026-04-16")
        ok("balance")
        assert server.seen[-1].headers["Api-Key"] == "from-variable"
        assert server.seen[-1].headers["X-DIDWW-API-Version"] == "2026-04-16"
        ok("api GET /balance --api-version 2022-05-10")
        assert server.seen[-1].headers["X-DIDWW-API-Version"] == "2022-05-10"
        monkeypatch.setenv("DIDWW_BASE_URL", other.url)
        ok("balance")
        assert len(other.seen) == 1
        assert "DIDWW_API_KEY is used, not the key of profile w" in ok("balance -p w").err


@pytest.mark.parametrize(
    ("line", "variable", "address"),
    [
        ("", None, "https://sandbox-api.didww.com/v3"),
        ("--environment production", None, "https://api.didww.com/v3"),
        ("", "production", "https://api.didww.com/v3"),
        ("--environment sandbox", "production", "https://sandbox-api.didww.com/v3"),
    ],
)
def test_where_requests_go(config, monkeypatch, line, variable, address):
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    if variable:
        monkeypatch.setenv("DIDWW_ENVIRONMENT", variable)
    result = ok(f"balance -v --retries 0 {line}", code=7)
    assert f"-> GET {address}/balance" in result.err


def test_the_key_from_a_command_and_from_a_variable(config, monkeypatch):
    with running_server() as server:
        server.answer(document({"id": "b", "type": "balances"}))
        write(
            config,
            f'[profiles.c]\nbase_url = "{server.url}"\napi_key_command = ["printf", "from-command\\n"]\n'
            f'[profiles.v]\nbase_url = "{server.url}"\napi_key_env = "MY_KEY"\n'
            f'[profiles.f]\nbase_url = "{server.url}"\napi_key_command = ["sh", "-c", "exit 3"]\n',
        )
        ok("balance -p c")
        assert server.seen[-1].headers["Api-Key"] == "from-command"
        assert "MY_KEY" in ok("balance -p v", code=3).err
        monkeypatch.setenv("MY_KEY", "from-my-key")
        ok("balance -p v")
        assert server.seen[-1].headers["Api-Key"] == "from-my-key"
        assert "api_key_command 'sh' ended with exit code 3" in ok("balance -p f", code=3).err
        assert len(server.seen) == 2


def test_no_key_says_what_to_do(config):
    result = ok("balance -o json", code=3)
    assert result.error["kind"] == "no_access"
    assert "config init" in result.error["hint"]


def test_without_a_default_the_profiles_that_there_are_are_named(config):
    ok("config init --no-check -p one", stdin=KEY)
    ok("config init --no-check -p two", stdin=KEY)
    assert "No profile is the default now: 'didww config use NAME' makes one." in ok("config remove one").err
    told = ok("balance", code=3).err
    assert "no profile is named, and none is the default" in told
    assert "'didww config use NAME': two." in told
    assert "default" not in ok("config remove two").err
    assert "run 'didww config init'" in ok("balance", code=3).err


def test_demo_needs_nothing_and_takes_nothing_from_outside(config, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "http://127.0.0.1:9/v3")
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    assert ok("balance -p demo -o json").json["balance"] == "1000.00"
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    assert ok("balance -o json").json["balance"] == "1000.00"
    ok("balance --environment production", code=2)


def test_the_output_of_the_profile_and_of_the_variable(config, monkeypatch):
    monkeypatch.setenv("DIDWW_OUTPUT", "ids")
    assert len(ok("dids list -n 1 -p demo").lines[0]) == 36
    write(config, "[profiles.w]\noutput = 'json'\nbase_url = 'http://127.0.0.1:9/v3'\n")
    monkeypatch.delenv("DIDWW_OUTPUT")
    assert ok("config list -p w").json


@pytest.mark.parametrize("key", ["two words", "schlüssel", "bell\x07"])
def test_a_key_that_fits_no_header_is_not_shown(config, monkeypatch, key):
    monkeypatch.setenv("DIDWW_API_KEY", key)
    result = ok("balance -v", code=3)
    assert "holds characters" in result.err
    assert key not in result.err


def test_logins_in_urls_are_not_shown(config):
    write(
        config,
        "[profiles.w]\nproxy = 'http://me:hidden@proxy.example.com:8080'\nbase_url = 'http://me:hidden@127.0.0.1:9/v3'\n",
    )
    result = ok("config show -p w")
    assert "proxy.example.com:8080" in result.out
    assert "hidden" not in result.out + ok("config list -o json").out
