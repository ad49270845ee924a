"""``--resume``: a run that was stopped or killed goes on, and unknown rows are settled."""

from __future__ import annotations

import json
import re

import pytest

from tests.bulk_account import Account, did, group, killed_at, names_of, rows_of, without_digests
from tests.commands.bulk.sent import writes
from tests.conftest import problem


def test_a_create_of_unknown_outcome_is_not_repeated(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups")
    account.harm = {"B": "drop after"}
    rows = file(names_of("A", "B", "C"))
    line = f"trunks groups create --input {rows}"
    first = live(f"{line} --results {results} -o json", code=12).error
    assert f"{line} -o json --resume {results}" in first["hint"]
    told = [("A", "done"), ("B", "unknown"), ("C", "done")]
    for _ in range(3):
        error = live(f"{line} --resume {results} -o json", code=12).error
        assert [(one["ref"], one["outcome"]) for one in results.lines] == told
        assert results.lines[1]["error"] in error["message"]
        assert "the connection broke before the answer was whole" in error["message"]
        assert "--settle 3=done" in error["hint"]
        assert re.search("Look for it: (.*)", error["hint"])[1] == "didww trunks groups list -s -created_at -n 20"
    assert [one["attributes"]["name"] for one in account.records.values()] == ["A", "B", "C"]
    assert len(account.written) == 3


@pytest.mark.parametrize(
    ("word", "made", "outcomes"), [("done", "ABC", ["done"]), ("failed", "ABCB", ["failed", "done"])]
)
def test_an_unknown_row_is_settled_by_a_word(server, live, file, results, word, made, outcomes):
    account = Account(server, "voice_in_trunk_groups")
    account.harm = {"B": "drop after"}
    line = f"trunks groups create --input {file(names_of('A', 'B', 'C'))}"
    live(f"{line} --results {results} --continue-on-error", code=12)
    account.harm = {}
    live(f"{line} --resume {results} --settle 3={word} --dry-run")
    assert results.outcomes == ["done", "unknown", "done"]
    live(f"{line} --resume {results} --settle 3={word}")
    assert "".join(one["attributes"]["name"] for one in account.records.values()) == made
    assert results.outcomes == ["done", "unknown", "done", *outcomes]
    assert "3 done before" in live(f"{line} --resume {results}").err
    assert len(results.lines) == 3 + len(outcomes)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--settle 2=done", "line 2 is not unknown"),
        ("--settle 4=failed", "line 4 is not unknown"),
        ("--settle 9=done --settle 3=done", "line 9 is not unknown"),
        ("--settle 3", "'3' is not LINE=done or LINE=failed"),
        ("--settle 3=unknown", "is not LINE=done or LINE=failed"),
        ("--settle B=done", "is not LINE=done or LINE=failed"),
        ("--settle 3=done --settle 3=failed", "that it is done, and that it failed"),
    ],
)
def test_a_word_is_only_for_what_is_unknown(server, live, file, results, words, says):
    account = Account(server, "voice_in_trunk_groups")
    account.harm = {"B": "drop after"}
    line = f"trunks groups create --input {file(names_of('A', 'B', 'C'))}"
    live(f"{line} --results {results}", code=12)
    before, seen = results.path.read_text(), len(server.seen)
    assert says in live(f"{line} --resume {results} {words}", code=2).err
    assert (results.path.read_text(), len(server.seen)) == (before, seen)
    assert "--settle goes with --resume" in live(f"{line} {words}", code=2).err
    assert "--settle goes with --input" in live(f"trunks groups create --name x {words}", code=2).err


def test_the_command_that_looks_for_an_unknown_row_finds_it(didww, server, live, file, results):
    account = Account(server, "voice_in_trunks")
    account.harm = {"A desk": "drop after"}
    rows = file("name,configuration.dst\nA desk,12025550100\n")
    hint = live(f"trunks in create --input {rows} --results {results} -o json", code=8).error["hint"]
    command = re.search("Look for it: didww (.*)", hint)[1]
    assert command == "trunks in list -f 'name=A desk'"
    assert [one["id"] for one in live(f"{command} -o json").json] == ["n0"]


