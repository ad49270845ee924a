"""``create``, ``update`` and ``delete`` end to end: what is sent, what is asked, what is told."""

from __future__ import annotations

import json

import pytest

from didww_cli.app import root
from didww_cli.catalog import BY_TYPE, RESOURCES
from didww_cli.commands.verbs.members import members_of
from tests.conftest import document, problem, run_line
from tests.emulator.conftest import start
from tests.terminal import in_terminal

WRITES = ("POST", "PATCH", "DELETE", "PUT")
OUT = "trunks out create --name X"
ACTION = "--on-cli-mismatch-action reject_call"
VERIFY = "verifications create --address id:a"
PERSON = "identities create --identity-type personal --first-name A --last-name B"


def did(identifier="d1", **relationships):
    linked = {name: {"data": value} for name, value in relationships.items()}
    attributes = {"number": "12025550100", "description": "old", "capacity_limit": 5, "terminated": False}
    return {"id": identifier, "type": "dids", "attributes": attributes, "relationships": linked}


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


def out_attributes(method, **more):
    return {"name": "Out", "authentication_method": method, **more}


def out_trunk(method, dids=(), **more):
    linked = {"dids": {"data": [{"type": "dids", "id": one} for one in dids]}}
    return {
        "id": "o1",
        "type": "voice_out_trunks",
        "attributes": out_attributes(method, **more),
        "relationships": linked,
    }


def written(server):
    return [seen for seen in server.seen if seen.method in WRITES]


def test_create_a_sip_trunk(didww):
    sip = "--sip-host sip.example.com --sip-port 5060 --codecs PCMU,PCMA --transport tls"
    made = didww(f"trunks in create --name Desk {sip} -o json").json
    held = made["configuration"]["attributes"]
    assert made["configuration"]["type"] == "sip_configurations"
    assert (held["host"], held["port"], held["codec_ids"], held["transport_protocol_id"]) == (
        "sip.example.com",
        5060,
        [9, 10],
        3,
    )
    assert didww("trunks in get Desk -o json").json == made


def test_create_a_pstn_trunk(didww):
    made = didww("trunks in create --name Handset --pstn-dst '+1 202 555 0100' -o json").json
    assert made["configuration"] == {"type": "pstn_configurations", "attributes": {"dst": "12025550100"}}


def test_create_outbound_trunks(didww):
    given = "--on-cli-mismatch-action reject_call --allowed-rtp-ips 203.0.113.7"
    addresses = f"--allowed-sip-ips 203.0.113.0/24 {given}"
    made = didww(f"trunks out create --name Out --auth credentials_and_ip {addresses} -o json").json
    method = made["authentication_method"]
    assert method["type"] == "credentials_and_ip"
    assert method["attributes"]["allowed_sip_ips"] == ["203.0.113.0/24"]
    assert method["attributes"]["username"]
    sid = "AC" + "0" * 32
    twilio = f"--auth twilio --twilio-account-sid {sid} --on-cli-mismatch-action replace_cli"
    made = didww(f"trunks out create --name Cloud {twilio} -o json").json
    assert made["authentication_method"] == {"type": "twilio", "attributes": {"twilio_account_sid": sid}}


def test_ip_only_is_refused_with_the_reason(server, live):
    for line in ("--auth ip_only", "--set authentication_method.type=ip_only"):
        assert "DIDWW staff" in live(f"trunks out create --name X {line} --allowed-sip-ips 203.0.113.1", code=2).err
    assert server.seen == []
    method = {"type": "ip_only", "attributes": {"allowed_sip_ips": ["203.0.113.1"], "tech_prefix": None}}
    server.answer(document(out_trunk(method)))
    for line in ("--tech-prefix 9", "--allowed-sip-ips 203.0.113.2"):
        assert "DIDWW staff" in live(f"trunks out update id:o1 {line}", code=2).err
    assert "nothing changes" in live("trunks out update id:o1 --data -", stdin=json.dumps(out_attributes(method))).err
    server.answers[:] = [document(out_trunk({"type": "twilio", "attributes": {"twilio_account_sid": "AC1"}}))]
    assert "DIDWW staff" in live("trunks out update id:o1 --auth ip_only --allowed-sip-ips 203.0.113.1", code=2).err
    assert written(server) == []


