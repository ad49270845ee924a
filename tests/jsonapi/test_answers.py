"""An answer that is not what was asked for is a failure: never a shorter list, never "not found", never "done"."""

from __future__ import annotations

import json

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.jsonapi.client import MOST_AHEAD
from tests.conftest import document, problem

GOOD = {"id": "d1", "type": "dids", "attributes": {"number": "12025550100"}}
NO_LISTS = {
    "no data": {"meta": {}},
    "null": {"data": None},
    "a text": {"data": "x"},
    "an object": {"data": GOOD},
    "no id": {"data": [GOOD, {"type": "dids"}]},
    "no type": {"data": [{"id": "d1"}]},
    "an empty id": {"data": [{"id": "", "type": "dids"}]},
    "a text among them": {"data": [GOOD, "x"]},
    "null among them": {"data": [None]},
    "errors": {"errors": [{"title": "oops"}]},
    "errors beside data": {"data": [], "errors": [{"title": "oops"}]},
    "an array": [GOOD],
    "a number": 5,
}
NOT_ONE = {**{name: value for name, value in NO_LISTS.items() if name != "an object"}, "a list": {"data": [GOOD]}}
NOT_ONE |= {"without id": {"data": {"type": "dids"}}, "without type": {"data": {"id": "d1"}}}
BROKEN = {
    "empty": b"",
    "NaN": b'{"data": [{"id": "d1", "type": "dids", "attributes": {"x": NaN}}]}',
    "Infinity": b'{"data": {"id": "d1", "type": "dids", "attributes": {"x": -Infinity}}}',
    "1e999": b'{"data": {"id": "d1", "type": "dids", "attributes": {"x": 1e999}}}',
    "5,000 digits": b'{"data": {"id": "d1", "type": "dids", "attributes": {"x": ' + b"9" * 5000 + b"}}}",
    "nested": b'{"data": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    "half": b'{"data": [',
    "no UTF-8": b'{"data": [], "meta": "\xff"}',
}
READS = [
    "dids list -o json",
    "dids list -o jsonl",
    "dids list -o csv",
    "dids list",
    "trunks list -o ids",
    "dids get +12025550100",
]


@pytest.mark.parametrize("body", NO_LISTS.values(), ids=NO_LISTS)
def test_a_list_that_is_none_fails(server, live, body):
    server.answer((200, body, {}))
    for line in READS:
        del server.seen[:]
        result = live(f"{line} --retries 1", code=7)
        assert len(server.seen) == 2
        assert "answer is broken" in result.err
        assert "12025550100" not in result.out


@pytest.mark.parametrize("body", NOT_ONE.values(), ids=NOT_ONE)
def test_a_single_resource_that_is_none_fails(server, live, body):
    server.answer((200, body, {}))
    for line in ("dids get id:d1 -o json", "balance -o json", "orders get id:o1"):
        del server.seen[:]
        assert live(f"{line} --retries 1", code=7).out == ""
        assert len(server.seen) == 2


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_what_is_no_json_is_a_broken_answer(server, live, body):
    server.answer((200, body, {}))
    for line in ("dids list -o json", "dids get id:d1 -o json", "api GET /dids --paginate", "balance"):
        assert live(f"{line} --retries 0", code=7).out == ""
    live("dids update id:d1 --description x --retries 0", code=7)
    live("api PATCH /dids/d1 -F a=1 --retries 0", code=8)


def test_a_list_after_a_broken_answer_is_whole(server, live):
    server.answer((200, {"data": None}, {}), (200, {"data": [GOOD, {}]}, {}), document([GOOD]))
    assert live("dids list -o ids").lines == ["d1"]


WRITTEN = {
    "empty 200": (200, b"", {}),
    "empty 201": (201, b"", {}),
    **{name: (201, body, {}) for name, body in NOT_ONE.items()},
}
TRUNK = {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": "A"}}
WRITES = [
    "trunks in create --name A --sip-host sip.example.com",
    "trunks in update id:t1 --description x",
    "reservations create --available-did id:a1",
    "orders update id:o1 --external-reference-id x",
    "identities create --identity-type personal --first-name A --last-name B --phone-number 1 --country id:c1",
]


@pytest.mark.parametrize("answer", WRITTEN.values(), ids=WRITTEN)
def test_a_write_whose_answer_does_not_show_it_is_unknown(server, live, answer):
    def respond(seen):
        return answer if seen.method != "GET" else document({"id": "t1", "type": "things", "attributes": {}})

    server.answer(respond)
    for line in WRITES:
        del server.seen[:]
        result = live(f"{line} -o json --retries 2", code=8)
        assert [seen.method for seen in server.seen if seen.method != "GET"] in (["POST"], ["PATCH"])
        assert result.out == ""


@pytest.mark.parametrize("answer", [(200, b"", {}), (200, b"<html>", {}), (200, {"errors": [{"title": "x"}]}, {})])
def test_a_deletion_that_is_not_shown_is_unknown(server, live, answer):
    server.answer(lambda seen: answer if seen.method == "DELETE" else document(TRUNK))
    live("trunks in delete id:t1 --yes", code=8)


@pytest.mark.parametrize("answer", [(204, b"", {}), (200, {"meta": {}}, {}), (200, {"data": TRUNK}, {})])
def test_a_deletion_that_the_server_tells_of_is_done(server, live, answer):
    server.answer(lambda seen: answer if seen.method == "DELETE" else document(TRUNK))
    live("trunks in delete id:t1 --yes")


def test_what_every_write_of_the_api_is_answered_with_is_taken(server, live):
    """201 and 200 with a resource, 204 without."""
    for resource in RESOURCES:
        one = {"data": {"id": "x", "type": resource.type}}
        if "update" in resource.operations:
            server.answers[:] = [(200, one, {})]
            assert live(f"api PATCH {resource.path}/x -F a=1").json == one
        if "create" in resource.operations:
            server.answers[:] = [(201, one, {})]
            assert live(f"api POST {resource.path} -F a=1").json == one
        if "delete" in resource.operations:
            server.answers[:] = [(204, b"", {})]
            assert live(f"api DELETE {resource.path}/x").out == ""


def test_404_is_still_not_found(server, live):
    server.answer(problem(404, "Not found"))
    live("dids get id:d1", code=4)


def rows(first, last):
    return [{"id": f"d{at}", "type": "dids", "attributes": {"number": str(at)}} for at in range(first, last + 1)]


def paged(*pages, total=None, **more):
    meta = {"total_records": total} if total is not None else {}
    return lambda seen: document(pages[(int(seen.query.get("page[number]", 1)) - 1) % len(pages)], meta=meta, **more)


@pytest.mark.parametrize("total", [10**9, None])
def test_pages_that_go_round_are_a_broken_list(server, live, total):
    more = {} if total else {"links": {"next": "http://x/?page[number]=2"}}
    server.answer(paged(rows(1, 10), rows(11, 20), rows(21, 30), total=total, **more))
    for line in ("dids list -o json", "api GET /dids --paginate"):
        del server.seen[:]
        result = live(line, code=7)
        assert result.out == ""
        assert "does not end" in result.err
        assert len(server.seen) <= 4 + MOST_AHEAD


def test_a_page_of_old_records_in_another_order_brings_nothing_new(server, live):
    server.answer(paged(rows(1, 10), rows(11, 20), rows(6, 15), total=10**9))
    assert "does not end" in live("dids list -o ids", code=7).err
    assert len(server.seen) <= 3 + MOST_AHEAD


def test_a_record_that_moved_to_the_next_page_comes_once(server, live):
    server.answer(paged(rows(1, 10), rows(10, 19), total=19))
    assert live("dids list -o ids").lines == [f"d{at}" for at in range(1, 20)]
    assert len(live("dids list -o jsonapi").json["data"]) == 19


def test_a_gap_that_a_record_twice_would_hide_is_told(server, live):
    server.answer(paged(rows(1, 10), rows(10, 19), [], total=20))
    assert "counts 20 dids and sent 19" in live("dids list -o ids", code=7).err


def test_a_server_that_counts_fewer_than_it_sends_is_believed(server, live):
    server.answer(paged(rows(1, 3), total=2))
    assert live("dids list -o ids").lines == ["d1", "d2", "d3"]


def test_a_full_page_with_one_record_twice_is_not_the_last(server, live):
    server.answer(
        lambda seen: document(
            {"1": rows(1, 1000), "2": rows(1000, 1999), "3": rows(2000, 2001)}[seen.query.get("page[number]", "1")]
        )
    )
    assert len(live("dids list -o ids").lines) == 2001


def test_errors_of_the_server_are_still_read_where_they_are_large(server, live):
    server.answer((422, json.dumps({"errors": [{"title": "x", "detail": "y" * 100_000}]}).encode(), {}))
    assert "yyy" in live("api PATCH /dids/x -F a=1", code=5).err
