"""``numbers buy``: the whole way, and from wherever it breaks to the same end, with nothing bought twice."""

from __future__ import annotations

import shlex
from decimal import Decimal

import pytest

from tests.conftest import problem, run_line
from tests.harmed import Harmed
from tests.spoken import SPOKEN
from tests.terminal import in_terminal

BOTH = pytest.mark.parametrize("version", SPOKEN, indirect=True)
LINE = "numbers buy --country US --region CA --qty 2 --trunk Headquarters --description Hotline --yes"
HELD = "numbers buy --city 'New York' --reserve --qty 2 --trunk Headquarters --description Hotline --yes"
NAMED = "numbers buy 12025550101 12025550102 --reserve --trunk Headquarters --description Hotline --yes"


def on_from(result) -> str:
    """The command to go on with, which is the last that is told."""
    return result.err.strip().splitlines()[-1].rpartition("Go on with: ")[2].removeprefix("didww ")


def money_of(didww) -> Decimal:
    return Decimal(didww("balance -o json").json["total_balance"])


@BOTH
def test_from_the_search_to_the_trunk(didww):
    before = money_of(didww)
    done = didww(f"{LINE} --capacity-pool Standard --cycles 3 -o json")
    assert [one["description"] for one in done.json] == ["Hotline"] * 2
    assert {one["voice_in_trunk"]["name"] for one in done.json} == {"Headquarters"}
    assert {one["capacity_pool"]["name"] for one in done.json} == {"Standard"}
    assert {one["billing_cycles_count"] for one in done.json} == {3}
    assert {one["number"][:4] for one in done.json} == {"1213"}
    assert "Once it is completed, its DIDs get description Hotline" in done.err
    assert before - money_of(didww) == Decimal("1.00")


def test_calls_and_sms_each_to_their_trunk(didww):
    line = "numbers buy --country GB --features sms_in --trunk Headquarters --trunk Campaigns --yes -o json"
    bought = didww(line).json
    found = didww(f"dids get {bought[0]['number']} -i sms_trunk,voice_in_trunk -o json").json
    assert (found["sms_trunk"]["name"], found["voice_in_trunk"]["name"]) == ("Campaigns", "Headquarters")
    refused = didww("numbers buy --country GB --trunk Headquarters --trunk London --yes", code=2)
    assert "--trunk London: each number has one voice_in_trunk or voice_in_trunk_group alone." in refused.err


@BOTH
def test_the_question_says_what_it_costs_and_what_follows(didww):
    before = money_of(didww)
    asked = didww(LINE.replace(" --yes", ""), code=9).err
    assert "2  numbers of Los Angeles   0.00     1.00" in asked
    assert "Once it is completed, its DIDs get description Hotline, voice_in_trunk Headquarters." in asked
    assert "Place this order for 1.00 now (0.00 setup, 1.00 first month), then 1.00 a month, without VAT?" in asked
    assert "5 areas fit; Chicago is taken, as none is cheaper." in didww("numbers buy --country US", code=9).err
    for asked in ("--city Berlin", "--city Berlin --reserve", "493023125002"):
        assert "only once they are registered" in didww(f"numbers buy {asked} --dry-run").err
    assert money_of(didww) == before
    held = didww(HELD.replace(" --yes", ""), code=9)
    assert "Hold and buy 2 numbers?" in held.err
    assert len(didww("reservations list -o json").json) == 1


