"""Checks documents of the emulator against the catalog: exactly its members, of its kinds."""

from __future__ import annotations

import re
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Attribute, Kind, Relationship, Resource
from didww_cli.catalog.versions import at

BASE = "https://demo.didww.example/v3"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATETIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
# meta that not every resource of the type carries
SOMETIMES = {"did_history", "sms_trunks"}
# answers about something else, without content of their own
BARE = {
    "address_requirement_validations",
    "emergency_requirement_validations",
    "voice_out_trunk_regenerate_credentials",
    "sms_trunk_regenerate_credentials",
}


def check_document(document: Any, type_: str, version: str, *, many: bool, paginated: bool = False) -> None:
    assert document["meta"]["api_version"] == version
    if many:
        assert isinstance(document["data"], list)
        assert ("links" in document) == paginated
        assert ("total_records" in document["meta"]) == paginated
    resources = document["data"] if many else [document["data"]]
    for resource in resources:
        assert resource["type"] == type_
        check_resource(resource, version)
    check_included(document, resources, version)


def check_included(document: Any, primary: list[Any], version: str) -> None:
    included = document.get("included", [])
    for resource in included:
        check_resource(resource, version)
    keys = [(resource["type"], resource["id"]) for resource in [*primary, *included]]
    assert len(keys) == len(set(keys))
    for linked in (link for resource in [*primary, *included] for link in linkages(resource)):
        assert (linked["type"], linked["id"]) in keys


def linkages(resource: Any) -> list[Any]:
    found = []
    for relationship in resource.get("relationships", {}).values():
        data = relationship.get("data") or []
        found += data if isinstance(data, list) else [data]
    return found


def check_resource(resource: Any, version: str) -> None:
    known = at(BY_TYPE[resource["type"]], version)
    assert UUID.fullmatch(resource["id"]), resource["id"]
    assert resource.keys() <= {"id", "type", "attributes", "relationships", "meta"}
    if known.type in BARE:
        assert resource.keys() == {"id", "type"}
        return
    check_members(tuple(a for a in known.attributes if a.readable), resource.get("attributes", {}), known.type)
    check_relationships(known, resource)
    check_meta(known, resource)


def check_members(known: tuple[Attribute, ...], held: dict[str, Any], where: str) -> None:
    assert held.keys() == {attribute.name for attribute in known}, where
    for attribute in known:
        check_value(attribute, held[attribute.name], f"{where}.{attribute.name}")


def check_value(known: Attribute, value: Any, where: str) -> None:
    if value is None:
        assert known.nullable, f"{where} is null"
        return
    CHECKS[known.kind](known, value, where)
    for item in value if isinstance(value, list) else [value]:
        assert not known.enum or item in known.enum, f"{where}: {item}"


def check_variant(known: Attribute, value: Any, where: str) -> None:
    shape = next(variant for variant in known.variants if variant.type == value["type"])
    assert value.keys() == {"type", "attributes"}
    readable = tuple(a for a in shape.attributes if a.readable)
    held = value["attributes"]
    if known.kind == Kind.VARIANTS:
        readable = tuple(a for a in readable if a.name in held or a.name not in ("setup_price", "monthly_price"))
    check_members(readable, held, f"{where}[{shape.type}]")


def check_variants(known: Attribute, value: Any, where: str) -> None:
    for item in value:
        check_variant(known, item, where)


def is_a(*types: type) -> Any:
    def check(_: Attribute, value: Any, where: str) -> None:
        assert type(value) in types, f"{where}: {value!r}"

    return check


def looks_like(pattern: re.Pattern[str]) -> Any:
    def check(_: Attribute, value: Any, where: str) -> None:
        assert isinstance(value, str), where
        assert pattern.fullmatch(value), f"{where}: {value!r}"

    return check


def is_list_of(type_: type) -> Any:
    def check(_: Attribute, value: Any, where: str) -> None:
        assert isinstance(value, list), where
        assert all(type(item) is type_ for item in value), f"{where}: {value!r}"

    return check


CHECKS: dict[Kind, Any] = {
    Kind.STRING: is_a(str),
    Kind.INTEGER: is_a(int),
    Kind.BOOLEAN: is_a(bool),
    Kind.DECIMAL: looks_like(DECIMAL),
    Kind.DATE: looks_like(DATE),
    Kind.DATETIME: looks_like(DATETIME),
    Kind.STRINGS: is_list_of(str),
    Kind.INTEGERS: is_list_of(int),
    Kind.OBJECT: is_a(dict),
    Kind.CONTENT: is_a(str, dict),
    Kind.VARIANT: check_variant,
    Kind.VARIANTS: check_variants,
}


def check_relationships(known: Resource, resource: Any) -> None:
    readable = {r.name: r for r in known.relationships if r.readable}
    shown = resource.get("relationships", {})
    assert shown.keys() == readable.keys(), known.type
    for name, value in shown.items():
        prefix = f"{BASE}/{known.type}/{resource['id']}"
        assert value["links"] == {"self": f"{prefix}/relationships/{name}", "related": f"{prefix}/{name}"}
        check_linkage(readable[name], value)


def check_linkage(known: Relationship, value: Any) -> None:
    if "data" not in value:
        return
    assert isinstance(value["data"], list) == known.many
    for item in value["data"] if known.many else [value["data"]]:
        assert item is None or item["type"] in known.to


def check_meta(known: Resource, resource: Any) -> None:
    if known.type in SOMETIMES and "meta" not in resource:
        return
    held = resource.get("meta", {})
    assert held.keys() == {attribute.name for attribute in known.meta}, known.type
    for attribute in known.meta:
        check_value(attribute, held[attribute.name], f"{known.type}.meta.{attribute.name}")


def check_errors(document: Any, status: int) -> None:
    assert document.keys() == {"errors"}
    assert document["errors"]
    for error in document["errors"]:
        assert (
            {"title", "detail", "code", "status"}
            <= error.keys()
            <= {"title", "detail", "code", "status", "source", "meta"}
        )
        assert error["status"] == str(status)
        assert all(isinstance(error[name], str) and error[name] for name in ("title", "detail", "code"))
        if status == 422:
            assert error["code"] == "100"
            assert error["source"]["pointer"].startswith("/data")
