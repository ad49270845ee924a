"""A client of an emulated account that lives as long as the test, and types that no API has."""

from __future__ import annotations

import pytest

from didww_cli.emulator.transport import EmulatorAdapter
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.transport import Connection
from didww_cli.workflows.writing.linking import Linker
from tests.made_up.conftest import PAGERS, put  # noqa: F401

BASE = "https://demo.didww.example/v3"


@pytest.fixture
def client(put) -> Client:  # noqa: F811
    """In a world with pagers."""
    put(PAGERS)
    credentials = Credentials(lambda: ("demo", "test"), (BASE,), public=True)
    return Client(Connection(BASE, Speech("2026-04-16", credentials), "test", adapter=EmulatorAdapter(), retries=0))


@pytest.fixture
def linker(client) -> Linker:
    return Linker(client)
