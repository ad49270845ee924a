"""Values that users give for attributes, read from text or JSON and checked before anything is sent."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from typing import Any

from didww_cli.catalog.codes import TABLES, number_of
from didww_cli.catalog.forms import is_digits, is_web_url, read_json
from didww_cli.catalog.model import (
    BOOLEAN,
    DATE,
    DATETIME,
    DECIMAL,
    INTEGER,
    INTEGERS,
    LISTS,
    NETWORK,
    OBJECT,
    PHONE,
    STRING,
    STRINGS,
    URL,
    Attribute,
    Form,
    Kind,
)
from didww_cli.catalog.paths import near
from didww_cli.errors import UsageError
from didww_cli.workflows.reading.references import digits
from didww_cli.workflows.reading.times import as_filter, parse_time

WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def from_text(attribute: Attribute, text: str, where: str) -> Any:
    """The JSON value that a text stands for; ``where`` names the option in the UsageError of a wrong one."""
    if attribute.kind in (STRINGS, INTEGERS):
        items = [part.strip() for part in text.split(",") if part.strip()]
        return checked(attribute, items, where)
    if attribute.kind == OBJECT:
        return object_of(text, where)
    if attribute.kind == BOOLEAN:
        if text.strip().lower() not in WORDS:
            raise UsageError(f"{where} is true or false, not {text!r}.")
        return WORDS[text.strip().lower()]
    return checked(attribute, text, where)


def object_of(text: str, where: str) -> dict[str, Any]:
    """The JSON object that a text is; UsageError where it is none."""
    try:
        value = read_json(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise UsageError(f"{where} is a JSON object, not {text!r}.", f'For example: {where} \'{{"KEY": "VALUE"}}\'')
    return value


def from_json_text(attribute: Attribute, text: str, where: str) -> Any:
    """The value of ``--set KEY=VALUE``: JSON, or plain text where it is none or the attribute holds text."""
    try:
        value = read_json(text)
    except ValueError:
        return from_text(attribute, text, where)
    if value is None:
        return cleared(attribute, where)
    if isinstance(value, list | dict):
        return checked(attribute, value, where)
    return from_text(attribute, value if isinstance(value, str) else text, where)


def cleared(attribute: Attribute, where: str) -> None:
    """Null, where the attribute may be cleared; UsageError otherwise."""
    if not attribute.clearable:
        raise UsageError(f"{where} cannot be cleared: the API takes no null for {attribute.name}.")


def checked(attribute: Attribute, value: Any, where: str) -> Any:
    """A value in the form that is sent; UsageError where the attribute cannot hold it."""
    if value is None:
        return cleared(attribute, where)
    if attribute.kind in LISTS:
        if not isinstance(value, list):
            raise UsageError(f"{where} is a list, not {value!r}.")
        return [_item(attribute, item, where) for item in value]
    return _single(attribute, value, where)


def _item(attribute: Attribute, item: Any, where: str) -> Any:
    if attribute.kind == STRINGS:
        return _text(attribute, item, where)
    return _integer(attribute, item, where)


def _single(attribute: Attribute, value: Any, where: str) -> Any:
    if attribute.kind == BOOLEAN:
        if not isinstance(value, bool):
            raise UsageError(f"{where} is true or false, not {value!r}.")
        return value
    if attribute.kind == INTEGER:
        return _integer(attribute, value, where)
    if attribute.kind in (STRING, DECIMAL, DATE, DATETIME):
        return _text(attribute, value, where)
    return value


def _integer(attribute: Attribute, value: Any, where: str) -> int:
    if attribute.codes and not isinstance(value, bool):
        return _code(attribute.codes, value, where)
    if isinstance(value, bool) or not re.fullmatch(r"[+-]?[0-9]{1,18}", str(value).strip()):
        raise UsageError(f"{where} is a whole number, not {value!r}.")
    number = int(value)
    low, high = attribute.minimum, attribute.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        bounds = f"between {low} and {high}" if low is not None and high is not None else f"at least {low}"
        raise UsageError(f"{where} must be {bounds}, not {number}.")
    return number


def _code(table: str, value: Any, where: str) -> int:
    """The number of a code; numbers of JSON may be unknown ones, so that what the server sent can be put back."""
    text = str(value)
    number = number_of(table, text)
    if number is None and isinstance(value, int):
        return value
    if number is None:
        names = list(TABLES[table].values())
        raise UsageError(f"{where} has no {text!r}.{near(text, names)}", "'didww schema --codes' lists them all.")
    return number


def _text(attribute: Attribute, value: Any, where: str) -> str:
    if isinstance(value, bool | float | list | dict):
        raise UsageError(f"{where} is a text, not {value!r}.")
    text = str(value)
    allowed = attribute.enum or attribute.values
    if allowed and text not in allowed:
        raise UsageError(f"{where} cannot be {text!r}.{near(text, allowed)}", f"It is one of {', '.join(allowed)}.")
    if attribute.max_length is not None and len(text) > attribute.max_length:
        raise UsageError(f"{where} has {len(text)} characters; at most {attribute.max_length} are allowed.")
    if attribute.kind in FORMS_OF_KIND:
        return FORMS_OF_KIND[attribute.kind](text, where)
    return FORMS[attribute.form](text, where) if attribute.form in FORMS else text


def _decimal(text: str, where: str) -> str:
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,10})?", text):
        raise UsageError(f"{where} is an amount such as 100.00, not {text!r}.")
    return text


def _date(text: str, where: str) -> str:
    return parse_time(text).date().isoformat()


def _datetime(text: str, where: str) -> str:
    return as_filter(parse_time(text))


def _url(text: str, where: str) -> str:
    if not is_web_url(text):
        raise UsageError(f"{where} is a URL such as https://example.com/callbacks, not {text!r}.")
    return text


def _phone_number(text: str, where: str) -> str:
    number = digits(text)
    if not is_digits(number):
        raise UsageError(f"{where} is a phone number such as 12025550100, not {text!r}.")
    return number


def _network(text: str, where: str) -> str:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise UsageError(f"{where} takes addresses and networks such as 203.0.113.0/24, not {text!r}.") from None
    return text


Reader = Callable[[str, str], str]
FORMS_OF_KIND: Mapping[Kind, Reader] = {DECIMAL: _decimal, DATE: _date, DATETIME: _datetime}
FORMS: Mapping[Form, Reader] = {URL: _url, PHONE: _phone_number, NETWORK: _network}
