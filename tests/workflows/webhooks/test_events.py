"""The events that can be built, and the signed requests that deliver them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from didww_cli.catalog.events import EVENTS_BY_NAME
from didww_cli.errors import UsageError
from didww_cli.workflows.webhooks.captures import Capture, header_pairs
from didww_cli.workflows.webhooks.delivery import Outgoing, event_request, signed_request
from didww_cli.workflows.webhooks.events import build, known_values
from didww_cli.workflows.webhooks.verdict import verify

from .samples import KEY, SECRET, URL, hmac_of

NAMES = [
    "order-completed",
    "order-canceled",
    "export-completed",
    "address-verification-approved",
    "address-verification-rejected",
    "emergency-verification-approved",
    "emergency-verification-rejected",
    "trunk-blocked",
    "trunk-unblocked",
]
NOW = datetime(2026, 7, 1, 12, 0, 0, 5000, tzinfo=UTC)


def received(request: Outgoing) -> Capture:
    """A sent request as its receiver captures it."""
    headers = header_pairs(dict(request.headers))
    return Capture("x", request.method, request.url, headers=headers, body=request.body, signature=request.signature)


def test_the_kinds() -> None:
    assert list(EVENTS_BY_NAME) == NAMES
    assert set(known_values()) == {
        "id",
        "type",
        "status",
        "url",
        "reject_reason",
        "reject_reasons",
        "reject_comment",
        "emergency_calling_service_id",
        "threshold_reached",
        "created_at",
    }


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("method", ["get", "post", None])
@pytest.mark.parametrize(
    "url", [URL, "http://[::1]:8080/", "https://user:p%40ss@hooks.example.com:444/a b/é?x=ü&y=%2f+#f"]
)
def test_every_event_is_signed_so_that_it_verifies(kind: str, method: str | None, url: str) -> None:
    if kind.startswith("trunk") and method == "get":
        with pytest.raises(UsageError, match="by GET"):
            build(kind, method=method)
        return
    event = build(kind, "some id+1", {"note": "a b+c&é"}, method)
    verdict = verify(received(event_request(event, url, SECRET)), [SECRET])
    assert verdict.valid or "#" in url, verdict.message
    assert verdict.event.id == "some id+1"
    assert verdict.event.type == EVENTS_BY_NAME[kind].type


def test_parameters() -> None:
    event = build("export-completed", "7", {"url": "https://x.example/e.csv.gz", "extra": "1"}, "get")
    assert (event.method, event.as_array) == ("GET", False)
    assert event.parameters == (
        ("id", "7"),
        ("type", "exports"),
        ("status", "completed"),
        ("url", "https://x.example/e.csv.gz"),
        ("extra", "1"),
    )
    rejected = dict(build("emergency-verification-rejected").parameters)
    assert {"reject_reasons", "reject_comment", "emergency_calling_service_id"} <= set(rejected)
    UUID(str(rejected["id"]))
    assert dict(build("address-verification-approved").parameters)["reject_reason"] == ""
    assert dict(build("export-completed", "7").parameters)["url"].endswith("/7.csv.gz")


def test_trunk_events_come_as_a_json_array() -> None:
    event = build("trunk-blocked", "7", {"note": "null", "flag": "true", "text": "x"}, now=NOW)
    request = event_request(event, URL, SECRET)
    assert request.body is not None
    assert json.loads(request.body) == [
        {
            "id": "7",
            "type": "voice_out_trunks",
            "status": "blocked",
            "threshold_reached": True,
            "created_at": "2026-07-01T12:00:00.005Z",
            "note": None,
            "flag": True,
            "text": "x",
        }
    ]
    assert request.headers["Content-Type"] == "application/json"
    assert dict(build("trunk-unblocked").parameters)["status"] == "active"


def test_what_cannot_be_built() -> None:
    with pytest.raises(UsageError, match="no event"):
        build("order-exploded")
    with pytest.raises(UsageError, match="by PUT"):
        build("order-completed", method="put")
    with pytest.raises(UsageError, match="Nothing can be sent"):
        signed_request("hooks.example.com", (), SECRET)


def test_signing_a_url_and_parameters() -> None:
    url = "https://mycompany.com/didww_callbacks?opaque=123"
    params = [("type", "orders"), ("id", "bf2cee72-6caa-4ae2-917e-bea01945691e"), ("status", "completed")]
    request = signed_request(url, params, SECRET)
    assert request.signature == "30f66e9d72eb5e193051fd02952f70d8e934b4ff"
    assert request.headers["X-DIDWW-Signature"] == request.signature
    assert request.url == url
    assert KEY not in repr(request)
    got = signed_request(url, params, SECRET, method="GET")
    query = "opaque=123&id=bf2cee72-6caa-4ae2-917e-bea01945691e&status=completed&type=orders"
    assert got.url == f"https://mycompany.com/didww_callbacks?{query}"
    text = f"https://mycompany.com:443/didww_callbacks?{query}id{params[1][1]}statuscompletedtypeorders"
    assert (got.signed_text, got.signature) == (text, hmac_of(text))
    assert got.as_json() == {"method": "GET", "url": got.url, "headers": dict(got.headers), "body": None}


def test_signing_a_body_as_it_is() -> None:
    request = signed_request("https://h.example", (), SECRET, body=b'[{"a":true}]', content_type="application/json")
    assert request.signed_text == "https://h.example:443/atrue"
