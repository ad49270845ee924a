"""Orders, the balance and CDR exports."""

from __future__ import annotations

from dataclasses import replace

from didww_cli.catalog.model import (
    BOOLEAN,
    CAPITALS,
    CREATE,
    DATE,
    DATETIME,
    DECIMAL,
    DIGITS,
    INTEGER,
    OBJECT,
    OPERATIONS,
    VARIANTS,
    Attribute,
    Ends,
    Filter,
    Resource,
    Sale,
    Span,
    Term,
    Variant,
)
from didww_cli.catalog.shared import (
    CALLBACK_METHOD,
    CALLBACK_URL,
    CLEARABLE_REFERENCE_2026,
    CREATED_AT,
    REFERENCE,
    REFERENCE_CLEARS,
    UPDATE_2026,
)

_STATUSES = ("pending", "completed", "canceled")
_QUANTITY = Attribute("qty", INTEGER, help="How many.")
_PRICES = (
    Attribute("nrc", DECIMAL, help="Paid once, with VAT, as a decimal string."),
    Attribute("mrc", DECIMAL, help="Paid each month, with VAT, as a decimal string."),
    Attribute("prorated_mrc", BOOLEAN, help="The first month counts only in part."),
    Attribute("billed_from", DATE, help="First day paid for; null until it is filled.", nullable=True),
    Attribute("billed_to", DATE, help="Last day paid for; null until it is filled.", nullable=True),
)

_QTY = Term("qty", "qty", "How many numbers or channels.", "N")
_NUMBERS = Sale(
    what="numbers",
    title="DID",
    sku="sku_id",
    cycles="billing_cycles_count",
    stocked=True,
    one_of=("qty", "available_did_id", "did_reservation_id"),
    excludes=(("nanpa_prefix_id", "available_did_id"), ("nanpa_prefix_id", "did_reservation_id")),
    terms=(
        Term("sku", "sku_id", "Stock keeping unit to buy by; found by itself for what names a DID group.", "ID"),
        _QTY,
        Term(
            "available-did",
            "available_did_id",
            "Buy this number, by number or id; repeatable.",
            to="available_dids",
            skus="did_group.stock_keeping_units",
            many=True,
        ),
        Term(
            "reservation",
            "did_reservation_id",
            "Buy the number of a reservation; repeatable.",
            to="did_reservations",
            skus="available_did.did_group.stock_keeping_units",
            many=True,
        ),
        Term(
            "nanpa-prefix",
            "nanpa_prefix_id",
            "Numbers of this NANPA prefix; one, without --qty.",
            "NPANXX",
            to="nanpa_prefixes",
            skus="stock_keeping_units",
            through=("did_groups", "nanpa_prefix.id"),
        ),
        Term(
            "did-group",
            "did_group_id",
            "Numbers of this DID group: finds the SKU.",
            to="did_groups",
            skus="stock_keeping_units",
            finds=Attribute("did_group_id"),
        ),
        Term(
            "channels",
            "channels_included_count",
            "Choose the SKU that includes so many channels.",
            "N",
            finds=Attribute("channels_included_count", INTEGER, minimum=0),
        ),
        Term("billing-cycles-count", "billing_cycles_count", "Renewals, 0 to 999; for ever without it.", "N"),
    ),
    # in DIDWW's Postman text alone
    unlisted=(Attribute("prorate_days_qty", INTEGER, writable=CREATE, minimum=1),),
)
_CHANNELS = Sale(
    what="channels",
    title="Capacity",
    thing="capacity_pool_id",
    steps="qty_based_pricings",
    fewest="minimum_qty_per_order",
    terms=(
        Term("capacity-pool", "capacity_pool_id", "Buy channels of this pool, by name or id.", to="capacity_pools"),
        _QTY,
    ),
)

