"""Giving numbers up, restoring and renewing them: what it leads to is told and asked about."""

from __future__ import annotations

import pytest

from didww_cli.catalog.numbers import DIDS
from didww_cli.workflows.writing.consequences import restoring
from tests.commands.asked import AHEAD, OVER, asked, did, sent
from tests.conftest import document
from tests.terminal import in_terminal


def test_cancelling_tells_both_facts(server, live):
    server.answer(document(did()))
    told = asked(server, live, "dids cancel id:d1")
    assert "removed at the end of its billing cycle" in told
    assert "calls and messages may stop at once" in told
    assert "--at-end" in told
    assert sent(server) == [{"terminated": True}]


def test_cancelling_at_the_end_only_stops_the_renewal(server, live):
    server.answer(document(did()))
    told = asked(server, live, "dids cancel id:d1 --at-end")
    assert "usable to the end of its period" in told
    assert "may stop at once" not in told
    assert "Stop the renewal of DID 12025550100?" in told
    assert sent(server) == [{"billing_cycles_count": 0}]


def test_cancelling_at_the_end_on_the_emulated_account_can_be_taken_back(didww):
    assert didww("dids cancel 12125550100 --at-end --yes -o json").json["billing_cycles_count"] == 0
    assert "nothing changes" in didww("dids cancel 12125550100 --at-end -o json").err
    assert (
        "'didww dids update 12125550100 --unset billing_cycles_count' renews it"
        in didww("dids restore 12125550100").err
    )
    assert "charged" in didww("dids update 12125550100 --billing-cycles-count 2", code=9).err
    after = didww("dids update 12125550100 --unset billing_cycles_count --yes -o json").json
    assert (after["billing_cycles_count"], after["terminated"]) == (None, False)


def test_restoring_within_the_paid_period_is_free(server, live):
    server.answer(document(did(terminated=True, billing_cycles_count=3)))
    told = asked(server, live, "dids restore id:d1")
    assert f"paid until {AHEAD[:10]}" in told
    assert "free now" in told
    assert "it is 3 now" in told
    assert "Restore DID 12025550100?" in told
    assert sent(server) == [{"terminated": False}]


@pytest.mark.parametrize("terminated", [True, False])
def test_restoring_after_the_paid_period_is_charged(server, live, terminated):
    server.answer(document(did(terminated=terminated, billing_cycles_count=0, expires_at=OVER)))
    told = asked(server, live, "dids restore id:d1")
    for fact in ("ended", "renewed and charged now", "renews for ever", "balance is too low", "35 days", "DIDWW says"):
        assert fact in told
    assert "Renew DID 12025550100, which is charged now?" in told
    assert sent(server) == [{"terminated": False}]


def test_restoring_what_is_neither_cancelled_nor_over_sends_nothing(server, live):
    server.answer(document(did()))
    assert "nothing changes" in live("dids restore id:d1").err
    assert sent(server) == []


@pytest.mark.parametrize("end", [None, "soon"])
def test_restoring_where_the_end_is_not_known_says_both(end):
    remark = restoring(DIDS, {"expires_at": end})
    assert "free" in remark.says
    assert "charged" in remark.says
    assert "may be charged" in remark.question


def test_an_update_that_restores_asks_as_restore_does(server, live):
    server.answer(document(did(terminated=True, expires_at=OVER)))
    assert "charged now" in asked(server, live, "dids update id:d1 --no-terminated")


def test_several_are_restored_by_what_each_comes_to(server, live):
    held = {"a": did("a", terminated=True), "b": did("b", terminated=True, expires_at=OVER, number="12025550101")}
    server.answer(lambda seen: document(held[seen.path[-1]]))
    told = asked(server, live, "dids restore id:a id:b")
    assert "DID 12025550100: It is paid until" in told
    assert "DID 12025550101: Its paid period ended" in told
    assert "Restore DID 12025550100? Renew DID 12025550101, which is charged now?" in told
    assert len(sent(server)) == 2


@pytest.mark.parametrize(
    ("before", "options", "question"),
    [
        (0, "--billing-cycles-count 1", "Renew"),
        (2, "--billing-cycles-count 5", "Renew"),
        (2, "--unset billing_cycles_count", "Renew"),
        (0, "--set billing_cycles_count=null", "Renew"),
        (None, "--billing-cycles-count 0", "Stop the renewal"),
        (5, "--billing-cycles-count 2", ""),
        (None, "--billing-cycles-count 2", ""),
    ],
)
def test_renewals(server, live, before, options, question):
    server.answer(document(did(billing_cycles_count=before)))
    if question:
        assert f"{question} " in asked(server, live, f"dids update id:d1 {options}")
    else:
        live(f"dids update id:d1 {options}")
    assert len(sent(server)) == 1


def test_rows_that_renew_ask_too(didww):
    rows = "number,billing_cycles_count\n12125550100,0\n"
    assert "Stop the renewal of DID 12125550100?" in didww("dids update --input -", stdin=rows, code=9).err
    didww("dids update --input - --yes", stdin=rows)
    rows = '{"ref": "12125550100", "billing_cycles_count": null}\n'
    assert "which is charged?" in didww("dids update --input -", stdin=rows, code=9).err


@pytest.mark.parametrize(("keys", "code", "terminated"), [(b"y\n", 0, False), (b"n\n", 9, True)])
def test_restoring_asks_on_a_terminal(didww, keys, code, terminated):
    didww("dids cancel 12125550100 --yes")
    screen = in_terminal(["-p", "demo", "dids", "restore", "12125550100"], columns=200, keys=keys)
    assert "Restore DID 12125550100? On the emulated account" in screen.text.replace("\r\n", "")
    assert screen.code == code
    assert didww("dids get 12125550100 -o json").json["terminated"] is terminated
