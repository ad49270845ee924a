"""Exports and their files as a scripted server answers them."""

from __future__ import annotations

import gzip
import re
import time
from datetime import UTC, datetime, timedelta

from tests.conftest import document

HEADER = b"Date/Time Start (UTC),Source,Total (USD)\n"
ROWS = b"".join(b"2026-10-01 00:00:%02d,1202555%04d,0.%03d\n" % (at % 60, at, at % 1000) for at in range(20_000))
CSV = HEADER + ROWS
FILE = gzip.compress(CSV, mtime=0)
FILE_PATH = "/v3/exports/f1.csv.gz"
TAG = '"v1"'


def export(identifier="e1", *, status="completed", url=FILE_PATH, **attributes):
    found = {"export_type": "cdr_in", "status": status, "url": url, "external_reference_id": identifier, **attributes}
    return {"id": identifier, "type": "exports", "attributes": found}


def whole(content=FILE, **headers):
    return 200, content, {"Content-Type": "application/gzip", "ETag": TAG, "Connection": "close", **headers}


def cut(content=FILE, at=10_000, status=200, **headers):
    """An answer that announces more than it sends, and ends the connection."""
    told = {"ETag": TAG, "Content-Length": str(len(content)), "Connection": "close", **headers}
    return status, content[:at], told


def part(seen, content=FILE, **headers):
    """What was asked for by Range."""
    start = int(re.fullmatch(r"bytes=(\d+)-", seen.headers["Range"])[1])
    told = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}", "ETag": TAG, **headers}
    return 206, content[start:], told


def left_in(folder):
    """The names of all files in a folder, hidden ones too, but for the home of the tests."""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def flipped(content=FILE, at=5000):
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


def created(seen):
    """Takes every export; none is there before."""
    if seen.method == "GET":
        return document([])
    return 201, {"data": {"id": f"e-{time.monotonic_ns()}", "type": "exports", **seen.json["data"]}}, {}


def month(back=0):
    """The first of a month, so many before this one, UTC."""
    first = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


LAST_MONTH = "exports create --type cdr_in --from last-month"


class Exports:
    """The exports of a scripted account: every POST makes one, and ``lose`` says which answer is sent instead."""

    def __init__(self, server):
        self.server = server
        self.there = []
        self.lose = lambda number: None
        self.found = True
        server.answer(self.answer)

    def answer(self, seen):
        if seen.method == "GET":
            wanted = seen.query["filter[external_reference_id]"]
            return document([one for one in self.there if self.found and self.reference(one) == wanted])
        made = {"id": f"made-{len(self.there)}", "type": "exports", **seen.json["data"]}
        self.there.append(made)
        return self.lose(len(self.there) - 1) or (201, {"data": made}, {})

    @staticmethod
    def reference(one):
        return one["attributes"]["external_reference_id"]


CREATE = f"{LAST_MONTH} --external-reference-id mine"
