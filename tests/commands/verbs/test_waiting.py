"""``wait``: each end, of one and of several."""

from __future__ import annotations

from tests.conftest import document
from tests.terminal import in_terminal


def test_an_order_that_is_completed_shows_its_dids(didww):
    order = didww("orders create --did-group Chicago --qty 2 --yes -o ids").out.strip()
    result = didww(f"orders wait {order}")
    assert "completed" in result.out
    assert result.out.count("13125550") == 2
    assert didww(f"orders wait {order} -o json").json["status"] == "completed"


def test_one_that_ended_otherwise_says_why(didww):
    result = didww("address-verifications wait ADV-200003 -o json", code=10)
    assert result.json["status"] == "rejected"
    assert result.error["message"] == (
        "The address verification ADV-200003 is rejected: The address does not match the area of the number; "
        "The document cannot be read; Please send a bill that is not older than three months."
    )
    assert didww("orders wait ABK-100011", code=10).err.splitlines()[-1] == (
        "Error: The order ABK-100011 is canceled, not completed."
    )


def test_several_have_the_time_together_and_what_is_left_goes_on(didww):
    result = didww("orders wait ABK-100001 ABK-100012 --wait-timeout 0.1 -o json", code=11)
    assert [one["status"] for one in result.json] == ["completed", "pending"]
    assert result.error["hint"] == "Go on with: didww orders wait --profile demo --output json ABK-100012"
    result = didww("emergency verifications wait EMV-400003 EMV-400001 -o ids", code=10)
    assert len(result.lines) == 2


def test_a_wrong_line_is_refused(server, live):
    live("orders wait", code=2)
    live("orders wait X --wait-timeout -1", code=2)
    live("dids wait X", code=2)
    assert server.seen == []


def test_a_terminal_says_how_far_it_is(server):
    order = {"id": "o1", "type": "orders", "attributes": {"reference": "R-1", "status": "pending"}}
    server.answer(document(order))
    screen = in_terminal(["orders", "wait", "id:o1", "--wait-timeout", "3"])
    assert screen.code == 11
    assert "pending for 1 s …" in screen.text
