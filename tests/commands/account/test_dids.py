"""``dids cancel`` and ``dids restore``."""

from __future__ import annotations

import json


def test_cancel_and_restore_dids(didww):
    asked = didww("dids cancel 12125550100", code=9).err
    assert "Cancel DID 12125550100?" in asked
    assert "removed at the end of its billing cycle" in asked
    assert "calls and messages may stop at once" in asked
    assert "bulk order cannot be cancelled" in asked
    assert didww("dids cancel 12125550100 --yes -o json").json["terminated"] is True
    assert didww("dids get 12125550100 -o json").json["terminated"] is True
    asked = didww("dids restore 12125550100", code=9).err
    assert "restoring it is free now" in asked
    assert "Restore DID 12125550100?" in asked
    assert didww("dids get 12125550100 -o json").json["terminated"] is True
    assert didww("dids restore 12125550100 --yes -o json").json["terminated"] is False
    assert didww("dids update 442079460000 --terminated", code=9).err
    assert didww("dids get 442079460000 -o json").json["terminated"] is False


def test_cancel_and_restore_print_the_did(didww):
    one, other = "12125550100", "12125550101"
    cancelled = didww(f"dids cancel {one} --yes -o json").json
    assert (cancelled["number"], cancelled["terminated"]) == (one, True)
    both = didww(f"dids cancel {one} {other} --yes -o json").json
    assert [(did["number"], did["terminated"]) for did in both] == [(one, True), (other, True)]
    lines = didww(f"dids restore {one} {other} --yes -o jsonl").lines
    assert [json.loads(line)["terminated"] for line in lines] == [False, False]
    assert didww(f"dids restore {one} --yes -o json").json["number"] == one
    assert [did["number"] for did in didww(f"dids cancel -f number={one} --yes -o json").json] == [one]
