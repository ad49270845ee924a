"""The health of an account as monitoring takes it: a line for Nagios, text for Prometheus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from didww_cli.catalog.health import Severity

NAGIOS = {Severity.CRITICAL: 2, Severity.WARNING: 1, Severity.UNKNOWN: 3}
"""Exit codes of plugins (Nagios Plugin Development Guidelines); the worst comes first."""
LONGEST = 3
"""Findings that the line tells; all are counted."""


def nagios_line(messages: Iterable[tuple[Severity, str]], data: Mapping[str, str]) -> tuple[str, int]:
    """The line that a plugin prints, with performance data, and its exit code.

    ``messages``: each finding; ``data``: what is measured, by name, with its limits (``value;warn;crit;min;max``).
    """
    found = [(severity, _plain(text)) for severity, text in messages]
    worst = next((one for one in NAGIOS if any(severity is one for severity, _ in found)), None)
    told = [text for one in NAGIOS for severity, text in found if severity is one]
    more = f"; and {len(told) - LONGEST} more" if len(told) > LONGEST else ""
    says = "; ".join(told[:LONGEST]) + more or "all in order"
    measured = " ".join(f"'{name}'={value}" for name, value in data.items())
    line = f"DIDWW {worst.upper() if worst else 'OK'}: {says}{f' | {measured}' if measured else ''}"
    return line, NAGIOS[worst] if worst else 0


def _plain(text: str) -> str:
    """A text in one line, without what a terminal would act on and the sign that begins performance data."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).replace("|", "/").split())


def prometheus_lines(findings: Mapping[tuple[str, str], int], money: str | None) -> list[str]:
    """Gauges in the text format of Prometheus. ``findings``: how many, by check and severity."""
    lines = [
        "# HELP didww_check_findings What didww check found amiss.",
        "# TYPE didww_check_findings gauge",
        *(f'didww_check_findings{{check="{check}",severity="{how}"}} {n}' for (check, how), n in findings.items()),
    ]
    if money is not None:
        lines += [
            "# HELP didww_spendable_money Balance and credit, in the currency of the account.",
            "# TYPE didww_spendable_money gauge",
            f"didww_spendable_money {money}",
        ]
    return lines
