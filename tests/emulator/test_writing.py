"""What every writing request goes through: the body, the catalog's attributes and relationships, names, lengths."""

from __future__ import annotations

from typing import Any

import pytest

from tests.spoken import in_each_version

from .conftest import Api, document
from .shapes import check_errors

pytest_generate_tests = in_each_version

GROUP = "/data/relationships/voice_in_trunk_group"
SIP = {"type": "sip_configurations", "attributes": {"host": "sip.example.com"}}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "400"),
        (b"[" * 100_000, 400, "400"),
        (b"\xff", 400, "400"),
        (b"[]", 400, "106"),
        ({}, 400, "106"),
        ({"data": []}, 400, "122"),
        ({"data": {"attributes": {}}}, 400, "106"),
        ({"data": {"type": "voice_in_trunk_groups", "id": "mine", "attributes": {}}}, 400, "105"),
        ({"data": {"type": "voice_in_trunk_groups", "attributes": []}}, 400, "122"),
        ({"data": {"type": "voice_in_trunk_groups", "relationships": {"voice_in_trunks": []}}}, 400, "115"),
        ({"data": {"type": "dids", "attributes": {"name": "x"}}}, 409, "409"),
    ],
)
def test_a_malformed_body(api: Api, body: Any, status: int, code: str) -> None:
    answer = api.send("POST", "/voice_in_trunk_groups", body)
    assert answer.status == status
    check_errors(answer.document, status)
    assert answer.document["errors"][0]["code"] == code


def test_an_update_names_the_resource_of_its_path(api: Api) -> None:
    first, second = api.list("/voice_in_trunk_groups")
    path = f"/voice_in_trunk_groups/{first['id']}"
    assert api.send("PATCH", path, document("voice_in_trunk_groups", {"name": "x"})).status == 400
    assert api.send("PATCH", path, document("voice_in_trunk_groups", {"name": "x"}, None, second["id"])).status == 409


@pytest.mark.parametrize("media_type", ["application/json", "application/vnd.api+json; charset=utf-8", ""])
def test_the_media_type_of_a_body(api: Api, media_type: str) -> None:
    answer = api.send("POST", "/voice_in_trunk_groups", document("x"), {"Content-Type": media_type})
    assert answer.status == 415
    check_errors(answer.document, 415)


@pytest.mark.parametrize(
    ("attributes", "pointer", "title"),
    [
        ({"bogus": 1}, "bogus", "is not allowed"),
        ({"created_at": "2026-01-01T00:00:00.000Z"}, "created_at", "is not allowed for creation"),
        ({"priority": "high"}, "priority", "is not a number"),
        ({"priority": 1.5}, "priority", "is not a number"),
        ({"priority": True}, "priority", "is not a number"),
        ({"priority": None}, "priority", "can't be blank"),
        ({"priority": -1}, "priority", "must be greater than or equal to 0"),
        ({"priority": 65536}, "priority", "must be less than or equal to 65535"),
        ({"weight": 65536}, "weight", "must be less than or equal to 65535"),
        ({"description": 5}, "description", "is not a string"),
        ({"cli_format": "fancy"}, "cli_format", "is not included in the list"),
        ({"external_reference_id": "x" * 101}, "external_reference_id", "is too long (maximum is 100 characters)"),
        ({"configuration": "sip"}, "configuration", "is invalid"),
        ({"configuration": {"type": "iax"}}, "configuration/type", "is not included in the list"),
        ({"configuration": {"type": "sip_configurations", "attributes": {"bogus": 1}}}, "bogus", "is not allowed"),
        ({"configuration": {"type": "sip_configurations", "attributes": {"port": "x"}}}, "port", "is not a number"),
        (
            {"configuration": {"type": "sip_configurations", "attributes": {"incoming_auth_username": "me"}}},
            "incoming_auth_username",
            "is not allowed for creation",
        ),
        (
            {"configuration": {"type": "sip_configurations", "attributes": {"codec_ids": [9, 99]}}},
            "codec_ids",
            "is not included in the list",
        ),
        (
            {"configuration": {"type": "sip_configurations", "attributes": {"resolve_ruri": "perhaps"}}},
            "resolve_ruri",
            "is not a boolean",
        ),
        (
            {"configuration": {"type": "sip_configurations", "attributes": {"media_encryption_mode": "rot13"}}},
            "media_encryption_mode",
            "is not included in the list",
        ),
        ({"configuration": {"type": "pstn_configurations", "attributes": {"dst": "+1 202"}}}, "dst", "is invalid"),
    ],
)
def test_an_attribute_is_refused_with_its_pointer(api: Api, attributes: Any, pointer: str, title: str) -> None:
    answer = api.create("voice_in_trunks", {"name": "New", "configuration": SIP, **attributes})
    assert answer.status == 422
    check_errors(answer.document, 422)
    inside = pointer if pointer in attributes or "/" in pointer else f"configuration/attributes/{pointer}"
    assert answer.errors == [(f"/data/attributes/{inside}", title)]
    assert answer.document["errors"][0]["detail"] == f"{pointer.rpartition('/')[2]} - {title}"


