"""Lists and single resources: filters, order, pages, includes, sparse fieldsets, and what is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.versions import SPOKEN, types_at
from didww_cli.emulator.reading import DRAW
from didww_cli.emulator.seed.public import PUBLIC_IDS
from tests.spoken import NEW, OLD

from .conftest import Api, start


def numbers(dids: list[Any]) -> set[str]:
    return {did["attributes"]["number"] for did in dids}


def test_one_resource_as_the_server_writes_it(api: Api) -> None:
    mexico = api.one("/countries", iso="MX")
    prefix = f"https://demo.didww.example/v3/countries/{mexico['id']}"
    assert api.get(f"/countries/{mexico['id']}").document == {
        "data": {
            "id": mexico["id"],
            "type": "countries",
            "attributes": {"name": "Mexico", "prefix": "52", "iso": "MX"},
            "relationships": {
                "regions": {"links": {"self": f"{prefix}/relationships/regions", "related": f"{prefix}/regions"}}
            },
        },
        "meta": {"api_version": "2026-04-16"},
    }


def test_pages_are_linked_and_lead_through_all(api: Api) -> None:
    first = api.get("/cities", {"page[size]": "8", "sort": "name", "filter[is_available]": "true"}).document
    assert first["links"] == {
        "first": f"{CITIES}&page%5Bnumber%5D=1&page%5Bsize%5D=8&sort=name",
        "next": f"{CITIES}&page%5Bnumber%5D=2&page%5Bsize%5D=8&sort=name",
        "last": f"{CITIES}&page%5Bnumber%5D=3&page%5Bsize%5D=8&sort=name",
    }
    found, document = list(first["data"]), first
    while "next" in document["links"]:
        query = dict(parse_qsl(urlsplit(document["links"]["next"]).query))
        document = api.get("/cities", query).document
        found += document["data"]
    names = [city["attributes"]["name"] for city in found]
    assert names == sorted(names)
    assert len(names) == first["meta"]["total_records"] == 19
    assert set(document["links"]) == {"first", "prev", "last"}


CITIES = "https://demo.didww.example/v3/cities?filter%5Bis_available%5D=true"


def test_a_page_behind_the_last_is_empty(api: Api) -> None:
    document = api.get("/dids", {"page[number]": "9"}).document
    assert document["data"] == []
    assert document["meta"]["total_records"] == 21


@pytest.mark.parametrize(
    ("path", "filters", "count"),
    [
        ("/dids", {"number": "12125550100,442079460000"}, 2),
        ("/dids", {"terminated": "true"}, 1),
        ("/dids", {"pending_removal": "true"}, 2),
        ("/dids", {"billing_cycles_count": "0"}, 2),
        ("/dids", {"billing_cycles_count": ""}, 18),
        ("/dids", {"description": ""}, 4),
        ("/dids", {"voice_in_trunk__id": ""}, 16),
        ("/dids", {"order__reference": "ABK-100007"}, 3),
        ("/dids", {"did_group__features": "emergency"}, 9),
        ("/dids", {"emergency_enabled": "true"}, 3),
        ("/countries", {"name": "mexico,SPAIN"}, 2),
        ("/countries", {"name": "Mex"}, 0),
        ("/countries", {"is_available": "false"}, 6),
        ("/cities", {"name": "acapulco"}, 1),
        ("/did_groups", {"area_name": "ACAPULCO"}, 1),
        ("/did_groups", {"needs_registration": "true"}, 8),
        ("/did_groups", {"meta__total_count_gteq": "9998"}, 6),
        ("/did_groups", {"nanpa_prefix__npanxx": "212555"}, 1),
        ("/did_groups", {"features": "sms_in,emergency"}, 10),
        ("/nanpa_prefixes", {"npanxx": "212555,202555"}, 2),
        ("/nanpa_prefixes", {"did_group__features": "emergency", "did_group__is_available": "true"}, 7),
        ("/identities", {"last_name_contains": "LVAR"}, 1),
        ("/identities", {"birth_date": "1985-04-12"}, 1),
        ("/addresses", {"identity__external_reference_id": "identity-jane"}, 1),
        ("/address_verifications", {"reference_in": "ADV-200001,ADV-200003"}, 2),
        ("/orders", {"status": "pending,canceled"}, 2),
        ("/orders", {"created_at_gteq": "2026-11-01", "created_at_lteq": "2026-11-09T00:00:00Z"}, 2),
        ("/did_history", {"action": "assigned"}, 22),
        ("/did_history", {"created_at_gteq": "2026-11-20T00:00:00Z"}, 1),
        ("/voice_in_trunks", {"configuration__type": "pstn_configurations"}, 2),
        ("/voice_out_trunks", {"authentication_method__type": "twilio"}, 1),
        ("/voice_out_trunks", {"name_contains": "outbound"}, 2),
        ("/capacity_pools", {"has_unassigned_channels": "true"}, 2),
        ("/supporting_document_templates", {"name_contains": "france"}, 1),
        ("/proof_types", {"entity_type": "Address,Porting"}, 5),
        ("/available_dids", {"number_contains": "527445"}, 2),
    ],
)
def test_a_filter_finds(api: Api, path: str, filters: dict[str, str], count: int) -> None:
    assert len(api.list(path, **filters)) == count


@pytest.mark.parametrize(
    ("path", "name", "through"),
    [
        ("/dids", "country.id", "/countries"),
        ("/dids", "region.id", "/regions"),
        ("/dids", "city.id", "/cities"),
        ("/dids", "did_group.id", "/did_groups"),
        ("/dids", "trunk.id", "/voice_in_trunks"),
        ("/dids", "trunk_group.id", "/voice_in_trunk_groups"),
        ("/dids", "voice_in_trunk.id", "/voice_in_trunks"),
        ("/dids", "order.id", "/orders"),
        ("/dids", "capacity_pool.id", "/capacity_pools"),
        ("/dids", "shared_capacity_group.id", "/shared_capacity_groups"),
        ("/dids", "address_verification.id", "/address_verifications"),
        ("/dids", "emergency_calling_service.id", "/emergency_calling_services"),
        ("/available_dids", "did_group_type.id", "/did_group_types"),
        ("/emergency_calling_services", "identity.id", "/identities"),
        ("/emergency_calling_services", "address.id", "/addresses"),
        ("/address_verifications", "address.identity.id", "/identities"),
        ("/capacity_pools", "country.id", "/countries"),
        ("/voice_out_trunks", "default_did.id", "/dids"),
        ("/did_groups", "nanpa_prefix.id", "/nanpa_prefixes"),
    ],
)
def test_a_filter_by_related_id(api: Api, path: str, name: str, through: str) -> None:
    """Each related resource finds a part; those of all find no more than there are; a stranger finds nothing."""
    everything = {record["id"] for record in api.get(path).data}
    ids = [record["id"] for record in api.get(through, {"page[size]": "1000"} if through in PAGED else {}).data]
    parts = [{record["id"] for record in api.get(path, {f"filter[{name}]": identifier}).data} for identifier in ids]
    assert any(parts)
    if path != "/available_dids":
        assert all(part <= everything for part in parts)
        together = {record["id"] for record in api.get(path, {f"filter[{name}]": ",".join(ids)}).data}
        assert together == set().union(*parts)
    assert api.get(path, {f"filter[{name}]": "0" * 8}).data == []


PAGED = {resource.path for resource in RESOURCES if resource.paginated}
LISTED = [
    (version, resource, known)
    for version in SPOKEN
    for resource in types_at(version)
    if "list" in resource.operations
    for known in resource.filters
]


@pytest.mark.parametrize(
    ("version", "resource", "known"), LISTED, ids=[f"{r.type} {f.name} {version}" for version, r, f in LISTED]
)
def test_every_filter_of_the_catalog_is_taken(api: Api, version: str, resource: Any, known: Any) -> None:
    api = api.speaking(version)
    value = {"boolean": "true", "integer": "1", "datetime": "2026-11-01", "date": "2000-01-01"}.get(known.kind, "1234")
    answer = api.get(resource.path, {f"filter[{known.name}]": known.enum[0] if known.enum else value})
    assert answer.status == 200, answer.reply.body


SORTED = [(version, resource, name) for version in SPOKEN for resource in types_at(version) for name in resource.sorts]


@pytest.mark.parametrize(
    ("version", "resource", "name"), SORTED, ids=[f"{r.type} {name} {version}" for version, r, name in SORTED]
)
def test_every_sort_of_the_catalog_turns_round(api: Api, version: str, resource: Any, name: str) -> None:
    api = api.speaking(version)
    up = [record["id"] for record in api.get(resource.path, {"sort": f"{name},"}).data]
    down = [record["id"] for record in api.get(resource.path, {"sort": f"-{name}"}).data]
    if resource.type == "available_dids":
        assert len(up) == len(down) == DRAW
    else:
        assert sorted(up) == sorted(down)
        assert api.get(resource.path, {"sort": name}).data[0]["id"] == up[0]


def test_sorting_by_several_fields_with_nulls_last(api: Api) -> None:
    dids = api.get("/dids", {"sort": "billing_cycles_count,-number"}).data
    found = [(did["attributes"]["billing_cycles_count"], did["attributes"]["number"]) for did in dids]
    assert [cycles for cycles, _ in found] == [0, 0, 5] + [None] * 18
    assert found[0][1] > found[1][1]
    unlimited = [number for cycles, number in found if cycles is None]
    assert unlimited == sorted(unlimited, reverse=True)


def test_amounts_are_sorted_as_numbers(api: Api) -> None:
    amounts = [float(order["attributes"]["amount"]) for order in api.get("/orders", {"sort": "amount"}).data]
    assert amounts == sorted(amounts)
    assert amounts[-1] > 100


def test_history_begins_with_the_latest(api: Api) -> None:
    moments = [entry["attributes"]["created_at"] for entry in api.list("/did_history")]
    assert moments == sorted(moments, reverse=True)


def test_history_tells_what_changed(api: Api) -> None:
    changed = api.list("/did_history", action="billing_cycles_count_changed", did_number="448081570000")
    assert [entry["meta"] for entry in changed] == [{"from": "3", "to": "5"}, {"from": "empty", "to": "3"}]
    assert all("meta" not in entry for entry in api.list("/did_history", action="assigned"))


def test_history_forgets_after_90_days(api: Api) -> None:
    api.clock.forward(days=80)
    assert {entry["attributes"]["did_number"] for entry in api.list("/did_history")} == {"441614960000", "46846500400"}


def test_includes_are_nested_and_come_once(api: Api) -> None:
    query = {"filter[number]": "12125550100,12125550101", "include": "did_group.country,did_group.stock_keeping_units"}
    document = api.get("/dids", query).document
    found = [resource["type"] for resource in document["included"]]
    assert sorted(found) == ["countries", "did_groups", "stock_keeping_units", "stock_keeping_units"]
    group = next(resource for resource in document["included"] if resource["type"] == "did_groups")
    assert group["relationships"]["country"]["data"]["type"] == "countries"
    assert "data" not in group["relationships"]["city"]
    assert "data" not in document["data"][0]["relationships"]["order"]


def test_an_include_may_lead_back(api: Api) -> None:
    document = api.get("/regions", {"filter[name]": "Guerrero", "include": "country.regions.country"}).document
    mine = document["data"][0]
    found = [(resource["type"], resource["attributes"]["name"]) for resource in document["included"]]
    assert sorted(found) == [("countries", "Mexico"), ("regions", "Ciudad de México")]
    country = next(resource for resource in document["included"] if resource["type"] == "countries")
    assert {"type": "regions", "id": mine["id"]} in country["relationships"]["regions"]["data"]


def test_an_empty_relationship_is_null_or_empty(api: Api) -> None:
    did = api.get("/dids", {"filter[number]": "525555550100", "include": "voice_in_trunk"}).document
    assert did["data"][0]["relationships"]["voice_in_trunk"]["data"] is None
    assert did["included"] == []
    group = api.create("voice_in_trunk_groups", {"name": "Empty"}).data
    found = api.get(f"/voice_in_trunk_groups/{group['id']}", {"include": "voice_in_trunks"}).data
    assert found["relationships"]["voice_in_trunks"]["data"] == []


def test_relationships_that_follow_from_others(api: Api) -> None:
    query = {"filter[number]": "493023125000", "include": "identity"}
    assert api.get("/dids", query).document["included"][0]["attributes"]["company_name"] == "Example Trading GmbH"
    query = {"filter[number]": "12125550100", "include": "emergency_verification"}
    assert api.get("/dids", query).document["included"][0]["attributes"]["status"] == "approved"


def test_a_polymorphic_include(api: Api) -> None:
    document = api.get("/proofs", {"include": "entity"}).document
    assert sorted({resource["type"] for resource in document["included"]}) == ["addresses", "identities"]


def test_sparse_fieldsets(api: Api) -> None:
    query = {"include": "did_group", "fields[dids]": "number,did_group", "fields[did_groups]": "area_name"}
    document = api.get("/dids", query).document
    assert all(did["attributes"].keys() == {"number"} for did in document["data"])
    assert all(did["relationships"].keys() == {"did_group"} for did in document["data"])
    assert all(group["attributes"].keys() == {"area_name"} for group in document["included"])
    assert all("relationships" not in group for group in document["included"])


def test_available_dids_are_drawn_anew(api: Api) -> None:
    draws = [tuple(record["id"] for record in api.list("/available_dids")) for _ in range(5)]
    assert {len(draw) for draw in draws} == {DRAW}
    assert len(set(draws)) > 1


@pytest.mark.parametrize("path", ["/countries", "/regions", "/pops", "/public_keys", "/proof_types"])
def test_lists_without_pages_ignore_what_is_asked_of_pages(api: Api, path: str) -> None:
    whole = api.get(path).document
    assert api.get(path, {"page[number]": "1", "page[size]": "1"}).document == whole
    assert api.get(path, {"page[number]": "9", "page[size]": "5000"}).document == whole


def test_available_dids_ignore_it_too(api: Api) -> None:
    whole = api.list("/available_dids", number_contains="1212")
    asked = {"page[number]": "1", "page[size]": "1", "filter[number_contains]": "1212"}
    assert len(whole) == 5
    assert {record["id"] for record in api.get("/available_dids", asked).data} == {record["id"] for record in whole}


@pytest.mark.parametrize(
    ("path", "attributes"),
    [
        ("/countries/1f6fc2bd-f081-4202-9b1a-d9cb88d942b9", {"iso": "US", "name": "United States", "prefix": "1"}),
        ("/countries/7eda11bb-0e66-4146-98e7-57a5281f56c8", {"iso": "GB"}),
        ("/regions/8ce33ee2-73da-4baa-85a0-cd607d0e9733", {"name": "Alberta"}),
        ("/areas/9fcc7390-84a2-47f1-a900-0558cdcb6ce3", {"name": "Tuscany"}),
        ("/cities/cdf449bc-e3fb-42cc-bf31-b88f91e40de4", {"name": "London"}),
        ("/did_group_types/96462614-64cf-4898-a434-4e03f8d7f6ab", {"name": "Toll-free"}),
        ("/did_groups/fc271bcc-1f9c-4c19-8174-28b7c55a208a", {"area_name": "London"}),
        ("/nanpa_prefixes/1d968dcf-8ee7-40fa-8073-cdbc027bc3b3", {"npa": "201", "nxx": "221"}),
        ("/capacity_pools/b8db1d7c-f415-4530-a340-c774bcc1c55f", {"name": "Extended"}),
        ("/supporting_document_templates/c8e004b0-87ec-4987-b4fb-ee89db099f0e", {"name": "Generic LOI"}),
        ("/address_requirements/229310cf-21c1-41f0-9cfb-c4ea133304d5", {"address_area_level": "city"}),
    ],
)
def test_reference_data_has_the_ids_that_didww_shows(api: Api, path: str, attributes: dict[str, str]) -> None:
    found = api.get(path).data["attributes"]
    assert {name: found[name] for name in attributes} == attributes


def test_the_lists_hold_them_too(api: Api) -> None:
    pops = {record["attributes"]["name"]: record["id"] for record in api.list("/pops")}
    assert pops["US, NY"] == "cb5ea690-e3a3-4781-a4f3-3bd0123284dd"
    kinds = {record["attributes"]["name"]: record["id"] for record in api.list("/proof_types", entity_type="Address")}
    assert kinds["Utility Bill"] == "ab1fb565-ac55-4c73-bc55-64dc61e70169"


def test_no_public_id_is_left_unused(api: Api) -> None:
    with api.emulator._store.session() as state:
        missing = [key for key, identifier in PUBLIC_IDS.items() if state.get(key[0], identifier) is None]
    assert missing == []


@pytest.mark.parametrize(("version", "iso"), [(OLD, "CA"), (NEW, "US-CA")])
def test_the_code_of_a_region_names_its_country_since_the_newest_version(version: str, iso: str) -> None:
    api = start().speaking(version)
    assert [one["attributes"]["iso"] for one in api.list("/regions", name="California")] == [iso]
    found = [[one["attributes"]["name"] for one in api.list("/regions", iso=code)] for code in ("CA", "US-CA")]
    assert found == ([["California"], []] if version == OLD else [[], ["California"]])


@pytest.mark.parametrize(("version", "count", "types"), [(OLD, None, 1), (NEW, 0, 0)])
def test_what_went_is_not_shown(version: str, count: int | None, types: int) -> None:
    api = start().speaking(version)
    group = api.one("/shared_capacity_groups", name="Washington office")
    assert group["attributes"]["metered_channels_count"] == count
    assert sum(one["attributes"]["entity_type"] == "Porting" for one in api.list("/proof_types")) == types
    order = api.one("/orders")
    assert api.update(order, {"external_reference_id": None}).status == (422 if version == OLD else 200)
    assert api.update(group, {"metered_channels_count": None}).status == (200 if version == OLD else 422)


def test_what_is_counted_beside_lists_of_numbers_on_sale(api: Api) -> None:
    """As DIDWW's recorded answers have it: how many fit, of which a draw is shown; how many may still be reserved."""
    on_sale = api.get("/available_dids").document
    assert on_sale["meta"]["total_count"] > len(on_sale["data"]) == 20
    assert "total_records" not in on_sale["meta"]
    before = api.get("/did_reservations").document["meta"]
    made = api.create("did_reservations", relationships={"available_did": on_sale["data"][0]})
    assert "available_count" not in made.document["meta"]
    assert api.get("/did_reservations").document["meta"]["available_count"] == before["available_count"] - 1
    one = api.get(f"/did_reservations/{made.data['id']}").document["meta"]
    assert one["available_count"] == 10 - before["total_records"] - 1
