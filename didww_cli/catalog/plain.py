"""``dataclass`` for the words of the catalog, whose classes are made anew at every start: half of what the standard one
takes goes into methods of each class that these share. That nothing is assigned is seen by the type checker alone.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """As ``dataclasses.dataclass`` of frozen data with slots."""
        assert frozen
        assert slots

        def made(words: type) -> type:
            found = dataclasses.dataclass(slots=True, eq=False, repr=False)(words)
            found.__eq__, found.__hash__, found.__repr__ = _same, _hash, _shown
            return found

        return made


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in one.__slots__)


def _same(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and _values(one) == _values(other))


def _hash(one: Any) -> int:
    return hash(_values(one))


def _shown(one: Any) -> str:
    return f"{type(one).__name__}({', '.join(f'{name}={getattr(one, name)!r}' for name in one.__slots__)})"
