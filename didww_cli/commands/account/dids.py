"""``didww dids cancel`` and ``restore``: updates of what cancels a DID, or of the renewal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.choosing import chosen_documents, selection
from didww_cli.commands.verbs.updating import carry_out, change

if TYPE_CHECKING:
    from didww_cli.workflows.writing.writes import Update


def did_commands(resource: Resource) -> dict[str, Command]:
    """The commands that DIDs have beyond the usual verbs."""
    return {"cancel": _cancel(resource), "restore": _restore(resource)}


def _cancel(resource: Resource) -> Command:
    def run(state: State, refs: Sequence[str], filters: Sequence[str], at_end: bool, dry_run: bool, yes: bool) -> None:
        from didww_cli.workflows.writing.drafts import Draft

        state.check()
        draft = Draft(attributes={resource.renewal.cycles: 0} if at_end else {resource.cancelling: True})
        change(state, resource, refs, filters, (draft, {}), dry_run=dry_run, yes=yes)

    gentle = option("--at-end", type=bool, help="Only stop the renewal: usable to the end of what is paid, reversible.")
    return Command(
        "cancel",
        run,
        help="Give up DIDs, whose calls may stop at once; --at-end keeps them to the end of what is paid. Asks first.",
        params=[*selection(resource), gentle, dry_run_option(), yes_option()],
        examples=["didww dids cancel 12125550102 --at-end"],
    )


def _restore(resource: Resource) -> Command:
    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool) -> None:
        from didww_cli.jsonapi.client import ListQuery
        from didww_cli.workflows.reading.references import many

        state.check()
        documents = chosen_documents(state, resource, refs, filters, ListQuery())
        updates = [_restoring(state, resource, document) for document in documents]
        _tell_ending(state, resource, updates)
        carry_out(state, resource, updates, dry_run=dry_run, yes=yes, by_filter=bool(filters), many=many(refs))

    return Command(
        "restore",
        run,
        help="Keep DIDs that were given up; renew those whose period is over, which is charged. Asks first.",
        params=[*selection(resource), dry_run_option(), yes_option()],
        examples=["didww dids restore 441614960000 --dry-run"],
    )


def _tell_ending(state: State, resource: Resource, updates: Sequence[Update]) -> None:
    """Numbers that nothing is sent for, though they will not be renewed."""
    from didww_cli.catalog.consequences import ENDING
    from didww_cli.catalog.links import label

    for update in updates:
        if update.request is None and update.record.get(resource.renewal.cycles) == 0:
            state.notice(ENDING.format(number=label(update.record, resource)))


def _restoring(state: State, resource: Resource, document: dict[str, Any]) -> Update:
    """The update that restores a DID; it is sent too where the DID is not cancelled but its paid period is over."""
    from didww_cli.workflows.writing.consequences import ended
    from didww_cli.workflows.writing.drafts import Draft
    from didww_cli.workflows.writing.linking import Linker
    from didww_cli.workflows.writing.writes import patch, update_of

    wanted = {resource.cancelling: False}
    update = update_of(resource, document, Draft(attributes=wanted), Linker(state.client))
    if update.request is None and ended(resource, update.record):
        update.request = patch(resource, str(update.record["id"]), wanted)
    return update
