"""Emergency calling: from the verification to the live service, and its end."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.spoken import OLD, in_each_version, only

from .conftest import Answer, Api

pytest_generate_tests = in_each_version


def service(api: Api, status: str) -> Any:
    return api.one("/emergency_calling_services", status=status)


def did(api: Api, number: str) -> Any:
    return api.one("/dids", number=number)


def place(api: Api, name: str) -> Any:
    return api.one("/addresses", external_reference_id=f"address-{name}")


def verify(api: Api, links: dict[str, Any], **attributes: Any) -> Answer:
    return api.create("emergency_verifications", attributes, links)


def service_of(api: Api, verification: Any) -> Any:
    path = f"/emergency_verifications/{verification['id']}"
    return api.get(path, {"include": "emergency_calling_service"}).document["included"][0]


@pytest.mark.parametrize("status", ["new", "in_process", "changes_required", "pending_update", "active", "canceled"])
def test_there_is_a_service_in_each_state(api: Api, status: str) -> None:
    assert service(api, status)["attributes"]["status"] == status


def test_a_verification_makes_a_service_and_its_approval_an_order(api: Api) -> None:
    url = "https://hooks.example.com/emergency"
    links = {"address": place(api, "london"), "dids": [did(api, "442079460001")]}
    made = verify(api, links, callback_url=url, callback_method="post").data
    new = service_of(api, made)
    assert new["attributes"]["status"] == "in_process"
    assert new["meta"] == {"setup_price": "0.0", "monthly_price": "2.5"}
    assert api.list("/dids", emergency_calling_service__id=new["id"])[0]["attributes"]["emergency_enabled"] is False
    assert api.again(made, 2)["attributes"]["status"] == "approved"
    live = api.again(new)["attributes"]
    assert (live["status"], live["activated_at"], live["renew_date"]) == (
        "active",
        "2026-11-23T12:00:00.000Z",
        "2026-12-23",
    )
    assert did(api, "442079460001")["attributes"]["emergency_enabled"] is True
    order = api.get(f"/emergency_calling_services/{new['id']}", {"include": "order"}).document["included"][0]
    item = order["attributes"]["items"][0]
    assert (item["type"], item["attributes"]["emergency_calling_service_id"]) == ("emergency_order_items", new["id"])
    assert (order["attributes"]["status"], order["attributes"]["amount"]) == ("completed", "2.5")
    assert Decimal(api.get("/balance").data["attributes"]["balance"]) == Decimal("997.50")
    told = [(event.parameters["type"], event.parameters["status"]) for event in api.events]
    assert told == [("orders", "completed"), ("emergency_verifications", "approved")]
    assert api.events[1].parameters["emergency_calling_service_id"] == new["id"]
    assert api.events[1].parameters["reject_reasons"] == ""


def test_a_rejected_verification_asks_for_changes(api: Api) -> None:
    links = {"address": place(api, "london"), "dids": [did(api, "442079460001")]}
    made = verify(api, links, external_reference_id="REJECT-1").data
    new = service_of(api, made)
    assert api.again(made, 2)["attributes"]["status"] == "rejected"
    assert api.again(new)["attributes"]["status"] == "changes_required"
    again = verify(api, {"address": place(api, "london"), "emergency_calling_service": new}).data
    assert api.again(new)["attributes"]["status"] == "in_process"
    assert api.again(again, 3)["attributes"]["status"] == "approved"
    assert api.again(new)["attributes"]["status"] == "active"


def test_an_active_service_is_updated(api: Api) -> None:
    live = service(api, "active")
    made = verify(api, {"address": place(api, "new-york"), "emergency_calling_service": live}).data
    assert api.again(live)["attributes"]["status"] == "pending_update"
    api.again(made, 3)
    after = api.again(live)["attributes"]
    assert (after["status"], after["activated_at"]) == ("active", live["attributes"]["activated_at"])


def test_a_service_under_review_takes_no_other(api: Api) -> None:
    answer = verify(
        api, {"address": place(api, "los-angeles"), "emergency_calling_service": service(api, "in_process")}
    )
    title = "Emergency Calling Service should be in NEW, CHANGES_REQUIRED or ACTIVE status"
    assert answer.errors == [("/data", title)]


def test_dids_or_a_service(api: Api) -> None:
    home = {"address": place(api, "london")}
    assert verify(api, home).errors == [("/data/relationships/dids", "can't be blank")]
    both = {**home, "dids": [did(api, "442079460001")], "emergency_calling_service": service(api, "new")}
    assert verify(api, both).status == 422


def test_dids_that_do_not_go_together(api: Api) -> None:
    wrong = did(api, "527445550100")
    answer = verify(api, {"address": place(api, "acapulco"), "dids": [wrong, did(api, "447700900000")]})
    assert answer.errors == [
        ("/data", "Emergency Rate not found"),
        ("/data/relationships/dids", "should have the same Country"),
        ("/data/relationships/dids", "should have the same Did Group Type"),
        ("/data/relationships/dids", "should be linked with City ID"),
        (f"/data/relationships/dids/{wrong['id']}", "does not support Emergency feature"),
        (f"/data/relationships/dids/{did(api, '447700900000')['id']}", "does not support Emergency feature"),
    ]


def test_dids_must_be_active_and_free(api: Api) -> None:
    blocked = did(api, "12125550102")
    api.update(blocked, {"terminated": True})
    taken = did(api, "12125550100")
    answer = verify(api, {"address": place(api, "new-york"), "dids": [blocked, taken]})
    assert answer.errors == [
        (f"/data/relationships/dids/{blocked['id']}", "is not active"),
        (f"/data/relationships/dids/{taken['id']}", "already has an Emergency Calling Service"),
    ]
    joining = api.update(blocked, None, {"emergency_calling_service": service(api, "active")})
    moving = api.update(did(api, "12135550100"), None, {"emergency_calling_service": service(api, "active")})
    refused = [("/data/relationships/emergency_calling_service", "is invalid")]
    assert (joining.errors, moving.errors) == (refused, refused)


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"callback_url": "https://hooks.example.com"}, "callback_method"), ({"callback_method": "get"}, "callback_url")],
)
def test_a_callback_has_a_url_and_a_method(api: Api, given: dict[str, str], missing: str) -> None:
    links = {"address": place(api, "london"), "dids": [did(api, "442079460001")]}
    assert verify(api, links, **given).errors == [(f"/data/attributes/{missing}", "can't be blank")]


def test_nothing_is_charged_before_the_service_is_verified(api: Api) -> None:
    links = {"address": place(api, "london"), "dids": [did(api, "442079460001")]}
    made = verify(api, links).data
    assert Decimal(api.get("/balance").data["attributes"]["balance"]) == Decimal("1000.00")
    api.again(made, 3)
    assert Decimal(api.get("/balance").data["attributes"]["balance"]) == Decimal("997.50")


@pytest.mark.parametrize(
    ("status", "code"),
    [(s, 204) for s in ("new", "changes_required", "active", "pending_update")]
    + [(s, 422) for s in ("in_process", "canceled")],
)
def test_where_a_service_can_be_ended(api: Api, status: str, code: int) -> None:
    assert api.delete(service(api, status)).status == code


@pytest.mark.parametrize(
    ("status", "code"),
    [("new", 422), ("changes_required", 422), ("active", 201), ("in_process", 422), ("pending_update", 422)],
)
def test_where_the_address_of_a_service_can_change(api: Api, status: str, code: int) -> None:
    answer = verify(api, {"address": place(api, "new-york"), "emergency_calling_service": service(api, status)})
    assert answer.status == code
    under_review = ("/data", "Emergency Calling Service should be in NEW, CHANGES_REQUIRED or ACTIVE status")
    assert (code == 422 and under_review in answer.errors) is (status in ("in_process", "pending_update"))


def test_an_address_elsewhere(api: Api) -> None:
    answer = verify(api, {"address": place(api, "los-angeles"), "dids": [did(api, "12125550102")]})
    assert answer.errors == [("/data", "Address in New York required")]


def test_fields_that_must_be_filled_in(api: Api) -> None:
    john = api.one("/identities", external_reference_id="identity-john")
    api.update(john, {"contact_email": None})
    answer = verify(api, {"address": place(api, "new-york"), "dids": [did(api, "12125550102")]})
    assert answer.errors == [("/data", "Contact email is required for Personal Identity")]


def test_a_canceled_service_leaves_its_dids(api: Api) -> None:
    live = service(api, "active")
    assert api.delete(live).status == 204
    after = api.again(live)["attributes"]
    assert (after["status"], after["canceled_at"]) == ("canceled", "2026-11-23T12:00:00.000Z")
    assert after["renew_date"] is None
    assert did(api, "12125550100")["attributes"]["emergency_enabled"] is False
    assert api.delete(live).status == 422
    assert api.delete(service(api, "in_process")).status == 422


@only(OLD)
def test_a_did_joins_and_leaves_a_service(api: Api, version: str) -> None:
    live = service(api, "active")
    mine = did(api, "12125550102")
    assert api.update(mine, None, {"emergency_calling_service": live}).data["attributes"]["emergency_enabled"] is True
    assert api.update(mine, None, {"emergency_calling_service": None}).data["attributes"]["emergency_enabled"] is False
    abroad = api.update(did(api, "442079460001"), None, {"emergency_calling_service": live})
    assert abroad.errors == [("/data/relationships/emergency_calling_service", "is invalid")]
