"""Buying numbers, step by step: find, hold, price, ask, order once, wait, assign."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from didww_cli.catalog.model import Relationship
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.sales import BACK_ORDERS
from didww_cli.catalog.versions import named_in_path
from didww_cli.commands.asking import can_ask, confirm, show_requests
from didww_cli.commands.numbers.choosing import kept_folder, market
from didww_cli.commands.orders.assigning import NewDids
from didww_cli.commands.orders.finishing import finish
from didww_cli.commands.orders.ordering import check_items, place, show_choices, show_gifts, show_sum
from didww_cli.commands.state import State
from didww_cli.errors import (
    CheckFailed,
    DidwwError,
    NetworkFailure,
    NoAccess,
    NotConfirmed,
    NotFound,
    RateLimited,
    Refused,
    UsageError,
)
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.numbers.choice import Choice
    from didww_cli.workflows.numbers.finding import Find, Single, Terms
    from didww_cli.workflows.numbers.offers import Market
    from didww_cli.workflows.orders.items import Item
    from didww_cli.workflows.orders.ordering import Order, Placed, Prepared


NOT_BOUGHT = (NotConfirmed, CheckFailed, Refused, UsageError, NotFound)
"""Failures of an order that is surely not placed, and will not be: what is held for it is given back."""
OUT_OF_REACH = (NetworkFailure, RateLimited, NoAccess)
"""Failures before an order is sent, after which the same may go well."""
NOTHING = "Nothing was ordered."
STAYS = "What is held stays so for ten minutes."


@dataclass(slots=True)
class Purchase:
    """What a command line buys, checked. ``choice``: None where ``numbers`` are named. ``most``: the highest total.

    ``trunks``, ``pool`` and ``note``: what each number is to have. ``reference``: of the order, ``given`` by the user.
    ``timeout``: seconds to wait. ``again``: the command to go on with. ``held``: numbers that this run holds.
    """

    choice: Choice | None
    numbers: Sequence[str]
    qty: int
    terms: Terms
    reserve: bool
    most: Decimal | None
    trunks: Sequence[str]
    pool: str | None
    note: str | None
    reference: str
    given: bool
    yes: bool
    timeout: float
    again: str = ""
    held: Sequence[Single] = ()

    @property
    def one_by_one(self) -> bool:
        """Whether single numbers are bought, and not so many of a DID group."""
        return self.choice is None or bool(self.choice.contains) or self.reserve

    @property
    def left(self) -> str:
        """What there is to say where it ends before anything is ordered."""
        return f"{NOTHING} {STAYS}\nGo on with: {self.again}" if self.held else NOTHING


def buy(state: State, purchase: Purchase, *, dry_run: bool) -> None:
    """Buy, unless it is bought already, and give the numbers what they are to have."""
    from didww_cli.workflows.numbers.delivering import needed_by
    from didww_cli.workflows.orders.ordering import Order, Placed, placed_before

    check_items(state, _expected(purchase))
    with nullcontext() if purchase.given else _nothing_ordered(purchase):  # an earlier run may have ordered
        new = _new_dids(state, purchase)
    there = placed_before(state.client, purchase.reference) if purchase.given else None
    if there:
        order, placed = Order(_expected(purchase), {}, purchase.reference, True), Placed(there, before=True)
        if dry_run:
            _show_rest(state, placed, new)
            return
    else:
        purchase.terms = replace(purchase.terms, needs=needed_by(new.draft.links))
        with _nothing_ordered(purchase):
            find = _find(state, purchase, dry_run=dry_run)
        order = Order(find.items, {BACK_ORDERS: False}, purchase.reference, purchase.given)
        if dry_run:
            _show_plan(state, purchase, find, order, new)
            return
        with _nothing_ordered(purchase):
            placed = _order(state, purchase, order, find, new)
    finish(state, placed, order, new, timeout=purchase.timeout, again=purchase.again, yes=purchase.yes)


@contextmanager
def _nothing_ordered(purchase: Purchase) -> Iterator[None]:
    """Say of what fails before the order is sent that nothing was ordered, and how to go on with what is held."""
    try:
        yield
    except (*OUT_OF_REACH, Refused) as error:
        if NOTHING not in error.hint:
            error.hint = "\n".join(filter(None, [error.hint, purchase.left]))
        raise


def _show_rest(state: State, placed: Placed, new: NewDids) -> None:
    """What would be sent though the order is placed: what its numbers lack."""
    from didww_cli.workflows.orders.assigning import brought

    record = placed.record
    state.notice(f"Nothing would be ordered: the order {record.get('reference')} ({record.get('status')}) is there.")
    updates = new.plan.updates(list(brought(state.client, str(record["id"]), new.draft))) if new.plan else []
    show_requests(state, [one.request for one in updates if one.request])


def _new_dids(state: State, purchase: Purchase) -> NewDids:
    """What the numbers are to get, looked up."""
    from didww_cli.workflows.numbers.delivering import gifts
    from didww_cli.workflows.orders.assigning import planned

    def later(link: Relationship) -> bool:
        return state.name_late(named_in_path(DIDS, link.name))

    draft, linker, nowhere = gifts(state.client, purchase.trunks, purchase.pool, purchase.note, later)
    for text in nowhere:
        state.notice(text)
    plan = None if draft.empty else planned(state.client, draft, linker)
    return NewDids((), draft, True, purchase.qty, plan)


def _expected(purchase: Purchase) -> Sequence[Item]:
    """What the order must look like that goes on."""
    from didww_cli.workflows.numbers.finding import looks_like

    return looks_like(purchase.qty, one_by_one=purchase.one_by_one)


def _find(state: State, purchase: Purchase, *, dry_run: bool) -> Find:
    """What to buy. Numbers that are to be held are so then."""
    from didww_cli.workflows.numbers.finding import bought_one_by_one, of_one_group

    with state.progress() as progress:
        offered = market(state, fresh=True, tell=progress.update)
        if purchase.choice and not purchase.one_by_one:
            return of_one_group(offered, purchase.choice, purchase.qty, purchase.terms)
        singles = _singles(state, purchase, offered)
    if purchase.reserve and not dry_run:
        _hold(state, purchase, singles)
    return bought_one_by_one(singles, purchase.terms)


def _singles(state: State, purchase: Purchase, offered: Market) -> list[Single]:
    """The single numbers to buy: those that an earlier run holds first."""
    from didww_cli.workflows.numbers.choice import Choice
    from didww_cli.workflows.numbers.finding import drawn, named
    from didww_cli.workflows.numbers.holding import held_for

    choice, terms, held = purchase.choice, purchase.terms, []
    if purchase.given and purchase.reserve:
        held = held_for(state.client, purchase.reference, choice or Choice(channels=terms.channels), terms)
    if choice:
        return drawn(offered, choice, purchase.qty, terms, held)
    return named(state.client, purchase.numbers, terms, held)


def _hold(state: State, purchase: Purchase, singles: Sequence[Single]) -> None:
    """Hold numbers, where it is sure that they may be bought: with ``--yes``, or where somebody is there to ask."""
    from didww_cli.workflows.numbers.holding import hold

    if not can_ask():
        confirm(state, f"Hold and buy {_many(purchase.qty)}?", yes=purchase.yes)
    left = f"{NOTHING} {STAYS}\nGo on with: {purchase.again}"
    try:
        hold(state.door, singles, purchase.reference)
    except DidwwError as error:
        error.hint = "\n".join(filter(None, [error.hint, left]))
        raise
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. {left}")
        raise
    purchase.held = singles
    state.notice(f"Held for ten minutes: {', '.join(one.number for one in singles)}.")


def _order(state: State, purchase: Purchase, order: Order, find: Find, new: NewDids) -> Placed:
    """Show, ask, and order once. What was held for nothing is given back."""
    from didww_cli.workflows.numbers.holding import release
    from didww_cli.workflows.numbers.kept_lists import forget

    def check(prepared: Prepared) -> None:
        for note in find.notes:
            state.notice(note)
        _check_total(state, purchase, prepared)
        if purchase.yes:
            show_sum(state, prepared, "Ordering")

    try:
        placed = place(state, order, new, purchase.again, yes=purchase.yes, check=check, unsent=purchase.left)
    except NOT_BOUGHT as error:
        if purchase.held:
            error.message = "Nothing was bought." if isinstance(error, NotConfirmed) else error.message
            state.notice(release(state.door, purchase.held) or "What was held is given back.")
        raise
    forget(kept_folder(state))
    return placed


def _check_total(state: State, purchase: Purchase, prepared: Prepared) -> None:
    """CheckFailed where it costs more than was allowed, or nobody knows what it costs."""
    from didww_cli.catalog.amounts import money
    from didww_cli.workflows.orders.prices import Quote, priced
    from didww_cli.workflows.orders.quote_text import in_one_sum

    if purchase.most is None:
        return
    found = Quote(priced(state.client, prepared.purchases))
    if not found.whole or found.total.setup + found.total.monthly > purchase.most:
        told = f"--max-total {money(purchase.most)}: it costs {in_one_sum(found)}."
        raise CheckFailed(told, "Nothing was ordered.")


def _many(qty: int) -> str:
    return f"{qty:,} number{'' if qty == 1 else 's'}"


def _show_plan(state: State, purchase: Purchase, find: Find, order: Order, new: NewDids) -> None:
    """All that would be sent, and what it would come to."""
    from didww_cli.workflows.numbers.delivering import of_each
    from didww_cli.workflows.numbers.holding import holding
    from didww_cli.workflows.orders.ordering import prepare

    prepared = prepare(state.client, order)
    for note in find.notes:
        state.notice(note)
    show_choices(state, prepared)
    held = [one for one in find.singles if not one.held] if purchase.reserve else []
    if held:
        state.notice(f"{', '.join(one.number for one in held)} would be held first, and ordered by what holds them.")
    show_sum(state, prepared)
    show_gifts(state, new)
    _check_total(state, purchase, prepared)
    requests = [*(holding(state.client, one, purchase.reference) for one in held), prepared.request]
    if not new.draft.empty:
        state.notice("The last request would be sent once for each of them.")
        requests.append(of_each(new.draft))
    show_requests(state, requests)
