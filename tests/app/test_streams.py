"""Standard streams that are full, closed, or whose reader has gone: told once, never a traceback, nothing forgotten."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib

import pytest

from tests.conftest import run_line
from tests.processes import PATIENCE, command, run_process

FULL = "Error: Standard output cannot be written: No space left on device.\n"


@pytest.fixture
def full():
    with open("/dev/full", "w") as file:
        yield file


@pytest.fixture
def left():
    """A pipe that nobody reads any more."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize(
    "line",
    [
        "--version",
        "--help",
        "-p demo trunks in get Headquarters",
        "-p demo dids list -o csv",
        "",
    ],
)
def test_a_full_disk_is_told(full, line):
    assert run_process(line, stdout=full) == (1, "", FULL)


def test_a_full_disk_is_told_as_json(full):
    code, _, err = run_process("-p demo dids list -o json", stdout=full)
    assert code == 1
    assert json.loads(err)["error"]["message"] == FULL.removeprefix("Error: ").strip()


def test_a_write_that_was_done_is_told_though_the_disk_is_full(full):
    code, _, err = run_process("-p demo trunks in create --name Office --sip-host sip.example.com", stdout=full)
    made = run_line("-p demo trunks in get Office -o json").json
    assert code == 1
    assert err == (
        f"Error: The inbound trunk Office was created (id {made['id']}), "
        "but standard output cannot be written: No space left on device.\n"
    )


def test_an_order_that_was_placed_is_told_though_the_disk_is_full(full):
    code, _, err = run_process("-p demo orders create --did-group Chicago --qty 1 --yes -q", stdout=full)
    assert code == 1
    found = re.fullmatch(r"Error: The order \S+ was created \(id (\S+)\), but standard output cannot.*\n", err)
    assert found, err
    assert run_line(f"-p demo orders get {found[1]} -o ids").lines == [found[1]]


def test_several_updates_that_were_done_are_told_though_the_disk_is_full(full):
    code, _, err = run_process("-p demo dids update --filter area_name=Acapulco --description x --yes -q", stdout=full)
    descriptions = [did["description"] for did in run_line("-p demo dids list -f area_name=Acapulco -o json").json]
    assert (code, descriptions) == (1, ["x", "x"]), err
    assert err.count("was updated (id ") == 2


@pytest.mark.parametrize("line", ["--version", "--help", "-p demo dids list", "-p demo dids list -o jsonl"])
def test_a_reader_that_has_gone_is_no_failure(left, line):
    assert run_process(line, stdout=left) == (0, "", "")


def test_head_takes_what_it_wants():
    line = " ".join(command("-p demo dids list -o ids"))
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{line} | head -1"], capture_output=True, text=True, timeout=PATIENCE
    )
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 1, "")


def test_notices_that_cannot_be_written_change_nothing(full, left):
    for stderr in (full, left):
        assert run_process("-p demo trunks groups create --name Night", stderr=stderr)[0] == 0
        code, _, _ = run_process("-p demo trunks groups delete Night --yes", stderr=stderr)
        assert code == 0
        assert run_line("-p demo trunks groups get Night").code == 4


def test_a_failure_that_cannot_be_told_keeps_its_code(full, left):
    assert run_process("dids lst", stderr=full)[0] == 2
    assert run_process("dids lst", stdout=left, stderr=left)[0] == 2
    assert run_process("--version", stdout=full, stderr=full)[0] == 1


@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)])
def test_closed_descriptors_do_not_become_files(tmp_path, closed):
    """A file that is opened in the place of a closed stream would get what is written to that stream."""
    path = tmp_path / "config.toml"
    endings = " ".join(f"{number}>&-" for number in closed if number)
    source = "<&-" if 0 in closed else "<<< a-key"
    line = " ".join(command("config init --no-check -p w"))
    env = {**os.environ, "DIDWW_CONFIG": str(path)}
    done = subprocess.run(["bash", "-c", f"{line} {source} {endings}"], env=env, timeout=PATIENCE)
    if 0 in closed:
        assert (done.returncode, path.exists()) == (3, False)
    else:
        assert done.returncode == 0
        assert tomllib.loads(path.read_text())["profiles"] == {"w": {"environment": "sandbox", "api_key": "a-key"}}
