"""``didww webhook verify``: whether the signatures of captured callbacks are right, and why not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from didww_cli.catalog.formats import Format
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.webhooks.parts import existing, named_secrets, payload_given, picked, secret_option
from didww_cli.errors import CheckFailed, UsageError
from didww_cli.output.screen import write_array, write_json, write_lines
from didww_cli.output.text import to_json, visible

if TYPE_CHECKING:
    from didww_cli.workflows.webhooks.captures import Capture
    from didww_cli.workflows.webhooks.verdict import Verdict

WORDS = {True: "right", False: "WRONG", None: "unreadable"}
TITLES = ["CAPTURE", "EVENT", "ID", "STATUS", "TIME", "FROM", "SIGNATURE"]
ROWS_AT_ONCE = 1000
DIDWW = {True: "DIDWW", False: "not DIDWW", None: ""}


def verify_command() -> Command:
    """``didww webhook verify``."""
    return Command(
        "verify",
        _verify,
        help="See whether the signatures of captured callbacks are right, and why not.\n\n"
        "A capture is a file in which the request stands somehow: raw HTTP, a command, HAR, JSON, a log, a dump of a "
        "language or of packets, wrapped in another log, packed with gzip; or a folder of these.\n\n"
        "A signature that fits proves what was read. WRONG is said only where URL and payload were surely read; else "
        "what is missing is named. Behind a proxy give what DIDWW called with --base-url or --url.",
        params=[
            argument("captures", help="Files and folders; - is standard input.", many=True, required=False),
            option("--url", metavar="URL", help="The whole URL that DIDWW called, instead of the captures'."),
            option("--signature", metavar="HEX", help="The signature, with --url and without a capture."),
            option("--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter of it; repeatable."),
            option("--body", metavar="FILE", help="Its body."),
            option("--method", metavar="get|post", help="Its method."),
            option("--base-url", metavar="URL", help="Scheme, host and port that DIDWW called (behind a proxy)."),
            secret_option(many=True),
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
    from didww_cli.workflows.webhooks.counts import counted
    from didww_cli.workflows.webhooks.evidence.files import Passed, read_captures
    from didww_cli.workflows.webhooks.verdict import verify_all

    state.check()
    state.only("Verdicts are shown", Format.TABLE, Format.JSON, Format.JSONL)
    if not captures and url is None:
        raise UsageError("Give captures, or --url and --signature.")
    if url is not None and base_url is not None:
        raise UsageError("Give --url, which is all of the URL, or --base-url.")
    found: Iterable[Capture]
    passed = Passed()
    if captures:
        if signature or parameters or body or method:
            raise UsageError("--signature, --param, --body and --method go with --url, without a capture.")
        found = read_captures(existing(captures), sys.stdin.buffer, passed)
    else:
        found = [_given(str(url), signature, parameters, body, method)]
    secrets, others = chosen_secrets(state.settings, variables, all_profiles=all_profiles)
    verdicts = verify_all(
        found,
        named_secrets(secrets),
        base_url=base_url,
        url=url if captures else None,
        others=named_secrets(others),
    )
    counts = {True: 0, False: 0, None: 0}
    _show_verdicts(state, (verdict.masked() for verdict in _counted(verdicts, counts)))
    if passed.lines:
        state.notice(f"{counted(passed.lines, 'line')} that hold no callback were passed over.")
    _judge(counts)


def _given(url: str, signature: str | None, parameters: Sequence[str], body: str | None, method: str | None) -> Capture:
    from didww_cli.workflows.webhooks.captures import given

    if signature is None:
        raise UsageError("--url needs --signature, the value of X-DIDWW-Signature.")
    params, content, kind = payload_given(parameters, body)
    return given(url, signature, params=params, body=content, method=method or "", content_type=kind)


def _counted(verdicts: Iterable[Verdict], counts: dict[bool | None, int]) -> Iterator[Verdict]:
    for verdict in verdicts:
        counts[verdict.valid] += 1
        yield verdict


def _judge(counts: Mapping[bool | None, int]) -> None:
    """Exit 10 when a signature is wrong, else 2 when a capture cannot be read."""
    from didww_cli.workflows.webhooks.counts import counted

    total = sum(counts.values())
    if counts[False]:
        verb = "is" if counts[False] == 1 else "are"
        raise CheckFailed(f"{counted(counts[False], 'signature', of=total)} {verb} wrong.")
    if counts[None]:
        raise UsageError(f"{counted(counts[None], 'capture', of=total)} cannot be read.")
    if not total:
        raise UsageError("There is no capture to verify.")


def _show_verdicts(state: State, verdicts: Iterable[Verdict]) -> None:
    if state.output is Format.JSONL:
        write_lines(state.screen, (to_json(picked(state, verdict.as_json())) for verdict in verdicts))
    elif state.pick:
        write_json(state.screen, [verdict.as_json() for verdict in verdicts], state.pick)
    elif state.output is Format.JSON:
        write_array(state.screen, (verdict.as_json() for verdict in verdicts))
    else:
        _show_table(state, verdicts)


def _show_table(state: State, verdicts: Iterable[Verdict]) -> None:
    """A row for each capture; what is wrong is explained below. A thousand at a time, so that memory stays bounded."""
    titles, left = TITLES, iter(verdicts)
    while some := list(islice(left, ROWS_AT_ONCE)):
        _show_some(state, titles, some)
        titles = []


def _show_some(state: State, titles: list[str], verdicts: Sequence[Verdict]) -> None:
    from didww_cli.output.table import grid

    grid(state.screen, titles, [[visible(text) or "-" for text in row_of(verdict)] for verdict in verdicts])
    for verdict in verdicts:
        if not verdict.valid:
            state.screen.line("")
            state.screen.line(visible(f"{verdict.capture}:"))
            write_lines(state.screen, (f"  {line}" for line in explanation_of(verdict)))


def row_of(verdict: Verdict) -> list[str]:
    """The cells of a verdict."""
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


def explanation_of(verdict: Verdict) -> list[str]:
    """What makes a wrong one right, its URL and its signed text, a line each."""
    from didww_cli.workflows.webhooks.signature import visible as with_blanks

    lines = [visible(verdict.message)]
    if verdict.url:
        lines.append(f"URL:         {visible(verdict.url)}")
    if verdict.signed_text:
        lines.append(f"signed text: {visible(with_blanks(verdict.signed_text))}")
    if verdict.signature:
        lines.append(f"signature:   {visible(verdict.signature)}")
    return lines