def test_the_body_of_a_create_holds_what_was_given_and_no_more(server, live):
    server.answer((201, {"data": {"id": "g", "type": "voice_in_trunk_groups", "attributes": {"name": "G"}}}, {}))
    live("trunks groups create --name G --capacity-limit 20 --voice-in-trunks id:a,id:b --yes")
    assert len(server.seen) == 1
    assert server.seen[0].json == {
        "data": {
            "type": "voice_in_trunk_groups",
            "attributes": {"name": "G", "capacity_limit": 20},
            "relationships": {
                "voice_in_trunks": {
                    "data": [{"type": "voice_in_trunks", "id": "a"}, {"type": "voice_in_trunks", "id": "b"}]
                }
            },
        }
    }


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("trunks in create --name X", "--sip-host or --pstn-dst"),
        ("trunks in create --sip-host sip.example.com", "--name"),
        ("trunks out create --name X", "--on-cli-mismatch-action, --auth"),
        (f"{OUT} --auth twilio", "--on-cli-mismatch-action"),
        (f"{OUT} {ACTION} --auth credentials_and_ip --allowed-sip-ips 203.0.113.1", "needs --allowed-rtp-ips too"),
        (f"{OUT} {ACTION} --set authentication_method.type=credentials_and_ip", "needs --allowed-rtp-ips too"),
        (f"{OUT} {ACTION} --allowed-sip-ips 203.0.113.1", "needs --allowed-rtp-ips too"),
        (f"address-{VERIFY} --dids id:d --callback-url https://example.com/x", "Add --callback-method"),
        (f"address-{VERIFY} --dids id:d --callback-method get", "Add --callback-url"),
        (f"emergency {VERIFY} --dids id:d --callback-method get", "Add --callback-url"),
        (f"emergency {VERIFY} --dids id:d --emergency-calling-service id:s", "exclude each other"),
        ("exports create --type cdr_in --from today --callback-method get", "Add --callback-url"),
        ("exports create --type cdr_in --from today --callback-url https://example.com/x", "Add --callback-method"),
        ("documents update id:d --template id:t", "--template"),
        ("documents update id:d --set identity=id:i", "no 'identity' that update can send"),
        ("trunks in create --name X --sip-host a --tx-dtmf 3", "--tx-dtmf has no '3'"),
        ("trunks groups create", "--name"),
        ("identities create --first-name A", "--identity-type, --last-name, --phone-number"),
        ("addresses create --address A --city-name B --postal-code C", "--identity, --country"),
        ("reservations create", "--available-did"),
        ("proofs create", "--proof-type, --entity, --files"),
        ("trunks in create --name X --sip-host a --pstn-dst 1", "different kinds"),
        ("trunks in create --name X --sip-host a --sip-port many", "--sip-port is a whole number"),
        ("trunks in create --name X --sip-host a --sip-port 65536", "between 1 and 65535"),
        ("trunks in create --name X --sip-host a --priority 65536", "between 0 and 65535"),
        ("trunks in create --name X --sip-host a --codecs PCMX", "PCMU"),
        ("trunks in create --name X --sip-host a --transport tsl", "TLS"),
        ("trunks in create --name X --sip-host a --reroute-on 402,999", "999"),
        ("trunks in create --name X --sip-host a --sip-media-encryption-mode srtp", "srtp_sdes"),
        ("trunks in create --name X --sip-host a --cli-format e165", "e164"),
        ("trunks in create --name X --pstn-dst here", "phone number"),
        ("trunks out create --name X --auth twilo", "twilio"),
        ("trunks out create --name X --auth credentials_and_ip --allowed-sip-ips nowhere", "203.0.113.0/24"),
        ("trunks out create --name X --auth credentials_and_ip --threshold-amount much", "100.00"),
        ("trunks out create --name X --auth credentials_and_ip --callback-url example.com", "https://"),
        ("trunks in create --name X --sip-host a --set nam=Y", "name"),
        ("trunks in create --name X --set configuration.hots=a", "host"),
        ("trunks in create --name X --sip-host a --set created_at=now", "created_at"),
        ("trunks in create --name X --sip-host a --set description", "KEY=VALUE"),
        ("trunks in create --name X --sip-host a --set name=null", "cannot be cleared"),
        ("identities create --identity-type person --first-name A --last-name B --phone-number 1", "personal"),
        (f"{PERSON} --phone-number x", "phone number"),
        (f"{PERSON} --phone-number 1 --birth-date soon", "2026"),
        (f"trunks groups create --name X --external-reference-id {'x' * 101}", "at most 100"),
        ("dids update id:d1", "nothing to change"),
        ("dids update --description x", "Say which ones"),
        ("dids update id:d1 --filter number=1 --description x", "Not both"),
        ("dids update id:d1 --billing-cycles-count 1000", "between 0 and 999"),
        ("dids update id:d1 --unset terminated", "cannot be cleared"),
        ("dids update id:d1 --set number=1", "number"),
        ("dids update id:d1 --voice-in-trunk id:a --voice-in-trunk-group id:b", "exclude each other"),
        ("dids update id:d1 --voice-in-trnk x", "--voice-in-trunk"),
        ("dids update id:d1 --data nowhere.json", "Cannot read nowhere.json"),
        ("trunks in update id:t1 --retries -1 --name x", "0 or more"),
        ("trunks in delete", "Say which ones"),
        ("dids update -f numbr=1 --description x", "number"),
    ],
)
def test_wrong_values_are_caught_before_anything_is_sent(server, live, line, says):
    assert says in live(line, code=2).err
    assert server.seen == []


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
    assert result.err.splitlines() == ["configuration.port: 5060 → 5061", "configuration.codec_ids: PCMU, PCMA → PCMU"]
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
    live("trunks out update id:o1 --auth twilio --twilio-account-sid AC1")
    other = {"type": "twilio", "attributes": {"twilio_account_sid": "AC1"}}
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
        "Create another trunk"
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


