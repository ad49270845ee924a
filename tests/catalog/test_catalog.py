"""The catalog holds together: every name in it leads somewhere."""

from __future__ import annotations

import pytest

from didww_cli.catalog import API_VERSIONS, BY_TYPE, RESOURCES
from didww_cli.catalog.codes import TABLES, name_of, number_of
from didww_cli.catalog.consequences import CONSEQUENCES, REMOVALS, Turn
from didww_cli.catalog.model import NULL
from didww_cli.catalog.paths import check_include, column, includes_of
from didww_cli.catalog.sales import items, sales, terms
from didww_cli.catalog.versions import SPOKEN, holds, types_at
from tests.spoken import NEW, OLD

EACH = pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.type)


@pytest.mark.parametrize(("version", "types", "operations"), [(OLD, 38, 106), (NEW, 40, 117)])
def test_the_size_of_the_api(version, types, operations):
    found = types_at(version)
    assert len(found) == types
    assert sum(len(resource.operations) for resource in found) == operations


def test_what_has_no_command():
    without_noun = {resource.type for resource in RESOURCES if not resource.noun}
    assert without_noun == {
        "stock_keeping_units",
        "qty_based_pricings",
        "voice_out_trunk_regenerate_credentials",
        "sms_trunk_regenerate_credentials",
        "address_requirement_validations",
        "emergency_requirement_validations",
    }


@EACH
def test_columns_lookups_and_labels_lead_somewhere(resource):
    for path in resource.columns:
        column(resource, path)
    for path in (*resource.lookup, *resource.label):
        assert path == "id" or resource.composed_of(path) or column(resource, path)
    for one in resource.composed:
        assert all(column(resource, part) for part in one.parts)


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
    for version in SPOKEN:  # what one has as a relationship may be an attribute of another
        names = [part.name for part in parts if holds(part, version)]
        assert len(names) == len(set(names))
    for part in parts:
        assert part.create or not part.required
        assert part.readable or part.create or part.update
    assert bool(resource.path) == bool(resource.operations)


def member(resource, path):
    """The attribute or relationship that a dotted path of a consequence leads to."""
    name, _, inner = path.partition(".")
    part = resource.attribute(name) or resource.relationship(name)
    return part if not inner else next(a for v in part.variants for a in v.attributes if a.name == inner)


def test_consequences_lead_somewhere():
    for one in CONSEQUENCES:
        resource = BY_TYPE[one.type]
        assert one.member == "" or member(resource, one.member).update
        assert (one.value is not None) == (one.turn in (Turn.SET, Turn.LOST))
        assert one.linked in ("", *resource.includes)
        assert one.says.endswith(".")
        assert not one.question or one.question.endswith("?")
    for removal in REMOVALS:
        assert "delete" in BY_TYPE[removal.type].operations


@EACH
def test_what_is_taken_needed_and_sent_together_is_there(resource):
    for link in resource.relationships:
        back = BY_TYPE[link.target].relationship(link.takes)
        assert not link.takes or (link.many and not back.many and back.target == resource.type)
        assert not link.takes or BY_TYPE[link.target].filter("id")
    for name in (name for names in resource.together for name in names):
        assert resource.attribute(name).create
    variants = [variant for one in resource.attributes for variant in one.variants]
    assert all(one.attribute(name).update for one in variants for names in one.together for name in names)
    for one in variants:
        assert all((resource if need.beside else one).attribute(need.member).create for need in one.needs)


@EACH
def test_what_ends_and_cancels_it_can_be_read_and_sent(resource):
    status = resource.attribute("status")
    if resource.ends.done:
        assert resource.ends.done in status.enum
        assert resource.ends.done not in resource.ends.failed
    for one in resource.attributes:
        assert not one.cancels or (one.kind == "boolean" and one.update)
        assert bool(one.kind_option) + one.kind_stays <= len(one.variants)
        assert not one.own_reference or resource.filter(one.name)
    assert sum(one.own_reference for one in resource.attributes) <= 1
    assert all(resource.attribute(name) for name in resource.ends.reasons)
    if resource.renewal.cycles:
        assert resource.attribute(resource.renewal.cycles).clearable
        assert resource.attribute(resource.renewal.end).kind == "datetime"


