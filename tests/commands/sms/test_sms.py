"""SMS trunks, their groups and checked senders, which only version 2026-11-19 has."""

from __future__ import annotations

import json

import pytest

MAIL = "--email-send-to ops@example.com --email-subject 'SMS from {SMS_SRC_ADDR}' --email-message '{SMS_TEXT}'"
FORM = "--http-in-url https://sms.example.com/in --http-in-http-method post --http-in-body-type html_multipart"


def test_each_kind_is_made_by_its_own_options(didww):
    mail = didww(f"sms trunks create --name Mail {MAIL} -o json --yes").json
    assert mail["configuration"]["type"] == "sms_to_email"
    assert mail["configuration"]["attributes"]["message"] == "{SMS_TEXT}"
    assert (mail["allow_in"], mail["allow_out"], mail["priority"]) == (True, False, 100)
    form = didww(f"""sms trunks create --name Form {FORM} --http-in-body '{{"text": "1"}}' -o json --yes""").json
    assert form["configuration"]["attributes"]["body"] == {"text": "1"}
    own = didww("sms trunks create --name Ours --esme-server-location fra -o json --yes").json
    assert own["configuration"]["type"] == "smpp_esme"
    line = "--smsc-host smsc.example.com --smsc-system-id us --smsc-password secret12 --smsc-server-location fra"
    theirs = didww(f"sms trunks create --name Theirs {line} -o json --yes").json["configuration"]["attributes"]
    assert (theirs["tx_port"], theirs["rx_port"]) == (2775, 2776)
    out = didww("sms trunks create --name Out --http-out-allowed-ips 203.0.113.7 -o json --yes").json
    assert (out["priority"], out["allow_out"], out["meta"]["host"]) == (None, True, "sms-out.example.com")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("--name A --email-send-to a@example.com", "--email-subject"),
        (f"--name A {FORM}", "--http-in-body"),
        (f"--name A {FORM} --http-in-body text", "is a JSON object"),
        ("--name A --http-in-url https://e.example --http-in-http-method get --http-in-body x", "body cannot be there"),
        ("--name A --esme-system-type x", "--esme-server-location"),
        ("--name A --esme-system-type x --smsc-host h", "different kinds"),
        (f"--name A {MAIL} --allow-any-did-as-source", "--allow-any-did-as-source"),
        (f"--name A {MAIL} --outgoing-dids 12125550100", "--outgoing-dids"),
        ("--name A --http-out-allowed-ips 203.0.113.7 --priority 5", "--priority"),
        ("--name A --http-out-allowed-ips 203.0.113.7 --sms-trunk-group 'Support messages'", "--sms-trunk-group"),
        (f"--name A {MAIL} --priority 40000", "between 0 and 32767"),
        ("--name A --smsc-password 123456789", "at most 8"),
    ],
)
def test_what_a_kind_may_not_have_or_lacks_is_told_before_anything_is_sent(didww, given, told):
    result = didww(f"sms trunks create {given} --yes", code=2)
    assert told in result.err
    assert "A" not in [one["name"] for one in didww("sms trunks list -o json").json]


def test_a_method_without_a_body_clears_it_in_the_same_command(didww):
    didww(f"""sms trunks create --name Form {FORM} --http-in-body '{{"text": "1"}}'""")
    line = "sms trunks update Form --http-in-http-method get"
    refused = didww(f"{line} -v", code=2)
    assert "body_type cannot be there with http_method get" in refused.err
    assert "-> PATCH" not in refused.err
    clearing = refused.err.rstrip().rpartition("in the same command: ")[2]
    assert didww(f"{line} {clearing} -o json").json["configuration"]["attributes"]["body"] is None
    back = didww("sms trunks update Form --http-in-http-method put -v", code=2)
    assert "body_type is needed with http_method put" in back.err
    assert "-> PATCH" not in back.err
    added = didww("sms trunks update Form --http-in-body x -v", code=2)
    assert "body cannot be there with http_method get" in added.err
    assert "--unset" not in added.err


def test_undo_brings_back_the_dids_that_an_update_emptied(didww):
    didww("sms trunks create --name Out --http-out-allowed-ips 203.0.113.7 --outgoing-dids 12125550100,442079460001")
    didww("sms trunks update Out --allow-any-did-as-source --yes")
    assert "12125550100, 442079460001 → none" in didww("journal show 2").out
    told = didww("journal undo 2 --yes").err
    assert "outgoing_dids: none → 12125550100, 442079460001" in told
    out = didww("sms trunks get Out -o json").json
    assert sorted(one["number"] for one in out["outgoing_dids"]) == ["12125550100", "442079460001"]
    assert out["allow_any_did_as_source"] is False


def test_secrets_are_masked_but_in_data(didww):
    assert "example-sms-password" not in didww("sms trunks get Campaigns").out
    assert "example-sms-password" in didww("sms trunks get Campaigns --show-secrets").out


def test_new_credentials(didww):
    line = "sms trunks regenerate-credentials Campaigns --yes -o json --query configuration.attributes.auth_password"
    assert json.loads(didww(line).out) not in ("example-sms-password", None)
    refused = didww("sms trunks regenerate-credentials Mailbox --yes", code=5)
    assert "its configuration is sms_to_email" in refused.err


