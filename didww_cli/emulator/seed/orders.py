"""Orders in each state and of each kind of item, the balance, CDR exports and a reservation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from didww_cli.emulator.clock import stamp
from didww_cli.emulator.seed.builder import Builder, identifier

DID, CAPACITY, EMERGENCY, GENERIC = "did", "capacity", "emergency", "generic"
_DESCRIPTIONS = {DID: "DID", CAPACITY: "Capacity", EMERGENCY: "Emergency", GENERIC: "Service"}
# name, reference, status, days ago, items: kind, what, quantity, paid once for each, paid monthly for each
ORDERS: tuple[tuple[str, str, str, int, tuple[tuple[str, str, int, str, str], ...]], ...] = (
    ("first", "ABK-100001", "completed", 85, ((DID, "new-york", 3, "0.0", "0.5"),)),
    (
        "britain",
        "ABK-100002",
        "completed",
        75,
        (
            (DID, "london", 1, "0.0", "2.8"),
            (DID, "london", 1, "0.0", "0.8"),
            (DID, "british-mobile", 1, "0.0", "3.0"),
            (DID, "manchester", 1, "0.0", "0.8"),
            (DID, "freephone", 1, "0.0", "5.0"),
        ),
    ),
    ("channels", "CDF-100003", "completed", 74, ((CAPACITY, "Standard", 30, "0.0", "3.5"),)),
    (
        "coast",
        "ABK-100004",
        "completed",
        40,
        (
            (DID, "los-angeles", 1, "0.0", "0.5"),
            (DID, "washington", 1, "0.0", "0.5"),
            (DID, "toronto", 1, "0.0", "0.5"),
        ),
    ),
    ("emergency", "EMR-100005", "completed", 38, ((EMERGENCY, "New York", 2, "0.0", "0.75"),)),
    ("emergency-london", "EMR-100006", "completed", 37, ((EMERGENCY, "London", 1, "0.0", "2.5"),)),
    (
        "mexico",
        "ABK-100007",
        "completed",
        30,
        ((DID, "acapulco", 2, "1.0", "5.0"), (DID, "mexico-city", 1, "1.0", "3.0")),
    ),
    (
        "continent",
        "ABK-100008",
        "completed",
        20,
        (
            (DID, "paris", 1, "1.0", "2.4"),
            (DID, "french-mobile", 1, "2.0", "6.0"),
            (DID, "berlin", 2, "1.0", "2.4"),
            (DID, "frankfurt", 1, "1.0", "2.4"),
        ),
    ),
    ("support", "GNR-100009", "completed", 15, ((GENERIC, "", 1, "25.0", "0.0"),)),
    ("pacific", "ABK-100010", "completed", 10, ((DID, "sydney", 1, "1.0", "2.4"), (DID, "stockholm", 1, "1.0", "2.4"))),
    ("mistake", "ABK-100011", "canceled", 9, ((DID, "chicago", 10, "0.0", "0.5"),)),
    ("back-order", "ABK-100012", "pending", 3, ((DID, "vilnius", 2, "1.0", "2.4"),)),
)
_SUBJECTS = {
    DID: ("did_group_id", "did_groups"),
    CAPACITY: ("capacity_pool_id", "capacity_pools"),
    EMERGENCY: ("emergency_calling_service_id", "emergency_calling_services"),
}
# name, type, status, days ago, from, to: days ago
EXPORTS = (
    ("calls-in", "cdr_in", "completed", 12, 26, 13),
    ("calls-out", "cdr_out", "completed", 8, 20, 9),
    ("calls-of-today", "cdr_in", "processing", 0.05, 2, 1),
    ("calls-waiting", "cdr_out", "pending", 0.01, 2, 1),
)


def add_orders(build: Builder) -> None:
    """Adds orders, exports, the balance and a reservation."""
    build.add("balances", "account", {"balance": "1000.00", "credit": "0.00"})
    for name, reference, status, days, items in ORDERS:
        amount = sum(qty * (float(once) + float(monthly)) for _, _, qty, once, monthly in items)
        attributes = {
            "reference": reference,
            "description": _DESCRIPTIONS[items[0][0]],
            "amount": f"{amount:.1f}",
            "status": status,
            "created_at": build.ago(days),
            "external_reference_id": f"order-{name}",
            "items": [_item(build, days, status == "completed", item) for item in items],
        }
        build.add("orders", name, attributes)
    _add_exports(build)
    _add_reservation(build)


def _item(build: Builder, days: int, billed: bool, row: tuple[str, str, int, str, str]) -> dict[str, Any]:
    kind, what, qty, once, monthly = row
    attributes: dict[str, Any] = {
        "qty": qty,
        "nrc": once,
        "mrc": monthly,
        "prorated_mrc": False,
        "billed_from": build.date(-days) if billed else None,
        "billed_to": build.date(30 - days) if billed else None,
    }
    if kind in _SUBJECTS:
        name, type_ = _SUBJECTS[kind]
        attributes[name] = identifier(type_, what)
    if kind == DID:
        attributes |= {"setup_price": once, "monthly_price": monthly}
    return {"type": f"{kind}_order_items", "attributes": attributes}


def _add_exports(build: Builder) -> None:
    for name, kind, status, days, begin, end in EXPORTS:
        attributes = {
            "export_type": kind,
            "status": status,
            "filters": {"from": f"{build.date(-begin)} 00:00:00", "to": f"{build.date(-end)} 00:00:00"},
            "external_reference_id": f"export-{name}",
            "created_at": build.ago(days),
        }
        record = build.add("exports", name, attributes)
        if status == "completed":
            build.state.set(record, url=f"/exports/{record.id}.csv.gz")


def _add_reservation(build: Builder) -> None:
    held = next(did for did in build.state.all("available_dids") if did.attributes["number"].startswith("52744"))
    build.state.keep(held, reserved=True)
    days = 10 / (24 * 60)
    attributes = {
        "description": "For the hotel",
        "created_at": stamp(build.now),
        "expires_at": stamp(build.now + timedelta(days=days)),
    }
    build.until(build.add("did_reservations", "hotel", attributes, {"available_did": held.id}), days)
