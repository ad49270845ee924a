"""Trunks of both directions and their groups."""

from __future__ import annotations

from typing import Any

import pytest

from didww_cli.emulator.account import Event
from tests.spoken import NEW, OLD, in_each_version, only

from .conftest import Answer, Api

pytest_generate_tests = in_each_version


def sip(api: Api, name: str = "New", **members: Any) -> Answer:
    shape = {"type": "sip_configurations", "attributes": members}
    return api.create("voice_in_trunks", {"name": name, "configuration": shape})


def members(record: Any) -> dict[str, Any]:
    name = "configuration" if record["type"] == "voice_in_trunks" else "authentication_method"
    found: dict[str, Any] = record["attributes"][name]["attributes"]
    return found


def reshape(api: Api, record: Any, type_: str, **given: Any) -> Answer:
    name = "configuration" if record["type"] == "voice_in_trunks" else "authentication_method"
    return api.update(record, {name: {"type": type_, "attributes": given}})


def test_a_new_trunk_has_defaults(api: Api) -> None:
    trunk = sip(api, host="sip.example.com").data
    held = trunk["attributes"]
    assert (held["priority"], held["weight"], held["cli_format"], held["capacity_limit"]) == (1, 65535, "e164", None)
    assert members(trunk)["host"] == "sip.example.com"
    assert members(trunk)["sst_max_timer"] == 900
    assert members(trunk)["codec_ids"] == [9, 10, 8, 7, 6]


def test_a_configuration_is_merged(api: Api) -> None:
    trunk = sip(api, host="sip.example.com", port=5061).data
    changed = reshape(api, trunk, "sip_configurations", username="me").data
    assert (members(changed)["host"], members(changed)["port"], members(changed)["username"]) == (
        "sip.example.com",
        5061,
        "me",
    )
    other = reshape(api, trunk, "pstn_configurations", dst="12025550100").data
    assert members(other) == {"dst": "12025550100"}


def test_registration_makes_credentials(api: Api) -> None:
    trunk = sip(api, enabled_sip_registration=True, use_did_in_ruri=True).data
    user, password = (members(trunk)[f"incoming_auth_{name}"] for name in ("username", "password"))
    assert len(user) == len(password) == 10
    kept = reshape(api, trunk, "sip_configurations", sst_enabled=True).data
    assert members(kept)["incoming_auth_username"] == user
    other = {"enabled_sip_registration": False, "use_did_in_ruri": False, "host": "sip.example.com"}
    ended = reshape(api, trunk, "sip_configurations", **other).data
    assert members(ended)["incoming_auth_username"] is None


def test_registration_wants_no_host(api: Api) -> None:
    answer = sip(api, enabled_sip_registration=True, host="sip.example.com", port=5060)
    assert answer.errors == [
        ("/data/attributes/configuration/attributes/host", "must be blank"),
        ("/data/attributes/configuration/attributes/port", "must be blank"),
    ]
    trunk = sip(api, host="sip.example.com").data
    assert reshape(api, trunk, "sip_configurations", enabled_sip_registration=True).status == 422
    assert reshape(api, trunk, "sip_configurations", enabled_sip_registration=True, host=None).status == 200


def test_session_timers_and_media_addresses(api: Api) -> None:
    inside = "/data/attributes/configuration/attributes"
    answer = sip(api, host="sip.example.com", sst_session_expires=901, allowed_rtp_ips=["here"])
    assert [pointer for pointer, _ in answer.errors] == [f"{inside}/sst_session_expires", f"{inside}/allowed_rtp_ips"]
    assert sip(api, host="sip.example.com", sst_session_expires=700, allowed_rtp_ips=["2001:db8::/64"]).status == 201


def test_the_did_in_the_uri_needs_registration(api: Api) -> None:
    answer = sip(api, host="sip.example.com", use_did_in_ruri=True)
    pointer = "/data/attributes/configuration/attributes/use_did_in_ruri"
    assert answer.errors == [(pointer, "requires SIP registration to be enabled")]


def test_a_trunk_that_dids_use_stays(api: Api) -> None:
    trunk = api.one("/voice_in_trunks", name="Headquarters")
    mine = api.list("/dids", voice_in_trunk__id=trunk["id"])
    assert len(mine) == 3
    refused = api.delete(trunk)
    assert refused.errors == [("/data", "Cannot delete record because DIDs are assigned to it")]
    assert len(api.list("/dids", voice_in_trunk__id=trunk["id"])) == 3
    for did in mine:
        api.update(did, None, {"voice_in_trunk": None})
    assert api.delete(trunk).status == 204


