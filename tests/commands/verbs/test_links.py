"""What can be written can be read, unasked, and what was read is taken back."""

from __future__ import annotations

import csv
import io
import json
import shlex

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.links import label, written_links
from didww_cli.catalog.versions import at
from tests.conftest import document, run_line
from tests.spoken import OLD, each_type

NAMELESS = {"history", "exports"}
"""What a list shows by id: its entries have no name of their own."""

MADE_BY_SERVER = {"id", "created_at", "updated_at", "reference", "status", "verified", "meta", "items"}
NOT_AGAIN = {
    "reservations": "a number is held once",
    "emergency verifications": "a service and its numbers exclude each other",
    "exports": "made by period",
    "documents": "the API does not tell its files",
    "proofs": "the API does not tell its files",
    "files": "made of a file",
}


def test_json_holds_trunks_and_null_where_there_is_none(didww):
    for line in ("dids list -o json", "dids list -o jsonl"):
        out = didww(line).out
        records = json.loads(out) if line.endswith("json") else list(map(json.loads, out.splitlines()))
        routed = {one["number"]: one["voice_in_trunk"] for one in records}
        assert set(routed["12125550100"]) == {"id", "type", "name"}
        assert routed["12125550100"]["name"] == "Headquarters"
        assert routed["12135550100"] is None
    one = didww("dids get 12125550101 -o json").json
    assert (one["voice_in_trunk"], one["voice_in_trunk_group"]["name"]) == (None, "Main group")


def test_it_costs_no_request_and_the_smallest_fieldset(server, live):
    server.answer(document([]))
    live("dids list -o jsonl")
    assert len(server.seen) == 1
    query = server.seen[0].query
    assert set(query["include"].split(",")) == {one.name for one in written_links(at(BY["dids"], OLD))}
    assert query["fields[voice_in_trunks]"] == "name"
    assert "fields[dids]" not in query
    server.seen.clear()
    live("dids list -o json --include voice_in_trunk")
    assert "fields[voice_in_trunks]" not in server.seen[0].query


@pytest.mark.parametrize("words", ["-o json --no-links", "-o csv --no-links -c number", "-o csv -c number", "-o ids"])
def test_it_is_left_out_where_it_is_not_wanted(server, live, words):
    server.answer(document([]))
    live(f"dids list {words}")
    assert "include" not in server.seen[0].query


def can(resource, *operations):
    """Whether commands do all of this with a type."""
    return resource.noun and set(operations) <= set(resource.operations)


@each_type(lambda one: can(one, "list", "update"), name="noun")
def test_what_get_prints_update_takes_and_sends_nothing(didww, resource):
    for record in didww(f"{resource.noun} list -o json -n 5").json:
        one = didww(f"{resource.noun} get id:{record['id']} -o json").out
        done = didww(f"{resource.noun} update id:{record['id']} --data - --dry-run", stdin=one)
        assert (done.out, done.err) == ("", "nothing changes.\nNothing would be sent.\n")


@each_type(lambda one: can(one, "list", "update"), name="noun")
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_list_prints_input_takes_and_sends_nothing(didww, resource, form, tmp_path):
    rows = tmp_path / f"rows.{form}"
    rows.write_text(didww(f"{resource.noun} list -o {form} --show-secrets").out, encoding="utf-8")
    done = didww(f"{resource.noun} update --input {rows} --dry-run")
    assert done.out == ""
    assert "0 would be changed" in done.err
    assert "empty cell" not in done.err


@each_type(lambda one: can(one, "list", "get", "create") and one.noun not in NOT_AGAIN, name="noun")
def test_a_create_from_it_makes_the_same(didww, resource):
    record = didww(f"{resource.noun} get id:{didww(f'{resource.noun} list -o ids').lines[0]} -o json").json
    own = {name for name in ("name", "external_reference_id") if record.get(name)}
    given = {**record, **dict.fromkeys(own, "Another")}
    made = didww(f"{resource.noun} create --data - --yes -o json", stdin=json.dumps(given)).json
    again = didww(f"{resource.noun} get id:{made['id']} -o json").json
    methods = [one.pop("authentication_method", {}) for one in (record, again)]
    assert methods[0].get("attributes", {}).get("allowed_sip_ips") == methods[1].get("attributes", {}).get(
        "allowed_sip_ips"
    )
    left_out = MADE_BY_SERVER | own
    for linked in (one[link.name] for one in (record, again) for link in written_links(resource) if one.get(link.name)):
        for target in linked if isinstance(linked, list) else [linked]:
            target.pop("meta", None)  # counts what was made
    assert {name: value for name, value in again.items() if name not in left_out} == {
        name: value for name, value in record.items() if name not in left_out
    }


