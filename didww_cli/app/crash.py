"""Failures that nobody foresaw: a report in the state folder, without secrets, and a line that says where it is."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from didww_cli import __version__
from didww_cli.config.file import read_config
from didww_cli.config.keys import KEYS
from didww_cli.config.settings import config_path, environment_value, state_folder
from didww_cli.disk import write_private
from didww_cli.errors import DidwwError
from didww_cli.masking import MASK, SECRETS

MOST_KEPT = 10
LONGEST_MESSAGE = 300
CREDENTIAL = re.compile(r"(?i)((?:bearer|basic|api-key)['\": ]+)[^\s'\"]+")
"""A credential that this run does not know, by the word before it."""


def as_failure(error: Exception, states: list[Any]) -> DidwwError:
    """The failure that the user is told, its report written; ``DIDWW_DEBUG=1`` shows the traceback too."""
    from didww_cli.commands.written import what_was_done

    _learn(states)
    trace = _hidden("".join(traceback.format_exception(error)))
    if environment_value("DIDWW_DEBUG"):
        sys.stderr.write(trace)
    what = _hidden(f"{type(error).__name__}: {error}").splitlines()[0][:LONGEST_MESSAGE]
    done = " ".join(what_was_done([state.writes for state in states]))
    told = f"{done} Then didww failed" if done else "didww failed"
    return DidwwError(f"{told} in a way that nobody foresaw: {what}. {_kept(trace, _place(error))}")


def _kept(trace: str, place: str) -> str:
    """Write the report; a sentence that says where it is, or what it would have said."""
    folder = state_folder()
    path = folder / f"crash-{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}.txt"
    about = f"didww {__version__}, Python {platform.python_version()}, {sys.platform}\n\n"
    try:
        write_private(path, (about + trace).encode("utf-8", "backslashreplace"))
        _forget_old(folder)
    except OSError as problem:
        return f"It was at {place}; no report can be written to {folder}: {problem.strerror}."
    return f"A report, without keys, is in {path}."


def _forget_old(folder: Path) -> None:
    for path in sorted(folder.glob("crash-*.txt"))[:-MOST_KEPT]:
        path.unlink(missing_ok=True)


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1:]
    return f"{Path(last[0].filename).name}:{last[0].lineno}" if last else "an unknown place"


def _hidden(text: str) -> str:
    return CREDENTIAL.sub(rf"\g<1>{MASK}", SECRETS.masked(text))


def _learn(states: list[Any]) -> None:
    """Have every secret at hand hidden, those of other profiles too."""
    with contextlib.suppress(Exception):  # whatever the failure is, it may strike here again
        for secret in _stored():
            SECRETS.learn(secret)
    for state in states:
        if "settings" in vars(state):
            for setting in state.settings.secrets.values():
                SECRETS.learn(str(setting.value))


def _stored() -> Iterator[str]:
    profiles = read_config(config_path()).profiles.values()
    for name, key in KEYS.items():
        if key.secret:
            yield environment_value(key.variable) or ""
            for profile in profiles:
                yield str(profile.get(name, ""))
                yield environment_value(str(profile.get(f"{name}_env", ""))) or ""
