"""Explanations: single changes and pairs of them are found and named with their values, and nothing else is claimed."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import quote

import pytest

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.signature import Secret
from didww_cli.workflows.webhooks.verdict import verify

from .samples import (
    FORM,
    KEY,
    NORMALISED,
    OTHER,
    PARAMS,
    SECRET,
    SIGNATURE,
    TRUNKS,
    TRUNKS_TEXT,
    URL,
    hmac_of,
    signature_for,
    text_of,
    verdict_on,
)

HOST = "https://hooks.example.com:443"


def form(**params: str) -> bytes:
    return "&".join(f"{name}={quote(value)}" for name, value in params.items()).encode()


def explained(fix: tuple[str, ...], *words: str, **changes: Any) -> None:
    """The capture with these changes is wrong, with this fix and these words in the message."""
    verdict = verdict_on(**changes)
    assert (verdict.valid, verdict.fix) == (False, fix), verdict.message
    for word in words:
        assert word in verdict.message
    assert verdict.secret is not None


# URL


def test_scheme() -> None:
    explained(("scheme",), "scheme https instead of http", target=URL.replace("https", "http"))
    explained(
        ("scheme",),
        "scheme http instead of https",
        signature=signature_for(NORMALISED.replace("https://hooks.example.com:443", "http://hooks.example.com:80")),
    )


@pytest.mark.parametrize("port", [8080, 80, 3000, 54321])
def test_port_dropped(port: int) -> None:
    explained(("port",), f"without the port {port} (so 443)", target=URL.replace(".com", f".com:{port}"))


@pytest.mark.parametrize("port", [8080, 8443, 80, 3000])
def test_port_added(port: int) -> None:
    explained(("port",), f"port {port} instead of 443", signature=signature_for(NORMALISED.replace("443", str(port))))


def test_port_from_a_header() -> None:
    signed = NORMALISED.replace("443", "50443")
    changes = {"target": URL, "signature": signature_for(signed)}
    explained(("port",), "50443", "X-Forwarded-Port", headers={"X-Forwarded-Port": "1, 50443"}, **changes)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "hooks.example.com"},
        {"X-Forwarded-Host": "inner.example, hooks.example.com"},
        {"X-Forwarded-Server": "hooks.example.com"},
        {"Forwarded": "for=10.0.0.1, host=hooks.example.com"},
    ],
)
def test_host_from_headers(headers: dict[str, str]) -> None:
    (name,) = headers
    explained(
        ("host",),
        "host hooks.example.com instead of app.internal",
        name,
        target=URL.replace("hooks.example.com", "app.internal"),
        headers=headers,
    )


def test_host_from_the_captures_own_url_and_the_base_url() -> None:
    explained(("host",), "the capture's URL", base_url="https://wrong.example.com")
    changes = {"target": "https://app/didww/callbacks?opaque=123", "headers": {}}
    assert verdict_on(base_url="https://hooks.example.com", **changes).valid


def test_host_with_www_case_and_user() -> None:
    explained(("host",), "www.hooks", signature=signature_for(NORMALISED.replace("hooks", "www.hooks")), headers={})
    explained(
        ("host",),
        "Hooks.example",
        target=URL.replace("hooks", "Hooks"),
        signature=signature_for(NORMALISED.replace("hooks", "Hooks")),
    )
    signed = signature_for(NORMALISED.replace("hooks", "user:pass@hooks"))
    explained(("host",), "Authorization", signature=signed, headers={"Authorization": "Basic dXNlcjpwYXNz"})
    explained(("host",), "without the user", target=URL.replace("hooks", "user@hooks"))


def test_scheme_host_and_port_of_a_server_behind_a_proxy() -> None:
    explained(
        ("scheme", "port", "host"),
        "scheme https",
        "hooks.example.com",
        target="http://10.0.0.5:3000/didww/callbacks?opaque=123",
        headers={"Host": "hooks.example.com"},
    )
    explained(("scheme", "port"), target=URL.replace("https://hooks.example.com", "http://hooks.example.com:8080"))


def test_path_with_and_without_a_slash_at_the_end() -> None:
    explained(("path",), "no slash at the end", target=URL.replace("callbacks", "callbacks/"))
    explained(("path",), "a slash at the end", signature=signature_for(NORMALISED.replace("callbacks", "callbacks/")))
    explained(("path",), target="https://hooks.example.com/", signature=signature_for(HOST))
    explained(("path",), target="https://hooks.example.com", signature=signature_for(f"{HOST}/"))


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/callbacks", {"X-Forwarded-Prefix": "/didww"}),
        ("/callbacks", {"X-Forwarded-Prefix": "/didww/"}),
        ("/index.php", {"X-Original-URI": "/didww/callbacks?opaque=123"}),
        ("/app/didww/callbacks", {}),
        ("/didww//callbacks", {}),
        ("/didww/callbacks;jsessionid=1", {}),
    ],
)
def test_path_rewritten(path: str, headers: dict[str, str]) -> None:
    explained(("path",), "/didww/callbacks", target=f"https://hooks.example.com{path}?opaque=123", headers=headers)


def test_query_dropped_and_added() -> None:
    explained(("query",), "without the query ?opaque=123", signature=signature_for(f"{HOST}/didww/callbacks"))
    explained(("query",), "without utm=1", target=f"{URL}&utm=1")
    bare = URL.partition("?")[0]
    explained(("query",), "?opaque=123", target=bare, headers={"X-Original-URI": "/didww/callbacks?opaque=123"})
    explained(
        ("path", "query"),
        target="https://hooks.example.com/app",
        headers={"X-Original-URI": "/didww/callbacks?opaque=123"},
    )


def test_a_get_signed_without_its_parameters_in_the_url() -> None:
    explained(
        ("query",),
        "left out of the URL's query",
        method="GET",
        target=f"{URL}&{FORM}",
        body=None,
        signature=hmac_of(NORMALISED + text_of({**PARAMS, "opaque": "123"})),
    )
    explained(("query",), "left out of the URL's query", method="GET", target=f"{URL}&{FORM}", body=None)


def test_parameters_that_stand_in_the_url_as_well() -> None:
    query = "&".join(f"{name}={value}" for name, value in sorted(PARAMS.items()))
    explained(("query",), "as in a GET", signature=signature_for(f"{NORMALISED}&{query}"))


# Encoding


@pytest.mark.parametrize(
    ("captured_path", "signed_path"),
    [
        ("/a b", "/a%20b"),
        ("/a%20b", "/a b"),
        ("/a%2520b", "/a%20b"),
        ("/a%20b", "/a%2520b"),
        ("/a%2Fb", "/a%2fb"),
        ("/a%2fb", "/a/b"),
        ("/é", "/%C3%A9"),
        ("/a+b", "/a%20b"),
        ("/a%20b", "/a+b"),
    ],
)
def test_encoding_of_the_path(captured_path: str, signed_path: str) -> None:
    explained(
        ("encoding",),
        "path",
        target=f"https://hooks.example.com{captured_path}",
        signature=signature_for(HOST + signed_path),
    )


@pytest.mark.parametrize(
    ("captured_query", "signed_query"),
    [
        ("a=x%20y", "a=x+y"),
        ("a=x+y", "a=x%20y"),
        ("a=x y", "a=x+y"),
        ("a=x y", "a=x%20y"),
        ("a=%2520", "a=%20"),
        ("a=%20", "a=%2520"),
        ("a=1&amp;b=2", "a=1&b=2"),
        ("a=%C3%A9", "a=é"),
        ("a=é", "a=%C3%A9"),
        ("a=%c3%a9", "a=%C3%A9"),
        ("a=x/y", "a=x%2Fy"),
    ],
)
def test_encoding_of_the_query(captured_query: str, signed_query: str) -> None:
    signed = signature_for(f"{HOST}/cb?{signed_query}")
    explained(("encoding",), "query", target=f"https://hooks.example.com/cb?{captured_query}", signature=signed)


def test_double_encoding_of_a_get() -> None:
    query = "id=1&reject_reason=a%20b&status=rejected&type=address_verifications"
    params = {"id": "1", "reject_reason": "a b", "status": "rejected", "type": "address_verifications"}
    explained(
        ("encoding",),
        "query and parameters",
        method="GET",
        body=None,
        target=f"https://hooks.example.com/cb?{query.replace('%', '%25')}",
        signature=signature_for(f"{HOST}/cb?{query}", params),
    )


@pytest.mark.parametrize(
    ("sent", "signed"),
    [
        ("a+b", "a+b"),  # + is no blank
        ("a%2Bb", "a b"),  # decoded twice, + as a blank
        ("a%2520b", "a b"),
        ("a%20b", "a%20b"),  # not decoded
        ("a%20b", "a+b"),
        ("%C3%83%C2%A9", "é"),  # UTF-8 read as Latin-1 on the way
        ("a%26amp%3Bb", "a&b"),
        ("a%0A", "a"),
        ("a%0D%0Ab", "a\nb"),
        ("a%0Ab", "a\r\nb"),
        ("e%CC%81", "é"),
        ("%C3%A9", "e\u0301"),
        ("True", "true"),
        ("None", ""),
        ("null", ""),
        ("true", "True"),
        ("1", "true"),
    ],
)
def test_encoding_of_parameters(sent: str, signed: str) -> None:
    explained(
        ("encoding",),
        "parameters",
        body=f"{FORM}&x={sent}".encode(),
        signature=signature_for(params={**PARAMS, "x": signed}),
    )


# Parameters


@pytest.mark.parametrize(
    "name", ["reject_reason", "reject_reasons", "reject_comment", "url", "emergency_calling_service_id"]
)
def test_a_blank_parameter_lost(name: str) -> None:
    explained(("parameter",), f"a blank parameter {name}", signature=signature_for(params={**PARAMS, name: ""}))


@pytest.mark.parametrize("name", ["type", "status"])
def test_a_parameter_lost_whose_value_can_be_guessed(name: str) -> None:
    rest = {key: value for key, value in PARAMS.items() if key != name}
    explained(("parameter",), f"{name}={PARAMS[name]}", body=form(**rest))


def test_a_parameter_lost_from_a_get() -> None:
    params = {"id": "7", "reject_reason": "", "status": "approved", "type": "address_verifications"}
    query = "&".join(f"{name}={value}" for name, value in params.items())
    explained(
        ("parameter",),
        "reject_reason",
        method="GET",
        body=None,
        target=f"https://hooks.example.com/cb?{query.replace('&reject_reason=', '')}",
        signature=signature_for(f"{HOST}/cb?{query}", params),
    )


def test_parameters_added() -> None:
    explained(("parameter",), "without the parameter utm_source", body=f"{FORM}&utm_source=x".encode())
    explained(("parameter",), "controller, action", body=f"{FORM}&controller=hooks&action=create&format=json".encode())
    explained(("parameter",), "without the blank parameters", body=f"{FORM}&id2=&b=&c=&type2=".encode())
    explained(
        ("parameter",),
        "without the parameter x",
        method="GET",
        body=None,
        target=f"https://hooks.example.com/cb?x=1&{FORM}",
        signature=signature_for(f"{HOST}/cb?{FORM}"),
    )


def test_parameters_of_the_query_counted_in() -> None:
    explained(("parameter",), "opaque", "query", signature=signature_for(params={**PARAMS, "opaque": "123"}))


@pytest.mark.parametrize(
    ("body", "signed", "word"),
    [
        (form(**PARAMS), "idbf2cee72-6caa-4ae2-917e-bea01945691estatuscompletedtypeorders"[::-1], None),
        (b"type=t&id=i", "typetidi", "order in which they stand"),
        (b"id=i&type=t", "typetidi", "order"),
        (b"B=1&c=3&a=2", "a2B1c3", "case"),
        (b"id=1&id=2&type=t", "id1typet", "first value"),
        (b"type=t&id=2&id=1", "id2id1typet", "every value"),
        (b"id=2&x=3&id=1", "id1id2x3", "sorted"),
        (b"a[]=1&a[]=2&id=i", "a12idi", "lists"),
    ],
)
def test_order_and_repetition(body: bytes, signed: str, word: str | None) -> None:
    if word:
        explained(("parameter",), word, body=body, signature=hmac_of(NORMALISED + signed))
    else:
        assert verdict_on(body=body, signature=hmac_of(NORMALISED + signed)).fix == ()


def test_objects_of_an_array() -> None:
    two = [*TRUNKS, {**TRUNKS[0], "id": "0"}]
    json_type = {"content-type": "application/json", "Host": "hooks.example.com"}
    for text, word in (
        (TRUNKS_TEXT, "only object 1 of 2"),
        (TRUNKS_TEXT.replace("idf36d1d17-bd16-42b9-af42-0cfe166bf3ec", "id0") + TRUNKS_TEXT, "reverse"),
    ):
        capture = Capture(
            "x",
            "POST",
            URL,
            headers=tuple(json_type.items()),
            body=json.dumps(two).encode(),
            signature=hmac_of(NORMALISED + text),
        )
        verdict = verify(capture, [SECRET])
        assert verdict.fix == ("parameter",)
        assert word in verdict.message


# Body


def test_body_read_otherwise() -> None:
    explained(("body",), "as JSON", body=json.dumps(TRUNKS).encode(), signature=hmac_of(NORMALISED + TRUNKS_TEXT))
    explained(("body",), "not read at all", signature=hmac_of(NORMALISED))
    signed = signature_for(f"{HOST}/cb?{FORM}")
    explained(("body",), "query", target=f"https://hooks.example.com/cb?{FORM}", body=b"", signature=signed)


def test_form_that_calls_itself_json() -> None:
    capture = Capture(
        "x", "POST", URL, headers=(("content-type", "application/json"),), body=FORM.encode(), signature=SIGNATURE
    )
    verdict = verify(capture, [SECRET])
    assert verdict.fix == ("body",)
    assert "as a form" in verdict.message


# Secrets


def test_another_secret() -> None:
    verdict = verdict_on(OTHER, others=(Secret("work API key", KEY),))
    assert (verdict.valid, verdict.fix, verdict.secret) == (False, ("secret",), "work API key")
    assert "the secret work API key instead of lab" in verdict.message
    assert KEY not in repr(verdict)


def test_a_secret_with_blanks_around_it() -> None:
    verdict = verdict_on(Secret("work", f" {KEY}\n"))
    assert verdict.fix == ("secret",)
    assert "without the blanks around it" in verdict.message


# The form of the signature


@pytest.mark.parametrize(
    ("form_of_it", "word"),
    [(SIGNATURE.upper(), "upper case"), (f" {SIGNATURE} ", "blanks"), (f"sha1={SIGNATURE}", "prefix")],
)
def test_form_of_the_signature(form_of_it: str, word: str) -> None:
    explained(("encoding",), word, SIGNATURE, signature=form_of_it)
    explained(("scheme", "encoding"), word, signature=form_of_it, target=URL.replace("https", "http"))


@pytest.mark.parametrize("signature", ["", "abc", SIGNATURE[:-1], "zz" * 20])
def test_what_is_no_signature(signature: str) -> None:
    verdict = verdict_on(signature=signature)
    assert (verdict.valid, verdict.fix, verdict.secret) == (False, (), None)
    assert "not 40 hex digits" in verdict.message


# Pairs


@pytest.mark.parametrize(
    ("fix", "changes"),
    [
        (("scheme", "path"), {"target": "http://hooks.example.com/didww/callbacks/?opaque=123"}),
        (("scheme", "parameter"), {"target": URL.replace("https", "http"), "body": f"{FORM}&x=1".encode()}),
        (("port", "path"), {"target": "https://hooks.example.com:8080/didww/callbacks/?opaque=123"}),
        (("parameter",), {"signature": signature_for(params={**PARAMS, "reject_reason": "", "reject_comment": ""})}),
        (
            ("scheme", "encoding"),
            {"target": "http://hooks.example.com/a%2520b", "signature": signature_for(f"{HOST}/a%20b")},
        ),
        (("host", "parameter"), {"target": URL.replace("hooks", "inner"), "body": f"{FORM}&x=1".encode()}),
        (
            ("scheme", "body"),
            {
                "target": URL.replace("https", "http"),
                "body": json.dumps(TRUNKS).encode(),
                "signature": hmac_of(NORMALISED + TRUNKS_TEXT),
            },
        ),
    ],
)
def test_pairs(fix: tuple[str, ...], changes: dict[str, Any]) -> None:
    explained(fix, "; ", **changes)


def test_a_pair_with_another_secret() -> None:
    verdict = verdict_on(OTHER, others=(SECRET,), target=URL.replace("https", "http"))
    assert (verdict.fix, verdict.secret) == (("scheme", "secret"), "work")


# Nothing


def test_where_no_change_fits_the_message_says_what_was_tried() -> None:
    verdict = verdict_on(signature="0" * 40, others=(OTHER,))
    assert (verdict.valid, verdict.fix, verdict.secret) == (False, (), None)
    for word in (
        "tried",
        "combinations",
        "scheme",
        "port",
        "host",
        "path",
        "query",
        "encoding",
        "parameters",
        "body",
        "work",
        "lab",
    ):
        assert word in verdict.message


def test_long_and_odd_values_are_cut_and_escaped_in_messages() -> None:
    body = form(**PARAMS, **{"\x1b[31m" + "x" * 500: "y"})
    explained(("parameter",), "\\x1b[31m", "…", body=body)
    assert "\x1b" not in verdict_on(body=body).message


def test_a_large_body_is_searched_within_bounds() -> None:
    params = {f"name{number}": "v" * 50 for number in range(20_000)}
    verdict = verdict_on(body=form(**params), signature="0" * 40)
    assert "the most that is tried" in verdict.message
    digest = hmac.new(KEY.encode(), (NORMALISED + text_of(params)).encode(), hashlib.sha1).hexdigest()
    explained(("scheme",), body=form(**params), signature=digest, target=URL.replace("https", "http"))
