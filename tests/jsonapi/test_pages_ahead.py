"""Long lists: pages are asked for together, come in order, and hide no change of the list while it is read."""

from __future__ import annotations

import threading
import time

import pytest

from didww_cli.jsonapi.client import MOST_AHEAD
from didww_cli.jsonapi.marks import Marks
from didww_cli.output.text import to_json
from tests.conftest import document, problem
from tests.processes import PATIENCE, run_process, start

SIZE = 10


def numbered(first, last):
    return [{"id": f"d{at}", "type": "dids", "attributes": {"number": str(at)}} for at in range(first, last + 1)]


def page_of(seen):
    return int(seen.query.get("page[number]", 1))


def paged(total):
    """A server of ``total`` DIDs in pages of ten, whatever is asked for."""

    def answer(seen):
        last = page_of(seen) * SIZE
        return document(numbered(last - SIZE + 1, min(total, last)), meta={"total_records": total})

    return answer


def names(first, last):
    return [f"d{at}" for at in range(first, last + 1)]


def test_pages_are_asked_for_together_and_come_in_order(server, live):
    """None of those after the first is answered before all of them were asked for, and then the last one first."""
    together, answered = threading.Barrier(MOST_AHEAD), [threading.Event() for _ in range(MOST_AHEAD + 3)]

    def answer(seen):
        number = page_of(seen)
        if number > 1:
            together.wait(PATIENCE)
            if number <= MOST_AHEAD:
                answered[number + 1].wait(PATIENCE)
            answered[number].set()
        return paged(SIZE * (MOST_AHEAD + 1))(seen)

    server.answer(answer)
    assert live("dids list -o ids").lines == names(1, SIZE * (MOST_AHEAD + 1))
    assert sorted(map(page_of, server.seen)) == list(range(1, MOST_AHEAD + 2))


def test_no_more_are_under_way_than_memory_is_meant_for(server, live):
    busy, most, lock = 0, 0, threading.Lock()

    def answer(seen):
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        threading.Event().wait(0.02)
        with lock:
            busy -= 1
        return paged(400)(seen)

    server.answer(answer)
    assert live("dids list -o ids").lines == names(1, 400)
    assert 2 <= most <= MOST_AHEAD


@pytest.mark.parametrize(("limit", "pages"), [(1, 1), (10, 1), (11, 2), (35, 4), (95, 10), (200, 10)])
def test_a_limit_fetches_no_page_too_many(server, live, limit, pages):
    server.answer(paged(100))
    assert live(f"dids list -n {limit} -o ids").lines == names(1, min(limit, 100))
    assert sorted(map(page_of, server.seen)) == list(range(1, pages + 1))


def test_a_limit_of_what_is_selected_here_fetches_no_page_too_many(server, live):
    def answer(seen):
        found = paged(100)(seen)
        for one in found[1]["data"]:
            linked = None if int(one["id"][1:]) % 3 else {"id": "t", "type": "voice_in_trunks"}
            one["relationships"] = {"voice_in_trunk": {"data": linked}}
        return found

    server.answer(answer)
    assert live("dids list --filter voice_in_trunk=none -n 20 -o ids").lines[-1] == "d29"
    assert list(map(page_of, server.seen)) == [1, 2, 3]


def test_rows_are_written_before_a_later_page_fails(server, live):
    server.answer(lambda seen: problem(500, "oops") if page_of(seen) == 4 else paged(100)(seen))
    for output in ("ids", "jsonl", "csv --no-header"):
        result = live(f"dids list -o {output} --retries 0", code=7)
        assert len(result.lines) == 3 * SIZE
    assert live("dids list -o json --retries 0", code=7).out == ""


def test_first_rows_are_there_while_other_pages_are_awaited(server):
    release = threading.Event()

    def answer(seen):
        if page_of(seen) > 1:
            assert release.wait(PATIENCE)
        return paged(30)(seen)

    server.answer(answer)
    with start("dids list -o ids") as process:
        assert [process.stdout.readline().strip() for _ in range(SIZE)] == names(1, SIZE)
        assert not release.is_set()
        release.set()
        assert process.stdout.read().split() == names(11, 30)


def test_one_page_is_asked_for_again_where_it_alone_fails(server, live):
    tries = []

    def answer(seen):
        if page_of(seen) == 5:
            tries.append(seen)
            return [problem(503, "busy"), "drop", paged(90)(seen)][len(tries) - 1]
        return paged(90)(seen)

    server.answer(answer)
    assert live("dids list -o ids").lines == names(1, 90)
    assert len(server.seen) == 9 + 2


def test_pages_keep_to_the_rate(server, tmp_path):
    times = []

    def answer(seen):
        times.append(time.monotonic())
        return paged(80)(seen)

    server.answer(answer)
    config = tmp_path / "config.toml"
    config.write_text(f'[profiles.paced]\nbase_url = "{server.url}"\nrequests_per_second = 20\n')
    config.chmod(0o600)
    code, out, err = run_process("--profile paced dids list -o ids", env={"DIDWW_CONFIG": str(config)})
    assert (code, out.split()) == (0, names(1, 80)), err
    assert times[-1] - times[0] >= 7 / 20 - 0.03


