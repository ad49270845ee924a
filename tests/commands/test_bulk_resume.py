"""``--resume``: an input that is not as it was, several runs at once, signals, output that fails, kills at random."""

from __future__ import annotations

import os
import random
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass

import pytest

from tests.bulk_account import Account, did, group, names_of, naming, rows_of
from tests.conftest import document, problem

LETTERS = "ABCDEFXYZ"


@dataclass
class Kind:
    """A kind of work on rows called by a letter. ``row``: a line of CSV; ``values``: the usual one, and another."""

    line: str
    head: str
    row: str
    type: str
    values: tuple = ("v", "w")
    named: bool = True
    there: bool = False

    def account(self, server):
        if self.type == "dids":
            return Account(server, records=[did(at) for at, _ in enumerate(LETTERS)])
        there = [group(at, name=f"G{one}") for at, one in enumerate(LETTERS)] if self.there else []
        return Account(server, self.type, there)

    def one(self, letter, *, other=False):
        number = f"1202555{LETTERS.index(letter):04d}"
        return self.row.format(letter=letter, number=number, value=self.values[other])

    def harmed(self, letter):
        """What the account calls the record of a row, to do it harm."""
        if self.line.endswith("create"):
            return f"F{letter}"
        return f"{'g' if self.there else 'd'}{LETTERS.index(letter)}"

    def written(self, server):
        """How often each row was written, by letter."""
        found = Counter()
        for seen in server.seen:
            if seen.method == "POST":
                found[naming(seen.json["data"]["attributes"])[-1]] += 1
            elif seen.method != "GET":
                found[LETTERS[int(seen.path.rpartition("/")[2][1:])]] += 1
        return found


IDENTITY = "identity_type,last_name,phone_number,first_name,description"
GROUPS = "voice_in_trunk_groups"
KINDS = {
    "update": Kind("dids update", "ref,description", "{number},{value}", "dids"),
    "delete": Kind("trunks groups delete --yes", "ref,name", "G{letter},{value}", GROUPS, there=True),
    "create, ref": Kind(
        "trunks groups create", "ref,name,capacity_limit", "{letter},F{letter},{value}", GROUPS, ("7", "8")
    ),
    "create, reference": Kind(
        "trunks groups create",
        "name,external_reference_id,capacity_limit",
        "F{letter},r{letter},{value}",
        GROUPS,
        ("7", "8"),
    ),
    "create, nameless": Kind(
        "identities create", IDENTITY, "personal,L,12025550100,F{letter},{value}", "identities", named=False
    ),
}


def rows(kind, *letters, other=""):
    return [kind.one(letter, other=letter in other) for letter in letters]


CHANGES = {
    "as it was": (lambda k: [k.head, *rows(k, *"ABCDEF")], "DEF", "DEF"),
    "without end of line, with blank lines at the end": (lambda k: [k.head, *rows(k, *"ABCDEF"), "", ""], "DEF", "DEF"),
    "a done row is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="B")], None, None),
    "the refused row is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="D")], None, None),
    "a row that was not tried is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="E")], "DEF", "DEF"),
    "a done row is removed": (lambda k: [k.head, *rows(k, *"ACDEF")], None, None),
    "the refused row is removed": (lambda k: [k.head, *rows(k, *"ABCEF")], None, None),
    "a row that was not tried is removed": (lambda k: [k.head, *rows(k, *"ABCDF")], "DF", "DF"),
    "a row is put in front": (lambda k: [k.head, *rows(k, *"XABCDEF")], "DEFX", None),
    "a row is put between done ones": (lambda k: [k.head, *rows(k, *"ABXCDEF")], "DEFX", None),
    "a row is put between those that were not tried": (lambda k: [k.head, *rows(k, *"ABCDEXF")], "DEFX", "DEFX"),
    "a row is put at the end": (lambda k: [k.head, *rows(k, *"ABCDEFX")], "DEFX", "DEFX"),
    "a done row is replaced": (lambda k: [k.head, *rows(k, *"AXCDEF")], None, None),
    "the order is reversed": (lambda k: [k.head, *rows(k, *"FEDCBA")], "DEF", None),
    "two done rows change places": (lambda k: [k.head, *rows(k, *"BACDEF")], "DEF", None),
    "a done and an untried row change places": (lambda k: [k.head, *rows(k, *"AECDBF")], "DEF", None),
    "a blank line in front": (lambda k: [k.head, "", *rows(k, *"ABCDEF")], "DEF", None),
    "a column more, empty": (lambda k: [f"{k.head},id", *(f"{one}," for one in rows(k, *"ABCDEF"))], None, None),
    "a column less": (lambda k: [without_last(one) for one in (k.head, *rows(k, *"ABCDEF"))], None, None),
    "columns change places": (lambda k: [last_first(one) for one in (k.head, *rows(k, *"ABCDEF"))], "DEF", "DEF"),
    "other separators": (lambda k: [one.replace(",", ";") for one in (k.head, *rows(k, *"ABCDEF"))], "DEF", "DEF"),
}


def without_last(line):
    return line.rpartition(",")[0]


