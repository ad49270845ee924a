"""``exports create``: what is sent, and what is wrong before anything is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.commands.exports.answers import created, left_in, month


def sent(server):
    return [seen.json["data"]["attributes"] for seen in server.seen if seen.method == "POST"]


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
