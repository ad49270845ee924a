"""How well the tests guard money: each guard is broken in every small way, and its tests must notice.

    pip install cosmic-ray
    python benchmarks/mutations.py [GUARD ...]        # all of them take an hour or two on two cores

Works on a copy of the tree. Prints, for each guard, how many mutants there were and how many lived, then each survivor:
file, line, what was changed. What survives for a reason is explained in docs/reliability.md.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUARDS = {
    "departures": (("jsonapi/departures.py",), ("tests/jsonapi/test_departures.py",)),
    "retries": (("jsonapi/failures.py",), ("tests/jsonapi/test_transport.py",)),
    "answers": (("jsonapi/shapes.py", "jsonapi/seen.py"), ("tests/jsonapi/test_answers.py",)),
    "orders": (("workflows/orders/ordering.py",), ("tests/commands/orders",)),
    "redaction": (("jsonapi/credentials.py", "masking.py"), ("tests/secrecy",)),
    "signatures": (("workflows/webhooks/signature.py",), ("tests/workflows/webhooks/test_signature.py",)),
}
"""The modules of each guard, and the tests that hold it."""

CONFIG = """\
[cosmic-ray]
module-path = {modules}
timeout = 240
excluded-modules = []
test-command = "{python} -m pytest -q -x -n 0 -p no:cacheprovider -p no:randomly {tests}"

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = [
  "core/ReplaceBinaryOperator_BitOr_.*", # a type such as `int | None`, which is never computed
]
"""


def main() -> None:
    """Each guard that is named, or all."""
    for name in sys.argv[1:] or GUARDS:
        modules, tests = GUARDS[name]
        with tempfile.TemporaryDirectory() as folder:
            survivors, total = mutated(Path(folder) / "tree", modules, tests)
        print(f"{name}: {total} mutants, {len(survivors)} lived")
        for one in survivors:
            print(f"  {one}")


def mutated(tree: Path, modules: tuple[str, ...], tests: tuple[str, ...]) -> tuple[list[str], int]:
    """The mutants that no test noticed, and how many there were."""
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
    paths = json.dumps([f"didww_cli/{module}" for module in modules])
    text = CONFIG.format(modules=paths, python=sys.executable, tests=" ".join(tests))
    (tree / "mutations.toml").write_text(text)
    for step in (
        ["cosmic-ray", "init", "mutations.toml", "session.sqlite"],
        ["cr-filter-operators", "session.sqlite", "mutations.toml"],
        ["cosmic-ray", "exec", "mutations.toml", "session.sqlite"],
    ):
        subprocess.run([str(Path(sys.executable).with_name(step[0])), *step[1:]], cwd=tree, check=True)
    dump = subprocess.run(
        [str(Path(sys.executable).with_name("cosmic-ray")), "dump", "session.sqlite"],
        cwd=tree,
        check=True,
        capture_output=True,
        text=True,
    )
    found = [json.loads(line) for line in dump.stdout.splitlines()]
    tried = [(work, result) for work, result in found if result and result["worker_outcome"] != "skipped"]
    lived = [work for work, result in tried if result["test_outcome"] == "survived"]
    return [_told(work["mutations"][0]) for work in lived], len(tried)


def _told(mutation: dict[str, object]) -> str:
    start = mutation["start_pos"]
    operator = str(mutation["operator_name"]).removeprefix("core/")
    line = start[0] if isinstance(start, list) else start
    return f"{mutation['module_path']}:{line}: {operator} {mutation['occurrence']}"


if __name__ == "__main__":
    main()
