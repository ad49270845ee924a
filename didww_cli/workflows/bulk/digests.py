"""What tells a row of an input from every other: a digest of all that it asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.workflows.bulk.rows import Row
from didww_cli.workflows.writing.drafts import Draft

SIZE = 12
"""Bytes of a digest: two of 100,000 rows share one once in ten quintillion inputs."""


class Digests:
    """The digests of the rows of one input, each of them once.

    Of a row counts what was read of it (its cells by column, not their quotes, separators or order), the columns, the
    action, the type, what options set in every row, and whether empty cells clear. A row with a name is itself wherever
    it stands; one without is itself in its line alone. Of rows that are alike the second, third and so on differ.
    """

    def __init__(
        self, resource: Resource, action: str, columns: Sequence[str] | None, common: Draft, *, empty_clears: bool
    ) -> None:
        self._start = blake2b(digest_size=SIZE)
        self._put = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=sorted).encode
        told = [
            resource.type,
            action,
            sorted(columns or ()),
            asdict(common),
            *(["empty clears"] if empty_clears else []),
        ]
        self._start.update(self._put(told).encode())
        self._seen: set[bytes] = set()
        self._alike: dict[bytes, int] = {}

    def of(self, row: Row, name: str | None) -> str:
        """The digest of a row, as hexadecimal text."""
        cells = dict(row.cells)
        if name is None:
            return self._digest([cells, row.line]).hex()
        found = self._digest(cells)
        if found in self._seen:
            self._alike[found] = self._alike.get(found, 1) + 1
            return self._digest([cells, "alike", self._alike[found]]).hex()
        self._seen.add(found)
        return found.hex()

    def _digest(self, value: Any) -> bytes:
        digest = self._start.copy()
        digest.update(self._put(value).encode())
        return digest.digest()
