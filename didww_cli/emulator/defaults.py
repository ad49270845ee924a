"""What a new resource holds where nobody said otherwise."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import INTEGERS, STRINGS, Attribute

_ATTRIBUTES: dict[str, dict[str, Any]] = {
    "voice_in_trunks": {"priority": 1, "weight": 65535, "cli_format": "e164"},
    "sms_trunks": {"priority": 100, "blocked": False, "allow_any_did_as_source": False},
    "voice_out_trunks": {
        "status": "active",
        "allow_any_did_as_cli": False,
        "on_cli_mismatch_action": "reject_call",
        "default_dst_action": "allow_all",
        "dst_prefixes": [],
        "media_encryption_mode": "disabled",
        "force_symmetric_rtp": False,
        "rtp_ping": False,
        "rtp_timeout": 30,
        "threshold_amount": "3000.0",
        "emergency_enable_all": False,
        "threshold_reached": False,
    },
    "shared_capacity_groups": {"shared_channels_count": 0},
    "dids": {
        "blocked": False,
        "awaiting_registration": False,
        "terminated": False,
        "channels_included_count": 0,
        "dedicated_channels_count": 0,
    },
    "identities": {"verified": False},
    "addresses": {"verified": False},
    "address_verifications": {"status": "pending", "reject_reasons": []},
    "emergency_verifications": {"status": "pending", "reject_reasons": []},
    "orders": {"status": "pending"},
    "exports": {"status": "pending"},
}
_VARIANTS: dict[str, dict[str, Any]] = {
    "http_in": {"follow_redirect": False, "validate_https_certificate": True},
    "smpp_smsc": {
        "tx_port": 2775,
        "rx_port": 2776,
        "transceiver_mode": False,
        "connection_timeout": 10,
        "use_ssl": False,
    },
    "sip_configurations": {
        "transport_protocol_id": 1,
        "network_protocol_priority": "force_ipv4",
        "resolve_ruri": False,
        "use_did_in_ruri": False,
        "codec_ids": [9, 10, 8, 7, 6],
        "rx_dtmf_format_id": 1,
        "tx_dtmf_format_id": 1,
        "auth_enabled": False,
        "enabled_sip_registration": False,
        "sst_enabled": False,
        "sst_min_timer": 600,
        "sst_max_timer": 900,
        "sst_refresh_method_id": 1,
        "sst_accept_501": True,
        "sip_timer_b": 8000,
        "dns_srv_failover_timer": 2000,
        "rtp_ping": False,
        "rtp_timeout": 30,
        "force_symmetric_rtp": False,
        "symmetric_rtp_ignore_rtcp": False,
        "media_encryption_mode": "disabled",
        "stir_shaken_mode": "disabled",
        "diversion_relay_policy": "none",
        "diversion_inject_mode": "none",
        "cnam_lookup": False,
        "max_transfers": 0,
        "max_30x_redirects": 0,
        "rerouting_disconnect_code_ids": [56, 58, 59, 64, 84, 97, 99, 100, 101, 1505],
    },
}


def attributes(type_: str, given: dict[str, Any]) -> dict[str, Any]:
    """All readable attributes of a new resource: what was given, then defaults, then null."""
    known = BY_TYPE[type_].attributes
    defaults = _ATTRIBUTES.get(type_, {})
    return {a.name: given[a.name] if a.name in given else _default(defaults, a) for a in known if a.readable}


def variant(type_: str, known: tuple[Attribute, ...], given: dict[str, Any]) -> dict[str, Any]:
    """A polymorphic value with all its readable members, as ``{"type", "attributes"}``."""
    defaults = _VARIANTS.get(type_, {})
    members = {a.name: given[a.name] if a.name in given else _default(defaults, a) for a in known if a.readable}
    return {"type": type_, "attributes": members}


def _default(defaults: dict[str, Any], known: Attribute) -> Any:
    if known.name in defaults:
        return deepcopy(defaults[known.name])
    return [] if known.kind in (STRINGS, INTEGERS) and not known.nullable else None
