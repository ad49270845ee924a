"""``--wait``: its options, and waiting until something has ended."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.commands.typed import for_account
from didww_cli.errors import CheckFailed, DidwwError, UsageError, WaitTimedOut

WAIT = "wait"
"""The verb that waits for what takes time."""


def wait_options(what: str) -> list[Any]:
    """``--wait`` and ``--wait-timeout``; ``what`` is the help of the first."""
    return [option("--wait", type=bool, help=what), timeout_option()]


def timeout_option() -> Any:
    """``--wait-timeout``."""
    return option("--wait-timeout", type=float, metavar="SECONDS", help="Time to wait at most; 600 by default.")


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


def waiting_line(state: State, resource: Resource, identifier: str) -> str:
    """The command that waits for it."""
    return for_account(state, f"didww {resource.noun} {WAIT} {identifier}")


def ended(
    state: State,
    resource: Resource,
    identifier: str,
    timeout: float,
    *,
    since: float | None = None,
    called: str = "",
) -> tuple[dict[str, Any], DidwwError | None]:
    """The document of what takes time as it was last read, and the failure that its end is, if any: CheckFailed where
    it ended otherwise than wanted, WaitTimedOut after ``timeout`` seconds (from a reading of the monotonic clock,
    ``since``, or from now). ``called``: what the user calls it, for messages.
    """
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.reading.waiting import is_done, wait_for

    latest: dict[str, Any] = {}

    def read() -> dict[str, Any]:
        latest.update(state.client.get(resource, identifier))
        return records(latest, {})[0]

    with state.progress() as progress:
        try:
            wait_for(
                read,
                is_done(resource.ends),
                timeout=timeout,
                since=since,
                sleep=state.client.transport.pause,
                progress=lambda found, waited: progress.update(f"{found.get('status')} for {waited:.0f} s …"),
                what=f"The {resource.singular} {called or identifier}",
                go_on=waiting_line(state, resource, identifier),
            )
        except CheckFailed:
            return latest, _other_end(resource, latest)
        except WaitTimedOut as error:
            return latest, error
    return latest, None


def _other_end(resource: Resource, document: dict[str, Any]) -> CheckFailed:
    """The failure that another end than the wanted one is, with what is said of why."""
    from didww_cli.catalog.links import label
    from didww_cli.jsonapi.documents import records

    record = records(document, {})[0]
    what = f"The {resource.singular} {label(record, resource)} is {record.get('status')}"
    if not resource.ends.reasons:
        return CheckFailed(f"{what}, not {resource.ends.done}.")
    said = [record.get(name) or [] for name in resource.ends.reasons]
    reasons = [str(one).rstrip(".") for some in said for one in (some if isinstance(some, list) else [some])]
    return CheckFailed(
        f"{what}: {'; '.join(reasons) or 'no reason is given'}.",
        "Mend that, then create another one: it cannot be changed.",
    )