@BOTH
def test_a_dry_run_shows_the_whole_plan(didww):
    shown = didww(f"{HELD} --dry-run -o json")
    assert [(one["method"], one["url"].partition("/v3")[2]) for one in shown.json] == [
        ("POST", "/did_reservations"),
        ("POST", "/did_reservations"),
        ("POST", "/orders"),
        ("PATCH", "/dids/EACH-NEW-DID"),
    ]
    assert shown.json[3]["body"]["data"]["attributes"] == {"description": "Hotline"}
    assert "It would be ordered for 1.00 now" in shown.err
    assert "once for each of them" in shown.err
    assert [one["method"] for one in didww(f"{LINE} --dry-run -o json").json] == ["POST", "PATCH"]
    assert didww("orders list -f external_reference_id=x -o json").json == []


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("--country US --max-total 0.4", 10, "--max-total 0.40: it costs 0.50 now"),
        ("--country US --qty 3 --max-total 1.49 --yes", 10, "it costs 1.50 now"),
        ("12025550101 --reserve --max-total 0.1 --yes", 10, "What was held is given back"),
        ("--country US --qty 0", 2, "--qty must be at least 1"),
        ("--country US --cycles 1000", 2, "--cycles"),
        ("12025550101 --country US", 2, "--country cannot stand beside"),
        ("12025550101 --qty 2", 2, "--qty cannot stand beside"),
        ("", 2, "Say where"),
        ("--country US --trunk Headquartes --yes", 4, "Did you mean Headquarters"),
        ("--country US --capacity-pool Standart --yes", 4, "Standart"),
        ("--country LT --yes", 4, "No numbers fit"),
        ("--country US --qty 500 --yes", 4, "has 100, the most of all that fit"),
        ("--country US --contains 9999 --yes", 4, "No numbers are on sale one by one that fit"),
        ("12025559999 --yes", 4, "12025559999"),
        ("12025550101 --channels 3 --yes", 4, "Not on sale with 3 channels: 12025550101."),
    ],
)
def test_what_is_refused_costs_nothing(didww, asked, code, told):
    before = money_of(didww)
    assert told in didww(f"numbers buy {asked}", code=code).err
    assert money_of(didww) == before
    assert len(didww("reservations list -o json").json) == 1


def test_what_is_bought_is_no_longer_on_sale(didww):
    available = "numbers search --city Washington -o csv -c available"
    assert didww(available).lines[1] == "99"
    didww("numbers buy 12025550101 --yes")
    assert didww(available).lines[1] == "98"


@pytest.mark.parametrize(("keys", "code", "bought"), [(b"y\n", 0, 2), (b"n\n", 9, 0)])
def test_on_a_terminal_what_is_held_and_not_wanted_is_given_back(didww, keys, code, bought):
    line = shlex.split(f"--profile demo {HELD}".replace(" --yes", ""))
    screen = in_terminal(line, columns=160, keys=keys, wait_for=b"[y/N]")
    assert screen.code == code, screen.text
    assert "Held for ten minutes: 1212555" in screen.text
    assert ("What was held is given back." in screen.text) == (not bought)
    assert len(didww("dids list -f description=Hotline -o ids").lines) == bought
    assert len(didww("reservations list -o ids").lines) == 1


def test_the_nanpa_prefix_is_ordered_by(server, live):
    account = Harmed(server)
    server.answer(account)
    assert live("numbers buy --nanpa 212555 --yes -o ids").lines
    item = next(seen for seen in server.seen if seen.method == "POST").json["data"]["attributes"]["items"][0]
    assert {"nanpa_prefix_id", "qty", "sku_id"} == set(item["attributes"])


HARMS = {
    LINE: ["POST /orders", "PATCH", "PATCH"],
    HELD: ["POST /did_reservations", "POST /did_reservations", "POST /orders", "PATCH", "PATCH"],
    NAMED: ["POST /did_reservations", "POST /did_reservations", "POST /orders", "PATCH", "PATCH"],
}
STEPS = [(line, at) for line, steps in HARMS.items() for at in range(2 if line == NAMED else 1, len(steps) + 1)]
STEPS = [(line, at) for line, at in STEPS if line != NAMED or HARMS[line][at - 1] != "PATCH"]


