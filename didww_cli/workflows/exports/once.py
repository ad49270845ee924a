"""Exports made once: what is there under a reference is gone on with, and only what is missing is asked for."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from didww_cli.catalog.orders import EXPORTS
from didww_cli.disk import locked, write_private
from didww_cli.errors import CheckFailed, DidwwError, OutcomeUnknown, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, members, records
from didww_cli.workflows.exports.asking import REFERENCE, Part, reference_of, shown_period
from didww_cli.workflows.exports.periods import sent_time
from didww_cli.workflows.orders.ordering import search
from didww_cli.workflows.writing.door import Door

LONGEST_HOLD = 120.0
"""Seconds to wait for another process that creates exports under the same reference."""

MOVED = 3600
"""Seconds by which an end that moves with the clock may have moved when a command is repeated."""


@dataclass(frozen=True, slots=True)
class Made:
    """An export of this run. ``before``: it was there, with ``doubles``; ``found``: its answer had been lost."""

    document: Document
    before: bool = False
    found: bool = False
    doubles: int = 0


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Keep other processes from looking and creating meanwhile, where the state folder can be written."""
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(path, wait=LONGEST_HOLD))
        except TimeoutError:
            raise DidwwError(
                "Another didww creates exports under this reference, and does not end.", "Nothing was created."
            ) from None
        except OSError:
            pass
        yield


def there_before(client: Client, parts: Sequence[Part], base: str, note: Path) -> list[Made | None]:
    """For each part the export that is there under its reference; None where it is still to be made.

    UsageError where a reference belongs to something else, CheckFailed where no file will come of what has it. The
    one whose sending was cut off (``note``) is looked for a while: the server may still be at it.
    """
    if len(parts) > 1:
        for document in _under(client, base):
            raise UsageError(
                f"The external reference {base!r} belongs to the export {_told(document)}, which is one month. Several "
                f"months have a reference each: {', '.join(reference_of(part) for part in parts)}.",
                "Nothing was created. Choose another reference.",
            )
    return [_found(client, part) or _cut_off(client, part, note) for part in parts]


def _cut_off(client: Client, part: Part, note: Path) -> Made | None:
    """The export that a killed run may have sent a moment ago."""
    try:
        recent = time.time() - note.stat().st_mtime < LONGEST_HOLD
        if not recent or note.read_text(encoding="utf-8") != reference_of(part):
            return None
    except (OSError, ValueError):
        return None
    return search(client, lambda: _found(client, part), "export")[0]


def create(door: Door, parts: Sequence[Part], before: Sequence[Made | None], note: Path, again: str) -> Iterator[Made]:
    """Create the exports that are not there yet, one after another, and yield all of them in their order.

    One whose answer is lost is looked for; OutcomeUnknown, with the command to repeat, where it does not turn up.
    """
    for part, made in zip(parts, before, strict=True):
        yield made or _created(door, part, note, again)


@contextlib.contextmanager
def _noted(note: Path, reference: str) -> Iterator[None]:
    """Note what is being sent; the note stays where the run is stopped before it knows what came of it."""
    with contextlib.suppress(OSError):
        write_private(note, reference.encode("utf-8", "replace"))
    try:
        yield
    except (OutcomeUnknown, KeyboardInterrupt):
        raise
    except DidwwError:
        _remove(note)
        raise
    _remove(note)


def _remove(note: Path) -> None:
    with contextlib.suppress(OSError):
        note.unlink()


def _created(door: Door, part: Part, note: Path, again: str) -> Made:
    with _noted(note, reference_of(part)):
        try:
            document = door.send(part.request) or {}
        except OutcomeUnknown as error:
            return _looked_for(door.client, part, error, again)
        if any(record.get("id") for record in records(document, {})):
            return Made(document)
        return _looked_for(door.client, part, OutcomeUnknown("it does not show the export."), again)


def _looked_for(client: Client, part: Part, lost: OutcomeUnknown, again: str) -> Made:
    """The export whose answer was lost; OutcomeUnknown where it does not turn up."""
    found, problem = search(client, lambda: _found(client, part), "export")
    if found:
        return replace(found, before=False, found=True)
    raise OutcomeUnknown(
        f"The export was sent, but its answer was lost: {lost.message} Its external reference is "
        f"{reference_of(part)}; {problem}",
        f"It may be there, now or later. Repeat it, which creates nothing that is there:\n{again}",
        status=lost.status,
        errors=lost.errors,
    )


