"""Items and references of orders: what is the same order, and what is none."""

from __future__ import annotations

import pytest

from didww_cli.errors import UsageError
from didww_cli.workflows.orders.items import all_items, same_items, text_item
from didww_cli.workflows.orders.ordering import check_reference, new_reference, placed_before


def test_items_from_every_way_of_saying_them():
    typed = all_items({"capacity-pool": "Standard", "qty": "5"}, ["did-group=Acapulco,qty=2"], [], None)
    assert [one.type for one in typed] == ["capacity_order_items", "did_order_items"]
    assert text_item("did-group=Acapulco,qty=2").wanted["qty"] == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("qty", "KEY=VALUE"),
        ("qty=0,did-group=A", "qty"),
        ("colour=red", "colour"),
        ("did-group=A,sku=B,capacity-pool=C", ""),
    ],
)
def test_items_that_cannot_be(text, says):
    with pytest.raises(UsageError) as error:
        text_item(text)
    assert says in f"{error.value.message} {error.value.hint}"


def test_references_are_new_each_time_and_can_be_looked_up():
    names = {new_reference() for _ in range(200)}
    assert len(names) == 200
    for name in names:
        check_reference(name)
    for wrong in ("a,b", " a", ""):
        with pytest.raises(UsageError):
            check_reference(wrong)


def test_an_order_is_found_by_its_reference(client):
    assert placed_before(client, "order-first")["data"]["attributes"]["external_reference_id"] == "order-first"
    assert placed_before(client, "never-placed") is None


def test_the_same_items_in_another_order():
    wanted = all_items({}, ["did-group=A,qty=2", "capacity-pool=B,qty=1"], [], None)
    placed = [{"type": one.type, "attributes": {"qty": one.wanted["qty"]}} for one in reversed(wanted)]
    assert same_items(placed, wanted)
    assert not same_items(placed[:1], wanted)
    assert not same_items([{**placed[0], "attributes": {"qty": 9}}, placed[1]], wanted)
    assert same_items([placed[0], {**placed[0], "attributes": {"qty": 0}}, placed[1]], wanted)
    assert all(same_items([{**placed[0], "attributes": odd}], wanted) for odd in ({"qty": "many"}, {"qty": None}))
    assert same_items(None, wanted)
