"""Waiting until exports are completed, all of them in one time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from functools import partial

from didww_cli.catalog.orders import EXPORTS
from didww_cli.errors import WaitTimedOut
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.exports.asking import shown_period
from didww_cli.workflows.reading.waiting import WAIT_TIMEOUT, is_done, wait_for


def completed(
    client: Client,
    identifiers: Sequence[str],
    *,
    timeout: float = WAIT_TIMEOUT,
    progress: Callable[[int, Record, float], None],
    go_on: str,
) -> list[Document]:
    """The documents of some exports once all of them are completed; ``timeout`` in seconds is for all together.

    WaitTimedOut, naming each and how far it is, or CheckFailed where it does not come to that. ``progress`` gets the
    place of an export among them, each reading of it and the seconds waited so far.
    """
    start = time.monotonic()
    documents: list[Document] = []
    for at, identifier in enumerate(identifiers):
        documents.append({})

        def read(at: int = at, identifier: str = identifier) -> Record:
            documents[at] = client.get(EXPORTS, identifier)
            return records(documents[at], {})[0]

        with contextlib.suppress(WaitTimedOut):
            wait_for(
                read,
                is_done(EXPORTS.ends, "Create the export again, under another reference."),
                timeout=timeout,
                clock=time.monotonic,
                sleep=client.transport.pause,
                since=start,
                progress=partial(progress, at),
            )
    _check_all_completed([records(one, {})[0] for one in documents], time.monotonic() - start, go_on)
    return documents


def _check_all_completed(exports: Sequence[Record], waited: float, go_on: str) -> None:
    left = [one for one in exports if str(one.get("status")).lower() != EXPORTS.ends.done]
    if not left:
        return
    if len(exports) == 1:
        told = f"The export {left[0]['id']} is still {left[0].get('status') or 'unfinished'} after {waited:.0f} s."
    else:
        lines = (f"  {one['id']}  {shown_period(one)}  {one.get('status')}" for one in exports)
        told = "\n".join([f"After {waited:.0f} s, {len(left)} of {len(exports)} exports are not completed:", *lines])
    raise WaitTimedOut(told, f"Go on with: {go_on}")
