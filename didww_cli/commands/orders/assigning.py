"""What the DIDs of an order get once it is completed: the options for it, and giving it to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.sales import terms
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.commands.verbs.members import Member, drafted, members_of, options_of
from didww_cli.commands.verbs.results import told_by_option
from didww_cli.commands.verbs.updating import send_each, show_changes, shown_value
from didww_cli.errors import DidwwError, OutcomeUnknown, PartlyDone, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.orders.assigning import Plan
    from didww_cli.workflows.orders.items import Item
    from didww_cli.workflows.writing.consequences import Remark
    from didww_cli.workflows.writing.drafts import Draft
    from didww_cli.workflows.writing.writes import Update

PANEL = "New DIDs, once the order is completed (waits for it)"
SHOW = f"--{DIDS.noun}"


@dataclass(slots=True)
class NewDids:
    """What becomes of the DIDs that an order brings: what a draft gives to each; ``shown`` in place of the order.

    ``members``: the options that say so. ``number``: how many DIDs there are to be. ``plan``: the draft looked up.
    """

    members: Sequence[Member]
    draft: Draft
    shown: bool
    number: int
    plan: Plan | None = None

    @property
    def wanted(self) -> bool:
        """Whether anything is to be done with them."""
        return self.shown or not self.draft.empty

    @property
    def gives(self) -> str:
        """What each of them gets, in words; empty for nothing."""
        changes = self.plan.gives if self.plan else []
        return ", ".join(f"{one.name} {shown_value(DIDS, one, one.after)}" for one in changes)

    @property
    def remarks(self) -> list[Remark]:
        """What that leads to."""
        from didww_cli.workflows.writing.consequences import of_update

        return of_update(DIDS, self.plan.update) if self.plan else []


def did_members(own: Iterable[Any]) -> list[Member]:
    """The options of an update of DIDs, but what gives them up and what an item says itself. Where one of the order's
    ``own`` options has its name, ``--did-`` stands before it.
    """
    said = {term.member for term in terms().values()} | {DIDS.cancelling}
    taken = {flag for one in own for flag in one.opts}
    return [
        replace(
            member,
            parameter=f"did_{member.parameter}",
            flags=tuple(f"--did{flag[1:]}" if flag in taken else flag for flag in member.flags),
        )
        for member in members_of(DIDS, "update")
        if member.part.name not in said
    ]


def did_options(members: Sequence[Member]) -> list[Any]:
    """These options, in a panel of their own, and that which shows the DIDs."""
    found = [
        *options_of(members, "update"),
        option(SHOW, DIDS.type, type=bool, help="Show the DIDs in place of the order: their ids with -o ids."),
    ]
    for one in found:
        one.rich_help_panel = PANEL
    return found


def new_dids(state: State, members: Sequence[Member], values: Mapping[str, Any], items: Sequence[Item]) -> NewDids:
    """What a command line wants for the DIDs of an order, checked; UsageError where it buys none."""
    from didww_cli.workflows.orders.assigning import number_of_dids
    from didww_cli.workflows.writing.drafts import named_in

    draft, _ = drafted(DIDS, "update", members, {one.parameter: values[one.parameter] for one in members})
    found = NewDids(members, draft, values[DIDS.type], number_of_dids(items))
    if found.wanted and not found.number:
        given = [one.flag for one in members if values[one.parameter] is not None] or [SHOW]
        raise UsageError(f"{', '.join(given)}: that is for new DIDs, and this order buys none.")
    state.name(named_in(DIDS, draft))
    return found


def look_up(state: State, new: NewDids) -> None:
    """Find what new DIDs are to get, before anything is ordered."""
    from didww_cli.workflows.orders.assigning import planned

    if not new.draft.empty:
        new.plan = planned(state.client, new.draft)


def give(state: State, order: Mapping[str, Any], new: NewDids, again: str, ask: Callable[[list[Update]], None]) -> None:
    """Give the DIDs of a completed order what they are to have, each that has it not yet.

    What fails is told with the command that does the rest. ``ask`` is given the updates before they are sent.
    """
    from didww_cli.workflows.orders.assigning import brought

    with going_on(order, again), told_by_option(new.members):
        documents = list(brought(state.client, str(order["id"]), new.draft))
        if new.plan:
            updates = new.plan.updates(documents)
            show_changes(state, DIDS, updates)
            ask(updates)
            send_each(state, DIDS, updates, [])
        if len(documents) < new.number:
            raise PartlyDone(f"{len(documents):,} of {new.number:,} DIDs are there.")


@contextmanager
def going_on(order: Mapping[str, Any], again: str) -> Iterator[None]:
    """Tell failures as those of what comes after an order, and the command to go on with, which orders nothing."""
    try:
        yield
    except DidwwError as error:
        name = order.get("reference") or order.get("id")
        error.message = f"The order {name} is completed, but not all is done with its DIDs: {error.message}"
        hint = "" if isinstance(error, OutcomeUnknown) else error.hint  # going on looks first
        error.hint = "\n".join(filter(None, [hint, f"Go on with: {again}"]))
        raise
