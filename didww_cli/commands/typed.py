"""The command line that a run stands for, for messages that tell what to type."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

from didww_cli.commands.state import State


def typed(state: State) -> str:
    """The command line of this run as it was typed, without the secrets that it sets."""
    from didww_cli.workflows.writing.kept import command_text

    return command_text(state.words)


def command_line(state: State, params: Sequence[Any], values: Mapping[str, Any]) -> str:
    """The command line that the options and values of this run stand for."""
    words = state.command.split()
    for name, value in state.options.items():
        words += _words(f"--{name.replace('_', '-')}", value)
    for one in params:
        if one.param_type_name == "argument":
            words += values[one.name]
            continue
        for value in values[one.name] if one.multiple and values[one.name] else [values[one.name]]:
            if value is False and one.secondary_opts:
                words.append(one.secondary_opts[0])
            else:
                words += _words(one.opts[0], value)
    return shlex.join(words)


def for_account(state: State, line: str) -> str:
    """Another command line, for the account of this run: with the options that name it, as far as they were typed."""
    return shlex.join(["didww", *state.account_words]) + line.removeprefix("didww")


def _words(flag: str, value: Any) -> list[str]:
    if value is None or value is False or value == ():
        return []
    return [flag] if value is True else [flag, str(value)]
