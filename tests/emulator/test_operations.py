"""Every operation of the API, once as it succeeds and once for each status that its documents name."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.versions import at, types_at
from didww_cli.emulator.routes import route
from tests.spoken import NEW, OLD

from .conftest import Answer, Api, start
from .operations import OPERATIONS
from .shapes import check_document, check_errors

METHODS = {"list": "GET", "get": "GET", "create": "POST", "update": "PATCH", "delete": "DELETE"}


def path_of(resource: Any, operation: str) -> str:
    with_id = operation not in ("list", "create") and resource.type != "balances"
    return resource.path + ("/{id}" if with_id else "")


def test_the_table_is_what_the_catalog_says() -> None:
    said = {(METHODS[operation], path_of(r, operation)) for r in types_at(OLD) for operation in r.operations}
    assert {(method, path) for method, path, _ in OPERATIONS} == said
    assert len(OPERATIONS) == 106


def fresh_trunk_in(api: Api) -> dict[str, Any]:
    shape = {"type": "sip_configurations", "attributes": {"host": "sip.example.com"}}
    return {"attributes": {"name": "Fresh", "configuration": shape}}


def fresh_trunk_out(api: Api) -> dict[str, Any]:
    method = {"type": "credentials_and_ip", "attributes": {"allowed_sip_ips": ["192.0.2.7"]}}
    about = {"name": "Fresh", "on_cli_mismatch_action": "reject_call", "allowed_rtp_ips": ["192.0.2.7"]}
    return {"attributes": {**about, "authentication_method": method}}


def fresh_order(api: Api) -> dict[str, Any]:
    group = api.get("/did_groups", {"filter[area_name]": "chicago", "include": "stock_keeping_units"}).document
    item = {"type": "did_order_items", "attributes": {"sku_id": group["included"][0]["id"], "qty": 2}}
    return {"attributes": {"items": [item], "external_reference_id": "walk"}}


def fresh_export(api: Api) -> dict[str, Any]:
    period = {"from": "2026-11-01 00:00:00", "to": "2026-11-02 00:00:00"}
    return {"attributes": {"export_type": "cdr_in", "filters": period}}


def fresh_identity(api: Api) -> dict[str, Any]:
    about = {"identity_type": "personal", "first_name": "Ann", "last_name": "Example", "phone_number": "12025550101"}
    return {"attributes": about, "relationships": {"country": api.one("/countries", iso="US")}}


def fresh_address(api: Api) -> dict[str, Any]:
    identity, country = api.one("/identities"), api.one("/countries", iso="GB")
    about = {"address": "7 Example Road", "city_name": "London", "postal_code": "N1 1AA"}
    return {"attributes": about, "relationships": {"identity": identity, "country": country}}


def fresh_proof(api: Api) -> dict[str, Any]:
    links = {
        "proof_type": api.one("/proof_types", entity_type="Personal"),
        "entity": api.one("/identities", identity_type="personal"),
        "files": [api.upload().data],
    }
    return {"relationships": links}


def fresh_document(api: Api) -> dict[str, Any]:
    template = api.one("/supporting_document_templates", permanent="true")
    return {"relationships": {"template": template, "identity": api.one("/identities"), "files": [api.upload().data]}}


def fresh_reservation(api: Api) -> dict[str, Any]:
    return {"attributes": {"description": "mine"}, "relationships": {"available_did": api.one("/available_dids")}}


def fresh_capacity_group(api: Api) -> dict[str, Any]:
    pool = api.one("/capacity_pools", name="Standard")
    return {"attributes": {"name": "Fresh", "shared_channels_count": 2}, "relationships": {"capacity_pool": pool}}


def berlin(api: Api) -> dict[str, Any]:
    return {"address": api.one("/addresses", external_reference_id="address-berlin")}


def fresh_address_validation(api: Api) -> dict[str, Any]:
    germany = api.one("/countries", iso="DE")["id"]
    requirement = api.one("/address_requirements", country__id=germany)
    return {"relationships": {"address_requirement": requirement, **berlin(api)}}


def fresh_emergency_validation(api: Api) -> dict[str, Any]:
    canada = api.one("/countries", iso="GB")["id"]
    requirement = api.one("/emergency_requirements", country__id=canada)
    address = api.one("/addresses", external_reference_id="address-london")
    return {"relationships": {"emergency_requirement": requirement, "address": address}}


def fresh_address_verification(api: Api) -> dict[str, Any]:
    return {"relationships": {**berlin(api), "dids": [api.one("/dids", number="493023125001")]}}


def fresh_emergency_verification(api: Api) -> dict[str, Any]:
    links = {
        "address": api.one("/addresses", external_reference_id="address-london"),
        "dids": [api.one("/dids", number="442079460001")],
    }
    return {"relationships": links}


def fresh_sms_trunk(api: Api) -> dict[str, Any]:
    mail = {"send_to": "sms@example.com", "subject": "{SMS_SRC_ADDR}", "message": "{SMS_TEXT}"}
    return {"attributes": {"name": "Fresh", "configuration": {"type": "sms_to_email", "attributes": mail}}}


def fresh_sms_credentials(api: Api) -> dict[str, Any]:
    return {"relationships": {"sms_trunk": api.one("/sms_trunks", configuration__type="http_out")}}


def fresh_credentials(api: Api) -> dict[str, Any]:
    trunk = api.one("/voice_out_trunks", authentication_method__type="credentials_and_ip")
    return {"relationships": {"voice_out_trunk": trunk}}


FRESH: dict[str, Callable[[Api], dict[str, Any]]] = {
    "did_reservations": fresh_reservation,
    "orders": fresh_order,
    "exports": fresh_export,
    "voice_in_trunks": fresh_trunk_in,
    "voice_in_trunk_groups": lambda api: {"attributes": {"name": "Fresh"}},
    "voice_out_trunks": fresh_trunk_out,
    "voice_out_trunk_regenerate_credentials": fresh_credentials,
    "sms_trunks": fresh_sms_trunk,
    "sms_trunk_groups": lambda api: {"attributes": {"name": "Fresh"}},
    "sms_trunk_regenerate_credentials": fresh_sms_credentials,
    "shared_capacity_groups": fresh_capacity_group,
    "identities": fresh_identity,
    "addresses": fresh_address,
    "proofs": fresh_proof,
    "permanent_supporting_documents": fresh_document,
    "address_requirement_validations": fresh_address_validation,
    "emergency_requirement_validations": fresh_emergency_validation,
    "address_verifications": fresh_address_verification,
    "emergency_verifications": fresh_emergency_verification,
}
CHANGES: dict[str, dict[str, Any]] = {
    "dids": {"description": "changed"},
    "capacity_pools": {"total_channels_count": 29},
    "sender_id_verifications": {"name": "changed"},
}
# a body that is refused with 422, where the documents name that
WRONG: dict[str, dict[str, Any]] = {
    "exports": {"export_type": "cdr_in", "filters": {"from": "", "to": "2026-11-02 00:00:00"}},
    "dids": {"billing_cycles_count": 1000},
    "capacity_pools": {"total_channels_count": 1},
}


def create(api: Api, type_: str) -> Answer:
    return api.upload() if type_ == "encrypted_files" else api.create(type_, **FRESH[type_](api))


def some(api: Api, type_: str) -> Any:
    """A resource that may be deleted, where the type has that."""
    if type_ == "emergency_calling_services":
        return api.one("/emergency_calling_services", status="active")
    if "delete" in BY_TYPE[type_].operations and type_ in {*FRESH, "encrypted_files"}:
        return create(api, type_).data
    return api.list(f"/{type_}")[0]


def perform(api: Api, operation: str, type_: str, version: str) -> Answer:
    resource = at(BY_TYPE[type_], version)
    if operation == "list":
        return api.get(resource.path, {"include": ",".join(resource.includes)} if resource.includes else {})
    if operation == "create":
        return create(api, type_)
    if type_ == "balances":
        return api.get("/balance")
    record = some(api, type_)
    if operation == "update":
        return api.update(record, CHANGES.get(type_, {"external_reference_id": "changed"}))
    return api.delete(record) if operation == "delete" else api.get(f"{resource.path}/{record['id']}")


@pytest.mark.parametrize(("method", "path", "statuses"), OPERATIONS, ids=[f"{m} {p}" for m, p, _ in OPERATIONS])
def test_an_operation(method: str, path: str, statuses: tuple[int, ...]) -> None:
    wanted = route(method, path.replace("{id}", "an-id"))
    answer = perform(start(), wanted.operation, wanted.resource.type, OLD)
    assert answer.status in statuses, answer.reply.body
    check_answer(answer, wanted.operation, wanted.resource, OLD)


@pytest.mark.parametrize("resource", [one for one in types_at(NEW) if one.operations], ids=lambda one: one.type)
def test_every_operation_of_the_newest_version(resource: Any) -> None:
    for operation in resource.operations:
        answer = perform(start(version=NEW).speaking(NEW), operation, resource.type, NEW)
        assert answer.status < 300, answer.reply.body
        check_answer(answer, operation, resource, NEW)


def check_answer(answer: Answer, operation: str, resource: Any, version: str) -> None:
    if answer.status == 204:
        assert answer.reply.body == b""
        return
    assert answer.reply.headers["Content-Type"] == "application/vnd.api+json"
    many = operation == "list"
    check_document(answer.document, resource.type, version, many=many, paginated=many and resource.paginated)
    assert not many or answer.data


def refused(api: Api, status: int, method: str, path: str) -> Answer:
    wanted = route(method, path.replace("{id}", "an-id"))
    missing = path.replace("{id}", "00000000-0000-4000-8000-000000000000")
    body = {"data": {"type": wanted.resource.type, "id": missing.rpartition("/")[2]}} if method == "PATCH" else None
    if status == 401:
        return api.send(method, missing, body, {"Api-Key": ""})
    if status == 404:
        return api.send(method, missing, body)
    if status == 400:
        return bad_request(api, wanted.operation, wanted.resource.type)
    return wrong(api, wanted.operation, wanted.resource.type)


def bad_request(api: Api, operation: str, type_: str) -> Answer:
    if type_ == "did_history":
        return api.get("/did_history", {"filter[created_at_gteq]": "2026-01-01T00:00:00Z"})
    if operation == "list":
        return api.get(f"/{type_}", {"filter[bogus]": "1"})
    return api.create(type_, {"name": "Without what it needs"})


def wrong(api: Api, operation: str, type_: str) -> Answer:
    if operation == "update":
        record = api.one(f"/{type_}")
        return api.update(record, WRONG.get(type_, {"name": None}))
    if type_ == "encrypted_files":
        return api.send_form({"encrypted_files[file]": b"x", "encrypted_files[encryption_fingerprint]": b"old"})
    if type_.endswith("_requirement_validations"):
        return api.create(type_, None, {**FRESH[type_](api)["relationships"], "address": api.list("/addresses")[4]})
    if type_ == "voice_out_trunk_regenerate_credentials":
        trunk = api.one("/voice_out_trunks", authentication_method__type="twilio")
        return api.create(type_, None, {"voice_out_trunk": trunk})
    return api.create(type_, WRONG.get(type_, {"bogus": 1, "configuration": {"type": "bogus"}}))


REFUSALS = [(s, m, p) for m, p, statuses in OPERATIONS for s in statuses if s >= 400 and s != 403]


@pytest.mark.parametrize(("status", "method", "path"), REFUSALS, ids=[f"{s} {m} {p}" for s, m, p in REFUSALS])
def test_a_refusal(status: int, method: str, path: str) -> None:
    answer = refused(start(), status, method, path)
    assert answer.status == status, answer.reply.body
    check_errors(answer.document, status)
    assert answer.reply.headers["Content-Type"] == "application/vnd.api+json"


def test_a_completed_export_downloads(api: Api) -> None:
    export = api.again(create(api, "exports").data, 3)
    assert export["attributes"]["status"] == "completed"
    answer = api.send("GET", export["attributes"]["url"].removeprefix("https://demo.didww.example/v3"))
    assert answer.reply.headers["Content-Type"] == "application/gzip"
    assert gzip.decompress(answer.reply.body).startswith(b"Date/Time Start (UTC),")
