"""Who the numbers are registered to, and what countries ask for."""

from __future__ import annotations

from typing import Any

from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.geography import area, city, country
from didww_cli.emulator.seed.keys import PUBLIC_KEYS
from didww_cli.emulator.state import Link

# whom the document is about, names
PROOF_TYPES = {
    "Address": ("Copy of Phone Bill", "Utility Bill", "Rental Receipt", "Other"),
    "Personal": ("Drivers License", "National ID", "Passport", "Residence Permit"),
    "Business": ("Business Registration Certificate", "Trade License"),
    "Porting": ("Letter of Authorization",),
}
# name, stays on file
TEMPLATES = (("Generic LOI", False), ("Germany Registration Form", True), ("France Declaration of Use", False))
# name: attributes; the name is the external reference
IDENTITIES: dict[str, dict[str, Any]] = {
    "jane": {
        "identity_type": "personal",
        "first_name": "Jane",
        "last_name": "Doe",
        "phone_number": "442079460990",
        "contact_email": "jane@example.com",
        "birth_date": "1985-04-12",
        "verified": True,
    },
    "trading": {
        "identity_type": "business",
        "first_name": "Erika",
        "last_name": "Mustermann",
        "phone_number": "493023125990",
        "contact_email": "office@example.org",
        "company_name": "Example Trading GmbH",
        "company_reg_number": "HRB 000000",
        "vat_id": "DE000000000",
        "verified": True,
    },
    "hotel": {
        "identity_type": "business",
        "first_name": "José",
        "last_name": "Álvarez",
        "phone_number": "527445550190",
        "company_name": "Hotel Ejemplo, S.A. de C.V.",
        "description": "Not reviewed yet",
    },
    "john": {
        "identity_type": "personal",
        "first_name": "John",
        "last_name": "Smith",
        "phone_number": "12125550190",
        "contact_email": "john@example.net",
    },
}
_COUNTRY_OF = {"jane": "GB", "trading": "DE", "hotel": "MX", "john": "US"}
# name, identity, country, area, city, street, town, postal code, verified
ADDRESSES = (
    ("london", "jane", "GB", "Greater London", "London", "1 Example Street", "London", "EC1A 1AA", True),
    ("berlin", "trading", "DE", "Berlin", "Berlin", "Musterstraße 1", "Berlin", "10115", True),
    ("frankfurt", "trading", "DE", "Frankfurt am Main", "Frankfurt", "Beispielweg 2", "Frankfurt", "60311", False),
    ("paris", "trading", "FR", "Paris", "Paris", "3 rue de l'Exemple", "Paris", "75001", False),
    ("acapulco", "hotel", "MX", "", "Acapulco", "Avenida Ejemplo 4", "Acapulco", "39300", False),
    ("new-york", "john", "US", "New York City", "New York", "5 Sample Avenue", "New York", "10001", True),
    ("los-angeles", "john", "US", "", "Los Angeles", "6 Sample Boulevard", "Los Angeles", "90001", False),
)
# country, kind of number: proofs of person, company and address, where the address must be, fields of each
REQUIREMENTS = (
    ("DE", "Local", (1, 1, 1), "city", ["birth_date", "country"], ["company_reg_number"]),
    ("FR", "Local", (1, 1, 1), "country", ["birth_date"], ["company_reg_number"]),
    ("FR", "Mobile", (1, 1, 0), "country", ["id_number"], ["company_reg_number", "vat_id"]),
    ("IE", "National", (0, 1, 1), "country", None, None),
    ("LT", "Local", (0, 0, 1), "world_wide", None, None),
    ("ES", "Local", (1, 1, 1), "country", ["id_number"], ["vat_id"]),
)


