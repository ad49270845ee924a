"""Capacity pools: what all channels of one cost each month, a column that is reckoned here."""

from __future__ import annotations

import csv
import io
import json

import pytest

COSTS = {"Standard": "120.00", "Extended": "125.00"}


@pytest.mark.parametrize("output", ["table", "csv", "markdown"])
def test_a_list_shows_what_the_channels_cost(didww, output):
    shown = didww(f"capacity pools list -o {output}").out
    assert "monthly_cost" in shown.replace(" ", "_").lower()
    for name, cost in COSTS.items():
        assert any(name in line and cost in line for line in shown.splitlines()), shown


def test_json_is_the_apis_record_unless_it_is_asked_for(didww):
    assert all("monthly_cost" not in one for one in didww("capacity pools list -o json").json)
    assert "monthly_cost" not in didww("capacity pools get Standard -o json").json
    found = didww("capacity pools list -o json -c name,monthly_cost").json
    assert {one["name"]: one["monthly_cost"] for one in found} == COSTS
    assert didww("capacity pools get Standard -o json -c monthly_cost").json["monthly_cost"] == "120.00"
    assert didww("capacity pools list -o jsonl -c monthly_cost --query monthly_cost").lines == [
        json.dumps(cost) for cost in COSTS.values()
    ]


def test_one_pool_as_a_table(didww):
    lines = [line.split() for line in didww("capacity pools get Standard").lines]
    assert ["monthly_cost", "120.00"] in lines


def test_it_is_asked_for_by_what_it_is_made_of(server, live):
    pool = {"monthly_price": "0.1", "total_channels_count": 3}
    server.answer((200, {"data": [{"id": "p", "type": "capacity_pools", "attributes": pool}]}, {}))
    assert live("capacity pools list -o csv -c monthly_cost").lines == ["monthly_cost", "0.30"]
    assert server.seen[0].query["fields[capacity_pools]"] == "monthly_price,total_channels_count"


@pytest.mark.parametrize("price", [None, "NaN", "cheap", True, "1e400"])
def test_a_price_that_is_none_makes_no_cost(server, live, price):
    pool = {"name": "Big", "monthly_price": price, "total_channels_count": 3}
    server.answer((200, {"data": {"id": "p", "type": "capacity_pools", "attributes": pool}}, {}))
    assert live("capacity pools get id:p -o json -c monthly_cost").json["monthly_cost"] is None
    assert live("capacity pools get id:p -c name,monthly_cost").lines[-1].split() == ["Big", "-"]


def test_through_what_leads_to_a_pool(didww):
    found = didww("capacity groups list -o json -c name,capacity_pool.monthly_cost").json
    assert {one["capacity_pool"]["monthly_cost"] for one in found} == {"120.00"}
    shown = list(csv.DictReader(io.StringIO(didww("dids list -o csv -c number,capacity_pool.monthly_cost").out)))
    assert {one["number"]: one["capacity_pool.monthly_cost"] for one in shown if one["capacity_pool.monthly_cost"]} == {
        "442079460000": "120.00"
    }


def test_what_was_read_is_taken_back(didww, tmp_path):
    table, record = tmp_path / "pools.csv", tmp_path / "pool.json"
    table.write_text(didww("capacity pools list -o csv").out)
    assert "2 unchanged." in didww(f"capacity pools update --input {table} --yes").err
    changed = {**didww("capacity pools get Standard -o json -c name,monthly_cost").json, "total_channels_count": 20}
    record.write_text(json.dumps(changed))
    didww(f"capacity pools update Standard --data {record} --yes")
    assert didww("capacity pools get Standard -o json -c monthly_cost").json["monthly_cost"] == "80.00"


def test_after_a_change_of_many(didww):
    rows = "ref,total_channels_count\nStandard,20\n"
    shown = didww("capacity pools update --input - --yes -v", stdin=rows).out
    assert any("MONTHLY COST" in line for line in shown.splitlines())
    assert "80.00" in shown


def test_it_is_no_sort_field_and_cannot_be_set(didww):
    assert "monthly_price" in didww("capacity pools list -s monthly_cost", code=2).err
    assert "monthly_cost" in didww("capacity pools update Standard --set monthly_cost=1", code=2).err
    assert "Did you mean monthly_cost" in didww("capacity pools list -c monthly_costs", code=2).err


def test_the_schema_tells_what_it_is_made_of(didww):
    assert "monthly_cost (monthly_price × total_channels_count)." in didww("schema capacity_pools").out
    assert "monthly_cost" not in didww("schema capacity_pools -o json").out
