"""Failures that nobody foresaw: one line that says where the report is; a report without secrets; no more than ten."""

from __future__ import annotations

import stat

import pytest
import requests

from tests.conftest import document

SECRET = "callback-secret-1"


@pytest.fixture
def state(tmp_path):
    return tmp_path / "home" / "state" / "didww"


@pytest.fixture
def broken(monkeypatch):
    """A library that fails as none should, with secrets in what it says."""

    def fail(*_):
        raise LookupError(f"secret-key-1 {SECRET} stored-key-1 http://me:hush@127.0.0.1/ Bearer aaa.bbb.ccc\nmore")

    monkeypatch.setattr(requests.Session, "prepare_request", fail)
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", SECRET)


def test_a_line_says_where_the_report_is(server, live, broken, state):
    result = live("dids list", code=1)
    (report,) = state.glob("crash-*.txt")
    assert result.err == (
        "Error: didww failed in a way that nobody foresaw: LookupError: ******** ******** stored-key-1 "
        f"http://********@127.0.0.1/ Bearer ********. A report, without keys, is in {report}.\n"
    )
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert report.read_text().startswith("didww ")
    assert "in fail" in report.read_text()


def test_no_secret_stands_in_it(server, live, broken, state, tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text('[profiles.other]\napi_key = "stored-key-1"\n')
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    result = live("dids list -v", code=1)
    (report,) = state.glob("crash-*.txt")
    for text in (report.read_text(), result.err):
        assert not [one for one in ("secret-key-1", SECRET, "stored-key-1", "hush", "aaa.bbb") if one in text]
    assert "Traceback" not in result.err


def test_as_json(server, live, broken):
    error = live("dids list -o json", code=1).error
    assert error["kind"] == "failed"
    assert "A report, without keys, is in " in error["message"]


def test_the_traceback_on_demand(server, live, broken, monkeypatch):
    monkeypatch.setenv("DIDWW_DEBUG", "1")
    result = live("dids list", code=1)
    assert result.err.startswith("Traceback")
    assert SECRET not in result.err


def test_the_ten_newest_are_kept(server, live, broken, state):
    state.mkdir(parents=True)
    for at in range(12):
        (state / f"crash-20200101T0000{at:02}-1.txt").write_text("old")
    live("dids list", code=1)
    names = sorted(path.name for path in state.glob("crash-*"))
    assert (len(names), names[0]) == (10, "crash-20200101T000003-1.txt")


def test_where_no_report_can_be_written_the_line_says_the_place(server, live, broken, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    err = live("dids list", code=1).err
    assert "It was at test_crash.py:" in err
    assert "no report can be written" in err


def test_what_was_done_before_it_is_told(server, live, monkeypatch):
    made = {"id": "g-1", "type": "voice_in_trunk_groups", "attributes": {"name": "Night"}}
    server.answer(document(made))
    monkeypatch.setattr("csv.writer", lambda *_, **__: 1 / 0)
    err = live("trunks groups create --name Night -o csv", code=1).err
    assert "The trunk group Night was created (id g-1). Then didww failed in a way that nobody foresaw: Zero" in err
