"""What help, topics and hints show is accepted by the parser, and examples work on the emulated account."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from didww_cli.app import root
from didww_cli.commands.pages import REMARK
from didww_cli.commands.starting import START
from didww_cli.commands.topics import TOPICS
from didww_cli.commands.words import JOBS
from tests.conftest import run_line
from tests.rules.test_help import COMMANDS

LEAVES = {words: command for words, command in COMMANDS if not hasattr(command, "list_commands")}
ELSEWHERE = {"webhook", "config", "auth", "emulator", "completion", "doctor"}
"""Tools that have tests of their own and need other surroundings than an account."""
ONLY_PARSED = re.compile(r"\b(REF|ID|N)\b|--watch")
"""What is to be filled in, or does not end."""
UPLOAD = "files upload passport.pdf --description 'Passport of A. Example'"
WRITES = [f"dids update 12125550100 --description {number}" for number in range(3)]
BEFORE = {
    "reservations get": ["reservations create --available-did 525555550101"],
    "cdr summary": ["exports download export-calls-in --to calls.csv.gz"],
    "documents create": [UPLOAD],
    "proofs create": [UPLOAD],
    "journal show": WRITES,
    "journal undo": WRITES,
    "snapshot diff": ["snapshot save account.toml", "snapshot save a.toml", "snapshot save b.toml"],
    "snapshot apply": ["dids update 12125550100 --description Changed"],
}
"""What is done first, so that there is what an example names."""
FILES = {
    "passport.pdf": "%PDF-1.7\n%%EOF\n",
    "numbers.csv": "number,description\n12125550100,Main line\n",
    "dialler.json": '{"name": "Dialler", "on_cli_mismatch_action": "reject_call", "authentication_method": {"type": '
    '"credentials_and_ip", "allowed_sip_ips": ["203.0.113.5"]}, "allowed_rtp_ips": ["203.0.113.5"]}',
}


def line_in(text: str) -> str | None:
    """The words behind ``didww`` in a line of a shell; None where it calls something else alone."""
    found = re.search(r"(?:^|[ (])didww( [^|<>)]*)?", text.partition(REMARK)[0].replace("…", ""))
    return (found[1] or "").strip().replace("*.csv.gz", "calls.csv.gz") if found else None  # as a shell does


def parse(line: str) -> None:
    """See that the command line is accepted; what it does is not begun."""
    command = root()
    try:
        context = command.make_context("didww", shlex.split(line))
        while hasattr(command, "list_commands") and (rest := [*context._protected_args, *context.args]):
            name, command, words = command.resolve_command(context, rest)
            context = command.make_context(name, words, parent=context)
    except typer.Exit:  # --help, --version
        return
    assert not hasattr(command, "list_commands") or command.name == "didww" or not context.args, line


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_every_command_has_examples_that_parse(words):
    lines = [line for text in LEAVES[words].examples if (line := line_in(text)) is not None]
    assert lines
    for line in lines:
        parse(line)
    assert any(line.split()[: len(words)] == list(words) for line in lines)


def test_a_wrong_example_would_be_found():
    for line in ("dids lst", "dids list --filtre a=b", "dids get"):
        with pytest.raises(Exception, match=r"No such|Missing"):
            parse(line)


def shown_elsewhere():
    """Command lines of topics, of the start, and of hints."""
    for name, (_, blocks) in TOPICS.items():
        for block in blocks():
            texts = re.findall(r"'(didww [^']*)'", block) if isinstance(block, str) else list(block)
            texts += [] if isinstance(block, str) else re.findall(r"'(didww [^']*)'", " ".join(block.values()))
            yield from ((name, text) for text in texts if text.startswith("didww"))
    yield from (("start", line) for line in re.findall(r"(?m)(?<=^  )didww .*?(?=  |$)", START))
    yield from (("start", line) for line in re.findall(r": (didww (?!help filters).*?)(?=  |$)", START))
    yield from (("hint", line) for line in {f"didww {re.sub('[{}]', '', job)}" for job in JOBS.values()})


@pytest.mark.parametrize(("place", "text"), sorted(set(shown_elsewhere())))
def test_whatever_else_is_shown_parses(place, text):
    parse(line_in(text))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    for name, text in FILES.items():
        Path(name).write_text(text)


@pytest.mark.parametrize("noun", sorted({words[0] for words in LEAVES} - ELSEWHERE))
def test_examples_work(noun, folder):
    """Those that write are run dry."""
    for words, command in LEAVES.items():
        if words[0] != noun:
            continue
        for line in BEFORE.get(" ".join(words), []):
            assert run_line(f"{line} --yes" if "create" in line else line).code == 0
        dry = any("--dry-run" in one.opts for one in command.params) and noun != "cdr"  # it writes exports alone
        for line in filter(None, map(line_in, command.examples)):
            if not ONLY_PARSED.search(line):
                shown = line.replace(" --wait", "") if dry else line  # what is pending may stay so
                result = run_line(f"{shown} --dry-run" if dry and "--dry-run" not in line else shown)
                assert result.code in (0, 10) or "nagios" in line, str(result)  # 10: what was looked for is there
                assert result.out.strip() or result.err.strip(), str(result)
