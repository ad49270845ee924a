"""What the webhook commands share: secrets, parameters and bodies from options, and JSON on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.commands.given import content_of
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError
from didww_cli.masking import SECRETS
from didww_cli.output.screen import write_lines
from didww_cli.output.text import to_json, visible

if TYPE_CHECKING:
    from didww_cli.workflows.webhooks.delivery import Delivery, Outgoing
    from didww_cli.workflows.webhooks.signature import Secret


def secret_option(*, many: bool) -> Any:
    """``--secret-env``."""
    what = "Variable that holds a secret" + ("; repeatable." if many else " to sign with.")
    return option("--secret-env", "variables", multiple=True, metavar="NAME", help=what)


def named_secrets(found: Iterable[tuple[str, str]]) -> list[Secret]:
    """Secrets by name, hidden from now on wherever they stand in what is shown."""
    from didww_cli.workflows.webhooks.signature import Secret

    secrets = [Secret(name, value) for name, value in found]
    for secret in secrets:
        SECRETS.learn(secret.value)
    return secrets


def signing_secret(state: State, variables: Sequence[str]) -> Secret:
    """The secret to sign with."""
    from didww_cli.config.secrets import one_secret

    chosen, others = one_secret(state.settings, variables)
    return named_secrets([chosen, *others])[0]


def payload_given(parameters: Sequence[str], body: str | None) -> tuple[list[tuple[str, str]], bytes | None, str]:
    """The parameters, the body and its media type that ``--param`` or ``--body`` give."""
    if parameters and body:
        raise UsageError("Give --param or --body, not both.")
    if not body:
        return parameter_pairs(parameters), None, ""
    content = content_of(body)
    is_json = content.lstrip()[:1] in (b"[", b"{")
    return [], content, "application/json" if is_json else "application/x-www-form-urlencoded"


def parameter_pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The parameters of some ``KEY=VALUE``."""
    for text in texts:
        if "=" not in text:
            raise UsageError(f"--param {text!r} is not KEY=VALUE.")
    return [(text.partition("=")[0], text.partition("=")[2]) for text in texts]


def existing(captures: Sequence[str]) -> Sequence[str]:
    """The names of files and folders; UsageError where there is none of a name."""
    for name in captures:
        if name != "-" and not Path(name).exists():
            raise UsageError(f"There is no file or folder {name}.")
    return captures


def picked(state: State, value: Any) -> Any:
    """What ``--query`` picks from a value."""
    return state.pick(value) if state.pick else value


def show_lines(state: State, *lines: str) -> None:
    """Lines of text, without secrets and control characters."""
    write_lines(state.screen, (visible(SECRETS.masked(line)) for line in lines))


def show_object(state: State, value: Any) -> None:
    """An object as JSON, on a line for jsonl, without secrets."""
    shown = picked(state, SECRETS.masked_in(value))
    write_lines(state.screen, [to_json(shown, indent=None if state.output is Format.JSONL else 2)])


def show_request(state: State, request: Outgoing, *, dry_run: bool) -> None:
    """A request that is sent next, or of a dry run."""
    if state.output is not Format.TABLE:
        if dry_run:
            show_object(state, request.as_json())
        return
    headers = (f"{name}: {value}" for name, value in request.headers.items())
    show_lines(state, f"{request.method} {request.url}", *headers)
    if request.body is not None:
        show_lines(state, "", request.body.decode("utf-8", "backslashreplace"))


def show_delivery(state: State, delivery: Delivery) -> None:
    """What came of one attempt."""
    answer = delivery.answer
    body = answer.body.decode("utf-8", "backslashreplace")
    if state.output is not Format.TABLE:
        shown = {
            "attempt": delivery.attempt,
            "request": delivery.request.as_json(),
            "status": answer.status,
            "body": body,
            "error": answer.error or None,
            "wait": delivery.wait,
        }
        show_object(state, shown)
        return
    told = answer.error or f"{answer.status} after {answer.seconds:.2f} s"
    show_lines(state, "", f"Attempt {delivery.attempt}: {told}", *body.splitlines())
    if delivery.wait is not None:
        state.notice(f"Again in {delivery.wait:g} s.")
