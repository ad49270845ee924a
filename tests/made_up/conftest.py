"""Things that DIDWW does not sell, put into the catalog for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from didww_cli.catalog import BY_NOUN, BY_PATH, BY_TYPE, place
from didww_cli.catalog.model import (
    BOOLEAN,
    BOTH,
    CREATE,
    DATE,
    DATETIME,
    DECIMAL,
    INTEGER,
    STRINGS,
    UPDATE,
    Attribute,
    Filter,
    Relationship,
    Resource,
    Sale,
    Term,
    Variant,
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


PLANS = Resource(
    type="toy_plans",
    noun="plans",
    singular="plan",
    help="Plans for pagers.",
    panel="Orders and account",
    attributes=(
        Attribute("name", writable=BOTH, required=True),
        Attribute("setup_price", DECIMAL, writable=BOTH, required=True),
        Attribute("monthly_price", DECIMAL, writable=BOTH, required=True),
        Attribute("least", INTEGER, writable=BOTH),
    ),
    filters=(Filter("id"), Filter("name")),
    sorts=("name",),
    paginated=True,
    operations=("list", "get", "create", "update", "delete"),
    path="/toy_plans",
    lookup=("name",),
    label=("name",),
    columns=("name", "setup_price", "monthly_price", "id"),
)

PLAN_ITEMS = Variant(
    "toy_plan_order_items",
    "plan",
    help="Plans of pagers.",
    attributes=(
        Attribute("qty", INTEGER, writable=CREATE, minimum=1),
        Attribute("toy_plan_id", writable=CREATE),
        Attribute("nrc", DECIMAL),
        Attribute("mrc", DECIMAL),
        Attribute("billed_from", DATE, nullable=True),
        Attribute("billed_to", DATE, nullable=True),
    ),
    sale=Sale(
        what="months",
        title="Plan",
        thing="toy_plan_id",
        fewest="least",
        terms=(
            Term("toy-plan", "toy_plan_id", "Buy this plan, by name or id.", to="toy_plans"),
            Term("qty", "qty", "How many months.", "N"),
        ),
    ),
)


@pytest.fixture
def plans(put: Callable[[Resource], None], didww) -> Callable[..., object]:
    """``didww``, in a world where orders may hold plans of pagers, of which the emulated account sells one."""
    put(PLANS)
    orders = BY_TYPE["orders"]
    items = orders.attribute("items")
    more = replace(items, variants=(*items.variants, PLAN_ITEMS))
    wider = replace(orders, attributes=tuple(more if one is items else one for one in orders.attributes))
    BY_TYPE["orders"] = BY_NOUN["orders"] = BY_PATH[orders.path] = wider
    didww("plans create --name Loud --setup-price 2.50 --monthly-price 1.25 --least 2 -q")
    return didww