def last_first(line):
    rest, _, last = line.rpartition(",")
    return f"{last},{rest}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_input_doubles_and_skips_nothing(server, live, file, results, kind, change):
    make, named, nameless = CHANGES[change]
    account = kind.account(server)
    account.harm = {kind.harmed("D"): problem(422, "no")}
    source = file("\n".join([kind.head, *rows(kind, *"ABCDEF")]))
    line = f"{kind.line} --input {source} --results {results}"
    live(line, code=12)
    assert kind.written(server) == Counter("ABCD")
    account.harm = {}
    server.seen.clear()
    source.write_text("\n".join(make(kind)))
    told, goes_on = results.path.read_text(), named if kind.named else nameless
    header_only = change == "a column less" and kind.line == "dids update"
    line = f"{kind.line} --input {source} --resume {results}"
    if goes_on is None:
        error = live(f"{line} -o json", code=2).error
        assert error["kind"] == "usage"
        assert header_only or ("nothing was sent" in error["message"] and "line" in error["message"])
        assert server.seen == []
        assert results.path.read_text() == told
    else:
        live(line)
        assert kind.written(server) == Counter(goes_on)
        live(line)
        assert kind.written(server) == Counter(goes_on)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ref,description\n12025550002,v\n12025550001,w\n", "line 2 (12025550001) is done; it is in line 3 now"),
        ("ref,description\n12025550001,w\n12025550002,v\n", "line 2 (12025550001) is done; it asks for something else"),
        ("ref,description\n12025550002,v\n", "line 2 (12025550001) is done; the input has no such row any more"),
    ],
)
def test_what_changed_is_named(server, live, file, results, text, says):
    Account(server, records=[did(1), did(2)])
    source = file("ref,description\n12025550001,v\n12025550002,v\n")
    live(f"dids update --input {source} --results {results}")
    source.write_text(text)
    error = live(f"dids update --input {source} --resume {results} -o json", code=2).error
    assert says in error["message"]
    assert "Put it back as it was" in error["hint"]


def test_options_count_and_so_do_action_and_type(server, live, file, results):
    Account(server, records=[did(1), did(2)])
    source = file(rows_of(1, 2))
    line = f"--input {source} --resume {results}"
    live(f"dids update --input {source} --results {results} --capacity-limit 3")
    assert "2 done before" in live(f"dids update {line} --capacity-limit 3").err
    server.seen.clear()
    for other in ("dids update --capacity-limit 4", "dids update", "trunks in update", "trunks in delete --yes"):
        assert "nothing was sent" in live(f"{other} {line}", code=2).err
    assert server.seen == []


def test_a_record_that_is_done_cannot_stand_in_a_second_row(server, live, file, results):
    Account(server, records=[did(1), did(2)])
    source = file(rows_of(1, 2))
    live(f"dids update --input {source} --results {results}")
    server.seen.clear()
    source.write_text(rows_of(1, 2) + "12025550001,other\n")
    error = live(f"dids update --input {source} --resume {results}", code=2).err
    assert "line 4: 12025550001 is in line 2 already" in error
    assert server.seen == []


def test_rows_that_are_alike_are_each_created_once(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups")
    source = file("ref,name\na,A\na,A\nb,B\na,A\n")
    account.harm = {"B": problem(422, "no")}
    live(f"trunks groups create --input {source} --results {results}", code=12)
    account.harm = {}
    source.write_text("ref,name\nb,B\na,A\na,A\na,A\n")
    live(f"trunks groups create --input {source} --resume {results}")
    assert Counter(one["attributes"]["name"] for one in account.records.values()) == {"A": 3, "B": 1}
    source.write_text("ref,name\nb,B\na,A\na,A\n")
    assert "nothing was sent" in live(f"trunks groups create --input {source} --resume {results}", code=2).err


def test_what_was_never_there_is_not_deleted_by_resuming(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups", [group(1), group(2), group(3)])
    account.harm = {"g2": "drop after"}
    source = file("ref\nG1\nG2\nG3\n")
    live(f"trunks groups delete --yes --input {source} --results {results}", code=12)
    source.write_text("ref\nG1\nG2\nG3\nG9\n")
    error = live(f"trunks groups delete --yes --input {source} --resume {results}", code=4).err
    assert "line 5: There is no trunk group 'G9'" in error
    assert account.written == [("DELETE", "g1"), ("DELETE", "g2")]
    source.write_text("ref\nG1\nG2\nG3\n")
    live(f"trunks groups delete --yes --input {source} --resume {results}")
    assert account.records == {}
    assert results.outcomes == ["done", "unknown", "done", "done"]


def test_more_rows_than_are_held_at_once(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(2500)])
    account.harm = {"d2300": problem(422, "no")}
    numbers = [f"1202555{number:04d}" for number in range(2500)]
    text = "ref,description\n" + "".join(f"{one},{'old' if at % 50 else 'new'}\n" for at, one in enumerate(numbers))
    source = file(text)
    line = f"dids update --input {source} -o ids"
    plan = live(f"{line} --dry-run -o json")
    assert [one["url"].rpartition("/")[2] for one in plan.json] == [f"d{at}" for at in range(0, 2500, 50)]
    done = live(f"{line} --results {results}", code=12)
    assert done.lines == [f"d{at}" for at in range(2300)]
    account.harm = {}
    rest = text.splitlines()
    random.Random(1).shuffle(rest)
    rest.remove("ref,description")
    source.write_text("\n".join(["ref,description", *rest]))
    assert live(f"{line} --resume {results}").err.endswith("4 done, 196 unchanged, 2,300 done before.\n")
    assert Counter(account.written) == {("PATCH", f"d{at}"): 2 if at == 2300 else 1 for at in range(0, 2500, 50)}


def process(line, **more):
    """A command line in a process of its own."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **more}
    return subprocess.Popen([sys.executable, "-m", "didww_cli", *shlex.split(line)], env={**os.environ}, **streams)


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
