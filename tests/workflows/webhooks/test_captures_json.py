"""Captures as HAR and as JSON of any tool."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from tests.workflows.webhooks.capture_samples import BODILESS, NO_URL, entry, har

from .samples import (
    FORM,
    FORM_TYPE,
    NORMALISED,
    PARAMS,
    SIGNATURE,
    URL,
    as_http,
    as_json,
    as_object,
    signature_for,
    valid,
    verdicts,
)


def test_har_gives_every_entry_with_the_header() -> None:
    other = entry(headers=[{"name": "accept", "value": "*/*"}])
    params = [{"name": name, "value": value} for name, value in PARAMS.items()]
    as_params = entry(postData={"mimeType": FORM_TYPE, "params": params})
    in_base64 = entry(
        postData={"mimeType": FORM_TYPE, "text": base64.b64encode(FORM.encode()).decode(), "encoding": "base64"}
    )
    found = verdicts(json.dumps(har(other, entry(), other, as_params, in_base64)))
    assert [(verdict.capture, verdict.valid) for verdict in found] == [
        ("file#2", True),
        ("file#4", True),
        ("file#5", True),
    ]
    assert found[0].time == "2026-07-01T10:00:00.000Z"


@pytest.mark.parametrize("document", [har(), har({"request": None}), {"log": {"entries": "x"}}, har(entry(headers=7))])
def test_har_without_a_callback(document: dict[str, Any]) -> None:
    (verdict,) = verdicts(json.dumps(document))
    assert verdict.valid is None
    assert "X-DIDWW-Signature" in verdict.message


BASE64 = base64.b64encode(FORM.encode()).decode()


PATH = {"path": "/didww/callbacks", "query": "opaque=123", "host": "hooks.example.com"}
SIGNED = {"X-DIDWW-Signature": SIGNATURE}


@pytest.mark.parametrize(
    "document",
    [
        as_object(),
        as_object(headers=[{"name": "x-didww-signature", "value": SIGNATURE}]),
        as_object(headers=[{"key": "x-didww-signature", "value": SIGNATURE}]),
        as_object(headers=[["x-didww-signature", SIGNATURE], ["content-type", FORM_TYPE]]),
        as_object(headers=["Accept", "*/*", "X-DIDWW-Signature", SIGNATURE]),
        as_object(headers=["Accept: */*", f"X-DIDWW-Signature: {SIGNATURE}"]),
        as_object(headers={"X-Didww-Signature": [SIGNATURE]}),
        as_object(headers=f"Accept: */*\r\nX-DIDWW-Signature: {SIGNATURE}\r\n"),
        as_object(body=PARAMS),
        as_object(body={name: [value] for name, value in PARAMS.items()}),
        as_object(body={"type": "Buffer", "data": list(FORM.encode())}),
        as_object(body=BASE64, isBase64Encoded=True),
        as_object(body=BASE64, encoding="base64"),
        as_object(body={"encoding": "base64", "data": BASE64}),
        {**BODILESS, "body_base64": BASE64},
        {**BODILESS, "rawBody": FORM, "body": {"id": "parsed otherwise"}},
        {**BODILESS, "data": "", "form": PARAMS},
        {**BODILESS, "params": PARAMS},
        {**NO_URL, "uri": URL},
        {**NO_URL, "full_url": URL},
        {**NO_URL, "requestUrl": URL},
        {**NO_URL, "url": {"raw": URL}},
        {**NO_URL, "url": "hooks.example.com/didww/callbacks?opaque=123"},
        {**NO_URL, **PATH},
        {**NO_URL, **PATH, "query": {"opaque": "123"}},
        {**NO_URL, **PATH, "query": [{"name": "opaque", "value": "123"}], "scheme": "https"},
        {**NO_URL, **PATH, "host": "hooks.example.com", "port": 443, "protocol": "HTTP/1.1"},
        {
            **NO_URL,
            "originalUrl": "/didww/callbacks?opaque=123",
            "url": "/callbacks?opaque=123",
            "hostname": "hooks.example.com",
        },
        {"request": as_object(), "response": {"status": 200}},
        {"id": 7, "event": {"request": as_object()}},
        {"data": {"request": as_object()}},
        {"request": BODILESS, "body": FORM},
        {"level": "info", "msg": json.dumps(as_object()), "request": as_object()},
    ],
)
def test_json(document: dict[str, Any]) -> None:
    assert valid(json.dumps(document)).url == NORMALISED
    assert valid(json.dumps(document, indent=2)).url == NORMALISED


@pytest.mark.parametrize(
    "document",
    [
        {
            "version": "2.0",
            "rawPath": "/didww/callbacks",
            "rawQueryString": "opaque=123",
            "headers": {"x-didww-signature": SIGNATURE, "x-forwarded-proto": "https", "content-type": FORM_TYPE},
            "requestContext": {
                "domainName": "hooks.example.com",
                "timeEpoch": 1767225600000,
                "http": {
                    "method": "POST",
                    "path": "/didww/callbacks",
                    "sourceIp": "46.19.210.3",
                    "protocol": "HTTP/1.1",
                },
            },
            "body": BASE64,
            "isBase64Encoded": True,
        },
        {
            "resource": "/callbacks",
            "path": "/callbacks",
            "httpMethod": "POST",
            "headers": {"X-DIDWW-Signature": SIGNATURE, "Host": "hooks.example.com", "Content-Type": FORM_TYPE},
            "multiValueHeaders": {"X-DIDWW-Signature": [SIGNATURE]},
            "queryStringParameters": {"opaque": "123"},
            "multiValueQueryStringParameters": {"opaque": ["123"]},
            "requestContext": {
                "path": "/didww/callbacks",
                "stage": "didww",
                "requestTimeEpoch": 1767225600000,
                "identity": {"sourceIp": "46.19.210.3"},
            },
            "body": FORM,
            "isBase64Encoded": False,
        },
    ],
)
def test_lambda_events(document: dict[str, Any]) -> None:
    verdict = valid(json.dumps(document))
    assert verdict.from_didww is True
    assert verdict.time == "2026-01-01T00:00:00Z"


def test_a_load_balancer_keeps_query_parameters_encoded() -> None:
    query = "a=x%20y&b=%2F"
    signature = signature_for(f"https://hooks.example.com:443/cb?{query}")
    document = {
        "requestContext": {"elb": {}},
        "httpMethod": "POST",
        "path": "/cb",
        "queryStringParameters": {"a": "x%20y", "b": "%2F"},
        "headers": {"host": "hooks.example.com", "x-forwarded-proto": "https", "x-didww-signature": signature},
        "body": FORM,
    }
    valid(json.dumps(document))


def test_server_dumps() -> None:
    dump = {
        "REQUEST_METHOD": "POST",
        "REQUEST_URI": "/didww/callbacks?opaque=123",
        "HTTP_HOST": "hooks.example.com",
        "HTTPS": "on",
        "REMOTE_ADDR": "46.19.208.9",
        "CONTENT_TYPE": FORM_TYPE,
        "HTTP_X_DIDWW_SIGNATURE": SIGNATURE,
        "body": FORM,
    }
    assert valid(json.dumps(dump)).from_didww is True


def test_raw_requests_within_json() -> None:
    raw = base64.b64encode(as_http().encode()).decode()
    valid(json.dumps({"requests": [{"id": "r1", "request": {"method": "POST", "headers": SIGNED, "raw": raw}}]}))
    valid(json.dumps({"raw": as_http()}))


def test_arrays_and_exports_of_requests() -> None:
    for document in ([as_object(), as_object()], {"data": [as_object(), {"x": 1}, as_object()], "total": 3}):
        found = verdicts(json.dumps(document))
        assert [(verdict.capture, verdict.valid) for verdict in found] == [("file#1", True), ("file#2", True)]


def test_json_lines() -> None:
    text = "\n".join([as_json(), "", as_json(headers={}), '{"cut": ', as_json()]) + "\n"
    found = verdicts(text)
    assert [(verdict.capture, verdict.valid) for verdict in found] == [
        ("file:1", True),
        ("file:3", None),
        ("file:4", None),
        ("file:5", True),
    ]
    assert "X-DIDWW-Signature" in found[1].message
    assert "breaks off" in found[2].message
