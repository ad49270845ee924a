"""What work in bulk comes to, before its first write: changes, dry runs, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import confirm, described, show_described
from didww_cli.commands.state import State
from didww_cli.output.formats import write_array, write_json

if TYPE_CHECKING:
    from didww_cli.workflows.bulk import Step
    from didww_cli.workflows.spool import Spool
    from didww_cli.workflows.writes import Update

DONE_TO = {"create": "created", "update": "changed", "Delete": "deleted", "Cancel": "cancelled"}
MEMBERSHIPS_SHOWN = 20


@dataclass(slots=True)
class Plan:
    """The steps of all rows, what is told of them, and what a question needs of those that give something up."""

    steps: Spool[Step]
    notices: Spool[str]
    requests: int = 0
    updates: list[Update] = field(default_factory=list)
    deleted: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)

    def add(self, resource: Resource, step: Step, *, keep: bool) -> None:
        """Put a step behind the others. ``keep``: what is asked about is needed."""
        self.requests += step.request is not None
        for text in _changes(resource, step):
            self.notices.add(text)
        if keep and step.request and step.record:
            self._remember(resource, step)
        step.update = None
        self.steps.add(step)

    def _remember(self, resource: Resource, step: Step) -> None:
        from didww_cli.commands.updating import CANCELS
        from didww_cli.workflows.writes import Update

        record = step.record or {}
        slim = {name: record[name] for name in ("id", "type", *_heads(resource)) if name in record}
        if step.update is None:
            self.deleted.append(slim)
            if step.document and len(self.documents) < MEMBERSHIPS_SHOWN:
                self.documents.append(step.document)
        elif any(one.name == CANCELS for one in step.update.changes):
            self.updates.append(Update(slim, {}, step.update.changes, step.update.request))


def _heads(resource: Resource) -> list[str]:
    return [path.partition(".")[0] for path in resource.label]


def _changes(resource: Resource, step: Step) -> Iterator[str]:
    """``before → after`` of each member of a row."""
    from didww_cli.commands.updating import shown_value
    from didww_cli.workflows.references import label

    for one in step.update.changes if step.update else ():
        before, after = (shown_value(resource, one, value) for value in (one.before, one.after))
        yield f"line {step.wanted.line}, {label(step.record or {}, resource)}: {one.name}: {before} → {after}"


def show_plan(state: State, plan: Plan, done: str) -> None:
    """The requests on stdout, how many on stderr."""
    found = (described(state, step.request) for step in plan.steps if step.request)
    if state.output in ("json", "jsonapi") and state.pick:
        write_json(state.screen, list(found), state.pick)
    elif state.output in ("json", "jsonapi"):
        write_array(state.screen, found)
    elif not plan.requests:
        show_described(state, [])
    else:
        for one in found:
            show_described(state, [one])
    stays = f", {plan.steps.count - plan.requests:,} need nothing" if plan.steps.count > plan.requests else ""
    state.notice(f"{plan.requests:,} would be {DONE_TO[done]}{stays}. Nothing was sent.")


def ask(state: State, resource: Resource, plan: Plan, action: str, verb: str, *, yes: bool) -> None:
    """Ask before what deletes or cancels."""
    from didww_cli.commands.choosing import named
    from didww_cli.commands.deleting import show_dependents, show_memberships
    from didww_cli.commands.updating import ask_for_update

    if yes:
        return
    if action == "update":
        ask_for_update(state, resource, plan.updates, by_filter=False, yes=yes)
    if action == "delete" and plan.deleted:
        show_memberships(state, resource, plan.documents)
        show_dependents(state, resource, plan.deleted)
        confirm(state, f"{verb} {named(resource, plan.deleted)}?", yes=yes)
