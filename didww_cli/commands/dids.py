"""``didww dids cancel`` and ``restore``: updates of ``terminated``."""

from __future__ import annotations

from collections.abc import Sequence

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.choosing import selection
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.updating import change


def did_commands(resource: Resource) -> dict[str, Command]:
    """The commands that DIDs have beyond the usual verbs."""
    return {
        "cancel": _terminating(resource, "cancel", True, "Give up DIDs at the end of what is paid. Asks first."),
        "restore": _terminating(resource, "restore", False, "Keep DIDs that were given up."),
    }


def _terminating(resource: Resource, name: str, terminated: bool, what: str) -> Command:
    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool) -> None:
        from didww_cli.workflows.drafts import Draft

        state.check()
        draft = Draft(attributes={"terminated": terminated})
        told_as = "Canceled" if terminated else ""
        change(state, resource, refs, filters, (draft, {}), dry_run=dry_run, yes=yes, told_as=told_as)

    return Command(name, run, help=what, params=[*selection(resource), dry_run_option(), yes_option()])