def _found(client: Client, part: Part) -> Made | None:
    """The export under the reference of a part: a completed one first, then the newest."""
    there = _under(client, reference_of(part))
    same = [document for document in there if not _differences(part, document)]
    usable = [document for document in same if not _ended(document)]
    if there and not same:
        raise _another(part, there[0])
    if same and not usable:
        raise _useless(part, same[0])
    if not usable:
        return None
    return Made(max(usable, key=_rank), before=True, doubles=len(usable) - 1)


def _under(client: Client, reference: str) -> list[Document]:
    """The documents of all exports that have a reference."""
    return [
        {**page.document, "data": data}
        for page in client.pages(EXPORTS, ListQuery({REFERENCE: (reference,)}))
        for data in members(page.document, "data")
        if _attributes({"data": data}).get(REFERENCE) == reference
    ]


def _attributes(document: Document) -> Mapping[str, Any]:
    found = document["data"].get("attributes")
    return found if isinstance(found, Mapping) else {}


def _rank(document: Document) -> tuple[bool, str]:
    attributes = _attributes(document)
    return str(attributes.get("status")).lower() == EXPORTS.ends.done, str(attributes.get("created_at") or "")


def _ended(document: Document) -> str:
    """Why no file will come of an export; empty where one does."""
    attributes = _attributes(document)
    status = str(attributes.get("status") or "").lower()
    if status == EXPORTS.ends.done and not attributes.get("url"):
        return "completed, but its file is gone"
    return status if status in EXPORTS.ends.failed else ""


def _facts(attributes: Mapping[str, Any]) -> dict[str, str]:
    """What an export holds: its type and filters, the times in one form."""
    given = attributes.get("filters")
    filters = given if isinstance(given, Mapping) else {}
    found = {name: str(value) for name, value in filters.items() if value not in (None, "")}
    found |= {name: _sent_form(found[name]) for name in ("from", "to") if name in found}
    return {"export_type": str(attributes.get("export_type")).lower(), **found}


def _sent_form(text: str) -> str:
    with contextlib.suppress(ValueError):
        return sent_time(_utc(text))
    return text


def _utc(text: str) -> datetime:
    found = datetime.fromisoformat(text.removesuffix("UTC").strip())
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _differences(part: Part, document: Document) -> list[str]:
    """In what an export is another than the part that is wanted, in words."""
    wanted, there = _facts(part.attributes), _facts(_attributes(document))
    return [
        f"{name}: {there.get(name, 'nothing')} there, {wanted.get(name, 'nothing')} asked for"
        for name in dict.fromkeys([*wanted, *there])
        if wanted.get(name) != there.get(name)
        and not (name in part.moving and _has_moved(there.get(name, ""), wanted[name]))
    ]


def _has_moved(there: str, wanted: str) -> bool:
    """Whether a time is that of the same command, given a little earlier."""
    with contextlib.suppress(ValueError):
        return 0 <= (_utc(wanted) - _utc(there)).total_seconds() <= MOVED
    return False


def _told(document: Document) -> str:
    return f"{document['data']['id']} ({shown_period(_attributes(document))})"


def _another(part: Part, document: Document) -> UsageError:
    differences = "\n".join(f"  {line}" for line in _differences(part, document))
    return UsageError(
        f"The external reference {reference_of(part)!r} belongs to another export, {_told(document)}:\n{differences}",
        "Nothing was created. Choose another reference, or fetch that one: "
        f"didww exports download {document['data']['id']} --to FILE --wait",
    )


def _useless(part: Part, document: Document) -> CheckFailed:
    identifier = document["data"]["id"]
    return CheckFailed(
        f"The export {_told(document)} under the reference {reference_of(part)!r} is {_ended(document)}.",
        "Nothing was created. Choose another reference, or take this one from it first: "
        f"didww exports update {identifier} --external-reference-id ended-{identifier}",
    )
