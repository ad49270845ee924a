"""Help: ``didww --help`` and ``didww dids list --help`` against the interpreter that imports typer, in turn.

Run it with the Python that has didww installed: ``python benchmarks/help_speed.py [RUNS]``. Exit code 1 where one of
them takes more than 1.6 times as long as ``python -c "import typer"``. Byte code is kept, as an installation has it.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DIDWW = [str(Path(sys.executable).with_name("didww"))]
TYPER = 'python -c "import typer"'
LINES = {
    TYPER: [sys.executable, "-c", "import typer"],
    "didww --help": [*DIDWW, "--help"],
    "didww dids list --help": [*DIDWW, "dids", "list", "--help"],
    "didww dids update --help": [*DIDWW, "dids", "update", "--help"],
    "didww help routing": [*DIDWW, "help", "routing"],
}
MOST_TIMES = 1.6


def seconds(line: list[str], surroundings: dict[str, str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(line, check=True, capture_output=True, env=surroundings)
    return time.perf_counter() - start


def main() -> int:
    """Run it and print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    taken: dict[str, list[float]] = {name: [] for name in LINES}
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        for line in LINES.values():
            seconds(line, surroundings)
        for _ in range(runs):
            for name, line in LINES.items():
                taken[name].append(seconds(line, surroundings))
    base = statistics.median(taken[TYPER])
    ratios = {name: statistics.median(found) / base for name, found in taken.items()}
    for name, found in taken.items():
        print(f"{name:26}median {statistics.median(found) * 1000:5.0f} ms  {ratios[name]:.2f} times")
    print(f"At most {MOST_TIMES} times.")
    return 0 if max(ratios.values()) <= MOST_TIMES else 1


if __name__ == "__main__":
    sys.exit(main())
