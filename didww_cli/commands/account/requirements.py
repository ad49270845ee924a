"""``check`` of a requirement: whether an identity and an address fulfil it."""

from __future__ import annotations

from didww_cli.catalog import request_about
from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import dry_run_option, show_requests, yes_option
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import CheckFailed, Refused, UsageError


def check_command(resource: Resource, example: str) -> Command:
    """``didww address-requirements check`` and ``didww emergency requirements check``."""
    validation = request_about(resource.type)
    checked = [link for link in validation.relationships if link.name != validation.about]
    options = [option(f"--{link.name}", metavar="REF", help=link.help) for link in checked]

    def run(state: State, ref: str, dry_run: bool, **given: str | None) -> None:
        from didww_cli.workflows.documents.requirements import complaints
        from didww_cli.workflows.writing.drafts import Draft, Links
        from didww_cli.workflows.writing.linking import Linker
        from didww_cli.workflows.writing.writes import creation

        state.check()
        if all(value is None for value in given.values()):
            raise UsageError(f"Say what to check: {', '.join(one.opts[0] for one in options)} or both.")
        wanted = {validation.about: ref, **given}
        draft = Draft(links={name: Links([value]) for name, value in wanted.items() if value is not None})
        request = creation(validation, draft, Linker(state.client))
        if dry_run:
            show_requests(state, [request])
            return
        refused = complaints(state.door, request)
        failure = missing(resource, refused) if refused else None
        show_data(state, {"valid": failure is None, "errors": failure.errors if failure else []})
        if failure:
            raise failure
        state.notice(f"The {resource.singular} is fulfilled.")

    params = [
        argument("ref", help="Which requirement: by id."),
        *options,
        dry_run_option(),
        yes_option(asks=False),
    ]
    text = f"See whether an identity and an address fulfil an {resource.singular}."
    return Command("check", run, help=text, params=params, examples=[f"didww {resource.noun} check {example}"])


def missing(resource: Resource, error: Refused) -> CheckFailed:
    """The server's 422 as the answer of a check: what is missing."""
    lines = [str(one.get("title") or one.get("detail")) for one in error.errors] or [error.message]
    return CheckFailed(
        f"The {resource.singular} is not fulfilled: {'; '.join(lines)}.", status=error.status, errors=error.errors
    )
