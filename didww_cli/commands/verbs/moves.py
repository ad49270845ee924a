"""Many updates of one kind, counted by what they change: ``A → B: 12`` in place of a line for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Resource

if TYPE_CHECKING:
    from didww_cli.commands.state import State
    from didww_cli.jsonapi.documents import Record
    from didww_cli.workflows.writing.writes import Update


@dataclass(slots=True)
class Moves:
    """Where records go from and to. ``links``: the relationships that say so, of which one is set at most.

    ``target``: where they go, in words; empty where they go nowhere. ``asks``: the question, ``{}`` for how many.
    ``stops``: what keeps a record from getting anything there.
    """

    resource: Resource
    links: Sequence[str]
    target: str
    asks: str
    stops: Callable[[Record], Sequence[str]] = lambda record: ()
    stopped: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    same: int = 0

    def take(self, updates: Iterable[Update]) -> None:
        """Count some updates."""
        for update in updates:
            if update.request is None:
                self.same += 1
            else:
                self.counted[self._before(update)] += 1
                self.stopped.update(self.stops(update.record)[:1])

    def _before(self, update: Update) -> str:
        for change in update.changes:
            link = self.resource.relationship(change.name)
            if link and change.name in self.links and change.before is not None:
                return f"{BY_TYPE[link.target].singular} {change.before}"
        return ""

    @property
    def question(self) -> str:
        """What is asked before; empty where nothing changes."""
        moved, all_of_them = self.counted.total(), self.counted.total() + self.same
        many = f"{moved:,}" if moved == all_of_them else f"{moved:,} of {all_of_them:,}"
        noun = f"{self.resource.singular}{'s' if all_of_them > 1 else ''}"
        return self.asks.format(f"{many} {noun}") if moved else ""

    def lines(self) -> list[str]:
        """The plan: from where, to where, and how many, the most first; and those that it does not help."""
        target = self.target or NOWHERE
        found = [f"{before or NOWHERE} → {target}: {many:,}" for before, many in self.counted.most_common()]
        found += [f"{target} already: {self.same:,}"] if self.same else []
        return found + [f"{many:,} of them may get no calls: {text}." for text, many in self.stopped.most_common()]


NOWHERE = "nothing"


def tell_moves(state: State, moves: Moves) -> str:
    """Show the plan; the question that it asks."""
    for line in moves.lines():
        state.notice(line)
    return moves.question
