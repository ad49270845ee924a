"""One rate for one key: real processes share it, none starves, and a killed one is no obstacle."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from didww_cli import catalog
from didww_cli.jsonapi import pace
from didww_cli.jsonapi.pace import BARRED_FOR, ENOUGH, FORM, SLACK, Pace, Times
from tests.conftest import document, run_line
from tests.processes import ended, start

RATE = 20
PAGES = 12


class Arrivals:
    """A server of lists with so many pages that keeps when requests came; ``refuse``: how many of them get a 429."""

    def __init__(self, refuse=0, pages=PAGES):
        self.times = []
        self.pages = pages
        self.refuse = refuse
        self.refused_at = 0.0
        self.lock = threading.Lock()

    def __call__(self, seen):
        with self.lock:
            self.times.append(time.monotonic())
            if self.refuse and len(self.times) > 3:
                self.refuse -= 1
                self.refused_at = self.times[-1]
                return 429, {"errors": [{"title": "Too Many Requests"}]}, {"Retry-After": "2"}
        number = int(seen.query.get("page[number]", 1))
        return document([{"id": f"d{number}", "type": "dids", "attributes": {}}], meta={"total_records": self.pages})


@pytest.fixture
def paced(server, tmp_path, monkeypatch):
    """The environment of processes that keep a pace."""
    config = tmp_path / "config.toml"
    config.write_text(
        f'[profiles.a]\nbase_url = "{server.url}"\nrequests_per_second = {RATE}\n'
        f'[profiles.b]\nbase_url = "{server.url}"\nrequests_per_second = {RATE}\n'
    )
    config.chmod(0o600)
    monkeypatch.delenv("DIDWW_BASE_URL")
    return {"DIDWW_CONFIG": str(config)}


def most_in_a_second(times):
    return max(sum(first <= other < first + 1 for other in times) for first in times)


def test_processes_of_one_key_share_its_rate_and_none_starves(server, paced):
    """Four processes with two profiles of the same key: 48 requests, which take 2.4 seconds together."""
    arrivals = Arrivals()
    server.answer(arrivals)
    processes = [start(f"-p {profile} dids list -o ids", env=paced) for profile in "abab"]
    for code, out, err in map(ended, processes):
        assert (code, out.split()) == (0, [f"d{at}" for at in range(1, PAGES + 1)]), err
    assert len(arrivals.times) == 4 * PAGES
    assert arrivals.times[-1] - arrivals.times[0] >= (4 * PAGES - 1) / RATE - 0.1
    assert most_in_a_second(arrivals.times) <= 1.5 * RATE  # what a busy machine holds up comes together


def test_processes_of_other_keys_have_rates_of_their_own(server, paced):
    arrivals = Arrivals()
    server.answer(arrivals)
    processes = [start("-p a dids list -o ids", env={**paced, "DIDWW_API_KEY": key}) for key in ("k1", "k2")]
    assert [ended(process)[0] for process in processes] == [0, 0]
    files = list(next(Path(os.environ["HOME"]).rglob("pace")).iterdir())
    assert len(files) == 2
    assert all(file.stat().st_mode & 0o777 == 0o600 and len(file.name) == 40 for file in files)


def test_a_killed_process_blocks_nobody(server, paced):
    arrivals = Arrivals()
    server.answer(arrivals)
    for _ in range(3):
        process = start("-p a dids list -o ids", env=paced)
        while not arrivals.times:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        arrivals.times.clear()
    started = time.monotonic()
    code, out, err = ended(start("-p a dids list -n 1 -o ids", env=paced))
    assert (code, out) == (0, "d1\n"), err
    assert time.monotonic() - started < 20


def test_an_answer_of_429_holds_all_processes(server, paced):
    """All wait for the seconds that the server asked one of them for, but for what was on its way."""
    arrivals = Arrivals(refuse=1)
    server.answer(arrivals)
    processes = [start("-p a dids list -o ids", env=paced) for _ in range(3)]
    assert [ended(process)[0] for process in processes] == [0, 0, 0]
    at = arrivals.refused_at
    assert len(arrivals.times) == 3 * PAGES + 1
    assert not [one for one in arrivals.times if at + 1 < one < at + 1.9]


def test_a_lowered_rate_grows_back(tmp_path, monkeypatch):
    now = 1000.0
    monkeypatch.setattr(pace.time, "monotonic", lambda: now)
    ours, theirs = (Pace(10, tmp_path / "pace") for _ in range(2))
    distance = SLACK / 10
    assert [round(one.take() - now, 3) for one in (ours, theirs, ours)] == [
        0,
        round(distance, 3),
        round(2 * distance, 3),
    ]
    ours.refused(2.0)
    theirs.refused(1.0)
    assert theirs.take() == pytest.approx(now + 2)
    assert ours.take() == pytest.approx(now + 2 + distance / 0.7)
    now += 3.0
    ours.refused(0.0)
    assert ours.take() == pytest.approx(now)
    lowered = min(1, 0.7 * 2**0.3) * 0.7
    assert theirs.take() == pytest.approx(now + distance / lowered)
    now += 30.0
    assert (ours.take(), theirs.take()) == (pytest.approx(now), pytest.approx(now + distance))


BROKEN = [(1e12, 0, 0, 1, 0, 0), (0, 1e12, 0, 1, 0, 0), (0, 0, 0, 1, 1e12, 0), (0, 0, 0, 1, float("nan"), 0)]


@pytest.mark.parametrize("content", [b"", b"x", b"\xff" * 48, *(FORM.pack(*held) for held in BROKEN)])
def test_a_file_that_is_broken_or_of_another_day_is_begun_anew(tmp_path, content):
    (tmp_path / "pace").write_bytes(content)
    assert Pace(10, tmp_path / "pace").take() <= time.monotonic()


def test_without_a_file_a_process_keeps_its_own_pace(tmp_path):
    (tmp_path / "no folder").write_text("")
    for place in (None, tmp_path / "no folder" / "pace"):
        alone = Pace(10, place)
        first, second = alone.take(), alone.take()
        assert second - first == pytest.approx(SLACK / 10)


@pytest.fixture
def at_didww(server, monkeypatch):
    """DIDWW's own address is that of the scripted server, and nothing says what the rate is."""
    monkeypatch.delenv("DIDWW_BASE_URL")
    monkeypatch.setitem(catalog.BASE_URLS, "sandbox", server.url)


