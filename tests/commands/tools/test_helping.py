"""``didww`` alone, ``didww help``, topics, and words that people bring from elsewhere."""

from __future__ import annotations

import pytest

from didww_cli.commands.topics import EXIT_WORDS, TOPICS
from didww_cli.commands.tree import global_options
from didww_cli.commands.words import JOBS, NOUNS, OPTIONS, VERBS
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
        ("cdrs", "exports create --type cdr_in --from yesterday --download calls.csv"),
        ("buy 'New York'", "numbers buy --city 'New York' --dry-run"),
        ("reroute 12125550101", "dids assign 12125550101 --trunk TRUNK --dry-run"),
        ("login --key geheim", "config init"),
        ("whoami", "auth status"),
        ("kyc", "register --help"),
        ("registration", "register --help"),
        ("cost", "prices lookup NUMBER"),
        ("price 12125550100", "prices lookup 12125550100"),
        ("-p demo cost 12125550100", "-p demo prices lookup 12125550100"),
        ("dids show", "dids get REF"),
        ("dids show 12125550100 -c number", "dids get 12125550100 -c number"),
        ("dids find 1212 --json", "dids list --filter 'number=*1212*' --output json"),
        ("dids search office", "dids list --filter 'description=*office*'"),
        ("trunks in rm 'Head quarters' --force", "trunks in delete 'Head quarters' --yes"),
        ("trunks show Headquarters", "trunks in get Headquarters"),
        ("dids rm 1", "dids cancel 1"),
        ("dids buy", "numbers buy --city CITY --dry-run"),
        ("order list -n 5", "orders list -n 5"),
        ("numbers show 1", "dids get 1"),
        ("-p demo numbers list -c number", "-p demo dids list -c number"),
        ("number -c number", "dids list -c number"),
        ("search Boston", "numbers search --city Boston"),
        ("webhooks", "webhook --help"),
        ("capacity pool list", "capacity pools list"),
        ("sms trunk", "sms trunks list"),
        ("dids add", "numbers buy --city CITY --dry-run"),
        ("trunks list --search Head", "trunks list --filter 'name=*Head*'"),
        ("dids list 1212", "dids list --filter 'number=*1212*'"),
        ("dids update 1 --trunk 'My Office' -y", "dids update 1 --voice-in-trunk 'My Office' -y"),
        ("dids update 1 --trunk=X", "dids update 1 --voice-in-trunk X"),
        ("dids list --search 1212", "dids list --filter 'number=*1212*'"),
        ("dids list --since 2026-01-01 --max 5", "dids list --filter created_at_gteq=2026-01-01 --limit 5"),
        ("dids list --country US", "dids list --filter country=US"),
        ("orders list --status completed", "orders list --filter status=completed"),
        ("--json dids list", "--output json dids list"),
        ("exports create --since yesterday", "exports create --from yesterday"),
        ("trunks in set X --sip-auth-password geheim", "trunks in update X --sip-auth-password '********'"),
    ],
)
def test_words_from_elsewhere_are_told_as_the_line_that_is_meant(line, told):
    result = run_line(line)
    assert result.code == 2
    assert result.err.splitlines()[1] == f"Here it is: didww {told}"
    assert "geheim" not in result.err
    assert "Did you mean" not in result.err


@pytest.mark.parametrize("line", ["dids list --bogus", "dids list --bogus --search x", "dids lst", "dids get"])
def test_what_is_meant_by_other_words_is_not_guessed(line):
    assert "Here it is" not in run_line(line).err


def test_the_line_that_is_told_works(didww):
    for line in ("dids show 12125550100", "dids list --since 2026-01-01 --trunk Headquarters --json", "trunks out all"):
        told = run_line(f"--profile demo {line}").err.splitlines()[1]
        assert run_line(told.removeprefix("Here it is: didww ")).code == 0, told


@pytest.mark.parametrize("line", ["dids show 1 -o json", "-ojson dids show", "dids show -qo json", "dids --x -o=jsonl"])
def test_a_wrong_line_is_told_as_json_where_that_was_typed(line):
    error = run_line(line).error
    assert error["kind"] == "usage"
    assert ("Here it is: didww " in error["hint"]) == ("show" in line)


def test_the_words_are_no_commands_and_mean_some():
    known = {one for one, _ in SHOWN}
    flags = {flag for _, command in SHOWN for one in command.params for flag in one.opts}
    assert {(word,) for word in JOBS} & known == set()
    for told in (*JOBS.values(), *NOUNS.values()):
        words = told.removeprefix("--profile demo ").split()
        assert words[0].startswith("--") or any(tuple(words[:length]) in known for length in (1, 2))
    assert {told.split()[0] for told in OPTIONS.values()} <= flags
    assert OPTIONS.keys() & {flag for one in global_options() for flag in one.opts} == set()
    assert set(VERBS.values()) <= {one[-1] for one in known}
