"""``didww webhook``: verify captured callbacks, sign, send and receive them."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import CheckFailed, NetworkFailure, UsageError
from didww_cli.output.formats import write_json, write_lines
from didww_cli.output.text import to_json, visible

if TYPE_CHECKING:
    from didww_cli.workflows.webhooks.captures import Capture
    from didww_cli.workflows.webhooks.delivery import Delivery, Outgoing
    from didww_cli.workflows.webhooks.listener import Received
    from didww_cli.workflows.webhooks.signature import Secret
    from didww_cli.workflows.webhooks.verdict import Verdict

WORDS = {True: "right", False: "WRONG", None: "unreadable"}
TITLES = ["CAPTURE", "EVENT", "ID", "STATUS", "TIME", "FROM", "SIGNATURE"]
DIDWW = {True: "DIDWW", False: "not DIDWW", None: ""}


def webhook_commands() -> Mapping[str, Any]:
    """The commands of webhooks."""
    return {"verify": _verify_command(), "sign": _sign_command(), "send": _send_command(), "listen": _listen_command()}


def _secret_option(*, many: bool) -> Any:
    what = "Variable that holds a secret" + ("; repeatable." if many else " to sign with.")
    return option("--secret-env", "variables", multiple=True, metavar="NAME", help=what)


def _verify_command() -> Command:
    return Command(
        "verify",
        _verify,
        help="See whether the signatures of captured callbacks are right, and why not.\n\n"
        "A capture is a raw HTTP request, a curl command, a HAR file, JSON, JSON lines, a log, or a folder of these.",
        params=[
            argument("captures", help="Files and folders; - is standard input.", many=True, required=False),
            option("--url", metavar="URL", help="URL of a callback, instead of a capture."),
            option("--signature", metavar="HEX", help="Its signature."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter of it; repeatable."),
            option("--body", metavar="FILE", help="Its body."),
            option("--method", metavar="get|post", help="Its method."),
            option("--base-url", metavar="URL", help="Scheme, host and port that DIDWW called (behind a proxy)."),
            _secret_option(many=True),
            option("--all-profiles", type=bool, help="With the secrets of all profiles."),
        ],
        examples=[
            "didww webhook verify capture.txt",
            "didww webhook verify captures/ --all-profiles -o json",
            "didww webhook verify --base-url https://hooks.example.com < request.http -",
        ],
    )


def _verify(
    state: State,
    captures: Sequence[str],
    url: str | None,
    signature: str | None,
    parameters: Sequence[str],
    body: str | None,
    method: str | None,
    base_url: str | None,
    variables: Sequence[str],
    all_profiles: bool,
) -> None:
    from didww_cli.config.secrets import chosen_secrets
    from didww_cli.workflows.webhooks.capture_files import read_captures
    from didww_cli.workflows.webhooks.verdict import verify_all

    state.check()
    if state.output not in ("table", "json", "jsonl"):
        raise UsageError(f"Verdicts are shown as table, json or jsonl, not as {state.output}.")
    if bool(captures) == (url is not None):
        raise UsageError("Give captures, or --url and --signature." + (" Not both." if captures else ""))
    found: Iterable[Capture]
    if url is None:
        if signature or parameters or body or method:
            raise UsageError("--signature, --param, --body and --method go with --url.")
        found = read_captures(_existing(captures), sys.stdin.buffer)
    else:
        found = [_given(url, signature, parameters, body, method)]
    secrets, others = chosen_secrets(state.settings, variables, all_profiles=all_profiles)
    verdicts = verify_all(found, _secrets(secrets), base_url=base_url, others=_secrets(others))
    counts = {True: 0, False: 0, None: 0}
    _show_verdicts(state, _counted(verdicts, counts))
    _judge(counts)


def _existing(captures: Sequence[str]) -> Sequence[str]:
    for name in captures:
        if name != "-" and not Path(name).exists():
            raise UsageError(f"There is no file or folder {name}.")
    return captures


def _secrets(found: Iterable[tuple[str, str]]) -> list[Secret]:
    from didww_cli.workflows.webhooks.signature import Secret

    return [Secret(name, value) for name, value in found]


def _given(url: str, signature: str | None, parameters: Sequence[str], body: str | None, method: str | None) -> Capture:
    from didww_cli.workflows.webhooks.captures import given

    if signature is None:
        raise UsageError("--url needs --signature, the value of X-DIDWW-Signature.")
    if parameters and body:
        raise UsageError("Give --param or --body, not both.")
    content = _read(body) if body else None
    return given(
        url, signature, params=_pairs(parameters), body=content, method=method or "", content_type=_kind(content)
    )


def _kind(content: bytes | None) -> str:
    """The content type of a body given by itself: JSON where it begins as an array or object."""
    if content is None:
        return ""
    return "application/json" if content.lstrip()[:1] in (b"[", b"{") else "application/x-www-form-urlencoded"


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read {name}: {error.strerror}.") from None


def _pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    for text in texts:
        if "=" not in text:
            raise UsageError(f"--param {text!r} is not KEY=VALUE.")
    return [(text.partition("=")[0], text.partition("=")[2]) for text in texts]


def _counted(verdicts: Iterable[Verdict], counts: dict[bool | None, int]) -> Iterator[Verdict]:
    for verdict in verdicts:
        counts[verdict.valid] += 1
        yield verdict


def _judge(counts: Mapping[bool | None, int]) -> None:
    """Exit 10 when a signature is wrong, else 2 when a capture cannot be read."""
    total = sum(counts.values())
    if counts[False]:
        raise CheckFailed(f"{counts[False]} of {total} signatures {'is' if counts[False] == 1 else 'are'} wrong.")
    if counts[None]:
        raise UsageError(f"{counts[None]} of {total} captures cannot be read.")
    if not total:
        raise UsageError("There is no capture to verify.")


def _show_verdicts(state: State, verdicts: Iterable[Verdict]) -> None:
    if state.output == "jsonl":
        write_lines(state.screen, (to_json(_picked(state, verdict.as_json())) for verdict in verdicts))
    elif state.pick:
        write_json(state.screen, [verdict.as_json() for verdict in verdicts], state.pick)
    elif state.output == "json":
        write_lines(state.screen, _array(verdicts))
    else:
        _show_table(state, verdicts)


def _array(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A JSON array, line by line while captures are read."""
    before = "["
    for verdict in verdicts:
        yield before
        before = "  " + to_json(verdict.as_json(), indent=2).replace("\n", "\n  ") + ","
    yield before.removesuffix(",") if before != "[" else "[]"
    if before != "[":
        yield "]"


