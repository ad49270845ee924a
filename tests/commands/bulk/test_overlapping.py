"""``--input``: updates overlap where answers are slower than the pace."""

from __future__ import annotations

import json
import signal
import time

from tests.conftest import document, problem, run_line, running_server
from tests.processes import ended, start


def slow_account(rows, rate, tmp_path, monkeypatch, refused=()):
    """Update so many groups at a rate, on a server that takes 50 ms for each: the result, and what the server saw."""
    import threading

    under_way, most, lock = 0, [0], threading.Lock()

    def answer(seen):
        nonlocal under_way
        if seen.method == "GET":
            return document([group(name, "old") for name in seen.query["filter[id]"].split(",")])
        with lock:
            under_way += 1
            most[0] = max(most[0], under_way)
        threading.Event().wait(0.05)
        with lock:
            under_way -= 1
        name = seen.path.rpartition("/")[2]
        return problem(422, "is invalid") if name in refused else document(group(name, "new"))

    def group(identifier, name):
        return {"id": identifier, "type": "voice_in_trunk_groups", "attributes": {"name": name}}

    rows_file = tmp_path / "rows.csv"
    rows_file.write_text("ref,name\n" + "".join(f"id:g{at},new\n" for at in range(rows)))
    config = tmp_path / "config.toml"
    with running_server() as server:
        server.answer(answer)
        config.write_text(f'[profiles.slow]\nbase_url = "{server.url}"\napi_key = "k"\nrequests_per_second = {rate}\n')
        config.chmod(0o600)
        monkeypatch.setenv("DIDWW_CONFIG", str(config))
        results = tmp_path / "results.jsonl"
        line = f"trunks groups update -p slow --input {rows_file} --results {results} -o ids"
        result = run_line(line)
        patched = [seen.path.rpartition("/")[2] for seen in server.seen if seen.method == "PATCH"]
    lines = [json.loads(line) for line in results.read_text().splitlines()]
    return result, patched, most[0], lines


def test_updates_overlap_where_answers_are_slower_than_the_pace(tmp_path, monkeypatch):
    result, patched, most, lines = slow_account(30, 100, tmp_path, monkeypatch)
    assert result.code == 0, str(result)
    assert sorted(patched) == sorted(f"g{at}" for at in range(30))
    assert 1 < most <= 8
    assert [line["id"] for line in lines] == [f"g{at}" for at in range(30)]
    assert result.lines == [f"g{at}" for at in range(30)]


def test_updates_do_not_overlap_where_the_server_is_fast_enough(tmp_path, monkeypatch):
    _, patched, most, _ = slow_account(6, 2, tmp_path, monkeypatch)
    assert (patched, most) == ([f"g{at}" for at in range(6)], 1)


def test_overlapping_updates_stop_at_a_failure_and_tell_what_was_under_way(tmp_path, monkeypatch):
    result, patched, _, lines = slow_account(40, 100, tmp_path, monkeypatch, refused=("g10",))
    assert result.code == 12
    assert len(patched) < 40
    assert sorted(line["id"] for line in lines) == sorted(patched)
    assert [line["outcome"] for line in lines if line["id"] == "g10"] == ["failed"]
    assert {line["outcome"] for line in lines if line["id"] != "g10"} == {"done"}


def test_an_interruption_does_not_wait_for_a_row_that_is_to_be_repeated(tmp_path):
    def answer(seen):
        group = {"id": "g0", "type": "voice_in_trunk_groups", "attributes": {"name": "old"}}
        return document([group]) if seen.method == "GET" else (429, {}, {"Retry-After": "100"})

    rows, results, config = (tmp_path / name for name in ("rows.csv", "results.jsonl", "config.toml"))
    rows.write_text("ref,name\nid:g0,new\n")
    with running_server() as server:
        server.answer(answer)
        config.write_text(f'[profiles.slow]\nbase_url = "{server.url}"\napi_key = "k"\nrequests_per_second = 50\n')
        config.chmod(0o600)
        line = f"trunks groups update -p slow --input {rows} --results {results} -v"
        process = start(line, env={"DIDWW_CONFIG": str(config)})
        while "again in 100 s" not in process.stderr.readline():
            pass
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        code, _, told = ended(process)
    assert code == 130
    assert time.monotonic() - begun < 20
    assert "Interrupted: " in told
    assert json.loads(results.read_text())["outcome"] == "failed"
