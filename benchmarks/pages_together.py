"""Lists 100,000 DIDs from a server that takes 150 ms for each page: pages asked for together, against one by one.

Run it with the Python that has didww-cli installed: ``python benchmarks/pages_together.py [--runs 3]``.
Pages are made once by the emulated account, then served as they are, so that the server costs little. Each way
is run in turn: this tool, this tool one page at a time, and the loop of DIDWW's own client (``didww``, installed in
an environment of its own where it is missing). Exit code 1 where a promise is missed: at a rate at most 1.1 times what
it allows and no 429; without one 5 times as fast as the others; at most 2 times the CPU of reading and writing JSON.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import venv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import ClassVar

DIDWW = [sys.executable, "-m", "didww_cli"]
PAGE = 1000
LATENCY = 0.15
RATE = 10
MOST_TIMES = 1.1
LEAST_FASTER = 5.0
CPU_TIMES = 2.0
PACED = f"together, {RATE} requests a second"

ONE_BY_ONE = """
import sys
from didww_cli.jsonapi import client
client.in_order = lambda work, things, most: map(work, things)
from didww_cli.app import main
sys.exit(main())
"""

OWN_CLIENT = """
import json, sys
from didww.client import DidwwClient
from didww.query_params import QueryParams
client, number = DidwwClient("any", base_url=sys.argv[1]), 1
while True:
    page = client.dids().list(QueryParams().page(number=number, size=int(sys.argv[2])))
    for did in page.data:
        print(json.dumps({"id": did.id, **did.attributes}))
    if len(page.data) < int(sys.argv[2]):
        break
    number += 1
"""

READ_AND_WRITTEN = """
import json, sys
for _ in range(int(sys.argv[2])):
    with open(sys.argv[1], "rb") as file:
        for record in json.loads(file.read())["data"]:
            sys.stdout.write(json.dumps(record) + "\\n")
