"""Before something is written: dry runs and confirmations."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import NotConfirmed
from didww_cli.masking import SECRETS

if TYPE_CHECKING:
    from didww_cli.workflows.writing.request import Request


def dry_run_option() -> Any:
    """``--dry-run``."""
    return option("--dry-run", type=bool, help="Show the request instead of sending it.")


def yes_option(*, asks: bool = True) -> Any:
    """``--yes``; taken without effect by a write that never asks, so that scripts need not know which do."""
    return option("--yes", "-y", type=bool, expose_value=asks, help="Do not ask." if asks else "This never asks.")


def confirm(state: State, question: str, *, yes: bool) -> None:
    """Go on only with ``--yes`` or a yes typed on a terminal; NotConfirmed otherwise, and nothing is sent."""
    if yes:
        return
    where = state.settings.account()
    if not can_ask():
        raise NotConfirmed(
            f"{question} This needs a confirmation ({where}).", "Add --yes, or --dry-run to see the request."
        )
    from didww_cli.output.text import visible

    print(visible(SECRETS.masked(f"{question} On {where}. [y/N] ")), end="", file=sys.stderr, flush=True)  # noqa: T201
    answer = sys.stdin.buffer.readline()
    if not answer.endswith(b"\n"):
        print(file=sys.stderr)  # noqa: T201
    if answer.strip().lower() not in (b"y", b"yes"):
        raise NotConfirmed("Nothing was sent.")


def can_ask() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def described(state: State, request: Request) -> dict[str, Any]:
    """A request as data: method, URL, headers and JSON body (null for none); secrets and logins in URLs masked."""
    headers = state.client.transport.shown_headers(body=request.body is not None)
    return masked_request(state, request.method, request.path, headers, request.body)


def masked_request(state: State, method: str, path: str, headers: Mapping[str, str], body: Any) -> dict[str, Any]:
    """A request as data that may be shown."""
    connection = state.client.transport.connection
    return {
        "method": method,
        "url": SECRETS.masked(state.client.transport.url(path)),
        "headers": connection.credentials.shown(headers),
        "body": SECRETS.masked_in(body),
    }


def show_requests(state: State, requests: Sequence[Request]) -> None:
    """Show what would be sent: one request as an object, several as an array; as text where no JSON is asked for."""
    show_described(state, [described(state, request) for request in requests])


def show_described(state: State, found: Sequence[dict[str, Any]]) -> None:
    """Show requests that are data already; where there are none, an empty array or a notice."""
    from didww_cli.output.screen import write_lines
    from didww_cli.output.text import to_json

    if state.options.get("curl"):
        from didww_cli.commands.curl import described_line

        connection = state.client.transport.connection
        for one in found:
            state.screen.line(described_line(one, connection.credentials, connection.proxy))
    elif not found and (state.output.streams or not state.output.machine):
        state.notice("Nothing would be sent.")
    elif not show_data(state, found[0] if len(found) == 1 else list(found)):
        for one in found:
            state.screen.line(f"{one['method']} {one['url']}")
            write_lines(state.screen, (f"{name}: {value}" for name, value in one["headers"].items()))
            if one["body"] is not None:
                state.screen.line("")
                state.screen.line(to_json(one["body"], indent=2))
