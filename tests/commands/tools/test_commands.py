"""``didww commands``: every command is there, with all that it takes."""

from __future__ import annotations

import pytest

from didww_cli.commands.tree import global_options
from tests.conftest import run_line
from tests.rules.test_help import COMMANDS


def all_of(command):
    """A command as data, and those below it, by name."""
    found = {command["name"]: command}
    for one in command.get("commands", []):
        found |= all_of(one)
    return found


def named(command, name):
    return next(one for one in command["options"] if name in one["names"])


def test_the_whole_tree():
    root = run_line("commands -o json").json
    found = all_of(root)
    assert set(found) == {"didww", *(" ".join(["didww", *words]) for words, _ in COMMANDS)}
    for words, command in COMMANDS:
        told = found[" ".join(["didww", *words])]
        own = [one for one in command.params if one not in global_options()]
        flags = {flag for one in own if one.param_type_name == "option" for flag in (*one.opts, *one.secondary_opts)}
        assert {flag for one in told["options"] for flag in one["names"]} == flags
        assert len(told["arguments"]) == sum(one.param_type_name == "argument" for one in own)
        assert told["help"]
        assert told["examples"]
        assert ("commands" in told) is hasattr(command, "list_commands")
    names = {name for one in root["options"] for name in one["names"]}
    assert {flag for one in global_options() for flag in one.opts} < names
    assert {one["panel"] for one in root["commands"]} >= {"Numbers", "Voice", "Jobs", "Tools"}


def test_what_an_option_takes():
    root = run_line("commands -o json").json
    output = named(root, "-o")
    assert output["type"] == "choice"
    assert "jsonl" in output["choices"]
    assert (output["variable"], output["default"]) == ("DIDWW_OUTPUT", "table")
    assert named(root, "--profile")["variable"] == "DIDWW_PROFILE"
    created = run_line("commands trunks in create -o json").json
    assert named(created, "--transport")["choices"] == ["UDP", "TCP", "TLS"]
    assert named(created, "--name")["required"] is False
    assert named(created, "--codecs")["type"] == "list"
    assert named(created, "--no-sip-rtp-ping")["type"] == "flag"
    assert named(created, "--pop")["type"] == "reference"
    got = run_line("commands dids get -o json").json
    told = {"name": "REF", "type": "reference", "required": True, "repeatable": True}
    assert [one | told for one in got["arguments"]] == got["arguments"]
    assert got["examples"][0] == {"line": "didww dids get +12125550100", "does": ""}


def test_a_line_a_command():
    lines = run_line("commands").lines
    leaves = [words for words, command in COMMANDS if not hasattr(command, "list_commands")]
    assert len(lines) == len(leaves) + 1
    assert lines[1].split("  ")[0] == "didww dids list"
    assert [line.split("\t")[0] for line in run_line("commands sms sender-ids -o tsv").lines] == [
        "didww sms sender-ids list",
        "didww sms sender-ids get",
        "didww sms sender-ids update",
    ]


@pytest.mark.parametrize(
    ("line", "told"), [("commands dids lst", "Did you mean list"), ("commands dids list x", "list x")]
)
def test_what_is_no_command(line, told):
    result = run_line(line)
    assert result.code == 2
    assert told in result.err