@BOTH
@pytest.mark.parametrize("harm", ["before drop", "after drop", "before 422"])
@pytest.mark.parametrize(("line", "at"), STEPS, ids=[f"{line.split()[2]}-{at}" for line, at in STEPS])
def test_whatever_write_comes_to_harm_the_command_to_go_on_with_goes_on(server, live, version, line, at, harm):
    account = Harmed(server, harm={at: harm})
    server.answer(account)
    before = money_of(live)
    orders = len(live("orders list -o ids").lines)
    command = f"--api-version {version} {line}"
    failed = None
    for _ in range(2):
        result = run_line(command)
        if result.code == 0:
            break
        failed = result
        assert account.harm == {}
        refused_order = harm == "before 422" and HARMS[line][at - 1] == "POST /orders"
        command = command if refused_order else on_from(result)
        assert refused_order or "--external-reference-id" in command, str(result)
    assert result.code == 0, str(result)
    assert failed or harm == "after drop"
    bought = live("dids list -f description=Hotline -o json").json
    assert len(bought) == 2
    assert {one["voice_in_trunk"]["name"] for one in bought} == {"Headquarters"}
    assert before - money_of(live) == Decimal("1.00")
    assert len(live("orders list -o ids").lines) == orders + 1
    assert len(live("reservations list -o ids").lines) == 1


@BOTH
@pytest.mark.parametrize("path", ["/orders/", "/dids"])
def test_whatever_read_fails_after_the_order_the_command_goes_on(server, live, path):
    account = Harmed(server)
    server.answer(account)
    before = money_of(live)
    account.on_read = lambda seen: (
        problem(500, "Broken") if account.writes and seen.path.startswith(f"/v3{path}") else None
    )
    failed = live(f"--retries 0 {LINE}", code=7)
    account.on_read = lambda seen: None
    done = live(on_from(failed))
    assert "Nothing was sent:" in done.err
    assert [one.partition(" /dids/")[0] for one in account.writes] == ["POST /orders", "PATCH", "PATCH"]
    assert before - money_of(live) == Decimal("1.00")


def test_a_wait_that_ends_too_soon_goes_on(server, live):
    account = Harmed(server)
    server.answer(account)
    late = live(f"{LINE} --wait-timeout 0", code=11)
    line = on_from(late).replace("--wait-timeout 0.0", "")
    live(line)
    assert account.writes.count("POST /orders") == 1
    again = live(f"{line} --dry-run -o json")
    assert again.json == []
    assert "Nothing would be ordered:" in again.err
    assert account.writes.count("POST /orders") == 1


def test_a_reference_of_another_order_is_told(didww):
    result = didww("numbers buy --country US --qty 5 --external-reference-id order-first --yes", code=10)
    assert "For a new order choose another reference" in result.err


@BOTH
@pytest.mark.parametrize(
    ("line", "path"),
    [(LINE, "/voice_in_trunks"), (LINE, "/countries"), (LINE, "/did_groups"), (HELD, "/cities"), (HELD, "/available")],
)
def test_what_fails_before_the_order_says_that_nothing_was_ordered(server, live, line, path):
    account = Harmed(server, on_read=lambda seen: problem(500, "Broken") if path in seen.path else None)
    server.answer(account)
    assert "Nothing was ordered." in live(f"--retries 0 {line}", code=7).err
    assert account.writes == []


@BOTH
def test_what_is_held_when_the_price_cannot_be_read_is_gone_on_with(server, live):
    account = Harmed(server)
    server.answer(account)
    account.on_read = lambda seen: problem(500, "Broken") if "/did_reservations/" in seen.path else None
    failed = live(f"--retries 0 {HELD}", code=7)
    assert "Nothing was ordered. What is held stays so for ten minutes." in failed.err
    account.on_read = lambda seen: None
    live(on_from(failed))
    assert [one.partition(" /dids/")[0] for one in account.writes] == [*HARMS[HELD][:3], "PATCH", "PATCH"]


@BOTH
def test_what_was_held_is_bought_by_the_same_price(server, live):
    """A DID group may have no stock keeping unit without channels; what goes on chooses as before."""
    account = Harmed(server, harm={3: "before drop"})
    server.answer(account)
    failed = live(f"{HELD} --channels 2", code=8)
    live(on_from(failed))
    sent = [
        seen.json["data"]["attributes"]["items"] for seen in server.seen if seen.path.endswith("/orders") and seen.body
    ]
    skus = [[one["attributes"]["sku_id"] for one in items] for items in sent]
    assert skus[0] == skus[1]


