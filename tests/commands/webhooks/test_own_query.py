"""Callbacks to URLs with a query of their own, from ``send``, ``sign`` and the emulated account to ``listen``."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from didww_cli.catalog.events import EVENTS_BY_NAME
from tests.commands.tools.test_emulator import served
from tests.commands.webhooks.hooks import SECRET, listening, webhook
from tests.conftest import run_line

OWN = "token=abc&tenant=9"


@pytest.fixture(autouse=True)
def secrets(monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", SECRET)


def test_send_listen_and_verify_agree_for_every_event(tmp_path):
    cases = [(name, method) for name, event in EVENTS_BY_NAME.items() for method in ("get", "post")[event.as_array :]]
    with listening("--secret-env", "HOOK_SECRET", "--save", str(tmp_path / "saved")) as (url, process):
        for name, method in cases:
            line = f"send '{url}?{OWN}' --event {name} --method {method} --secret-env HOOK_SECRET -o json"
            assert webhook(line).json["status"] == 204
        told = [json.loads(process.stdout.readline()) for _ in cases]
    assert [event["valid"] for event in told] == [True] * 16
    assert [event["event"]["type"] for event in told] == [EVENTS_BY_NAME[name].type for name, _ in cases]
    assert all(f"?{OWN}" in event["url"] for event in told)
    verdicts = webhook(f"verify {tmp_path / 'saved'} --secret-env HOOK_SECRET -o json").json
    assert [verdict["valid"] for verdict in verdicts] == [True] * 16


def test_what_sign_signs_verifies():
    params = "--param id=1 --param status=completed --param type=orders --method get"
    url = f"'https://h.example/cb?{OWN}'"
    shown = webhook(f"sign {url} {params} --secret-env HOOK_SECRET -o json").json
    assert shown["url"] == f"https://h.example/cb?{OWN}&id=1&status=completed&type=orders"
    assert shown["signed_text"] == (
        f"https://h.example:443/cb?{OWN}&id=1&status=completed&type=ordersid1statuscompletedtypeorders"
    )
    given = f"--signature {shown['signature']} --secret-env HOOK_SECRET"
    webhook(f"verify --url '{shown['url']}' {given}")
    webhook(f"verify --url {url} {params} {given}")
    webhook(f"verify --url '{shown['url'].replace('abc', 'abd')}' {given}", code=10)
    assert "A GET has no body" in webhook(f"sign {url} --method get --body - --secret-env HOOK_SECRET", code=2).err


def item(base_url, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", base_url)
    monkeypatch.setenv("DIDWW_API_KEY", "any")
    number = run_line("available-dids list -n 1 -o json --include did_group.stock_keeping_units -q").json[0]
    sku = number["did_group"]["stock_keeping_units"][0]["id"]
    return {"type": "did_order_items", "attributes": {"sku_id": sku, "available_did_id": number["id"]}}


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_emulated_account_calls_back_so_that_it_verifies(method, monkeypatch):
    options = ("--callback-secret", SECRET, "--after-seconds", "0", "--callback-scale", "0.001")
    with listening("--secret-env", "HOOK_SECRET") as (url, listener), served(*options) as (base_url, _):
        callback = {"callback_url": f"{url}?{OWN}", "callback_method": method}
        day = (datetime.now(UTC) - timedelta(days=2)).strftime("%Y-%m-%d")
        wanted = {
            "orders": {"items": [item(base_url, monkeypatch)]},
            "exports": {"export_type": "cdr_in", "filters": {"from": f"{day} 00:00:00", "to": f"{day} 23:59:59"}},
        }
        for kind, attributes in wanted.items():
            body = {"data": {"type": kind, "attributes": {**attributes, **callback}}}
            answer = run_line(f"api POST /{kind} --data -", json.dumps(body))
            assert answer.code == 0, str(answer)
            made = answer.json["data"]
            event = json.loads(listener.stdout.readline())
            assert (event["valid"], event["event"]) == (
                True,
                {"type": kind, "id": made["id"], "status": "completed"},
            )
            assert f"?{OWN}" in event["url"]
            assert event["status"] == 204
