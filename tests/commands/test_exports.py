"""``exports create`` and ``exports download``: what is asked for, what is saved, and what broken connections do."""

from __future__ import annotations

import contextlib
import gzip
import io
import itertools
import re
import stat
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import document, problem, running_server
from tests.terminal import in_terminal

HEADER = b"Date/Time Start (UTC),Source,Total (USD)\n"
ROWS = b"".join(b"2026-10-01 00:00:%02d,1202555%04d,0.%03d\n" % (at % 60, at, at % 1000) for at in range(20_000))
CSV = HEADER + ROWS
FILE = gzip.compress(CSV, mtime=0)
FILE_PATH = "/v3/exports/f1.csv.gz"
TAG = '"v1"'


def export(identifier="e1", *, status="completed", url=FILE_PATH, **attributes):
    found = {"export_type": "cdr_in", "status": status, "url": url, "external_reference_id": identifier, **attributes}
    return {"id": identifier, "type": "exports", "attributes": found}


def whole(content=FILE, **headers):
    return 200, content, {"Content-Type": "application/gzip", "ETag": TAG, "Connection": "close", **headers}


def cut(content=FILE, at=10_000, status=200, **headers):
    """An answer that announces more than it sends, and ends the connection."""
    told = {"ETag": TAG, "Content-Length": str(len(content)), "Connection": "close", **headers}
    return status, content[:at], told


def part(seen, content=FILE, **headers):
    """What was asked for by Range."""
    start = int(re.fullmatch(r"bytes=(\d+)-", seen.headers["Range"])[1])
    told = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}", "ETag": TAG, **headers}
    return 206, content[start:], told


@pytest.fixture
def files(server, live):
    """``files(answer, …)`` answers requests for the file; the export itself is completed."""

    def script(*answers, exports=None):
        left = list(answers)

        def answer(seen):
            if seen.path.endswith(".csv.gz"):
                found = left.pop(0) if len(left) > 1 else left[0]
                return found(seen) if callable(found) else found
            return document(export(**(exports or {})))

        server.answer(answer)
        return lambda: [seen for seen in server.seen if seen.path.endswith(".csv.gz")]

    return script


def left_in(folder):
    """The names of all files in a folder, hidden ones too, but for the home of the tests."""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


# download: what is saved


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


# download: what goes wrong on the way


def flipped(content=FILE, at=5000):
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


DAMAGED = {
    "a wrong byte": whole(flipped()),
    "a wrong CRC": whole(flipped(at=len(FILE) - 6)),
    "a wrong size": whole(flipped(at=len(FILE) - 2)),
    "too early an end": whole(FILE[:-1]),
    "half": whole(FILE[:9000]),
    "empty": whole(b""),
    "garbage after it": whole(FILE + b"garbage"),
    "half a member after it": whole(FILE + FILE[:100]),
    "html": (200, b"<html>Bad gateway</html>", {"Content-Type": "text/html"}),
}


@pytest.mark.parametrize("broken", DAMAGED.values(), ids=DAMAGED.keys())
@pytest.mark.parametrize("name", ["a.csv", "a.gz"])
def test_a_damaged_file_is_begun_anew_and_never_kept(files, live, tmp_path, broken, name):
    seen = files(broken, broken, whole())
    live(f"exports download id:e1 --to {tmp_path / name}")
    assert (tmp_path / name).read_bytes() == (CSV if name == "a.csv" else FILE)
    assert len(seen()) == 3
    assert all("Range" not in request.headers for request in seen())


