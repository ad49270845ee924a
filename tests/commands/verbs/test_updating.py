"""``update``: what differs and nothing else, of one and of several."""

from __future__ import annotations

import json

import pytest

from tests.commands.verbs.written import did, out_trunk, written
from tests.conftest import document, problem
from tests.emulator.conftest import start
from tests.spoken import NEW, OLD, in_each_version

pytest_generate_tests = in_each_version
SID = f"AC{'0' * 32}"
POP = {OLD: ("relationships", "id:p"), NEW: ("attributes", "FRA")}


def sip_trunk(**attributes):
    held = {
        "host": "sip.example.com",
        "port": 5060,
        "username": None,
        "codec_ids": [9, 10],
        "incoming_auth_username": None,
        "max_transfers": 0,
        **attributes,
    }
    configuration = {"type": "sip_configurations", "attributes": held}
    return {
        "id": "t1",
        "type": "voice_in_trunks",
        "attributes": {"name": "Headquarters", "configuration": configuration},
    }


def test_update_sends_only_what_changes(server, live):
    server.answer(document(did()))
    result = live("dids update id:d1 --description new --capacity-limit 5")
    assert result.err.splitlines() == ["description: old → new"]
    assert [seen.json for seen in written(server)] == [
        {"data": {"type": "dids", "id": "d1", "attributes": {"description": "new"}}}
    ]


def test_update_that_changes_nothing_sends_nothing(server, live):
    server.answer(document(did()))
    result = live("dids update id:d1 --description old -o json")
    assert result.json["description"] == "old"
    assert "nothing changes" in result.err
    assert written(server) == []


def test_unset_sends_null(server, live):
    server.answer(document(did()))
    live("dids update id:d1 --unset description --set capacity_limit=null")
    assert written(server)[0].json["data"]["attributes"] == {"description": None, "capacity_limit": None}


def test_a_trunk_clears_the_group_and_the_reverse(server, live):
    trunk, group = ({"type": f"voice_in_{kind}", "id": kind} for kind in ("trunks", "trunk_groups"))
    server.answer(document(did(voice_in_trunk=None, voice_in_trunk_group=group)))
    live("dids update id:d1 --voice-in-trunk id:trunks")
    assert written(server)[0].json["data"]["relationships"] == {
        "voice_in_trunk": {"data": trunk},
        "voice_in_trunk_group": {"data": None},
    }
    assert server.seen[0].query["include"] == "voice_in_trunk,voice_in_trunk_group"
    server.answers[:] = [document(did(voice_in_trunk=trunk, voice_in_trunk_group=None))]
    live("dids update id:d1 --voice-in-trunk-group id:trunk_groups")
    assert written(server)[1].json["data"]["relationships"] == {
        "voice_in_trunk_group": {"data": group},
        "voice_in_trunk": {"data": None},
    }
    live("dids update id:d1 --voice-in-trunk none")
    assert written(server)[2].json["data"]["relationships"] == {"voice_in_trunk": {"data": None}}


def test_a_trunk_by_name_end_to_end(didww):
    result = didww("dids update +1-212-555-0101 --voice-in-trunk Headquarters -o json")
    assert result.err.splitlines() == ["voice_in_trunk: none → Headquarters", "voice_in_trunk_group: Main group → none"]
    after = didww("dids get 12125550101 -i voice_in_trunk,voice_in_trunk_group -o json").json
    assert after["voice_in_trunk"]["name"] == "Headquarters"
    assert after["voice_in_trunk_group"] is None


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--dids id:x,id:y", ["x", "y"]),
        ("--dids id:x --dids id:y", ["x", "y"]),
        ("--add-dids id:c", ["a", "b", "c"]),
        ("--remove-dids id:a", ["b"]),
        ("--add-dids id:c --remove-dids id:a,id:b", ["c"]),
        ("--dids none", []),
        ("--dids id:b,id:a", None),
        ("--add-dids id:a", None),
    ],
)
def test_to_many_relationships(server, live, options, expected):
    linked = [{"type": "dids", "id": name} for name in "ab"]
    group = {"id": "g", "type": "shared_capacity_groups", "attributes": {}, "relationships": {"dids": {"data": linked}}}
    server.answer(lambda seen: document([] if seen.path.endswith("/dids") else group))
    live(f"capacity groups update id:g {options}")
    sent = [seen.json["data"]["relationships"]["dids"]["data"] for seen in written(server)]
    assert sent == ([] if expected is None else [[{"type": "dids", "id": name} for name in expected]])


def sent_inside(server, name="configuration"):
    return written(server)[-1].json["data"]["attributes"][name]


