"""Captures of every form, each read to the same right signature; and what is missing in those that cannot be read."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from didww_cli.workflows.webhooks.capture_files import read_captures, read_stream
from didww_cli.workflows.webhooks.captures import given
from didww_cli.workflows.webhooks.verdict import verify, verify_all

from .samples import (
    FORM,
    FORM_TYPE,
    NORMALISED,
    PARAMS,
    SECRET,
    SIGNATURE,
    TRUNKS,
    TRUNKS_TEXT,
    URL,
    as_http,
    as_json,
    as_object,
    hmac_of,
    reads,
    signature_for,
    valid,
    verdicts,
)

TRUNK_URL = "https://hooks.example.com/trunks"
TRUNK_BODY = json.dumps(TRUNKS)
TRUNK_SIGNATURE = hmac_of("https://hooks.example.com:443/trunks" + TRUNKS_TEXT)
GET_URL = f"https://hooks.example.com/didww?{FORM}"
GET_SIGNATURE = signature_for(f"https://hooks.example.com:443/didww?{FORM}")


def chunked(body: str, size: int = 7, end: str = "\r\n") -> str:
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return "".join(f"{len(part):x};ext=1{end}{part}{end}" for part in parts) + f"0{end}Trailer: x{end}{end}"


# Raw HTTP


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_raw_http(line_end: str) -> None:
    verdict = valid(as_http(line_end))
    assert (verdict.url, verdict.secret) == (NORMALISED, "work")
    assert (verdict.event.type, verdict.event.id, verdict.event.status) == ("orders", PARAMS["id"], "completed")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_raw_http_chunked(end: str) -> None:
    head = as_http(end).rsplit(end * 2, 1)[0].replace(f"Content-Length: {len(FORM)}", "Transfer-Encoding: chunked")
    valid(head + end * 2 + chunked(FORM, end=end))
    valid(head + end * 2 + FORM)  # headers of the chunked request over a body that was put together already


@pytest.mark.parametrize(
    "request_line",
    [
        f"POST {URL} HTTP/1.1",
        "POST /didww/callbacks?opaque=123 HTTP/1.0",
        "post /didww/callbacks?opaque=123 HTTP/2",
        "POST  /didww/callbacks?opaque=123   HTTP/3",
        f"POST {URL}",
    ],
)
def test_request_lines(request_line: str) -> None:
    valid(as_http().replace("POST /didww/callbacks?opaque=123 HTTP/1.1", request_line))


@pytest.mark.parametrize(
    "name", ["x-didww-signature", "X-Didww-Signature", "HTTP_X_DIDWW_SIGNATURE", "X_DIDWW_SIGNATURE"]
)
def test_header_styles(name: str) -> None:
    valid(as_http().replace("X-DIDWW-Signature", name))


def test_http2_pseudo_headers() -> None:
    head = ":method: POST\n:scheme: https\n:authority: hooks.example.com\n:path: /didww/callbacks?opaque=123\n"
    valid(f"{head}content-type: {FORM_TYPE}\nx-didww-signature: {SIGNATURE}\n\n{FORM}")


def test_a_folded_header_and_a_final_line_end() -> None:
    valid(
        as_http().replace("Host: ", "Cookie: a;\r\n  b\r\nHost: ").replace(f"Content-Length: {len(FORM)}\r\n", "")
        + "\r\n"
    )
    valid(as_http() + "\n\nHTTP/1.1 200 OK\n\n")


def test_a_get_and_a_json_array() -> None:
    target = GET_URL.removeprefix("https://hooks.example.com")
    valid(f"GET {target} HTTP/1.1\r\nHost: hooks.example.com\r\nX-DIDWW-Signature: {GET_SIGNATURE}\r\n\r\n")
    head = f"POST {TRUNK_URL} HTTP/1.1\r\nContent-Type: application/json; charset=utf-8\r\nX-DIDWW-Signature: "
    verdict = valid(f"{head}{TRUNK_SIGNATURE}\r\n\r\n{json.dumps(TRUNKS, indent=1)}\n")
    assert (verdict.event.type, verdict.event.status) == ("voice_out_trunks", "blocked")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_byte_order_marks(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    valid((mark + as_http()).encode(encoding))
    valid((mark + as_json()).encode(encoding))


# curl

HEADER_LINE = f"X-DIDWW-Signature: {SIGNATURE}"
ESCAPED_URL, CARET_URL = URL.replace("?", "\\?"), URL.replace("?", "^?")


@pytest.mark.parametrize(
    "command",
    [
        f"curl '{URL}' -H '{HEADER_LINE}' -d '{FORM}'",
        f'curl -X POST "{URL}" \\\n  --header "{HEADER_LINE}" \\\n  --data-raw "{FORM}" --compressed',
        f"$ curl -sS -XPOST -H'{HEADER_LINE}' --data-binary $'{FORM}' --url {URL}",
        f"curl --request=POST --url={ESCAPED_URL} -H $'X-DIDWW-Signature:\\x20{SIGNATURE}' --data '{FORM}'",
        f"curl {URL} -H '{HEADER_LINE}' -d id={PARAMS['id']} -d status=completed -d type=orders",
        f"curl {URL} -H '{HEADER_LINE}' --data-urlencode id={PARAMS['id']} -d status=completed -d type=orders",
        f"/usr/bin/curl -u user:pass -o /dev/null {URL} -H '{HEADER_LINE}' -H 'Content-Type: {FORM_TYPE}' -d '{FORM}'",
        f'curl ^"{CARET_URL}^" ^\r\n  -H ^"{HEADER_LINE}^" ^\r\n  --data-raw ^"{FORM.replace("&", "^&")}^"',
        f'curl.exe "{URL}" `\r\n  -H "{HEADER_LINE}" `\r\n  -d "{FORM}"',
        f"PS C:\\> curl.exe '{URL}' -H '{HEADER_LINE}' -d '{FORM}'",
        f'C:\\Users\\me> curl "{URL}" -H "{HEADER_LINE}" -d "{FORM}"',
        f"# what came in\ncurl '{URL}' -H '{HEADER_LINE}' -d '{FORM}'\n",
    ],
)
def test_curl(command: str) -> None:
    assert valid(command).url == NORMALISED


ESCAPED, BACKTICKED = TRUNK_BODY.replace('"', '\\"'), TRUNK_BODY.replace('"', '`"')
CARETED = ESCAPED.replace('"', '^"')


@pytest.mark.parametrize(
    "command",
    [
        f"curl {TRUNK_URL} -H 'x-didww-signature: {TRUNK_SIGNATURE}' --json '{TRUNK_BODY}'",
        f"curl {TRUNK_URL} -H 'x-didww-signature: {TRUNK_SIGNATURE}' -d '{TRUNK_BODY}'",
        f"curl {TRUNK_URL} -H 'x-didww-signature: {TRUNK_SIGNATURE}' -d \"{ESCAPED}\"",
        f'curl {TRUNK_URL} -H "x-didww-signature: {TRUNK_SIGNATURE}" -d "{TRUNK_BODY.replace(chr(34), chr(34) * 2)}"',
        f"curl.exe {TRUNK_URL} -H 'x-didww-signature: {TRUNK_SIGNATURE}' -d '{ESCAPED}'",
        f'curl.exe {TRUNK_URL} -H "x-didww-signature: {TRUNK_SIGNATURE}" -d "{BACKTICKED}"',
        f'curl ^"{TRUNK_URL}^" -H ^"x-didww-signature: {TRUNK_SIGNATURE}^" -d ^"{CARETED}^"',
    ],
)
def test_curl_with_json(command: str) -> None:
    assert valid(command).event.type == "voice_out_trunks"


@pytest.mark.parametrize("flag", ["-G", "--get"])
def test_curl_with_data_in_the_query(flag: str) -> None:
    base = GET_URL.partition("?")[0]
    valid(f"curl {flag} {base} -H 'X-DIDWW-Signature: {GET_SIGNATURE}' -d '{FORM}'")
    valid(f"curl '{GET_URL}' -H 'X-DIDWW-Signature: {GET_SIGNATURE}'")


def test_several_curl_commands_and_one_without_scheme() -> None:
    plain = signature_for("http://hooks.example.com:80/cb")
    text = f"curl '{URL}' -H '{HEADER_LINE}' -d '{FORM}'\n"
    text += f"curl hooks.example.com/cb -H 'X-DIDWW-Signature: {plain}' -d '{FORM}'"
    found = verdicts(text)
    assert [(verdict.capture, verdict.valid) for verdict in found] == [("file#1", True), ("file#2", True)]


@pytest.mark.parametrize("data", ["-d @body.txt", "--data-binary @body.txt", "--data-urlencode id@body.txt", "-F a=b"])
def test_curl_with_the_body_elsewhere_opens_no_file(data: str) -> None:
    (verdict,) = verdicts(f"curl '{URL}' -H '{HEADER_LINE}' {data}")
    assert verdict.valid is None
    assert "body" in verdict.message


# HAR


def har(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"log": {"version": "1.2", "creator": {"name": "x"}, "entries": list(entries)}}


def entry(**request: Any) -> dict[str, Any]:
    headers = [{"name": "X-DIDWW-Signature", "value": SIGNATURE}, {"name": "Content-Type", "value": FORM_TYPE}]
    content = {"mimeType": FORM_TYPE, "text": FORM}
    return {
        "startedDateTime": "2026-07-01T10:00:00.000Z",
        "request": {
            "method": "POST",
            "url": URL,
            "httpVersion": "HTTP/2",
            "headers": headers,
            "postData": content,
            **request,
        },
        "response": {"status": 200, "headers": [{"name": "X-DIDWW-Signature", "value": "no"}]},
    }


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


# JSON

NO_URL = {key: value for key, value in as_object().items() if key != "url"}
BODILESS = {key: value for key, value in as_object().items() if key != "body"}
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


# Logs

CADDY = {
    "level": "info",
    "ts": 1767225600.5,
    "logger": "http.log.access",
    "msg": "handled request",
    "request": {
        "remote_ip": "46.19.210.3",
        "remote_port": "1234",
        "proto": "HTTP/2.0",
        "method": "GET",
        "host": "hooks.example.com",
        "uri": GET_URL.removeprefix("https://hooks.example.com"),
        "headers": {"X-Didww-Signature": [GET_SIGNATURE]},
        "tls": {"resumed": False},
    },
    "status": 200,
}
TRAEFIK = {
    "ClientAddr": "46.19.210.3:4711",
    "RequestMethod": "GET",
    "RequestHost": "hooks.example.com",
    "RequestPath": GET_URL.removeprefix("https://hooks.example.com"),
    "RequestScheme": "https",
    "RequestPort": "-",
    "StartUTC": "2026-01-01T00:00:00Z",
    "request_X-Didww-Signature": GET_SIGNATURE,
}
NGINX_JSON = {
    "time_iso8601": "2026-01-01T00:00:00+00:00",
    "remote_addr": "46.19.210.3",
    "request": "POST /didww/callbacks?opaque=123 HTTP/1.1",
    "host": "hooks.example.com",
    "scheme": "https",
    "request_body": FORM,
    "http_x_didww_signature": SIGNATURE,
}
NGINX = (
    '46.19.210.3 - - [01/Jan/2026:00:00:00 +0000] "POST /didww/callbacks?opaque=123 HTTP/1.1" 200 0 "-" "-" '
    f'"hooks.example.com" "{SIGNATURE}" "{FORM}"'
)
NGINX_NAMED = (
    '46.19.210.3 - - [01/Jan/2026:00:00:00 +0000] "POST /didww/callbacks?opaque=123 HTTP/1.1" 200 0 "-" "agent 1" '
    f'host=hooks.example.com x_didww_signature={SIGNATURE} body="{FORM}"'
)
LOGFMT = (
    f"time=2026-01-01T00:00:00Z level=info method=GET host=hooks.example.com remote_ip=46.19.210.3 "
    f'uri="{GET_URL.removeprefix("https://hooks.example.com")}" x_didww_signature={GET_SIGNATURE} status=200'
)
TRUNK_LINE = (
    '46.19.210.3 - - [01/Jan/2026:00:00:00 +0000] "POST /trunks HTTP/1.1" 204 0 host="hooks.example.com" '
    f'sig="{TRUNK_SIGNATURE}" x-didww-signature: {TRUNK_SIGNATURE} body="{ESCAPED.replace(chr(34), "x22")}"'
)
LINES = [json.dumps(CADDY), json.dumps(TRAEFIK), json.dumps(NGINX_JSON), NGINX, NGINX_NAMED, LOGFMT, TRUNK_LINE]


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


# Files


def test_folders_are_read_in_order_whatever_they_hold(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.har").write_text(json.dumps(har(entry())))
    (tmp_path / "b" / "c.http").write_text(as_http("\n"))
    (tmp_path / "b" / "d.jsonl").write_text(as_json() + "\n" + as_json())
    (tmp_path / "c.sh").write_text(f"curl '{URL}' -H '{HEADER_LINE}' -d '{FORM}'")
    (tmp_path / "d.bin").write_bytes(bytes(range(256)))
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = list(verify_all(read_captures([tmp_path]), [SECRET]))
    names = [Path(verdict.capture).relative_to(tmp_path).as_posix() for verdict in found]
    assert names == ["a.har#1", "b/c.http", "b/d.jsonl:1", "b/d.jsonl:2", "c.sh", "d.bin"]
    assert [verdict.valid for verdict in found] == [True] * 5 + [None]


def test_standard_input_and_what_is_not_there(tmp_path: Path) -> None:
    found = list(verify_all(read_captures(["-", str(tmp_path / "no")], io.BytesIO(as_http().encode())), [SECRET]))
    assert [(verdict.capture, verdict.valid) for verdict in found] == [("-", True), (str(tmp_path / "no"), None)]
    assert "No such file" in found[1].message


def test_a_stream_that_never_ends_is_refused() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = b"\0" * len(buffer)
            return len(buffer)

    (capture,) = read_stream("endless", io.BufferedReader(Endless()))  # type: ignore[arg-type]
    assert "larger than 64 MiB" in verify(capture, [SECRET]).message


def test_the_listing_of_a_folder_is_lazy(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:03}.http").write_text(as_http())
    captures = read_captures([tmp_path])
    first = next(captures)
    (tmp_path / "040.http").unlink()
    assert first.source.endswith("000.http")
    assert sum(1 for capture in captures if capture.problem) == 1


@pytest.mark.parametrize(
    "value",
    ["a b+c&d=e%f/é日本", "", "x" * 100_000, "line\r\nend", "'\"\\$`^%"],
    ids=["mixed", "empty", "long", "lines", "quotes"],
)
def test_odd_values_survive_each_format(value: str) -> None:
    params = {**PARAMS, "reject_comment": value}
    form = "&".join(f"{name}={quote(text)}" for name, text in params.items())
    signature = signature_for(NORMALISED, params)
    headers = {"X-DIDWW-Signature": signature}
    valid(f"POST {URL} HTTP/1.1\nX-DIDWW-Signature: {signature}\n\n{form}")
    valid(as_json(headers=headers, body=form))
    valid(as_json(headers=headers, body=params))
    valid(f"curl '{URL}' -H 'X-DIDWW-Signature: {signature}' -d '{form}'")
    valid(
        json.dumps(
            har(
                entry(
                    headers=[{"name": "x-didww-signature", "value": signature}],
                    postData={"mimeType": FORM_TYPE, "text": form},
                )
            )
        )
    )


def test_one_capture_of_a_file_has_the_files_name() -> None:
    assert [capture.source for capture in reads(as_json())] == ["file"]


def test_a_capture_of_its_parts() -> None:
    def is_right(**parts: Any) -> bool | None:
        url, signature = parts.pop("url", URL), parts.pop("signature", SIGNATURE)
        return verify(given(url, signature, **parts), [SECRET]).valid

    assert is_right(params=tuple(PARAMS.items()))
    assert is_right(body=FORM.encode())
    assert is_right(body=FORM.encode(), method="post", content_type=FORM_TYPE)
    assert is_right(url=GET_URL, signature=GET_SIGNATURE)
    assert is_right(url=GET_URL, signature=GET_SIGNATURE, method="get")
    assert is_right(url=TRUNK_URL, signature=TRUNK_SIGNATURE, body=TRUNK_BODY.encode())
    assert given("not a url", "x").source == "not a url"


def test_a_signature_in_a_field_of_its_own() -> None:
    valid(json.dumps({"url": URL, "method": "POST", "signature": SIGNATURE, "params": PARAMS}))
    valid(NGINX_NAMED.replace("x_didww_signature=", "sig="))
