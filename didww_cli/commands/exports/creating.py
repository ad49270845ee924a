"""``didww exports create``: what is there under a reference is gone on with, the rest is created."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.orders import EXPORTS
from didww_cli.commands.asking import dry_run_option, show_requests, yes_option
from didww_cli.commands.exports.going_on import add_way_on, download_again, going_on, wait_for_all
from didww_cli.commands.exports.saving import check_place, file_options, save
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.results import show_results
from didww_cli.commands.waiting import checked_timeout, wait_options
from didww_cli.config.settings import state_path
from didww_cli.errors import DidwwError, PartlyDone, Refused, UsageError
from didww_cli.output.text import visible

if TYPE_CHECKING:
    from didww_cli.jsonapi.documents import Document
    from didww_cli.workflows.exports.asking import Export, Part
    from didww_cli.workflows.exports.once import Made

TYPES, METHODS = (EXPORTS.choices(name) for name in ("export_type", "callback_method"))


def create_export_command() -> Command:
    """``didww exports create``."""
    params = [
        option(
            "--type",
            "--export-type",
            "export_type",
            required=True,
            metavar="|".join(TYPES),
            help="Which calls or messages.",
        ),
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
        option(
            "--filter",
            "-f",
            "filters",
            multiple=True,
            metavar="KEY=VALUE",
            help="Only what matches; 'didww schema exports' lists the keys of each type.",
        ),
        option("--callback-url", metavar="URL", help="Where DIDWW reports that it is done."),
        option("--callback-method", metavar="|".join(METHODS), help="HTTP method of the callback."),
        option(
            "--external-reference-id",
            "reference",
            metavar="TEXT",
            help="Your own reference, drawn if not given: what is there under it is not created again.",
        ),
        dry_run_option(),
        yes_option(asks=False),
        *wait_options("Wait until the export is completed."),
        option("--download", "target", metavar="FILE", help="Wait, and download into FILE; - is standard output."),
        *file_options(),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        _create(state, params, values)

    return Command(
        "create",
        run,
        help="Create a CDR export. A longer period is split by calendar month (UTC) and joined again on download.",
        params=params,
        examples=[
            "didww exports create --type cdr_in --from last-month --download calls.csv",
            "didww exports create --type cdr_out --from 7d --wait -o json",
        ],
    )


def _create(state: State, params: Sequence[Any], values: dict[str, Any]) -> None:
    from didww_cli.workflows.exports.asking import named_in, parts_of

    target, gunzip, force = values["target"], values["gunzip"], values["force"]
    waits = values["wait"] or target is not None
    timeout = checked_timeout(values["wait_timeout"], used=waits)
    wanted, notice = _wanted(values)
    state.name(named_in(wanted))
    check_place(state, target, gunzip, force)
    if notice:
        state.notice(notice)
    parts = parts_of(state.client, wanted)
    given = values["reference"] is not None
    if values["dry_run"]:
        _show_missing(state, parts, wanted.reference, given=given)
        return
    again = _again(state, params, values, wanted)
    documents = _make(state, parts, wanted.reference, again, given=given, shown=target != "-")
    if waits:
        with going_on(download_again(state, documents, target, gunzip=gunzip, force=force)) as command:
            documents = wait_for_all(state, documents, timeout, command)
            if target:
                save(state, documents, target, gunzip=gunzip, force=force)
    if target is None or (target != "-" and state.output is not Format.TABLE):
        show_results(state, EXPORTS, documents, many=len(documents) > 1)


def _wanted(values: dict[str, Any]) -> tuple[Export, str]:
    """What is asked for, checked, and a notice where the period was cut; UsageError before anything is sent."""
    from datetime import datetime

    from didww_cli.workflows.exports.asking import Export, choices_of, new_reference
    from didww_cli.workflows.exports.periods import parse_period

    kind = _one_of("--type", values["export_type"].lower().replace("-", "_"), TYPES)
    method = values["callback_method"]
    if method is not None:
        method = _one_of("--callback-method", method.lower(), METHODS)
    period, notice = parse_period(values["begin"], values["end"], datetime.now().astimezone())
    wanted = Export(
        kind,
        period,
        new_reference() if values["reference"] is None else values["reference"],
        did=values["did"],
        out_trunk=values["out_trunk"],
        choices=choices_of(kind, values["filters"] or ()),
        callback_url=values["callback_url"],
        callback_method=method,
    )
    wanted.check()
    return wanted, notice


def _again(state: State, params: Sequence[Any], values: dict[str, Any], wanted: Export) -> str:
    """The command line that goes on with this one, whenever it is typed: times and reference stand in it."""
    from didww_cli.commands.typed import command_line

    period = {"begin": f"{wanted.period.start:%Y-%m-%dT%H:%M:%SZ}", "end": f"{wanted.period.end:%Y-%m-%dT%H:%M:%SZ}"}
    return command_line(state, params, {**values, **period, "reference": wanted.reference, "yes": False})


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise UsageError(f"{name} is {' or '.join(known)}, not {value!r}.")
    return value


def _show_missing(state: State, parts: Sequence[Part], base: str, *, given: bool) -> None:
    """The requests that would be sent: those for exports that are not there."""
    from didww_cli.workflows.exports.once import there_before

    before = there_before(state.client, parts, base, _slot(base)) if given else [None for _ in parts]
    for made in before:
        if made:
            _tell(state, made)
    show_requests(state, [part.request for part, made in zip(parts, before, strict=True) if made is None])


def _make(state: State, parts: Sequence[Part], base: str, again: str, *, given: bool, shown: bool) -> list[Document]:
    """The exports: those that are there under a given reference, and the others created."""
    from didww_cli.workflows.exports.once import create, one_at_a_time, there_before

    slot = _slot(base)
    with one_at_a_time(slot), going_on(again, failures=False):
        before = there_before(state.client, parts, base, slot) if given else [None for _ in parts]
        return _gathered(state, create(state.door, parts, before, slot, again), len(parts), again, shown=shown)


def _slot(reference: str) -> Path:
    """Where processes that create exports under a reference meet; a few files serve for all references."""
    import hashlib

    slot = hashlib.sha256(reference.encode("utf-8", "surrogateescape")).hexdigest()[:2]
    return state_path().parent / "exports" / slot


def _gathered(state: State, exports: Iterator[Made], total: int, again: str, *, shown: bool) -> list[Document]:
    """The documents of exports as they are made. Where one fails, those before are shown, and the failure says so."""
    documents: list[Document] = []
    try:
        for made in exports:
            _tell(state, made)
            documents.append(made.document)
    except DidwwError as error:
        if not documents:
            raise
        if shown:
            show_results(state, EXPORTS, documents, many=True)
        names = ", ".join(str(document["data"]["id"]) for document in documents)
        error.message += f" ({len(documents)} of {total} exports are there: {names}.)"
        if isinstance(error, Refused):
            raise PartlyDone(error.message, error.hint, status=error.status, errors=error.errors) from None
        add_way_on(error, again)
        raise
    return documents


def _tell(state: State, made: Made) -> None:
    """Which export it is, before it takes long: whoever stops waiting has its id."""
    from didww_cli.workflows.exports.asking import shown_period

    export = made.document["data"]
    attributes = export.get("attributes") or {}
    name = f"the export {export['id']}: {shown_period(attributes)}"
    if made.found:
        state.notice(f"The answer was lost; by its reference, it is there: {name}.")
    elif made.before:
        doubles = f" It is one of {made.doubles + 1} under this reference; it is taken." if made.doubles else ""
        state.notice(f"There already, {visible(str(attributes.get('status')))}: {name}.{doubles}")
    else:
        state.notice(f"Created {name}.")
