"""Callbacks for the tests: an order event, its signature made here by hand, and its capture in each form."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
from typing import Any
from urllib.parse import urlencode

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.evidence.files import read_stream
from didww_cli.workflows.webhooks.signature import Secret
from didww_cli.workflows.webhooks.verdict import Verdict, verify

KEY = "szrdgh6547umt7tht7xbqhj6g9gdbyp7"
SECRET = Secret("work", KEY)
OTHER = Secret("lab", "another-secret-value-0123456789")
URL = "https://hooks.example.com/didww/callbacks?opaque=123"
NORMALISED = "https://hooks.example.com:443/didww/callbacks?opaque=123"
PARAMS = {"id": "bf2cee72-6caa-4ae2-917e-bea01945691e", "status": "completed", "type": "orders"}
FORM = urlencode(PARAMS)
FORM_TYPE = "application/x-www-form-urlencoded"
TRUNKS: list[dict[str, Any]] = [
    {
        "id": "f36d1d17-bd16-42b9-af42-0cfe166bf3ec",
        "type": "voice_out_trunks",
        "status": "blocked",
        "threshold_reached": True,
        "created_at": "2026-06-25T08:21:41.795Z",
        "note": None,
    }
]
TRUNKS_TEXT = (
    "created_at2026-06-25T08:21:41.795Zidf36d1d17-bd16-42b9-af42-0cfe166bf3ecnotestatusblocked"
    "threshold_reachedtruetypevoice_out_trunks"
)


def text_of(params: dict[str, str]) -> str:
    return "".join(name + value for name, value in sorted(params.items()))


def hmac_of(text: str, key: str = KEY) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha1).hexdigest()


def signature_for(normalised: str = NORMALISED, params: dict[str, str] = PARAMS, key: str = KEY) -> str:
    return hmac_of(normalised + text_of(params), key)


SIGNATURE = signature_for()


def captured(**changes: Any) -> Capture:
    """The order event as a capture that verifies, with changes."""
    headers = changes.pop("headers", {"Host": "hooks.example.com"})
    members: dict[str, Any] = {
        "source": "test",
        "method": "POST",
        "target": URL,
        "headers": (("content-type", FORM_TYPE), *((name.lower(), value) for name, value in headers.items())),
        "body": FORM.encode(),
        "signature": SIGNATURE,
    }
    return Capture(**{**members, **changes})


def verdict_on(
    *secrets: Secret, others: tuple[Secret, ...] = (), base_url: str | None = None, **changes: Any
) -> Verdict:
    return verify(captured(**changes), secrets or (SECRET,), others=others, base_url=base_url)


def reads(data: bytes | str, name: str = "file") -> list[Capture]:
    """The captures of a text, as read from a file of this name."""
    return list(read_stream(name, io.BytesIO(data.encode() if isinstance(data, str) else data)))


def verdicts(data: bytes | str, *secrets: Secret, base_url: str | None = None) -> list[Verdict]:
    return [verify(capture, secrets or (SECRET,), base_url=base_url) for capture in reads(data)]


def valid(data: bytes | str) -> Verdict:
    """The verdict on a text that holds one right capture."""
    found = verdicts(data)
    assert [verdict.valid for verdict in found] == [True], found
    return found[0]


def as_http(line_end: str = "\r\n") -> str:
    lines = [
        "POST /didww/callbacks?opaque=123 HTTP/1.1",
        "Host: hooks.example.com",
        f"Content-Type: {FORM_TYPE}",
        f"Content-Length: {len(FORM)}",
        f"X-DIDWW-Signature: {SIGNATURE}",
        "",
        FORM,
    ]
    return line_end.join(lines)


def as_object(**changes: Any) -> dict[str, Any]:
    headers = {"Content-Type": FORM_TYPE, "X-DIDWW-Signature": SIGNATURE}
    return {"url": URL, "method": "POST", "headers": headers, "body": FORM, **changes}


def as_json(**changes: Any) -> str:
    return json.dumps(as_object(**changes))
