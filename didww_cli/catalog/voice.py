"""Trunks, points of presence and capacity."""

from __future__ import annotations

from didww_cli.catalog.model import (
    BOOLEAN,
    BOTH,
    CREATE,
    DATE,
    DECIMAL,
    INTEGER,
    INTEGERS,
    NETWORK,
    NULL,
    OPERATIONS,
    PHONE,
    STRINGS,
    UPDATE,
    URL,
    VARIANT,
    Attribute,
    Family,
    Filter,
    Need,
    Reckoned,
    Relationship,
    Renewal,
    Resource,
    Span,
    Variant,
)
from didww_cli.catalog.shared import CLEARABLE_REFERENCE, CLEARABLE_REFERENCE_2026, CREATED_AT, optional

_ENCRYPTION_MODES = ("disabled", "srtp_sdes", "srtp_dtls", "zrtp")
_ENCRYPTION = Attribute("media_encryption_mode", help="Encryption of the media.", writable=BOTH, enum=_ENCRYPTION_MODES)
_MISMATCH_ACTIONS = ("reject_call", "replace_cli", "send_original_cli", "randomize_cli")

_SIP_CONFIGURATIONS = Variant(
    "sip_configurations",
    "sip",
    help="Calls go to a SIP host.",
    attributes=(
        optional("host", help="Host name or address that calls go to."),
        optional("port", INTEGER, help="SIP port; null finds it by DNS SRV.", minimum=1, maximum=65535),
        optional("username", help="User part of the request URI; {DID} stands for the number."),
        Attribute(
            "transport_protocol_id",
            INTEGER,
            help="SIP transport.",
            writable=BOTH,
            codes="transports",
            minimum=0,
            option="transport",
        ),
        Attribute(
            "network_protocol_priority",
            help="Which IP version comes first.",
            writable=BOTH,
            enum=("force_ipv4", "force_ipv6", "any", "prefer_ipv4", "prefer_ipv6"),
            since="2026-04-16",
        ),
        Attribute("resolve_ruri", BOOLEAN, help="Resolve the host of the request URI first.", writable=BOTH),
        Attribute(
            "use_did_in_ruri", BOOLEAN, help="Put the DID into the request URI.", writable=BOTH, since="2026-04-16"
        ),
        Attribute(
            "codec_ids",
            INTEGERS,
            help="Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs.",
            writable=BOTH,
            codes="codecs",
            option="codecs",
        ),
        optional(
            "rx_dtmf_format_id",
            INTEGER,
            help="How DTMF tones are received.",
            codes="rx_dtmf",
            minimum=0,
            option="rx-dtmf",
        ),
        optional(
            "tx_dtmf_format_id", INTEGER, help="How DTMF tones are sent.", codes="tx_dtmf", minimum=0, option="tx-dtmf"
        ),
        Attribute("auth_enabled", BOOLEAN, help="Answer the host's request for a password.", writable=BOTH),
        optional("auth_user", help="User name for the host."),
        optional("auth_password", help="Password for the host.", secret=True),
        optional("auth_from_user", help="User part of the From header."),
        optional("auth_from_domain", help="Domain of the From header."),
        Attribute(
            "enabled_sip_registration",
            BOOLEAN,
            help="The trunk registers with DIDWW instead of having a host.",
            writable=BOTH,
            since="2026-04-16",
        ),
        Attribute("incoming_auth_username", help="User name to register with, made by DIDWW.", nullable=True),
        Attribute(
            "incoming_auth_password", help="Password to register with, made by DIDWW.", nullable=True, secret=True
        ),
        Attribute("sst_enabled", BOOLEAN, help="Use SIP session timers.", writable=BOTH),
        optional("sst_min_timer", INTEGER, help="Shortest session interval, seconds.", minimum=0),
        optional("sst_max_timer", INTEGER, help="Longest session interval, seconds.", minimum=0),
        optional("sst_session_expires", INTEGER, help="Session interval asked for, seconds.", minimum=0),
        Attribute(
            "sst_refresh_method_id",
            INTEGER,
            help="How a session is refreshed.",
            writable=BOTH,
            codes="refresh_methods",
            minimum=0,
            option="sip-sst-refresh-method",
        ),
        Attribute("sst_accept_501", BOOLEAN, help="Take a 501 to a refresh as success.", writable=BOTH),
        optional("sip_timer_b", INTEGER, help="Time limit of an INVITE, milliseconds.", minimum=0),
        optional("dns_srv_failover_timer", INTEGER, help="Time before the next SRV host, milliseconds.", minimum=0),
        optional("rtp_ping", BOOLEAN, help="Keep the media path open with packets."),
        optional("rtp_timeout", INTEGER, help="Seconds without media after which a call ends.", minimum=0),
        optional("force_symmetric_rtp", BOOLEAN, help="Send media to where it comes from."),
        optional("symmetric_rtp_ignore_rtcp", BOOLEAN, help="Learn that address from media alone, not from RTCP."),
        optional("allowed_rtp_ips", STRINGS, help="Addresses that media may come from; null is any.", form=NETWORK),
        _ENCRYPTION,
        Attribute(
            "stir_shaken_mode",
            help="How the caller's attestation is handed on.",
            writable=BOTH,
            enum=("disabled", "original", "pai", "original_pai", "verstat"),
        ),
        Attribute(
            "diversion_relay_policy",
            help="What becomes of a Diversion header.",
            writable=BOTH,
            enum=("none", "as_is", "sip", "tel"),
            since="2026-04-16",
        ),
        Attribute(
            "diversion_inject_mode",
            help="Whether DIDWW adds a Diversion header.",
            writable=BOTH,
            enum=("none", "did_number"),
            since="2026-04-16",
        ),
        Attribute(
            "cnam_lookup",
            BOOLEAN,
            help="Look up the caller's name and send it along.",
            writable=BOTH,
            since="2026-04-16",
        ),
        Attribute("max_transfers", INTEGER, help="Most REFER transfers in a call.", writable=BOTH, minimum=0),
        Attribute("max_30x_redirects", INTEGER, help="Most redirects followed in a call.", writable=BOTH, minimum=0),
        optional(
            "rerouting_disconnect_code_ids",
            INTEGERS,
            help="Failures after which the next trunk is tried.",
            codes="disconnect_codes",
            option="reroute-on",
        ),
    ),
    # from all of these DIDWW decides whether a trunk can register (its API collection, 2026-04-16)
    together=(("enabled_sip_registration", "use_did_in_ruri", "host", "port"),),
)
_PSTN_CONFIGURATIONS = Variant(
    "pstn_configurations",
    "pstn",
    help="Calls go to a phone number.",
    attributes=(optional("dst", help="Phone number that calls go to, digits only.", form=PHONE),),
    needs=(Need("dst"),),
)

