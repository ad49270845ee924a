"""``create``, ``update`` and ``delete`` of a resource, made from its entry in the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Attribute, Resource
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.bulk import Job, bulk_options, in_bulk, run_bulk
from didww_cli.commands.members import Member, drafted, flag_of, member_options, members_of
from didww_cli.commands.show import default_columns, show_list, show_one
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.waiting import REVIEWED, checked_timeout, rejection, reviewed, wait_options
from didww_cli.errors import DidwwError, NotFound, PartlyDone, Refused, UsageError
from didww_cli.output.text import MASK, raw_cell

if TYPE_CHECKING:
    from didww_cli.workflows.drafts import Draft
    from didww_cli.workflows.writes import Change, Update

CANCELS = "terminated"


def create_command(resource: Resource) -> Command:
    """``didww NOUN create``."""
    members = members_of(resource, "create")

    waits = resource.type in REVIEWED

    def run(state: State, dry_run: bool, wait: bool = False, wait_timeout: float | None = None, **values: Any) -> None:
        from didww_cli.workflows.writes import Linker, creation

        state.check()
        timeout = checked_timeout(wait_timeout, used=wait)
        many = in_bulk(**values)
        draft, _ = drafted(resource, "create", members, values)
        if many:
            run_bulk(Job(state, resource, "create", values, draft, dry_run))
            return
        require(resource, members, draft)
        with told_by_option(members):
            request = creation(resource, draft, Linker(state.client))
            if dry_run:
                show_requests(state, [request])
                return
            made = state.client.write(request.method, request.path, request.body)
        if wait and made:
            show_reviewed(state, resource, str(made["data"]["id"]), timeout)
        else:
            show_result(state, resource, made)

    params = [*member_options(members, "create"), *bulk_options("create"), dry_run_option()]
    params += wait_options("Wait for the review; exit 10 where it is rejected.") if waits else []
    return Command("create", run, help=f"Create {article(resource.singular)}.", params=params)


def require(resource: Resource, members: Sequence[Member], draft: Draft) -> None:
    """See that all is there that create requires; UsageError naming the options that are missing."""
    from didww_cli.workflows.writes import missing_members

    missing = []
    for part in missing_members(resource, draft):
        flags = [member.flag for member in members if part in (member.part, member.parent)]
        starts = [flag for flag in flags if flag in ("--sip-host", "--pstn-dst", "--auth")]
        missing.append(" or ".join(starts or flags[:1] or [f"--set {part.name}=…"]))
    if missing:
        raise UsageError(
            f"To create {article(resource.singular)}, {', '.join(missing)} must be given.",
            f"See 'didww {resource.noun} create --help'.",
        )


def article(name: str) -> str:
    """A name with its article."""
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def show_result(state: State, resource: Resource, document: dict[str, Any] | None) -> None:
    """Show the record that a write answered with."""
    from didww_cli.jsonapi.documents import records

    found = records(document or {}, {})
    if found:
        show_one(state, resource, found[0], document, None)


def show_reviewed(state: State, resource: Resource, identifier: str, timeout: float) -> None:
    """Wait for the review of a verification and show it; CheckFailed with the reasons where it was rejected."""
    state.notice(f"The {resource.singular} {identifier} is handed in.")
    document, approved = reviewed(state, resource, identifier, timeout)
    show_result(state, resource, document)
    if not approved:
        raise rejection(resource, document)


@contextmanager
def told_by_option(members: Sequence[Member]) -> Iterator[None]:
    """Tell the server's complaints by the options that the user typed."""
    try:
        yield
    except Refused as error:
        lines = []
        for one in error.errors:
            source = one.get("source")
            pointer = source.get("pointer") if isinstance(source, dict) else None
            flag = flag_of(members, pointer) if isinstance(pointer, str) else ""
            if flag:
                lines.append(f"{flag}: {one.get('title') or one.get('detail')}")
        error.hint = "\n".join(dict.fromkeys([*lines, *([error.hint] if error.hint else [])]))
        raise


def update_command(resource: Resource) -> Command:
    """``didww NOUN update REF... | --filter KEY=VALUE``."""
    members = members_of(resource, "update")

    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool, **values: Any) -> None:
        state.check()
        many = in_bulk(refs=refs, filters=filters, **values)
        draft, fixed = drafted(resource, "update", members, values)
        if many:
            run_bulk(Job(state, resource, "update", values, draft, dry_run, yes))
            return
        if draft.empty and values.get("data") is None:
            raise UsageError("There is nothing to change.", f"See 'didww {resource.noun} update --help'.")
        with told_by_option(members):
            change(state, resource, refs, filters, (draft, fixed), dry_run=dry_run, yes=yes)

    options = [*member_options(members, "update"), *bulk_options("update"), dry_run_option(), yes_option()]
    params = [*selection(resource), *options]
    return Command("update", run, help=f"Change one or more {resource.noun}; only what differs is sent.", params=params)


