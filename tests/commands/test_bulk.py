"""``--input`` end to end: what is checked before the first write, what is sent, and how a stopped run goes on."""

from __future__ import annotations

import functools
import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.paths import columns_of
from tests.bulk_account import Account, did, group, killed_at, names_of, rows_of, without_digests
from tests.conftest import document, problem, run_line, running_server
from tests.terminal import in_terminal

UPDATABLE = [resource for resource in RESOURCES if resource.noun and "update" in resource.operations]
WRITABLE = [r for r in RESOURCES if r.noun and {"update", "delete"} & set(r.operations)]


def writes(server):
    return [seen for seen in server.seen if seen.method != "GET"]


def test_update_from_csv(didww, file, results):
    rows = file(
        "ref,description,capacity_limit,voice_in_trunk\n"
        "+1 212 555-0100,Zürich ☎,7,\n"
        '442079460000,"a ""b"", c\nd",,Headquarters\n'
        "442079460001,,null,\n"
    )
    done = didww(f"dids update --input {rows} --results {results} -o json")
    assert [(one["number"], one["description"]) for one in done.json] == [
        ("12125550100", "Zürich ☎"),
        ("442079460000", 'a "b", c\nd'),
        ("442079460001", "Front desk"),
    ]
    assert done.json[0]["capacity_limit"] == 7
    assert "line 2, 12125550100: description: Main line → Zürich ☎" in done.err
    assert "voice_in_trunk: none → Headquarters" in done.err
    assert done.err.endswith("2 done, 1 unchanged.\n")
    assert results.lines == [
        {"line": 2, "ref": "+1 212 555-0100", "id": done.json[0]["id"], "outcome": "done", "error": None},
        {"line": 3, "ref": "442079460000", "id": done.json[1]["id"], "outcome": "done", "error": None},
        {"line": 5, "ref": "442079460001", "id": done.json[2]["id"], "outcome": "unchanged", "error": None},
    ]
    again = didww(f"dids update --input {rows} -o ids")
    assert again.err == "3 unchanged.\n"
    assert again.lines == [one["id"] for one in done.json]


def test_update_from_json_lines(didww):
    trunk = didww("trunks in list -o json").json[0]
    lines = [
        {"ref": 442079460000, "description": "a", "voice_in_trunk": {"type": "voice_in_trunks", "id": trunk["id"]}},
        {"number": "442079460001", "capacity_limit": None, "blocked": True, "voice_in_trunk_group": None},
    ]
    text = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    assert didww("dids update --input - -o ids", stdin=text).err.endswith("2 done.\n")
    found = didww("dids get 442079460000 442079460001 -o json -i voice_in_trunk,voice_in_trunk_group").json
    assert (found[0]["description"], found[0]["voice_in_trunk"]["name"]) == ("a", trunk["name"])
    assert found[1]["voice_in_trunk_group"] is None


@pytest.mark.parametrize("content", ["", "ref,description\n", "\n\n", "\ufeff"])
def test_no_rows_are_no_failure(server, live, content):
    done = live("dids update --input - -o json", stdin=content)
    assert (done.out, done.err) == ("[]\n", "nothing to do.\n")
    assert server.seen == []


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfref,description,capacity_limit\r\n12025550001,\xc3\xbc,7\r\n",
        "ref;description;capacity_limit\n12025550001;ü;7\n".encode(),
        "ref\tdescription\tcapacity_limit\n12025550001\tü\t7\n".encode(),
        ' ref , description,capacity_limit\n,,\n\n"12025550001",ü, 7 '.encode(),
        "number,description,capacity_limit,id\n12025550001,ü,7,d1\n".encode(),
        "id,number,description,capacity_limit\nd1,,ü,7\n".encode(),
    ],
    ids=["bom and crlf", "semicolons", "tabs", "blanks", "number and id", "id"],
)
def test_forms_of_csv(server, live, file, content):
    Account(server, records=[did(1)])
    live(f"dids update --input {file(content)} -o ids")
    assert writes(server)[0].json["data"]["attributes"] == {"description": "ü", "capacity_limit": 7}


@pytest.mark.parametrize("updatable", UPDATABLE, ids=lambda one: one.type)
@pytest.mark.parametrize("form", ["csv", "csv of the table", "jsonl", "jsonl with includes"])
def test_what_list_prints_is_taken_back_and_changes_nothing(didww, updatable, form):
    wide = {
        "csv": f"-o csv -c {','.join(columns_of(updatable))}",
        "csv of the table": f"-o csv -c {','.join(dict.fromkeys([*updatable.columns, 'id', 'external_reference_id']))}",
        "jsonl": "-o jsonl",
        "jsonl with includes": f"-o jsonl {'--include ' + ','.join(updatable.includes) if updatable.includes else ''}",
    }[form]
    if not updatable.attribute("external_reference_id"):
        wide = wide.replace(",external_reference_id", "")
    listed = didww(f"{updatable.noun} list {wide}")
    done = didww(f"{updatable.noun} update --input - -o ids", stdin=listed.out)
    assert done.err.splitlines()[-1] == f"{len(done.lines)} unchanged."
    assert done.lines == didww(f"{updatable.noun} list -o ids").lines