_DID_ORDER_ITEMS = Variant(
    "did_order_items",
    "did",
    help="Numbers.",
    sale=_NUMBERS,
    attributes=(
        replace(_QUANTITY, writable=CREATE, minimum=1),
        *_PRICES,
        Attribute("did_group_id", help="DID group of the numbers.", nullable=True),
        Attribute("setup_price", DECIMAL, help="Old name of nrc."),
        Attribute("monthly_price", DECIMAL, help="Old name of mrc."),
        Attribute("sku_id", help="Stock keeping unit (price) to buy.", writable=CREATE, readable=False),
        Attribute("did_reservation_id", help="Buy the number of this reservation.", writable=CREATE, readable=False),
        Attribute("available_did_id", help="Buy this very number.", writable=CREATE, readable=False),
        Attribute(
            "nanpa_prefix_id",
            help="Take numbers of this NANPA prefix.",
            writable=CREATE,
            readable=False,
            since="2022-05-10",
        ),
        Attribute(
            "billing_cycles_count",
            INTEGER,
            help="Renewals; left out, they renew for ever.",
            writable=CREATE,
            readable=False,
            minimum=0,
            maximum=999,
        ),
    ),
)
_CAPACITY_ORDER_ITEMS = Variant(
    "capacity_order_items",
    "capacity",
    help="Channels of a capacity pool.",
    sale=_CHANNELS,
    attributes=(
        replace(_QUANTITY, writable=CREATE, minimum=1),
        *_PRICES,
        Attribute("capacity_pool_id", help="Capacity pool of the channels.", writable=CREATE, nullable=True),
    ),
)
_EMERGENCY_ORDER_ITEMS = Variant(
    "emergency_order_items",
    "emergency",
    help="Emergency calling of a DID.",
    attributes=(
        _QUANTITY,
        *_PRICES,
        Attribute(
            "emergency_calling_service_id", help="Emergency service that it is for.", nullable=True, since="2026-04-16"
        ),
    ),
    creatable=False,
)
_GENERIC_ORDER_ITEMS = Variant(
    "generic_order_items", "generic", help="Anything else.", attributes=(_QUANTITY, *_PRICES), creatable=False
)

ORDERS = Resource(
    type="orders",
    noun="orders",
    singular="order",
    help="What you bought.",
    panel="Orders and account",
    attributes=(
        REFERENCE,
        Attribute("description", help="What was ordered, in a word."),
        Attribute("amount", DECIMAL, help="All that was charged, with VAT, as a decimal string."),
        Attribute("status", help="How far it is.", enum=_STATUSES),
        CREATED_AT,
        replace(CALLBACK_URL, clearable=False),
        replace(CALLBACK_METHOD, clearable=False),
        CLEARABLE_REFERENCE_2026,
        Attribute(
            "items",
            VARIANTS,
            help="What it consists of.",
            writable=CREATE,
            required=True,
            variants=(_DID_ORDER_ITEMS, _CAPACITY_ORDER_ITEMS, _EMERGENCY_ORDER_ITEMS, _GENERIC_ORDER_ITEMS),
        ),
        Attribute(
            "allow_back_ordering",
            BOOLEAN,
            help="Take numbers that are not in stock too: charged now, delivered later.",
            writable=CREATE,
            readable=False,
        ),
    ),
    filters=(
        Filter("created_at_gteq", DATETIME),
        Filter("created_at_lteq", DATETIME),
        Filter("external_reference_id", since="2026-04-16"),
        Filter("id"),
        Filter("reference"),
        Filter("status", enum=_STATUSES),
    ),
    sorts=("amount", "created_at", "external_reference_id", "reference", "status"),
    paginated=True,
    operations=OPERATIONS,
    delete_means="cancel",
    path="/orders",
    lookup=("reference", "external_reference_id"),
    label=("reference",),
    together=(("callback_url", "callback_method"),),
    columns=("reference", "status", "amount", "description", "created_at", "external_reference_id", "id"),
    ends=Ends("completed", ("canceled",)),
    spans=(UPDATE_2026, REFERENCE_CLEARS),
)

BALANCES = Resource(
    type="balances",
    noun="balance",
    singular="balance",
    help="Money that you can spend.",
    panel="Orders and account",
    attributes=(
        Attribute("balance", DECIMAL, help="Money paid in and not yet spent."),
        Attribute("credit", DECIMAL, help="Money that DIDWW lends on top."),
        Attribute("total_balance", DECIMAL, help="All that can be spent: balance and credit."),
    ),
    operations=("get",),
    singleton=True,
    path="/balance",
    label=("total_balance",),
    columns=("balance", "credit", "total_balance"),
)

