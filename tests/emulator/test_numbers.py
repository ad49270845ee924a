"""DIDs: routing, capacity, giving up and restoring; capacity pools and their groups."""

from __future__ import annotations

from typing import Any

import pytest

from tests.spoken import NEW, OLD, in_each_version, only

from .conftest import Api

pytest_generate_tests = in_each_version


def did(api: Api, number: str, include: str = "") -> Any:
    return api.get("/dids", {"filter[number]": number, **({"include": include} if include else {})}).data[0]


def led_to(record: Any, name: str) -> str | None:
    data = record["relationships"][name]["data"]
    return data["id"] if data else None


def test_a_trunk_clears_the_trunk_group_and_the_reverse(api: Api) -> None:
    trunk, group = api.one("/voice_in_trunks", name="Headquarters"), api.list("/voice_in_trunk_groups")[0]
    both = "voice_in_trunk,voice_in_trunk_group"
    mine = did(api, "12125550101", both)
    assert (led_to(mine, "voice_in_trunk"), led_to(mine, "voice_in_trunk_group")) == (None, group["id"])
    api.update(mine, None, {"voice_in_trunk": trunk})
    mine = did(api, "12125550101", both)
    assert (led_to(mine, "voice_in_trunk"), led_to(mine, "voice_in_trunk_group")) == (trunk["id"], None)
    api.update(mine, None, {"voice_in_trunk_group": group})
    mine = did(api, "12125550101", both)
    assert (led_to(mine, "voice_in_trunk"), led_to(mine, "voice_in_trunk_group")) == (None, group["id"])
    api.update(mine, None, {"voice_in_trunk_group": None})
    assert led_to(did(api, "12125550101", both), "voice_in_trunk_group") is None


def test_both_at_once_are_refused(api: Api) -> None:
    links = {
        "voice_in_trunk": api.list("/voice_in_trunks")[0],
        "voice_in_trunk_group": api.list("/voice_in_trunk_groups")[0],
    }
    assert api.update(did(api, "12125550101"), None, links).status == 422
    assert api.update(did(api, "12125550101"), None, {**links, "voice_in_trunk_group": None}).status == 200


def test_giving_up_and_restoring(api: Api) -> None:
    mine = did(api, "12125550101")
    gone = api.update(mine, {"terminated": True}).data["attributes"]
    assert (gone["terminated"], gone["blocked"]) == (True, True)
    api.clock.forward(seconds=1)
    back = api.update(mine, {"terminated": False}).data["attributes"]
    assert (back["terminated"], back["blocked"]) == (False, False)
    entries = api.list("/did_history", did_number="12125550101", method="api3")
    assert [entry["attributes"]["action"] for entry in entries] == ["restored", "canceled", "assigned"]


def balance(api: Api) -> str:
    return str(api.get("/balance").data["attributes"]["balance"])


def test_restoring_within_the_paid_period_is_free(api: Api) -> None:
    mine = did(api, "12125550101")
    api.update(mine, {"terminated": True, "billing_cycles_count": 0})
    back = api.update(mine, {"terminated": False}).data["attributes"]
    assert (back["terminated"], back["blocked"], back["billing_cycles_count"]) == (False, False, 0)
    assert back["expires_at"] == mine["attributes"]["expires_at"]
    assert balance(api) == "1000.00"


def test_restoring_after_it_costs_a_month(api: Api) -> None:
    mine = did(api, "527445550100")
    api.update(mine, {"terminated": True, "billing_cycles_count": 0})
    api.clock.forward(days=31)
    back = api.update(mine, {"terminated": False}).data["attributes"]
    assert (back["terminated"], back["blocked"], back["billing_cycles_count"]) == (False, False, None)
    assert back["expires_at"] == "2027-01-24T00:00:00.000Z"
    assert balance(api) == "995.00"
    entries = api.list("/did_history", did_number="527445550100", method="api3")
    assert {"renewed", "restored", "canceled"} <= {entry["attributes"]["action"] for entry in entries}
    again = api.update(mine, {"terminated": False}).data["attributes"]
    assert (again["expires_at"], balance(api)) == (back["expires_at"], "995.00")


