"""``didww dids assign`` and ``unassign``: which trunk numbers go to, with the plan before the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Relationship, Resource
from didww_cli.catalog.routing import SMS_LINKS, VOICE_LINKS
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.bulk.input import bulk_options, in_bulk
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import for_account
from didww_cli.commands.verbs.choosing import chosen_documents, selection
from didww_cli.commands.verbs.moves import Moves
from didww_cli.commands.verbs.results import same_command_goes_on
from didww_cli.commands.verbs.updating import carry_out
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.routing.assigning import Target
    from didww_cli.workflows.writing.drafts import Draft
    from didww_cli.workflows.writing.linking import Linker


READ = "Of --input the numbers alone are read."


def assigning_commands(numbers: Resource) -> dict[str, Command]:
    """The two commands."""
    return {"assign": _assign(numbers), "unassign": _unassign(numbers)}


def _assign(numbers: Resource) -> Command:
    trunk = option(
        "--trunk", required=True, metavar="REF", help="A trunk or trunk group, for calls or SMS: by name or id."
    )

    def run(state: State, trunk: str, **values: Any) -> None:
        from didww_cli.workflows.routing.assigning import dead_ends
        from didww_cli.workflows.routing.routes import stops_of

        state.check()
        in_bulk(values)
        target = target_named(state, numbers, trunk)
        moves = Moves(numbers, target.links, str(target), f"Assign {{}} to the {target}?")
        if target.links == VOICE_LINKS:
            moves.stops = stops_of
        for text in dead_ends(state.client, target):
            state.notice(text)
        _move(state, numbers, target.draft, moves, values, target.linker(state.client))

    return Command(
        "assign",
        run,
        help=f"Send the calls or SMS of many numbers to a trunk or group. Shows the plan, and asks first. {READ}",
        params=[*selection(numbers), trunk, *_bulk_options(), dry_run_option(), yes_option()],
        examples=[
            "didww dids assign --filter country=GB --trunk Headquarters",
            "didww dids assign --input numbers.csv --trunk Headquarters --results done.jsonl",
        ],
    )


def _unassign(numbers: Resource) -> Command:
    trunk = option("--trunk", metavar="REF", help="All that go to this trunk or group; a --filter narrows them.")
    sms = option("--sms", type=bool, help="Off where their SMS go, not their calls.")

    def run(state: State, trunk: str | None, sms: bool, filters: Sequence[str], **values: Any) -> None:
        from didww_cli.catalog.versions import named_in_path
        from didww_cli.workflows.routing.assigning import freed

        state.check()
        if trunk is not None and values["refs"]:
            raise UsageError("--trunk chooses all that go there; it cannot stand beside numbers.", "Leave one out.")
        links: Sequence[str] = SMS_LINKS if sms else VOICE_LINKS
        if sms:
            state.name(named_in_path(numbers, SMS_LINKS[0]))
        in_bulk({**values, "filters": [*filters, *([trunk] if trunk else [])]})
        if trunk is not None:
            target = target_named(state, numbers, trunk)
            links, filters = target.links, [*filters, f"{target.link.name}=id:{target.identifier['id']}"]
        moves = Moves(numbers, links, "", "Take {} off where they go?")
        _move(state, numbers, freed(numbers, links), moves, {**values, "filters": filters}, None)

    return Command(
        "unassign",
        run,
        help=f"Take numbers off their trunk or group. Shows the plan, and asks first. {READ}",
        params=[*selection(numbers), trunk, sms, *_bulk_options(), dry_run_option(), yes_option()],
        examples=["didww dids unassign --trunk 'Duty phone'", "didww dids unassign 12125550101"],
    )


def _bulk_options() -> list[Any]:
    """``--input`` and what belongs to it, as for an update; nothing of it clears."""
    return [one for one in bulk_options("update") if one.name != "empty_clears"]


def target_named(state: State, numbers: Resource, reference: str) -> Target:
    """The trunk or group of a reference; the version rises to one with SMS trunks where nothing else is called so."""
    from didww_cli.catalog.versions import named_in_path
    from didww_cli.workflows.routing.assigning import target_of

    def later(link: Relationship) -> bool:
        return state.name_late(named_in_path(numbers, link.name))

    return target_of(state.client, numbers, reference, later)


def _move(
    state: State, numbers: Resource, draft: Draft, moves: Moves, values: dict[str, Any], linker: Linker | None
) -> None:
    """Show what moves, ask, send what differs, and say how that is put back, however far it came."""
    try:
        _moved(state, numbers, draft, moves, values, linker)
    finally:
        if state.writes.count:
            tell_way_back(state)


def tell_way_back(state: State) -> None:
    """The command that undoes what this run changed, as far as the journal knows it."""
    from didww_cli.workflows.journal.looking import as_ranges

    if state.door.noted:
        undo = for_account(state, f"didww journal undo {' '.join(as_ranges(state.door.noted))}")
        state.notice(f"To put this back: {undo}")


def _moved(
    state: State, numbers: Resource, draft: Draft, moves: Moves, values: dict[str, Any], linker: Linker | None
) -> None:
    from didww_cli.workflows.reading.references import FromLine
    from didww_cli.workflows.writing.drafts import named_in
    from didww_cli.workflows.writing.linking import Linker
    from didww_cli.workflows.writing.writes import reading_query, update_of

    if values["source"] is not None:
        from didww_cli.commands.bulk.job import Job, run_bulk

        names = linker.names if linker else {}
        run_bulk(Job(state, numbers, "update", values, draft, values["dry_run"], values["yes"], "", moves, names))
        return
    state.name(named_in(numbers, draft))
    refs, filters, known = values["refs"], values["filters"], linker or Linker(state.client)
    documents = chosen_documents(state, numbers, refs, filters, reading_query(numbers, [draft]))
    updates = [update_of(numbers, document, draft, known) for document in documents]
    how = {"dry_run": values["dry_run"], "yes": values["yes"], "by_filter": bool(filters), "many": len(refs) > 1}
    with same_command_goes_on(state, same_input=any(isinstance(one, FromLine) for one in refs)):
        carry_out(state, numbers, updates, moves=moves, **how)
