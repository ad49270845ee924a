"""``didww balance``."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE
from didww_cli.commands.results import show_result
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command


def balance_command(name: str, *, hidden: bool = False) -> Command:
    """Shows the balance of the account."""
    resource = BY_TYPE["balances"]

    def run(state: State) -> None:
        state.check()
        show_result(state, resource, state.client.get(resource, ""))

    return Command(name, run, help=f"Show the balance: {resource.help.lower()}", panel=resource.panel, hidden=hidden)
