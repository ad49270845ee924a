"""A resource that only the catalog tells of is there in every command, in every format, and in the emulated account."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from didww_cli.catalog.model import (
    BOOLEAN,
    BOTH,
    CREATE,
    DIGITS,
    UPDATE,
    URL,
    Attribute,
    Composed,
    Ends,
    Reckoned,
    Resource,
)
from tests.conftest import document, run_line
from tests.made_up.conftest import PAGERS


def names(result):
    return [record["name"] for record in result.json]


def test_list_filters_sorts_and_columns(pagers):
    assert names(pagers("pagers list --sort -volume -o json")) == ["Bert", "Anna"]
    assert names(pagers("pagers list --filter colour=red -o json")) == ["Anna"]
    assert names(pagers("pagers list --filter country.iso=us -o json")) == ["Anna"]
    assert names(pagers("pagers list --filter country='United States' -o json")) == ["Anna"]
    assert pagers("pagers list -c name,country.iso --sort name -o csv").lines == [
        "name,country.iso",
        "Anna,US",
        "Bert,",
    ]
    assert "Did you mean colour?" in pagers("pagers list --filter color=red", code=2).err


def test_get_by_name_with_what_it_is_linked_to(pagers):
    found = pagers("pagers get Anna --include country -o json").json
    assert (found["type"], found["volume"], found["words"]) == ("toy_pagers", 3, ["hello", "bye"])
    assert found["country"]["iso"] == "US"
    assert pagers(f"pagers get {found['id']} -o json").json["name"] == "Anna"
    assert pagers("pagers get Carl", code=4).err.startswith("Error: There is no pager 'Carl'.")


@pytest.mark.parametrize("alias", ["toy-pagers", "toy_pagers"])
def test_its_type_is_a_name_of_it_too(pagers, alias):
    assert names(pagers(f"{alias} list --sort name -o json")) == ["Anna", "Bert"]


def test_every_format(pagers):
    identifiers = [record["id"] for record in pagers("pagers list --sort name -o json").json]
    assert pagers("pagers list --sort name -o ids").lines == identifiers
    assert [json.loads(line)["name"] for line in pagers("pagers list --sort name -o jsonl").lines] == ["Anna", "Bert"]
    assert [one["type"] for one in pagers("pagers list -o jsonapi").json["data"]] == ["toy_pagers"] * 2
    rows = list(csv.DictReader(io.StringIO(pagers("pagers list --sort name -o csv").out)))
    assert [row["colour"] for row in rows] == ["red", ""]
    assert pagers("pagers list --sort name -o tsv").lines[0].split("\t")[:4] == ["Anna", "red", "3", "United States"]
    table = pagers("pagers list --sort name").lines
    assert table[0].split()[:2] == ["NAME", "COLOUR"]
    assert "Anna" in table[1]
    assert "United States" in table[1]
    detail = pagers("pagers get Anna").out
    assert "1234" not in detail
    assert "1234" in pagers("pagers get Anna --show-secrets").out


def test_update_sends_what_differs(pagers):
    line = "pagers update Anna --volume 3 --silent --colour blue"
    sent = pagers(f"{line} --dry-run -o json").json
    assert (sent["method"], sent["body"]["data"]["attributes"]) == ("PATCH", {"colour": "blue", "silent": True})
    assert names(pagers("pagers list --filter colour=blue -o json")) == []
    assert "colour: red → blue" in pagers(line).err
    assert names(pagers("pagers list --filter colour=blue -o json")) == ["Anna"]
    pagers("pagers update Anna --country none --unset colour")
    assert pagers("pagers list --filter name=Anna -c colour,country.iso,silent -o csv").lines[1:] == [",,true"]


def test_wrong_values_are_refused_before_anything_is_sent(pagers):
    assert "--volume must be between 0 and 9, not 10." in pagers("pagers create --name X --volume 10", code=2).err
    assert "--colour cannot be 'green'." in pagers("pagers create --name X --colour green", code=2).err
    assert "To create a pager, --name must be given." in pagers("pagers create --volume 1", code=2).err


def test_delete_asks(pagers):
    assert "Delete pager Anna?" in pagers("pagers delete Anna", code=9).err
    assert "Deleted pager Anna." in pagers("pagers delete Anna --yes").err
    assert names(pagers("pagers list -o json")) == ["Bert"]


def test_in_bulk(pagers, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("name,volume,country.iso\nCarl,1,DE\nDora,2,US\n")
    plan = pagers(f"pagers create --input {rows} --dry-run -o json").json
    assert [one["body"]["data"]["attributes"]["name"] for one in plan] == ["Carl", "Dora"]
    pagers(f"pagers create --input {rows} --yes")
    rows.write_text("ref,volume\nCarl,8\nDora,9\n")
    pagers(f"pagers update --input {rows} --yes")
    found = pagers("pagers list --sort name -c name,volume,country.iso -o csv").lines[3:]
    assert found == ["Carl,8,DE", "Dora,9,US"]
    pagers("pagers delete --filter country.iso=DE --yes")
    assert names(pagers("pagers list --sort name -o json")) == ["Anna", "Bert", "Dora"]


def test_help_and_schema(pagers):
    assert "Pagers that beep." in pagers("--help").out
    said = pagers("pagers create --help").out
    assert "--volume" in said
    assert "--silent" not in said
    schema = pagers("schema pagers -o json").json
    assert schema["attributes"]["colour"]["enum"] == ["red", "blue", None]
    assert schema["operations"] == list(PAGERS.operations)
    assert schema in pagers("schema -o json").json
    assert "    toy_pagers }o--o| countries : country" in pagers("schema --diagram").lines


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion(pagers, shell):
    script = pagers(f"completion {shell}").out
    assert "pagers" in script
    assert "--volume" in script
    assert "toy_pagers" in script
    assert "colour=red" in script


def test_the_raw_request(pagers):
    assert [one["attributes"]["name"] for one in pagers("api GET /toy_pagers?sort=name").json["data"]] == [
        "Anna",
        "Bert",
    ]


def test_in_a_family_and_deleted_under_another_word(put, didww):
    put(replace(PAGERS, noun="trunks pagers", delete_means="scrap"))
    didww("trunks pagers create --name Anna -q")
    assert "pagers" in didww("trunks --help").out
    assert "Scraped pager Anna." in didww("trunks pagers scrap Anna --yes").err
    assert didww("trunks pagers list -o json").json == []


def test_what_there_is_just_one_of(put, live, server):
    belfry = Resource(
        type="belfries",
        noun="belfry",
        singular="belfry",
        help="Where the bell hangs.",
        panel="Voice",
        attributes=(Attribute("bell"),),
        operations=("get",),
        singleton=True,
        path="/belfry",
    )
    put(belfry)
    server.answer(document({"type": "belfries", "id": "1", "attributes": {"bell": "Pummerin"}}))
    assert live("belfry -o json").json["bell"] == "Pummerin"
    assert (server.seen[0].method, server.seen[0].path) == ("GET", "/v3/belfry")


def test_what_needs_no_key_is_asked_without_one(put, live, server):
    put(replace(PAGERS, api_key=False))
    server.answer(document([]))
    for line in ("pagers list", "api GET /toy_pagers"):
        live(line)
    assert [seen.path for seen in server.seen] == ["/v3/toy_pagers"] * 2
    assert not any("Api-Key" in seen.headers for seen in server.seen)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"noun": "dids"}, "the noun 'dids' is taken"),
        ({"noun": "trunks"}, "the noun 'trunks' is taken"),
        ({"noun": "radio pagers"}, "there is no family 'radio'"),
        ({"panel": ""}, "the panel '' is none of Numbers, Voice"),
        ({"noun": "emergency pagers"}, "the panel 'Voice' is none of Emergency"),
        ({"type": "dids"}, "the type dids is there"),
        ({"path": "/dids"}, "the path /dids is taken"),
        ({"operations": ("list", "ring")}, "it has an unknown operation"),
        ({"operations": ("create",)}, "it has a noun, but cannot be read"),
        ({"singleton": True}, "there is just one of it, which can only be read"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_has_no_place_is_refused(put, wrong, says):
    resource = replace(PAGERS, **wrong)
    with pytest.raises(ValueError, match=f"The catalog has no place for {resource.type}: {says}"):
        put(resource)


def test_a_noun_that_is_the_word_of_a_tool_ends_every_run(put):
    put(replace(PAGERS, noun="webhook"))
    result = run_line("--help")
    assert result.code == 1
    assert "Nouns of the catalog are words of tools: webhook." in result.err


REVIEWED = replace(
    PAGERS,
    attributes=(
        *PAGERS.attributes,
        Attribute("status", enum=("waiting", "good", "bad")),
        Attribute("maker", writable=CREATE),
        Attribute("site", writable=BOTH, form=URL),
        Attribute("frequency", writable=BOTH, option="hz", form=DIGITS),
        Attribute("retired", BOOLEAN, writable=UPDATE, cancels=True),
    ),
    composed=(Composed("label", ("maker", "frequency"), "/", DIGITS),),
    lookup=("label",),
    ends=Ends("good", ("bad",)),
)


def pager(**attributes):
    return {"type": "toy_pagers", "id": "p1", "attributes": attributes}


@pytest.mark.parametrize(("end", "code"), [("good", 0), ("bad", 10)])
def test_how_waiting_ends(put, live, server, end, code):
    put(REVIEWED)
    server.answer(*(document(pager(name="Anna", status=status)) for status in ("waiting", "waiting", end)))
    result = live("pagers create --name Anna --wait -o json", code=code)
    assert result.json["status"] == end
    assert [(seen.method, seen.path) for seen in server.seen] == [
        ("POST", "/v3/toy_pagers"),
        ("GET", "/v3/toy_pagers/p1"),
        ("GET", "/v3/toy_pagers/p1"),
    ]
    assert ("The pager Anna is bad, not good" in result.err) == (end == "bad")


@pytest.mark.parametrize(("end", "code"), [("good", 0), ("bad", 10), ("waiting", 11)])
def test_the_verb_that_waits(put, live, server, end, code):
    put(REVIEWED)
    server.answer(*(document(pager(name="Anna", status=status)) for status in ("waiting", end)))
    result = live("pagers wait id:p1 --wait-timeout 1 -o json", code=code)
    assert result.json["status"] == end
    assert {(seen.method, seen.path) for seen in server.seen} == {("GET", "/v3/toy_pagers/p1")}


def test_what_needs_no_review_is_not_waited_for(pagers):
    assert "No such option: --wait" in pagers("pagers create --name X --wait", code=2).err
    assert "No such command" in pagers("pagers wait X", code=2).err


def test_how_a_value_is_written_and_what_its_option_is_called(put, live, server):
    put(REVIEWED)
    server.answer(document(pager(name="Anna")))
    sent = live("pagers create --name A --hz 446 --site https://example.com --dry-run -o json").json
    assert sent["body"]["data"]["attributes"] == {"name": "A", "frequency": "446", "site": "https://example.com"}
    assert "--site is a URL such as" in live("pagers create --name A --site example", code=2).err


def test_a_name_made_of_several_attributes(put, live, server):
    put(REVIEWED)
    second = {**pager(maker="1555", frequency="447"), "id": "p2"}
    server.answer(document([pager(maker="1555", frequency="446"), second]), document(second))
    assert live("pagers get '+1 555/447' -o ids", code=0).lines == ["p2"]
    assert [seen.path for seen in server.seen] == ["/v3/toy_pagers", "/v3/toy_pagers/p2"]


def test_a_column_made_of_attributes(put, didww):
    put(
        replace(
            PAGERS, reckoned=(Reckoned("noise", ("volume", "volume"), "Loudness squared."),), columns=("name", "noise")
        )
    )
    didww("pagers create --name Anna --volume 3 -q")
    didww("pagers create --name Bert -q")
    assert didww("pagers list -o csv --no-links").lines == ["name,noise", "Anna,9.00", "Bert,"]
    assert ["noise", "9.00"] in [line.split() for line in didww("pagers get Anna").lines]
    assert didww("pagers get Anna -o json -c noise").json["noise"] == "9.00"
    assert "noise" not in didww("pagers get Anna -o json").json
