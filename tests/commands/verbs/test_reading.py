"""``list`` and ``get`` of every noun on the emulated account, and what they send to a server."""

from __future__ import annotations

import csv
import io

import pytest

from didww_cli.catalog import BY_NOUN, BY_TYPE, RESOURCES
from didww_cli.catalog.paths import columns_of
from tests.conftest import document
from tests.spoken import each_type

NOUNS = [noun for noun in BY_NOUN if noun != "balance"]
GETTABLE = [noun for noun in NOUNS if noun != "public-keys"]


@pytest.mark.parametrize("noun", NOUNS)
def test_list_shows_every_type_in_every_format(didww, noun):
    records = didww(f"{noun} list -o json").json
    assert records, f"the emulated account has no {noun}"
    assert {record["type"] for record in records} == {BY_NOUN[noun].type}
    if noun == "available-dids":
        return
    ids = [record["id"] for record in records]
    assert didww(f"{noun} list -o ids").lines == ids
    assert [__import__("json").loads(line) for line in didww(f"{noun} list -o jsonl").lines] == records
    rows = list(csv.DictReader(io.StringIO(didww(f"{noun} list -o csv -c id").out)))
    assert [row["id"] for row in rows] == ids
    assert didww(f"{noun} list -o tsv -c id").lines == ids
    assert [resource["id"] for resource in didww(f"{noun} list -o jsonapi").json["data"]] == ids
    assert len(didww(f"{noun} list").lines) == len(ids) + 1


@pytest.mark.parametrize("noun", GETTABLE)
def test_get_shows_what_list_shows(didww, noun):
    record = didww(f"{noun} list -o json").json[0]
    assert didww(f"{noun} get {record['id']} -o json").json == record
    assert didww(f"{noun} get id:{record['id']} -o ids").lines == [record["id"]]
    assert record["id"] in didww(f"{noun} get {record['id']}").out


@each_type(lambda one: one.noun and one.lookup)
def test_get_by_each_name(didww, resource):
    from didww_cli.jsonapi.documents import Record
    from didww_cli.workflows.reading.references import spoken

    path = resource.lookup[0]
    composed = resource.composed_of(path)
    heads = {part.partition(".")[0] for part in (composed.parts if composed else (path,))} & set(resource.includes)
    include = f"--include {','.join(sorted(heads))}" if heads else ""
    records: list[Record] = didww(f"{resource.noun} list {include} -o json").json
    names = [str(spoken(record, resource, path)) for record in records if spoken(record, resource, path)]
    unique = next(name for name in names if [n.casefold() for n in names].count(name.casefold()) == 1)
    found = didww(f"{resource.noun} get {unique!r} -o json").json
    assert found["id"] in {record["id"] for record in records if str(spoken(record, resource, path)) == unique}, path


@pytest.mark.parametrize("resource", [r for r in RESOURCES if r.noun], ids=lambda r: r.type)
def test_hidden_names_of_the_api_work(didww, resource):
    if resource.type == "balances":
        assert didww("balances -o json").json["balance"] == "1000.00"
        return
    for name in (resource.type, resource.type.replace("_", "-")):
        assert didww(f"{name} list -o json").json[0]["type"] == resource.type


@each_type(lambda one: one.noun and one.includes)
def test_every_include(didww, resource):
    record = didww(f"{resource.noun} list -o json --include {','.join(resource.includes)}").json[0]
    for name in resource.includes:
        linked = record[name]
        for one in linked if isinstance(linked, list) else [linked]:
            assert one is None or len(one) > 2 or one["type"] == "proofs", (name, one)


@each_type(lambda one: one.noun and one.sorts)
def test_every_sort_field(didww, resource):
    for name in resource.sorts:
        up = didww(f"{resource.noun} list -o ids -s {name}").lines
        down = didww(f"{resource.noun} list -o ids -s -{name}").lines
        if resource.type != "available_dids":
            assert sorted(up) == sorted(down)


@each_type(lambda one: one.noun in NOUNS, name="noun")
def test_every_column(didww, resource):
    names = columns_of(resource)
    list_it = f"{resource.noun} list"
    header, *rows = csv.reader(io.StringIO(didww(f"{list_it} -o csv -c {','.join(names)}").out))
    assert header == names
    assert all(len(row) == len(names) for row in rows)


