"""Orders from their creation to their end: waited for, repeated, canceled."""

from __future__ import annotations

import pytest

from tests.commands.orders.shop import BUY, Shop, free_number, total_balance
from tests.conftest import Result, document, problem


@pytest.mark.parametrize("output", ["json", "table", "ids", "csv", "jsonl", "jsonapi"])
def test_waiting_until_it_is_completed_lists_the_new_dids(didww, output):
    result = didww(f"orders create --did-group Chicago --qty 2 --external-reference-id po-1 --yes --wait -o {output}")
    order = didww("orders get po-1 -o json").json
    numbers = didww(f"dids list --filter order.id={order['id']} -o csv -c number").lines[1:]
    assert len(numbers) == 2
    assert order["status"] == "completed"
    for number in numbers:
        assert number in (result.out if output == "table" else result.err)
    if output == "json":
        assert result.json == order
    if output == "ids":
        assert result.lines == [order["id"]]
    if output == "jsonapi":
        assert result.json["data"]["attributes"]["status"] == "completed"


def test_a_repeated_command_orders_nothing_though_the_number_is_gone(didww):
    number = free_number(didww, "Washington")["number"]
    line = f"orders create --available-did {number} --external-reference-id po-1 --yes -o json"
    first = didww(f"{line} --wait").json
    before = total_balance(didww)
    again = didww(line)
    assert again.json["id"] == first["id"]
    assert "Nothing was sent" in again.err
    assert "other items" not in again.err
    assert didww("orders create --available-did 1 --external-reference-id po-1 -o json").json["id"] == first["id"]
    assert total_balance(didww) == before


def test_what_is_not_ordered_under_a_reference_of_other_items_is_no_success(didww):
    before = total_balance(didww)
    line = "orders create --capacity-pool Standard --qty 1 --external-reference-id order-first -o ids"
    result = didww(line, code=10)
    assert result.out == ""
    assert "Nothing was sent: order-first is there already, order ABK-100001" in result.err
    assert "What was asked for is not ordered" in result.err
    assert total_balance(didww) == before


def test_every_order_has_a_reference(didww):
    placed = didww("orders create --capacity-pool Standard --qty 1 --yes -o json")
    reference = placed.json["external_reference_id"]
    assert reference.startswith("didww-")
    assert reference in placed.err
    assert didww(f"orders get {reference} -o json").json == placed.json


def test_update_of_the_reference(didww):
    changed = didww("orders update ABK-100012 --external-reference-id po-9 -o json")
    assert changed.json["external_reference_id"] == "po-9"
    assert "order-back-order → po-9" in changed.err
    assert didww("orders get po-9 -o json").json["reference"] == "ABK-100012"


def test_cancel_asks_and_cancels(didww):
    asked = didww("orders cancel ABK-100012", code=9).err
    assert "Cancel order ABK-100012?" in asked
    assert "The DIDs in it go with it" in asked
    assert didww("orders get ABK-100012 -o json").json["status"] == "pending"
    assert didww("orders cancel ABK-100012 --dry-run -o json").json["method"] == "DELETE"
    result = didww("orders cancel ABK-100012 --yes")
    assert result.out == ""
    assert "Canceled order ABK-100012" in result.err
    assert didww("orders get ABK-100012 -o json").json["status"] == "canceled"
    didww("orders cancel ABK-100001 --yes", code=5)


def test_a_lost_answer_to_cancel_is_an_unknown_outcome(server, live):
    order = {"id": "o1", "type": "orders", "attributes": {"reference": "ABK-1", "status": "pending"}}
    server.answer(lambda seen: "drop" if seen.method == "DELETE" else document(order))
    assert "outcome is unknown" in live("orders cancel id:o1 --yes", code=8).err
    assert [seen.method for seen in server.seen].count("DELETE") == 1


# ---- waiting ----


def test_waiting_for_an_order_that_is_canceled_is_exit_10(server, live):
    server.answer(Shop(statuses=["pending", "canceled"]))
    result = live(f"{BUY} --wait", code=10)
    assert result.json["status"] == "canceled"
    assert "R-1 is canceled" in result.error["message"]


def test_waiting_ends_in_time_with_the_command_to_go_on(server, live):
    shop = Shop(statuses=["pending"] * 9)
    server.answer(shop)
    result = live(f"{BUY} --wait --wait-timeout 0 --external-reference-id po-1", code=11)
    assert result.json["status"] == "pending"
    command = result.error["hint"].removeprefix("Go on with: ")
    shop.statuses = ["completed"]
    assert live(command.removeprefix("didww ").replace("--wait-timeout 0.0", "")).json["status"] == "completed"
    assert shop.posts == 1


def test_a_failure_while_waiting_says_that_the_order_is_placed(server, live):
    shop = Shop()
    server.answer(lambda seen: problem(500, "Broken") if seen.path.startswith("/v3/orders/") else shop(seen))
    result: Result = live(f"{BUY} --wait", code=7)
    assert result.json["id"] == shop.orders[0]["id"]
    assert "R-1 is placed, but waiting for it failed" in result.error["message"]
    assert "--external-reference-id didww-" in result.error["hint"]
