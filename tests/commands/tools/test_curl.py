"""``--curl``: lines that do in a shell what the command does, without secrets."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

import pytest

from tests.conftest import document

QUOTES = 'it\'s "so" $HOME `id` \\n %20 é !'
LINES = [
    'api GET /dids -F page[size]=5 -F "filter[description]=it\'s é & more"',
    "api GET '/dids/a b'",
    "api DELETE /dids/1",
    "api HEAD /dids",
    f"api POST /orders -F {shlex.quote(f'data[attributes][x]={QUOTES}')} -F data[n]=2",
    "api PATCH /dids/1 --data body.json",
    "--api-version 2022-05-10 api GET /balance",
]
OWN = {"User-Agent", "Accept-Encoding", "Connection", "Host", "Content-Length"}


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
@pytest.mark.parametrize("line", LINES)
def test_the_line_sends_the_same_request(server, live, tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "body.json").write_text('{"data": {"id": "1", "b": [1.50, null, "\\u0000\\u2028 it\'s"]}}')
    server.answer(document([]) if "HEAD" not in line else (200, b"", {}))
    shown = live(f"{line} --curl").out
    assert server.seen == []
    live(line)
    told = subprocess.run(["bash", "-c", shown], env=os.environ, capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stderr
    typed, pasted = server.seen
    assert (typed.method, typed.path, typed.query) == (pasted.method, pasted.path, pasted.query)
    own, its = ({name: value for name, value in one.headers.items() if name not in OWN} for one in (typed, pasted))
    assert own == its
    assert its["Api-Key"] == "secret-key-1"
    assert (typed.body and typed.json) == (pasted.body and pasted.json)


def test_a_dry_run_shows_each_request_as_a_line(didww):
    lines = didww("dids update 12125550100 12125550101 --description New --dry-run --curl").lines
    assert len(lines) == 2
    assert all(line.startswith("curl -X PATCH -H ") and '"Api-Key: $DIDWW_API_KEY"' in line for line in lines)
    rows = "ref,description\n12125550100,New\n12125550101,New\n"
    assert didww("dids update --input - --dry-run --curl", stdin=rows).lines == lines


def test_with_verbose_they_are_sent_and_hold_no_secret(server, live):
    trunk = {"id": "t1", "type": "voice_in_trunks", "attributes": {"configuration": {"type": "sip_configurations"}}}
    server.answer(document(trunk))
    told = live("trunks in update id:t1 --sip-auth-password geheim --sip-auth-user u -v --curl -o ids")
    assert [seen.method for seen in server.seen] == ["GET", "PATCH"]
    assert [line[:8] for line in told.err.splitlines() if line.startswith("curl")] == ["curl -H ", "curl -X "]
    assert "$DIDWW_API_KEY" in told.err
    assert "geheim" not in told.err
    assert told.out == "t1\n"


def test_a_token_has_a_name_of_its_own(didww):
    assert '-H "Authorization: Bearer $DIDWW_TOKEN"' in didww("--api-version 2026-11-19 api GET /balance --curl").out


def test_an_upload_is_no_line_and_its_body_is_not_logged(didww, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\nhello\n%%EOF\n")
    assert "no line for curl" in didww(f"files upload {path} --dry-run --curl", code=2).err
    told = didww(f"files upload {path} -v --curl").err
    assert "--data-binary @FILE  # FILE: the body, " in told
    assert len(told) < 4000


@pytest.mark.parametrize("line", ["dids list --curl", "dids update 1 --unset x --curl", "api GET /x --curl -o csv"])
def test_what_it_cannot_mean_is_refused(server, live, line):
    assert "--curl" in live(line, code=2).err
    assert server.seen == []