_NEVER_NULL = ("rx_dtmf_format_id", "tx_dtmf_format_id", "sip_timer_b", "rtp_timeout", "dst")

VOICE_IN_TRUNKS = Resource(
    type="voice_in_trunks",
    noun="trunks in",
    singular="inbound trunk",
    help="Trunks that calls to your DIDs go to: SIP hosts and phone numbers.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Its name.", writable=BOTH, required=True),
        optional("description", help="Your own note."),
        CLEARABLE_REFERENCE,
        Attribute(
            "priority",
            INTEGER,
            help="Order within a trunk group; the lowest is tried first.",
            writable=BOTH,
            minimum=0,
            maximum=65535,
        ),
        Attribute(
            "weight",
            INTEGER,
            help="Share of calls among trunks of one priority; 65535 unless given.",
            writable=BOTH,
            minimum=0,
            maximum=65535,
        ),
        optional("capacity_limit", INTEGER, help="Most calls at once; null is no limit.", minimum=0),
        optional("cli_format", help="How the caller's number is written.", values=("raw", "e164", "local")),
        optional("cli_prefix", help="Put before the caller's number."),
        optional("ringing_timeout", INTEGER, help="Seconds to ring; null leaves it to DIDWW.", minimum=0),
        CREATED_AT,
        Attribute(
            "configuration",
            VARIANT,
            help="Where calls go: to a SIP host or to a phone number.",
            writable=BOTH,
            required=True,
            kind_stays=True,
            variants=(_SIP_CONFIGURATIONS, _PSTN_CONFIGURATIONS),
        ),
        Attribute(
            "pop",
            help="Point of presence that it is tied to; null leaves it to DIDWW.",
            writable=BOTH,
            nullable=True,
            clearable=True,
            enum=("NYC", "FRA", "LAC", "MIA", "SG", "HK", "AMS"),
            since="2026-11-19",
        ),
    ),
    relationships=(
        Relationship(
            "voice_in_trunk_group",
            ("voice_in_trunk_groups",),
            help="Group that it belongs to.",
            writable=BOTH,
            clearable=True,
        ),
        Relationship(
            "pop",
            ("pops",),
            help="Point of presence that it is tied to.",
            writable=BOTH,
            clearable=True,
            until="2026-11-19",
        ),
    ),
    filters=(
        Filter("configuration.type", enum=("sip_configurations", "pstn_configurations")),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("name"),
    ),
    sorts=(
        "capacity_limit",
        "cli_format",
        "cli_prefix",
        "created_at",
        "description",
        "external_reference_id",
        "name",
        "priority",
        "ringing_timeout",
        "weight",
    ),
    includes=("voice_in_trunk_group", "pop"),
    paginated=True,
    operations=OPERATIONS,
    path="/voice_in_trunks",
    spans=tuple(Span(NULL, f"configuration.{name}", until="2026-11-19") for name in _NEVER_NULL),
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=(
        "name",
        "configuration.type",
        "configuration.host",
        "configuration.port",
        "configuration.dst",
        "priority",
        "weight",
        "capacity_limit",
        "voice_in_trunk_group",
        "pop",
        "id",
    ),
)

