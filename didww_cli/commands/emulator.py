"""``didww emulator``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.config.settings import state_path


def emulator_commands() -> Mapping[str, Any]:
    """The commands of the emulated account."""
    return {"reset": Command("reset", _reset, help="Begin the account of the profile demo anew.")}


def _reset(state: State) -> None:
    from didww_cli.emulator import reset_state

    reset_state(state_path())
    state.notice("The emulated account is as it was at first.")
