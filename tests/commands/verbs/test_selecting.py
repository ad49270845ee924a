"""Filters that the API does not have: none and any, parts of names; and names that nothing bears."""

from __future__ import annotations

import pytest

from tests.conftest import document
from tests.spoken import in_each_version

pytest_generate_tests = in_each_version


def numbers(result):
    return [one["number"] for one in result.json]


@pytest.mark.parametrize("link", ["voice_in_trunk", "voice_in_trunk_group", "emergency_calling_service", "order"])
def test_none_and_any_part_the_list(didww, link):
    every = didww(f"dids list -o json --include {link}").json
    having = [one["number"] for one in every if one[link]]
    some, none = (didww(f"dids list -f {link}={word} -o json") for word in ("any", "none"))
    assert numbers(some) == having
    assert numbers(none) == [one["number"] for one in every if not one[link]]
    assert f"The API has no filter for {link}=none: the list is read and selected here." in none.err


def test_none_of_many(didww):
    assert didww("trunks groups list -f voice_in_trunks=none -o json").json == []
    didww("trunks groups create --name Empty")
    assert [one["name"] for one in didww("trunks groups list -f voice_in_trunks=none -o json").json] == ["Empty"]


def test_a_bound_counts_what_fits(didww):
    none = numbers(didww("dids list -f voice_in_trunk=none -o json"))
    some = didww("dids list -f voice_in_trunk=none -n 3 -o json")
    assert numbers(some) == none[:3]
    assert "3; there may be more" in some.err
    assert len(didww("dids list -f voice_in_trunk=none -n 3 -o jsonapi").json["data"]) == 3
    assert len(didww("dids list -f voice_in_trunk=none -n 3 -o csv -c description").lines) == 4


def test_they_choose_what_is_changed(didww):
    none = numbers(didww("dids list -f voice_in_trunk=none -f voice_in_trunk_group=none -o json"))
    line = "dids update -f voice_in_trunk=none -f voice_in_trunk_group=none --voice-in-trunk Headquarters"
    assert [one["number"] for one in didww(f"{line} --yes -o json").json] == none
    assert didww(line.replace("update", "list").partition(" --voice")[0] + " -o json").json == []


@pytest.mark.parametrize("pattern", ["*0101", "*5550101", "+52 744 555*", "*744*01", "*"])
def test_parts_of_a_number(didww, pattern):
    found = numbers(didww(f"dids list -f 'number={pattern}' -o json"))
    begin, *middle, end = pattern.replace(" ", "").replace("+", "").split("*")
    expected = [
        one["number"]
        for one in didww("dids list -o json").json
        if one["number"].startswith(begin) and one["number"].endswith(end) and all(m in one["number"] for m in middle)
    ]
    assert found == expected
    assert found


def test_a_filter_for_parts_is_asked_first_where_there_is_one(server, live):
    names = ["West office", "Office", "office east"]
    trunks = [{"id": name, "type": "voice_out_trunks", "attributes": {"name": name}} for name in names]
    server.answer(document(trunks))
    assert live("trunks out list -f name=*office -o ids").lines == ["West office", "Office"]
    assert server.seen[0].query["filter[name_contains]"] == "office"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "dids list -f voice_in_trunk=Headquaters",
            "There is no inbound trunk 'Headquaters'. Did you mean Headquarters?",
        ),
        ("dids list -f voice_in_trunk.name=Headquaters", "inbound trunk 'Headquaters'. Did you mean Headquarters?"),
        ("dids list -f country=Grmany", "There is no country 'Grmany'. Did you mean Germany"),
        ("trunks in list -f name=Headquaters", "inbound trunk 'Headquaters'. Did you mean Headquarters?"),
        ("trunks list -f name=Nothing", "No trunks match."),
    ],
)
def test_a_name_that_nothing_bears(didww, line, told):
    done = didww(f"{line} -o json")
    assert done.json == []
    assert told in done.err
    assert "match." in done.err
    assert didww(line).out == ""
    assert didww(f"{line} -o markdown").out == ""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("-f voice_in_trunk=none,Headquarters", "none and any stand alone"),
        ("-f voice_in_trunk=none --page 2", "there are no pages"),
        ("-f number=*1 --page-size 5", "there are no pages"),
    ],
)
def test_what_does_not_go_together(server, live, given, told):
    assert told in live(f"dids list {given}", code=2).err
    assert server.seen == []


def test_a_server_that_leaves_the_link_out_is_not_believed_to_have_none(server, live):
    server.answer(document([{"id": "d1", "type": "dids", "attributes": {"number": "1"}}]))
    assert "did not say" in live("dids list -f voice_in_trunk=none -o json", code=7).err
