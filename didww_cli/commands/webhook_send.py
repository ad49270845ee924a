"""``didww webhook sign`` and ``send``: the signature of a callback, and whole signed events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from didww_cli.catalog.events import EVENT_TYPES, EVENTS_BY_NAME, SECRET_ALONE_SINCE
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.webhook_parts import body_kind, parameter_pairs, picked, read_body, secret_option, show_object
from didww_cli.errors import CheckFailed, NetworkFailure, UsageError
from didww_cli.output.formats import write_lines
from didww_cli.output.text import to_json, visible

if TYPE_CHECKING:
    from didww_cli.workflows.webhooks.delivery import Delivery, Outgoing
    from didww_cli.workflows.webhooks.hiding import Hide


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
    from didww_cli.config.secrets import one_secret
    from didww_cli.workflows.webhooks.delivery import signed_request
    from didww_cli.workflows.webhooks.hiding import hiding
    from didww_cli.workflows.webhooks.signature import HEADER, Secret

    state.check()
    if parameters and body:
        raise UsageError("Give --param or --body, not both.")
    if body and _method(method) == "GET":
        raise UsageError("A GET has no body.", "Give its parameters with --param.")
    content = read_body(body) if body else None
    (name, value), others = one_secret(state.settings, variables)
    request = signed_request(
        url,
        parameter_pairs(parameters),
        Secret(name, value),
        method=_method(method),
        body=content,
        content_type=body_kind(content),
    )
    if state.output in ("json", "jsonl", "jsonapi"):
        shown = {"url": request.url, "signed_text": request.signed_text, "signature": request.signature, "secret": name}
        show_object(state, hiding([value, *(other for _, other in others)])(shown))
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
            option("--dry-run", type=bool, help="Show the request instead of sending it."),
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
    from didww_cli.config.secrets import one_secret
    from didww_cli.workflows.webhooks.delivery import SCHEDULE, deliver_repeatedly, event_request
    from didww_cli.workflows.webhooks.events import build
    from didww_cli.workflows.webhooks.hiding import hiding
    from didww_cli.workflows.webhooks.signature import Secret

    state.check()
    built = build(event, identifier, dict(parameter_pairs(parameters)), method)
    secret, others = one_secret(state.settings, variables)
    hide = hiding(value for _, value in (secret, *others))
    request = event_request(built, url, Secret(*secret))
    if dry_run and state.output != "table":
        show_object(state, hide(request.as_json()))
    if state.output == "table":
        _show_request(state, request, hide)
    if dry_run:
        return
    last = None
    for last in deliver_repeatedly(request, factor=repeat_scale, schedule=SCHEDULE if repeat else ()):
        _show_delivery(state, last, hide)
    if last is None or last.answer.status is None:
        raise NetworkFailure(f"{hide(url)} did not answer.", "See that the endpoint runs and can be reached.")
    if not last.answer.accepted:
        raise CheckFailed("The event was not accepted: DIDWW wants an answer of 2xx within 60 seconds.")


def _show_request(state: State, request: Outgoing, hide: Hide) -> None:
    state.screen.line(visible(hide(f"{request.method} {request.url}")))
    write_lines(state.screen, (visible(hide(f"{name}: {value}")) for name, value in request.headers.items()))
    if request.body is not None:
        write_lines(state.screen, ["", visible(hide(request.body.decode("utf-8", "backslashreplace")))])


def _show_delivery(state: State, delivery: Delivery, hide: Hide) -> None:
    answer = delivery.answer
    body = hide(answer.body.decode("utf-8", "backslashreplace"))
    if state.output != "table":
        shown = {
            "attempt": delivery.attempt,
            "request": hide(delivery.request.as_json()),
            "status": answer.status,
            "body": body,
            "error": hide(answer.error) or None,
            "wait": delivery.wait,
        }
        state.screen.line(to_json(picked(state, shown), indent=2 if state.output == "json" else None))
        return
    told = answer.error or f"{answer.status} after {answer.seconds:.2f} s"
    state.screen.line("")
    state.screen.line(visible(hide(f"Attempt {delivery.attempt}: {told}")))
    if body:
        state.screen.line(visible(body))
    if delivery.wait is not None:
        state.notice(f"Again in {delivery.wait:g} s.")
