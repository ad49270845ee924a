"""The options that say which numbers, and what is on sale to this account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from didww_cli.catalog.shared import FEATURES, NUMBER_TYPES
from didww_cli.commands.state import State
from didww_cli.commands.tree import option

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from didww_cli.workflows.numbers.offers import Market


def choice_options() -> list[Any]:
    """Where, what kind and for how much."""
    return [
        option("--country", metavar="REF", help="In this country: ISO code or name."),
        option("--region", metavar="REF", help="In this state or province: code or name; with --country."),
        option("--city", metavar="REF", help="In this city."),
        option("--area", metavar="NAME", help="In the area of this name, as DID groups have it."),
        option("--type", "kind", metavar="KIND", help=f"{', '.join(NUMBER_TYPES)}."),
        option("--features", multiple=True, metavar="A,B", help=f"With all of these: {', '.join(FEATURES)}."),
        option("--prefix", metavar="DIGITS", help="Beginning so, with the country code or without."),
        option("--nanpa", metavar="NPANXX", help="Of this area and exchange code of North America."),
        option("--contains", metavar="DIGITS", help="Single numbers with these digits in them."),
        option("--no-registration", "unregistered", type=bool, help="That work without documents alone."),
        option("--max-monthly", "most", metavar="AMOUNT", help="That cost no more each month, without VAT."),
        option("--channels", type=int, metavar="N", help="Whose price covers so many calls at once."),
    ]


def fresh_option() -> Any:
    """``--fresh``."""
    return option("--fresh", type=bool, help="Read places and coverage again, which are kept for an hour.")


def market(state: State, *, fresh: bool, tell: Callable[[str], None]) -> Market:
    """What is on sale to the account of this run. ``tell`` gets how far it is read."""
    from didww_cli.workflows.numbers.kept_lists import KeptLists
    from didww_cli.workflows.numbers.offers import Market

    return Market(KeptLists(state.client, kept_folder(state), fresh=fresh, tell=tell), state.client)


def kept_folder(state: State) -> Path:
    """Where the lists of this run's account are kept; its name tells no key."""
    from didww_cli.config.settings import cache_folder
    from didww_cli.disk import hidden_name

    return cache_folder() / "coverage" / hidden_name(state.settings.base_url, state.settings.api_key().value)
