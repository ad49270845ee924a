"""``didww journal list|show|undo``: what this machine wrote, and putting it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.members import Attribute
from didww_cli.catalog.model import DATETIME, Resource
from didww_cli.catalog.paths import Column
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.show import show_data, show_list, tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import PartlyDone

if TYPE_CHECKING:
    from didww_cli.workflows.journal.looking import Entry
    from didww_cli.workflows.journal.undoing import Undo
    from didww_cli.workflows.writing.writes import Update

COLUMNS = ("n", "time", "action", "what", "name", "outcome", "command")
TIMES = {"time": Attribute("time", DATETIME)}
NEEDED = ("time", "name", "outcome")
"""What a journal is read by, where there is no room for all."""


def journal_commands() -> dict[str, Command]:
    """The commands of ``didww journal``."""
    return {"list": _list(), "show": _show(), "undo": _undo()}


def _entries(state: State) -> list[Entry]:
    """The entries of the profile in use, the oldest first."""
    from didww_cli.config.settings import state_folder
    from didww_cli.workflows.journal.looking import read_entries
    from didww_cli.workflows.writing.journal import journal_path

    return read_entries(journal_path(state_folder(), state.settings.profile))


def _list() -> Command:
    def run(state: State, ref: str | None, since: str | None, limit: int | None) -> None:
        from didww_cli.errors import UsageError
        from didww_cli.workflows.journal.looking import matching
        from didww_cli.workflows.reading.times import parse_time

        state.check()
        if limit is not None and limit < 1:
            raise UsageError("--limit must be at least 1.")
        moment = parse_time(since) if since else None
        found = list(matching(reversed(_entries(state)), ref=ref, since=moment))
        columns = [Column(name, (), (name,), (), TIMES.get(name), asked=name in NEEDED) for name in COLUMNS]
        show_list(state, found[:limit], columns)
        if not found:
            asked = {"--ref": ref, "--since": since}
            tell_nothing(state, "entries", [f"{name} {text}" for name, text in asked.items() if text])
        elif limit and limit < len(found):
            state.notice(f"{limit:,} of {len(found):,}")

    params = [
        option("--ref", metavar="NAME", help="Only what was done to this, by its name or id."),
        option("--since", metavar="TIME", help="Only what was done since then: 2h, today, 2026-01-31."),
        option("--limit", "-n", type=int, metavar="N", help="At most so many, the newest."),
    ]
    examples = ["didww journal list -n 10", "didww journal list --ref 12125550100 --since 7d"]
    text = "List what this machine wrote, the newest first."
    return Command("list", run, help=text, params=params, examples=examples)


def _show() -> Command:
    def run(state: State, entry: str) -> None:
        from didww_cli.output.table import pairs
        from didww_cli.workflows.journal.looking import chosen_entries

        state.check()
        for one in chosen_entries(_entries(state), [entry]):
            if not show_data(state, one):
                apart = ("body", "before", "after", "names")
                told = {name: value for name, value in one.items() if name not in apart and value is not None}
                pairs(state.screen, [[name, str(value)] for name, value in told.items()] + _changes(one))

    entry = argument("entry", help="Its number, as 'list' shows it.")
    entry.metavar = "N"
    text = "Show one entry, with what was there before and after it."
    return Command("show", run, help=text, params=[entry], examples=["didww journal show 3"])


def _changes(entry: Entry) -> list[list[str]]:
    """``before → after`` of each member; where what is there after it is not known, what was sent."""
    from didww_cli.workflows.journal.looking import members_of, said
    from didww_cli.workflows.writing.kept import flat_body

    sent = entry.get("after") or flat_body(entry.get("body"))
    before, after = members_of(entry.get("before")), members_of(sent)
    names = entry.get("names") or {}
    every = dict.fromkeys([*before, *after])
    return [[name, f"{said(before.get(name), names)} → {said(after.get(name), names)}"] for name in every]


def _undo() -> Command:
    def run(state: State, numbers: Sequence[str], dry_run: bool, yes: bool) -> None:
        from didww_cli.workflows.journal.looking import chosen_entries
        from didww_cli.workflows.journal.undoing import named_by, undoable, undone

        state.check()
        everything = _entries(state)
        chosen = undoable(chosen_entries(everything, numbers), state.notice)
        for entry in chosen:
            state.name(named_by(entry))
        found = undone(state.client, chosen, everything)
        for one in found:
            if not one.update.request:
                for entry in one.entries:
                    state.notice(f"Entry {entry['n']}: {entry['name']} is as it was before it.")
        changing = [one for one in found if one.update.request]
        if changing:
            _carry_out(state, changing, many=len(found) > 1, dry_run=dry_run, yes=yes)

    numbers = argument("numbers", help="Which entries: numbers, or ranges (12-40).", many=True)
    numbers.metavar = "N..."
    text = "Put updates back as they were, the newest first, where what they wrote is still there. Asks first."
    examples = ["didww journal undo 3 --dry-run", "didww journal undo 3"]
    return Command("undo", run, help=text, params=[numbers, dry_run_option(), yes_option()], examples=examples)


def _carry_out(state: State, found: Sequence[Undo], *, many: bool, dry_run: bool, yes: bool) -> None:
    """Show what is put back, ask before any of it is sent, send it, show what came of it."""
    from didww_cli.commands.asking import show_requests
    from didww_cli.commands.verbs.results import same_command_goes_on
    from didww_cli.commands.verbs.updating import all_told, ask_for_update, show_changes
    from didww_cli.commands.verbs.warning import tell

    by_type: dict[str, list[Undo]] = {}
    for one in found:
        by_type.setdefault(one.resource.type, []).append(one)
    groups = [(undos, undos[0].resource, [one.update for one in undos]) for undos in by_type.values()]
    for _, resource, updates in groups:
        show_changes(state, resource, updates, by_name=many)
    for undos, resource, updates in groups:
        if dry_run:
            tell(state, all_told(state, resource, updates, yes=yes), by_name=len(updates) > 1)
        else:
            ask_for_update(state, resource, updates, _question(undos), yes=yes)
    if dry_run:
        show_requests(state, [one.update.request for one in found if one.update.request])
        return
    with same_command_goes_on(state):
        _send(state, found, many=many)


def _question(undos: Sequence[Undo]) -> str:
    from didww_cli.workflows.journal.looking import as_ranges

    numbers = sorted(entry["n"] for one in undos for entry in one.entries)
    before = f"{'entry' if len(numbers) == 1 else 'entries'} {', '.join(as_ranges(numbers))}"
    names = list(dict.fromkeys(str(one.entries[0]["name"]) for one in undos))
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    was = "it was" if len(names) == 1 else "they were"
    return f"Put {', '.join(names[:5])}{more} back as {was} before {before}?"


def _send(state: State, found: Sequence[Undo], *, many: bool) -> None:
    """Send what puts entries back, and show the records: by type, or all as one list where programs read it."""
    from didww_cli.commands.verbs.results import show_results, show_updated
    from didww_cli.workflows.writing.many import each
    from didww_cli.workflows.writing.writes import names_of_links

    done: dict[Resource, list[tuple[Update, dict[str, Any]]]] = {}

    def send(one: Undo) -> None:
        request = one.update.request
        assert request is not None
        names = names_of_links(one.resource, one.update)
        document = state.door.send(request, one.update.record, names) or one.update.document
        done.setdefault(one.resource, []).append((one.update, document))

    failure: PartlyDone | None = None
    try:
        each(found, send, what="records", name=lambda one: str(one.entries[0]["name"]), tell=state.notice)
    except PartlyDone as error:
        failure = error
    if state.output.tabular or len(done) == 1:
        for resource, pairs in done.items():
            show_updated(state, resource, pairs, many=many)
    else:
        documents = [document for pairs in done.values() for _, document in pairs]
        show_results(state, found[0].resource, documents, many=many)
    if failure:
        raise failure
