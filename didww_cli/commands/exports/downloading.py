"""``didww exports``: create and download."""

from __future__ import annotations

from collections.abc import Sequence

from didww_cli.catalog.orders import EXPORTS
from didww_cli.commands.exports.creating import create_export_command
from didww_cli.commands.exports.going_on import download_again, download_options, wait_for_all
from didww_cli.commands.exports.saving import check_place, save
from didww_cli.commands.given import references
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.waiting import checked_timeout


def export_commands() -> dict[str, Command]:
    """``create`` and ``download``."""
    return {"create": create_export_command(), "download": _download_command()}


def _download_command() -> Command:
    params = [
        references("Which exports: by external_reference_id or id."),
        *download_options(),
    ]
    return Command(
        "download",
        _download,
        help="Download the file of an export, or of several joined in order: whole and checked, or not at all.",
        params=params,
        examples=[
            "didww exports download export-calls-in --to calls.csv",
            "didww exports download REF REF --to calls.csv --wait  # joined, in their order",
            "didww exports download export-calls-in --to - --gunzip",
        ],
    )


def _download(
    state: State, refs: Sequence[str], target: str, gunzip: bool, force: bool, wait: bool, wait_timeout: float | None
) -> None:
    from didww_cli.commands.verbs.getting import read_documents
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.exports.asking import in_order, overlaps

    state.check()
    timeout = checked_timeout(wait_timeout, used=wait)
    check_place(state, target, gunzip, force)
    documents = in_order(read_documents(state.client, EXPORTS, refs, ListQuery()))
    if overlaps(documents):
        state.notice("The periods of these exports overlap: some calls will stand in the file twice.")
    if wait:
        command = download_again(state, documents, target, gunzip=gunzip, force=force)
        documents = wait_for_all(state, documents, timeout, command)
    save(state, documents, target, gunzip=gunzip, force=force)
