"""Secrets and a capture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.webhooks.hooks import CAPTURE, SECRET


@pytest.fixture(autouse=True)
def secrets(monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    monkeypatch.setenv("OTHER_SECRET", "something-else")


@pytest.fixture
def capture(tmp_path) -> Path:
    path = tmp_path / "capture.txt"
    path.write_text(CAPTURE)
    return path
