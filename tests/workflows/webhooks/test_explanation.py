"""Explanations of wrong signatures: parameters, bodies, secrets, the signature itself, pairs."""

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
from tests.workflows.webhooks.explained import HOST, explained

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


def form(**params: str) -> bytes:
    return "&".join(f"{name}={quote(value)}" for name, value in params.items()).encode()


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


def test_a_secret_in_quotes_and_a_value_that_was_trimmed() -> None:
    quoted = Secret("hook", f'"{SECRET.value}"')
    verdict = verdict_on(quoted)
    assert (verdict.valid, verdict.fix) == (False, ("secret",))
    assert "without the quotes" in verdict.message
    signed = signature_for(params={**PARAMS, "status": "completed "})
    trimmed = verdict_on(signature=signed)
    assert trimmed.fix == ("parameter",)
    assert "blank at its end" in trimmed.message
