"""``serve``: the emulator over a real socket."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from didww_cli.emulator.serve import ServeOptions, running, serve
from didww_cli.errors import DidwwError, UsageError

from .conftest import document, pause

ROOT = Path(__file__).parents[2]
JSON_API = {"Content-Type": "application/vnd.api+json"}


@contextmanager
def served(**options: Any) -> Iterator[tuple[requests.Session, str]]:
    """A session with a key, and the base URL of a running server."""
    with running(ServeOptions(port=0, **options)) as (server, base_url), requests.Session() as session:
        thread = threading.Thread(target=server.run)
        thread.start()
        session.headers["Api-Key"] = "key"
        session.trust_env = False
        try:
            yield session, base_url
        finally:
            server.stop()
            thread.join(10)
            assert not thread.is_alive()


def test_reading_and_writing_over_a_socket() -> None:
    with served() as (session, url):
        dids = session.get(f"{url}/dids", params={"include": "did_group", "page[size]": "2"})
        assert dids.headers["Content-Type"] == "application/vnd.api+json"
        assert dids.json()["links"]["next"].startswith(f"{url}/dids?include=did_group&page%5Bnumber%5D=2")
        assert session.get(dids.json()["links"]["next"]).json()["data"]
        body = document("voice_in_trunk_groups", {"name": "Größe"})
        made = session.post(f"{url}/voice_in_trunk_groups", json=body, headers=JSON_API)
        assert (made.status_code, made.reason) == (201, "Created")
        gone = session.delete(f"{url}/voice_in_trunk_groups/{made.json()['data']['id']}")
        assert (gone.status_code, gone.content) == (204, b"")
        assert session.get(f"{url}/dids", headers={"Api-Key": ""}).status_code == 401
        assert session.get(f"{url}/bogus").status_code == 404


def test_the_base_may_be_left_out() -> None:
    with served() as (session, url):
        assert session.get(f"{url.removesuffix('/v3')}/dids").json()["links"]["first"].startswith(f"{url}/dids?")


def test_an_export_is_downloaded_over_a_socket() -> None:
    with served() as (session, url):
        link = session.get(f"{url}/exports").json()["data"][0]["attributes"]["url"]
        assert link.startswith(url)
        whole = session.get(link)
        part = session.get(link, headers={"Range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, whole.content[10:20])


def test_fifty_requests_at_a_time() -> None:
    with served(latency=0.3) as (_, url):

        def status(_: int) -> int:
            return requests.get(f"{url}/dids", headers={"Api-Key": "key"}, timeout=20).status_code

        start = time.monotonic()
        with ThreadPoolExecutor(50) as pool:
            assert list(pool.map(status, range(50))) == [200] * 50
        assert time.monotonic() - start < 8


@pytest.mark.parametrize("what", ["drop-before", "drop-after"])
def test_a_dropped_connection(what: str) -> None:
    with served(faults=(f"POST /voice_in_trunk_groups={what}",)) as (session, url):
        body = document("voice_in_trunk_groups", {"name": "New"})
        with pytest.raises(requests.ConnectionError, match="Remote end closed connection without response"):
            session.post(f"{url}/voice_in_trunk_groups", json=body, headers=JSON_API)
        count = session.get(f"{url}/voice_in_trunk_groups").json()["meta"]["total_records"]
        assert count == (3 if what == "drop-after" else 2)


def test_a_cut_reply() -> None:
    with served(faults=("GET /dids=cut",)) as (session, url):
        with pytest.raises(requests.exceptions.ChunkedEncodingError, match="IncompleteRead"):
            session.get(f"{url}/dids")
        assert session.get(f"{url}/pops").ok


def test_other_faults() -> None:
    with served(faults=("GET /pops=500", "GET /areas=html", "GET /cities=slow:1")) as (session, url):
        assert session.get(f"{url}/pops").status_code == 500
        assert session.get(f"{url}/areas").headers["Content-Type"].startswith("text/html")
        with pytest.raises(requests.ReadTimeout):
            session.get(f"{url}/cities", timeout=0.2)


def test_the_rate_limit() -> None:
    with served(rate_limit=5) as (session, url):
        start = time.monotonic()
        replies = [session.get(f"{url}/pops") for _ in range(30)]
        passed = sum(reply.ok for reply in replies)
        assert 5 <= passed <= 5 * (time.monotonic() - start + 1)
        refused = next(reply for reply in replies if not reply.ok)
        assert refused.status_code == 429
        assert refused.json() == {"errors": [{"status": "429", "detail": "Too Many Requests"}]}
        assert session.get(f"{url}/pops", headers={"Api-Key": "other"}).ok
        pause(1.05)
        assert session.get(f"{url}/pops").ok


def test_only_the_key_that_was_given() -> None:
    with served(api_key="right") as (session, url):
        assert session.get(f"{url}/dids").status_code == 401
        assert session.get(f"{url}/dids", headers={"Api-Key": "right"}).ok
        assert session.get(f"{url}/public_keys", headers={"Api-Key": ""}).ok


def test_a_state_file_outlives_the_server(tmp_path: Path) -> None:
    path = tmp_path / "account.json"
    with served(state=path) as (session, url):
        did = session.get(f"{url}/dids").json()["data"][0]["id"]
        session.patch(f"{url}/dids/{did}", json=document("dids", {"description": "kept"}, None, did), headers=JSON_API)
    with served(state=path) as (session, url):
        assert session.get(f"{url}/dids/{did}").json()["data"]["attributes"]["description"] == "kept"
    path.write_text("{")
    with pytest.raises(DidwwError, match="cannot be read"), running(ServeOptions(port=0, state=path)):
        pass


def test_a_large_account() -> None:
    start = time.monotonic()
    with served(dids=100_000) as (session, url):
        assert time.monotonic() - start < 20
        page = session.get(f"{url}/dids", params={"page[size]": "1000", "page[number]": "100"}).json()
        assert page["meta"]["total_records"] == 100_000
        numbers = {did["attributes"]["number"] for did in page["data"]}
        assert len(numbers) == 1000
        groups = session.get(f"{url}/did_groups", params={"page[size]": "1000"}).json()["data"]
        assert all(group["meta"]["total_count"] >= 0 for group in groups)


def test_too_large_an_account() -> None:
    with pytest.raises(UsageError, match=r"No more than 1\d{5} DIDs"), running(ServeOptions(port=0, dids=1_000_000)):
        pass


def test_a_seed_file_is_merged(tmp_path: Path) -> None:
    group = "a0000000-0000-4000-8000-000000000001"
    seed = {
        "balances": None,
        "pops": [{"name": "Moon"}],
        "did_groups": [
            {
                "id": group,
                "area_name": "Nowhere",
                "prefix": "999",
                "features": ["voice_in"],
                "is_metered": False,
                "allow_additional_channels": True,
                "stock": {"first": "99900000000", "size": 5},
            }
        ],
        "dids": [{"number": "99900000009", "did_group": {"type": "did_groups", "id": group}, "description": "mine"}],
    }
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(seed))
    with served(seed_file=path) as (session, url):
        assert session.get(f"{url}/balance").status_code == 404
        assert {pop["attributes"]["name"] for pop in session.get(f"{url}/pops").json()["data"]} >= {"Moon", "SG"}
        query = {"filter[number]": "99900000009", "include": "did_group"}
        found = session.get(f"{url}/dids", params=query).json()
        assert found["data"][0]["attributes"]["blocked"] is False
        assert found["included"][0]["attributes"]["area_name"] == "Nowhere"
        assert found["included"][0]["meta"]["total_count"] == 5
        assert session.get(f"{url}/dids").json()["meta"]["total_records"] == 22


def test_a_seed_file_changes_what_is_there(tmp_path: Path) -> None:
    with served() as (session, url):
        mine = session.get(f"{url}/dids", params={"filter[number]": "12125550100"}).json()["data"][0]["id"]
        trunk = session.get(f"{url}/voice_in_trunks", params={"filter[name]": "Duty phone"}).json()["data"][0]["id"]
        group = session.get(f"{url}/did_groups", params={"filter[area_name]": "Paris"}).json()["data"][0]["id"]
    rows = {
        "dids": [{"id": mine, "type": "dids", "description": "new", "voice_in_trunk": trunk}],
        "did_groups": [{"id": group, "meta": {"needs_registration": False}}],
        "address_verifications": [{"status": "pending", "dids": [{"type": "dids", "id": mine}], "address": None}],
    }
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(rows))
    with served(seed_file=path) as (session, url):
        found = session.get(f"{url}/dids/{mine}", params={"include": "voice_in_trunk"}).json()
        assert (found["data"]["attributes"]["number"], found["data"]["attributes"]["description"]) == (
            "12125550100",
            "new",
        )
        assert found["included"][0]["attributes"]["name"] == "Duty phone"
        assert session.get(f"{url}/did_groups/{group}").json()["data"]["meta"]["needs_registration"] is False
        verifications = session.get(f"{url}/address_verifications", params={"include": "dids"}).json()["data"]
        assert verifications[-1]["relationships"]["dids"]["data"] == [{"type": "dids", "id": mine}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "holds no JSON object"),
        ('{"bogus": []}', "bogus is no type"),
        ('{"dids": {}}', "dids is no type"),
        ('{"dids": ["x"]}', r"dids\[0\] is no object"),
        ('{"dids": [{"bogus": 1}]}', r"dids\[0\].bogus is no member"),
    ],
)
def test_a_seed_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "seed.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=message), running(ServeOptions(port=0, seed_file=path)):
        pass


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_others_are_kept_out(host: str) -> None:
    with pytest.raises(UsageError, match="Others could reach") as refusal, running(ServeOptions(host=host, port=0)):
        pass
    assert "--allow-remote" in refusal.value.hint


def test_others_are_let_in_when_asked() -> None:
    with running(ServeOptions(host="0.0.0.0", port=0, allow_remote=True)) as (_, url):
        assert url.startswith("http://0.0.0.0:")


def test_a_taken_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}"), running(ServeOptions(port=port)):
            pass


@pytest.mark.parametrize(("host", "port"), [("no.such.host.invalid", 0), ("127.0.0.1", 70000)])
def test_an_address_that_is_none(host: str, port: int) -> None:
    with pytest.raises(UsageError, match="Cannot listen"), running(ServeOptions(host=host, port=port)):
        pass


def test_ipv6() -> None:
    try:
        with running(ServeOptions(host="::1", port=0)) as (_, url):
            assert url.startswith("http://[::1]:")
    except UsageError:
        pytest.skip("no IPv6 here")


PROGRAM = """
from didww_cli.emulator.serve import ServeOptions, serve
serve(ServeOptions(port=0), lambda url: print(url, flush=True))
print("done", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_cleanly(number: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    assert url.startswith("http://127.0.0.1:")
    with requests.Session() as session:
        assert session.get(f"{url}/pops", headers={"Api-Key": "key"}, timeout=10).ok
        process.send_signal(number)
        assert process.wait(10) == 0
    assert process.stdout.read() == "done\n"
    process.stdout.close()


def test_serve_announces_before_it_serves() -> None:
    with pytest.raises(RuntimeError, match=r"http://127\.0\.0\.1:"):
        serve(ServeOptions(port=0), _raise)


def _raise(url: str) -> None:
    raise RuntimeError(url)
