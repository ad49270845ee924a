"""Where services of prices are, and what they see: a token of their own, never the key or a token of the API."""

from __future__ import annotations

import json

import pytest

from didww_cli.config.keys import KEYS
from didww_cli.config.settings import load_settings, state_folder
from tests.conftest import document, problem, run_line

LOOKUP = "prices lookup 442079460000"


def test_a_token_names_the_service_alone_and_can_only_read(run, service):
    run(f"{LOOKUP} -o json")
    run(f"{LOOKUP} --service voice-out -o json")
    run(f"{LOOKUP} --service voice-in -o json")
    assert service.asked == [
        {"aud": ["api-vin.didww.com"], "scope": "read", "api_version": "2026-11-19"},
        {"aud": ["api-vin.didww.com", "api-vout.didww.com"], "scope": "read", "api_version": "2026-11-19"},
    ]


def test_tokens_of_the_api_and_of_prices_stay_apart(run, server, service):
    service.answer(document([]))
    run("dids list --api-version 2026-11-19")
    run(f"{LOOKUP} -o json")
    run("dids list --api-version 2026-11-19 --read-only")
    assert [asked["aud"] for asked in service.asked] == [["api.didww.com"], ["api-vin.didww.com"], ["api.didww.com"]]
    tokens = [seen.headers["Authorization"] for seen in service.seen]
    assert len(set(tokens)) == 3


def test_forgetting_forgets_these_tokens_too(run, service):
    run(LOOKUP)
    assert list((state_folder() / "tokens" / "prices").glob("*.json"))
    assert run("auth forget").err == "Forgotten.\n"
    assert list((state_folder() / "tokens").rglob("*.json")) == []
    assert run("auth forget").err == "There was nothing to forget.\n"


def test_a_refused_token_is_replaced_once(run, service):
    service.answer(problem(401, "Unauthorized"), document([]))
    run(LOOKUP)
    assert len(service.asked) == 2
    service.answer(problem(401, "Unauthorized"))
    assert run(f"{LOOKUP} -o json", code=3).error["kind"] == "no_access"


def test_a_read_only_run_may_look_up(run):
    assert run(f"{LOOKUP} --read-only -o ids").out == "p0\n"


def test_nobody_else_gets_the_token(run, service, elsewhere):
    elsewhere.answer(document([]))
    service.answer((302, b"", {"Location": f"{elsewhere.url}/lookup/prices"}))
    assert "was not followed" in run(f"{LOOKUP} --retries 0", code=7).err
    assert elsewhere.seen == []


def test_no_token_over_plain_http_to_another_machine(server, tmp_path, monkeypatch):
    profile(tmp_path, monkeypatch, 'services = {api-vin = "http://prices.example/v3"}', server.url)
    assert "plain http" in run_line(LOOKUP).err
    assert server.seen == []


def profile(tmp_path, monkeypatch, text, base_url=""):
    """A configuration file with one profile, in use and with a key."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("DIDWW_CONFIG", str(path))
    monkeypatch.delenv("DIDWW_BASE_URL", raising=False)
    head = f'base_url = "{base_url}"\n' if base_url else ""
    path.write_text(f'default_profile = "w"\n[profiles.w]\napi_key = "secret-key-1"\n{head}{text}\n')
    path.chmod(0o600)
    return path


def test_the_address_in_the_profile_counts(server, service, elsewhere, tmp_path, monkeypatch):
    elsewhere.answer(document([]))
    profile(tmp_path, monkeypatch, f'[profiles.w.services]\napi-vin = "{elsewhere.url}/deep"', server.url)
    assert run_line(f"{LOOKUP} -o json").code == 0
    assert [seen.path for seen in elsewhere.seen] == ["/v3/deep/lookup/prices"]
    assert "Api-Key" not in elsewhere.seen[0].headers
    assert [seen.path for seen in server.seen] == ["/token"]
    assert run_line(f"{LOOKUP} --service voice-out -o json").code == 0
    assert [seen.path for seen in service.seen] == ["/api-vout/v3/lookup/prices"]


@pytest.mark.parametrize(
    ("environment", "url"),
    [("production", "https://api-sms.didww.com/v3"), ("sandbox", "https://api-sms-sandbox.didww.com/v3")],
)
def test_the_hosts_of_didww(environment, url):
    assert load_settings({"environment": environment}).service_url("api-sms") == url


@pytest.mark.parametrize(
    ("options", "variables", "url"),
    [
        ({}, {}, "https://vin.example/v3"),
        ({"environment": "production"}, {}, "https://api-vin.didww.com/v3"),
        ({}, {"DIDWW_BASE_URL": "http://127.0.0.1:1/v3"}, "http://127.0.0.1:1/api-vin/v3"),
        ({"profile": "demo"}, {}, "https://demo.didww.example/api-vin/v3"),
    ],
)
def test_another_api_than_the_profiles_has_its_own_services(tmp_path, monkeypatch, options, variables, url):
    profile(tmp_path, monkeypatch, '[profiles.w.services]\napi-vin = "https://vin.example/v3/"')
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load_settings(options).service_url("api-vin") == url


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('services = "https://x.example"', "services must be a table"),
        ('services = {api-vin = "ftp://x.example"}', "must be a URL"),
        ("services = {api-vin = 1}", "must be a text"),
        (
            'services = {api-vn = "https://x.example"}',
            "services.api-vn is not a setting. Did you mean services.api-vin",
        ),
    ],
)
def test_a_wrong_address_is_told(tmp_path, monkeypatch, text, words):
    profile(tmp_path, monkeypatch, text)
    result = run_line("config show")
    assert (result.code, words in result.err) == (2, True), str(result)


def test_addresses_are_set_shown_and_removed(tmp_path, monkeypatch):
    path = profile(tmp_path, monkeypatch, "timeout = 5")
    assert run_line("config set services.api-vin https://joe:pass-word@vin.example/v3").code == 0
    assert '[profiles.w.services]\napi-vin = "https://joe:pass-word@vin.example/v3"' in path.read_text()
    shown = run_line("config show -o json")
    assert "pass-word" not in shown.out
    assert shown.json["services.api-vin"]["source"] == "profile w"
    assert shown.json["services.api-vout"] == {"value": None, "source": "not set"}
    assert run_line("config set services.api-vin nonsense").code == 2
    assert run_line("config set services https://x.example").code == 2
    assert run_line("config unset services.api-vin").err == "services.api-vin of profile w is removed.\n"
    assert "services" not in path.read_text()
    assert run_line("config unset services.api-vin").err == "services.api-vin of profile w was not set.\n"


def test_a_wrong_table_can_be_removed(tmp_path, monkeypatch):
    path = profile(tmp_path, monkeypatch, "services = 5")
    assert run_line("config set services.api-vin https://x.example").code == 2
    assert run_line("config unset services.api-vin").code == 2
    assert run_line("config unset services").code == 0
    assert "services" not in path.read_text()


def test_each_host_is_a_setting():
    assert [name for name in KEYS if name.startswith("services.")] == [
        *("services.api-vin", "services.api-vout", "services.api-sms")
    ]


def test_notes_and_tokens_tell_no_key(run, service):
    run(LOOKUP)
    for path in state_folder().rglob("*"):
        assert "secret-key-1" not in path.name
        assert not path.is_file() or "secret-key-1" not in path.read_text()
    (kept,) = (state_folder() / "tokens" / "prices").glob("*.json")
    assert json.loads(kept.read_text())["scope"] == "read"
