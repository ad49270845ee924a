"""Identities, addresses, documents, requirements and the verification of addresses; uploaded files."""

from __future__ import annotations

from typing import Any

import pytest

from didww_cli.catalog.versions import SPOKEN
from tests.spoken import OLD, in_each_version

from .conftest import Answer, Api, start
from .shapes import check_errors

pytest_generate_tests = in_each_version

PERSON = {"identity_type": "personal", "first_name": "Ann", "last_name": "Example", "phone_number": "12025550101"}


def reference(api: Api, type_: str, name: str) -> Any:
    return api.one(f"/{type_}", external_reference_id=name)


@pytest.mark.parametrize(
    ("about", "pointer", "title"),
    [
        ({"phone_number": "+1 202"}, "phone_number", "is invalid"),
        ({"contact_email": "nobody"}, "contact_email", "is invalid"),
        ({"birth_date": "yesterday"}, "birth_date", "is invalid"),
        ({"identity_type": "ghost"}, "identity_type", "is not included in the list"),
        ({"identity_type": "business"}, "company_name", "can't be blank"),
        ({"first_name": ""}, "first_name", "can't be blank"),
        ({"verified": True}, "verified", "is not allowed for creation"),
    ],
)
def test_an_identity_is_refused(api: Api, about: Any, pointer: str, title: str) -> None:
    assert api.create("identities", {**PERSON, **about}).errors == [(f"/data/attributes/{pointer}", title)]


def test_an_identity_keeps_its_type(api: Api) -> None:
    identity = api.create("identities", PERSON).data
    assert identity["attributes"]["verified"] is False
    refused = api.update(identity, {"identity_type": "business"})
    assert refused.errors == [("/data/attributes/identity_type", "is not allowed for update")]


def address(api: Api, identity: Any, iso: str = "US", city: str = "New York", **more: Any) -> Answer:
    about = {"address": "1 Example Road", "city_name": city, "postal_code": "10001", **more}
    return api.create("addresses", about, {"identity": identity, "country": api.one("/countries", iso=iso)})


def test_who_is_in_use_cannot_be_deleted(api: Api) -> None:
    identity = api.create("identities", PERSON).data
    home = address(api, identity).data
    refused = api.delete(identity)
    assert refused.status == 409
    check_errors(refused.document, 409)
    assert api.delete(home).status == 204
    assert api.delete(identity).status == 204
    assert api.delete(reference(api, "addresses", "address-berlin")).status == 409


def test_what_proved_someone_goes_with_him(api: Api) -> None:
    person = api.create("identities", PERSON).data
    home = address(api, person).data
    files = [api.upload().data, api.upload().data]
    proof(api, "Personal", person, files[:1])
    proof(api, "Address", home, files[1:])
    assert len(api.list("/proofs")) == 5
    api.delete(home)
    api.delete(person)
    assert len(api.list("/proofs")) == 3
    assert [api.again(file)["id"] for file in files] == [file["id"] for file in files]
    assert [api.delete(file).status for file in files] == [204, 204]


def test_a_file_can_be_deleted_before_or_after_what_it_proves(api: Api) -> None:
    person, file = api.create("identities", PERSON).data, api.upload().data
    proof(api, "Personal", person, [file])
    assert api.delete(file).status == 204
    assert api.delete(person).status == 204


@pytest.mark.parametrize(
    ("id_number", "status"),
    [("1" * 8 + "-1111-1111-1111-" + "1" * 12, "approved"), ("2" * 8 + "-2222-2222-2222-" + "2" * 12, "rejected")],
)
@pytest.mark.parametrize("rejecting", [True, False])
def test_two_identities_decide_reviews_as_in_the_sandbox(id_number: str, status: str, rejecting: bool) -> None:
    api = start(rejecting=rejecting)
    api.update(reference(api, "identities", "identity-trading"), {"id_number": id_number})
    home, did = reference(api, "addresses", "address-berlin"), api.one("/dids", number="493023125001")
    made = api.create("address_verifications", {}, {"address": home, "dids": [did]}).data
    after = api.again(made, 3)["attributes"]
    assert after["status"] == status
    assert bool(after["reject_reasons"]) is (status == "rejected")
    assert api.again(did)["attributes"]["blocked"] is (status == "rejected")