def test_interrupted_in_the_question_it_tells_what_is_held(server, live):
    account = Harmed(server)
    server.answer(account)
    line = HELD.replace(" --yes", "")
    screen = in_terminal(shlex.split(line), columns=240, keys=b"\x03", wait_for=b"[y/N]")
    assert screen.code == 130, screen.text
    assert "Interrupted. Nothing was ordered. What is held stays so for ten minutes." in screen.text
    back = next(one for one in screen.lines if one.startswith("Go on with: ")).partition("didww ")[2]
    live(f"{back} --yes")
    assert [one.partition(" /dids/")[0] for one in account.writes] == [*HARMS[HELD][:3], "PATCH", "PATCH"]


def test_while_it_looks_for_a_lost_order_it_says_so(server, live):
    account = Harmed(server, harm={1: "before drop"})
    server.answer(account)
    process = in_terminal(["--max-time", "3", *shlex.split(LINE)], columns=160)
    assert "The answer was lost; looking whether the order is there" in process.text
    assert process.code == 8


@BOTH
def test_the_cost_and_the_order_are_told_where_nothing_is_asked(didww):
    done = didww(f"{LINE} -o ids").err
    assert "Ordering for 1.00 now (0.00 setup, 1.00 first month), then 1.00 a month, without VAT." in done
    order = didww("orders list -s created_at -o json").json[-1]
    assert f"The order {order['reference']} is completed; its amount is {order['amount']}." in done


@BOTH
def test_numbers_that_lack_what_their_trunk_needs_are_told(didww):
    didww("trunks in list")
    for asked in ("--country US", "12125550103", "--city 'New York' --contains 555"):
        line = f"--api-version 2026-11-19 numbers buy {asked} --trunk Headquarters --trunk Mailbox --dry-run"
        assert "These numbers cannot do sms_in, which --trunk needs;" in didww(line).err
    fine = didww("--api-version 2026-11-19 numbers buy --country GB --features sms_in --trunk Mailbox --dry-run").err
    assert "cannot do" not in fine


@BOTH
def test_a_number_named_in_two_ways_is_bought_once(didww):
    items = didww("numbers buy 12025550101 +1-202-555-0101 --dry-run -o json").json["body"]["data"]["attributes"][
        "items"
    ]
    assert len(items) == 1
    identifier = didww("available-dids get 12025550101 -o json").json["id"]
    assert "named twice" in didww(f"numbers buy 12025550101 {identifier} --yes", code=2).err


@BOTH
def test_a_region_by_its_code_with_the_country(didww):
    assert didww("numbers buy --country US --region US-CA --dry-run -o json").json


@BOTH
def test_a_pool_alone_gives_no_channels_and_that_is_told(didww):
    """What is told beforehand is what ``route`` says afterwards."""
    silent = "gets no calls until it is given capacity. --channels buys it with some; those of its pool are given by"
    assert silent in didww("numbers buy --country US --capacity-pool Standard --dry-run").err
    assert silent not in didww("numbers buy --country US --channels 2 --dry-run").err
    bought = didww("numbers buy --country US --capacity-pool Standard --trunk Headquarters --yes -o json").json[0]
    assert "it has no channels" in didww(f"route {bought['number']}").out
    didww(f"dids update {bought['number']} --dedicated-channels-count 1 --yes")
    assert "it has no channels" not in didww(f"route {bought['number']}").out


@pytest.mark.parametrize("line", ["numbers buy --qty 2", "numbers buy --qty 2 --trunk Headquarters", "orders create"])
def test_the_new_dids_have_room_on_a_terminal(line):
    """Nobody can buy them again to see other columns."""
    where = "--did-group Chicago --wait" if line == "orders create" else "--city Chicago"
    screen = in_terminal(["--profile", "demo", *shlex.split(f"{line} {where} --yes")])
    assert screen.code == 0, screen.text
    assert "No room" not in screen.text.rpartition("NUMBER")[2]
    assert "13125550100" in screen.text
    assert "UTC" in screen.text.rpartition("13125550100")[2]
