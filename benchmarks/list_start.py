"""``didww dids list`` against the shortest script that does it with requests and rich, in turn, on a local server.

Run it with the Python that has didww installed: ``python benchmarks/list_start.py [RUNS]``. Both get the same
DIDs and print a table of the same columns. Exit code 1 where the command takes longer than the script.
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
DIDS = 50
MOST_TIMES = 1.0

SCRIPT = """
import sys
import requests
from rich.console import Console
from rich.table import Table
base, query = sys.argv[1:]
headers = {"Api-Key": "any", "X-DIDWW-API-Version": "2026-04-16"}
answer = requests.get(f"{base}/dids?{query}", headers=headers, timeout=30)
answer.raise_for_status()
document = answer.json()
columns = ["number", "description", "blocked", "awaiting_registration", "expires_at"]
table = Table(*columns)
for did in document["data"]:
    table.add_row(*[str(did["attributes"][column]) for column in columns])
Console().print(table)
"""


def seconds(line: list[str], surroundings: dict[str, str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(line, check=True, capture_output=True, env=surroundings)
    return time.perf_counter() - start


def main() -> int:
    """Run it and print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    served = [*DIDWW, "emulator", "serve", "--port", "0", "--dids", str(DIDS)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(served, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as emulator,
    ):
        assert emulator.stdout
        base = emulator.stdout.readline().strip()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DIDWW_")}
        config = Path(folder) / "config.toml"
        surroundings = {**kept, "DIDWW_API_KEY": "any", "DIDWW_BASE_URL": base, "DIDWW_CONFIG": str(config)}
        columns = "number,description,blocked,awaiting_registration,expires_at"
        lines = {
            "didww dids list": [*DIDWW, "dids", "list", "--columns", columns],
            "requests and rich": [sys.executable, "-c", SCRIPT, base, "page[size]=1000"],
        }
        taken: dict[str, list[float]] = {name: [] for name in lines}
        try:
            for _ in range(runs):
                for name, line in lines.items():
                    taken[name].append(seconds(line, surroundings))
        finally:
            emulator.terminate()
    for name, found in taken.items():
        figures = "  ".join(f"{kind.__name__} {kind(found) * 1000:5.0f} ms" for kind in (min, statistics.median, max))
        print(f"{name:20}{figures}")
    ratio = statistics.median(taken["didww dids list"]) / statistics.median(taken["requests and rich"])
    print(f"{ratio:.2f} times as long as the script (at most {MOST_TIMES})")
    return 0 if ratio <= MOST_TIMES else 1


if __name__ == "__main__":
    sys.exit(main())
