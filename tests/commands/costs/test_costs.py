"""``didww costs``: sums of the emulated account, counted here in another way, and what is strange or unknown."""

from __future__ import annotations

import csv
import io
from collections import Counter
from fractions import Fraction

import pytest

from tests.conftest import document, problem


def cents(text):
    """Hundredths of an amount, which must be whole."""
    found = Fraction(str(text)) * 100
    assert found.denominator == 1
    return int(found)


def counted(didww):
    """The monthly hundredths of an account by kind, country and pool, from its records and the price of each group."""
    found = Counter()
    groups = {one["id"]: one for one in didww("did-groups list -i stock_keeping_units,country -o json").json}
    for did in didww("dids list -o json -i did_group").json:
        group = groups[did["did_group"]["id"]]
        if not did["terminated"] and did["billing_cycles_count"] != 0:
            (price,) = {
                sku["monthly_price"]
                for sku in group["stock_keeping_units"]
                if sku["channels_included_count"] == did["channels_included_count"]
            }
            found["DIDs", group["country"]["iso"], None] += cents(price)
    for pool in didww("capacity pools list -o json").json:
        found["capacity", None, pool["name"]] += cents(pool["monthly_price"]) * pool["total_channels_count"]
    for service in didww("emergency services list -o json -i country").json:
        if service["renew_date"]:
            found["emergency", service["country"]["iso"], None] += cents(service["meta"]["monthly_price"])
    return found


def shown(didww):
    rows = didww("costs -o json").json["rows"]
    assert all(row["unknown"] == 0 for row in rows)
    return {(row["kind"], row["country"], row["pool"]): cents(row["monthly"]) for row in rows}


def test_the_sums_are_those_of_the_account(didww):
    wanted = counted(didww)
    assert shown(didww) == wanted
    found = didww("costs -o json").json
    assert (cents(found["monthly"]), found["unknown"]) == (sum(wanted.values()), 0)
    assert found["monthly"] == "293.85"
    for at, name in enumerate(("kind", "country", "pool")):
        sums = Counter()
        for place, value in wanted.items():
            sums[place[at]] += value
        del sums[None]
        assert {key: cents(one["monthly"]) for key, one in found["by"][name].items()} == sums


def test_the_sums_follow_the_account(didww):
    before = shown(didww)
    didww("dids cancel 12125550100 --at-end --yes")
    didww("dids cancel 12125550101 --yes")
    didww("orders create --did-group Acapulco --channels 2 --qty 2 --yes --wait")
    didww("orders create --capacity-pool Standard --qty 3 --yes --wait")
    after = shown(didww)
    assert after == counted(didww)
    changed = {place: after[place] - before.get(place, 0) for place in after if after[place] != before.get(place)}
    assert changed == {("DIDs", "US", None): -100, ("DIDs", "MX", None): 1000, ("capacity", None, "Standard"): 1200}
    ends = {name: row for row in didww("costs --ends -o json").json for name in row["names"]}
    assert (ends["12125550100"]["what"], ends["12125550101"]["what"]) == ("not renewed", "cancelled")


def test_what_ends_when(didww):
    dids = {one["number"]: one for one in didww("dids list -o json").json}
    services = {one["name"]: one for one in didww("emergency services list -o json").json if one["renew_date"]}
    rows = didww("costs -o json").json["ends"]
    assert rows == didww("costs --ends -o json").json
    found = {name: (row["what"], row["day"], row["monthly"]) for row in rows for name in row["names"]}
    end = dids["448081570000"]["expires_at"]
    year, month = int(end[:4]) + (int(end[5:7]) + 4) // 12, (int(end[5:7]) + 4) % 12 + 1
    assert found.pop("448081570000") == ("runs out", f"{year}-{month:02}{end[7:10]}", "5.00")
    assert found.pop("441614960000") == ("cancelled", dids["441614960000"]["expires_at"][:10], "0.80")
    assert found.pop("46846500400") == ("not renewed", dids["46846500400"]["expires_at"][:10], "2.40")
    for pool in didww("capacity pools list -o json -c name,renew_date,monthly_cost").json:
        assert found.pop(pool["name"]) == ("renews", pool["renew_date"], pool["monthly_cost"])
    assert {name: day for name, (_, day, _) in found.items()} == {n: one["renew_date"] for n, one in services.items()}
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)


