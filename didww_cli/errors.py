"""The ways in which the tool fails, and the exit code of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """Exit codes; scripts depend on them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_ACCESS = 3
    NOT_FOUND = 4
    REFUSED = 5
    RATE_LIMITED = 6
    NETWORK = 7
    OUTCOME_UNKNOWN = 8
    NOT_CONFIRMED = 9
    CHECK_FAILED = 10
    WAIT_TIMED_OUT = 11
    PARTLY_DONE = 12
    INTERRUPTED = 130


class DidwwError(Exception):
    """A failure that the user is told about: what was tried, what came back, and in ``hint`` what to do next.

    ``status`` is the HTTP status and ``errors`` the API's error objects, where the server answered.
    """

    kind = "failed"
    exit_code = ExitCode.FAILED

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        status: int | None = None,
        errors: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status
        self.errors = [dict(error) for error in errors]
        self.as_json: bool | None = None
        """Whether the command wanted errors as JSON; None where the failure came before that was known."""


class UsageError(DidwwError):
    """The command line is wrong; nothing was sent."""

    kind = "usage"
    exit_code = ExitCode.USAGE


class ConfigError(UsageError):
    """The configuration file cannot be read or used."""

    kind = "config"


class NoAccess(DidwwError):
    """There is no key, or the server refused it (401, 403). ``sent``: the credential that it refused, never shown."""

    kind = "no_access"
    exit_code = ExitCode.NO_ACCESS
    sent = ""


class ReadOnly(NoAccess):
    """A profile that can only read was to write; nothing was sent."""

    kind = "read_only"


class NotFound(DidwwError):
    """Nothing is there under that name or id."""

    kind = "not_found"
    exit_code = ExitCode.NOT_FOUND


class Ambiguous(DidwwError):
    """A name fits several things."""

    kind = "ambiguous"
    exit_code = ExitCode.NOT_FOUND


class Refused(DidwwError):
    """The server refused the request as invalid (400, 422, insufficient funds, other 4xx)."""

    kind = "refused"
    exit_code = ExitCode.REFUSED


class RateLimited(DidwwError):
    """Still 429 after the retries."""

    kind = "rate_limited"
    exit_code = ExitCode.RATE_LIMITED


class NetworkFailure(DidwwError):
    """No connection, no answer in time, a broken answer, or 5xx after the retries."""

    kind = "network"
    exit_code = ExitCode.NETWORK


class OutcomeUnknown(DidwwError):
    """A write was sent and its answer lost: it may have happened. ``reason``: what became of the answer, if known."""

    kind = "outcome_unknown"
    exit_code = ExitCode.OUTCOME_UNKNOWN
    reason = ""


class NotConfirmed(DidwwError):
    """A confirmation was needed and not given."""

    kind = "not_confirmed"
    exit_code = ExitCode.NOT_CONFIRMED


class CheckFailed(DidwwError):
    """The check says no: signature invalid, verification rejected, a wait that ended in another state."""

    kind = "check_failed"
    exit_code = ExitCode.CHECK_FAILED


class WaitTimedOut(DidwwError):
    """``--wait`` ran out of time."""

    kind = "wait_timed_out"
    exit_code = ExitCode.WAIT_TIMED_OUT


class PartlyDone(DidwwError):
    """Of several items some are done and some failed."""

    kind = "partly_done"
    exit_code = ExitCode.PARTLY_DONE


class Stopped(KeyboardInterrupt):
    """A signal other than Ctrl-C ended the run (SIGTERM, SIGHUP); what is interrupted by Ctrl-C is by this too."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal
        self.exit_code = 128 + signal
