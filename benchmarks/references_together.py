"""Gets 200 DIDs by number from an account that takes 150 ms for each answer: together, against one after another.

Run it with the Python that has didww-cli installed: ``python benchmarks/references_together.py``. The emulated account
answers from another process. Exit code 1 where together is not 3 times as fast.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

DIDWW = [sys.executable, "-m", "didww_cli"]
DIDS = 200
LATENCY = 0.15
RUNS = 3
LEAST_FASTER = 3.0

ONE_BY_ONE = """
import sys
from didww_cli.jsonapi import client
client.in_order = lambda work, things, most: map(work, things)
from didww_cli.app import main
sys.exit(main())
"""


@contextmanager
def emulated_account() -> Iterator[str]:
    """The base URL of an emulated account."""
    line = [*DIDWW, "emulator", "serve", "--port", "0", "--dids", str(DIDS), "--latency", str(LATENCY)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def main() -> int:
    """Run it and print the figures."""
    found: dict[str, list[float]] = {"together": [], "one by one": []}
    with emulated_account() as url:
        env = {**os.environ, "DIDWW_BASE_URL": url, "DIDWW_API_KEY": "any"}

        def lines(*words: str) -> list[str]:
            return subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout.split()

        numbers = lines(*DIDWW, "dids", "list", "-c", "number", "-o", "tsv")
        for _ in range(RUNS):
            for way, tool in (("together", DIDWW), ("one by one", [sys.executable, "-c", ONE_BY_ONE])):
                start = time.monotonic()
                assert len(lines(*tool, "dids", "get", *numbers, "-o", "ids")) == DIDS
                found[way].append(time.monotonic() - start)
    for way, seconds in found.items():
        print(f"{way:12}{median(seconds):8.2f} s")
    faster = median(found["one by one"]) / median(found["together"])
    print(f"{faster:.1f} x as fast (at least {LEAST_FASTER:g})")
    return 0 if faster >= LEAST_FASTER else 1


if __name__ == "__main__":
    sys.exit(main())
