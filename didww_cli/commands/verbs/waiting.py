"""``wait``: until what takes time has ended."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Mapping, Sequence

from didww_cli.catalog.model import Resource
from didww_cli.commands.given import references
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.typed import command_line
from didww_cli.commands.verbs.getting import get_and_show
from didww_cli.commands.waiting import WAIT, checked_timeout, ended, timeout_option
from didww_cli.errors import CheckFailed, DidwwError, ExitCode, WaitTimedOut


def wait_command(resource: Resource, then: Callable[[State, str], None] | None = None) -> Command:
    """``didww NOUN wait REF...``. ``then`` shows what else there is of each that ended well, by its id."""

    def run(state: State, refs: Sequence[str], wait_timeout: float | None) -> None:
        from didww_cli.workflows.reading.references import resolve

        state.check()
        timeout = checked_timeout(wait_timeout, used=True)
        identifiers = resolve(state.client, resource, refs)
        called = dict(zip(identifiers, refs, strict=True))
        failures = _failures(state, resource, called, timeout)
        get_and_show(state, resource, [f"id:{one}" for one in called], (), ())
        for identifier in called:
            if then and identifier not in failures:
                then(state, identifier)
        if failures:
            raise _joined(state, {called[one]: failure for one, failure in failures.items()})

    refs = references(f"Which ones: by {', '.join([*resource.lookup, 'id'])}.")
    ends = resource.ends
    return Command(
        WAIT,
        run,
        help=f"Wait until it is {ends.done}, and show it. Several have the time together.\n\nExit code "
        f"{ExitCode.CHECK_FAILED} where it ends as {' or '.join(ends.failed)}, {ExitCode.WAIT_TIMED_OUT} where the "
        "time runs out.",
        params=[refs, timeout_option()],
        examples=[f"didww {resource.noun} {WAIT} REF --wait-timeout 60"],
    )


def _failures(state: State, resource: Resource, called: Mapping[str, str], timeout: float) -> dict[str, DidwwError]:
    """What did not end well, by id. ``called``: ids, and what the user calls them."""
    found, start = {}, time.monotonic()
    for identifier, ref in called.items():
        _, failure = ended(state, resource, identifier, timeout, since=start, called=ref)
        if failure:
            found[identifier] = failure
    return found


def _joined(state: State, failures: Mapping[str, DidwwError]) -> DidwwError:
    """Several failures, by reference, as one: an end that will not change weighs more than one that has not come."""
    ends = [one for one in failures.values() if isinstance(one, CheckFailed)]
    left = [ref for ref, one in failures.items() if isinstance(one, WaitTimedOut)]
    hints = [one.hint for one in ends]
    if left:
        hints.append(f"Go on with: {command_line(state, [], {})} {shlex.join(left)}")
    kind = CheckFailed if ends else WaitTimedOut
    return kind("\n".join(one.message for one in failures.values()), "\n".join(dict.fromkeys(filter(None, hints))))
