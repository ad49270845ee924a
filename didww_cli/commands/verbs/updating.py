"""``didww NOUN update``: read, compare, ask where needed, send the differences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.examples import examples_of
from didww_cli.catalog.model import Attribute, Resource
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.given import refuse_two_inputs
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.verbs.choosing import chosen_documents, each, selection
from didww_cli.commands.verbs.members import drafted, member_options, members_of
from didww_cli.commands.verbs.moves import Moves, tell_moves
from didww_cli.commands.verbs.results import show_updated, told_by_option
from didww_cli.commands.verbs.warning import Told, question_of, tell
from didww_cli.errors import PartlyDone, Refused, UsageError
from didww_cli.masking import MASK
from didww_cli.output.text import in_a_line, raw_cell

if TYPE_CHECKING:
    from didww_cli.workflows.writing.drafts import Draft
    from didww_cli.workflows.writing.writes import Change, Update


def update_command(resource: Resource) -> Command:
    """``didww NOUN update REF... | --filter KEY=VALUE``."""
    members = members_of(resource, "update")

    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool, **values: Any) -> None:
        state.check()
        refuse_two_inputs(refs, values.get("data"))
        draft, fixed = drafted(resource, "update", members, values)
        if draft.empty and values.get("data") is None:
            raise UsageError("There is nothing to change.", f"See 'didww {resource.noun} update --help'.")
        with told_by_option(members):
            change(state, resource, refs, filters, (draft, fixed), dry_run=dry_run, yes=yes)

    options = [*member_options(members, "update"), dry_run_option(), yes_option()]
    params = [*selection(resource), *options]
    text = f"Change one or more {resource.noun}; only what differs is sent."
    return Command("update", run, help=text, params=params, examples=examples_of(resource, "update"))


def change(
    state: State,
    resource: Resource,
    refs: Sequence[str],
    filters: Sequence[str],
    wanted: tuple[Draft, dict[str, Any]],
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    """Update what was chosen: read, compare, ask where needed, send the differences, show the results."""
    from didww_cli.workflows.reading.references import many
    from didww_cli.workflows.writing.drafts import named_in
    from didww_cli.workflows.writing.linking import Linker
    from didww_cli.workflows.writing.writes import reading_query, update_of

    draft, fixed = wanted
    state.name(named_in(resource, draft))
    documents = chosen_documents(state, resource, refs, filters, reading_query(resource, [draft]))
    linker = Linker(state.client)
    updates = [update_of(resource, document, draft, linker, fixed) for document in documents]
    carry_out(state, resource, updates, dry_run=dry_run, yes=yes, by_filter=bool(filters), many=many(refs))


def carry_out(
    state: State,
    resource: Resource,
    updates: Sequence[Update],
    *,
    dry_run: bool,
    yes: bool,
    by_filter: bool,
    many: bool,
    moves: Moves | None = None,
) -> None:
    """Show what updates change and lead to, ask where needed, send them, show the results.

    ``moves``: counts what changes, in place of a line for each.
    """
    question = ""
    if moves:
        moves.take(updates)
        question = tell_moves(state, moves)
    else:
        show_changes(state, resource, updates)
    if dry_run:
        tell(state, all_told(state, resource, updates, yes=yes), by_name=len(updates) > 1)
        show_requests(state, [update.request for update in updates if update.request])
        return
    if by_filter and not question:
        question = f"Change {sum(bool(one.request) for one in updates):,} of {len(updates):,} {resource.noun}?"
    ask_for_update(state, resource, updates, question, yes=yes)
    done: list[tuple[Update, dict[str, Any]]] = []
    failure: PartlyDone | None = None
    try:
        send_each(state, resource, updates, done)
    except PartlyDone as error:
        failure = error
    except Refused:
        state.notice("Nothing was changed.")
        raise
    show_updated(state, resource, done, many=by_filter or many)
    if failure:
        raise failure


def ask_for_update(state: State, resource: Resource, updates: Sequence[Update], otherwise: str, *, yes: bool) -> None:
    """Tell what updates lead to, and ask before that costs, cancels or takes something away; ``otherwise`` is asked, if
    anything, where it does not.
    """
    told = all_told(state, resource, updates, yes=yes)
    tell(state, told, by_name=len(updates) > 1)
    question = question_of(resource, told) or otherwise
    if question and any(update.request for update in updates):
        confirm(state, question, yes=yes)


def all_told(state: State, resource: Resource, updates: Sequence[Update], *, yes: bool) -> Told:
    """What some updates lead to, and what they take from something else."""
    from didww_cli.workflows.writing.consequences import taken_or_told

    requests = [update.request for update in updates if update.request]
    told = remarks_of(resource, [update for update in updates if update.request])
    return told + [({}, remark) for remark in taken_or_told(state.client, resource, requests, yes=yes)]


def remarks_of(resource: Resource, updates: Sequence[Update]) -> Told:
    """What some updates lead to."""
    from didww_cli.workflows.writing.consequences import of_update

    return [(update.record, remark) for update in updates for remark in of_update(resource, update)]


def show_changes(state: State, resource: Resource, updates: Sequence[Update], *, by_name: bool = False) -> None:
    """``before → after`` of each member, on stderr; of several, or ``by_name``, behind the name of the record."""
    from didww_cli.catalog.links import label

    for update in updates:
        name = f"{label(update.record, resource)}: " if by_name or len(updates) > 1 else ""
        for text in update.missing:
            state.notice(f"{name}{text}")
        for one in update.changes:
            if one.before == one.after:  # sent with what goes with it
                continue
            state.notice(
                f"{name}{one.name}: {shown_value(resource, one, one.before)} → {shown_value(resource, one, one.after)}"
            )
    if len(updates) == 1 and not updates[0].request:
        state.notice("nothing changes.")


def shown_value(resource: Resource, one: Change, value: Any) -> str:
    """A value before or after a change, for people: codes by name, secrets masked."""
    if value is None or value == []:
        return "none"
    if one.secret:
        return MASK
    head, _, rest = one.name.partition(".")
    attribute = resource.attribute(head)
    member = _member(attribute, rest) if attribute and rest else attribute
    if member and member.codes:
        from didww_cli.catalog.codes import name_of

        return ", ".join(name_of(member.codes, number) for number in (value if isinstance(value, list) else [value]))
    return in_a_line(", ".join(map(raw_cell, value)) if isinstance(value, list) else raw_cell(value))


def _member(attribute: Attribute, name: str) -> Attribute | None:
    return next((found for variant in attribute.variants if (found := variant.attribute(name))), None)


def send_each(
    state: State, resource: Resource, updates: Sequence[Update], done: list[tuple[Update, dict[str, Any]]]
) -> None:
    """Send the updates one after another; ``done`` gets each with the document of the record as it is then.

    One that is refused does not keep the others from being tried; PartlyDone tells of it at the end. Any other failure
    ends the run.
    """

    from didww_cli.workflows.writing.writes import names_of_links

    def send(update: Update) -> None:
        document = update.document
        if update.request:
            names = names_of_links(resource, update)
            document = state.door.send(update.request, update.record, names) or update.document
        done.append((update, document))

    each(state, resource, updates, lambda update: update.record, send)
