"""A completion script that is older than the tool: told once, on a terminal alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from didww_cli import __version__
from didww_cli.commands.nouns import tree
from didww_cli.commands.tools.completion import INSTALL, script
from tests.terminal import in_terminal

LINE = ["-p", "demo", "pops", "list", "-o", "ids"]
OLD = {"DIDWW_COMPLETION_SCRIPT": "zsh 0.0.9"}
SAID = (
    f"The completion script of this shell is of didww 0.0.9, and this is {__version__}. "
    "To renew it: didww completion install zsh"
)


def shown(line: list[str], env: dict[str, str]) -> str:
    screen = in_terminal(line, columns=200, env=env)
    assert screen.code == 0
    return screen.text


def test_it_is_told_once_after_what_was_asked_for():
    assert shown(LINE, OLD).splitlines()[-1] == SAID
    assert SAID not in shown(LINE, OLD)
    assert "didww completion install fish" in shown(LINE, {"DIDWW_COMPLETION_SCRIPT": "fish 0.0.9"})


def test_the_next_version_tells_it_again():
    shown(LINE, OLD)
    (kept,) = (Path.home() / ".cache" / "didww").glob("completion-told-*")
    assert kept.read_text() == __version__
    kept.write_text("0.0.10")
    assert SAID in shown(LINE, OLD)


@pytest.mark.parametrize("said", [f"zsh {__version__}", "zsh 99.0", "", "zsh", "\x1b[31m 0.0.9"])
def test_other_scripts_are_no_matter(said):
    assert "completion script" not in shown(LINE, {"DIDWW_COMPLETION_SCRIPT": said})


def test_nothing_is_told_in_pipes_when_quiet_or_where_it_has_just_been_renewed(monkeypatch):
    monkeypatch.setenv("DIDWW_COMPLETION_SCRIPT", "zsh 0.0.9")
    piped = subprocess.run([sys.executable, "-m", "didww_cli", *LINE], capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    assert SAID not in shown(["-q", *LINE], {})
    assert SAID not in shown(["completion", "install", "zsh"], {})
    assert SAID not in shown(LINE, {})


def test_nothing_is_told_where_that_cannot_be_kept(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert SAID not in shown(["config", "path"], OLD)


@pytest.mark.parametrize("shell", INSTALL)
def test_scripts_tell_what_made_them(shell):
    assert f"{shell} {__version__}'" in script(shell, tree())
