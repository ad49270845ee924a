"""What an identity and an address lack of what a country asks for, in the words of the server."""

from __future__ import annotations

from collections.abc import Iterator

from didww_cli.emulator.derived import related
from didww_cli.emulator.effects.change import Behaviour, Change, link_error
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.state import Record, State

_FIELDS = {
    "birth_date": "Birth Date",
    "birth_country": "Place of Birth",
    "country": "Country",
    "personal_tax_id": "Personal Tax ID",
    "id_number": "ID Number",
    "vat_id": "VAT ID",
    "company_reg_number": "Company Registration Number",
    "contact_email": "Contact email",
}
_BY_LABEL = {label.casefold(): name for name, label in _FIELDS.items()}


def lacks(state: State, requirement: Record, identity: Record | None, address: Record | None) -> list[str]:
    """One message for each thing that is missing; none where the requirement is fulfilled."""
    found: list[str] = []
    if identity:
        found += _lacks_of_identity(state, requirement, identity)
    if address:
        found += _lacks_of_address(state, requirement, address)
    return found


def _lacks_of_identity(state: State, requirement: Record, identity: Record) -> Iterator[str]:
    kind = identity.attributes["identity_type"]
    if requirement.attributes["identity_type"] not in ("any", kind):
        yield f"{requirement.attributes['identity_type'].capitalize()} Identity required"
        return
    home = state.get("countries", requirement.link("country"))
    if home and requirement.attributes[f"{kind}_area_level"] == "country" and identity.link("country") != home.id:
        yield f"Identity Country must be {home.attributes['name']}"
    for label in requirement.attributes[f"{kind}_mandatory_fields"] or ():
        if not _is_filled(identity, label):
            yield f"{_FIELDS.get(label, label)} is required for {kind.capitalize()} Identity"
    yield from _lacks_proofs(state, requirement, identity, kind, "Identity")
    yield from _lacks_form(state, requirement, identity, kind)


def _is_filled(identity: Record, label: str) -> bool:
    name = label if label in _FIELDS else _BY_LABEL.get(label.casefold(), "")
    return bool(identity.value(name)) or name == ""


def _lacks_proofs(state: State, requirement: Record, entity: Record, kind: str, shown: str) -> Iterator[str]:
    wanted = requirement.attributes.get(f"{kind}_proof_qty", 0)
    types = related(state, requirement, f"{kind}_proof_types") if wanted else []
    accepted = {type_.id for type_ in types}
    proofs = [proof for proof in related(state, entity, "proofs") if proof.link("proof_type") in accepted]
    if len(proofs) < wanted:
        names = ", ".join(type_.attributes["name"] for type_ in types)
        yield f"{wanted} {shown} Proof(s) ({names}) required"


def _lacks_form(state: State, requirement: Record, identity: Record, kind: str) -> Iterator[str]:
    form = state.get("supporting_document_templates", requirement.link(f"{kind}_permanent_document"))
    held = {document.link("template") for document in related(state, identity, "permanent_documents")}
    if form and form.id not in held:
        yield f"Following Supporting Document(s) required ({form.attributes['name']})"


def _lacks_of_address(state: State, requirement: Record, address: Record) -> Iterator[str]:
    home = state.get("countries", requirement.link("country"))
    level = requirement.attributes["address_area_level"]
    if home and level != "world_wide" and address.link("country") != home.id:
        yield f"Address in {home.attributes['name']} required"
    yield from _lacks_proofs(state, requirement, address, "address", "Address")


def lacks_place(state: State, requirement: Record, address: Record, dids: list[Record]) -> list[str]:
    """A message for each city or area of the DIDs that the address would have to be in and is not."""
    level = requirement.attributes["address_area_level"]
    if level not in ("city", "area"):
        return []
    groups = [group for did in dids for group in related(state, did, "did_group")]
    cities = [city for group in groups for city in related(state, group, "city")]
    places = [place for city in cities for place in ([city] if level == "city" else related(state, city, "area"))]
    missed = [place.attributes["name"] for place in places if address.link(level) != place.id]
    return [f"Address in {name} required" for name in dict.fromkeys(missed)]


def _check(change: Change) -> Iterator[ErrorObject]:
    requirement = change.target(change.resource.type.removesuffix("_validations"))
    identity, address = change.target("identity"), change.target("address")
    if requirement is None:
        return
    if identity is None and address is None:
        yield invalid("/data", "identity or address must be present")
    if identity and address and address.link("identity") != identity.id:
        yield link_error("address", "is invalid")
    for message in lacks(change.state, requirement, identity, address):
        yield invalid("/data", message)


VALIDATIONS = Behaviour(check=_check)