def test_renewing_without_money_changes_nothing(api: Api) -> None:
    mine = did(api, "527445550100")
    api.update(mine, {"terminated": True})
    api.clock.forward(days=31)
    with api.emulator._store.session() as state:
        state.set(next(iter(state.all("balances"))), balance="4.99")
    answer = api.update(mine, {"terminated": False, "description": "back"})
    assert answer.errors == [("/data/attributes/terminated", "needs more money than the balance holds")]
    after = did(api, "527445550100")["attributes"]
    assert (after["terminated"], after["description"], balance(api)) == (True, "Recepción", "4.99")


def test_billing_cycles_go_to_the_history(api: Api) -> None:
    mine = did(api, "12125550101")
    api.update(mine, {"billing_cycles_count": 3})
    api.clock.forward(seconds=1)
    assert api.update(mine, {"billing_cycles_count": None}).data["attributes"]["billing_cycles_count"] is None
    api.update(mine, {"billing_cycles_count": None})
    entries = api.list("/did_history", did_number="12125550101", action="billing_cycles_count_changed")
    assert [entry["meta"] for entry in entries] == [{"from": "3", "to": "empty"}, {"from": "empty", "to": "3"}]


@pytest.mark.parametrize("count", [-1, 1000])
def test_billing_cycles_have_a_range(api: Api, count: int) -> None:
    answer = api.update(did(api, "12125550101"), {"billing_cycles_count": count})
    assert answer.errors[0][0] == "/data/attributes/billing_cycles_count"


@only(NEW)
def test_what_registers_is_taken_away_and_not_given(api: Api, version: str) -> None:
    number = did(api, "12125550102")
    for link in ("address_verification", "emergency_calling_service"):
        refused = api.update(number, None, {link: api.one(f"/{link}s")})
        assert refused.errors == [(f"/data/relationships/{link}", "can only be cleared")]
        assert api.update(number, None, {link: None}).status == 200


@only(OLD)
def test_registration_ends_the_block(api: Api, version: str) -> None:
    approved = api.one("/address_verifications", status="approved")
    after = api.update(did(api, "493023125001"), None, {"address_verification": approved}).data["attributes"]
    assert (after["awaiting_registration"], after["blocked"]) == (False, False)
    rejected = api.one("/address_verifications", status="rejected")
    answer = api.update(did(api, "493023125000"), None, {"address_verification": rejected})
    assert answer.errors == [("/data/relationships/address_verification", "is invalid")]


def assigned(api: Api) -> int:
    return int(api.one("/capacity_pools", name="Standard")["attributes"]["assigned_channels_count"])


def test_a_pool_counts_its_channels(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    assert assigned(api) == 12
    api.update(did(api, "12125550100"), {"dedicated_channels_count": 5}, {"capacity_pool": pool})
    assert assigned(api) == 17
    group = api.create(
        "shared_capacity_groups", {"name": "New", "shared_channels_count": 8}, {"capacity_pool": pool}
    ).data
    assert assigned(api) == 25
    api.update(did(api, "12125550100"), None, {"shared_capacity_group": group})
    assert assigned(api) == 25
    in_use = api.delete(group)
    assert in_use.errors == [("/data", "Cannot delete record because DIDs are assigned to it")]
    api.update(did(api, "12125550100"), None, {"shared_capacity_group": None})
    assert api.delete(group).status == 204
    assert assigned(api) == 17


def test_shared_channels_and_own(api: Api) -> None:
    pool, group = api.one("/capacity_pools", name="Standard"), api.one("/shared_capacity_groups", name="London office")
    mine = did(api, "442079460001")
    api.update(mine, {"dedicated_channels_count": 1}, {"capacity_pool": pool})
    both = did(api, "442079460001", "capacity_pool,shared_capacity_group")
    assert (led_to(both, "capacity_pool"), led_to(both, "shared_capacity_group")) == (pool["id"], group["id"])
    again = {"capacity_pool": pool, "shared_capacity_group": group}
    assert api.update(mine, {"dedicated_channels_count": 2}, again).status == 200
    without = api.update(mine, None, {"capacity_pool": None}).data["attributes"]
    assert without["dedicated_channels_count"] == 0
    kept = did(api, "442079460001", "shared_capacity_group")
    assert led_to(kept, "shared_capacity_group") == group["id"]


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({}, "shared_channels_count"),
        ({"shared_channels_count": 0, "metered_channels_count": 0}, "shared_channels_count"),
        ({"metered_channels_count": 1001}, "metered_channels_count"),
        ({"shared_channels_count": 19}, "shared_channels_count"),
        ({"name": "London office", "shared_channels_count": 1}, "name"),
        ({"shared_channels_count": 18, "metered_channels_count": 1000}, ""),
        ({"metered_channels_count": 1}, ""),
    ],
)
def test_rules_of_a_shared_capacity_group(api: Api, given: dict[str, Any], pointer: str) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    answer = api.create("shared_capacity_groups", {"name": "New", **given}, {"capacity_pool": pool})
    assert answer.status == (422 if pointer else 201)
    if pointer:
        assert [where for where, _ in answer.errors] == [f"/data/attributes/{pointer}"]


