"""What work in bulk comes to, before its first write: changes, dry runs, questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import described, show_described
from didww_cli.commands.state import State
from didww_cli.commands.verbs.moves import Moves
from didww_cli.commands.verbs.warning import Told, question_of, tell
from didww_cli.output.screen import write_array, write_json

if TYPE_CHECKING:
    from didww_cli.workflows.bulk.spool import Spool
    from didww_cli.workflows.bulk.steps import Step
    from didww_cli.workflows.writing.consequences import Remark
    from didww_cli.workflows.writing.request import Request
    from didww_cli.workflows.writing.writes import Change

DONE_TO = {"create": "created", "update": "changed", "Delete": "deleted", "Cancel": "cancelled"}
MEMBERSHIPS_SHOWN = 20


@dataclass(slots=True)
class Plan:
    """The steps of all rows, what is told of them, and what a question needs of those that give something up.

    ``taking``: requests with members that may be taken from something else, which must be looked up. ``changes``:
    one of each member that some row changes. ``moves``: counts what changes, in place of a line for each.
    """

    steps: Spool[Step]
    notices: Spool[str]
    requests: int = 0
    told: Told = field(default_factory=list)
    taking: list[Request] = field(default_factory=list)
    deleted: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    moves: Moves | None = None

    def add(self, resource: Resource, action: str, step: Step, *, keep: bool) -> None:
        """Put a step behind the others. ``keep``: what must be looked up for a question is needed."""
        from didww_cli.workflows.writing.writes import links_after

        self.requests += step.request is not None
        if self.moves and step.update:
            self.moves.take([step.update])
        for text in () if self.moves else _changes(resource, step):
            self.notices.add(text)
        if step.request:
            self._remember(resource, action, step, keep)
        if step.update:
            self.changes |= {one.name: one for one in step.update.changes if one.name not in self.changes}
            step.named = links_after(resource, step.update)
        step.update = None
        self.steps.add(step)

    def _remember(self, resource: Resource, action: str, step: Step, keep: bool) -> None:
        from didww_cli.workflows.writing.consequences import takes_something

        record = step.record or {}
        slim = {name: record[name] for name in ("id", "type", *_heads(resource)) if name in record}
        if action == "delete" and keep:
            self.deleted.append(slim)
            if step.document and len(self.documents) < MEMBERSHIPS_SHOWN:
                self.documents.append(step.document)
        for remark in _remarks(resource, action, step):
            if slim or ({}, remark) not in self.told:
                self.told.append((slim, remark))
        if step.request and takes_something(resource, step.request):
            self.taking.append(step.request)


def _remarks(resource: Resource, action: str, step: Step) -> Sequence[Remark]:
    """What a step leads to."""
    from didww_cli.workflows.writing.consequences import of_creation, of_update

    if action == "create" and step.request:
        return of_creation(resource, step.request)
    return of_update(resource, step.update) if step.update else ()


def _heads(resource: Resource) -> list[str]:
    return [path.partition(".")[0] for path in resource.label]


def _changes(resource: Resource, step: Step) -> Iterator[str]:
    """``before → after`` of each member of a row."""
    from didww_cli.catalog.links import label
    from didww_cli.commands.verbs.updating import shown_value

    for one in step.update.changes if step.update else ():
        before, after = (shown_value(resource, one, value) for value in (one.before, one.after))
        yield f"line {step.wanted.line}, {label(step.record or {}, resource)}: {one.name}: {before} → {after}"


def show_plan(state: State, plan: Plan, done: str) -> None:
    """The requests on stdout, how many on stderr."""
    found = (described(state, step.request) for step in plan.steps if step.request)
    if state.options.get("curl"):
        for one in found:
            show_described(state, [one])
    elif state.pick and not state.output.streams:
        write_json(state.screen, list(found), state.pick)
    elif state.output.machine and not state.output.streams:
        write_array(state.screen, found)
    elif not plan.requests:
        show_described(state, [])
    else:
        for one in found:
            show_described(state, [one])
    stays = f", {plan.steps.count - plan.requests:,} need nothing" if plan.steps.count > plan.requests else ""
    state.notice(f"{plan.requests:,} would be {DONE_TO[done]}{stays}. Nothing was sent.")


def tell_consequences(state: State, resource: Resource, plan: Plan, action: str, verb: str, *, yes: bool) -> str:
    """Tell what it leads to; the question to ask before what deletes, cancels, costs or takes something away."""
    from didww_cli.commands.verbs.choosing import named
    from didww_cli.commands.verbs.deleting import show_dependents, show_memberships
    from didww_cli.workflows.writing.consequences import taken_or_told

    told = [*plan.told, *(({}, remark) for remark in taken_or_told(state.client, resource, plan.taking, yes=yes))]
    tell(state, told, by_name=action == "update" and plan.steps.count > 1)
    question = question_of(resource, told) or (plan.moves.question if plan.moves else "")
    if action == "delete" and plan.deleted:
        show_memberships(state, resource, plan.documents)
        show_dependents(state, resource, plan.deleted, plan.documents)
        question = f"{verb} {named(resource, plan.deleted)}?"
    many = f" ({plan.requests:,} of them)" if action == "create" and plan.requests > 1 else ""
    return f"{question}{many}" if question else ""
