"""``exports download`` where the way breaks: a file is whole, or it is not there."""

from __future__ import annotations

import gzip

import pytest

from tests.commands.exports.answers import CSV, FILE, HEADER, ROWS, TAG, cut, export, flipped, left_in, part, whole
from tests.conftest import document, problem

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
