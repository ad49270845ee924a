"""``didww journal list|show|undo``: what this machine wrote, and putting it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from didww_cli.catalog.members import Attribute
from didww_cli.catalog.model import DATETIME
from didww_cli.catalog.paths import Column
from didww_cli.commands.asking import confirm, dry_run_option, yes_option
from didww_cli.commands.show import show_data, show_list, tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import CheckFailed, NotFound, Refused, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.journal.looking import Entry

COLUMNS = ("n", "time", "action", "what", "name", "outcome", "command")
TIMES = {"time": Attribute("time", DATETIME)}
"""Those that hold a time, which is what a journal is read by."""


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
        columns = [Column(name, (), (name,), (), TIMES.get(name), asked=name in TIMES) for name in COLUMNS]
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
    """``before → after`` of each member."""
    from didww_cli.workflows.journal.looking import members_of, said

    before, after = (members_of(entry.get(name)) for name in ("before", "after"))
    names = entry.get("names") or {}
    every = dict.fromkeys([*before, *after])
    return [[name, f"{said(before.get(name), names)} → {said(after.get(name), names)}"] for name in every]


def _entry_name(entry: Entry) -> str:
    return f"Entry {entry['n']}"


def _undo() -> Command:
    def run(state: State, numbers: Sequence[str], dry_run: bool, yes: bool) -> None:
        from didww_cli.commands.verbs.updating import carry_out
        from didww_cli.workflows.journal.looking import chosen_entries, resource_of
        from didww_cli.workflows.journal.undoing import named_by, undo_of
        from didww_cli.workflows.writing.many import each

        state.check()
        everything = _entries(state)
        chosen = chosen_entries(everything, numbers)
        for entry in chosen:
            state.name(named_by(entry))
        several = len(chosen) > 1
        if several and not dry_run:
            confirm(state, f"Put {len(chosen):,} updates back as they were before them?", yes=yes)

        def put_back(entry: Entry) -> None:
            update, resource = undo_of(state.client, entry, everything), resource_of(entry)
            assert resource is not None
            if not update.request:
                state.notice(f"Entry {entry['n']}: {entry['name']} is as it was before it.")
                return
            question = "" if several else f"Put {entry['name']} back as it was before entry {entry['n']}?"
            carry_out(
                state, resource, [update], dry_run=dry_run, yes=yes, by_filter=False, many=False, question=question
            )

        if dry_run:
            for entry in chosen:
                put_back(entry)
            return
        stays = (CheckFailed, NotFound, Refused, UsageError)
        each(chosen, put_back, what="updates", name=_entry_name, tell=state.notice, done="are put back", stays=stays)

    numbers = argument("numbers", help="Which entries: numbers, or ranges (12-40).", many=True)
    numbers.metavar = "N..."
    text = "Put updates back as they were, the newest first, where what they wrote is still there. Asks first."
    examples = ["didww journal undo 3 --dry-run", "didww journal undo 3"]
    return Command("undo", run, help=text, params=[numbers, dry_run_option(), yes_option()], examples=examples)
