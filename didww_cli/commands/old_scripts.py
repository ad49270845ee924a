"""Told once by each version: the shell completes by a script that an older one made."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from didww_cli import __version__

if TYPE_CHECKING:
    from didww_cli.commands.state import State

SCRIPT = "DIDWW_COMPLETION_SCRIPT"
"""The variable in which a script tells its shell and the version that made it: ``bash 0.1.0``. So no file is read."""


def tell_if_old(state: State) -> None:
    """Say on a terminal how the script of this shell is renewed, if that was not said yet."""
    found = re.fullmatch(r"(\w+) (\d[\d.]*)", os.environ.get(SCRIPT, ""))
    if not found or state.quiet or not sys.stderr.isatty() or _numbers(found[2]) >= _numbers(__version__):
        return
    shell, version = found.groups()
    if note_told(shell):
        state.notice(
            f"The completion script of this shell is of didww {version}, and this is {__version__}. "
            f"To renew it: didww completion install {shell}"
        )


def note_told(shell: str) -> bool:
    """Keep in mind that this version told it, or need not; whether that is new and could be kept."""
    from didww_cli.config.settings import cache_folder
    from didww_cli.disk import write_private

    path = cache_folder() / f"completion-told-{shell}"
    try:
        if path.exists() and path.read_bytes() == __version__.encode():
            return False
        write_private(path, __version__.encode())
    except OSError:
        return False
    return True


def _numbers(version: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", version)]
