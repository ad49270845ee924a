"""An emulated DIDWW account: the whole API in memory, with state, for trials and tests."""

from __future__ import annotations

from didww_cli.emulator.scope import NOT_EMULATED
from didww_cli.emulator.store import reset_state

__all__ = ["NOT_EMULATED", "reset_state"]
