"""``didww emergency gaps``: DIDs that have no emergency service and could have one."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog.cover import GAP_COLUMNS, GAPS
from didww_cli.catalog.numbers import DIDS
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.typed import for_account
from didww_cli.commands.verbs.listing import asked_for, list_options, show_listing
from didww_cli.errors import UsageError

TAKEN = ("filters", "sorts", "columns", "limit")


def gaps_command() -> Command:
    """``didww emergency gaps``."""
    return Command(
        "gaps",
        _run,
        help="List the DIDs without an emergency service that could have one: active, with the feature.",
        params=[one for one in list_options() if one.name in TAKEN],
        examples=["didww emergency gaps", "didww emergency gaps -f country.iso=US -o ids"],
    )


def _run(state: State, **values: Any) -> None:
    state.check()
    own = {one.partition("=")[0] for one in GAPS}
    for key in [one.partition("=")[0].strip() for one in values["filters"] or ()]:
        if key in own:
            raise UsageError(f"Gaps have one {key}: they are the DIDs with {', '.join(GAPS)}.")
    columns = values["columns"] or (GAP_COLUMNS if state.output.tabular else ())
    asked = {**values, "filters": [*GAPS, *(values["filters"] or ())], "columns": columns}
    if show_listing(state, DIDS, asked_for(DIDS, state, **asked)):
        state.notice(f"For each: {for_account(state, 'didww emergency register --did NUMBER --address REF')}")
