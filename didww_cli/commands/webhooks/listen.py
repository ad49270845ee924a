"""``didww webhook listen``: receives callbacks on this machine, verifies and forwards them."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.webhooks.parts import named_secrets, picked, secret_option
from didww_cli.commands.webhooks.verify import explanation_of, row_of
from didww_cli.masking import SECRETS
from didww_cli.output.screen import write_lines
from didww_cli.output.text import to_json, visible

if TYPE_CHECKING:
    from didww_cli.workflows.webhooks.listener import Received


def listen_command() -> Command:
    """``didww webhook listen``."""
    return Command(
        "listen",
        _listen,
        help="Receive callbacks on this machine and verify them. Ctrl-C ends it.",
        params=[
            option("--port", type=int, default=8090, metavar="N", help="Port to listen on; 0 takes a free one."),
            option("--host", default="127.0.0.1", metavar="ADDRESS", help="Address to listen on."),
            option("--allow-remote", type=bool, help="Listen where other machines can reach it."),
            option("--path", default="", metavar="PATH", help="Take requests to this path alone."),
            option("--public-url", metavar="URL", help="URL that was given to DIDWW, where it differs."),
            option("--forward-to", metavar="URL", help="Send what is right on to this URL, and answer as it does."),
            option("--save", metavar="FOLDER", help="Keep each request as a file that 'verify' reads."),
            secret_option(many=True),
            option("--all-profiles", type=bool, help="With the secrets of all profiles."),
        ],
        examples=["didww webhook listen --public-url https://hooks.example.com/didww -o jsonl"],
    )


def _listen(state: State, save: str | None, variables: Sequence[str], all_profiles: bool, **values: Any) -> None:
    from didww_cli.config.secrets import chosen_secrets
    from didww_cli.workflows.webhooks.listener import Listener, Settings

    state.check()
    state.only("Events are shown", Format.TABLE, Format.JSON, Format.JSONL)
    secrets, others = chosen_secrets(state.settings, variables, all_profiles=all_profiles)
    settings = Settings(named_secrets(secrets), named_secrets(others), save_to=Path(save) if save else None, **values)
    show = partial(_show_received, state)
    with contextlib.suppress(KeyboardInterrupt), Listener(settings, show) as listener:
        state.notice(f"Listening on {listener.url}")
        listener.wait()


def _show_received(state: State, received: Received) -> None:
    verdict = received.verdict.masked()
    if state.output.machine:
        shown = {
            **verdict.as_json(),
            "status": received.status,
            "saved": SECRETS.masked(str(received.saved)) if received.saved else None,
        }
        write_lines(state.screen, [to_json(picked(state, shown))])
    else:
        row = [text for text in row_of(verdict)[1:] if text]
        write_lines(state.screen, [visible(f"{'  '.join(row)}  answered {received.status}")])
        if not verdict.valid:
            write_lines(state.screen, (f"  {line}" for line in explanation_of(verdict)))
    if received.forward_error:
        state.notice(f"Could not be sent on: {received.forward_error}")