VOICE_IN_TRUNK_GROUPS = Resource(
    type="voice_in_trunk_groups",
    noun="trunks groups",
    singular="trunk group",
    help="Groups of inbound trunks, tried in order.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Its name.", writable=BOTH, required=True),
        optional(
            "capacity_limit", INTEGER, help="Most calls at once over all its trunks; null is no limit.", minimum=0
        ),
        CLEARABLE_REFERENCE_2026,
        CREATED_AT,
    ),
    relationships=(
        Relationship(
            "voice_in_trunks",
            ("voice_in_trunks",),
            many=True,
            help="Trunks in the group, each in one group alone.",
            writable=BOTH,
            takes="voice_in_trunk_group",
        ),
    ),
    meta=(Attribute("trunks_count", INTEGER, help="Trunks in the group."),),
    filters=(Filter("external_reference_id"), Filter("id")),
    sorts=("capacity_limit", "created_at", "external_reference_id", "name"),
    includes=("voice_in_trunks",),
    paginated=True,
    operations=OPERATIONS,
    path="/voice_in_trunk_groups",
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=("name", "meta.trunks_count", "capacity_limit", "external_reference_id", "created_at", "id"),
)

_CREDENTIALS_AND_IP = Variant(
    "credentials_and_ip",
    "auth",
    help="User name, password and addresses.",
    attributes=(
        optional("allowed_sip_ips", STRINGS, help="Addresses that calls may come from, at most 15.", form=NETWORK),
        optional("tech_prefix", help="Taken off the dialled number.", since="2026-04-16"),
        Attribute("username", help="SIP user name, made by DIDWW.", nullable=True),
        Attribute("password", help="SIP password, made by DIDWW.", nullable=True, secret=True),
    ),
    # media: DIDWW's page "Voice OUT Trunks", 2026-04-16, for create and for a change to this method;
    # 2026-11-19 wants no list. Calls: its API collection, 2026-04-16, and the schema of 2026-11-19
    needs=(
        Need("allowed_rtp_ips", beside=True, since="2026-04-16", until="2026-11-19"),
        Need("allowed_sip_ips"),
    ),
    makes_credentials=True,
)
_IP_ONLY = Variant(
    "ip_only",
    "auth",
    help="Addresses alone; only DIDWW staff can set it.",
    attributes=(
        optional("allowed_sip_ips", STRINGS, help="Addresses that calls come from.", form=NETWORK),
        optional("tech_prefix", help="Taken off the dialled number."),
    ),
    creatable=False,
)
_TWILIO = Variant(
    "twilio",
    "auth",
    help="A Twilio account.",
    attributes=(Attribute("twilio_account_sid", help="Account SID at Twilio.", writable=BOTH),),
    needs=(Need("twilio_account_sid"),),  # DIDWW's API collection, 2026-04-16
)

