"""``cdr summary`` of files, as a user types it."""

from __future__ import annotations

import gzip
import subprocess
import sys

import pytest

from tests.commands.cdr.records import CALLS, INBOUND, OLD, OUTBOUND, call, table
from tests.conftest import run_line
from tests.terminal import in_terminal

ALL = {"calls": 4, "answered": 3, "asr": 75.0, "acd": 60.0, "minutes": 3.0, "cost": "0.303"}


@pytest.fixture
def summed(tmp_path, didww):
    """``summed(content, options)``: the JSON of a summary of a file."""

    def run(content: str | bytes, line: str = "", *, code: int = 0):
        file = tmp_path / "calls.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        result = didww(f"cdr summary {file} -o json {line}", profile=None, code=code)
        return result if code else result.json

    return run


def test_all_calls_of_a_file(summed):
    assert summed(table()) == [ALL]


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("did", {"442079460001": (3, 2, "0.103"), "442079460002": (1, 1, "0.2")}),
        ("trunk", {"Office": (3, 3, "0.303"), "Mobile": (1, 0, "0")}),
        ("group", {"": (4, 3, "0.303")}),
        ("source", {"12025550171": (4, 3, "0.303")}),
        ("destination", {"": (4, 3, "0.303")}),
        ("code", {"200": (3, 3, "0.303"), "486": (1, 0, "0")}),
        ("response", {"Bye": (2, 2, "0.3"), "Busy Here": (1, 0, "0"), "Bye, bye": (1, 1, "0.003")}),
        ("initiator", {"Origination": (3, 3, "0.303"), "Destination": (1, 0, "0")}),
        ("status", {"Completed": (3, 3, "0.303"), "Failed": (1, 0, "0")}),
        ("attempt", {"1": (4, 3, "0.303")}),
        ("month", {"2026-11": (4, 3, "0.303")}),
        ("day", {"2026-11-01": (3, 2, "0.3"), "2026-11-02": (1, 1, "0.003")}),
        ("hour", {"00:00": (1, 1, "0.003"), "09:00": (1, 1, "0.1"), "10:00": (1, 0, "0"), "23:00": (1, 1, "0.2")}),
    ],
)
def test_inbound_calls_by_each_key(summed, key, counts):
    found = summed(table(), f"--by {key}")
    assert {one[key]: (one["calls"], one["answered"], one["cost"]) for one in found} == counts
    in_order = sorted(counts) if key in ("month", "day", "hour") else sorted(counts, key=lambda one: -counts[one][0])
    assert found[0][key] == in_order[0]


def test_outbound_calls_by_what_only_they_tell(summed):
    rows = [
        "2026-11-01 10:00:00,2026-11-01 10:00:02,,Completed,1,1,33199001234,30,60,200,Bye,Europe,France,A,Local,"
        "0.010,0.0100,,c1",
        "2026-11-01 11:00:00,,,Failed,1,1,493023125555,0,0,404,Not Found,Europe,Germany,B,Local,0.010,0.0000,,c2",
    ]
    content = "\n".join([OUTBOUND, *rows])
    for key, values in {
        "country": ["France", "Germany"],
        "network": ["A", "B"],
        "destination": ["33199001234", "493023125555"],
        "trunk": ["Europe"],
        "type": ["Local"],
        "response": ["Bye", "Not Found"],
    }.items():
        assert sorted(one[key] for one in summed(content, f"--by {key}")) == values
    one = summed(content, "--by country --sort country")[0]
    assert one == {
        "country": "France",
        "calls": 1,
        "answered": 1,
        "asr": 100.0,
        "acd": 30.0,
        "minutes": 0.5,
        "cost": "0.0100",
    }


def test_files_of_before_tell_answers_by_duration_and_cost_in_parts(summed):
    rows = [
        "2017-06-17 08:50:47,,9725550001,x,54,Origination,200,Bye,0.001,0.020,0.300,,0.000",
        "2017-06-18 08:50:47,4,9725550001,x,0,Destination,404,Not Found,0.000,0.000,0.000,,0.000",
    ]
    (one,) = summed("\n".join([OLD, *rows]), "--by did")
    assert one == {
        "did": "9725550001",
        "calls": 2,
        "answered": 1,
        "asr": 50.0,
        "acd": 54.0,
        "minutes": 0.9,
        "cost": "0.321",
    }


def test_an_answer_of_no_second_is_one(summed):
    one = call("2026-11-01 10:00:00", "1", 0, **{"Date/Time Connect (UTC)": "2026-11-01 10:00:02"})
    (found,) = summed(table([one]))
    assert (found["answered"], found["asr"], found["acd"]) == (1, 100.0, 0.0)


