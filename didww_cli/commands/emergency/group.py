"""The jobs of ``didww emergency``, beside its resources."""

from __future__ import annotations

from didww_cli.commands.emergency.gaps import gaps_command
from didww_cli.commands.emergency.register import register_command
from didww_cli.commands.emergency.status import status_command
from didww_cli.commands.tree import Command


def emergency_commands() -> dict[str, Command]:
    """The commands, by name."""
    return {"register": register_command(), "status": status_command(), "gaps": gaps_command()}
