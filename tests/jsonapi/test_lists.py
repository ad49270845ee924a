"""Lists are whole or they fail: paging against a real server."""

from __future__ import annotations

import pytest

from tests.conftest import document, problem


def numbered(first, last):
    return [{"id": f"d{at}", "type": "dids", "attributes": {"number": str(at)}} for at in range(first, last + 1)]


def paged(total, largest=1000):
    """A server of ``total`` DIDs that refuses pages above ``largest``."""

    def answer(seen):
        size = int(seen.query.get("page[size]", 50))
        if size > largest:
            return problem(
                400, "Invalid page value", f"{size} is not a valid value for size page parameter.", code="118"
            )
        number = int(seen.query.get("page[number]", 1))
        first = (number - 1) * size + 1
        return document(numbered(first, min(total, first + size - 1)), meta={"total_records": total})

    return answer


def test_all_pages_are_fetched(server, live):
    server.answer(paged(2345))
    assert len(live("dids list -o json").json) == 2345
    assert [seen.query.get("page[size]") for seen in server.seen] == ["1000"] * 3


def test_smaller_pages_where_the_server_refuses_large_ones(server, live):
    server.answer(paged(250, largest=100))
    assert live("dids list -o ids").lines == [f"d{at}" for at in range(1, 251)]
    assert [seen.query["page[size]"] for seen in server.seen] == ["1000", "100", "100", "100"]


@pytest.mark.parametrize(
    ("error", "asked"),
    [
        ({"code": "400"}, ["1000", "100", None]),
        ({"code": "105", "source": {"parameter": "page[size]"}}, ["1000", "100", None]),
        ({"code": "102"}, ["1000"]),
        ({"code": "400", "source": {"parameter": "filter[number]"}}, ["1000"]),
    ],
)
def test_a_refusal_of_something_else_is_not_taken_for_one_of_pages(server, live, error, asked):
    server.answer(
        (400, {"errors": [{"title": "page and size", "detail": "of the page", "status": "400", **error}]}, {})
    )
    live("dids list", code=5)
    assert [seen.query.get("page[size]") for seen in server.seen] == asked


@pytest.mark.parametrize("limit", [1, 50, 999, 1000, 1001])
def test_a_limit_bounds_the_list_and_says_what_is_left_out(server, live, limit):
    server.answer(paged(1234))
    result = live(f"dids list -n {limit} -o ids")
    assert len(result.lines) == limit
    assert f"{limit:,} of 1,234" in result.err


def test_a_limit_above_the_total_says_nothing(server, live):
    server.answer(paged(5))
    assert live("dids list -n 9 -o ids").err == ""


def test_one_page(server, live):
    server.answer(paged(35))
    result = live("dids list --page 2 --page-size 10 -o ids")
    assert result.lines == [f"d{at}" for at in range(11, 21)]
    assert "10 of 35" in result.err
    assert len(server.seen) == 1


def test_a_list_that_is_shorter_than_the_server_counts_fails(server, live):
    server.answer(document(numbered(1, 3), meta={"total_records": 5}), document([], meta={"total_records": 5}))
    result = live("dids list -o json", code=7)
    assert result.out == ""
    assert "counts 5 dids and sent 3" in result.error["message"]


def test_a_page_that_fails_after_its_retries_fails_the_list(server, live):
    def answer(seen):
        return paged(1500)(seen) if "page[number]" not in seen.query else problem(500, "oops")

    server.answer(answer)
    result = live("dids list -o json", code=7)
    assert result.out == ""


def test_a_server_that_ignores_page_numbers_is_found_out(server, live):
    server.answer(document(numbered(1, 50), meta={"total_records": 100}))
    assert "same page" in live("dids list -o ids", code=7).err


def test_without_a_count_links_tell_the_end(server, live):
    server.answer(
        document(numbered(1, 2), links={"next": "http://x/v3/dids?page[number]=2"}),
        document(numbered(3, 3), links={"first": "http://x/v3/dids"}),
    )
    assert live("dids list -o ids").lines == ["d1", "d2", "d3"]


def test_without_count_and_links_a_short_page_is_the_last(server, live):
    server.answer(document(numbered(1, 7)))
    assert len(live("dids list -o ids").lines) == 7


def test_jsonapi_joins_the_pages_into_one_document(server, live):
    group = {"id": "g", "type": "did_groups", "attributes": {}}
    server.answer(
        document(numbered(1, 1000), meta={"total_records": 1001}, included=[group], links={"next": "x"}),
        document(numbered(1001, 1001), meta={"total_records": 1001}, included=[group]),
    )
    whole = live("dids list -o jsonapi").json
    assert len(whole["data"]) == 1001
    assert whole["included"] == [group]
    assert whole["meta"] == {"total_records": 1001}
    assert "links" not in whole


def test_no_page_parameters_where_the_api_has_no_pages(server, live):
    server.answer(document([{"id": "p", "type": "pops", "attributes": {"name": "Frankfurt"}}]))
    live("pops list -o ids")
    assert server.seen[0].query == {}
    live("pops list --page 2", code=2)
    assert len(server.seen) == 1


def test_lines_come_while_pages_arrive(server, live):
    def answer(seen):
        return paged(2000)(seen) if "page[number]" not in seen.query else problem(500, "oops")

    server.answer(answer)
    result = live("dids list -o jsonl", code=7)
    assert len(result.lines) == 1000
    assert result.error["kind"] == "network"


@pytest.mark.parametrize("line", ["-n 0", "-n -1", "--page 0", "--page-size 1001", "--page-size 0"])
def test_senseless_bounds_are_refused(server, live, line):
    live(f"dids list {line}", code=2)
    assert server.seen == []
