"""``create``: bodies, checks before anything is sent, answers that are lost."""

from __future__ import annotations

import json

import pytest

from tests.commands.verbs.written import ACTION, PERSON, out_attributes, out_trunk, written
from tests.conftest import document
from tests.spoken import NEW, in_each_version

pytest_generate_tests = in_each_version

OUT = "trunks out create --name X"
VERIFY = "verifications create --address id:a"


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
    assert didww("trunks in get Desk -o json --no-links").json == made


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
    twilio = f"--auth twilio --twilio-account-sid {sid} --on-cli-mismatch-action randomize_cli"
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
    done = live("trunks groups create --name G --capacity-limit 20 --voice-in-trunks id:a,id:b --yes")
    assert "What this takes from something else could not be looked up" in done.err
    written = [one.json for one in server.seen if one.method == "POST"]
    assert len(written) == 1
    assert written[0] == {
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
        (f"{OUT} {ACTION} --auth credentials_and_ip --allowed-rtp-ips 203.0.113.1", "needs --allowed-sip-ips too"),
        (f"{OUT} {ACTION} --auth twilio", "twilio needs --twilio-account-sid too."),
        ("trunks in create --name X --set configuration.type=pstn_configurations", "needs --pstn-dst too."),
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
def test_wrong_values_are_caught_before_anything_is_sent(server, live, version, line, says):
    if "--allowed-rtp-ips" in says and version == NEW:
        return  # it wants none
    assert says in live(line, code=2).err
    assert server.seen == []


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


def test_create_can_send_null(server, live):
    server.answer((201, {"data": {"id": "t", "type": "voice_in_trunks"}}, {}))
    live("trunks in create --name X --pstn-dst 1 --unset description --set cli_prefix=null")
    assert server.seen[0].json["data"]["attributes"] == {
        "name": "X",
        "description": None,
        "cli_prefix": None,
        "configuration": {"type": "pstn_configurations", "attributes": {"dst": "1"}},
    }