@pytest.mark.parametrize(
    "form",
    [
        lambda text: gzip.compress(text.encode()),
        lambda text: b"".join(gzip.compress(line.encode()) for line in text.splitlines(keepends=True)),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: f"\n{text}\n\n".encode(),
    ],
    ids=["gzip", "gzip of many members", "byte order mark", "CRLF", "no last line end", "blank lines"],
)
def test_forms_of_a_file(summed, form):
    assert summed(form(table()), "--by did")[0]["calls"] == 3
    assert summed(form(table())) == [ALL]


def test_columns_are_found_by_name(summed):
    columns = INBOUND.split(",")
    another = ",".join([*reversed(columns), "Something New", *("" for _ in range(2))]).replace(
        "Total (USD)", " total (usd) "
    )
    calls = [{**one, " total (usd) ": one["Total (USD)"]} for one in CALLS]
    assert summed(table(calls, another)) == [ALL]
    for separator in ";\t":
        assert summed(table(delimiter=separator)) == [ALL]
    assert summed(table(quoting=1)) == [ALL]  # all cells in quotes


def test_what_is_no_table_of_calls_is_refused(summed):
    error = summed("a,b\n1,2\n", code=2).error
    assert "no 'Duration (sec)', 'Call Duration (sec)' or 'Duration (secs)'" in error["message"]
    assert error["hint"].startswith("It has: a, b.\n")
    assert "is empty" in summed("", code=2).error["message"]
    assert "UTF-16" in summed(table().encode("utf-16"), code=2).error["message"]
    assert "no table" in summed(b"x" * 3_000_000, code=2).error["message"]
    assert "is no text" in summed(b"PK\x03\x04\x14\0\x06\0\n", code=2).error["message"]
    assert "holds no call records" in summed(table().replace("\n", "\r"), code=2).error["message"]
    broken = summed(gzip.compress(table().encode())[:-20], code=1).error
    assert "no whole gzip file" in broken["message"]


def test_what_spreadsheets_make_of_durations_and_amounts_is_read(summed):
    """Of European ones cells are parted by semicolons and cents by commas; 1:05 may be hours or minutes."""
    column, total = "Duration (sec)", "Total (USD)"
    clocks = [call("2026-11-01 10:00:00", "1", 5, "1e-05", **{column: text}) for text in ("00:01:05", " 65.0 ", "1:05")]
    (one,) = summed(table(clocks))
    assert (one["calls"], one["acd"], one["cost"]) == (2, 65.0, "0.00002")
    commas = [call("2026-11-01 10:00:00", "1", 60, **{total: text}) for text in ("0,10", "0.2", "-0,05", "1.234,50")]
    for separator in ";\t":
        (one,) = summed(table(commas, delimiter=separator))
        assert (one["calls"], one["cost"]) == (3, "0.25")
    assert summed(table(commas))[0]["calls"] == 1  # quoted among commas it is nothing that DIDWW writes


def test_columns_of_other_names_can_be_named(summed):
    content = "Begun,Talk,Paid,Country of Caller\n2026-11-01 10:00:00,60,0.5,France\n2026-11-02 10:00:00,0,0.0,France\n"
    named = "--title start=begun --title 'duration = talk' --title cost=Paid --title 'country=Country of Caller'"
    (one, _) = summed(content, f"{named} --by country,day -n 5")
    assert (one["country"], one["day"], one["answered"], one["cost"]) == ("France", "2026-11-01", 1, "0.5")
    assert "no 'Duration (sec)'" in summed(content, "--title cost=Paid", code=2).error["message"]
    assert "Did you mean Talk?" in summed(content, "--title duration=Tolk", code=2).error["message"]
    assert "Did you mean duration or destination?" in summed(content, "--title durtion=Talk", code=2).error["message"]
    assert "is not NAME=TITLE" in summed(content, "--title Talk", code=2).error["message"]


def test_what_is_typed_wrong_is_refused(summed):
    assert "Did you mean country or month?" in summed(table(), "--by contry", code=2).error["message"]
    error = summed(table(), "--by country", code=2).error
    assert "no 'Source Country', 'Destination Country' or 'Country Name'" in error["message"]
    assert error["hint"].startswith("It can be summed up by did, trunk,")
    assert "Did you mean calls or asr?" in summed(table(), "--by did --sort=-cals", code=2).error["message"]
    assert "at least 1" in summed(table(), "-n 0", code=2).error["message"]
    assert run_line("cdr summary").code == 2
    assert "No such file" in run_line("cdr summary nothing.csv").err
    assert run_line("cdr summary - -", table()).code == 2
    assert run_line("cdr summary - -o ids", table()).code == 2


