"""The key is never shown, whatever a server echoes, by whatever command, in whatever form."""

from __future__ import annotations

import base64
import json
import os
from urllib.parse import quote

import pytest

from tests.conftest import document, problem, run_line

KEY = 'Kq7/"+9=w&Zr5%x<T'
FORMS = {
    "plain": KEY,
    "quoted": quote(KEY, safe=""),
    "lower": quote(KEY, safe="").replace("%2F", "%2f").replace("%3D", "%3d"),
    "twice": quote(quote(KEY, safe=""), safe=""),
    "json": json.dumps(KEY)[1:-1],
    "unicode": "".join(f"\\u{ord(one):04x}" for one in KEY),
    "base64": base64.b64encode(KEY.encode()).decode(),
    "urlsafe": base64.urlsafe_b64encode(KEY.encode()).decode().rstrip("="),
    "basic": base64.b64encode(f"api:{KEY}:".encode()).decode(),
    "html": KEY.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;"),
    "hex": KEY.encode().hex(),
}
ALL = "DIDWW_TEST_ALL" in os.environ
FLAGS = (" --retries 1 -v", " --retries 0 -o json")
"""With one of them, or none in its turn; with both where ``DIDWW_TEST_ALL`` asks for the whole product."""

TELLING = ("q7/", "Zr5", "9%3D", *(FORMS[name][6:16] for name in ("unicode", "base64", "urlsafe", "basic", "hex")))
"""Pieces of the key, or of a form of it, that no output may hold."""

EVERYTHING = " ".join(FORMS.values())
ECHOES = {
    "401": problem(401, f"No such key {EVERYTHING}", EVERYTHING, source={"header": KEY}, meta={KEY: EVERYTHING}),
    "403": problem(403, "Forbidden", f"{KEY} may not"),
    "404": problem(404, f"{FORMS['base64']} is not here"),
    "422": problem(422, "invalid", EVERYTHING, source={"pointer": f"/data/attributes/{KEY}"}),
    "429": (429, {"errors": [{"detail": EVERYTHING}]}, {"Retry-After": KEY}),
    "500": (500, EVERYTHING.encode(), {"Content-Type": f"text/{KEY}"}),
    "no JSON": (200, EVERYTHING.encode(), {"Content-Type": f"text/{FORMS['quoted']}"}),
    "reason": (418, b"", {"reason": f"Teapot {EVERYTHING}"}),
    "reason of 502": (502, b"", {"reason": f"Bad {EVERYTHING}"}),
    "redirect": (302, b"", {"Location": f"http://{FORMS['quoted']}@other.example/{FORMS['quoted']}?k={EVERYTHING}"}),
    "same host": (302, b"", {"Location": f"/v3/x?api_key={quote(KEY)}"}),
    "no address": (302, b"", {"Location": f"http://[{KEY}"}),
    "no port": (307, b"", {"Location": f"http://127.0.0.1:{KEY}/"}),
    "headers": (204, b"", {"X-Echo": EVERYTHING, "Api-Key": KEY, "Set-Cookie": f"k={FORMS['base64']}"}),
}
LINES = [
    "dids list",
    "dids get id:x",
    "dids get 12025550100",
    "dids update id:x --description y",
    "trunks in create --name a --sip-host sip.example.com --sip-username u",
    "trunks in delete id:x --yes",
    "trunks in delete id:x --dry-run",
    "trunks in create --name a --sip-host sip.example.com --sip-username u --dry-run",
    "orders create --available-did id:x --yes",
    "orders list",
    "exports create --type cdr_in --from 2026-10-01 --to 2026-10-02",
    "exports download id:x --to {tmp}/calls.csv",
    "files upload {tmp}/page.pdf",
    "files upload {tmp}/page.pdf --dry-run",
    "balance",
    "api GET /dids --include-headers",
    "api POST /dids -F data[type]=dids --include-headers",
    "api POST /dids -F data[type]=dids --dry-run",
    "costs",
    "prices lookup 442079460000",
    "prices download --to {tmp}/prices.csv",
    "config show",
]


def leaks(text: str) -> list[str]:
    return [piece for piece in TELLING if piece in text]


@pytest.mark.parametrize("line", LINES)
def test_the_key_is_never_shown(server, monkeypatch, tmp_path, line):
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    words = line.format(tmp=tmp_path)
    for at, (name, echo) in enumerate(ECHOES.items(), start=LINES.index(line)):
        for more in FLAGS if ALL else FLAGS[at % 3 : at % 3 + 1]:
            server.answers[:] = [echo]
            result = run_line(words + more)
            out = "" if name == "no JSON" and "api " in line else result.out  # a body is data, which stays as it is
            assert leaks(out + result.err) == [], f"{name}\n{result}"
            assert "nobody foresaw" not in result.err, f"{name}\n{result}"


def test_the_sweep_would_see_it(server, monkeypatch):
    """Data is data: what a server sends as the body of an answer goes into a pipe as it is, the key in it too."""
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    server.answer(document({"id": "x", "type": "dids", "attributes": {"description": EVERYTHING}}))
    out = run_line("api GET /dids/x -o json").out
    assert json.loads(out)["description"] == EVERYTHING
    assert len(leaks(out)) >= 6


def test_the_server_got_the_key_all_the_same(server, monkeypatch):
    monkeypatch.setenv("DIDWW_API_KEY", KEY)
    server.answer(document([]))
    assert run_line("dids list").code == 0
    assert server.seen[0].headers["Api-Key"] == KEY
