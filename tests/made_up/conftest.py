"""Things that DIDWW does not sell, put into the catalog for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from didww_cli.catalog import BY_NOUN, BY_PATH, BY_TYPE, place
from didww_cli.catalog.model import (
    BOOLEAN,
    BOTH,
    CREATE,
    DATETIME,
    INTEGER,
    STRINGS,
    UPDATE,
    Attribute,
    Filter,
    Relationship,
    Resource,
)

PAGERS = Resource(
    type="toy_pagers",
    noun="pagers",
    singular="pager",
    help="Pagers that beep.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Your name for it.", writable=BOTH, required=True),
        Attribute("colour", help="Of its case.", writable=BOTH, nullable=True, clearable=True, enum=("red", "blue")),
        Attribute("volume", INTEGER, help="How loud.", writable=BOTH, nullable=True, minimum=0, maximum=9),
        Attribute("silent", BOOLEAN, help="Only shakes.", writable=UPDATE, nullable=True),
        Attribute("words", STRINGS, help="What it may show.", writable=CREATE),
        Attribute("pin", help="Opens it.", writable=CREATE, secret=True, nullable=True),
        Attribute("created_at", DATETIME, help="When it was made."),
    ),
    relationships=(Relationship("country", ("countries",), help="Where it beeps.", writable=BOTH, clearable=True),),
    filters=(
        Filter("id"),
        Filter("name"),
        Filter("colour", enum=("red", "blue")),
        Filter("country.id", to="countries"),
    ),
    sorts=("name", "volume"),
    includes=("country",),
    paginated=True,
    operations=("list", "get", "create", "update", "delete"),
    path="/toy_pagers",
    lookup=("name",),
    label=("name",),
    columns=("name", "colour", "volume", "country", "id"),
)


@pytest.fixture
def put() -> Iterator[Callable[[Resource], None]]:
    """Puts a resource into the catalog for the time of a test."""
    tables = (BY_TYPE, BY_NOUN, BY_PATH)
    before = [dict(table) for table in tables]
    yield place
    for table, held in zip(tables, before, strict=True):
        table.clear()
        table.update(held)


@pytest.fixture
def pagers(put: Callable[[Resource], None], didww) -> Callable[..., object]:
    """``didww``, in a world with pagers, of which the emulated account has two."""
    put(PAGERS)
    didww("pagers create --name Anna --colour red --volume 3 --country US --words hello,bye --pin 1234 -q")
    didww("pagers create --name Bert --volume 7 -q")
    return didww
