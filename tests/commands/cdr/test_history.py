"""``history summary``: the entries of a list, counted."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conftest import document, problem
from tests.spoken import SPOKEN


@pytest.mark.parametrize("version", SPOKEN)
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("action", lambda entry: entry["action"]),
        ("method", lambda entry: entry["method"]),
        ("did", lambda entry: entry["did_number"]),
        ("month", lambda entry: entry["created_at"][:7]),
        ("day", lambda entry: entry["created_at"][:10]),
        ("hour", lambda entry: entry["created_at"][11:13] + ":00"),
    ],
)
def test_it_counts_what_the_list_holds(didww, key, value):
    entries = didww("history list -o json").json
    found = didww(f"history summary --by {key} -o json").json
    assert {one[key]: one["entries"] for one in found} == Counter(map(value, entries))
    assert didww("history summary -o tsv").out == f"{len(entries)}\n"


def entry(at, action="assigned", number="442079460000"):
    return {
        "id": f"{action}-{at}",
        "type": "did_history",
        "attributes": {"did_number": number, "action": action, "method": "api3", "created_at": at},
    }


def test_days_are_utc_and_the_end_does_not_count(server, live):
    at = [
        "2026-11-01T23:30:00-05:00",
        "2026-11-02T09:00:00.000Z",
        "2026-11-02T23:59:59.999Z",
        "2026-11-03T00:00:00.000Z",
    ]
    server.answer(document([entry(one) for one in at], meta={"total_records": 4}))
    result = live("history summary --from 2026-11-01 --to 2026-11-03 --by day -o csv")
    assert result.lines == ["day,entries", "2026-11-02,3"]
    query = server.seen[-1].query
    assert query["filter[created_at_gteq]"] == "2026-11-01T00:00:00Z"
    assert query["filter[created_at_lteq]"] == "2026-11-03T00:00:00Z"
    assert query["fields[did_history]"] == "created_at"


def test_what_is_not_told_is_a_group_of_its_own(server, live):
    server.answer(document([entry(None, number=None), entry("soon"), entry("2026-11-02T09:00:00Z")]))
    found = live("history summary --by day,did -o json").json
    assert [(one["day"], one["did"], one["entries"]) for one in found] == [
        ("", "", 1),
        ("", "442079460000", 1),
        ("2026-11-02", "442079460000", 1),
    ]
    assert live("history summary --by did").lines[2].split()[:2] == ["-", "1"]


def test_a_list_that_breaks_off_is_no_summary(server, live):
    full = [entry(f"2026-11-02T09:{at // 60:02}:{at % 60:02}Z", f"a{at}") for at in range(1000)]
    server.answer(document(full, meta={"total_records": 2000}), problem(500, "oops"))
    assert live("history summary --by action", code=7).out == ""


def test_wrong_words_send_nothing(server, live):
    assert "Did you mean action?" in live("history summary --by actoin", code=2).err
    assert (
        "--filter created_at_gteq is what --from is"
        in live("history summary --from 7d -f created_at_gteq=2026-11-01", code=2).err
    )
    assert "The period is empty" in live("history summary --from 1d --to 2d", code=2).err
    assert server.seen == []


def test_none_is_told(didww):
    result = didww("history summary --by action --from now -o json")
    assert (result.json, result.err) == ([], "No history entries match.\n")
    assert didww("history summary -f action=restored -o json --query '[0].entries'").out == "1\n"
