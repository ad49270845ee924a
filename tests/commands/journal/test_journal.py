"""The journal: what this machine wrote is listed, shown and put back where it is still there."""

from __future__ import annotations

import json
import os
import shlex
import stat

import pytest

from tests.conftest import document, problem
from tests.terminal import in_terminal

ROUTE = "dids update 12125550101 --voice-in-trunk Headquarters --yes -q"
ROUTING = "dids list -o csv -c number,voice_in_trunk,voice_in_trunk_group,description,capacity_limit"


@pytest.fixture
def kept(tmp_path):
    """The file of the journal of the demo profile."""
    return tmp_path / "home" / "state" / "didww" / "journal" / "demo.jsonl"


def test_every_write_is_listed_the_newest_first(didww):
    didww(ROUTE)
    didww("trunks groups create --name Tmp -q")
    didww("trunks groups delete Tmp --yes")
    entries = didww("journal list -o json").json
    assert [(one["n"], one["action"], one["what"], one["name"], one["outcome"]) for one in entries] == [
        (3, "delete", "trunks groups", "Tmp", "done"),
        (2, "create", "trunks groups", "Tmp", "done"),
        (1, "update", "dids", "12125550101", "done"),
    ]
    assert entries[2]["command"] == f"didww --profile demo {ROUTE}"
    assert didww("journal list").lines[0].split() == ["N", "TIME", "ACTION", "WHAT", "NAME", "OUTCOME", "COMMAND"]
    assert didww("journal list -n 1 -o csv").lines[1].startswith("3,")
    assert "1 of 3" in didww("journal list -n 1").err
    assert [one["n"] for one in didww("journal list --ref tmp -o json").json] == [3, 2]
    assert didww("journal list --since 2h -o json").json == entries
    nothing = didww("journal list --ref nothing")
    assert (nothing.out, nothing.err) == ("", "No entries match. Asked for: --ref nothing.\n")


def test_a_narrow_terminal_shows_what_became_of_what(didww):
    didww("address-requirements check 'DE Local' --identity identity-trading --address address-berlin")
    lines = in_terminal(["-p", "demo", "journal", "list"]).lines
    assert "NAME" in lines[0]
    assert "OUTCOME" in lines[0]
    assert "done" in lines[1]


def test_reads_and_dry_runs_are_not_in_it(didww, kept):
    didww("dids list")
    didww(f"{ROUTE} --dry-run")
    assert not kept.exists()
    assert didww("journal list -o json").json == []


def test_an_entry_tells_before_and_after_by_name(didww):
    didww(ROUTE)
    shown = didww("journal show 1").out
    assert "voice_in_trunk        none → Headquarters" in shown
    assert "voice_in_trunk_group  Main group → none" in shown
    entry = didww("journal show 1 -o json").json
    assert entry["before"]["voice_in_trunk"] is None
    assert entry["after"]["voice_in_trunk"]["type"] == "voice_in_trunks"


@pytest.mark.parametrize(
    ("target", "change"),
    [
        ("dids 12125550101", "update --voice-in-trunk Headquarters"),
        ("dids 12125550100", "update --description Other --capacity-limit 7"),
        ("dids 12125550100", "update --voice-in-trunk-group 'Main group'"),
        ("dids 12125550100", "update --voice-in-trunk none --description Gone"),
        ("dids 12125550100", "cancel"),
        ("trunks in Headquarters", "update --sip-port 5099 --codecs PCMU"),
        ("trunks in Headquarters", "update --capacity-limit 3 --ringing-timeout 20"),
        ("trunks groups 'Main group'", "update --voice-in-trunks Headquarters"),
        ("trunks out 'Outbound Europe'", "update --allowed-sip-ips 198.51.100.7"),
        ("trunks out 'Outbound America'", "update --allow-any-did-as-cli"),
        ("capacity groups 'London office'", "update --shared-channels-count 1"),
    ],
)
def test_an_update_is_put_back_and_again(didww, target, change):
    *nouns, ref = shlex.split(target)
    verb, _, options = change.partition(" ")
    reading = f"{' '.join(nouns)} get '{ref}' -o json"
    before = didww(reading).json
    didww(f"{' '.join(nouns)} {verb} '{ref}' {options} --yes")
    after = didww(reading).json
    assert after != before
    done = didww("journal undo 1 --yes")
    assert "→" in done.err
    assert didww(reading).json == before
    assert "is as it was before it" in didww("journal undo 1 --yes").err
    didww("journal undo 2 --yes")
    assert didww(reading).json == after


