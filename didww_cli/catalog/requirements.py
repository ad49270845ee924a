"""What requirements ask for: where each thing stands, how it is said, how DIDWW says that it is missing, what supplies
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from didww_cli.catalog.emergency import EMERGENCY_REQUIREMENTS
from didww_cli.catalog.regulation import ADDRESS_REQUIREMENTS, ADDRESSES, IDENTITIES
from didww_cli.plain_data import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """The members of a requirement that say what it asks of one kind of identity, or of the address; empty where it has
    none. ``level``: where it must be; ``each_time``: the form that is handed in with each verification.
    """

    called: str
    level: str
    fields: str = ""
    quantity: str = ""
    types: str = ""
    form: str = ""
    each_time: str = ""

    @property
    def links(self) -> tuple[str, ...]:
        """The relationships among them."""
        return tuple(name for name in (self.types, self.form, self.each_time) if name)


@dataclass(frozen=True, slots=True)
class Rules:
    """The members of one type of requirement. ``people``: what is asked of each kind of identity."""

    type: str
    people: Mapping[str, Side]
    address: Side
    limits: str
    description: str = ""
    setup_time: str = ""
    setup_price: str = ""
    monthly_price: str = ""

    @property
    def include(self) -> tuple[str, ...]:
        """What is included with it to tell it in words."""
        sides = (*self.people.values(), self.address)
        return (*PLACED, *dict.fromkeys(name for side in sides for name in side.links))


PLACED = ("country", "did_group_type")
"""What says whose requirement it is."""

ADDRESS_RULES = Rules(
    type=ADDRESS_REQUIREMENTS.type,
    people={
        kind: Side(
            called,
            f"{kind}_area_level",
            f"{kind}_mandatory_fields",
            f"{kind}_proof_qty",
            f"{kind}_proof_types",
            f"{kind}_permanent_document",
            f"{kind}_onetime_document",
        )
        for kind, called in (("personal", "person"), ("business", "company"))
    },
    address=Side("address", "address_area_level", quantity="address_proof_qty", types="address_proof_types"),
    limits="restriction_message",
    description="service_description_required",
)
EMERGENCY_RULES = Rules(
    type=EMERGENCY_REQUIREMENTS.type,
    people={
        kind: Side(called, f"{kind}_area_level", f"{kind}_mandatory_fields")
        for kind, called in (("personal", "person"), ("business", "company"))
    },
    address=Side("address", "address_area_level", "address_mandatory_fields"),
    limits="requirement_restriction_message",
    setup_time="estimate_setup_time",
    setup_price="meta.setup_price",
    monthly_price="meta.monthly_price",
)

KIND, ANY = "identity_type", "any"
"""The member that says which kind of identity it is, or is accepted; and all of them."""
PLACES = {
    "world_wide": "anywhere in the world",
    "country": "in {country}",
    "area": "in the area of the number",
    "city": "in the city of the number",
}
"""Where somebody or an address must be."""
IN_COUNTRY = "country"
NEAR = ("area", "city")
"""Levels at which an address must be near the number: in its city, or in the area of that. They are called as the
relationships of an address to these places."""
CITY, AREA = "city", "area"
NAME, URL, ISO = "name", "url", "iso"
FORM_OF, FORMS = "template", "permanent_documents"
PROOFS, PROOF_TYPE = "proofs", "proof_type"
OWNER = "identity"
OF_PERSON = ("country", "birth_country", "proofs.proof_type", "permanent_documents.template")
OF_ADDRESS = ("country", "area", "city", "proofs.proof_type", "identity")
"""What is included with an identity and with an address to see what is there."""

GROUP, RULES_OF_GROUP, NEEDED = "did_group", "address_requirement", "meta.needs_registration"
OF_GROUP = ("country", "did_group_type", "city", "address_requirement")
"""What is included with a DID group to find its requirements."""
COUNTRY_FILTER = "country.id"
AREA_NAME = "area_name"
NUMBER_TYPE = ("number_type", "did_group_type.name")
"""Where a DID group or requirement says its kind of number: in the newer version, and in the older one."""


class Aspect(StrEnum):
    """What can be missing of an identity or address."""

    KIND = "kind"
    PLACE = "place"
    FIELD = "field"
    DOCUMENTS = "documents"
    FORM = "form"
    OTHER = "other"
    """What DIDWW says in words that are not known."""


IDENTITY, ADDRESS = IDENTITIES.type, ADDRESSES.type


@dataclass(frozen=True, slots=True)
class Complaint:
    """How DIDWW says that something is missing: a regular expression, whose group ``field`` is the field. ``field``:
    what it always is about.
    """

    of: str
    aspect: Aspect
    pattern: str
    field: str = ""


# the examples of validations in DIDWW's Postman collection, 2026-04-16, and those that are formed alike
COMPLAINTS = (
    Complaint(IDENTITY, Aspect.KIND, r"(Personal|Business) Identity required"),
    Complaint(IDENTITY, Aspect.FIELD, r"Identity Place of Birth must be .+", "birth_country"),
    Complaint(IDENTITY, Aspect.PLACE, r"Identity Country must be .+"),
    Complaint(IDENTITY, Aspect.FIELD, r"(?P<field>.+) is required for (Personal|Business) Identity"),
    Complaint(ADDRESS, Aspect.FIELD, r"(?P<field>.+) is required for Address"),
    Complaint(IDENTITY, Aspect.DOCUMENTS, r"\d+ Identity Proof\(s\) \(.*\) required"),
    Complaint(ADDRESS, Aspect.DOCUMENTS, r"\d+ Address Proof\(s\) \(.*\) required"),
    Complaint(IDENTITY, Aspect.FORM, r"Following Supporting Document\(s\) required \(.*\)"),
    Complaint(ADDRESS, Aspect.PLACE, r"Address in .+ required"),
)
SUPPLIES: Mapping[tuple[str, Aspect], str] = {
    (IDENTITY, Aspect.KIND): "didww identities create --identity-type {kind} --first-name NAME --last-name NAME "
    "--phone-number DIGITS",
    (IDENTITY, Aspect.PLACE): "didww identities update {ref} --country {country}",
    (IDENTITY, Aspect.FIELD): "didww identities update {ref} --{option} VALUE",
    (IDENTITY, Aspect.DOCUMENTS): "didww proofs add FILE --entity {ref} --proof-type {name}",
    (IDENTITY, Aspect.FORM): "didww documents add FILE --identity {ref} --template {name}",
    (IDENTITY, Aspect.OTHER): "didww identities get {ref}",
    (ADDRESS, Aspect.PLACE): "didww addresses create --identity {owner} --country {country} --city-name NAME "
    "--postal-code CODE --address STREET",
    (ADDRESS, Aspect.FIELD): "didww addresses update {ref} --{option} VALUE",
    (ADDRESS, Aspect.DOCUMENTS): "didww proofs add FILE --entity {ref} --proof-type {name}",
    (ADDRESS, Aspect.OTHER): "didww addresses get {ref}",
}
"""The command that supplies what is missing."""

_LABELS = {"place_of_birth": "birth_country", "company_registration_number": "company_reg_number"}


def field_named(label: str) -> str:
    """The member of an identity or address that a requirement calls so: by its name, or by words for people."""
    plain = label.strip().lower().replace(" ", "_")
    return _LABELS.get(plain, plain)


PROOF_LINKS = ("entity", "proof_type")
FORM_LINKS = ("identity", "template")
"""What a proof and a form on file are linked to: whose they are, and of which kind."""
FILES_LINK, ONETIME_LINK = "files", "onetime_files"
"""The uploaded files of a proof or form, and the filled-in forms of one verification."""
VERIFIED, NUMBERS_LINK, DESCRIPTION = "address", "dids", "service_description"
"""What a verification is of, the numbers that it is for, and what they are said to be for."""
VERIFICATION = "address_verification"
"""The last verification of a number."""
FILE_NOTE, FILE_HOURS = "description", 24
"""The note of an uploaded file; the hours after which one that nothing uses is deleted."""
