"""CDR exports: asked for a month at a time, and downloaded into one file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.forms import is_digits
from didww_cli.catalog.model import PLAIN, Filter
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.orders import EXPORT_CHOICES, EXPORTS, LISTED_CHOICES
from didww_cli.catalog.paths import near
from didww_cli.catalog.versions import Named, named, named_span
from didww_cli.catalog.voice import VOICE_OUT_TRUNKS
from didww_cli.errors import DidwwError, NotFound, UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.exports.downloads import Counted, download
from didww_cli.workflows.exports.joining import Gzipped, Joined
from didww_cli.workflows.exports.periods import Period, by_month, sent_time
from didww_cli.workflows.exports.targets import Sink
from didww_cli.workflows.orders.ordering import check_reference
from didww_cli.workflows.reading.references import digits, given_id, resolve, sent_form
from didww_cli.workflows.writing.demands import check_together
from didww_cli.workflows.writing.request import Request

REFERENCE = EXPORTS.own_reference


@dataclass(frozen=True, slots=True)
class Chosen:
    """A key that narrows an export, and its values."""

    key: Filter
    values: tuple[str, ...]


def choices_of(export_type: str, texts: Sequence[str]) -> tuple[Chosen, ...]:
    """What some ``KEY=VALUE`` narrow an export of a kind by; UsageError with the nearest key or value."""
    known = {one.name: one for one in EXPORT_CHOICES[export_type]}
    short = {name.removesuffix(".id"): one for name, one in known.items()} | known
    found: dict[str, Chosen] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        key = short.get(name)
        if not equals or not value:
            raise UsageError(f"--filter {text!r} is not KEY=VALUE.", f"For example: --filter {next(iter(known))}=…")
        if key is None:
            raise UsageError(
                f"An export of {export_type} has no filter {name!r}.{near(name, short)}", f"Known: {', '.join(known)}."
            )
        before = found[key.name].values if key.name in found else ()
        found[key.name] = Chosen(key, (*before, *(_value(key, one.strip()) for one in value.split(","))))
    for one in found.values():
        if len(one.values) > 1 and one.key.name not in LISTED_CHOICES:
            raise UsageError(f"{one.key.name} takes one value, not {len(one.values)}.", "Create an export for each.")
    return tuple(found.values())


def _value(key: Filter, text: str) -> str:
    if key.form is not PLAIN:
        return sent_form(key.form, text)
    same = next((one for one in key.enum if one.casefold() == text.casefold()), None)
    if key.enum and same is None:
        raise UsageError(
            f"{key.name} cannot be {text!r}.{near(text, key.enum)}", f"It is one of {', '.join(key.enum)}."
        )
    return same or text


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported. ``reference`` is that of one's own, or what those of several begin with."""

    export_type: str
    period: Period
    reference: str
    did: str | None = None
    out_trunk: str | None = None
    choices: tuple[Chosen, ...] = ()
    callback_url: str | None = None
    callback_method: str | None = None

    def check(self) -> None:
        """UsageError where the choices do not go together, or exports could not be found by the reference."""
        check_reference(self.reference)
        if self.did is not None and self.export_type != "cdr_in":
            raise UsageError("--did chooses among inbound calls: it goes with --type cdr_in.")
        if self.out_trunk is not None and self.export_type != "cdr_out":
            raise UsageError("--voice-out-trunk chooses among outbound calls: it goes with --type cdr_out.")
        if self.did is not None and given_id(self.did) is None and not is_digits(digits(self.did)):
            raise UsageError(f"--did {self.did!r} is no phone number, and no id.")
        check_together(EXPORTS, {"callback_url": self.callback_url, "callback_method": self.callback_method})


def named_in(wanted: Export) -> list[Named]:
    """What an export names of the API, as far as some versions lack it."""
    found = named_span(EXPORTS, "export_type", wanted.export_type)
    for one in wanted.choices:
        found += named(f"{one.key.name} of exports of {wanted.export_type}", one.key)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """The export of one calendar month: the request that creates it, and the ends that move with the clock."""

    request: Request
    moving: frozenset[str]

    @property
    def attributes(self) -> dict[str, Any]:
        """The attributes that are sent."""
        return dict((self.request.body or {})["data"]["attributes"])


def reference_of(part: Part) -> str:
    """The external reference under which a part is created and found."""
    return str(part.attributes[REFERENCE])


def new_reference() -> str:
    """An external reference that no other export has."""
    return f"didww-cli-{uuid.uuid4()}"


def parts_of(client: Client, wanted: Export) -> list[Part]:
    """The exports that are wanted, one for each calendar month; names are looked up."""
    parts = by_month(wanted.period)
    references = _references(wanted.reference, parts)
    attributes: dict[str, Any] = {"export_type": wanted.export_type}
    choice = _choice(client, wanted)
    callback = {"callback_url": wanted.callback_url, "callback_method": wanted.callback_method}
    attributes |= {name: value for name, value in callback.items() if value is not None}
    return [
        Part(_request(attributes | _of_part(part, choice, reference)), part.moving)
        for part, reference in zip(parts, references, strict=True)
    ]


