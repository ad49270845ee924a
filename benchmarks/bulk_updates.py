"""Updates many DIDs from a CSV file, against the time that the rate limit allows for the writes alone.

Run it with the Python that has didww installed: ``python benchmarks/bulk_updates.py [--updates 1000] [--rate 10]``. The
emulated account answers from another process. Each row names its DID by number and an inbound trunk by name. Exit code
1 where the run takes more than 1.1 times the limit's time, or a row is not done.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_TIMES = 1.1
DIDWW = [sys.executable, "-m", "didww_cli"]


@contextmanager
def emulated_account(dids: int, latency: float) -> Iterator[str]:
    """The base URL of an emulated account with so many DIDs."""
    line = [*DIDWW, "emulator", "serve", "--port", "0", "--dids", str(dids), "--latency", str(latency)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def write_rows(place: Path, numbers: list[str], trunk: str) -> None:
    """The input: each number gets a description, a limit and a trunk."""
    rows = [f"{number},row {at},{at % 50 + 1},{trunk}" for at, number in enumerate(numbers, start=1)]
    place.write_text("\n".join(["number,description,capacity_limit,voice_in_trunk", *rows]) + "\n")


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=10.0, help="requests a second")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds that the server takes for each answer")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, emulated_account(chosen.updates, chosen.latency) as url:
        place = Path(folder)
        config, results = place / "config.toml", place / "results.jsonl"
        config.write_text(f'[profiles.bench]\nbase_url = "{url}"\nrequests_per_second = {chosen.rate}\n')
        config.chmod(0o600)
        surroundings = {**os.environ, "DIDWW_CONFIG": str(config), "DIDWW_API_KEY": "any", "DIDWW_PROFILE": "bench"}

        def didww(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run([*DIDWW, *words], env=surroundings, capture_output=True, text=True, check=True)

        numbers = didww("dids", "list", "-c", "number", "-o", "tsv", "-n", str(chosen.updates)).stdout.split()
        trunk = json.loads(didww("trunks", "in", "list", "-o", "json").stdout)[0]["name"]
        write_rows(place / "rows.csv", numbers, trunk)
        line = ["--input", str(place / "rows.csv"), "--results", str(results), "-v", "-o", "ids"]
        start = time.monotonic()
        done = didww("dids", "update", *line)
        taken = time.monotonic() - start
        outcomes = Counter(json.loads(text)["outcome"] for text in results.read_text().splitlines())
    methods = Counter(re.findall(r"^-> ([A-Z]+) ", done.stderr, re.MULTILINE))
    allowed = len(numbers) / chosen.rate
    print(f"{len(numbers):,} updates at {chosen.rate:g} requests a second, the server takes {chosen.latency:g} s")
    print(f"allowed for the writes alone  {allowed:8.1f} s")
    print(f"taken                         {taken:8.1f} s")
    print(f"ratio                         {taken / allowed:8.3f}    (at most {MOST_TIMES})")
    print(f"requests                      {', '.join(f'{number:,} {method}' for method, number in methods.items())}")
    print(f"outcomes                      {', '.join(f'{number:,} {kind}' for kind, number in outcomes.items())}")
    return 0 if taken <= MOST_TIMES * allowed and outcomes == {"done": len(numbers)} else 1


if __name__ == "__main__":
    sys.exit(main())