def _picked(state: State, value: Any) -> Any:
    return state.pick(value) if state.pick else value


def _show_table(state: State, verdicts: Iterable[Verdict]) -> None:
    """A row for each capture; what is wrong is explained below."""
    from didww_cli.output.table import grid

    rows, explained = [], []
    for verdict in verdicts:
        rows.append([visible(text) or "-" for text in _row(verdict)])
        if not verdict.valid:
            explained.append((verdict.capture, _explanation(verdict)))
    grid(state.screen, TITLES, rows)
    for capture, lines in explained:
        state.screen.line("")
        state.screen.line(visible(f"{capture}:"))
        write_lines(state.screen, (f"  {line}" for line in lines))


def _row(verdict: Verdict) -> list[str]:
    event = verdict.event
    sender = " ".join(filter(None, (DIDWW[verdict.from_didww], verdict.source)))
    return [
        verdict.capture,
        event.type or "",
        event.id or "",
        event.status or "",
        verdict.time,
        sender,
        WORDS[verdict.valid],
    ]


def _explanation(verdict: Verdict) -> list[str]:
    from didww_cli.workflows.webhooks.signature import visible as with_blanks

    lines = [visible(verdict.message)]
    if verdict.url:
        lines.append(f"URL:         {visible(verdict.url)}")
    if verdict.signed_text:
        lines.append(f"signed text: {visible(with_blanks(verdict.signed_text))}")
    if verdict.signature:
        lines.append(f"signature:   {visible(verdict.signature)}")
    return lines


