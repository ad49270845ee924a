"""Amounts of money: exact decimals, never floats."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

LARGEST = 15
"""Digits before or behind the point beyond which a text is no amount of money."""


def amount(value: Any) -> Decimal | None:
    """The amount in a server's decimal string; None where it holds none."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    fits = found.is_finite() and len(found.as_tuple().digits) <= LARGEST and abs(found.adjusted()) <= LARGEST
    return found if fits else None


def money(value: Decimal) -> str:
    """An amount as text: two decimal places, or more where it has more."""
    cents = value.quantize(Decimal("0.01"))
    return f"{cents if cents == value else value.normalize():f}"


def product(values: Iterable[Any]) -> str | None:
    """Some values multiplied, as text; None where one of them is no number."""
    found = Decimal(1)
    for value in values:
        factor = None if isinstance(value, bool) else amount(value)
        if factor is None:
            return None
        found *= factor
    return money(found)