VOICE_OUT_TRUNKS = Resource(
    type="voice_out_trunks",
    spans=(Span(NULL, "authentication_method.allowed_sip_ips", until="2026-11-19"),),
    noun="trunks out",
    singular="outbound trunk",
    help="Trunks that your calls leave by.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Its name.", writable=BOTH, required=True),
        Attribute("status", help="Blocked trunks place no calls.", writable=BOTH, enum=("active", "blocked")),
        CLEARABLE_REFERENCE,
        optional("capacity_limit", INTEGER, help="Most calls at once; null is no limit.", minimum=0, maximum=32767),
        Attribute(
            "allow_any_did_as_cli",
            BOOLEAN,
            help="Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned.",
            writable=BOTH,
        ),
        Attribute(
            "on_cli_mismatch_action",
            help="What happens to a call that shows another number.",
            writable=BOTH,
            required=True,  # DIDWW's page "Voice OUT Trunks", 2026-04-16, though its schema does not say so
            enum=_MISMATCH_ACTIONS,
        ),
        Attribute(
            "default_dst_action",
            help="What holds for destinations not among dst_prefixes.",
            writable=BOTH,
            enum=("allow_all", "reject_all"),
        ),
        Attribute(
            "dst_prefixes", STRINGS, help="Prefixes that are the exception from default_dst_action.", writable=BOTH
        ),
        _ENCRYPTION,
        optional(
            "allowed_rtp_ips",
            STRINGS,
            help="Addresses that media may come from, null is any; credentials_and_ip wants some.",
            form=NETWORK,
        ),
        Attribute("force_symmetric_rtp", BOOLEAN, help="Send media to where it comes from.", writable=BOTH),
        Attribute("rtp_ping", BOOLEAN, help="Keep the media path open with packets.", writable=BOTH),
        Attribute(
            "rtp_timeout",
            INTEGER,
            help="Seconds without media after which a call ends.",
            writable=BOTH,
            minimum=30,
            maximum=600,
            since="2026-04-16",
        ),
        Attribute(
            "threshold_amount",
            DECIMAL,
            help="Spending in 24 hours that blocks the trunk, 0 to 100000, as a decimal string.",
            writable=BOTH,
        ),
        optional("callback_url", help="Where DIDWW reports that the trunk was blocked or unblocked.", form=URL),
        Attribute(
            "emergency_enable_all",
            BOOLEAN,
            help="Links every DID with emergency calling to the trunk.",
            writable=BOTH,
            since="2026-04-16",
        ),
        CREATED_AT,
        Attribute("threshold_reached", BOOLEAN, help="The spending limit was reached."),
        Attribute(
            "authentication_method",
            VARIANT,
            help="How DIDWW knows that a call is yours.",
            writable=BOTH,
            required=True,
            variants=(_CREDENTIALS_AND_IP, _IP_ONLY, _TWILIO),
            kind_option="auth",
            since="2026-04-16",
        ),
    ),
    relationships=(
        Relationship("dids", ("dids",), many=True, help="DIDs that may be shown as the caller.", writable=BOTH),
        Relationship(
            "emergency_dids",
            ("dids",),
            many=True,
            help="DIDs that may place emergency calls.",
            writable=BOTH,
            since="2026-04-16",
        ),
        Relationship(
            "default_did",
            ("dids",),
            help="DID shown when the caller's number is replaced.",
            writable=BOTH,
            clearable=True,
            readable=False,
        ),
    ),
    meta=(Attribute("spent_amount", DECIMAL, help="Spent over this trunk in the 24 hours of threshold_amount."),),
    filters=(
        Filter("allow_any_did_as_cli", BOOLEAN),
        Filter("authentication_method.type", enum=("credentials_and_ip", "ip_only", "twilio"), since="2026-04-16"),
        Filter("default_did.id", to="dids"),
        Filter("default_dst_action", enum=("allow_all", "reject_all")),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("media_encryption_mode", enum=_ENCRYPTION_MODES),
        Filter("name"),
        Filter("name_contains"),
        Filter("on_cli_mismatch_action", enum=_MISMATCH_ACTIONS),
        Filter("status", enum=("active", "blocked")),
        Filter("threshold_reached", BOOLEAN),
    ),
    sorts=("allow_any_did_as_cli", "created_at", "external_reference_id", "name", "threshold_reached"),
    includes=("dids", "emergency_dids"),
    paginated=True,
    operations=OPERATIONS,
    large_pages=True,
    path="/voice_out_trunks",
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=(
        "name",
        "status",
        "authentication_method.type",
        "capacity_limit",
        "on_cli_mismatch_action",
        "meta.spent_amount",
        "threshold_amount",
        "id",
    ),
)