def test_a_trunk_of_another_group_is_moved(api: Api) -> None:
    night = api.one("/voice_in_trunks", name="Night watch")
    main, other = api.list("/voice_in_trunk_groups")
    assert (main["meta"], other["meta"]) == ({"trunks_count": 3}, {"trunks_count": 1})
    moved = api.update(main, None, {"voice_in_trunks": [night]})
    assert moved.data["meta"] == {"trunks_count": 1}
    assert api.again(other)["meta"] == {"trunks_count": 0}


def test_a_group_holds_ten_trunks(api: Api) -> None:
    trunks = [sip(api, f"T{number}", host="sip.example.com").data for number in range(11)]
    refused = api.create("voice_in_trunk_groups", {"name": "Full"}, {"voice_in_trunks": trunks})
    assert [pointer for pointer, _ in refused.errors] == ["/data/relationships/voice_in_trunks"]
    group = api.create("voice_in_trunk_groups", {"name": "Full"}, {"voice_in_trunks": trunks[:10]}).data
    joining = api.update(trunks[10], None, {"voice_in_trunk_group": group})
    assert joining.errors == [("/data/relationships/voice_in_trunk_group", "has 10 trunks already")]
    assert api.update(trunks[0], {"priority": 5}, {"voice_in_trunk_group": group}).status == 200


def test_a_phone_needs_a_number_to_call(api: Api) -> None:
    trunk = sip(api, host="sip.example.com").data
    pointer = "/data/attributes/configuration/attributes/dst"
    assert reshape(api, trunk, "pstn_configurations").errors == [(pointer, "can't be blank")]


@only(NEW)
def test_a_group_takes_its_trunks_with_it_in_the_later_version(api: Api) -> None:
    trunks = [sip(api, name, host="sip.example.com").data for name in ("A", "B")]
    group = api.create("voice_in_trunk_groups", {"name": "Both"}, {"voice_in_trunks": trunks}).data
    did = api.list("/dids")[0]
    for link, target in (("voice_in_trunk_group", group), ("voice_in_trunk", trunks[1])):
        api.update(did, None, {link: target})
        assert api.delete(group).status == 422
    assert len(api.list("/voice_in_trunks", name="A,B")) == 2
    api.update(did, None, {"voice_in_trunk": None})
    assert api.delete(group).status == 204
    assert api.list("/voice_in_trunks", name="A,B") == []


@only(NEW)
def test_names_are_unique_over_trunks_and_groups_in_the_later_version(api: Api) -> None:
    taken = [("/data/attributes/name", "has already been taken")]
    assert sip(api, "Main group", host="sip.example.com").errors == taken
    assert api.create("voice_in_trunk_groups", {"name": "Headquarters"}).errors == taken


@only(OLD)
def test_until_then_only_among_their_own_kind(api: Api) -> None:
    assert sip(api, "Main group", host="sip.example.com").status == 201
    assert sip(api, "Headquarters", host="sip.example.com").status == 422
    assert api.create("voice_in_trunk_groups", {"name": "Headquarters"}).status == 201


@only(NEW)
def test_media_may_come_from_anywhere_in_the_later_version(api: Api) -> None:
    assert out(api, allowed_sip_ips=["192.0.2.1"], about={"allowed_rtp_ips": None}).status == 201


@only(OLD)
def test_a_group_and_its_trunks(api: Api) -> None:
    office, mobile = (api.one("/voice_in_trunks", name=name) for name in ("Headquarters", "Duty phone"))
    group = api.create("voice_in_trunk_groups", {"name": "New"}, {"voice_in_trunks": [office, mobile]}).data
    assert group["meta"] == {"trunks_count": 2}
    assert api.update(group, None, {"voice_in_trunks": [mobile]}).data["meta"] == {"trunks_count": 1}
    api.update(office, None, {"voice_in_trunk_group": group})
    assert api.again(group)["meta"] == {"trunks_count": 2}
    did = api.list("/dids")[0]
    api.update(did, None, {"voice_in_trunk_group": group})
    api.delete(group)
    include = {"include": "voice_in_trunk_group"}
    for path in (f"/voice_in_trunks/{office['id']}", f"/dids/{did['id']}"):
        assert api.get(path, include).data["relationships"]["voice_in_trunk_group"]["data"] is None


def test_unknown_trunks_of_a_group_as_the_server_says_it(api: Api) -> None:
    nowhere = {"type": "voice_in_trunks", "id": "00000000-0000-4000-8000-000000000000"}
    answer = api.create("voice_in_trunk_groups", {"name": "New"}, {"voice_in_trunks": [nowhere]})
    assert answer.document["errors"] == [
        {
            "title": "are invalid",
            "detail": "trunk_ids - are invalid",
            "code": "100",
            "source": {"pointer": "/data/attributes/trunk_ids"},
            "status": "422",
        }
    ]


