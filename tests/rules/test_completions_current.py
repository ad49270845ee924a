"""The completion scripts that are stored are those that the command tree gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_line

FOLDER = Path(__file__).parents[2] / "completions"
FILES = {"bash": "didww.bash", "zsh": "_didww", "fish": "didww.fish", "powershell": "didww.ps1"}


@pytest.mark.parametrize("shell", FILES)
def test_script_is_current(shell):
    file = FILES[shell]
    stored = (FOLDER / file).read_text() if (FOLDER / file).exists() else ""
    current = run_line(f"completion {shell}").out == stored
    assert current, f"completions/{file} is stale; run: didww completion {shell} > completions/{file}"


def test_nothing_else_is_there():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES.values())
