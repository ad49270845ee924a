"""Every format, with what is hard in each: control characters, direction, width, empty lists, closed pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys

import pytest
from rich.cells import cell_len

from tests.conftest import document, problem
from tests.terminal import in_terminal

EVIL = "a\x1b[31mred\x07\x00\x9b2J\u202egnp.exe\r\nnext\tend\x7f"
DEMO = ["--profile", "demo"]


def trunk(name, **attributes):
    return {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": name, **attributes}}


@pytest.mark.parametrize("output", ["table", "json", "jsonl", "jsonapi"])
def test_control_characters_are_made_visible(server, live, output):
    server.answer(document([trunk(EVIL)]))
    shown = live(f"trunks in list -o {output} {'-c name' if output == 'table' else ''}").out
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", shown)
    if output.startswith("json"):
        data = json.loads(shown)
        name = (
            data["data"][0]["attributes"]["name"]
            if output == "jsonapi"
            else (data[0] if output == "json" else data)["name"]
        )
        assert name == EVIL
    else:
        assert "\\x1b[31mred" in shown
        assert "\\u202e" in shown


def test_csv_holds_the_value_as_it_is(server, live):
    server.answer(document([trunk(EVIL, description="+12025550100", cli_prefix='=1+1,"x"')]))
    out = live("trunks in list -o csv -c name,description,cli_prefix").out
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows[0] == ["name", "description", "cli_prefix"]
    assert rows[1][1:] == ["+12025550100", '=1+1,"x"']
    assert rows[1][0].replace("\r\n", "\n") == EVIL.replace("\r\n", "\n")


def test_errors_of_the_server_are_made_visible_too(server, live):
    server.answer(problem(422, "bad", EVIL))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", live("dids list", code=5).err)


def test_cells(server, live):
    attributes = {"name": None, "blocked": True, "features": ["voice_in", "t38"], "number": "12025550100", "order": 3}
    server.answer(document([{"id": "1", "type": "dids", "attributes": attributes}]))
    assert live("dids list -o tsv -c number,blocked,description,id").lines == ["12025550100\ttrue\t\t1"]
    assert live("dids list -o table -c number,blocked,description").lines == [
        "NUMBER       BLOCKED  DESCRIPTION",
        "12025550100  yes      -",
    ]


def test_a_table_in_a_pipe_is_never_cut_or_coloured(server, live):
    long = "x" * 500
    server.answer(document([trunk(long)]))
    out = live("trunks in list").out
    assert long in out
    assert "\x1b" not in out
    assert not any(line.endswith(" ") for line in out.splitlines())


def test_codes_are_shown_by_name_and_secrets_masked(didww):
    out = didww("trunks in get Headquarters").out
    assert "PCMU, PCMA, G729" in out
    assert "402 Payment Required" in out
    trunk = next(
        t for t in didww("trunks out list -o json").json if t["authentication_method"]["type"] == "credentials_and_ip"
    )
    password = trunk["authentication_method"]["attributes"]["password"]
    assert password not in didww(f"trunks out get {trunk['id']}").out
    assert password in didww(f"trunks out get {trunk['id']} --show-secrets").out
    assert password not in didww("trunks out list -c name,authentication_method").out
    assert password not in didww("trunks out list -c name,authentication_method.password").out


def test_money_is_shown_as_the_server_wrote_it(server, live):
    server.answer(document({"id": "b", "type": "balances", "attributes": {"balance": "0.10", "credit": "5.000"}}))
    assert live("balance -o json").json["credit"] == "5.000"
    assert "5.000" in live("balance").out


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_tables_fit_the_terminal(columns):
    seen = in_terminal([*DEMO, "dids", "list"], columns=columns)
    assert seen.code == 0
    plain = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in seen.lines]
    assert all(cell_len(line) <= columns for line in plain if not line.startswith("No room"))
    assert "12125550100" in "\n".join(plain)
    assert ("(choose with -c)" in seen.text) == (columns == 80)


def test_chosen_columns_are_all_shown_even_when_narrow():
    seen = in_terminal(
        [*DEMO, "dids", "list", "-n", "1", "-c", "number,description,created_at,expires_at,id"], columns=50
    )
    names = [line.split()[0] for line in seen.lines if line]
    assert names == ["number", "description", "created_at", "expires_at", "id", "1"], seen.text


def test_colour_only_on_a_terminal_that_wants_it():
    bold = "\x1b[1m"
    assert bold in in_terminal([*DEMO, "pops", "list"]).text
    assert "\x1b" not in in_terminal([*DEMO, "pops", "list", "--no-color"]).text
    assert "\x1b" not in in_terminal([*DEMO, "pops", "list"], env={"NO_COLOR": "1"}).text
    assert "\x1b" not in in_terminal([*DEMO, "pops", "list"], env={"TERM": "dumb"}).text


def test_styles_are_read_on_dark_and_on_light():
    """Bold and the terminal's own red alone: nothing is dim, or yellow on white."""
    codes = set()
    for line in (
        ["dids", "list"],
        ["orders", "get", "ABK-100001"],
        ["route"],
        ["dids", "list", "--help"],
        ["identities", "list", "-f", "verified=false"],
    ):
        codes |= set(re.findall("\x1b\\[([0-9;]*)m", in_terminal([*DEMO, *line]).text))
    assert codes == {"0", "1", "31"}


