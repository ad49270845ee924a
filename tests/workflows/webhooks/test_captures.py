"""Captures as raw HTTP and as curl."""

from __future__ import annotations

import json

import pytest

from tests.workflows.webhooks.capture_samples import (
    BACKTICKED,
    ESCAPED,
    GET_SIGNATURE,
    GET_URL,
    HEADER_LINE,
    TRUNK_BODY,
    TRUNK_SIGNATURE,
    TRUNK_URL,
)

from .samples import (
    FORM,
    FORM_TYPE,
    NORMALISED,
    PARAMS,
    SIGNATURE,
    TRUNKS,
    URL,
    as_http,
    as_json,
    signature_for,
    valid,
    verdicts,
)


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
