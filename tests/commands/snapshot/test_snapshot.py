"""snapshot save, diff and apply, as typed."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.terminal import in_terminal


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_it_holds_names_and_no_secrets_and_is_the_same_each_time(didww):
    didww("trunks in update Headquarters --sip-auth-enabled --sip-auth-user u --sip-auth-password geheim99")
    told = didww("snapshot save account.toml").err
    assert "6 voice in trunks" in told
    assert "Secrets are not in it." in told
    text = Path("account.toml").read_text("utf-8")
    assert "geheim99" not in text
    held = tomllib.loads(text)
    assert held["dids"]["12125550100"]["voice_in_trunk"] == "Headquarters"
    assert "voice_in_trunk_group" in held["dids"]["12125550100"]["none"]
    assert held["voice_in_trunks"]["Headquarters"]["configuration"]["host"] == "sip.example.com"
    assert held["voice_out_trunks"]["Outbound Europe"]["dids"] == sorted(
        held["voice_out_trunks"]["Outbound Europe"]["dids"]
    )
    assert "terminated" not in text
    assert "id" not in held["voice_in_trunks"]["Headquarters"]
    assert "in place of" not in didww("snapshot save again.toml").err
    assert "Saved to again.toml, in place of the snapshot that was there: " in didww("snapshot save again.toml").err
    didww("snapshot save account.json")
    assert Path("again.toml").read_bytes() == Path("account.toml").read_bytes()
    assert json.loads(Path("account.json").read_text())["dids"]["12125550100"]["voice_in_trunk_group"] is None
    assert didww("snapshot diff account.json account.toml").err == "Nothing differs.\n"


def test_what_of_messages_is_not_in_it_is_said(didww):
    told = didww("--api-version 2026-11-19 snapshot save account.toml").err
    assert "Secrets, sms trunks and sms groups are not in it." in told
    assert "sms trunks" not in didww("--api-version 2026-11-19 snapshot save numbers.toml --only dids").err


def test_what_differs(didww):
    didww("snapshot save account.toml")
    assert (didww("snapshot diff account.toml").out, didww("snapshot diff account.toml -o json").json) == ("", [])
    didww("dids update 12135550100 --voice-in-trunk Headquarters")
    didww("trunks groups create --name New")
    done = didww("snapshot diff account.toml -o json", code=10)
    assert done.json == [
        {"type": "voice_in_trunk_groups", "name": "New", "change": "added", "member": None, "from": None, "to": None},
        {
            "type": "dids",
            "name": "12135550100",
            "change": "changed",
            "member": "voice_in_trunk",
            "from": None,
            "to": "Headquarters",
        },
    ]
    assert "2 differences." in done.err
    assert didww("snapshot diff account.toml --only dids -o csv", code=10).lines[1:] == [
        "dids,12135550100,changed,voice_in_trunk,,Headquarters"
    ]


def test_a_table_of_ones_own_tells_the_drift(didww):
    Path("mine.csv").write_text(
        "number,voice_in_trunk,capacity_limit\n+1 212 555 0100,Duty phone,\n12135550100,,\n999,Headquarters,5\n"
    )
    found = didww("snapshot diff mine.csv -o json", code=10).json
    assert [(one["name"], one["change"], one["from"], one["to"]) for one in found if one["change"] != "added"] == [
        ("12125550100", "changed", "Duty phone", "Headquarters"),
        ("999", "removed", None, None),
    ]
    assert len([one for one in found if one["change"] == "added"]) == 19


def test_a_plan_a_question_and_then_the_order_of_needs(didww):
    didww("snapshot save before.toml")
    didww("trunks groups delete 'Night shift' --yes")
    didww("dids update 12135550100 --voice-in-trunk Headquarters")
    asked = didww("snapshot apply before.toml", code=9).err
    assert "create trunk group Night shift" in asked
    assert "DID 12135550100: voice_in_trunk: Headquarters → none" in asked
    assert "Apply before.toml: 1 to create, 3 to change?" in asked
    dry = didww("snapshot apply before.toml --dry-run -o json")
    assert [one["change"] for one in dry.json] == ["added", "changed", "changed", "changed"]
    assert didww("snapshot diff before.toml", code=10)
    done = didww("snapshot apply before.toml --yes --results results.jsonl -o json").json
    assert [(one["action"], one["name"], one["outcome"]) for one in done] == [
        ("create", "Night shift", "done"),
        ("update", "Night watch", "done"),
        ("update", "12135550100", "done"),
        ("update", "61255500000", "done"),
    ]
    assert [json.loads(line) for line in Path("results.jsonl").read_text().splitlines()] == done
    assert didww("snapshot apply before.toml").err == "The account is as the file says.\n"
    didww("snapshot save after.toml")
    assert Path("after.toml").read_bytes() == Path("before.toml").read_bytes()
    entries = didww("journal list -o json").json
    assert [one["action"] for one in entries[:4]] == ["update", "update", "update", "create"]


def test_it_asks_on_a_terminal(didww):
    didww("snapshot save before.toml")
    didww("dids update 12135550100 --description Other")
    screen = in_terminal(["-p", "demo", "snapshot", "apply", "before.toml"], wait_for=b"[y/N]", keys=b"y\n")
    assert screen.code == 0
    assert "1 done." in screen.text


def test_it_is_bound_to_what_is_named(didww):
    didww("snapshot save before.toml")
    didww("dids update 12135550100 12025550100 --description Other")
    didww("trunks in update Headquarters --sip-port 5099")
    assert (
        didww("snapshot apply before.toml --only dids --number +1-213-555-0100 --yes -o json").json[0]["name"]
        == "12135550100"
    )
    assert [one["name"] for one in didww("snapshot apply before.toml --only trunks --yes -o json").json] == [
        "Headquarters"
    ]
    assert [one["name"] for one in didww("snapshot diff before.toml -o json", code=10).json] == ["12025550100"]


def test_nothing_is_deleted_unless_asked_and_no_number_ever(didww):
    didww("snapshot save before.json")
    held = json.loads(Path("before.json").read_text())
    del held["dids"]["12135550100"]
    Path("before.json").write_text(json.dumps(held))
    didww("trunks groups create --name New")
    assert didww("snapshot apply before.json --yes").err == "The account is as the file says.\n"
    assert "delete trunk group New" in didww("snapshot apply before.json --delete --yes").err
    assert "12135550100" in didww("dids list -o csv -c number").out
    assert "New" not in didww("trunks groups list -o csv").out


def test_what_another_account_lacks_is_named(didww):
    didww("snapshot save before.json")
    held = json.loads(Path("before.json").read_text())
    held["dids"]["999"] = {"description": "not ours"}
    held["dids"]["12135550100"] |= {"voice_in_trunk": "Nowhere", "description": "Changed"}
    held["voice_in_trunks"]["Berlin"]["pop"] = "MARS"
    Path("before.json").write_text(json.dumps(held))
    told = didww("snapshot apply before.json --yes", code=2).err
    assert "Nothing was sent: this account lacks what the file needs." in told
    assert "DID 999: the account has none." in told
    assert "DID 12135550100: voice_in_trunk Nowhere: the account has none." in told
    assert "inbound trunk Berlin: pop MARS: the account has none." in told
    assert didww("dids get 12135550100 -o json").json["description"] == "Los Angeles"
    didww("snapshot apply before.json --yes --skip-unmapped")
    assert didww("dids get 12135550100 -o json").json["description"] == "Changed"


def test_created_trunks_say_which_secrets_are_left(didww):
    didww("snapshot save before.toml --only trunks")
    didww("trunks in create --name Copy --sip-host sip.example.com")
    didww("snapshot save with.toml --only trunks")
    didww("trunks in delete Copy --yes")
    told = didww("snapshot apply with.toml --yes").err
    assert "No secrets are in the file; set afterwards what is needed of inbound trunk Copy: auth_password." in told
    assert didww("snapshot diff with.toml").err == "Nothing differs.\n"


def test_things_of_one_name_stand_under_their_ids(didww):
    didww("dids list")
    didww("trunks groups create --name Twin")
    kept = Path("home", "state", "didww", "demo.json")
    kept.write_text(kept.read_text("utf-8").replace('"Night shift"', '"Twin"'), encoding="utf-8")
    didww("snapshot save twins.toml")
    names = tomllib.loads(Path("twins.toml").read_text("utf-8"))["voice_in_trunk_groups"]
    assert len([one for one in names if one.startswith("id:")]) == 2
    assert didww("snapshot diff twins.toml").err == "Nothing differs.\n"


@pytest.mark.parametrize(
    ("line", "content", "told"),
    [
        ("save account.txt", None, "must end in .toml or .json"),
        ("save account.toml --only dogs", None, "There is nothing called 'dogs'"),
        ("save account.toml --only orders", None, "orders is not part of a snapshot."),
        ("diff nothing.toml", None, "nothing.toml cannot be read"),
        ("diff a.toml", "x = [", "a.toml is broken"),
        ("diff a.json", "[]", "a.json is no snapshot of this tool."),
        ("diff a.toml", "snapshot = 2\n", "a.toml is no snapshot of this tool."),
        ("diff a.toml", "snapshot = 1\n[orders.x]\n", "a snapshot holds no 'orders'."),
        (
            "diff a.toml",
            "snapshot = 1\n[dids.1]\ndescripton = 'x'\n",
            "DID 1 has no 'descripton'. Did you mean description?",
        ),
        ("diff a.csv", "name\nx\n", "a.csv has no column number."),
        (
            "diff a.csv",
            "number,voice_in_trnk\n1,x\n",
            "'voice_in_trnk' that cannot be compared. Did you mean voice_in_trunk",
        ),
        ("diff a.csv", "number\n1\n+1\n", "line 3: 1 is there twice."),
        ("apply a.toml --number 5", "snapshot = 1\n[dids.1]\n", "The file has no number 5."),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(server, live, line, content, told):
    if content is not None:
        Path(line.split()[1]).write_text(content)
    assert told in live(f"snapshot {line}", code=2).err
    assert [one.method for one in server.seen if one.method != "GET"] == []


def test_a_failure_stops_it_and_says_how_to_go_on(server, live):
    trunk = {"type": "voice_in_trunk_groups", "attributes": {"name": "A", "capacity_limit": 1}}
    groups = [{**trunk, "id": str(at), "attributes": {"name": f"G{at}", "capacity_limit": 1}} for at in range(3)]
    Path("a.json").write_text(
        json.dumps({"snapshot": 1, "voice_in_trunk_groups": {f"G{at}": {"capacity_limit": 5} for at in range(3)}})
    )

    def answer(request):
        if request.method == "GET":
            return 200, {"data": groups}, {}
        return (200, {"data": groups[0]}, {}) if request.path.endswith("/0") else (500, {"errors": []}, {})

    server.answer(answer)
    done = live("snapshot apply a.json --only 'trunks groups' --yes", code=8)
    assert "The same command" in done.err or "the same command, typed again, does the rest" in done.err
    assert len([one for one in server.seen if one.method == "PATCH"]) == 2


@pytest.mark.parametrize(("name", "text"), [("dids.json", '[{"number": "1"}]'), ("main.toml", "[server]\nport = 1\n")])
def test_a_file_that_holds_something_else_is_not_written_over(didww, name, text):
    Path(name).write_text(text)
    assert f"{name} is there already and is not replaced" in didww(f"snapshot save {name}", code=2).err
    assert Path(name).read_text() == text
    Path(name).write_text("")  # as mktemp leaves it
    didww(f"snapshot save {name}")
    didww(f"snapshot diff {name}")
