"""The README cannot rot: its commands are run on the emulated account, its table is compared, its codes exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from didww_cli.config.keys import KEYS
from didww_cli.errors import ExitCode
from tests.conftest import run_line

README = (Path(__file__).parents[2] / "README.md").read_text()
LEFT_OUT = ("config init", "emulator serve")


def shell_lines() -> list[str]:
    """The ``didww`` command lines of the README's shell blocks, without what stands around them."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    found = [part.strip() for line in lines for part in line.split("&&")]
    lines = [re.split(r" [|>] ", line)[0] for line in found if line.startswith("didww ")]
    return [line for line in lines if not any(word in line for word in LEFT_OUT)]


@pytest.mark.parametrize("line", shell_lines())
def test_each_command_works(line, monkeypatch):
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    result = run_line(shlex.join(shlex.split(line)[1:]))
    assert result.code == 0, str(result)
    assert result.out.strip()


def test_there_are_commands():
    assert len(shell_lines()) > 15


def test_the_table_is_real():
    for line, shown in re.findall(r"```console\n\$ didww (.*?)\n(.*?)```", README, re.DOTALL):
        assert run_line(line).out == shown


def test_the_exit_codes_are_all_of_them():
    section = README.partition("## Exit codes")[2].partition("\n## ")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)] == list(ExitCode)


def test_the_variables_are_all_of_them():
    section = README.partition("## Configuration")[2].partition("\n## ")[0]
    for key in KEYS.values():
        assert key.variable in section


def test_the_sections_come_in_their_order():
    titles = re.findall(r"^## (.*)$", README, re.MULTILINE)
    assert titles == [
        *("Install", "First command", "Everyday tasks", "Scripting with jq", "Webhooks", "Configuration"),
        *("Exit codes", "Development"),
    ]
