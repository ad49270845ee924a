"""``didww costs``: what the account costs each month, by kind, country and pool, and what ends when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.costs import GROUPS
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Attribute
from didww_cli.catalog.paths import Column
from didww_cli.commands.show import show_data, show_list
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option

if TYPE_CHECKING:
    from didww_cli.workflows.costs.sums import Costs

PEOPLE = (Format.TABLE, Format.MARKDOWN)
"""Formats in which a total stands below, and few of many names."""


def costs_command() -> Command:
    """``didww costs``."""

    def run(state: State, ends: bool) -> None:
        from didww_cli.workflows.costs.sums import read_costs

        state.check()
        state.only("Costs are shown", *(one for one in Format if one not in (Format.JSONAPI, Format.IDS)))
        with state.progress() as progress:
            progress.update("Reading what is paid for …")
            found = read_costs(state.client, datetime.now(UTC).date())
        (_show_ends if ends else _show)(state, found)
        for note in found.notes():
            state.notice(note)

    return Command(
        "costs",
        run,
        params=[option("--ends", type=bool, help="Only what ends or renews when.")],
        examples=["didww costs", "didww costs --ends"],
    )


def _show(state: State, found: Costs) -> None:
    if state.output is Format.JSON:
        by = {name: found.by(name) for name in GROUPS}
        parts = {"rows": found.rows(), "by": by, "ends": found.ends(), "notes": list(found.notes())}
        show_data(state, {**found.total(), **parts})
        return
    people = state.output in PEOPLE
    _show_rows(state, [*found.rows(), *([{GROUPS[0]: "total", **found.total()}] if people else [])], GROUPS)
    if people:
        state.screen.line("")
        _show_ends(state, found)


def _show_ends(state: State, found: Costs) -> None:
    from didww_cli.workflows.costs.sums import in_short

    rows = found.ends()
    if state.output in PEOPLE:
        rows = [{**row, "names": in_short(row["names"])} for row in rows]
    _show_rows(state, rows, ("day", "what", *GROUPS), ("names",))
    if not rows:
        state.notice("Nothing ends.")


def _show_rows(state: State, rows: Sequence[dict[str, Any]], before: Sequence[str], behind: Sequence[str] = ()) -> None:
    """Show sums with what stands before and behind them; to people what is unknown only where something is."""
    from didww_cli.workflows.costs.sums import SUMMED

    known = state.output in PEOPLE and not any(row["unknown"] for row in rows)
    names = [name for name in (*before, *SUMMED, *behind) if name != "unknown" or not known]
    columns = [Column(name, (), (name,), (), Attribute(name), asked=name != GROUPS[-1]) for name in names]
    show_list(state, rows, columns)
