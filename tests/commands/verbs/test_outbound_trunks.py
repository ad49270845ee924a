"""Outbound trunks: which numbers a write unassigns or links, and the addresses that media need."""

from __future__ import annotations

import pytest

from tests.commands.asked import asked, did, record, sent
from tests.conftest import document
from tests.spoken import NEW, OLD, in_each_version

pytest_generate_tests = in_each_version

SID = f"AC{'0' * 32}"
METHOD = {"type": "twilio", "attributes": {"twilio_account_sid": SID}}


def out_trunk(dids=("d1",), **more):
    links = {"dids": [{"type": "dids", "id": one} for one in dids]}
    held = {"name": "Out", "allow_any_did_as_cli": False, "authentication_method": METHOD, **more}
    included = [did(one, number=f"1202555010{at}") for at, one in enumerate(dids)]
    return document(record("voice_out_trunks", "o1", links, **held), included=included)


def test_any_did_as_caller_unassigns_the_linked_ones(server, live):
    server.answer(out_trunk(("d1", "d2")))
    told = asked(server, live, "trunks out update id:o1 --allow-any-did-as-cli")
    assert "dids 12025550100, 12025550101: DIDWW unassigns" in told
    assert "Unassign the DIDs of outbound trunk Out?" in told
    assert server.seen[0].query["include"] == "dids"
    assert sent(server) == [{"allow_any_did_as_cli": True}]


@pytest.mark.parametrize(
    ("dids", "options"),
    [((), "--allow-any-did-as-cli"), (("d1",), "--allow-any-did-as-cli --dids none"), (("d1",), "--capacity-limit 3")],
)
def test_where_no_dids_are_unassigned_nothing_is_asked(server, live, dids, options):
    server.answer(out_trunk(dids))
    assert "unassign" not in live(f"trunks out update id:o1 {options}").err
    assert len(sent(server)) == 1


def test_all_emergency_dids_are_linked(server, live):
    server.answer(out_trunk())
    said = "links every DID with emergency calling"
    assert said in live("trunks out update id:o1 --emergency-enable-all").err
    line = f"--name X --auth twilio --twilio-account-sid {SID} --on-cli-mismatch-action reject_call"
    assert said in live(f"trunks out create {line} --emergency-enable-all --allow-any-did-as-cli").err
    assert len(sent(server)) == 2


def test_another_method_needs_addresses_for_media_in_the_older_version(server, live, version):
    server.answer(out_trunk(allowed_rtp_ips=None))
    line = "trunks out update id:o1 --auth credentials_and_ip --allowed-sip-ips 203.0.113.1"
    told = live(line, code=2 if version == OLD else 0).err
    assert ("needs --allowed-rtp-ips too" in told) == (version == OLD)
    assert len(sent(server)) == (version == NEW)
    live(f"{line} --allowed-rtp-ips 203.0.113.2")
    server.answers[:] = [out_trunk(allowed_rtp_ips=["203.0.113.3"])]
    live(line)
    assert [body.get("allowed_rtp_ips") for body in sent(server)][-2:] == [["203.0.113.2"], None]


def test_rows_of_outbound_trunks_need_them_too(server, live, version):
    server.answer((201, {"data": record("voice_out_trunks")}, {}))
    names = "name,on_cli_mismatch_action,authentication_method.type,authentication_method.allowed_sip_ips\n"
    row = f"{names}X,reject_call,credentials_and_ip,203.0.113.1\n"
    told = live("trunks out create --input - --yes", stdin=row, code=2 if version == OLD else 0).err
    assert ("line 2: credentials_and_ip needs --allowed-rtp-ips too" in told) == (version == OLD)
    assert len(server.seen) == (version == NEW)
