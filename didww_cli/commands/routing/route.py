"""``didww route``: where calls to numbers go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import routing
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column
from didww_cli.commands.given import references
from didww_cli.commands.show import show_list, show_one, tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.errors import CheckFailed, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.routing.routes import Route


def route_command(numbers: Resource) -> Command:
    """``didww route``."""

    def run(state: State, refs: Sequence[str], filters: Sequence[str], ends_nowhere: bool) -> None:
        state.check()
        state.only("Routes are shown", *(one for one in Format if one is not Format.JSONAPI))
        looked_at = Counted(_routes(state, numbers, refs, filters))
        broken = Counted(one for one in looked_at if one.ends_nowhere)
        _show(state, numbers, broken if ends_nowhere else looked_at, single=len(refs) == 1 and not ends_nowhere)
        if not looked_at.number:
            tell_nothing(state, "numbers", filters)
        elif ends_nowhere:
            _judge(state, broken.number, looked_at.number)

    params = [
        references("Which numbers; all of them when none is named.", required=False, metavar="NUMBER..."),
        option("--filter", "-f", "filters", multiple=True, metavar="KEY=VALUE", help="Those that match; repeatable."),
        option("--ends-nowhere", type=bool, help="Only those that no call gets through to; exit code 10 if any."),
    ]
    return Command(
        "route",
        run,
        params=params,
        examples=["didww route +12125550101", "didww route --ends-nowhere  # exit 10 where there are any"],
    )


class Counted:
    """Routes, counted as they pass by."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = routes
        self.number = 0

    def __iter__(self) -> Iterator[Route]:
        for route in self.routes:
            self.number += 1
            yield route


def _routes(state: State, numbers: Resource, refs: Sequence[str], filters: Sequence[str]) -> Iterable[Route]:
    from didww_cli.workflows.reading.filters import named_in, parse_filters
    from didww_cli.workflows.routing.reading import Account, routes_by_filter, routes_by_reference

    if refs and filters:
        raise UsageError("Say which numbers: by name, or with --filter. Not both.")
    conditions = parse_filters(numbers, filters)
    state.name(named_in(numbers, conditions))
    account = Account(state.client, numbers)
    if refs:
        return routes_by_reference(account, list(dict.fromkeys(refs)))
    return state.progress().counting(routes_by_filter(account, conditions, state.notice), numbers.noun)


def _show(state: State, numbers: Resource, routes: Iterable[Route], *, single: bool = False) -> None:
    if state.output is Format.TABLE:
        from didww_cli.commands.routing.route_text import tree
        from didww_cli.output.tree import write_trees

        write_trees(state.screen, [tree(route) for route in routes])
        return
    columns = [Column(path, (), tuple(path.split(".")), ()) for path in routing.COLUMNS]
    found: Iterator[dict[str, Any]] = (_data(route) for route in routes)
    if single:
        show_one(state, numbers, next(found), None, columns, chosen=True)
    else:
        show_list(state, found, columns, chosen=True)


def _data(route: Route) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(route)


def _judge(state: State, broken: int, looked_at: int) -> None:
    """CheckFailed where some end nowhere."""
    if broken:
        raise CheckFailed(f"{broken:,} of {looked_at:,} numbers {'ends' if broken == 1 else 'end'} nowhere.")
    state.notice(f"Every number rings somewhere ({looked_at:,} looked at).")
