"""A chosen part of the tests over a real socket: the tool in one process, ``didww emulator serve`` in another."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

from didww_cli.catalog import BY_NOUN
from tests.conftest import run_line


@contextmanager
def served(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``didww emulator serve`` on a free port: its base URL and its process."""
    command = [sys.executable, "-m", "didww_cli", "emulator", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="module")
def emulator() -> Iterator[str]:
    with served("--after-reads", "1") as (base_url, _):
        yield base_url


@pytest.fixture
def didww(emulator, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", emulator)
    monkeypatch.setenv("DIDWW_API_KEY", "any-key")

    def run(line: str, code: int = 0, stdin: str = ""):
        result = run_line(line, stdin)
        assert result.code == code, str(result)
        return result

    return run


@pytest.mark.parametrize("noun", [noun for noun in BY_NOUN if noun != "balance"])
def test_list_and_get_of_every_noun(didww, noun):
    records = didww(f"{noun} list -o json").json
    assert records
    if noun not in ("public-keys", "available-dids"):
        assert didww(f"{noun} get {records[0]['id']} -o json").json == records[0]


def test_the_line_from_a_user(didww):
    assert len(didww("dids list --filter area_name=Acapulco -o ids").lines) == 2


def test_create_update_delete(didww):
    made = didww("trunks in create --name Wired --sip-host sip.example.com --codecs PCMU -o json").json
    assert didww("trunks in update Wired --sip-port 5061 -o json").json["configuration"]["attributes"]["port"] == 5061
    didww("trunks in delete Wired --yes")
    didww(f"trunks in get {made['id']}", code=4)


def test_a_refusal_is_told_by_the_option(didww):
    told = didww("trunks in create --name Headquarters --pstn-dst 1", code=5).err
    assert told.splitlines()[1:] == ["Error: --name: has already been taken"]


def test_raw_requests(didww):
    whole = didww("api GET /dids --paginate -F page[size]=3").json
    assert len(whole["data"]) == whole["meta"]["total_records"]


def test_serve_prints_its_base_url_first_and_stops_cleanly():
    for stop in (signal.SIGINT, signal.SIGTERM):
        with served() as (base_url, process):
            assert base_url.startswith("http://127.0.0.1:")
            assert base_url.endswith("/v3")
            process.send_signal(stop)
            _, err = process.communicate(timeout=20)
            assert process.returncode == 0
            assert "Traceback" not in err


def test_faults_latency_rate_limit_and_key(monkeypatch):
    options = ["--fault", "GET /pops=500", "--fault", "GET /areas=drop-before", "--fault", "GET /cities=cut"]
    with served(*options, "--api-key", "right-key") as (base_url, _):
        monkeypatch.setenv("DIDWW_BASE_URL", base_url)
        monkeypatch.setenv("DIDWW_API_KEY", "wrong-key")
        assert run_line("balance").code == 3
        monkeypatch.setenv("DIDWW_API_KEY", "right-key")
        assert run_line("balance").code == 0
        for noun in ("pops", "areas", "cities"):
            assert run_line(f"{noun} list --retries 1").code == 7
    with served("--rate-limit", "1") as (base_url, _):
        answers = [requests.get(f"{base_url}/balance", headers={"Api-Key": "k"}, timeout=10) for _ in range(10)]
        limited = next(answer for answer in answers if answer.status_code == 429)
        assert limited.json() == {"errors": [{"status": "429", "detail": "Too Many Requests"}]}


def test_fifty_requests_at_a_time(emulator):
    codes = []

    def ask():
        codes.append(requests.get(f"{emulator}/dids", headers={"Api-Key": "k"}, timeout=30).status_code)

    threads = [threading.Thread(target=ask) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [200] * 50


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("--host 0.0.0.0", "--allow-remote"),
        ("--fault nonsense", "WHERE=WHAT"),
        ("--latency -1", "0 or more"),
        ("--seed-file nowhere.json", "nowhere.json"),
        ("--port 99999", "99999"),
    ],
)
def test_wrong_options_are_refused(options, says):
    result = run_line(f"emulator serve {options}")
    assert result.code == 2, str(result)
    assert says in result.err


def test_a_large_account(monkeypatch):
    with served("--dids", "20000") as (base_url, _):
        monkeypatch.setenv("DIDWW_BASE_URL", base_url)
        monkeypatch.setenv("DIDWW_API_KEY", "k")
        found = run_line("dids list -o ids").lines
    assert len(found) == len(set(found)) == 20000


def test_the_state_file_keeps_the_account(tmp_path, monkeypatch):
    monkeypatch.setenv("DIDWW_API_KEY", "k")
    for expected in (0, 1):
        with served("--state", str(tmp_path / "state.json")) as (base_url, _):
            monkeypatch.setenv("DIDWW_BASE_URL", base_url)
            assert len(run_line("trunks groups list -f external_reference_id=kept -o ids").lines) == expected
            if not expected:
                assert run_line("trunks groups create --name Kept --external-reference-id kept").code == 0


def test_demo_keeps_what_is_done_until_reset():
    assert run_line("-p demo trunks groups create --name Kept").code == 0
    assert run_line("-p demo trunks groups get Kept").code == 0
    assert run_line("emulator reset").code == 0
    assert run_line("-p demo trunks groups get Kept").code == 4


def test_several_processes_share_the_demo_account():
    lines = [["-p", "demo", "trunks", "groups", "create", "--name", f"Group {at}"] for at in range(8)]
    started = [
        subprocess.Popen([sys.executable, "-m", "didww_cli", *line], stdout=subprocess.DEVNULL) for line in lines
    ]
    assert [process.wait(timeout=60) for process in started] == [0] * 8
    names = {group["name"] for group in run_line("-p demo trunks groups list -o json").json}
    assert {f"Group {at}" for at in range(8)} <= names


def test_help_says_what_is_not_emulated():
    from didww_cli.emulator import NOT_EMULATED

    out = " ".join(run_line("emulator serve --help").out.replace("│", " ").split())
    assert all(line.split(":")[0] in out for line in NOT_EMULATED)


def test_prices_over_a_real_socket(didww, emulator, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert didww("prices lookup +448081570000 -c rate -o csv").lines == ["rate", "0.018", "0.0945", '""']
    assert didww("prices download").err.startswith("Saved voice_in_prices.csv.gz")
    assert didww("prices download").err == "voice_in_prices.csv.gz is unchanged.\n"
    asked = {"aud": "api-vin.didww.com", "api_version": "2026-11-19", "scope": "read"}
    origin = emulator.removesuffix("/v3")
    token = requests.post(f"{origin}/token", json=asked, headers={"Api-Key": "k"}, timeout=10).json()["access_token"]
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {token}"
        heads = [session.head(f"{origin}/api-vin/v3/prices.csv.gz", timeout=10) for _ in range(2)]
        size = (tmp_path / "voice_in_prices.csv.gz").stat().st_size
        assert [head.headers["Content-Length"] for head in heads] == [str(size)] * 2
        known = {"If-Modified-Since": heads[0].headers["Last-Modified"]}
        assert session.get(f"{origin}/api-vin/v3/prices.csv.gz", headers=known, timeout=10).status_code == 304
    token = didww("auth token").out.strip()
    sent = {"Authorization": f"Bearer {token}"}
    assert requests.head(f"{origin}/api-vin/v3/prices.csv.gz", headers=sent, timeout=10).status_code == 401
