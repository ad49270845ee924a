"""What differs between the versions that commands speak, and which of them a command line speaks."""

from __future__ import annotations

import pytest

NEW = "2026-11-19"


def test_the_changes_are_told(didww):
    found = {(one["type"], one["part"], one["name"], one["change"]) for one in didww("schema --changes -o json").json}
    assert {
        ("pops", "type", "", "went"),
        ("did_group_types", "type", "", "went"),
        ("sms_trunks", "type", "", "came"),
        ("sms_trunk_groups", "type", "", "came"),
        ("sender_id_verifications", "type", "", "came"),
        ("dids", "filter", "pending_removal", "went"),
        ("dids", "relationship", "sms_trunk", "came"),
        ("dids", "include", "sms_trunk_group", "came"),
        ("did_groups", "attribute", "number_type", "came"),
        ("did_groups", "relationship", "did_group_type", "went"),
        ("did_groups", "sort", "did_group_type.name", "went"),
        ("available_dids", "filter", "did_group.number_type", "came"),
        ("public_keys", "sort", "key", "went"),
        ("voice_in_trunks", "relationship", "pop", "went"),
        ("voice_in_trunks", "include", "pop", "went"),
        ("voice_in_trunks", "attribute", "pop", "came"),
        ("voice_in_trunks", "bound: 1 to 32", "ringing_timeout", "came"),
        ("voice_in_trunks", "rule: not above sst_max_timer", "configuration.sst_min_timer", "came"),
        ("voice_in_trunks", "null", "configuration.rtp_timeout", "went"),
        ("voice_out_trunks", "need of credentials_and_ip", "allowed_rtp_ips", "went"),
        ("orders", "null", "external_reference_id", "came"),
        ("orders", "bound: 100 in a page", "", "came"),
        ("orders", "bound of did_order_items: 1 to 1000", "qty", "came"),
        ("exports", "filter of cdr_in", "source_number", "came"),
        ("emergency_verifications", "exactly one", "dids or emergency_calling_service", "came"),
        ("proof_types", "value of entity_type", "Porting", "went"),
    } <= found
    assert {part.partition(":")[0] for type_, part, _, _ in found if type_ == "identities"} == {"bound", "rule"}


def test_a_type_is_shown_as_the_version_has_it(didww):
    old, new = (didww(f"schema did_groups --api-version {one} -o json").json for one in ("2026-04-16", NEW))
    assert "number_type" in new["attributes"]
    assert "number_type" not in old["attributes"]
    assert "did_group_type" in old["includes"]
    assert "did_group_type" not in new["includes"]
    assert len(didww("schema -o json").json) == 38
    assert len(didww(f"schema -o json --api-version {NEW}").json) == 40


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("dids list", "2026-04-16"),
        ("dids list -c number,sms_trunk", NEW),
        ("dids list -i sms_trunk", NEW),
        ("dids list -f sms_trunk=Mailbox", NEW),
        ("dids list -f sms_trunk=none", NEW),
        ("dids list -f pending_removal=true", "2026-04-16"),
        ("did-groups list", "2026-04-16"),
        ("did-groups list -f number_type=local", NEW),
        ("did-groups list -s -number_type", NEW),
        ("did-groups list -c area_name,is_demo", NEW),
        ("did-groups list -s did_group_type.name", "2026-04-16"),
        ("dids list -c did_group.number_type", NEW),
        ("sms groups list", NEW),
        ("pops list", "2026-04-16"),
        ("dids update 12125550100 --sms-trunk Mailbox --dry-run", NEW),
        ("trunks in list -c name,pop", "2026-04-16"),
        ("trunks in update London --pop HK --dry-run", "2026-04-16"),
        ("dids update 12125550100 --description x --dry-run", "2026-04-16"),
        ("orders update id:{orders} --unset external_reference_id --dry-run", NEW),
        ("capacity groups update 'London office' --unset metered_channels_count --dry-run", "2026-04-16"),
    ],
)
def test_the_lowest_version_that_has_all_is_spoken(didww, line, version):
    if "{orders}" in line:
        line = line.format(orders=didww("orders list -o ids").lines[0])
    assert f"Version {version} of the API" in didww(f"{line} -v").err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("did-groups list -c did_group_type,number_type", "no version has both"),
        (f"pops list --api-version {NEW}", f"went with {NEW}"),
        (f"dids list -f pending_removal=true --api-version {NEW}", f"went with {NEW}"),
        ("did-groups list -f number_type=local --api-version 2026-04-16", f"came with {NEW}"),
        (f"capacity groups update 'London office' --unset metered_channels_count --api-version {NEW}", "went with"),
        (f"trunks in update 'Duty phone' --unset configuration.dst --api-version {NEW}", "null for configuration.dst"),
        ("orders update id:x --unset external_reference_id --api-version 2026-04-16", f"came with {NEW}"),
        (f"proof-types list -f entity_type=Porting --api-version {NEW}", "Porting"),
        (f"trunks in list -c pop.name --api-version {NEW}", f"went with {NEW}"),
        (f"trunks in list -i pop --api-version {NEW}", f"went with {NEW}"),
        (f"available-dids list -s number --api-version {NEW}", "no sort field number of available-dids"),
        (f"did-groups list -f did_group_type.name=Local --api-version {NEW}", "'didww schema --changes'"),
        (f"trunks in update London --pop 'NL, AMS' --api-version {NEW}", "It is one of NYC, FRA"),
        ("dids list --api-version 2022-05-10", "didww api"),
    ],
)
def test_what_no_version_or_not_that_one_has_is_refused(didww, line, told):
    assert told in didww(line, code=2).err


@pytest.mark.parametrize("noun", ["did-groups", "emergency requirements", "emergency services", "address-requirements"])
def test_the_kind_of_number_is_shown_in_either_version(didww, noun):
    old, new = (didww(f"{noun} list -o csv --no-links --api-version {one}").lines for one in ("2026-04-16", NEW))
    assert len(old) == len(new) > 1
    assert "did_group_type" in old[0].split(",")
    assert "number_type" in new[0].split(",")
    assert "did_group_type" not in new[0]
    at = new[0].split(",").index("number_type")
    assert new[1].split(",")[at] in ("local", "mobile", "national", "toll_free", "global", "shared_cost")


def test_requirements_are_found_by_country_and_type_in_either_version(didww):
    old = didww("address-requirements get 'Germany Local' -o json --api-version 2026-04-16").json
    new = didww(f"address-requirements get 'Germany local' -o json --api-version {NEW}").json
    assert old["id"] == new["id"]


@pytest.mark.parametrize(
    ("noun", "version", "size"),
    [
        ("dids", "2026-04-16", 1000),
        ("dids", NEW, 100),
        ("cities", NEW, 1000),
        ("trunks out", NEW, 1000),
        ("sms trunks", NEW, 100),
    ],
)
def test_pages_are_as_large_as_the_version_allows(didww, noun, version, size):
    told = didww(f"{noun} list -v --api-version {version}").err
    assert f"page[size]={size}\n" in told
    assert "400" not in told


@pytest.mark.parametrize(("version", "code", "before"), [("2026-04-16", "CA", "CMX"), (NEW, "US-CA", "US-NY")])
def test_regions_go_by_the_code_that_the_version_has(didww, code, before):
    assert didww(f"regions get {code.lower()} -o json").json["name"] == "California"
    codes = [one["iso"] for one in didww("regions list -s iso -o json").json if one["iso"]]
    assert codes == sorted(codes)
    assert codes.index(code) < codes.index(before)
