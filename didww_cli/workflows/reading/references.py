"""From what a person calls a thing to its id: numbers, names, ISO codes, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.forms import UUID, is_digits
from didww_cli.catalog.links import label
from didww_cli.catalog.model import CAPITALS, DIGITS, Form, Resource
from didww_cli.catalog.paths import form_of, near, read
from didww_cli.errors import Ambiguous, DidwwError, NotFound, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record

Found = TypeVar("Found")


class FromLine(str):
    """A reference out of a list of such, with the line in which it stands there."""

    line = 0


def many(references: Sequence[str]) -> bool:
    """Whether references may be several: those of a list are, even if it holds one."""
    return len(references) > 1 or any(isinstance(one, FromLine) for one in references)


BATCH = 100
"""Most values in one filter, so that the URL stays below 8 KiB."""

MOST_COMPARED = 1000
"""Most records among which the nearest name is looked for."""


def batches(values: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Values as many at a time as one filter takes, each once."""
    unique = list(dict.fromkeys(values))
    for start in range(0, len(unique), BATCH):
        yield tuple(unique[start : start + BATCH])


def given_id(reference: str) -> str | None:
    """The id that a reference is by its form: a UUID, or anything after ``id:``. None for names."""
    if reference.startswith("id:"):
        if not reference[3:].strip():
            raise UsageError("After id: the id is missing.")
        return reference[3:]
    return reference.lower() if UUID.fullmatch(reference.strip()) else None


def digits(text: str) -> str:
    """A phone number as the API writes it: digits only. What is no phone number stays as it is."""
    plain = re.sub(r"[\s().\-/+]", "", text)
    return plain if is_digits(plain) else text


def sent_form(form: Form, value: str) -> str:
    """A value as the API writes it: digits for numbers, capitals for ISO codes."""
    if form == DIGITS:
        return digits(value)
    return value.upper() if form == CAPITALS else value


def spoken(record: Record, resource: Resource, path: str) -> Any:
    """What a record is called by one of its look-up paths."""
    if composed := resource.composed_of(path):
        parts = [_said(read(record, part.split("."))) for part in composed.parts]
        return composed.between.join(part for part in parts if part) or None
    return read(record, path.split("."))


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return label(value, BY_TYPE.get(str(value.get("type"))))
    return "" if value is None else str(value)


def resolve(client: Client, resource: Resource, references: Sequence[str]) -> list[str]:
    """The ids of some references, in their order. NotFound or Ambiguous, naming each that fits none or several."""
    names = list(dict.fromkeys(reference for reference in references if given_id(reference) is None))
    found = find(client, resource, names) if names else {}
    missing = [name for name in names if not found[name]]
    nearest = _nearest(client, resource, missing) if missing else {}
    return each_of(references, lambda one: given_id(one) or str(_only(found[one], one, resource, nearest)["id"]))


def _nearest(client: Client, resource: Resource, missing: Sequence[str]) -> dict[str, str]:
    """What may have been meant by names that nothing bears, in words; nothing where that cannot be looked up."""
    try:
        known = known_names(client, resource, resource.lookup) if "list" in resource.operations else []
    except DidwwError:
        return {}
    return {name: near(name.strip(), known) for name in missing if name.strip()}


def known_names(client: Client, resource: Resource, keys: Sequence[str]) -> list[str]:
    """What the first records of a type are called, for the nearest to a name that none bears."""
    include = dict.fromkeys(one for key in keys if _takes_a_list(resource, key) for one in _links_of(resource, key))
    records = client.list(resource, ListQuery(include=tuple(include), limit=MOST_COMPARED))
    return [str(name) for record in records for key in keys if (name := spoken(record, resource, key))]


def each_of(references: Sequence[str], get: Callable[[str], Found]) -> list[Found]:
    """What each reference stands for; one failure that names all of those that are not there or fit several things."""
    found: list[Found] = []
    problems: list[NotFound | Ambiguous] = []
    for one in references:
        try:
            found.append(get(one))
        except (NotFound, Ambiguous) as problem:
            problem.message = f"Line {one.line}: {problem.message}" if isinstance(one, FromLine) else problem.message
            problems.append(problem)
    if len(problems) > 1:
        hints = dict.fromkeys(one.hint for one in problems if one.hint)
        raise NotFound("\n".join(one.message for one in problems), "\n".join(hints), status=problems[0].status)
    if problems:
        raise problems[0]
    return found


