"""Requests that change something. Only the door of ``workflows/writing`` sends them; import-linter sees to it."""

from __future__ import annotations

import json
from typing import Any

from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.shapes import is_done, is_one
from didww_cli.jsonapi.transport import Transport


def write(transport: Transport, method: str, path: str, document: Any = None) -> Answer:
    """Send a JSON:API write; never repeated unless it surely did nothing.

    OutcomeUnknown where the answer does not show that it was done.
    """
    body = None if document is None else json.dumps(document).encode()
    return forward(transport, method, path, body=body, shape=is_done if method == "DELETE" else is_one)


def forward(transport: Transport, method: str, path: str, **more: Any) -> Answer:
    """Send any write, with what else ``Transport.change`` takes."""
    return transport.change(method, path, **more)
