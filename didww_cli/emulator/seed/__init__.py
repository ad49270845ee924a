"""The account that the emulator starts with: small, believable, and the same each time but for its dates."""

from __future__ import annotations

from datetime import datetime

from didww_cli.emulator.seed.builder import Builder
from didww_cli.emulator.seed.coverage import add_coverage
from didww_cli.emulator.seed.emergency import add_emergency
from didww_cli.emulator.seed.geography import add_geography
from didww_cli.emulator.seed.large import enlarge
from didww_cli.emulator.seed.numbers import add_numbers
from didww_cli.emulator.seed.orders import add_orders
from didww_cli.emulator.seed.regulation import add_regulation
from didww_cli.emulator.seed.sms import add_sms
from didww_cli.emulator.seed.voice import add_outbound, add_voice
from didww_cli.emulator.state import State

__all__ = ["seed_state"]


def seed_state(now: datetime, dids: int | None = None) -> State:
    """A fresh account, its dates told from ``now``; with ``dids`` a large one of so many DIDs."""
    build = Builder(now)
    add_geography(build)
    add_coverage(build)
    add_regulation(build)
    add_voice(build)
    add_numbers(build)
    add_outbound(build)
    add_orders(build)
    add_emergency(build)
    add_sms(build)
    if dids:
        enlarge(build, dids)
    return build.state
