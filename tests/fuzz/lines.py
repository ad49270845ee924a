"""Command lines of every command with values that parsers stumble over."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from didww_cli.app import main, root

LONG = "9" * 5000
DEEP = "[" * 3000
# fmt: off
VALUES = [
    "", " ", "0", "-1", "1", "²", "١٢", LONG, f"-{LONG}", "0x10", "1_000", "1e5", "1e999", "nan", "inf", "-0", "1" * 18,
    "\udcff", "a\udc80b", '"\\ud800"', "name=\udcff", 'name="\\ud800"', "configuration.port=²", f"name={LONG}", "%ff",
    "[", "{}", "[]", "null", "true", DEEP, f"name={DEEP}", "=", "a=", "=b", "a=b", "a[b]=c", "[]=c", "a[b]=\udcff", "a",
    "0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "99999w", "2026-02-30", "2026-11", "today",
    "https://[", "http://h:99999999/", "http://h:²/", "https://", "//", "https://ü@ñ/\u202e", "/", "/dids", "..", "GET",
    "id:", "id:²", "id:\u2028", "a.b.c", ".", ",", ",,", "none", "none,none", "*", "+", "%", "@", "number,id", "'", '"',
    "\x1b[31m", "\u202e", "\n", "a\tb", "x" * 10_000, "sku=1,qty=²", f"qty={LONG}", "number=\u0660", "*=drop@²",
    "json", "csv", "ids", "production", "2026-04-16", "created_at_gteq=0001-01-01", "country.iso=\u2029", "in-process",
    "Headquarters", "12025550100", "US", "cdr_in", "post", "PCMU", "credentials_and_ip", "completed",
]
# fmt: on
CONTENTS = {
    "empty": b"",
    "bytes": b"\xff\xfe\x00",
    "half.json": b'{"name": "\\ud800", "description": "\\udcff"}',
    "deep.json": b"[" * 100_000,
    "digits.json": b'{"capacity_limit": ' + b"9" * 5000 + b"}",
    "list.json": b"[1, 2]",
    "infinite.json": b'{"capacity_limit": 1e999, "name": NaN}',
    "nested.json": b'{"configuration": {"type": [], "attributes": {"port": {}}}, "voice_in_trunk": {"id": {}}}',
    "rows.csv": "ref,name\n\u00b2,=1\n,\n\u2028,\x1b".encode(),
    "bytes.csv": b"ref,name\n\xff,\xfe\n",
    "wide.csv": b"ref" + b",name" * 2000 + b"\n1\n",
    "rows.jsonl": b'{"ref": "\\ud800", "name": 1e999}\n{"ref": {}}\n[]\nnull\n{"ref": "1", "ref": "2"}\n',
    "results.jsonl": b'{"line": 1e999, "ref": null, "id": [], "outcome": "done", "error": 3}\n\xff\n{}\n',
    "key.pem": b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
    "page.pdf": b"%PDF-1.4\n%%EOF\n",
}
NOT_RUN = {"serve", "listen", "send", "test", "reset"}
"""Commands that wait for requests or send some elsewhere, and the one that empties the emulated account."""


def leaves() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that lead to it."""
    stack: list[tuple[tuple[str, ...], Any]] = [((), root())]
    while stack:
        words, node = stack.pop()
        if not hasattr(node, "list_commands"):
            if words[-1] not in NOT_RUN:
                yield words, node
            continue
        stack += [((*words, name), node.get_command(None, name)) for name in node.list_commands(None)]


def make_files(folder: Path) -> list[str]:
    """Files that readers stumble over, a folder and a name that is none among them."""
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    return [*(str(folder / name) for name in CONTENTS), str(folder), str(folder / "none"), "-", "\udcff"]


def ended(words: Sequence[str], stdin: bytes = b"") -> tuple[int, str]:
    """Exit code of a command line, and all that it wrote."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    given = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
            out.flush()
    finally:
        sys.stdin = given
    return code, "".join(stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err))