def test_the_line_from_a_user(didww):
    records = didww("dids list --filter area_name=Acapulco -o json --include did_group").json
    assert len(records) == 2
    assert {record["did_group"]["area_name"] for record in records} == {"Acapulco"}


@pytest.mark.parametrize(
    ("filters", "check"),
    [
        ("country.iso=MX", lambda r: r["number"].startswith("52")),
        ("country.iso=mx", lambda r: r["number"].startswith("52")),
        ("country=Mexico", lambda r: r["number"].startswith("52")),
        ("did_group.area_name=London", lambda r: r["number"].startswith("4420")),
        ("voice_in_trunk.name=Headquarters", lambda r: r["voice_in_trunk"]["name"] == "Headquarters"),
        (
            "voice_in_trunk=Headquarters,Duty phone",
            lambda r: r["voice_in_trunk"]["name"] in ("Headquarters", "Duty phone"),
        ),
        ("did_group.country.name=France", lambda r: r["number"].startswith("33")),
        ("number=+1 212 555-0100", lambda r: r["number"] == "12125550100"),
        ("terminated=true", lambda r: r["terminated"] is True),
    ],
)
def test_filters_that_are_looked_up(didww, filters, check):
    records = didww(f"dids list -f '{filters}' -i voice_in_trunk -o json").json
    assert records
    assert all(check(record) for record in records)
    assert len(records) < len(didww("dids list -o ids").lines)


@pytest.mark.parametrize(
    "filters", ["area_name=Atlantis", "voice_in_trunk.name=Nobody", "country.iso=XX", "number=999"]
)
def test_no_match_is_an_empty_list(didww, filters):
    for output, empty in {"json": "[]\n", "jsonl": "", "ids": "", "tsv": "", "csv": "number\n"}.items():
        columns = "-c number" if output == "csv" else ""
        assert didww(f"dids list -f {filters} -o {output} {columns}").out == empty
    assert didww(f"dids list -f {filters} -o jsonapi").json["data"] == []


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("dids list -f area_nam=x", "area_name"),
        ("dids list -f numer=1", "number"),
        ("dids list -f voice_in_trunk.nam=x", "voice_in_trunk.name"),
        ("dids list -f name=x", "voice_in_trunk.name"),
        ("orders list -f status=complete", "completed"),
        ("history list -f action=asigned", "assigned"),
        ("did-groups list -f features=voice", "voice_in"),
        ("dids list -c numbr", "number"),
        ("dids list -c did_group.area", "area_name"),
        ("dids list -s expires", "expires_at"),
        ("dids list -i did_grup", "did_group"),
        ("dids list -i did_group.stock_units", "did_group.stock_keeping_units"),
        ("dids list --filtr x=y", "--filter"),
        ("dids list -o jsom", "json"),
        ("dids lst", "list"),
        ("dds list", "dids"),
        ("dids list -f blocked=maybe", "true or false"),
        ("dids list -f billing_cycles_count=many", "whole number"),
        ("history list -f created_at_gteq=someday", "yesterday"),
        ("dids list -f number", "KEY=VALUE"),
        ("dids list --query '['", "JMESPath"),
        ("schema did", "dids"),
        ("schema trunks inn", "trunks in"),
        ("dids list --api-version 2026-04-17", "2026-04-16"),
        ("dids list --timeout soon", "above 0"),
        ("dids list --environment prod", "production"),
        ("dids get id:", "the id is missing"),
    ],
)
def test_a_wrong_word_is_caught_and_the_nearest_one_named(server, live, line, nearest):
    result = live(line, code=2)
    assert nearest in result.err
    assert server.seen == []
    assert live(f"{line} -o json" if "-o " not in line else line, code=2).out == ""


def test_two_matches_are_both_listed(didww):
    groups = didww("did-groups list -o json").json
    names = [group["area_name"] for group in groups]
    twice = next(name for name in names if names.count(name) > 1)
    result = didww(f"did-groups get {twice!r}", code=4)
    assert all(group["id"] in result.err for group in groups if group["area_name"] == twice)


