"""What version 2026-11-19 bounds is refused before it is sent, and by the emulated account too."""

from __future__ import annotations

import json

import pytest

from tests.commands.verbs.written import PERSON

NEW = "--api-version 2026-11-19"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("dids update 12125550100 --capacity-limit 0", "between 1 and 32767"),
        ("dids update 12125550100 --capacity-limit 40000", "between 1 and 32767"),
        ("trunks in update Headquarters --sip-port 70000", "between 1 and 65535"),
        ("trunks in update Headquarters --sip-rtp-timeout 4", "between 5 and 600"),
        ("trunks in update Headquarters --ringing-timeout 33", "between 1 and 32"),
        ("trunks in update Headquarters --cli-prefix 12345678", "at most 7"),
        ("trunks in update Headquarters --cli-prefix 1-2", "letters, digits"),
        ("trunks in create --name X --sip-host h --sip-username a@b", "without blanks and @"),
        ("trunks in update Headquarters --sip-max-transfers 9", "between 0 and 8"),
        ("trunks in update 'Duty phone' --pstn-dst 1234567890123456", "at most 15"),
        ("trunks out update 'Outbound Europe' --rtp-timeout 29", "between 30 and 600"),
        ("trunks out update 'Outbound Europe' --tech-prefix 12a", "digits and #"),
        ("trunks out update 'Outbound Europe' --allowed-rtp-ips ::/0", "cannot hold ::/0"),
        ("dids update 12125550102 --emergency-calling-service ECS-300001", "calling_service can only be cleared"),
        ("dids update 493023125001 --address-verification ADV-200001", "address_verification can only be cleared"),
        (
            "trunks in create --name X --sip-username u",
            "configuration.host is needed with enabled_sip_registration false",
        ),
        ("trunks in update Headquarters --unset configuration.host", "configuration.host is needed with"),
        ("trunks in update Headquarters --sip-sst-min-timer 901", "must not be above sst_max_timer, which is 900,"),
        ("trunks in update Headquarters --sip-sst-max-timer 599", "must not be below sst_min_timer, which is 600,"),
        ("trunks in update London --sip-sst-session-expires 1000", "sst_session_expires must not be above sst_max"),
        ("trunks in create --name X --sip-host h --sip-sst-min-timer 9 --sip-sst-max-timer 8", "must not be above"),
        (
            "trunks in update London --sip-sst-enabled --unset configuration.sst_max_timer",
            "needed with sst_enabled true",
        ),
        ("trunks in update London --sip-dns-srv-failover-timer 8001", "must not be above sip_timer_b, which is 8000,"),
        ("trunks in update London --sip-auth-enabled", "configuration.auth_user is needed with auth_enabled true"),
        ("trunks in create --name X --sip-host h --sip-auth-user u", "auth_user cannot be there with auth_enabled"),
        (
            "trunks out update 'Outbound Europe' --on-cli-mismatch-action replace_cli --unset default_did",
            "default_did is",
        ),
        (
            "trunks out update 'Outbound Europe' --default-did none --on-cli-mismatch-action replace_cli",
            "default_did is",
        ),
        (
            "trunks out update 'Contact centre' --dids 12125550100",
            "dids cannot be there with allow_any_did_as_cli true",
        ),
        (
            f"{PERSON} --phone-number 1 --country US --vat-id 1",
            "vat_id cannot be there with identity_type personal",
        ),
        (f"addresses update id:{{addresses}} --address {'x' * 201}", "at most 200"),
    ],
)
def test_it_is_refused_before_it_is_sent(didww, line, told):
    if "{addresses}" in line:
        line = line.format(addresses=didww("addresses list -o ids").lines[0])
    result = didww(f"{line} {NEW} --yes -v", code=2)
    assert told in result.err
    assert "-> PATCH" not in result.err
    assert "-> POST https://demo.didww.example/v3" not in result.err


def test_one_of_two_is_needed(didww):
    address = didww("addresses list -o ids").lines[0]
    line = f"emergency verifications create --address {address} --dry-run"
    assert "Exactly one of --dids and --emergency-calling-service" in didww(f"{line} {NEW}", code=2).err
    didww(f"{line} --dids 12125550100 {NEW}")
    didww(line)


def test_the_older_version_takes_what_it_took(didww):
    assert didww("dids update 12125550100 --capacity-limit 0 --yes -o json").json["capacity_limit"] == 0


def test_the_emulated_account_refuses_it_too(didww):
    did = didww("dids get 12125550100 -o json").json["id"]
    body = {"data": {"type": "dids", "id": did, "attributes": {"capacity_limit": 0}}}
    result = didww(f"{NEW} api PATCH /dids/{did} --data - -o json", code=5, stdin=json.dumps(body))
    assert "between 1 and 32767" in result.err
