"""CDR exports: asked for a month at a time, waited for, and downloaded into one file."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import quote
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.errors import DidwwError, NotFound, OutcomeUnknown, UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.downloads import Counted, download
from didww_cli.workflows.joining import Gzipped, Joined
from didww_cli.workflows.periods import Period, by_month, sent_time
from didww_cli.workflows.references import digits, given_id, resolve
from didww_cli.workflows.targets import Sink
from didww_cli.workflows.waiting import WAIT_TIMEOUT, Told, has_status, wait_for
from didww_cli.workflows.writes import Request

EXPORTS = BY_TYPE["exports"]
DIDS = BY_TYPE["dids"]
OUT_TRUNKS = BY_TYPE["voice_out_trunks"]

LONGEST_REFERENCE = 100
ENDED = ("failed", "canceled", "cancelled", "expired")
"""Statuses that the API does not list; should one appear, no file will come."""

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported. ``reference`` is the ``external_reference_id``, drawn where it is None."""

    export_type: str
    period: Period
    did: str | None = None
    out_trunk: str | None = None
    callback_url: str | None = None
    callback_method: str | None = None
    reference: str | None = None

    def check(self) -> None:
        """UsageError where the choices do not go together."""
        if self.did is not None and self.export_type != "cdr_in":
            raise UsageError("--did chooses among inbound calls: it goes with --type cdr_in.")
        if self.out_trunk is not None and self.export_type != "cdr_out":
            raise UsageError("--voice-out-trunk chooses among outbound calls: it goes with --type cdr_out.")
        if self.did is not None and given_id(self.did) is None and not digits(self.did).isdigit():
            raise UsageError(f"--did {self.did!r} is no phone number, and no id.")
        if self.callback_method is not None and self.callback_url is None:
            raise UsageError("--callback-method needs --callback-url.")


def requests_for(client: Client, wanted: Wanted) -> list[Request]:
    """The requests that create the exports, one for each calendar month; names are looked up."""
    parts = by_month(wanted.period)
    attributes: dict[str, Any] = {"export_type": wanted.export_type}
    choice = _choice(client, wanted)
    callback = {"callback_url": wanted.callback_url, "callback_method": wanted.callback_method}
    attributes |= {name: value for name, value in callback.items() if value is not None}
    return [
        Request("POST", EXPORTS.path, {"data": {"type": EXPORTS.type, "attributes": attributes | one}})
        for part, reference in zip(parts, _references(wanted.reference, parts), strict=True)
        for one in [_of_part(part, choice, reference)]
    ]


def _of_part(part: Period, choice: dict[str, str], reference: str) -> dict[str, Any]:
    period = {"from": sent_time(part.start), "to": sent_time(part.end)}
    return {"filters": period | choice, "external_reference_id": reference}


def _choice(client: Client, wanted: Wanted) -> dict[str, str]:
    """The filter that chooses the calls of one DID or trunk."""
    if wanted.out_trunk is not None:
        return {"voice_out_trunk.id": resolve(client, OUT_TRUNKS, [wanted.out_trunk])[0]}
    if wanted.did is None:
        return {}
    identifier = given_id(wanted.did)
    if identifier is None:
        return {"did_number": digits(wanted.did)}
    return {"did_number": str(records(client.get(DIDS, identifier), {})[0].get("number"))}


def _references(given: str | None, parts: Sequence[Period]) -> list[str]:
    """An ``external_reference_id`` for each part, each its own: a lost one is found by it."""
    base = given or f"didww-cli-{uuid.uuid4()}"
    found = [base] if len(parts) == 1 else [f"{base}-{part.start:%Y-%m}" for part in parts]
    if len(found[0]) > LONGEST_REFERENCE:
        raise UsageError(f"An external reference has at most {LONGEST_REFERENCE} characters: {found[0]!r} has more.")
    return found


def create(client: Client, requests: Sequence[Request]) -> Iterator[Document]:
    """Create exports, one after another, and yield the document of each.

    OutcomeUnknown, with the way to find the export, where one may have been made.
    """
    for request in requests:
        attributes = (request.body or {})["data"]["attributes"]
        hint = (
            "Look for it: didww exports list --filter "
            f"external_reference_id={quote(attributes['external_reference_id'])}\n"
            f"If it is not there after a while: {_command(attributes)}"
        )
        try:
            document = client.write(request.method, request.path, request.body)
        except OutcomeUnknown as error:
            error.hint = hint
            raise
        if not records(document or {}, {}):
            raise OutcomeUnknown("The server took the export, but its answer does not show it.", hint)
        yield document or {}


def _command(attributes: dict[str, Any]) -> str:
    """The command line that creates one export."""
    filters = attributes["filters"]
    words = ["didww", "exports", "create", "--type", attributes["export_type"]]
    for name, option in (("from", "--from"), ("to", "--to")):
        words += [option, filters[name].replace(" ", "T") + "Z"]
    for name, option in (("did_number", "--did"), ("voice_out_trunk.id", "--voice-out-trunk")):
        words += [option, filters[name]] if name in filters else []
    for name in ("callback_url", "callback_method", "external_reference_id"):
        words += [f"--{name.replace('_', '-')}", attributes[name]] if name in attributes else []
    return " ".join(quote(word) for word in words)


def completed(
    client: Client,
    identifier: str,
    *,
    timeout: float = WAIT_TIMEOUT,
    progress: Told | None = None,
    go_on: str = "",
) -> Document:
    """The document of an export once it is completed. WaitTimedOut or CheckFailed where it does not come to that."""
    documents: list[Document] = []

    def read() -> Record:
        documents[:] = [client.get(EXPORTS, identifier)]
        return records(documents[0], {})[0]

    wait_for(
        read,
        has_status("completed", ended=ENDED, hint="Create the export again."),
        timeout=timeout,
        progress=progress,
        what=f"The export {identifier}",
        go_on=go_on,
    )
    return documents[0]


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
    if status != "completed":
        raise DidwwError(f"The export {export['id']} is still {status or 'unfinished'}: it has no file.", "Add --wait.")
    if not export.get("url"):
        raise _gone(export, None)
    return str(export["url"])


def _gone(export: Record, error: NotFound | None) -> NotFound:
    facts = (error.status, error.errors) if error else (None, [])
    return NotFound(
        f"The file of the export {export['id']} is not there (any more).",
        "DIDWW removes files a month after completion. Create the export again, while its call records are kept.",
        status=facts[0],
        errors=facts[1],
    )
