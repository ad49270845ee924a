"""User and password inside a base URL, a proxy or a callback URL are hidden wherever they could be shown."""

from __future__ import annotations

import json

import pytest

from didww_cli.masking import MASK, Secrets, masked_logins
from tests.conftest import document, run_line
from tests.terminal import in_terminal

PASSWORD = "hidden-p%40ss"
LOGIN = f"someone:{PASSWORD}@"
HOOK = f"https://{LOGIN}hooks.example.com/cdr"


def hidden(result):
    text = result.out + result.err
    assert "someone" not in text, str(result)
    assert "hidden-p" not in text, str(result)
    return result


def test_in_a_dry_run_and_only_there(server):
    period = "--from 2026-10-01 --to 2026-10-02"
    line = f"exports create --type cdr_in {period} --callback-method post --callback-url {HOOK}"
    shown = hidden(run_line(f"{line} --dry-run -o json")).json
    assert shown["body"]["data"]["attributes"]["callback_url"] == f"https://{MASK}@hooks.example.com/cdr"
    hidden(run_line(f"{line} --dry-run"))
    assert server.seen == []
    server.answer((201, {"data": {"id": "e", "type": "exports", "attributes": {"callback_url": HOOK}}}, {}))
    result = run_line(f"{line} -o json")
    assert server.seen[0].json["data"]["attributes"]["callback_url"] == HOOK
    assert result.json["callback_url"] == HOOK


def test_in_tables_unless_secrets_are_asked_for(server, live):
    server.answer(document({"id": "e", "type": "exports", "attributes": {"callback_url": HOOK}}))
    assert f"https://{MASK}@hooks" in hidden(live("exports get id:e")).out
    assert HOOK in live("exports get id:e --show-secrets").out


@pytest.mark.parametrize("output", ["", "-o json"])
def test_in_a_base_url(server, monkeypatch, output):
    monkeypatch.setenv("DIDWW_BASE_URL", server.url.replace("http://", f"http://{LOGIN}"))
    server.answer((422, {"errors": [{"title": "bad", "detail": f"Proxy said hidden-p@ss to {LOGIN}"}]}, {}))
    hidden_password = run_line(f"dids list -v {output}")
    assert "hidden-p" not in hidden_password.out + hidden_password.err
    server.answers[:] = [document([])]
    hidden(run_line(f"dids list -v {output}"))
    hidden(run_line(f"config show {output}"))
    hidden(run_line(f"trunks in delete id:x {output}"))
    monkeypatch.setenv("DIDWW_BASE_URL", f"http://{LOGIN}127.0.0.1:9/v3")
    hidden(run_line(f"dids list -v --retries 0 {output}"))


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy"])
def test_in_a_proxy(monkeypatch, variable):
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    monkeypatch.setenv(variable, f"http://{LOGIN}127.0.0.1:9")
    assert hidden(run_line("dids list -v --retries 0")).code == 7
    monkeypatch.setenv(variable, f"{LOGIN}[::1")
    assert hidden(run_line("dids list -v --retries 0")).code != 0


def test_in_a_wrong_setting(tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text(f'[profiles.w]\nproxy = "ftp://{LOGIN}h"\n')
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    assert hidden(run_line("dids list -p w")).code == 2
    assert hidden(run_line(f"config set base_url ftp://{LOGIN}h -p w")).code == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at https://u:p@h/x and //v@i/", f"at https://{MASK}@h/x and //{MASK}@i/"),
        ("https://u:p@ss@h/x", f"https://{MASK}@h/x"),
        ("?url=https%3A%2F%2Fu%3Ap%40h%2Fx", f"?url=https%3A%2F%2F{MASK}%40h%2Fx".replace("%40", "@")),
        ("https://h/x@y https://h?m=a@b", "https://h/x@y https://h?m=a@b"),
        ("write to a@b // not a URL", "write to a@b // not a URL"),
    ],
)
def test_where_a_login_is(text, shown):
    assert masked_logins(text) == shown


@pytest.mark.parametrize(
    ("secret", "text", "shown"),
    [
        ("k", "k is the key of kim", f"{MASK} is the key of kim"),
        ("abc", 'xabc abc "abc"', f'xabc {MASK} "{MASK}"'),
        ("grüße-42", "gr%C3%BC%c3%9fe-42 gr\\u00fc\\u00dfe-42 grüße-42", f"{MASK} {MASK} {MASK}"),
        ("two words", "two+words two%20words", f"{MASK} {MASK}"),
        ("plus+secret ", "?a=plus secret&b=plus+secret&c=plus%2Bsecret", f"?a={MASK}&b={MASK}&c={MASK}"),
        ("longer-secret", "longer-secret1 LONGER-SECRET", f"{MASK}1 LONGER-SECRET"),
        ("longer-secret", "no such thing %41 \\u0041 &amp;", "no such thing %41 \\u0041 &amp;"),
    ],
)
def test_what_is_hidden(secret, text, shown):
    secrets = Secrets()
    secrets.learn(secret)
    assert secrets.hidden(text) == shown
    assert json.loads(json.dumps(secrets.masked_in({"a": [text, 1, None]}))) == {"a": [shown, 1, None]}


def test_the_key_is_hidden_on_a_terminal_even_in_data(server):
    server.answer(document({"id": "x", "type": "dids", "attributes": {"description": "secret-key-1"}}))
    for line in (["api", "GET", "/dids/x"], ["dids", "get", "id:x"], ["dids", "get", "id:x", "-o", "csv"]):
        seen = in_terminal(line, columns=40)
        assert seen.code == 0, seen.text
        assert "secret" not in seen.text
        assert b"secret-key-1".hex() not in seen.text
    assert "secret-key-1" in in_terminal(["dids", "get", "id:x", "--show-secrets"], columns=80).text
