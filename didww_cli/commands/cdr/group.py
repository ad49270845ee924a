"""``didww cdr summary``: how many calls, how many answered, how long, for how much."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from didww_cli.catalog.cdr import KEYS, Key
from didww_cli.commands.cdr.showing import FORMATS, Measures, group_options, order_of, show_groups
from didww_cli.commands.show import split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, Group, argument
from didww_cli.errors import UsageError
from didww_cli.output.text import visible

if TYPE_CHECKING:
    from didww_cli.workflows.cdr.counting import Summary

MEASURES = Measures(
    {
        "calls": "{:,}".format,
        "answered": "{:,}".format,
        "asr": "{:.1f} %".format,
        "acd": lambda seconds: f"{round(seconds) // 60}:{round(seconds) % 60:02}",
        "minutes": "{:,.1f}".format,
        "cost": "{:f}".format,
    },
    parts=("calls", "answered", "minutes", "cost"),
)
"""A table shows ACD in minutes and seconds."""


def cdr_group(panel: str) -> Group:
    """``didww cdr``."""
    text = "Call records summed up: calls, answered, ASR, ACD, minutes, cost."
    return Group("cdr", lambda: {"summary": _summary()}, help=text, panel=panel)


def _summary() -> Command:
    files = argument("files", help="Files of exports, gzip or not; - is standard input.", many=True, required=False)
    files.metavar = "[FILE]..."
    measured = f"{', '.join(list(MEASURES.shown)[:-1])} or cost; - before it reverses"
    params = [files, *group_options({key.name: key.help for key in KEYS}, measured=measured)]
    return Command(
        "summary",
        _run,
        help="Sum up call records: calls, answered, ASR (answered of all, in percent), ACD (seconds of an answered "
        "one), minutes and cost in USD. Each attempt is a call.",
        params=params,
        examples=["didww cdr summary calls.csv.gz --by day", "didww cdr summary *.csv --by trunk,code -o json"],
    )


def _run(state: State, files: Sequence[str], by: Sequence[str], sorts: Sequence[str], limit: int | None) -> None:
    from didww_cli.workflows.cdr.columns import keys_of
    from didww_cli.workflows.cdr.counting import Summary

    state.check()
    state.only("A summary is shown", *FORMATS)
    names = split_names(by)
    keys = keys_of(names, KEYS)
    order = order_of(names, MEASURES, sorts or _usual(keys), limit)
    summary = Summary(keys)
    _read(state, files, summary)
    _tell(state, summary)
    show_groups(state, names, MEASURES, order, summary.records(), summary.total().record(costs=summary.costs))


def _usual(keys: Sequence[Key]) -> list[str]:
    """Times in their order, several keys in theirs; else the most calls first."""
    names = [key.name for key in keys]
    return names if len(keys) > 1 or any(key.part for key in keys) else [f"-{MEASURES.parts[0]}", *names]


def _read(state: State, files: Sequence[str], summary: Summary) -> None:
    from didww_cli.workflows.cdr.lines import lines, opened

    if not files:
        raise UsageError("There is nothing to sum up.", "Name files of exports; - is standard input.")
    if files.count("-") > 1:
        raise UsageError("Standard input can be read once.")
    with state.progress() as progress:
        for at, name in enumerate(files, start=1):
            progress.update(f"{visible(name)}, {at} of {len(files)}")
            with opened(name, sys.stdin.buffer) as file:
                summary.add(name, lines(name, file))


def _tell(state: State, summary: Summary) -> None:
    """What was left out of it, and why."""
    summary.check()
    broken = summary.broken
    if broken.count:
        more = [f"… and {broken.count - len(broken.told):,} more"] if broken.count > len(broken.told) else []
        told = "\n".join(f"  {visible(line)}" for line in [*broken.told, *more])
        state.notice(f"{broken.count:,} rows cannot be read and are not counted:\n{told}")
    if summary.costs and summary.without:
        state.notice(f"Without the cost of the calls in {visible(', '.join(summary.without))}, which does not tell it.")
    if not summary.tallies:
        state.notice("No calls.")
