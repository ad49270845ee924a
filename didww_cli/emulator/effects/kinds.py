"""Polymorphic attributes as they will be, and what their kinds cannot be without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from didww_cli.catalog.model import LISTS, Variant
from didww_cli.emulator.defaults import variant
from didww_cli.emulator.effects.change import Change, attribute_error
from didww_cli.emulator.problems import ErrorObject


def merged(change: Change, name: str) -> dict[str, Any]:
    """A polymorphic attribute as it will be: what is sent over what is there, or over the defaults of its kind."""
    sent = change.attributes[name]
    held = change.record.attributes[name] if change.record else None
    if held and held["type"] == sent["type"]:
        return {"type": sent["type"], "attributes": {**held["attributes"], **sent["attributes"]}}
    return variant(sent["type"], _shape(change, name, sent["type"]).attributes, sent["attributes"])


def check_needs(change: Change, name: str) -> Iterator[ErrorObject]:
    """Refusals of what the kind of a polymorphic attribute lacks, where that or its kind is changed."""
    value = change.value(name)
    if not value:
        return
    shape = _shape(change, name, value["type"])
    anew = change.record is None or change.record.attributes[name]["type"] != shape.type
    for need in shape.needs:
        if not (need.holds(change.account.version) and need.asked(value["attributes"])):
            continue
        if need.beside:
            if (anew or need.member in change.attributes) and not change.value(need.member):
                yield attribute_error(need.member, "can't be blank")
        elif name in change.attributes and not value["attributes"][need.member]:
            yield _blank(shape, name, need.member)


def _shape(change: Change, name: str, type_: str) -> Variant:
    known = change.resource.attribute(name)
    assert known is not None
    return next(shape for shape in known.variants if shape.type == type_)


def _blank(shape: Variant, name: str, member: str) -> ErrorObject:
    """A list that is empty makes the whole wrong; another member is pointed at."""
    known = shape.attribute(member)
    assert known is not None
    if known.kind in LISTS:
        return attribute_error(name, "is invalid")
    return attribute_error(f"{name}.{member}", "can't be blank")
