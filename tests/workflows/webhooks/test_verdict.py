"""Verdicts: which URL counts as the capture's own, whose secret fits, where a request came from, the JSON members."""

from __future__ import annotations

import json

import pytest

from didww_cli.errors import UsageError
from didww_cli.workflows.webhooks.captures import unreadable
from didww_cli.workflows.webhooks.signature import Secret
from didww_cli.workflows.webhooks.verdict import verify, verify_all

from .samples import (
    FORM,
    FORM_TYPE,
    KEY,
    NORMALISED,
    OTHER,
    PARAMS,
    SECRET,
    SIGNATURE,
    captured,
    hmac_of,
    signature_for,
    text_of,
    verdict_on,
    verdicts,
)


def raw(host: str, *lines: str, signed: str, path: str = "/cb") -> str:
    """A raw request, which names no scheme, with the signature of a normalised URL."""
    head = [f"POST {path} HTTP/1.1", f"Host: {host}", f"Content-Type: {FORM_TYPE}", *lines]
    return "\r\n".join([*head, f"X-DIDWW-Signature: {signature_for(signed)}", "", FORM])


@pytest.mark.parametrize(
    ("host", "signed"),
    [
        ("hooks.example.com", "https://hooks.example.com:443/cb"),
        ("hooks.example.com", "http://hooks.example.com:80/cb"),
        ("hooks.example.com:80", "http://hooks.example.com:80/cb"),
        ("hooks.example.com:443", "https://hooks.example.com:443/cb"),
        ("hooks.example.com:8080", "http://hooks.example.com:8080/cb"),
        ("hooks.example.com:8080", "https://hooks.example.com:8080/cb"),
        ("[2001:db8::1]:8443", "https://[2001:db8::1]:8443/cb"),
    ],
)
def test_a_raw_request_names_no_scheme_so_both_may_be_signed(host: str, signed: str) -> None:
    (verdict,) = verdicts(raw(host, signed=signed))
    assert (verdict.valid, verdict.url, verdict.fix) == (True, signed, ())


@pytest.mark.parametrize(
    ("host", "lines", "signed"),
    [
        ("hooks.example.com:80", (), "https://hooks.example.com:443/cb"),
        ("hooks.example.com", ("X-Forwarded-Proto: http",), "https://hooks.example.com:443/cb"),
    ],
)
def test_a_port_or_a_proxy_that_names_a_scheme_is_believed(host: str, lines: tuple[str, ...], signed: str) -> None:
    (verdict,) = verdicts(raw(host, *lines, signed=signed))
    assert (verdict.valid, verdict.fix) == (False, ("scheme",))


@pytest.mark.parametrize(
    "lines",
    [
        ("X-Forwarded-Proto: https", "X-Forwarded-Host: hooks.example.com"),
        ("X-Forwarded-Proto: https, http", "X-Forwarded-Host: hooks.example.com, inner.example"),
        ("X-Forwarded-Ssl: on", "X-Forwarded-Host: hooks.example.com"),
        ("X-Forwarded-Proto: https", "X-Forwarded-Host: hooks.example.com", "X-Forwarded-Port: 443"),
        ("Forwarded: for=192.0.2.1;proto=https;host=hooks.example.com, for=10.0.0.1",),
        ('forwarded: host="hooks.example.com:443" ; Proto=HTTPS',),
        ("X-Forwarded-Host: hooks.example.com",),
    ],
)
def test_what_a_proxy_forwards_is_understood(lines: tuple[str, ...]) -> None:
    (verdict,) = verdicts(raw("10.0.0.5:3000", *lines, signed="https://hooks.example.com:443/cb"))
    assert (verdict.valid, verdict.fix, verdict.url) == (True, (), "https://hooks.example.com:443/cb")


def test_a_forwarded_port_counts() -> None:
    lines = ("X-Forwarded-Proto: https", "X-Forwarded-Port: 8443")
    (verdict,) = verdicts(raw("hooks.example.com", *lines, signed="https://hooks.example.com:8443/cb"))
    assert verdict.valid


def test_an_absolute_url_is_tried_before_what_a_proxy_forwards() -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "hooks.example.com"}
    inner, outer = "http://app:3000/cb", "https://hooks.example.com:443/cb"
    for signed in (inner, outer):
        verdict = verdict_on(target=inner, headers=headers, signature=signature_for(signed))
        assert (verdict.valid, verdict.url) == (True, signed)
    wrong = verdict_on(OTHER, target=inner, headers=headers)
    assert wrong.url == inner
    assert verdict_on(target=inner, headers=headers, signature=signature_for(outer)).message.endswith(outer)


def test_a_base_url_is_the_one_that_is_verified() -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "proxy.example"}
    right = verdict_on(target="http://10.0.0.5:3000/didww/callbacks?opaque=123", base_url="https://hooks.example.com")
    assert (right.valid, right.url) == (True, NORMALISED)
    wrong = verdict_on(
        target="http://10.0.0.5:3000/cb",
        headers=headers,
        base_url="https://hooks.example.com",
        signature=signature_for("https://proxy.example:443/cb"),
    )
    assert (wrong.valid, wrong.fix) == (False, ("host",))
    with pytest.raises(UsageError, match="base URL"):
        verdict_on(base_url="hooks.example.com")


def test_the_query_of_a_post_is_part_of_the_url_only() -> None:
    assert verdict_on().signed_text == NORMALISED + text_of(PARAMS)


def test_the_secrets_are_tried_in_turn_and_told_by_name() -> None:
    verdict = verdict_on(OTHER, SECRET)
    assert (verdict.valid, verdict.secret) == (True, "work")
    with pytest.raises(UsageError, match="no secret"):
        verify(captured(), [])


