"""Received callbacks saved as files that the capture reader reads again."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from didww_cli.disk import write_private
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.verdict import Verdict


def save(capture: Capture, verdict: Verdict, folder: Path, number: int) -> Path:
    """Write a capture into the folder, for its owner only, under a name of its own: time, number, event."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    told = "-".join(filter(None, (verdict.event.type, verdict.event.status, verdict.event.id)))
    event = re.sub(r"[^A-Za-z0-9_-]+", "_", told)[:80] or "unknown"
    path = folder / f"{stamp}-{number:05d}-{event}.json"
    write_private(path, f"{json.dumps(as_document(capture), indent=2)}\n".encode())
    return path


def as_document(capture: Capture) -> dict[str, object]:
    """The JSON object that stands for a capture: its body as text where it is text, else as Base64."""
    document: dict[str, object] = {"time": capture.time, "remote_addr": capture.remote, "method": capture.method}
    document["url" if "://" in capture.target else "path"] = capture.target
    document["headers"] = [list(header) for header in capture.headers]
    if capture.body is not None:
        try:
            document["body"] = capture.body.decode("utf-8")
        except UnicodeDecodeError:
            document["body_base64"] = base64.b64encode(capture.body).decode()
    return document
