"""What the account has just one of, shown by its noun alone: ``didww balance``."""

from __future__ import annotations

from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command


def singleton_command(resource: Resource, name: str, *, hidden: bool = False) -> Command:
    """Shows the one record of a type."""

    def run(state: State) -> None:
        from didww_cli.commands.verbs.results import show_result

        state.check()
        show_result(state, resource, state.client.get(resource, ""))

    examples = [f"didww {resource.noun}", f"didww {resource.noun} -o json"]
    said = f"Show the {resource.singular}: {resource.help[0].lower()}{resource.help[1:]}"
    return Command(name, run, help=said, panel=resource.panel, hidden=hidden, examples=examples)
