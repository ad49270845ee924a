"""The file of a journal: whole lines or none, many processes, bounded, and never in the way of a write."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from didww_cli.workflows.writing import journal as module
from didww_cli.workflows.writing.journal import Journal, entries, journal_path, last_number

WRITER = """
import sys
from pathlib import Path
from didww_cli.workflows.writing.journal import Journal
journal = Journal(Path(sys.argv[1]), {"command": sys.argv[2]}, print)
for at in range(40):
    journal.end(journal.begin({"method": "PATCH", "path": f"/dids/{at}"}), {"outcome": "done"})
"""


@pytest.fixture
def path(tmp_path):
    return journal_path(tmp_path, "work")


@pytest.fixture
def told():
    return []


@pytest.fixture
def journal(path, told):
    return Journal(path, {"profile": "work"}, told.append)


def begun(journal, at=0):
    return journal.begin({"method": "PATCH", "path": f"/dids/{at}"})


def test_a_write_is_two_lines_and_one_entry(journal, path):
    journal.end(begun(journal), {"outcome": "done", "after": {"description": "b"}})
    assert len(path.read_text().splitlines()) == 2
    assert list(entries(path)) == [
        {
            "n": 1,
            "profile": "work",
            "method": "PATCH",
            "path": "/dids/0",
            "outcome": "done",
            "after": {"description": "b"},
        }
    ]


def test_a_write_without_its_end_is_unknown(journal, path):
    begun(journal)
    assert [one["outcome"] for one in entries(path)] == ["unknown"]


@pytest.mark.parametrize("torn", [b'{"n": 7, "meth', b"\xff\xfe"])
def test_a_torn_last_line_is_cut(journal, path, torn):
    journal.end(begun(journal), {"outcome": "done"})
    with path.open("ab") as file:
        file.write(torn)
    assert begun(journal, 1) == 2
    assert [json.loads(line)["n"] for line in path.read_text().splitlines()] == [1, 1, 2]


def test_strange_lines_are_passed_over(journal, path):
    begun(journal)
    with path.open("ab") as file:
        file.write(b'nonsense\n[1]\n{"n": "x"}\n')
    assert begun(journal, 1) == 2
    assert [one["n"] for one in entries(path)] == [1, 2]


def test_many_processes_at_once(path):
    path.parent.mkdir(parents=True)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"p{at}"]) for at in range(4)]
    assert [one.wait(60) for one in writers] == [0] * 4
    found = list(entries(path))
    assert [one["n"] for one in found] == list(range(1, 161))
    assert {one["outcome"] for one in found} == {"done"}
    for name in ("p0", "p1", "p2", "p3"):
        assert [one["path"] for one in found if one["command"] == name] == [f"/dids/{at}" for at in range(40)]


def test_it_is_bounded_and_counts_on(journal, path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 4000)
    for at in range(100):
        journal.end(begun(journal, at), {"outcome": "done"})
    assert path.stat().st_size < 4500
    numbers = [one["n"] for one in entries(path)]
    assert numbers[-1] == last_number(path) == 100
    assert numbers == list(range(numbers[0], 101))


def test_a_number_is_found_behind_a_very_long_line(journal, path, monkeypatch):
    monkeypatch.setattr(module, "LAST", 64)
    begun(journal)
    journal.begin({"method": "PATCH", "path": "/dids", "body": "x" * 500})
    assert begun(journal) == 3


def test_what_cannot_be_kept_is_told_once_and_stops_nothing(journal, path, told):
    path.mkdir(parents=True)
    number = begun(journal)
    journal.end(number, {"outcome": "done"})
    begun(journal)
    assert number is None
    assert len(told) == 1
    assert "the journal lacks this write" in told[0]


def test_a_write_goes_on_without_a_journal(didww, tmp_path):
    (tmp_path / "home" / "state" / "didww" / "journal" / "demo.jsonl").mkdir(parents=True)
    done = didww("dids update 12125550100 --description Other")
    assert "description  Other" in done.out
    assert "the journal lacks this write" in done.err
