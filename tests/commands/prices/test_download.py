"""``prices download``: whole or not at all, and left alone where the copy is current."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from didww_cli.config.settings import state_folder
from tests.commands.exports.answers import flipped, left_in
from tests.commands.prices.conftest import prices
from tests.conftest import problem

HEADER = b"Country,Src country name,Source type,Destination,Rate\n"
CSV = HEADER + b"".join(b"United Kingdom,,fixed,44808%05d,0.0%d\n" % (at, at * 7919) for at in range(9000))
FILE = gzip.compress(CSV, mtime=0)
NEWER = gzip.compress(HEADER, mtime=0)
DAY = "Sun, 01 Nov 2026 06:00:00 GMT"
SECONDS = 1793512800
LATER = "Mon, 02 Nov 2026 06:00:00 GMT"


def file(content=FILE, modified=DAY, **headers):
    told = {"Content-Type": "application/gzip", "Last-Modified": modified, "Accept-Ranges": "none"}
    return 200, content, {**told, "Connection": "close", **headers}


CURRENT = (304, b"", {"Content-Length": "", "Last-Modified": DAY})


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_as_old_as_the_server_says(run, service):
    service.answer(file())
    assert run("prices download").err == f"Saved voice_in_prices.csv.gz ({len(FILE):,} bytes).\n"
    path = Path("voice_in_prices.csv.gz")
    assert path.read_bytes() == FILE
    assert path.stat().st_mtime == SECONDS
    assert [(seen.method, seen.path) for seen in service.seen] == [("GET", "/api-vin/v3/prices.csv.gz")]
    assert "If-Modified-Since" not in service.seen[0].headers
    assert left_in(Path()) == ["voice_in_prices.csv.gz"]


def test_a_copy_that_is_current_is_left_alone(run, service):
    service.answer(file(), CURRENT)
    run("prices download --to a.gz")
    before = os.stat("a.gz")
    assert run("prices download --to a.gz").err == "a.gz is unchanged.\n"
    assert service.seen[1].headers["If-Modified-Since"] == DAY
    after = os.stat("a.gz")
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)
    assert left_in(Path()) == ["a.gz"]


def test_a_newer_file_takes_its_place(run, service):
    service.answer(file(), file(NEWER, LATER), CURRENT)
    run("prices download --to a.gz")
    run("prices download --to a.gz")
    assert Path("a.gz").read_bytes() == NEWER
    run("prices download --to a.gz")
    assert service.seen[2].headers["If-Modified-Since"] == LATER


def test_a_file_that_is_called_csv_is_unpacked(run, service):
    service.answer(file(), CURRENT)
    run("prices download --to a.csv")
    assert Path("a.csv").read_bytes() == CSV
    assert "unchanged" in run("prices download --to a.csv").err


@pytest.mark.parametrize(
    "second",
    [
        "prices download --to a.gz --service voice-out",
        "prices download --to a.gz --service sms-out-p2p",
        "prices download --to a.gz --gunzip",
    ],
)
def test_a_copy_of_something_else_is_not_compared(run, service, second):
    service.answer(file(), file(NEWER))
    run("prices download --to a.gz")
    run(second)
    assert "If-Modified-Since" not in service.seen[1].headers
    assert Path("a.gz").read_bytes() == (HEADER if "--gunzip" in second else NEWER)


def test_a_copy_of_another_account_is_not_compared(run, service, server, monkeypatch):
    service.answer(file())
    run("prices download --to a.gz")
    monkeypatch.setenv("DIDWW_API_KEY", "other-key-2")
    server.answers[0] = lambda seen: (
        (200, {"access_token": "other-token", "expires_in": 900}, {}) if seen.path == "/token" else file()
    )
    run("prices download --to a.gz")
    assert "If-Modified-Since" not in server.seen[-1].headers


@pytest.mark.parametrize("touch", [lambda: os.utime("a.gz"), lambda: Path("a.gz").write_bytes(b"x")])
def test_a_copy_that_was_touched_is_somebody_elses(run, service, touch):
    service.answer(file())
    run("prices download --to a.gz")
    touch()
    run("prices download --to a.gz", code=2)
    run("prices download --to a.gz --force")
    assert "If-Modified-Since" not in service.seen[1].headers
    assert Path("a.gz").read_bytes() == FILE


def test_a_copy_that_is_gone_is_downloaded_again(run, service):
    service.answer(file())
    run("prices download --to a.gz")
    Path("a.gz").unlink()
    run("prices download --to a.gz")
    assert "If-Modified-Since" not in service.seen[1].headers
    assert Path("a.gz").read_bytes() == FILE


def test_where_no_note_can_be_kept_the_file_is_there_all_the_same(run, service):
    service.answer(file())
    state_folder().mkdir(parents=True)
    (state_folder() / "prices").write_text("")
    run("prices download --to a.gz")
    assert Path("a.gz").read_bytes() == FILE


def test_a_file_that_is_not_dated_is_downloaded_again(run, service):
    service.answer(file(modified=""))
    run("prices download --to a.gz")
    run("prices download --to a.gz")
    assert "If-Modified-Since" not in service.seen[1].headers


@pytest.mark.parametrize("modified", ["yesterday", "Thu, 01 Jan 1960 00:00:00 GMT"])
def test_a_date_that_is_none_does_no_harm(run, service, modified):
    service.answer(file(modified=modified))
    run("prices download --to a.gz")
    assert Path("a.gz").read_bytes() == FILE


def test_a_file_of_somebody_else_is_kept(run, server, service):
    Path("a.gz").write_text("mine")
    assert "Add --force" in run("prices download --to a.gz", code=2).err
    assert (Path("a.gz").read_text(), server.seen) == ("mine", [])
    service.answer(file())
    run("prices download --to a.gz --force")
    assert Path("a.gz").read_bytes() == FILE
    assert "If-Modified-Since" not in service.seen[0].headers


def test_without_a_note_a_copy_is_somebody_elses(run, service):
    service.answer(file())
    run("prices download --to a.gz")
    for note in (state_folder() / "prices").iterdir():
        note.write_text("{")
    run("prices download --to a.gz", code=2)
    run("prices download --to a.gz --force")
    assert "If-Modified-Since" not in service.seen[1].headers


BROKEN = {
    "cut": ("cut", *file()),
    "half": file(FILE[: len(FILE) // 2]),
    "a wrong byte": file(flipped(FILE)),
    "html": (200, b"<html>", {"Content-Type": "text/html"}),
    "no file yet": problem(503, "Serving failure", code="serving_failure"),
    "304 to nothing": CURRENT,
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("name", ["a.gz", "a.csv"])
def test_what_does_not_come_whole_is_not_there(run, service, answer, name):
    service.answer(answer)
    assert run(f"prices download --to {name} --retries 1 -o json", code=7).error["kind"] == "network"
    assert len(service.seen) == 2 or answer[0] == 503
    assert left_in(Path()) == []


@pytest.mark.parametrize("answer", [one for name, one in BROKEN.items() if name != "304 to nothing"])
def test_what_does_not_come_whole_leaves_the_copy(run, service, answer):
    service.answer(file(), answer)
    run("prices download --to a.gz")
    run("prices download --to a.gz --retries 0", code=7)
    assert Path("a.gz").read_bytes() == FILE
    assert left_in(Path()) == ["a.gz"]


def test_a_broken_download_is_begun_anew_without_a_range(run, service):
    service.answer(("cut", *file()), file())
    run("prices download --to a.gz")
    assert Path("a.gz").read_bytes() == FILE
    assert [seen.headers.get("Range") for seen in service.seen] == [None, None]


def test_a_broken_newer_file_is_begun_anew_with_the_condition(run, service):
    service.answer(file(), ("cut", *file(modified=LATER)), file(NEWER, LATER))
    run("prices download --to a.gz")
    run("prices download --to a.gz")
    assert [seen.headers.get("If-Modified-Since") for seen in service.seen] == [None, DAY, DAY]
    assert Path("a.gz").read_bytes() == NEWER


def test_too_many_requests_wait_as_long_as_is_asked(run, service, monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    service.answer((429, {"errors": []}, {"Retry-After": "11"}), file())
    run("prices download --to a.gz")
    assert waited == [11.0]


def test_no_plan(run, service, didww):
    service.answer(problem(404, "Not assigned", code="price_plan_not_assigned"))
    assert "no price plan for sms-in" in run("prices download --service sms-in", code=4).err
    assert "no price plan for sms-out-otp" in didww("prices download --service sms-out-otp", code=4).err
    assert left_in(Path()) == []


def test_a_redirect_of_the_file_carries_no_token(run, service, elsewhere):
    elsewhere.answer(file())
    service.answer((302, b"", {"Location": f"{elsewhere.url}/store/voice_in.csv.gz"}))
    run("prices download --to a.gz")
    assert Path("a.gz").read_bytes() == FILE
    assert {name.lower() for name in elsewhere.seen[0].headers} & {"authorization", "api-key"} == set()


def test_standard_output(run, service):
    service.answer(file())
    assert run("prices download --to - --gunzip").out.encode() == CSV
    assert left_in(Path()) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [("--to nowhere/a.gz", "There is no folder"), ("--to .", "is a folder"), ("--service x", "There is no service")],
)
def test_a_wrong_line_sends_nothing(run, server, line, words):
    assert words in run(f"prices download {line}", code=2).err
    assert server.seen == []


def test_a_list_is_no_file(run, service):
    service.answer(prices())
    run("prices download --to a.gz --retries 0", code=7)
    assert left_in(Path()) == []


def test_the_emulated_account(didww):
    didww("prices download --to a.csv")
    lines = Path("a.csv").read_text().splitlines()
    assert lines[0].startswith("Country,Src country name,Source type,Destination,Rate,Connection fee,Initial interval,")
    assert "United Kingdom,,payphone,44808,,,60,60,true" in lines
    assert didww("prices download --to a.csv").err == "a.csv is unchanged.\n"