def test_bulk_work_is_put_back_by_a_range(didww, tmp_path):
    before = didww(ROUTING).out
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "ref,voice_in_trunk,description\n"
        "12125550101,Headquarters,a\n12135550100,Duty phone,b\n442079460000,Headquarters,\n"
    )
    didww(f"dids update --input {rows} --yes")
    assert didww(ROUTING).out != before
    didww("journal undo 1-3 --yes -q")
    assert didww(ROUTING).out == before


def test_several_entries_of_several_types_at_once(didww):
    didww(ROUTE)
    didww("trunks in update Headquarters --sip-port 5099 --capacity-limit 3 -q")
    didww("dids update 12125550101 --voice-in-trunk Berlin --capacity-limit 4 -q")
    didww("dids update 12125550100 --capacity-limit 5 -q")
    didww("trunks in update Headquarters --sip-port 5098 -q")
    requests = didww("journal undo 1-5 --dry-run -o json").json
    parts = [(one["url"].split("/v3/")[1].split("/")[0], one["body"]["data"].get("attributes")) for one in requests]
    port = {"configuration": {"type": "sip_configurations", "attributes": {"port": 5060}}}
    assert sorted(parts, key=str) == [
        ("dids", {"capacity_limit": None}),
        ("dids", {"capacity_limit": None}),
        ("voice_in_trunks", {**port, "capacity_limit": 30}),
    ]
    refused = didww("journal undo 1-5", code=9).err
    assert "12125550101: voice_in_trunk: Berlin → none\n" in refused
    assert "12125550100: capacity_limit: 5 → none\n" in refused
    assert "Headquarters: configuration.port: 5098 → 5060\n" in refused
    assert "Put Headquarters back as it was before entries 2, 5?" in refused
    done = didww("journal undo 1-5 --yes -o json")
    assert [(one["type"], one["capacity_limit"]) for one in done.json] == [
        ("voice_in_trunks", 30),
        ("dids", None),
        ("dids", None),
    ]
    assert "12125550101,,Main group,Sales," in didww(ROUTING).lines
    again = didww("journal undo 1-5 --yes -o json")
    assert (again.out, again.err.count("is as it was before it.")) == ("", 5)


def test_nothing_is_put_back_where_one_of_several_cannot_be(didww):
    didww(ROUTE)
    didww("trunks groups create --name Tmp -q")
    didww("dids update 12125550100 --capacity-limit 5 -q")
    didww("dids update 12125550102 --capacity-limit 6 -q")
    assert "Entry 2 is no update" in didww("journal undo 1-4 --yes", code=2).err
    didww("dids update 12125550102 --capacity-limit 7 -q")
    told = didww("journal undo 1 3 4 --yes", code=10).err
    assert "Entry 4: capacity_limit is 7 now, not 6: entry 5 changed it at" in told
    assert didww("dids get 12125550100 -o json").json["capacity_limit"] == 5
    assert len(didww("journal list -o json").json) == 5


def test_what_failed_is_passed_over_in_a_range_and_a_stop_says_how_to_go_on(server, live):
    held = {**NUMBER, "attributes": {**NUMBER["attributes"], "description": "b"}}
    other = {**held, "id": "d2"}
    server.answer(document(NUMBER), document(held), document(NUMBER), problem(422, "no"))
    live("dids update id:d1 --description b")
    live("dids update id:d1 --description c", code=5)
    server.answers[:] = []
    server.answer(document({**other, "attributes": NUMBER["attributes"]}), document(other))
    live("dids update id:d2 --description b")
    shown = live("journal show 2").out
    assert "description  a → c" in shown
    server.answers[:] = []
    server.answer(document(other), document(held), document(NUMBER), (502, {"errors": []}, {}))
    told = live("journal undo 1-3 --yes", code=8).err
    assert "Entry 2 failed and changed nothing.\n" in told
    assert "(1 of 2 records are done before.)" in told
    assert "The same command goes on, and leaves alone what is done:\ndidww journal undo 1-3 --yes" in told


def test_a_dry_run_and_the_question(didww):
    didww(ROUTE)
    request = didww("journal undo 1 --dry-run -o json").json
    assert (request["method"], set(request["body"]["data"]["relationships"])) == (
        "PATCH",
        {"voice_in_trunk", "voice_in_trunk_group"},
    )
    refused = didww("journal undo 1", code=9)
    assert "voice_in_trunk: Headquarters → none" in refused.err
    assert "Put 12125550101 back as it was before entry 1?" in refused.err
    screen = in_terminal(["-p", "demo", "journal", "undo", "1"], wait_for=b"[y/N]", keys=b"y\n")
    assert screen.code == 0
    assert "Main group" in screen.text


