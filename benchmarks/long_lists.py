"""Lists of 10,000 and 100,000 DIDs in each format: time, and peak memory, which must not grow where a format streams.

Run it with the Python that has didww installed: ``python benchmarks/long_lists.py``. The emulated account answers from
another process. Exit code 1 where a streamed format takes more than 1.5 times the memory for ten times the DIDs.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

DIDWW = [sys.executable, "-m", "didww_cli"]
SIZES = (10_000, 100_000)
STREAMED = ("jsonl", "csv", "tsv", "ids")
WHOLE = ("json", "table")
MOST_GROWTH = 1.5


@contextmanager
def emulated_account(dids: int) -> Iterator[str]:
    """The base URL of an emulated account with so many DIDs."""
    line = [*DIDWW, "emulator", "serve", "--port", "0", "--dids", str(dids)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def measured(base_url: str, output: str) -> tuple[float, float]:
    """Seconds and peak megabytes of one list."""
    surroundings = {**os.environ, "DIDWW_BASE_URL": base_url, "DIDWW_API_KEY": "any"}
    start = time.monotonic()
    with subprocess.Popen([*DIDWW, "dids", "list", "-o", output], stdout=subprocess.DEVNULL, env=surroundings) as run:
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0, f"exit {run.returncode}"
    return time.monotonic() - start, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Run it and print the figures."""
    figures: dict[str, list[tuple[float, float]]] = {output: [] for output in (*STREAMED, *WHOLE)}
    for size in SIZES:
        with emulated_account(size) as base_url:
            measured(base_url, "ids")
            for output, found in figures.items():
                found.append(measured(base_url, output))
    print(f"{'format':8}" + "".join(f"{size:>12,} DIDs{'':12}" for size in SIZES) + "memory")
    worst = 0.0
    for output, found in figures.items():
        growth = found[1][1] / found[0][1]
        worst = max(worst, growth if output in STREAMED else 0.0)
        cells = "".join(f"{seconds:10.2f} s {megabytes:7.0f} MB{'':9}" for seconds, megabytes in found)
        print(f"{output:8}{cells}x {growth:.2f}{'' if output in STREAMED else '  (whole)'}")
    print(f"largest growth where a format streams: {worst:.2f} (at most {MOST_GROWTH})")
    return 0 if worst <= MOST_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
