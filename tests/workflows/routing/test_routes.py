"""Routes read from a scripted server: what it left out, refuses or has no value for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import document, problem


def number(**links: Any) -> dict[str, Any]:
    relations = {"voice_in_trunk": None, "voice_in_trunk_group": None, **links}
    return {
        "type": "dids",
        "id": "n1",
        "attributes": {"number": "12125550100"},
        "relationships": {name: {"data": data} for name, data in relations.items()},
    }


def trunk(name: str, **attributes: Any) -> dict[str, Any]:
    shape = {"type": "sip_configurations", "attributes": {"host": f"{name}.example.com"}}
    return {"type": "voice_in_trunks", "id": name, "attributes": {"name": name, "configuration": shape, **attributes}}


def link(name: str, kind: str = "voice_in_trunks") -> dict[str, str]:
    return {"type": kind, "id": name}


def group(*trunks: str) -> dict[str, Any]:
    members = {"voice_in_trunks": {"data": [link(name) for name in trunks]}}
    return {"type": "voice_in_trunk_groups", "id": "g", "attributes": {"name": "G"}, "relationships": members}


IN_GROUP = {"voice_in_trunk_group": link("g", "voice_in_trunk_groups")}


def test_trunks_without_weight_or_priority(server, live):
    trunks = [
        trunk("a", weight=None),
        trunk("b", priority=7, weight=65535),
        trunk("c", priority=7),
        trunk("d", weight=0),
    ]
    included = [group("a", "b", "c", "d"), *trunks]
    server.answer(document([number(**IN_GROUP)], included=included), document([]))
    steps = live("route 12125550100 -o json").json["route"]["steps"]
    assert [(step["priority"], [(one["name"], one["share"]) for one in step["trunks"]]) for step in steps] == [
        (7, [("b", 50.0), ("c", 50.0)]),
        (None, [("a", 100.0), ("d", 0.0)]),
    ]


def test_a_trunk_without_a_host(server, live):
    empty = {"type": "sip_configurations", "attributes": {"host": None}}
    included = [trunk("a", configuration=empty)]
    server.answer(document([number(voice_in_trunk=link("a"))], included=included), document([]))
    shown = live("route 12125550100")
    assert shown.lines[:2] == [
        "12125550100",
        "├─ ENDS NOWHERE: trunk a: it has no host and no phone number and does not register",
    ]
    assert "├─ trunk a: no host" in shown.lines


LEFT_OUT = [
    ({"data": {**number(), "relationships": {}}}, "voice_in_trunk of dids n1"),
    ({"data": number(voice_in_trunk=link("a"))}, "configuration of voice_in_trunks a"),
    ({"data": number(**IN_GROUP)}, "voice_in_trunks of voice_in_trunk_groups g"),
    ({"data": number(**IN_GROUP), "included": [group("a")]}, "configuration of voice_in_trunks a"),
]


@pytest.mark.parametrize(("sent", "missing"), LEFT_OUT)
def test_what_was_left_out_is_no_route(sent, missing, server, live):
    server.answer(document([sent["data"]], included=sent.get("included", [])), document([]))
    failed = live("route 12125550100", code=7)
    assert failed.out == ""
    assert failed.err == f"Error: The server left out what was asked for: {missing}.\n"


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        (number(voice_in_trunk=[]), "what is no voice_in_trunk of dids n1"),
        (number(shared_capacity_group=[]), "what is no shared_capacity_group of dids n1"),
        (number(**IN_GROUP), "what are no voice_in_trunks of voice_in_trunk_groups g"),
    ],
)
def test_links_of_another_shape_are_no_route(sent, wrong, server, live):
    several = {**group(), "relationships": {"voice_in_trunks": {"data": None}}}
    server.answer(document([sent], included=[several]), document([]))
    assert live("route 12125550100", code=7).err == f"Error: The server sent {wrong}.\n"


def test_a_name_that_would_turn_a_terminal_red_is_written_out(server, live):
    hostile = trunk("a")
    hostile["attributes"]["name"] = "\x1b[31mA\nB"
    server.answer(document([number(voice_in_trunk=link("a"))], included=[hostile]), document([]))
    assert "├─ trunk \\x1b[31mA\\nB: a.example.com (port by DNS SRV)" in live("route 12125550100").lines


def test_outbound_trunks_that_may_not_be_read_are_not_known(server, live):
    server.answer(document([number()]), problem(403, "Forbidden"))
    assert live("route 12125550100 -o json").json["outbound"] is None
    server.answers[:] = [document([number()]), problem(403, "Forbidden")]
    assert live("route 12125550100").lines[-1] == (
        "└─ outbound: not known, the account may not read its outbound trunks"
    )


def test_a_cancelled_number_whose_end_is_not_known(server, live):
    cancelled = number()
    cancelled["attributes"] |= {"terminated": True}
    server.answer(document([cancelled]), document([]))
    reason = live("route 12125550100 -o json").json["reasons"][0]
    assert reason == "it is cancelled and gone after its period; DIDWW says that calls may stop at once"


def test_the_newest_version_is_not_asked_for_what_it_lacks(server, live):
    token = (200, {"access_token": "a-token", "expires_in": 900}, {})
    server.answer(token, document([number()]), document([]))
    live("--api-version 2026-11-19 route 12125550100 -o json")
    assert [one.path for one in server.seen] == ["/token", "/v3/dids", "/v3/voice_out_trunks"]
    asked = [word for one in server.seen[1:] for word in one.query["include"].replace(".", ",").split(",")]
    assert "voice_in_trunk" in asked
    assert "pop" not in asked


def test_a_number_found_by_its_id_alone(server, live):
    by_id = document(number())
    server.answer(document([]), by_id, document([]))
    assert live("route id:n1 -o json").json["number"] == "12125550100"
    assert [one.path for one in server.seen] == ["/v3/dids", "/v3/dids/n1", "/v3/voice_out_trunks"]
