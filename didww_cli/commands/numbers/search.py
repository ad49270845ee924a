"""``didww numbers search``: what is on sale, with prices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.coverage import OFFERED_NUMBERS, OFFERS, PRICE
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import column
from didww_cli.commands.numbers.choosing import choice_options, fresh_option, market
from didww_cli.commands.show import column_names, default_columns, show_list, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.listing import columns_option
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.numbers.choice import Choice
    from didww_cli.workflows.numbers.offers import Market, Row


def search_command() -> Command:
    """``didww numbers search``."""
    params = [
        *choice_options(),
        option("--numbers", "single", type=bool, help="Single numbers instead of areas: a new draw each time."),
        option("--sort", "-s", "sorts", multiple=True, metavar="[-]FIELD[,...]", help=f"By {PRICE}, or by a column."),
        columns_option(),
        option("--limit", "-n", type=int, metavar="N", help="At most so many."),
        fresh_option(),
    ]
    return Command(
        "search",
        _search,
        help="What is on sale: prices of areas and kinds of numbers, or with --numbers single numbers.",
        params=params,
        examples=[
            "didww numbers search --country US --features voice_in --sort price",
            "didww numbers search --city London --numbers --max-monthly 2",
        ],
    )


def _search(
    state: State,
    single: bool,
    sorts: Sequence[str],
    columns: Sequence[str],
    limit: int | None,
    fresh: bool,
    **values: Any,
) -> None:
    from didww_cli.workflows.numbers.choice import chosen
    from didww_cli.workflows.numbers.offers import check_sorts, sorted_rows

    state.check()
    state.only("Offers are shown", *(one for one in Format if one is not Format.JSONAPI))
    choice = chosen(**values)
    single = single or bool(choice.contains)
    kind = OFFERED_NUMBERS if single else OFFERS
    usual = default_columns(kind)
    shown = [column(kind, path) for path in column_names(kind, usual, columns)]
    order = check_sorts(kind, split_names(sorts))
    if limit is not None and limit < 1:
        raise UsageError("--limit must be at least 1.")
    with state.progress() as progress:
        offered = market(state, fresh=fresh, tell=progress.update)
        rows = sorted_rows(kind, _rows(offered, choice, single=single), order)
    show_list(state, rows[:limit], shown or usual, chosen=bool(shown))
    _tell(state, offered, choice, kind, len(rows), limit)


def _rows(offered: Market, choice: Choice, *, single: bool) -> list[Row]:
    from didww_cli.workflows.numbers.offers import number_rows, offer_rows

    return number_rows(choice, offered.numbers(choice)) if single else offer_rows(choice, offered.groups(choice))


def _tell(state: State, offered: Market, choice: Choice, kind: Resource, found: int, limit: int | None) -> None:
    """How many there are, what is sold out, and how old that is."""
    if not found:
        state.notice(f"No {kind.singular}s match.")
        for text in (offered.nearest_area(choice), "" if kind is OFFERED_NUMBERS else offered.longer_prefix(choice)):
            if text:
                state.notice(text)
    if limit is not None and found > limit:
        state.notice(f"{limit:,} of {found:,}")
    if sold_out := len(offered.sold_out):
        what = "1 DID group that fits has" if sold_out == 1 else f"{sold_out:,} DID groups that fit have"
        state.notice(f"{what} no numbers now.")
    if kind is OFFERS and (since := offered.lists.oldest):
        state.notice(f"As of {datetime.fromtimestamp(since).astimezone():%H:%M %Z}; --fresh reads it again.")
