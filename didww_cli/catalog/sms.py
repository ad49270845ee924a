"""SMS trunks, their groups, and the checks of who sends, all since version 2026-11-19.

Source: DIDWW's pages "SMS Trunk Object", "SMS Trunk Groups" and "Sender ID Verification Object", then its OpenAPI
document.
"""

from __future__ import annotations

from dataclasses import replace

from didww_cli.catalog.kinds import CONTENT
from didww_cli.catalog.members import Need, Relationship, Variant
from didww_cli.catalog.model import (
    BOOLEAN,
    BOTH,
    CREATE,
    DATE,
    DATETIME,
    INTEGER,
    NETWORK,
    OBJECT,
    OPERATIONS,
    STRINGS,
    UPDATE,
    URL,
    VARIANT,
    Attribute,
    Ends,
    Family,
    Filter,
    Resource,
)
from didww_cli.catalog.shared import (
    CLEARABLE_REFERENCE,
    CREATED_AT,
    ORDER,
    REFERENCE,
    REJECT_COMMENT,
    REJECT_REASONS,
    REJECTED,
    optional,
)

SINCE = "2026-11-19"
OUTBOUND_ALONE = "http_out"
"""The kind that messages only leave by: it has no priority and belongs to no group."""
UPDATED_AT = Attribute("updated_at", DATETIME, help="When it was last changed.")
_PORT_MAXIMUM = 65535
_WITH_CONTENT = ("post", "put")
_FORMS = ("html_multipart", "html_url_encoded")
_SYSTEM_TYPE = optional("system_type", help="SMPP system type.", max_length=12)
_ADDRESSES = Attribute(
    "allowed_ips", STRINGS, help="Addresses that connections may come from.", writable=BOTH, form=NETWORK
)
_LOCATION = Attribute("server_location", help="Where DIDWW's server stands, such as fra.", writable=BOTH)
_ONLY_OUT = ("allow_any_did_as_source", "outgoing_dids")

_TO_EMAIL = Variant(
    "sms_to_email",
    "email",
    help="Messages in, sent on by e-mail.",
    attributes=(
        Attribute("send_to", help="Addresses that they are sent to.", writable=BOTH),
        Attribute("subject", help="Subject; {SMS_SRC_ADDR} and its like are filled in.", writable=BOTH),
        Attribute("message", help="Text; {SMS_TEXT} and its like are filled in.", writable=BOTH),
    ),
    needs=(Need("send_to"), Need("subject"), Need("message")),
    refuses=_ONLY_OUT,
)
_HTTP_IN = Variant(
    "http_in",
    "http_in",
    help="Messages in, sent on by HTTP.",
    attributes=(
        Attribute("url", help="Where they are sent.", writable=BOTH, form=URL),
        Attribute("http_method", help="HTTP method.", writable=BOTH, enum=("get", *_WITH_CONTENT)),
        optional("query_parameters", OBJECT, help="Parameters of the URL, as a JSON object."),
        optional("headers", OBJECT, help="Headers, as a JSON object."),
        optional("body_type", help="Form of the body; none with get.", enum=("json", *_FORMS, "raw")),
        optional("body", CONTENT, help="Body; a JSON object for forms.", object_with=("body_type", _FORMS)),
        Attribute("follow_redirect", BOOLEAN, help="Follow redirects.", writable=BOTH),
        Attribute("validate_https_certificate", BOOLEAN, help="Refuse a wrong certificate.", writable=BOTH),
    ),
    together=(("http_method", "body_type", "body"),),
    needs=(
        Need("url"),
        Need("http_method"),
        Need("body_type", when=("http_method", _WITH_CONTENT)),
        Need("body", when=("http_method", _WITH_CONTENT)),
    ),
    refuses=_ONLY_OUT,
)
_HTTP_OUT = Variant(
    OUTBOUND_ALONE,
    OUTBOUND_ALONE,
    help="Messages out, handed in by HTTP.",
    attributes=(
        optional("callback_url", help="Where DIDWW reports what became of them.", form=URL),
        replace(_ADDRESSES, nullable=True, clearable=True),
        Attribute("auth_name", help="User name, made by DIDWW.", nullable=True),
        Attribute("auth_password", help="Password, made by DIDWW.", nullable=True, secret=True),
    ),
    refuses=("priority", "sms_trunk_group"),
    makes_credentials=True,
)
_ESME = Variant(
    "smpp_esme",
    "esme",
    help="SMPP both ways, connected by you.",
    attributes=(
        _SYSTEM_TYPE,
        replace(_ADDRESSES, nullable=True, clearable=True),
        _LOCATION,
        Attribute("system_id", help="SMPP user name, made by DIDWW."),
        Attribute("password", help="SMPP password, made by DIDWW.", secret=True),
    ),
    needs=(Need("server_location"),),
    makes_credentials=True,
)
_SMSC = Variant(
    "smpp_smsc",
    "smsc",
    help="SMPP both ways, connected by DIDWW.",
    attributes=(
        Attribute("host", help="Your SMSC.", writable=BOTH),
        Attribute("tx_port", INTEGER, help="Port to send to.", writable=BOTH, minimum=1, maximum=_PORT_MAXIMUM),
        Attribute("rx_port", INTEGER, help="Port to receive from.", writable=BOTH, minimum=1, maximum=_PORT_MAXIMUM),
        Attribute("system_id", help="SMPP user name.", writable=BOTH, max_length=15),
        Attribute("password", help="SMPP password.", writable=BOTH, max_length=8, secret=True),
        _SYSTEM_TYPE,
        Attribute("transceiver_mode", BOOLEAN, help="One connection for both ways.", writable=BOTH),
        Attribute("connection_timeout", INTEGER, help="Seconds to wait for a connection.", writable=BOTH, minimum=1),
        Attribute("use_ssl", BOOLEAN, help="Connect by TLS.", writable=BOTH),
        _LOCATION,
    ),
    needs=(Need("host"), Need("system_id"), Need("password"), Need("server_location")),
)
KINDS = (_TO_EMAIL, _HTTP_IN, _HTTP_OUT, _ESME, _SMSC)
WITH_CREDENTIALS = tuple(kind.type for kind in KINDS if kind.makes_credentials)
"""The kinds whose credentials DIDWW makes."""
WITH_SENDERS = (_HTTP_OUT.type, _SMSC.type, _ESME.type)
"""The kinds that a checked sender can send by."""
RECEIVING = (_TO_EMAIL.type, _HTTP_IN.type, _ESME.type, _SMSC.type)
"""The kinds that messages come in by."""