def test_items_of_orders_can_be_said_found_and_priced():
    for variant in items().variants:
        assert bool(variant.sale) == variant.creatable
    for kind, sale in sales().items():
        variant = next(one for one in items().variants if one.type == kind)
        assert bool(sale.sku) != bool(sale.thing)
        for term in sale.terms:
            assert terms()[term.key].member == term.member
            assert term.finds or variant.attribute(term.member).create
            assert not term.skus or includes_skus(term)
        assert {sale.sku or sale.thing, *sale.one_of} <= {term.member for term in sale.terms}
        if sale.thing:
            thing = BY_TYPE[sale.term(sale.thing).to]
            assert thing.attribute("monthly_price")
            assert thing.attribute(sale.fewest)
            assert BY_TYPE[thing.relationship(sale.steps).target].attribute("monthly_price")


def includes_skus(term):
    kind, key = term.through
    resource = BY_TYPE[kind or term.to]
    assert not key or resource.filter(key).to == term.to
    return check_include(resource, term.skus) == term.skus


def parts_of(resource):
    """All of a resource that may have come or gone with a version."""
    variants = [variant for one in resource.attributes for variant in one.variants]
    members = [member for variant in variants for member in (*variant.attributes, *variant.needs)]
    own = (*resource.attributes, *resource.relationships, *resource.meta, *resource.filters)
    return (resource, *own, *resource.spans, *variants, *members)


@EACH
def test_what_came_and_went_did_so_with_a_version(resource):
    for one in parts_of(resource):
        assert {one.since, one.until} <= {"", *API_VERSIONS}
        assert not one.until or one.since < one.until
    for span in resource.spans:
        assert is_spanned(resource, span)
        assert span.since or span.until


def is_spanned(resource, span):
    """Whether a resource has what a span says some versions lack."""
    if span.part == NULL:
        return member(resource, span.name).clearable
    if span.part.startswith("filter "):
        return span.name in resource.filter(span.part.removeprefix("filter ")).enum
    return span.name in (resource.choices(span.part) or getattr(resource, span.part, ()))


def test_what_2026_11_19_no_longer_has():
    gone = {r.type: [one.name for one in parts_of(r)[1:] if one.until and hasattr(one, "name")] for r in RESOURCES}
    assert {r.type for r in RESOURCES if r.until} == {"did_group_types", "pops"}
    assert {type_: names for type_, names in gone.items() if names} == {
        "dids": ["pending_removal"],
        "did_groups": ["did_group_type", "did_group_type.id", "did_group_type.name"],
        "available_dids": ["did_group_type.id", "number"],
        "voice_in_trunks": [
            "pop",
            *(
                f"configuration.{name}"
                for name in ("rx_dtmf_format_id", "tx_dtmf_format_id", "sip_timer_b", "rtp_timeout", "dst")
            ),
        ],
        "voice_out_trunks": ["authentication_method.allowed_sip_ips"],
        "shared_capacity_groups": ["metered_channels_count"],
        "address_requirements": ["did_group_type", "did_group_type.id"],
        "emergency_requirements": ["did_group_type", "did_group_type.id"],
        "emergency_calling_services": ["did_group_type", "did_group_type.id"],
        "proof_types": ["entity_type", "name", "Porting", "Porting"],
        "public_keys": ["key"],
    }


def test_a_document_keeps_all_but_its_reference():
    documents = BY_TYPE["permanent_supporting_documents"]
    parts = (*documents.attributes, *documents.relationships)
    assert [part.name for part in parts if part.update] == ["external_reference_id"]


def test_dtmf_that_is_sent_has_no_name_for_3():
    assert [number_of("tx_dtmf", text) for text in ("disabled", "RFC 2833", "info-relay", "info")] == [0, 1, 2, 4]
    assert number_of("tx_dtmf", "3") is None
    assert (name_of("tx_dtmf", 3), name_of("tx_dtmf", 0)) == ("3", "disabled")


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