def test_an_address_finds_its_city_and_area(api: Api) -> None:
    home = address(api, api.create("identities", PERSON).data).data
    found = api.get(f"/addresses/{home['id']}", {"include": "city,area"}).document["included"]
    assert sorted(record["attributes"]["name"] for record in found) == ["New York", "New York City"]
    moved = api.update(home, {"city_name": "Nowhere"}).data
    found = api.get(f"/addresses/{moved['id']}", {"include": "city,area"}).document["included"]
    assert found == []


def test_a_file_expires_after_a_day(api: Api) -> None:
    file = api.upload(description="Pass").data
    assert file["attributes"] == {"description": "Pass", "expires_at": "2026-11-24T12:00:00.000Z"}
    api.clock.forward(hours=23, minutes=59)
    assert api.again(file, 4)["id"] == file["id"]
    api.clock.forward(minutes=2)
    assert api.get(f"/encrypted_files/{file['id']}").status == 404


def test_what_the_account_began_with_expires_too(api: Api) -> None:
    assert (len(api.list("/encrypted_files")), len(api.list("/did_reservations"))) == (1, 1)
    held = len(api.list("/available_dids", number_contains="527445"))
    api.clock.forward(minutes=11)
    assert (len(api.list("/encrypted_files")), len(api.list("/did_reservations"))) == (1, 0)
    assert len(api.list("/available_dids", number_contains="527445")) == held + 1
    api.clock.forward(days=1)
    assert api.list("/encrypted_files") == []


def test_an_upload_is_refused_as_the_server_says_it(api: Api) -> None:
    fields = {"encrypted_files[file]": b"x", "encrypted_files[encryption_fingerprint]": b"old"}
    assert api.send_form(fields).document["errors"] == [
        {
            "title": "outdated fingerprint",
            "detail": "outdated fingerprint",
            "code": "100",
            "source": {"pointer": "/data"},
            "status": "422",
        }
    ]
    assert api.upload(b"").document["errors"] == [
        {
            "title": "can't be blank",
            "detail": "file - can't be blank",
            "code": "100",
            "source": {"pointer": "/data/attributes/file"},
            "status": "422",
        }
    ]
    assert api.send_form({"other": b"x"}).document["errors"] == [
        {"title": "invalid params", "detail": "invalid params", "code": "400", "status": "400"}
    ]
    assert api.create("encrypted_files", {"description": "x"}).status == 415
    assert api.upload(b"x" * (20 * 1024 * 1024 + 1)).status == 422


def test_an_upload_may_be_answered_as_plain_json(api: Api) -> None:
    answer = api.send_form({"other": b"x"}, Accept="application/json")
    assert answer.status == 400
    file = b"\r\n--b0undarz\x00\xff\r\n"
    fields = {"encrypted_files[file]": file, "encrypted_files[encryption_fingerprint]": fingerprint_of(api).encode()}
    answer = api.send_form(fields, Accept="application/json")
    assert (answer.status, answer.reply.headers["Content-Type"]) == (201, "application/json")


def fingerprint_of(api: Api) -> str:
    """By another way than the emulator's: with a library that reads keys."""
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    hashlib = pytest.importorskip("hashlib")
    keys = [serialization.load_pem_public_key(key["attributes"]["key"].encode()) for key in api.list("/public_keys")]
    der = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    return ":::".join(hashlib.sha1(key.public_bytes(*der)).hexdigest() for key in keys)


