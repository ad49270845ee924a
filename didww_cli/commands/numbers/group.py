"""``didww numbers``: what is on sale, and buying it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def numbers_commands() -> Mapping[str, Any]:
    """The commands of numbers on sale."""
    from didww_cli.commands.numbers.buy import buy_command
    from didww_cli.commands.numbers.search import search_command

    return {"search": search_command(), "buy": buy_command()}
