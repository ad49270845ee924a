"""``orders create`` never orders twice: over HTTP, with faults."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.commands.orders.shop import BUY, HTML, SKU, Shop
from tests.conftest import document, problem, run_line, running_server

ROOT = Path(__file__).parents[3]
LOST = ["drop", "500", "502", "503", "504", "cut", "html", "empty", "nothing", "list"]


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize("reference", ["", "--external-reference-id po-1"])
def test_an_order_whose_answer_is_lost_is_found(server, live, what, reference):
    shop = Shop([f"after {what}"])
    server.answer(shop)
    result = live(f"{BUY} {reference}")
    assert (shop.posts, len(shop.orders)) == (1, 1)
    assert result.json["id"] == shop.orders[0]["id"]
    assert "answer was lost" in result.err


@pytest.mark.parametrize("what", ["drop", "500", "502", "503", "504", "html"])
def test_an_order_that_does_not_turn_up_is_exit_8_with_the_command_to_repeat(server, live, what):
    shop = Shop([f"before {what}"])
    server.answer(shop)
    result = live(f"{BUY} --retries 2", code=8)
    assert (shop.posts, len(shop.orders)) == (1, 0)
    assert result.out == ""
    sent = next(seen for seen in server.seen if seen.method == "POST").json["data"]["attributes"]
    reference = sent["external_reference_id"]
    assert result.error["kind"] == "outcome_unknown"
    assert reference in result.error["message"]
    command = result.error["hint"].splitlines()[-1]
    assert command == (
        f"didww orders create --output json --retries 2 --sku {SKU} --qty 1 --external-reference-id {reference} --yes"
    )
    assert len([seen for seen in server.seen if seen.method == "GET"]) == 6
    again = live(command.removeprefix("didww "))
    assert (shop.posts, len(shop.orders)) == (2, 1)
    assert live(command.removeprefix("didww ")).json["id"] == again.json["id"]
    assert (shop.posts, len(shop.orders)) == (2, 1)


def test_an_order_that_turns_up_late_is_found(server, live):
    shop = Shop(["after drop"], look_ups=[document([]), document([]), document([])])
    server.answer(shop)
    assert live(BUY).json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_look_ups_that_fail_are_repeated(server, live):
    shop = Shop(["after 500"], look_ups=[problem(500, "Broken")] * 5 + ["drop", HTML, document([])])
    server.answer(shop)
    assert live(BUY).json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_the_look_ups_take_half_a_minute(server, live, monkeypatch):
    pauses = []
    monkeypatch.setattr("time.sleep", pauses.append)
    server.answer(Shop(["before drop"]))
    live(BUY, code=8)
    assert sum(pauses) == 30.0


def test_an_order_that_can_never_be_looked_up_is_exit_8(server, live):
    server.answer(lambda seen: "drop" if seen.method == "POST" else problem(401, "Unauthorized"))
    result = live(BUY, code=8)
    assert "could not be looked up either" in result.error["message"]
    assert "--external-reference-id didww-" in result.error["hint"]


def test_429_is_repeated_since_it_did_nothing(server, live):
    shop = Shop(["before 429", "before 429"])
    server.answer(shop)
    live(BUY)
    assert (shop.posts, len(shop.orders)) == (3, 1)
    assert [seen.method for seen in server.seen] == ["POST"] * 3


def test_429_for_good_is_exit_6_and_no_order(server, live):
    shop = Shop(["before 429"] * 9)
    server.answer(shop)
    live(BUY, code=6)
    assert (shop.posts, len(shop.orders)) == (4, 0)


@pytest.mark.parametrize(("status", "code"), [(400, 5), (422, 5), (401, 3), (403, 3)])
def test_a_refused_order_is_not_looked_up(server, live, status, code):
    server.answer(Shop([f"before {status}"]))
    live(BUY, code=code)
    assert [seen.method for seen in server.seen if seen.path != "/token"] == ["POST"]


def test_no_connection_is_no_order(live, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "http://127.0.0.1:9/v3")
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    live(f"{BUY} --retries 1", code=7)


def test_a_given_reference_is_looked_up_first(server, live):
    shop = Shop()
    server.answer(shop)
    first = live(f"{BUY} --external-reference-id po-1")
    assert [seen.method for seen in server.seen] == ["GET", "POST"]
    again = live(f"{BUY} --external-reference-id po-1")
    assert [seen.method for seen in server.seen] == ["GET", "POST", "GET"]
    assert first.json["id"] == again.json["id"]
    assert "Nothing was sent: po-1 is there already" in again.err


def test_a_given_reference_that_cannot_be_looked_up_is_not_ordered(server, live):
    shop = Shop(look_ups=[problem(500, "Broken")] * 4)
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1", code=7)
    assert shop.posts == 0


def test_a_given_reference_is_compared_whole(server, live):
    other = {"id": "o1", "type": "orders", "attributes": {"external_reference_id": "po-10", "status": "completed"}}
    shop = Shop(look_ups=[document([other])])
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1")
    assert shop.posts == 1


def test_several_orders_under_a_reference_are_listed(server, live):
    shop = Shop()
    attributes = {"external_reference_id": "po-1", "status": "completed"}
    for name in ("A-1", "A-2"):
        shop.orders.append({"id": name, "type": "orders", "attributes": {**attributes, "reference": name}})
    server.answer(shop)
    result = live(f"{BUY} --external-reference-id po-1", code=4)
    assert result.error["kind"] == "ambiguous"
    assert "A-1" in result.error["message"]
    assert "A-2" in result.error["message"]
    assert shop.posts == 0


def test_no_confirmation_is_needed_for_what_is_there(server, live):
    shop = Shop()
    server.answer(shop)
    live(f"{BUY} --external-reference-id po-1")
    live(f"orders create --sku {SKU} --qty 1 --external-reference-id po-1")
    assert shop.posts == 1


def test_an_answer_that_takes_too_long_is_lost(server, live):
    shop = Shop()

    def slow(seen):
        answer = shop(seen)
        if seen.method == "POST":
            threading.Event().wait(1.0)
        return answer

    server.answer(slow)
    assert live(f"{BUY} --timeout 0.3").json["id"] == shop.orders[0]["id"]
    assert shop.posts == 1


def test_orders_of_other_references_are_not_taken_for_this_one(server, live):
    """A server that does not know the filter lists all orders."""
    others = [
        {"id": name, "type": "orders", "attributes": {"external_reference_id": name}}
        for name in ("aaa", "po-55", "zzz")
    ]
    made = {"id": "new", "type": "orders", "attributes": {"external_reference_id": "po-5", "status": "pending"}}
    server.answer(lambda seen: (201, {"data": made}, {}) if seen.method == "POST" else document(others))
    assert live(f"{BUY} --external-reference-id po-5").json["id"] == "new"
    assert [seen.method for seen in server.seen] == ["GET", "POST"]


@pytest.mark.parametrize("reference", ["", " po", "po ", "a,b", "\tpo"])
def test_a_reference_that_could_not_be_found_again_is_refused(server, live, reference):
    assert "found again" in live(f"{BUY} --external-reference-id '{reference}'", code=2).err
    assert server.seen == []


def test_look_ups_together_take_no_longer_than_the_times_given():
    """A server that answers no look-up, ever: by the clock of a process of its own."""
    shop = Shop(["before drop"])

    def silent(seen):
        return shop(seen) if seen.method == "POST" else threading.Event().wait(40) or "drop"

    with running_server() as server:
        server.answer(silent)
        start = time.monotonic()
        line = f"{BUY} --timeout 1 --retries 1 --max-time 8"
        done = subprocess.run(
            [sys.executable, "-m", "didww_cli", *shlex.split(line)],
            env={**os.environ, "DIDWW_BASE_URL": server.url, "DIDWW_API_KEY": "k"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        seconds = time.monotonic() - start
    assert done.returncode == 8, done.stderr
    assert shop.posts == 1
    assert seconds < 30
    assert "no answer in time" in json.loads(done.stderr.splitlines()[-1])["error"]["message"]


def test_an_order_sent_twice_on_its_way_is_told(server, live):
    shop = Shop()

    def doubling(seen):
        shop(seen) if seen.method == "POST" else None
        return "drop" if seen.method == "POST" and shop(seen) else shop(seen)

    server.answer(doubling)
    assert "2 orders have the external reference" in live(BUY, code=4).err


@pytest.mark.parametrize("what", ["drop-before", "drop-after", "cut", "html", "500"])
def test_over_the_socket_of_the_emulated_account(monkeypatch, what):
    pytest.importorskip("waitress")
    from didww_cli.emulator.serve import ServeOptions, running

    monkeypatch.setenv("DIDWW_API_KEY", "any")
    with running(ServeOptions(port=0, faults=(f"POST /orders={what}",))) as (server, base_url):
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            monkeypatch.setenv("DIDWW_BASE_URL", base_url)
            line = "orders create --did-group Chicago --qty 1 --yes --external-reference-id po-1"
            code = run_line(line).code
            found = json.loads(run_line("orders list --filter external_reference_id=po-1 -o json").out)
        finally:
            server.stop()
            thread.join(10)
    acted = what in ("drop-after", "cut")
    assert (code, len(found)) == ((0, 1) if acted else (8, 0))


def test_many_orders_under_faults():
    command = [sys.executable, "benchmarks/orders_under_faults.py", "--orders", "60", "--share", "0.5"]
    done = subprocess.run([*command, "--command-lines", "0"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wanted 60 orders; the account holds 60: 0 double, 0 lost" in done.stdout