EXPORTS = Resource(
    type="exports",
    noun="exports",
    singular="export",
    help="CDR exports: call records as files.",
    panel="Orders and account",
    attributes=(
        Attribute(
            "export_type",
            help="Which calls or messages: inbound or outbound.",
            writable=CREATE,
            required=True,
            enum=("cdr_in", "cdr_out", "sms_in", "sms_out"),
        ),
        Attribute("status", help="How far it is; completed has a file.", enum=("pending", "completed", "processing")),
        Attribute("url", help="Where its file is, once there is one.", nullable=True),
        Attribute(
            "filters",
            OBJECT,
            help="Period and further choice of calls.",
            writable=CREATE,
            required=True,
            since="2026-04-16",
        ),
        CALLBACK_URL,
        CALLBACK_METHOD,
        CLEARABLE_REFERENCE_2026,
        Attribute("created_at", DATETIME, help="When it was made.", nullable=True),
    ),
    filters=(
        Filter("created_at_gteq", DATETIME, since="2026-11-19"),
        Filter("created_at_lteq", DATETIME, since="2026-11-19"),
        Filter("export_type", enum=("cdr_in", "cdr_out", "sms_in", "sms_out"), since="2026-11-19"),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("status", enum=("pending", "completed", "processing"), since="2026-11-19"),
    ),
    sorts=("created_at", "external_reference_id", "status"),
    paginated=True,
    operations=("list", "get", "create", "update"),
    path="/exports",
    lookup=("external_reference_id",),
    label=("export_type",),
    together=(("callback_url", "callback_method"),),
    columns=("id", "export_type", "status", "filters.from", "filters.to", "created_at", "external_reference_id"),
    # the API lists none that fails; should one of these appear, no file will come
    ends=Ends("completed", ("failed", "canceled", "cancelled", "expired")),
    spans=(
        UPDATE_2026,
        REFERENCE_CLEARS,
        Span("export_type", "sms_in", since="2026-11-19"),
        Span("export_type", "sms_out", since="2026-11-19"),
    ),
)

_ADDRESSES = tuple(
    Filter(f"{end}_address_{how}", since="2026-11-19") for end in ("source", "destination") for how in ("eq", "cont")
)
_SMS_TRUNK = Filter("sms_trunk.id", to="sms_trunks", since="2026-11-19")
_SMS_ID = Filter("sms_id", since="2026-11-19")
EXPORT_CHOICES: dict[str, tuple[Filter, ...]] = {
    "cdr_in": (
        Filter("did_number", form=DIGITS),
        Filter("source_number", since="2026-11-19"),
        Filter("source_number_out", since="2026-11-19"),
        Filter("source_country_iso", form=CAPITALS, since="2026-11-19"),
    ),
    "cdr_out": (
        Filter("voice_out_trunk.id", to="voice_out_trunks"),
        Filter("source", since="2026-11-19"),
        Filter("cli", since="2026-11-19"),
        Filter("destination", since="2026-11-19"),
    ),
    "sms_in": (
        *_ADDRESSES,
        Filter("status", enum=("Success", "Failed", "Queued"), since="2026-11-19"),
        Filter("trunk_type", enum=("SMPP SMSC", "SMPP ESME", "Email", "HTTP IN"), since="2026-11-19"),
        _SMS_TRUNK,
        _SMS_ID,
    ),
    "sms_out": (
        *_ADDRESSES,
        Filter("status", enum=("Routing Error", "In Progress", "Queued", "Failed", "Success"), since="2026-11-19"),
        _SMS_TRUNK,
        _SMS_ID,
        Filter("service_type", enum=("a2p", "p2p"), since="2026-11-19"),
        Filter("sender_id_verification.id", to="sender_id_verifications", since="2026-11-19"),
    ),
}
"""What an export of each kind can be narrowed by, beyond its period; any other key is refused since 2026-11-19."""
LISTED_CHOICES = ("sms_trunk.id", "trunk_type", "sender_id_verification.id")
"""Those of which several values may be sent, as a list."""

RESOURCES = (ORDERS, BALANCES, EXPORTS)