@pytest.mark.parametrize("broken", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_file_that_stays_damaged_is_exit_7_and_leaves_nothing(files, live, tmp_path, broken):
    seen = files(broken)
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --retries 2 -o json", code=7)
    assert len(seen()) == 3
    assert "did not arrive whole" in result.error["message"]
    assert left_in(tmp_path) == []


def test_a_broken_download_goes_on_where_it_broke(files, live, tmp_path):
    seen = files(
        cut(at=10_000),
        lambda request: cut(part(request)[1], 500, 206, **part(request)[2] | {"Content-Length": "99999"}),
        part,
    )
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    assert [request.headers.get("Range") for request in seen()] == [None, "bytes=10000-", "bytes=10500-"]
    assert [request.headers.get("If-Range") for request in seen()] == [None, TAG, TAG]


@pytest.mark.parametrize("name", ["a.csv", "a.gz"])
@pytest.mark.parametrize(
    "then",
    [
        whole(),
        lambda seen: (416, b"", {"Content-Range": f"bytes */{len(FILE)}"}),
        lambda seen: (206, FILE, {"Content-Range": f"bytes 0-{len(FILE) - 1}/{len(FILE)}"}),
        lambda seen: (206, FILE[9000:], {"Content-Range": f"bytes 9000-{len(FILE) - 1}/{len(FILE)}"}),
        lambda seen: (206, FILE[10_000:], {"Content-Range": f"bytes 10000-{len(FILE)}/{len(FILE) + 1}"}),
        lambda seen: (206, FILE[10_000:], {}),
    ],
    ids=["200", "416", "from the start", "from elsewhere", "of another file", "of nothing"],
)
def test_a_server_that_cannot_go_on_is_asked_anew(files, live, tmp_path, then, name):
    seen = files(cut(at=10_000), then, whole())
    live(f"exports download id:e1 --to {tmp_path / name}")
    assert (tmp_path / name).read_bytes() == (CSV if name == "a.csv" else FILE)
    assert seen()[1].headers["Range"] == "bytes=10000-"
    assert all("Range" not in request.headers for request in seen()[2:])


def test_a_file_that_changed_meanwhile_is_begun_anew(files, live, tmp_path):
    other = gzip.compress(HEADER)
    seen = files(
        cut(at=10_000), lambda request: whole(other, ETag='"v2"') if request.headers["If-Range"] == TAG else None
    )
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == HEADER
    assert len(seen()) == 2


def test_parts_that_do_not_fit_together_are_noticed(files, live, tmp_path):
    other = gzip.compress(HEADER + ROWS[::-1])
    wrong = (206, other[10_000 : len(FILE)], {"Content-Range": f"bytes 10000-{len(FILE) - 1}/{len(FILE)}"})
    seen = files(cut(at=10_000, ETag="", **{"Last-Modified": ""}), wrong, whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    assert "If-Range" not in seen()[1].headers


@pytest.mark.parametrize(("tag", "expected"), [('W/"v1"', "Sun, 01 Nov 2026 00:00:00 GMT"), (TAG, TAG)])
def test_only_a_strong_validator_is_relied_on(files, live, tmp_path, tag, expected):
    seen = files(cut(at=10_000, ETag=tag, **{"Last-Modified": "Sun, 01 Nov 2026 00:00:00 GMT"}), part)
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert seen()[1].headers["If-Range"] == expected


def test_an_end_without_an_announced_length(files, live, tmp_path):
    unknown = {"Content-Length": "", "Connection": "close", "ETag": TAG}
    seen = files((200, FILE[:10_000], unknown), part)
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    assert seen()[1].headers["Range"] == "bytes=10000-"


def test_a_connection_that_breaks_before_the_answer_is_tried_again(files, live, tmp_path):
    seen = files("drop", problem(503, "later"), whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert len(seen()) == 3


CUT_ERRORS = {
    "by length": lambda status: cut(b'{"errors": [', 5, status),
    "by chunks": lambda status: (status, b"400\r\n{", {"Content-Length": "", "Transfer-Encoding": "chunked"}),
}


@pytest.mark.parametrize("status", [400, 403, 404, 416, 500, 503])
@pytest.mark.parametrize("answer", CUT_ERRORS.values(), ids=CUT_ERRORS.keys())
def test_an_error_whose_body_is_cut_is_tried_again(files, live, tmp_path, answer, status):
    broken = answer(status)
    broken[2]["Connection"] = "close"
    seen = files(broken, broken, whole())
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == CSV
    assert len(seen()) == 3
    seen = files(broken)
    result = live(f"exports download id:e1 --to {tmp_path / 'b.csv'} --retries 1 -o json", code=7)
    assert result.error["kind"] == "network"
    assert left_in(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("length", ["\xb2", "12x", "-1", "9" * 5000])
def test_a_length_that_is_none_is_none(length):
    """Read by itself: the HTTP library of this machine refuses most of them before."""
    from didww_cli.workflows.exports.downloads import LENGTH

    assert LENGTH.fullmatch(length) is None


@pytest.mark.parametrize("url", ["http://[::1", "http://127.0.0.1:port/f1.csv.gz"])
def test_an_address_that_is_none_is_exit_7(server, live, tmp_path, url):
    server.answer(document(export(url=url)))
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'} -o json", code=7)
    assert "which is no address" in result.error["message"]


@pytest.mark.parametrize(
    "name", ["../evil.csv", "..\\evil.csv", "/etc/evil.csv", "evil.csv", "calls.csv/../../evil.csv", "%2e%2e/evil.csv"]
)
def test_a_name_from_the_server_is_never_a_path(server, live, tmp_path, monkeypatch, name):
    """The file goes where the user says, whatever the server calls it in a header, in the address or in the export."""
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    facts = {"url": f"/v3/exports/{name}.csv.gz?file={name}", "external_reference_id": name}
    told = whole(**{"Content-Disposition": f'attachment; filename="{name}"', "Content-Location": name})
    server.answer(lambda seen: document(export(name, **facts)) if ".csv.gz" not in seen.path else told)
    live("exports download id:e1 --to calls.csv")
    assert (inner / "calls.csv").read_bytes() == CSV
    assert left_in(inner) == ["calls.csv"]
    assert left_in(tmp_path) == ["inner"]


def test_what_any_call_records_inflate_to_is_taken(files, live, tmp_path):
    """Rows that are nearly the same inflate a hundred times and more, but not to much."""
    rows = HEADER + b"2026-10-01 00:00:00,12025550100,0.000\n" * 200_000
    content = gzip.compress(rows, compresslevel=9)
    assert len(rows) > 100 * len(content)
    files(whole(content))
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
    assert (tmp_path / "a.csv").read_bytes() == rows


def test_retries_are_counted(files, live, tmp_path):
    seen = files(cut(at=10_000))
    live(f"exports download id:e1 --to {tmp_path / 'a.csv'} --retries 0", code=7)
    assert len(seen()) == 1
    assert left_in(tmp_path) == []


def test_what_broke_is_said_with_verbose(files, live, tmp_path):
    files(cut(at=10_000), part)
    result = live(f"exports download id:e1 --to {tmp_path / 'a.csv'} -v")
    assert "10,000 bytes came, but the connection broke; again in" in result.err


def test_standard_output_goes_on_where_it_broke(files, live):
    files(cut(at=10_000), part)
    assert live("exports download id:e1 --to - --gunzip").out.encode() == CSV


@pytest.mark.parametrize("then", [whole(), (416, b"", {}), whole(flipped())], ids=["200", "416", "damaged"])
def test_standard_output_that_cannot_go_on_is_exit_7(files, live, then):
    files(cut(at=10_000), then)
    result = live("exports download id:e1 --to - --gunzip -o json", code=7)
    assert "not whole" in result.error["message"]
    assert "file" in result.error["hint"]


def test_a_damaged_file_on_standard_output_is_exit_7_without_another_request(files, live):
    content = gzip.compress(CSV * 4)
    seen = files(whole(flipped(content, len(content) - 6)))
    result = live("exports download id:e1 --to - --gunzip", code=7)
    assert len(seen()) == 1
    assert result.out


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


# download: whom the key goes to


def test_another_host_is_asked_without_the_key(server, live, tmp_path):
    with running_server() as other:
        other.answer(whole())
        server.answer(document(export(url=f"{other.url}/exports/f1.csv.gz")))
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert "Api-Key" not in other.seen[0].headers
        assert (tmp_path / "a.csv").read_bytes() == CSV
        other.answers[:] = [problem(403, "Forbidden")]
        result = live(f"exports download id:e1 --to {tmp_path / 'b.csv'}", code=3)
        assert "API's own host" in result.err


def test_a_redirect_to_another_host_is_followed_without_the_key(server, live, tmp_path):
    with running_server() as other:
        other.answer(cut(at=10_000), part)
        away = (302, b"", {"Location": f"{other.url}/store/f1.csv.gz?signature=x"})
        server.answer(document(export()), away)
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert (tmp_path / "a.csv").read_bytes() == CSV
        assert [seen.headers.get("Range") for seen in other.seen] == [None, "bytes=10000-"]
        assert not any("Api-Key" in seen.headers for seen in other.seen)
        assert all(seen.headers["Api-Key"] == "secret-key-1" for seen in server.seen)


def test_a_redirect_back_gets_no_key_either(server, live, tmp_path):
    with running_server() as other:
        other.answer((302, b"", {"Location": f"{server.url}/exports/f1.csv.gz"}))
        server.answer(document(export(url="/v3/start.csv.gz")), (302, b"", {"Location": f"{other.url}/x"}), whole())
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert "Api-Key" not in server.seen[-1].headers


@pytest.mark.parametrize(
    "url", ["http://files.example.com/f1.csv.gz", "ftp://files.example.com/f1.csv.gz", "file:///etc/passwd"]
)
def test_nothing_is_fetched_unencrypted_when_the_api_is_encrypted(url):
    from didww_cli.errors import NetworkFailure
    from didww_cli.jsonapi.credentials import Credentials
    from didww_cli.jsonapi.transport import Connection, Transport
    from didww_cli.workflows.exports.downloads import download
    from didww_cli.workflows.exports.targets import StreamSink

    base = "https://api.example.com/v3"
    credentials = Credentials(lambda: ("key", "a test"), (base,))
    transport = Transport(Connection(base, credentials, "2026-04-16", "an account"))
    with pytest.raises(NetworkFailure, match="not encrypted"):
        download(transport, url, StreamSink(io.BytesIO()), unpack=True)


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


# create: what is sent


def created(seen):
    """Takes every export; none is there before."""
    if seen.method == "GET":
        return document([])
    return 201, {"data": {"id": f"e-{time.monotonic_ns()}", "type": "exports", **seen.json["data"]}}, {}


def sent(server):
    return [seen.json["data"]["attributes"] for seen in server.seen if seen.method == "POST"]


def month(back=0):
    """The first of a month, so many before this one, UTC."""
    first = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def test_a_month_is_one_export(server, live):
    server.answer(created)
    found = live("exports create --type cdr_in --from last-month -o json").json
    [attributes] = sent(server)
    reference = attributes.pop("external_reference_id")
    assert attributes == {
        "export_type": "cdr_in",
        "filters": {"from": f"{month(1):%Y-%m-%d %H:%M:%S}", "to": f"{month():%Y-%m-%d %H:%M:%S}"},
    }
    assert reference.startswith("didww-cli-")
    assert found["external_reference_id"] == reference
    assert server.seen[0].headers["Content-Type"] == "application/vnd.api+json"


def test_each_export_has_a_reference_of_its_own(server, live):
    server.answer(created)
    for _ in range(2):
        live("exports create --type cdr_out --from last-month")
    live("exports create --type cdr_out --from last-month --external-reference-id 'my own'")
    first, second, given = (attributes["external_reference_id"] for attributes in sent(server))
    assert first != second
    assert given == "my own"


def test_several_months_are_as_many_exports_in_order(server, live):
    server.answer(created)
    found = live(
        f"exports create --type cdr_in --from {month(2):%Y-%m-%d}Z --external-reference-id q -o json".replace(
            "Z", "T00:00Z"
        )
    ).json
    assert [one["filters"]["from"] for one in found] == [f"{month(back):%Y-%m-%d %H:%M:%S}" for back in (2, 1, 0)]
    assert [one["filters"]["to"] for one in found][:2] == [one["filters"]["from"] for one in found][1:]
    assert [one["external_reference_id"] for one in found] == [f"q-{month(back):%Y-%m}" for back in (2, 1, 0)]


@pytest.mark.parametrize("number", ["+1 202-555-0123", "12025550123", "(1202) 555.0123"])
def test_a_did_is_sent_by_its_digits_without_a_look_up(server, live, number):
    server.answer(created)
    live(f"exports create --type cdr_in --from yesterday --did '{number}'")
    assert len(server.seen) == 1
    assert sent(server)[0]["filters"]["did_number"] == "12025550123"


def test_a_did_by_its_id_is_looked_up(didww):
    did = didww("dids list -n 1 -o json").json[0]
    for reference in (did["id"], f"id:{did['id']}", f"+{did['number']}"):
        line = f"exports create --type cdr_in --from yesterday --did {reference} --dry-run -o json"
        assert didww(line).json["body"]["data"]["attributes"]["filters"]["did_number"] == did["number"]


def test_a_trunk_is_sent_by_its_id(didww):
    trunk = didww("trunks out list -n 1 -o json").json[0]
    for reference in (trunk["id"], f"'{trunk['name']}'"):
        line = f"exports create --type cdr_out --from yesterday --voice-out-trunk {reference} --dry-run -o json"
        assert didww(line).json["body"]["data"]["attributes"]["filters"]["voice_out_trunk.id"] == trunk["id"]


def test_callback_and_type_in_any_spelling(server, live):
    server.answer(created)
    live("exports create --type CDR-OUT --from yesterday --callback-url https://example.com/done --callback-method GET")
    [attributes] = sent(server)
    assert attributes["export_type"] == "cdr_out"
    assert (attributes["callback_url"], attributes["callback_method"]) == ("https://example.com/done", "get")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--type cdr_in", "--from"),
        ("--from yesterday", "--type"),
        ("--type calls --from yesterday", "cdr_in or cdr_out"),
        ("--type cdr_out --from yesterday --did 12025550123", "--type cdr_in"),
        ("--type cdr_in --from yesterday --voice-out-trunk Main", "--type cdr_out"),
        ("--type cdr_in --from yesterday --did 1 --voice-out-trunk Main", "--type cdr_out"),
        ("--type cdr_in --from yesterday --did office", "no phone number"),
        ("--type cdr_in --from yesterday --callback-method get", "--callback-url"),
        ("--type cdr_in --from yesterday --callback-url https://example.com --callback-method put", "get or post"),
        ("--type cdr_in --from 2020-01-01", "Allowed now: from"),
        ("--type cdr_in --from today --to yesterday", "empty"),
        ("--type cdr_in --from tomorrow", "yesterday"),
        ("--type cdr_in --from yesterday --gunzip", "--download"),
        ("--type cdr_in --from yesterday --force", "--download"),
        ("--type cdr_in --from yesterday --wait-timeout 5", "--wait"),
        (f"--type cdr_in --from yesterday --to now --external-reference-id {'x' * 101}", "100 characters"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(server, live, options, words):
    assert words in live(f"exports create {options}", code=2).err
    assert server.seen == []


def test_an_end_in_the_future_is_noticed(server, live):
    server.answer(created)
    tomorrow = datetime.now() + timedelta(days=1)
    result = live(f"exports create --type cdr_out --from 1h --to {tomorrow:%Y-%m-%d}")
    assert "lies in the future" in result.err
    assert sent(server)[-1]["filters"]["to"] <= f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"


def test_a_dry_run_shows_each_request_and_sends_none(server, live):
    server.answer(created)
    one = live("exports create --type cdr_in --from last-month --external-reference-id r --dry-run -o json").json
    assert one["method"] == "POST"
    assert one["url"] == f"{server.url}/exports"
    assert one["headers"]["Api-Key"] == "********"
    assert one["body"]["data"]["attributes"]["external_reference_id"] == "r"
    several = live("exports create --type cdr_in --from last-month --to now --dry-run -o json").json
    assert [each["body"]["data"]["type"] for each in several] == ["exports", "exports"]
    assert "POST" in live("exports create --type cdr_in --from last-month --dry-run").out
    assert [(seen.method, seen.query["filter[external_reference_id]"]) for seen in server.seen] == [("GET", "r")]


def test_a_dry_run_with_a_download_writes_no_file(server, live, tmp_path):
    live(f"exports create --type cdr_in --from last-month --download {tmp_path / 'a.csv'} --dry-run -o json")
    assert left_in(tmp_path) == []
    assert server.seen == []


LAST_MONTH = "exports create --type cdr_in --from last-month"
LOST = ["drop", problem(500, "oops"), (201, b"", {}), (201, {"data": {"type": "exports"}}, {}), (201, b"<html>", {})]


class Exports:
    """The exports of a scripted account: every POST makes one, and ``lose`` says which answer is sent instead."""

    def __init__(self, server):
        self.server = server
        self.there = []
        self.lose = lambda number: None
        self.found = True
        server.answer(self.answer)

    def answer(self, seen):
        if seen.method == "GET":
            wanted = seen.query["filter[external_reference_id]"]
            return document([one for one in self.there if self.found and self.reference(one) == wanted])
        made = {"id": f"made-{len(self.there)}", "type": "exports", **seen.json["data"]}
        self.there.append(made)
        return self.lose(len(self.there) - 1) or (201, {"data": made}, {})

    @staticmethod
    def reference(one):
        return one["attributes"]["external_reference_id"]


@pytest.fixture
def account(server):
    return Exports(server)


@pytest.mark.parametrize("answer", LOST)
@pytest.mark.parametrize("options", ["", "--external-reference-id mine"])
def test_a_lost_export_is_found_by_its_reference(account, live, answer, options):
    account.lose = lambda number: answer
    result = live(f"exports create --type cdr_in --from last-month --to now {options} -o json")
    assert len(account.there) == 2
    assert [one["id"] for one in result.json] == ["made-0", "made-1"]
    assert result.err.count("The answer was lost; by its reference, it is there: the export made-") == 2


@pytest.mark.parametrize("answer", LOST)
def test_a_lost_export_that_does_not_turn_up_is_exit_8_with_the_command(account, live, answer, tmp_path):
    account.lose, account.found = lambda number: answer, False
    place = tmp_path / "a.csv"
    result = live(
        f"exports create --type cdr_in --from last-month --did 12025550123 -o json --download {place}", code=8
    )
    assert len(account.there) == 1
    [attributes] = [one["attributes"] for one in account.there]
    reference = attributes["external_reference_id"]
    assert f"Its external reference is {reference}; no export has it so far." in result.error["message"]
    again = result.error["hint"].splitlines()[-1]
    assert f"--external-reference-id {reference}" in again
    assert f"--download {place}" in again
    account.found = True
    assert "There already" in live(f"{again.partition('didww ')[2]} --dry-run").err
    account.found, account.lose = False, lambda number: None
    live(again.partition("didww ")[2].replace(f"--download {place}", ""))
    assert account.there[1]["attributes"] == attributes


def test_a_part_that_is_lost_leaves_the_others_known(account, live):
    def lose(number):
        account.found = number == 0
        return "drop" if number else None

    account.lose = lose
    result = live("exports create --type cdr_in --from last-month --to now -o json", code=8)
    [made] = result.json
    assert made["id"] == "made-0"
    assert "(1 of 2 exports are there: made-0.)" in result.error["message"]
    account.found, account.lose = True, lambda number: None
    again = result.error["hint"].splitlines()[-1].partition("didww ")[2]
    assert [one["id"] for one in live(again).json] == ["made-0", "made-1"]
    assert len(account.there) == 2


def test_a_part_that_could_not_be_sent_says_how_to_go_on(account, live):
    """A 429 surely made nothing: the export before it is there, and the command makes the missing one alone."""
    server_answer = account.answer

    def limited(seen):
        return (429, {}, {}) if seen.method == "POST" and account.there else server_answer(seen)

    account.server.answers[:] = [limited]
    result = live(f"{LAST_MONTH} --to now -o json", code=6)
    assert "(1 of 2 exports are there: made-0.)" in result.error["message"]
    account.server.answers[:] = [server_answer]
    again = result.error["hint"].splitlines()[-1].removeprefix("Go on with: didww ")
    assert [one["id"] for one in live(again).json] == ["made-0", "made-1"]


# create: what is there already


CREATE = f"{LAST_MONTH} --external-reference-id mine"


def test_the_same_command_again_goes_on_with_what_is_there(account, live):
    first = live(f"{CREATE} --to now -o json")
    again = live(f"{CREATE} --to now -o json")
    assert first.json == again.json
    assert [Exports.reference(one) for one in account.there] == [f"mine-{month(back):%Y-%m}" for back in (1, 0)]
    assert again.err.count("There already") == 2
    account.there.pop(0)
    live(f"{CREATE} --to now")
    assert [Exports.reference(one) for one in account.there] == [f"mine-{month(back):%Y-%m}" for back in (0, 1)]


def test_a_dry_run_shows_only_what_is_missing(account, live):
    live(f"{CREATE} --to now")
    assert live(f"{CREATE} --to now --dry-run -o json").json == []
    account.there.pop()
    shown = live(f"{CREATE} --to now --dry-run -o json")
    assert shown.json["body"]["data"]["attributes"]["external_reference_id"] == f"mine-{month():%Y-%m}"
    assert shown.err.count("There already") == 1


def changed(account, **attributes):
    [one] = account.there
    one["attributes"] = {**one["attributes"], **attributes}


@pytest.mark.parametrize(
    "there",
    [
        {"from": f"{month_start}", "to": f"{month_end}"}
        for month_start, month_end in [("{0:%Y-%m-%dT%H:%M:%S.000Z}", "{1:%Y-%m-%dT%H:%M:%SZ}"), ("{0} UTC", "{1}")]
    ],
)
def test_a_time_is_the_same_in_any_form(account, live, there):
    live(CREATE)
    begin, end = (month(back).replace(tzinfo=None) for back in (1, 0))
    changed(account, filters={name: text.format(begin, end).replace("+00:00", "") for name, text in there.items()})
    live(CREATE)
    assert len(account.there) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--type cdr_out --from last-month", "export_type: cdr_in there, cdr_out asked for"),
        ("--type cdr_in --from this-month", "from: "),
        ("--type cdr_in --from last-month --did 12025550123", "did_number: nothing there, 12025550123 asked for"),
    ],
)
def test_a_reference_of_another_export_is_exit_2_with_what_differs(account, live, options, words):
    live(CREATE)
    result = live(f"exports create {options} --external-reference-id mine -o json", code=2)
    assert words in result.error["message"]
    assert "belongs to another export, made-0" in result.error["message"]
    assert "Nothing was created" in result.error["hint"]
    result = live(f"{CREATE} --to now", code=2)
    assert f"have a reference each: mine-{month(1):%Y-%m}, mine-{month():%Y-%m}" in result.err
    assert len(account.there) == 1


@pytest.mark.parametrize(("seconds", "code"), [(60, 0), (3500, 0), (4000, 2), (-60, 2)])
def test_an_end_that_moves_with_the_clock_may_have_moved_a_little(account, live, seconds, code):
    line = "exports create --type cdr_in --from 2h --external-reference-id mine"
    live(line)
    before = {
        name: f"{datetime.fromisoformat(text) - timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}"
        for name, text in account.there[0]["attributes"]["filters"].items()
    }
    changed(account, filters=before)
    live(line, code=code)
    assert len(account.there) == 1


def test_an_end_that_was_given_as_a_time_is_taken_at_its_word(account, live):
    now = datetime.now(UTC).replace(microsecond=0)
    line = "exports create --type cdr_in --external-reference-id mine --from {:%Y-%m-%dT%H:%M:%SZ} --to now"
    live(line.format(now - timedelta(minutes=5)))
    result = live(line.format(now - timedelta(minutes=4)), code=2)
    assert f"from: {now - timedelta(minutes=5):%Y-%m-%d %H:%M:%S} there" in result.err


def test_of_several_with_one_reference_the_completed_one_is_taken_then_the_newest(account, live):
    live(CREATE)
    [one] = account.there
    attributes = one["attributes"]

    def other(name, **more):
        return {**one, "id": name, "attributes": {**attributes, **more}}

    account.there[:] = [
        other("old", status="pending", created_at="2026-11-01T00:00:00.000Z"),
        other("newer", status="pending", created_at="2026-11-02T00:00:00.000Z"),
        other("failed", status="failed", created_at="2026-11-03T00:00:00.000Z"),
        other("another", status="completed", url="/x.csv.gz", export_type="cdr_out"),
    ]
    result = live(f"{CREATE} -o json")
    assert result.json["id"] == "newer"
    assert "It is one of 2 under this reference; it is taken." in result.err
    account.there.append(other("done", status="completed", url="/x.csv.gz", created_at="2026-10-01T00:00:00.000Z"))
    result = live(f"{CREATE} -o json")
    assert result.json["id"] == "done"
    assert "one of 3 under this reference" in result.err


@pytest.mark.parametrize(
    ("facts", "words"),
    [({"status": "Failed"}, "is failed"), ({"status": "completed", "url": None}, "is completed, but its file is gone")],
)
def test_an_export_of_which_no_file_comes_is_told_with_the_way_on(account, live, facts, words):
    live(CREATE)
    changed(account, **facts)
    result = live(CREATE, code=10)
    assert words in result.err
    assert "didww exports update made-0 --external-reference-id ended-made-0" in result.err
    assert len(account.there) == 1


@pytest.mark.parametrize("reference", ["a,b", "' a'", "''"])
def test_a_reference_that_could_not_be_found_again_is_refused(server, live, reference):
    live(f"exports create --type cdr_in --from last-month --external-reference-id {reference}", code=2)
    assert server.seen == []


def test_an_export_that_a_killed_run_has_just_sent_is_waited_for(account, live, server):
    """The note that a kill leaves, made by a run that is interrupted while its answer is awaited."""

    def interrupted(seen):
        if seen.method == "POST":
            account.there.append({"id": "late", "type": "exports", **seen.json["data"]})
            account.found = False
        return document([]) if seen.method == "GET" else "drop"

    server.answers[:] = [interrupted]
    live(CREATE, code=8)
    looked = []

    def slow(seen):
        looked.append(seen.method)
        account.found = len(looked) > 3
        return account.answer(seen)

    server.answers[:] = [slow]
    result = live(f"{CREATE} -o json")
    assert result.json["id"] == "late"
    assert looked == ["GET"] * 4
    account.there.clear()
    server.answers[:] = [account.answer]
    live(CREATE)
    looked.clear()
    account.there.clear()
    server.answers[:] = [lambda seen: looked.append(seen.method) or account.answer(seen)]
    live(CREATE)
    assert looked == ["GET", "POST"]


def test_a_part_that_is_refused_is_exit_12(server, live):
    server.answer(created, problem(422, "to is invalid"))
    result = live("exports create --type cdr_in --from last-month --to now -o json", code=12)
    assert len(result.json) == 1
    assert result.error["errors"][0]["title"] == "to is invalid"
    server.answers[:] = [problem(422, "to is invalid")]
    assert live("exports create --type cdr_in --from last-month --to now", code=5).out == ""


# create, wait, download


def test_wait_on_the_emulated_account(didww):
    found = didww("exports create --type cdr_in --from last-month --wait -o json").json
    assert found["status"] == "completed"
    assert found["url"].endswith(".csv.gz")
    several = didww("exports create --type cdr_out --from last-month --to now --wait -o json").json
    assert [one["status"] for one in several] == ["completed", "completed"]


def test_the_parts_are_joined_under_one_header(didww, tmp_path):
    begin = f"{month(2):%Y-%m-%d}T00:00Z"
    result = didww(
        f"exports create --type cdr_in --from {begin} --external-reference-id j"
        f" --download {tmp_path / 'all.csv'} -o json"
    )
    identifiers = [one["id"] for one in result.json]
    assert len(identifiers) == 3
    assert all(identifier in result.err for identifier in identifiers)
    parts = []
    for at, identifier in enumerate(identifiers):
        didww(f"exports download {identifier} --to {tmp_path / f'{at}.csv'}")
        parts.append((tmp_path / f"{at}.csv").read_text().splitlines())
    lines = (tmp_path / "all.csv").read_text().splitlines()
    assert lines == parts[0] + parts[1][1:] + parts[2][1:]
    assert all(len(part) > 10 for part in parts)
    months = [line[:7] for line in lines[1:]]
    assert months == sorted(months)
    didww(f"exports download j-{month(1):%Y-%m} --to {tmp_path / 'by-name.csv'}")
    assert (tmp_path / "by-name.csv").read_text().splitlines() == parts[1]


@pytest.mark.parametrize(
    ("target", "options"), [("-", "--gunzip"), ("all.csv.gz", ""), ("all.csv", ""), ("all", "--gunzip")]
)
def test_every_way_to_download_what_was_created(didww, tmp_path, target, options):
    place = target if target == "-" else tmp_path / target
    result = didww(f"exports create --type cdr_in --from last-month --to now --download {place} {options}")
    content = result.out.encode() if target == "-" else place.read_bytes()
    text = (gzip.decompress(content) if target.endswith("gz") else content).decode()
    assert text.count("Date/Time Start (UTC)") == 1
    assert text.splitlines()[-1].startswith("20")
    assert target == "-" or result.out == ""


def scripted(contents, attributes=None):
    """Answers for as many exports as there are files, each a list of answers to requests for it."""
    numbers = itertools.count()
    left = [list(answers) for answers in contents]

    def answer(seen):
        if seen.method == "POST":
            number = next(numbers)
            return 201, {"data": {"id": str(number), "type": "exports", **seen.json["data"]}}, {}
        last = seen.path.rpartition("/")[2]
        if last.endswith(".csv.gz"):
            found = left[int(last.partition(".")[0])].pop(0)
            return found(seen) if callable(found) else found
        return document(export(last, url=f"/v3/exports/{last}.csv.gz", **(attributes or {})))

    return answer


def packed(text):
    return gzip.compress(text.encode())


@pytest.mark.parametrize(
    ("files_", "joined"),
    [
        (["a,b\n1,2\n", "a,b\n3,4\n"], "a,b\n1,2\n3,4\n"),
        (["a,b\r\n1,2\r\n", "a,b\r\n3,4\r\n"], "a,b\r\n1,2\r\n3,4\r\n"),
        (["a,b\n1,2", "a,b\n3,4"], "a,b\n1,2\n3,4\n"),
        (["a,b\n", "a,b\n3,4\n"], "a,b\n3,4\n"),
        (["a,b", "a,b\n3,4\n"], "a,b\n3,4\n"),
        (["a,b\n1,2\n", "a,b"], "a,b\n1,2\n"),
        (["", "a,b\n3,4\n"], "a,b\n3,4\n"),
        (["a,b\n1,2\n", ""], "a,b\n1,2\n"),
        (["\ufeffa,b\n1,2\n", "\ufeffa,b\n3,4\n"], "\ufeffa,b\n1,2\n3,4\n"),
        (["\ufeffa,b\n1,2\n", "a,b\n3,4\n"], "\ufeffa,b\n1,2\n3,4\n"),
        (["a,b\n" + "1,2\n" * 500_000, "a,b\n" + "3,4\n" * 500_000], "a,b\n" + "1,2\n" * 500_000 + "3,4\n" * 500_000),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_files_are_joined(server, live, tmp_path, files_, joined, name):
    server.answer(scripted([[whole(packed(text))] for text in files_]))
    live(f"exports create --type cdr_in --from last-month --to now --download {tmp_path / name}")
    content = (tmp_path / name).read_bytes()
    assert (gzip.decompress(content) if name.endswith("gz") else content).decode() == joined


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_a_part_that_breaks_is_taken_back_alone(server, live, tmp_path, name):
    rows = packed("a,b\n" + "".join(f"{at},{at * 7919}\n" for at in range(50_000)))
    again = [cut(rows, 30_000), whole(flipped(rows, 60_000)), whole(rows)]
    server.answer(scripted([[*again], [*again]]))
    live(f"exports create --type cdr_in --from last-month --to now --download {tmp_path / name}")
    content = (tmp_path / name).read_bytes()
    text = (gzip.decompress(content) if name.endswith("gz") else content).decode()
    single = gzip.decompress(rows).decode()
    assert text == single + single.partition("\n")[2]


def test_files_with_different_columns_are_not_joined(server, live, tmp_path):
    server.answer(scripted([[whole(packed("a,b\n1,2\n"))], [whole(packed("a,c\n1,2\n"))]]))
    result = live(f"exports create --type cdr_in --from last-month --to now --download {tmp_path / 'a.csv'}", code=1)
    assert "different columns" in result.err
    assert left_in(tmp_path) == []


def test_a_wait_that_runs_out_names_every_month_and_its_command_brings_the_joined_file(server, live, tmp_path):
    text = "a,b\n{0},{0}\n"
    script = scripted([[whole(packed(text.format(at)))] for at in range(3)])
    late = {"1", "2"}

    def answer(seen):
        last = seen.path.rpartition("/")[2]
        status = "processing" if last in late else "completed"
        found = script(seen)
        if seen.method == "GET" and not last.endswith(".gz"):
            period = {"from": f"2026-0{int(last) + 1}-01 00:00:00", "to": f"2026-0{int(last) + 2}-01 00:00:00"}
            return document(export(last, url=f"/v3/exports/{last}.csv.gz", status=status, filters=period))
        return found

    server.answer(answer)
    place = tmp_path / "a.csv"
    begin = f"{month(2):%Y-%m-%d}T00:00Z"
    result = live(
        f"exports create --type cdr_in --from {begin} --download {place} --wait-timeout 0 -o json --timeout 20", code=11
    )
    assert "After 0 s, 2 of 3 exports are not completed:" in result.error["message"]
    for line in ("0  2026-01-01 00:00:00 to 2026-02-01 00:00:00 UTC  completed", "1  2026-02-01", "2  2026-03-01"):
        assert line in result.error["message"]
    command = result.error["hint"].removeprefix("Go on with: didww ")
    late.clear()
    live(command)
    assert place.read_text() == "a,b\n0,0\n1,1\n2,2\n"
    assert "--timeout 20" in command


def test_the_time_that_passed_counts_for_all_months_together(server, live, monkeypatch):
    """Time passes as pauses are made; the second of two exports is completed too late."""
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr("time.sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    script = scripted([[], []], {"status": "processing"})

    def answer(seen):
        if seen.method == "GET" and seen.path.endswith("/0") and now[0] > 30:
            return document(export("0"))
        return script(seen)

    server.answer(answer)
    result = live("exports create --type cdr_in --from last-month --to now --wait --wait-timeout 45", code=11)
    assert "After 45 s, 1 of 2 exports are not completed:" in result.err
    assert 45 <= now[0] < 46
    assert "--to calls.csv --wait" in result.err


def test_several_exports_are_joined_in_the_order_of_their_periods(didww, tmp_path):
    begin = f"{month(2):%Y-%m-%d}T00:00Z"
    didww(f"exports create --type cdr_in --from {begin} --external-reference-id j --download {tmp_path / 'all.csv'}")
    names = [f"j-{month(back):%Y-%m}" for back in (0, 2, 1)]
    result = didww(f"exports download {' '.join(names)} {names[0]} --to {tmp_path / 'again.csv'}")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "all.csv").read_bytes()
    assert "overlap" not in result.err
    didww(f"exports download {' '.join(names)} --to {tmp_path / 'again.gz'}")
    assert gzip.decompress((tmp_path / "again.gz").read_bytes()) == (tmp_path / "all.csv").read_bytes()


def test_exports_that_do_not_go_together(didww, tmp_path):
    for kind, name in (("cdr_in", "in"), ("cdr_out", "out"), ("cdr_in", "more")):
        didww(f"exports create --type {kind} --from last-month --external-reference-id {name} --wait")
    result = didww(f"exports download in out --to {tmp_path / 'a.csv'}", code=2)
    assert "cdr_in and cdr_out have different columns" in result.err
    result = didww(f"exports download in more --to {tmp_path / 'a.csv'}")
    assert "The periods of these exports overlap" in result.err


def test_a_download_that_fails_after_creating_says_how_to_go_on(server, live, tmp_path):
    script = scripted([[whole(b"broken")] * 4 + [whole()]])
    server.answer(script)
    place = tmp_path / "a.csv"
    result = live(f"exports create --type cdr_in --from last-month --download {place} -o json", code=7)
    command = result.error["hint"].splitlines()[-1]
    assert command.startswith("Go on with: didww exports download id:0 ")
    live(command.removeprefix("Go on with: didww "))
    assert place.read_bytes() == CSV


# over a socket, with faults


@contextlib.contextmanager
def served(monkeypatch, *faults):
    """The emulated account on a port, with faults; the environment points at it."""
    from didww_cli.emulator.serve import ServeOptions, running

    with running(ServeOptions(port=0, faults=faults)) as (account, url):
        thread = threading.Thread(target=account.run)
        thread.start()
        monkeypatch.setenv("DIDWW_BASE_URL", url)
        monkeypatch.setenv("DIDWW_API_KEY", "any")
        try:
            yield
        finally:
            account.stop()
            thread.join()


@pytest.mark.parametrize("what", ["cut@0.7", "drop-before@0.5", "drop-after@0.5", "html@0.5", "503@0.5"])
def test_faulty_downloads_end_whole(didww, monkeypatch, tmp_path, what):
    with served(monkeypatch):
        didww(f"exports download export-calls-in --to {tmp_path / 'good.csv'}", profile=None)
    with served(monkeypatch, f"GET /exports/*.csv.gz={what}"):
        for name in ("a.csv", "b.csv.gz"):
            didww(f"exports download export-calls-in --to {tmp_path / name} --retries 60", profile=None)
    good = (tmp_path / "good.csv").read_bytes()
    assert good.count(b"\n") > 10
    assert (tmp_path / "a.csv").read_bytes() == good
    assert gzip.decompress((tmp_path / "b.csv.gz").read_bytes()) == good


def test_faults_that_do_not_end_leave_nothing(didww, monkeypatch, tmp_path):
    with served(monkeypatch, "GET /exports/*.csv.gz=cut"):
        didww(f"exports download export-calls-in --to {tmp_path / 'a.csv'}", profile=None, code=7)
    assert left_in(tmp_path) == []


def test_an_export_whose_answer_was_lost_is_found(didww, monkeypatch):
    with served(monkeypatch, "POST /exports=drop-after"):
        didww(f"{CREATE} --to now", profile=None)
        for back in (1, 0):
            line = f"exports list --filter external_reference_id=mine-{month(back):%Y-%m} -o json"
            assert len(didww(line, profile=None).json) == 1


# what a person sees


def test_a_terminal_shows_progress_and_no_control_characters(server, tmp_path):
    text = "Source Name\n\x1b[31mred\u202e\n" + "".join(f"{at},{at * 7919}\n" for at in range(100_000))
    content = packed(text)

    def slow(seen):
        threading.Event().wait(1.3)
        return part(seen, content)

    server.answer(document(export()), cut(content, len(content) // 2), slow)
    screen = in_terminal(
        ["exports", "download", "id:e1", "--to", str(tmp_path / "a.csv")], env={"DIDWW_BASE_URL": server.url}
    )
    assert screen.code == 0
    assert " MB" in screen.text
    assert (tmp_path / "a.csv").read_text() == text
    server.answers[:] = [document(export()), whole(packed("Source Name\n\x1b[31mred\u202e\nlast"))]
    screen = in_terminal(["exports", "download", "id:e1", "--to", "-", "--gunzip"])
    assert screen.lines == ["Source Name", "\\x1b[31mred\\u202e", "last"]
    assert in_terminal(["exports", "download", "id:e1", "--to", "-"]).code == 2