def proof(api: Api, kind: str, entity: Any, files: list[Any]) -> Answer:
    links = {"proof_type": api.one("/proof_types", entity_type=kind), "entity": entity, "files": files}
    return api.create("proofs", {"external_reference_id": "mine"}, links)


def test_a_proof_takes_its_files(api: Api) -> None:
    file, person = api.upload().data, reference(api, "identities", "identity-jane")
    made = proof(api, "Personal", person, [file]).data
    api.clock.forward(days=2)
    assert api.again(file)["id"] == file["id"]
    found = api.get(f"/identities/{person['id']}", {"include": "proofs"}).data
    assert made["id"] in {link["id"] for link in found["relationships"]["proofs"]["data"]}
    assert proof(api, "Personal", person, [file]).errors == [("/data/relationships/files", "are invalid")]
    assert proof(api, "Personal", person, []).errors == [("/data/relationships/files", "can't be blank")]


@pytest.mark.parametrize(
    ("version", "kind", "entity"),
    [
        *((version, *one) for version in SPOKEN for one in (("Address", "identities"), ("Personal", "addresses"))),
        (OLD, "Porting", "addresses"),  # which went with the newer one
    ],
)
def test_a_proof_must_fit_what_it_proves(api: Api, kind: str, entity: str) -> None:
    answer = proof(api, kind, api.list(f"/{entity}")[0], [api.upload().data])
    assert answer.errors == [("/data/relationships/proof_type", "is invalid")]


def test_a_company_is_not_proved_by_a_passport(api: Api) -> None:
    answer = proof(api, "Personal", api.one("/identities", identity_type="business"), [api.upload().data])
    assert answer.errors == [("/data/relationships/proof_type", "is invalid")]


def test_only_permanent_forms_stay_on_file(api: Api) -> None:
    identity = api.list("/identities")[0]
    for permanent, status in (("false", 422), ("true", 201)):
        template = api.one("/supporting_document_templates", permanent=permanent)
        links = {"template": template, "identity": identity, "files": [api.upload().data]}
        assert api.create("permanent_supporting_documents", None, links).status == status


def requirement(api: Api, iso: str) -> Any:
    return api.one("/address_requirements", country__id=api.one("/countries", iso=iso)["id"])


def test_what_a_requirement_lacks(api: Api) -> None:
    person, home = reference(api, "identities", "identity-john"), reference(api, "addresses", "address-new-york")
    links = {"address_requirement": requirement(api, "DE"), "identity": person, "address": home}
    answer = api.create("address_requirement_validations", None, links)
    assert answer.status == 422
    assert answer.errors == [
        ("/data", "Birth Date is required for Personal Identity"),
        ("/data", "1 Identity Proof(s) (Drivers License, National ID, Passport, Residence Permit) required"),
        ("/data", "Following Supporting Document(s) required (Germany Registration Form)"),
        ("/data", "Address in Germany required"),
        ("/data", "1 Address Proof(s) (Copy of Phone Bill, Utility Bill, Rental Receipt, Other) required"),
    ]


def test_a_requirement_is_fulfilled_piece_by_piece(api: Api) -> None:
    rules = requirement(api, "DE")
    company, home = reference(api, "identities", "identity-trading"), reference(api, "addresses", "address-frankfurt")
    links = {"address_requirement": rules, "identity": company, "address": home}
    before = api.create("address_requirement_validations", None, links)
    assert [title for _, title in before.errors] == [
        "1 Address Proof(s) (Copy of Phone Bill, Utility Bill, Rental Receipt, Other) required"
    ]
    proof(api, "Address", home, [api.upload().data])
    after = api.create("address_requirement_validations", None, links)
    assert (after.status, after.data["id"]) == (201, rules["id"])


