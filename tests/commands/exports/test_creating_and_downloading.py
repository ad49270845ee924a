"""``exports create`` that waits and downloads: parts joined, faults on the way, progress."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import threading

import pytest

from tests.commands.exports.answers import CREATE, CSV, cut, export, flipped, left_in, month, part, whole
from tests.conftest import document
from tests.terminal import in_terminal


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
    return gzip.compress(text.encode(), mtime=0)


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
