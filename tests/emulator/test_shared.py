"""The account of the profile demo, used by many processes at once of which some are killed."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import run_line
from tests.processes import PATIENCE, ended, start

KILLED = """
import os, signal, sys
sys.argv = ["didww", "-p", "demo", "trunks", "groups", "create", "--name", "Never"]
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
from didww_cli.app import main
main()
"""


def test_some_of_many_are_killed(tmp_path):
    assert run_line("-p demo trunks groups create --name First").code == 0
    processes = [start(f"-p demo trunks groups create --name G{at}") for at in range(6)]
    killed = [subprocess.Popen([sys.executable, "-c", KILLED]) for _ in range(3)]
    processes[0].kill()
    assert [process.wait(PATIENCE) for process in killed] == [-9, -9, -9]
    assert [ended(process)[0] for process in processes][1:] == [0] * 5
    names = [group["name"] for group in run_line("-p demo trunks groups list -o json").json]
    assert {"First", *(f"G{at}" for at in range(1, 6))} <= set(names)
    assert len(names) == len(set(names))
    assert "Never" not in names
    assert run_line("-p demo trunks groups create --name Last").code == 0
    left = {path.name for path in (tmp_path / "home" / "state" / "didww").iterdir()}
    assert left == {"demo.json", "demo.json.lock", "journal"}
