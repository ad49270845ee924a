"""``--input``: what became of each row, and what stops a run."""

from __future__ import annotations

import functools
import json
import os
import resource
import subprocess
import sys

import pytest

from tests.bulk_account import Account, did, group, rows_of
from tests.commands.bulk.sent import writes
from tests.conftest import problem
from tests.terminal import in_terminal


def test_every_outcome(server, live, file, results):
    account = Account(server, records=[did(1), did(2, description="new"), did(3), did(4), did(5)])
    account.harm = {"d3": problem(422, "is too long", "description - is too long"), "d4": "drop"}
    line = f"dids update --input {file(rows_of(1, 2, 3, 4, 5))} --results {results} -o json"
    done = live(f"{line} --continue-on-error", code=12)
    assert [one["id"] for one in done.json] == ["d1", "d2", "d5"]
    assert results.outcomes == ["done", "unchanged", "failed", "unknown", "done"]
    assert [line["id"] for line in results.lines] == ["d1", "d2", "d3", "d4", "d5"]
    assert results.lines[2]["error"] == "description - is too long"
    assert "outcome is unknown" in results.lines[3]["error"]
    assert "line 4 (12025550003): failed: description - is too long" in done.err
    assert done.error["kind"] == "partly_done"
    assert done.error["message"].startswith("2 done, 1 unchanged, 1 failed, 1 unknown.")
    assert done.error["errors"][0]["status"] == "422"
    assert f"--resume {results}" in done.error["hint"]


@pytest.mark.parametrize(
    ("harm", "code", "outcome"),
    [
        (problem(422, "no"), 5, "failed"),
        (problem(404, "gone"), 4, "failed"),
        (problem(401, "who"), 3, "failed"),
        (problem(429, "slow down"), 6, "failed"),
        ("drop", 8, "unknown"),
        (problem(500, "oops"), 8, "unknown"),
        ((200, [], {}), 8, "unknown"),
        ((200, b"<html>", {}), 8, "unknown"),
    ],
)
def test_the_first_failure_stops_the_run(server, live, file, results, harm, code, outcome):
    account = Account(server, records=[did(1), did(2), did(3)])
    account.harm = {"d1": harm}
    rows = file(rows_of(1, 2, 3))
    error = live(f"dids update --input {rows} --results {results} -o json", code=code).error
    assert results.outcomes == [outcome]
    assert error["message"].startswith("line 2 (12025550001): ")
    assert error["message"].endswith(f"1 {outcome}, 2 not tried.")
    assert {name for method, name in account.written if method == "PATCH"} == {"d1"}
    account.harm = {"d2": harm}
    error = live(f"dids update --input {rows} --resume {results} -o json", code=12).error
    assert results.outcomes == [outcome, "done", outcome]
    assert error["message"].startswith(f"1 done, 1 {outcome}, 1 not tried.\nline 3 (12025550002): ")
    account.harm = {}
    assert live(f"dids update --input {rows} --resume {results}").err.endswith("2 done, 1 done before.\n")
    assert results.outcomes == [outcome, "done", outcome, "done", "done"]
    assert "3 done before" in live(f"dids update --input {rows} --resume {results}").err


def test_a_refused_key_stops_the_run_whatever_was_asked_for(server, live, file):
    account = Account(server, records=[did(1), did(2)])
    account.harm = {"d1": problem(401, "who"), "d2": problem(401, "who")}
    live(f"dids update --input {file(rows_of(1, 2))} --continue-on-error", code=3)
    assert [one for one in account.written if one[0] == "PATCH"] == [("PATCH", "d1")]


def test_all_failed_is_the_code_of_the_first(server, live, file, results):
    account = Account(server, records=[did(1), did(2)])
    account.harm = {"d1": problem(422, "no"), "d2": "drop"}
    live(f"dids update --input {file(rows_of(1, 2))} --results {results} --continue-on-error", code=5)
    assert results.outcomes == ["failed", "unknown"]


def test_an_update_of_unknown_outcome_is_looked_at_again(server, live, file, results):
    account = Account(server, records=[did(1), did(2)])
    account.harm = {"d1": "drop after"}
    rows = file(rows_of(1, 2))
    live(f"dids update --input {rows} --results {results}", code=8)
    live(f"dids update --input {rows} --resume {results}")
    assert account.written == [("PATCH", "d1"), ("PATCH", "d2")]
    assert results.outcomes == ["unknown", "unchanged", "done"]


