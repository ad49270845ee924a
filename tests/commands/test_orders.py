"""Ordering: items, prices, confirmation, waiting, and that no order is ever placed twice."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.conftest import Result, document, problem, run_line, running_server
from tests.terminal import in_terminal

ROOT = Path(__file__).parents[2]
POOL = "daae37a3-c4fc-40a7-b5e6-6ec9d08ed74d"
SKU = "634779eb-a341-5a51-86aa-e0bcb85d67fd"
HTML = (200, b"<html>gateway</html>", {"Content-Type": "text/html"})


# ---- what is ordered: on the emulated account ----


def items_of(didww, line: str) -> list[dict[str, Any]]:
    """The items of the request that a command line would send."""
    return didww(f"orders create --dry-run -o json {line}").json["body"]["data"]["attributes"]["items"]


def sku_of(didww, area: str, channels: int = 0) -> str:
    group = didww(f"did-groups get {area!r} --include stock_keeping_units -o json").json
    return next(s["id"] for s in group["stock_keeping_units"] if s["channels_included_count"] == channels)


def free_number(didww, area: str, at: int = 0) -> dict[str, Any]:
    return didww(f"available-dids list --filter 'did_group.area_name={area}' -o json -s number").json[at]


def total_balance(didww) -> Decimal:
    return Decimal(didww("balance -o json").json["total_balance"])


def test_a_quantity_by_sku(didww):
    assert items_of(didww, f"--sku {SKU} --qty 3 --billing-cycles-count 0") == [
        {"type": "did_order_items", "attributes": {"sku_id": SKU, "qty": 3, "billing_cycles_count": 0}}
    ]


@pytest.mark.parametrize(
    "line", [f"--sku {SKU}", f"--item sku={SKU}", f"""--set 'items=[{{"sku_id": "{SKU}"}}]'"""], ids=["", "item", "set"]
)
def test_one_number_is_bought_where_nothing_says_how_many(didww, line):
    assert items_of(didww, line) == [{"type": "did_order_items", "attributes": {"sku_id": SKU, "qty": 1}}]


def test_a_sku_of_any_form_by_its_id(didww):
    assert items_of(didww, "--sku id:sku-1 --qty 1")[0]["attributes"]["sku_id"] == "sku-1"


@pytest.mark.parametrize("by", ["number", "id"])
def test_an_available_did_finds_its_sku(didww, by):
    number = free_number(didww, "Washington")
    attributes = {"available_did_id": number["id"], "sku_id": sku_of(didww, "Washington")}
    assert items_of(didww, f"--available-did {number[by]}") == [{"type": "did_order_items", "attributes": attributes}]


def test_the_choice_of_a_sku_is_told_and_can_be_made(didww):
    number = free_number(didww, "Washington")["number"]
    result = didww(f"orders create --dry-run --available-did {number}")
    assert "0 channels, setup 0.00, monthly 0.50" in result.err
    assert "2 channels, setup 0.00, monthly 1.50" in result.err
    assert "DIDWW says: a number that includes no channels gets no calls until it is given capacity." in result.err
    assert "gets no calls" not in didww(f"orders create --dry-run --available-did {number} --channels 2").err
    chosen = items_of(didww, f"--available-did {number} --channels 2")
    assert chosen[0]["attributes"]["sku_id"] == sku_of(didww, "Washington", 2)
    result = didww(f"orders create --dry-run --available-did {number} --channels 7", code=2)
    assert "not clear by which SKU" in result.err
    assert sku_of(didww, "Washington", 2) in result.err


def test_several_available_dids_are_an_item_each(didww):
    numbers = [free_number(didww, "New York", at) for at in range(2)]
    found = items_of(didww, f"--available-did {numbers[0]['number']} --available-did {numbers[1]['id']}")
    assert [item["attributes"]["available_did_id"] for item in found] == [one["id"] for one in numbers]


@pytest.mark.parametrize("reference", ["'For the hotel'", "527445550102", "+52-744-555-0102"])
def test_a_reservation_by_what_it_is_called(didww, reference):
    held = didww("reservations list -o json").json[0]
    attributes = {"did_reservation_id": held["id"], "sku_id": sku_of(didww, "Acapulco")}
    assert items_of(didww, f"--reservation {reference}")[0]["attributes"] == attributes


def test_numbers_of_a_nanpa_prefix(didww):
    prefix = next(one for one in didww("nanpa-prefixes list -o json").json if one["npa"] == "212")
    wanted = {"nanpa_prefix_id": prefix["id"], "sku_id": sku_of(didww, "New York"), "qty": 1}
    assert items_of(didww, "--nanpa-prefix 212555")[0]["attributes"] == wanted
    assert items_of(didww, f"--nanpa-prefix 212-555 --qty 1 --sku {wanted['sku_id']}")[0]["attributes"] == wanted


def test_numbers_of_a_did_group(didww):
    wanted = {"sku_id": sku_of(didww, "Acapulco", 2), "qty": 2}
    assert items_of(didww, "--did-group Acapulco --channels 2 --qty 2")[0]["attributes"] == wanted


def test_channels_of_a_pool(didww):
    wanted = [{"type": "capacity_order_items", "attributes": {"capacity_pool_id": POOL, "qty": 5}}]
    assert items_of(didww, "--capacity-pool Standard --qty 5") == wanted
    assert items_of(didww, f"--capacity-pool {POOL} --qty 5") == wanted


def test_several_items_of_all_kinds(didww):
    number = free_number(didww, "Toronto")["number"]
    line = f"--sku {SKU} --qty 1 --item capacity-pool=Standard,qty=2 --item available-did={number},channels=0"
    found = items_of(didww, f"{line} --item sku_id={SKU},qty=2,billing_cycles_count=3,prorate-days-qty=4")
    assert [item["type"].split("_")[0] for item in found] == ["did", "capacity", "did", "did"]
    assert found[3]["attributes"] == {"sku_id": SKU, "qty": 2, "billing_cycles_count": 3, "prorate_days_qty": 4}


@pytest.mark.parametrize(
    "items",
    [
        [{"type": "did_order_items", "attributes": {"sku_id": SKU, "qty": 2, "nrc": "1.0", "billed_from": None}}],
        [{"type": "did_order_items", "sku_id": SKU, "qty": 2}],
        [{"sku": SKU, "qty": "2"}],
    ],
    ids=["as get prints", "flat", "by the names of the options"],
)
def test_items_as_data(didww, tmp_path, items):
    file = tmp_path / "order.json"
    members = {"id": "x", "type": "orders", "status": "completed", "callback_method": None, "meta": {}}
    file.write_text(json.dumps({**members, "items": items, "external_reference_id": "po-1"}))
    body = didww(f"orders create --dry-run -o json --data {file} --allow-back-ordering").json["body"]["data"]
    assert body == {
        "type": "orders",
        "attributes": {
            "external_reference_id": "po-1",
            "allow_back_ordering": True,
            "items": [{"type": "did_order_items", "attributes": {"sku_id": SKU, "qty": 2}}],
        },
    }


def test_items_by_set(didww):
    found = items_of(didww, f"""--set 'items=[{{"sku": "{SKU}", "qty": 2}}]' --set allow_back_ordering=false""")
    assert found[0]["attributes"] == {"sku_id": SKU, "qty": 2}


def test_what_get_prints_can_be_ordered_again(didww):
    order = didww("orders get ABK-100007 -o json").out
    result = didww("orders create --data - --external-reference-id again --yes -o json", stdin=order)
    assert [item["attributes"]["qty"] for item in result.json["items"]] == [2, 1]
    assert result.json["reference"] != "ABK-100007"


def test_the_other_members_have_options(didww):
    line = (
        f"orders create --sku {SKU} --qty 1 --no-allow-back-ordering --callback-url https://example.com/x "
        "--callback-method post --external-reference-id po-7 --dry-run -o json"
    )
    attributes = didww(line).json["body"]["data"]["attributes"]
    assert attributes.pop("items")
    assert attributes == {
        "allow_back_ordering": False,
        "callback_url": "https://example.com/x",
        "callback_method": "post",
        "external_reference_id": "po-7",
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Say what to order"),
        ("--qty 3", "A quantity of what?"),
        ("--channels 2", "Numbers of what?"),
        (f"--sku {SKU} --qty 1 --callback-url https://example.com/x", "Add --callback-method"),
        (f"--sku {SKU} --qty 1 --callback-method get", "Add --callback-url"),
        (f"--sku {SKU} --qty 0", "--qty must be at least 1"),
        (f"--sku {SKU} --qty many", "--qty is a whole number"),
        (f"--sku {SKU} --qty 1 --billing-cycles-count 1000", "between 0 and 999"),
        (f"--sku {SKU} --qty 1 --channels 2", "--sku, --channels exclude each other"),
        ("--sku Acapulco --qty 1", "known by its id alone"),
        ("--available-did 1 --qty 2", "--qty, --available-did exclude each other"),
        ("--available-did 1 --reservation 2", "exclude each other"),
        ("--available-did 1 --nanpa-prefix 212555", "exclude each other"),
        ("--capacity-pool Standard", "need --qty too"),
        ("--capacity-pool Standard --qty 1 --billing-cycles-count 1", "cannot go with --capacity-pool"),
        ("--item qyt=3", "Did you mean qty?"),
        ("--item nrc=3", "no 'nrc'"),
        ("--item qty=3,qty=4", "given twice"),
        ("--item qty", "not KEY=VALUE"),
        (f"--item sku={SKU},qty=1,available-did=2", "qty, available-did exclude each other"),
        ("--set items=[", "not JSON"),
        ("--set items=3", "is a list of items"),
        ("""--set 'items=[{"type": "emergency_order_items", "qty": 1}]'""", "emergency_order_items"),
        (f"""--sku {SKU} --qty 1 --set 'items=[{{"sku": "id:x", "qty": 1}}]'""", "by options and by --set items"),
        (f"--sku {SKU} --qty 1 --set status=completed", "no 'status' that create can send"),
        (f"--sku {SKU} --qty 1 --callback-method put", "get, post"),
        (f"--sku {SKU} --qty 1 --callback-url here", "is a URL"),
        (f"--sku {SKU} --qty 1 --external-reference-id a,b", "comma"),
        (f"--sku {SKU} --qty 1 --external-reference-id ''", "cannot be ''"),
        (f"--sku {SKU} --qty 1 --external-reference-id {'x' * 101}", "at most 100"),
        (f"--sku {SKU} --qty 1 --wait-timeout 5", "needs --wait"),
        (f"--sku {SKU} --qty 1 --wait --wait-timeout -5", "0 or more"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(server, live, line, said):
    server.answer(problem(500, "nothing should be asked"))
    assert said in live(f"orders create --yes {line}", code=2).err
    assert server.seen == []


def test_wrong_items_in_data_are_named(didww):
    items = [{"sku": SKU, "qty": 1}, {"sku": SKU, "quantity": 1}]
    result = didww("orders create --yes --data -", code=2, stdin=json.dumps({"items": items}))
    assert "items[1]" in result.err
    assert "'quantity'" in result.err


# ---- price, balance, confirmation ----


def test_price_and_balance_come_before_the_question(didww):
    before = didww("orders list -o ids").lines
    number = free_number(didww, "Acapulco")["number"]
    line = f"orders create --available-did {number} --item capacity-pool=Standard,qty=12"
    result = didww(line, code=9)
    for words in (
        [f"{number} (Acapulco)", "1.00", "3.00"],
        ["12  channels of Standard", "0.00", "42.00"],
        ["total, without VAT", "1.00", "45.00"],
        ["balance", "1000.00"],
    ):
        assert any(all(word in shown for word in words) for shown in result.err.splitlines()), result.err
    assert "1.00 once and 45.00 a month, without VAT" in result.err.splitlines()[-2]
    assert didww("orders list -o ids").lines == before


BACK_ORDERING = [
    ("", False, "Numbers that are not in stock are refused."),
    ("--no-allow-back-ordering", False, "are refused."),
    ("--allow-back-ordering", True, "Numbers that are not in stock are charged now and delivered later."),
    ("--set allow_back_ordering=true", True, "delivered later"),
    ("--data order.json", True, "delivered later"),
    ("--data order.json --no-allow-back-ordering", False, "are refused."),
]


@pytest.mark.parametrize(("line", "sent", "said"), BACK_ORDERING)
def test_numbers_that_are_not_in_stock_are_only_ordered_where_wanted(didww, tmp_path, monkeypatch, line, sent, said):
    monkeypatch.chdir(tmp_path)
    Path("order.json").write_text('{"allow_back_ordering": true}')
    line = f"orders create --did-group Chicago --qty 2 {line}"
    assert didww(f"{line} --dry-run -o json").json["body"]["data"]["attributes"]["allow_back_ordering"] is sent
    assert said in didww(line, code=9).err


def test_channels_are_never_out_of_stock(didww):
    assert "in stock" not in didww("orders create --capacity-pool Standard --qty 1", code=9).err


def test_more_numbers_than_there_are(didww):
    refused = didww("orders create --did-group Chicago --qty 5000 --yes", code=5).err
    assert "Not enough DIDs" in refused or "funds" in refused.lower()


@pytest.mark.parametrize(
    ("pending", "said"),
    [
        ([], "The balance is 120.00."),
        (["10.00", "5.0"], "120.00, of which 15.00 is asked for by 2 pending orders: 105.00 is left."),
        (["0.5"], "120.00, of which 0.50 is asked for by 1 pending order: 119.50 is left."),
        (["?", None], "The balance is 120.00."),
    ],
)
def test_what_pending_orders_ask_for_is_no_longer_there(server, live, pending, said):
    def answer(seen):
        if seen.path == "/v3/balance":
            return document({"id": "b", "type": "balances", "attributes": {"total_balance": "120.00"}})
        assert (seen.method, seen.path, seen.query["filter[status]"]) == ("GET", "/v3/orders", "pending")
        return document(
            [{"id": str(at), "type": "orders", "attributes": {"amount": a}} for at, a in enumerate(pending)]
        )

    server.answer(answer)
    result = live(f"orders create --sku {SKU} --qty 1", code=9)
    assert said in result.err
    assert all(seen.method == "GET" for seen in server.seen)


@pytest.mark.parametrize(("qty", "monthly"), [(1, "4.00"), (9, "36.00"), (10, "35.00"), (50, "150.00")])
def test_channels_are_priced_by_quantity(didww, qty, monthly):
    err = didww(f"orders create --capacity-pool Standard --qty {qty}", code=9).err
    assert f"0.00 once and {monthly} a month" in err


def test_the_price_is_that_which_is_charged(didww):
    before = total_balance(didww)
    placed = didww("orders create --did-group Acapulco --channels 2 --qty 3 --yes -o json").json
    assert "3.00 once and 15.00 a month" in didww("orders create --did-group Acapulco --channels 2 --qty 3", code=9).err
    assert Decimal(placed["amount"]) == Decimal("18.0") == before - total_balance(didww)


def test_the_price_of_a_bare_sku_cannot_be_had(didww):
    err = didww(f"orders create --sku {SKU} --qty 2", code=9).err
    assert "unknown" in err
    assert "price that is not known in full" in err
    assert "--did-group" in err
    assert "2.00 once and 4.80 a month" in didww(f"orders create --sku {SKU} --did-group Sydney --qty 2", code=9).err


def test_fewer_channels_than_an_order_buys(server, live):
    pool = {"id": "p", "type": "capacity_pools", "attributes": {"name": "Big", "minimum_qty_per_order": 10}}
    server.answer(document(pool))
    assert "at least 10 channels of Big" in live("orders create --capacity-pool id:p --qty 9", code=2).err


def test_with_yes_nothing_is_looked_up_that_the_order_does_not_need(server, live):
    shop = Shop()
    server.answer(shop)
    live(f"orders create --sku {SKU} --qty 1 --item available-did=id:a,sku={SKU} --item capacity-pool=id:p,qty=1 --yes")
    assert [(seen.method, seen.path) for seen in server.seen] == [("POST", "/v3/orders")]


def test_a_dry_run_sends_nothing(server, live):
    server.answer(problem(500, "nothing should be asked"))
    shown = live(f"orders create --sku {SKU} --qty 1 --external-reference-id po-1 --dry-run -o json").json
    assert server.seen == []
    assert shown["method"] == "POST"
    assert shown["url"] == f"{server.url}/orders"
    assert shown["body"]["data"]["attributes"]["external_reference_id"] == "po-1"
    drawn = live(f"orders create --sku {SKU} --qty 1 --dry-run -o json").json["body"]["data"]["attributes"]
    assert drawn["external_reference_id"].startswith("didww-")


@pytest.mark.parametrize(("keys", "code"), [(b"y\n", 0), (b"n\n", 9), (b"\n", 9)])
def test_on_a_terminal_it_asks(didww, keys, code):
    before = len(didww("orders list -o ids").lines)
    line = ["--profile", "demo", "orders", "create", "--capacity-pool", "Standard", "--qty", "10"]
    screen = in_terminal(line, columns=200, keys=keys)
    assert screen.code == code, screen.text
    assert "35.00" in screen.text
    assert "[y/N]" in screen.text
    assert len(didww("orders list -o ids").lines) == before + (code == 0)


@pytest.mark.parametrize("output", ["table", "json"])
def test_insufficient_funds_say_cost_and_balance(didww, output):
    result = didww(f"orders create --capacity-pool Extended --qty 100 --yes -o {output}", code=5)
    assert "costs 2500.0, the balance is 1000.0" in result.err
    assert total_balance(didww) == 1000


def test_the_servers_complaint_is_told_by_the_option(server, live):
    source = {"pointer": "/data/attributes/items/0/attributes/qty"}
    server.answer(problem(422, "qty is too large", source=source))
    result = live(f"orders create --sku {SKU} --qty 9999 --yes", code=5)
    assert "--item: qty is too large" in result.err
    assert len(server.seen) == 1


# ---- the whole way on the emulated account ----


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


def test_a_reference_of_another_order_is_noticed(didww):
    result = didww("orders create --capacity-pool Standard --qty 1 --external-reference-id order-first -o json")
    assert result.json["reference"] == "ABK-100001"
    assert "other items" in result.err


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


# ---- never twice: over HTTP, with faults ----


@dataclass
class Shop:
    """The orders of a scripted server. Each POST meets the next of ``faults`` (``before`` or ``after`` it acts)."""

    faults: list[str] = field(default_factory=list)
    look_ups: list[Any] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    posts: int = 0
    statuses: list[str] = field(default_factory=lambda: ["completed"])

    def __call__(self, seen):
        if seen.method == "POST":
            self.posts += 1
            return self.post(seen, self.faults.pop(0) if self.faults else "")
        if seen.path.startswith("/v3/orders/"):
            self.orders[-1]["attributes"]["status"] = self.statuses.pop(0) if self.statuses else "completed"
            return document(self.orders[-1])
        if seen.path == "/v3/orders":
            if self.look_ups:
                return self.look_ups.pop(0)
            reference = seen.query["filter[external_reference_id]"]
            return document([o for o in self.orders if o["attributes"]["external_reference_id"] == reference])
        return document([])

    def post(self, seen, fault):
        when, _, what = fault.partition(" ")
        if when != "before":
            attributes = {**seen.json["data"]["attributes"], "reference": f"R-{self.posts}", "status": "pending"}
            self.orders.append({"id": str(uuid4()), "type": "orders", "attributes": attributes})
        placed = (201, {"data": self.orders[-1] if self.orders else None}, {})
        answers = {
            "": placed,
            "drop": "drop",
            "cut": ("cut", *placed),
            "html": HTML,
            "empty": (201, b"", {}),
            "nothing": (201, {"data": None}, {}),
            "list": (201, b"[]", {}),
            "429": (429, {"errors": [{"status": "429", "detail": "Too Many Requests"}]}, {}),
        }
        return answers[what] if what in answers else problem(int(what), "Broken")


BUY = f"orders create --sku {SKU} --qty 1 --yes -o json"
LOST = ["drop", "500", "502", "503", "504", "cut", "html", "empty", "nothing", "list"]


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize("reference", ["", "--external-reference-id po-1"])
def test_an_order_whose_answer_is_lost_is_found(server, live, what, reference):
    shop = Shop([f"after {what}"])
    server.answer(shop)
    result = live(f"{BUY} {reference}")
    assert (shop.posts, len(shop.orders)) == (1, 1)
    assert result.json["id"] == shop.orders[0]["id"]
    assert "answer was lost" in result.err


@pytest.mark.parametrize("what", ["drop", "500", "502", "503", "504", "html"])
def test_an_order_that_does_not_turn_up_is_exit_8_with_the_command_to_repeat(server, live, what):
    shop = Shop([f"before {what}"])
    server.answer(shop)
    result = live(f"{BUY} --retries 2", code=8)
    assert (shop.posts, len(shop.orders)) == (1, 0)
    assert result.out == ""
    sent = next(seen for seen in server.seen if seen.method == "POST").json["data"]["attributes"]
    reference = sent["external_reference_id"]
    assert result.error["kind"] == "outcome_unknown"
    assert reference in result.error["message"]
    command = result.error["hint"].splitlines()[-1]
    assert command == (
        f"didww orders create --output json --retries 2 --sku {SKU} --qty 1 --external-reference-id {reference} --yes"
    )
    assert len([seen for seen in server.seen if seen.method == "GET"]) == 6
    again = live(command.removeprefix("didww "))
    assert (shop.posts, len(shop.orders)) == (2, 1)
    assert live(command.removeprefix("didww ")).json["id"] == again.json["id"]
    assert (shop.posts, len(shop.orders)) == (2, 1)


def test_an_order_that_turns_up_late_is_found(server, live):
    shop = Shop(["after drop"], look_ups=[document([]), document([]), document([])])
    server.answer(shop)
    assert live(BUY).json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_look_ups_that_fail_are_repeated(server, live):
    shop = Shop(["after 500"], look_ups=[problem(500, "Broken")] * 5 + ["drop", HTML, document([])])
    server.answer(shop)
    assert live(BUY).json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_the_look_ups_take_half_a_minute(server, live, monkeypatch):
    pauses = []
    monkeypatch.setattr("time.sleep", pauses.append)
    server.answer(Shop(["before drop"]))
    live(BUY, code=8)
    assert sum(pauses) == 30.0


def test_an_order_that_can_never_be_looked_up_is_exit_8(server, live):
    server.answer(lambda seen: "drop" if seen.method == "POST" else problem(401, "Unauthorized"))
    result = live(BUY, code=8)
    assert "could not be looked up either" in result.error["message"]
    assert "--external-reference-id didww-" in result.error["hint"]


def test_429_is_repeated_since_it_did_nothing(server, live):
    shop = Shop(["before 429", "before 429"])
    server.answer(shop)
    live(BUY)
    assert (shop.posts, len(shop.orders)) == (3, 1)
    assert [seen.method for seen in server.seen] == ["POST"] * 3


def test_429_for_good_is_exit_6_and_no_order(server, live):
    shop = Shop(["before 429"] * 9)
    server.answer(shop)
    live(BUY, code=6)
    assert (shop.posts, len(shop.orders)) == (4, 0)


@pytest.mark.parametrize(("status", "code"), [(400, 5), (422, 5), (401, 3), (403, 3)])
def test_a_refused_order_is_not_looked_up(server, live, status, code):
    server.answer(Shop([f"before {status}"]))
    live(BUY, code=code)
    assert [seen.method for seen in server.seen] == ["POST"]


def test_no_connection_is_no_order(live, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "http://127.0.0.1:9/v3")
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    live(f"{BUY} --retries 1", code=7)


def test_a_given_reference_is_looked_up_first(server, live):
    shop = Shop()
    server.answer(shop)
    first = live(f"{BUY} --external-reference-id po-1")
    assert [seen.method for seen in server.seen] == ["GET", "POST"]
    again = live(f"{BUY} --external-reference-id po-1")
    assert [seen.method for seen in server.seen] == ["GET", "POST", "GET"]
    assert first.json["id"] == again.json["id"]
    assert "Nothing was sent: po-1 is there already" in again.err


def test_a_given_reference_that_cannot_be_looked_up_is_not_ordered(server, live):
    shop = Shop(look_ups=[problem(500, "Broken")] * 4)
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1", code=7)
    assert shop.posts == 0


def test_a_given_reference_is_compared_whole(server, live):
    other = {"id": "o1", "type": "orders", "attributes": {"external_reference_id": "po-10", "status": "completed"}}
    shop = Shop(look_ups=[document([other])])
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1")
    assert shop.posts == 1


def test_several_orders_under_a_reference_are_listed(server, live):
    shop = Shop()
    attributes = {"external_reference_id": "po-1", "status": "completed"}
    for name in ("A-1", "A-2"):
        shop.orders.append({"id": name, "type": "orders", "attributes": {**attributes, "reference": name}})
    server.answer(shop)
    result = live(f"{BUY} --external-reference-id po-1", code=4)
    assert result.error["kind"] == "ambiguous"
    assert "A-1" in result.error["message"]
    assert "A-2" in result.error["message"]
    assert shop.posts == 0


def test_no_confirmation_is_needed_for_what_is_there(server, live):
    shop = Shop()
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1")
    live(f"orders create --sku {SKU} --qty 1 --external-reference-id po-1")
    assert shop.posts == 1


def test_an_answer_that_takes_too_long_is_lost(server, live):
    shop = Shop()

    def slow(seen):
        answer = shop(seen)
        if seen.method == "POST":
            threading.Event().wait(1.0)
        return answer

    server.answer(slow)
    assert live(f"{BUY} --timeout 0.3").json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_orders_of_other_references_are_not_taken_for_this_one(server, live):
    """A server that does not know the filter lists all orders."""
    others = [
        {"id": name, "type": "orders", "attributes": {"external_reference_id": name}}
        for name in ("aaa", "po-55", "zzz")
    ]
    made = {"id": "new", "type": "orders", "attributes": {"external_reference_id": "po-5", "status": "pending"}}
    server.answer(lambda seen: (201, {"data": made}, {}) if seen.method == "POST" else document(others))
    assert live(f"{BUY} --external-reference-id po-5").json["id"] == "new"
    assert [seen.method for seen in server.seen] == ["GET", "POST"]


@pytest.mark.parametrize("reference", ["", " po", "po ", "a,b", "\tpo"])
def test_a_reference_that_could_not_be_found_again_is_refused(server, live, reference):
    assert "found again" in live(f"{BUY} --external-reference-id '{reference}'", code=2).err
    assert server.seen == []


def test_look_ups_together_take_no_longer_than_the_times_given():
    """A server that answers no look-up, ever: by the clock of a process of its own."""
    shop = Shop(["before drop"])

    def silent(seen):
        return shop(seen) if seen.method == "POST" else threading.Event().wait(40) or "drop"

    with running_server() as server:
        server.answer(silent)
        start = time.monotonic()
        line = f"{BUY} --timeout 1 --retries 1 --max-time 8"
        done = subprocess.run(
            [sys.executable, "-m", "didww_cli", *shlex.split(line)],
            env={**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        seconds = time.monotonic() - start
    assert done.returncode == 8, done.stderr
    assert shop.posts == 1
    assert seconds < 30
    assert "no answer in time" in json.loads(done.stderr.splitlines()[-1])["error"]["message"]


def test_an_order_sent_twice_on_its_way_is_told(server, live):
    shop = Shop()

    def doubling(seen):
        shop(seen) if seen.method == "POST" else None
        return "drop" if seen.method == "POST" and shop(seen) else shop(seen)

    server.answer(doubling)
    assert "2 orders have the external reference" in live(BUY, code=4).err


def test_an_api_version_without_references_is_explained(server, live):
    server.answer(problem(400, "Param not allowed", "external_reference_id is not allowed."))
    assert "--api-version 2026-04-16" in live(f"{BUY} --api-version 2022-05-10", code=5).error["hint"]


@pytest.mark.parametrize("what", ["drop-before", "drop-after", "cut", "html", "500"])
def test_over_the_socket_of_the_emulated_account(monkeypatch, what):
    pytest.importorskip("waitress")
    from didww_cli.emulator.serve import ServeOptions, running

    monkeypatch.setenv("DIDWW_API_KEY", "any")
    with running(ServeOptions(port=0, faults=(f"POST /orders={what}",))) as (server, base_url):
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            monkeypatch.setenv("DIDWW_BASE_URL", base_url)
            line = "orders create --did-group Chicago --qty 1 --yes --external-reference-id po-1"
            code = run_line(line).code
            found = json.loads(run_line("orders list --filter external_reference_id=po-1 -o json").out)
        finally:
            server.stop()
            thread.join(10)
    acted = what in ("drop-after", "cut")
    assert (code, len(found)) == ((0, 1) if acted else (8, 0))


def test_many_orders_under_faults():
    command = [sys.executable, "benchmarks/orders_under_faults.py", "--orders", "60", "--share", "0.5"]
    done = subprocess.run([*command, "--command-lines", "0"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wanted 60 orders; the account holds 60: 0 double, 0 lost" in done.stdout


# ---- killed and interrupted ----


def start(line: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "didww_cli", *line.split()]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ})


class Stuck:
    """A shop that never answers the first POST: it acts before or after it has told so."""

    def __init__(self, *, acts: bool) -> None:
        self.shop = Shop()
        self.acts = acts
        self.reached = threading.Event()
        self.release = threading.Event()

    def __call__(self, seen):
        if seen.method != "POST" or self.reached.is_set():
            return self.shop(seen)
        self.shop.posts += not self.acts
        answer = self.shop(seen) if self.acts else "drop"
        self.reached.set()
        self.release.wait(30)
        return answer


@pytest.mark.parametrize("acts", [True, False])
def test_killed_between_post_and_answer(server, live, acts):
    stuck = Stuck(acts=acts)
    server.answer(stuck)
    line = f"{BUY} --external-reference-id po-1"
    process = start(line)
    assert stuck.reached.wait(30)
    process.kill()
    process.communicate()
    stuck.release.set()
    result = live(line)
    assert len(stuck.shop.orders) == 1
    assert stuck.shop.posts == (1 if acts else 2)
    assert result.json["id"] == stuck.shop.orders[0]["id"]


def test_killed_without_a_reference_of_ones_own_the_drawn_one_is_known(server, live):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    process = start(BUY)
    assert stuck.reached.wait(30)
    process.kill()
    _, err = process.communicate()
    stuck.release.set()
    reference = err.split()[-1]
    assert reference == stuck.shop.orders[0]["attributes"]["external_reference_id"]
    live(f"{BUY} --external-reference-id {reference}")
    assert stuck.shop.posts == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_interrupted_it_tells_how_to_go_on(server, live, number, code):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    process = start(BUY)
    assert stuck.reached.wait(30)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    stuck.release.set()
    assert (process.returncode, out) == (code, "")
    reference = stuck.shop.orders[0]["attributes"]["external_reference_id"]
    assert f"The order with the reference {reference} may be placed." in err
    assert "was sent and not answered" not in err
    command = next(line for line in err.splitlines() if line.startswith("didww orders create"))
    live(command.removeprefix("didww "))
    assert (stuck.shop.posts, len(stuck.shop.orders)) == (1, 1)


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
