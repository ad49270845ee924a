"""Values of attributes as the server takes them: of their kind, or a text that stands for one (``"1"``, ``"true"``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from didww_cli.catalog.codes import TABLES
from didww_cli.catalog.model import (
    BOOLEAN,
    DATE,
    DECIMAL,
    INTEGER,
    INTEGERS,
    STRING,
    STRINGS,
    Attribute,
    Kind,
)

_BOOLEANS = {"true": True, "false": False}
_MOST_DIGITS = 12


class Unfit(Exception):
    """A value that the server refuses; the message is the one it gives."""


def money(amount: Decimal) -> str:
    """An amount as the server writes it: as few decimals as it needs, at least one."""
    text = f"{amount.normalize():f}"
    return text if "." in text else f"{text}.0"


def read(known: Attribute, value: Any) -> Any:
    """The value in the form in which it is kept; Unfit where it is not allowed."""
    if value is None:
        if not known.clearable:
            raise Unfit("can't be blank")
        return [] if known.kind in (STRINGS, INTEGERS) and not known.nullable else None
    found = _READERS[known.kind](value)
    for item in found if isinstance(found, list) else [found]:
        _check_item(known, item)
    return found


def _check_item(known: Attribute, item: Any) -> None:
    allowed: Any = known.enum or known.values or (TABLES[known.codes] if known.codes else None)
    if allowed is not None and item not in allowed:
        raise Unfit("is not included in the list")
    if isinstance(item, int) and not isinstance(item, bool):
        _check_range(known, item)
    if isinstance(item, str) and known.max_length and len(item) > known.max_length:
        raise Unfit(f"is too long (maximum is {known.max_length} characters)")
    if item == "" and known.required:
        raise Unfit("can't be blank")


def _check_range(known: Attribute, number: int) -> None:
    if known.minimum is not None and number < known.minimum:
        raise Unfit(f"must be greater than or equal to {known.minimum}")
    if known.maximum is not None and number > known.maximum:
        raise Unfit(f"must be less than or equal to {known.maximum}")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Unfit("is not a string")
    return value


def _integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    raise Unfit("is not a number")


def _boolean(value: Any) -> bool:
    found = _BOOLEANS.get(value) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise Unfit("is not a boolean")
    return found


def _decimal(value: Any) -> str:
    try:
        if isinstance(value, bool):
            raise InvalidOperation
        amount = Decimal(str(value) if isinstance(value, (int, float)) else _string(value))
    except InvalidOperation:
        raise Unfit("is not a number") from None
    if not amount.is_finite() or amount.adjusted() > _MOST_DIGITS:
        raise Unfit("is not a number")
    return money(amount)


def _date(value: Any) -> str:
    try:
        return date.fromisoformat(_string(value)).isoformat()
    except ValueError:
        raise Unfit("is invalid") from None


def _list_of(read_item: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    def read_list(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Unfit("is not an array")
        return [read_item(item) for item in value]

    return read_list


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unfit("is not an object")
    return value


_READERS: dict[Kind, Callable[[Any], Any]] = {
    STRING: _string,
    INTEGER: _integer,
    BOOLEAN: _boolean,
    DECIMAL: _decimal,
    DATE: _date,
    STRINGS: _list_of(_string),
    INTEGERS: _list_of(_integer),
    Kind.OBJECT: _object,
    Kind.CONTENT: lambda value: value if isinstance(value, dict) else _string(value),
}
