"""Filters of a made-up type: what is typed becomes conditions without a request, then what is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from didww_cli.catalog.model import INTEGER, Filter, Relationship
from didww_cli.errors import UsageError
from didww_cli.workflows.reading.filters import LookedUp, Named, Sent, filter_keys, parse_filters, sent_filters
from didww_cli.workflows.reading.selecting import Linked, Matched, readable_by
from tests.made_up.conftest import PAGERS

WIDER = replace(
    PAGERS,
    filters=(*PAGERS.filters, Filter("name_contains"), Filter("volume", INTEGER)),
    relationships=(*PAGERS.relationships, Relationship("spare", ("toy_pagers",))),
    includes=("country", "spare"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["name=Anna"], [Sent("name", ("Anna",))]),
        (["name=Anna", "name=Bert, Carl"], [Sent("name", ("Anna", "Bert", "Carl"))]),
        (["colour=red"], [Sent("colour", ("red",))]),
        (["country=Latvia"], [LookedUp("country.id", "countries", Named(("Latvia",)))]),
        (["country.iso=lv"], [LookedUp("country.id", "countries", Sent("iso", ("LV",)))]),
        (["iso=lv"], [LookedUp("country.id", "countries", Sent("iso", ("LV",)))]),
        (["country=none"], [Linked("country", somewhere=False)]),
        (["country=any"], [Linked("country", somewhere=True)]),
        (["name=*nn*"], [Matched("name", ("*nn*",))]),
        (["volume=-3"], [Sent("volume", ("-3",))]),
    ],
)
def test_what_is_typed_becomes_conditions(typed, expected):
    assert parse_filters(WIDER, typed) == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("name", "is not KEY=VALUE"),
        ("=x", "is not KEY=VALUE"),
        ("nam=x", "Did you mean name?"),
        ("colour=green", "It is one of red, blue."),
        ("volume=loud", "volume is a whole number"),
        ("spare=x", "The API has no filter by spare."),
        ("country=none,x", "none and any stand alone"),
    ],
)
def test_what_it_does_not_know_is_told_before_anything_is_sent(typed, says):
    with pytest.raises(UsageError) as error:
        parse_filters(WIDER, [typed])
    assert says in f"{error.value.message} {error.value.hint}"


def test_keys_are_its_own_and_those_of_what_it_is_linked_to():
    keys = filter_keys(WIDER)
    assert {"name", "colour", "country.id", "country.iso", "country.name"} <= set(keys)
    assert not [key for key in keys if key.startswith("spare")]


def test_look_ups_are_done_and_conditions_on_one_key_meet(client):
    assert sent_filters(client, WIDER, parse_filters(WIDER, ["name=A,B"])) == [{"name": ("A", "B")}]
    twice = [*parse_filters(WIDER, ["name=A,B"]), *parse_filters(WIDER, ["name=B,C"])]
    assert sent_filters(client, WIDER, twice) == [{"name": ("B",)}]
    told = []
    assert sent_filters(client, WIDER, parse_filters(WIDER, ["country=Nowhere"]), told.append) == []
    assert told[0].startswith("There is no country 'Nowhere'.")


def test_more_than_one_url_holds_are_several_requests(client):
    values = tuple(str(at) for at in range(250))
    sent = sent_filters(client, WIDER, [Sent("name", values), Sent("colour", ("red",))])
    assert [len(one["name"]) for one in sent] == [100, 100, 50]
    assert {one["colour"] for one in sent} == {("red",)}


def test_a_filter_for_parts_is_sent_where_there_is_one(client):
    told = []
    assert sent_filters(client, WIDER, parse_filters(WIDER, ["name=*nna"]), told.append) == [
        {"name_contains": ("nna",)}
    ]
    assert told == []
    assert sent_filters(client, PAGERS, parse_filters(PAGERS, ["name=*nna"]), told.append) == [{}]
    assert told == ["The API has no filter for name=*nna: the list is read and selected here."]


def test_what_selectors_look_at_is_read():
    from didww_cli.jsonapi.client import ListQuery

    query = readable_by(
        ListQuery(fields={"toy_pagers": ("volume",)}), WIDER, [Linked("country", False), Matched("name", ("*",))]
    )
    assert query.include == ("country",)
    assert query.fields == {"toy_pagers": ("volume", "country", "name"), "countries": ("name",)}


@pytest.mark.parametrize(
    ("pattern", "value", "holds"),
    [
        ("*nna", "Anna", True),
        ("an*", "ANNA", True),
        ("*n*a", "Anna", True),
        ("a.na", "Anna", False),
        ("*", "", True),
        ("*", None, False),
        ("*n", "Anna", False),
    ],
)
def test_a_pattern(pattern, value, holds):
    assert Matched("name", (pattern,)).holds({"id": "1", "name": value}) is holds
