"""The same done to many: what is refused does not keep the others from it, and how all of it went is told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from didww_cli.errors import DidwwError, NotFound, PartlyDone, Refused

T = TypeVar("T")
SHOWN = 20
"""Names that are told of what was not tried."""


def each(
    items: Sequence[T],
    act: Callable[[T], None],
    *,
    what: str,
    name: Callable[[T], str],
    tell: Callable[[str], None],
    done: str = "are done",
) -> None:
    """Do something to each of some things (``what`` in words), one after another.

    What one of several was refused with is told under its ``name``; one alone fails as it fails. Any other failure ends
    the run, and says how many were ``done`` before and which were not tried. At the end: the first failure where none
    is done, PartlyDone where some are.
    """
    failures: list[DidwwError] = []
    count = 0
    for at, item in enumerate(items):
        try:
            act(item)
            count += 1
        except (Refused, NotFound) as error:
            if len(items) == 1:
                raise
            tell(f"{name(item)}: {error.message}")
            error.message = f"{name(item)}: {error.message}"
            failures.append(error)
        except DidwwError as error:
            if len(items) > 1:
                before = f" ({count} of {len(items)} {what} {done} before.)" if at else ""
                error.message = (
                    f"{name(item)}: {error.message}{before}{_untried([name(one) for one in items[at + 1 :]])}"
                )
            raise
    if failures and not count:
        raise failures[0]
    if failures:
        errors = [one for failure in failures for one in failure.errors]
        first = f"{'First: ' if len(failures) > 1 else ''}{failures[0].message}"
        raise PartlyDone(f"{count} of {len(items)} {what} {done}; {len(failures)} failed.\n{first}", errors=errors)


def _untried(names: Sequence[str]) -> str:
    """The line that names what a failure left out; empty where it left nothing out."""
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return f"\nNot tried: {', '.join(names[:SHOWN])}{more}." if names else ""
