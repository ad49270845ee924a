"""Captures made to break or to hang the reader: truncated, nested deeply, repeated without end."""

from __future__ import annotations

import json
import time

import pytest

from didww_cli.workflows.webhooks.verdict import verify_all

from .capture_samples import CADDY, HEADER_LINE, LINES, entry, har
from .samples import FORM, SECRET, URL, as_http, as_json, as_object, reads

SEEDS = [
    as_http(),
    as_http("\n").replace("Content-Length", "Transfer-Encoding: chunked\nX"),
    as_json(),
    json.dumps(as_object(), indent=1),
    json.dumps(har(entry(), entry())),
    f"curl '{URL}' -H '{HEADER_LINE}' \\\n -d $'{FORM}'",
    f'curl ^"{URL}^" ^\r\n -H ^"{HEADER_LINE}^" --data-raw ^"{FORM}^"',
    f'curl.exe "{URL}" `\n -H "{HEADER_LINE}" -d "{FORM}"',
    *LINES,
]
SIGNED = b"x-didww-signature: " + b"a" * 40 + b"\n"


def check(data: bytes) -> None:
    """Each capture of the text gets a verdict that can be written as JSON in UTF-8, and it does not take long."""
    start = time.process_time()
    for verdict in verify_all(reads(data), [SECRET]):
        json.dumps(verdict.as_json(), ensure_ascii=False).encode()
        assert verdict.message
        assert verdict.valid in {True, False, None}
    assert time.process_time() - start < 20  # seconds of this process: a hang, not a slow machine


@pytest.mark.parametrize("seed", SEEDS)
def test_truncated_captures(seed: str) -> None:
    text = seed.encode()
    for end in range(0, len(text), 11):
        check(text[:end])


@pytest.mark.parametrize("depth", [300, 700, 900, 990, 2_000, 100_000])
@pytest.mark.parametrize("shape", [('{"a":', "}"), ("[", "]"), ('{"headers":{"x-didww-signature":"a"},"body":[', "]}")])
def test_deep_json(depth: int, shape: tuple[str, str]) -> None:
    check((shape[0] * depth + "1" + shape[1] * depth).encode())


@pytest.mark.parametrize(
    "data",
    [
        b'"GET ' * 100_000,
        b"[ " * 500_000 + b"x-didww-signature: a",
        b'x-didww-signature: a "' + b'\\"' * 400_000,
        b"a" * 1_000_000 + b"x-didww-signature=b",
        b"POST /" + b" " * 1_000_000 + b"x HTTP/1.1\n\n",
        b"POST / HTTP/1.1\n" + b"a: b\n" * 100_000,
        b"POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n" + b"1\nx\n" * 200_000,
        b"POST / HTTP/1.1\nTransfer-Encoding: chunked\n\nffffffff\nx",
        b"POST / HTTP/1.1\nContent-Length: 99999999999\n\nx",
        b"curl '" + b"x" * 1_000_000,
        b'curl "' + b'\\"' * 500_000,
        b"curl " + b"'' " * 300_000,
        b"curl x ^\n" + b"^" * 500_000,
        b'curl.exe "' + b"`" * 500_001,
        b"# \n" * 200_000,
        b'{"x":"' + b"\\u0041" * 200_000 + b'"}',
        b'{"url":' + b"9" * 100_000 + b"}",
        b'{"time":1e999,"url":"https://x.example/","method":"GET"}',
        b'{"time":Infinity,"ts":NaN,"port":1e5}',
        json.dumps({**CADDY, "ts": 10**400}).encode(),
        b"<a>" * 500_000,
        b"\xff\xfe" + b"\x00\xd8" * 1000,
        b"\n" * 1_000_000,
        b"{}\n" * 20_000,
        *(SIGNED + opening * 500_000 for opening in (b"{", b"[", b"(", b'"', b"\\", b"> ", b"a: b\n")),
    ],
    ids=range(31),
)
def test_what_is_made_to_take_long(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize(
    "text",
    [
        '1.2.3.4 "POST /x HTTP/1.1"\nX-DIDWW-Signature\nmore\n',
        '1.2.3.4 "POST /x HTTP/1.1" 200 X-DIDWW-Signature\n1.2.3.4 "POST /y HTTP/1.1" 200 X-DIDWW-Signature: \n',
    ],
)
def test_lines_that_together_are_lines_again_end(text: str) -> None:
    check(text.encode())
