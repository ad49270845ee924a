"""``didww orders``: buying and cancelling."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.orders import ORDERS
from didww_cli.catalog.sales import BACK_ORDERS, items, terms
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import command_line
from didww_cli.commands.verbs.listing import asked_for, show_listing
from didww_cli.commands.verbs.members import Member, drafted, member_options, members_of, read_object
from didww_cli.commands.verbs.results import show_result, told_by_option
from didww_cli.commands.verbs.waiting import wait_command
from didww_cli.commands.waiting import WAIT, checked_timeout, wait_options
from didww_cli.errors import DidwwError
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.orders.ordering import Order, Placed, Prepared

REFERENCE = ORDERS.own_reference


def order_commands() -> dict[str, Command]:
    """The commands that orders have in place of the usual verbs."""
    return {"create": create_order_command(), WAIT: wait_command(ORDERS, _show_dids)}


def item_options() -> list[Any]:
    """What one item is made of; several of them through ``--item``."""
    return [
        *(option(f"--{one.key}", metavar=one.metavar, multiple=one.many, help=one.help) for one in terms().values()),
        option(
            "--item",
            "items",
            multiple=True,
            metavar="KEY=VALUE,...",
            help="A further item, by the names of these options without dashes; repeatable.",
        ),
    ]


def _members() -> list[Member]:
    """The other writable members, with a fuller help for the reference that keeps an order from being placed twice."""
    said = "Your own reference, drawn if not given: what is there under it is not ordered again."
    return [
        replace(member, part=replace(member.part, help=said)) if member.part.name == REFERENCE else member
        for member in members_of(ORDERS, "create")
    ]


def create_order_command() -> Command:
    """``didww orders create``."""
    members = _members()
    own = item_options()
    params = [
        *own,
        *member_options(members, "create"),
        dry_run_option(),
        yes_option(),
        *wait_options("Wait until it is completed or canceled, then list the new DIDs."),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        longest = checked_timeout(values["wait_timeout"], used=values["wait"])
        timeout = longest if values["wait"] else None
        order = _order(members, [one.name for one in own], values)
        about_items = Member("items", ("--item",), items())
        with told_by_option([*members, about_items], f"The {ORDERS.singular}"):
            if values["dry_run"]:
                _show_request(state, order)
                return
            again = command_line(state, params, {**values, f"m_{REFERENCE}": order.reference})
            placed = _place(state, order, again, yes=values["yes"])
        _finish(state, placed, order, timeout, again)

    return Command(
        "create",
        run,
        help="Buy numbers and channels. Shows the price and asks first.",
        params=params,
        examples=[
            "didww orders create --available-did 12025550101",
            "didww orders create --did-group Acapulco --qty 2 --external-reference-id po-4711 --yes --wait",
            "didww orders create --item capacity-pool=Standard,qty=10 --item available-did=12025550101",
        ],
    )


def _order(members: Sequence[Member], item_names: Sequence[str], values: Mapping[str, Any]) -> Order:
    """What a command line orders, checked; UsageError before anything is sent."""
    from didww_cli.workflows.orders.items import all_items, is_items
    from didww_cli.workflows.orders.ordering import Order, check_reference, new_reference
    from didww_cli.workflows.writing.demands import check_together
    from didww_cli.workflows.writing.drafts import Draft, put_data

    data = read_object(values["data"]) if values["data"] is not None else {}
    settings = [text for text in values["settings"] or () if not is_items(text)]
    own = {name.replace("_", "-"): values[name] for name in item_names if name != "items"}
    set_items = [text for text in values["settings"] or () if is_items(text)]
    found = all_items(own, values["items"] or (), set_items, data.get("items"))
    draft = Draft()
    put_data(draft, ORDERS, "create", {name: one for name, one in data.items() if name != "items"}, "--data")
    options, _ = drafted(ORDERS, "create", members, {**values, "data": None, "settings": settings})
    attributes = {BACK_ORDERS: False, **draft.attributes, **options.attributes}
    check_together(ORDERS, attributes)
    given = attributes.pop(REFERENCE, None)
    if given is not None:
        check_reference(given)
    return Order(found, attributes, given or new_reference(), given is not None)


def _show_request(state: State, order: Order) -> None:
    from didww_cli.workflows.orders.ordering import prepare

    prepared = prepare(state.client, order)
    _show_choices(state, prepared)
    _show_sum(state, prepared)
    show_requests(state, [prepared.request])


def _show_sum(state: State, prepared: Prepared) -> None:
    """What a dry run would cost."""
    from didww_cli.workflows.orders.prices import Quote, priced
    from didww_cli.workflows.orders.quote_text import in_one_sum

    found = Quote(priced(state.client, prepared.purchases))
    state.notice(f"It would be ordered for {in_one_sum(found)}.")
    for hint in found.hints:
        state.notice(hint)


def _show_choices(state: State, prepared: Prepared) -> None:
    for purchase in prepared.purchases:
        if purchase.notice:
            state.notice(purchase.notice)


def _place(state: State, order: Order, again: str, *, yes: bool) -> Placed:
    """Ask and place it. Interrupted after it was sent, the user learns how to find out."""
    from didww_cli.commands.orders.lock import alone_with
    from didww_cli.workflows.orders.ordering import order_once

    sent = False

    def agree(prepared: Prepared) -> None:
        nonlocal sent
        _show_choices(state, prepared)
        if not yes:
            _ask(state, prepared)
        if not order.given:
            state.notice(f"The external reference of this order is {order.reference}")
        sent = True

    try:
        alone = alone_with(state, order.reference)
        return order_once(state.door, order, agree=agree, alone=alone, again=again)
    except KeyboardInterrupt:
        if sent:
            what = f"The order with the reference {order.reference} may be placed"
            say(sys.stderr, f"Interrupted. {what}. Repeat it, which orders nothing twice:\n{again}")
            state.writes.under_way = None
        raise


def _ask(state: State, prepared: Prepared) -> None:
    """Show price and balance, and ask."""
    from didww_cli.workflows.orders.prices import quote
    from didww_cli.workflows.orders.quote_text import in_one_sum, quote_lines

    found = quote(state.client, prepared.purchases)
    for line in quote_lines(found):
        state.notice(line)
    stock = _stock(prepared)
    confirm(state, f"Place this order for {in_one_sum(found)}?{stock} The balance is {found.money_left}.", yes=False)


def _stock(prepared: Prepared) -> str:
    """What becomes of numbers that are not in stock (DIDWW's page "Orders", 2026-04-16); empty where all is."""
    if not any(one.sale.stocked for one in prepared.purchases):
        return ""
    if prepared.allow_back_ordering:
        return " Numbers that are not in stock are charged now and delivered later."
    return " Numbers that are not in stock are refused."


def _finish(state: State, placed: Placed, order: Order, timeout: float | None, again: str) -> None:
    """Tell how it went, wait where wanted, and show the order as it then is."""
    _tell(state, placed, order)
    if timeout is None:
        show_result(state, ORDERS, placed.document)
        return
    latest = [placed.document]
    try:
        _wait(state, placed, timeout, again, latest)
    finally:
        show_result(state, ORDERS, latest[-1])
    _show_dids(state, str(placed.record["id"]))


def _tell(state: State, placed: Placed, order: Order) -> None:
    from didww_cli.workflows.orders.items import same_items

    record = placed.record
    name = f"order {record.get('reference') or record['id']} ({record.get('status')})"
    if placed.found:
        state.notice(f"The answer was lost; by its reference, the order is placed: {name}.")
    if placed.before:
        state.notice(f"Nothing was sent: {order.reference} is there already, {name}.")
        if not same_items(record.get("items"), order.items):
            state.notice("It holds other items than asked for. For a new order choose another reference.")


def _wait(state: State, placed: Placed, timeout: float, again: str, latest: list[dict[str, Any]]) -> None:
    from didww_cli.workflows.orders.ordering import completed

    with state.progress() as progress:

        def told(record: Mapping[str, Any], waited: float) -> None:
            progress.update(f"Order {record.get('reference')} is {record.get('status')}, {waited:.0f} s …")

        completed(state.client, placed.record, timeout=timeout, seen=latest.append, progress=told, go_on=again)


def _show_dids(state: State, order: str) -> None:
    """List what the order brought: below it in a table, on stderr beside data for machines."""
    from didww_cli.jsonapi.client import ListQuery

    try:
        found = state.client.list(DIDS, ListQuery({"order.id": (order,)}))
        numbers = [str(did.get(DIDS.label[0])) for did in found]
        if not numbers:
            return
        if state.output is Format.TABLE:
            state.screen.line("")
            show_listing(state, DIDS, asked_for(DIDS, state, filters=[f"order.id={order}"]))
        else:
            state.notice("\n".join(["New DIDs:", *numbers]))
    except DidwwError as error:
        error.hint = f"The order is completed. 'didww dids list --filter order.id={order}' lists its DIDs."
        raise
