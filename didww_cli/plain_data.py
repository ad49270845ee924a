"""``dataclass`` for what every start makes anew: half of what the standard one takes goes into methods of each class,
which these share. That nothing is assigned to frozen ones is seen by the type checker alone.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False) -> Any:
        """As ``dataclasses.dataclass`` of data with slots."""
        assert slots

        def made(words: type) -> type:
            found = dataclasses.dataclass(slots=True, eq=False, repr=False)(words)
            found.__eq__, found.__repr__ = _same, _shown
            found.__hash__ = _hash if frozen else None
            return found

        return made


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name, field in one.__dataclass_fields__.items() if field.compare)


def _same(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and _values(one) == _values(other))


def _hash(one: Any) -> int:
    return hash(_values(one))


def _shown(one: Any) -> str:
    shown = (name for name, field in one.__dataclass_fields__.items() if field.repr)
    return f"{type(one).__name__}({', '.join(f'{name}={getattr(one, name)!r}' for name in shown)})"