SMS_TRUNKS = Resource(
    type="sms_trunks",
    noun="sms trunks",
    singular="SMS trunk",
    help="Where messages go, and where they come from.",
    panel="SMS",
    attributes=(
        Attribute("name", help="Its name, borne by no other SMS trunk or group.", writable=BOTH, required=True),
        CLEARABLE_REFERENCE,
        Attribute("blocked", BOOLEAN, help="No messages pass.", writable=BOTH),
        Attribute(
            "priority",
            INTEGER,
            help="The higher is offered first; http_out has none.",
            writable=BOTH,
            nullable=True,
            clearable=True,
            minimum=0,
            maximum=32767,
        ),
        Attribute(
            "allow_any_did_as_source",
            BOOLEAN,
            help="Any of your DIDs may send; empties the outgoing DIDs.",
            writable=BOTH,
        ),
        Attribute("allow_in", BOOLEAN, help="Messages can come in."),
        Attribute("allow_out", BOOLEAN, help="Messages can go out."),
        CREATED_AT,
        UPDATED_AT,
        Attribute(
            "configuration",
            VARIANT,
            help="How messages are handed over.",
            writable=BOTH,
            required=True,
            kind_stays=True,
            variants=KINDS,
        ),
    ),
    relationships=(
        Relationship("outgoing_dids", ("dids",), many=True, help="DIDs that may send by it.", writable=BOTH),
        Relationship("incoming_dids", ("dids",), many=True, help="DIDs whose messages come to it."),
        Relationship(
            "sms_trunk_group",
            ("sms_trunk_groups",),
            help="Group that it belongs to.",
            writable=BOTH,
            clearable=True,
        ),
    ),
    meta=(Attribute("host", help="Where messages are handed in, of http_out."),),
    filters=(
        Filter("configuration.type", enum=tuple(kind.type for kind in KINDS)),
        Filter("external_reference_id"),
        Filter("id"),
        Filter("name"),
    ),
    sorts=(
        "allow_in",
        "allow_out",
        "blocked",
        "created_at",
        "external_reference_id",
        "name",
        "priority",
        "updated_at",
    ),
    includes=("outgoing_dids", "incoming_dids", "sms_trunk_group"),
    paginated=True,
    operations=OPERATIONS,
    path="/sms_trunks",
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=(
        "name",
        "configuration.type",
        "priority",
        "blocked",
        "allow_in",
        "allow_out",
        "sms_trunk_group",
        "id",
    ),
    since=SINCE,
)

