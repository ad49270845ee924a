"""An account that takes uploads, and files to upload."""

from __future__ import annotations

import pytest

from tests.commands.documents.content import JPG, PDF, PNG, public_pem
from tests.conftest import document

KEYS = document(
    [{"id": str(at), "type": "public_keys", "attributes": {"key": public_pem(at).decode()}} for at in (0, 1)]
)


@pytest.fixture
def uploads(server):
    """``uploads(answer, …)``: answers to the uploads; the public keys are those of the emulated account."""

    def script(*answers):
        left = list(answers)

        def answer(seen):
            if seen.path == "/v3/public_keys":
                return KEYS
            return left.pop(0) if len(left) > 1 else left[0]

        server.answer(answer)
        return lambda: [seen for seen in server.seen if seen.method == "POST"]

    return script


@pytest.fixture
def papers(tmp_path):
    for name, content in {"a.jpg": JPG, "b.png": PNG, "c.pdf": PDF}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path
