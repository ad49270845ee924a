"""Downloads and creations of exports that are stopped at any moment, fill the disk, or are given a bomb.

Each runs in a process of its own. ``DIDWW_TEST_KILLS`` sets how many are killed.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.commands.exports.answers import CSV, left_in, month

fcntl = pytest.importorskip("fcntl")

KILLS = int(os.environ.get("DIDWW_TEST_KILLS", "10"))
PATIENCE = 60.0
NOISE = random.Random(7).randbytes(300_000)
FILE = gzip.compress(CSV + NOISE)
STOPPABLE = """
import signal, sys
from didww_cli.app import main
from didww_cli.errors import Stopped
def stop(number, frame):
    raise Stopped(number)
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), stop)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job begins with it ignored
code = main()
print(*[line for line in open("/proc/self/status") if line.startswith("VmHWM")], file=sys.stderr)
sys.exit(code)
"""
"""The program, ended by SIGTERM and SIGHUP as by Ctrl-C; at its end it tells the most memory that it took."""


class Account:
    """Exports over HTTP: each POST makes one after ``latency`` seconds; the file comes in pieces, with pauses."""

    def __init__(self):
        self.exports = {}
        self.file = FILE
        self.latency = 0.0
        self.piece, self.pause = len(FILE), 0.0
        self.asked = threading.Event()
        self.go = threading.Event()
        self.go.set()

    def post(self, body):
        threading.Event().wait(self.latency)
        identifier = f"e{len(self.exports) + 1}"
        self.exports[identifier] = {**body["data"]["attributes"], "status": "completed", "url": f"/v3/{identifier}.gz"}
        threading.Event().wait(self.latency)
        return self.shown(identifier)

    def shown(self, identifier):
        return {"id": identifier, "type": "exports", "attributes": self.exports[identifier]}

    def get(self, path, query):
        last = path.rpartition("/")[2]
        if last in self.exports:
            return self.shown(last)
        wanted = query.get("filter[external_reference_id]", [None])[0]
        return [self.shown(one) for one, facts in self.exports.items() if facts.get("external_reference_id") == wanted]


def handler_of(account):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            if parts.path.endswith(".gz"):
                self.send_file()
            else:
                self.send_json(200, account.get(parts.path, parse_qs(parts.query)))

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_json(201, account.post(body))

        def send_json(self, status, data):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps({"data": data}).encode())

        def send_file(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(account.file)))
            self.end_headers()
            for at in range(0, len(account.file), account.piece):
                self.wfile.write(account.file[at : at + account.piece])
                account.asked.set()
                threading.Event().wait(account.pause)
                account.go.wait(PATIENCE)

        def log_message(self, *arguments):
            """Say nothing."""

    return Handler


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Clients are killed here."""


@pytest.fixture
def account(monkeypatch):
    found = Account()
    found.exports["done"] = {"export_type": "cdr_in", "status": "completed", "url": "/v3/done.gz"}
    http = Quiet(("127.0.0.1", 0), handler_of(found))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    monkeypatch.setenv("DIDWW_BASE_URL", f"http://127.0.0.1:{http.server_port}/v3")
    monkeypatch.setenv("DIDWW_API_KEY", "any")
    yield found
    found.go.set()
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "downloads"
    found.mkdir()
    return found


def started(*words, umask=-1, stdout=subprocess.PIPE):
    command = [sys.executable, "-c", STOPPABLE, *words]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, umask=umask)


def ended(process):
    """Exit code, stderr, and the most memory in KB (0 where it was stopped before it could tell)."""
    _, err = process.communicate(timeout=PATIENCE)
    told, mark, memory = err.decode().rpartition("VmHWM:")
    return (process.returncode, told, int(memory.split()[0])) if mark else (process.returncode, memory, 0)


def download(folder, *options):
    return ["exports", "download", "id:done", "--to", str(folder / "a.csv"), *options]


def wait_for_part(folder):
    """The partial file, once something is in it."""
    for _ in range(int(PATIENCE / 0.01)):
        found = [path for path in folder.iterdir() if path.name.endswith(".part") and path.stat().st_size]
        if found:
            return found[0]
        threading.Event().wait(0.01)
    raise AssertionError("nothing was written")


def held_up(account):
    """Let the file stop after a first piece, until ``account.go`` is set."""
    account.piece = 100_000
    account.go.clear()


# stopped while it is written


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_leaves_nothing(account, folder, name):
    held_up(account)
    process = started(*download(folder), umask=0)
    part = wait_for_part(folder)
    assert stat.S_IMODE(part.stat().st_mode) == 0o600
    number = getattr(signal, name)
    process.send_signal(number)
    code, _, _ = ended(process)
    assert code in (130, 128 + number)
    assert left_in(folder) == []


