"""What a write leads to is told before it is sent, and asked about where it costs or takes something away."""

from __future__ import annotations

import json

import pytest

from tests.commands.asked import asked, did, record, sent
from tests.conftest import document, problem
from tests.spoken import OLD, in_each_version, only

pytest_generate_tests = in_each_version


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


@only(OLD)
def test_a_number_that_joins_a_service(server, live, version):
    server.answer(document(did(links={"emergency_calling_service": None})))
    assert "may be charged?" in asked(server, live, "dids update id:d1 --emergency-calling-service id:s")


def test_a_number_that_leaves_a_service(server, live):
    service = {"type": "emergency_calling_services", "id": "s"}
    server.answer(document(did(links={"emergency_calling_service": service})))
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


# ---- capacity, deleting ----


def test_giving_channels_back(server, live):
    server.answer(document(record("capacity_pools", name="Standard", total_channels_count=10)))
    assert "Give back channels of capacity pool Standard?" in asked(
        server, live, "capacity pools update id:r1 --total-channels-count 9"
    )


def test_more_channels_are_bought_by_an_order(server, live):
    server.answer(document(record("capacity_pools", name="Standard", total_channels_count=10)))
    told = asked(server, live, "capacity pools update id:r1 --total-channels-count 11")
    assert "Ask for more channels of capacity pool Standard all the same, which may be charged?" in told
    assert "more are bought by 'didww orders create --capacity-pool'" in told


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