def test_as_few_requests_as_there_are_pages(didww):
    asked = [line for line in didww("costs -v").err.splitlines() if line.startswith("-> ")]
    assert len(asked) == 3
    assert all(line.startswith("-> GET ") for line in asked)


def test_every_format(didww):
    rows, ends = (didww(f"costs {more} -o jsonl --query @ ").lines for more in ("", "--ends"))
    for output, more, wanted in (("csv", "", rows), ("csv", "--ends", ends)):
        found = list(csv.DictReader(io.StringIO(didww(f"costs {more} -o {output}").out)))
        assert len(found) == len(wanted)
        assert {"kind", "country", "pool", "qty", "monthly", "unknown"} <= found[0].keys()
    assert all(len(line.split("\t")) == 6 for line in didww("costs -o tsv").lines)
    table = didww("costs")
    assert table.lines[0].split() == ["KIND", "COUNTRY", "POOL", "QTY", "MONTHLY"]
    assert ["total", "-", "-", "-", "293.85"] in [line.split() for line in table.lines]
    assert "without VAT" in table.err
    assert "Not charged yet, not counted: Los Angeles emergency calls" in table.err
    assert "| total |" in didww("costs -o markdown").out


@pytest.mark.parametrize("output", ["ids", "jsonapi"])
def test_formats_of_records_have_no_costs(server, live, output):
    server.answer(problem(500, "nothing should be asked"))
    assert "Costs are shown as" in live(f"costs -o {output}", code=2).err
    assert server.seen == []


# ---- what is strange, and what is not known ----


def sku(identifier, monthly, channels=0):
    attributes = {"monthly_price": monthly, "channels_included_count": channels}
    return {"id": identifier, "type": "stock_keeping_units", "attributes": attributes}


def did(number, skus, **members):
    """A DID in a group of its own, which is sold for some SKUs, with what is included."""
    links = {"stock_keeping_units": {"data": [{"id": one["id"], "type": one["type"]} for one in skus]}}
    links["country"] = {"data": {"id": "c", "type": "countries"}}
    group = {"id": f"g{number}", "type": "did_groups", "attributes": {}, "relationships": links}
    attributes = {"number": number, "channels_included_count": 0, "terminated": False, "billing_cycles_count": None}
    data = {
        "id": f"d{number}",
        "type": "dids",
        "attributes": {**attributes, "expires_at": "2999-01-31T00:00:00.000Z", **members},
        "relationships": {"did_group": {"data": {"id": group["id"], "type": "did_groups"}}},
    }
    return data, [group, *skus, {"id": "c", "type": "countries", "attributes": {"iso": "ZZ"}}]


def account(*dids, pools=(), services=()):
    """The answers of a server whose account has these."""
    pages = {
        "/v3/dids": document([data for data, _ in dids], included=[one for _, more in dids for one in more]),
        "/v3/capacity_pools": document(list(pools)),
        "/v3/emergency_calling_services": services if isinstance(services, tuple) and services else document([]),
    }
    return lambda seen: pages[seen.path]


def pool(name, **members):
    attributes = {"name": name, "monthly_price": "0.1", "total_channels_count": 3, "renew_date": "2999-02-01"}
    return {"id": name, "type": "capacity_pools", "attributes": {**attributes, **members}}


def test_sums_are_exact(server, live):
    cheap = [did(str(at), [sku(f"s{at}", "0.1")]) for at in range(3)]
    server.answer(account(*cheap, did("9", [sku("s9", "0.0125")]), pools=[pool("Small")]))
    found = live("costs -o json").json
    assert found["by"]["kind"]["DIDs"] == {"qty": 4, "monthly": "0.3125", "unknown": 0}
    assert found["by"]["pool"]["Small"]["monthly"] == "0.30"
    assert found["monthly"] == "0.6125"


UNKNOWN = {
    "no offer": [],
    "another number of channels": [sku("a", "1.0", 2)],
    "two prices": [sku("a", "1.0"), sku("b", "2.0")],
    "no number": [sku("a", "free")],
    "null": [sku("a", None)],
}


