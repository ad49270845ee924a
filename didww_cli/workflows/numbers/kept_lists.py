"""Lists that change rarely (places, coverage), kept for an hour in the cache folder."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.disk import hidden_name, write_private
from didww_cli.jsonapi.client import Client, ListQuery, Page
from didww_cli.jsonapi.documents import records

LIFE = 3600.0
"""Seconds for which a list is kept."""


class KeptLists(Client):
    """The lists of an account, read once an hour; ``fresh``: now, whatever is kept, each once in a run.

    ``folder`` is the account's own. Where it cannot be written, lists are read each time. ``oldest``: when the oldest
    list that was had from there was read, in seconds since 1970. ``tell`` gets how far a list is read.
    """

    def __init__(self, client: Client, folder: Path, *, fresh: bool, tell: Callable[[str], None]) -> None:
        self.transport = client.transport
        self.oldest: float | None = None
        self._client = client
        self._folder = folder
        self._fresh = fresh
        self._tell = tell
        self._read: dict[Path, list[dict[str, Any]]] = {}

    def pages(self, resource: Resource, query: ListQuery) -> Iterator[Page]:
        """The pages of a list, kept ones where there are any. A list is kept once all of it is there."""
        query = replace(query, records_only=False)
        if (kept := self._kept(self._path(resource, query))) is not None:
            for document in kept:
                yield Page(document, records(document, query.tree), None)
            return
        documents, count = [], 0
        for page in self._client.pages(resource, query):
            documents.append(page.document)
            count += len(page.records)
            self._tell(f"{count:,} {resource.noun} …")
            yield page
        self._keep(self._path(resource, query), documents)

    def _path(self, resource: Resource, query: ListQuery) -> Path:
        """Where a list is kept: by what is asked for, and by the version that is spoken now."""
        asked = repr((self.transport.connection.api_version, resource.type, query))
        return self._folder / f"{hidden_name(asked)}.json"

    def _kept(self, path: Path) -> list[dict[str, Any]] | None:
        """The documents of a list that is kept; None where there is none, or it is too old."""
        if self._fresh or path in self._read:
            return self._read.get(path)
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            found = json.loads(path.read_bytes())
            if 0 <= time.time() - found["time"] < LIFE and isinstance(found["documents"], list):
                self.oldest = min(self.oldest or found["time"], found["time"])
                return list(found["documents"])
        return None

    def _keep(self, path: Path, documents: list[dict[str, Any]]) -> None:
        self._read[path] = documents
        with contextlib.suppress(OSError):
            write_private(path, json.dumps({"time": time.time(), "documents": documents}).encode())
            for one in self._folder.glob("*.json"):
                if time.time() - one.stat().st_mtime > LIFE:
                    one.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Forget the lists of an account: what was bought is no longer on sale."""
    with contextlib.suppress(OSError):
        for one in folder.glob("*.json"):
            one.unlink(missing_ok=True)
