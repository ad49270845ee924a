"""Call records of a period: exported, waited for, and read from a file that nobody else sees and that goes again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from didww_cli.catalog.cdr import COLUMNS as CALLS
from didww_cli.catalog.cdr import INBOUND, KEYS, OUTBOUND, Key, tells_since
from didww_cli.commands.asking import dry_run_option, yes_option
from didww_cli.commands.exports.going_on import going_on, wait_for_all
from didww_cli.commands.exports.making import (
    again_line,
    make,
    period_options,
    reference_option,
    show_missing,
    type_option,
    wanted_of,
)
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.commands.waiting import checked_timeout
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.jsonapi.documents import Record
    from didww_cli.workflows.exports.asking import Export


def export_options() -> list[Any]:
    """The options of a summary that makes its exports itself."""
    return [
        type_option(f"Which calls; {INBOUND} by default, {OUTBOUND} with --voice-out-trunk.", types=tuple(CALLS)),
        *period_options(required=False),
        reference_option(),
        option("--wait-timeout", type=float, metavar="SECONDS", help="Time to wait at most; 600 by default."),
        dry_run_option(),
        yes_option(asks=False),
    ]


def check_unused(values: Mapping[str, Any]) -> None:
    """UsageError where files are named, and something of an export as well."""
    for one in export_options():
        if one.expose_value and values[one.name]:
            raise UsageError(f"{one.opts[0]} is of an export, and files are named.", "Name files, or a period.")


def exported(
    state: State, params: Sequence[Any], values: dict[str, Any], keys: Sequence[Key]
) -> Iterator[tuple[str, BinaryIO]] | None:
    """The files of a period's exports, a month each, named by them; None where they are only shown (``--dry-run``)."""
    from didww_cli.workflows.exports.asking import named_in, parts_of

    timeout = checked_timeout(values["wait_timeout"], used=True)
    wanted, notice = wanted_of(values, tuple(CALLS), OUTBOUND if values["out_trunk"] else INBOUND)
    state.name(named_in(wanted))
    _name_keys(state, wanted, keys)
    if notice:
        state.notice(notice)
    parts = parts_of(state.client, wanted)
    given = values["reference"] is not None
    if values["dry_run"]:
        show_missing(state, parts, wanted.reference, given=given)
        return None
    again = again_line(state, params, values, wanted)
    documents = make(state, parts, wanted.reference, again, given=given, shown=False)
    return _files(state, documents, timeout, again)


def _name_keys(state: State, wanted: Export, keys: Sequence[Key]) -> None:
    """Take in which version tells the keys; UsageError where none does."""
    from didww_cli.catalog.versions import Named

    for key in keys:
        since = tells_since(wanted.export_type, key)
        if since is None:
            there = ", ".join(one.name for one in KEYS if tells_since(wanted.export_type, one))
            raise UsageError(f"Exports of {wanted.export_type} do not tell the {key.name}.", f"They tell: {there}.")
        state.name([Named(f"{key.name} in exports of {wanted.export_type}", since)])


def _files(state: State, documents: list[dict[str, Any]], timeout: float, again: str) -> Iterator[tuple[str, BinaryIO]]:
    from didww_cli.jsonapi.documents import records

    with going_on(again):
        documents = wait_for_all(state, documents, timeout, again)
    for record in (record for document in documents for record in records(document, {})):
        with tempfile.TemporaryFile(buffering=0) as file:
            with going_on(again):
                _fetch(state, record, file)
            file.seek(0)
            yield f"the export {record['id']}", cast(BinaryIO, file)


def _fetch(state: State, record: Record, file: Any) -> None:
    from didww_cli.commands.exports.saving import counter
    from didww_cli.workflows.exports.asking import fetch
    from didww_cli.workflows.exports.targets import FileSink

    with state.progress() as progress:
        fetch(state.client, [record], FileSink(file, "a temporary file"), unpack=False, counted=counter(progress))
