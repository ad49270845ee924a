"""``didww check``: what is amiss in an account, for people, cron, Nagios and Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from didww_cli.catalog.formats import Format
from didww_cli.catalog.health import CHECKS, Severity
from didww_cli.catalog.paths import near
from didww_cli.commands.show import show_rows, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.errors import CheckFailed, DidwwError, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.health.conditions import Limits
    from didww_cli.workflows.health.findings import Finding
    from didww_cli.workflows.health.looking import Look

NAGIOS, PROMETHEUS = "nagios", "prometheus"
COLUMNS = ("severity", "check", "name", "message", "command")
LIMITS = {
    "min_balance": ("AMOUNT", "Money below which something is amiss; 0 by default."),
    "days": ("DAYS", "How long before its end something is told; 14 by default."),
    "share": ("PERCENT", "Share of a trunk's spending limit at which that is told; 80 by default."),
}


def check_command() -> Command:
    """``didww check``."""
    limits = [option(f"--{name.replace('_', '-')}", metavar=what, help=says) for name, (what, says) in LIMITS.items()]
    return Command(
        "check",
        _run,
        help=(
            f"Exit code 10 if anything is. -o {NAGIOS}: a plugin's line and exit code; -o {PROMETHEUS}: for the "
            "node exporter's textfile collector."
        ),
        params=[
            option(
                "--only", multiple=True, metavar="CHECK", help="These checks alone; repeatable, or parted by commas."
            ),
            option("--ignore", multiple=True, metavar="CHECK", help=f"All but these: {', '.join(CHECKS)}."),
            *limits,
        ],
        examples=[
            "didww check --min-balance 50",
            "didww check --only no-route,blocked -o json",
            "didww check -o nagios",
        ],
    )


def _run(state: State, only: Sequence[str], ignore: Sequence[str], **limits: str | None) -> None:
    monitoring = state.take_output(NAGIOS, PROMETHEUS)
    if monitoring == NAGIOS:
        _as_plugin(state, lambda: _looked(state, only, ignore, limits))
    look, found = _looked(state, only, ignore, limits)
    if monitoring == PROMETHEUS:
        _as_metrics(state, look, found)
        return
    if state.output is Format.TABLE:
        _as_lines(state, found)
    else:
        show_rows(state, [one.as_data() for one in found], COLUMNS)
    if found:
        critical = sum(one.severity is Severity.CRITICAL for one in found)
        raise CheckFailed(f"Findings: {len(found):,}, of which {critical:,} critical.")
    state.notice(f"All in order: {len(look.checks)} of {len(CHECKS)} checks.")


def _looked(
    state: State, only: Sequence[str], ignore: Sequence[str], limits: Mapping[str, str | None]
) -> tuple[Look, list[Finding]]:
    """What was looked at, and all that is amiss, the worst first."""
    from dataclasses import replace

    from didww_cli.commands.typed import for_account
    from didww_cli.workflows.health.looking import Look

    state.check()
    state.only("Findings are shown", *(one for one in Format if one not in (Format.IDS, Format.JSONAPI)))
    checks, limit = _chosen(state, only, ignore), _limits(state, limits)
    look = Look(state.client, checks, limit)
    found = [
        replace(one, command=for_account(state, one.command))
        for one in state.progress().counting(look.findings(), "findings")
    ]
    return look, sorted(found, key=lambda one: list(Severity).index(one.severity))


def _chosen(state: State, only: Sequence[str], ignore: Sequence[str]) -> list[str]:
    """The checks that are made, in their order."""
    from didww_cli.config.keys import HEALTH

    named, left_out = split_names(only), split_names(ignore)
    for name in (*named, *left_out):
        if name not in CHECKS:
            raise UsageError(f"There is no check {name!r}.{near(name, CHECKS)}", f"Known: {', '.join(CHECKS)}.")
    left_out = left_out or ([] if named else state.settings.value(f"{HEALTH}.ignore") or [])
    found = [one for one in CHECKS if (one in named or not named) and one not in left_out]
    if not found:
        raise UsageError("No check is left: all are ignored.", f"Known: {', '.join(CHECKS)}.")
    return found


def _limits(state: State, given: Mapping[str, str | None]) -> Limits:
    """The limits of the user: options before the profile."""
    from datetime import UTC, datetime
    from decimal import Decimal

    from didww_cli.config.keys import HEALTH
    from didww_cli.workflows.health.conditions import Limits

    found = {}
    for name, value in given.items():
        key = f"{HEALTH}.{name}"
        found[name] = state.settings.value(key) if value is None else _checked(key, name, value)
    return Limits(datetime.now(UTC), found["days"], found["share"] / 100, Decimal(found["min_balance"]))


def _checked(key: str, name: str, value: str) -> Any:
    from didww_cli.config.keys import KEYS

    try:
        return KEYS[key].check(value)
    except ValueError as error:
        raise UsageError(f"--{name.replace('_', '-')} {value!r} {error}.") from None


def _as_lines(state: State, found: Sequence[Finding]) -> None:
    """Each finding, and below it the command that mends it, whole, so that it can be copied."""
    from didww_cli.output.cells import safe

    width = max(map(len, Severity))
    for one in found:
        state.screen.line(safe(state.screen, f"{one.severity:<{width}}  {one.name}: {one.message} ({one.check})"))
        state.screen.line(safe(state.screen, f"{'':<{width}}  {one.command}"))


def _as_plugin(state: State, looked: Callable[[], tuple[Look, list[Finding]]]) -> NoReturn:
    """One line, and the exit code that Nagios reads; also where nothing could be looked at."""
    import typer

    from didww_cli.output.monitoring import nagios_line

    try:
        look, found = looked()
    except DidwwError as error:
        messages, data = [(Severity.UNKNOWN, error.message)], {}
    else:
        counts = Counter(one.severity for one in found)
        messages = [(one.severity, f"{one.name}: {one.message}") for one in found]
        data = {str(severity): f"{counts[severity]};;;0" for severity in Severity}
        data |= {} if look.money is None else {"spendable": f"{look.money:f};;{look.limits.least:f}:"}
    line, code = nagios_line(messages, data)
    state.screen.line(line)
    raise typer.Exit(code)


def _as_metrics(state: State, look: Look, found: Sequence[Finding]) -> None:
    from didww_cli.output.monitoring import prometheus_lines

    unknown = [one.check for one in found if one.severity is Severity.UNKNOWN]
    none = {(name, str(CHECKS[name])): 0 for name in look.checks if name not in unknown}
    counts = none | Counter((one.check, str(one.severity)) for one in found)
    for line in prometheus_lines(counts, None if look.money is None else f"{look.money:f}"):
        state.screen.line(line)
