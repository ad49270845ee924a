"""Updates 100,000 DIDs from a CSV file, for real and as a dry run: peak memory of ``didww``, and time.

Run it with the Python that has didww installed: ``python benchmarks/bulk_memory.py [--rows 100000] [--runs 3]``. A
small server in another process answers. Exit code 1 where the median peak of a kind of run is above 200 MB.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import argparse
import json
import os
import socketserver
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

DIDWW = [sys.executable, "-m", "didww_cli"]
MOST_MEMORY = 200.0
FIRST = 12_000_000_000
KINDS = {
    "update, results": ["-o", "ids", "--results", "{folder}/results.jsonl"],
    "update, table": ["--quiet"],
    "dry run": ["--dry-run"],
    "dry run, json": ["--dry-run", "-o", "json"],
}
HELD = {
    "description": "old",
    "capacity_limit": 5,
    "blocked": False,
    "terminated": False,
    "awaiting_registration": False,
    "billing_cycles_count": None,
    "channels_included_count": 2,
    "dedicated_channels_count": 0,
    "emergency_enabled": False,
    "created_at": "2026-01-01T00:00:00.000Z",
    "expires_at": "2026-12-31T00:00:00.000Z",
}


def did(identifier: str, description: str) -> dict[str, object]:
    """A DID, whose number and id are the same."""
    attributes = {**HELD, "number": identifier, "description": description}
    links = {"self": f"https://api.example.com/v3/dids/{identifier}/did_group"}
    names = ("did_group", "order", "voice_in_trunk", "voice_in_trunk_group", "capacity_pool", "address_verification")
    relationships = {name: {"links": links} for name in names}
    return {"id": identifier, "type": "dids", "attributes": attributes, "relationships": relationships}


class Account(socketserver.StreamRequestHandler):
    """Answers lists by id or number, and updates; keeps nothing."""

    def handle(self) -> None:
        """The requests of a connection."""
        while line := self.rfile.readline():
            method, target, _ = line.decode().split()
            length = 0
            while (header := self.rfile.readline().strip().lower()) != b"":
                length = int(header[15:]) if header.startswith(b"content-length:") else length
            self.rfile.read(length)
            body = json.dumps({"data": self.data(method, target), "meta": {}}).encode()
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    @staticmethod
    def data(method: str, target: str) -> object:
        """What a request is answered with."""
        parts = urlsplit(target)
        if method != "GET":
            return did(parts.path.rpartition("/")[2], "new")
        query = dict(parse_qsl(parts.query))
        wanted = query.get("filter[id]") or query.get("filter[number]", "")
        return [did(one, "old") for one in wanted.split(",")]


class Server(socketserver.ThreadingTCPServer):
    """The server: a thread for each connection."""

    daemon_threads = True
    disable_nagle_algorithm = True


def measured(words: list[str], surroundings: dict[str, str]) -> tuple[float, float, float]:
    """Peak MB, seconds by the clock and seconds of processor of a run."""
    start = time.monotonic()
    with subprocess.Popen(
        [*DIDWW, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings, text=True
    ) as run:
        assert run.stderr
        said = ""
        for line in run.stderr:
            said = line
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0, f"exit {run.returncode}: {said}"
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return peak, time.monotonic() - start, usage.ru_utime + usage.ru_stime


def serve() -> None:
    """Serve; the port is the first line of standard output."""
    with Server(("127.0.0.1", 0), Account) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


def compare(folder: Path, port: str, rows: int, runs: int) -> bool:
    """Run each kind so often, print what it took, and say whether the target was met."""
    source = folder / "rows.csv"
    with source.open("w") as file:
        file.write("number,description\n")
        file.writelines(f"{FIRST + at},new\n" for at in range(rows))
    surroundings = {**os.environ, "DIDWW_BASE_URL": f"http://127.0.0.1:{port}/v3", "DIDWW_API_KEY": "any"}
    surroundings["DIDWW_CONFIG"] = str(folder / "none.toml")
    met = True
    print(f"{rows:,} rows, median of {runs}")
    for name, words in KINDS.items():
        found = []
        for _ in range(runs):
            (folder / "results.jsonl").unlink(missing_ok=True)
            chosen = [word.format(folder=folder) for word in words]
            found.append(measured(["dids", "update", "--input", str(source), *chosen], surroundings))
        peak, seconds, processor = (statistics.median(figures) for figures in zip(*found, strict=True))
        met = met and peak <= MOST_MEMORY
        print(f"{name:18}{peak:8.0f} MB{seconds:9.1f} s{processor:9.1f} s of processor", flush=True)
    print(f"at most {MOST_MEMORY:.0f} MB: {'met' if met else 'not met'}")
    return met


def main() -> int:
    """Start the server and compare."""
    if sys.argv[1:2] == ["serve"]:
        serve()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    command = [sys.executable, __file__, "serve"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout
            met = compare(Path(folder), server.stdout.readline().strip(), chosen.rows, chosen.runs)
        finally:
            server.terminate()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
