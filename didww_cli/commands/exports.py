"""``didww exports``: create and download."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import BY_TYPE
from didww_cli.commands.asking import dry_run_option, show_requests
from didww_cli.commands.saving import check_place, file_options, save, typed_place
from didww_cli.commands.show import default_columns, show_list, show_one
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.waiting import checked_timeout, wait_options
from didww_cli.errors import DidwwError, PartlyDone, Refused, UsageError
from didww_cli.output.text import visible

if TYPE_CHECKING:
    from didww_cli.output.progress import Progress
    from didww_cli.workflows.exports import Wanted
    from didww_cli.workflows.writes import Request

EXPORTS = BY_TYPE["exports"]
TYPES = ("cdr_in", "cdr_out")
METHODS = ("get", "post")


def export_commands() -> dict[str, Command]:
    """``create`` and ``download``."""
    return {"create": _create_command(), "download": _download_command()}


def _create_command() -> Command:
    params = [
        option("--type", "--export-type", "export_type", required=True, metavar="cdr_in|cdr_out", help="Which calls."),
        option(
            "--from",
            "begin",
            required=True,
            metavar="TIME",
            help="First moment: a date, a time, yesterday, last-month.",
        ),
        option("--to", "end", metavar="TIME", help="First moment that no longer counts; now, or the end of the month."),
        option("--did", metavar="REF", help="Calls to this DID alone (cdr_in)."),
        option("--voice-out-trunk", "out_trunk", metavar="REF", help="Calls through this trunk alone (cdr_out)."),
        option("--callback-url", metavar="URL", help="Where DIDWW reports that it is done."),
        option("--callback-method", metavar="get|post", help="HTTP method of the callback."),
        option("--external-reference-id", "reference", metavar="TEXT", help="Your own reference; drawn if not given."),
        dry_run_option(),
        *wait_options("Wait until the export is completed."),
        option("--download", "target", metavar="FILE", help="Wait, and download into FILE; - is standard output."),
        *file_options(),
    ]
    return Command(
        "create",
        _create,
        help="Create a CDR export. A longer period is split by calendar month (UTC) and joined again on download.",
        params=params,
        examples=[
            "didww exports create --type cdr_in --from last-month --download calls.csv",
            "didww exports create --type cdr_out --from 7d --wait -o json",
        ],
    )


def _download_command() -> Command:
    params = [
        argument("ref", help="Which export: by external_reference_id or id."),
        option("--to", "target", required=True, metavar="FILE", help="Where to; - is standard output."),
        *file_options(),
        *wait_options("Wait until the export is completed."),
    ]
    return Command(
        "download",
        _download,
        help="Download the file of an export: whole and checked, or not at all.",
        params=params,
        examples=["didww exports download REF --to calls.csv", "didww exports download REF --to - --gunzip"],
    )


def _create(
    state: State,
    dry_run: bool,
    wait: bool,
    wait_timeout: float | None,
    target: str | None,
    gunzip: bool,
    force: bool,
    **choices: Any,
) -> None:
    from didww_cli.workflows.exports import requests_for

    state.check()
    timeout = checked_timeout(wait_timeout, used=wait or target is not None)
    wanted, notice = _wanted(**choices)
    check_place(state, target, gunzip, force)
    if notice:
        state.notice(notice)
    requests = requests_for(state.client, wanted)
    if dry_run:
        show_requests(state, requests)
        return
    documents = _send(state, requests, shown=target != "-")
    if wait or target:
        _tell_created(state, documents)
        documents = _completed(state, documents, timeout, typed_place(target, gunzip))
    if target:
        save(state, documents, target, gunzip=gunzip, force=force)
    if target is None or (target != "-" and state.output != "table"):
        _show(state, documents)


def _wanted(*, export_type: str, begin: str, end: str | None, **choices: Any) -> tuple[Wanted, str]:
    """What is asked for, checked, and a notice where the period was cut; UsageError before anything is sent."""
    from datetime import datetime

    from didww_cli.workflows.exports import Wanted
    from didww_cli.workflows.periods import parse_period

    kind = _one_of("--type", export_type.lower().replace("-", "_"), TYPES)
    if choices["callback_method"] is not None:
        choices["callback_method"] = _one_of("--callback-method", choices["callback_method"].lower(), METHODS)
    period, notice = parse_period(begin, end, datetime.now().astimezone())
    wanted = Wanted(export_type=kind, period=period, **choices)
    wanted.check()
    return wanted, notice


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise UsageError(f"{name} is {' or '.join(known)}, not {value!r}.")
    return value


def _send(state: State, requests: Sequence[Request], *, shown: bool) -> list[dict[str, Any]]:
    """Create the exports. Where one fails, those made before are shown, and the failure says so."""
    from didww_cli.workflows.exports import create

    documents: list[dict[str, Any]] = []
    try:
        for document in create(state.client, requests):
            documents.append(document)
    except DidwwError as error:
        if not documents:
            raise
        if shown:
            _show(state, documents, many=True)
        made = ", ".join(str(document["data"]["id"]) for document in documents)
        error.message += f" ({len(documents)} of {len(requests)} exports were created before it: {made}.)"
        if isinstance(error, Refused):
            raise PartlyDone(error.message, error.hint, status=error.status, errors=error.errors) from None
        raise
    return documents


def _tell_created(state: State, documents: Sequence[dict[str, Any]]) -> None:
    """The ids, before it takes long: whoever stops waiting has them."""
    for document in documents:
        export = document["data"]
        filters = (export.get("attributes") or {}).get("filters") or {}
        state.notice(f"Created the export {export['id']}: {filters.get('from')} to {filters.get('to')} UTC.")


def _completed(state: State, documents: Sequence[dict[str, Any]], timeout: float, place: str) -> list[dict[str, Any]]:
    """The exports once all of them are completed; ``timeout`` in seconds is for all together.

    ``place`` is where their file goes, for the command that goes on when the time is up.
    """
    from didww_cli.workflows.exports import completed

    progress = state.progress()
    start = time.monotonic()
    found = []
    try:
        for at, document in enumerate(documents):
            export = document["data"]
            command = f"download {export['id']} --to {place} --wait"
            more = ", ".join(str(one["data"]["id"]) for one in documents[at + 1 :])
            done = completed(
                state.client,
                str(export["id"]),
                timeout=max(0.0, timeout - (time.monotonic() - start)),
                progress=_told(progress, f"Export {at + 1} of {len(documents)}"),
                go_on=f"didww exports {command}" + (f", and the same for {more}" if more else ""),
            )
            found.append(done)
    finally:
        progress.close()
    return found


def _told(progress: Progress, what: str) -> Callable[[dict[str, Any], float], None]:
    """Shows the status of a record and the seconds waited for it."""
    return lambda record, waited: progress.update(f"{what}: {visible(str(record.get('status')))}, {waited:.0f} s")


def _show(state: State, documents: Sequence[dict[str, Any]], *, many: bool = False) -> None:
    """The export, or a list of them where there are several."""
    from didww_cli.jsonapi.documents import joined, records

    found = [record for document in documents for record in records(document, {})]
    if len(found) == 1 and not many:
        show_one(state, EXPORTS, found[0], documents[0], None)
    else:
        show_list(state, found, default_columns(EXPORTS), document=lambda: joined(list(map(_as_list, documents))))


def _as_list(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "data": [document["data"]]}


def _download(
    state: State, ref: str, target: str, gunzip: bool, force: bool, wait: bool, wait_timeout: float | None
) -> None:
    from didww_cli.commands.getting import read_documents
    from didww_cli.jsonapi.client import ListQuery

    state.check()
    timeout = checked_timeout(wait_timeout, used=wait)
    check_place(state, target, gunzip, force)
    documents = read_documents(state.client, EXPORTS, [ref], ListQuery())
    if wait:
        documents = _completed(state, documents, timeout, typed_place(target, gunzip))
    save(state, documents, target, gunzip=gunzip, force=force)
