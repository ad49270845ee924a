"""Emergency calling: requirements, services and verifications."""

from __future__ import annotations

from dataclasses import replace

from didww_cli.catalog.model import (
    CREATE,
    DATE,
    DATETIME,
    DECIMAL,
    STRINGS,
    Attribute,
    Composed,
    Ends,
    Family,
    Filter,
    Relationship,
    Renewal,
    Resource,
)
from didww_cli.catalog.shared import (
    BUSINESS_LEVEL,
    CALLBACK_METHOD,
    CALLBACK_URL,
    CHECKED_ADDRESS,
    CHECKED_IDENTITY,
    CLEARABLE_REFERENCE_2026,
    COUNTRY,
    COUNTRY_ID,
    CREATED_AT,
    GROUP_TYPE,
    GROUP_TYPE_ID,
    NUMBER_TYPE,
    NUMBER_TYPE_IS,
    ORDER,
    PERSONAL_LEVEL,
    REFERENCE,
    REFERENCE_CLEARS,
    REJECT_COMMENT,
    REJECT_REASONS,
    REJECTED,
    VERIFIED_ADDRESS,
)

_SERVICE_STATUSES = ("active", "canceled", "new", "changes_required", "in_process", "pending_update")
_REVIEW_STATUSES = ("approved", "pending", "rejected")

EMERGENCY_REQUIREMENTS = Resource(
    type="emergency_requirements",
    noun="emergency requirements",
    singular="emergency requirement",
    help="What each country asks for before emergency calls work.",
    panel="Emergency",
    attributes=(
        Attribute("identity_type", help="Whom the country accepts.", enum=("any", "business", "personal")),
        PERSONAL_LEVEL,
        BUSINESS_LEVEL,
        Attribute(
            "address_area_level", help="How near to the number the address must be.", enum=("country", "area", "city")
        ),
        Attribute("personal_mandatory_fields", STRINGS, help="What a personal identity must have filled in."),
        Attribute("business_mandatory_fields", STRINGS, help="What a business identity must have filled in."),
        Attribute("address_mandatory_fields", STRINGS, help="What the address must have filled in."),
        Attribute("estimate_setup_time", help="Days it usually takes."),
        Attribute("requirement_restriction_message", help="Limits that the country sets.", nullable=True),
        NUMBER_TYPE,
    ),
    relationships=(COUNTRY, GROUP_TYPE),
    meta=(
        Attribute("setup_price", DECIMAL, help="Paid once; null where no price is agreed.", nullable=True),
        Attribute("monthly_price", DECIMAL, help="Paid each month; null where no price is agreed.", nullable=True),
    ),
    filters=(COUNTRY_ID, GROUP_TYPE_ID, NUMBER_TYPE_IS, Filter("id")),
    includes=("country", "did_group_type"),
    paginated=True,
    operations=("list", "get"),
    path="/emergency_requirements",
    lookup=("country_and_type", "code_and_type"),
    label=("country.name", "did_group_type.name", "number_type"),
    composed=(
        Composed("country_and_type", ("country.name", "did_group_type.name", "number_type"), " "),
        Composed("code_and_type", ("country.iso", "did_group_type.name", "number_type"), " "),
    ),
    columns=(
        "id",
        "country",
        "did_group_type",
        "number_type",
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
        CHECKED_IDENTITY,
        CHECKED_ADDRESS,
    ),
    operations=("create",),
    about="emergency_requirement",
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
        REFERENCE,
        Attribute("status", help="Where it stands.", enum=_SERVICE_STATUSES),
        Attribute("activated_at", DATETIME, help="When it went live.", nullable=True),
        Attribute("canceled_at", DATETIME, help="When it was given up.", nullable=True),
        Attribute("renew_date", DATE, help="Day of the next renewal; null once canceled.", nullable=True),
        CREATED_AT,
        NUMBER_TYPE,
    ),
    relationships=(
        COUNTRY,
        GROUP_TYPE,
        ORDER,
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
        COUNTRY_ID,
        GROUP_TYPE_ID,
        NUMBER_TYPE_IS,
        Filter("id"),
        Filter("identity.id", to="identities", path="emergency_verification.address.identity.id"),
        Filter("name"),
        Filter("reference"),
        Filter("status", enum=_SERVICE_STATUSES),
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
        "number_type",
        "activated_at",
        "renew_date",
        "meta.monthly_price",
    ),
    renewal=Renewal(end="renew_date"),
    since="2026-04-16",
)

EMERGENCY_VERIFICATIONS = Resource(
    type="emergency_verifications",
    spans=(REFERENCE_CLEARS,),
    noun="emergency verifications",
    singular="emergency verification",
    help="Reviews of addresses for emergency calls.",
    panel="Emergency",
    attributes=(
        REFERENCE,
        Attribute("status", help="How far the review is.", enum=_REVIEW_STATUSES),
        REJECT_REASONS,
        REJECT_COMMENT,
        CALLBACK_URL,
        CALLBACK_METHOD,
        replace(CLEARABLE_REFERENCE_2026, since=""),
        CREATED_AT,
    ),
    relationships=(
        VERIFIED_ADDRESS,
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
        Filter("status", enum=_REVIEW_STATUSES),
    ),
    sorts=("created_at", "external_reference_id"),
    includes=("address", "emergency_calling_service", "dids"),
    paginated=True,
    operations=("list", "get", "create", "update"),
    path="/emergency_verifications",
    lookup=("reference", "external_reference_id"),
    label=("reference",),
    together=(("callback_url", "callback_method"),),
    columns=(
        "reference",
        "status",
        "address",
        "emergency_calling_service",
        *REJECTED,
        "created_at",
        "external_reference_id",
        "id",
    ),
    ends=Ends("approved", ("rejected",), REJECTED),
    since="2026-04-16",
)

FAMILY = Family("emergency", "Emergency calling: register, follow, and what it is made of.", "Emergency")
FAMILIES = (FAMILY,)
RESOURCES = (
    EMERGENCY_REQUIREMENTS,
    EMERGENCY_REQUIREMENT_VALIDATIONS,
    EMERGENCY_CALLING_SERVICES,
    EMERGENCY_VERIFICATIONS,
)
