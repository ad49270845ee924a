"""The file of all prices of a service: whole in its place, or not at all, and left alone where it is current."""

from __future__ import annotations

from pathlib import Path

from didww_cli.catalog.prices import PriceService
from didww_cli.errors import NotFound
from didww_cli.jsonapi.transport import Transport
from didww_cli.workflows.exports.downloads import Counted, Unchanged, download
from didww_cli.workflows.exports.targets import Sink, whole_file
from didww_cli.workflows.prices.copies import Copy, seconds
from didww_cli.workflows.prices.lookup import explained


def stream(transport: Transport, service: PriceService, sink: Sink, *, unpack: bool, counted: Counted) -> None:
    """The file of a service into a sink."""
    _fetch(transport, service, sink, unpack, counted)


def bring_up_to_date(
    transport: Transport, service: PriceService, copy: Copy, *, unpack: bool, counted: Counted
) -> bool:
    """The file of a service in the place of a copy; whether there was a newer one. It is as old as the server says."""
    try:
        with whole_file(Path(copy.target), force=True) as sink:
            sink.modified = seconds(_fetch(transport, service, sink, unpack, counted, copy.since()))
    except Unchanged:
        return False
    copy.keep(dated=sink.modified is not None)
    return True


def _fetch(
    transport: Transport, service: PriceService, sink: Sink, unpack: bool, counted: Counted, since: str = ""
) -> str:
    url = transport.url(service.file_path)
    try:
        return download(transport, url, sink, unpack=unpack, counted=counted, since=since)
    except NotFound as error:
        raise explained(error, service) from None
