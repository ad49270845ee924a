"""``didww emergency status`` on the emulated account: how far each service is, and what comes next."""

from __future__ import annotations

import pytest

from tests.conftest import on_demo
from tests.spoken import in_each_version as pytest_generate_tests  # noqa: F401

AGAIN = "emergency register --service ECS-300003 --address REF"


def test_a_rejected_service_says_why_and_what_to_do(didww, version):
    (service,) = didww("emergency status --did 12025550100 -o json").json
    assert (service["status"], service["covered"], service["next"]) == (
        "changes_required",
        False,
        on_demo(version, AGAIN),
    )
    made, handed_in = service["timeline"]
    assert (made["what"], handed_in["verification"], handed_in["status"]) == ("made", "EMV-400003", "rejected")
    assert handed_in["reasons"][0] == "The address does not match the area of the number"
    assert handed_in["reasons"][-1] == "Please send a bill that is not older than three months."
    tree = didww("emergency status --did 12025550100").lines
    assert tree[0] == "ECS-300003  Washington emergency calls: changes required"
    assert tree[-1] == f"└─ next: {on_demo(version, AGAIN)}"


def test_what_happened_is_in_its_order_with_price_and_renewal(didww, version):
    (service,) = didww("emergency status --did 442079460000 -o json").json
    assert [one["what"] for one in service["timeline"]] == ["made", "active", "handed in"]
    assert service["covered"] is True
    assert service["next"] == on_demo(version, "emergency verifications wait EMV-400004")
    assert (service["monthly_price"], service["dids"]) == ("2.5", ["442079460000"])
    listed = didww("emergency services get ECS-300004 -o json").json
    assert (service["id"], service["renew_date"]) == (listed["id"], listed["renew_date"])


def test_all_services_and_nothing_further_for_what_is_over(didww, version):
    rows = didww("emergency status -o json").json
    assert len(rows) == len(didww("emergency services list -o json").json) == 6
    assert {one["status"]: one["next"] for one in rows if not one["next"]} == {"active": None, "canceled": None}
    assert didww("emergency status -o ids").lines == [one["id"] for one in rows]


def test_a_number_without_service_is_told(didww, version):
    result = didww("emergency status --did 12125550102,12025550100 -o csv")
    assert len(result.lines) == 2
    assert "12125550102 is in no emergency service" in result.err
    assert "nothing-like-it" in didww("emergency status --did nothing-like-it", code=4).err


@pytest.mark.parametrize("version", [""])
def test_two_requests_however_many_services(didww, version):
    assert didww("emergency status -v").err.count("-> GET") == 2
