"""Downloads an export of 200 MB, unpacked and checked, and compares with ``curl | gunzip``: time and peak memory.

Run it with the Python that has didww installed: ``python benchmarks/export_download.py [RUNS]``. A server in another
process sends the file. Exit code 1 where the median takes more than 1.3 times as long, or memory reaches 80 MB.
"""

# ruff: noqa: S311, S603, T201

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SIZE = 200_000_000
BLOCK = 4_000_000
"""Bytes of call records that are made; they are repeated, far beyond the 32 KB that gzip looks back."""

MOST_TIMES, MOST_MEMORY = 1.3, 80.0
HEADER = "Date/Time Start (UTC),Date/Time End (UTC),Status,Source,Destination DID,Duration (sec),Total (USD),Call ID\n"


def make_file(place: Path) -> None:
    """An export of SIZE bytes, gzipped."""
    draw = random.Random(1)
    rows, length, moment = [], 0, 1_760_000_000
    while length < BLOCK:
        moment += draw.randint(0, 30)
        seconds = draw.randint(0, 900)
        start, end = (time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at)) for at in (moment, moment + seconds))
        numbers = f"1202555{draw.randint(0, 9999):04d},44207946{draw.randint(0, 999):04d}"
        row = f"{start},{end},Completed,{numbers},{seconds},{seconds * 0.0001:.4f},{draw.getrandbits(128):032x}\n"
        rows.append(row)
        length += len(row)
    block = "".join(rows).encode()
    with gzip.open(place, "wb", compresslevel=6) as file:
        file.write(HEADER.encode())
        for _ in range(SIZE // len(block)):
            file.write(block)
        file.write(block[: SIZE % len(block) - len(HEADER)])


def serve(place: Path) -> None:
    """Serve the export and its file; the port is the first line of standard output."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            if self.path.endswith(".csv.gz"):
                self.send_header("Content-Length", str(place.stat().st_size))
                self.end_headers()
                with place.open("rb") as file:
                    self.connection.sendfile(file)
                return
            attributes = {"status": "completed", "url": "/v3/exports/file.csv.gz"}
            body = json.dumps({"data": {"id": "e1", "type": "exports", "attributes": attributes}}).encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


@dataclass
class Runs:
    """What the runs of a command took: seconds by the clock, seconds of processor, and MB of memory at most."""

    name: str
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def add(self, command: list[str], environment: dict[str, str]) -> None:
        """Run it once more."""
        os.sync()  # so that it does not wait for what the one before left to be written
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.clock.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} ended with {process.returncode}")
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)

    def __str__(self) -> str:
        times = (
            f"min {min(self.clock):.2f} s  median {statistics.median(self.clock):.2f} s  max {max(self.clock):.2f} s"
        )
        return f"{self.name:<14} {times}  processor {statistics.median(self.processor):.2f} s"


def compare(folder: Path, port: str, runs: int) -> bool:
    """Run both in turn, print what they took, and say whether the target was met."""
    url = f"http://127.0.0.1:{port}/v3"
    environment = {
        **os.environ,
        "DIDWW_BASE_URL": url,
        "DIDWW_API_KEY": "key",
        "DIDWW_CONFIG": str(folder / "none.toml"),
    }
    ours, theirs = folder / "ours.csv", folder / "theirs.csv"
    didww = [sys.executable, "-m", "didww_cli", "exports", "download", "id:e1", "--to", str(ours), "--force"]
    curl = ["sh", "-c", f"curl -sf -H 'Api-Key: key' {url}/exports/file.csv.gz | gunzip > {theirs}"]
    own, other = Runs("didww"), Runs("curl | gunzip")
    for _ in range(runs):
        own.add(didww, environment)
        other.add(curl, environment)
    if ours.stat().st_size != SIZE or ours.read_bytes() != theirs.read_bytes():
        raise SystemExit("The two files differ.")
    ratio = statistics.median(own.clock) / statistics.median(other.clock)
    peak = max(own.memory)
    print(own, other, sep="\n")
    print(f"ratio of medians {ratio:.2f} (at most {MOST_TIMES}), peak memory {peak:.0f} MB (below {MOST_MEMORY:.0f})")
    return ratio <= MOST_TIMES and peak < MOST_MEMORY


def main() -> int:
    """Make the file, start the server, compare."""
    if sys.argv[1:2] == ["serve"]:
        serve(Path(sys.argv[2]))
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    folder = Path(tempfile.mkdtemp())
    try:
        place = folder / "file.csv.gz"
        make_file(place)
        print(f"{SIZE / 1e6:.0f} MB of CSV, {place.stat().st_size / 1e6:.0f} MB gzipped, {runs} runs of each in turn")
        server = subprocess.Popen([sys.executable, __file__, "serve", str(place)], stdout=subprocess.PIPE, text=True)
        assert server.stdout
        try:
            return 0 if compare(folder, server.stdout.readline().strip(), runs) else 1
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
