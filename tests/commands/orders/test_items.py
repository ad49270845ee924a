"""``orders create``: what is ordered, in every way to say it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands.orders.shop import SKU, free_number
from tests.conftest import problem, run_line

POOL = "daae37a3-c4fc-40a7-b5e6-6ec9d08ed74d"


def items_of(didww, line: str) -> list[dict[str, Any]]:
    """The items of the request that a command line would send."""
    return didww(f"orders create --dry-run -o json {line}").json["body"]["data"]["attributes"]["items"]


def sku_of(didww, area: str, channels: int = 0) -> str:
    group = didww(f"did-groups get {area!r} --include stock_keeping_units -o json").json
    return next(s["id"] for s in group["stock_keeping_units"] if s["channels_included_count"] == channels)


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
    assert "--channels 7: no SKU of " in result.err
    assert sku_of(didww, "Washington", 2) in result.err


def test_several_available_dids_are_an_item_each(didww):
    numbers = [free_number(didww, "New York", at) for at in range(2)]
    found = items_of(didww, f"--available-did {numbers[0]['number']} --available-did {numbers[1]['id']}")
    assert [item["attributes"]["available_did_id"] for item in found] == [one["id"] for one in numbers]


def test_a_number_is_bought_once(didww):
    number = free_number(didww, "New York")
    told = didww(
        f"orders create --available-did {number['number']} --available-did {number['id']} --dry-run", code=2
    ).err
    assert f"--available-did {number['id']} is there twice" in told
    line = "orders create --reservation 'For the hotel' --item reservation=527445550102 --yes"
    assert "--reservation " in didww(line, code=2).err


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


@pytest.mark.parametrize("how", ["--yes", "--dry-run", ""])
def test_a_sku_of_another_did_group_is_not_bought(didww, how):
    other, own = sku_of(didww, "Berlin"), sku_of(didww, "London", 2)
    before = didww("balance -o json").json
    told = didww(f"orders create --did-group London --sku {other} {how}", code=2).err
    assert f"SKU {other} does not belong to numbers of London, which has:\n  " in told
    assert own in told
    assert didww("balance -o json").json == before
    assert items_of(didww, f"--did-group London --sku {own}")[0]["attributes"] == {"sku_id": own, "qty": 1}
    assert "ordered for 2.80 now" in didww(f"orders create --did-group London --sku {own.upper()} --dry-run").err


def test_the_sku_of_an_available_did_is_judged_where_its_price_is_looked_up(didww):
    number = free_number(didww, "London")["number"]
    line = f"orders create --available-did {number} --sku {sku_of(didww, 'Berlin')}"
    assert f"does not belong to {number} (London)" in didww(f"{line} --dry-run", code=2).err


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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"orders create --sku {SKU} --qty 1001", "Error: --qty must be between 1 and 1000 in version 2026-11-19"),
        (f"orders create --item sku={SKU},qty=1001", "qty=1001: qty must be between 1 and 1000 in version"),
        (f"""orders create --set 'items=[{{"sku_id": "{SKU}", "qty": 1001}}]'""", "qty must be between 1 and 1000 in"),
        ("orders create --capacity-pool Standard --qty 10001", "Error: --qty must be between 1 and 10000 in version"),
        ("numbers buy --country US --qty 1001", "Error: --qty must be between 1 and 1000 in version 2026-11-19"),
    ],
)
def test_more_than_the_newest_version_sells_is_refused_before_anything_is_sent(server, live, line, said):
    server.answer(problem(500, "nothing should be asked"))
    assert said in live(f"--api-version 2026-11-19 {line} --yes", code=2).err
    assert server.seen == []
    assert "must be between" not in run_line(f"--profile demo {line} --dry-run").err  # the older one has no such bound


def test_as_many_as_the_newest_version_sells_can_be_ordered(didww):
    line = f"--capacity-pool {POOL} --qty 10000 --item sku={SKU},qty=1000 --api-version 2026-11-19"
    assert [one["attributes"]["qty"] for one in items_of(didww, line)] == [10000, 1000]


def test_single_numbers_are_an_item_each_which_no_bound_is_about(didww):
    line = "--api-version 2026-11-19 numbers buy --country US --reserve --qty 1001 --dry-run"
    assert "of 1,001 numbers are" in didww(line, code=4).err


def test_the_emulated_account_sells_no_more_either(didww):
    item = {"type": "capacity_order_items", "attributes": {"capacity_pool_id": POOL, "qty": 10001}}
    body = json.dumps({"data": {"type": "orders", "attributes": {"items": [item]}}})
    told = didww("--api-version 2026-11-19 api POST /orders --yes --data -", code=5, stdin=body).err
    assert "qty - must be between 1 and 10000" in told
    assert "must be between" not in didww("api POST /orders --yes --data -", code=5, stdin=body).err
