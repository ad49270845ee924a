"""The cookbook cannot rot: each task is done on the emulated account, and what it says comes back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import run_line

COOKBOOK = (Path(__file__).parents[2] / "docs" / "cookbook.md").read_text()
TASK = re.compile(r"^### (.*?)\n.*?```sh\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL | re.MULTILINE)
TASKS = {title: (lines.splitlines(), told.splitlines()) for title, lines, told in TASK.findall(COOKBOOK)}
FILES = {
    "passport.pdf": "%PDF-1.7\n%%EOF\n",
    "callback.http": "POST /didww HTTP/1.1\nHost: hooks.example.com\nContent-Type: application/x-www-form-urlencoded\n"
    "X-DIDWW-Signature: 4b70a0e3b1f7a1258066a29168f8661159a321bd\n\nid=6f1d&status=completed&type=orders",
}


def one_spaced(text: str) -> str:
    """Without what is only for the eye: columns are as wide as what stands in them."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def test_every_task_has_its_lines_and_what_comes_back():
    assert len(TASKS) == COOKBOOK.count("\n### ") >= 30
    assert all(lines and told for lines, told in TASKS.values())


def test_no_task_depends_on_what_the_journal_held_before():
    assert re.findall(r"journal (?:undo|show) [0-9]", COOKBOOK) == []


@pytest.mark.parametrize("title", TASKS)
def test_the_task_is_done(title, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    monkeypatch.setenv("SECRET_OF_HOOKS", "secret-of-hooks")
    for name, text in FILES.items():
        Path(name).write_text(text)
    lines, told = TASKS[title]
    seen = ""
    for line in lines:
        command, _, ends = line.partition("  # exit ")
        command, _, file = command.partition(" > ")
        command = re.sub(r"\$\(didww (.*?)\)", lambda inner: run_line(inner[1]).out.strip(), command)
        result = run_line(command.removeprefix("didww "))
        assert result.code == int(ends or 0), str(result)
        seen += result.out + result.err
        if file:
            Path(file).write_text(result.out)
    assert [line for line in told if one_spaced(line) not in one_spaced(seen)] == [], seen
