"""``didww emergency register``: check, price, ask, hand in once, wait; and the command to go on with where it stops."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import cover
from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES, EMERGENCY_REQUIREMENTS, EMERGENCY_VERIFICATIONS
from didww_cli.catalog.links import label
from didww_cli.catalog.paths import read
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.catalog.requirements import EMERGENCY_RULES
from didww_cli.commands.account.requirements import missing
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.emergency.status import refuse_other_formats, show_service, with_command
from didww_cli.commands.show import split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import command_line, for_account
from didww_cli.commands.verbs.members import attributes_alone, attributes_of, options_of, typed_as
from didww_cli.commands.verbs.results import told_by_option
from didww_cli.commands.verbs.warning import tell, told_of_creation
from didww_cli.commands.waiting import checked_timeout, ended, wait_options
from didww_cli.errors import DidwwError, Refused, UsageError, WaitTimedOut
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.jsonapi.documents import Document
    from didww_cli.workflows.emergency.registering import Plan

WHAT = EMERGENCY_VERIFICATIONS.singular
MEMBERS = attributes_alone(EMERGENCY_VERIFICATIONS, "Your own reference, drawn if not given: handed in once under it.")
REFERENCE = EMERGENCY_VERIFICATIONS.own_reference
LINKS = typed_as(
    EMERGENCY_VERIFICATIONS,
    {cover.ADDRESS: "--address", cover.DIDS_LINK: "--did", cover.SERVICE_LINK: "--service"},
)


def register_command() -> Command:
    """``didww emergency register``."""
    params = [
        option("--did", "numbers", multiple=True, metavar="NUMBER", help="DIDs of a new service; repeatable."),
        option("--service", metavar="REF", help="A service that gets another address, in place of --did."),
        option("--address", "place", metavar="REF", help="Address that emergency calls come from."),
        option("--identity", "person", metavar="REF", help="Whose address it is, to be sure of it."),
        *options_of(MEMBERS, "create"),
        *wait_options("Wait until it is active, or rejected (exit 10)."),
        dry_run_option(),
        yes_option(),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        refuse_other_formats(state)
        with told_by_option([*MEMBERS, *LINKS], f"The {WHAT}"):
            _register(state, {**values, "numbers": split_names(values["numbers"])}, params)

    return Command(
        "register",
        run,
        help="Get emergency calls for DIDs: shows plan and price, asks, checks what is asked for, hands in once.\n\n"
        "DIDWW reviews the address; emergency calls work once the service is active.",
        params=params,
        examples=[
            "didww emergency register --did 12125550102 --address address-new-york --dry-run",
            "didww emergency register --did 442079460001 --address address-london --wait",
            "didww emergency register --service ECS-300001 --address address-new-york  # another address",
        ],
    )


def _register(state: State, values: Mapping[str, Any], params: list[Any]) -> None:
    from didww_cli.commands.orders.lock import alone_with
    from didww_cli.workflows.emergency.registering import looked_up, planned, there_before

    given = values[f"m_{REFERENCE}"]
    _refuse(values)
    attributes = attributes_of(EMERGENCY_VERIFICATIONS, MEMBERS, values)
    reference = attributes[REFERENCE]
    timeout = checked_timeout(values["wait_timeout"], used=values["wait"])
    again = command_line(state, params, {**values, f"m_{REFERENCE}": reference})
    client = state.client
    asked = (values["numbers"], values["service"], values["place"], values["person"])
    wanted = looked_up(client, *asked, attributes)
    held = (
        nullcontext()
        if values["dry_run"]
        else alone_with(state, reference, f"handing in an {WHAT} with the reference {reference}")
    )
    with held:
        document = there_before(client, wanted) if given else None
        if document:
            state.notice(f"Nothing was sent: under the reference {reference} it is handed in already.")
        else:
            plan = planned(client, wanted)
            _tell(state, plan)
            if values["dry_run"]:
                show_requests(state, [plan.check, plan.request])
                return
            document = _ask_and_hand_in(state, plan, reference, again, drawn=given is None, yes=values["yes"])
    _finish(state, document, timeout if values["wait"] else None, again)


def _refuse(values: Mapping[str, Any]) -> None:
    """UsageError where it is not said what is to get which address."""
    if bool(values["numbers"]) == bool(values["service"]):
        both = " Not both." if values["service"] else ""
        raise UsageError(f"Say what is to have emergency calls: --did NUMBER, or --service REF.{both}")
    if not values["place"]:
        raise UsageError(
            "--address must be given: where emergency calls come from.",
            f"'didww {ADDRESSES.noun} list' lists those that there are, 'didww {ADDRESSES.noun} create' makes one.",
        )


def _tell(state: State, plan: Plan) -> None:
    """The plan, on stderr."""
    service, asked = plan.service, plan.requirement
    rules = {
        "takes": asked.setup_time,
        "address within": asked.address.place,
        "identity of": " or ".join(f"a {EMERGENCY_RULES.people[kind].called}" for kind in asked.people),
        "limits": " ".join(asked.limits.split()),
    }
    areas = f" ({', '.join(plan.areas)})" if plan.areas else ""
    lines = {
        "service": f"{service.get('reference')} ({service.get('status')})" if service else "a new one",
        "DIDs": f"{', '.join(plan.numbers) or 'none'}{areas}",
        ADDRESSES.singular: f"{label(plan.address, ADDRESSES)}, of {label(plan.identity, IDENTITIES)}",
        "asked for": ", ".join(f"{name} {value}" for name, value in rules.items() if value),
        "price": _price(plan),
    }
    for name, text in lines.items():
        state.notice(f"{name:<10} {text}")
    tell(state, told_of_creation(state, EMERGENCY_VERIFICATIONS, [plan.request], yes=False), by_name=False)


def _price(plan: Plan) -> str:
    setup, monthly = plan.requirement.setup_price, plan.requirement.monthly_price
    if plan.service:
        setup, monthly = (read(plan.service, path.split(".")) for path in (cover.SETUP, cover.MONTHLY))
    if monthly is None:
        return "none is agreed: ask DIDWW before"
    more = "; whether for each DID is written nowhere" if len(plan.numbers) > 1 else ""
    if plan.service and plan.service.get("status") == cover.SERVICE_ENDS.done:
        more = ", as it is; whether another address costs more is written nowhere"
    return f"{setup or 0} once and {monthly} each month, without VAT{more}"


def _ask_and_hand_in(state: State, plan: Plan, reference: str, again: str, *, drawn: bool, yes: bool) -> Document:
    from didww_cli.workflows.documents.requirements import complaints

    what = f"{label(plan.address, ADDRESSES)} for {', '.join(plan.numbers)}"
    confirm(state, f"Hand in {what}? DIDWW says: charged once it is verified. The price: {_price(plan)}.", yes=yes)
    if refused := complaints(state.door, plan.check):
        failure = missing(EMERGENCY_REQUIREMENTS, refused)
        failure.hint = f"Nothing was handed in. What supplies each of it: {_what_is_missing(state, plan)}"
        raise failure
    if drawn:
        state.notice(f"The external reference of it is {reference}")
    with _told_when_stopped(state, f"The {WHAT} with the reference {reference} may be handed in", again):
        document, found = _handed_in(state, plan, reference, again)
    if found:
        state.notice("The answer was lost; by its reference, it is handed in.")
    return document


def _handed_in(state: State, plan: Plan, reference: str, again: str) -> tuple[Document, bool]:
    from didww_cli.workflows.emergency.registering import handed_in

    try:
        return handed_in(state.door, plan, reference, again)
    except Refused as error:
        told = f"Nothing was handed in. See what is asked for: {_what_is_missing(state, plan)}"
        error.hint = "\n".join(filter(None, [error.hint, told]))
        raise


def _what_is_missing(state: State, plan: Plan) -> str:
    """The command that tells what of the requirement is missing, and what supplies it."""
    number = plan.numbers[0] if plan.numbers else "NUMBER"
    who, where = plan.identity["id"], plan.address["id"]
    line = f"didww requirements --did {number} --emergency --identity id:{who} --address id:{where}"
    return for_account(state, line)


def _finish(state: State, document: Document, timeout: float | None, again: str) -> None:
    """Wait where wanted, show how far it is, and say what to do."""
    import time

    from didww_cli.workflows.emergency.services import service_by_id, service_of

    verification, start, failure = str(document["data"]["id"]), time.monotonic(), None
    told = f"The {WHAT} {verification} is handed in"
    with _going_on(told, again), _told_when_stopped(state, told, again):
        identifier = service_of(state.client, verification)
        if timeout is not None:
            _, failure = ended(state, EMERGENCY_VERIFICATIONS, verification, timeout, since=start)
        if timeout is not None and failure is None:
            service_ends = replace(EMERGENCY_CALLING_SERVICES, ends=cover.SERVICE_ENDS)
            _, failure = ended(state, service_ends, identifier, timeout, since=start)
        service = with_command(state, service_by_id(state.client, identifier))
    show_service(state, service)
    if isinstance(failure, WaitTimedOut) and service.status == cover.SERVICE_ENDS.done:
        return  # it came to that when it was read once more
    if isinstance(failure, WaitTimedOut):
        failure.hint = f"Go on with: {again}"
    elif failure:
        failure.hint = f"Mend that, then: {service.next or for_account(state, 'didww emergency status')}"
    if failure:
        raise failure


@contextmanager
def _told_when_stopped(state: State, what: str, again: str) -> Iterator[None]:
    """Say of what is interrupted how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. {what}. Go on with this, which hands in nothing twice:\n{again}")
        state.writes.under_way = None
        raise


@contextmanager
def _going_on(what: str, again: str) -> Iterator[None]:
    """Tell failures as those of what comes after handing in, and the command to go on with."""
    try:
        yield
    except DidwwError as error:
        error.message = f"{what}, but how far it is could not be read: {error.message}"
        error.hint = f"Go on with: {again}"
        raise
