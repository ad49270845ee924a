"""Whatever a capture holds: no control character and no secret reaches the terminal, and exit codes are known ones."""

from __future__ import annotations

import base64
import json
import re
import shlex
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest

from didww_cli.config.remembered import remember_version
from tests.commands.webhooks.hooks import listening, webhook
from tests.conftest import Result, run_line, running_server
from tests.workflows.webhooks.samples import FORM, SIGNATURE, URL, as_http
from tests.workflows.webhooks.test_hostile import SEEDS

hypothesis = pytest.importorskip("hypothesis")
hypothesis.configuration.set_hypothesis_home_dir(tempfile.gettempdir())
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

KEY = "api-key/with+marks-0123456789abcdef"
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
EVIL = [
    b"\x1b[31m",
    b"\x1b]0;title\x07",
    b"\x9b31m",
    "\x9b31m\x85".encode(),
    b"\x7f\x08\r\t\x00",
    "\u202e\u2066\u200f\u061c\u2028".encode(),
    b"\xed\xa0\x80\xff",
    b"\\u001b[2J\\ud800\\u202e",
    b"%1b%5b31m%0d%9b%e2%80%ae",
    b"\\x1b\\033\\e",
    b"&#27;",
]
GET = f"GET {URL}&{FORM} HTTP/1.1\r\nHost: hooks.example.com\r\nX-DIDWW-Signature: {SIGNATURE}\r\n\r\n"


def check(result: Result) -> None:
    """Known exit code, no crash, nothing unsafe."""
    assert result.code in {0, 2, 10}, str(result)
    assert "nobody foresaw" not in result.err, str(result)
    assert UNSAFE.search(result.out + result.err) is None, repr(result)


@settings(max_examples=150, database=None, deadline=None)
@given(data=st.data(), seed=st.sampled_from([*SEEDS, GET]))
def test_captures_of_any_form_are_shown_without_control_characters(data: st.DataObject, seed: str) -> None:
    text = seed.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        place, lost = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 3))
        text = text[:place] + data.draw(st.sampled_from(EVIL) | st.binary(max_size=4)) + text[place + lost :]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
        path = Path(folder) / "captured"
        path.write_bytes(text)
        check(run_line(f"webhook verify {path}"))


