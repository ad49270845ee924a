"""``numbers search``: what is on sale, with prices, in as few requests as there are pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import document
from tests.harmed import Harmed
from tests.spoken import SPOKEN
from tests.terminal import in_terminal

BOTH = pytest.mark.parametrize("version", SPOKEN, indirect=True)


FREE = {"stock_keeping_units": {"data": []}}


def requests_of(result) -> list[str]:
    """The requests of a verbose run, without the host."""
    return [line.partition("/v3")[2] for line in result.err.splitlines() if line.startswith("-> GET")]


@BOTH
def test_each_price_of_a_place_is_a_row(didww):
    found = didww("numbers search --country US --region CA -o json").json
    assert [(row["area"], row["channels"], row["setup"], row["monthly"], row["available"]) for row in found] == [
        ("Los Angeles", 0, "0.0", "0.5", 99),
        ("Los Angeles", 2, "0.0", "1.5", 99),
    ]
    assert found[0] == {
        **found[0],
        "type": "stock_keeping_units",
        "country": "US",
        "region": "California",
        "number_type": "local",
        "prefix": "1213",
        "documents": False,
    }


@BOTH
@pytest.mark.parametrize(
    ("asked", "areas"),
    [
        ("--country GB --type toll-free", ["Freephone"]),
        ("--country gb --features sms_in,voice_in --max-monthly 3", ["Mobile"]),
        ("--country 'United Kingdom' --prefix 161", ["Manchester"]),
        ("--city berlin", ["Berlin"]),
        ("--country FR --no-registration", []),
        ("--area acapulco --channels 2", ["Acapulco"]),
        ("--nanpa 1-212-555", ["New York"]),
        ("--country US --sort -available,area --channels 0 -n 2", ["Chicago", "Jersey City"]),
    ],
)
def test_what_is_wanted_is_what_is_found(didww, asked, areas):
    found = didww(f"numbers search {asked} -o json").json
    assert list(dict.fromkeys(row["area"] for row in found)) == areas


@BOTH
def test_single_numbers_with_prices(didww):
    found = didww("numbers search --country GB --numbers --sort number -o json").json
    assert [(row["number"], row["monthly"]) for row in found][:2] == [("441614960001", "0.8"), ("442079460002", "0.8")]
    assert found[0]["id"] == didww("available-dids get 441614960001 -o json").json["id"]
    assert {row["number"] for row in didww("numbers search --country GB --contains 9460 -o json").json} == {
        row["number"] for row in found if "9460" in row["number"]
    }
    assert {row["area"] for row in didww("numbers search --country GB --prefix 44161 --numbers -o json").json} == {
        "Manchester"
    }
    assert didww("numbers search --nanpa 212555 --numbers -o csv -c number").lines[1:]


def test_prices_are_sorted_as_amounts(didww):
    found = didww("numbers search --country GB --sort price -o csv -c monthly").lines[1:]
    assert found == ["0.8", "0.8", "2.8", "2.8", "3.0", "5.0", "5.0", "7.0"]


def test_coverage_is_kept_for_an_hour(didww, monkeypatch):
    line = "numbers search --country US -v"
    first = requests_of(didww(line))
    assert [one.partition("?")[0] for one in first] == ["/countries", "/did_groups"]
    again = didww(line)
    assert requests_of(again) == []
    assert "--fresh reads it again" in again.err
    assert requests_of(didww(f"{line} --fresh")) == first
    import time

    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 3601)
    assert requests_of(didww(line)) == first


def test_what_is_kept_is_the_accounts_own_and_private(didww, tmp_path):
    didww("numbers search --country US")
    kept = list(tmp_path.rglob("coverage/*/*.json"))
    assert len(kept) == 2
    assert {oct(one.stat().st_mode & 0o777) for one in kept} == {"0o600"}
    for one in kept:
        Path(one).write_text('{"time": 1e99, "documents"')
    assert len(requests_of(didww("numbers search --country US -v"))) == 2


def test_a_list_that_breaks_off_is_not_kept(server, live):
    group = {"id": "g1", "type": "did_groups", "attributes": {"area_name": "Springfield"}, "relationships": FREE}
    server.answer(
        document([group], meta={"total_records": 2}),
        document([], meta={"total_records": 2}),
        document([group], meta={"total_records": 1}),
    )
    live("numbers search --area Springfield --retries 0", code=7)
    live("numbers search --area Springfield")
    assert len(server.seen) == 3
    live("numbers search --area Springfield")
    assert len(server.seen) == 3


def test_as_many_requests_as_pages(server, live):
    def page(seen):
        at = int(seen.query.get("page[number]", "1"))
        groups = [
            {"id": f"g{at}-{one}", "type": "did_groups", "attributes": {"area_name": "X"}, "relationships": FREE}
            for one in range(1000 if at == 1 else 1)
        ]
        return document(groups, meta={"total_records": 1001})

    server.answer(page)
    live("numbers search --area X")
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "linked", [{}, {"stock_keeping_units": {"data": [{"id": "s", "type": "stock_keeping_units"}]}}]
)
def test_a_group_whose_price_was_left_out_is_a_broken_answer(server, live, linked):
    group = {"id": "g1", "type": "did_groups", "attributes": {"area_name": "Springfield"}, "relationships": linked}
    server.answer(document([group], meta={"total_records": 1}))
    assert "did not say what numbers of Springfield cost" in live("numbers search --area Springfield", code=7).err
    assert live("numbers buy --area Springfield --yes", code=7)
    assert {seen.method for seen in server.seen} == {"GET"}


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("", 2, "Say where"),
        ("--prefix 415", 2, "Say where"),
        ("--region CA", 2, "of which country"),
        ("--contains 20", 2, "fewer than 3 digits"),
        ("--country US --type locl", 2, "Did you mean local"),
        ("--country US --features sms", 2, "Did you mean sms_in"),
        ("--country US --max-monthly much", 2, "an amount"),
        ("--nanpa 415", 2, "--prefix 415"),
        ("--country US --sort prize", 2, "Did you mean price"),
        ("--country US -c montly", 2, "Did you mean monthly"),
        ("--country US --limit 0", 2, "at least 1"),
        ("--country US -o jsonapi", 2, "not as jsonapi"),
        ("--country Lituania", 4, "Did you mean Lithuania"),
        ("--country US --region Californa", 4, "Did you mean California"),
        ("--country US --city 'Los Angles'", 4, "Did you mean Los Angeles"),
        ("--nanpa 999999 --numbers", 4, "no NANPA prefix"),
    ],
)
def test_what_is_wrong_is_told_with_the_nearest(didww, asked, code, told):
    assert told in didww(f"numbers search {asked} -v", code=code).err


def test_an_area_that_there_is_not_is_told_with_the_nearest(didww):
    assert "Did you mean Acapulco?" in didww("numbers search --country MX --area Acapulko").err
    assert "There is no area" not in didww("numbers search --country MX --area Acapulco --type mobile").err


def test_what_is_sold_out_is_counted(didww):
    result = didww("numbers search --country LT -o json")
    assert result.json == []
    assert "1 DID group that fits has no numbers now." in result.err


@BOTH
@pytest.mark.parametrize("prefix", ["4420794600", "20794600"])
def test_a_prefix_longer_than_that_of_an_area_finds_single_numbers(didww, prefix):
    areas = didww(f"numbers search --country GB --prefix {prefix}")
    assert areas.out == ""
    assert "Areas that may have some begin with 4420: --numbers looks at single numbers." in areas.err
    found = didww(f"numbers search --country GB --prefix {prefix} --numbers -o json").json
    assert [row["area"] for row in found] == ["London"] * 4
    one = f"--country GB --prefix {prefix}03 --numbers -o csv -c number"
    assert didww(f"numbers search {one}").lines[1:] == ["442079460003"]
    assert didww(f"numbers search --country GB --prefix {prefix[1:]} --numbers -o json").json == []
    items = didww(f"numbers buy --country GB --prefix {prefix}03 --reserve --dry-run -o json").json
    assert [one["method"] for one in items] == ["POST", "POST"]


@pytest.mark.parametrize("line", ["search", "buy"])
def test_a_slow_search_says_on_the_terminal_how_far_it_is(server, line):
    def slowly(seen):
        account.release.wait(1.1 if seen.path.endswith("/countries") else 0)

    account = Harmed(server, on_read=slowly)
    server.answer(account)
    screen = in_terminal(["numbers", line, "--country", "US"], keys=b"n\n", wait_for=b"Chicago")
    assert "15 countries …" in screen.text


@BOTH
@pytest.mark.parametrize(
    ("line", "most"),
    [
        ("search --country US --region CA --numbers --prefix 1213 --fresh", 4),
        ("search --country US --prefix 999 --fresh", 2),
        ("search --country US --area Nowhere --fresh", 3),
        ("buy --country US --region CA --reserve --prefix 1213 --dry-run", 5),
    ],
)
def test_each_list_is_read_once_in_a_run(didww, line, most):
    asked = requests_of(didww(f"numbers {line} -v"))
    assert len(asked) == len(set(asked)) == most
