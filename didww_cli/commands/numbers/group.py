"""``didww numbers``: what is on sale, and buying it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from didww_cli.commands.tree import Group


def numbers_group(panel: str) -> Group:
    """``didww numbers``."""
    return Group("numbers", _commands, help="Numbers on sale: search them with prices, and buy some.", panel=panel)


def _commands() -> Mapping[str, Any]:
    from didww_cli.commands.numbers.buy import buy_command
    from didww_cli.commands.numbers.search import search_command

    return {"search": search_command(), "buy": buy_command()}
