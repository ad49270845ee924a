"""Callbacks to URLs with a query of their own: the payload alone is signed after the URL, and no change is missed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from didww_cli.workflows.webhooks.captures import Capture, given
from didww_cli.workflows.webhooks.delivery import signed_request
from didww_cli.workflows.webhooks.explanation import Effort
from didww_cli.workflows.webhooks.parameters import raw_pairs
from didww_cli.workflows.webhooks.payload import MOST, likeliest, payloads
from didww_cli.workflows.webhooks.verdict import verify

from .samples import FORM_TYPE, OTHER, SECRET, TRUNKS, TRUNKS_TEXT, hmac_of, reads, text_of, verdict_on

HOST = "https://hooks.example.com:443"
ID = "1dd7a68b-e235-402b-8912-fe73ee14243a"
EVENTS: dict[str, dict[str, str]] = {
    "order": {"id": ID, "type": "orders", "status": "completed"},
    "export": {"id": ID, "type": "exports", "status": "completed", "url": "https://api.didww.com/v3/exports/a.csv.gz"},
    "export without url": {"id": ID, "type": "exports", "status": "completed"},
    "address approved": {"id": ID, "type": "address_verifications", "status": "approved", "reject_reason": ""},
    "address rejected": {
        "id": ID,
        "type": "address_verifications",
        "status": "rejected",
        "reject_reason": "Größe & Maß = 1+1; 50%",
        "reject_comment": "漢字 ?#",
    },
    "emergency": {
        "id": ID,
        "type": "emergency_verifications",
        "status": "rejected",
        "reject_reasons": "a, b",
        "reject_comment": "c",
        "emergency_calling_service_id": "7",
    },
    "unknown members": {"id": ID, "type": "orders", "status": "completed", "region": "eu", "note": ""},
    "unknown type": {"id": ID, "type": "sender_id_verifications", "status": "approved", "sender": "x"},
}
OWN = [
    "",
    "token=abc",
    "token=abc&tenant=9",
    "a=1&b=2&c=3&d=4",
    "url=https%3A%2F%2Fx%2Fy",
    "id=7",
    "type=didww",
    "id=7&status=5&type=hook",
    "token=a+b%20c&t=%2f",
    "flag",
    "x=&y=",
    "note=1&token=z",
]


def request(own: str, payload: dict[str, str], method: str) -> Capture:
    """A callback as DIDWW makes it, signed by hand."""
    form = urlencode(sorted(payload.items()))
    query = "&".join(filter(None, (own, form if method == "GET" else "")))
    path = "/didww/hook" + (f"?{query}" if query else "")
    return Capture(
        "x",
        method,
        f"https://hooks.example.com{path}",
        headers=(("content-type", FORM_TYPE),),
        body=form.encode() if method == "POST" else None,
        signature=hmac_of(HOST + path + text_of(payload)),
    )


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_event_is_right_whatever_the_urls_own_query(own: str, method: str) -> None:
    for name, payload in EVENTS.items():
        verdict = verify(request(own, payload, method), [OTHER, SECRET])
        assert (verdict.valid, verdict.message) == (True, "the signature is right"), name
        assert {"type": verdict.event.type, "id": verdict.event.id, "status": verdict.event.status} == {
            key: payload[key] for key in ("type", "id", "status")
        }
        assert verdict.signed_text is not None
        assert verdict.signed_text.endswith(text_of(payload))


@pytest.mark.parametrize("own", OWN)
def test_trunk_events_are_right_whatever_the_urls_own_query(own: str) -> None:
    path = "/t" + (f"?{own}" if own else "")
    capture = Capture(
        "x",
        "POST",
        f"https://hooks.example.com{path}",
        headers=(("content-type", "application/json"),),
        body=json.dumps(TRUNKS).encode(),
        signature=hmac_of(HOST + path + TRUNKS_TEXT),
    )
    assert verify(capture, [SECRET]).valid is True


def changed_by_a_byte(count: int) -> Iterator[tuple[Capture, Capture]]:
    """Right callbacks, each with a copy that has a byte replaced, added or lost in its query or body."""
    draw = random.Random(20261119)
    for _ in range(count):
        method, payload = draw.choice(["GET", "POST"]), draw.choice(list(EVENTS.values()))
        right = request(draw.choice(OWN), payload, method)
        text = right.target.partition("?")[2] if method == "GET" else (right.body or b"").decode()
        place, kind = draw.randrange(len(text)), draw.choice(["replace", "insert", "delete"])
        new = "" if kind == "delete" else draw.choice("abcdefghijklmnopqrstuvwxyz0123456789&=%+/._-~;")
        tampered = text[:place] + new + text[place + (kind != "insert") :]
        if tampered == text:
            continue
        if method == "GET":
            yield right, with_target(right, f"https://hooks.example.com/didww/hook?{tampered}")
        else:
            yield right, with_target(right, right.target, tampered.encode())


def with_target(right: Capture, target: str, body: bytes | None = None) -> Capture:
    return Capture("x", right.method, target, headers=right.headers, body=body, signature=right.signature)


def parameters(capture: Capture) -> dict[str, str]:
    return dict(parse_qsl((capture.body or b"").decode(), True))


def test_no_change_of_a_byte_is_called_right() -> None:
    """A lost ``=`` of a blank parameter, or a ``&`` more, leaves the parameters of a form as they were."""
    effort, wrong = Effort(unexplained=10_000), 0
    for right, tampered in changed_by_a_byte(1_500):
        valid = verify(tampered, [SECRET], effort=effort).valid
        assert not valid or (tampered.method == "POST" and parameters(tampered) == parameters(right)), tampered
        wrong += valid is False
    assert wrong > 1_400


@pytest.mark.parametrize(
    "body",
    [
        "id=1&type=orders&statuscompleted",
        "id=1&typeorders&status=completed",
        "i=d1&status=completed&type=orders",
        "id=1&status=completed&type=o&rders",
        "id=1&status=completed&type=exports&ur=lhttps",
    ],
)
def test_parameters_cut_elsewhere_are_signed_alike_and_still_wrong(body: str) -> None:
    pairs = dict(parse_qsl(body, True))
    verdict = verdict_on(
        body=body.encode(), target="https://hooks.example.com/h", signature=hmac_of(f"{HOST}/h{text_of(pairs)}")
    )
    if "ur=" in body:  # what may be a member that is not documented is believed
        assert verdict.valid is True
    else:
        assert (verdict.valid, verdict.fix) == (False, ())
        assert "cut elsewhere" in verdict.message


def test_a_payload_moved_into_the_url_is_not_right() -> None:
    payload = text_of(EVENTS["order"])
    signature = hmac_of(f"{HOST}/h?token=a{payload}")
    for target in (f"/h?token=a{payload}", f"/h?token=a&x={payload}"):
        verdict = verdict_on(method="GET", target=f"https://hooks.example.com{target}", body=None, signature=signature)
        assert verdict.valid is False


def test_a_changed_parameter_of_the_users_own_is_explained() -> None:
    right = request("token=abc&tenant=9", EVENTS["order"], "GET")
    added = with_target(right, right.target + "&utm=1")
    verdict = verify(added, [SECRET])
    assert (verdict.valid, verdict.fix) == (False, ("parameter",))
    assert "without the parameter utm" in verdict.message
    proxied = with_target(right, right.target.replace("https://hooks.example.com", "http://hooks.example.com:8080"))
    assert verify(proxied, [SECRET]).fix == ("scheme", "port")
    other = verify(right, [OTHER], others=[SECRET])
    assert other.fix == ("secret",)
    lost = with_target(right, right.target.replace("token=abc&", ""))
    assert verify(lost, [SECRET]).valid is False


def test_the_base_urls_query_is_known_to_be_the_users() -> None:
    pairs = raw_pairs("url=x&id=1&type=exports&status=completed&reject_reason=")
    assert likeliest(pairs) == pairs[:4]
    assert likeliest(pairs, raw_pairs("url=x")) == pairs[1:4]


def test_a_proxy_that_takes_the_users_own_query_away_is_made_good_by_the_base_url() -> None:
    right = request("token=abc&id=7", EVENTS["order"], "GET")
    stripped = with_target(right, right.target.replace("https://hooks", "http://inner").replace("token=abc&id=7&", ""))
    assert verify(stripped, [SECRET]).valid is False
    for capture in (stripped, right):
        verdict = verify(capture, [SECRET], base_url="https://hooks.example.com?token=abc&id=7")
        assert (verdict.valid, verdict.event.id) == (True, ID)
    assert verify(stripped, [SECRET], base_url="https://hooks.example.com?token=abd&id=7").valid is False


def test_payloads_are_bounded_and_have_an_event() -> None:
    many = raw_pairs("&".join(f"x{number}={number}" for number in range(40)) + "&id=1&type=orders&status=completed")
    found = list(payloads(many))
    assert found[0] == many[-3:]
    assert found[1] == many
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert all({"id", "type", "status"} <= {name for name, _ in payload} for payload in found)
    assert len(list(payloads(raw_pairs("&".join(["x=1"] * 5_000))))) <= 2
    assert list(payloads(())) == []


def test_sign_and_verify_agree_on_what_was_given() -> None:
    params = list(EVENTS["order"].items())
    for method in ("GET", "POST"):
        sent = signed_request("https://h.example/cb?token=abc&id=7", params, SECRET, method=method)
        as_given = given("https://h.example/cb?token=abc&id=7", sent.signature, params=params, method=method)
        assert verify(as_given, [SECRET]).valid is True
        assert sent.signed_text.endswith(text_of(EVENTS["order"]))
    whole = signed_request(sent.url + "&" + urlencode(params), (), SECRET, method="GET")
    assert verify(given(whole.url, whole.signature), [SECRET]).valid is True


def test_a_raw_get_with_a_token() -> None:
    right = request("token=abc", EVENTS["export"], "GET")
    path: Any = right.target.removeprefix("https://hooks.example.com")
    (capture,) = reads(
        f"GET {path} HTTP/1.1\r\nHost: hooks.example.com\r\nX-DIDWW-Signature: {right.signature}\r\n\r\n"
    )
    assert verify(capture, [SECRET]).valid is True
