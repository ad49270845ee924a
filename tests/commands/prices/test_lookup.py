"""``prices lookup``: what is asked of which service, what is shown, and what is refused before anything is sent."""

from __future__ import annotations

import csv
import io
import json

import pytest

from didww_cli.catalog.prices import SERVICES
from tests.commands.prices.conftest import ROW, prices
from tests.conftest import problem


def test_the_prices_of_a_number_on_the_emulated_account(didww):
    rows = didww("prices lookup +448081570000 -o json").json
    assert [(row["source_type"], row["rate"], row["reject_calls"]) for row in rows] == [
        ("fixed", "0.018", False),
        ("cellular", "0.0945", False),
        ("payphone", None, True),
    ]
    assert {row["destination"] for row in rows} == {"44808"}


def test_a_price_for_calls_from_a_country_comes_before_that_of_any(didww):
    rows = didww("prices lookup 448081570000 --from-country de -o json").json
    told = {row["source_type"]: (row["destination"], row["src_country_name"], row["rate"]) for row in rows}
    assert told["cellular"] == ("4480", "Germany", "0.05")
    assert told["fixed"] == ("44808", None, "0.018")


def test_the_table(didww):
    first, second, *_ = didww("prices lookup +448081570000").lines
    assert first.split()[:2] == ["DESTINATION", "COUNTRY"]
    assert second.split() == ["44808", "United", "Kingdom", "-", "fixed", "0.018", "0.0", "60", "60", "no"]


def test_every_format(didww):
    line = "prices lookup +447700900000 --service voice-out"
    (row,) = didww(f"{line} -o json").json
    assert (row["rate"], row["next_rate"], row["comment"]) == ("0.021", "0.023", "Increase")
    assert json.loads(didww(f"{line} -o jsonl").out) == row
    assert didww(f"{line} -o ids").out == f"{row['id']}\n"
    (cells,) = csv.DictReader(io.StringIO(didww(f"{line} -o csv").out))
    assert (cells["prefix"], cells["rate"], cells["effective_at"]) == ("447", "0.021", "2027-01-01T00:00:00.000Z")
    assert didww(f"{line} -o jsonapi").json["data"][0]["attributes"]["rate"] == "0.021"
    assert didww(f"{line} -o csv -c rate,next_rate").out == "rate,next_rate\n0.021,0.023\n"


@pytest.mark.parametrize(
    ("service", "found"),
    [
        ("sms-in", [("44", "0.0025")]),
        ("sms-out-a2p", [("447", "0.0395"), ("447", "0.0375")]),
        ("sms-out-p2p", [("447", "0.041")]),
    ],
)
def test_sms(didww, service, found):
    rows = didww(f"prices lookup +447700900000 --service {service} -o json").json
    assert [(row["destination_prefix"], row["price"]) for row in rows] == found


def test_all_sms_prices_of_a_country(didww):
    rows = didww("prices lookup --service sms-out-a2p --to-country gb -o json").json
    assert [row["destination_prefix"] for row in rows] == ["447", "447", "441"]
    assert rows[1]["mnc_name"] == "EE"


@pytest.mark.parametrize(
    "text", ["442079460000", "+44 20 7946 0000", "+44-20-7946-0000", "+44 (20) 7946.0000", "44/2079460000"]
)
def test_a_number_in_any_form(run, service, text):
    run(f"prices lookup '{text}'")
    assert service.seen[0].query == {"filter[number]": "442079460000"}


@pytest.mark.parametrize(
    ("line", "path", "query"),
    [
        ("442079460000", "/api-vin/v3/lookup/prices", {"filter[number]": "442079460000"}),
        (
            "442079460000 --from-country us",
            "/api-vin/v3/lookup/prices",
            {"filter[number]": "442079460000", "filter[src_country_iso]": "US"},
        ),
        ("442079460000 --service voice-out", "/api-vout/v3/lookup/prices", {"filter[number]": "442079460000"}),
        ("4420 --service sms-in", "/api-sms/v3/sms_in/lookup/prices", {"filter[dst_number]": "4420"}),
        (
            "4420 --service sms-out-a2p --to-country GB",
            "/api-sms/v3/sms_out/a2p/lookup/prices",
            {"filter[dst_number]": "4420", "filter[dst_country_iso]": "GB"},
        ),
        (
            "--service sms-out-p2p --to-country GB",
            "/api-sms/v3/sms_out/p2p/lookup/prices",
            {"filter[dst_country_iso]": "GB"},
        ),
        ("4420 --service sms-out-otp", "/api-sms/v3/sms_out/otp/lookup/prices", {"filter[dst_number]": "4420"}),
    ],
)
def test_what_is_sent(run, service, line, path, query):
    run(f"prices lookup {line} -o json")
    assert [(seen.path, seen.query) for seen in service.seen] == [(path, query)]


