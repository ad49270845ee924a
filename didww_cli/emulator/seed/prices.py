"""The price plans of the emulated account: what each service charges, by prefix. Invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

CHANGED = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
"""When the plans were changed last."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price of a plan. ``country``: the code of the number's country; ``caller``: that of the calls it is for."""

    prefix: str
    country: str
    members: dict[str, Any]
    caller: str = ""


def _call_in(prefix: str, country: tuple[str, str], source_type: str, rate: str | None, *caller: str) -> Price:
    code, name = country
    members = {
        "destination": prefix,
        "country": name,
        "src_country_name": caller[1] if caller else None,
        "source_type": source_type,
        "rate": rate,
        "connection_fee": None if rate is None else "0.0",
        "initial_interval": 60,
        "next_interval": 60,
        "reject_calls": rate is None,
    }
    return Price(prefix, code, members, caller[0] if caller else "")


def _call_out(prefix: str, country: tuple[str, str], network: str | None, rate: str | None, then: str = "") -> Price:
    code, name = country
    members = {
        "category": "International",
        "country": name,
        "network": network,
        "prefix": prefix,
        "rate": rate,
        "connection_fee": None if rate is None else "0.0",
        "initial_increment": 1,
        "recurring_increment": 1,
        "reject_calls": rate is None,
        "next_rate": then or None,
        "next_connection_fee": "0.0" if then else None,
        "next_initial_increment": 1 if then else None,
        "next_recurring_increment": 1 if then else None,
        "next_reject_calls": False if then else None,
        "effective_at": "2027-01-01T00:00:00.000Z" if then else None,
        "comment": "Increase" if then else None,
    }
    return Price(prefix, code, members)


def _sms_out(prefix: str, country: tuple[str, str], price: str | None, *network: Any) -> Price:
    code, name = country
    mcc, mcc_name, mnc, mnc_name = network or (None, None, None, None)
    members = {
        "source_prefix": None,
        "destination_prefix": prefix,
        "country": name,
        "mcc": mcc,
        "mcc_name": mcc_name,
        "mnc": mnc,
        "mnc_name": mnc_name,
        "reject_sms": price is None,
        "price": price,
    }
    return Price(prefix, code, members)


def _sms_in(prefix: str, country: tuple[str, str], price: str) -> Price:
    code, name = country
    members = {
        "source_prefix": None,
        "source_number_length_min": 1,
        "source_number_length_max": 15,
        "destination_prefix": prefix,
        "destination_number_length_min": 8,
        "destination_number_length_max": 15,
        "country": name,
        "price": price,
    }
    return Price(prefix, code, members)


_GB, _US, _DE = ("GB", "United Kingdom"), ("US", "United States"), ("DE", "Germany")
_EE = (234, "United Kingdom", 30, "EE")

PLANS: dict[str, tuple[Price, ...]] = {
    "voice-in": (
        _call_in("4480", _GB, "fixed", "0.02"),
        _call_in("44808", _GB, "fixed", "0.018"),
        _call_in("44808", _GB, "cellular", "0.0945"),
        _call_in("4480", _GB, "cellular", "0.05", *_DE),
        _call_in("44808", _GB, "payphone", None),
        _call_in("1800", _US, "fixed", "0.021"),
        _call_in("1800", _US, "cellular", "0.021"),
        _call_in("49800", _DE, "fixed", "0.03"),
    ),
    "voice-out": (
        _call_out("1", _US, None, "0.008"),
        _call_out("1212", _US, "New York", "0.006"),
        _call_out("44", _GB, "Fixed", "0.009"),
        _call_out("447", _GB, "Mobile", "0.021", then="0.023"),
        _call_out("49", _DE, "Fixed", "0.011"),
        _call_out("4419", _GB, "Personal numbers", None),
    ),
    "sms-in": (_sms_in("1", _US, "0.0"), _sms_in("44", _GB, "0.0025")),
    "sms-out-a2p": (
        _sms_out("1", _US, "0.0079"),
        _sms_out("447", _GB, "0.0395"),
        _sms_out("447", _GB, "0.0375", *_EE),
        _sms_out("49", _DE, "0.0825"),
        _sms_out("441", _GB, None),
    ),
    "sms-out-p2p": (_sms_out("1", _US, "0.0085"), _sms_out("447", _GB, "0.041")),
}
"""By service. The account has no plan for the one that is missing."""

COLUMNS: dict[str, dict[str, str]] = {
    "voice-in": {
        "Country": "country",
        "Src country name": "src_country_name",
        "Source type": "source_type",
        "Destination": "destination",
        "Rate": "rate",
        "Connection fee": "connection_fee",
        "Initial interval": "initial_interval",
        "Next interval": "next_interval",
        "Reject calls": "reject_calls",
    },
    "voice-out": {
        "Category": "category",
        "Country": "country",
        "Network": "network",
        "Prefix": "prefix",
        "Rate": "rate",
        "Connection fee": "connection_fee",
        "Initial increment": "initial_increment",
        "Recurring increment": "recurring_increment",
        "Reject calls": "reject_calls",
        "Next rate": "next_rate",
        "Effective at": "effective_at",
        "Comment": "comment",
    },
    "sms-in": {
        "Source prefix": "source_prefix",
        "Source number length min": "source_number_length_min",
        "Source number length max": "source_number_length_max",
        "Destination prefix": "destination_prefix",
        "Destination number length min": "destination_number_length_min",
        "Destination number length max": "destination_number_length_max",
        "Country": "country",
        "Price": "price",
    },
    "sms-out": {
        "Source prefix": "source_prefix",
        "Destination prefix": "destination_prefix",
        "Country": "country",
        "MCC": "mcc",
        "MCC name": "mcc_name",
        "MNC": "mnc",
        "MNC name": "mnc_name",
        "Reject SMS": "reject_sms",
        "Price": "price",
    },
}
"""The columns of each file, those of outbound SMS alike."""