def test_of_a_nested_configuration_only_what_changes_is_sent(server, live):
    server.answer(document(sip_trunk(incoming_auth_username="u", incoming_auth_password="p", colour="red")))
    result = live("trunks in update id:t1 --sip-port 5061 --codecs PCMU --sip-host sip.example.com")
    assert result.err.splitlines() == [
        "configuration.port: 5060 → 5061",
        "configuration.codec_ids: PCMU, PCMA → PCMU",
        "configuration.codec_ids loses PCMA.",
    ]
    sent = {"type": "sip_configurations", "attributes": {"port": 5061, "codec_ids": [9]}}
    assert written(server)[0].json["data"]["attributes"] == {"configuration": sent}
    live("trunks in update id:t1 --unset configuration.port")
    assert sent_inside(server) == {"type": "sip_configurations", "attributes": {"port": None}}


def test_what_registration_is_judged_by_goes_along_with_it(server, live):
    server.answer(document(sip_trunk(enabled_sip_registration=False, use_did_in_ruri=False)))
    live("trunks in update id:t1 --sip-enabled-sip-registration --unset configuration.host")
    assert sent_inside(server)["attributes"] == {
        "enabled_sip_registration": True,
        "use_did_in_ruri": False,
        "host": None,
        "port": 5060,
    }
    live("trunks in update id:t1 --sip-host other.example.com")
    assert sent_inside(server)["attributes"] == {"host": "other.example.com"}


def test_of_an_authentication_method_only_what_changes_is_sent(server, live):
    held = {"allowed_sip_ips": ["192.0.2.1/32"], "tech_prefix": "1#", "username": "u", "password": "p"}
    server.answer(
        document(out_trunk({"type": "credentials_and_ip", "attributes": held}, allowed_rtp_ips=["192.0.2.9"]))
    )
    live("trunks out update id:o1 --tech-prefix 2#")
    changed = {"type": "credentials_and_ip", "attributes": {"tech_prefix": "2#"}}
    assert sent_inside(server, "authentication_method") == changed
    live(f"trunks out update id:o1 --auth twilio --twilio-account-sid {SID}")
    other = {"type": "twilio", "attributes": {"twilio_account_sid": SID}}
    assert sent_inside(server, "authentication_method") == other


def test_what_somebody_else_changes_meanwhile_survives(server, live):
    account = start()
    trunk = account.one("/voice_in_trunks", name="Headquarters")
    before = trunk["attributes"]["configuration"]["attributes"]

    def answered(seen):
        if seen.method == "PATCH":
            theirs = {"type": "sip_configurations", "attributes": {"port": before["port"] + 7}}
            account.update(trunk, {"configuration": theirs})
        reply = account.send(seen.method, seen.path.removeprefix("/v3"), seen.body or None, **seen.query).reply
        return reply.status, reply.body, {}

    server.answer(answered)
    shown = live("trunks in update Headquarters --sip-username {DID} --codecs PCMA -o json").json
    assert len(written(server)) == 1
    expected = {**before, "port": before["port"] + 7, "username": "{DID}", "codec_ids": [10]}
    assert shown["configuration"]["attributes"] == expected
    assert account.again(trunk)["attributes"]["configuration"]["attributes"] == expected


def test_the_kind_of_a_configuration_cannot_change(server, live):
    server.answer(document(sip_trunk()))
    assert (
        "Create another inbound trunk instead"
        in live("trunks in update id:t1 --set configuration.type=pstn_configurations", code=2).err
    )
    live("trunks in update id:t1 --pstn-dst 12025550100", code=2)
    assert written(server) == []


def test_the_authentication_method_can_change(didww):
    name = next(
        t["name"]
        for t in didww("trunks out list -o json").json
        if t["authentication_method"]["type"] == "credentials_and_ip"
    )
    sid = "AC" + "1" * 32
    after = didww(f"trunks out update {name!r} --auth twilio --twilio-account-sid {sid} -o json").json
    assert after["authentication_method"] == {"type": "twilio", "attributes": {"twilio_account_sid": sid}}


def test_secrets_are_not_shown_in_changes(server, live):
    server.answer(document(sip_trunk(auth_password="old-secret")))
    result = live("trunks in update id:t1 --sip-auth-password new-secret")
    assert "configuration.auth_password: ******** → ********" in result.err
    assert "new-secret" not in result.out + result.err
    assert written(server)[0].json["data"]["attributes"]["configuration"]["attributes"]["auth_password"] == "new-secret"


def test_what_get_prints_can_be_sent_back(didww, tmp_path):
    for noun, name in (("trunks in", "Headquarters"), ("dids", "12125550100"), ("trunks groups", "'Main group'")):
        path = tmp_path / "it.json"
        path.write_text(didww(f"{noun} get {name} -o json").out)
        result = didww(f"{noun} update {name} --data {path}")
        assert "nothing changes" in result.err
    changed = didww("trunks in get Headquarters -o json").json | {"name": "Copy"}
    made = didww("trunks in create --data - -o json", stdin=json.dumps(changed)).json
    assert made["configuration"]["attributes"]["codec_ids"] == changed["configuration"]["attributes"]["codec_ids"]
    assert made["id"] != changed["id"]