@pytest.mark.parametrize("ref", ["nobody", "00000000-0000-4000-8000-000000000000", "id:ecs-001"])
def test_not_found(didww, ref):
    error = didww(f"trunks in get {ref} -o json", code=4).error
    assert error["kind"] == "not_found"
    assert ref.removeprefix("id:") in error["message"]


def test_a_name_with_a_comma_is_one_name(didww):
    name = next(r["name"] for r in didww("pops list -o json").json if "," in r["name"])
    assert didww(f"pops get {name!r} -o json").json["name"] == name


def test_several_references_are_an_array_in_their_order(didww):
    found = didww("dids get 442079460000 +1-212-555-0100 -o json").json
    assert [record["number"] for record in found] == ["442079460000", "12125550100"]


def test_columns_ask_for_includes_and_fieldsets_by_themselves(server, live):
    group = {"id": "g", "type": "did_groups", "attributes": {"area_name": "Acapulco"}}
    did = {
        "id": "d",
        "type": "dids",
        "attributes": {"number": "527445550100"},
        "relationships": {"did_group": {"data": {"type": "did_groups", "id": "g"}}},
    }
    server.answer(document([did], included=[group]))
    assert live("dids list -c number,did_group.area_name -o tsv").lines == ["527445550100\tAcapulco"]
    query = server.seen[0].query
    assert query["include"] == "did_group"
    assert query["fields[dids]"] == "number,did_group"
    assert query["fields[did_groups]"] == "area_name"


def test_an_include_beside_columns_stays_whole(server, live):
    server.answer(document([]))
    live("dids list -c number -i order -o json")
    assert server.seen[0].query["fields[dids]"] == "number,order"
    assert server.seen[0].query["include"] == "order"
    assert "fields[orders]" not in server.seen[0].query


def test_without_links_json_asks_for_nothing_more_than_it_was_told(server, live):
    server.answer(document([]))
    live("dids list -o json --no-links")
    assert server.seen[0].query == {"page[size]": "1000"}


def test_relationships_with_cycles(server, live):
    def trunk(name):
        data = {"type": "voice_in_trunk_groups", "id": "g"}
        return {
            "id": name,
            "type": "voice_in_trunks",
            "attributes": {},
            "relationships": {"voice_in_trunk_group": {"data": data}},
        }

    members = [{"type": "voice_in_trunks", "id": name} for name in "ab"]
    group = {"id": "g", "type": "voice_in_trunk_groups", "relationships": {"voice_in_trunks": {"data": members}}}
    server.answer(document([trunk("a"), trunk("b")], included=[group]))
    found = live("trunks in list -o json -i voice_in_trunk_group.voice_in_trunks").json
    inner = found[0]["voice_in_trunk_group"]["voice_in_trunks"]
    assert [one["id"] for one in inner] == ["a", "b"]
    assert inner[0]["voice_in_trunk_group"] == {"id": "g", "type": "voice_in_trunk_groups"}


def test_what_a_server_adds_is_shown_and_what_it_lacks_is_no_failure(server, live):
    odd = {
        "id": "d",
        "type": "dids",
        "attributes": {"number": None, "colour": "red", "blocked": "perhaps", "expires_at": "soon"},
        "relationships": {
            "did_group": {"data": {"type": "new_things", "id": "n"}},
            "order": {"links": {}},
            "owner": {"data": [{"type": "people", "id": "p"}]},
            "identity": {"data": None},
            "odd": "text",
        },
        "meta": {"shade": 3},
    }
    server.answer(document([odd, {"id": "bare", "type": "dids"}], included=[{"type": "new_things", "id": "n"}]))
    found = live("dids list -o json").json
    assert found[0] == {
        "id": "d",
        "type": "dids",
        "number": None,
        "colour": "red",
        "blocked": "perhaps",
        "expires_at": "soon",
        "did_group": {"id": "n", "type": "new_things"},
        "owner": [{"id": "p", "type": "people"}],
        "identity": None,
        "meta": {"shade": 3},
    }
    assert found[1] == {"id": "bare", "type": "dids"}
    for output in ("table", "csv", "tsv", "jsonl", "jsonapi", "ids"):
        live(f"dids list -o {output}")
    server.answers[:] = [document(odd)]
    for output in ("table", "json", "csv"):
        assert live(f"dids get id:d -o {output}").out


