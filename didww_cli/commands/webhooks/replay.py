"""``didww webhook replay``: captured callbacks sent again."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from didww_cli.catalog.formats import Format
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.webhooks.parts import (
    existing,
    secret_option,
    show_delivery,
    show_lines,
    show_request,
    signing_secret,
)
from didww_cli.errors import CheckFailed, NetworkFailure, UsageError


def replay_command() -> Command:
    """``didww webhook replay``."""
    return Command(
        "replay",
        _replay,
        help="Send captured callbacks again: as they were, or signed anew.\n\n"
        "Method, payload and media type are the capture's. Its own signature fits the URL that DIDWW called; "
        "--sign makes one for the URL that is called now.",
        params=[
            argument("captures_and_url", help="Captures, and last the URL to call.", many=True),
            option("--sign", type=bool, help="Sign for this URL with the profile's secret."),
            dry_run_option(),
            yes_option(asks=False),
            secret_option(many=False),
        ],
        examples=["didww webhook replay capture.txt http://127.0.0.1:8090/hook --sign"],
    )


def _replay(state: State, captures_and_url: Sequence[str], sign: bool, dry_run: bool, variables: Sequence[str]) -> None:
    from didww_cli.workflows.webhooks.delivery import Delivery, deliver, replayed
    from didww_cli.workflows.webhooks.evidence.files import read_captures

    state.check()
    *names, url = captures_and_url
    if not names or "://" not in url:
        raise UsageError("Give captures, and last the URL to call.", "Write it as http://host/path.")
    secret = signing_secret(state, variables) if sign or variables else None
    captures = list(read_captures(existing(names), sys.stdin.buffer))
    if not captures:
        raise UsageError("There is no capture to send.")
    requests = [replayed(capture, url, secret) for capture in captures]
    refused = silent = 0
    for capture, request in zip(captures, requests, strict=True):
        if state.output is Format.TABLE:
            show_lines(state, f"{capture.source}:")
        show_request(state, request, dry_run=dry_run)
        if dry_run:
            continue
        answer = deliver(request)
        show_delivery(state, Delivery(1, request, answer))
        silent += answer.status is None
        refused += not answer.accepted
    if silent:
        raise NetworkFailure(f"{url} did not answer.", "See that the endpoint runs and can be reached.")
    if refused:
        raise CheckFailed(f"{refused} of {len(requests)} were not accepted: the answer was no 2xx.")