VOICE_OUT_TRUNK_REGENERATE_CREDENTIALS = Resource(
    type="voice_out_trunk_regenerate_credentials",
    noun="",
    singular="new credentials",
    help="New credentials for an outbound trunk.",
    relationships=(
        Relationship(
            "voice_out_trunk",
            ("voice_out_trunks",),
            help="Trunk that gets new credentials.",
            writable=CREATE,
            required=True,
            readable=False,
        ),
    ),
    operations=("create",),
    about="voice_out_trunk",
    path="/voice_out_trunk_regenerate_credentials",
)

POPS = Resource(
    type="pops",
    noun="pops",
    singular="point of presence",
    help="Places where DIDWW hands over calls.",
    panel="Voice",
    attributes=(Attribute("name", help="Its name."),),
    filters=(Filter("id"),),
    operations=("list",),
    path="/pops",
    lookup=("name",),
    label=("name",),
    columns=("id", "name"),
    until="2026-11-19",
)

CAPACITY_POOLS = Resource(
    type="capacity_pools",
    noun="capacity pools",
    singular="capacity pool",
    help="Channels that you own, by set of countries.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Name of the pool."),
        Attribute("renew_date", DATE, help="Day of the next renewal."),
        Attribute(
            "total_channels_count",
            INTEGER,
            help="Channels you own: fewer gives them back, 'orders create --capacity-pool' buys more.",
            writable=UPDATE,
            minimum=0,
        ),
        Attribute("assigned_channels_count", INTEGER, help="Channels that DIDs and groups use."),
        Attribute("minimum_limit", INTEGER, help="Fewest channels that must stay."),
        Attribute("minimum_qty_per_order", INTEGER, help="Fewest channels that one order buys."),
        Attribute("setup_price", DECIMAL, help="Paid once for each channel."),
        Attribute("monthly_price", DECIMAL, help="Paid each month for each channel."),
        Attribute("metered_rate", DECIMAL, help="Price of a minute when all channels are in use."),
    ),
    relationships=(
        Relationship("countries", ("countries",), many=True, help="Countries it can be used in."),
        Relationship(
            "shared_capacity_groups", ("shared_capacity_groups",), many=True, help="Groups that draw from it."
        ),
        Relationship("qty_based_pricings", ("qty_based_pricings",), many=True, help="Prices by number of channels."),
    ),
    filters=(
        Filter("country.id", to="countries", path="countries.id"),
        Filter("has_unassigned_channels", BOOLEAN),
        Filter("id"),
        Filter("name"),
    ),
    sorts=(
        "assigned_channels_count",
        "metered_rate",
        "minimum_limit",
        "minimum_qty_per_order",
        "monthly_price",
        "name",
        "renew_date",
        "setup_price",
        "total_channels_count",
    ),
    includes=("countries", "shared_capacity_groups", "qty_based_pricings"),
    paginated=True,
    operations=("list", "get", "update"),
    path="/capacity_pools",
    lookup=("name",),
    label=("name",),
    columns=(
        "name",
        "total_channels_count",
        "assigned_channels_count",
        "minimum_limit",
        "monthly_price",
        "monthly_cost",
        "metered_rate",
        "renew_date",
        "id",
    ),
    renewal=Renewal(end="renew_date"),
    reckoned=(
        Reckoned(
            "monthly_cost",
            ("monthly_price", "total_channels_count"),
            help="Price of all its channels each month, without VAT and without discounts by quantity.",
        ),
    ),
)

