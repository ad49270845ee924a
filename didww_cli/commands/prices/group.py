"""``didww prices lookup|download``: what calls and SMS cost on this account's plans."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.paths import column, near
from didww_cli.catalog.prices import SERVICES, VOICE_IN, PriceService
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.jsonapi.transport import Transport
    from didww_cli.workflows.prices.copies import Copy


def prices_commands() -> dict[str, Command]:
    """The commands of ``didww prices``."""
    return {"lookup": _lookup(), "download": _download()}


def _service_option() -> Any:
    return option(
        "--service",
        default=VOICE_IN.name,
        metavar="|".join(SERVICES),
        help=f"Whose prices; {VOICE_IN.name} by default.",
    )


def _service(name: str) -> PriceService:
    if name not in SERVICES:
        raise UsageError(f"There is no service {name!r}.{near(name, SERVICES)}", f"Known: {', '.join(SERVICES)}.")
    return SERVICES[name]


def _transport(state: State, service: PriceService) -> Transport:
    """The way to a service of prices, on its own host and with its own token."""
    from didww_cli.commands.speaking import price_speech

    speech = price_speech(state.settings, state.credentials, state.connection, service)
    return state.transport(state.settings.service_url(service.host), speech)


def _lookup() -> Command:
    number = argument("ref", help="In any form of E.164: +44 20 7946 0000, 442079460000.", required=False)
    number.metavar = "[NUMBER]"
    params = [
        number,
        _service_option(),
        option("--from-country", metavar="CC", help="Where the call comes from, such as GB; for voice-in."),
        option("--to-country", metavar="CC", help="Where the SMS goes, with a number or instead of one; for SMS."),
        option("--columns", "-c", "columns", multiple=True, metavar="A,B", help="Columns, such as country,rate."),
    ]
    return Command(
        "lookup",
        _look_up,
        help="Look up what calls or SMS to a number cost.",
        params=params,
        examples=[
            "didww prices lookup +448081570000 --from-country DE",
            "didww prices lookup +4915112345678 --service sms-out-a2p -o json",
        ],
    )


def _look_up(
    state: State,
    ref: str | None,
    service: str,
    from_country: str | None,
    to_country: str | None,
    columns: Sequence[str],
) -> None:
    from didww_cli.commands.show import column_names, default_columns, show_list
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.prices.lookup import look_up, question

    state.check()
    chosen = _service(service)
    usual = default_columns(chosen.row)
    shown = [column(chosen.row, path) for path in column_names(chosen.row, usual, columns)]
    asked = question(chosen, ref, from_country, to_country)
    document = look_up(_transport(state, chosen), chosen, asked)
    show_list(
        state,
        records(document, {}),
        shown or usual,
        chosen=bool(shown),
        document=lambda: document,
    )


def _download() -> Command:
    params = [
        _service_option(),
        option(
            "--to", "target", metavar="FILE", help="Where to; - is standard output. DIDWW's name for it by default."
        ),
        option("--gunzip", type=bool, help="Unpack it; done by itself for a FILE that ends in .csv."),
        option("--force", type=bool, help="Replace a FILE that exists and was not put there by this command."),
    ]
    return Command(
        "download",
        _save,
        help="Download all prices of a plan as gzipped CSV: whole or not at all. A current copy is left alone.",
        params=params,
        examples=["didww prices download", "didww prices download --service voice-out --to voice-out.csv"],
    )


def _save(state: State, service: str, target: str | None, gunzip: bool, force: bool) -> None:
    from didww_cli.commands.exports.saving import check_place, counter

    state.check()
    chosen = _service(service)
    place = target or chosen.file_name
    unpack = gunzip or place.lower().endswith(".csv")
    if place == "-":
        check_place(state, place, gunzip, force)
        _print(state, chosen, unpack)
        return
    copy = _copy(state, chosen, Path(place), unpack)
    check_place(state, place, gunzip, force or copy.is_known())
    from didww_cli.workflows.prices.files import bring_up_to_date

    with state.progress() as progress:
        transport = _transport(state, chosen)
        newer = bring_up_to_date(transport, chosen, copy, unpack=unpack, counted=counter(progress))
    state.notice(f"Saved {place} ({Path(place).stat().st_size:,} bytes)." if newer else f"{place} is unchanged.")


def _copy(state: State, service: PriceService, target: Path, unpack: bool) -> Copy:
    """The copy of a service's file at a place, as this account has it."""
    from didww_cli.config.settings import state_folder
    from didww_cli.workflows.prices.copies import Copy

    settings = state.settings
    parts = (settings.api_key().value, settings.service_url(service.host), service.file_path, str(unpack))
    return Copy(target, "\0".join(parts), state_folder() / "prices")


def _print(state: State, service: PriceService, unpack: bool) -> None:
    from didww_cli.commands.exports.saving import TerminalText, counter
    from didww_cli.workflows.exports.targets import StreamSink
    from didww_cli.workflows.prices.files import stream

    terminal = state.screen.terminal
    sink = StreamSink(TerminalText(state) if terminal else sys.stdout.buffer)
    transport = _transport(state, service)
    with state.progress() as progress:
        counted = (lambda received, total: None) if terminal else counter(progress)
        stream(transport, service, sink, unpack=unpack, counted=counted)
    sink.finish()
