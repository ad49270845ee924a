"""``didww webhook sign`` and ``send``: the signature of a callback, and whole signed events."""

from __future__ import annotations

from collections.abc import Sequence

from didww_cli.catalog.events import EVENT_TYPES, EVENTS_BY_NAME, SECRET_ALONE_SINCE
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.webhooks.parts import (
    parameter_pairs,
    payload_given,
    secret_option,
    show_delivery,
    show_object,
    show_request,
    signing_secret,
)
from didww_cli.errors import CheckFailed, NetworkFailure, UsageError


def sign_command() -> Command:
    """``didww webhook sign``."""
    return Command(
        "sign",
        _sign,
        help="Print the signature header of a callback.",
        params=[
            argument("url", help="URL that is called."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable."),
            option("--body", metavar="FILE", help="A body instead of parameters."),
            option("--method", metavar="get|post", help="Method; post by default."),
            secret_option(many=False),
        ],
        examples=["didww webhook sign https://example.com/hooks --param status=completed --param type=orders"],
    )


def _sign(
    state: State, url: str, parameters: Sequence[str], body: str | None, method: str | None, variables: Sequence[str]
) -> None:
    from didww_cli.workflows.webhooks.delivery import signed_request
    from didww_cli.workflows.webhooks.signature import HEADER

    state.check()
    verb = _method(method)
    if body and verb == "GET":
        raise UsageError("A GET has no body.", "Give its parameters with --param.")
    params, content, kind = payload_given(parameters, body)
    secret = signing_secret(state, variables)
    request = signed_request(url, params, secret, method=verb, body=content, content_type=kind)
    if state.output.machine:
        shown = {"url": request.url, "signed_text": request.signed_text, "signature": request.signature}
        show_object(state, {**shown, "secret": secret.name})
    else:
        state.screen.line(f"{HEADER}: {request.signature}")


def _method(method: str | None) -> str:
    verb = (method or "post").upper()
    if verb not in ("GET", "POST"):
        raise UsageError(f"--method is get or post, not {method!r}.")
    return verb


def _events() -> str:
    """What can be sent, in words: for each type its events, what they carry, and since which version of the API."""
    told = []
    for each in EVENT_TYPES:
        later = "".join(f" ({member.name} since {member.since})" for member in each.members if member.since)
        form = "JSON by POST" if each.as_array else "GET or POST"
        names, members = ", ".join(each.statuses), ", ".join(each.names)
        told.append(f"{names}: since {each.since}, {form}, with {members}{later}.")
    signing = (
        f"The callback secret signs. Without one the API key does, until version {SECRET_ALONE_SINCE}: from then on "
        "DIDWW sends nothing without a callback secret."
    )
    return "\n\n".join([*told, signing])


def send_command() -> Command:
    """``didww webhook send``."""
    return Command(
        "send",
        _send,
        help=f"Send a signed event to a URL, as DIDWW would.\n\n{_events()}",
        params=[
            argument("url", help="URL to call."),
            option("--event", required=True, metavar="EVENT", help=f"One of {', '.join(EVENTS_BY_NAME)}."),
            option("--method", metavar="get|post", help="Method; post by default."),
            option("--id", "identifier", metavar="ID", help="Id of what the event is about; drawn if not given."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable."),
            option("--repeat", type=bool, help="Repeat until it is accepted, when DIDWW would."),
            option("--repeat-scale", type=float, default=1.0, metavar="X", help="Waits between repeats times this."),
            dry_run_option(),
            yes_option(asks=False),
            secret_option(many=False),
        ],
        examples=["didww webhook send http://127.0.0.1:8090/ --event order-completed --id 1234"],
    )


def _send(
    state: State,
    url: str,
    event: str,
    method: str | None,
    identifier: str | None,
    parameters: Sequence[str],
    repeat: bool,
    repeat_scale: float,
    dry_run: bool,
    variables: Sequence[str],
) -> None:
    from didww_cli.workflows.webhooks.delivery import SCHEDULE, deliver_repeatedly, event_request
    from didww_cli.workflows.webhooks.events import build

    state.check()
    built = build(event, identifier, dict(parameter_pairs(parameters)), method)
    request = event_request(built, url, signing_secret(state, variables))
    show_request(state, request, dry_run=dry_run)
    if dry_run:
        return
    last = None
    for last in deliver_repeatedly(request, factor=repeat_scale, schedule=SCHEDULE if repeat else ()):
        show_delivery(state, last)
    if last is None or last.answer.status is None:
        raise NetworkFailure(f"{url} did not answer.", "See that the endpoint runs and can be reached.")
    if not last.answer.accepted:
        raise CheckFailed("The event was not accepted: DIDWW wants an answer of 2xx within 60 seconds.")