def test_a_number_is_routed_to_a_trunk_or_a_group(didww):
    didww("dids update 12125550100 --sms-trunk Mailbox --yes")
    shown = "dids get 12125550100 -c sms_trunk.name,sms_trunk_group.name -o csv"
    assert didww(shown).lines[1] == "Mailbox,"
    didww("dids update 12125550100 --sms-trunk-group 'Support messages' --yes")
    assert didww(shown).lines[1] == ",Support messages"
    both = "dids update 12125550100 --sms-trunk Mailbox --sms-trunk-group 'Support messages' --yes"
    assert "exclude each other" in didww(both, code=2).err
    routed = didww("dids list -f sms_trunk_group=any -o ids").lines
    assert len(routed) == 2
    voice = didww("dids get 12125550100 -o json --query voice_in_trunk.name").json
    assert voice == "Headquarters"


def test_a_group_takes_its_trunks_with_it(didww):
    refused = didww("sms groups delete 'Support messages' --yes", code=5)
    assert "DIDs are assigned" in refused.err
    didww("dids update 12125550101 --sms-trunk-group none --yes")
    told = didww("sms groups delete 'Support messages'", code=9)
    assert "deleted with it" in told.err
    assert "Mailbox" in told.err
    rehearsed = didww("sms groups delete 'Support messages' --dry-run")
    assert rehearsed.out.startswith("DELETE ")
    assert rehearsed.err == "".join(line for line in told.err.splitlines(True) if line.startswith(("In ", "The SMS")))
    didww("sms groups delete 'Support messages' --yes")
    assert [one["name"] for one in didww("sms trunks list -o json").json] == ["Campaigns", "Own gateway"]


def test_a_sender_without_a_trunk_is_asked_about(didww):
    told = didww("sms sender-ids update SIV-000007 --sms-trunk none --dry-run")
    assert "send no messages" in told.err
    didww("sms sender-ids update SIV-000007 --sms-trunk none --name Quiet --yes")
    assert didww("sms sender-ids get SIV-000007 -c name,sms_trunk -o csv").lines[1] == "Quiet,"
    assert "Name not allowed" in didww("sms sender-ids get SIV-000009").out


@pytest.mark.parametrize(
    "line", ["sms trunks list", "dids list -f sms_trunk=Mailbox", "dids update 12125550100 --sms-trunk Mailbox"]
)
def test_an_older_version_that_is_asked_for_lacks_them(didww, line):
    result = didww(f"{line} --api-version 2026-04-16", code=2)
    assert "came with 2026-11-19" in result.err


def test_rows_decide_the_version_as_options_do(didww, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("number,sms_trunk\n12125550100,Mailbox\n12135550100,\n")
    didww(f"dids update --input {rows} --yes")
    assert didww("dids list -f sms_trunk=Mailbox -o csv -c number --no-links").lines[1:] == ["12125550100"]
    assert "came with 2026-11-19" in didww(f"dids update --input {rows} --yes --api-version 2026-04-16", code=2).err


def test_what_was_done_to_a_trunk_is_put_back(didww):
    didww("sms trunks update Mailbox --priority 7 --yes")
    didww("dids update 12125550100 --sms-trunk Mailbox --yes")
    didww("journal undo 1 2 --yes")
    assert didww("sms trunks get Mailbox -o json --query priority").json == 50
    assert didww("dids get 12125550100 -c number,sms_trunk -o csv --no-links").lines[1] == "12125550100,"


def test_exports_of_messages_are_narrowed_by_what_their_kind_has(didww):
    line = "exports create --type sms_out --from 1d --dry-run -o json"
    made = didww(f"{line} -f status=failed -f sms_trunk=Campaigns,'Own gateway' -f service_type=A2P").json
    filters = made["body"]["data"]["attributes"]["filters"]
    assert (filters["status"], filters["service_type"]) == ("Failed", "a2p")
    assert len(filters["sms_trunk.id"]) == 2
    assert made["headers"]["Authorization"] == "********"
    for key, told in [
        ("status=bad", "Routing Error"),
        ("statis=Failed", "Did you mean status"),
        ("trunk_type=Email", "has no filter 'trunk_type'"),
        ("status=Failed,Queued", "takes one value"),
    ]:
        assert told in didww(f"{line} -f {key}", code=2).err


def test_an_export_of_messages_is_made_found_and_downloaded(didww, tmp_path):
    target = tmp_path / "sms.csv"
    didww(f"exports create --type sms_in --from 1d --download {target} --gunzip")
    assert target.read_text().startswith("Time (UTC),")
    assert len(didww("exports list -f export_type=sms_in -o ids").lines) == 1


def test_calls_of_a_country_are_exported_with_the_newer_version(didww):
    line = "exports create --type cdr_in --from 1d -f source_country_iso=us --dry-run -o json"
    made = didww(line).json
    assert made["body"]["data"]["attributes"]["filters"]["source_country_iso"] == "US"
    assert "came with 2026-11-19" in didww(f"{line} --api-version 2026-04-16", code=2).err