def shared_times():
    """What the file that processes share says."""
    (file,) = next(Path(os.environ["HOME"]).rglob("pace")).iterdir()
    return Times(*FORM.unpack(file.read_bytes()))


def test_didww_is_asked_faster_once_answers_show_that_it_may_and_not_for_a_day_after_a_429(server, at_didww):
    server.answer(arrivals := Arrivals(pages=45))
    runs = 0
    while not runs or not shared_times().fast:
        assert run_line("dids list -o ids").code == 0
        runs += 1
        assert runs < 20, "a machine so busy that no answers come at full pace"
    assert len(arrivals.times) == 45 * runs
    assert "20 requests a second at most" in run_line("doctor").out
    arrivals.refuse = 1
    before = time.time()
    assert run_line("dids list -o ids").code == 0
    times = shared_times()
    assert not times.fast
    assert before + BARRED_FOR <= times.barred <= time.time() + BARRED_FOR
    assert "10 requests a second at most" in run_line("doctor").out


def test_a_rate_that_is_set_is_never_exceeded(server, at_didww, monkeypatch, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text("[profiles.set]\nrequests_per_second = 200\n")
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    server.answer(Arrivals(pages=45))
    assert run_line("-p set dids list -o ids").code == 0
    assert shared_times().answers == 0
    assert "200 requests a second at most" in run_line("-p set doctor").out


def test_a_faster_rate_begins_after_answers_at_full_pace_and_ends_with_a_429(tmp_path, monkeypatch):
    now = today = 1000.0
    monkeypatch.setattr(pace.time, "monotonic", lambda: now)
    monkeypatch.setattr(pace.time, "time", lambda: today)
    ours, theirs, fixed = Pace(10, tmp_path / "p", 20), Pace(10, tmp_path / "p", 20), Pace(10, tmp_path / "p")

    def answers(count, later):
        nonlocal now
        for _ in range(count):
            now = max(now, ours.take()) + later
            ours.answered()

    answers(3 * ENOUGH, later=0.2)  # slower than the pace
    answers(ENOUGH - 1, later=0.01)
    assert (ours.current, theirs.take() > 0, theirs.current) == (10, True, 10)
    answers(1, later=0.01)
    first = theirs.take()
    assert (ours.current, theirs.current, theirs.take() - first) == (20, 20, pytest.approx(SLACK / 20))
    first = fixed.take()
    assert (fixed.current, fixed.take() - first) == (10, pytest.approx(SLACK / 10))
    now += 100.0
    theirs.refused(0.0)
    now += 100.0
    answers(2 * ENOUGH, later=0.01)
    assert (ours.current, theirs.current) == (10, 10)
    now = 1.0  # the machine was started anew: what is of the day stays
    answers(2 * ENOUGH, later=0.01)
    assert ours.current == 10
    today += BARRED_FOR
    answers(ENOUGH, later=0.01)
    assert ours.current == 20


def test_a_429_on_the_way_to_the_faster_rate_begins_anew_at_once(tmp_path, monkeypatch):
    now = 1000.0
    monkeypatch.setattr(pace.time, "monotonic", lambda: now)
    ours = Pace(10, tmp_path / "p", 20)
    for at in range(2 * ENOUGH - 1):
        now = max(now, ours.take()) + 0.01
        if at == ENOUGH - 1:
            ours.refused(0.0)
            now += 60.0
        else:
            ours.answered()
    assert ours.current == 10
    for _ in range(2):
        now = max(now, ours.take()) + 0.01
        ours.answered()
    assert ours.current == 20


def test_sharing_costs_less_than_a_millisecond(tmp_path):
    shared = Pace(1_000_000, tmp_path / "pace")
    start_of_all = time.process_time()
    for _ in range(200):
        shared.wait(lambda seconds: None)
    assert (time.process_time() - start_of_all) / 200 < 0.001
