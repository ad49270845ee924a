"""The events that DIDWW calls back for: what the catalog says of them."""

from __future__ import annotations

import pytest

from didww_cli.catalog import API_VERSIONS, BY_TYPE
from didww_cli.catalog.events import (
    COMMON,
    EVENT_TYPES,
    EVENTS_BY_NAME,
    documented_members,
    signed_by_secret_alone,
)


def test_types_statuses_and_versions_exist() -> None:
    for each in EVENT_TYPES:
        resource = BY_TYPE[each.type]
        status = resource.attribute("status")
        assert status is not None
        assert set(each.statuses.values()) <= {*status.enum, *status.values}, each.type
        assert {each.since, *(member.since for member in each.members if member.since)} <= set(API_VERSIONS)
        assert {member.only for member in each.members} <= {"", *each.statuses.values()}
        assert each.as_array == (resource.attribute("callback_method") is None)
        assert resource.attribute("callback_url") is not None


def test_members() -> None:
    assert documented_members(["orders"]) == set(COMMON)
    assert documented_members(["exports", "nonsense"]) == {*COMMON, "url"}
    assert documented_members(["nonsense"]) == documented_members(()) == {n for e in EVENT_TYPES for n in e.names}
    assert EVENTS_BY_NAME["trunk-unblocked"].statuses["trunk-unblocked"] == "active"


@pytest.mark.parametrize(
    ("version", "alone"), [("2022-05-10", False), ("2026-04-16", False), ("2026-11-19", True), ("2027-01-01", True)]
)
def test_which_versions_know_no_signature_of_the_key(version: str, alone: bool) -> None:
    assert signed_by_secret_alone(version) is alone


def test_a_version_that_is_chosen_later_lets_the_key_sign() -> None:
    assert signed_by_secret_alone("auto") is False