class Changing:
    """An account of 50 DIDs in which something is done between page and page: after the second page of a reading."""

    def __init__(self, change, times):
        self.dids = numbered(1, 50)
        self.change = change
        self.times = times
        self.two_read = threading.Event()
        self.lock = threading.Lock()

    def __call__(self, seen):
        number = page_of(seen)
        if number == 1:
            self.two_read.clear()
        elif number > 2:
            self.two_read.wait(PATIENCE)
        with self.lock:
            found = self.dids[(number - 1) * SIZE : number * SIZE]
            answer = document(found, meta={"total_records": len(self.dids)})
            if number == 2 and self.times:
                self.times -= 1
                self.change(self.dids)
        if number == 2:
            self.two_read.set()
        return answer


def test_what_slid_over_a_border_while_others_were_deleted_is_read_too(server, live):
    server.answer(Changing(lambda dids: dids.pop(0), 1))
    result = live("dids list -o ids -v")
    assert result.lines == [*names(1, 20), *names(22, 50), "d21"]
    assert "changed while they were read" in result.err
    whole = live("dids list -o jsonapi").json
    assert [one["id"] for one in whole["data"]] == names(2, 50)


def test_a_list_that_shrinks_at_each_reading_is_no_whole_one(server, live):
    server.answer(Changing(lambda dids: dids.pop(0), 9))
    result = live("dids list -o json", code=7)
    assert result.out == ""
    assert "may not be whole" in result.error["message"]
    assert sum(page_of(seen) == 1 for seen in server.seen) == 3


def test_what_was_put_before_the_reader_is_read_too(server, live):
    server.answer(Changing(lambda dids: dids.insert(0, {"id": "new", "type": "dids"}), 1))
    assert live("dids list -o ids").lines == [*names(1, 50), "new"]


def test_what_is_put_at_the_end_needs_no_second_reading(server, live):
    server.answer(Changing(lambda dids: dids.extend(numbered(51, 65)), 1))
    assert live("dids list -o ids").lines == names(1, 65)
    assert sum(page_of(seen) == 1 for seen in server.seen) == 1


def test_raw_pages_are_read_again_too(server, live):
    server.answer(Changing(lambda dids: dids.pop(0), 1))
    whole = live("api GET /dids --paginate").json
    assert [one["id"] for one in whole["data"]] == [*names(1, 20), *names(22, 50), "d21"]


def test_a_broken_page_among_those_ahead_is_asked_for_again(server, live):
    broken = [(200, b'{"data": [', {}), (200, {"data": [{"type": "dids"}]}, {}), (200, b"\xff", {})]
    server.answer(lambda seen: broken.pop() if page_of(seen) == 5 and broken else paged(90)(seen))
    assert live("dids list -o ids").lines == names(1, 90)
    assert len(server.seen) == 9 + 3


def test_a_page_ahead_that_stays_broken_fails_the_list(server, live):
    server.answer(lambda seen: (200, b"<html>", {}) if page_of(seen) == 3 else paged(90)(seen))
    result = live("dids list -o jsonl --retries 1", code=7)
    assert len(result.lines) == 2 * SIZE
    assert "answer is broken" in result.err


def test_marks_are_a_set():
    marks, known = Marks(), set()
    for number in [0, 2**64 - 1, *(hash(str(at)) for at in (*range(5000), *range(4000, 6000)))]:
        assert marks.add(number) == (number % 2**64 not in known)
        known.add(number % 2**64)
        assert number in marks
    assert len(marks) == len(known) == 6002
    assert 1 not in marks


def test_many_references_are_looked_up_together(server, live):
    """450 names take five requests; none of them is answered before all are there."""
    together = threading.Barrier(5)

    def answer(seen):
        if "filter[number]" not in seen.query:
            return document({"id": seen.path.rpartition("/")[2], "type": "dids"})
        asked = seen.query["filter[number]"].split(",")
        together.wait(PATIENCE)
        return document([{"id": f"i{one}", "type": "dids", "attributes": {"number": one}} for one in asked])

    server.answer(answer)
    numbers = [f"1202555{at:04}" for at in range(450)]
    assert live(f"dids get {' '.join(numbers)} -o ids").lines == [f"i{number}" for number in numbers]


def test_a_long_array_waits_on_the_disk_until_it_is_whole(server, live):
    """Six million characters, half of them beyond ASCII."""

    def answer(seen):
        status, body, headers = paged(60)(seen)
        for one in body["data"]:
            one["attributes"]["description"] = "aé\u202e\n" * 25_000
        return status, body, headers

    server.answer(answer)
    result = live("dids list -o json")
    assert result.out == to_json(result.json, indent=2) + "\n"
    assert [one["id"] for one in result.json] == names(1, 60)
    assert {one["description"] for one in result.json} == {"aé\u202e\n" * 25_000}
    server.answers[:] = [lambda seen: problem(500, "oops") if page_of(seen) == 6 else answer(seen)]
    assert live("dids list -o json --retries 0", code=7).out == ""