def _request(attributes: dict[str, Any]) -> Request:
    return Request("POST", EXPORTS.path, {"data": {"type": EXPORTS.type, "attributes": attributes}})


def _of_part(part: Period, choice: dict[str, Any], reference: str) -> dict[str, Any]:
    period = {"from": sent_time(part.start), "to": sent_time(part.end)}
    return {"filters": period | choice, REFERENCE: reference}


def _choice(client: Client, wanted: Export) -> dict[str, Any]:
    """The filters that choose the calls or messages; several values of one go as a list."""
    found: dict[str, Any] = {}
    for one in wanted.choices:
        values = list(resolve(client, BY_TYPE[one.key.to], one.values)) if one.key.to else list(one.values)
        found[one.key.name] = values if len(values) > 1 else values[0]
    return found | _short_choice(client, wanted)


def _short_choice(client: Client, wanted: Export) -> dict[str, str]:
    """The filter that chooses the calls of one DID or trunk, which have options of their own."""
    if wanted.out_trunk is not None:
        return {"voice_out_trunk.id": resolve(client, VOICE_OUT_TRUNKS, [wanted.out_trunk])[0]}
    if wanted.did is None:
        return {}
    identifier = given_id(wanted.did)
    if identifier is None:
        return {"did_number": digits(wanted.did)}
    return {"did_number": str(records(client.get(DIDS, identifier), {})[0].get("number"))}


def _references(base: str, parts: Sequence[Period]) -> list[str]:
    """A reference of one's own for each part, each its own: a lost one is found by it."""
    found = [base] if len(parts) == 1 else [f"{base}-{part.start:%Y-%m}" for part in parts]
    known = EXPORTS.attribute(REFERENCE)
    longest = known.max_length if known else None
    if longest is not None and len(found[0]) > longest:
        raise UsageError(f"An external reference has at most {longest} characters: {found[0]!r} has more.")
    return found


def shown_period(attributes: Mapping[str, Any]) -> str:
    """The period of an export in words."""
    found = _filters(attributes)
    return f"{found.get('from')} to {found.get('to')} UTC" if found else "period unknown"


def _filters(attributes: Mapping[str, Any]) -> Mapping[str, Any]:
    found = attributes.get("filters")
    return found if isinstance(found, Mapping) else {}


def in_order(exports: Sequence[Document]) -> list[Document]:
    """Exports in the order of their periods, each once; UsageError where they hold different kinds of calls."""
    found = {str(one["data"]["id"]): records(one, {})[0] for one in exports}
    kinds = sorted({str(one.get("export_type")) for one in found.values()})
    if len(kinds) > 1:
        raise UsageError(f"Exports of {' and '.join(kinds)} have different columns and are not joined.")
    by_id = {str(one["data"]["id"]): one for one in exports}
    return [by_id[identifier] for identifier in sorted(found, key=lambda one: _start(found[one]))]


def overlaps(exports: Sequence[Document]) -> bool:
    """Whether one of some exports, in the order of their periods, begins before the one before it ends."""
    periods = [(_start(one), _end(one)) for document in exports for one in records(document, {})]
    return any(start < end for (_, end), (start, _) in pairwise(periods))


def _start(export: Record) -> str:
    return str(_filters(export).get("from") or "")


def _end(export: Record) -> str:
    return str(_filters(export).get("to") or "")


def fetch(
    client: Client, exports: Sequence[Record], sink: Sink, *, unpack: bool, counted: Counted = lambda done, total: None
) -> None:
    """The files of completed exports, in their order, as one: CSV where ``unpack`` says so, else gzip."""
    urls = [file_url(export) for export in exports]
    if len(urls) == 1:
        _fetch_one(client, exports[0], urls[0], sink, unpack, counted)
        return
    packed = None if unpack else Gzipped(sink)
    joined = Joined(packed or sink)
    for export, url in zip(exports, urls, strict=True):
        _fetch_one(client, export, url, joined, True, counted)
        joined.mark()
    if packed:
        packed.finish()


def _fetch_one(client: Client, export: Record, url: str, sink: Sink, unpack: bool, counted: Counted) -> None:
    try:
        download(client.transport, url, sink, unpack=unpack, counted=counted)
    except NotFound as error:
        raise _gone(export, error) from None


def file_url(export: Record) -> str:
    """Where the file of an export is; DidwwError while it is not completed."""
    status = str(export.get("status") or "").lower()
    if status != EXPORTS.ends.done:
        raise DidwwError(f"The export {export['id']} is still {status or 'unfinished'}: it has no file.", "Add --wait.")
    if not export.get("url"):
        raise _gone(export, None)
    return str(export["url"])


def _gone(export: Record, error: NotFound | None) -> NotFound:
    facts = (error.status, error.errors) if error else (None, [])
    return NotFound(
        f"The file of the export {export['id']} is not there (any more).",
        "DIDWW removes files a month after completion. Create the export again under another reference, while its call "
        "records are kept.",
        status=facts[0],
        errors=facts[1],
    )
