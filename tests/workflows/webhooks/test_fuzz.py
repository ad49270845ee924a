"""Whatever a capture holds, reading and verifying it ends with verdicts: no crash, no hang, no text that breaks."""

from __future__ import annotations

import json
import tempfile
from typing import Any

import pytest

from didww_cli.workflows.webhooks.evidence import names
from didww_cli.workflows.webhooks.evidence.words import request_of

from .samples import FORM, SIGNATURE, URL, as_http
from .test_hostile import SEEDS, check

hypothesis = pytest.importorskip("hypothesis")
hypothesis.configuration.set_hypothesis_home_dir(tempfile.gettempdir())
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

FUZZ = settings(max_examples=250, database=None, deadline=None)
MARKS = [
    b'"',
    b"'",
    b"\\",
    b"\n",
    b"\r\n\r\n",
    b"%",
    b"{",
    b"[",
    b"\0",
    b"\xff",
    b"&",
    b"=",
    b":",
    b"^",
    b"`",
    b"$'",
    b"@",
    b"1e999",
]


@FUZZ
@given(st.binary(max_size=2000))
def test_binary_garbage(data: bytes) -> None:
    check(data)


@FUZZ
@given(data=st.data(), seed=st.sampled_from(SEEDS))
def test_damaged_captures(data: st.DataObject, seed: str) -> None:
    text = seed.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        text = text[:place] + data.draw(st.sampled_from(MARKS) | st.binary(max_size=8)) + text[place + length :]
    check(text)


FIELD_NAMES = [
    *names.URL,
    *names.HEADERS,
    *names.BODY,
    *names.QUERY,
    *names.HOST,
    *names.TIME,
    *names.SCHEME,
    *names.LINE,
    *names.REQUEST_LINE,
    *names.REMOTE,
    "method",
    "scheme",
    "port",
    "request",
    "requestContext",
    "x-didww-signature",
    "log",
    "entries",
    "name",
    "value",
    "encoding",
    "isBase64Encoded",
    "mimeType",
]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [URL, "/cb?x=1", "hooks.example.com", FORM, SIGNATURE, "GET", "POST", "base64", "Buffer", "on", as_http()]
    )
)
DOCUMENTS = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELD_NAMES) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=25,
)


@FUZZ
@given(DOCUMENTS)
def test_json_of_any_shape(document: Any) -> None:
    check(json.dumps(document).encode("utf-8", "surrogatepass"))
    check(json.dumps({"headers": {"X-DIDWW-Signature": SIGNATURE}, "request": document, "body": document}).encode())


@FUZZ
@given(st.text(st.sampled_from(list("ab \t\n\"'\\^`$&|;%{}()=-"))))
def test_command_lines_of_any_shape(text: str) -> None:
    assert isinstance(request_of(f"curl {text}"), dict)
