"""A quote as text: line by line, and in one sum."""

from __future__ import annotations

from decimal import Decimal

from didww_cli.catalog.amounts import money
from didww_cli.workflows.orders.prices import Quote

UNKNOWN = "unknown"


def quote_lines(found: Quote) -> list[str]:
    """A quote as lines of text, in columns."""
    rows = [("QTY", "WHAT", "SETUP", "MONTHLY")]
    for line in found.lines:
        price = (money(line.price.setup), money(line.price.monthly)) if line.price else (UNKNOWN, UNKNOWN)
        rows.append((str(line.qty), line.title, *price))
    known = "total" if found.whole else "total of what is known"
    total = (money(found.total.setup), money(found.total.monthly)) if found.known else (UNKNOWN, UNKNOWN)
    rows.append(("", f"{known}, without VAT", *total))
    rows.append(("", "balance", "", found.balance or UNKNOWN))
    wide = [max(len(row[at]) for row in rows) for at in range(4)]
    table = [
        f"{qty:>{wide[0]}}  {what:<{wide[1]}}  {once:>{wide[2]}}  {month:>{wide[3]}}" for qty, what, once, month in rows
    ]
    return [*table, *found.hints]


def in_one_sum(found: Quote) -> str:
    """What a quote comes to, now and from then on, without VAT; what of it is not known is said."""
    unknown = ", ".join(f"{line.qty} × {line.title}" for line in found.lines if not line.price)
    if not found.known:
        return f"a price that is not known ({unknown})"
    total = found.total
    now = f"{money(total.setup + total.monthly)} now ({money(total.setup)} setup, {money(total.monthly)} first month)"
    known = f"{now}, {_later(found)}, without VAT"
    return f"{known}, and for {unknown}, whose price is not known" if unknown else known


def _later(found: Quote) -> str:
    """What follows the first month: each month for ever, or for as many as were ordered."""
    sums: dict[int | None, Decimal] = {}
    for line in found.lines:
        if line.price and line.renewals != 0:
            sums[line.renewals] = sums.get(line.renewals, Decimal()) + line.price.monthly
    said = [f"{money(value)} a month{_for_months(months)}" for months, value in sums.items()]
    return f"then {' and '.join(said)}" if said else "not renewed"


def _for_months(number: int | None) -> str:
    return "" if number is None else f" for {number} month{'' if number == 1 else 's'}"
