"""``exports create``: an export whose answer was lost, or which is there already, is not made again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.commands.exports.answers import CREATE, LAST_MONTH, Exports, created, month
from tests.conftest import document, problem

LOST = ["drop", problem(500, "oops"), (201, b"", {}), (201, {"data": {"type": "exports"}}, {}), (201, b"<html>", {})]


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
