"""Members of which one decides about another, as far as that is written since version 2026-11-19 alone.

Source: the schemas of DIDWW's OpenAPI document (written under the earlier name 2026-10-22).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from didww_cli.plain_data import dataclass

Members = Mapping[str, Any]
Broken = tuple[str, str]
_EMPTY: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Order:
    """Two numbers, of which ``low`` is not above ``high``."""

    low: str
    high: str

    @property
    def name(self) -> str:
        """The member that it is told of."""
        return self.low

    def __str__(self) -> str:
        return f"not above {self.high}"

    def broken(self, sent: Members, there: Members, *, whole: bool) -> Iterator[Broken]:
        """What is wrong with a member that is sent, ``there`` being how all will be then."""
        low, high = there.get(self.low), there.get(self.high)
        if not isinstance(low, int) or not isinstance(high, int) or low <= high:
            return
        if self.low in sent:
            yield self.low, f"must not be above {self.high}, which is {high},"
        elif self.high in sent:
            yield self.high, f"must not be below {self.low}, which is {low},"


@dataclass(frozen=True, slots=True)
class Tied:
    """A member that goes with some ``values`` of a ``switch``: it is ``needed`` with them, and ``refused`` with others.

    ``made``: DIDWW fills it in where create leaves it out. A switch that create leaves out is off.
    """

    member: str
    switch: str
    values: tuple[Any, ...]
    needed: bool = True
    refused: bool = True
    made: bool = False

    @property
    def name(self) -> str:
        """The member that it is told of."""
        return self.member

    def __str__(self) -> str:
        when = f"with {self.switch} {' or '.join(map(_said, self.values))}"
        return f"{'needed ' if self.needed else ''}{when}{' alone' if self.refused else ''}"

    def broken(self, sent: Members, there: Members, *, whole: bool) -> Iterator[Broken]:
        """What is wrong with the member, where it or the switch is sent; ``whole``: nothing was there before."""
        switch = there.get(self.switch, False if whole and isinstance(self.values[0], bool) else None)
        if switch is None:
            return
        told = f"{self.switch} {_said(switch)}"
        empty = there.get(self.member) in _EMPTY
        if switch not in self.values:
            if self.refused and self.member in sent and not empty:
                yield self.member, f"cannot be there with {told}"
        elif self.needed and empty and self._is_known(sent, there, whole=whole):
            yield self.member, f"is needed with {told}"

    def _is_known(self, sent: Members, there: Members, *, whole: bool) -> bool:
        """Whether it is known that the member will be empty, and this request is about that."""
        if whole and self.member not in there:
            return not self.made
        return self.member in there and bool(sent.keys() & {self.member, self.switch})


@dataclass(frozen=True, slots=True)
class OnlyCleared:
    """A relationship that a request can take away and not set."""

    name: str

    def __str__(self) -> str:
        return "can only be cleared"

    def broken(self, sent: Members, there: Members, *, whole: bool) -> Iterator[Broken]:
        """What is wrong with it where it is set."""
        if sent.get(self.name) not in _EMPTY:
            yield self.name, str(self)


def _said(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


Rule = Order | Tied | OnlyCleared
SHAPES: dict[str, tuple[Rule, ...]] = {
    "sip_configurations": (
        # what holds of a host with registration is told in several ways, and left to DIDWW
        Tied("host", "enabled_sip_registration", (False,), refused=False),
        Tied("auth_user", "auth_enabled", (True,)),
        Tied("auth_password", "auth_enabled", (True,)),
        Tied("sst_min_timer", "sst_enabled", (True,), refused=False, made=True),
        Tied("sst_max_timer", "sst_enabled", (True,), refused=False, made=True),
        Order("sst_min_timer", "sst_max_timer"),
        Order("sst_min_timer", "sst_session_expires"),
        Order("sst_session_expires", "sst_max_timer"),
        Order("dns_srv_failover_timer", "sip_timer_b"),
    ),
    "http_in": (
        Tied("body_type", "http_method", ("post", "put")),
        Tied("body", "http_method", ("post", "put")),
    ),
}
"""Among the members of a shape, by its type."""
TYPES: dict[str, tuple[Rule, ...]] = {
    "dids": (OnlyCleared("address_verification"), OnlyCleared("emergency_calling_service")),
    "voice_out_trunks": (
        Tied("default_did", "on_cli_mismatch_action", ("replace_cli",)),
        Tied("dids", "allow_any_did_as_cli", (False,), needed=False),
        Tied("emergency_dids", "emergency_enable_all", (False,), needed=False),
    ),
    "identities": (
        Tied("company_name", "identity_type", ("business",)),
        Tied("company_reg_number", "identity_type", ("business",), needed=False),
        Tied("vat_id", "identity_type", ("business",), needed=False),
    ),
}
"""Among attributes and relationships of a type."""


def broken(type_: str, sent: Members, held: Members | None) -> Iterator[Broken]:
    """The members of a request that do not fit others, and what is wrong with them.

    ``sent``: its attributes and relationships; ``held``: those of the record that it changes, None where there is none.
    """
    for rule in TYPES.get(type_, ()):
        yield from rule.broken(sent, {**(held or {}), **sent}, whole=held is None)
    for name, value in sent.items():
        members = value.get("attributes") if isinstance(value, Mapping) else None
        if isinstance(value, Mapping) and isinstance(members, Mapping):
            there = _members_of((held or {}).get(name), value.get("type"))
            for rule in SHAPES.get(str(value.get("type")), ()):
                for member, told in rule.broken(members, {**(there or {}), **members}, whole=there is None):
                    yield f"{name}.{member}", told


def _members_of(held: Any, kind: Any) -> Members | None:
    """The members of a shape as it is; None where there is none of that kind."""
    members = held.get("attributes") if isinstance(held, Mapping) and held.get("type") == kind else None
    return members if isinstance(members, Mapping) else None