def selection(resource: Resource) -> list[Any]:
    """REFs, or ``--filter`` for all that match."""
    refs = argument("refs", help=f"Which ones: by {', '.join([*resource.lookup, 'id'])}.", many=True, required=False)
    refs.metavar = "[REF]..."
    many = option(
        "--filter", "-f", "filters", multiple=True, metavar="KEY=VALUE", help="All that match, instead of REFs."
    )
    return [refs, many] if "list" in resource.operations else [refs]


def chosen_documents(
    state: State, resource: Resource, refs: Sequence[str], filters: Sequence[str], query: Any
) -> list[dict[str, Any]]:
    """The documents of the records that REFs or filters choose; UsageError for both or neither."""
    from dataclasses import replace

    from didww_cli.commands.reading import read_documents
    from didww_cli.workflows.filters import parse_filters, sent_filters

    if bool(refs) == bool(filters):
        raise UsageError("Say which ones: by REF, or with --filter." + (" Not both." if refs else ""))
    if refs:
        return read_documents(state.client, resource, list(dict.fromkeys(refs)), query)
    conditions = parse_filters(resource, filters)
    found = []
    for sent in sent_filters(state.client, resource, conditions):
        for page in state.client.pages(resource, replace(query, filters=sent)):
            found += [{"data": data, "included": page.document.get("included", [])} for data in page.document["data"]]
    return found


def change(
    state: State,
    resource: Resource,
    refs: Sequence[str],
    filters: Sequence[str],
    wanted: tuple[Draft, dict[str, Any]],
    *,
    dry_run: bool,
    yes: bool,
    told_as: str = "",
) -> None:
    """Update what was chosen: read, compare, ask where needed, send the differences, show the results.

    ``told_as``: a word such as ``Canceled``, where each result is told on stderr instead of shown on stdout.
    """
    from didww_cli.workflows.writes import Linker, reading_query, update_of

    draft, fixed = wanted
    documents = chosen_documents(state, resource, refs, filters, reading_query(resource, [draft]))
    linker = Linker(state.client)
    updates = [update_of(resource, document, draft, linker, fixed) for document in documents]
    requests = [update.request for update in updates if update.request]
    if dry_run:
        show_changes(state, resource, updates)
        show_requests(state, requests)
        return
    show_changes(state, resource, updates)
    ask_for_update(state, resource, updates, by_filter=bool(filters), yes=yes)
    results: list[tuple[dict[str, Any], dict[str, Any]]] = []
    failure: PartlyDone | None = None
    try:
        send_each(state, resource, updates, results)
    except PartlyDone as error:
        failure = error
    if told_as:
        for record, _ in results:
            state.notice(f"{told_as} {named(resource, [record])}.")
    elif filters or len(refs) > 1:
        found = [record for record, _ in results]
        show_list(state, found, default_columns(resource), document=lambda: _joined(results))
    elif results:
        show_one(state, resource, results[0][0], results[0][1], None)
    if failure:
        raise failure


