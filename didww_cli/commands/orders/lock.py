"""One reference, one machine, one order: a lock that is held while it, or what else must not be sent twice, is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from didww_cli.commands.state import State
from didww_cli.config.settings import state_folder
from didww_cli.disk import locked
from didww_cli.errors import DidwwError

LONGEST_WAIT = 600.0
"""Seconds to wait for another order with the same reference; its question may be open, its answer searched for."""


@contextmanager
def alone_with(state: State, about: str, doing: str) -> Iterator[None]:
    """Keep every other process of this machine and user from ``doing`` the same in this account. ``about``: what tells
    that it is the same, such as an external reference.

    Where the state folder cannot be written that is said, and the order goes on: a read-only home must not keep
    anybody from buying, and the look-up by the reference still finds what was placed before.
    """
    with ExitStack() as held:
        path = _path(state, about)
        try:
            held.enter_context(locked(path, wait=0.0))
        except TimeoutError:
            state.notice(f"Another process is {doing}; waiting for it.")
            _wait(held, path, doing)
        except OSError as error:
            state.notice(
                f"{path.parent} cannot be written ({error.strerror}): do not run this command twice at the same time."
            )
        yield


def _wait(held: ExitStack, path: Path, doing: str) -> None:
    try:
        held.enter_context(locked(path, wait=LONGEST_WAIT))
    except TimeoutError:
        raise DidwwError(
            f"Another process is {doing}, and does not end.",
            "Nothing was sent. See what it waits for; then repeat this command.",
        ) from None


def _path(state: State, about: str) -> Path:
    """The place of its lock, by account and what it is about. The file is empty; once it is free, it does nothing."""
    whose = "\0".join([state.settings.base_url, state.settings.api_key().value, about])
    return state_folder() / "locks" / f"order-{hashlib.sha256(whose.encode()).hexdigest()[:32]}"
