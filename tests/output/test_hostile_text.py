"""Text that others chose: never executed by a terminal, never changed in a pipe, never the end of the run."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from didww_cli.output.progress import Progress, StatusLine
from tests.conftest import document, running_server
from tests.terminal import in_terminal

NASTY = "a\nb\tc\rd\x07e\x1b]0;title\x07f\x9bg\x7f\u202eh\u2067i\u200ej\u061ck\u2028l\u200bm\ufeffn\u00ado\U000e0041p"
KEPT = "پای\u200cگاه 👩\u200d💻"
HALF = "x\ud800y"
DANGEROUS = ("\x07", "\x1b]", "\x9b", "\x7f", *"\u202e\u2067\u200e\u061c\u2028\u200b\ufeff\u00ad\U000e0041")


def trunk(name, **attributes):
    return {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": name, "description": KEPT, **attributes}}


def nothing_dangerous(text: str) -> bool:
    return not any(one in text for one in DANGEROUS)


TERMINAL_LINES = [
    ["trunks", "in", "list", "-c", "name,description"],
    ["trunks", "in", "get", "id:t1"],
    ["trunks", "in", "list", "-o", "csv", "-c", "name"],
    ["trunks", "in", "list", "-o", "tsv", "-c", "name"],
    ["api", "GET", "/text", "--include-headers"],
    ["trunks", "in", "delete", "id:t1"],
    ["trunks", "in", "list", "-f", "name=gone", "-v"],
]


def hostile(seen):
    if seen.path.endswith("/text"):
        return 200, NASTY.encode(), {"Content-Type": "text/plain", "X-Odd": "a\x07\x9b2J\x1b]0;t\x07"}
    one = trunk(
        NASTY, configuration={"type": "sip_configurations", "attributes": {"codec_ids": [NASTY], "host": NASTY}}
    )
    one["id"] = f"t1{NASTY}"
    return document([one] if seen.path.endswith("trunks") else one)


@pytest.mark.parametrize("line", TERMINAL_LINES, ids=" ".join)
def test_nothing_reaches_a_terminal(server, line):
    server.answer(hostile)
    seen = in_terminal(line, columns=400, keys=b"n\n")
    assert "a" in seen.text
    assert nothing_dangerous(seen.text.replace("\x1b[", "")), ascii(seen.text)
    assert "nobody foresaw" not in seen.text


def test_joiners_are_no_danger(server, live):
    server.answer(hostile)
    assert KEPT in live("trunks in list -c description").out


@pytest.mark.parametrize("line", ["trunks in list -c name", "trunks in get id:t1"])
def test_tables_are_safe_in_a_pipe_too(server, live, line):
    server.answer(hostile)
    out = live(line).out
    assert nothing_dangerous(out)
    assert "a\\nb\\tc\\rd\\x07e\\x1b]0;title" in out
    assert "\\U000e0041p" in out


def test_codes_that_are_none_are_text_too(server, live):
    """What stands in the place of a code is shown as what it is."""
    attributes = {"configuration": {"type": "sip_configurations", "attributes": {"codec_ids": ["a\nb\x07", 9]}}}
    server.answer(document(trunk("x", **attributes)))
    out = live("trunks in get id:t1").out
    assert "a\\nb\\x07" in out


def test_data_in_a_pipe_is_untouched(server, live):
    server.answer(hostile)
    assert live("trunks in list -o json").json[0]["name"] == NASTY
    rows = list(csv.reader(io.StringIO(live("trunks in list -o csv -c name").out, newline="")))
    assert rows[1][0].replace("\r", "\n") == NASTY.replace("\r", "\n")
    line = live("trunks in list -o tsv -c name").out
    assert line == NASTY.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + "\n"
    assert live("trunks in list -o ids").out.startswith("t1a\\nb\\tc\\rd\x07e\x1b]0;")


@pytest.mark.parametrize("output", ["csv", "tsv"])
def test_half_a_character_is_a_replacement_character(output):
    """In a real pipe, where nothing else could be written."""
    with running_server() as server:
        server.answer(document([trunk(HALF, cli_prefix="\udcff")]))
        env = {**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"}
        words = ["trunks", "in", "list", "-o", output, "-c", "name,cli_prefix"]
        done = subprocess.run([sys.executable, "-m", "didww_cli", *words], capture_output=True, timeout=60, env=env)
    assert done.returncode == 0, done
    assert done.stdout.decode().splitlines()[-1] == f"x\ufffdy{',' if output == 'csv' else chr(9)}\ufffd"


@pytest.mark.parametrize("output", ["json", "jsonl", "jsonapi", "table", "ids"])
def test_half_a_character_elsewhere(server, live, output):
    one = trunk(HALF)
    one["id"] = HALF
    server.answer(document([one]))
    out = live(f"trunks in list -o {output}").out
    assert ("x\ufffdy" if output == "ids" else "x\\ud800y") in out
    if output in ("json", "jsonl"):
        found = json.loads(out)
        assert (found[0] if output == "json" else found)["name"] == HALF


def test_a_terminal_that_cannot_write_it(server):
    server.answer(document([trunk("Приёмная")]))
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    seen = in_terminal(["trunks", "in", "list", "-o", "json"], env=env)
    assert seen.code == 0, seen.text
    assert "\\u041f" in seen.text


def test_progress_is_text_too(monkeypatch):
    stream = io.StringIO()
    progress = Progress(StatusLine(stream, shown=True))
    progress.start -= 5
    progress.update("uploading \x1b[2J\u202eevil")
    assert stream.getvalue() == "\ruploading \\x1b[2J\\u202eevil"


FORMULAS = ["=1+1", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "-", "=", "+1 202"]
NUMBERS = ["-5.00", "+12025550100", "-1", "+1.5", "12025550100", "text=1", ""]


@pytest.mark.parametrize("value", FORMULAS)
def test_what_a_spreadsheet_would_run_is_quoted(server, live, value):
    server.answer(document([trunk(value)]), document(trunk(value)))
    row = next(csv.reader(io.StringIO(live("trunks in list --csv-safe -o csv -c name").lines[1], newline="")), [""])
    assert row[0] == ("'" + value if "\r" not in value else "'")
    assert live("--csv-safe trunks in get id:t1 -o tsv -c name").out.startswith("'")


@pytest.mark.parametrize("value", NUMBERS)
def test_plain_numbers_and_text_stay(server, live, value):
    server.answer(document([trunk(value)]))
    assert live("trunks in list --csv-safe -o tsv -c name").out == f"{value}\n"


def test_a_file_of_formulas_is_told_of_once(tmp_path):
    with running_server() as server:
        server.answer(document([{**trunk(text), "id": text} for text in ("=1", "=2", "-5")]))
        env = {**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"}
        base = f"{sys.executable} -m didww_cli trunks in list -o csv -c name,description"
        told = {}
        for how, ending in {
            "file": "> {}",
            "safe": "--csv-safe > {}",
            "pipe": "| cat > {}",
            "quiet": "-q > {}",
        }.items():
            command = f"{base} {ending.format(tmp_path / how)}"
            done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, env=env)
            told[how] = done.stderr
    notice = "A spreadsheet would take 2 of the cells as formulas; --csv-safe quotes them.\n"
    assert told == {"file": notice, "safe": "", "pipe": "", "quiet": ""}
    assert (tmp_path / "safe").read_text().splitlines()[1].startswith("'=1,")


def test_config_show_is_text_too(tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text('[profiles.w]\napi_key_env = "a\\u001b[31m\\u202e"\n')
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    seen = in_terminal(["config", "show", "-p", "w"], columns=200)
    assert "a\\x1b[31m\\u202e" in seen.text
