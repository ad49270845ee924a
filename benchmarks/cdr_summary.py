"""Sums up 1,000,000 call records by DID, and compares with the shortest awk that counts the same: time and peak memory.

Run it with the Python that has didww installed: ``python benchmarks/cdr_summary.py [RUNS]``. Exit code 1 where the
median takes 10 s or more, memory reaches 100 MB, or the two do not agree.
"""

# ruff: noqa: S311, T201

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from export_download import Runs  # which stands beside this one

from didww_cli.catalog.cdr import INBOUND, columns_of

ROWS, DIDS = 1_000_000, 1000
MOST_SECONDS, MOST_MEMORY = 10.0, 100.0
VERSION = "2026-04-16"
AWK = (
    'awk -F, \'NR>1 {n[$7]++; if ($2!="") {a[$7]++; s[$7]+=$8} c[$7]+=$21}'
    ' END {for (k in n) printf "%s\\t%d\\t%d\\t%.2f\\t%.4f\\n", k, n[k], a[k], s[k]/60, c[k]}\''
)
"""Calls, answered, minutes and cost by DID; awk adds up floats, rounded here as the costs are."""


def make_file(place: Path) -> None:
    """Inbound calls with all columns of an export; one in seven is not answered."""
    draw = random.Random(1)
    moment = 1_790_000_000
    with place.open("w") as file:
        file.write(",".join(columns_of(INBOUND, VERSION)) + "\n")
        for _ in range(ROWS):
            moment += draw.randint(0, 4)
            seconds = draw.randint(1, 900) if draw.random() < 0.85 else 0
            moments = (moment, moment + 2, moment + 2 + seconds) if seconds else (moment,)
            times = [time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at)) for at in moments]
            start, connect, end = [*times, "", ""][:3]
            went = ("Completed", 200, "Bye") if seconds else ("Failed", 486, "Busy Here")
            did, cost = f"44207946{draw.randrange(DIDS):04d}", f"{seconds * 0.0001:.4f}"
            file.write(
                f"{start},{connect},{end},{went[0]},1202555{draw.randint(0, 9999):04d},Alex Example,{did},{seconds},1,"
                f"{went[1]},{went[2]},Origination,Headquarters,sip:{did}@pbx.example.com,,,0.000,{cost},0.000,0.000,"
                f"{cost},{draw.getrandbits(64):016x}\n"
            )


def counted(place: Path) -> dict[str, tuple[int, int, str, str]]:
    """What a summary says of each DID: calls, answered, minutes, cost. ASR and ACD follow from them."""
    rows = [line.split("\t") for line in place.read_text().splitlines()]
    return {row[0]: (int(row[1]), int(row[2]), f"{float(row[-2]):.2f}", f"{float(row[-1]):.4f}") for row in rows}


def compare(folder: Path, runs: int) -> bool:
    """Run both in turn, print what they took, and say whether the target was met."""
    calls, ours, theirs = (folder / name for name in ("calls.csv", "ours.tsv", "theirs.tsv"))
    make_file(calls)
    print(f"{ROWS:,} calls to {DIDS:,} DIDs, {calls.stat().st_size / 1e6:.0f} MB of CSV, {runs} runs of each in turn")
    environment = {**os.environ, "DIDWW_CONFIG": str(folder / "none.toml")}
    own, other = Runs("didww"), Runs("awk")
    for _ in range(runs):
        own.add(
            ["sh", "-c", f"{sys.executable} -m didww_cli cdr summary {calls} --by did -o tsv > {ours}"], environment
        )
        other.add(["sh", "-c", f"{AWK} {calls} > {theirs}"], environment)
    if counted(ours) != counted(theirs):
        raise SystemExit("The two summaries differ.")
    took, peak = statistics.median(own.clock), max(own.memory)
    ratio = took / statistics.median(other.clock)
    print(own, other, sep="\n")
    print(
        f"median {took:.2f} s (below {MOST_SECONDS:.0f}), {ratio:.1f} times as long as awk; "
        f"peak memory {peak:.0f} MB (below {MOST_MEMORY:.0f}), awk {max(other.memory):.0f} MB"
    )
    return took < MOST_SECONDS and peak < MOST_MEMORY


def main() -> int:
    """Make the file, compare."""
    folder = Path(tempfile.mkdtemp())
    try:
        return 0 if compare(folder, int(sys.argv[1]) if len(sys.argv) > 1 else 5) else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
