"""``--input``: rows from CSV and JSON lines, all checked before the first write."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.paths import columns_of
from tests.bulk_account import Account, did, group
from tests.commands.bulk.sent import writes

UPDATABLE = [resource for resource in RESOURCES if resource.noun and "update" in resource.operations]
WRITABLE = [r for r in RESOURCES if r.noun and {"update", "delete"} & set(r.operations)]


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
    assert again.err.splitlines() == [
        "2 empty cells stand against a value, which stays; null or --empty-clears clears it.",
        "3 unchanged.",
    ]
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


def test_every_type_can_be_read_in_batches():
    for one in WRITABLE:
        assert one.filter("id"), one.type
        assert "list" in one.operations, one.type


@pytest.mark.parametrize(
    ("line", "text", "held"),
    [
        (
            "trunks in create --pstn-dst 12025550100",
            "name\nCA\n",
            {"type": "pstn_configurations", "attributes": {"dst": "12025550100"}},
        ),
        (
            "trunks in update --sip-port 5077",
            "ref,capacity_limit\nHeadquarters,5\n",
            {"type": "sip_configurations", "attributes": {"port": 5077}},
        ),
        (
            "sms trunks create --esme-system-type x --esme-allowed-ips 203.0.113.1 --esme-server-location fra",
            "name\nSA\n",
            {
                "type": "smpp_esme",
                "attributes": {"system_type": "x", "allowed_ips": ["203.0.113.1"], "server_location": "fra"},
            },
        ),
    ],
)
def test_options_of_a_polymorphic_member_hold_in_every_row(didww, file, results, line, text, held):
    rows = file(text)
    shown = didww(f"{line} --input {rows} --dry-run -o json").json
    assert shown[0]["body"]["data"]["attributes"]["configuration"] == held
    didww(f"{line} --input {rows} --results {results}")
    assert didww(f"{line} --input {rows} --resume {results}").err == "1 done before.\n"


def test_the_command_to_go_on_with_shows_no_secret(server, live, file, results):
    held = {"type": "sip_configurations", "attributes": {"auth_password": None}}
    trunk = {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": "A", "configuration": held}}
    server.answer(lambda seen: (502, {}, {}) if seen.method == "PATCH" else (200, {"data": [trunk]}, {}))
    rows = file("ref,capacity_limit\nid:t1,5\n")
    told = live(f"trunks in update --input {rows} --sip-auth-password geheim --results {results}", code=8).err
    assert f"--sip-auth-password '********' --resume {results}" in told
    assert "geheim" not in told


def test_a_dry_run_tells_what_the_rows_lead_to(didww, file):
    rows = file("ref\nMain group\n")
    told = didww(f"trunks groups update --input {rows} --add-voice-in-trunks 'Night watch' --dry-run").err
    assert "The trunk group Night shift loses the inbound trunk Night watch." in told
    rows = file("ref,voice_in_trunk\n12125550100,null\n")
    told = didww(f"dids update --input {rows} --dry-run").err
    assert "DIDWW says: calls to a number without a trunk or group go nowhere." in told
    told = didww(f"trunks groups delete --input {file('ref' + chr(10) + 'Main group' + chr(10))} --dry-run").err
    assert "Depends on it: 6 dids" in told
