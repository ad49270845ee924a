"""``orders create``, killed and interrupted."""

from __future__ import annotations

import signal

import pytest

from tests.commands.orders.shop import BUY, Stuck, start


@pytest.mark.parametrize("acts", [True, False])
def test_killed_between_post_and_answer(server, live, acts):
    stuck = Stuck(acts=acts)
    server.answer(stuck)
    line = f"{BUY} --external-reference-id po-1"
    process = start(line)
    assert stuck.reached.wait(30)
    process.kill()
    process.communicate()
    stuck.release.set()
    result = live(line)
    assert len(stuck.shop.orders) == 1
    assert stuck.shop.posts == (1 if acts else 2)
    assert result.json["id"] == stuck.shop.orders[0]["id"]


def test_killed_without_a_reference_of_ones_own_the_drawn_one_is_known(server, live):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    process = start(BUY)
    assert stuck.reached.wait(30)
    process.kill()
    _, err = process.communicate()
    stuck.release.set()
    reference = err.split()[-1]
    assert reference == stuck.shop.orders[0]["attributes"]["external_reference_id"]
    live(f"{BUY} --external-reference-id {reference}")
    assert stuck.shop.posts == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_interrupted_it_tells_how_to_go_on(server, live, number, code):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    process = start(BUY)
    assert stuck.reached.wait(30)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    stuck.release.set()
    assert (process.returncode, out) == (code, "")
    reference = stuck.shop.orders[0]["attributes"]["external_reference_id"]
    assert f"The order with the reference {reference} may be placed." in err
    assert "was sent and not answered" not in err
    command = next(line for line in err.splitlines() if line.startswith("didww orders create"))
    live(command.removeprefix("didww "))
    assert (stuck.shop.posts, len(stuck.shop.orders)) == (1, 1)
