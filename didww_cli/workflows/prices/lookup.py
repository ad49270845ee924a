"""Prices of a number or a country: what is asked, checked before it is sent, and what a service answers."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog.forms import is_digits
from didww_cli.catalog.prices import MOST_DIGITS, NO_PLAN, NOT_FOUND, SERVICES, PriceService
from didww_cli.errors import NotFound, UsageError
from didww_cli.jsonapi.shapes import is_list
from didww_cli.jsonapi.transport import Query, Transport
from didww_cli.workflows.reading.references import digits


def question(service: PriceService, number: str | None, from_country: str | None, to_country: str | None) -> Query:
    """What a service is asked; UsageError for what it does not take, and for what is no number or country."""
    found: Query = []
    if number is not None:
        found.append((f"filter[{service.number}]", _number(number, service.least_digits)))
    for option, country, name in (
        ("--from-country", from_country, service.from_country),
        ("--to-country", to_country, service.to_country),
    ):
        if country is not None:
            found.append((f"filter[{_taken(service, option, name)}]", _country(country, option)))
    if not found or (number is None and not to_country):
        hint = "Name a number, or --to-country for all of a country." if service.to_country else "Name a number."
        raise UsageError(f"The prices of {service.name} are looked up by number, and none was named.", hint)
    return found


def _number(text: str, least: int) -> str:
    """Digits of a number in international form, whatever stands between them."""
    number = digits(text)
    if not is_digits(number):
        raise UsageError(f"{text!r} is no phone number.", "Write it in international form: +44 20 7946 0000.")
    if number.startswith("0"):
        raise UsageError(
            f"{text!r} begins with 0: it is not in international form.",
            "Begin with the country code: +44 20 7946 0000.",
        )
    if not least <= len(number) <= MOST_DIGITS:
        bounds = f"{least} to {MOST_DIGITS}" if least > 1 else f"at most {MOST_DIGITS}"
        raise UsageError(f"{text!r} has {len(number)} digits; it must have {bounds}.")
    return number


def _taken(service: PriceService, option: str, name: str) -> str:
    """The filter behind an option; UsageError naming the services that have it, where this one has none."""
    if name:
        return name
    member = option.strip("-").replace("-", "_")
    others = [one.name for one in SERVICES.values() if getattr(one, member)]
    raise UsageError(
        f"{service.name} has no prices by {option}.", f"Leave it out, or add --service {' or '.join(others)}."
    )


def _country(text: str, option: str) -> str:
    code = text.strip().upper()
    if len(code) != 2 or not (code.isascii() and code.isalpha()):
        raise UsageError(f"{option} is a country's code of two letters such as GB, not {text!r}.")
    return code


def look_up(transport: Transport, service: PriceService, asked: Query) -> dict[str, Any]:
    """The document with all prices that cover what is asked; NotFound that says why where there are none."""
    try:
        return transport.send("GET", service.lookup_path, query=asked, shape=_is_whole).document()
    except NotFound as error:
        raise explained(error, service) from None


def _is_whole(value: Any) -> str:
    """A list that holds as many prices as it counts."""
    if wrong := is_list(value):
        return wrong
    meta = value.get("meta")
    total = meta.get("total_records") if isinstance(meta, dict) else None
    held = len(value["data"])
    return f"it counts {total} prices and holds {held}" if isinstance(total, int) and total != held else ""


def explained(error: NotFound, service: PriceService) -> NotFound:
    """What the 404 of a service means: its code tells."""
    codes = {one.get("code") for one in error.errors}
    facts: dict[str, Any] = {"status": error.status, "errors": error.errors}
    if NO_PLAN in codes:
        return NotFound(
            f"This account has no price plan for {service.name} ({service.says}).",
            "Ask DIDWW for one; another --service may have one.",
            **facts,
        )
    if NOT_FOUND in codes:
        return NotFound(
            f"The account's plan for {service.name} has no price for that ({service.says}).",
            f"'didww prices download --service {service.name}' has all prices of the plan.",
            **facts,
        )
    return error
