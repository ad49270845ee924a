"""Exports on a scripted server."""

from __future__ import annotations

import pytest

from tests.commands.exports.answers import Exports, export
from tests.conftest import document


@pytest.fixture
def files(server, live):
    """``files(answer, …)`` answers requests for the file; the export itself is completed."""

    def script(*answers, exports=None):
        left = list(answers)

        def answer(seen):
            if seen.path.endswith(".csv.gz"):
                found = left.pop(0) if len(left) > 1 else left[0]
                return found(seen) if callable(found) else found
            return document(export(**(exports or {})))

        server.answer(answer)
        return lambda: [seen for seen in server.seen if seen.path.endswith(".csv.gz")]

    return script


@pytest.fixture
def account(server):
    return Exports(server)