"""


@dataclass
class Account:
    """An account whose pages are made once. ``most``: requests in any second above which there is a 429."""

    source: str
    folder: Path
    latency: float = 0.0
    most: int | None = None
    refused: int = 0
    arrived: deque[float] = field(default_factory=deque)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, target: str) -> tuple[int, bytes]:
        """Status and body of an answer."""
        now = time.monotonic()
        with self.lock:
            while self.arrived and now - self.arrived[0] >= 1:
                self.arrived.popleft()
            if self.most and len(self.arrived) >= self.most:
                self.refused += 1
                return 429, b'{"errors": [{"title": "Too many requests", "status": "429"}]}'
            self.arrived.append(now)
        kept = self.folder / hashlib.sha256(target.encode()).hexdigest()
        if not kept.exists():
            kept.write_bytes(got(self.source + target.removeprefix("/v3")))
        time.sleep(max(0.0, self.latency - (time.monotonic() - now)))
        return 200, kept.read_bytes()


class Handler(BaseHTTPRequestHandler):
    """Answers as the account does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    account: ClassVar[Account]

    def do_GET(self) -> None:
        """Answer with a page."""
        status, body = self.account.answer(self.path)
        head = f"HTTP/1.1 {status} -\r\nContent-Type: application/vnd.api+json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(dids: int, folder: Path) -> Iterator[tuple[str, Account]]:
    """The base URL of a server of so many DIDs, and their account."""
    line = [*DIDWW, "emulator", "serve", "--port", "0", "--dids", str(dids)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as emulator:
        assert emulator.stdout
        Handler.account = Account(emulator.stdout.readline().strip(), folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v3", Handler.account
        finally:
            server.shutdown()
            server.server_close()
            emulator.terminate()


def got(url: str) -> bytes:
    """What a server answers."""
    asked = urllib.request.Request(url, headers={"Api-Key": "any", "X-DIDWW-API-Version": "2026-04-16"})  # noqa: S310
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        return bytes(answer.read())


def python_with_didww(folder: Path) -> str:
    """A Python that has DIDWW's own client: this one, or that of an environment made for it."""
    if importlib.util.find_spec("didww"):
        return sys.executable
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", "didww"], check=True)
    return python


@dataclass(frozen=True)
class Run:
    """How long a run took, in seconds, by the clock and of CPU, and its peak memory in megabytes."""

    seconds: float
    cpu: float
    megabytes: float


def run(line: list[str], lines: int, surroundings: dict[str, str]) -> Run:
    """Run a command line that must write so many lines."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        with subprocess.Popen(line, stdout=out, env=surroundings) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        assert process.returncode == 0, f"{line}: exit {process.returncode}"
        out.seek(0)
        assert sum(1 for _ in out) == lines, line
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def shown(name: str, runs: list[Run]) -> Run:
    """Print the medians of some runs, and give them."""
    seconds = median(run.seconds for run in runs)
    cpu = median(run.cpu for run in runs)
    megabytes = median(run.megabytes for run in runs)
    print(f"{name:34}{seconds:8.2f} s {cpu:8.2f} s of CPU {megabytes:8.0f} MB")
    return Run(seconds, cpu, megabytes)


def profile(url: str, folder: Path, rate: str) -> dict[str, str]:
    """The surroundings in which a server is asked at some rate."""
    config = folder / "config.toml"
    config.write_text(f'[profiles.bench]\nbase_url = "{url}"\n{rate}\n')
    config.chmod(0o600)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DIDWW_")}
    return {**kept, "DIDWW_API_KEY": "any", "DIDWW_CONFIG": str(config), "DIDWW_PROFILE": "bench"}


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dids", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    dids, pages = chosen.dids, -(-chosen.dids // PAGE)
    with tempfile.TemporaryDirectory() as name, serving(dids, Path(name)) as (url, account):
        folder = Path(name)
        listed = ["dids", "list", "-o", "jsonl"]
        env = profile(url, folder, "")
        run([*DIDWW, *listed], dids, env)
        page = max((path for path in folder.iterdir()), key=lambda path: path.stat().st_size)
        lines = {
            "together": [*DIDWW, *listed],
            "one by one": [sys.executable, "-c", ONE_BY_ONE, *listed],
            "DIDWW's own client": [python_with_didww(folder / "own"), "-c", OWN_CLIENT, url, str(PAGE)],
            "json.loads and json.dumps alone": [sys.executable, "-c", READ_AND_WRITTEN, str(page), str(pages)],
        }
        run(lines["DIDWW's own client"], dids, env)
        account.latency = LATENCY
        found: dict[str, list[Run]] = {name: [] for name in (PACED, *lines)}
        for _ in range(chosen.runs):
            account.most = RATE
            found[PACED].append(run(lines["together"], dids, profile(url, folder, f"requests_per_second = {RATE}")))
            account.most = None
            env = profile(url, folder, "")
            for way, line in lines.items():
                found[way].append(run(line, dids, env))
    busy = os.getloadavg()[0]
    print(f"{dids:,} DIDs in {pages} pages, {LATENCY * 1000:.0f} ms each; medians of {chosen.runs}; load {busy:.1f}")
    paced, together, one_by_one, own, json_alone = (shown(name, runs) for name, runs in found.items())
    of_rate, of_cpu = paced.seconds / (pages / RATE), together.cpu / json_alone.cpu
    faster = min(one_by_one.seconds, own.seconds) / together.seconds
    print(f"{of_rate:.2f} x what the rate allows (at most {MOST_TIMES}); {account.refused} answers of 429")
    print(f"{faster:.1f} x as fast as the faster of the others (at least {LEAST_FASTER})")
    print(f"{of_cpu:.2f} x the CPU of JSON alone (at most {CPU_TIMES})")
    kept = of_rate <= MOST_TIMES and not account.refused and faster >= LEAST_FASTER and of_cpu <= CPU_TIMES
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