NAMES = ["\x1b[31mred", "a\rb", "a\nb", "\u202ecod.exe", "\u200fx", "bad\udcff"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_of_files_are_shown_without_control_characters(name, tmp_path, monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
    path = tmp_path / name
    try:
        path.write_text(as_http())
    except (OSError, UnicodeError):
        pytest.skip("no such file name here")
    check(run_line(f"webhook verify {shlex.quote(str(path))}"))
    check(run_line(f"webhook verify {shlex.quote(str(tmp_path))}"))
    check(run_line(f"webhook verify {shlex.quote(str(path) + '-missing')}"))


def test_given_parts_are_shown_without_control_characters(monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
    evil = shlex.quote("\x1b]0;x\x07\u202e\udcff")
    for line in (
        f"verify --url https://x/{evil} --signature {evil} --param {evil}={evil}",
        f"verify --url {evil} --signature {evil}",
        f"verify --url https://x/ --signature 00 --body {evil}",
        f"verify --url https://x/ --signature 00 --base-url {evil}",
        f"verify --url https://x/ --signature 00 --param {evil}",
        f"verify --url https://x/ --signature 00 --secret-env {evil}",
        f"send https://x/{evil} --event order-completed --param {evil}={evil} --dry-run",
        f"send {evil} --event order-completed",
        f"send https://x/ --event {evil}",
        f"send https://x/ --event order-completed --method {evil}",
        f"sign https://x/{evil} --param a={evil}",
        f"listen --path {evil}",
        f"listen --public-url {evil}",
        f"listen --forward-to {evil}",
    ):
        check(run_line(f"webhook {line}"))


def test_an_answer_is_shown_without_control_characters(monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
    with running_server() as endpoint:
        endpoint.answer((200, b"\x1b[31m\xff\x9b\r\nok" + "\u202e".encode(), {}))
        check(run_line(f"webhook send {endpoint.url} --event order-completed"))


def test_what_listen_logs_has_no_control_characters(monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
    with listening("-o", "table") as (url, process):
        for escape in ("%1b[31m", "%0a%0dlines", quote("\u202e"), "%ff"):
            webhook(f"send '{url}x?a={escape}' --event order-completed --id '{escape}' --method get")
        lines = [process.stdout.readline() for _ in range(4)]
    assert all("answered 204" in line for line in lines)
    assert not any(UNSAFE.search(line) for line in lines)


@pytest.fixture
def known_key(tmp_path, monkeypatch):
    """A profile with a callback secret and an API key, and the forms in which the two may show."""
    config = tmp_path / "config.toml"
    config.write_text(
        f'default_profile = "work"\n[profiles.work]\napi_key = "{KEY}"\ncallback_secret = "cbs-0123456789abcdef"\n'
    )
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    return ["cbs-0123456789abcdef", KEY, quote(KEY, safe=""), KEY[:12]]


@pytest.mark.parametrize("output", ["table", "json", "jsonl"])
def test_secrets_in_a_capture_are_hidden(known_key, output, tmp_path):
    for secret in known_key[: 3 if output == "table" else 1]:
        encoded = quote(secret, safe="")
        captures = [
            as_http().replace("opaque=123", f"opaque={encoded}&long={'x' * 180}{encoded}"),
            as_http().replace("hooks.example.com", f"{encoded}.example.com"),
            as_http().replace(SIGNATURE, secret),
            as_http().replace("bf2cee72", encoded),
            as_http().replace("Content-Length: ", f"Api-Key: {secret}\r\nX-Forwarded-Host: {secret}\r\nX-Old: "),
            json.dumps({"url": f"https://h/{secret}", "headers": {"X-DIDWW-Signature": "0" * 40}, "body": secret}),
        ]
        for text in captures:
            result = run_line(f"webhook verify - -o {output}", text)
            assert result.code in {0, 2, 10}
            for known in known_key:
                assert known not in result.out + result.err, str(result)
    path = tmp_path / known_key[0]
    path.write_text(as_http())
    shown = run_line(f"webhook verify {path} -o {output}")
    assert known_key[0] not in shown.out
    assert "********" in shown.out


@pytest.mark.parametrize("output", ["table", "json"])
def test_secrets_in_what_is_sent_or_answered_are_hidden(known_key, output):
    with running_server() as endpoint:
        endpoint.answer((200, f"your key is {KEY}".encode(), {}))
        for line in (
            f"send '{endpoint.url}?key={quote(KEY, safe='')}' --event order-completed --param note='{KEY}'",
            f"send '{endpoint.url}?key={quote(KEY, safe='')}' --event order-completed --dry-run --method get",
            f"sign 'https://h/?key={KEY}' --param 'note={KEY}'",
        ):
            result = run_line(f"webhook {line} -o {output}")
            assert result.code == 0, str(result)
            for known in known_key:
                assert known not in result.out + result.err, str(result)


@pytest.mark.parametrize("output", ["table", "json"])
@pytest.mark.usefixtures("known_key")
def test_other_forms_of_secrets_and_logins_of_urls_are_hidden(output):
    in_base64 = base64.b64encode(f"key:{KEY}".encode()).decode()
    twice = quote(quote(KEY, safe=""), safe="")
    capture = as_http().replace("opaque=123", f"opaque={in_base64}&long={'x' * 190}{twice}")
    with_login = capture.replace("POST /", "POST http://anna:pass-7@h/")
    shown = "".join(run_line(f"webhook verify - -o {output}", text).out for text in (capture, with_login))
    with running_server() as endpoint:
        endpoint.answer((204, b"", {}))
        url = endpoint.url.replace("://", "://anna:pass-7@")
        for more in ("", " --dry-run"):
            sent = run_line(f"webhook send {url}/?k={in_base64} --event order-completed -o {output}{more}")
            assert sent.code == 0, str(sent)
            shown += sent.out
        assert endpoint.seen[0].query == {"k": in_base64}
    assert f"//{'*' * 8}@h" in shown
    assert f"//{'*' * 8}@127.0.0.1" in shown
    for leaked in ("pass-7", in_base64[8:20], twice[:20], KEY[:12]):
        assert leaked not in shown


def test_listen_hides_secrets(known_key):
    with listening() as (url, process):
        webhook(f"send '{url}x?key={quote(KEY, safe='')}' --event order-completed --id {known_key[0]}")
        line = process.stdout.readline()
    assert json.loads(line)["valid"] is True
    assert not any(known in line for known in known_key)
    assert "********" in line


def test_from_2026_11_19_on_the_key_signs_nothing(monkeypatch):
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    line = "sign https://h/ --param id=1 --param status=completed --param type=orders"
    signature = webhook(line).out.split()[-1]
    for refused in (line, "send https://h/ --event order-completed --dry-run", "verify -"):
        result = webhook(f"{refused} --api-version 2026-11-19", code=3)
        assert "From version 2026-11-19 on nothing else signs callbacks" in result.err
        assert "DIDWW_CALLBACK_SECRET" in result.err
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "another-secret-0")
    params = line.removeprefix("sign https://h/")
    (verdict,) = webhook(
        f"verify --url https://h/ --signature {signature} {params} --api-version 2026-11-19 -o json", code=10
    ).json
    assert verdict["fix"] == ["secret"]


def test_the_help_of_send_lists_events_versions_and_what_signs():
    told = " ".join(webhook("send --help").out.split())
    assert "order-completed, order-canceled: since 2021-04-19" in told
    assert "emergency-verification-approved, emergency-verification-rejected: since 2026-04-16" in told
    assert "url since 2026-04-16" in told
    assert "until version 2026-11-19" in told


def test_an_account_that_was_seen_to_be_on_it_signs_with_the_secret_alone(monkeypatch):
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    monkeypatch.setenv("DIDWW_BASE_URL", "https://api.example/v3")
    line = "sign https://h/ --param id=1 --param status=completed --param type=orders"
    webhook(line)
    remember_version(KEY, "https://api.example/v3", "2026-11-19")
    assert "From version 2026-11-19 on nothing else signs callbacks" in webhook(line, code=3).err
    webhook(f"{line} --api-version 2026-04-16")
    monkeypatch.setenv("DIDWW_BASE_URL", "https://other.example/v3")
    webhook(line)
