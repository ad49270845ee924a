"""Faults on demand: ``POST /orders=drop-after``, ``*=500@0.1``, ``GET /dids=cut``, ``GET /exports/*=slow:20``."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from http import HTTPStatus

from didww_cli.errors import UsageError

SLOW_SECONDS = 10.0
_METHODS = frozenset({"GET", "POST", "PATCH", "DELETE"})


class Harm(StrEnum):
    """What goes wrong: the connection ends before or after the request is handled, the body is cut in the middle, a
    page of HTML comes instead, the reply is late, or it is a bare status.
    """

    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    CUT = "cut"
    HTML = "html"
    SLOW = "slow"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Fault:
    """A harm to requests with that method (``*`` is any) and path pattern; ``share`` of them, 0 to 1.

    A type alone (``PATCH /dids``) means each of its resources where the method is for single ones.
    """

    method: str
    path: str
    harm: Harm
    status: int = 0
    seconds: float = 0.0
    share: float = 1.0

    def fits(self, method: str, path: str) -> bool:
        """Whether it strikes such a request."""
        of_one = method in ("PATCH", "DELETE") and fnmatchcase(path, f"{self.path}/*")
        return self.method in ("*", method) and (of_one or fnmatchcase(path, self.path))


def parse(text: str) -> Fault:
    """Reads ``WHERE=WHAT[@SHARE]``; UsageError where it is not that."""
    where, sign, rest = text.partition("=")
    what, at, share = rest.partition("@")
    try:
        method, path = _where(where.strip()) if sign else _fail(where)
        harm, status, seconds = _what(what.strip())
        part = float(share) if at else 1.0
        if not 0 <= part <= 1:
            _fail(share)
    except ValueError:
        hint = f"Write WHERE=WHAT[@SHARE], for example 'POST /orders=drop-after' or '*=500@0.1'. WHAT: {_KNOWN}."
        raise UsageError(f"Not a fault: {text!r}", hint) from None
    return Fault(method, path, harm, status, seconds, part)


_KNOWN = ", ".join([*(harm for harm in Harm if harm != Harm.STATUS), "or a status from 400 to 599"])


def _fail(text: str) -> tuple[str, str]:
    raise ValueError(text)


def _where(text: str) -> tuple[str, str]:
    if text == "*":
        return "*", "*"
    first, _, rest = text.partition(" ")
    method, path = (first, rest.strip()) if rest else ("*", first)
    if method not in _METHODS | {"*"} or not path.startswith(("/", "*")):
        _fail(text)
    return method, path


def _what(text: str) -> tuple[Harm, int, float]:
    name, colon, amount = text.partition(":")
    if name.isdigit() and not colon and 400 <= int(name) <= 599:
        return Harm.STATUS, HTTPStatus(int(name)).value, 0.0
    harm = Harm(name)
    if harm == Harm.STATUS or (colon and harm != Harm.SLOW):
        _fail(text)
    return harm, 0, float(amount) if colon else SLOW_SECONDS


@dataclass(frozen=True, slots=True)
class Faults:
    """All faults that were asked for; the first that fits a request strikes."""

    known: tuple[Fault, ...]
    draw: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311

    @classmethod
    def of(cls, texts: Iterable[str]) -> Faults:
        """The faults that texts describe."""
        return cls(tuple(parse(text) for text in texts))

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault that a request meets, or None; ``path`` is the one below the base URL."""
        for fault in self.known:
            if fault.fits(method, path) and (fault.share == 1 or self.draw.random() < fault.share):
                return fault
        return None
