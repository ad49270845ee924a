"""``webhook replay``: a captured callback is sent again, as it was or signed anew."""

from __future__ import annotations

import json

from tests.commands.webhooks.hooks import CAPTURE, RIGHT, listening, webhook

BODY = "status=completed&id=bf2cee72-6caa-4ae2-917e-bea01945691e&type=orders"


def test_as_it_was_and_signed_anew(tmp_path, capture):
    shown = webhook(f"replay {capture} http://127.0.0.1:9/hook --dry-run -o json").json
    assert (shown["method"], shown["url"], shown["body"]) == ("POST", "http://127.0.0.1:9/hook", BODY)
    assert shown["headers"]["X-DIDWW-Signature"] == RIGHT
    anew = webhook(f"replay {capture} http://127.0.0.1:9/hook --sign --secret-env HOOK_SECRET --dry-run -o json").json
    again = tmp_path / "again.json"
    again.write_text(json.dumps(anew))
    assert webhook(f"verify {again} --secret-env HOOK_SECRET -o json").json[0]["valid"] is True
    assert anew["headers"]["X-DIDWW-Signature"] != RIGHT


def test_it_arrives(capture):
    with listening("--secret-env", "HOOK_SECRET") as (url, _):
        webhook(f"replay {capture} {url}didww_callbacks --sign --secret-env HOOK_SECRET")
        refused = webhook(f"replay {capture} {url}didww_callbacks", code=10)  # signed for another URL
    assert "1 of 1 were not accepted" in refused.err


def test_a_get_keeps_its_query(tmp_path):
    path = tmp_path / "get.http"
    path.write_text(f"GET /cb?{BODY} HTTP/1.1\nHost: h.example.com\nX-DIDWW-Signature: {RIGHT}\n\n")
    shown = webhook(f"replay {path} http://127.0.0.1:9/?own=1 --dry-run -o json").json
    assert (shown["method"], shown["url"], shown["body"]) == ("GET", f"http://127.0.0.1:9/?own=1&{BODY}", None)


def test_what_cannot_be_sent_is_told_before_anything_is(tmp_path, capture):
    bodiless = tmp_path / "no-body.http"
    bodiless.write_text(CAPTURE.partition("\n\n")[0] + "\n\n")
    told = webhook(f"replay {capture} {bodiless} http://127.0.0.1:9/", code=2).err
    assert "cannot be sent again" in told
    assert "body" in told
    assert "last the URL" in webhook(f"replay {capture}", code=2).err
    webhook(f"replay {capture} http://127.0.0.1:9/", code=7)
    unsigned = tmp_path / "unsigned.http"
    unsigned.write_text(CAPTURE.replace("X-DIDWW-Signature", "X-Other"))
    assert "Give --sign" in webhook(f"replay {unsigned} http://127.0.0.1:9/", code=2).err
    (tmp_path / "empty").mkdir()
    assert "no capture" in webhook(f"replay {tmp_path}/empty http://127.0.0.1:9/", code=2).err


def test_each_of_several_goes_by_its_name(tmp_path, capture):
    other = tmp_path / "other.txt"
    other.write_text(CAPTURE)
    shown = webhook(f"replay {capture} {other} http://127.0.0.1:9/ --dry-run").lines
    assert [line for line in shown if line.endswith(".txt:")] == [f"{capture}:", f"{other}:"]


def test_the_whole_url_may_be_given_with_captures(tmp_path):
    path = tmp_path / "inside.txt"
    path.write_text(CAPTURE.replace("/didww_callbacks?opaque=123", "/inner").replace("mycompany.com", "10.0.0.7:8080"))
    webhook(f"verify {path} --secret-env HOOK_SECRET --url 'https://mycompany.com/didww_callbacks?opaque=123'")
    webhook(f"verify {path} --secret-env HOOK_SECRET --url 'https://mycompany.com/other'", code=10)


def test_the_demo_profile_takes_the_secret_of_the_variable(capture, monkeypatch):
    webhook(f"verify {capture} --profile demo", code=10)
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "szrdgh6547umt7tht7xbqhj6g9gdbyp7")
    assert webhook(f"verify {capture} --profile demo -o json").json[0]["secret"] == "DIDWW_CALLBACK_SECRET"


def test_lines_that_hold_no_callback_are_counted(tmp_path):
    noise = '10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8"\n'
    line = (
        '46.19.210.3 - - [01/Jan/2026:00:00:00 +0000] "POST /didww_callbacks?opaque=123 HTTP/1.1" 200 0 "-" "-" '
        f'"mycompany.com" "{RIGHT}" "{BODY}"\n'
    )
    path = tmp_path / "access.log"
    path.write_text(noise + line + noise + noise)
    result = webhook(f"verify {path} --secret-env HOOK_SECRET")
    assert "3 lines that hold no callback were passed over." in result.err
