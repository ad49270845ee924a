"""``exports download``: what is saved, where, and of which exports."""

from __future__ import annotations

import gzip
import stat
from pathlib import Path

import pytest

from tests.commands.exports.answers import CSV, FILE, FILE_PATH, export, left_in, whole
from tests.conftest import document, problem


@pytest.mark.parametrize(
    ("name", "options", "saved"),
    [
        ("calls.csv", "", CSV),
        ("CALLS.CSV", "", CSV),
        ("calls.csv.gz", "", FILE),
        ("calls", "", FILE),
        ("calls", "--gunzip", CSV),
        ("calls.csv.gz", "--gunzip", CSV),
    ],
)
def test_the_ending_says_whether_it_is_unpacked(files, live, tmp_path, name, options, saved):
    files(whole())
    result = live(f"exports download id:e1 --to {tmp_path / name} {options}")
    assert (tmp_path / name).read_bytes() == saved
    assert result.out == ""
    assert f"Saved {tmp_path / name} ({len(saved):,} bytes)" in result.err
    assert left_in(tmp_path) == [name]


@pytest.mark.parametrize(("options", "saved"), [("--gunzip", CSV), ("", FILE)])
def test_standard_output(files, live, options, saved):
    files(whole())
    result = live(f"exports download id:e1 --to - {options}")
    assert result.out.encode("utf-8", "surrogateescape") == saved
    assert result.err == ""


def test_the_file_is_asked_for_as_it_is_with_the_key(files, live, tmp_path):
    seen = files(whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    [request] = seen()
    assert request.headers["Api-Key"] == "secret-key-1"
    assert request.headers["Accept-Encoding"] == "identity"
    assert "Range" not in request.headers


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(CSV[:1000]) + gzip.compress(CSV[1000:70_000]) + gzip.compress(CSV[70_000:]),
        gzip.compress(CSV) + b"\0" * 1024,
        gzip.compress(CSV[:5000]) + b"\0" * 300_000 + gzip.compress(CSV[5000:]),
        b"".join(gzip.compress(CSV[at : at + 100]) for at in range(0, len(CSV), 100)),
        gzip.compress(CSV, compresslevel=0),
    ],
    ids=["members", "padding", "padding between", "many members", "stored"],
)
def test_every_form_of_gzip_is_read(files, live, tmp_path, content):
    files(whole(content))
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    live(f"exports download id:e1 --to {tmp_path / 'a.gz'}")
    assert (tmp_path / "a.gz").read_bytes() == content


def test_a_file_that_is_not_gzip_and_not_called_so_is_kept_as_it_is(server, live, tmp_path):
    server.answer(document(export(url="/v3/exports/f1.csv")), (200, CSV, {}))
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV


def test_a_content_encoding_on_top_changes_nothing(files, live, tmp_path):
    files(whole(**{"Content-Encoding": "gzip"}))
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV


# download: where it goes


def test_an_existing_file_is_kept_and_nothing_sent(server, live, tmp_path):
    (tmp_path / "a.csv").write_text("mine")
    for line in (
        f"exports download id:e1 --to {tmp_path / 'a.csv'}",
        f"exports create --type cdr_in --from yesterday --download {tmp_path / 'a.csv'}",
    ):
        assert "--force" in live(line, code=2).err
    assert (tmp_path / "a.csv").read_text() == "mine"
    assert server.seen == []


def test_force_replaces_it_only_by_a_whole_file(files, live, tmp_path):
    place = tmp_path / "a.csv"
    place.write_text("mine")
    place.chmod(0o640)
    files(whole(FILE[:9000]), whole(FILE[:9000]), whole())
    live(f"exports download id:e1 --to {place} --force --retries 1", code=7)
    assert place.read_text() == "mine"
    live(f"exports download id:e1 --to {place} --force")
    assert place.read_bytes() == CSV
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert left_in(tmp_path) == ["a.csv"]


