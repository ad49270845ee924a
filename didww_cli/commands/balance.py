"""``didww balance``."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE
from didww_cli.commands.show import show_one
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command


def balance_command(name: str, *, hidden: bool = False) -> Command:
    """Shows the balance of the account."""
    resource = BY_TYPE["balances"]

    def run(state: State) -> None:
        from didww_cli.jsonapi.documents import records

        state.check()
        document = state.client.get(resource, "")
        show_one(state, resource, records(document, {})[0], document)

    return Command(name, run, help=f"Show the balance: {resource.help.lower()}", panel=resource.panel, hidden=hidden)