def test_times_are_local_on_a_terminal_and_as_sent_elsewhere(didww):
    order = didww("orders list -n 1 -o json").json[0]
    assert order["created_at"] in didww("orders list -n 1").out
    seen = in_terminal([*DEMO, "orders", "list", "-n", "1", "-c", "created_at"], env={"TZ": "America/New_York"})
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d E[SD]T", seen.text), seen.text


def test_wide_and_right_to_left_text_keeps_columns_apart(didww):
    lines = didww("dids list -c description,number").lines
    start = cell_len(lines[0][: lines[0].index("NUMBER")])
    for line in lines[1:]:
        number = re.search(r"\d{9,}$", line)
        assert cell_len(line[: number.start()]) == start, line


def test_the_terminal_never_gets_control_characters_from_csv(tmp_path):
    from tests.conftest import running_server

    with running_server() as server:
        server.answer(document([trunk(EVIL)]))
        env = {"DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"}
        seen = in_terminal(["trunks", "in", "list", "-o", "csv", "-c", "name"], env=env, columns=200)
    assert "\x1b" not in seen.text
    assert "\u202e" not in seen.text


def run_process(arguments, **more):
    return subprocess.run([sys.executable, "-m", "didww_cli", *arguments], capture_output=True, timeout=60, **more)


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m didww_cli -p demo countries list -o jsonl | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


def test_a_closed_pipe_ends_quietly_in_the_midst_of_a_long_list():
    from tests.conftest import running_server

    with running_server() as server:
        rows = [{"id": str(at), "type": "dids", "attributes": {"number": "1" * 200}} for at in range(1000)]

        def answer(seen):
            return document(
                [{**row, "id": row["id"] + seen.query.get("page[number]", "")} for row in rows],
                meta={"total_records": 9000},
            )

        server.answer(answer)
        env = {**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"}
        command = f"{sys.executable} -m didww_cli dids list -o ids | head -n 2"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=60, env=env)
    assert (done.stdout.splitlines(), done.stderr, done.returncode) == ([b"0", b"1"], b"", 0)


def test_ctrl_c_is_130():
    from tests.conftest import running_server

    with running_server() as server:
        import threading

        asked, release = threading.Event(), threading.Event()

        def answer(seen):
            asked.set()
            release.wait(20)
            return document([])

        server.answer(answer)
        env = {**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"}
        process = subprocess.Popen(
            [sys.executable, "-m", "didww_cli", "dids", "list"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert asked.wait(20)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        release.set()
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_is_utf_8_whatever_the_locale(encoding):
    done = run_process(
        ["-p", "demo", "dids", "list", "-o", "csv", "-c", "description"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 0
    assert "Recepción" in done.stdout.decode("utf-8")


def test_errors_are_json_where_data_is(server, live):
    server.answer(problem(404, "Record not found", "nothing there"))
    for output in ("json", "jsonl", "jsonapi"):
        error = live(f"dids get id:x -o {output}", code=4).error
        assert (error["kind"], error["status"], error["message"]) == (
            "not_found",
            404,
            "There is no DID with the id x.",
        )
        assert error["errors"][0]["title"] == "Record not found"
    assert live("dids get id:x", code=4).err.startswith("Error: There is no DID with the id x.")


def test_a_state_folder_that_cannot_be_written(tmp_path, monkeypatch, didww):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    result = didww("pops list -o ids")
    assert result.lines
    assert "cannot be written" in result.err


def test_a_failure_of_the_machine_is_told_in_a_line(tmp_path, monkeypatch, didww):
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setenv("DIDWW_CONFIG", str(folder))
    result = didww("balance", profile=None, code=2)
    assert "Cannot read" in result.err
    monkeypatch.setenv("DIDWW_CONFIG", str(folder / "x" / "y.toml"))
    (folder / "x").write_text("a file")
    result = didww("config init --no-check -p w", profile=None, stdin="k", code=2)
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("ending", "code"),
    [("pops list -o ids >&-", 0), ("pops list -o ids 2>&-", 0), ("trunks in delete Headquarters <&-", 9)],
)
def test_closed_streams(ending, code):
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m didww_cli -p demo {ending}"], capture_output=True, timeout=60
    )
    assert done.returncode == code, done
    assert b"Traceback" not in done.stderr
    assert b"nobody foresaw" not in done.stderr


def test_csv_without_its_titles(didww):
    whole = didww("dids list -o csv -c number,description").lines
    assert didww("dids list -o csv -c number,description --no-header").lines == whole[1:]
    assert "--no-header leaves out the titles of csv" in didww("dids list --no-header", code=2).err
