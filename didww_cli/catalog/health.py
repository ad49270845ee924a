"""What is looked at to see whether an account is in order: which records, what is amiss with them, what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from didww_cli.catalog.routing import EMERGENCY_ACTIVE


class Severity(StrEnum):
    """How bad something is: calls, money or an emergency service suffer now, or they will."""

    CRITICAL = "critical"
    WARNING = "warning"
    UNKNOWN = "unknown"
    """What could not be read."""


class Is(StrEnum):
    """How a member is compared. A member that is missing or null fits nothing but EQUAL to None and HOLDS."""

    EQUAL = "equal"
    NOT_EQUAL = "not equal"
    AT_MOST = "at most"
    HOLDS = "holds"
    """A list has the value in it, or is empty, or was not sent."""
    WITHIN = "within"
    """A time that comes within so many hours, or has passed."""
    OLDER = "older"
    """A time that has passed for more than so many hours."""
    SHARE = "share"
    """At least a share of another member, which is above 0."""


@dataclass(frozen=True, slots=True)
class Test:
    """One condition. ``value``: what is compared with; a text that begins with ``@`` names a limit of the user's."""

    path: str
    how: Is
    value: Any = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is amiss where all ``tests`` hold. ``says`` and ``mends`` are filled with the members of ``told`` and with
    ``ref``, what the command line calls the record (``called``). ``ask``: filters that the API has for it.
    ``in_place``: what is amiss is not where another record with the same at these paths is right.
    """

    name: str
    severity: Severity
    type: str
    tests: tuple[Test, ...]
    called: str
    says: str
    mends: str
    told: Mapping[str, str] = field(default_factory=dict)
    ask: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_place: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """All members that it reads."""
        tested = [path for test in self.tests for path in (test.path, test.of) if path]
        return tuple(dict.fromkeys(["id", self.called, *tested, *self.told.values(), *self.in_place]))


NUMBERS_TYPE = "dids"
NUMBERS_CALLED = "number"
BALANCE = "low-balance"
MONEY_DAYS = "money-days"
DAYS_OF_MONTH = 30
MONTHLY = "monthly"
ROUTE = "no-route"
ROUTE_MENDS = "didww dids update {ref} --voice-in-trunk REF"
SPENDABLE = "total_balance"
FEATURES = "did_group.features"
OTHER_REASONS = ("terminated", "awaiting_registration", "blocked")
"""Members of a number that are checks of their own: with one of them set no route would help."""
VOICE = "voice_in"
"""The feature of a number that calls can go to."""
DAYS = "@days"
SHARE = "@share"
LONGEST_PENDING = 1.0
"""Hours after which an order that is still pending is told; numbers from stock take minutes."""
FILE_HOURS = 6.0
"""Hours before a file that waits to be used is deleted (24 after it came: DIDWW's documents) at which it is told."""
RESERVATION_HOURS = 5 / 60
"""Hours before a number that is held goes back on sale, of the ten minutes that it is held for."""

_REJECTED: Mapping[str, tuple[str, ...]] = {"status": ("rejected",)}
_WHY = {"reasons": "reject_reasons"}

WATCHES = (
    Watch(
        "blocked",
        Severity.CRITICAL,
        NUMBERS_TYPE,
        (
            Test("blocked", Is.EQUAL, True),
            Test("awaiting_registration", Is.NOT_EQUAL, True),
            Test("terminated", Is.NOT_EQUAL, True),
        ),
        "number",
        "no calls come in: it is blocked",
        "didww route {ref}",
    ),
    Watch(
        "registration",
        Severity.WARNING,
        NUMBERS_TYPE,
        (Test("awaiting_registration", Is.EQUAL, True),),
        "number",
        "no calls come in before it is registered",
        "didww register {ref} --identity REF --address REF",
    ),
    Watch(
        "cancelled",
        Severity.WARNING,
        NUMBERS_TYPE,
        (Test("terminated", Is.EQUAL, True), Test("expires_at", Is.WITHIN, DAYS)),
        "number",
        "was cancelled and is gone after {ends}",
        "didww dids restore {ref}",
        {"ends": "expires_at"},
    ),
    Watch(
        "expiring",
        Severity.WARNING,
        NUMBERS_TYPE,
        (
            Test("terminated", Is.NOT_EQUAL, True),
            Test("billing_cycles_count", Is.AT_MOST, 0),
            Test("expires_at", Is.WITHIN, DAYS),
        ),
        "number",
        "is not renewed and ends {ends}",
        "didww dids update {ref} --unset billing_cycles_count",
        {"ends": "expires_at"},
    ),
    Watch(
        "last-cycle",
        Severity.WARNING,
        NUMBERS_TYPE,
        (
            Test("terminated", Is.NOT_EQUAL, True),
            Test("billing_cycles_count", Is.EQUAL, 1),
            Test("expires_at", Is.WITHIN, DAYS),
        ),
        "number",
        "is renewed {ends} for the last time",
        "didww dids update {ref} --unset billing_cycles_count",
        {"ends": "expires_at"},
    ),
    Watch(
        "trunk-blocked",
        Severity.CRITICAL,
        "voice_out_trunks",
        (Test("status", Is.EQUAL, "blocked"),),
        "name",
        "no calls leave by it: it is blocked",
        "didww trunks out update {ref} --status active",
    ),
    Watch(
        "trunk-spending",
        Severity.WARNING,
        "voice_out_trunks",
        (Test("status", Is.NOT_EQUAL, "blocked"), Test("meta.spent_amount", Is.SHARE, SHARE, "threshold_amount")),
        "name",
        "spent {spent} of the {limit} in 24 hours that block it",
        "didww trunks out update {ref} --threshold-amount AMOUNT",
        {"spent": "meta.spent_amount", "limit": "threshold_amount"},
    ),
    Watch(
        "group-empty",
        Severity.WARNING,
        "voice_in_trunk_groups",
        (Test("meta.trunks_count", Is.EQUAL, 0),),
        "name",
        "has no trunks: calls to it go nowhere",
        "didww trunks groups update {ref} --voice-in-trunks REF",
    ),
    Watch(
        "capacity",
        Severity.WARNING,
        "capacity_pools",
        (Test("assigned_channels_count", Is.SHARE, 1.0, "total_channels_count"),),
        "name",
        "all {total} channels are assigned",
        "didww orders create --capacity-pool {ref} --qty N",
        {"total": "total_channels_count"},
    ),
    Watch(
        "address-rejected",
        Severity.CRITICAL,
        "address_verifications",
        (Test("status", Is.EQUAL, "rejected"), Test("dids.awaiting_registration", Is.HOLDS, True)),
        "reference",
        "rejected: {reasons}",
        "didww register {numbers} --identity REF --address REF",
        _WHY | {"numbers": "dids.number"},
        _REJECTED,
    ),
    Watch(
        "emergency-rejected",
        Severity.CRITICAL,
        "emergency_verifications",
        (
            Test("status", Is.EQUAL, "rejected"),
            Test("emergency_calling_service.status", Is.NOT_EQUAL, EMERGENCY_ACTIVE),
        ),
        "reference",
        "rejected: {reasons}",
        "didww emergency register --service {service} --address REF",
        _WHY | {"service": "emergency_calling_service.reference"},
        _REJECTED,
    ),
    Watch(
        "emergency-changes",
        Severity.CRITICAL,
        "emergency_calling_services",
        (Test("status", Is.EQUAL, "changes_required"),),
        "reference",
        "needs changes before emergency calls work: {name}",
        "didww emergency register --service {ref} --address REF",
        {"name": "name"},
    ),
    Watch(
        "document-expiring",
        Severity.WARNING,
        "proofs",
        (Test("expires_at", Is.WITHIN, DAYS),),
        "id",
        "a {kind} counts until {ends}",
        "didww proofs add FILE --entity {owner} --proof-type {kind}",
        {"kind": "proof_type.name", "ends": "expires_at", "owner": "entity.id"},
        in_place=("entity.id", "proof_type.name"),
    ),
    Watch(
        "file-expiring",
        Severity.WARNING,
        "encrypted_files",
        (Test("expires_at", Is.WITHIN, FILE_HOURS),),
        "id",
        "an uploaded file that nothing uses is deleted {ends}",
        "didww proofs create --files {ref} --entity REF --proof-type REF",
        {"ends": "expires_at"},
    ),
    Watch(
        "order-pending",
        Severity.WARNING,
        "orders",
        (Test("status", Is.EQUAL, "pending"), Test("created_at", Is.OLDER, LONGEST_PENDING)),
        "reference",
        "pending since {since}",
        "didww orders get {ref}",
        {"since": "created_at"},
        {"status": ("pending",)},
    ),
    Watch(
        "reservation-lapsing",
        Severity.WARNING,
        "did_reservations",
        (Test("expires_at", Is.WITHIN, RESERVATION_HOURS),),
        "id",
        "the number goes back on sale {ends}",
        "didww orders create --reservation {ref}",
        {"ends": "expires_at"},
    ),
)
"""What is looked at, beside the money and where calls to each number go."""
CHECKS = {BALANCE: Severity.CRITICAL, MONEY_DAYS: Severity.WARNING, ROUTE: Severity.CRITICAL} | {
    one.name: one.severity for one in WATCHES
}
"""Every check by its name, with how bad what it finds is."""
