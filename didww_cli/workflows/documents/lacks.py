"""What of a requirement is there, and what is missing: DIDWW's word, beside what the records hold."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from didww_cli.catalog import BY_TYPE, requirements
from didww_cli.catalog.links import label
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.catalog.requirements import ADDRESS, COMPLAINTS, IDENTITY, SUPPLIES, Aspect
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.documents.requirements import Asked, Numbers, Requirement, linked, record_of
from didww_cli.workflows.reading.references import resolve


@dataclass(frozen=True, slots=True)
class Held:
    """An identity or address: the record, what the user calls it."""

    record: Record
    ref: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked for. ``found``: what there is of it; ``command``: what supplies it, where it is missing;
    ``didww``: how DIDWW says that it is missing.
    """

    of: str
    aspect: Aspect
    says: str
    found: str = ""
    there: bool = True
    field: str = ""
    command: str = ""
    didww: str = ""
    sure: bool = False
    """Whether it is missing whatever the validation says, which does not know the number."""

    @property
    def counted(self) -> bool:
        """Whether it is papers, of which there are some or none."""
        return self.aspect in (Aspect.DOCUMENTS, Aspect.FORM)


def held(client: Client, kind: str, ref: str) -> Held:
    """The identity or address of a reference, with what is looked at of it."""
    include = requirements.OF_PERSON if kind == IDENTITY else requirements.OF_ADDRESS
    return Held(record_of(client, BY_TYPE[kind], resolve(client, BY_TYPE[kind], [ref])[0], include), ref)


def check_owner(identity: Held, address: Held) -> None:
    """UsageError where the address is another identity's: who is registered is whose address it is."""
    owner = linked(address.record, requirements.OWNER)
    if owner and owner["id"] != identity.record["id"]:
        name = label(owner, IDENTITIES)
        raise UsageError(
            f"The {ADDRESSES.singular} {address.ref} is of {name}, not of {identity.ref}.",
            f"'didww {ADDRESSES.noun} list --filter identity.id={identity.record['id']}' shows those that fit.",
        )


def items_of(
    requirement: Requirement, numbers: Numbers, identity: Held | None, address: Held | None, near: Record | None
) -> list[Item]:
    """What is asked of an identity and an address, as far as the records tell. ``near``: where the address must be."""
    return [
        *(_of_identity(requirement, numbers, identity) if identity else ()),
        *(_of_address(requirement, numbers, address, near) if address else ()),
    ]


def _of_identity(requirement: Requirement, numbers: Numbers, held: Held) -> Iterator[Item]:
    kind = str(held.record.get(requirements.KIND))
    accepted = list(requirement.people)
    words = {"ref": held.ref, "kind": accepted[0] if accepted else ""}
    called = {one: requirements.ADDRESS_RULES.people[one].called for one in accepted}
    says = " or ".join(f"a {one}" for one in called.values())
    found = called.get(kind, kind) if kind in accepted else ""
    item = _item(IDENTITY, Aspect.KIND, says, found, words, kind in accepted)
    yield replace(item, command=item.command + requirements.NEEDS_OF_KIND.get(words["kind"], ""))
    if kind not in accepted:
        return
    asked = requirement.people[kind]
    if asked.place == requirements.IN_COUNTRY:
        yield _in_country(IDENTITY, numbers, held)
    yield from _fields(IDENTITY, asked, held)
    yield from _documents(IDENTITY, asked, held)
    if asked.form:
        name = asked.form.name
        forms = [_name(one.get(requirements.FORM_OF)) for one in linked(held.record, requirements.FORMS)]
        says = f"on file: {name}"
        yield _item(IDENTITY, Aspect.FORM, says, "", {"ref": held.ref, "name": name}, name in forms)


def _of_address(requirement: Requirement, numbers: Numbers, held: Held, near: Record | None) -> Iterator[Item]:
    asked = requirement.address
    if asked.place == requirements.IN_COUNTRY or (asked.place in requirements.NEAR and near is None):
        yield _in_country(ADDRESS, numbers, held)
    elif near:
        there = held.record.get(asked.place)
        same = there is None or there["id"] == near["id"]
        says = f"in {_name(near)}"
        item = _item(ADDRESS, Aspect.PLACE, says, _name(there) if there else "", _country_words(numbers, held), same)
        yield replace(item, sure=True)
    yield from _fields(ADDRESS, asked, held)
    yield from _documents(ADDRESS, asked, held)


