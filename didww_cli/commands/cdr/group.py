"""``didww cdr summary``: how many calls, how many answered, how long, for how much."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from didww_cli.catalog.cdr import FACTS, KEYS
from didww_cli.commands.cdr.exporting import check_unused, export_options, exported
from didww_cli.commands.cdr.showing import FORMATS, Measures, group_options, order_of, show_groups, usual_order
from didww_cli.commands.show import split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import DidwwError, UsageError
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


def cdr_commands() -> dict[str, Command]:
    """``didww cdr``."""
    return {"summary": _summary()}


def _summary() -> Command:
    files = argument("files", help="Files of exports, gzip or not; - is standard input.", many=True, required=False)
    files.metavar = "[FILE]..."
    measured = "or by what is counted; - before it reverses"
    titles = f"What a column is called that is not found: {', '.join(FACTS)}, or a key."
    params = [
        files,
        *group_options({key.name: key.help for key in KEYS}, measured=measured),
        option("--title", "columns", multiple=True, metavar="NAME=TITLE", help=titles),
        *export_options(),
    ]

    def run(state: State, files: Sequence[str], **values: Any) -> None:
        _run(state, params[1:], files, values)

    return Command(
        "summary",
        run,
        help="Sum up call records of files, or of a period, which are exported, waited for and read."
        "\n\nCalls (each attempt is one), answered, ASR (those of all, in percent), ACD (their seconds on average), "
        "minutes, cost in USD.",
        params=params,
        examples=[
            "didww cdr summary calls.csv.gz --by day",
            "didww cdr summary --from last-month --by did",
            "didww cdr summary *.csv.gz --by trunk,code -o json",
        ],
    )


def _run(state: State, params: Sequence[Any], files: Sequence[str], values: dict[str, Any]) -> None:
    from didww_cli.workflows.cdr.columns import keys_of, named_columns
    from didww_cli.workflows.cdr.counting import Summary

    state.check()
    state.only("A summary is shown", *FORMATS)
    names = split_names(values["by"])
    keys = keys_of(names, KEYS)
    order = order_of(names, MEASURES, values["sorts"] or usual_order(keys, MEASURES), values["limit"])
    summary = Summary(keys, named_columns(values["columns"] or ()))
    found = (
        _named(files, values)
        if files or not values["begin"]
        else exported(state, params, values, [key for key in keys if key.name not in summary.columns])
    )
    if found is None:
        return
    for name, file in found:
        _add(state, summary, name, file, ours=not files)
    _tell(state, summary)
    total = summary.total().record(costs=summary.costs)
    show_groups(state, names, MEASURES, order, summary.tallies, summary.record, summary.reader, total)


def _named(files: Sequence[str], values: Mapping[str, Any]) -> Iterator[tuple[str, BinaryIO]]:
    """The files that are named; UsageError before the first is read where something is wrong with them."""
    if not files:
        raise UsageError(
            "There is nothing to sum up.", "Name files of exports (- is standard input), or a period with --from."
        )
    check_unused(values)
    if files.count("-") > 1:
        raise UsageError("Standard input can be read once.")
    return _opened(files)


def _opened(files: Sequence[str]) -> Iterator[tuple[str, BinaryIO]]:
    from didww_cli.workflows.cdr.lines import opened

    for name in files:
        with opened(name, sys.stdin.buffer) as file:
            yield name, file


def _add(state: State, summary: Summary, name: str, file: BinaryIO, *, ours: bool) -> None:
    """Count the calls of a file; what is wrong with an export of ``ours`` is not wrong in the command line."""
    from didww_cli.commands.exports.saving import counter
    from didww_cli.workflows.cdr.lines import lines

    try:
        with state.progress() as progress:
            summary.add(name, lines(name, file, counter(progress)))
    except UsageError as error:
        raise DidwwError(error.message, error.hint) if ours else error from None


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
