"""Captures in a HAR file: each entry whose request carries the signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from didww_cli.workflows.webhooks.capture_json import read_object
from didww_cli.workflows.webhooks.captures import Capture, header_pairs, signature_in, unreadable
from didww_cli.workflows.webhooks.signature import HEADER


def is_har(document: Any) -> bool:
    """Whether a JSON document is a HAR archive."""
    return isinstance(document, Mapping) and isinstance(document.get("log"), Mapping) and "entries" in document["log"]


def read_har(source: str, document: Any) -> Iterator[Capture]:
    """The captures of an archive, each under its number among all entries."""
    entries = document["log"]["entries"]
    found = 0
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        request = entry.get("request") if isinstance(entry, Mapping) else None
        if isinstance(request, Mapping) and signature_in(header_pairs(request.get("headers"))) is not None:
            found += 1
            wanted = {key: request[key] for key in ("method", "url", "headers") if key in request}
            if isinstance(request.get("postData"), Mapping):
                wanted["postData"] = {"mimeType": "", **request["postData"]}
            yield read_object(f"{source}#{number}", {**wanted, "startedDateTime": entry.get("startedDateTime")})
    if not found:
        yield unreadable(source, f"no entry of this HAR file carries the header {HEADER}")