def test_an_error_is_told_by_the_option(server, live):
    def errors(*pointers):
        return 422, {"errors": [{"title": "is invalid", "detail": "x", "source": {"pointer": p}} for p in pointers]}, {}

    server.answer(
        errors("/data/attributes/name", "/data/attributes/configuration/attributes/port", "/data/relationships/pop")
    )
    result = live("trunks in create --name X --sip-host a --sip-port 1 --pop id:p", code=5)
    assert "--name: is invalid" in result.err
    assert "--sip-port: is invalid" in result.err
    assert "--pop: is invalid" in result.err


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


def test_cancel_and_restore_dids(didww):
    asked = didww("dids cancel 12125550100", code=9).err
    assert "Cancel DID 12125550100?" in asked
    assert "removed at the end of its billing cycle" in asked
    assert "calls and messages may stop at once" in asked
    assert "bulk order cannot be cancelled" in asked
    assert didww("dids cancel 12125550100 --yes -o json").json["terminated"] is True
    assert didww("dids get 12125550100 -o json").json["terminated"] is True
    asked = didww("dids restore 12125550100", code=9).err
    assert "restoring it is free now" in asked
    assert "Restore DID 12125550100?" in asked
    assert didww("dids get 12125550100 -o json").json["terminated"] is True
    assert didww("dids restore 12125550100 --yes -o json").json["terminated"] is False
    assert didww("dids update 442079460000 --terminated", code=9).err
    assert didww("dids get 442079460000 -o json").json["terminated"] is False


def test_delete_lists_what_depends_on_it_and_asks(didww):
    result = didww("trunks in delete Headquarters", code=9)
    assert "Depends on it: 3 dids (12125550100, 14165550100, 46846500400)" in result.err
    assert "Delete inbound trunk Headquarters?" in result.err
    assert didww("trunks in get Headquarters -o ids").out
    made = didww("trunks in create --name Gone --pstn-dst 12025550100 -o json").json
    result = didww("trunks in delete Gone --yes")
    assert (result.out, result.err) == ("", "Deleted inbound trunk Gone.\n")
    assert didww("trunks in delete Gone --yes -q", code=4)
    assert didww(f"trunks in get {made['id']}", code=4)


def test_a_member_of_a_group_says_so(didww):
    didww("trunks in create --name Member --pstn-dst 1 --voice-in-trunk-group 'Main group'")
    assert "Member belongs to the trunk group Main group" in didww("trunks in delete Member", code=9).err


def test_delete_by_filter(didww):
    for name in ("Temp1", "Temp2"):
        didww(f"trunks in create --name {name} --pstn-dst 1 --external-reference-id temp")
    assert "2 trunks in: Temp1, Temp2" in didww("trunks in delete -f external_reference_id=temp", code=9).err
    didww("trunks in delete -f external_reference_id=temp --yes")
    assert didww("trunks in list -f external_reference_id=temp -o json").json == []
    assert didww("trunks in delete -f external_reference_id=temp --yes").code == 0