def test_a_shared_capacity_group_is_never_left_without_channels(api: Api) -> None:
    group = api.one("/shared_capacity_groups", name="Washington office")
    assert api.update(group, {"shared_channels_count": 0}).errors[0][0] == "/data/attributes/shared_channels_count"
    assert api.update(group, {"shared_channels_count": 0, "metered_channels_count": 1}).status == 200


def test_metered_numbers_share_no_channels(api: Api) -> None:
    group = api.one("/shared_capacity_groups", name="London office")
    answer = api.update(group, None, {"dids": [did(api, "448081570000")]})
    assert answer.errors == [("/data/relationships/dids", "are invalid")]


def test_metered_numbers_take_no_channels(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    answer = api.update(did(api, "448081570000"), {"dedicated_channels_count": 1}, {"capacity_pool": pool})
    assert ("/data/relationships/capacity_pool", "is invalid") in answer.errors


def test_no_more_channels_than_there_are(api: Api) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    mine = did(api, "12125550100")
    pointer = "/data/attributes/dedicated_channels_count"
    assert api.update(mine, {"dedicated_channels_count": 1}).errors[0][0] == pointer
    assert api.update(mine, {"dedicated_channels_count": 19}, {"capacity_pool": pool}).errors[0][0] == pointer
    assert api.update(mine, {"dedicated_channels_count": 18}, {"capacity_pool": pool}).status == 200
    assert api.update(mine, {"dedicated_channels_count": 17}).status == 200
    shared = {"name": "New", "shared_channels_count": 2}
    answer = api.create("shared_capacity_groups", shared, {"capacity_pool": pool})
    assert answer.errors[0][0] == "/data/attributes/shared_channels_count"


def test_a_pool_serves_its_countries(api: Api) -> None:
    extended = api.one("/capacity_pools", name="Extended")
    answer = api.update(did(api, "493023125000"), {"dedicated_channels_count": 1}, {"capacity_pool": extended})
    assert answer.errors == [("/data/relationships/capacity_pool", "is invalid")]
    assert (
        api.update(did(api, "527445550100"), {"dedicated_channels_count": 1}, {"capacity_pool": extended}).status == 200
    )


@pytest.mark.parametrize(("count", "status"), [(31, 422), (29, 200), (12, 200), (11, 422), (4, 422), (30, 200)])
def test_channels_are_released_not_bought(api: Api, count: int, status: int) -> None:
    pool = api.one("/capacity_pools", name="Standard")
    assert api.update(pool, {"total_channels_count": count}).status == status


def test_a_group_takes_its_dids(api: Api) -> None:
    group = api.one("/shared_capacity_groups", name="London office")
    wanted = [did(api, "442079460000"), did(api, "12125550100")]
    api.update(group, None, {"dids": wanted})
    found = api.get(f"/shared_capacity_groups/{group['id']}", {"include": "dids"}).document["included"]
    assert {record["id"] for record in found} == {record["id"] for record in wanted}
    assert led_to(did(api, "442079460001", "shared_capacity_group"), "shared_capacity_group") is None
    before = did(api, "442079460000", "capacity_pool")
    assert (before["attributes"]["dedicated_channels_count"], led_to(before, "capacity_pool") is None) == (2, False)
    group = api.create(
        "shared_capacity_groups",
        {"name": "Narrow", "metered_channels_count": 1},
        {"capacity_pool": api.one("/capacity_pools", name="Extended")},
    ).data
    abroad = api.update(group, None, {"dids": [did(api, "493023125000")]})
    assert abroad.errors == [("/data/relationships/dids", "are invalid")]
