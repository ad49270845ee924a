"""Every command has help, an example that parses, and the options that all commands take."""

from __future__ import annotations

import pytest

from didww_cli.app import root
from tests.conftest import run_line


def command_lines(group=None, before=()):
    """The words of every shown command."""
    group = group or root()
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if command.hidden:
            continue
        yield (*before, name), command
        if hasattr(command, "list_commands"):
            yield from command_lines(command, (*before, name))


COMMANDS = list(command_lines())


@pytest.mark.parametrize(
    ("words", "command"), COMMANDS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_help(words, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    result = run_line(f"{' '.join(words)} --help")
    assert result.code == 0
    assert command.short_help in " ".join(result.out.split())
    for name in (
        "--profile",
        "--environment",
        "--api-version",
        "--output",
        "--timeout",
        "--retries",
        "--no-color",
        "--quiet",
        "--verbose",
    ):
        assert name in result.out
    for parameter in command.params:
        assert parameter.help, parameter.name
        assert parameter.help.endswith("."), parameter.help


def test_whatever_can_run_dry_takes_yes():
    leaves = [(words, command) for words, command in COMMANDS if not hasattr(command, "list_commands")]
    flags = {words: {flag for one in command.params for flag in one.opts} for words, command in leaves}
    dry = {words for words, known in flags.items() if "--dry-run" in known}
    assert {words for words in dry if not {"--yes", "-y"} <= flags[words]} == set()
    verbs = {
        "create",
        "update",
        "delete",
        "cancel",
        "restore",
        "upload",
        "check",
        "regenerate-credentials",
        "api",
        "send",
        "replay",
        "undo",
        "apply",
        "assign",
        "unassign",
        "buy",
        "register",
        "add",
        "requirements",
    }
    assert verbs - {words[-1] for words in dry} == set()
    # the check of the account reads, that of a requirement is a POST; a group is called as the job is
    no_requests = {("check",), ("emergency", "requirements")}
    reading = {("cdr", "summary")}  # which makes exports where it is given a period
    assert {words for words in flags if words[-1] in verbs and words[0] != "config"} - no_requests == dry - reading


def test_groups_show_their_help_when_called_alone():
    for words, command in [*COMMANDS, ((), root())]:
        if hasattr(command, "list_commands"):
            result = run_line(" ".join(words))
            assert result.code == 0
            assert "Usage: didww" in result.out


def test_version():
    from didww_cli import __version__

    for line in ("--version", "-q --version"):
        assert run_line(line).out == f"didww {__version__}\n"
