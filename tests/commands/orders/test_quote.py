"""``orders create``: price, balance and confirmation before anything is sent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.commands.orders.shop import SKU, Shop, free_number, total_balance
from tests.conftest import document, problem
from tests.terminal import in_terminal


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
    said = "Place this order for 46.00 now (1.00 setup, 45.00 first month), then 45.00 a month, without VAT?"
    assert said in result.err.splitlines()[-2]
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
    assert f"{monthly} now (0.00 setup, {monthly} first month), then {monthly} a month" in err


def test_the_price_is_that_which_is_charged(didww):
    before = total_balance(didww)
    placed = didww("orders create --did-group Acapulco --channels 2 --qty 3 --yes -o json").json
    said = "18.00 now (3.00 setup, 15.00 first month), then 15.00 a month"
    assert said in didww("orders create --did-group Acapulco --channels 2 --qty 3", code=9).err
    assert Decimal(placed["amount"]) == Decimal("18.0") == before - total_balance(didww)


def test_the_price_of_a_bare_sku_cannot_be_had(didww):
    err = didww(f"orders create --sku {SKU} --qty 2", code=9).err
    total = next(line for line in err.splitlines() if "total" in line)
    assert total.split()[-2:] == ["unknown", "unknown"]
    assert f"for a price that is not known (2 × numbers by SKU {SKU})?" in err
    assert "--did-group" in err
    known = didww(f"orders create --sku {SKU} --did-group Sydney --qty 2", code=9).err
    assert "6.80 now (2.00 setup, 4.80 first month), then 4.80 a month" in known
    both = didww(f"orders create --sku {SKU} --qty 2 --item capacity-pool=Standard,qty=1", code=9).err
    assert f"then 4.00 a month, without VAT, and for 2 × numbers by SKU {SKU}, whose price is not known?" in both


TWICE = "--did-group Acapulco --channels 2 --qty 2"
IN_ONE_SUM = [
    (TWICE, "12.00 now (2.00 setup, 10.00 first month), then 10.00 a month, without VAT"),
    (f"{TWICE} --billing-cycles-count 0", "12.00 now (2.00 setup, 10.00 first month), not renewed, without VAT"),
    (f"{TWICE} --billing-cycles-count 1", "then 10.00 a month for 1 month, without VAT"),
    (
        f"{TWICE} --billing-cycles-count 3 --item capacity-pool=Standard,qty=2",
        "20.00 now (2.00 setup, 18.00 first month), then 10.00 a month for 3 months and 8.00 a month, without VAT",
    ),
    ("--capacity-pool Extended --qty 3", "90.00 now (15.00 setup, 75.00 first month), then 75.00 a month"),
    ("--nanpa-prefix 212555", "0.50 now (0.00 setup, 0.50 first month), then 0.50 a month"),
    ("--reservation 'For the hotel'", "4.00 now (1.00 setup, 3.00 first month), then 3.00 a month"),
    (f"--sku {SKU}", f"for a price that is not known (1 × numbers by SKU {SKU})"),
]


@pytest.mark.parametrize(("line", "said"), IN_ONE_SUM)
def test_one_sum_in_the_question_and_in_the_dry_run(didww, line, said):
    assert said in didww(f"orders create {line}", code=9).err
    dry = didww(f"orders create {line} --dry-run -o json")
    assert said in dry.err
    assert dry.json["method"] == "POST"


def test_what_makes_the_first_month_unknown_is_said(didww):
    err = didww("orders create --item did-group=Acapulco,prorate-days-qty=4", code=9).err
    assert "prorate_days_qty: what that makes of the first month is not known." in err


@pytest.mark.parametrize("price", [None, "NaN", "Infinity", "1e99", "soon", True, {}])
def test_a_price_that_is_none_is_not_known(server, live, price):
    pool = {"id": "p", "type": "capacity_pools", "attributes": {"name": "Big", "setup_price": "0.0"}}
    pool["attributes"]["monthly_price"] = price
    server.answer(document(pool))
    dry = live("orders create --capacity-pool id:p --qty 9 --dry-run")
    assert "for a price that is not known (9 × channels of Big)." in dry.err
    assert "SKU" not in dry.err


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