def test_a_prefix_that_is_too_long(api: Api) -> None:
    answer = api.create("voice_in_trunks", {"name": "New", "configuration": SIP, "cli_prefix": "12345678"})
    assert [pointer for pointer, _ in answer.errors] == ["/data/attributes/cli_prefix"]


def test_all_that_is_wrong_is_told_at_once(api: Api) -> None:
    answer = api.create("voice_in_trunks", {"priority": -1, "bogus": 1, "configuration": SIP})
    assert answer.errors == [
        ("/data/attributes/priority", "must be greater than or equal to 0"),
        ("/data/attributes/bogus", "is not allowed"),
        ("/data/attributes/name", "can't be blank"),
    ]


def test_texts_that_stand_for_numbers_and_booleans(api: Api) -> None:
    shape = {
        "type": "sip_configurations",
        "attributes": {"host": "a.example.com", "resolve_ruri": "true", "port": "5060"},
    }
    trunk = api.create("voice_in_trunks", {"name": "New", "priority": "1", "configuration": shape}).data
    members = trunk["attributes"]["configuration"]["attributes"]
    assert (trunk["attributes"]["priority"], members["resolve_ruri"], members["port"]) == (1, True, 5060)


def test_null_clears_what_may_be_empty(api: Api) -> None:
    trunk = api.one("/voice_in_trunks", name="Headquarters")
    assert trunk["attributes"]["capacity_limit"] == 30
    changed = api.update(trunk, {"capacity_limit": None, "description": None}).data["attributes"]
    assert (changed["capacity_limit"], changed["description"]) == (None, None)


@pytest.mark.parametrize(
    ("relationships", "pointer", "title"),
    [
        ({"bogus": None}, "/data/relationships/bogus", "is not allowed"),
        (
            {"voice_in_trunk_group": {"type": "dids", "id": "x"}},
            "/data/relationships/voice_in_trunk_group",
            "is invalid",
        ),
        (
            {"voice_in_trunk_group": {"type": "voice_in_trunk_groups", "id": "nowhere"}},
            "/data/relationships/voice_in_trunk_group",
            "is invalid",
        ),
        ({"voice_in_trunk_group": []}, "/data/relationships/voice_in_trunk_group", "is invalid"),
    ],
)
def test_a_relationship_is_refused_with_its_pointer(api: Api, relationships: Any, pointer: str, title: str) -> None:
    answer = api.create("voice_in_trunks", {"name": "New", "configuration": SIP}, relationships)
    assert answer.status == 422
    assert answer.errors == [(pointer, title)]


def test_a_required_relationship(api: Api) -> None:
    answer = api.create("shared_capacity_groups", {"name": "New"})
    assert answer.errors == [("/data/relationships/capacity_pool", "can't be blank")]


def test_a_read_only_relationship(api: Api) -> None:
    did, order = api.list("/dids")[0], api.list("/orders")[0]
    assert api.update(did, None, {"order": order}).errors == [
        ("/data/relationships/order", "is not allowed for update")
    ]


@pytest.mark.parametrize(
    "type_", ["voice_in_trunks", "voice_in_trunk_groups", "voice_out_trunks", "shared_capacity_groups"]
)
def test_names_are_unique(api: Api, type_: str) -> None:
    first, second, *_ = api.list(f"/{type_}")
    answer = api.update(second, {"name": first["attributes"]["name"]})
    assert answer.document["errors"] == [
        {
            "title": "has already been taken",
            "detail": "name - has already been taken",
            "code": "100",
            "source": {"pointer": "/data/attributes/name"},
            "status": "422",
        }
    ]
    assert api.update(second, {"name": second["attributes"]["name"]}).status == 200


def test_a_trunk_without_configuration_is_malformed(api: Api) -> None:
    answer = api.create("voice_in_trunks", {"name": "New"})
    assert answer.status == 400
    assert answer.document["errors"][0]["detail"] == "The required parameter, configuration, is missing."


def test_only_the_reference_of_an_order_can_be_changed(api: Api) -> None:
    order = api.list("/orders")[0]
    assert api.update(order, {"external_reference_id": "mine"}).data["attributes"]["external_reference_id"] == "mine"
    assert api.list("/orders", external_reference_id="mine")[0]["id"] == order["id"]
    refused = api.update(order, {"status": "canceled"})
    assert refused.errors == [("/data/attributes/status", "is not allowed for update")]


def test_a_refused_change_changes_nothing(api: Api) -> None:
    did = api.list("/dids")[0]
    api.update(did, {"description": "new", "capacity_limit": "many"})
    assert api.again(did) == did


def test_deleted_is_gone(api: Api) -> None:
    group = api.create("voice_in_trunk_groups", {"name": "New"}).data
    assert api.delete(group).status == 204
    assert api.delete(group).status == 404
    assert api.get(f"/voice_in_trunk_groups/{group['id']}").status == 404
