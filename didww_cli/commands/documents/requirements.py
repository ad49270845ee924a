"""``didww requirements``: what is asked for before numbers work, what of it is there, and what supplies the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import BY_TYPE, requirements
from didww_cli.catalog.formats import Format
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.catalog.requirements import ADDRESS_RULES, EMERGENCY_RULES, Rules
from didww_cli.catalog.shared import NUMBER_TYPES
from didww_cli.commands.asking import dry_run_option, show_requests, yes_option
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import for_account
from didww_cli.errors import CheckFailed, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.documents.lacks import Held, Item
    from didww_cli.workflows.documents.requirements import Asked, Form, Numbers, Requirement
    from didww_cli.workflows.writing.request import Request

Row = tuple[str, str]
STATE = 9
"""The width of what says that something is there or missing."""


def requirements_command() -> Command:
    """``didww requirements``."""
    return Command(
        "requirements",
        _run,
        params=[
            option("--did", metavar="NUMBER", help="For this DID."),
            option("--did-group", "group", metavar="REF", help="For the numbers of this DID group."),
            option("--country", metavar="REF", help="For the numbers of this country; with --type."),
            option("--type", "kind", metavar="KIND", help=f"{', '.join(NUMBER_TYPES)}."),
            option("--emergency", type=bool, help="For emergency calls."),
            option("--identity", metavar="REF", help="What of it this person or company has; exit 10 if not all."),
            option("--address", metavar="REF", help="The same of this address."),
            dry_run_option(),
            yes_option(asks=False),
        ],
        examples=[
            "didww requirements --country DE --type local",
            "didww requirements --did 493023125001 --identity identity-trading --address address-frankfurt",
            "didww requirements --country US --type local --emergency -o json",
        ],
    )


def _run(
    state: State,
    did: str | None,
    group: str | None,
    country: str | None,
    kind: str | None,
    emergency: bool,
    identity: str | None,
    address: str | None,
    dry_run: bool,
) -> None:
    from didww_cli.workflows.documents.lacks import check_owner
    from didww_cli.workflows.documents.lacks import held as looked_up
    from didww_cli.workflows.documents.requirements import requirement_of, told, validation

    state.check()
    state.only("Requirements are shown", Format.TABLE, Format.JSON, Format.JSONL)
    rules = EMERGENCY_RULES if emergency else ADDRESS_RULES
    numbers = _numbers(state, did, group, country, kind)
    record = requirement_of(state.client, rules, numbers)
    if record is None:
        _tell_none(state, rules, numbers)
        return
    requirement = told(record, rules)
    given = {IDENTITIES.type: identity, ADDRESSES.type: address}
    held = {kind: looked_up(state.client, kind, ref) for kind, ref in given.items() if ref is not None}
    if len(held) == len(given):
        check_owner(*held.values())
    request = validation(requirement, {kind: str(one.record["id"]) for kind, one in held.items()})
    if dry_run:
        show_requests(state, [request] if held else [])
        return
    items, errors = _check(state, request, requirement, numbers, held) if held else ([], [])
    if not show_data(state, _data(numbers, requirement, items, errors)):
        _show(state, numbers, requirement, items)
    if missing := sum(not one.there for one in items):
        what = "1 thing is" if missing == 1 else f"{missing} things are"
        raise CheckFailed(f"The {BY_TYPE[rules.type].singular} is not fulfilled: {what} missing.", errors=errors)


def _numbers(state: State, did: str | None, group: str | None, country: str | None, kind: str | None) -> Numbers:
    from didww_cli.workflows.documents.requirements import numbers_of_country, numbers_of_did, numbers_of_group
    from didww_cli.workflows.numbers.choice import kind_of

    if sum(one is not None for one in (did, group, country)) != 1 or (kind is None) != (country is None):
        raise UsageError("Say for which numbers: --did NUMBER, --did-group REF, or --country REF --type KIND.")
    kind = kind_of(kind)
    if did is not None:
        return numbers_of_did(state.client, did)
    if group is not None:
        return numbers_of_group(state.client, group)
    assert country is not None
    return numbers_of_country(state.client, country, kind)


def _tell_none(state: State, rules: Rules, numbers: Numbers) -> None:
    from didww_cli.catalog.paths import read

    if show_data(state, _data(numbers, None, [], [])):
        return
    text = f"DIDWW lists no {BY_TYPE[rules.type].singular} for {numbers.called}."
    if rules is ADDRESS_RULES and numbers.group:
        needed = read(numbers.group, requirements.NEEDED.split("."))
        text += " They must be registered all the same: ask DIDWW." if needed else " They work without registration."
    state.notice(text)


def _check(
    state: State, request: Request, requirement: Requirement, numbers: Numbers, held: Mapping[str, Held]
) -> tuple[list[Item], list[dict[str, Any]]]:
    """What is there and what is missing, and the words of DIDWW."""
    from didww_cli.workflows.documents.lacks import items_of, judged
    from didww_cli.workflows.documents.requirements import complaints, place_near

    refused = complaints(state.door, request)
    address = held.get(ADDRESSES.type)
    near = place_near(state.client, numbers, requirement.address.place) if address else None
    items = items_of(requirement, numbers, held.get(IDENTITIES.type), address, near)
    items = judged(items, (refused.errors or [{"title": refused.message}]) if refused else None, held)
    here = [replace(one, command=for_account(state, one.command)) for one in items]
    return here, refused.errors if refused else []


def _data(
    numbers: Numbers, requirement: Requirement | None, items: Sequence[Item], errors: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    from dataclasses import asdict

    checked = [
        {
            "of": BY_TYPE[one.of].singular,
            "what": one.field or one.aspect,
            "says": one.says,
            "found": one.found or None,
            "there": one.there,
            "command": None if one.there else one.command,
            "didww": one.didww or None,
        }
        for one in items
    ]
    return {
        "for": numbers.called,
        "requirement": asdict(requirement) if requirement else None,
        "valid": all(one.there for one in items) if items else None,
        "checked": checked,
        "errors": list(errors),
    }


def _show(state: State, numbers: Numbers, requirement: Requirement, items: Sequence[Item]) -> None:
    from didww_cli.output.table import pairs

    rows = [("for", numbers.called), (BY_TYPE[requirement.type].singular, f"{requirement.name}, {requirement.id}")]
    shown = list(dict.fromkeys(BY_TYPE[one.of].singular for one in items))
    if IDENTITIES.singular not in shown:
        called = [ADDRESS_RULES.people[kind].called for kind in requirement.people]
        rows.append((IDENTITIES.singular, " or ".join(f"a {one}" for one in called)))
        for name, asked in zip(called, requirement.people.values(), strict=True):
            rows += _below(name, _asked(numbers, asked))
    if ADDRESSES.singular not in shown:
        rows += _below(ADDRESSES.singular, _asked(numbers, requirement.address))
    rows += _below("each time", _each_time(requirement))
    rows += _below("limits", requirement.limits.splitlines())
    rows += _below("set-up time", [requirement.setup_time or ""])
    rows += _below("price", [_price(requirement)])
    pairs(state.screen, rows)
    for heading in shown:
        state.screen.line("")
        state.screen.line(heading)
        for one in items:
            if BY_TYPE[one.of].singular == heading:
                pairs(state.screen, list(_item(one)))
                if not one.there:
                    state.screen.line(f"{'':<{STATE}}  {one.command}")  # never folded, so that it can be copied


def _below(name: str, lines: Sequence[str]) -> Iterator[Row]:
    """Rows of one name, which stands at the first of them."""
    for at, line in enumerate([one for one in lines if one]):
        yield "" if at else name, line


def _asked(numbers: Numbers, asked: Asked) -> list[str]:
    from didww_cli.catalog.links import label
    from didww_cli.catalog.numbers import COUNTRIES
    from didww_cli.workflows.documents.lacks import documents_in_words

    place = requirements.PLACES.get(asked.place, asked.place).format(country=label(numbers.country, COUNTRIES))
    fields = ", ".join(one.replace("_", " ") for one in asked.fields)
    return [
        place,
        f"filled in: {fields}" if fields else "",
        documents_in_words(asked.documents, asked.types) if asked.documents else "",
        f"kept on file: {_form(asked.form)}" if asked.form else "",
    ]


def _form(form: Form) -> str:
    return f"{form.name}, blank at {form.url}" if form.url else form.name


def _each_time(requirement: Requirement) -> list[str]:
    """What comes with each verification."""
    forms = {_form(one.each_time): kind for kind, one in requirement.people.items() if one.each_time}
    return [*forms, "a description of what the numbers are for" if requirement.service_description else ""]


def _price(requirement: Requirement) -> str:
    """The price in words; empty where none is asked for or agreed."""
    named = ((requirement.setup_price, "once"), (requirement.monthly_price, "each month"))
    return ", ".join(f"{price} {when}" for price, when in named if price is not None)


def _item(item: Item) -> Iterator[Row]:
    found = f"{'; there is' if item.counted else ':'} {item.found}" if item.found else ""
    yield f"{'  there' if item.there else '  missing':<{STATE}}", f"{item.says}{found}"
    if item.didww and item.didww != item.says:
        yield "", f"DIDWW says: {item.didww}"