def test_members_that_the_catalog_does_not_know_are_shown(run, service):
    service.answer(prices({**ROW, "vat": "none"}))
    assert run("prices lookup 442079460000 -o json").json == [{"id": "p0", "type": "prices", **ROW, "vat": "none"}]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "Name a number."),
        ("--service sms-in", "Name a number, or --to-country"),
        ("abc", "is no phone number"),
        ("''", "is no phone number"),
        ("'+'", "is no phone number"),
        ("²44207946000", "is no phone number"),
        ("02079460000", "begins with 0"),
        ("00442079460000", "begins with 0"),
        ("4420794", "has 7 digits; it must have 8 to 15"),
        ("4420794600001234", "has 16 digits; it must have 8 to 15"),
        ("4420794600001234 --service sms-in", "has 16 digits; it must have at most 15"),
        ("442079460000 --service voice-out --from-country GB", "Leave it out, or add --service voice-in."),
        ("442079460000 --service sms-in --from-country GB", "Leave it out, or add --service voice-in."),
        ("442079460000 --to-country GB", "--service sms-in or sms-out-a2p or sms-out-p2p or sms-out-otp"),
        ("442079460000 --from-country GBR", "of two letters"),
        ("442079460000 --from-country 44", "of two letters"),
        ("442079460000 --service voice", "Did you mean voice-"),
        ("442079460000 -c rat", "rate"),
        ("442079460000 --api-version 2026-04-16", "came with 2026-11-19"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(run, server, line, words):
    assert words in run(f"prices lookup {line}", code=2).err
    assert server.seen == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("price_plan_not_assigned", "no price plan for voice-in"),
        ("price_not_found", "plan for voice-in has no price for that"),
        ("404", "Not Found"),
    ],
)
def test_what_a_404_means_is_told_in_words_of_its_own(run, service, code, words):
    service.answer(problem(404, "Not Found", code=code))
    result = run("prices lookup 442079460000 -o json", code=4)
    assert words in result.error["message"]
    assert (result.error["kind"], result.error["status"]) == ("not_found", 404)
    assert result.error["errors"][0]["code"] == code


def test_no_plan_on_the_emulated_account(didww):
    assert "no price plan for sms-out-otp" in didww("prices lookup 447700900000 --service sms-out-otp", code=4).err
    assert "has no price for that" in didww("prices lookup 33123456789", code=4).err


def test_too_many_requests_wait_as_long_as_is_asked(run, service, monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    service.answer((429, {"errors": []}, {"Retry-After": "7"}), problem(503, "later"), prices())
    run("prices lookup 442079460000")
    assert waited[0] == 7.0
    assert len(service.seen) == 3
    service.answer(problem(429, "Too many requests", code="too_many_requests"))
    assert run("prices lookup 442079460000 --retries 1 -o json", code=6).error["kind"] == "rate_limited"


def test_a_failure_of_the_service_waits_as_long_as_is_asked(run, service, monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    service.answer((503, {"errors": []}, {"Retry-After": "9"}), prices())
    run("prices lookup 442079460000")
    assert waited == [9.0]


@pytest.mark.parametrize(
    "broken", [prices(total_records=2), (200, {"data": {}}, {}), (200, b"<html>", {"Content-Type": "text/html"})]
)
def test_a_broken_answer_is_no_price(run, service, broken):
    service.answer(broken)
    result = run("prices lookup 442079460000 --retries 0 -o json", code=7)
    assert "the answer is broken" in result.error["message"]
    assert result.out == ""


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_has_its_columns_in_the_catalog(name):
    row = SERVICES[name].row
    assert all(row.attribute(column) for column in row.columns)