def test_the_json_members_and_no_others() -> None:
    verdict = verdict_on(headers={"X-Forwarded-For": "46.19.215.255"}, time="2026-07-01T10:00:00Z")
    assert json.loads(json.dumps(verdict.as_json())) == {
        "capture": "test",
        "valid": True,
        "url": NORMALISED,
        "signed_text": NORMALISED + text_of(PARAMS),
        "signature": SIGNATURE,
        "secret": "work",
        "event": {"type": "orders", "id": PARAMS["id"], "status": "completed"},
        "from_didww": True,
        "fix": [],
        "message": "the signature is right",
    }
    assert (verdict.time, verdict.source) == ("2026-07-01T10:00:00Z", "46.19.215.255")
    unread = verify(unreadable("x", "it is empty"), [SECRET]).as_json()
    assert list(unread) == list(verdict.as_json())
    assert (unread["valid"], unread["url"], unread["event"], unread["fix"]) == (
        None,
        None,
        {"type": None, "id": None, "status": None},
        [],
    )


def test_a_capture_without_signature_still_tells_its_event() -> None:
    verdict = verdict_on(signature=None)
    assert verdict.valid is None
    assert (verdict.url, verdict.event.type) == (NORMALISED, "orders")
    assert verdict_on(signature=None, headers={}).message == "missing: the header X-DIDWW-Signature"


@pytest.mark.parametrize(
    ("remote", "headers", "expected"),
    [
        ("46.19.208.0", {}, True),
        ("46.19.215.255", {}, True),
        ("46.19.216.0", {}, False),
        ("46.19.207.255", {}, False),
        ("2a01:ad00::1", {}, True),
        ("2a01:ad00:ffff:ffff::1", {}, True),
        ("2a01:ad01::1", {}, False),
        ("::ffff:46.19.208.1", {}, True),
        ("46.19.208.1:4711", {}, True),
        ("[2a01:ad00::1]:4711", {}, True),
        ("203.0.113.9", {}, False),
        ("", {}, None),
        ("127.0.0.1", {}, None),
        ("10.1.2.3", {"X-Forwarded-For": "46.19.210.1"}, True),
        ("10.1.2.3", {"X-Forwarded-For": "46.19.210.1, 10.0.0.7"}, True),
        ("10.1.2.3", {"X-Forwarded-For": "46.19.210.1, 198.51.100.7"}, False),
        ("198.51.100.7", {"X-Forwarded-For": "46.19.210.1"}, False),
        ("", {"Forwarded": 'for="[2a01:ad00::5]:1234";proto=https, for=10.0.0.1'}, True),
        ("", {"X-Real-IP": "46.19.210.1"}, True),
        ("", {"X-Forwarded-For": "unknown, garbage"}, None),
    ],
)
def test_where_a_request_came_from(remote: str, headers: dict[str, str], expected: bool | None) -> None:
    assert verdict_on(remote=remote, headers=headers).from_didww is expected


def test_a_body_that_breaks_off_is_no_wrong_signature() -> None:
    assert verdict_on(shortfall="cut").valid is True
    verdict = verdict_on(shortfall="cut", body=b"id=1")
    assert (verdict.valid, verdict.message) == (None, "cut")


def test_no_value_of_a_secret_is_in_a_verdict() -> None:
    secrets = [Secret("one", "value-number-one-1"), Secret("two", " value-number-two-2\n")]
    for verdict in verify_all(
        [captured(), captured(signature="x"), captured(signature=None)], secrets, others=[SECRET]
    ):
        told = repr(verdict) + json.dumps(verdict.as_json())
        assert "value-number" not in told
        assert KEY not in told


def test_bytes_that_are_not_utf8_can_be_shown() -> None:
    body = b"id=1&type=orders&status=%FF"
    verdict = verdict_on(body=body, signature="0" * 40, target="https://hooks.example.com/\udcff\ud800")
    json.dumps(verdict.as_json(), ensure_ascii=False).encode()
    assert verdict.event.status == "\\xff"


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", ""])
def test_a_json_body_that_is_none(content_type: str) -> None:
    for body in (b"[1, 2]", b'"text"', b"[" * 50_000, b'{"a": [', b""):
        headers = (("content-type", content_type), ("content-length", "0"))
        verdict = verify(captured(headers=dict(headers), body=body), [SECRET])
        assert verdict.valid is False


def test_after_many_that_nothing_explains_less_is_tried() -> None:
    wrong = captured(signature="0" * 40)
    found = list(verify_all([wrong] * 25, [SECRET]))
    assert "no pair" in found[0].message
    assert "pair" not in found[-1].message


def test_after_very_many_only_what_explained_before_is_tried() -> None:
    """A folder of captures behind the same proxy stays explained among many that are forged."""
    proxied = captured(target="http://hooks.example.com:8080/didww/callbacks?opaque=123")
    other = captured(target="https://hooks.example.com/didww/callbacks/?opaque=123")
    found = list(verify_all([proxied, *[captured(signature="0" * 40)] * 510, proxied, other], [SECRET]))
    assert found[0].fix == found[-2].fix == ("scheme", "port")
    assert "after 500 captures" in found[-3].message
    assert found[-1].fix == ()


def test_a_trunk_event_signed_by_hand() -> None:
    body = b'[{"id":"1","type":"voice_out_trunks","status":"active","threshold_reached":false,"x":null}]'
    text = "https://hooks.example.com:443/tid1statusactivethreshold_reachedfalsetypevoice_out_trunksx"
    verdict = verify(
        captured(target="https://hooks.example.com/t", headers={}, body=body, signature=hmac_of(text)), [SECRET]
    )
    assert verdict.fix == ("body",)  # ``captured`` calls its body a form