def test_an_edited_list_goes_back(didww, file):
    listed = didww("dids list -o csv -c number,description,voice_in_trunk,did_group.area_name").out
    rows = file(listed.replace("Main line,Headquarters", "Reception,Duty phone"))
    done = didww(f"dids update --input {rows} -o ids")
    assert "Not sent, since update cannot set them: did_group.area_name." in done.err
    assert re.search(r"1 done, \d+ unchanged", done.err)
    assert didww("dids get 12125550100 -o json -i voice_in_trunk").json["voice_in_trunk"]["name"] == "Duty phone"


def test_values_are_taken_as_the_options_take_them(didww, file):
    rows = file(
        "ref,configuration.codec_ids,configuration.transport_protocol_id,configuration.port,cli_prefix,pop\n"
        'Headquarters,"PCMU, PCMA",TLS,5061,null,"Miami, FL, US"\n'
    )
    pop = next(one["name"] for one in didww("pops list -o json").json if "," in one["name"])
    rows.write_text(rows.read_text().replace("Miami, FL, US", pop))
    before = didww("trunks in get Headquarters -o json").json["configuration"]["attributes"]
    made = didww(f"trunks in update --input {rows} -o json").json[0]["configuration"]["attributes"]
    assert (made["codec_ids"], made["transport_protocol_id"], made["port"]) == ([9, 10], 3, 5061)
    assert {name: made[name] for name in ("host", "username")} == {name: before[name] for name in ("host", "username")}
    assert didww("trunks in get Headquarters -i pop -o json").json["pop"]["name"] == pop


def test_options_hold_for_every_row(didww, file):
    rows = file("ref,description\n442079460000,one\n442079460001,two\n")
    done = didww(
        f"dids update --input {rows} --capacity-limit 9 --description all --voice-in-trunk Headquarters -o json"
    )
    assert [(one["description"], one["capacity_limit"]) for one in done.json] == [("all", 9)] * 2
    only = file("ref\n442079460000\n")
    assert didww(f"dids update --input {only} --unset capacity_limit -o json").json[0]["capacity_limit"] is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("dids update id:a --input {rows} --description x", "a REF cannot stand beside it"),
        ("dids update --filter number=1 --input {rows}", "--filter cannot stand beside it"),
        ("dids update --data {rows} --input {rows}", "--data cannot stand beside it"),
        ("dids update id:a --results x", "--results goes with --input"),
        ("trunks in delete id:a --resume x", "--resume goes with --input"),
        ("trunks in create --continue-on-error", "--continue-on-error goes with --input"),
        ("dids update --input nowhere.csv", "Cannot read nowhere.csv: No such file"),
        ("dids update --input {rows} --results {rows}", "is there already"),
        ("dids update --input {rows} --results /nowhere/x", "no folder /nowhere"),
        ("dids update --input {rows} --resume nowhere", "Cannot read nowhere"),
        ("dids update --input {rows} --resume {rows}", "line 1, is no line of results"),
        (
            "dids update --input {rows} --description x --voice-in-trunk a --voice-in-trunk-group b",
            "exclude each other",
        ),
    ],
)
def test_a_wrong_line_sends_nothing(server, live, file, line, says):
    rows = file("ref,description\n1,x\n")
    assert says in live(line.format(rows=rows), code=2).err
    assert server.seen == []


@pytest.mark.parametrize(
    ("noun", "content", "says"),
    [
        ("dids", "ref,capaciy_limit\n1,2\n", "no column 'capaciy_limit'. Did you mean capacity_limit"),
        ("dids", "ref,did_group.are_name\n1,2\n", "did_group.are_name"),
        ("trunks in", "ref,configuration.hots\n1,2\n", "Did you mean configuration.host"),
        ("dids", "ref,description,ref\n1,2,3\n", "'ref' stands in the header twice"),
        ("dids", "ref,description,\n1,2,3\n", "column 3 has no name"),
        ("dids", "description\nx\n", "No column names the DID"),
        ("trunks in", "name\nx\n", "No column names the inbound trunk"),
        ("dids", "number,blocked\n1,true\n", "no column holds what can be changed"),
        ("dids", b"ref,description\n1,\xfc\n", "not UTF-8 (line 2)"),
        ("dids", "ref,description\n".encode("utf-16"), "it is UTF-16"),
        ("dids", '[{"ref": "1"}]', "JSON lines"),
    ],
)
def test_a_wrong_file_sends_nothing(server, live, file, noun, content, says):
    assert says in live(f"{noun} update --input {file(content, 'rows')}", code=2).err
    assert server.seen == []