def test_broken_rows_are_counted_and_told(tmp_path, didww):
    file = tmp_path / "calls.csv"
    lines = table().splitlines()
    wrong = [
        "2026-11-01 10:00:00,short",
        lines[1].replace(",60,", ",a minute,"),
        lines[1].replace(",0.1,", ",much,"),
        lines[1].replace("2026-11-01 09", "yesterday at 9"),
    ]
    file.write_text("\n".join([*lines, *wrong, lines[4], ""]))
    result = didww(f"cdr summary {file} --by day -o json", profile=None)
    assert sum(one["calls"] for one in result.json) == 5
    assert result.err.splitlines() == [
        "4 rows cannot be read and are not counted:",
        f"  {file}, line 6: 2 cells in place of 22",
        f"  {file}, line 7: 'a minute' is no duration in seconds",
        f"  {file}, line 8: 'much' is no amount",
        "  … and 1 more",
    ]
    assert didww(f"cdr summary {file} -q", profile=None).err == ""


def test_a_quote_that_does_not_end_is_told_with_its_lines(tmp_path, didww):
    file = tmp_path / "calls.csv"
    header, *rows = table([CALLS[0]] * 5000).splitlines()
    file.write_text("\n".join([header, *rows[:10], rows[0].replace("Completed", '"Completed'), *rows]))
    result = didww(f"cdr summary {file} -o json", profile=None)
    counted, told = result.json[0]["calls"], int(result.err.split()[0].replace(",", ""))
    assert counted + told == 5011
    assert "its quotes do not end" in result.err
    assert "lines 12 to " in result.err


def test_a_file_of_which_nothing_can_be_read_fails(summed):
    error = summed(f"{INBOUND}\na,b\nc\n", code=1).error
    assert error["message"] == "None of the 2 rows can be read."
    assert "line 2: 2 cells in place of 22" in error["hint"]


def test_no_calls(summed, didww, tmp_path):
    assert summed(table([])) == [{"calls": 0, "answered": 0, "asr": None, "acd": None, "minutes": 0.0, "cost": "0"}]
    assert summed(table([]), "--by did") == []
    result = didww(f"cdr summary {tmp_path / 'calls.csv'} --by did", profile=None)
    assert (result.out, result.err) == ("", "No calls.\n")


def test_several_files_and_standard_input(tmp_path, didww):
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(table().encode()))
    (tmp_path / "free.csv").write_text("DID,Duration (sec)\n442079460001,60\n")
    result = didww(
        f"cdr summary {tmp_path}/in.csv.gz - {tmp_path}/free.csv --by did -o csv", profile=None, stdin=table()
    )
    assert result.lines == [
        "did,calls,answered,asr,acd,minutes,cost",
        "442079460001,7,5,71.43,48.0,4.0,0.206",
        "442079460002,2,2,100.0,90.0,3.0,0.4",
    ]
    assert result.err == f"Without the cost of the calls in {tmp_path}/free.csv, which does not tell it.\n"


def test_gzip_comes_through_a_pipe():
    line = [sys.executable, "-m", "didww_cli", "cdr", "summary", "-", "-o", "tsv"]
    found = subprocess.run(line, input=gzip.compress(table().encode()), capture_output=True)
    assert found.stdout.decode().split("\t") == ["4", "3", "75.0", "60.0", "3.0", "0.303\n"]


def test_table_with_bars(tmp_path, didww):
    file = tmp_path / "calls.csv"
    file.write_text(table())
    assert didww(f"cdr summary {file} --by did", profile=None).lines == [
        "DID           CALLS  ANSWERED      ASR   ACD  MINUTES   COST",
        "442079460001      3         2   66.7 %  0:45      1.5  0.103  ██████████████████",
        "442079460002      1         1  100.0 %  1:30      1.5    0.2  ██████",
        "total             4         3   75.0 %  1:00      3.0  0.303",
    ]
    result = didww(f"cdr summary {file} --by did,day --sort=-cost -n 1", profile=None)
    assert result.lines[1].split()[:3] == ["442079460002", "2026-11-01", "1"]
    assert result.lines[1].endswith("   0.2  ██████")
    assert result.lines[2].split()[0:2] == ["total", "4"]
    assert result.err == "1 of 3\n"


@pytest.mark.parametrize(("columns", "bar"), [(100, "█" * 38), (68, "█" * 6), (60, "")])
def test_bars_fit_the_terminal(tmp_path, columns, bar):
    file = tmp_path / "calls.csv"
    file.write_text(table())
    seen = in_terminal(["cdr", "summary", str(file), "--by", "did", "--no-color"], columns=columns).lines
    assert seen[1] == f"442079460001      3         2   66.7 %  0:45      1.5  0.103  {bar}".rstrip()


def test_many_keys_in_their_order(summed):
    found = summed(table(), "--by day --by did")
    assert [(one["day"], one["did"]) for one in found] == [
        ("2026-11-01", "442079460001"),
        ("2026-11-01", "442079460002"),
        ("2026-11-02", "442079460001"),
    ]


def test_names_of_callers_do_not_reach_the_terminal_as_they_are(tmp_path, didww):
    file = tmp_path / "calls.csv"
    file.write_text(table([call("2026-11-01 10:00:00", "1", 1, trunk="\x1b[31mred")]))
    assert "\\x1b[31mred" in didww(f"cdr summary {file} --by trunk", profile=None).out
