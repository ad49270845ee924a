"""``didww orders``: buying and cancelling."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.orders import ORDERS
from didww_cli.catalog.sales import BACK_ORDERS, items, terms
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.orders.assigning import NewDids, did_members, did_options, look_up, new_dids
from didww_cli.commands.orders.finishing import finish, show_dids
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import command_line
from didww_cli.commands.verbs.members import Member, drafted, member_options, members_of, read_object, referenced
from didww_cli.commands.verbs.results import told_by_option
from didww_cli.commands.verbs.waiting import wait_command
from didww_cli.commands.waiting import WAIT, checked_timeout, wait_options
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.orders.items import Item
    from didww_cli.workflows.orders.ordering import Order, Placed, Prepared

REFERENCE = ORDERS.own_reference


def order_commands() -> dict[str, Command]:
    """The commands that orders have in place of the usual verbs."""
    return {"create": create_order_command(), WAIT: wait_command(ORDERS, show_dids)}


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
    return referenced(ORDERS, members_of(ORDERS, "create"), said)


def create_order_command() -> Command:
    """``didww orders create``."""
    members = _members()
    own = item_options()
    ordered = [*own, *member_options(members, "create")]
    of_dids = did_members(ordered)
    params = [
        *ordered,
        *did_options(of_dids),
        dry_run_option(),
        yes_option(),
        *wait_options("Wait until it is completed or canceled, then list the new DIDs."),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        order = _order(members, [one.name for one in own], values)
        new = new_dids(state, of_dids, values, order.items)
        check_items(state, order.items)
        waits = values["wait"] or new.wanted
        longest = checked_timeout(values["wait_timeout"], used=waits)
        about_items = Member("items", ("--item",), items())
        with told_by_option([*members, about_items], f"The {ORDERS.singular}"):
            look_up(state, new)
            if values["dry_run"]:
                _show_request(state, order, new)
                return
            again = command_line(state, params, {**values, f"m_{REFERENCE}": order.reference})
            placed = place(state, order, new, again, yes=values["yes"])
        timeout = longest if waits else None
        finish(state, placed, order, new, timeout=timeout, again=again, yes=values["yes"])

    return Command(
        "create",
        run,
        help="Buy numbers and channels. Shows the price and asks first.",
        params=params,
        examples=[
            "didww orders create --available-did 12025550101",
            "didww orders create --did-group Acapulco --qty 2 --external-reference-id po-4711 --yes --wait",
            "didww orders create --did-group Acapulco --voice-in-trunk Headquarters --description Reception",
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


def check_items(state: State, found: Sequence[Item]) -> None:
    """UsageError for items that the version spoken does not take."""
    from didww_cli.workflows.orders.items import check_bounds

    check_bounds(found, state.speech.version)


def _show_request(state: State, order: Order, new: NewDids) -> None:
    from didww_cli.workflows.orders.ordering import prepare

    prepared = prepare(state.client, order)
    show_choices(state, prepared)
    show_sum(state, prepared)
    show_gifts(state, new)
    show_requests(state, [prepared.request])


def show_sum(state: State, prepared: Prepared, doing: str = "It would be ordered") -> None:
    """What it costs where nobody is asked: a dry run, or what is sent at once."""
    from didww_cli.workflows.orders.prices import Quote, priced
    from didww_cli.workflows.orders.quote_text import in_one_sum

    found = Quote(priced(state.client, prepared.purchases))
    state.notice(f"{doing} for {in_one_sum(found)}.")
    for hint in found.hints:
        state.notice(hint)


def show_gifts(state: State, new: NewDids) -> None:
    """What the new DIDs get afterwards, and what that leads to."""
    if new.gives:
        state.notice(f"Once it is completed, its DIDs get {new.gives}.")
    for remark in new.remarks:
        state.notice(remark.says)


def show_choices(state: State, prepared: Prepared) -> None:
    """What there is to say of how its items were found."""
    for purchase in prepared.purchases:
        if purchase.notice:
            state.notice(purchase.notice)


def place(
    state: State,
    order: Order,
    new: NewDids,
    again: str,
    *,
    yes: bool,
    check: Callable[[Prepared], None] = lambda prepared: None,
    unsent: str = "",
) -> Placed:
    """Ask and place it. Interrupted after it was sent, the user learns how to find out; before, what is ``unsent``.

    ``check`` may raise before.
    """
    from didww_cli.commands.orders.lock import alone_with
    from didww_cli.workflows.orders.ordering import order_once

    sent = False

    def agree(prepared: Prepared) -> None:
        nonlocal sent
        check(prepared)
        show_choices(state, prepared)
        show_gifts(state, new)
        if not yes:
            _ask(state, prepared, [one.question for one in new.remarks])
        if not order.given:
            state.notice(f"The external reference of this order is {order.reference}")
        sent = True

    try:
        alone = alone_with(state, order.reference, f"placing an order with the reference {order.reference}")
        return order_once(state.door, order, agree=agree, alone=alone, again=again)
    except KeyboardInterrupt:
        if sent:
            what = f"The order with the reference {order.reference} may be placed"
            say(sys.stderr, f"Interrupted. {what}. Repeat it, which orders nothing twice:\n{again}")
            state.writes.under_way = None
        elif unsent:
            say(sys.stderr, f"Interrupted. {unsent}")
        raise


def _ask(state: State, prepared: Prepared, also: Sequence[str]) -> None:
    """Show price and balance, and ask; ``also``: what else must be asked, of the new DIDs."""
    from didww_cli.workflows.orders.prices import quote
    from didww_cli.workflows.orders.quote_text import in_one_sum, quote_lines

    found = quote(state.client, prepared.purchases)
    for line in quote_lines(found):
        state.notice(line)
    further = "".join(f" {question.replace('{}', 'the new DIDs')}" for question in also if question)
    stock = _stock(prepared)
    question = f"Place this order for {in_one_sum(found)}?{further}{stock} The balance is {found.money_left}."
    confirm(state, question, yes=False)


def _stock(prepared: Prepared) -> str:
    """What becomes of numbers that are not in stock (DIDWW's page "Orders", 2026-04-16); empty where all is."""
    if not any(one.sale.stocked for one in prepared.purchases):
        return ""
    if prepared.allow_back_ordering:
        return " Numbers that are not in stock are charged now and delivered later."
    return " Numbers that are not in stock are refused."
