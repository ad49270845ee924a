"""``webhook verify`` and ``sign`` as users type them: verdicts, secrets, exit codes."""

from __future__ import annotations

import json

import pytest

from tests.commands.webhooks.hooks import CAPTURE, RIGHT, SECRET, webhook

MEMBERS = ["capture", "valid", "url", "signed_text", "signature", "secret", "event", "from_didww", "fix", "message"]


def test_a_right_one(capture):
    (verdict,) = webhook(f"verify {capture} --secret-env HOOK_SECRET -o json").json
    assert list(verdict) == MEMBERS
    assert verdict["valid"] is True
    assert verdict["secret"] == "HOOK_SECRET"
    assert verdict["url"] == "https://mycompany.com:443/didww_callbacks?opaque=123"
    assert verdict["event"] == {"type": "orders", "id": "bf2cee72-6caa-4ae2-917e-bea01945691e", "status": "completed"}
    assert (verdict["from_didww"], verdict["fix"]) == (True, [])
    row = webhook(f"verify {capture} --secret-env HOOK_SECRET").lines[1]
    assert "DIDWW 46.19.208.5" in row
    assert row.endswith("right")


def test_a_wrong_one_is_explained(tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_text(CAPTURE.replace("/didww_callbacks?", "/didww_callbacks/?"))
    result = webhook(f"verify {path} --secret-env HOOK_SECRET", code=10)
    assert "WRONG" in result.out
    assert "no slash at the end" in result.out
    assert "signed text: https://mycompany.com:443/didww_callbacks/?opaque=123id" in result.out
    (verdict,) = webhook(f"verify {path} --secret-env HOOK_SECRET -o json", code=10).json
    assert (verdict["valid"], verdict["fix"]) == (False, ["path"])


def test_what_cannot_be_read_is_2_and_a_wrong_one_beside_it_is_10(tmp_path, capture):
    garbage = tmp_path / "garbage.bin"
    garbage.write_bytes(b"\x00\xff\x1b[31m")
    (verdict,) = webhook(f"verify {garbage} --secret-env HOOK_SECRET -o json", code=2).json
    assert verdict["valid"] is None
    webhook(f"verify {garbage} {capture} --secret-env HOOK_SECRET", code=2)
    webhook(f"verify {garbage} {capture} --secret-env OTHER_SECRET", code=10)
    assert "nowhere" in webhook("verify nowhere --secret-env HOOK_SECRET", code=2).err


def test_counts_agree_in_number(tmp_path, capture):
    wrong = [tmp_path / f"{number}.txt" for number in range(2)]
    for path in wrong:
        path.write_text(CAPTURE.replace("opaque=123", "opaque=124"))
    garbage = tmp_path / "garbage.bin"
    garbage.write_text("no capture")
    told = (
        (wrong[:1], 10, "1 signature of 1 is wrong."),
        ([wrong[0], capture, garbage], 10, "1 of 3 signatures is wrong."),
        ([*wrong, capture], 10, "2 of 3 signatures are wrong."),
        ([garbage], 2, "1 capture of 1 cannot be read."),
        ([garbage, capture], 2, "1 of 2 captures cannot be read."),
    )
    for files, code, words in told:
        result = webhook(f"verify {' '.join(map(str, files))} --secret-env HOOK_SECRET", code)
        assert result.err == f"Error: {words}\n"
    assert ", with the secret HOOK_SECRET. It was" in webhook(f"verify {wrong[0]} --secret-env HOOK_SECRET", 10).out
    params = "--url http://h/ --param id=1 --signature"
    told = webhook(f"verify {params} f --secret-env HOOK_SECRET --secret-env OTHER_SECRET", 10).out
    assert "it is not 40 hex digits (1 character)," in told
    two = webhook(f"verify {params} {'0' * 40} --secret-env HOOK_SECRET --secret-env OTHER_SECRET", 10).out
    assert ", with the secrets HOOK_SECRET, OTHER_SECRET. It was" in two


def test_options_instead_of_a_capture(tmp_path):
    given = "--url 'https://mycompany.com/didww_callbacks?opaque=123' --secret-env HOOK_SECRET"
    params = "--param id=bf2cee72-6caa-4ae2-917e-bea01945691e --param status=completed --param type=orders"
    webhook(f"verify {given} --signature {RIGHT} {params}")
    body = tmp_path / "body"
    body.write_text("id=bf2cee72-6caa-4ae2-917e-bea01945691e&status=completed&type=orders")
    webhook(f"verify {given} --signature {RIGHT} --body {body}")
    webhook(f"verify {given} --signature {RIGHT} {params} --param more=1", code=10)
    webhook(f"verify {given} {params}", code=2)
    webhook(f"verify {given} --signature {RIGHT} --param novalue", code=2)
    webhook(f"verify --signature {RIGHT}", code=2)


def test_standard_input_folders_and_lines(tmp_path, capture):
    webhook("verify - --secret-env HOOK_SECRET", stdin=CAPTURE)
    folder = tmp_path / "all"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(CAPTURE)
    lines = webhook(f"verify {folder} --secret-env HOOK_SECRET -o jsonl").lines
    assert len(lines) == 30
    assert all(json.loads(line)["valid"] for line in lines)
    assert webhook(f"verify {folder} --secret-env HOOK_SECRET -o json").json == [json.loads(line) for line in lines]


def test_behind_a_proxy(tmp_path):
    path = tmp_path / "proxied.txt"
    path.write_text(CAPTURE.replace("Host: mycompany.com", "Host: 10.0.0.7:8080"))
    webhook(f"verify {path} --secret-env HOOK_SECRET --base-url https://mycompany.com")
    forwarded = CAPTURE.replace(
        "Host: mycompany.com", "Host: 10.0.0.7\nX-Forwarded-Proto: https\nX-Forwarded-Host: mycompany.com"
    )
    path.write_text(forwarded)
    webhook(f"verify {path} --secret-env HOOK_SECRET")


@pytest.fixture
def profiles(tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text(
        f'default_profile = "new"\n[profiles.new]\napi_key = "{SECRET}"\ncallback_secret = "fresh"\n'
        f'[profiles.old]\napi_key = "{SECRET}"\n[profiles.other]\napi_key = "x"\ncallback_secret_env = "HOOK_SECRET"\n'
    )
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))


