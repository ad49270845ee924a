"""``check`` of a requirement: whether an identity and an address fulfil it."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import dry_run_option, show_requests, yes_option
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import CheckFailed, Refused, UsageError


def check_command(resource: Resource) -> Command:
    """``didww address-requirements check`` and ``didww emergency requirements check``."""
    validation = BY_TYPE[f"{resource.type.removesuffix('s')}_validations"]
    link = resource.type.removesuffix("s")

    def run(state: State, ref: str, identity: str | None, address: str | None, dry_run: bool) -> None:
        from didww_cli.workflows.writing.drafts import Draft, Links
        from didww_cli.workflows.writing.linking import Linker
        from didww_cli.workflows.writing.writes import creation

        state.check()
        if identity is None and address is None:
            raise UsageError("Say what to check: --identity, --address or both.")
        given = {link: ref, "identity": identity, "address": address}
        draft = Draft(links={name: Links([value]) for name, value in given.items() if value is not None})
        request = creation(validation, draft, Linker(state.client))
        if dry_run:
            show_requests(state, [request])
            return
        failure = None
        try:
            state.door.send(request)
        except Refused as error:
            if error.status != 422:
                raise
            failure = missing(resource, error)
        show_data(state, {"valid": failure is None, "errors": failure.errors if failure else []})
        if failure:
            raise failure
        state.notice(f"The {resource.singular} is fulfilled.")

    params = [
        argument("ref", help="Which requirement: by id."),
        option("--identity", metavar="REF", help="Identity to check."),
        option("--address", metavar="REF", help="Address to check."),
        dry_run_option(),
        yes_option(asks=False),
    ]
    return Command(
        "check", run, help=f"See whether an identity and an address fulfil an {resource.singular}.", params=params
    )


def missing(resource: Resource, error: Refused) -> CheckFailed:
    """The server's 422 as the answer of a check: what is missing."""
    lines = [str(one.get("title") or one.get("detail")) for one in error.errors] or [error.message]
    return CheckFailed(
        f"The {resource.singular} is not fulfilled: {'; '.join(lines)}.", status=error.status, errors=error.errors
    )
