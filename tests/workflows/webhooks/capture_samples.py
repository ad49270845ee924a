"""Captures in the forms that tools write them."""

from __future__ import annotations

import json
from typing import Any

from .samples import FORM, FORM_TYPE, SIGNATURE, TRUNKS, TRUNKS_TEXT, URL, as_object, hmac_of, signature_for

TRUNK_URL = "https://hooks.example.com/trunks"
TRUNK_BODY = json.dumps(TRUNKS)
TRUNK_SIGNATURE = hmac_of("https://hooks.example.com:443/trunks" + TRUNKS_TEXT)
GET_URL = f"https://hooks.example.com/didww?{FORM}"
GET_SIGNATURE = signature_for(f"https://hooks.example.com:443/didww?{FORM}")
HEADER_LINE = f"X-DIDWW-Signature: {SIGNATURE}"
ESCAPED, BACKTICKED = TRUNK_BODY.replace('"', '\\"'), TRUNK_BODY.replace('"', '`"')


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


NO_URL = {key: value for key, value in as_object().items() if key != "url"}
BODILESS = {key: value for key, value in as_object().items() if key != "body"}
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