def test_a_file_that_appears_meanwhile_is_kept(files, live, tmp_path):
    def answer(seen):
        (tmp_path / "a.csv").write_text("theirs")
        return whole()

    files(answer)
    assert "appeared meanwhile" in live(f"exports download id:e1 --to {tmp_path / 'a.csv'}", code=1).err
    assert (tmp_path / "a.csv").read_text() == "theirs"
    assert left_in(tmp_path) == ["a.csv"]


def test_a_link_leads_to_the_file_that_is_replaced(files, live, tmp_path):
    (tmp_path / "real.csv").write_text("mine")
    (tmp_path / "a.csv").symlink_to("real.csv")
    files(whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --force")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == CSV


@pytest.mark.parametrize("place", ["", "missing/a.csv", "/dev/null", "file.txt/a.csv"])
def test_places_where_no_file_can_be(server, live, tmp_path, place):
    (tmp_path / "file.txt").write_text("a file")
    live(f"exports download id:e1 --to {tmp_path / place} --force", code=2)
    assert server.seen == []
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_is_told(tmp_path):
    from didww_cli.errors import DidwwError
    from didww_cli.workflows.exports.targets import FileSink

    with open("/dev/full", "wb", buffering=0) as full, pytest.raises(DidwwError, match="No space left"):
        FileSink(full, "a.csv").write(b"x")


def test_a_new_file_has_the_usual_permissions(files, live, tmp_path):
    files(whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    (tmp_path / "usual").write_text("")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


# download: the export itself


def test_an_export_without_a_file_yet_is_said_to_be_so(server, live, tmp_path):
    server.answer(document(export(status="processing", url=None)))
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'}", code=1)
    assert "still processing" in result.err
    assert "--wait" in result.err
    assert left_in(tmp_path) == []


def test_wait_reads_until_it_is_completed(server, live, tmp_path, monkeypatch):
    pauses = []
    monkeypatch.setattr("time.sleep", pauses.append)
    pending = document(export(status="pending", url=None))
    server.answer(*[pending] * 12, document(export(status="Completed")), whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --wait")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    assert pauses[0] == 0.5
    assert pauses == sorted(pauses)
    assert pauses[-1] == 10.0


def test_wait_that_runs_out_of_time_is_exit_11_with_the_way_on(server, live, tmp_path):
    server.answer(document(export(status="processing", url=None)))
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --wait --wait-timeout 0 -o json", code=11)
    assert "still processing" in result.error["message"]
    assert result.error["hint"].endswith(f"exports download id:e1 --output json --to {tmp_path / 'a.csv'} --wait")


def test_wait_that_ends_otherwise_is_exit_10(server, live, tmp_path):
    server.answer(document(export(status="processing", url=None)), document(export(status="failed", url=None)))
    assert "is failed" in live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --wait", code=10).err


def test_no_pause_is_longer_than_the_time_that_is_left():
    from didww_cli.catalog.model import Ends
    from didww_cli.errors import WaitTimedOut
    from didww_cli.workflows.reading.waiting import is_done, wait_for

    now, pauses, told = [0.0], [], []

    def sleep(seconds):
        pauses.append(seconds)
        now[0] += seconds

    with pytest.raises(WaitTimedOut, match="still new after 5 s"):
        wait_for(
            lambda: {"id": "1", "type": "things", "status": "new"},
            is_done(Ends("done")),
            timeout=5.0,
            sleep=sleep,
            clock=lambda: now[0],
            progress=lambda record, waited: told.append(waited),
        )
    assert sum(pauses) == 5.0
    assert len(told) == len(pauses)


@pytest.mark.parametrize("answer", [problem(404, "Not found"), None], ids=["404", "no url"])
def test_a_file_that_was_removed(server, live, tmp_path, answer):
    server.answer(document(export(url=FILE_PATH if answer else None)), answer or problem(500, "not reached"))
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'}", code=4)
    assert "a month after completion" in result.err
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    "line",
    [
        "exports download id:e1",
        "exports download id:e1 --to a.csv --wait-timeout 5",
        "exports download id:e1 --to a.csv --wait --wait-timeout -1",
        "exports download id:e1 --to a.csv --wait --wait-timeout nan",
        "exports download --to a.csv",
    ],
)
def test_wrong_lines(server, live, line):
    live(line, code=2)
    assert server.seen == []
