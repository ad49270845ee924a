"""What an order can hold: the kinds of its items that can be bought, and what a person may say of them."""

from __future__ import annotations

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Attribute, Sale, Term

SETUP, MONTHLY = "setup_price", "monthly_price"
"""The attributes of whatever has a price: what is paid once and each month, without VAT."""
AMOUNT = "amount"
"""The attribute of an order that says what it costs in all, with VAT."""
CHANNELS = "channels_included_count"
"""The attribute that tells the stock keeping units of a DID group from each other."""
BACK_ORDERS = "allow_back_ordering"
"""The attribute by which an order takes numbers that are not in stock; true for the API where it is left out."""


def items() -> Attribute:
    """The attribute of orders that holds what they consist of."""
    found = BY_TYPE["orders"].attribute("items")
    assert found is not None
    return found


def sales() -> dict[str, Sale]:
    """How each kind of item that can be bought is bought, by its type."""
    return {one.type: one.sale for one in items().variants if one.sale}


def terms() -> dict[str, Term]:
    """What may be said of items, of whatever kind, by the key that people use."""
    return {term.key: term for sale in sales().values() for term in sale.terms}