def test_whom_a_country_accepts(api: Api) -> None:
    links = {"address_requirement": requirement(api, "IE"), "identity": reference(api, "identities", "identity-jane")}
    answer = api.create("address_requirement_validations", None, links)
    assert answer.errors == [("/data", "Business Identity required")]
    emergency = api.one("/emergency_requirements", country__id=api.one("/countries", iso="US")["id"])
    links = {"emergency_requirement": emergency, "identity": reference(api, "identities", "identity-jane")}
    answer = api.create("emergency_requirement_validations", None, links)
    assert answer.errors == [("/data", "Identity Country must be United States")]


def test_a_check_needs_someone_or_somewhere(api: Api) -> None:
    rules = {"address_requirement": requirement(api, "DE")}
    assert api.create("address_requirement_validations", None, rules).status == 422
    stranger = {"identity": reference(api, "identities", "identity-jane")}
    links = {**rules, **stranger, "address": reference(api, "addresses", "address-berlin")}
    answer = api.create("address_requirement_validations", None, links)
    assert ("/data/relationships/address", "is invalid") in answer.errors


def verify(api: Api, number: str, place: str = "berlin", **attributes: Any) -> Answer:
    links = {"address": reference(api, "addresses", f"address-{place}"), "dids": [api.one("/dids", number=number)]}
    return api.create("address_verifications", attributes, links)


def test_an_approved_verification_registers_the_did(api: Api) -> None:
    made = verify(api, "493023125001", callback_url="https://hooks.example.com/", callback_method="get").data
    assert (made["attributes"]["status"], made["attributes"]["reject_reasons"]) == ("pending", [])
    assert api.again(made, 3)["attributes"]["status"] == "approved"
    did = api.one("/dids", number="493023125001")
    assert (did["attributes"]["awaiting_registration"], did["attributes"]["blocked"]) == (False, False)
    assert api.list("/dids", address_verification__id=made["id"])[0]["id"] == did["id"]
    parameters = {"id": made["id"], "type": "address_verifications", "status": "approved"}
    assert [(event.method, event.parameters) for event in api.events] == [("get", parameters)]


def test_a_verification_that_asks_for_it_is_rejected(api: Api) -> None:
    url = "https://hooks.example.com/"
    made = verify(api, "493023125001", external_reference_id="please reject", callback_url=url).data
    done = api.again(made, 3)["attributes"]
    assert done["status"] == "rejected"
    assert len(done["reject_reasons"]) == 2
    assert api.one("/dids", number="493023125001")["attributes"]["awaiting_registration"] is True
    told = api.events[0].parameters
    assert (told["status"], told["reject_reason"]) == ("rejected", "; ".join(done["reject_reasons"]))
    assert told["reject_comment"] == done["reject_comment"]


def test_reviewers_may_reject_everything() -> None:
    api = start(rejecting=True)
    made = verify(api, "493023125001").data
    assert api.again(made, 3)["attributes"]["status"] == "rejected"


def test_what_a_verification_lacks(api: Api) -> None:
    assert [t for _, t in verify(api, "496990009000").errors] == ["Address in Frankfurt required"]
    assert [t for _, t in verify(api, "493023125001", service_description="x").errors] == [
        "service description is not needed"
    ]
    assert [t for _, t in verify(api, "33199000000", "paris").errors] == [
        "1 Address Proof(s) (Copy of Phone Bill, Utility Bill, Rental Receipt, Other) required",
        "Following Supporting Document(s) required (France Declaration of Use)",
        "service description is required",
    ]
    assert verify(api, "12125550100").errors == [("/data/relationships/dids", "are invalid")]


def test_a_form_for_one_verification(api: Api) -> None:
    home, file = reference(api, "addresses", "address-paris"), api.upload().data
    proof(api, "Address", home, [api.upload().data])
    links = {"address": home, "dids": [api.one("/dids", number="33199000000")], "onetime_files": [file]}
    answer = api.create("address_verifications", {"service_description": "Hotline"}, links)
    assert answer.status == 201
    again = api.create("address_verifications", {"service_description": "Hotline"}, links)
    assert again.errors == [("/data/relationships/onetime_files", "are invalid")]
