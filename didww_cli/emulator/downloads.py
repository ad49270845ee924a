"""Files of exports: gzipped CSV, whole or in part."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re

from didww_cli.emulator import cdr
from didww_cli.emulator.message import Reply, Request
from didww_cli.emulator.problems import not_found
from didww_cli.emulator.state import Record, State

_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")


class Files:
    """The latest files, kept so that a download in parts finds the same bytes each time."""

    def __init__(self, calls_a_day: float, keep: int = 4) -> None:
        self._calls_a_day = calls_a_day
        self._keep = keep
        self._contents: dict[str, bytes] = {}

    def content(self, state: State, export: Record) -> bytes:
        """The file of an export."""
        if export.id not in self._contents:
            self._contents[export.id] = _content(state, export, self._calls_a_day)
            while len(self._contents) > self._keep:
                self._contents.pop(next(iter(self._contents)))
        return self._contents[export.id]


def download(state: State, files: Files, file_id: str, request: Request) -> Reply:
    """The file of a completed export, by its own id or the export's; Problem 404 while there is none."""
    content = files.content(state, _export(state, file_id))
    headers = {
        "Content-Type": "application/gzip",
        "Content-Disposition": f'attachment; filename="{file_id}.csv.gz"',
        "Accept-Ranges": "bytes",
        "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"',
    }
    part = _part(request, headers["ETag"], len(content))
    if part is None:
        return Reply(200, headers, content)
    begin, end = part
    if begin >= end:
        return Reply(416, {**headers, "Content-Range": f"bytes */{len(content)}"})
    return Reply(206, {**headers, "Content-Range": f"bytes {begin}-{end - 1}/{len(content)}"}, content[begin:end])


def _export(state: State, file_id: str) -> Record:
    by_file = state.holding("exports", "file", file_id)
    export = by_file[0] if by_file else state.get("exports", file_id)
    if export is None or export.attributes["status"] != "completed":
        raise not_found(file_id)
    return export


def _content(state: State, export: Record, calls_a_day: float) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, cdr.titles(export), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(cdr.rows(state, export, calls_a_day))
    return gzip.compress(text.getvalue().encode(), compresslevel=6, mtime=0)


def _part(request: Request, etag: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last of what is asked for; None for all of it."""
    found = _RANGE.match(request.header("Range").strip())
    if not found or found.groups() == ("", "") or request.header("If-Range") not in ("", etag):
        return None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(size, int(last) + 1 if last else size)