def _sign_command() -> Command:
    return Command(
        "sign",
        _sign,
        help="Print the signature header of a callback.",
        params=[
            argument("url", help="URL that is called."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable."),
            option("--body", metavar="FILE", help="A body instead of parameters."),
            option("--method", metavar="get|post", help="Method; post by default."),
            _secret_option(many=False),
        ],
        examples=["didww webhook sign https://example.com/hooks --param status=completed --param type=orders"],
    )


def _sign(
    state: State, url: str, parameters: Sequence[str], body: str | None, method: str | None, variables: Sequence[str]
) -> None:
    from didww_cli.config.secrets import one_secret
    from didww_cli.workflows.webhooks.delivery import signed_request
    from didww_cli.workflows.webhooks.signature import HEADER, Secret

    state.check()
    if parameters and body:
        raise UsageError("Give --param or --body, not both.")
    content = _read(body) if body else None
    name, value = one_secret(state.settings, variables)
    request = signed_request(
        url,
        _pairs(parameters),
        Secret(name, value),
        method=_method(method),
        body=content,
        content_type=_kind(content),
    )
    if state.output in ("json", "jsonl", "jsonapi"):
        shown = {"url": request.url, "signed_text": request.signed_text, "signature": request.signature, "secret": name}
        _show_object(state, shown)
    else:
        state.screen.line(f"{HEADER}: {request.signature}")


def _show_object(state: State, value: Any) -> None:
    if state.output == "jsonl":
        state.screen.line(to_json(_picked(state, value)))
    else:
        write_json(state.screen, value, state.pick)


def _method(method: str | None) -> str:
    verb = (method or "post").upper()
    if verb not in ("GET", "POST"):
        raise UsageError(f"--method is get or post, not {method!r}.")
    return verb


def _send_command() -> Command:
    from didww_cli.workflows.webhooks.events import BY_NAME

    return Command(
        "send",
        _send,
        help="Send a signed event to a URL, as DIDWW would.",
        params=[
            argument("url", help="URL to call."),
            option("--event", required=True, metavar="EVENT", help=f"One of {', '.join(BY_NAME)}."),
            option("--method", metavar="get|post", help="Method; post by default."),
            option("--id", "identifier", metavar="ID", help="Id of what the event is about; drawn if not given."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable."),
            option("--repeat", type=bool, help="Repeat until it is accepted, when DIDWW would."),
            option("--repeat-scale", type=float, default=1.0, metavar="X", help="Waits between repeats times this."),
            option("--dry-run", type=bool, help="Show the request instead of sending it."),
            _secret_option(many=False),
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
    from didww_cli.workflows.webhooks.signature import Secret

    state.check()
    built = build(event, identifier, dict(_pairs(parameters)), method)
    request = event_request(built, url, Secret(*one_secret(state.settings, variables)))
    if dry_run:
        _show_object(state, request.as_json()) if state.output != "table" else _show_request(state, request)
        return
    if state.output == "table":
        _show_request(state, request)
    last = None
    for last in deliver_repeatedly(request, factor=repeat_scale, schedule=SCHEDULE if repeat else ()):
        _show_delivery(state, last)
    if last is None or last.answer.status is None:
        raise NetworkFailure(f"{visible(url)} did not answer.", "See that the endpoint runs and can be reached.")
    if not last.answer.accepted:
        raise CheckFailed("The event was not accepted: DIDWW wants an answer of 2xx within 60 seconds.")


def _show_request(state: State, request: Outgoing) -> None:
    state.screen.line(f"{request.method} {visible(request.url)}")
    write_lines(state.screen, (visible(f"{name}: {value}") for name, value in request.headers.items()))
    if request.body is not None:
        write_lines(state.screen, ["", visible(request.body.decode("utf-8", "backslashreplace"))])


def _show_delivery(state: State, delivery: Delivery) -> None:
    answer = delivery.answer
    if state.output != "table":
        shown = {
            "attempt": delivery.attempt,
            "request": delivery.request.as_json(),
            "status": answer.status,
            "body": answer.body.decode("utf-8", "backslashreplace"),
            "error": answer.error or None,
            "wait": delivery.wait,
        }
        state.screen.line(to_json(_picked(state, shown), indent=2 if state.output == "json" else None))
        return
    told = answer.error or f"{answer.status} after {answer.seconds:.2f} s"
    state.screen.line("")
    state.screen.line(visible(f"Attempt {delivery.attempt}: {told}"))
    if answer.body:
        state.screen.line(visible(answer.body.decode("utf-8", "backslashreplace")))
    if delivery.wait is not None:
        state.notice(f"Again in {delivery.wait:g} s.")


def _listen_command() -> Command:
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
            _secret_option(many=True),
            option("--all-profiles", type=bool, help="With the secrets of all profiles."),
        ],
        examples=["didww webhook listen --public-url https://hooks.example.com/didww -o jsonl"],
    )


def _listen(state: State, save: str | None, variables: Sequence[str], all_profiles: bool, **values: Any) -> None:
    from didww_cli.config.secrets import chosen_secrets
    from didww_cli.workflows.webhooks.listener import Listener, Settings

    state.check()
    if state.output not in ("table", "jsonl", "json"):
        raise UsageError(f"Events are shown as table or jsonl, not as {state.output}.")
    secrets, others = chosen_secrets(state.settings, variables, all_profiles=all_profiles)
    settings = Settings(_secrets(secrets), _secrets(others), save_to=Path(save) if save else None, **values)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with Listener(settings, lambda received: _show_received(state, received)) as listener:
        state.notice(f"Listening on {listener.url}")
        with contextlib.suppress(KeyboardInterrupt):
            listener.wait()


def _show_received(state: State, received: Received) -> None:
    verdict = received.verdict
    if state.output != "table":
        shown = {
            **verdict.as_json(),
            "status": received.status,
            "saved": str(received.saved) if received.saved else None,
        }
        write_lines(state.screen, [to_json(_picked(state, shown))])
    else:
        row = [text for text in _row(verdict)[1:] if text]
        write_lines(state.screen, [visible(f"{'  '.join(row)}  answered {received.status}")])
        if not verdict.valid:
            write_lines(state.screen, (f"  {line}" for line in _explanation(verdict)))
    if received.forward_error:
        state.notice(f"Could not be sent on: {received.forward_error}")
