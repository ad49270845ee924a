"""``didww NOUN create``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.examples import examples_of
from didww_cli.catalog.model import Attribute, Relationship, Resource
from didww_cli.commands.asking import dry_run_option, show_requests, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.verbs.members import Member, drafted, member_options, members_of
from didww_cli.commands.verbs.results import show_result, told_by_option
from didww_cli.commands.verbs.warning import ask_for_creation, tell, told_of_creation
from didww_cli.commands.waiting import checked_timeout, ended, wait_options, waiting_line
from didww_cli.errors import DidwwError, UsageError
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.writing.drafts import Draft


def create_command(resource: Resource) -> Command:
    """``didww NOUN create``."""
    members = members_of(resource, "create")

    def run(
        state: State, dry_run: bool, yes: bool, wait: bool = False, wait_timeout: float | None = None, **values: Any
    ) -> None:
        from didww_cli.workflows.writing.drafts import named_in
        from didww_cli.workflows.writing.linking import Linker
        from didww_cli.workflows.writing.writes import creation, links_by_name

        state.check()
        timeout = checked_timeout(wait_timeout, used=wait)
        draft, _ = drafted(resource, "create", members, values)
        require(resource, members, draft)
        state.name(named_in(resource, draft))
        with told_by_option(members, f"The {resource.singular}"):
            linker = Linker(state.client)
            request = creation(resource, draft, linker)
            if dry_run:
                tell(state, told_of_creation(state, resource, [request], yes=yes), by_name=False)
                show_requests(state, [request])
                return
            ask_for_creation(state, resource, [request], yes=yes)
            made = state.door.send(request)
        if wait and made:
            show_reviewed(state, resource, str(made["data"]["id"]), timeout)
        else:
            show_result(state, resource, made, links_by_name(request, linker))

    params = [*member_options(members, "create"), dry_run_option(), yes_option()]
    params += wait_options("Wait for the review; exit 10 where it is rejected.") if resource.ends.done else []
    text = f"Create {article(resource.singular)}."
    return Command("create", run, help=text, params=params, examples=examples_of(resource, "create"))


def require(resource: Resource, members: Sequence[Member], draft: Draft) -> None:
    """See that all is there that create requires; UsageError naming the options that are missing."""
    from didww_cli.workflows.writing.demands import missing_members

    missing = []
    for part in missing_members(resource, draft):
        missing.append(" or ".join(starts(members, part) or [f"--set {part.name}=…"]))
    if missing:
        raise UsageError(
            f"To create {article(resource.singular)}, {', '.join(missing)} must be given.",
            f"See 'didww {resource.noun} create --help'.",
        )


def starts(members: Sequence[Member], part: Attribute | Relationship) -> list[str]:
    """The options by which a member may be begun: its own, that of its kind, or the first of each kind."""
    own = [member.flag for member in members if part in (member.part, member.parent)]
    if isinstance(part, Relationship) or part.kind_option or not part.variants:
        return own[:1]
    kinds = [
        [one.flag for one in members if one.parent == part and one.part in kind.attributes] for kind in part.variants
    ]
    return [flags[0] for flags in kinds if flags]


def article(name: str) -> str:
    """A name with its article."""
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def show_reviewed(state: State, resource: Resource, identifier: str, timeout: float) -> None:
    """Wait for the review of a verification and show it as it then is; CheckFailed with the reasons where it was
    rejected.
    """
    told = f"The {resource.singular} {identifier} is handed in"
    state.notice(f"{told}.")
    go_on = waiting_line(state, resource, identifier)
    try:
        document, failure = ended(state, resource, identifier, timeout)
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. {told}. Wait for its review with:\n{go_on}")
        raise
    except DidwwError as error:
        error.message = f"{told}, but how far it is could not be read: {error.message}"
        error.hint = f"Go on with: {go_on}"
        raise
    show_result(state, resource, document)
    if failure:
        raise failure
