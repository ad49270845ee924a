"""The money of the account."""

from __future__ import annotations

from decimal import Decimal

from didww_cli.emulator.account import Account
from didww_cli.emulator.problems import Problem, error
from didww_cli.emulator.state import Record
from didww_cli.emulator.values import money


def _purse(account: Account) -> Record:
    return next(iter(account.state.all("balances")))


def available(account: Account) -> Decimal:
    """What can be spent: balance and credit."""
    purse = _purse(account).attributes
    return Decimal(purse["balance"]) + Decimal(purse["credit"])


def take(account: Account, amount: Decimal) -> None:
    """Takes money; a negative amount gives it back."""
    purse = _purse(account)
    left = Decimal(purse.attributes["balance"]) - amount
    account.state.set(purse, balance=f"{left:.2f}")


def check_funds(account: Account, cost: Decimal) -> None:
    """Problem 400 when the account cannot pay that much."""
    if cost > available(account):
        found = error(400, "Insufficient balance", "Insufficient balance")
        found["meta"] = {"available_balance": money(available(account)), "total_cost": money(cost)}
        raise Problem(400, [found])
