"""Captures as lines of logs, and what is said of those that cannot be read."""

from __future__ import annotations

import json

import pytest

from tests.workflows.webhooks.capture_samples import BODILESS, CADDY, HEADER_LINE, LINES, LOGFMT, NGINX, NO_URL

from .samples import FORM, SECRET, TRUNKS, URL, as_http, as_json, valid, verdicts


@pytest.mark.parametrize("line", LINES)
def test_log_lines(line: str) -> None:
    verdict = valid(line)
    assert verdict.from_didww is True
    assert verdict.time
    valid(f"{line}\n")


@pytest.mark.parametrize("line", [json.dumps(CADDY), NGINX, LOGFMT])
def test_other_lines_of_a_log_are_left_out(line: str) -> None:
    other = json.dumps({**CADDY, "request": {"method": "GET", "uri": "/", "host": "x.example"}})
    noise = '10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8"'
    found = verdicts("\n".join([noise, other, line, noise, line]))
    assert [(verdict.capture, verdict.valid) for verdict in found] == [("file:3", True), ("file:5", True)]
    (nothing,) = verdicts("\n".join([noise, other]))
    assert nothing.valid is None
    assert "X-DIDWW-Signature" in nothing.message


def test_lines_that_a_collector_wraps() -> None:
    valid(json.dumps({"log": NGINX + "\n", "stream": "stdout", "time": "2026-01-01T00:00:00Z"}))
    valid(f"web-1  | {json.dumps(CADDY)}\nweb-1  | started")


# What is missing


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (as_http().replace("X-DIDWW-Signature", "X-Other"), "X-DIDWW-Signature"),
        (as_http().replace("Host", "X-Host2"), "host"),
        (as_http().partition("\r\n\r\n")[0], "body"),
        (as_http().replace(f"Content-Length: {len(FORM)}\r\n", "").replace(FORM, ""), "body"),
        (as_http()[:-3], f"{len(FORM) - 3} of {len(FORM)} bytes"),
        (
            as_http()
            .replace("Content-Length: ", "Transfer-Encoding: chunked\r\nX: ")
            .replace(FORM, f"40\r\n{FORM[:9]}"),
            "breaks off",
        ),
        (as_json(headers={}), "X-DIDWW-Signature"),
        (json.dumps(BODILESS), "body"),
        (json.dumps(NO_URL), "URL"),
        (json.dumps({**NO_URL, "path": "/x"}), "host"),
        (json.dumps({}), "URL"),
        (json.dumps(TRUNKS), "X-DIDWW-Signature"),
        (json.dumps([1, 2]), "not an object"),
        (json.dumps("text"), "no HTTP request"),
        ('{"url": "x"', "broken"),
        ("[" * 100_000, "broken"),
        ('{"a":' * 20_000 + "1" + "}" * 20_000, "broken"),
        (f"curl '{URL}' -d '{FORM}'", "X-DIDWW-Signature"),
        (f"curl -H '{HEADER_LINE}'", "URL"),
        (NGINX.replace("hooks.example.com", "-"), "host"),
        (NGINX.replace(FORM, "-"), "body"),
        (as_json(url="https://[::1/x"), "cannot be read"),
        (as_json(url="ftp://x.example/"), "http"),
        ("", "empty"),
        ("   \n\n", "empty"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "no HTTP request"),
        ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no HTTP request"),
        ("just a note", "no HTTP request"),
    ],
)
def test_what_cannot_be_read_says_which_part_is_missing(text: str, part: str) -> None:
    for verdict in verdicts(text):
        assert verdict.valid is None
        assert part in verdict.message
        assert SECRET.value not in verdict.message


def test_with_a_base_url_no_host_is_needed() -> None:
    text = as_http().replace("Host: hooks.example.com", "Accept: */*")
    (verdict,) = verdicts(text, base_url="https://hooks.example.com")
    assert verdict.valid
