"""``didww exports create``: what is there under a reference is gone on with, the rest is created."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.orders import EXPORTS
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.exports.going_on import download_again, going_on, wait_for_all
from didww_cli.commands.exports.making import (
    METHODS,
    again_line,
    make,
    period_options,
    reference_option,
    show_missing,
    type_option,
    wanted_of,
)
from didww_cli.commands.exports.saving import check_place, file_options, save
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.results import show_results
from didww_cli.commands.waiting import checked_timeout, wait_options


def create_export_command() -> Command:
    """``didww exports create``."""
    params = [
        type_option("Which calls or messages.", required=True),
        *period_options(required=True),
        option("--callback-url", metavar="URL", help="Where DIDWW reports that it is done."),
        option("--callback-method", metavar="|".join(METHODS), help="HTTP method of the callback."),
        reference_option(),
        dry_run_option(),
        yes_option(asks=False),
        *wait_options("Wait until the export is completed."),
        option("--download", "target", metavar="FILE", help="Wait, and download into FILE; - is standard output."),
        *file_options(),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        _create(state, params, values)

    return Command(
        "create",
        run,
        help="Create a CDR export. A longer period is split by calendar month (UTC) and joined again on download.",
        params=params,
        examples=[
            "didww exports create --type cdr_in --from last-month --download calls.csv",
            "didww exports create --type cdr_out --from 7d --wait -o json",
        ],
    )


def _create(state: State, params: Sequence[Any], values: dict[str, Any]) -> None:
    from didww_cli.workflows.exports.asking import named_in, parts_of

    target, gunzip, force = values["target"], values["gunzip"], values["force"]
    waits = values["wait"] or target is not None
    timeout = checked_timeout(values["wait_timeout"], used=waits)
    wanted, notice = wanted_of(values)
    state.name(named_in(wanted))
    check_place(state, target, gunzip, force)
    if notice:
        state.notice(notice)
    parts = parts_of(state.client, wanted)
    given = values["reference"] is not None
    if values["dry_run"]:
        show_missing(state, parts, wanted.reference, given=given)
        return
    again = again_line(state, params, values, wanted)
    documents = make(state, parts, wanted.reference, again, given=given, shown=target != "-")
    if waits:
        with going_on(download_again(state, documents, target, gunzip=gunzip, force=force)) as command:
            documents = wait_for_all(state, documents, timeout, command)
            if target:
                save(state, documents, target, gunzip=gunzip, force=force)
    if target is None or (target != "-" and state.output is not Format.TABLE):
        show_results(state, EXPORTS, documents, many=len(documents) > 1)