def out(api: Api, type_: str = "credentials_and_ip", **given: Any) -> Answer:
    fixed = {"name": "New", "on_cli_mismatch_action": "reject_call", "allowed_rtp_ips": ["192.0.2.1"]}
    attributes = {**fixed, **given.pop("about", {})}
    return api.create("voice_out_trunks", {**attributes, "authentication_method": {"type": type_, "attributes": given}})


def test_an_outbound_trunk_gets_credentials(api: Api) -> None:
    trunk = out(api, allowed_sip_ips=["192.0.2.1", "2001:db8::/64"], tech_prefix="9#").data
    held = members(trunk)
    assert held["allowed_sip_ips"] == ["192.0.2.1/32", "2001:db8::/64"]
    assert len(held["username"]) == len(held["password"]) == 10
    assert trunk["meta"] == {"spent_amount": "0.0"}
    assert (trunk["attributes"]["status"], trunk["attributes"]["threshold_amount"]) == ("active", "3000.0")
    kept = reshape(api, trunk, "credentials_and_ip", tech_prefix=None).data
    assert members(kept) == {**held, "tech_prefix": None}


@pytest.mark.parametrize(
    ("type_", "given", "pointer", "title"),
    [
        ("ip_only", {"allowed_sip_ips": ["192.0.2.1"]}, "authentication_method/type", "is not allowed for creation"),
        ("credentials_and_ip", {}, "authentication_method", "is invalid"),
        ("credentials_and_ip", {"allowed_sip_ips": ["here"]}, "authentication_method", "is invalid"),
        ("twilio", {}, "authentication_method/attributes/twilio_account_sid", "can't be blank"),
    ],
)
def test_an_authentication_is_refused(api: Api, type_: str, given: Any, pointer: str, title: str) -> None:
    assert out(api, type_, **given).errors == [(f"/data/attributes/{pointer}", title)]


def test_a_prefix_is_of_digits_and_hashes(api: Api) -> None:
    refused = out(api, allowed_sip_ips=["192.0.2.1"], tech_prefix="abc").errors
    assert [pointer for pointer, _ in refused] == ["/data/attributes/authentication_method/attributes/tech_prefix"]


def test_authentication_by_address_alone_cannot_be_chosen(api: Api) -> None:
    trunk = api.one("/voice_out_trunks", authentication_method__type="credentials_and_ip")
    answer = reshape(api, trunk, "ip_only", allowed_sip_ips=["192.0.2.1"])
    assert answer.errors == [("/data/attributes/authentication_method/type", "is not allowed for update")]
    addresses_only = api.one("/voice_out_trunks", authentication_method__type="ip_only")
    changed = reshape(api, addresses_only, "twilio", twilio_account_sid="AC00000000000000000000000000000001").data
    assert changed["attributes"]["authentication_method"]["type"] == "twilio"


def test_new_credentials(api: Api) -> None:
    trunk = api.one("/voice_out_trunks", authentication_method__type="credentials_and_ip")
    answer = api.create("voice_out_trunk_regenerate_credentials", None, {"voice_out_trunk": trunk})
    assert answer.status == 201
    assert answer.data == {"id": trunk["id"], "type": "voice_out_trunk_regenerate_credentials"}
    before, after = members(trunk), members(api.again(trunk))
    assert before["username"] != after["username"]
    assert before["password"] != after["password"]
    assert before["allowed_sip_ips"] == after["allowed_sip_ips"]


def linked(api: Api, trunk: Any, name: str) -> list[str]:
    found = api.get(f"/voice_out_trunks/{trunk['id']}", {"include": name}).document
    return sorted(record["attributes"]["number"] for record in found["included"])


@pytest.mark.parametrize(
    ("flag", "name", "numbers"),
    [
        ("allow_any_did_as_cli", "dids", []),
        ("emergency_enable_all", "emergency_dids", ["12125550100", "12125550101", "442079460000"]),
    ],
)
def test_any_did_or_some(api: Api, flag: str, name: str, numbers: list[str]) -> None:
    trunk = api.one("/voice_out_trunks", name="Outbound Europe")
    dids = api.list("/dids")[:2]
    refused = api.update(trunk, {flag: True}, {name: dids})
    assert refused.errors[0][0] == f"/data/relationships/{name}"
    assert linked(api, trunk, name)
    api.update(trunk, {flag: True})
    assert linked(api, trunk, name) == numbers


def test_a_trunk_for_all_emergency_dids_follows_them(api: Api) -> None:
    trunk = api.one("/voice_out_trunks", name="Contact centre")
    assert linked(api, trunk, "emergency_dids") == ["12125550100", "12125550101", "442079460000"]
    api.update(api.one("/dids", number="12125550101"), None, {"emergency_calling_service": None})
    assert linked(api, trunk, "emergency_dids") == ["12125550100", "442079460000"]


