"""``--input`` for the verbs that write: many rows at once instead of what their own options choose."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.members import drafted, members_of
from didww_cli.errors import UsageError

ONLY_WITH_INPUT = {
    "empty_clears": "--empty-clears",
    "results": "--results",
    "resume": "--resume",
    "settle": "--settle",
    "continue_on_error": "--continue-on-error",
}
MANY = "Many at once"
"""Where these options stand in the help."""
NOT_WITH_INPUT = {"refs": "a REF", "filters": "--filter", "data": "--data", "wait": "--wait"}


def with_input(command: Command, resource: Resource, action: str) -> Command:
    """A verb that also takes ``--input``. ``action``: what it does to a row."""
    options = bulk_options(action)
    names = [one.name for one in options]
    members = members_of(resource, action) if action != "delete" else []
    verb = resource.delete_means.capitalize() if action == "delete" else ""
    alone: Any = command.callback

    def run(state: State, **values: Any) -> None:
        from didww_cli.commands.bulk.job import Job, run_bulk
        from didww_cli.workflows.writing.drafts import Draft, named_in

        state.check()
        if not in_bulk(values):
            alone(state, **{name: value for name, value in values.items() if name not in names})
            return
        common = drafted(resource, action, members, values)[0] if members else Draft()
        state.name(named_in(resource, common))
        run_bulk(Job(state, resource, action, values, common, values["dry_run"], values["yes"], verb))

    place = [one.name for one in command.params].index("dry_run")
    command.params[place:place] = options
    command.callback = run
    return command


def bulk_options(action: str) -> list[Any]:
    """``--input`` and what belongs to it."""
    cells = "ref" if action == "delete" else "ref and members; an empty cell changes nothing, null clears"
    found = [
        option("--input", "source", metavar="FILE", help=f"Rows of CSV or JSON lines ({cells}); - is stdin."),
        option("--empty-clears", type=bool, help="Empty cells of CSV clear."),
        option("--continue-on-error", type=bool, help="Go on after a failure."),
        option("--results", metavar="FILE", help="Where the outcome of each row goes, as JSON lines."),
        option("--resume", metavar="FILE", help="Go on after a stop; FILE is what --results wrote."),
        option(
            "--settle",
            multiple=True,
            metavar="LINE=done|failed",
            help="With --resume: what became of a row whose outcome is unknown; a failed one is tried again.",
        ),
    ]
    for one in found:
        one.rich_help_panel = MANY
    return [one for one in found if action == "update" or one.name != "empty_clears"]


def in_bulk(values: dict[str, Any]) -> bool:
    """Whether ``--input`` is given; UsageError for what goes only with it, or not with it."""
    given = values.get("source") is not None
    for name, flag in (NOT_WITH_INPUT if given else ONLY_WITH_INPUT).items():
        if values.get(name) not in (None, False, (), []):
            raise UsageError(
                f"--input says which ones already; {flag} cannot stand beside it."
                if given
                else f"{flag} goes with --input FILE."
            )
    return given