@pytest.mark.usefixtures("profiles")
def test_secrets_of_profiles(capture):
    assert webhook(f"verify {capture} -p old -o json").json[0]["secret"] == "api_key of profile old"
    assert webhook(f"verify {capture} -p other -o json").json[0]["valid"] is True
    (verdict,) = webhook(f"verify {capture} -o json", code=10).json
    assert verdict["fix"] == ["secret"]
    assert "api_key" in verdict["message"]
    assert webhook(f"verify {capture} --all-profiles -o json").json[0]["valid"] is True
    assert (
        webhook(f"verify {capture} --secret-env OTHER_SECRET --secret-env HOOK_SECRET -o json").json[0]["secret"]
        == "HOOK_SECRET"
    )
    assert "NO_SUCH_VARIABLE" in webhook(f"verify {capture} --secret-env NO_SUCH_VARIABLE", code=2).err


def test_without_any_secret(capture):
    assert webhook(f"verify {capture}", code=3).err


def test_the_callback_secret_of_the_environment(capture, monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", SECRET)
    assert webhook(f"verify {capture} -o json").json[0]["secret"] == "DIDWW_CALLBACK_SECRET"


def test_sign():
    url = "'https://mycompany.com/didww_callbacks?opaque=123' --secret-env HOOK_SECRET"
    params = "--param id=bf2cee72-6caa-4ae2-917e-bea01945691e --param status=completed --param type=orders"
    assert webhook(f"sign {url} {params}").out == f"X-DIDWW-Signature: {RIGHT}\n"
    shown = webhook(f"sign {url} {params} -o json").json
    assert shown["signature"] == RIGHT
    assert shown["signed_text"].startswith("https://mycompany.com:443/didww_callbacks?opaque=123id")
    webhook("sign nonsense --secret-env HOOK_SECRET", code=2)


def test_ten_thousand_captures_are_all_told(tmp_path):
    path = tmp_path / "many.jsonl"
    line = {
        "url": "https://mycompany.com/didww_callbacks?opaque=123",
        "method": "POST",
        "headers": {"X-DIDWW-Signature": RIGHT, "Content-Type": "application/x-www-form-urlencoded"},
        "body": "id=bf2cee72-6caa-4ae2-917e-bea01945691e&status=completed&type=orders",
    }
    path.write_text((json.dumps(line) + "\n") * 10_000)
    result = webhook(f"verify {path} --secret-env HOOK_SECRET -o jsonl")
    assert sum(json.loads(line)["valid"] for line in result.lines) == 10_000


def test_wrong_options(capture):
    for line in (
        "verify",
        f"verify {capture} --secret-env HOOK_SECRET --signature {RIGHT}",
        f"verify {capture} --secret-env HOOK_SECRET --url https://x --base-url https://y",
        f"verify {capture} --secret-env HOOK_SECRET --url nonsense",
        f"verify {capture} --secret-env HOOK_SECRET -o csv",
        f"verify {capture} --secret-env HOOK_SECRET --base-url nonsense",
        "listen --host 0.0.0.0 --secret-env HOOK_SECRET",
        "listen --secret-env HOOK_SECRET -o csv",
    ):
        webhook(line, code=2)


BODY = "id=bf2cee72-6caa-4ae2-917e-bea01945691e&status=completed&type=orders"
HEAD = f"POST https://mycompany.com/didww_callbacks?opaque=123 HTTP/1.1\r\nX-DIDWW-Signature: {RIGHT}\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


@pytest.mark.parametrize("ending", ["0\r\n\r\n", "0\r\n"])
def test_a_whole_chunked_capture_that_is_wrong_is_wrong_and_not_unreadable(ending):
    def chunked(body):
        return f"{HEAD}{FORM}Transfer-Encoding: chunked\r\n\r\n{len(body):x}\r\n{body}\r\n{ending}"

    webhook("verify - --secret-env HOOK_SECRET", stdin=chunked(BODY))
    webhook("verify - --secret-env HOOK_SECRET", stdin=chunked(BODY.replace("orders", "orderz")), code=10)


def test_line_ends_that_belong_to_a_body_are_counted():
    body = BODY.replace("orders", "orderz") + "\r\n"
    capture = f"{HEAD}{FORM}Content-Length: {len(body)}\r\n\r\n{body}"
    webhook("verify - --secret-env HOOK_SECRET", stdin=capture, code=10)
    webhook("verify - --secret-env HOOK_SECRET", stdin=f"{HEAD}{FORM}\r\n{BODY}\r\n\r\n")


def test_a_har_entry_without_a_media_type():
    request = {
        "method": "POST",
        "url": "https://mycompany.com/didww_callbacks?opaque=123",
        "headers": [
            {"name": "X-DIDWW-Signature", "value": RIGHT},
            {"name": "Content-Type", "value": "application/x-www-form-urlencoded"},
        ],
        "postData": {"text": BODY},
    }
    har = json.dumps({"log": {"entries": [{"request": request}]}})
    webhook("verify - --secret-env HOOK_SECRET", stdin=har)


def test_no_secret_at_all_says_which_one_is_missing(capture):
    for line in (f"verify {capture}", "sign https://hooks.example.com/x --param a=b"):
        told = webhook(line, code=3).err
        assert "There is no secret that callbacks are signed with." in told
        assert "Set DIDWW_CALLBACK_SECRET, or DIDWW_API_KEY" in told