def test_a_look_up_with_many_matches_is_sent_in_several_requests(server, live):
    groups = [{"id": f"g{at}", "type": "did_groups", "attributes": {}} for at in range(250)]

    def answer(seen):
        if seen.path == "/v3/did_groups":
            return document(groups, meta={"total_records": 250})
        wanted = seen.query["filter[did_group.id]"].split(",")
        assert len(wanted) <= 100
        found = [{"id": f"d-{name}", "type": "dids", "attributes": {"number": name}} for name in wanted]
        return document(found, meta={"total_records": len(found)})

    server.answer(answer)
    assert live("dids list -f area_name=Everywhere -o ids").lines == [f"d-g{at}" for at in range(250)]
    result = live("dids list -f area_name=Everywhere -o ids -n 120")
    assert len(result.lines) == 120


def test_query_picks(didww):
    assert didww("dids list --query '[0].number'").json == "12125550100"
    assert didww("dids list -o jsonl --query number -n 2").lines == ['"12125550100"', '"12125550101"']
    didww("dids list -o csv --query number", code=2)


def test_times_in_filters(didww, server, live):
    server.answer(document([]))
    live("history list -f created_at_gteq=2026-10-01T12:00:00+02:00 -f created_at_lteq=2026-11-01 -o ids")
    assert server.seen[0].query["filter[created_at_gteq]"] == "2026-10-01T10:00:00Z"
    assert server.seen[0].query["filter[created_at_lteq]"] == "2026-11-01T00:00:00Z"


def test_options_before_and_after_the_nouns(didww):
    expected = didww("dids list -o ids").lines
    for line in ("-o ids dids list", "dids -o ids list", "--output=json dids list -o ids", "-oids dids list"):
        assert didww(line).lines == expected


def test_quiet_leaves_out_notices(didww):
    assert "1 of" in didww("dids list -n 1 -o ids").err
    assert didww("dids list -n 1 -o ids -q").err == ""


def test_types_without_a_noun_have_no_command(didww):
    assert BY_TYPE["stock_keeping_units"].noun == ""
    didww("stock-keeping-units list", code=2)


def test_many_matches_in_order(server, live):
    groups = [{"id": f"g{at}", "type": "did_groups", "attributes": {}} for at in range(150)]

    def answer(seen):
        if seen.path == "/v3/did_groups":
            return document(groups, meta={"total_records": 150})
        names = seen.query["filter[did_group.id]"].split(",")
        return document(
            [{"id": name, "type": "dids", "attributes": {"number": f"{900 - int(name[1:])}"}} for name in names]
        )

    server.answer(answer)
    numbers = live("dids list -f area_name=X -s number -o tsv -c number -n 3").lines
    assert numbers == ["751", "752", "753"]
    assert live("dids list -f area_name=X -s -number -o tsv -c number -n 2").lines == ["900", "899"]


def test_what_is_included_is_shown_in_tables_too(didww):
    header, *rows = didww("did-groups list --include stock_keeping_units").lines
    assert "STOCK KEEPING UNITS" in header
    assert any("0.5, 1.5" in row for row in rows)
    found = csv.DictReader(io.StringIO(didww("dids list -o csv -i order,did_group").out))
    assert {row["order"] for row in found} >= {"ABK-100001"}


def test_the_nearest_name_is_told(didww):
    assert (
        "There is no inbound trunk 'headquarter'. Did you mean Headquarters?"
        in didww("trunks in get headquarter", code=4).err
    )
    told = didww("dids update 12125550100 --voice-in-trunk headquarters", code=4).err
    assert "There is no inbound trunk 'headquarters'. Did you mean Headquarters?" in told
    assert "There is no DID '1212555010'. Did you mean 1212555010" in didww("dids get 1212555010", code=4).err
    told = didww("emergency requirements get 'United States'", code=4).err
    assert "There is no emergency requirement 'United States'. Did you mean United States" in told
    assert "Did you mean" not in didww("trunks in get zzzzzz", code=4).err
