"""What comes after an order is placed: telling how it went, waiting, giving its DIDs what they are to have, showing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.coverage import GROUP_LINK
from didww_cli.catalog.formats import Format
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.orders import ORDERS
from didww_cli.catalog.sales import AMOUNT
from didww_cli.commands.orders.assigning import NewDids, give, going_on
from didww_cli.commands.state import State
from didww_cli.commands.verbs.listing import asked_for, show_listing
from didww_cli.commands.verbs.results import show_result
from didww_cli.commands.verbs.updating import ask_for_update
from didww_cli.errors import CheckFailed, DidwwError, PartlyDone, Refused
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.orders.ordering import Order, Placed
    from didww_cli.workflows.writing.drafts import Draft
    from didww_cli.workflows.writing.writes import Update


def finish(
    state: State,
    placed: Placed,
    order: Order,
    new: NewDids,
    *,
    timeout: float | None,
    again: str,
    yes: bool,
) -> None:
    """Tell how it went, wait where wanted, give the new DIDs what they are to have, and show what is then there.

    ``again`` is the command that goes on from wherever this ends; it orders nothing.
    """
    _tell(state, placed, order, new)
    if timeout is None:
        show_result(state, ORDERS, placed.document)
        return
    latest = [placed.document]
    with _told_when_stopped(placed, again):
        try:
            _wait(state, placed, new, timeout, again, latest)
        finally:
            if not new.shown:
                show_result(state, ORDERS, latest[-1])
        if new.shown:
            _tell_completed(state, latest[-1])
        if new.wanted:
            _give_and_show(state, placed, new, again, yes=yes)
        else:
            show_dids(state, str(placed.record["id"]))


def _tell(state: State, placed: Placed, order: Order, new: NewDids) -> None:
    from didww_cli.workflows.orders.items import same_items

    record = placed.record
    name = f"order {record.get('reference') or record['id']} ({record.get('status')})"
    if placed.found:
        state.notice(f"The answer was lost; by its reference, the order is placed: {name}.")
    if placed.before:
        state.notice(f"Nothing was sent: {order.reference} is there already, {name}.")
        if not same_items(record.get("items"), order.items):
            left = " Its DIDs are left as they are." if new.wanted else ""
            says = f"What was asked for is not ordered: order {order.reference} holds other items than asked for.{left}"
            raise CheckFailed(says, "For a new order choose another reference.")


def _tell_completed(state: State, document: dict[str, Any]) -> None:
    """Which order brought the DIDs that are shown in its place, and for how much."""
    from didww_cli.jsonapi.documents import records

    order = records(document, {})[0]
    amount = order.get(AMOUNT)
    state.notice(f"The order {order.get('reference')} is completed" + (f"; its amount is {amount}." if amount else "."))


def _wait(state: State, placed: Placed, new: NewDids, timeout: float, again: str, latest: list[dict[str, Any]]) -> None:
    from didww_cli.workflows.orders.ordering import completed

    with state.progress() as progress:

        def told(record: Mapping[str, Any], waited: float) -> None:
            progress.update(f"Order {record.get('reference')} is {record.get('status')}, {waited:.0f} s …")

        try:
            completed(state.client, placed.record, timeout=timeout, seen=latest.append, progress=told, go_on=again)
        except CheckFailed:
            raise
        except DidwwError as error:
            if new.gives:
                error.message += f" Its DIDs are still to get {new.gives}."
            raise


def _give_and_show(state: State, placed: Placed, new: NewDids, again: str, *, yes: bool) -> None:
    """What was agreed with the order is not asked again; the DIDs of one that was there before may be in use."""
    identifier, failure = str(placed.record["id"]), None

    def ask(updates: Sequence[Update]) -> None:
        if placed.before:
            ask_for_update(state, DIDS, updates, "", yes=yes)

    try:
        give(state, placed.record, new, again, ask)
    except (PartlyDone, Refused) as error:
        failure = error
    if new.shown:
        with going_on(placed.record, again):
            columns = _columns(new.draft) if state.output is Format.TABLE else ()
            show_listing(state, DIDS, asked_for(DIDS, state, filters=[f"order.id={identifier}"], columns=columns))
    else:
        show_dids(state, identifier)
    if failure:
        raise failure


def _columns(draft: Draft | None = None) -> list[str]:
    """What the DIDs are called, whence they are, what they were given, and until when they are paid: all of which a
    terminal has room for, since nobody can ask for others.
    """
    given = [*draft.links, *draft.attributes] if draft else []
    return [*DIDS.label, GROUP_LINK, *given, DIDS.renewal.end]


@contextmanager
def _told_when_stopped(placed: Placed, again: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        name = placed.record.get("reference") or placed.record["id"]
        say(
            sys.stderr,
            f"Interrupted. The order {name} is placed. Go on with this, which orders nothing twice:\n{again}",
        )
        raise


def show_dids(state: State, order: str) -> None:
    """List what an order brought: below it in a table, on stderr beside data for machines."""
    from didww_cli.jsonapi.client import ListQuery

    try:
        found = state.client.list(DIDS, ListQuery({"order.id": (order,)}))
        numbers = [str(did.get(DIDS.label[0])) for did in found]
        if not numbers:
            return
        if state.output is Format.TABLE:
            state.screen.line("")
            show_listing(state, DIDS, asked_for(DIDS, state, filters=[f"order.id={order}"], columns=_columns()))
        else:
            state.notice("\n".join(["New DIDs:", *numbers]))
    except DidwwError as error:
        error.hint = f"The order is completed. 'didww dids list --filter order.id={order}' lists its DIDs."
        raise
