"""SMS trunks, a group of them, and checked senders."""

from __future__ import annotations

from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.emulator.defaults import variant
from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.seed.geography import country
from didww_cli.emulator.state import Link

GROUP = "Support messages"
# name, group, attributes, kind, configuration
TRUNKS: tuple[tuple[str, str, dict[str, Any], str, dict[str, Any]], ...] = (
    (
        "Mailbox",
        GROUP,
        {"priority": 50},
        "sms_to_email",
        {"send_to": "sms@example.com", "subject": "SMS from {SMS_SRC_ADDR}", "message": "{SMS_TEXT}"},
    ),
    (
        "Ticket system",
        GROUP,
        {"external_reference_id": "tickets"},
        "http_in",
        {
            "url": "https://sms.example.com/in",
            "http_method": "post",
            "body_type": "html_url_encoded",
            "body": {"from": "{SMS_SRC_ADDR}", "text": "{SMS_TEXT}"},
            "follow_redirect": False,
            "validate_https_certificate": True,
        },
    ),
    (
        "Campaigns",
        "",
        {"priority": None, "allow_any_did_as_source": True},
        "http_out",
        {"allowed_ips": ["203.0.113.0/24"], "auth_name": "campaigns", "auth_password": "example-sms-password"},
    ),
    (
        "Own gateway",
        "",
        {"blocked": True},
        "smpp_smsc",
        {
            "host": "smsc.example.net",
            "tx_port": 2775,
            "rx_port": 2776,
            "system_id": "gateway",
            "password": "example1",
            "transceiver_mode": True,
            "connection_timeout": 10,
            "use_ssl": True,
            "server_location": "fra",
        },
    ),
)


def add_sms(build: Builder) -> None:
    """Adds the trunks, their group and the senders; one DID's messages go to the group."""
    times = {"created_at": build.ago(20), "updated_at": build.ago(2)}
    group = build.add("sms_trunk_groups", GROUP, {"name": GROUP, **times})
    known = BY_TYPE["sms_trunks"].attribute("configuration")
    assert known is not None
    shapes = {shape.type: shape.attributes for shape in known.variants}
    for name, member_of, attributes, kind, configuration in TRUNKS:
        held = {"name": name, **attributes, "configuration": variant(kind, shapes[kind], configuration)}
        held |= times
        links: dict[str, Link] = {"sms_trunk_group": group.id if member_of else None, "outgoing_dids": []}
        meta = {"host": "sms-out.example.com"} if kind == "http_out" else None
        build.add("sms_trunks", name, held, links, meta)
    build.state.link(build.state.tables["dids"][identifier("dids", "12125550101")], "sms_trunk_group", group.id)
    _add_senders(build)


def _add_senders(build: Builder) -> None:
    for name, status, reasons in (("EXAMPLE", "active", None), ("EXAMPLECO", "changes_required", ["Name not allowed"])):
        attributes = {
            "name": f"Sender {name}",
            "reference": f"SIV-{len(name):06}",
            "status": status,
            "sender_type": "alphanumeric",
            "sender_ids": [name],
            "reject_reasons": reasons,
            "renew_date": build.date(20),
            "created_at": build.ago(15),
            "activated_at": build.ago(14) if status == "active" else None,
        }
        links: dict[str, Link] = {
            "sms_trunk": identifier("sms_trunks", "Campaigns"),
            "countries": [country("US")],
            "dids": [],
            "order": None,
            "identity": None,
            "address": None,
        }
        build.add("sender_id_verifications", name, attributes, links)
