"""Two processes of one machine that order under one reference at the same moment place one order."""

from __future__ import annotations

import threading
from collections import Counter

from tests.commands.orders.shop import BUY, SKU, Shop, Stuck
from tests.conftest import run_line
from tests.processes import ended, start

PAIRS = 8


class Slow:
    """A shop without uniqueness whose answers take a while, so that look-ups of a pair overlap; counts the POSTs."""

    def __init__(self):
        self.shop = Shop()
        self.alone = threading.Lock()
        self.posts = Counter()

    def __call__(self, seen):
        with self.alone:
            if seen.method == "POST":
                self.posts[seen.json["data"]["attributes"]["external_reference_id"]] += 1
            answer = self.shop(seen)
        threading.Event().wait(0.3)
        return answer


def test_pairs_that_start_together(server):
    slow = Slow()
    server.answer(slow)
    references = [f"po-{at}" for at in range(PAIRS)]
    lines = [f"{BUY} --external-reference-id {reference}" for reference in references for _ in range(2)]
    outcomes = [ended(process) for process in [start(line) for line in lines]]
    assert [code for code, _, _ in outcomes] == [0] * len(lines), outcomes
    assert slow.posts == dict.fromkeys(references, 1)
    assert sum("is there already" in err for _, _, err in outcomes) == PAIRS


def test_the_second_waits_for_the_answer_of_the_first(server, tmp_path):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    line = f"{BUY} --external-reference-id po-1"
    first = start(line)
    assert stuck.reached.wait(60)
    second = start(line)
    waiting = second.stderr.readline()
    stuck.release.set()
    assert waiting == "Another process is placing an order with the reference po-1; waiting for it.\n"
    assert ended(first)[0] == 0
    code, _, err = ended(second)
    assert (code, "Nothing was sent: po-1 is there already" in err, stuck.shop.posts) == (0, True, 1)
    (lock,) = (tmp_path / "home" / "state" / "didww" / "locks").iterdir()
    assert (lock.stat().st_size, lock.stat().st_mode & 0o777) == (0, 0o600)
    assert "po-1" not in lock.name


def test_a_killed_process_holds_nobody_up(server):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    line = f"{BUY} --external-reference-id po-1"
    first = start(line)
    assert stuck.reached.wait(60)
    first.kill()
    ended(first)
    stuck.release.set()
    assert run_line(line).code == 0
    assert stuck.shop.posts == 1


def test_another_reference_waits_for_nothing(server):
    stuck = Stuck(acts=True)
    server.answer(stuck)
    first = start(f"{BUY} --external-reference-id po-1")
    assert stuck.reached.wait(60)
    assert run_line(f"orders create --sku {SKU} --qty 1 --yes --external-reference-id po-2").code == 0
    stuck.release.set()
    assert ended(first)[0] == 0
    assert stuck.shop.posts == 2