def test_a_backup_of_routing_is_put_back(didww, tmp_path):
    rows = tmp_path / "before.csv"
    rows.write_text(didww("dids list -o csv -c number,voice_in_trunk,voice_in_trunk_group").out, encoding="utf-8")
    didww("dids update 12135550100 12125550101 --voice-in-trunk Headquarters --yes")
    told = didww(f"dids update --input {rows}").err
    assert "voice_in_trunk_group: none → Main group" in told
    assert "1 empty cell stands against a value, which stays; null or --empty-clears clears it." in told
    didww(f"dids update --input {rows} --empty-clears")
    assert didww("dids list -o csv -c number,voice_in_trunk,voice_in_trunk_group").out == rows.read_text("utf-8")


def test_a_cell_is_never_taken_for_something_else(server, live):
    trunks = [
        {"id": "t1", "type": "voice_in_trunks", "attributes": {"name": name}}
        for name in ["none", "id:x", "null", " Office ", "5a5f3c5e-1c0f-4d3c-8b0a-111111111111", "Plain", "A, B"]
    ]
    for trunk in trunks:
        linked = {"voice_in_trunk": {"data": {"type": "voice_in_trunks", "id": "t1"}}}
        number = {"id": "d1", "type": "dids", "attributes": {"number": "1"}, "relationships": linked}
        server.answers[:] = []
        server.answer(document([number], included=[trunk]))
        cell = next(csv.reader(io.StringIO(live("dids list -o csv -c voice_in_trunk").lines[1])))[0]
        assert cell == (trunk["attributes"]["name"] if trunk["attributes"]["name"] in ("Plain", "A, B") else "id:t1")


@each_type(lambda one: can(one, "list", "get") and one.label and one.noun not in NAMELESS, name="noun")
def test_names_shown_are_names_taken(didww, version, resource):
    include = ",".join({path.partition(".")[0] for path in resource.label} & set(resource.includes))
    for record in didww(f"{resource.noun} list -o json -n 8{f' -i {include}' if include else ''}").json:
        name = label(record, resource)
        done = run_line(f"-p demo --api-version {version} {resource.noun} get {shlex.quote(name)} -o ids")
        assert (done.code == 0 and done.out.strip() == record["id"]) or (done.code == 4 and record["id"] in done.err), (
            name,
            done,
        )


def test_several_of_a_name_are_told_apart(didww):
    for country in ("DE", "US"):
        given = f"--first-name Max --last-name Muster --phone-number 493012345 --country {country}"
        didww(f"identities create --identity-type personal {given}")
    told = didww("identities get 'Max Muster'", code=4).err
    assert "fits 2 identities" in told
    assert told.count("Max Muster (identity_type personal, verified False)") == 2


BY = {one.type: one for one in RESOURCES}


def test_an_option_wins_over_what_data_and_rows_say_of_the_other_route(didww, tmp_path):
    """12125550101 goes to a group, and what was read of it says so."""
    one, rows, lines = (tmp_path / name for name in ("one.json", "rows.csv", "rows.jsonl"))
    one.write_text(didww("dids get 12125550101 -o json").out)
    rows.write_text(didww("dids list -f number=12125550101,12125550100 -o csv").out)
    lines.write_text(didww("dids list -f number=12125550101,12125550100 -o jsonl").out)
    for given in (f"12125550101 --data {one}", f"--input {rows}", f"--input {lines}"):
        shown = didww(f"dids update {given} --voice-in-trunk Berlin --dry-run -o json").json
        bodies = [body["body"]["data"]["relationships"] for body in (shown if isinstance(shown, list) else [shown])]
        assert {"data": None} in [body.get("voice_in_trunk_group") for body in bodies]
        assert [body["voice_in_trunk"]["data"]["type"] for body in bodies] == ["voice_in_trunks"] * len(bodies)
        both = f"dids update {given} --voice-in-trunk Berlin --voice-in-trunk-group 'Main group'"
        assert "exclude each other" in didww(both, code=2).err
