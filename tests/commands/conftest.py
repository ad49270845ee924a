"""Files that command lines read and write."""

from __future__ import annotations

import json

import pytest

from tests.bulk_account import without_digests


@pytest.fixture
def file(tmp_path):
    def write(content, name="rows.csv"):
        place = tmp_path / name
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return place

    return write


@pytest.fixture
def results(tmp_path):
    class Results:
        path = tmp_path / "results.jsonl"

        def __str__(self):
            return str(self.path)

        def write(self, *entries, rest=""):
            self.path.write_text("".join(json.dumps(entry) + "\n" for entry in entries) + rest)

        @property
        def lines(self):
            return without_digests(self.path)

        @property
        def outcomes(self):
            return [line["outcome"] for line in self.lines]

    return Results()
