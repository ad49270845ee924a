"""``didww emergency gaps`` on the emulated account: the numbers without an emergency service that could have one."""

from __future__ import annotations

from tests.conftest import on_demo
from tests.spoken import in_each_version as pytest_generate_tests  # noqa: F401

FEATURED = "did_group.features=emergency"


def test_all_that_could_have_a_service_and_have_none(didww, version):
    found = didww("emergency gaps -o json").json
    assert [one["number"] for one in found] == ["12125550102", "442079460001"]
    assert all(one["emergency_calling_service"] is None and not one["blocked"] for one in found)
    assert didww("emergency gaps -f country.iso=GB -o ids").lines == [found[1]["id"]]


def test_a_gap_is_gone_once_a_service_is_asked_for(didww, version):
    didww("emergency verifications create --dids 442079460001 --address address-london --yes")
    assert "442079460001" not in didww("emergency gaps -o csv").out


def test_numbers_that_take_no_calls_are_none(didww, version):
    given_up = didww("dids cancel 12125550102 --yes -o json").json["id"]
    listed = didww(f"dids list -f {FEATURED} -f emergency_calling_service=none -o json").json
    assert given_up in [one["id"] for one in listed if one["terminated"]]
    table = didww("emergency gaps")
    assert [line.split()[0] for line in table.lines] == ["NUMBER", "442079460001"]
    assert on_demo(version, "emergency register --did NUMBER --address REF") in table.err


def test_none_is_told_and_is_no_failure(didww, version):
    nothing = didww("emergency gaps -f country.iso=DE -o json")
    assert nothing.json == []
    assert "No dids match." in nothing.err
    assert "country.isoo" in didww("emergency gaps -f country.isoo=DE", code=2).err
    assert "Gaps have one blocked" in didww("emergency gaps -f blocked=true", code=2).err
