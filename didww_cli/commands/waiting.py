"""``--wait``: its options, and waiting for the review of a verification."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import CheckFailed, UsageError


def wait_options(what: str) -> list[Any]:
    """``--wait`` and ``--wait-timeout``; ``what`` is the help of the first."""
    return [
        option("--wait", type=bool, help=what),
        option("--wait-timeout", type=float, metavar="SECONDS", help="Time to wait at most; 600 by default."),
    ]


def checked_timeout(given: float | None, *, used: bool) -> float:
    """Seconds to wait at most; UsageError where nothing is waited for."""
    from didww_cli.workflows.reading.waiting import WAIT_TIMEOUT

    if given is None:
        return WAIT_TIMEOUT
    if not used:
        raise UsageError("--wait-timeout needs --wait.")
    if not given >= 0:
        raise UsageError("--wait-timeout must be 0 or more.")
    return given


def reviewed(state: State, resource: Resource, identifier: str, timeout: float) -> tuple[dict[str, Any], bool]:
    """The document of a verification once it was reviewed, and whether it was approved."""
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.reading.waiting import wait_for

    latest: dict[str, Any] = {}

    def read() -> dict[str, Any]:
        latest.update(state.client.get(resource, identifier))
        return records(latest, {})[0]

    with state.progress() as progress:
        record = wait_for(
            read,
            lambda found: found.get("status") in (resource.ends.done, *resource.ends.failed),
            timeout=timeout,
            sleep=state.client.transport.pause,
            progress=lambda found, waited: progress.update(f"{found.get('status')} for {waited:.0f} s …"),
            what=f"The {resource.singular}",
            go_on=f"didww {resource.noun} get {identifier}",
        )
    return latest, record.get("status") == resource.ends.done


def rejection(resource: Resource, document: dict[str, Any]) -> CheckFailed:
    """The failure that a rejected verification is, with the reviewer's reasons."""
    from didww_cli.jsonapi.documents import records

    record = records(document, {})[0]
    said = [record.get(name) or [] for name in resource.ends.reasons]
    reasons = [str(one) for some in said for one in (some if isinstance(some, list) else [some])]
    told = "; ".join(reasons) or "no reason is given"
    return CheckFailed(
        f"The {resource.singular} was rejected: {told}.", "Mend that, then create another one: it cannot be changed."
    )