def test_delete(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups", [group(1), group(2), group(3), group(4)])
    account.harm = {"g2": "drop after", "g3": problem(422, "in use")}
    rows = file("id,name,meta.trunks_count\ng1,x,0\ng2,,\ng3,,\n")
    line = f"trunks groups delete --yes --input {rows}"
    live(f"{line} --results {results}", code=12)
    assert results.outcomes == ["done", "unknown"]
    done = live(f"{line} --resume {results} --continue-on-error", code=12)
    assert done.out == ""
    assert [(one["line"], one["outcome"]) for one in results.lines] == [
        (2, "done"),
        (3, "unknown"),
        (3, "done"),
        (4, "failed"),
    ]
    account.harm = {}
    live(f"{line} --resume {results}")
    assert list(account.records) == ["g4"]
    assert [identifier for _, identifier in account.written] == ["g1", "g2", "g3", "g3"]


def test_delete_asks(server, live, didww, file):
    account = Account(server, "voice_in_trunk_groups", [group(1), group(2)])
    rows = file("name\nG1\nG2\n")
    error = live(f"trunks groups delete --input {rows}", code=9).err
    assert "Delete 2 trunks groups: G1, G2?" in error
    assert account.written == []
    live(f"trunks groups delete --input {rows} --yes")
    assert account.records == {}
    assert "has no column 'naem'" in didww("trunks groups delete --yes --input -", code=2, stdin="naem,ref\na,b\n").err


def test_delete_asks_on_a_terminal(didww, file):
    for name in ("One", "Two"):
        didww(f"trunks groups create --name {name}")
    rows = file("ref\nOne\nTwo\n")
    line = ["--profile", "demo", "trunks", "groups", "delete", "--input", str(rows)]
    assert in_terminal(line, keys=b"n\n").code == 9
    seen = in_terminal(line, keys=b"y\n", columns=200)
    assert seen.code == 0
    assert seen.text.endswith("2 done.\r\n")
    assert "Delete 2 trunks groups: One, Two? On the emulated account" in seen.text
    assert "One" not in didww("trunks groups list").out


def test_rows_that_cancel_ask(server, live, file):
    account = Account(server, records=[did(1), did(2)])
    rows = file("ref,terminated,description\n12025550001,true,new\n12025550002,false,new\n")
    assert "Cancel DID 12025550001?" in live(f"dids update --input {rows}", code=9).err
    assert account.written == []
    live(f"dids update --input {rows} --yes")
    assert account.records["d1"]["attributes"]["terminated"] is True


def test_dry_run_writes_nothing(server, live, file, results):
    Account(server, records=[did(1), did(2, description="new")])
    rows = file("ref,description\n12025550001,new\n12025550002,new\n")
    line = f"dids update --input {rows} --results {results} --dry-run"
    done = live(f"{line} -o json")
    assert [one["method"] for one in done.json] == ["PATCH"]
    assert done.json[0]["body"]["data"] == {"type": "dids", "id": "d1", "attributes": {"description": "new"}}
    assert done.err.splitlines() == [
        "line 2, 12025550001: description: old → new",
        "1 would be changed, 1 need nothing. Nothing was sent.",
    ]
    assert [json.loads(text)["method"] for text in live(f"{line} -o jsonl").lines] == ["PATCH"]
    assert live(f"{line}").lines[0].startswith("PATCH http")
    cancels = file("ref,terminated\n12025550001,true\n", "cancels.csv")
    live(f"dids update --input {cancels} --dry-run")
    assert writes(server) == []
    assert not results.path.exists()


def test_dry_run_of_a_cancel(didww):
    rows = didww("emergency services list -o csv -c reference").out
    done = didww("emergency services cancel --input - --dry-run -o json", stdin=rows)
    assert {one["method"] for one in done.json} == {"DELETE"}
    assert "Emergency calls of its numbers are then no longer covered." in done.err
    assert done.err.endswith(f"\n{len(done.json)} would be cancelled. Nothing was sent.\n")


def test_create(didww, file, results):
    rows = file(
        "name,configuration.host,configuration.port,configuration.codec_ids,configuration.dst,voice_in_trunk_group\n"
        'Desk 1,sip.example.com,5061,"PCMU,9",,Main group\n'
        "Desk 2,,,,+1 202 555 0100,\n"
    )
    made = didww(f"trunks in create --input {rows} --results {results} --priority 3 -o json").json
    assert [one["configuration"]["type"] for one in made] == ["sip_configurations", "pstn_configurations"]
    assert [one["priority"] for one in made] == [3, 3]
    assert made[1]["configuration"]["attributes"]["dst"] == "12025550100"
    assert [(one["ref"], one["id"], one["outcome"]) for one in results.lines] == [
        ("Desk 1", made[0]["id"], "done"),
        ("Desk 2", made[1]["id"], "done"),
    ]
    lines = [json.dumps({**one, "name": f"Copy of {one['name']}", "external_reference_id": None}) for one in made]
    copies = didww("trunks in create --input - -o json", stdin="\n".join(lines)).json
    assert [one["configuration"] for one in copies] == [one["configuration"] for one in made]
    assert {one["id"] for one in copies}.isdisjoint(one["id"] for one in made)


def test_create_checks_all_rows(server, live, file):
    rows = file(
        "name,configuration.host,configuration.dst,priority\n,a,,\nX,,,\nX,a,1,\nX,a,,x\nX,a,,\n",
    )
    assert live(f"trunks in create --input {rows}", code=2).err.splitlines()[1:] == [
        "  line 2: name must be given.",
        "  line 3: configuration must be given.",
        "  line 4: The options for configuration belong to different kinds of it.",
        "  line 5: priority is a whole number, not 'x'.",
    ]
    assert server.seen == []


def test_a_results_file_that_cannot_be_written_stops_the_run(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(9)])
    line = f"dids update --input {file(rows_of(*range(9)))}"
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (150, 150))
    command = [sys.executable, "-m", "didww_cli", *line.split(), "--results", str(results)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ}, preexec_fn=limit)
    assert done.returncode == 1
    assert f"Cannot write {results}: File too large. The run was stopped." in done.stderr
    assert len(account.written) < 3
    live(f"{line} --resume {results}")
    assert len(account.written) == 9
    assert "no ordinary file" in live(f"{line} --resume /dev/full", code=2).err


