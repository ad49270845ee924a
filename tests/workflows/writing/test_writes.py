"""Requests of a made-up type: what is created, and of an update what differs and no more."""

from __future__ import annotations

import pytest

from didww_cli.catalog.kinds import NETWORK, STRINGS
from didww_cli.catalog.members import Attribute
from didww_cli.errors import NotFound, UsageError
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.entries import Entries, same_value
from didww_cli.workflows.writing.writes import creation, deletion, names_of_links, update_of
from tests.made_up.conftest import PAGERS

LATVIA = {"type": "countries", "id": "c1"}
ADDRESSES = Attribute("addresses", STRINGS, form=NETWORK)


def document(country=None, **attributes):
    data = {"type": "toy_pagers", "id": "p1", "attributes": {"name": "A", "volume": 3, **attributes}}
    data["relationships"] = {"country": {"data": country}}
    return {"data": data, "included": [{**LATVIA, "attributes": {"name": "Latvia"}}]}


def test_what_is_created(linker, client):
    from didww_cli.catalog import BY_TYPE

    country = next(one for one in client.list(BY_TYPE["countries"]) if one["iso"] == "US")
    request = creation(PAGERS, Draft({"name": "A"}, links={"country": Links(["US"])}), linker)
    assert (request.method, request.path) == ("POST", "/toy_pagers")
    assert request.body["data"]["relationships"] == {"country": {"data": {"type": "countries", "id": country["id"]}}}
    with pytest.raises(NotFound):
        creation(PAGERS, Draft({"name": "A"}, links={"country": Links(["Nowhere"])}), linker)


def test_only_what_differs_is_sent(linker):
    update = update_of(PAGERS, document(), Draft({"name": "A", "volume": 4}), linker)
    assert [(one.name, one.before, one.after) for one in update.changes] == [("volume", 3, 4)]
    assert update.request.body["data"] == {"type": "toy_pagers", "id": "p1", "attributes": {"volume": 4}}
    assert update_of(PAGERS, document(), Draft({"volume": 3}), linker).request is None


def test_links_change_by_name(linker):
    cleared = update_of(PAGERS, document(LATVIA), Draft(links={"country": Links([])}), linker)
    assert [(one.name, one.before, one.after) for one in cleared.changes] == [("country", "Latvia", None)]
    assert names_of_links(PAGERS, cleared) == {"c1": "Latvia"}
    same = update_of(PAGERS, document(LATVIA), Draft(links={"country": Links([{**LATVIA}])}), linker)
    assert same.request is None


def test_what_create_alone_sets_must_be_as_it_is(linker):
    assert update_of(PAGERS, document(words=["a"]), Draft(), linker, {"words": ["a"]}).request is None
    with pytest.raises(UsageError, match="words cannot be changed"):
        update_of(PAGERS, document(words=["a"]), Draft(), linker, {"words": ["b"]})


@pytest.mark.parametrize(
    ("add", "remove", "held", "expected", "missing"),
    [
        (["b"], [], ["a"], ["a", "b"], []),
        (["a"], [], ["a"], ["a"], []),
        ([], ["a"], ["a", "b"], ["b"], []),
        ([], ["c"], ["a"], ["a"], ["c"]),
        (["a"], [], None, ["a"], []),
        (["c"], ["a"], ["a", "b"], ["b", "c"], []),
    ],
)
def test_entries_of_lists(add, remove, held, expected, missing):
    entries = Entries(Attribute("words", STRINGS), add, remove)
    assert (entries.put_into(held), entries.missing(held)) == (expected, missing)
    assert entries.changes(held) is (expected != (held or []))


def test_an_address_is_its_own_network():
    entries = Entries(ADDRESSES, ["192.0.2.1", "192.0.2.9"], ["2001:db8::1"])
    assert entries.put_into(["192.0.2.1/32", "2001:db8::1/128"]) == ["192.0.2.1/32", "192.0.2.9"]
    assert same_value(ADDRESSES, ["192.0.2.1/32"], ["192.0.2.1"])
    assert not same_value(ADDRESSES, ["192.0.2.1/32"], ["192.0.2.2"])
    assert not same_value(Attribute("words", STRINGS), ["1/32"], ["1"])


def test_what_is_deleted_is_named_safely():
    assert deletion(PAGERS, {"id": "a/b"}).path == "/toy_pagers/a%2Fb"
