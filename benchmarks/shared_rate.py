"""Eight processes with one key at once: time against what the rate allows, and answers of 429; shared and not shared.

Run it with the Python that has didww-cli installed: ``python benchmarks/shared_rate.py``. A server refuses more than
ten requests in any second. Not shared: each process has a state folder of its own and knows nothing of others.
Time is from the first request to the last. Exit code 1 where the shared rate meets more than one 429 in a hundred
requests, takes more than 1.15 times what the rate allows, or costs a millisecond of CPU a request.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from didww_cli.jsonapi.pace import Pace

DIDWW = [sys.executable, "-m", "didww_cli"]
PROCESSES = 8
PAGES = 15
RATE = 10
MOST_REFUSED = 0.01
MOST_TIMES = 1.15
MOST_CPU = 0.001


class Handler(BaseHTTPRequestHandler):
    """Answers with pages of one DID, or with 429. ``arrived``: when requests came; ``passed``: those not refused."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    arrived: ClassVar[list[float]] = []
    passed: ClassVar[list[float]] = []
    lock: ClassVar[threading.Lock] = threading.Lock()

    def do_GET(self) -> None:
        """Answer with a page."""
        number = int(dict(parse_qsl(urlsplit(self.path).query)).get("page[number]", 1))
        answer: dict[str, Any] = {"data": [{"id": f"d{number}", "type": "dids"}], "meta": {"total_records": PAGES}}
        with self.lock:
            now = time.monotonic()
            self.arrived.append(now)
            refused = len(self.passed) >= RATE and now - self.passed[-RATE] < 1
            if not refused:
                self.passed.append(now)
        body = json.dumps({"errors": [{"title": "Too Many Requests"}]} if refused else answer).encode()
        head = f"HTTP/1.1 {429 if refused else 200} -\r\nContent-Type: application/vnd.api+json\r\n"
        self.wfile.write(head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def measured(folder: Path, *, shared: bool) -> tuple[float, int]:
    """Seconds from the first request to the last of all processes, and answers of 429."""
    Handler.arrived.clear()
    Handler.passed.clear()
    env = {**os.environ, "DIDWW_CONFIG": str(folder / "config.toml"), "DIDWW_API_KEY": "any", "DIDWW_PROFILE": "bench"}
    line = [*DIDWW, "dids", "list", "-o", "ids", "--retries", "9"]
    processes = [
        subprocess.Popen(
            line,
            env={**env, "XDG_STATE_HOME": str(folder / ("all" if shared else f"{at}"))},
            stdout=subprocess.DEVNULL,
        )
        for at in range(PROCESSES)
    ]
    assert {process.wait() for process in processes} == {0}
    return Handler.arrived[-1] - Handler.arrived[0], len(Handler.arrived) - len(Handler.passed)


def cost(place: Path) -> float:
    """Seconds of CPU that sharing takes for a request."""
    pace, start = Pace(1e6, place), time.process_time()
    for _ in range(2000):
        pace.wait(lambda seconds: None)
    return (time.process_time() - start) / 2000


def main() -> int:
    """Run it and print the figures."""
    requests = PROCESSES * PAGES
    allowed = requests / RATE
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as name:
        folder, url = Path(name), f"http://127.0.0.1:{server.server_port}/v3"
        config = folder / "config.toml"
        config.write_text(f'[profiles.bench]\nbase_url = "{url}"\nrequests_per_second = {RATE}\n')
        config.chmod(0o600)
        found = {}
        for what, shared in (("not shared", False), ("shared", True)):
            time.sleep(1)
            found[what] = seconds, refused = measured(folder, shared=shared)
            print(f"{what:12}{seconds:6.1f} s, {seconds / allowed:5.2f} x what the rate allows; {refused:4} times 429")
        each = cost(folder / "cost")
    print(f"cost        {each * 1000:6.3f} ms of CPU a request")
    seconds, refused = found["shared"]
    kept = refused <= MOST_REFUSED * requests and seconds <= MOST_TIMES * allowed and each < MOST_CPU
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
