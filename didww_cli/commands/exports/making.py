"""Exports made once, whatever for: what is asked for, the requests, and the exports that come of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.orders import EXPORTS
from didww_cli.commands.asking import show_requests
from didww_cli.commands.exports.going_on import add_way_on, going_on
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.commands.verbs.results import show_results
from didww_cli.config.settings import state_path
from didww_cli.errors import DidwwError, PartlyDone, Refused, UsageError
from didww_cli.output.text import visible

if TYPE_CHECKING:
    from didww_cli.jsonapi.documents import Document
    from didww_cli.workflows.exports.asking import Export, Part
    from didww_cli.workflows.exports.once import Made

TYPES, METHODS = (EXPORTS.choices(name) for name in ("export_type", "callback_method"))


def type_option(what: str, *, required: bool = False, types: Sequence[str] = TYPES) -> Any:
    """``--type``."""
    return option("--type", "--export-type", "export_type", required=required, metavar="|".join(types), help=what)


def period_options(*, required: bool) -> list[Any]:
    """The period of an export, and what narrows it."""
    return [
        option(
            "--from",
            "begin",
            required=required,
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
    ]


def reference_option() -> Any:
    """``--external-reference-id``."""
    return option(
        "--external-reference-id",
        "reference",
        metavar="TEXT",
        help="Your own reference, drawn if not given: what is there under it is not created again.",
    )


def wanted_of(values: dict[str, Any], types: Sequence[str] = TYPES, usual: str = "") -> tuple[Export, str]:
    """What is asked for, checked, and a notice where the period was cut; UsageError before anything is sent."""
    from datetime import datetime

    from didww_cli.workflows.exports.asking import Export, choices_of, new_reference
    from didww_cli.workflows.exports.periods import parse_period

    kind = _one_of("--type", (values["export_type"] or usual).lower().replace("-", "_"), types)
    method = values.get("callback_method")
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
        callback_url=values.get("callback_url"),
        callback_method=method,
    )
    wanted.check()
    return wanted, notice


def again_line(state: State, params: Sequence[Any], values: dict[str, Any], wanted: Export) -> str:
    """The command line that goes on with this one, whenever it is typed: times and reference stand in it."""
    from didww_cli.commands.typed import command_line

    period = {"begin": f"{wanted.period.start:%Y-%m-%dT%H:%M:%SZ}", "end": f"{wanted.period.end:%Y-%m-%dT%H:%M:%SZ}"}
    return command_line(state, params, {**values, **period, "reference": wanted.reference, "yes": False})


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise UsageError(f"{name} is {' or '.join(known)}, not {value!r}.")
    return value


def show_missing(state: State, parts: Sequence[Part], base: str, *, given: bool) -> None:
    """The requests that would be sent: those for exports that are not there."""
    from didww_cli.workflows.exports.once import there_before

    before = there_before(state.client, parts, base, _slot(base)) if given else [None for _ in parts]
    for made in before:
        if made:
            _tell(state, made)
    show_requests(state, [part.request for part, made in zip(parts, before, strict=True) if made is None])


def make(state: State, parts: Sequence[Part], base: str, again: str, *, given: bool, shown: bool) -> list[Document]:
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