def test_what_another_entry_changed_is_not_written_over(didww):
    didww("trunks in update Headquarters --sip-port 5099 -q")
    didww("trunks in update Headquarters --sip-port 5098 --sip-host sip2.example.com -q")
    told = didww("journal undo 1 --yes", code=10).err
    assert "configuration.port is 5098 now, not 5099: entry 2 changed it at" in told
    assert "trunks in update Headquarters --sip-port 5098" in told
    assert "Nothing was sent." in told
    didww("journal undo 2 1 --yes")
    assert didww("trunks in get Headquarters -c configuration.port -o tsv").out.strip() == "5060"


def test_what_somebody_else_changed_is_not_written_over(didww, tmp_path, monkeypatch):
    didww("dids update 12125550100 --description Mine -q")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "didww").symlink_to(tmp_path / "home" / "state" / "didww")
    kept = tmp_path / "home" / "state" / "didww" / "journal" / "demo.jsonl"
    lines = kept.read_text("utf-8")
    didww("dids update 12125550100 --description Theirs -q")
    kept.write_text(lines, encoding="utf-8")
    told = didww("journal undo 1 --yes", code=10).err
    assert "description is Theirs now, not Mine: somebody else has changed it since" in told
    assert didww("dids get 12125550100 -o json").json["description"] == "Theirs"


def test_secrets_are_not_kept_and_not_put_back(didww, kept):
    didww("trunks in update Headquarters --sip-auth-password geheim99 -q")
    didww("trunks in update Headquarters --set configuration.auth_password=geheim98 -q")
    whole = '{"type": "sip_configurations", "attributes": {"auth_password": "geheim=97", "auth_user": "u"}}'
    didww(f"trunks in update Headquarters --set 'configuration={whole}' -q")
    didww("trunks in update Headquarters --set=configuration.auth_password=geheim96 -q")
    assert "geheim" not in kept.read_text("utf-8")
    command = didww("journal show 3 -o json").json["command"]
    assert shlex.split(command)[-2] == f"configuration={whole.replace('geheim=97', '********')}"
    told = didww("journal undo 2 --yes", code=2).err
    assert "Entry 2 changed secrets, which the journal does not keep: configuration." in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("trunks groups create --name Tmp", "It created trunk group Tmp: 'didww trunks groups delete id:"),
        ("trunks groups delete Empty --yes", "It deleted trunk group Empty: 'didww journal show"),
    ],
)
def test_creates_and_deletes_are_told_not_undone(didww, line, told):
    didww("trunks groups create --name Empty -q")
    didww(line)
    refused = didww("journal undo 2 --yes", code=2).err
    assert "Entry 2 is no update: only updates are put back." in refused
    assert told in refused


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("journal undo 7", 4, "The journal has no entry 7."),
        ("journal show 3-4", 4, "The journal has no entry 3-4."),
        ("journal undo x", 2, "'x' is no number of an entry."),
        ("journal list -n 0", 2, "--limit must be at least 1."),
        ("journal list --since never", 2, "is no point in time"),
    ],
)
def test_what_is_not_there(didww, line, code, told):
    assert told in didww(line, code=code).err


NUMBER = {"id": "d1", "type": "dids", "attributes": {"number": "1", "description": "a", "capacity_limit": None}}


def test_a_refused_write_is_an_entry_that_changed_nothing(server, live):
    server.answer(document(NUMBER), problem(422, "description is reserved"))
    live("dids update id:d1 --description b", code=5)
    entry = live("journal list -o json").json[0]
    assert (entry["outcome"], "description is reserved" in entry["error"]) == ("failed", True)
    assert "Entry 1 failed" in live("journal undo 1 --yes", code=2).err
    assert len(server.seen) == 2


@pytest.mark.parametrize("there", ["b", "a"])
def test_an_unknown_outcome_is_settled_by_what_is_there(server, live, there):
    server.answer(document(NUMBER), (502, {"errors": []}, {}))
    live("dids update id:d1 --description b", code=8)
    assert live("journal list -o json").json[0]["outcome"] == "unknown"
    server.answers[:] = []
    held = {**NUMBER, "attributes": {**NUMBER["attributes"], "description": there}}
    server.answer(document(held), document(NUMBER))
    live("journal undo 1 --yes")
    written = [one for one in server.seen[2:] if one.method == "PATCH"]
    assert [json.loads(one.body)["data"]["attributes"] for one in written] == (
        [{"description": "a"}] if there == "b" else []
    )


@pytest.mark.skipif(os.name == "nt", reason="modes of files are a matter of POSIX")
def test_it_is_private(didww, kept):
    didww(ROUTE)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_each_profile_has_its_own(server, live, didww):
    didww(ROUTE)
    assert live("journal list -o json").json == []
