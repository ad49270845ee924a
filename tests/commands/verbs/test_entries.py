"""--add-X and --remove-X of every list and to-many relationship, and what lists lose."""

from __future__ import annotations

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.kinds import LISTS
from didww_cli.commands.verbs.members import members_of
from tests.spoken import NEW, OLD, in_each_version

pytest_generate_tests = in_each_version

OUT = "trunks out update 'Outbound Europe'"
HELD = "authentication_method.allowed_sip_ips"


def held(didww, line="trunks out get 'Outbound Europe'", column=HELD):
    return didww(f"{line} -c {column} -o tsv").out.strip().split(",")


def test_an_address_is_put_in_and_the_others_stay(didww):
    before = held(didww)
    done = didww(f"{OUT} --add-allowed-sip-ips 198.51.100.7,198.51.100.8")
    assert f"{HELD}: {', '.join(before)} → {', '.join(before)}, 198.51.100.7, 198.51.100.8" in done.err
    assert "loses" not in done.err
    assert held(didww) == [*before, "198.51.100.7/32", "198.51.100.8/32"]


def test_an_address_is_taken_out(didww):
    before = held(didww)
    done = didww(f"{OUT} --remove-allowed-sip-ips 203.0.113.10")
    assert f"{HELD} loses 203.0.113.10/32." in done.err
    assert held(didww) == [one for one in before if one != "203.0.113.10/32"]


def test_what_is_there_already_or_is_not_there_changes_nothing(didww):
    done = didww(f"{OUT} --add-allowed-sip-ips 203.0.113.10 --remove-allowed-sip-ips 192.0.2.1 -o ids")
    assert done.err.splitlines() == ["allowed_sip_ips does not hold 192.0.2.1.", "nothing changes."]
    told = didww("trunks groups update 'Main group' --remove-voice-in-trunks Headquarters -o ids").err
    assert told.splitlines() == ["voice_in_trunks does not hold Headquarters.", "nothing changes."]


def test_replacing_says_what_goes(didww):
    done = didww(f"{OUT} --allowed-sip-ips 203.0.113.10,198.51.100.7")
    assert f"{HELD} loses 2001:db8::10/128." in done.err
    group = didww("trunks groups update 'Main group' --voice-in-trunks London").err
    assert "voice_in_trunks loses Berlin, Reception desk." in group


def test_codes_go_by_name_and_by_the_short_option(didww):
    done = didww("trunks in update Headquarters --remove-codecs PCMU --add-sip-codec-ids telephone-event")
    assert "configuration.codec_ids: PCMU, PCMA, G729 → PCMA, G729, telephone-event" in done.err
    assert "configuration.codec_ids loses PCMU." in done.err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("--allowed-sip-ips 192.0.2.1 --add-allowed-sip-ips 192.0.2.2", "set as a whole and changed by entries"),
        (
            "--add-allowed-sip-ips 192.0.2.1 --remove-allowed-sip-ips 192.0.2.1",
            "cannot be put in and taken out at once",
        ),
        ("--add-allowed-sip-ips nonsense", "--add-allowed-sip-ips"),
    ],
)
def test_what_does_not_go_together(server, live, given, told):
    assert told in live(f"trunks out update X {given}", code=2).err
    assert server.seen == []


def test_every_row_gets_it(didww, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("ref\nOutbound Europe\nOutbound America\n")
    before = held(didww)
    didww(f"trunks out update --input {rows} --add-allowed-rtp-ips 198.51.100.9")
    found = didww("trunks out list -o json").json
    having = {one["name"] for one in found if "198.51.100.9" in (one["allowed_rtp_ips"] or [])}
    assert having == {"Outbound Europe", "Outbound America"}
    assert held(didww) == before


@pytest.mark.parametrize("resource", [one for one in RESOURCES if "update" in one.operations], ids=lambda one: one.type)
def test_every_list_and_to_many_has_both(resource):
    flags = {flag for member in members_of(resource, "update") for flag in member.flags}
    inner = [one for part in resource.attributes for kind in part.variants if kind.creatable for one in kind.attributes]
    lists = [one for one in (*resource.attributes, *inner) if one.kind in LISTS and one.update and one.readable]
    many = [one for one in resource.relationships if one.many and one.update and one.readable]
    for one in (*lists, *many):
        short = getattr(one, "option", "") or one.name.replace("_", "-")
        assert {
            f"--{change}-{prefix}{short}"
            for change in ("add", "remove")
            for prefix in ("", "sip-", "http-out-", "esme-")
        } & flags
        assert {flag[2:].partition("-")[0] for flag in flags if flag.endswith(f"-{short}")} >= {"add", "remove"}


def test_a_group_that_loses_all_its_trunks_is_asked_about(didww):
    told = didww("trunks groups update 'Main group' --voice-in-trunks none", code=9).err
    assert "Calls to a group without trunks end nowhere." in told
    assert "Take all trunks out of trunk group Main group?" in told


def test_what_a_group_takes_from_another_is_said_with_what_that_serves(didww):
    for yes, code in (("", 9), (" --dry-run", 0), (" --yes", 0)):
        told = didww(f"trunks groups create --name Failover --voice-in-trunks London{yes}", code=code).err
        assert "The trunk group Main group loses the inbound trunk London. It serves 6 dids (12125550101" in told


@pytest.mark.parametrize(
    "of", ["dids update 12125550100", "trunks in update Headquarters", "trunks groups update 'Main group'"]
)
def test_a_limit_of_nothing_is_said(didww, version, of):
    said = {OLD: (0, "A limit of 0 lets no call through."), NEW: (2, "must be between 1 and 32767")}
    code, told = said[version]
    assert told in didww(f"{of} --capacity-limit 0", code=code).err