def test_all_bad_rows_are_told_and_nothing_is_sent(server, live, file, results):
    rows = file(
        "ref,capacity_limit,terminated,voice_in_trunk,voice_in_trunk_group\n"
        "1,many,,,\n"
        "2,5,,,\n"
        "3,-1,perhaps,,\n"
        "4,5,,a,b\n"
        "5,5\n"
        ",5,,,\n"
        "7,,null,,\n"
    )
    error = live(f"dids update --input {rows} --results {results} -o json", code=2).error
    assert error["message"].splitlines() == [
        f"{rows}: 6 of 7 rows cannot be used; nothing was written.",
        "  line 2: capacity_limit is a whole number, not 'many'.",
        "  line 4: capacity_limit must be at least 0, not -1.",
        "  line 4: terminated is true or false, not 'perhaps'.",
        "  line 5: voice_in_trunk and voice_in_trunk_group exclude each other; set one of them.",
        "  line 6: it has 2 cells, the header has 5.",
        "  line 7: ref must say which DID it is.",
        "  line 8: terminated cannot be cleared: the API takes no null for terminated.",
    ]
    assert server.seen == []
    assert not results.path.exists()


def test_bad_json_lines_are_told(server, live):
    text = '{"ref":"1","nme":2}\n{"ref":\n[1]\n{"ref":"1","ref":"2"}\n{"description":"x"}\n{"ref":"1","type":"pops"}\n'
    text += '{"ref":"1","capacity_limit":NaN}\n{"ref":"1","description":"\\ud800"}\n{"ref":true}\n'
    told = live("dids update --input -", code=2, stdin=text).err.splitlines()[1:]
    for number, words in enumerate(
        [
            "'nme'",
            "not JSON",
            "no JSON object",
            "twice",
            "which DID",
            "type pops",
            "no number",
            "surrogate",
            "which DID",
        ],
        start=1,
    ):
        assert told[number - 1].startswith(f"  line {number}: ")
        assert words in told[number - 1]
    assert server.seen == []


def test_twenty_problems_are_told_one_by_one(live, server, file):
    rows = file("ref,capacity_limit\n" + "".join(f"{number},x\n" for number in range(50)))
    lines = live(f"dids update --input {rows}", code=2).err.splitlines()
    assert len([line for line in lines if line.startswith("  line ")]) == 20
    assert "  … and 30 more" in lines


def test_what_is_not_there_is_told_before_the_first_write(server, live, file, results):
    Account(server, records=[did(1), did(2)])
    rows = file(
        "ref,voice_in_trunk\n12025550001,\n12025550009,\n12025550002,Nobody\n"
        "+1 202 555 0001,id:gone\nid:d7,\n12025550001,\n"
    )
    error = live(f"dids update --input {rows} --results {results} --description new", code=2).err
    for text in (
        "line 3: There is no DID '12025550009'",
        "line 4: voice_in_trunk: There is no inbound trunk 'Nobody'",
        "line 5: +1 202 555 0001 is in line 2 already",
        "line 5: voice_in_trunk: There is no inbound trunk 'id:gone'",
        "line 6: There is no DID with the id d7",
        "line 7: 12025550001 is in line 2 already",
    ):
        assert text in error
    assert writes(server) == []
    assert not results.path.exists()
    rows = file("ref,description\nnope,x\n")
    assert "There is no DID 'nope'" in live(f"dids update --input {rows}", code=4).err


def test_names_that_fit_several_are_told_with_their_ids(server, live, file):
    account = Account(server, "voice_in_trunk_groups", [group(1), group(2, name="G1")])
    rows = file("ref\nG1\n")
    assert (
        "'G1' fits 2 trunks groups: g1 (G1), g2 (G1)." in live(f"trunks groups delete --yes --input {rows}", code=4).err
    )
    assert account.written == []


def test_1000_rows_are_read_in_batches(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(1000)])
    rows = file("number,description\n" + "".join(f"1202555{n:04d},{'old' if n % 20 else 'new'}\n" for n in range(1000)))
    done = live(f"dids update --input {rows} --results {results} -o jsonl")
    assert Counter(seen.method for seen in server.seen) == {"GET": 20, "PATCH": 50}
    assert all(len(seen.path) + sum(map(len, seen.query.values())) < 8000 for seen in server.seen)
    assert done.err.endswith("50 done, 950 unchanged.\n")
    assert len(done.lines) == len(results.lines) == 1000
    assert Counter(results.outcomes) == {"unchanged": 950, "done": 50}
    assert len(account.written) == 50


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
    assert {identifier for _, identifier in account.written} == {"d1"}
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
    assert account.written == [("PATCH", "d1")]


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
    assert done.err == f"{len(done.json)} would be cancelled. Nothing was sent.\n"


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
    from didww_cli.jsonapi.client import Client

    Account(server, records=[did(1), did(2)])

    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(Client, "write", interrupted)
    done = live(f"dids update --input {file(rows_of(1, 2))} --results {results}", code=130)
    assert results.outcomes == ["unknown"]
    assert "Interrupted: " in done.err


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


def test_every_type_can_be_read_in_batches():
    for one in WRITABLE:
        assert one.filter("id"), one.type
        assert "list" in one.operations, one.type


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