@pytest.mark.parametrize(("answer", "done"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_the_question_on_a_terminal(answer, done):
    assert run_line("-p demo trunks in create --name Asked --pstn-dst 1").code == 0
    seen = in_terminal(["-p", "demo", "trunks", "in", "delete", "Asked"], keys=answer)
    assert "Delete inbound trunk Asked? On the emulated account (profile demo). [y/N]" in seen.text.replace("\r\n", "")
    assert seen.code == (0 if done else 9)
    assert run_line("-p demo trunks in get Asked").code == (4 if done else 0)


def test_cancel_an_emergency_service(didww):
    service = next(s for s in didww("emergency services list -o json").json if s["status"] == "active")
    assert service["name"] in didww(f"emergency services cancel {service['reference']}", code=9).err
    didww(f"emergency services cancel {service['reference']} --yes")
    assert didww(f"emergency services get {service['id']} -o json").json["status"] == "canceled"


def test_new_credentials(didww):
    before = next(
        t for t in didww("trunks out list -o json").json if t["authentication_method"]["type"] == "credentials_and_ip"
    )
    line = f"trunks out regenerate-credentials {before['name']!r}"
    assert "old ones end at once" in didww(line, code=9).err
    after = didww(f"{line} --yes -o json").json
    old, new = (one["authentication_method"]["attributes"] for one in (before, after))
    assert (old["username"], old["password"]) != (new["username"], new["password"])
    shown = didww(f"{line} --yes").out
    assert "********" in shown
    password = didww(f"trunks out get {before['id']} -o json").json["authentication_method"]["attributes"]["password"]
    assert password not in shown


@pytest.mark.parametrize("noun", ["address-requirements", "emergency requirements"])
def test_checks(server, live, noun):
    kind = "address_requirement" if noun == "address-requirements" else "emergency_requirement"
    server.answer((201, {"data": {"id": "v", "type": f"{kind}_validations"}}, {}))
    live(f"{noun} check id:r --identity id:i --address id:a")
    assert server.seen[0].path == f"/v3/{kind}_validations"
    assert server.seen[0].json["data"]["relationships"] == {
        kind: {"data": {"type": f"{kind}s", "id": "r"}},
        "identity": {"data": {"type": "identities", "id": "i"}},
        "address": {"data": {"type": "addresses", "id": "a"}},
    }
    server.answers[:] = [problem(422, "Birth Date is required for Personal Identity")]
    result = live(f"{noun} check id:r --identity id:i -o json", code=10)
    assert "Birth Date is required" in result.error["message"]
    live(f"{noun} check id:r", code=2)


WRITING = [
    ("dids", "update 12125550100 --description x"),
    ("dids", "cancel 12125550100"),
    ("dids", "restore 441614960000"),
    ("reservations", "create --available-did {available_dids}"),
    ("reservations", "delete {did_reservations}"),
    ("trunks in", "create --name X --pstn-dst 1"),
    ("trunks in", "update Headquarters --name X"),
    ("trunks in", "delete Headquarters"),
    ("trunks groups", "create --name X"),
    ("trunks groups", "update 'Main group' --name X"),
    ("trunks groups", "delete 'Main group'"),
    (
        "trunks out",
        f"create --name X {ACTION} --auth credentials_and_ip --allowed-sip-ips 192.0.2.1 --allowed-rtp-ips 192.0.2.1",
    ),
    ("trunks out", "update {voice_out_trunks} --name X"),
    ("trunks out", "delete {voice_out_trunks}"),
    ("trunks out", "regenerate-credentials {voice_out_trunks}"),
    ("capacity pools", "update {capacity_pools} --total-channels-count 1"),
    ("capacity groups", "create --name X --capacity-pool {capacity_pools}"),
    ("capacity groups", "update {shared_capacity_groups} --name X"),
    ("capacity groups", "delete {shared_capacity_groups}"),
    ("orders", "update {orders} --external-reference-id X"),
    ("orders", "cancel {orders}"),
    ("exports", "update {exports} --external-reference-id X"),
    ("emergency requirements", "check {emergency_requirements} --address {addresses}"),
    ("emergency services", "cancel {emergency_calling_services}"),
    ("emergency verifications", "create --address {addresses}"),
    ("emergency verifications", "update {emergency_verifications} --external-reference-id X"),
    ("identities", "create --identity-type personal --first-name A --last-name B --phone-number 1"),
    ("identities", "update {identities} --first-name X"),
    ("identities", "delete {identities}"),
    ("addresses", "create --address A --city-name B --postal-code C --identity {identities} --country US"),
    ("addresses", "update {addresses} --city-name X"),
    ("addresses", "delete {addresses}"),
    ("address-requirements", "check {address_requirements} --identity {identities}"),
    ("address-verifications", "create --address {addresses} --dids 12125550100"),
    ("address-verifications", "update {address_verifications} --external-reference-id X"),
    ("proofs", "create --proof-type {proof_types} --entity {identities} --files {encrypted_files}"),
    ("proofs", "update {proofs} --external-reference-id X"),
    ("proofs", "delete {proofs}"),
    (
        "documents",
        "create --template {supporting_document_templates} --identity {identities} --files {encrypted_files}",
    ),
    ("documents", "update {permanent_supporting_documents} --external-reference-id X"),
    ("documents", "delete {permanent_supporting_documents}"),
    ("files", "delete {encrypted_files}"),
]
ELSEWHERE = {
    ("orders", "create"),
    ("exports", "create"),
    ("exports", "download"),
    ("files", "upload"),
    ("files", "encrypt"),
}
"""Writing commands with dry-run tests in files of their own."""


@pytest.mark.parametrize(("noun", "line"), WRITING, ids=lambda value: value.partition(" {")[0])
def test_a_dry_run_shows_the_request_and_sends_no_write(didww, noun, line):
    def first(kind):
        return run_line(f"-p demo {BY_TYPE[kind].noun} list -o ids -q").lines[0]

    kinds = [resource.type for resource in RESOURCES if f"{{{resource.type}}}" in line]
    line = line.format(**{kind: first(kind) for kind in kinds})
    result = didww(f"{noun} {line} --dry-run -o json -v")
    request = result.json
    assert set(request) == {"method", "url", "headers", "body"}
    assert request["method"] in WRITES
    assert request["headers"]["Api-Key"] == "********"
    assert not any(f"-> {method} " in result.err for method in WRITES), result.err
    text = didww(f"{noun} {line} --dry-run --yes").out
    assert text.splitlines()[0] == f"{request['method']} {request['url']}"


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
@pytest.mark.parametrize("noun", ["emergency requirements", "address-requirements"])
def test_a_check_prints_its_verdict_alone(server, live, noun, form):
    missing = {"title": "is needed", "detail": "proof - is needed", "code": "100", "status": "422"}
    server.answer((422, {"errors": [missing]}, {}), (201, {"data": {"id": "r1", "type": "any"}}, {}))
    refused = live(f"{noun} check id:r1 --identity id:i1 --yes -o {form}", code=10)
    fulfilled = live(f"{noun} check id:r1 --identity id:i1 -o {form}")
    if form == "table":
        assert refused.out == fulfilled.out == ""
        assert "is not fulfilled: is needed." in refused.err
    else:
        assert refused.json == {"valid": False, "errors": [missing]}
        assert refused.error["kind"] == "check_failed"
        assert fulfilled.json == {"valid": True, "errors": []}
    assert form != "jsonl" or fulfilled.out == '{"valid":true,"errors":[]}\n'
    assert [seen.method for seen in server.seen] == ["POST", "POST"]


@pytest.mark.parametrize("noun", ["emergency requirements", "address-requirements"])
def test_a_check_on_the_emulated_account(didww, noun):
    chosen = [run_line(f"-p demo {kind} list -o ids -q").lines for kind in (noun, "identities", "addresses")]
    codes = set()
    for identity in chosen[1]:
        result = run_line(f"-p demo {noun} check {chosen[0][0]} --identity {identity} --address {chosen[2][0]} -o json")
        codes.add(result.code)
        assert result.json["valid"] is (result.code == 0), str(result)
        assert bool(result.json["errors"]) is (result.code == 10)
    assert codes <= {0, 10}


@pytest.mark.parametrize("files_first", [True, False])
def test_files_outlive_what_they_proved(didww, tmp_path, files_first):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    person = didww(f"{PERSON} --phone-number 1 -o json").json["id"]
    place = f"addresses create --address A --city-name B --postal-code C --identity {person} --country US -o json"
    home = didww(place).json["id"]
    files = [didww(f"files upload {tmp_path}/scan.pdf -o ids").lines[0] for _ in range(2)]
    for kind, entity, file in (("Personal", person, files[0]), ("Address", home, files[1])):
        proof_type = didww(f"proof-types list -f entity_type={kind} -o ids").lines[0]
        didww(f"proofs create --proof-type {proof_type} --entity id:{entity} --files {file}")
    deletions = [f"addresses delete {home}", f"identities delete {person}"]
    deletions.insert(0 if files_first else 2, f"files delete {' '.join(files)}")
    for line in deletions:
        assert set(files) <= set(didww("files list -o ids").lines)
        didww(f"{line} --yes")
        if line.startswith("files"):
            files = []
    for noun, gone in (("identities", person), ("addresses", home)):
        didww(f"{noun} get {gone}", code=4)


def test_cancel_and_restore_print_the_did(didww):
    one, other = "12125550100", "12125550101"
    cancelled = didww(f"dids cancel {one} --yes -o json").json
    assert (cancelled["number"], cancelled["terminated"]) == (one, True)
    both = didww(f"dids cancel {one} {other} --yes -o json").json
    assert [(did["number"], did["terminated"]) for did in both] == [(one, True), (other, True)]
    lines = didww(f"dids restore {one} {other} --yes -o jsonl").lines
    assert [json.loads(line)["terminated"] for line in lines] == [False, False]
    assert didww(f"dids restore {one} --yes -o json").json["number"] == one
    assert [did["number"] for did in didww(f"dids cancel -f number={one} --yes -o json").json] == [one]


def test_the_dry_runs_cover_every_writing_command():
    covered = {(noun, line.split()[0]) for noun, line in WRITING} | ELSEWHERE
    found = set()

    def walk(group, before):
        for name in group.list_commands(None):
            command = group.get_command(None, name)
            if command.hidden or name in ("config", "emulator", "webhook", "completion"):
                continue
            if hasattr(command, "list_commands"):
                walk(command, (*before, name))
            elif name not in ("list", "get", "api", "schema", "balance"):
                found.add((" ".join(before), name))

    walk(root(), ())
    assert found <= covered, found - covered
    assert {("orders", "cancel"), ("trunks out", "regenerate-credentials")} <= found


@pytest.mark.parametrize("resource", [r for r in RESOURCES if r.noun], ids=lambda r: r.type)
def test_every_writable_member_has_one_option(resource):
    for action in ("create", "update"):
        if action not in resource.operations:
            continue
        members = members_of(resource, action)
        flags = [flag for member in members for word in member.flags for flag in word.split("/")]
        assert len(flags) == len(set(flags)), flags
        names = {member.parent.name if member.parent else member.part.name for member in members}
        parts = (*resource.attributes, *resource.relationships)
        wanted = {part.name for part in parts if (part.create if action == "create" else part.update)}
        by_workflow = {("orders", "create"): {"items"}}.get((resource.type, action), set())
        assert wanted - names == by_workflow


def test_a_lost_answer_of_a_write_is_exit_8(server, live):
    server.answer("drop")
    result = live("trunks groups create --name X -o json", code=8)
    assert result.error["kind"] == "outcome_unknown"
    assert len(server.seen) == 1


def test_a_verification_is_waited_for(didww):
    addresses = didww("addresses list -f country.iso=DE -o json").json
    address = next(one["id"] for one in addresses if one["verified"])
    line = f"address-verifications create --address {address} --dids 493023125001 --wait -o json"
    result = didww(f"{line} --external-reference-id 'please reject'", code=10)
    assert result.json["status"] == "rejected"
    assert didww(f"{line} --external-reference-id fine").json["status"] == "approved"
    assert result.error["kind"] == "check_failed"
    assert result.json["reject_reasons"][0] in result.error["message"]
    didww(f"address-verifications create --address {address} --dids 493023125001 --wait-timeout 5", code=2)


def test_an_answer_of_a_write_that_makes_no_sense_is_exit_8(server, live):
    server.answer((201, b"[1, 2]", {}))
    live("trunks groups create --name X", code=8)
    assert len(server.seen) == 1


def test_a_dry_run_of_nothing(didww):
    assert didww("dids update 12125550100 --description 'Main line' --dry-run -o json").json == []
    assert "Nothing would be sent" in didww("trunks in delete -f name=Nobody --dry-run").err
    assert didww("trunks in delete -f name=Nobody --dry-run -o json").json == []


def test_create_can_send_null(server, live):
    server.answer((201, {"data": {"id": "t", "type": "voice_in_trunks"}}, {}))
    live("trunks in create --name X --pstn-dst 1 --unset description --set cli_prefix=null")
    assert server.seen[0].json["data"]["attributes"] == {
        "name": "X",
        "description": None,
        "cli_prefix": None,
        "configuration": {"type": "pstn_configurations", "attributes": {"dst": "1"}},
    }


def test_what_stays_linked_is_told_by_name_too(didww):
    result = didww("capacity groups update 'London office' --add-dids 12135550100 -o ids")
    assert result.err == "dids: 442079460001 → 442079460001, 12135550100\n"
