"""A quote as text."""

from __future__ import annotations

from didww_cli.workflows.orders.prices import Quote, money


def quote_lines(found: Quote) -> list[str]:
    """A quote as lines of text, in columns."""
    rows = [("QTY", "WHAT", "SETUP", "MONTHLY")]
    for line in found.lines:
        price = (money(line.price.setup), money(line.price.monthly)) if line.price else ("unknown", "unknown")
        rows.append((str(line.qty), line.title, *price))
    known = "total" if found.whole else "total of what is known"
    rows.append(("", f"{known}, without VAT", money(found.total.setup), money(found.total.monthly)))
    rows.append(("", "balance", "", found.balance or "unknown"))
    wide = [max(len(row[at]) for row in rows) for at in range(4)]
    lines = [
        f"{qty:>{wide[0]}}  {what:<{wide[1]}}  {once:>{wide[2]}}  {month:>{wide[3]}}" for qty, what, once, month in rows
    ]
    if not found.whole:
        lines.append("The price of a SKU is only found through what it belongs to: add --did-group.")
    return lines
