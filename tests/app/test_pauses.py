"""What is said while a repeat is waited for: one line on a terminal, gone when it went well; none on a pipe."""

from __future__ import annotations

import time

from tests.conftest import document, problem
from tests.terminal import in_terminal

LIST = ["trunks", "in", "list", "-o", "ids"]


def test_a_terminal_says_it_and_wipes_it(server):
    server.answer(problem(503, "Busy"), document([{"id": "t1", "type": "voice_in_trunks"}]))
    screen = in_terminal(LIST)
    assert screen.code == 0
    before, _, after = screen.text.partition("\r503; again in ")
    assert before == ""
    pause, _, rest = after.partition("\r")
    assert pause[3:] == " s (1 of 3)"
    assert rest.startswith(" " * len(f"503; again in {pause}") + "\r")
    assert rest.strip() == "t1"


def test_what_fails_in_the_end_is_told_once(server):
    server.answer(problem(503, "Busy"))
    screen = in_terminal([*LIST, "--retries", "1"])
    assert screen.code == 7
    assert screen.text.count("(1 of 1)") == 1
    assert screen.text.count("Busy") == 1
    assert screen.lines[-1] == "Try again later."
    assert f"Error: GET {server.url}/voice_in_trunks" in screen.text
    assert ": the server failed: Busy (503)." in screen.text


def test_it_says_what_went_wrong_where_nothing_came_back(server):
    server.answer("drop", document([]))
    assert "the connection broke before the answer was whole; again in 0." in in_terminal(LIST).text


def test_a_pipe_and_quiet_hear_nothing_and_verbose_a_line(server, live):
    server.answer(problem(503, "Busy"), document([]))
    assert live("trunks in list -o ids").err == "No inbound trunks match.\n"
    server.answers[:] = [problem(503, "Busy"), document([])]
    assert "again" not in in_terminal([*LIST, "-q"]).text
    server.answers[:] = [problem(503, "Busy"), document([])]
    told = live("trunks in list -o ids -v").err
    assert told.count("again in 0.") == 1
    assert ": the server failed: Busy (503); again in " in told


def test_ctrl_c_ends_a_pause_at_once(server):
    server.answer((429, {"errors": [{"title": "Slow down"}]}, {"Retry-After": "60"}))
    start = time.monotonic()
    screen = in_terminal(LIST, keys=b"\x03", wait_for=b"429; again in 60 s (1 of 3)")
    assert screen.code == 130
    assert time.monotonic() - start < 10
    assert "Traceback" not in screen.text
    assert len(server.seen) == 1