def test_kills_leave_no_half_file_and_nothing_after_the_next_run(account, folder):
    chance = random.Random(20)
    place = folder / "a.csv"
    account.piece, account.pause = 16_000, 0.01
    whole = parts = 0
    for _ in range(KILLS):
        account.asked.clear()
        process = started(*download(folder))
        if chance.random() < 0.75:
            account.asked.wait(PATIENCE)
        threading.Event().wait(chance.uniform(0, 0.6))
        process.kill()
        process.communicate()
        if place.exists():
            assert place.read_bytes() == CSV + NOISE
            whole += 1
            place.unlink()
        parts += len(left_in(folder))
        assert len(left_in(folder)) <= 1
    account.pause = 0.0
    assert ended(started(*download(folder)))[0] == 0
    assert place.read_bytes() == CSV + NOISE
    assert left_in(folder) == ["a.csv"]
    assert whole + parts <= KILLS


def test_a_run_beside_another_leaves_its_partial_file(account, folder):
    held_up(account)
    first = started(*download(folder))
    wait_for_part(folder)
    account.asked.clear()
    second = started("exports", "download", "id:done", "--to", str(folder / "b.csv"))
    account.asked.wait(PATIENCE)
    account.go.set()
    assert [ended(process)[0] for process in (first, second)] == [0, 0]
    assert left_in(folder) == ["a.csv", "b.csv"]
    assert (folder / "a.csv").read_bytes() == (folder / "b.csv").read_bytes() == CSV + NOISE


KINDS = ("left", "held", "link", "folder", "pipe", "user")


def test_only_unheld_partial_files_of_ones_own_are_swept(account, folder):
    names = {
        kind: f".didww-{at:032x}.part" for at, kind in enumerate(("left", "held", "link", "folder", "pipe", "user"))
    }
    for kind in ("left", "held", "user"):
        (folder / names[kind]).write_text(kind)
    (folder / "mine").write_text("mine")
    (folder / names["link"]).symlink_to("mine")
    (folder / names["folder"]).mkdir()
    os.mkfifo(folder / names["pipe"])
    (folder / ".didww-notes.part").write_text("mine")
    if os.getuid() == 0:
        os.chown(folder / names["user"], 12345, 12345)
    else:
        (folder / names["user"]).unlink()
    before = set(left_in(folder))
    with (folder / names["held"]).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert ended(started(*download(folder)))[0] == 0
    assert set(left_in(folder)) == before - {names["left"]} | {"a.csv"}
    assert (folder / "mine").read_text() == "mine"


# the disk is full


def test_a_full_disk_leaves_nothing(account, folder):
    limit = len(CSV) // 2
    process = started(*download(folder))
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, limit))
    code, err, _ = ended(process)
    assert code == 1
    assert f"Cannot write {folder / 'a.csv'}: File too large." in err
    assert "Nothing was kept." in err
    assert left_in(folder) == []


@pytest.mark.parametrize("size", [100, len(CSV)])
def test_a_full_standard_output_is_told(account, size):
    account.file = gzip.compress(CSV[:size])
    with open("/dev/full", "wb") as full:
        code, err, _ = ended(started("exports", "download", "id:done", "--to", "-", "--gunzip", stdout=full))
    assert code == 1
    assert err == "Error: Standard output cannot be written: No space left on device.\n"


# a file that is a bomb


@functools.cache
def bomb():
    """10 MB that inflate to 10 GB."""
    return gzip.compress(bytes(64 * 1024**2)) * 160


@pytest.mark.parametrize("options", [["--to", "{0}/a.csv"], ["--to", "{0}/a.gz"], ["--to", "-", "--gunzip"]])
def test_a_bomb_is_given_up_early_within_60_mb_of_memory(account, folder, options):
    account.file = bomb()
    assert len(account.file) > 10_000_000
    words = ["exports", "download", "id:done", *(word.format(folder) for word in options)]
    code, err, memory = ended(started(*words, stdout=subprocess.DEVNULL))
    assert code == 7
    assert "inflates to more than 100 times its size" in err
    assert memory < 60_000
    assert left_in(folder) == []


# killed while it creates


def test_kills_of_a_creation_leave_one_export_a_month(account):
    chance = random.Random(21)
    account.latency = 0.15
    words = ["exports", "create", "--type", "cdr_in", "--from", f"{month(2):%Y-%m-%d}T00:00Z"]
    words += ["--to", f"{month():%Y-%m-%d}T00:00Z", "--external-reference-id", "r"]
    for _ in range(KILLS):
        process = started(*words)
        threading.Event().wait(chance.uniform(0.3, 1.5))
        process.kill()
        process.communicate()
    assert ended(started(*words))[0] == 0
    made = Counter(facts.get("external_reference_id") for facts in account.exports.values())
    assert made == {None: 1, f"r-{month(2):%Y-%m}": 1, f"r-{month(1):%Y-%m}": 1}


def test_two_at_once_leave_one_export_a_month(account):
    account.latency = 0.5
    words = [
        "exports",
        "create",
        "--type",
        "cdr_in",
        "--from",
        "last-month",
        "--external-reference-id",
        "r",
        "-o",
        "json",
    ]
    processes = [started(*words) for _ in range(3)]
    shown = [json.loads(process.communicate(timeout=PATIENCE)[0])["id"] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(set(shown)) == 1
    assert len(account.exports) == 2
