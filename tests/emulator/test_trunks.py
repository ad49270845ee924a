"""Trunks of both directions and their groups."""

from __future__ import annotations

from typing import Any

import pytest

from didww_cli.emulator.account import Event

from .conftest import Answer, Api


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
    ended = reshape(api, trunk, "sip_configurations", enabled_sip_registration=False, use_did_in_ruri=False).data
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
    answer = sip(api, host="sip.example.com", sst_session_expires=901, allowed_rtp_ips=["192.0.2.1"] * 11)
    assert [pointer for pointer, _ in answer.errors] == [f"{inside}/sst_session_expires", f"{inside}/allowed_rtp_ips"]
    assert sip(api, host="sip.example.com", sst_session_expires=700, allowed_rtp_ips=["2001:db8::/64"]).status == 201


def test_the_did_in_the_uri_needs_registration(api: Api) -> None:
    answer = sip(api, host="sip.example.com", use_did_in_ruri=True)
    pointer = "/data/attributes/configuration/attributes/use_did_in_ruri"
    assert answer.errors == [(pointer, "requires SIP registration to be enabled")]


def test_a_deleted_trunk_leaves_its_dids(api: Api) -> None:
    trunk = api.one("/voice_in_trunks", name="Headquarters")
    assert len(api.list("/dids", voice_in_trunk__id=trunk["id"])) == 3
    api.delete(trunk)
    assert api.list("/dids", voice_in_trunk__id=trunk["id"]) == []
    assert len(api.list("/dids")) == 21


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
    attributes = {"name": "New", **given.pop("about", {})}
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
        (
            "credentials_and_ip",
            {"allowed_sip_ips": ["192.0.2.1"], "tech_prefix": "abc"},
            "authentication_method/attributes/tech_prefix",
            "is invalid",
        ),
    ],
)
def test_an_authentication_is_refused(api: Api, type_: str, given: Any, pointer: str, title: str) -> None:
    assert out(api, type_, **given).errors == [(f"/data/attributes/{pointer}", title)]


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


@pytest.mark.parametrize(
    ("flag", "name"), [("allow_any_did_as_cli", "dids"), ("emergency_enable_all", "emergency_dids")]
)
def test_any_did_or_some(api: Api, flag: str, name: str) -> None:
    trunk = api.one("/voice_out_trunks", name="Outbound Europe")
    dids = api.list("/dids")[:2]
    refused = api.update(trunk, {flag: True}, {name: dids})
    assert refused.errors[0][0] == f"/data/relationships/{name}"
    api.update(trunk, {flag: True})
    found = api.get(f"/voice_out_trunks/{trunk['id']}", {"include": name}).data
    assert found["relationships"][name]["data"] == []


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
        ({"allowed_rtp_ips": ["here"]}, "allowed_rtp_ips"),
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
