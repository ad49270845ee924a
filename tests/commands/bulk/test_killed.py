"""``--resume`` after kills at random: nothing is written twice or skipped."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import threading
from collections import Counter

import pytest

from tests.bulk_account import did, group, names_of, rows_of
from tests.commands.bulk.kinds import process
from tests.conftest import document, problem


class Counted:
    """A server that counts the writes of each row, and keeps what was created by its reference."""

    def __init__(self, server, kind, records):
        self.lock, self.writes, self.made = threading.Lock(), Counter(), {}
        self.kind, self.records = kind, {record["id"]: record for record in records}
        self.waiting = None
        server.answer(self)

    def __call__(self, seen):
        if seen.method == "GET":
            with self.lock:
                return self.listed(seen.query)
        with self.lock:
            answer = getattr(self, seen.method.lower())(seen)
        if self.waiting:
            threading.Event().wait(self.waiting.random() * 0.01)
        return answer

    def listed(self, query):
        wanted = next((value.split(",") for key, value in query.items() if key.startswith("filter")), None)
        named = [one for one in self.records.values() if wanted is None or self.is_one_of(one, wanted)]
        return document(named, meta={"total_records": len(named)})

    @staticmethod
    def is_one_of(record, wanted):
        attributes = record["attributes"]
        return bool({record["id"], attributes.get("number"), attributes.get("external_reference_id")} & set(wanted))

    def post(self, seen):
        attributes = seen.json["data"]["attributes"]
        self.writes[attributes["name"]] += 1
        made = {"id": f"n{len(self.records)}", "type": self.kind, "attributes": attributes}
        self.records[made["id"]] = made
        return document(made)

    def patch(self, seen):
        identifier = seen.path.rpartition("/")[2]
        self.writes[identifier] += 1
        self.records[identifier]["attributes"].update(seen.json["data"]["attributes"])
        return document(self.records[identifier])

    def delete(self, seen):
        identifier = seen.path.rpartition("/")[2]
        self.writes[identifier] += 1
        if self.records.pop(identifier, None) is None:
            return problem(404, "not there")
        return 204, b"", {}


def killed_until_done(server, file, results, kind, seed, rows=25):
    """Kill a run of one kind at random moments, and resume it, until it is done: the server, and how often."""
    draw = random.Random(seed)
    if kind == "update":
        account = Counted(server, "dids", [did(at) for at in range(rows)])
        line, text = "dids update", rows_of(*range(rows))
    elif kind == "delete":
        account = Counted(server, "voice_in_trunk_groups", [group(at) for at in range(rows)])
        line, text = "trunks groups delete --yes", "ref\n" + "".join(f"id:g{at}\n" for at in range(rows))
    else:
        account = Counted(server, "voice_in_trunk_groups", [])
        line, text = "trunks groups create", names_of(*(f"N{at}" for at in range(rows)), reference=kind == "references")
    account.waiting = draw
    line = f"{line} --input {file(text)} -o ids"
    kills, words = 0, ""
    while True:
        going_on = f"--resume {results} {words}" if results.path.exists() else f"--results {results}"
        before = sum(account.writes.values())
        target = before + draw.randint(1, rows // 2)
        with process(f"{line} {going_on}", stdout=subprocess.DEVNULL) as run:
            while run.poll() is None and sum(account.writes.values()) < target:
                threading.Event().wait(0.002)
            threading.Event().wait(draw.random() * 0.02)
            if run.poll() is None and kills < MOST_KILLS:
                run.send_signal(draw.choice([signal.SIGKILL, signal.SIGTERM]))
                kills += 1
            _, told = run.communicate(timeout=60)
        wait_for_the_server()
        if run.returncode == 0:
            return account, kills, rows
        assert run.returncode in (-signal.SIGKILL, -signal.SIGTERM, 143, 12, 8), told
        if kind == "names":
            made = {one["attributes"]["name"] for one in account.records.values()}
            unknown = unknown_lines(results.path)
            words = " ".join(f"--settle {at}={'done' if f'N{at - 2}' in made else 'failed'}" for at in unknown)


def wait_for_the_server():
    """Wait until what a killed run sent has been dealt with, as somebody who looks for it would."""
    while any("process_request_thread" in thread.name for thread in threading.enumerate()):
        threading.Event().wait(0.005)


def unknown_lines(path):
    """The lines that are unknown in a results file, one that was only begun among them."""
    last = {}
    for text in path.read_text().splitlines() if path.exists() else ():
        whole = re.fullmatch(r'\{"line":(\d+),"digest":"[^"]+","ref":"[^"]+",(.*)', text)
        if whole:
            outcome = re.search(r'"outcome":"(\w+)".*\}$', whole[2])
            last[int(whole[1])] = outcome[1] if outcome else "unknown"
    return [line for line, outcome in last.items() if outcome == "unknown"]


ROUNDS = int(os.environ.get("KILL_ROUNDS", "1"))
MOST_KILLS = 3


@pytest.mark.parametrize("kind", ["update", "delete", "references", "names"])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_at_random_nothing_is_written_twice_or_skipped(server, file, results, kind, seed):
    account, kills, rows = killed_until_done(server, file, results, kind, seed)
    assert kills
    doubled = {name: times for name, times in account.writes.items() if times != 1}
    assert (len(account.writes), doubled) == (rows, {})
    lines = [line["line"] for line in results.lines if line["outcome"] in ("done", "unchanged")]
    assert sorted(lines) == list(range(2, rows + 2))
