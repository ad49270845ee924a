"""``didww schema``: the catalog, shown and as data."""

from __future__ import annotations

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.versions import types_at
from tests.conftest import run_line
from tests.spoken import OLD, each_type


def schema(line: str):
    result = run_line(f"schema {line} -o json")
    assert result.code == 0, str(result)
    return result.json


def test_all_types_are_listed():
    types = schema("")
    assert [one["type"] for one in types] == [resource.type for resource in types_at(OLD)]
    assert len(types) == 38
    assert sum(len(one["operations"]) for one in types) == 106


def test_one_type_as_data():
    dids = schema("dids")
    assert dids["noun"] == "dids"
    assert dids["attributes"]["capacity_limit"] == {
        "type": "integer",
        "nullable": True,
        "enum": None,
        "create": False,
        "update": True,
        "required": False,
        "readable": True,
        "help": "Most calls at once; null is no limit.",
    }
    assert dids["attributes"]["expires_at"]["format"] == "date-time"
    link = dids["relationships"]["voice_in_trunk"]
    assert (link["cardinality"], link["target"], link["create"], link["update"]) == (
        "to_one",
        "voice_in_trunks",
        False,
        True,
    )
    assert "pending_removal" in dids["filters"]
    assert "created_at" in dids["sorts"]
    assert "emergency_verification" in dids["includes"]
    assert dids["paginated"] is True
    assert dids["operations"] == ["list", "get", "update"]


def test_polymorphic_values_and_codes():
    trunk = schema("trunks in")["attributes"]["configuration"]
    assert set(trunk["variants"]) == {"sip_configurations", "pstn_configurations"}
    sip = trunk["variants"]["sip_configurations"]
    assert sip["codec_ids"]["codes"]["9"] == "PCMU"
    assert sip["rerouting_disconnect_code_ids"]["codes"]["58"] == "402 Payment Required"
    assert sip["incoming_auth_password"]["create"] is False
    assert set(schema("voice_out_trunks")["attributes"]["authentication_method"]["variants"]) == {
        "credentials_and_ip",
        "ip_only",
        "twilio",
    }
    assert schema("proofs")["relationships"]["entity"]["target"] == ["identities", "addresses"]
    assert schema("orders")["attributes"]["callback_method"]["enum"] == ["get", "post", None]


@each_type(bool)
def test_each_type_has_a_page_with_all_of_it(version, resource):
    shown = run_line(f"schema {resource.type} --api-version {version}").out
    for part in (*resource.attributes, *resource.relationships, *resource.meta, *resource.filters):
        assert part.name in shown
    assert resource.help in shown


def test_the_diagram_holds_every_relationship():
    lines = run_line("schema --diagram").lines
    assert lines[0] == "erDiagram"
    for resource in RESOURCES:
        assert any(resource.type in line for line in lines)
        for link in resource.relationships:
            for target in link.to:
                assert any(
                    line.split()[0] == resource.type and f"{target} : {link.name}" in line
                    for line in lines[1:]
                    if ":" in line
                )


def test_everything_has_help_of_its_own():
    for resource in RESOURCES:
        for part in (*resource.attributes, *resource.relationships, *resource.meta):
            assert part.help.endswith((".", ")")), (resource.type, part.name)
            for variant in getattr(part, "variants", ()):
                assert all(member.help for member in variant.attributes), (resource.type, part.name, variant.type)


def test_one_thing_at_a_time():
    assert run_line("schema dids --diagram").code == 2
    assert run_line("schema dids -o csv").code == 2
