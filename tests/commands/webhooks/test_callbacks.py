"""``webhook send`` and ``listen``, and callbacks end to end."""

from __future__ import annotations

import json
import signal
import time

import pytest

from tests.commands.tools.test_emulator import served
from tests.commands.webhooks.hooks import SECRET, listening, webhook
from tests.conftest import run_line, running_server


@pytest.mark.parametrize(
    "event", ["order-completed", "export-completed", "address-verification-rejected", "trunk-blocked"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_send(event, method):
    if event == "trunk-blocked" and method == "get":
        webhook(f"send http://127.0.0.1:9/ --event {event} --method get --secret-env HOOK_SECRET", code=2)
        return
    with running_server() as endpoint:
        endpoint.answer((200, b"thanks\r\nfor it\n", {"Content-Type": "text/plain"}))
        url = f"{endpoint.url}/hook"
        result = webhook(f"send {url} --event {event} --method {method} --id abc --secret-env HOOK_SECRET")
        (seen,) = endpoint.seen
    assert "Attempt 1: 200" in result.out
    assert result.lines[-2:] == ["thanks", "for it"]
    assert seen.method == method.upper()
    raw = f"{seen.method} {seen.path} HTTP/1.1\n" if method == "post" else ""
    if raw:
        headers = "".join(f"{name}: {value}\n" for name, value in seen.headers.items())
        capture = raw + "X-Forwarded-Proto: http\n" + headers + "\n" + seen.body.decode()
        webhook("verify - --secret-env HOOK_SECRET", stdin=capture)


def test_send_tells_of_a_refusal_and_repeats_on_demand():
    with running_server() as endpoint:
        endpoint.answer((500, b"no", {}), (503, b"no", {}), (204, b"", {}))
        line = f"send {endpoint.url} --event order-canceled --secret-env HOOK_SECRET"
        webhook(line, code=10)
        assert len(endpoint.seen) == 1
        assert "Attempt 2: 204" in webhook(f"{line} --repeat --repeat-scale 0").out
        bodies = [seen.body for seen in endpoint.seen[1:]]
    assert bodies[0] == bodies[1]
    webhook("send http://127.0.0.1:9/ --event order-canceled --secret-env HOOK_SECRET", code=7)
    told = webhook("send http://127.0.0.1:9/ --event order-cancelled --secret-env HOOK_SECRET", code=2).err
    assert "There is no event order-cancelled. Did you mean order-canceled" in told
    assert "must be 0-65535.\n" in webhook("listen --port 99999 --secret-env HOOK_SECRET", code=2).err
    request = webhook("send http://h.example/ --event order-canceled --secret-env HOOK_SECRET --dry-run -o json").json
    assert request["method"] == "POST"


def test_listen_answers_saves_and_ends_cleanly(tmp_path):
    with listening("--secret-env", "HOOK_SECRET", "--save", str(tmp_path / "saved")) as (url, process):
        webhook(f"send {url} --event order-completed --id one --secret-env HOOK_SECRET")
        result = webhook(f"send {url} --event order-completed --id two --secret-env OTHER_SECRET -o json", code=10)
        assert result.json["status"] == 403
        first, second = (json.loads(process.stdout.readline()) for _ in range(2))
        assert (first["valid"], first["event"]["id"], second["valid"]) == (True, "one", False)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "Traceback" not in err
    verdicts = webhook(f"verify {tmp_path / 'saved'} --secret-env HOOK_SECRET -o json", code=10).json
    assert [verdict["valid"] for verdict in verdicts] == [True, False]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_listen_ends_as_well_when_it_is_told_to(name):
    with listening("--secret-env", "HOOK_SECRET") as (_, process):
        process.send_signal(getattr(signal, name))
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, "Traceback" in err) == (0, "", False)


def test_an_order_of_the_emulated_account_is_called_back_verified_and_forwarded(monkeypatch):
    with running_server() as target:
        target.answer((200, b"ok", {}))
        forward = ("--secret-env", "HOOK_SECRET", "--forward-to", f"{target.url}/orders")
        options = ("--callback-secret", SECRET, "--after-seconds", "0", "--callback-scale", "0.001")
        with listening(*forward) as (url, listener), served(*options) as (base_url, _):
            monkeypatch.setenv("DIDWW_BASE_URL", base_url)
            monkeypatch.setenv("DIDWW_API_KEY", "any")
            number = run_line("available-dids list -n 1 -o json --include did_group.stock_keeping_units -q").json[0]
            sku = number["did_group"]["stock_keeping_units"][0]["id"]
            body = {
                "data": {
                    "type": "orders",
                    "attributes": {
                        "items": [
                            {"type": "did_order_items", "attributes": {"sku_id": sku, "available_did_id": number["id"]}}
                        ],
                        "callback_url": url,
                        "callback_method": "post",
                    },
                }
            }
            order = run_line("api POST /orders --data -", json.dumps(body)).json["data"]
            event = json.loads(listener.stdout.readline())
        assert event["valid"] is True
        assert event["secret"] == "HOOK_SECRET"
        assert event["event"] == {"type": "orders", "id": order["id"], "status": "completed"}
        deadline = time.monotonic() + 10
        while not target.seen and time.monotonic() < deadline:
            pass
        assert target.seen[0].path == "/v3/orders"
        assert order["id"] in target.seen[0].body.decode()
        headers = {name.lower(): value for name, value in target.seen[0].headers.items()}
    assert headers["x-didww-signature"] == event["signature"]
