"""Prices of a made-up kind of item: steps, sums, choices, money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from didww_cli.catalog.amounts import money
from didww_cli.errors import NotFound, UsageError
from didww_cli.workflows.orders.prices import Line, Offer, Price, Quote, chosen_sku, price_by_qty, price_of
from tests.made_up.conftest import PLAN_ITEMS

STEPS = {"setup_price": "9", "monthly_price": "9", "prices": []}


def price(setup, monthly):
    return Price(Decimal(setup), Decimal(monthly))


def sku(identifier, channels):
    return {"id": identifier, "channels_included_count": channels, "setup_price": "1", "monthly_price": "2"}


@pytest.mark.parametrize(
    ("amount", "text"), [("1", "1.00"), ("1.5", "1.50"), ("0.0125", "0.0125"), ("-2", "-2.00"), ("1E+3", "1000.00")]
)
def test_money(amount, text):
    assert money(Decimal(amount)) == text


@pytest.mark.parametrize(
    "record", [{}, {"setup_price": "x", "monthly_price": "1"}, {"setup_price": None, "monthly_price": "1"}]
)
def test_a_price_that_is_none(record):
    assert price_of(record) is None


def test_prices_add_up():
    assert price_of({"setup_price": "1.10", "monthly_price": "2"}).times(3) == price("3.30", "6")
    quote = Quote([Line(1, "a", price("1", "2")), Line(2, "b", None)], "10", [Decimal("4")])
    assert (quote.whole, quote.total) == (False, price("1", "2"))
    assert quote.money_left == "10, of which 4.00 is asked for by 1 pending order: 6.00 is left"
    assert Quote([], "", [Decimal(1)]).money_left == "unknown"


def test_the_highest_step_that_is_reached():
    from dataclasses import replace

    sale = replace(PLAN_ITEMS.sale, steps="prices")
    thing = {
        **STEPS,
        "prices": [
            {"qty": 5, "setup_price": "1", "monthly_price": "5"},
            {"qty": 10, "setup_price": "1", "monthly_price": "3"},
            "strange",
        ],
    }
    assert [price_by_qty(sale, thing, qty).monthly for qty in (1, 5, 9, 10, 99)] == [9, 5, 5, 3, 3]
    assert price_by_qty(sale, {**thing, "prices": None}, 5).monthly == 9


def test_the_choice_among_skus():
    one, two, three = sku("a", 0), sku("b", 2), sku("c", 2)
    assert chosen_sku(Offer("Here", (two,)), None) == (two, "")
    found, told = chosen_sku(Offer("Here", (one, two)), None)
    assert found is one
    assert "--channels or --sku chooses another: b (2 channels, setup 1.00, monthly 2.00)." in told
    assert chosen_sku(Offer("Here", (one, two)), 2) == (two, "")
    for offer, channels in (
        (Offer("Here", (two, three)), 2),
        (Offer("Here", (two, three)), None),
    ):
        with pytest.raises(UsageError, match="It is not clear by which SKU"):
            chosen_sku(offer, channels)
    with pytest.raises(UsageError, match="--channels 7: no SKU of Here includes so many"):
        chosen_sku(Offer("Here", (one,)), 7)
    with pytest.raises(NotFound):
        chosen_sku(Offer("Here", ()), None)
