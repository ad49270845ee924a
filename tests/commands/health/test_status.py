"""``didww status``: one screen, at most twelve requests, in either version; what is not known is not nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.conftest import document, problem
from tests.spoken import NEW, OLD


@pytest.mark.parametrize("version", [OLD, NEW])
def test_what_it_counts_is_what_lists_hold(didww, version):
    def listed(line):
        return len(didww(f"{line} -o json --api-version {version}").json)

    found = didww(f"status -o json --api-version {version}").json
    counts = found["counts"]
    assert found["api_version"] == version
    assert counts["numbers"] == listed("dids list") == sum(found["countries"].values())
    assert counts["blocked"] == listed("dids list -f blocked=true")
    assert counts["outbound_trunks"] == listed("trunks out list") == sum(found["outbound"].values())
    assert counts["address_verifications"] == listed("address-verifications list -f status=pending")
    assert [one["reference"] for one in found["orders"]] == [
        one["reference"] for one in didww(f"orders list -s -created_at -n 5 -o json --api-version {version}").json
    ]
    assert len(found["history"]) == 14
    assert sum(found["history"].values()) == listed("history list -f created_at_gteq=13d")


def test_one_screen_of_at_most_twelve_requests(didww):
    result = didww("status -v")
    assert result.err.count("-> GET") == 12
    assert "-> POST" not in result.err
    assert len(result.lines) <= 22
    assert max(map(len, result.lines)) <= 80
    assert any(line.startswith("money") and "1000.00" in line for line in result.lines)


def test_what_may_not_be_read_and_what_one_page_does_not_hold(live, server):
    def answer(seen):
        if seen.path == "/v3/balance":
            return document({"id": "b", "type": "balances", "attributes": {"balance": "1.00"}})
        if seen.path == "/v3/capacity_pools":
            return problem(403, "Forbidden")
        if seen.path == "/v3/dids":
            one = {"id": "d1", "type": "dids", "attributes": {}}
            return 200, {"data": [one], "meta": {"total_records": 5000}}, {}
        return 200, {"data": [], "meta": {"total_records": 0}}, {}

    server.answer(answer)
    found = live("status -o json").json
    assert found["money"] == {"balance": "1.00", "credit": None, "total_balance": None}
    assert (found["counts"]["numbers"], found["countries"]) == (5000, None)
    assert (found["counts"]["capacity"], found["capacity"]) == (None, [])
    assert len(server.seen) == 12
    assert any(line.strip() == "too many for a glance; by country: didww costs" for line in live("status").lines)


def test_a_page_that_is_all_of_today_says_so(live, server):
    def answer(seen):
        if seen.path == "/v3/balance":
            return document({"id": "b", "type": "balances", "attributes": {"balance": "1.00"}})
        now = datetime.now(UTC).isoformat()
        one = [{"id": "h1", "type": "did_history", "attributes": {"created_at": now}}]
        held = (one, 500) if seen.path == "/v3/did_history" else ([], 0)
        return 200, {"data": held[0], "meta": {"total_records": held[1]}}, {}

    server.answer(answer)
    assert live("status").lines[-1].startswith("history      too much of today for a glance: ")


def test_a_balance_that_may_not_be_read_hides_nothing(live, server):
    rest = {"data": [], "meta": {"total_records": 3}}
    server.answer(lambda seen: problem(403, "Forbidden") if seen.path == "/v3/balance" else (200, rest, {}))
    assert live("status").lines[1:3] == [
        "money        balance ?, credit ?, total balance ?",
        "numbers      3 DIDs, 3 blocked, 3 awaiting registration",
    ]


def test_a_watch_outlasts_a_failure_but_no_refused_key(live, server):
    looks = [200, 500, 200, 401]

    def answer(seen):
        if seen.path == "/token":
            return problem(401, "Unauthorized")
        if seen.path != "/v3/balance":
            return 200, {"data": [], "meta": {"total_records": 0}}, {}
        status = looks.pop(0)
        usual = document({"id": "b", "type": "balances", "attributes": {"balance": "1.00"}})
        return usual if status == 200 else problem(status, "Broken")

    server.answer(answer)
    result = live("status --watch 2 -o jsonl --retries 0", code=3)
    assert len(result.lines) == 2
    assert "The next look follows in 2 seconds." in result.err


def test_orders_stand_in_columns(didww):
    lines = didww("status").lines
    start = next(at for at, line in enumerate(lines) if line.startswith("last orders"))
    shown = [line[13:] for line in lines[start : start + 5]]
    assert len({re.search(r"\d{4}-\d\d-\d\dT", line).start() for line in shown}) == 1


def test_a_refused_key_is_told_after_one_request(live, server):
    server.answer(problem(401, "Unauthorized"))
    live("status", code=3)
    assert {seen.path for seen in server.seen} <= {"/v3/balance", "/token"}


@pytest.mark.parametrize("line", ["status --watch 1", "status --watch 9 -o json", "status -o csv"])
def test_what_is_typed_wrong_sends_nothing(live, server, line):
    live(line, code=2)
    assert server.seen == []


def test_watching_looks_again(tmp_path):
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    line = [sys.executable, "-m", "didww_cli", "--profile", "demo", "status", "--watch", "2", "-o", "jsonl"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, env=environment) as process:
        looks = [json.loads(process.stdout.readline()) for _ in range(2)]
        process.kill()
    assert looks[0]["at"] < looks[1]["at"]
    assert looks[0]["counts"] == looks[1]["counts"]
