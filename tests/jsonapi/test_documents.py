"""What a server sends beyond what was asked for: shown in its place, whatever it leads to."""

from __future__ import annotations

import json

import pytest

from tests.conftest import document


def resource(kind, identifier, attributes=None, **linked):
    relationships = {name: {"data": value} for name, value in linked.items()}
    return {"id": identifier, "type": kind, "attributes": attributes or {}, "relationships": relationships}


def link(kind, identifier):
    return {"type": kind, "id": identifier}


COUNTRY = resource("countries", "c1", {"name": "Latvia", "iso": "LV"})
GROUP = resource("did_groups", "g1", {"area_name": "Riga"}, country=link("countries", "c1"), city=None)
DID = resource(
    "dids",
    "d1",
    {"number": "37160000000", "description": "old"},
    did_group=link("did_groups", "g1"),
    voice_in_trunk=link("voice_in_trunks", "t1"),
)
MORE = [GROUP, COUNTRY]
SHOWN = {
    "id": "d1",
    "type": "dids",
    "number": "37160000000",
    "description": "old",
    "did_group": {
        "id": "g1",
        "type": "did_groups",
        "area_name": "Riga",
        "country": {"id": "c1", "type": "countries", "name": "Latvia", "iso": "LV"},
        "city": None,
    },
    "voice_in_trunk": {"id": "t1", "type": "voice_in_trunks"},
}


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_list_and_a_record_hold_what_was_not_asked_for(server, live, form):
    server.answer(document([DID], included=MORE))
    listed = live(f"dids list -o {form}").out
    assert json.loads(listed) == ([SHOWN] if form == "json" else SHOWN)
    server.answers[:] = [document(DID, included=MORE)]
    assert json.loads(live(f"dids get id:d1 -o {form}").out) == SHOWN
    assert all("did_group" not in seen.query["include"] for seen in server.seen)


def test_what_is_asked_for_is_nested_with_what_was_not(server, live):
    server.answer(document(DID, included=MORE))
    assert live("dids get id:d1 -i did_group -o json").json == SHOWN


def test_the_answer_of_a_write_too(server, live):
    changed = {**DID, "attributes": {"number": "37160000000", "description": "new"}}
    server.answer(document(DID), document(changed, included=MORE))
    assert live("dids update id:d1 --description new -o json").json == {**SHOWN, "description": "new"}
    trunk = resource("voice_in_trunks", "t1", {"name": "T"}, pop=link("pops", "p1"))
    pop = resource("pops", "p1", {"name": "Here"})
    server.answers[:] = [(201, document(trunk, included=[pop])[1], {})]
    made = live("trunks in create --name T --sip-host a -o json").json
    assert made["pop"] == {"id": "p1", "type": "pops", "name": "Here"}
    server.answers[:] = [document(DID, included=MORE)]
    assert live("dids update id:d1 --description old -o json").json == SHOWN


def test_rows_too(server, live, tmp_path):
    (tmp_path / "rows.csv").write_text("ref,description\nid:d1,new\n")
    server.answer(lambda seen: document([DID] if seen.path.endswith("/dids") else DID, included=MORE))
    assert live(f"dids update --input {tmp_path}/rows.csv --yes -o json").json == [SHOWN]


def test_an_update_sends_links_not_what_was_included(server, live):
    held = resource("voice_in_trunks", "t1", {"name": "T"}, voice_in_trunk_group=link("voice_in_trunk_groups", "g1"))
    group = resource("voice_in_trunk_groups", "g1", {"name": "G"}, voice_in_trunks=[link("voice_in_trunks", "t1")])
    server.answer(document(group, included=[held]))
    live("trunks groups update id:g1 --add-voice-in-trunks id:t2 --yes")
    linked = server.seen[-1].json["data"]["relationships"]["voice_in_trunks"]["data"]
    assert linked == [link("voice_in_trunks", "t1"), link("voice_in_trunks", "t2")]


def test_a_resource_never_contains_itself(server, live):
    trunk = resource("voice_in_trunks", "t1", {"name": "T"}, voice_in_trunk_group=link("voice_in_trunk_groups", "g1"))
    both = [link("voice_in_trunks", "t1"), link("voice_in_trunks", "t2")]
    group = resource("voice_in_trunk_groups", "g1", {"name": "G"}, voice_in_trunks=both)
    server.answer(document(trunk, included=[group]))
    assert live("trunks in get id:t1 -o json").json["voice_in_trunk_group"] == {
        "id": "g1",
        "type": "voice_in_trunk_groups",
        "name": "G",
        "voice_in_trunks": [{"id": "t1", "type": "voice_in_trunks"}, {"id": "t2", "type": "voice_in_trunks"}],
    }


def test_what_links_to_everything_stays_small(server, live):
    peers = [link("voice_in_trunks", f"t{number}") for number in range(40)]
    trunks = [resource("voice_in_trunks", one["id"], peers=peers) for one in peers]
    server.answer(document(resource("dids", "d1", trunks=peers), included=trunks))
    shown = live("dids get id:d1 -o json")
    assert all("peers" in one for one in shown.json["trunks"])
    assert shown.out.count('"peers"') == 1000


def test_a_long_chain_ends(server, live):
    chain = [resource("areas", str(at), {}, next=link("areas", str(at + 1))) for at in range(5000)]
    server.answer(document(chain[0], included=chain[1:]))
    found, depth = live("areas get id:0 -o json").json, 0
    while "next" in found:
        found, depth = found["next"], depth + 1
    assert depth == 10