def test_a_closed_pipe_ends_the_output_and_not_the_run(server, file, results):
    account = Account(server, records=[did(number) for number in range(50)])
    rows = file(rows_of(*range(50)))
    line = [sys.executable, "-m", "didww_cli", "dids", "update", "--input", str(rows), "-o", "jsonl"]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ})
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read().endswith("50 done.\n")
    process.stderr.close()
    assert len(account.written) == 50


def test_a_query_that_does_not_fit_ends_the_output_and_not_the_run(server, live, file):
    account = Account(server, records=[did(1), did(2)])
    live(f"dids update --input {file(rows_of(1, 2))} -o jsonl --query 'abs(description)'", code=2)
    assert len(account.written) == 2


def test_the_document_of_the_server(server, live, file):
    Account(server, records=[did(1), did(2, description="new")])
    found = live(f"dids update --input {file(rows_of(1, 2))} -o jsonapi").json["data"]
    assert [one["id"] for one in found] == ["d1", "d2"]


def test_a_kind_that_only_didww_sets_stays(server, live, file):
    def trunk(kind):
        method = {"type": kind, "attributes": {"allowed_sip_ips": ["203.0.113.1"], "tech_prefix": None}}
        return {"id": "t1", "type": "voice_out_trunks", "attributes": {"name": "O", "authentication_method": method}}

    account = Account(server, "voice_out_trunks", [trunk("ip_only")])
    head = "id,authentication_method.type,authentication_method.allowed_sip_ips\n"
    assert "1 done" not in live(f"trunks out update --input {file(head + 't1,ip_only,203.0.113.1')}").err
    assert "DIDWW staff" in live(f"trunks out update --input {file(head + 't1,ip_only,203.0.113.2')}", code=2).err
    assert writes(server) == []
    account.records["t1"] = trunk("credentials_and_ip")
    error = live(f"trunks out update --input {file(head + 't1,ip_only,203.0.113.2')}", code=2).err
    assert "cannot become ip_only" in error
    line = json.dumps({"name": "N", "authentication_method": {"type": "ip_only", "attributes": {}}})
    assert "DIDWW staff" in live("trunks out create --input -", code=2, stdin=line).err


def test_a_member_that_only_create_sets_must_be_as_it_is(didww):
    identity = didww("identities list -o json").json[0]
    other = "business" if identity["identity_type"] == "personal" else "personal"
    for text in (
        f"id,identity_type\n{identity['id']},{other}\n",
        json.dumps({"id": identity["id"], "identity_type": other, "description": "x"}),
    ):
        error = didww("identities update --input - --description x", code=2, stdin=text).err
        assert "identity_type cannot be changed" in error