SMS_TRUNK_REGENERATE_CREDENTIALS = Resource(
    type="sms_trunk_regenerate_credentials",
    noun="",
    singular="new credentials",
    help="New credentials for an SMS trunk.",
    relationships=(
        Relationship(
            "sms_trunk",
            ("sms_trunks",),
            help="Trunk that gets new credentials.",
            writable=CREATE,
            required=True,
            readable=False,
        ),
    ),
    operations=("create",),
    about="sms_trunk",
    path="/sms_trunk_regenerate_credentials",
    since=SINCE,
)

SMS_TRUNK_GROUPS = Resource(
    type="sms_trunk_groups",
    noun="sms groups",
    singular="SMS trunk group",
    help="Groups of SMS trunks, offered messages by priority.",
    panel="SMS",
    attributes=(
        Attribute("name", help="Its name, borne by no other SMS trunk or group.", writable=BOTH, required=True),
        CLEARABLE_REFERENCE,
        CREATED_AT,
        UPDATED_AT,
    ),
    relationships=(
        Relationship(
            "sms_trunks",
            ("sms_trunks",),
            many=True,
            help="Trunks in the group, each in one group alone.",
            writable=BOTH,
            takes="sms_trunk_group",
        ),
        Relationship("incoming_dids", ("dids",), many=True, help="DIDs whose messages come to it."),
    ),
    meta=(Attribute("sms_trunks_count", INTEGER, help="Trunks in the group."),),
    filters=(Filter("external_reference_id"), Filter("id"), Filter("name")),
    sorts=("created_at", "external_reference_id", "name", "updated_at"),
    includes=("sms_trunks", "incoming_dids"),
    paginated=True,
    operations=OPERATIONS,
    path="/sms_trunk_groups",
    lookup=("name", "external_reference_id"),
    label=("name",),
    columns=("name", "meta.sms_trunks_count", "external_reference_id", "created_at", "id"),
    since=SINCE,
)

_SENDER_TYPES = ("alphanumeric", "carrier", "long_code", "short_code", "toll_free")
_SENDER_STATUSES = ("active", "changes_required", "closed", "closing_in_process", "in_process", "new")
SENDER_ID_VERIFICATIONS = Resource(
    type="sender_id_verifications",
    noun="sms sender-ids",
    singular="sender id verification",
    help="Checks of the names and numbers that messages are sent from.",
    panel="SMS",
    attributes=(
        Attribute("name", help="Its name.", writable=UPDATE),
        REFERENCE,
        Attribute("status", help="Where it stands.", enum=_SENDER_STATUSES),
        Attribute("sender_type", help="What the senders are.", enum=_SENDER_TYPES),
        Attribute("sender_ids", STRINGS, help="Names and numbers that may send."),
        REJECT_REASONS,
        REJECT_COMMENT,
        Attribute("renew_date", DATE, help="Day of the next renewal.", nullable=True),
        CREATED_AT,
        Attribute("activated_at", DATETIME, help="When it went live.", nullable=True),
        Attribute("closed_at", DATETIME, help="When it was closed.", nullable=True),
    ),
    relationships=(
        Relationship(
            "sms_trunk",
            ("sms_trunks",),
            help="Trunk that they send by; without one nothing is sent.",
            writable=UPDATE,
            clearable=True,
        ),
        Relationship("countries", ("countries",), many=True, help="Countries that they may send to."),
        Relationship("dids", ("dids",), many=True, help="DIDs among the senders."),
        ORDER,
        Relationship("identity", ("identities",), help="Person or company behind it."),
        Relationship("address", ("addresses",), help="Address behind it."),
    ),
    filters=(
        Filter("id"),
        Filter("name"),
        Filter("reference"),
        Filter("sender_type", enum=_SENDER_TYPES),
        Filter("sms_trunk.id", to="sms_trunks"),
        Filter("status", enum=_SENDER_STATUSES),
    ),
    sorts=("created_at", "name", "renew_date", "status"),
    includes=("sms_trunk", "countries", "dids", "order", "identity", "address"),
    paginated=True,
    operations=("list", "get", "update"),
    path="/sender_id_verifications",
    lookup=("reference", "name"),
    label=("name",),
    columns=("reference", "name", "status", "sender_type", "sender_ids", "sms_trunk", "renew_date", *REJECTED),
    ends=Ends(reasons=REJECTED),
    since=SINCE,
)

FAMILIES = (Family("sms", "SMS trunks, their groups, and checked senders.", "SMS"),)
RESOURCES = (SMS_TRUNKS, SMS_TRUNK_REGENERATE_CREDENTIALS, SMS_TRUNK_GROUPS, SENDER_ID_VERIFICATIONS)
