"""``didww emergency status``: how far each emergency service is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from didww_cli.catalog import cover
from didww_cli.catalog.emergency import EMERGENCY_CALLING_SERVICES
from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import Column
from didww_cli.commands.show import show_list, show_one, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import for_account

if TYPE_CHECKING:
    from didww_cli.output.tree import Node
    from didww_cli.workflows.emergency.services import Event, Service

COLUMNS = [Column(path, (), (path,), ()) for path in cover.COLUMNS]


def status_command() -> Command:
    """``didww emergency status``."""
    return Command(
        "status",
        _run,
        help="Show how far each emergency service is: what happened, its numbers and price, and what to do next.",
        params=[option("--did", "numbers", multiple=True, metavar="NUMBER", help="Of these DIDs alone; repeatable.")],
        examples=["didww emergency status", "didww emergency status --did 12025550100 -o json --query '[].timeline'"],
    )


def _run(state: State, numbers: Sequence[str]) -> None:
    from didww_cli.workflows.emergency.services import services, services_of

    state.check()
    refuse_other_formats(state)
    if not numbers:
        show_services(state, [with_command(state, one) for one in services(state.client)])
        return
    found = services_of(state.client, split_names(numbers))
    ids = [one for one in found.values() if one]
    there = services(state.client, ids) if ids else ()
    show_services(state, [with_command(state, one) for one in there], none=not ids)
    gaps = for_account(state, "didww emergency gaps")
    for number in [number for number, one in found.items() if not one]:
        state.notice(f"{number} is in no emergency service; '{gaps}' lists those that could be.")


def with_command(state: State, service: Service) -> Service:
    """A service whose next command is for the account of this run."""
    return replace(service, next=for_account(state, service.next) if service.next else None)


def refuse_other_formats(state: State) -> None:
    """UsageError for the format that shows what the server sent: a service is put together from several answers."""
    state.only("Emergency services are shown", *(one for one in Format if one is not Format.JSONAPI))


def show_services(state: State, found: Sequence[Service], *, none: bool = False) -> None:
    """Show services: as trees, or as data. ``none``: that there are none is told otherwise."""
    from dataclasses import asdict

    if not found and not none:
        state.notice(f"There are no {EMERGENCY_CALLING_SERVICES.noun}.")
    if state.output is Format.TABLE:
        from didww_cli.output.tree import write_trees

        write_trees(state.screen, [_tree(one) for one in found])
    else:
        show_list(state, (asdict(one) for one in found), COLUMNS, chosen=True)


def show_service(state: State, service: Service) -> None:
    """Show one service."""
    from dataclasses import asdict

    if state.output is Format.TABLE:
        show_services(state, [service])
    else:
        show_one(state, EMERGENCY_CALLING_SERVICES, asdict(service), None, COLUMNS, chosen=True)


def _tree(service: Service) -> Node:
    from didww_cli.output.tree import Node

    head = f"{service.reference}  {service.name}: {str(service.status).replace('_', ' ')}"
    below = [
        Node(service.says, alarm=not service.covered and bool(service.dids)),
        Node(f"DIDs: {', '.join(service.dids) or 'none'}"),
        Node(", ".join(_terms(service))),
        *(Node(_line(one), [Node(reason, alarm=True) for reason in one.reasons]) for one in service.timeline),
    ]
    return Node(head, [*below, *([Node(f"next: {service.next}")] if service.next else [])])


def _terms(service: Service) -> Iterator[str]:
    if service.country:
        yield service.country
    if service.monthly_price is not None:
        yield f"{service.setup_price or 0} once and {service.monthly_price} each month, without VAT"
    if service.renew_date:
        yield f"renews {service.renew_date}"


def _line(event: Event) -> str:
    what = event.what
    if event.verification:
        what = f"{event.verification} {what}: {event.address or 'no address'}, {event.status}"
    return f"{str(event.at or '?')[:10]}  {what}"