QTY_BASED_PRICINGS = Resource(
    type="qty_based_pricings",
    noun="",
    singular="price by quantity",
    help="Prices of a capacity pool by number of channels; found through their pool.",
    attributes=(
        Attribute("qty", INTEGER, help="Number of channels from which the price holds."),
        Attribute("setup_price", DECIMAL, help="Paid once for each channel at that number."),
        Attribute("monthly_price", DECIMAL, help="Paid each month for each channel at that number."),
    ),
    label=("qty",),
    columns=("qty", "setup_price", "monthly_price"),
)

SHARED_CAPACITY_GROUPS = Resource(
    type="shared_capacity_groups",
    spans=(Span(NULL, "metered_channels_count", until="2026-11-19"),),
    noun="capacity groups",
    singular="capacity group",
    help="DIDs that share channels of a pool.",
    panel="Voice",
    attributes=(
        Attribute("name", help="Its name.", writable=BOTH, required=True),
        Attribute(
            "shared_channels_count",
            INTEGER,
            help="Channels that the group takes from the pool.",
            writable=BOTH,
            minimum=0,
        ),
        optional(
            "metered_channels_count",
            INTEGER,
            help="Channels charged by the minute when those are busy; null is none.",
            minimum=0,
            maximum=1000,
        ),
        CLEARABLE_REFERENCE_2026,
        CREATED_AT,
    ),
    relationships=(
        Relationship(
            "capacity_pool", ("capacity_pools",), help="Pool that its channels come from.", writable=BOTH, required=True
        ),
        Relationship(
            "dids",
            ("dids",),
            many=True,
            help="DIDs that it is for, of groups that allow additional channels.",
            writable=BOTH,
            takes="shared_capacity_group",
        ),
    ),
    filters=(
        Filter("capacity_pool.id", to="capacity_pools"),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("name"),
    ),
    sorts=("created_at", "external_reference_id", "metered_channels_count", "name", "shared_channels_count"),
    includes=("capacity_pool", "dids"),
    paginated=True,
    operations=OPERATIONS,
    path="/shared_capacity_groups",
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=("name", "capacity_pool", "shared_channels_count", "metered_channels_count", "external_reference_id", "id"),
)

FAMILIES = (
    Family(
        "trunks",
        "Inbound and outbound trunks, and groups of inbound ones.",
        "Voice",
        joined=("in", "out"),
        columns=("name", "capacity_limit", "external_reference_id", "created_at", "id"),
    ),
    Family("capacity", "Channels: pools that you own and groups that share them.", "Voice"),
)
RESOURCES = (
    VOICE_IN_TRUNKS,
    VOICE_IN_TRUNK_GROUPS,
    VOICE_OUT_TRUNKS,
    VOICE_OUT_TRUNK_REGENERATE_CREDENTIALS,
    POPS,
    CAPACITY_POOLS,
    QTY_BASED_PRICINGS,
    SHARED_CAPACITY_GROUPS,
)

MEMBERS_GO_SINCE = "2026-11-19"
"""The version since which the trunks of a group are deleted with it (DIDWW's page of it); before they leave it."""
NAMES_SHARED_SINCE = "2026-11-19"
"""The version since which a name is borne by one inbound trunk or one group of them (DIDWW's page of it)."""
