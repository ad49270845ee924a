"""Start-up: ``didww`` against the interpreter that imports typer, in turn.

Run it with the Python that has didww installed: ``python benchmarks/start_up.py [RUNS]``. Exit code 1 where
``didww --version`` takes more than 1.5 times as long as ``python -c "import typer"``.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import statistics
import subprocess
import sys
import time

DIDWW = [sys.executable, "-m", "didww_cli"]
LINES = {
    'python -c "import typer"': [sys.executable, "-c", "import typer"],
    "didww --version": [*DIDWW, "--version"],
    "didww --help": [*DIDWW, "--help"],
    "didww dids list --help": [*DIDWW, "dids", "list", "--help"],
    "didww -p demo dids list -o json": [*DIDWW, "-p", "demo", "dids", "list", "-o", "json"],
    "didww -p demo dids list": [*DIDWW, "-p", "demo", "dids", "list"],
}
MOST_TIMES = 1.5


def seconds(line: list[str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(line, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> int:
    """Run it and print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    taken: dict[str, list[float]] = {name: [] for name in LINES}
    for _ in range(runs):
        for name, line in LINES.items():
            taken[name].append(seconds(line))
    for name, found in taken.items():
        figures = "  ".join(f"{kind.__name__} {kind(found) * 1000:5.0f} ms" for kind in (min, statistics.median, max))
        print(f"{name:34}{figures}")
    ratio = statistics.median(taken["didww --version"]) / statistics.median(taken['python -c "import typer"'])
    print(f"didww --version takes {ratio:.2f} times as long as importing typer (at most {MOST_TIMES})")
    return 0 if ratio <= MOST_TIMES else 1


if __name__ == "__main__":
    sys.exit(main())
