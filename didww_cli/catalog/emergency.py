"""Emergency calling: requirements, services and verifications."""

from __future__ import annotations

from didww_cli.catalog.model import (
    BOTH,
    CREATE,
    DATE,
    DATETIME,
    DECIMAL,
    STRINGS,
    Attribute,
    Ends,
    Family,
    Filter,
    Relationship,
    Resource,
)
from didww_cli.catalog.shared import CALLBACK_METHOD, CALLBACK_URL, CREATED_AT

EMERGENCY_REQUIREMENTS = Resource(
    type="emergency_requirements",
    noun="emergency requirements",
    singular="emergency requirement",
    help="What each country asks for before emergency calls work.",
    panel="Emergency",
    attributes=(
        Attribute("identity_type", help="Whom the country accepts.", enum=("any", "business", "personal")),
        Attribute(
            "personal_area_level",
            help="How near to the number a person must live; null: persons are not accepted.",
            nullable=True,
            enum=("world_wide", "country"),
        ),
        Attribute(
            "business_area_level",
            help="How near to the number a company must be; null: companies are not accepted.",
            nullable=True,
            enum=("world_wide", "country"),
        ),
        Attribute(
            "address_area_level", help="How near to the number the address must be.", enum=("country", "area", "city")
        ),
        Attribute("personal_mandatory_fields", STRINGS, help="What a personal identity must have filled in."),
        Attribute("business_mandatory_fields", STRINGS, help="What a business identity must have filled in."),
        Attribute("address_mandatory_fields", STRINGS, help="What the address must have filled in."),
        Attribute("estimate_setup_time", help="Days it usually takes."),
        Attribute("requirement_restriction_message", help="Limits that the country sets.", nullable=True),
    ),
    relationships=(
        Relationship("country", ("countries",), help="Its country."),
        Relationship("did_group_type", ("did_group_types",), help="Kind of number.", until="2026-11-19"),
    ),
    meta=(
        Attribute("setup_price", DECIMAL, help="Paid once; null where no price is agreed.", nullable=True),
        Attribute("monthly_price", DECIMAL, help="Paid each month; null where no price is agreed.", nullable=True),
    ),
    filters=(
        Filter("country.id", to="countries"),
        Filter("did_group_type.id", to="did_group_types", until="2026-11-19"),
        Filter("id"),
    ),
    includes=("country", "did_group_type"),
    paginated=True,
    operations=("list", "get"),
    path="/emergency_requirements",
    label=("identity_type",),
    columns=(
        "id",
        "country",
        "did_group_type",
        "identity_type",
        "address_area_level",
        "estimate_setup_time",
        "meta.monthly_price",
    ),
    since="2026-04-16",
)

EMERGENCY_REQUIREMENT_VALIDATIONS = Resource(
    type="emergency_requirement_validations",
    noun="",
    singular="emergency requirement check",
    help="Whether an identity and an address fulfil an emergency requirement.",
    relationships=(
        Relationship(
            "emergency_requirement",
            ("emergency_requirements",),
            help="Rules to check against.",
            writable=CREATE,
            required=True,
            readable=False,
        ),
        Relationship(
            "identity", ("identities",), help="Identity to check.", writable=CREATE, clearable=True, readable=False
        ),
        Relationship(
            "address", ("addresses",), help="Address to check.", writable=CREATE, clearable=True, readable=False
        ),
    ),
    operations=("create",),
    path="/emergency_requirement_validations",
    since="2026-04-16",
)

