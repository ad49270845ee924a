"""How large, how long and how many values may be, as far as that is written since version 2026-11-19 alone.

Source: the schemas of DIDWW's OpenAPI document (written under the earlier name 2026-10-22).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from didww_cli.plain_data import dataclass

SINCE = "2026-11-19"


@dataclass(frozen=True, slots=True)
class Bound:
    """Bounds of a number, of the length of a text, of how many a list holds; ``once``: each of them once;
    ``never``: what it cannot hold.

    ``form``: what a text is like, and that in words.
    """

    low: int | None = None
    high: int | None = None
    longest: int | None = None
    fewest: int | None = None
    most: int | None = None
    once: bool = False
    never: tuple[str, ...] = ()
    form: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        """All of it in a few words."""
        counted = f"{self.fewest or 0} to {self.most} of them" if self.most else f"{self.fewest} of them at least"
        said = {
            f"{self.low} to {self.high}": self.low is not None and self.high is not None,
            f"{self.low} at least": self.low is not None and self.high is None,
            f"at most {self.longest} characters": self.longest is not None,
            self.form[1]: bool(self.form[1]),
            counted: self.most is not None or self.fewest is not None,
            "each once": self.once,
            f"none of {', '.join(self.never)}": bool(self.never),
        }
        return "; ".join(words for words, holds in said.items() if holds)

    def broken(self, value: Any) -> str:
        """What is wrong with a value, behind its name; empty where nothing is, and for null."""
        if isinstance(value, list):
            return self._broken_list(value)
        if isinstance(value, str):
            return self._broken_text(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self._broken_number(value)
        return ""

    def _broken_number(self, value: int) -> str:
        low_enough = self.high is None or value <= self.high
        if low_enough and (self.low is None or value >= self.low):
            return ""
        return (
            f"must be between {self.low} and {self.high}" if self.high is not None else f"must be {self.low} at least"
        )

    def _broken_text(self, value: str) -> str:
        if self.longest is not None and len(value) > self.longest:
            return f"has {len(value)} characters; at most {self.longest} are allowed"
        pattern, said = self.form
        return f"must be {said}" if pattern and not re.fullmatch(pattern, value) else ""

    def _broken_list(self, value: list[Any]) -> str:
        if self.most is not None and len(value) > self.most:
            return f"holds {len(value)}; at most {self.most} are allowed"
        if self.fewest is not None and len(value) < self.fewest:
            return f"must hold {self.fewest} at least"
        if strange := [one for one in value if one in self.never]:
            return f"cannot hold {strange[0]}"
        keys = [str(one) for one in value]
        return "holds one of them twice" if self.once and len(set(keys)) < len(keys) else ""


_CALLS = Bound(1, 32767)
_PORT = Bound(1, 65535)
_LOWER_FIRST = Bound(0, 65535)
_ONCE = Bound(once=True)
_TECH_PREFIX = Bound(longest=8, form=("[0-9#]+", "digits and #"))
_FILES = Bound(fewest=1, most=5, once=True)
_SIP = {
    "port": _PORT,
    "username": Bound(form=(r"[^\s@]*", "without blanks and @")),
    "codec_ids": Bound(fewest=1, once=True),
    "sst_min_timer": Bound(low=1),
    "sip_timer_b": Bound(1000, 64000),
    "dns_srv_failover_timer": Bound(low=1),
    "rtp_timeout": Bound(5, 600),
    "allowed_rtp_ips": Bound(most=10, once=True),
    "max_transfers": Bound(0, 8),
    "max_30x_redirects": Bound(0, 8),
    "rerouting_disconnect_code_ids": _ONCE,
}
BOUNDS: dict[str, dict[str, Bound]] = {
    "dids": {"capacity_limit": _CALLS, "billing_cycles_count": Bound(0, 999)},
    "shared_capacity_groups": {"dids": _ONCE},
    "voice_in_trunks": {
        "priority": _LOWER_FIRST,
        "weight": _LOWER_FIRST,
        "capacity_limit": _CALLS,
        "cli_prefix": Bound(longest=7, form=("[A-Za-z0-9+#]*", "letters, digits, + and #")),
        "ringing_timeout": Bound(1, 32),
        **{f"configuration.{name}": bound for name, bound in _SIP.items()},
        "configuration.dst": Bound(longest=15),
    },
    "voice_in_trunk_groups": {"capacity_limit": _CALLS, "voice_in_trunks": Bound(most=10)},
    "voice_out_trunks": {
        "capacity_limit": _CALLS,
        "allowed_rtp_ips": Bound(fewest=1, most=60, once=True, never=("0.0.0.0/0", "::/0")),
        "rtp_timeout": Bound(30, 600),
        "authentication_method.allowed_sip_ips": Bound(fewest=1, most=60, once=True),
        "authentication_method.tech_prefix": _TECH_PREFIX,
        "authentication_method.twilio_account_sid": Bound(
            form=("[a-zA-Z]{2}[0-9a-fA-F]{32}", "two letters and 32 hexadecimal digits")
        ),
        "dids": _ONCE,
        "emergency_dids": _ONCE,
    },
    "sms_trunks": {"outgoing_dids": _ONCE},
    "sms_trunk_groups": {"sms_trunks": _ONCE},
    "addresses": {"address": Bound(longest=200)},
    "proofs": {"files": _FILES},
    "permanent_supporting_documents": {"files": _FILES},
    "address_verifications": {"dids": Bound(fewest=1, once=True)},
}
"""By type and member, dotted into polymorphic ones."""
SHAPES: dict[str, dict[str, Bound]] = {
    "did_order_items": {"qty": Bound(1, 1000)},
    "capacity_order_items": {"qty": Bound(1, 10000)},
}
"""By the type of what a list holds, and its member."""


EXACTLY_ONE = {"emergency_verifications": ("dids", "emergency_calling_service")}
"""By type, the relationships of which what is created has one: DIDs make a new service, the other names one."""


def broken_choice(type_: str, relationships: Mapping[str, Any]) -> tuple[str, ...]:
    """The relationships of which one is to be sent, where none or several are; empty where all is right."""
    names = EXACTLY_ONE.get(type_, ())
    return names if names and sum(bool(relationships.get(name)) for name in names) != 1 else ()


def broken(type_: str, attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The members of a request that are out of bounds, and what is wrong with them."""
    for path, bound in BOUNDS.get(type_, {}).items():
        head, _, inner = path.partition(".")
        value = attributes[head] if head in attributes else relationships.get(head)
        if inner:
            members = value.get("attributes") if isinstance(value, Mapping) else None
            value = members.get(inner) if isinstance(members, Mapping) else None
        if told := bound.broken(value):
            yield path, told
    for name, value in attributes.items():
        for at, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, Mapping):
                for member, told in broken_shape(str(one.get("type")), one.get("attributes") or {}):
                    yield f"{name}/{at}.{member}", told


def broken_shape(type_: str, members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The members of what a list holds that are out of bounds, and what is wrong with them."""
    for name, bound in SHAPES.get(type_, {}).items():
        if told := bound.broken(members.get(name)):
            yield name, told