def add_regulation(build: Builder) -> None:
    """Adds keys, forms, identities, addresses, their proofs and the requirements of countries."""
    for place, key in enumerate(PUBLIC_KEYS, 1):
        build.add("public_keys", str(place), {"key": key})
    for entity, names in PROOF_TYPES.items():
        for name in names:
            build.add("proof_types", f"{entity}-{name}", {"name": name, "entity_type": entity})
    for name, permanent in TEMPLATES:
        url = f"https://files.example.com/forms/{name.lower().replace(' ', '-')}.pdf"
        build.add("supporting_document_templates", name, {"name": name, "permanent": permanent, "url": url})
    _add_identities(build)
    _add_addresses(build)
    _add_documents(build)
    _add_requirements(build)


def _add_identities(build: Builder) -> None:
    for name, given in IDENTITIES.items():
        attributes = {**given, "external_reference_id": f"identity-{name}", "created_at": build.ago(70)}
        home = country(_COUNTRY_OF[name])
        build.add("identities", name, attributes, {"country": home, "birth_country": home if name == "jane" else None})


def _add_addresses(build: Builder) -> None:
    for name, identity, iso, area_name, city_name, street, town, code, verified in ADDRESSES:
        attributes = {
            "address": street,
            "city_name": town,
            "postal_code": code,
            "verified": verified,
            "external_reference_id": f"address-{name}",
            "created_at": build.ago(69),
        }
        links: dict[str, Link] = {
            "identity": identifier("identities", identity),
            "country": country(iso),
            "area": area(iso, area_name),
            "city": city(iso, city_name),
        }
        build.add("addresses", name, attributes, links)


def _add_documents(build: Builder) -> None:
    # name, proof type, proven, days until it expires
    proofs = (
        ("jane-passport", "Personal-Passport", ("identities", "jane"), 900),
        ("trading-register", "Business-Business Registration Certificate", ("identities", "trading"), None),
        ("berlin-bill", "Address-Utility Bill", ("addresses", "berlin"), 120),
    )
    for name, kind, proven, days in proofs:
        expires = build.ago(-days) if days else None
        attributes = {"created_at": build.ago(60), "expires_at": expires, "external_reference_id": f"proof-{name}"}
        links: dict[str, Link] = {"proof_type": identifier("proof_types", kind), "entity": identifier(*proven)}
        build.add("proofs", name, attributes, links)
    form = {"created_at": build.ago(60), "external_reference_id": "form-trading"}
    template = identifier("supporting_document_templates", "Germany Registration Form")
    owner = identifier("identities", "trading")
    build.add("permanent_supporting_documents", "trading-form", form, {"template": template, "identity": owner})
    upload = {"description": "Passport, scanned", "expires_at": build.ago(-0.9)}
    build.until(build.add("encrypted_files", "passport", upload), 0.9)


def _add_requirements(build: Builder) -> None:
    for iso, kind, (personal, business, address), level, personal_fields, business_fields in REQUIREMENTS:
        attributes = {
            "identity_type": "business" if iso == "IE" else "any",
            "personal_area_level": None if iso == "IE" else "world_wide",
            "business_area_level": "world_wide",
            "address_area_level": level,
            "personal_proof_qty": personal,
            "business_proof_qty": business,
            "address_proof_qty": address,
            "personal_mandatory_fields": personal_fields,
            "business_mandatory_fields": business_fields,
            "service_description_required": iso == "FR",
            "restriction_message": f"{kind} numbers of this country work after registration.",
        }
        build.add("address_requirements", f"{iso}-{kind}", attributes, _requirement_links(iso, kind))


def _requirement_links(iso: str, kind: str) -> dict[str, Any]:
    form = identifier("supporting_document_templates", "Germany Registration Form") if iso == "DE" else None
    once = identifier("supporting_document_templates", "France Declaration of Use") if iso == "FR" else None
    proofs = {
        f"{whom.lower()}_proof_types": [identifier("proof_types", f"{whom}-{name}") for name in PROOF_TYPES[whom]]
        for whom in ("Personal", "Business", "Address")
    }
    return {
        "country": country(iso),
        "did_group_type": identifier("did_group_types", kind),
        "personal_permanent_document": form,
        "business_permanent_document": form,
        "personal_onetime_document": once,
        "business_onetime_document": once,
        **proofs,
    }
