"""Peak memory of lists of DIDs: 1,000,000 as JSON lines, 100,000 as a JSON array that is written when it is whole.

Run it with the Python that has didww-cli installed: ``python benchmarks/list_memory.py [--jsonl 1000000]``. The pages
hold one DID of the emulated account many times, each with an id of its own. Exit code 1 above 80 MiB or 150 MiB.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

DIDWW = [sys.executable, "-m", "didww_cli"]
PAGE = 1000
MOST = {"jsonl": 80.0, "json": 150.0}


class Handler(BaseHTTPRequestHandler):
    """Answers with pages of ``total`` DIDs, made of the first of another account."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    source: ClassVar[str]
    total: ClassVar[int]
    first: ClassVar[dict[str, list[bytes]]] = {}

    def do_GET(self) -> None:
        """Answer with a page."""
        asked = dict(parse_qsl(urlsplit(self.path).query))
        number = int(asked.pop("page[number]", 1))
        parts = self.first.get(urlencode(asked)) or self.first.setdefault(urlencode(asked), self._parts(asked))
        ids = (str(uuid.uuid5(uuid.NAMESPACE_OID, str(at))) for at in range((number - 1) * PAGE, number * PAGE))
        records = b",".join(identifier.encode().join(parts[:-1]) for identifier in ids)
        body = b'{"data":[' + records + b"]," + parts[-1]
        head = f"HTTP/1.1 200 -\r\nContent-Type: application/vnd.api+json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def _parts(self, asked: dict[str, str]) -> list[bytes]:
        """What stands around the id in a record of an answer, and what follows after all records."""
        url = f"{self.source}/dids?{urlencode({**asked, 'page[size]': '1'})}"
        headers = {"Api-Key": "any", "X-DIDWW-API-Version": "2026-04-16"}
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:  # noqa: S310
            document = json.load(answer)
        record = document.pop("data")[0]
        document["meta"]["total_records"] = self.total
        parts = json.dumps(record, separators=(",", ":")).encode().split(record["id"].encode())
        return [*parts, json.dumps(document, separators=(",", ":")).encode()[1:]]

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """The base URL of such a server."""
    line = [*DIDWW, "emulator", "serve", "--port", "0"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as emulator:
        assert emulator.stdout
        Handler.source = emulator.stdout.readline().strip()
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v3"
        finally:
            server.shutdown()
            server.server_close()
            emulator.terminate()


def measured(url: str, output: str, dids: int) -> tuple[float, float]:
    """Seconds and peak memory in MiB of one list."""
    Handler.total = dids
    Handler.first.clear()
    env = {**os.environ, "DIDWW_BASE_URL": url, "DIDWW_API_KEY": "any"}
    line = [*DIDWW, "dids", "list", "-o", output]
    start = time.monotonic()
    with subprocess.Popen(line, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdout
        lines = sum(chunk.count(b'"capacity_limit"') for chunk in process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert (process.returncode, lines) == (0, dids), f"exit {process.returncode}, {lines:,} DIDs"
    return time.monotonic() - start, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jsonl", type=int, default=1_000_000)
    parser.add_argument("--json", type=int, default=100_000)
    chosen = parser.parse_args()
    kept = True
    with serving() as url:
        for output, dids in (("jsonl", chosen.jsonl), ("json", chosen.json)):
            seconds, memory = measured(url, output, dids)
            print(f"{output:6}{dids:>10,} DIDs {seconds:8.1f} s {memory:6.0f} MiB    (at most {MOST[output]:g})")
            kept = kept and memory <= MOST[output]
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