@pytest.mark.parametrize("skus", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_a_price_that_cannot_be_found_is_unknown_and_not_0(server, live, skus):
    server.answer(account(did("1", skus)))
    found = live("costs -o json").json
    assert (found["monthly"], found["unknown"]) == (None, 1)
    assert found["rows"] == [{"kind": "DIDs", "country": "ZZ", "pool": None, "qty": 1, "monthly": None, "unknown": 1}]
    assert "Not in it, since their price cannot be found: 1." in found["notes"]


def test_what_is_known_is_summed_beside_what_is_not(server, live):
    server.answer(account(did("1", [sku("a", "1.5"), sku("b", "1.5")]), did("2", [])))
    table = live("costs")
    assert table.lines[0].split()[-1] == "UNKNOWN"
    assert table.lines[1].split() == ["DIDs", "ZZ", "-", "2", "1.50", "1"]
    assert "their price cannot be found: 2." in table.err


FATES = [
    ({}, True, None),
    ({"expires_at": None}, True, None),
    ({"terminated": True}, False, ("cancelled", "2999-01-31")),
    ({"billing_cycles_count": 0}, False, ("not renewed", "2999-01-31")),
    ({"billing_cycles_count": 1}, True, ("runs out", "2999-02-28")),
    ({"billing_cycles_count": 13}, True, ("runs out", "3000-02-28")),
    ({"billing_cycles_count": 2, "expires_at": "soon"}, True, ("runs out", None)),
    ({"expires_at": "2020-01-31T00:00:00Z"}, True, ("past its end", "2020-01-31")),
    ({"expires_at": "2020-01-31T00:00:00Z", "terminated": True}, False, ("cancelled", "2020-01-31")),
]


@pytest.mark.parametrize(("members", "paid", "end"), FATES)
def test_what_becomes_of_a_number(server, live, members, paid, end):
    server.answer(account(did("1", [sku("a", "1.5")], **members)))
    found = live("costs -o json").json
    assert found["monthly"] == ("1.50" if paid else "0.00")
    assert [(one["what"], one["day"]) for one in found["ends"]] == ([end] if end else [])
    assert any("Past its end, counted all the same: 1." in note for note in found["notes"]) == (
        bool(end) and end[0] == "past its end"
    )


def test_pools_without_channels_cost_nothing_and_without_a_number_are_unknown(server, live):
    server.answer(account(pools=[pool("Empty", total_channels_count=0), pool("Odd", total_channels_count=None)]))
    found = live("costs -o json").json
    assert [(row["pool"], row["qty"], row["monthly"]) for row in found["rows"]] == [("Odd", 0, None)]


def test_an_account_without_emergency_calling(server, live):
    server.answer(account(did("1", [sku("a", "1.5")]), services=problem(403, "Forbidden")))
    found = live("costs -o json").json
    assert found["monthly"] == "1.50"
    assert "Not in it, since this account may not read them: emergency services." in found["notes"]


@pytest.mark.parametrize(("status", "code"), [(500, 7), (422, 5)])
def test_what_cannot_be_read_for_another_reason_fails(server, live, status, code):
    server.answer(account(services=problem(status, "Broken")))
    assert live("costs -o json", code=code).out == ""


def test_an_account_that_may_read_nothing(server, live):
    server.answer(problem(403, "Forbidden"))
    live("costs", code=3)


def test_an_empty_account(server, live):
    server.answer(account())
    table = live("costs")
    assert table.lines[1].split() == ["total", "-", "-", "-", "0.00"]
    assert "Nothing ends." in table.err


def test_many_that_end_on_one_day_are_one_row(server, live):
    some = [did(str(at), [sku(f"s{at}", "0.5")], billing_cycles_count=0) for at in range(5)]
    server.answer(account(*some))
    assert live("costs --ends").lines[1].split() == [
        *("2999-01-31", "not", "renewed", "DIDs", "ZZ", "-", "5", "2.50"),
        *("0,", "1,", "2", "and", "2", "more"),
    ]
    assert live("costs --ends -o csv").lines[1] == '2999-01-31,not renewed,DIDs,ZZ,,5,2.50,0,"0,1,2,3,4"'
