"""``--input`` as a process: several at once, signals, output that fails."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import threading
from collections import Counter

import pytest

from tests.bulk_account import Account, did, rows_of
from tests.commands.bulk.kinds import KINDS, process, rows
from tests.conftest import problem


def held_at(account, nth):
    """Hold the answer to the n-th write: an event that is set when it came, and one that lets it go."""
    came, let_go, answered = threading.Event(), threading.Event(), account.server.answers[0]

    def answer(seen):
        found = answered(seen)
        if seen.method != "GET" and len(account.written) == nth:
            came.set()
            let_go.wait(60)
        return found

    account.server.answers[0] = answer
    return came, let_go


def test_one_run_at_a_time(server, live, file, results, tmp_path):
    account = Account(server, records=[did(number) for number in range(6)])
    line = f"dids update --input {file(rows_of(*range(6)))}"
    account.harm = {"d1": problem(422, "no")}
    live(f"{line} --results {results}", code=12)
    account.harm = {}
    came, let_go = held_at(account, 4)
    with process(f"{line} --resume {results}") as first:
        assert came.wait(60)
        requests = len(server.seen)
        for more in ("", f" --results {results}", f" --results {tmp_path}/other.jsonl", " --dry-run"):
            error = live(f"{line} --resume {results}{more} -o json", code=2).error
            assert "Another run is at work on" in error["message"]
        assert len(server.seen) == requests
        let_go.set()
        first.communicate(timeout=60)
    assert first.returncode == 0
    assert [one for one in account.written if one != ("PATCH", "d1")] == [("PATCH", f"d{at}") for at in (0, 2, 3, 4, 5)]
    assert sorted(path.name for path in results.path.parent.iterdir()) == ["home", "results.jsonl", "rows.csv"]


def test_a_run_that_resumes_one_that_is_under_way_is_refused(server, live, file, results):
    account = Account(server, records=[did(1), did(2)])
    line = f"dids update --input {file(rows_of(1, 2))}"
    came, let_go = held_at(account, 1)
    with process(f"{line} --results {results}") as first:
        assert came.wait(60)
        assert "Another run is at work on" in live(f"{line} --resume {results}", code=2).err
        let_go.set()
        first.communicate(timeout=60)
    assert account.written == [("PATCH", "d1"), ("PATCH", "d2")]


def test_many_at_once_do_the_work_once(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(12)])
    line = f"dids update --input {file(rows_of(*range(12)))}"
    account.harm = {"d0": problem(422, "no")}
    live(f"{line} --results {results}", code=5)
    account.harm = {}
    account.written.clear()
    runs = [process(f"{line} --resume {results}") for _ in range(5)]
    told = [run.communicate(timeout=120)[1] for run in runs]
    for run, text in zip(runs, told, strict=True):
        assert run.returncode == (2 if "Another run" in text else 0), text
    assert account.written == [("PATCH", f"d{at}") for at in range(12)]


SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize("kind", ["update", "create, nameless"])
@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_ends_a_run_that_can_go_on(server, file, results, tmp_path, kind, number, code):
    kind = KINDS[kind]
    account = kind.account(server)
    source = file("\n".join([kind.head, *rows(kind, *"ABCDEF")]), "my rows.csv")
    came, let_go = held_at(account, 3)
    with process(f"{kind.line} --input '{source}' --results={results} --timeout 50 -o ids") as run:
        assert came.wait(60)
        run.send_signal(number)
        _, told = run.communicate(timeout=60)
        let_go.set()
    assert run.returncode == code, told
    assert "Interrupted: 2 done, 4 not tried." in told
    assert results.outcomes == ["done", "done", "unknown"]
    command = told.partition("To go on with what is left:\n")[2].splitlines()[0].strip()
    assert command == f"didww {kind.line} --input '{source}' --timeout 50 -o ids --resume {results}"
    settled = "" if kind.there or kind.type == "dids" else " --settle 4=done"
    with process(command.removeprefix("didww ") + settled) as run:
        _, told = run.communicate(timeout=60)
    assert run.returncode == 0, told
    assert kind.written(server) == Counter("ABCDEF")


def test_overlapping_updates_that_are_interrupted_stand_in_the_results(server, file, results, tmp_path, monkeypatch):
    account = Account(server, records=[did(number) for number in range(40)])
    answered, came = server.answers[0], threading.Event()

    def slow(seen):
        if seen.method != "GET" and len(account.written) >= 10:
            came.set()
        threading.Event().wait(0 if seen.method == "GET" else 0.1)
        return answered(seen)

    server.answers[0] = slow
    config = tmp_path / "config.toml"
    config.write_text(f'[profiles.paced]\nbase_url = "{server.url}"\napi_key = "k"\nrequests_per_second = 50\n')
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    with process(f"dids update -p paced --input {file(rows_of(*range(40)))} --results {results}") as run:
        assert came.wait(60)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 130, told
    assert results.outcomes == ["done"] * len(account.written)
    assert f"Interrupted: {len(account.written)} done, {40 - len(account.written)} not tried." in told


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("form", ["ids", "json", "table"])
def test_a_full_standard_output_stops_nothing(server, file, results, form):
    account = Account(server, records=[did(number) for number in range(30)])
    line = f"dids update --input {file(rows_of(*range(30)))} --results {results} -o {form}"
    with open("/dev/full", "w") as full, process(line, stdout=full) as run:
        _, told = run.communicate(timeout=60)
    assert (run.returncode, len(account.written), results.outcomes) == (1, 30, ["done"] * 30), told
    assert "Nothing more is written to standard output (No space left on device)" in told
    assert "30 done." in told


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_the_work_counts_for_more_than_its_output(server, file, results):
    account = Account(server, records=[did(number) for number in range(3)])
    account.harm = {"d1": problem(422, "no")}
    line = f"dids update --input {file(rows_of(*range(3)))} --results {results} -o ids --continue-on-error"
    with open("/dev/full", "w") as full, process(line, stdout=full) as run:
        run.communicate(timeout=60)
    assert (run.returncode, results.outcomes) == (12, ["done", "failed", "done"])


@pytest.mark.parametrize("streams", [">&-", ">&- 2>&-", "| head -n 1", "2>&1 | head -n 1"])
def test_closed_streams_stop_nothing(server, file, results, streams):
    account = Account(server, records=[did(number) for number in range(10)])
    line = shlex.join([sys.executable, "-m", "didww_cli", "dids", "update", "--input", str(file(rows_of(*range(10))))])
    command = ["sh", "-c", f"{line} --results {results} -o ids {streams}"]
    done = subprocess.run(command, env={**os.environ}, timeout=60, capture_output=True)
    assert done.returncode == 0
    assert len(account.written) == 10
    assert results.outcomes == ["done"] * 10


def test_pipes_are_inputs_too(server, file, results):
    account = Account(server, records=[did(number) for number in range(3)])
    line = shlex.join([sys.executable, "-m", "didww_cli", "dids", "update", "--results", str(results), "-o", "ids"])
    rows_file = file(rows_of(*range(3)))
    command = f"cat {rows_file} | {line} --input /dev/stdin"
    subprocess.run(["sh", "-c", command], env={**os.environ}, timeout=60, check=True, stdout=subprocess.DEVNULL)
    assert len(account.written) == 3
