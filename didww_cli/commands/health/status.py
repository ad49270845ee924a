"""``didww status``: an account on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.overview import GLANCES, LINES, NAMED, NUMBERS, OUTBOUND, POOL
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.errors import NetworkFailure, RateLimited, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.health.overview import Overview

SHORTEST_WATCH = 2.0
"""Seconds between two looks, of twelve requests each, at which they do not take the whole rate."""
LOST = (NetworkFailure, RateLimited)
"""What passes: a watch goes on after it."""
MOST_COUNTRIES = 3
BAR = 20
SPARKS = "▁▂▃▄▅▆▇█"
CLEAR = "\x1b[H\x1b[2J"


def status_command() -> Command:
    """``didww status``."""
    return Command(
        "status",
        _run,
        params=[option("--watch", type=float, metavar="SECONDS", help="Look again and again, until Ctrl-C.")],
        examples=["didww status", "didww status -o json --query numbers", "didww status --watch 30"],
    )


def _run(state: State, watch: float | None) -> None:
    import time

    state.check()
    state.only("The account is shown", Format.TABLE, Format.JSON, Format.JSONL)
    if watch is not None and not SHORTEST_WATCH <= watch < float("inf"):
        raise UsageError(f"--watch takes seconds, {SHORTEST_WATCH:g} at least.")
    if watch and state.output is Format.JSON:
        raise UsageError(f"With --watch there is no end to JSON; add -o {Format.JSONL}.")
    _show(state, watched=watch is not None)
    while watch:
        state.screen.stream.flush()  # whoever reads a pipe waits for this look, not for the next ones
        time.sleep(watch)
        try:
            _show(state, watched=True)
        except LOST as error:
            state.notice(f"{error.message} The next look follows in {watch:g} seconds.")


def _show(state: State, *, watched: bool) -> None:
    from datetime import datetime

    from didww_cli.workflows.health.overview import overview

    now = datetime.now().astimezone()
    found = overview(state.client, now)
    if show_data(state, _as_data(state, found, now.isoformat(timespec="seconds"))):
        return
    lines = list(_lines(state, found))
    if watched and state.screen.terminal:
        state.screen.styled(f"{CLEAR}{now:%Y-%m-%d %H:%M:%S %Z}")
    for line in lines:
        state.screen.line(line)


def _as_data(state: State, found: Overview, moment: str) -> dict[str, Any]:
    """It, as data."""
    from dataclasses import asdict

    return {"at": moment, "account": state.settings.account(), "api_version": _version(state)} | asdict(found)


def _version(state: State) -> str:
    speech = state.client.transport.connection.speech
    return speech.served or speech.version


def _lines(state: State, found: Overview) -> Iterator[str]:
    yield _line("account", f"{state.settings.account()}, API {_version(state)}")
    money = (f"{name.replace('_', ' ')} {'?' if value is None else value}" for name, value in found.money.items())
    yield _line("money", ", ".join(money))
    for head, names in LINES.items():
        yield _line(
            head, ", ".join(f"{_count(found.counts[name])} {NAMED[name]}{_states(found, name)}" for name in names)
        )
        if head == NUMBERS:
            yield from _countries(found)
    for at, pool in enumerate(found.capacity):
        yield _line("" if at else "channels", _pool(*(pool[name] for name in POOL)))
    for at, order in enumerate(_orders(state, found)):
        yield _line("" if at else "last orders", order)
    if found.history:
        days = f"{sum(found.history.values()):,} in {len(found.history)} days"
        yield _line("history", f"{_sparks(list(found.history.values()))}  {days}")
    elif found.history is not None:
        yield _line("history", "too much of today for a glance: didww history summary --by hour --from today")


def _line(head: str, text: str) -> str:
    return f"{head:<13}{text}"


def _count(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def _states(found: Overview, name: str) -> str:
    states = found.outbound if name == OUTBOUND else None
    return f" ({', '.join(f'{number:,} {status}' for status, number in states.items())})" if states else ""


def _countries(found: Overview) -> Iterator[str]:
    if found.countries:
        first = [f"{name} {number:,}" for name, number in list(found.countries.items())[:MOST_COUNTRIES]]
        more = len(found.countries) - len(first)
        yield _line("", ", ".join([*first, *([f"{more} more countries"] if more > 0 else [])]))
    elif found.counts[NUMBERS]:
        yield _line("", "too many for a glance; by country: didww costs")


def _orders(state: State, found: Overview) -> list[str]:
    """The last orders, in columns."""
    from didww_cli.catalog.orders import ORDERS
    from didww_cli.catalog.paths import column
    from didww_cli.output.cells import rows_of

    columns = [column(ORDERS, name) for name in GLANCES[ORDERS.type].paths]
    rows = list(rows_of(state.screen, map(dict, found.orders), columns))
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _pool(name: str, assigned: Any, total: Any) -> str:
    from didww_cli.output.table import bar

    if not isinstance(total, int) or not isinstance(assigned, int) or total <= 0:
        return f"{name}: {assigned} of {total}"
    return f"{bar(assigned / total, BAR):░<{BAR}}  {assigned:,} of {total:,}  {name}"


def _sparks(numbers: list[int]) -> str:
    most = max([*numbers, 1])
    return "".join(SPARKS[round(number / most * (len(SPARKS) - 1))] for number in numbers)
