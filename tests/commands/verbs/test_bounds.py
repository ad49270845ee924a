"""What version 2026-11-19 bounds is refused before it is sent, and by the emulated account too."""

from __future__ import annotations

import json

import pytest

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
