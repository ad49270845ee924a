"""Ordering: numbers and channels, the money for them, completion, cancelling; reservations."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from didww_cli.emulator.account import Timing
from tests.spoken import in_each_version

from .conftest import Answer, Api, start
from .shapes import check_errors

pytest_generate_tests = in_each_version


def group(api: Api, area: str) -> Any:
    return api.one("/did_groups", area_name=area)


def sku(api: Api, area: str, channels: int = 0) -> str:
    document = api.get("/did_groups", {"filter[area_name]": area, "include": "stock_keeping_units"}).document
    found = [s for s in document["included"] if s["attributes"]["channels_included_count"] == channels]
    return str(found[0]["id"])


def order(api: Api, *items: dict[str, Any], kind: str = "did", **attributes: Any) -> Answer:
    shaped = [{"type": f"{kind}_order_items", "attributes": item} for item in items]
    return api.create("orders", {"items": shaped, **attributes})


def balance(api: Api) -> Decimal:
    return Decimal(api.get("/balance").data["attributes"]["total_balance"])


def total(api: Api, path: str) -> int:
    return int(api.get(path).document["meta"]["total_records"])


def test_an_order_by_sku(api: Api) -> None:
    before = group(api, "Chicago")["meta"]["total_count"]
    placed = order(
        api, {"sku_id": sku(api, "Chicago", 2), "qty": 3, "billing_cycles_count": 6}, external_reference_id="x"
    ).data
    assert placed["attributes"]["status"] == "pending"
    assert placed["attributes"]["amount"] == "4.5"
    assert placed["attributes"]["description"] == "DID"
    assert balance(api) == Decimal("995.50")
    assert total(api, "/dids") == 21
    done = api.again(placed, 3)["attributes"]
    assert done["status"] == "completed"
    item = done["items"][0]["attributes"]
    assert (item["qty"], item["nrc"], item["mrc"]) == (3, "0.0", "1.5")
    assert (item["billed_from"], item["billed_to"]) == ("2026-11-23", "2026-12-23")
    assert item["did_group_id"] == group(api, "Chicago")["id"]
    dids = api.list("/dids", order__id=placed["id"])
    assert [did["attributes"]["number"] for did in dids] == ["13125550100", "13125550101", "13125550102"]
    about = dids[0]["attributes"]
    assert (about["channels_included_count"], about["billing_cycles_count"], about["blocked"]) == (2, 6, False)
    assert about["expires_at"] == "2026-12-23T00:00:00.000Z"
    entry = api.one("/did_history", did_number="13125550100")["attributes"]
    assert (entry["action"], entry["method"]) == ("assigned", "api3")
    assert group(api, "Chicago")["meta"]["total_count"] == before - 3


def test_numbers_that_need_registration_wait_for_it(api: Api) -> None:
    placed = order(api, {"sku_id": sku(api, "Paris"), "qty": 1}).data
    api.again(placed, 3)
    did = api.one("/dids", order__id=placed["id"])["attributes"]
    assert (did["awaiting_registration"], did["blocked"]) == (True, True)


def test_an_order_of_a_chosen_number(api: Api) -> None:
    number = api.one("/available_dids", number_contains="527445")
    item = {"sku_id": sku(api, "Acapulco"), "available_did_id": number["id"]}
    placed = order(api, item).data
    assert placed["attributes"]["items"][0]["attributes"]["qty"] == 1
    assert number["id"] not in {free["id"] for free in api.list("/available_dids", number_contains="527445")}
    assert order(api, item).status == 400
    api.again(placed, 3)
    assert api.one("/dids", order__id=placed["id"])["attributes"]["number"] == number["attributes"]["number"]
    assert api.get(f"/available_dids/{number['id']}").status == 404


def test_an_order_of_a_reserved_number(api: Api) -> None:
    number = api.one("/available_dids", number_contains="120255501")
    reservation = api.create("did_reservations", None, {"available_did": number}).data
    item = {"sku_id": sku(api, "Washington"), "did_reservation_id": reservation["id"]}
    placed = order(api, item).data
    assert api.get(f"/did_reservations/{reservation['id']}").status == 404
    api.again(placed, 3)
    assert api.one("/dids", order__id=placed["id"])["attributes"]["number"] == number["attributes"]["number"]


def test_an_order_by_nanpa_prefix(api: Api) -> None:
    prefix = api.one("/nanpa_prefixes", npanxx="312555")
    placed = order(api, {"sku_id": sku(api, "Chicago"), "nanpa_prefix_id": prefix["id"]}).data
    api.again(placed, 3)
    assert api.one("/dids", order__id=placed["id"])["attributes"]["number"].startswith("1312555")
    elsewhere = {"sku_id": sku(api, "Toronto"), "nanpa_prefix_id": prefix["id"], "qty": 1}
    assert order(api, elsewhere).status == 400


def test_an_order_of_capacity(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    placed = order(api, {"capacity_pool_id": pool["id"], "qty": 10}, kind="capacity").data["attributes"]
    assert (placed["status"], placed["description"], placed["amount"]) == ("completed", "Capacity", "35.0")
    assert api.again(pool)["attributes"]["total_channels_count"] == 40
    assert balance(api) == Decimal("965.00")


def test_few_channels_cost_more_each(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    placed = order(api, {"capacity_pool_id": pool["id"], "qty": 2}, kind="capacity").data["attributes"]
    assert placed["items"][0]["attributes"]["mrc"] == "4.0"


def test_what_costs_more_than_there_is(api: Api) -> None:
    answer = order(api, {"sku_id": sku(api, "Paris"), "qty": 295})
    assert answer.status == 400
    assert answer.document["errors"] == [
        {
            "title": "Insufficient balance",
            "detail": "Insufficient balance",
            "code": "400",
            "status": "400",
            "meta": {"available_balance": "1000.0", "total_cost": "1003.0"},
        }
    ]
    assert balance(api) == Decimal("1000.00")
    assert total(api, "/orders") == 12


def test_cancelling_gives_money_and_number_back(api: Api) -> None:
    number = api.one("/available_dids", number_contains="527445")
    placed = order(api, {"sku_id": sku(api, "Acapulco"), "available_did_id": number["id"]}).data
    assert api.delete(placed).status == 204
    assert api.again(placed, 4)["attributes"]["status"] == "canceled"
    assert balance(api) == Decimal("1000.00")
    assert number["id"] in {free["id"] for free in api.list("/available_dids", number_contains="527445")}
    refused = api.delete(placed)
    assert refused.status == 422
    check_errors(refused.document, 422)


def test_a_back_order_waits_and_is_charged_at_once(api: Api) -> None:
    item = {"sku_id": sku(api, "Vilnius"), "qty": 1}
    refused = order(api, item, allow_back_ordering=False)
    assert refused.document["errors"][0]["detail"] == "Not enough DIDs are available."
    assert balance(api) == Decimal("1000.00")
    placed = order(api, item).data
    assert balance(api) == Decimal("996.60")
    api.clock.forward(days=2)
    assert api.again(placed, 5)["attributes"]["status"] == "pending"


def test_a_back_order_is_delivered_when_numbers_come_in(api: Api) -> None:
    placed = order(api, {"sku_id": sku(api, "Vilnius"), "qty": 1}, allow_back_ordering=True).data
    assert api.again(placed, 5)["attributes"]["status"] == "pending"
    with api.emulator._store.session() as state:
        stocked = state.tables["did_groups"][group(api, "Vilnius")["id"]]
        state.keep(stocked, first=37055550100, size=1)
    assert api.again(placed, 2)["attributes"]["status"] == "completed"
    assert api.one("/dids", order__id=placed["id"])["attributes"]["number"] == "37055550100"


def test_the_number_of_an_available_did_can_run_out_but_not_be_ordered_twice(api: Api) -> None:
    assert order(api, {"sku_id": sku(api, "Chicago"), "qty": 101}, allow_back_ordering=False).status == 400
    assert order(api, {"sku_id": sku(api, "Chicago"), "qty": 100}, allow_back_ordering=False).status == 201


def test_cancelling_removes_the_dids_of_the_order_and_reports(api: Api) -> None:
    url = "https://hooks.example.com/orders"
    callback = {"callback_url": url, "callback_method": "post"}
    placed = order(api, {"sku_id": sku(api, "Vilnius"), "qty": 1}, **callback).data
    mine = api.list("/dids")[0]
    with api.emulator._store.session() as state:
        state.link(state.tables["dids"][mine["id"]], "order", placed["id"])
    assert api.delete(placed).status == 204
    assert api.get(f"/dids/{mine['id']}").status == 404
    assert api.one("/did_history", did_number=mine["attributes"]["number"])["attributes"]["action"] == "removed"
    told = [(event.url, event.method, event.parameters["status"]) for event in api.events]
    assert told == [(url, "post", "canceled")]
    assert balance(api) == Decimal("1000.00")


def test_a_completed_order_cannot_be_cancelled(api: Api) -> None:
    done = api.one("/orders", status="completed")
    assert api.delete(done).errors == [("/data", "only a pending order can be canceled")]
    assert len(api.list("/dids", order__id=done["id"])) == 3


def test_the_prefix_of_didww_examples_can_be_ordered(api: Api) -> None:
    prefix = api.one("/nanpa_prefixes", npanxx="201221")
    include = {"filter[nanpa_prefix.id]": prefix["id"], "include": "stock_keeping_units"}
    document = api.get("/did_groups", include).document
    assert [found["attributes"]["area_name"] for found in document["data"]] == ["Jersey City"]
    item = {"sku_id": document["included"][0]["id"], "nanpa_prefix_id": prefix["id"], "qty": 1}
    placed = order(api, item, allow_back_ordering=False).data
    assert api.again(placed, 3)["attributes"]["status"] == "completed"
    assert api.one("/dids", order__id=placed["id"])["attributes"]["number"] == "12015550100"


def test_an_order_completes_after_some_time(api: Api) -> None:
    order(api, {"sku_id": sku(api, "Chicago"), "qty": 1})
    api.clock.forward(seconds=59)
    assert total(api, "/dids") == 21
    api.clock.forward(seconds=2)
    assert total(api, "/dids") == 22


@pytest.mark.parametrize(("day", "end"), [("2027-01-31", "2027-02-28"), ("2026-12-15", "2027-01-15")])
def test_a_month_ends_within_the_next(api: Api, day: str, end: str) -> None:
    api.clock.now = datetime.fromisoformat(f"{day}T10:00:00+00:00")
    placed = order(api, {"sku_id": sku(api, "Chicago"), "qty": 1}).data
    assert api.again(placed, 3)["attributes"]["items"][0]["attributes"]["billed_to"] == end


def test_timing_can_leave_either_out() -> None:
    api = start(timing=Timing(reads=None, seconds=None))
    placed = order(api, {"sku_id": sku(api, "Chicago"), "qty": 1}).data
    api.clock.forward(days=1)
    assert api.again(placed, 9)["attributes"]["status"] == "pending"


@pytest.mark.parametrize(
    ("item", "status", "detail"),
    [
        ({"qty": 1}, 400, "The required parameter, sku_id, is missing."),
        ({"sku_id": "SKU"}, 400, "The required parameter, qty, is missing."),
        ({"sku_id": "nowhere", "qty": 1}, 400, "nowhere is not a valid value for sku_id."),
        (
            {"sku_id": "SKU", "qty": 1, "available_did_id": "x"},
            400,
            "available_did_id is not allowed together with qty.",
        ),
        ({"sku_id": "SKU", "available_did_id": "x"}, 400, "x is not a valid value for available_did_id."),
        ({"sku_id": "SKU", "did_reservation_id": "x"}, 400, "x is not a valid value for did_reservation_id."),
        ({"sku_id": "SKU", "qty": 1, "nanpa_prefix_id": "x"}, 400, "x is not a valid value for nanpa_prefix_id."),
        ({"sku_id": "SKU", "qty": 0}, 422, "qty - must be greater than or equal to 1"),
        (
            {"sku_id": "SKU", "qty": 1, "billing_cycles_count": 1000},
            422,
            "billing_cycles_count - must be less than or equal to 999",
        ),
        ({"sku_id": "SKU", "qty": 1, "bogus": 1}, 422, "bogus - is not allowed"),
    ],
)
def test_an_item_is_refused(api: Api, item: dict[str, Any], status: int, detail: str) -> None:
    real = sku(api, "Chicago")
    answer = order(api, {name: real if value == "SKU" else value for name, value in item.items()})
    assert answer.status == status
    check_errors(answer.document, status)
    assert answer.document["errors"][0]["detail"] == detail
    if status == 422:
        pointer = answer.document["errors"][0]["source"]["pointer"]
        assert pointer.startswith("/data/attributes/items/0/attributes/")
    assert total(api, "/orders") == 12


def test_an_item_of_capacity_is_refused(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")["id"]
    for item in ({"qty": 1}, {"capacity_pool_id": pool}, {"capacity_pool_id": "nowhere", "qty": 1}):
        assert order(api, item, kind="capacity").status == 400
    with api.emulator._store.session() as state:
        state.tables["capacity_pools"][pool].attributes["minimum_qty_per_order"] = 5
    assert order(api, {"capacity_pool_id": pool, "qty": 4}, kind="capacity").status == 400
    assert order(api, {"capacity_pool_id": pool, "qty": 5}, kind="capacity").status == 201


def test_an_order_needs_items(api: Api) -> None:
    assert api.create("orders", {}).status == 400
    assert order(api).errors == [("/data/attributes/items", "can't be blank")]
    emergency = order(api, {}, kind="emergency")
    assert emergency.errors == [("/data/attributes/items/0/type", "is not allowed for creation")]


def test_the_same_number_twice(api: Api) -> None:
    number = api.one("/available_dids", number_contains="527445")
    item = {"sku_id": sku(api, "Acapulco"), "available_did_id": number["id"]}
    assert order(api, item, item).status == 400


def test_a_reservation_holds_a_number_for_ten_minutes(api: Api) -> None:
    number = api.one("/available_dids", number_contains="120255501")
    reservation = api.create("did_reservations", {"description": "mine"}, {"available_did": number}).data
    assert reservation["attributes"]["expires_at"] == "2026-11-23T12:10:00.000Z"
    again = api.create("did_reservations", None, {"available_did": number})
    assert again.errors == [("/data/relationships/available_did", "is invalid")]
    api.clock.forward(minutes=9, seconds=59)
    assert api.again(reservation, 5)["id"] == reservation["id"]
    api.clock.forward(seconds=2)
    assert api.get(f"/did_reservations/{reservation['id']}").status == 404
    assert number["id"] in {free["id"] for free in api.list("/available_dids", number_contains="120255501")}


def test_a_reservation_can_be_given_up(api: Api) -> None:
    number = api.one("/available_dids", number_contains="120255501")
    reservation = api.create("did_reservations", None, {"available_did": number}).data
    assert api.delete(reservation).status == 204
    assert api.create("did_reservations", None, {"available_did": number}).status == 201


def test_no_more_than_ten_reservations(api: Api) -> None:
    for _ in range(9):
        number = api.list("/available_dids")[0]
        assert api.create("did_reservations", None, {"available_did": number}).status == 201
    assert api.create("did_reservations", None, {"available_did": api.list("/available_dids")[0]}).status == 422


def test_an_order_reports_to_its_callback(api: Api) -> None:
    url = "https://hooks.example.com/orders?a=1"
    placed = order(api, {"sku_id": sku(api, "Chicago"), "qty": 1}, callback_url=url, callback_method="get").data
    assert api.events == []
    api.again(placed, 3)
    parameters = {"id": placed["id"], "type": "orders", "status": "completed"}
    assert [(e.url, e.method, e.parameters) for e in api.events] == [(url, "get", parameters)]
    refused = order(api, {"sku_id": sku(api, "Chicago"), "qty": 1}, callback_url="nowhere")
    assert refused.errors == [("/data/attributes/callback_url", "is invalid")]
