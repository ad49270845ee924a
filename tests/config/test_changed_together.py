"""Many processes that change one configuration at the same time lose nothing; killed ones leave nothing behind."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import run_line
from tests.processes import PATIENCE, ended, start


@pytest.fixture
def config(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("DIDWW_CONFIG", str(path))
    monkeypatch.setenv("A_KEY", "key")
    return path


def test_twenty_changes_at_once(config):
    for at in range(8):
        assert run_line(f"config init --no-check -p old{at}", stdin=f"key{at}").code == 0
        assert run_line(f"config set timeout {at + 1} -p old{at}").code == 0
    processes = [start(f"config init --no-check -p new{at}", stdin=subprocess.PIPE) for at in range(12)]
    for at, process in enumerate(processes):
        process.stdin.write(f"key-{at}\n")
    processes += [start(f"config set output json -p old{at}") for at in (0, 1, 2)]
    processes += [start(f"config unset timeout -p old{at}") for at in (3, 4)]
    processes += [start(f"config remove old{at}") for at in (5, 6)]
    processes += [start("config use old7")]
    assert [ended(process)[0] for process in processes] == [0] * 20
    stored = tomllib.loads(config.read_text())
    assert stored["default_profile"] == "old7"
    assert stored["profiles"] == {
        **{f"old{at}": profile(f"key{at}", timeout=at + 1.0, output="json") for at in (0, 1, 2)},
        **{f"old{at}": profile(f"key{at}") for at in (3, 4)},
        "old7": profile("key7", timeout=8.0),
        **{f"new{at}": profile(f"key-{at}") for at in range(12)},
    }
    assert stat.S_IMODE(config.stat().st_mode) == 0o600


def profile(key, **more):
    return {"environment": "sandbox", "api_key": key, **more}


KILLED = """
import os, signal, sys
sys.argv = ["didww", "config", "set", "timeout", "5"]
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
from didww_cli.app import main
main()
"""


def test_a_process_that_is_killed_while_it_writes(config):
    assert run_line("config init --no-check -p w", stdin="key").code == 0
    before = config.read_text()
    for _ in range(2):
        assert subprocess.run([sys.executable, "-c", KILLED], timeout=PATIENCE).returncode == -9
    left = [path for path in config.parent.iterdir() if path.name.endswith(".new")]
    assert (len(left) > 0, config.read_text()) == (True, before)
    assert run_line("config set timeout 7").code == 0
    assert tomllib.loads(config.read_text())["profiles"]["w"] == profile("key", timeout=7.0)
    assert not [path for path in config.parent.iterdir() if path.name.endswith(".new")]


def test_what_changes_nothing_writes_nothing(config):
    assert run_line("config init --no-check -p w", stdin="key").code == 0
    before = config.stat().st_ino
    assert run_line("config unset timeout").code == 0
    assert config.stat().st_ino == before