@only(OLD)
def test_media_addresses_are_needed_when_changing_to_credentials(api: Api) -> None:
    trunk = api.one("/voice_out_trunks", authentication_method__type="twilio")
    refused = reshape(api, trunk, "credentials_and_ip", allowed_sip_ips=["192.0.2.1"])
    assert refused.errors == [("/data/attributes/allowed_rtp_ips", "can't be blank")]
    method = {"type": "credentials_and_ip", "attributes": {"allowed_sip_ips": ["192.0.2.1"]}}
    assert api.update(trunk, {"authentication_method": method, "allowed_rtp_ips": ["192.0.2.1"]}).status == 200
    assert api.update(trunk, {"allowed_rtp_ips": []}).errors == refused.errors
    assert api.update(trunk, {"rtp_timeout": 60}).status == 200


@pytest.mark.parametrize(("version", "most_sip", "most_rtp"), [(OLD, 15, 10), (NEW, 60, 60)])
def test_how_many_addresses_there_may_be(api: Api, most_sip: int, most_rtp: int) -> None:
    sip_ips, rtp_ips = ([f"192.0.2.{place}" for place in range(most)] for most in (most_sip, most_rtp))
    assert out(api, allowed_sip_ips=sip_ips, about={"allowed_rtp_ips": rtp_ips}).status == 201
    about = {"name": "Other", "allowed_rtp_ips": [*rtp_ips, "192.0.2.99"]}
    many = out(api, allowed_sip_ips=[*sip_ips, "192.0.2.99"], about=about)
    pointers = [pointer.split("/")[3] for pointer, _ in many.errors]
    assert sorted(pointers) == ["allowed_rtp_ips", "authentication_method"]


@pytest.mark.parametrize(
    ("about", "pointer"),
    [
        ({"capacity_limit": 32768}, "capacity_limit"),
        ({"rtp_timeout": 29}, "rtp_timeout"),
        ({"rtp_timeout": 601}, "rtp_timeout"),
        ({"threshold_amount": "100000.01"}, "threshold_amount"),
        ({"threshold_amount": "much"}, "threshold_amount"),
        ({"threshold_amount": "1e999999"}, "threshold_amount"),
        ({"threshold_amount": "NaN"}, "threshold_amount"),
        ({"dst_prefixes": ["+44"]}, "dst_prefixes"),
        ({"callback_url": "ftp://example.com"}, "callback_url"),
        ({"threshold_amount": "-0.01"}, "threshold_amount"),
        ({"allowed_rtp_ips": ["here"]}, "allowed_rtp_ips"),
        ({"allowed_rtp_ips": []}, "allowed_rtp_ips"),
        ({"status": "sleeping"}, "status"),
    ],
)
def test_limits_of_an_outbound_trunk(api: Api, about: Any, pointer: str) -> None:
    answer = out(api, allowed_sip_ips=["192.0.2.1"], about=about)
    assert [p for p, _ in answer.errors] == [f"/data/attributes/{pointer}"]


def test_a_blocked_trunk_is_reported(api: Api) -> None:
    url = "https://hooks.example.com/trunks"
    trunk = api.one("/voice_out_trunks", name="Outbound Europe")
    blocked = api.update(trunk, {"callback_url": url, "threshold_amount": "10"}).data["attributes"]
    assert (blocked["status"], blocked["threshold_reached"]) == ("blocked", True)
    api.update(trunk, {"status": "active"})
    shown = {"id": trunk["id"], "type": "voice_out_trunks", "created_at": "2026-11-23T12:00:00.000Z"}
    assert api.events == [
        Event(url, "json", {**shown, "status": "blocked", "threshold_reached": True}),
        Event(url, "json", {**shown, "status": "active", "threshold_reached": False}),
    ]


@only(NEW)
def test_a_sender_sends_by_a_trunk_in_one_verification(api: Api) -> None:
    first, second = api.list("/sender_id_verifications")
    trunk = api.one("/sms_trunks", configuration__type="http_out")
    assert api.update(second, None, {"sms_trunk": trunk}).status == 200
    with api.emulator._store.session() as state:
        state.set(state.tables["sender_id_verifications"][second["id"]], sender_ids=["OTHER", "EXAMPLE"])
    assert first["attributes"]["sender_ids"] == ["EXAMPLE"]
    refused = api.update(second, None, {"sms_trunk": trunk})
    assert [pointer for pointer, _ in refused.errors] == ["/data/relationships/sms_trunk"]
    assert api.update(second, None, {"sms_trunk": None}).status == 200
