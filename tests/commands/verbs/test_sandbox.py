"""The same reading on the emulated account and, where ``DIDWW_SANDBOX_API_KEY`` is set, on DIDWW's sandbox."""

from __future__ import annotations

import os

import pytest

from didww_cli.catalog import BY_NOUN
from didww_cli.catalog.versions import at, lowest, named_type
from tests.conftest import run_line

KEY = os.environ.get("DIDWW_SANDBOX_API_KEY")
ACCOUNTS = [pytest.param("demo", id="demo"), *([pytest.param("sandbox", marks=pytest.mark.sandbox)] if KEY else [])]


@pytest.fixture(params=ACCOUNTS)
def account(request, monkeypatch):
    """Command lines against one of the accounts."""
    if request.param == "sandbox":
        monkeypatch.setenv("DIDWW_API_KEY", KEY)
        monkeypatch.setenv("DIDWW_ENVIRONMENT", "sandbox")
    else:
        monkeypatch.setenv("DIDWW_PROFILE", "demo")

    def run(line: str):
        result = run_line(line)
        assert result.code == 0, str(result)
        return result

    return run


@pytest.mark.parametrize("noun", [noun for noun in BY_NOUN if noun != "balance"])
def test_what_an_account_holds_is_what_the_catalog_says(account, noun):
    resource = at(BY_NOUN[noun], lowest(named_type(BY_NOUN[noun])))
    known = {"id", "type", "meta", *(one.name for one in (*resource.attributes, *resource.relationships))}
    for record in account(f"{noun} list -n 5 -o json -q").json:
        assert record["type"] == resource.type
        assert set(record) <= known
        for one in resource.attributes:
            assert not one.readable or one.name in record


def test_money_is_a_decimal_string(account):
    balance = account("balance -o json").json
    assert all(isinstance(balance[name], str) for name in ("balance", "credit", "total_balance"))


def test_the_line_from_a_user(account):
    groups = account("did-groups list --filter area_name=Acapulco -o json -q").json
    assert {group["area_name"] for group in groups} <= {"Acapulco"}
    account("dids list --filter area_name=Acapulco -o json")
