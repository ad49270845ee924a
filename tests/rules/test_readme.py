"""The README cannot rot: its commands are run on the emulated account, its table is compared, its codes exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from didww_cli.commands.tools.completion import INSTALL
from didww_cli.config.keys import KEYS
from didww_cli.emulator import NOT_EMULATED
from didww_cli.errors import ExitCode
from tests.conftest import run_line

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
LEFT_OUT = ("config init", "--resume")
SILENT = ("exports create --type cdr_in", "prices download")
"""Commands that print nothing."""

FILES = {
    "proxied.json": '{"url": "http://hooks.example.com/didww", "method": "POST", "headers": {"X-DIDWW-Signature": '
    '"a9a7cb39330d7b16c0e11d589178135c00d4666a", "Content-Type": "application/x-www-form-urlencoded"}, '
    '"body": "id=6f1d&status=completed&type=orders"}',
    "secret.http": "POST /didww HTTP/1.1\nHost: hooks.example.com\nContent-Type: application/x-www-form-urlencoded\n"
    "X-DIDWW-Signature: ec3acafe369b128df79d2860dad2393af89158e6\n\nid=6f1d&status=completed&type=orders",
    "lost.json": '{"url": "https://hooks.example.com/didww", "method": "POST", "headers": {"X-DIDWW-Signature": '
    '"3551ba8aed150a019d5ec19dcdf5207d7d280ba8"}, "body": {"id": "9c2e", "status": "approved", "type": '
    '"address_verifications"}}',
    "passport.pdf": "%PDF-1.7\n%%EOF\n",
    "numbers.csv": "number,description\n12125550100,New\n",
}
"""What the README's commands read."""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_text(text)


def shell_lines() -> list[str]:
    """The ``didww`` command lines of the README's shell blocks, without what stands around them."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    found = [part.strip().removeprefix(".venv/bin/") for line in lines for part in line.split("&&")]
    lines = [re.split(r" [|>] ", line)[0] for line in found if line.startswith("didww ")]
    return [line for line in lines if not any(word in line for word in LEFT_OUT)]


@pytest.mark.parametrize("line", shell_lines())
def test_each_command_works(line, monkeypatch):
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    result = run_line(shlex.join(shlex.split(line)[1:]))
    assert result.code == 0, str(result)
    assert result.out.strip() or any(word in line for word in SILENT)


@pytest.mark.parametrize(
    ("title", "words"), [("First command", "didww --profile demo dids list"), ("Development", "pytest")]
)
def test_one_line_does_all_on_a_fresh_machine(title, words):
    """Which it does is shown by ``.ci/run``, which takes it from here."""
    section = README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    first = re.search(r"```sh\n(.*?)```", section, re.DOTALL)[1].splitlines()
    assert len(first) == 1
    made, installed, done = first[0].split(" && ")
    assert made == "python3 -m venv .venv"
    assert installed.startswith(".venv/bin/pip install ")
    assert done.startswith(f".venv/bin/{words}")


@pytest.mark.parametrize("shell", INSTALL)
def test_the_readme_and_the_completion_command_put_scripts_in_the_same_place(shell):
    told = run_line(f"completion {shell} --help").out
    _, *lines = INSTALL[shell]
    assert all(line in told for line in lines)
    if shell == "bash":
        assert "\n".join(lines) in README


def test_routing_is_changed_without_fear(tmp_path):
    """Line by line in one shell, as they stand."""
    section = README.partition("### Change routing without fear")[2]
    lines = re.search(r"```bash\n(.*?)```", section, re.DOTALL)[1].splitlines()
    assert len(lines) == 16
    shim = tmp_path / "bin" / "didww"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m didww_cli -p demo "$@"\n')
    shim.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    script = "\n".join(["set -e", *(f"echo '== {at}'; {line}" for at, line in enumerate(lines))])
    for before in ("dids update 12125550100 --description Before", "trunks groups create --name Before"):
        run_line(f"-p demo {before}")  # somebody who came here from further above wrote something already
    done = subprocess.run(["bash", "-c", script], env=surroundings, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    outputs = re.split(r"== \d+\n", done.stdout)[1:]
    assert "trunk group Main group" in outputs[0]
    assert "trunk Headquarters" in outputs[6]
    assert "voice_in_trunk_group  Main group → none" in outputs[9]
    assert "allowed_sip_ips" in outputs[12]
    assert outputs[15] == ""
    assert done.stderr.endswith("Nothing differs.\n")


def test_there_are_commands():
    assert len(shell_lines()) > 15


def test_the_tables_are_real(monkeypatch):
    monkeypatch.setenv("DIDWW_CALLBACK_SECRET", "callback-secret-of-the-panel")
    monkeypatch.setenv("DIDWW_API_KEY", "the-api-key")
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


def test_the_design_page_names_what_exists():
    design = (ROOT / "docs" / "design.md").read_text()
    for path in re.findall(r"`([a-z_/]+\.py)`", design):
        assert list((ROOT / "didww_cli").rglob(path)), path
    told = " ".join(design.split())
    assert all(line in told for line in NOT_EMULATED)