EMERGENCY_CALLING_SERVICES = Resource(
    type="emergency_calling_services",
    noun="emergency services",
    singular="emergency service",
    help="Emergency calling of your DIDs.",
    panel="Emergency",
    attributes=(
        Attribute("name", help="Its name."),
        Attribute("reference", help="Short reference that DIDWW gave it."),
        Attribute(
            "status",
            help="Where it stands.",
            enum=("active", "canceled", "new", "changes_required", "in_process", "pending_update"),
        ),
        Attribute("activated_at", DATETIME, help="When it went live.", nullable=True),
        Attribute("canceled_at", DATETIME, help="When it was given up.", nullable=True),
        Attribute("renew_date", DATE, help="Day of the next renewal; null once canceled.", nullable=True),
        CREATED_AT,
    ),
    relationships=(
        Relationship("country", ("countries",), help="Its country."),
        Relationship("did_group_type", ("did_group_types",), help="Kind of number.", until="2026-11-19"),
        Relationship("order", ("orders",), help="Order that brought it."),
        Relationship("emergency_requirement", ("emergency_requirements",), help="Rules that it follows."),
        Relationship(
            "emergency_verification", ("emergency_verifications",), help="Verification of its emergency address."
        ),
        Relationship("dids", ("dids",), many=True, help="DIDs that it is for."),
    ),
    meta=(
        Attribute("setup_price", DECIMAL, help="Paid once."),
        Attribute("monthly_price", DECIMAL, help="Paid each month."),
    ),
    filters=(
        Filter("address.id", to="addresses", path="emergency_verification.address.id"),
        Filter("country.id", to="countries"),
        Filter("did_group_type.id", to="did_group_types", until="2026-11-19"),
        Filter("id"),
        Filter("identity.id", to="identities", path="emergency_verification.address.identity.id"),
        Filter("name"),
        Filter("reference"),
        Filter("status", enum=("active", "canceled", "new", "changes_required", "in_process", "pending_update")),
    ),
    sorts=("country.name", "created_at", "name", "renew_date", "status"),
    includes=("country", "did_group_type", "order", "emergency_requirement", "emergency_verification", "dids"),
    paginated=True,
    operations=("list", "get", "delete"),
    delete_means="cancel",
    path="/emergency_calling_services",
    lookup=("reference", "name"),
    label=("name",),
    columns=(
        "reference",
        "name",
        "status",
        "country",
        "did_group_type",
        "activated_at",
        "renew_date",
        "meta.monthly_price",
    ),
    since="2026-04-16",
)

EMERGENCY_VERIFICATIONS = Resource(
    type="emergency_verifications",
    noun="emergency verifications",
    singular="emergency verification",
    help="Reviews of addresses for emergency calls.",
    panel="Emergency",
    attributes=(
        Attribute("reference", help="Short reference that DIDWW gave it."),
        Attribute("status", help="How far the review is.", enum=("approved", "pending", "rejected")),
        Attribute("reject_reasons", STRINGS, help="Why it was rejected.", nullable=True),
        Attribute("reject_comment", help="What the reviewer wrote.", nullable=True),
        CALLBACK_URL,
        CALLBACK_METHOD,
        Attribute(
            "external_reference_id",
            help="Your own reference, at most 100 characters.",
            writable=BOTH,
            nullable=True,
            max_length=100,
        ),
        CREATED_AT,
    ),
    relationships=(
        Relationship("address", ("addresses",), help="The address.", writable=CREATE, required=True),
        Relationship(
            "emergency_calling_service",
            ("emergency_calling_services",),
            help="Service that gets this address (new, changes_required or active); without it the DIDs get a new one.",
            writable=CREATE,
            excludes="dids",
        ),
        Relationship(
            "dids",
            ("dids",),
            many=True,
            help="DIDs of a new service: active, with the feature emergency, of one country and type, in no service.",
            writable=CREATE,
            excludes="emergency_calling_service",
        ),
    ),
    filters=(
        Filter("emergency_calling_service.id", to="emergency_calling_services"),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("status", enum=("approved", "pending", "rejected")),
    ),
    sorts=("created_at", "external_reference_id"),
    includes=("address", "emergency_calling_service", "dids"),
    paginated=True,
    operations=("list", "get", "create", "update"),
    path="/emergency_verifications",
    lookup=("reference", "external_reference_id"),
    label=("reference",),
    together=(("callback_url", "callback_method"),),
    columns=("reference", "status", "address", "emergency_calling_service", "reject_reasons", "created_at", "id"),
    ends=Ends("approved", ("rejected",)),
    since="2026-04-16",
)

FAMILIES = (Family("emergency", "Emergency calling: requirements, services and verifications.", "Emergency"),)
RESOURCES = (
    EMERGENCY_REQUIREMENTS,
    EMERGENCY_REQUIREMENT_VALIDATIONS,
    EMERGENCY_CALLING_SERVICES,
    EMERGENCY_VERIFICATIONS,
)
