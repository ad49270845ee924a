"""``didww numbers buy``: find, price, ask, order once, wait, assign; and the command to go on with where it stops."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.orders import ORDERS
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.numbers.buying import Purchase, buy
from didww_cli.commands.numbers.choosing import choice_options
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.typed import command_line
from didww_cli.commands.waiting import checked_timeout, wait_options
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    pass

REFERENCE = ORDERS.own_reference


def buy_command() -> Command:
    """``didww numbers buy``."""
    numbers = argument("refs", help="Single numbers on sale, instead of a choice.", many=True, required=False)
    numbers.metavar = "[NUMBER]..."
    params = [
        numbers,
        *choice_options(),
        option("--qty", "quantity", type=int, metavar="N", help="How many numbers; 1 by default."),
        option("--trunk", "trunks", multiple=True, metavar="REF", help="Where calls go, or SMS; one of each at most."),
        option("--description", "note", metavar="TEXT", help="Your own note to each of them."),
        option("--capacity-pool", "pool", metavar="REF", help="Pool that their channels come from."),
        option("--cycles", type=int, metavar="N", help="Renewals, 0 to 999; for ever without it."),
        option("--reserve", type=bool, help="Hold single numbers before the question; DIDWW holds 10 at a time."),
        option("--max-total", "total", metavar="AMOUNT", help="Buy nothing if it costs more now, without VAT."),
        option("--external-reference-id", REFERENCE, metavar="TEXT", help="Your own reference: ordered once under it."),
        *wait_options("")[1:],
        dry_run_option(),
        yes_option(),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        purchase = _purchase(values)
        purchase.again = command_line(state, params, {**values, REFERENCE: purchase.reference})
        buy(state, purchase, dry_run=values["dry_run"])

    return Command(
        "buy",
        run,
        help="Buy numbers and set them up: finds, shows the cost, asks, orders once, waits, assigns.",
        params=params,
        examples=[
            "didww numbers buy --country US --region CA --qty 2 --trunk Headquarters --max-total 5",
            "didww numbers buy 12025550101 --trunk Headquarters --description 'Front desk' --dry-run",
        ],
    )


def _purchase(values: Mapping[str, Any]) -> Purchase:
    """What a command line buys; UsageError before anything is sent."""
    from didww_cli.workflows.numbers.choice import amount_of, chosen
    from didww_cli.workflows.numbers.finding import Terms
    from didww_cli.workflows.orders.ordering import check_reference, new_reference
    from didww_cli.workflows.reading.references import digits, given_id

    numbers = list({given_id(ref) or digits(ref): ref for ref in values["refs"]}.values())
    asked = {one.name: values[one.name] for one in choice_options()}
    given = [one.opts[0] for one in choice_options() if asked[one.name] and one.opts[0] != "--channels"]
    if numbers and (given or values["quantity"] is not None):
        other = given[0] if given else "--qty"
        raise UsageError(f"The numbers are named already; {other} cannot stand beside them.")
    qty = len(numbers) or (1 if values["quantity"] is None else values["quantity"])
    if qty < 1:
        raise UsageError("--qty must be at least 1.")
    reference = values[REFERENCE]
    if reference is not None:
        check_reference(reference)
    return Purchase(
        choice=None if numbers else chosen(**asked),
        numbers=numbers,
        qty=qty,
        terms=Terms(values["channels"], _cycles(values["cycles"])),
        reserve=values["reserve"],
        most=amount_of("--max-total", values["total"]),
        trunks=values["trunks"] or (),
        pool=values["pool"],
        note=values["note"],
        reference=reference or new_reference(),
        given=reference is not None,
        yes=values["yes"],
        timeout=checked_timeout(values["wait_timeout"], used=True),
    )


def _cycles(number: int | None) -> int | None:
    from didww_cli.workflows.writing.values import checked

    attribute = DIDS.attribute(DIDS.renewal.cycles)
    assert attribute is not None
    return None if number is None else int(checked(attribute, number, "--cycles"))