def find(client: Client, resource: Resource, names: Sequence[str]) -> dict[str, list[Record]]:
    """All records that each name fits."""
    fits: dict[str, dict[str, Record]] = {name: {} for name in names}
    composed = [path for path in resource.lookup if _takes_a_list(resource, path)]
    for path in resource.lookup:
        if path not in composed:
            _fit(fits, _candidates(client, resource, path, names), resource, [path])
    unknown = [name for name in names if not fits[name]]
    if composed and unknown:
        include = dict.fromkeys(one for path in composed for one in _links_of(resource, path))
        _fit(fits, client.list(resource, ListQuery(include=tuple(include))), resource, composed, unknown)
    return {name: list(records.values()) for name, records in fits.items()}


def _takes_a_list(resource: Resource, path: str) -> bool:
    """Whether a name is made of several members or of what is linked: the API has no filter for it."""
    return bool(resource.composed_of(path)) or ("." in path and not resource.filter(path))


def _links_of(resource: Resource, path: str) -> list[str]:
    """The includes without which a look-up path cannot be read."""
    composed = resource.composed_of(path)
    heads = [part.partition(".")[0] for part in (composed.parts if composed else (path,))]
    return [head for head in heads if resource.relationship(head)]


def _fit(
    fits: Mapping[str, dict[str, Record]],
    records: Iterable[Record],
    resource: Resource,
    paths: Sequence[str],
    names: Sequence[str] | None = None,
) -> None:
    """Put each record to the names that it has by one of some look-up paths."""
    wanted: dict[tuple[str, str], list[str]] = {}
    forms = {path: form_of(resource, path) for path in paths}
    for path, form in forms.items():
        for name in fits if names is None else names:
            wanted.setdefault((path, _plain(form, name)), []).append(name)
    for record in records:
        for path, form in forms.items():
            said = spoken(record, resource, path)
            for name in wanted.get((path, _plain(form, str(said))), ()) if said is not None else ():
                fits[name][str(record["id"])] = record


def _candidates(client: Client, resource: Resource, path: str, names: Sequence[str]) -> Iterable[Record]:
    """Records among which a name may be: asked for by filter where the API has one, else all of them."""
    if resource.filter(path):
        simple = [sent_form(form_of(resource, path), name) for name in names if "," not in name]
        yield from client.lists(resource, (ListQuery({path: batch}) for batch in batches(simple)))
        if len(simple) == len(names):
            return
    elif resource.filter(f"{path}_contains"):
        parts = (digits(name) for name in names)
        asked = (part for part in parts if len(part) >= 3 and is_digits(part))
        yield from client.lists(resource, (ListQuery({f"{path}_contains": (part,)}) for part in asked))
        return
    yield from client.list(resource)


def _plain(form: Form, text: str) -> str:
    return sent_form(form, text.strip()).casefold()


def _told_apart(record: Record, resource: Resource) -> str:
    """What a record is called, and the members of its own that a list shows of it."""
    others = [path for path in resource.columns if path not in ("id", *resource.label) and resource.attribute(path)]
    shown = [f"{path} {record[path]}" for path in others if record.get(path) not in (None, "", [])]
    return label(record, resource) + (f" ({', '.join(shown[:4])})" if shown else "")


def _only(records: list[Record], reference: str, resource: Resource, nearest: Mapping[str, str]) -> Record:
    if not records:
        ways = f"by {', '.join(resource.lookup)} or id" if resource.lookup else "by its id alone (a UUID, or id:…)"
        raise NotFound(
            f"There is no {resource.singular} {reference!r}.{nearest.get(reference, '')}",
            f"It is looked up {ways}; 'didww {resource.noun} list' shows what there is.",
        )
    if len(records) > 1:
        listed = "\n".join(f"  {record['id']}  {_told_apart(record, resource)}" for record in records[:20])
        raise Ambiguous(
            f"{reference!r} fits {len(records)} {resource.noun}:\n{listed}", "Use the id of the one that you mean."
        )
    return records[0]
