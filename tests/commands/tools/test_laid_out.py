"""Help as text: whole names, no line too wide, colour on a terminal alone."""

from __future__ import annotations

import re

import pytest

from didww_cli.commands.laid_out import Look, laid_out
from didww_cli.commands.pages import Page, Rows
from tests.conftest import run_line
from tests.rules.test_help import COMMANDS
from tests.terminal import in_terminal

PAGE = Page(
    "tool verb [OPTIONS]",
    (
        "Do it.",
        Rows("Examples", (("tool verb a", "one"), ("tool verb --longer-name b", "two")), commands=True),
        "What else:\n- an item that is longer than what finds room in a line of that many columns\n- another",
        Rows(
            "Options", (("-f, --filter KEY=VALUE", "Only those."), ("--a-name-that-takes-much-room REF", "Rare. Yes."))
        ),
    ),
)


def test_a_page():
    assert laid_out(PAGE, Look(50)) == (
        "Usage: tool verb [OPTIONS]\n\n"
        "Do it.\n\n"
        "Examples\n"
        "  tool verb a                one\n"
        "  tool verb --longer-name b  two\n\n"
        "What else:\n"
        "- an item that is longer than what finds room in a\n"
        "  line of that many columns\n"
        "- another\n\n"
        "Options\n"
        "  -f, --filter KEY=VALUE  Only those.\n"
        "      --a-name-that-takes-much-room REF\n"
        "                          Rare. Yes."
    )


def test_what_an_example_does_stands_below_where_there_is_no_room():
    page = Page("", (Rows("", (("tool " + "x" * 40, "what it does"),), commands=True),))
    assert laid_out(page, Look(50)) == "  tool " + "x" * 40 + "\n      what it does"


@pytest.mark.parametrize("width", [80, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_no_name_broken(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    for words, command in COMMANDS:
        told = run_line(f"{' '.join(words)} --help").out
        wide = [line for line in told.splitlines() if len(line) > width]
        examples = [one.partition("  # ")[0] for one in getattr(command, "examples", ())]
        assert [line for line in wide if " " in line.strip() and line.strip() not in examples] == [], words
        for name in (flag for one in command.params for flag in one.opts if flag.startswith("--")):
            assert re.search(rf"{name}(?![\w-])", told), (words, name)


def test_reading_fits_a_screen(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    heights = {words: len(run_line(f"{' '.join(words)} --help").lines) for words, _ in COMMANDS}
    assert {words: height for words, height in heights.items() if words[-1] in ("list", "get") and height > 23} == {}
    assert sum(height <= 23 for height in heights.values()) > len(heights) * 0.6


@pytest.mark.parametrize(
    ("more", "surroundings", "coloured"),
    [([], {}, True), ([], {"NO_COLOR": "1"}, False), ([], {"TERM": "dumb"}, False), (["--no-color"], {}, False)],
)
def test_colour_is_for_terminals(more, surroundings, coloured):
    for line in (["dids", "list", "--help"], ["help", "dids", "list"], ["help", "filters"]):
        shown = in_terminal([*line, *more], columns=100, env=surroundings)
        assert shown.code == 0
        assert ("\x1b[" in shown.text) is coloured
        assert "\x1b" not in run_line(" ".join(line)).out