def _joined(results: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    return {"data": [document.get("data") for _, document in results]}


def ask_for_update(state: State, resource: Resource, updates: Sequence[Update], *, by_filter: bool, yes: bool) -> None:
    """Ask before many records found by a filter are changed, and before a DID is given up."""
    changing = [update for update in updates if update.request]
    cancels = [u for u in changing if any(c.name == CANCELS and c.after is True for c in u.changes)]
    if cancels:
        confirm(state, f"Cancel {named(resource, [update.record for update in cancels])}?", yes=yes)
    elif by_filter and changing:
        confirm(state, f"Change {len(changing):,} of {len(updates):,} {resource.noun}?", yes=yes)


def named(resource: Resource, records: Sequence[dict[str, Any]]) -> str:
    """Some records by name: the first five, and how many more there are."""
    from didww_cli.workflows.references import label

    names = [label(record, resource) for record in records[:5]]
    more = f" and {len(records) - 5:,} more" if len(records) > 5 else ""
    what = resource.singular if len(records) == 1 else f"{len(records):,} {resource.noun}:"
    return f"{what} {', '.join(names)}{more}"


def show_changes(state: State, resource: Resource, updates: Sequence[Update]) -> None:
    """``before → after`` of each member, on stderr."""
    from didww_cli.workflows.references import label

    for update in updates:
        name = f"{label(update.record, resource)}: " if len(updates) > 1 else ""
        for one in update.changes:
            state.notice(
                f"{name}{one.name}: {shown_value(resource, one, one.before)} → {shown_value(resource, one, one.after)}"
            )
        if not update.changes:
            state.notice(f"{name}nothing changes.")


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
    return ", ".join(map(raw_cell, value)) if isinstance(value, list) else raw_cell(value)


def _member(attribute: Attribute, name: str) -> Attribute | None:
    return next((found for variant in attribute.variants if (found := variant.attribute(name))), None)


def send_each(
    state: State,
    resource: Resource,
    updates: Sequence[Update],
    results: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    """Send the updates one after another; ``results`` gets the records and documents as they are then.

    One that is refused does not keep the others from being tried; PartlyDone tells of it at the end. Any other failure
    ends the run.
    """
    from didww_cli.jsonapi.documents import records

    def send(update: Update) -> None:
        document = update.document
        if update.request:
            document = state.client.write("PATCH", update.request.path, update.request.body) or update.document
        results.append((records(document, {})[0], document))

    each(state, resource, updates, lambda update: update.record, send)


def each(
    state: State,
    resource: Resource,
    items: Sequence[Any],
    record: Callable[[Any], dict[str, Any]],
    act: Callable[[Any], None],
) -> None:
    """Do something to each of some records. One alone fails as it fails; of several, what failed is told at the end."""
    from didww_cli.workflows.references import label

    failures: list[DidwwError] = []
    done = 0
    for item in items:
        try:
            act(item)
            done += 1
        except (Refused, NotFound) as error:
            if len(items) == 1:
                raise
            failures.append(error)
            state.notice(f"{label(record(item), resource)}: {error.message}")
        except DidwwError as error:
            if done or failures:
                error.message += f" ({done} of {len(items)} were done before.)"
            raise
    if failures and not done:
        raise failures[0]
    if failures:
        errors = [one for failure in failures for one in failure.errors]
        raise PartlyDone(f"{done} of {len(items)} {resource.noun} are done; {len(failures)} failed.", errors=errors)


def delete_command(resource: Resource, name: str = "delete", verb: str = "Delete") -> Command:
    """``didww NOUN delete REF... | --filter KEY=VALUE``; under another name where the API's DELETE means that."""

    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool, **values: Any) -> None:
        from didww_cli.jsonapi.client import ListQuery, quoted
        from didww_cli.jsonapi.documents import records
        from didww_cli.workflows.drafts import Draft
        from didww_cli.workflows.writes import Request

        state.check()
        if in_bulk(refs=refs, filters=filters, **values):
            run_bulk(Job(state, resource, "delete", values, Draft(), dry_run, yes, verb))
            return
        documents = chosen_documents(state, resource, refs, filters, ListQuery(include=memberships(resource)))
        found = [records(document, {})[0] for document in documents]
        requests = [Request("DELETE", f"{resource.path}/{quoted(str(record['id']))}") for record in found]
        if dry_run:
            show_requests(state, requests)
            return
        if not found:
            state.notice("Nothing matches; nothing was sent.")
            return
        if not yes:
            show_memberships(state, resource, documents)
            show_dependents(state, resource, found)
        confirm(state, f"{verb} {named(resource, found)}?", yes=yes)
        paths = {id(record): request.path for record, request in zip(found, requests, strict=True)}

        def remove(record: dict[str, Any]) -> None:
            state.client.write("DELETE", paths[id(record)])
            state.notice(f"{verb.removesuffix('e')}{'led' if verb == 'Cancel' else 'ed'} {named(resource, [record])}.")

        each(state, resource, found, lambda record: record, remove)

    params = [*selection(resource), *bulk_options("delete"), dry_run_option(), yes_option()]
    return Command(name, run, help=f"{verb} one or more {resource.noun}. Asks first.", params=params)


def memberships(resource: Resource) -> tuple[str, ...]:
    """The relationships through which a record is a member of another: a trunk of its group."""
    from didww_cli.catalog import BY_TYPE

    return tuple(
        name
        for name in resource.includes
        if (link := resource.relationship(name))
        and not link.many
        and any(back.many and resource.type in back.to for back in BY_TYPE[link.target].relationships)
    )


def show_memberships(state: State, resource: Resource, documents: Sequence[dict[str, Any]]) -> None:
    """What some records are members of, on stderr, before the question."""
    from didww_cli.catalog import BY_TYPE
    from didww_cli.jsonapi.documents import include_tree, records
    from didww_cli.workflows.references import label

    names = memberships(resource)
    for document in documents:
        record = records(document, include_tree(names))[0]
        for name in names:
            if isinstance(record.get(name), dict):
                target = BY_TYPE[record[name]["type"]]
                state.notice(
                    f"{label(record, resource)} belongs to the {target.singular} {label(record[name], target)}"
                )


def show_dependents(state: State, resource: Resource, found: Sequence[dict[str, Any]]) -> None:
    """What depends on some records, on stderr, before the question."""
    from didww_cli.workflows.dependents import dependents

    for one in dependents(state.client, resource, [str(record["id"]) for record in found]):
        more = f" and {one.total - len(one.names):,} more" if one.total > len(one.names) else ""
        state.notice(f"Depends on it: {one.total:,} {one.noun} ({', '.join(one.names)}{more})")


def write_verbs(resource: Resource) -> dict[str, Command]:
    """The writing commands of a resource, as far as the API has them."""
    makers: dict[str, Callable[[Resource], Command]] = {
        "create": create_command,
        "update": update_command,
        "delete": delete_command,
    }
    return {verb: make(resource) for verb, make in makers.items() if verb in resource.operations}