def test_a_create_of_unknown_outcome_is_found_by_its_own_reference(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups")
    account.harm = {"B": "drop after", "D": "drop"}
    rows = file(names_of("A", "B", "C", "D", reference=True))
    line = f"trunks groups create --input {rows}"
    live(f"{line} --results {results} --continue-on-error", code=12)
    assert results.outcomes == ["done", "unknown", "done", "unknown"]
    account.harm = {}
    live(f"{line} --resume {results}")
    assert sorted(one["attributes"]["name"] for one in account.records.values()) == ["A", "B", "C", "D"]
    assert results.lines[4] == {"line": 3, "ref": "r-B", "id": "n1", "outcome": "done", "error": None}
    assert results.outcomes[4:] == ["done", "done"]


def test_a_killed_update_goes_on(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(60)])
    rows = file(rows_of(*range(60)))
    line = f"dids update --input {rows}"
    killed_at(server, account, f"{line} --results {results}", 20)
    whole, begun = results.path.read_text().rsplit("\n", 1)
    assert len(whole.splitlines()) == 19
    assert re.fullmatch(r'\{"line":21,"digest":"[0-9a-f]{24}","ref":"12025550019",', begun)
    assert live(f"{line} --resume {results}").err.endswith("40 done, 1 unchanged, 19 done before.\n")
    assert len(account.written) == len(set(account.written)) == 60
    assert results.outcomes == ["done"] * 19 + ["unknown", "unchanged"] + ["done"] * 40


def test_a_run_that_is_killed_in_its_first_row_goes_on(server, live, file, results):
    account = Account(server, records=[did(1), did(2)])
    line = f"dids update --input {file(rows_of(1, 2))}"
    killed_at(server, account, f"{line} --results {results}", 1)
    assert "\n" not in results.path.read_text()
    live(f"{line} --resume {results}")
    assert results.outcomes == ["unknown", "unchanged", "done"]
    assert account.written == [("PATCH", "d1"), ("PATCH", "d2")]
    assert "2 done before" in live(f"{line} --resume {results}").err


