"""A kind of order item that only the catalog tells of is ordered, priced, sent, shown and charged as all others."""

from __future__ import annotations

import json

import pytest


def item(plans, **attributes):
    plan = plans("plans list -o ids").lines[0]
    return {"type": "toy_plan_order_items", "attributes": {"toy_plan_id": plan, **attributes}}


@pytest.mark.parametrize(
    "given",
    [
        "--toy-plan Loud --qty 3",
        "--item toy-plan=Loud,qty=3",
        "--item toy_plan_id=Loud,qty=3",
        """--set 'items=[{"type": "toy_plan_order_items", "toy_plan_id": "Loud", "qty": 3}]'""",
    ],
)
def test_every_way_to_say_it_sends_the_same(plans, given):
    sent = plans(f"orders create {given} --dry-run -o json").json
    assert sent["body"]["data"]["attributes"]["items"] == [item(plans, qty=3)]


def test_its_price_is_told_before_the_question(plans):
    asked = plans("orders create --toy-plan Loud --qty 3", code=9).err
    assert "months of Loud" in asked
    said = "Place this order for 11.25 now (7.50 setup, 3.75 first month), then 3.75 a month, without VAT? The balance"
    assert said in asked


def test_it_is_charged_completed_and_shown(plans):
    before = float(plans("balance -o json").json["total_balance"])
    order = plans("orders create --toy-plan Loud --qty 2 --yes --wait -o json").json
    assert (order["status"], order["description"], order["amount"]) == ("completed", "Plan", "7.5")
    assert float(plans("balance -o json").json["total_balance"]) == before - 7.5
    shown = plans(f"orders get {order['id']} -o json").json["items"]
    assert [one["type"] for one in shown] == ["toy_plan_order_items"]
    assert shown[0]["attributes"] | {"billed_from": "", "billed_to": ""} == {
        **item(plans, qty=2)["attributes"],
        "nrc": "2.5",
        "mrc": "1.25",
        "billed_from": "",
        "billed_to": "",
    }


def test_beside_other_items(plans):
    line = "orders create --toy-plan Loud --qty 2 --item capacity-pool=Standard,qty=5 --item did-group=Acapulco --yes"
    kinds = [one["type"] for one in plans(f"{line} -o json").json["items"]]
    assert kinds == ["toy_plan_order_items", "capacity_order_items", "did_order_items"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("--toy-plan Loud", "Months need --qty too."),
        ("--toy-plan Loud --qty 1", "An order buys at least 2 months of Loud, not 1."),
        ("--toy-plan Loud --qty 2 --sku x", "--sku cannot go with --toy-plan, which takes --qty alone."),
        ("--item toy-plan=Loud,qty=2,channels=0", "channels cannot go with toy-plan, which takes qty alone."),
        ("", "--capacity-pool, --toy-plan, --item or --data."),
        ("--qty 2", "or --capacity-pool, --toy-plan."),
        ("--item toyplan=Loud", "Did you mean toy-plan?"),
    ],
)
def test_what_does_not_fit_is_refused(plans, given, says):
    assert says in plans(f"orders create {given}", code=2).err


def test_one_that_is_not_there(plans):
    assert "There is no plan 'Quiet'." in plans("orders create --toy-plan Quiet --qty 2 --dry-run", code=4).err


def test_the_emulated_account_refuses_too_few(plans):
    body = {"data": {"type": "orders", "attributes": {"items": [item(plans, qty=1)]}}}
    result = plans("api POST /orders --data -", code=5, stdin=json.dumps(body))
    assert "1 is not a valid value for qty." in result.err


def test_help_completion_and_schema(plans):
    assert "--toy-plan" in plans("orders create --help").out
    assert "--toy-plan" in plans("completion bash").out
    variants = plans("schema orders -o json").json["attributes"]["items"]["variants"]
    assert list(variants["toy_plan_order_items"]) == ["qty", "toy_plan_id", "nrc", "mrc", "billed_from", "billed_to"]
