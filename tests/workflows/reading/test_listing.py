"""Reading a list of a made-up type: pages, bounds, what is selected, what is sorted here."""

from __future__ import annotations

import pytest

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.paths import column
from didww_cli.errors import Refused
from didww_cli.jsonapi.client import ListQuery
from didww_cli.workflows.reading.listing import Listing, Reader, sort_records, with_columns, with_links
from didww_cli.workflows.reading.selecting import Linked
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.request import Request
from tests.made_up.conftest import PAGERS


@pytest.fixture
def pagers(client):
    """Seven of them; three beep in a country."""
    country = next(client.list(BY_TYPE["countries"]))["id"]
    for at in range(7):
        data = {"type": "toy_pagers", "attributes": {"name": f"P{at}", "volume": at % 3}}
        if at % 3 == 0:
            data["relationships"] = {"country": {"data": {"type": "countries", "id": country}}}
        Door(client).send(Request("POST", "/toy_pagers", {"data": data}))


def read(client, sent=({},), *, keep=False, conditions=(), **query):
    reader = Reader(client, PAGERS, Listing(ListQuery(**query), conditions, (), False), list(sent), keep=keep)
    return [one["name"] for one in reader.records()], reader


def test_all_of_it_page_by_page(client, pagers):
    names, reader = read(client, page_size=2, sort=("name",))
    assert names == [f"P{at}" for at in range(7)]
    assert reader.bounded_notice() == ""


def test_a_bound_says_what_is_left_out(client, pagers):
    names, reader = read(client, limit=3, sort=("name",))
    assert (names, reader.bounded_notice()) == (["P0", "P1", "P2"], "3 of 7")


def test_several_requests_make_one_list(client, pagers):
    names, reader = read(client, [{"name": ("P5",)}, {"name": ("P1", "P3")}], sort=("-name",))
    assert names == ["P5", "P3", "P1"]
    names, reader = read(client, [{"name": ("P5",)}, {"name": ("P1",)}], limit=1)
    assert (names, reader.bounded_notice()) == (["P5"], "1; there may be more")
    with pytest.raises(Refused, match="no common pages"):
        read(client, [{}, {}], page=1)


def test_what_is_selected_is_counted_and_kept(client, pagers):
    names, reader = read(client, conditions=[Linked("country", True)], sort=("name",), limit=2, keep=True)
    assert names == ["P0", "P3"]
    assert reader.bounded_notice() == "2; there may be more"
    assert [len(one["data"]) for one in reader.documents] == [2]
    assert read(client, conditions=[Linked("country", False)])[1].shown == 4


def test_columns_need_includes_and_fieldsets():
    columns = [column(PAGERS, "name"), column(PAGERS, "country.iso")]
    chosen = with_columns(ListQuery(include=("country",)), columns, chosen=True)
    assert (chosen.include, dict(chosen.fields)) == (
        ("country",),
        {"toy_pagers": ("name", "country"), "countries": ("iso",)},
    )
    assert with_columns(ListQuery(), columns, chosen=False).fields == {}


def test_links_are_asked_for_with_the_least_that_names_them():
    query = with_links(ListQuery(), PAGERS, [], ())
    assert (query.include, query.fields) == (("country",), {"countries": ("name",)})
    shown = with_links(ListQuery(), PAGERS, [column(PAGERS, "country.iso")], ())
    assert shown.fields == {"countries": ("name", "iso")}
    assert with_links(ListQuery(include=("country",)), PAGERS, [], ("country",)).fields == {}


def test_records_without_a_value_come_last_either_way():
    found = [{"a": 2}, {"a": None}, {"a": 1}, {}]
    assert sort_records(found, ["a"]) == [{"a": 1}, {"a": 2}, {"a": None}, {}]
    assert sort_records(found, ["-a"]) == [{"a": 2}, {"a": 1}, {"a": None}, {}]
