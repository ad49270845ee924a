"""The catalog holds together: every name in it leads somewhere."""

from __future__ import annotations

import pytest

from didww_cli.catalog import BY_TYPE, RESOURCES
from didww_cli.catalog.codes import TABLES, name_of, number_of
from didww_cli.catalog.paths import check_include, column, includes_of

EACH = pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.type)


def test_the_size_of_the_api():
    assert len(RESOURCES) == 38
    assert sum(len(resource.operations) for resource in RESOURCES) == 106
    without_noun = {resource.type for resource in RESOURCES if not resource.noun}
    assert without_noun == {
        "stock_keeping_units",
        "qty_based_pricings",
        "voice_out_trunk_regenerate_credentials",
        "address_requirement_validations",
        "emergency_requirement_validations",
    }


@EACH
def test_columns_lookups_and_labels_lead_somewhere(resource):
    for path in resource.columns:
        column(resource, path)
    for path in (*resource.lookup, *resource.label):
        assert path in ("npanxx", "full_name", "id") or column(resource, path)


@EACH
def test_relationships_includes_and_filters_lead_to_types(resource):
    for link in resource.relationships:
        assert set(link.to) <= set(BY_TYPE)
        assert not link.excludes or resource.relationship(link.excludes).excludes == link.name
    for path in includes_of(resource):
        assert check_include(resource, path) == path
    for one in resource.filters:
        assert not one.to or one.to in BY_TYPE
        assert one.to or not one.name.endswith(".id"), one.name


@EACH
def test_names_are_unique_and_required_members_can_be_sent(resource):
    parts = (*resource.attributes, *resource.relationships)
    names = [part.name for part in parts]
    assert len(names) == len(set(names))
    for part in parts:
        assert part.create or not part.required
        assert part.readable or part.create or part.update
    assert bool(resource.path) == bool(resource.operations)


def test_codes_by_name_and_number():
    for table, names in TABLES.items():
        for number, name in names.items():
            assert number_of(table, name) == number
            assert number_of(table, name.upper()) == number
            assert name_of(table, number) == name
    assert number_of("disconnect_codes", "402") == 58
    assert number_of("disconnect_codes", "58") == 58
    assert number_of("disconnect_codes", "busy here") == 90
    assert number_of("disconnect_codes", "ringing timeout") == 1505
    assert number_of("codecs", "9") == 9
    assert number_of("codecs", "opus") is None
    assert name_of("codecs", 99) == "99"
