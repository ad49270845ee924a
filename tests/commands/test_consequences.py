"""What a write leads to is told before it is sent, and asked about where it costs, cancels or takes something away."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from didww_cli.workflows.writing.consequences import restoring
from tests.conftest import document, problem
from tests.terminal import in_terminal

AHEAD, OVER = (f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%dT%H:%M:%S.000Z}" for days in (9, -9))
WRITES = ("POST", "PATCH", "DELETE")


def record(kind, identifier="r1", links=None, **attributes):
    linked = {name: {"data": value} for name, value in (links or {}).items()}
    return {"id": identifier, "type": kind, "attributes": attributes, "relationships": linked}


def did(identifier="d1", links=None, **attributes):
    held = {"number": "12025550100", "terminated": False, "billing_cycles_count": None, "expires_at": AHEAD}
    return record("dids", identifier, links, **{**held, **attributes})


def sent(server):
    """The attributes and relationships of the writes that the server got."""
    bodies = [json.loads(seen.body)["data"] for seen in server.seen if seen.method in WRITES and seen.body]
    return [{**body.get("attributes", {}), **body.get("relationships", {})} for body in bodies]


def asked(server, live, line):
    """What a command line tells and asks; nothing is written until ``--yes``, which does not ask."""
    told = live(line, code=9).err
    assert sent(server) == []
    assert "This needs a confirmation" in told
    live(f"{line} --dry-run")
    assert sent(server) == []
    assert "confirmation" not in live(f"{line} --yes").err
    return told


# ---- giving numbers up, restoring and renewing them ----


def test_cancelling_tells_both_facts(server, live):
    server.answer(document(did()))
    told = asked(server, live, "dids cancel id:d1")
    assert "removed at the end of its billing cycle" in told
    assert "calls and messages may stop at once" in told
    assert "--at-end" in told
    assert sent(server) == [{"terminated": True}]


def test_cancelling_at_the_end_only_stops_the_renewal(server, live):
    server.answer(document(did()))
    told = asked(server, live, "dids cancel id:d1 --at-end")
    assert "usable to the end of its period" in told
    assert "may stop at once" not in told
    assert "Stop the renewal of DID 12025550100?" in told
    assert sent(server) == [{"billing_cycles_count": 0}]


def test_cancelling_at_the_end_on_the_emulated_account_can_be_taken_back(didww):
    assert didww("dids cancel 12125550100 --at-end --yes -o json").json["billing_cycles_count"] == 0
    assert "nothing changes" in didww("dids cancel 12125550100 --at-end -o json").err
    assert (
        "'didww dids update 12125550100 --unset billing_cycles_count' renews it"
        in didww("dids restore 12125550100").err
    )
    assert "charged" in didww("dids update 12125550100 --billing-cycles-count 2", code=9).err
    after = didww("dids update 12125550100 --unset billing_cycles_count --yes -o json").json
    assert (after["billing_cycles_count"], after["terminated"]) == (None, False)


def test_restoring_within_the_paid_period_is_free(server, live):
    server.answer(document(did(terminated=True, billing_cycles_count=3)))
    told = asked(server, live, "dids restore id:d1")
    assert f"paid until {AHEAD[:10]}" in told
    assert "free now" in told
    assert "it is 3 now" in told
    assert "Restore DID 12025550100?" in told
    assert sent(server) == [{"terminated": False}]


@pytest.mark.parametrize("terminated", [True, False])
def test_restoring_after_the_paid_period_is_charged(server, live, terminated):
    server.answer(document(did(terminated=terminated, billing_cycles_count=0, expires_at=OVER)))
    told = asked(server, live, "dids restore id:d1")
    for fact in ("ended", "renewed and charged now", "renews for ever", "balance is too low", "35 days", "DIDWW says"):
        assert fact in told
    assert "Renew DID 12025550100, which is charged now?" in told
    assert sent(server) == [{"terminated": False}]


def test_restoring_what_is_neither_cancelled_nor_over_sends_nothing(server, live):
    server.answer(document(did()))
    assert "nothing changes" in live("dids restore id:d1").err
    assert sent(server) == []


@pytest.mark.parametrize("end", [None, "soon"])
def test_restoring_where_the_end_is_not_known_says_both(end):
    remark = restoring({"expires_at": end})
    assert "free" in remark.says
    assert "charged" in remark.says
    assert "may be charged" in remark.question


def test_an_update_that_restores_asks_as_restore_does(server, live):
    server.answer(document(did(terminated=True, expires_at=OVER)))
    assert "charged now" in asked(server, live, "dids update id:d1 --no-terminated")


def test_several_are_restored_by_what_each_comes_to(server, live):
    held = {"a": did("a", terminated=True), "b": did("b", terminated=True, expires_at=OVER, number="12025550101")}
    server.answer(lambda seen: document(held[seen.path[-1]]))
    told = asked(server, live, "dids restore id:a id:b")
    assert "DID 12025550100: It is paid until" in told
    assert "DID 12025550101: Its paid period ended" in told
    assert "Restore DID 12025550100? Renew DID 12025550101, which is charged now?" in told
    assert len(sent(server)) == 2


@pytest.mark.parametrize(
    ("before", "options", "question"),
    [
        (0, "--billing-cycles-count 1", "Renew"),
        (2, "--billing-cycles-count 5", "Renew"),
        (2, "--unset billing_cycles_count", "Renew"),
        (0, "--set billing_cycles_count=null", "Renew"),
        (None, "--billing-cycles-count 0", "Stop the renewal"),
        (5, "--billing-cycles-count 2", ""),
        (None, "--billing-cycles-count 2", ""),
    ],
)
def test_renewals(server, live, before, options, question):
    server.answer(document(did(billing_cycles_count=before)))
    if question:
        assert f"{question} " in asked(server, live, f"dids update id:d1 {options}")
    else:
        live(f"dids update id:d1 {options}")
    assert len(sent(server)) == 1


def test_rows_that_renew_ask_too(didww):
    rows = "number,billing_cycles_count\n12125550100,0\n"
    assert "Stop the renewal of DID 12125550100?" in didww("dids update --input -", stdin=rows, code=9).err
    didww("dids update --input - --yes", stdin=rows)
    rows = '{"ref": "12125550100", "billing_cycles_count": null}\n'
    assert "which is charged?" in didww("dids update --input -", stdin=rows, code=9).err


@pytest.mark.parametrize(("keys", "code", "terminated"), [(b"y\n", 0, False), (b"n\n", 9, True)])
def test_restoring_asks_on_a_terminal(didww, keys, code, terminated):
    didww("dids cancel 12125550100 --yes")
    screen = in_terminal(["-p", "demo", "dids", "restore", "12125550100"], columns=200, keys=keys)
    assert "Restore DID 12125550100? On the emulated account" in screen.text.replace("\r\n", "")
    assert screen.code == code
    assert didww("dids get 12125550100 -o json").json["terminated"] is terminated


# ---- emergency calling ----


def test_a_verification_leads_to_a_charge(server, live):
    server.answer((201, {"data": record("emergency_verifications")}, {}))
    told = asked(server, live, "emergency verifications create --address id:a --dids id:d")
    assert "as soon as the service is verified" in told
    assert "which leads to a charge?" in told
    told = live("emergency verifications create --address id:a --dids id:d --dry-run").err
    assert "as soon as the service is verified" in told
    assert sent(server)[0]["dids"] == {"data": [{"type": "dids", "id": "d"}]}


def test_rows_of_verifications_ask_too(server, live):
    server.answer(lambda seen: (201, {"data": record("emergency_verifications")}, {}))
    row = json.dumps({"address": {"type": "addresses", "id": "a"}, "dids": [{"type": "dids", "id": "d"}]})
    server.answers[:] = [
        lambda seen: (
            document([record(seen.path.rpartition("/")[2], seen.query["filter[id]"])])
            if seen.method == "GET"
            else (201, {"data": record("emergency_verifications")}, {})
        )
    ]
    told = live("emergency verifications create --input -", stdin=f"{row}\n{row}\n", code=9).err
    assert "leads to a charge? (2 of them)" in told
    assert sent(server) == []
    live("emergency verifications create --input - --yes", stdin=f"{row}\n")
    assert len(sent(server)) == 1


def test_a_number_that_joins_or_leaves_a_service(server, live):
    server.answer(document(did(links={"emergency_calling_service": None})))
    assert "may be charged?" in asked(server, live, "dids update id:d1 --emergency-calling-service id:s")
    server.seen.clear()
    service = {"type": "emergency_calling_services", "id": "s"}
    server.answers[:] = [document(did(links={"emergency_calling_service": service}))]
    assert "no longer covered" in asked(server, live, "dids update id:d1 --emergency-calling-service none")


def test_cancelling_a_service_says_when_it_can_be(didww):
    service = next(one for one in didww("emergency services list -o json").json if one["status"] == "active")
    told = didww(f"emergency services cancel {service['id']}", code=9).err
    assert "new, changes_required, active or pending_update" in told


# ---- routing ----


def groups(seen):
    """Two trunks, the first of which is in the group Old."""
    if seen.method == "GET" and seen.path == "/v3/voice_in_trunks":
        old = {"type": "voice_in_trunk_groups", "id": "old"}
        found = [
            record("voice_in_trunks", "t1", {"voice_in_trunk_group": old}, name="Desk"),
            record("voice_in_trunks", "t2", {"voice_in_trunk_group": None}, name="Door"),
        ]
        assert seen.query["include"] == "voice_in_trunk_group"
        wanted = [one for one in found if one["id"] in seen.query["filter[id]"].split(",")]
        return document(wanted, included=[record("voice_in_trunk_groups", "old", name="Old")])
    linked = {"voice_in_trunks": [{"type": "voice_in_trunks", "id": "t0"}]}
    return document(record("voice_in_trunk_groups", "new", linked, name="New"))


@pytest.mark.parametrize(
    "line",
    [
        "trunks groups create --name New --voice-in-trunks id:t1,id:t2",
        "trunks groups update id:new --voice-in-trunks id:t1,id:t2",
        "trunks groups update id:new --add-voice-in-trunks id:t1",
    ],
)
def test_a_trunk_taken_out_of_another_group(server, live, line):
    server.answer(groups)
    told = asked(server, live, line)
    assert "The trunk group Old loses the inbound trunk Desk." in told
    assert "Take the inbound trunk Desk out of the trunk group Old?" in told
    assert "Door" not in told.partition("Old loses")[2]


def test_trunks_of_no_group_are_not_asked_about(server, live):
    server.answer(groups)
    live("trunks groups create --name New --voice-in-trunks id:t2")
    assert len(sent(server)) == 1


def test_a_trunk_that_is_in_the_group_already_is_not_taken(didww):
    held = didww("trunks groups get 'Main group' --include voice_in_trunks -o json").json["voice_in_trunks"]
    names = ",".join(one["name"] for one in held)
    didww(f"trunks groups update 'Main group' --voice-in-trunks '{names}' --capacity-limit 77")
    told = didww(f"trunks groups create --name Other --voice-in-trunks '{held[0]['name']}'", code=9).err
    assert f"The trunk group Main group loses the inbound trunk {held[0]['name']}." in told


def test_a_trunk_that_moves_to_another_group(didww):
    didww("trunks groups create --name Other")
    didww("trunks in create --name Loose --pstn-dst 1")
    didww("trunks in update Loose --voice-in-trunk-group 'Main group'")
    told = didww("trunks in update Loose --voice-in-trunk-group Other", code=9).err
    assert "voice_in_trunk_group: Main group → Other" in told
    assert "Take inbound trunk Loose out of its trunk group?" in told
    didww("trunks in update Loose --voice-in-trunk-group Other --yes")


def test_numbers_taken_out_of_another_capacity_group(didww):
    pool = didww("capacity groups get 'London office' --include capacity_pool -o json").json["capacity_pool"]["id"]
    line = f"capacity groups create --name Other --capacity-pool {pool} --metered-channels-count 1 --dids 442079460001"
    told = didww(line, code=9).err
    assert "The capacity group London office loses the DID 442079460001." in told
    assert "charged by the minute" in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--codecs PCMU,PCMA", True),
        ("--codecs PCMU,telephone-event", False),
        ("--set configuration.codec_ids=[9]", True),
        ("--sip-port 5061", False),
    ],
)
def test_a_list_of_codecs_without_telephone_event(server, live, options, told):
    said = "without telephone-event (6) DTMF by RFC 2833 stops"
    server.answer((201, {"data": record("voice_in_trunks")}, {}))
    assert (said in live(f"trunks in create --name X --sip-host a {options}").err) is told
    held = {"type": "sip_configurations", "attributes": {"host": "a", "codec_ids": [9, 6]}}
    server.answers[:] = [document(record("voice_in_trunks", name="X", configuration=held))]
    assert (said in live(f"trunks in update id:r1 {options}").err) is told


def test_a_number_that_loses_its_route_is_told(server, live):
    trunk = {"type": "voice_in_trunks", "id": "t"}
    server.answer(document(did(links={"voice_in_trunk": trunk, "voice_in_trunk_group": None})))
    assert "go nowhere" in live("dids update id:d1 --voice-in-trunk none").err
    assert "go nowhere" not in live("dids update id:d1 --voice-in-trunk-group id:g").err


def test_forwarding_to_a_phone_number_costs_by_the_minute(didww):
    assert "charged by the minute" in didww("trunks in create --name X --pstn-dst 12025550100").err


@pytest.mark.parametrize("options", ["--sip-enabled-sip-registration", "--no-sip-enabled-sip-registration"])
def test_registration_is_left_to_the_server(server, live, options):
    source = {"pointer": "/data/attributes/configuration/attributes/host"}
    server.answer(problem(422, "must be blank", source=source))
    line = f"trunks in create --name X --sip-host a --sip-use-did-in-ruri {options}"
    assert "--sip-host: must be blank" in live(line, code=5).err
    assert len(sent(server)) == 1


@pytest.mark.parametrize(
    "line",
    ["--shared-capacity-group id:g", "--capacity-pool id:p", "--dedicated-channels-count 2"],
)
def test_shared_and_dedicated_channels_clear_nothing_by_themselves(server, live, line):
    links = {"shared_capacity_group": None, "capacity_pool": {"type": "capacity_pools", "id": "other"}}
    server.answer(document(did(links=links, dedicated_channels_count=1)))
    live(f"dids update id:d1 {line}")
    assert [list(body) for body in sent(server)] == [[line.split()[0].removeprefix("--").replace("-", "_")]]


# ---- outbound trunks ----

METHOD = {"type": "twilio", "attributes": {"twilio_account_sid": "AC1"}}


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
    line = "--name X --auth twilio --twilio-account-sid AC1 --on-cli-mismatch-action reject_call"
    assert said in live(f"trunks out create {line} --emergency-enable-all --allow-any-did-as-cli").err
    assert len(sent(server)) == 2


def test_another_method_needs_addresses_for_media(server, live):
    server.answer(out_trunk(allowed_rtp_ips=None))
    line = "trunks out update id:o1 --auth credentials_and_ip --allowed-sip-ips 203.0.113.1"
    assert "needs --allowed-rtp-ips too" in live(line, code=2).err
    assert sent(server) == []
    live(f"{line} --allowed-rtp-ips 203.0.113.2")
    server.answers[:] = [out_trunk(allowed_rtp_ips=["203.0.113.3"])]
    live(line)
    assert [body.get("allowed_rtp_ips") for body in sent(server)] == [["203.0.113.2"], None]


def test_the_newest_version_wants_no_addresses_for_media(server, live):
    server.answer((201, {"data": record("voice_out_trunks")}, {}))
    line = "--name X --auth credentials_and_ip --allowed-sip-ips 203.0.113.1 --on-cli-mismatch-action reject_call"
    live(f"--api-version 2026-11-19 trunks out create {line}")
    assert "allowed_rtp_ips" not in sent(server)[0]


def test_rows_of_outbound_trunks_need_them_too(server, live):
    rows = "name,on_cli_mismatch_action,authentication_method.type,authentication_method.allowed_sip_ips\n"
    told = live(
        "trunks out create --input -", stdin=f"{rows}X,reject_call,credentials_and_ip,203.0.113.1\n", code=2
    ).err
    assert "line 2: credentials_and_ip needs --allowed-rtp-ips too" in told
    assert server.seen == []


# ---- capacity, deleting ----


def test_giving_channels_back(server, live):
    server.answer(document(record("capacity_pools", name="Standard", total_channels_count=10)))
    assert "Give back channels of capacity pool Standard?" in asked(
        server, live, "capacity pools update id:r1 --total-channels-count 9"
    )


def test_deleting_a_group_warns_of_the_worse(didww):
    told = didww("trunks groups delete 'Main group'", code=9).err
    held = didww("trunks groups get 'Main group' --include voice_in_trunks -o json").json["voice_in_trunks"]
    assert "In Main group: " in told
    assert all(one["name"] in told for one in held)
    assert "may be deleted with it" in told
    assert "Depends on it: " in told
    assert "may refuse this while numbers are routed to it or to a trunk in it" in told


def test_deleting_a_group_tells_of_numbers_routed_to_its_trunks(server, live):
    def answer(seen):
        if seen.path == "/v3/voice_in_trunk_groups/g":
            links = {"voice_in_trunks": [{"type": "voice_in_trunks", "id": "t1"}]}
            group = record("voice_in_trunk_groups", "g", links, name="Main")
            return document(group, included=[record("voice_in_trunks", "t1", name="Desk")])
        return document([did()] if "filter[voice_in_trunk.id]" in seen.query else [])

    server.answer(answer)
    told = live("trunks groups delete id:g", code=9).err
    assert "In Main: inbound trunk Desk" in told
    assert "Depends on what is in it: 1 dids (12025550100)" in told
    assert "may refuse this" in told


@pytest.mark.parametrize(
    ("noun", "ref", "used", "said"),
    [
        ("trunks in", "Headquarters", True, "else they lose their route"),
        ("capacity groups", "'London office'", True, "Its channels go back to the pool"),
        ("identities", "{identities}", True, "cannot be undone"),
        ("addresses", "{addresses}", True, "cannot be undone"),
    ],
)
def test_deleting_what_is_in_use(didww, noun, ref, used, said):
    ref = ref if "{" not in ref else didww(f"{noun} list -o ids").lines[0]
    told = didww(f"{noun} delete {ref}", code=9).err
    assert said in told
    assert ("Depends on it" in told) is used


def test_what_nothing_depends_on_is_deleted_without_that_warning(didww):
    didww("trunks in create --name Gone --pstn-dst 1")
    assert "lose their route" not in didww("trunks in delete Gone", code=9).err


@pytest.mark.parametrize("noun", ["identities", "addresses"])
def test_in_use_is_refused_by_the_server(server, live, noun):
    held = document(record(noun, "i", address="A", city_name="B", first_name="A"))
    server.answer(lambda seen: problem(409, "is in use") if seen.method == "DELETE" else held)
    assert "is in use" in live(f"{noun} delete id:i --yes", code=5).err


# ---- codes ----


@pytest.mark.parametrize(("name", "number"), [("disabled", 0), ("rfc2833", 1), ("INFO-relay", 2), ("info", 4)])
def test_dtmf_that_is_sent(server, live, name, number):
    server.answer((201, {"data": record("voice_in_trunks")}, {}))
    live(f"trunks in create --name X --sip-host a --tx-dtmf {name}")
    assert sent(server)[0]["configuration"]["attributes"]["tx_dtmf_format_id"] == number


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "disabled"), (1, "RFC2833"), (2, "INFO-relay"), (3, "3"), (4, "INFO")]
)
def test_dtmf_in_a_table(server, live, number, shown):
    held = {"type": "sip_configurations", "attributes": {"host": "a", "tx_dtmf_format_id": number}}
    server.answer(document(record("voice_in_trunks", name="X", configuration=held)))
    lines = [line.split() for line in live("trunks in get id:r1").lines if "dtmf" in line.lower()]
    assert lines[0][-1] == shown


def test_an_unknown_code_can_be_put_back(server, live):
    held = {"type": "sip_configurations", "attributes": {"host": "a", "tx_dtmf_format_id": 3, "codec_ids": [99]}}
    server.answer(document(record("voice_in_trunks", name="X", configuration=held)))
    shown = live("trunks in get id:r1 -o json").out
    assert "nothing changes" in live("trunks in update id:r1 --data -", stdin=shown).err