def test_options_win_over_data_and_unknown_members_are_refused(didww):
    data = {"name": "FromData", "configuration": {"type": "pstn_configurations", "attributes": {"dst": "1"}}}
    made = didww("trunks in create --data - --name FromOption -o json", stdin=json.dumps(data)).json
    assert made["name"] == "FromOption"
    result = didww("trunks in create --data -", stdin=json.dumps({**data, "colour": "red"}), code=2)
    assert "colour" in result.err
    for broken in ("[1]", "{", "{}"):
        didww("trunks in create --data -", stdin=broken, code=2)


def test_data_sets_relationships_in_every_form(server, live):
    server.answer(document(did()))
    for value in ({"type": "voice_in_trunks", "id": "t"}, "id:t"):
        live("dids update id:d1 --data -", stdin=json.dumps({"voice_in_trunk": value}))
    live("dids update id:d1 --data -", stdin='{"voice_in_trunk": null, "number": "1", "meta": {}}')
    sent = [seen.json["data"]["relationships"]["voice_in_trunk"]["data"] for seen in written(server)]
    assert sent == [{"type": "voice_in_trunks", "id": "t"}, {"type": "voice_in_trunks", "id": "t"}, None]


def test_what_only_create_can_set_is_told(didww):
    person = next(one for one in didww("identities list -o json").json if one["identity_type"] == "personal")
    result = didww(f"identities update {person['id']} --data -", stdin='{"identity_type": "business"}', code=2)
    assert "cannot be changed" in result.err


def test_an_error_is_told_by_the_option(server, live, version):
    place, pop = POP[version]

    def errors(*pointers):
        return 422, {"errors": [{"title": "is invalid", "detail": "x", "source": {"pointer": p}} for p in pointers]}, {}

    server.answer(
        errors("/data/attributes/name", "/data/attributes/configuration/attributes/port", f"/data/{place}/pop")
    )
    result = live(f"trunks in create --name X --sip-host a --sip-port 1 --pop {pop}", code=5)
    assert "--name: is invalid" in result.err
    assert "--sip-port: is invalid" in result.err
    assert "--pop: is invalid" in result.err


@pytest.mark.parametrize("pointer", ["/data", "/data/relationships/dids", ""])
def test_an_error_about_the_whole_is_told_as_that(server, live, version, pointer):
    server.answer(problem(422, "Address in Germany required", source={"pointer": pointer}))
    for line in ("trunks in create --name X --sip-host a", "address-verifications create --address id:a --dids id:d"):
        result = live(f"{line} --yes", code=5)
        assert "refused: Address in Germany required" in result.err or "--dids: Address" in result.err
        assert "--name" not in result.err
        assert "--service-description" not in result.err


def test_several_are_updated_and_each_is_told(didww):
    result = didww("dids update 12125550100 442079460000 --description Both -o json")
    assert [one["description"] for one in result.json] == ["Both", "Both"]
    assert "12125550100: description: Main line → Both" in result.err


def test_many_by_filter_need_a_confirmation(didww):
    result = didww("dids update -f area_name=Acapulco --description Beach", code=9)
    assert "Change 2 of 2 dids?" in result.err
    assert {one["description"] for one in didww("dids list -f area_name=Acapulco -o json").json} != {"Beach"}
    didww("dids update -f area_name=Acapulco --description Beach --yes")
    assert {one["description"] for one in didww("dids list -f area_name=Acapulco -o json").json} == {"Beach"}
    assert didww("dids update -f area_name=Atlantis --description x --yes -o json").json == []


def test_some_done_some_failed_is_12(server, live):
    def answer(seen):
        name = seen.path.rpartition("/")[2]
        if seen.method == "PATCH" and name == "bad":
            return problem(422, "is invalid", "description - is invalid")
        return document(did(name))

    server.answer(answer)
    result = live("dids update id:a id:bad id:c --description new -o json", code=12)
    assert [seen.path.rpartition("/")[2] for seen in written(server)] == ["a", "bad", "c"]
    assert "2 of 3 dids are done; 1 failed" in result.err
    assert [one["id"] for one in result.json] == ["a", "c"]
    live("dids update id:bad --description new -o json", code=5)


def test_what_stays_linked_is_told_by_name_too(didww):
    result = didww("capacity groups update 'London office' --add-dids 12135550100 -o ids")
    assert result.err == "dids: 442079460001 → 442079460001, 12135550100\n"


def test_members_of_another_kind_say_what_to_do(didww):
    told = didww("trunks in update Headquarters --pstn-dst 12025550100", code=2).err
    assert "dst: not of sip_configurations." in told
    assert "is sip_configurations, which cannot be changed. Create another, and route to it." in told
    sid = "--twilio-account-sid AC0123456789abcdef0123456789abcdef"
    told = didww(f"trunks out update 'Outbound Europe' {sid}", code=2).err
    assert "It is credentials_and_ip now. To make it another: --auth twilio" in told
    didww(f"trunks out update 'Outbound Europe' {sid} --auth twilio --dry-run")