def test_a_killed_delete_goes_on(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups", [group(number) for number in range(9)])
    rows = file("ref\n" + "".join(f"id:g{number}\n" for number in range(9)))
    line = f"trunks groups delete --yes --input {rows}"
    killed_at(server, account, f"{line} --results {results}", 4)
    assert live(f"{line} --resume {results}").err.endswith("6 done, 3 done before.\n")
    assert len(account.written) == 9
    assert account.records == {}


@pytest.mark.parametrize("reference", [True, False])
def test_a_killed_create_goes_on_and_creates_nothing_twice(server, live, file, results, reference):
    account = Account(server, "voice_in_trunk_groups")
    rows = file(names_of(*"ABCDEF", reference=reference))
    line = f"trunks groups create --input {rows}"
    killed_at(server, account, f"{line} --results {results}", 3)
    done = live(f"{line} --resume {results}", code=0 if reference else 12)
    assert [one["attributes"]["name"] for one in account.records.values()] == [*"ABCDEF"]
    assert len(account.written) == 6
    assert ("4 done, 2 done before." if reference else "3 done, 1 unknown, 2 done before.") in done.err


def entry(line, ref, outcome="done", **more):
    return {"line": line, "ref": ref, "id": None, "outcome": outcome, "error": None, **more}


def stopped(live, account, results, line, done):
    """A run that ended after so many rows; the next one was refused, but is not in the results."""
    harmed = [*account.records][done]
    account.harm = {harmed: problem(422, "no")}
    live(f"{line} --results {results}", code=12)
    account.harm = {}
    account.written.clear()
    whole = results.path.read_text().splitlines(keepends=True)
    results.path.write_text("".join(whole[:done]))
    return whole[done]


def test_resume_into_another_file(server, live, file, results, tmp_path):
    account = Account(server, records=[did(1), did(2)])
    line = f"dids update --input {file(rows_of(1, 2))}"
    refused = stopped(live, account, results, line, 1)
    results.path.write_text(results.path.read_text() + refused)
    live(f"{line} --resume {results} --results {tmp_path}/next.jsonl")
    assert account.written == [("PATCH", "d2")]
    assert without_digests(tmp_path / "next.jsonl") == [
        entry(2, "12025550001", id="d1"),
        entry(3, "12025550002", "failed", id="d2", error="no"),
        entry(3, "12025550002", id="d2"),
    ]
    assert len(results.lines) == 2
    assert "is there already" in live(f"{line} --resume {results} --results {tmp_path}/next.jsonl", code=2).err
    assert live(f"{line} --resume {results} --results {results}").err.endswith("1 unchanged, 1 done before.\n")


@pytest.mark.parametrize(
    "content",
    [
        '{"line":2}\n',
        '{"line":2,"digest":"aa","ref":"12025550001","id":null,"outcome":"fine","error":null}\n',
        '{\n{"line":2,"digest":"aa","ref":"12025550001","id":null,"outcome":"done","error":null}\n',
        "ref,description\n",
    ],
)
def test_what_is_no_results_file_is_refused(server, live, file, results, content):
    results.path.write_text(content)
    error = live(f"dids update --input {file(rows_of(1, 2))} --resume {results}", code=2).err
    assert "line 1, is no line of results" in error
    assert server.seen == []


@pytest.mark.parametrize("rest", ["", '{"line":3,"ref":"12025550002",'])
@pytest.mark.parametrize("whole", [True, False])
def test_results_without_digests_are_refused(server, live, file, results, rest, whole):
    results.path.write_text((json.dumps(entry(2, "12025550001")) + "\n" if whole else "") + rest)
    code = 2 if whole or rest else 0
    Account(server, records=[did(1), did(2)])
    error = live(f"dids update --input {file(rows_of(1, 2))} --resume {results}", code=code).err
    assert ("an older didww wrote it; it cannot be resumed" in error) == bool(code)
    assert bool(writes(server)) == (not code)


@pytest.mark.parametrize("kept", [0, 1, 12, 60, 80, 81, 95, 120])
def test_a_half_written_line_is_taken_off_or_ended(server, live, file, results, kept):
    account = Account(server, records=[did(1), did(2), did(3)])
    line = f"dids update --input {file(rows_of(1, 2, 3))}"
    refused = stopped(live, account, results, line, 1)
    results.path.write_text(results.path.read_text() + refused[:kept])
    live(f"{line} --resume {results}")
    assert [identifier for _, identifier in account.written] == ["d2", "d3"]
    begun = kept > len('{"line":3,"digest":"123456789012345678901234","ref":"12025550002"')
    assert [one["line"] for one in results.lines] == ([2, 3, 3, 4] if begun else [2, 3, 4])


def test_a_last_line_without_its_end_counts(server, live, file, results):
    account = Account(server, records=[did(1), did(2)])
    line = f"dids update --input {file(rows_of(1, 2))}"
    stopped(live, account, results, line, 1)
    results.path.write_text(results.path.read_text().rstrip("\n"))
    live(f"{line} --resume {results}")
    assert account.written == [("PATCH", "d2")]
    assert [one["line"] for one in results.lines] == [2, 3]


def test_an_interrupted_write_is_unknown(server, live, file, results, monkeypatch):
    from didww_cli.jsonapi.transport import Transport

    Account(server, records=[did(1), did(2)])

    def interrupted(*arguments, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(Transport, "change", interrupted)
    done = live(f"dids update --input {file(rows_of(1, 2))} --results {results}", code=130)
    assert results.outcomes == ["unknown"]
    assert "Interrupted: " in done.err
