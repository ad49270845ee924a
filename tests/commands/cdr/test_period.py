"""``cdr summary --from``: the period is exported, waited for, read, and nothing of it is left here."""

from __future__ import annotations

import gzip

import pytest

from tests.commands.cdr.records import INBOUND, table
from tests.commands.exports.answers import Exports, cut, left_in, whole
from tests.conftest import document, problem
from tests.spoken import NEW, OLD, SPOKEN

SUMMARY = "cdr summary --from last-month"
FILE = gzip.compress(table().encode())


class Account(Exports):
    """A scripted account whose exports are completed at once, each with the next of ``files``, the last one again."""

    def __init__(self, server):
        super().__init__(server)
        self.files = [whole(FILE)]
        self.status = "completed"

    def answer(self, seen):
        if seen.path.endswith(".csv.gz"):
            return self.files.pop(0) if len(self.files) > 1 else self.files[0]
        if seen.path == "/v3/exports":
            return super().answer(seen)
        one = next(one for one in self.there if seen.path.endswith(one["id"]))
        told = {"status": self.status, "url": f"/v3/exports/{one['id']}.csv.gz"}
        return document({**one, "attributes": {**one["attributes"], **told}})


@pytest.fixture
def account(server):
    return Account(server)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder of temporary files, alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.parametrize("version", SPOKEN)
def test_a_period_is_what_its_file_is(didww, temporary, tmp_path):
    period = "--from last-month --to yesterday"
    for kind in ("cdr_in", "cdr_out"):
        found = didww(f"cdr summary {period} --type {kind} --by day,code -o json")
        assert found.err.count("Created the export") == len(found.err.splitlines()) > 1
        assert sum(one["calls"] for one in found.json) > 100
        assert left_in(temporary) == []
        file = tmp_path / f"{kind}.csv.gz"
        didww(f"exports create {period} --type {kind} --download {file} --force")
        assert didww(f"cdr summary {file} --by day,code -o json", profile=None).json == found.json


def test_what_narrows_an_export_narrows_the_summary(didww):
    found = didww(f"{SUMMARY} --did 527445550100 --by did -o json").json
    assert [one["did"] for one in found] == ["527445550100"]
    found = didww(f"{SUMMARY} --voice-out-trunk 'Outbound Europe' --by trunk -o json").json
    assert [one["trunk"] for one in found] == ["Outbound Europe"]


def test_the_version_is_one_that_tells_the_key(didww, account, live):
    assert {"France", "Germany"} < {one["country"] for one in didww(f"{SUMMARY} --by country -o json").json}
    assert f"it came with {NEW}" in didww(f"--api-version {OLD} {SUMMARY} --by country", code=2).err
    assert "Exports of cdr_out do not tell the did" in live(f"{SUMMARY} --type cdr_out --by did", code=2).err
    assert "--type is cdr_in or cdr_out" in live(f"{SUMMARY} --type sms_in", code=2).err
    assert "--did is of an export" in live("cdr summary a.csv --did 442079460000", code=2).err
    assert account.server.seen == []


def test_nothing_is_sent_where_that_is_wanted(account, live):
    assert '"export_type": "cdr_in"' in live(f"{SUMMARY} --dry-run").out
    assert live(f"--read-only {SUMMARY}", code=3).out == ""
    assert account.there == []


@pytest.mark.parametrize(
    "answer", ["drop", cut(FILE, 100), problem(500, "oops"), whole(FILE[:200] + b"\0\0\0\0" + FILE[204:])]
)
def test_a_file_that_fails_once_is_fetched_again(account, live, temporary, answer):
    account.files = [answer, whole(FILE)]
    assert live(f"{SUMMARY} -o json").json[0]["cost"] == "0.303"
    assert left_in(temporary) == []


def test_a_file_that_does_not_come_tells_how_to_go_on(account, live, temporary):
    account.files = [cut(FILE, 100)]
    failed = live(f"{SUMMARY} --by did -o json", code=7)
    assert (failed.out, left_in(temporary)) == ("", [])
    account.files = [whole(FILE)]
    again = failed.error["hint"].splitlines()[-1].partition("didww ")[2]
    assert live(again).json[0]["did"] == "442079460001"
    assert len(account.there) == 1


def test_a_lost_answer_makes_no_second_export(account, live):
    account.lose = lambda number: "drop"
    result = live(f"{SUMMARY} -o json")
    assert (result.json[0]["calls"], len(account.there)) == (4, 1)
    assert "The answer was lost; by its reference, it is there" in result.err


def test_waiting_that_ends_tells_how_to_go_on(account, live):
    account.status = "processing"
    failed = live(f"{SUMMARY} --by day -n 1 --wait-timeout 0", code=11)
    again = failed.err.splitlines()[-1].partition("Go on with: didww ")[2]
    account.status = "completed"
    result = live(f"{again} -o json")
    assert result.json == [
        {"day": "2026-11-01", "calls": 3, "answered": 2, "asr": 66.67, "acd": 75.0, "minutes": 2.5, "cost": "0.3"}
    ]
    assert "There already" in result.err
    assert len(account.there) == 1


def test_months_of_different_columns_are_one_summary(account, live):
    renamed = table(header=INBOUND).replace("Duration (sec)", "Call Duration (sec)", 1)
    account.files = [whole(FILE), whole(gzip.compress(renamed.encode()))]
    assert live(f"{SUMMARY} --to now -o json").json[0]["calls"] == 8


def test_an_export_of_unknown_columns_is_no_mistake_of_the_user(account, live):
    account.files = [whole(gzip.compress(b"a,b\n1,2\n"))]
    error = live(f"{SUMMARY} --external-reference-id mine -o json", code=1).error
    assert "the export made-0 holds no call records that are known" in error["message"]
    assert "--title duration=TITLE" in error["hint"]
    named = "--title duration=b --title country=a --by country"
    [found] = live(f"{SUMMARY} --external-reference-id mine {named} -o json").json
    assert (found["country"], found["minutes"], found["cost"]) == ("1", 0.03, None)
    assert len(account.there) == 1
