"""Buying numbers, step by step: find, hold, price, ask, order once, wait, assign."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from didww_cli.catalog.coverage import ORDER_FILTER
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Relationship
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.sales import BACK_ORDERS
from didww_cli.catalog.versions import named_in_path
from didww_cli.commands.asking import can_ask, confirm, show_requests
from didww_cli.commands.numbers.choosing import kept_folder, market
from didww_cli.commands.orders.ordering import place, tell_placed, wait_completed
from didww_cli.commands.state import State
from didww_cli.commands.verbs.listing import asked_for, show_listing
from didww_cli.commands.verbs.updating import send_each
from didww_cli.errors import CheckFailed, DidwwError, NotConfirmed, NotFound, Refused, UsageError
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.numbers.choice import Choice
    from didww_cli.workflows.numbers.delivering import Delivery
    from didww_cli.workflows.numbers.finding import Find, Single, Terms
    from didww_cli.workflows.orders.ordering import Order, Placed, Prepared
    from didww_cli.workflows.orders.prices import Quote


NAMING = 3
"""The first columns of a number: what it is called, and whence it is."""
NOT_BOUGHT = (NotConfirmed, CheckFailed, Refused, UsageError, NotFound)
"""Failures of an order that is surely not placed."""


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
    held: list[Single] = field(default_factory=list)


def buy(state: State, purchase: Purchase, *, dry_run: bool) -> None:
    """Buy, unless it is bought already, and give the numbers what they are to have."""
    from didww_cli.workflows.numbers.delivering import delivery
    from didww_cli.workflows.orders.ordering import Order, Placed, placed_before

    def later(link: Relationship) -> bool:
        return state.name_late(named_in_path(DIDS, link.name))

    wanted = delivery(state.client, purchase.trunks, purchase.pool, purchase.note, later)
    there = placed_before(state.client, purchase.reference) if purchase.given else None
    if there:
        placed = Placed(there, before=True)
        _tell_there(state, purchase, placed)
        _deliver(state, purchase, placed, wanted, dry_run=dry_run)
        return
    find = _find(state, purchase, dry_run=dry_run)
    order = Order(find.items, {BACK_ORDERS: False}, purchase.reference, purchase.given)
    if dry_run:
        _show_plan(state, purchase, find, order, wanted)
        return
    placed = _order(state, purchase, order, find, wanted)
    tell_placed(state, placed, order)
    _deliver(state, purchase, placed, wanted)


def _tell_there(state: State, purchase: Purchase, placed: Placed) -> None:
    """That it is ordered already, and whether that may be another order than the one that is meant."""
    from didww_cli.workflows.numbers.finding import numbers_in

    state.notice(f"Nothing is ordered: {purchase.reference} is {_name(placed)} ({placed.record.get('status')}).")
    brings = numbers_in(placed.record)
    if brings not in (None, purchase.qty):
        state.notice(f"It is for {_many(brings or 0)}, not {purchase.qty:,}. For a new order choose another reference.")


def _name(placed: Placed) -> str:
    return f"order {placed.record.get('reference') or placed.record['id']}"


def _find(state: State, purchase: Purchase, *, dry_run: bool) -> Find:
    """What to buy; numbers that are to be held are so afterwards."""
    from didww_cli.workflows.numbers.finding import bought_one_by_one, drawn, named, of_one_group
    from didww_cli.workflows.numbers.holding import held_for

    choice = purchase.choice
    offered = market(state, fresh=True)
    if choice and not choice.contains and not purchase.reserve:
        return of_one_group(offered, choice, purchase.qty, purchase.terms)
    held = held_for(state.client, purchase.reference) if purchase.given and purchase.reserve else []
    singles = drawn(offered, choice, purchase.qty, held) if choice else named(state.client, purchase.numbers, held)
    if purchase.reserve and not dry_run:
        _hold(state, purchase, singles)
    return bought_one_by_one(singles, purchase.terms)


def _hold(state: State, purchase: Purchase, singles: Sequence[Single]) -> None:
    """Hold numbers, where it is sure that they may be bought: with ``--yes``, or where somebody is there to ask."""
    from didww_cli.workflows.numbers.holding import hold

    if not can_ask():
        confirm(state, f"Hold and buy {_many(purchase.qty)}?", yes=purchase.yes)
    with _going_on(purchase, "Nothing is ordered; what is held stays so for ten minutes."):
        purchase.held = hold(state.door, singles, purchase.reference)
    state.notice(f"Held for ten minutes: {', '.join(one.number for one in singles)}.")


def _order(state: State, purchase: Purchase, order: Order, find: Find, wanted: Delivery) -> Placed:
    """Show, ask, and order once. What was held for nothing is given back."""
    from didww_cli.workflows.numbers.holding import release
    from didww_cli.workflows.numbers.kept_lists import forget

    def ask(prepared: Prepared) -> None:
        _ask(state, purchase, prepared, find, wanted)

    try:
        placed = place(state, order, purchase.again, ask=ask)
    except NOT_BOUGHT as error:
        if purchase.held:
            error.message = "Nothing was bought." if isinstance(error, NotConfirmed) else error.message
            state.notice(release(state.door, purchase.held) or "What was held is given back.")
        raise
    forget(kept_folder(state))
    return placed


def _ask(state: State, purchase: Purchase, prepared: Prepared, find: Find, wanted: Delivery) -> None:
    """Show what it is, what it costs and what comes after; ask. ``--yes`` reads only what ``--max-total`` needs."""
    from didww_cli.workflows.orders.prices import Quote, priced, quote
    from didww_cli.workflows.orders.quote_text import in_one_sum, quote_lines

    for note in find.notes:
        state.notice(note)
    if purchase.yes:
        if purchase.most is not None:
            _check_total(purchase.most, Quote(priced(state.client, prepared.purchases)))
        return
    found = quote(state.client, prepared.purchases)
    for line in quote_lines(found):
        state.notice(line)
    if purchase.most is not None:
        _check_total(purchase.most, found)
    then = f" Then {wanted}." if wanted.says else ""
    question = f"Buy {_many(purchase.qty)} for {in_one_sum(found)}?{then} The balance is {found.money_left}."
    confirm(state, question, yes=False)


def _check_total(most: Decimal, found: Quote) -> None:
    """CheckFailed where a quote comes to more than was allowed, or nobody knows what it comes to."""
    from didww_cli.catalog.amounts import money
    from didww_cli.workflows.orders.quote_text import in_one_sum

    now = found.total.setup + found.total.monthly
    if not found.whole or now > most:
        raise CheckFailed(f"--max-total {money(most)}: it costs {in_one_sum(found)}.", "Nothing was ordered.")


def _many(qty: int) -> str:
    return f"{qty:,} number{'' if qty == 1 else 's'}"


def _show_plan(state: State, purchase: Purchase, find: Find, order: Order, wanted: Delivery) -> None:
    """All that would be sent, and what it would come to."""
    from didww_cli.workflows.numbers.delivering import of_each
    from didww_cli.workflows.numbers.holding import holding
    from didww_cli.workflows.orders.ordering import prepare
    from didww_cli.workflows.orders.prices import Quote, priced
    from didww_cli.workflows.orders.quote_text import in_one_sum

    prepared = prepare(state.client, order)
    found = Quote(priced(state.client, prepared.purchases))
    for text in (*find.notes, *(one.notice for one in prepared.purchases if one.notice), *found.hints):
        state.notice(text)
    held = [one for one in find.singles if not one.held] if purchase.reserve else []
    if held:
        state.notice(f"1. {', '.join(one.number for one in held)} would be held, and ordered by what holds them.")
    state.notice(f"{2 if held else 1}. {_many(purchase.qty)} would be ordered for {in_one_sum(found)}.")
    if wanted.says:
        state.notice(f"{3 if held else 2}. Once there, {wanted}: the last request, once for each of them.")
    if purchase.most is not None:
        _check_total(purchase.most, found)
    requests = [holding(state.client, one, purchase.reference) for one in held]
    show_requests(state, [*requests, prepared.request, *([of_each(wanted)] if wanted.says else [])])


def _deliver(state: State, purchase: Purchase, placed: Placed, wanted: Delivery, *, dry_run: bool = False) -> None:
    """Wait for the numbers, give them what they are to have, and show them."""
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.numbers.delivering import undelivered

    latest = [placed.document]
    with _going_on(purchase, f"The {_name(placed)} is placed; nothing is ordered again."):
        wait_completed(state, placed, purchase.timeout, purchase.again, latest)
        order = records(latest[-1], {})[0]
        updates = undelivered(state.client, order, wanted)
    lacking = [one for one in updates if one.request]
    if dry_run:
        show_requests(state, [one.request for one in lacking if one.request])
        return
    done = f"The {_name(placed)} is completed: {_many(len(updates))}"
    with _going_on(purchase, f"{done}; nothing is ordered again."):
        send_each(state, DIDS, lacking, [])
        columns = _columns(wanted) if state.output is Format.TABLE else ()
        show_listing(state, DIDS, asked_for(DIDS, state, filters=[f"{ORDER_FILTER}={order['id']}"], columns=columns))
    state.notice(f"{done}{'; ' if wanted.says else ''}{wanted}.")


def _columns(wanted: Delivery) -> list[str]:
    """What the numbers are called, what they were given, and until when they are paid."""
    given = [*wanted.draft.links, *wanted.draft.attributes]
    return [*DIDS.columns[:NAMING], *given, DIDS.renewal.end]


@contextmanager
def _going_on(purchase: Purchase, done: str) -> Iterator[None]:
    """Whatever stops a step: say what was done, and the command that does the rest and nothing again."""
    try:
        yield
    except CheckFailed:
        raise  # it was cancelled: there is nothing to go on with
    except DidwwError as error:
        hints = [text for text in (error.hint,) if text and purchase.again not in text]
        error.hint = "\n".join([*hints, f"{done} Go on with:", purchase.again])
        raise
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. {done} Go on with:\n{purchase.again}")
        raise