def _in_country(of: str, numbers: Numbers, held: Held) -> Item:
    home = held.record.get(requirements.IN_COUNTRY)
    there = isinstance(home, Mapping) and home["id"] == numbers.country["id"]
    says = requirements.PLACES[requirements.IN_COUNTRY].format(country=_name(numbers.country))
    return _item(of, Aspect.PLACE, says, _name(home) if home else "", _country_words(numbers, held), there)


def _country_words(numbers: Numbers, held: Held) -> dict[str, str]:
    owner = held.record.get(requirements.OWNER)
    country = str(numbers.country.get(requirements.ISO) or numbers.country["id"])
    return {"ref": held.ref, requirements.IN_COUNTRY: country, "owner": f"id:{owner['id']}" if owner else "REF"}


def _fields(of: str, asked: Asked, held: Held) -> Iterator[Item]:
    for name in asked.fields:
        value = held.record.get(name)
        found = _name(value) if isinstance(value, Mapping) else str(value or "")
        unknown = name not in held.record and not _known(of, name)
        yield _field(of, name, held, found, there=bool(value) or unknown)


def _known(of: str, name: str) -> bool:
    return bool(BY_TYPE[of].attribute(name) or BY_TYPE[of].relationship(name))


def _field(of: str, name: str, held: Held, found: str = "", *, there: bool) -> Item:
    words = {"ref": held.ref, "option": name.replace("_", "-")}
    return replace(_item(of, Aspect.FIELD, name.replace("_", " "), found, words, there), field=name)


def _documents(of: str, asked: Asked, held: Held) -> Iterator[Item]:
    if not asked.documents:
        return
    kinds = [_name(one.get(requirements.PROOF_TYPE)) for one in linked(held.record, requirements.PROOFS)]
    found = [one for one in kinds if one in asked.types]
    says = documents_in_words(asked.documents, asked.types)
    words = {"ref": held.ref, "name": asked.types[0] if asked.types else "REF"}
    yield _item(of, Aspect.DOCUMENTS, says, ", ".join(found), words, len(found) >= asked.documents)


def documents_in_words(number: int, types: Sequence[str]) -> str:
    """How many documents, of which kinds."""
    what = "document" if number == 1 else "documents"
    return f"{number} {what}" + (f" of these: {', '.join(types)}" if types else "")


def _name(record: Any) -> str:
    return label(record, BY_TYPE.get(str(record.get("type")))) if isinstance(record, Mapping) else ""


def _item(of: str, aspect: Aspect, says: str, found: str, words: Mapping[str, str], there: bool) -> Item:
    quoted = {name: shlex.quote(value) for name, value in words.items()}
    return Item(of, aspect, says, found, there, command=SUPPLIES[of, aspect].format(**quoted))


def judged(items: Sequence[Item], errors: Sequence[Mapping[str, Any]] | None, owners: Mapping[str, Held]) -> list[Item]:
    """The items with DIDWW's word on them: ``errors`` is what it misses, None where it misses nothing. What it misses
    beyond them is an item more. ``owners``: identity and address by their types.
    """
    if errors is None:
        return [one if one.sure and not one.there else replace(one, there=True) for one in items]
    found = list(items)
    for error in errors:
        text = str(error.get("title") or error.get("detail") or error)
        of, aspect, field = _explained(text)
        at = next((at for at, one in enumerate(found) if (one.of, one.aspect, one.field) == (of, aspect, field)), None)
        if at is not None:
            found[at] = replace(found[at], there=False, didww=text)
        else:
            found.append(replace(_further(of, aspect, field, text, owners), there=False, didww=text))
    return found


def _explained(text: str) -> tuple[str, Aspect, str]:
    """What a complaint is about: the type of record, the aspect, and the field."""
    for one in COMPLAINTS:
        if match := re.fullmatch(one.pattern, text):
            said = match.groupdict().get("field") or ""
            return one.of, one.aspect, one.field or (requirements.field_named(said) if said else "")
    return "", Aspect.OTHER, ""


def _further(of: str, aspect: Aspect, field: str, text: str, owners: Mapping[str, Held]) -> Item:
    """What DIDWW misses and the requirement does not name."""
    who = owners.get(of)
    if who and aspect is Aspect.FIELD and _known(of, field):
        return _field(of, field, who, there=False)
    if who and aspect in (Aspect.DOCUMENTS, Aspect.FORM):
        return _item(of, aspect, text, "", {"ref": who.ref, "name": "REF"}, there=False)
    of = of if who else next(iter(owners))
    return _item(of, Aspect.OTHER, text, "", {"ref": owners[of].ref}, there=False)
