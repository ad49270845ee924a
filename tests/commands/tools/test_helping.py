"""``didww`` alone, ``didww help``, topics, and words that people bring from elsewhere."""

from __future__ import annotations

import pytest

from didww_cli.commands.topics import EXIT_WORDS, TOPICS
from didww_cli.commands.tree import global_options
from didww_cli.commands.words import COMMANDS, OPTIONS, VERBS
from didww_cli.config.keys import KEYS
from didww_cli.errors import ExitCode
from tests.conftest import run_line
from tests.rules.test_help import COMMANDS as SHOWN


def test_alone_it_fits_a_screen():
    lines = run_line("").lines
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert "Everything: didww --help" in "\n".join(lines)
    words = [line.split("didww ")[1].split() for line in lines if line.startswith("  didww ")]
    known = {one for one, _ in SHOWN}
    assert len(words) >= 12
    assert all(any(tuple(line[:length]) in known for length in (1, 2, 3)) for line in words)


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("help dids update", "dids update --help"),
        ("dids help", "dids --help"),
        ("dids help update", "dids update --help"),
        ("help trunks in", "trunks in --help"),
        ("trunks in help create", "trunks in create --help"),
        ("help", "--help"),
    ],
)
def test_help_is_what_the_option_shows(asked, same):
    shown, option = (run_line(line) for line in (asked, same))
    assert shown.code == option.code == 0
    assert shown.out.strip() == option.out.strip()


def test_what_all_commands_take_is_told_in_one_place(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    told = run_line("help options").out
    for one in global_options():
        assert one.help in told
        assert one.help in run_line("--help").out
        assert one.help not in run_line("dids list --help").out


@pytest.mark.parametrize("topic", TOPICS)
def test_topics_fit_and_are_named(topic):
    lines = run_line(f"help {topic}").lines
    assert 5 < len(lines) <= 24
    assert topic in run_line("help help").out


def test_topics_are_whole():
    assert set(EXIT_WORDS) == set(ExitCode)
    told = run_line("help environment").out
    assert all(key.variable in told for key in KEYS.values())
    commands = [line.split("  ")[1].strip() for line in run_line("help routing").lines if line.startswith("  didww")]
    assert {tuple(line.split()[1:2]) for line in commands} <= {one[:1] for one, _ in SHOWN}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("help filers", "Did you mean filters"),
        ("help dids updat", "Did you mean update"),
        ("help dids show", "didww dids get REF"),
        ("help dids list more", "There is no command"),
        ("dids help nothing", "There is no command 'dids nothing'"),
    ],
)
def test_what_there_is_no_help_for_is_told_with_the_nearest(line, told):
    result = run_line(line)
    assert result.code == 2
    assert told in result.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("cdrs", "didww exports create"),
        ("buy", "didww orders create"),
        ("login", "didww config init"),
        ("whoami", "didww auth status"),
        ("register", "didww address-verifications create"),
        ("cost", "didww prices lookup NUMBER"),
        ("dids show 1", "didww dids get REF"),
        ("dids find 1", "didww dids list --filter KEY=VALUE"),
        ("trunks in rm X", "didww trunks in delete REF"),
        ("dids rm 1", "didww dids cancel REF"),
        ("dids buy", "didww orders create"),
        ("dids update 1 --trunk X", "--voice-in-trunk"),
        ("dids list --search X", "--filter KEY=VALUE"),
        ("dids list --json", "--output json"),
        ("exports create --since yesterday", "--from"),
        ("dids cancel 1 --force", "--yes"),
    ],
)
def test_words_from_elsewhere_are_understood(line, told):
    result = run_line(line)
    assert result.code == 2
    assert f"Here it is: {told}" in result.err


def test_the_words_are_no_commands_and_mean_some():
    known = {one for one, _ in SHOWN}
    flags = {flag for _, command in SHOWN for one in command.params for flag in one.opts}
    assert {(word,) for word in COMMANDS} & known == set()
    for told in COMMANDS.values():
        words = told.split()[1:]
        assert words[0].startswith("--") or any(tuple(words[:length]) in known for length in (1, 2))
    assert set(OPTIONS.values()) <= flags
    assert {verb for verb, _ in VERBS.values()} <= {one[-1] for one in known}
