"""``didww check``: each thing that is amiss is found, and what is not amiss is not; limits, and monitoring."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from didww_cli.catalog.health import CHECKS
from didww_cli.config.settings import config_path
from tests.conftest import document, problem
from tests.spoken import NEW, OLD


def later(**delta):
    return (datetime.now(UTC) + timedelta(**delta)).isoformat(timespec="milliseconds")


def did(**attributes):
    usual = {"number": "12025550100", "blocked": False, "awaiting_registration": False, "terminated": False}
    usual |= {"billing_cycles_count": None, "expires_at": later(days=3), "capacity_limit": None}
    return "dids", {"attributes": usual | attributes}


def thing(path, meta=None, **attributes):
    return path, {"attributes": attributes, **({"meta": meta} if meta else {})}


def trunk(spent, limit, status="active"):
    return thing(
        "voice_out_trunks", {"spent_amount": spent}, name="Outbound Europe", status=status, threshold_amount=limit
    )


AMISS = {
    "blocked": (did(blocked=True), did(blocked=True, terminated=True)),
    "registration": (did(blocked=True, awaiting_registration=True), did()),
    "cancelled": (did(terminated=True), did(terminated=True, expires_at=later(days=20))),
    "expiring": (did(billing_cycles_count=0), did(billing_cycles_count=2)),
    "last-cycle": (did(billing_cycles_count=1), did(billing_cycles_count=1, expires_at=None)),
    "trunk-blocked": (trunk("0.0", "50.0", "blocked"), trunk("0.0", "50.0", "new-status")),
    "trunk-spending": (trunk("40.0", "50.0"), trunk("39.9", "50.0")),
    "group-empty": (
        thing("voice_in_trunk_groups", {"trunks_count": 0}, name="Spare"),
        thing("voice_in_trunk_groups", {"trunks_count": 1}, name="Spare"),
    ),
    "capacity": (
        thing("capacity_pools", name="Standard", total_channels_count=5, assigned_channels_count=5),
        thing("capacity_pools", name="Standard", total_channels_count=0, assigned_channels_count=0),
    ),
    "emergency-changes": (
        thing("emergency_calling_services", name="x", reference="E-1", status="changes_required"),
        thing("emergency_calling_services", name="x", reference="E-1", status="active"),
    ),
    "document-expiring": (thing("proofs", expires_at=later(days=13)), thing("proofs", expires_at=later(days=15))),
    "file-expiring": (
        thing("encrypted_files", expires_at=later(hours=1)),
        thing("encrypted_files", expires_at=later(hours=15)),
    ),
    "order-pending": (
        thing("orders", reference="O-1", status="pending", created_at=later(hours=-2)),
        thing("orders", reference="O-1", status="pending", created_at=later(hours=9)),
    ),
    "reservation-lapsing": (
        thing("did_reservations", expires_at=later(seconds=-1)),
        thing("did_reservations", expires_at=later(hours=9)),
    ),
    "address-rejected": (
        thing("address_verifications", reference="A-1", status="rejected", reject_reasons=["Blurred"]),
        thing("address_verifications", reference="A-1", status="approved", reject_reasons=None),
    ),
    "emergency-rejected": (
        thing("emergency_verifications", reference="V-1", status="rejected", reject_reasons=["Blurred"]),
        thing("emergency_verifications", reference="V-1", status="pending", reject_reasons=None),
    ),
}


def serving(path, record):
    """An answer for each list: one record at a path, none elsewhere."""

    def answer(seen):
        found = [{"id": "11111111-2222-3333-4444-555555555555", "type": path, **record}]
        if path == "address_verifications":
            found[0]["relationships"] = {"dids": {"data": []}}
        if path == "emergency_verifications":
            found[0]["relationships"] = {"emergency_calling_service": {"data": None}}
        if seen.path == "/v3/balance":
            return document({"id": "b", "type": "balances", "attributes": {"total_balance": "5.00"}})
        return document(found if seen.path == f"/v3/{path}" else [])

    return answer


@pytest.mark.parametrize("name", AMISS)
def test_what_is_amiss_is_found_and_its_neighbour_is_not(live, server, name):
    (path, amiss), (_, right) = AMISS[name]
    server.answer(serving(path, amiss))
    result = live(f"check --only {name} -o json", code=10)
    assert [(one["check"], one["type"], one["severity"]) for one in result.json] == [(name, path, CHECKS[name])]
    assert result.json[0]["command"].startswith("didww ")
    server.answers.clear()
    server.answer(serving(path, right))
    assert live(f"check --only {name} -o json").json == []


def test_every_check_has_a_case():
    assert CHECKS.keys() - AMISS.keys() == {"low-balance", "money-days", "no-route"}


@pytest.mark.parametrize("version", [OLD, NEW])
def test_the_emulated_account(didww, version):
    found = didww(f"check -o json --api-version {version}", code=10).json
    assert {one["check"] for one in found} >= {"no-route", "trunk-blocked", "emergency-changes", "order-pending"}
    assert [one["severity"] for one in found] == sorted(
        (one["severity"] for one in found), key=["critical", "warning"].index
    )
    nowhere = {one["name"] for one in found if one["check"] == "no-route"}
    routes = didww(f"route -o json --api-version {version}").json
    assert nowhere == {
        one["number"]
        for one in routes
        if one["ends_nowhere"] and "trunk" in "".join(one["reasons"]) and one["number"] in nowhere
    }
    assert nowhere


def test_what_mends_it_ends_it(didww):
    assert didww("check --only trunk-blocked -o jsonl", code=10).lines
    didww("trunks out update 'Contact centre' --status active --yes")
    assert didww("check --only trunk-blocked").err == "All in order: 1 of 19 checks.\n"


def test_each_finding_has_its_command_whole_below_it(didww):
    lines = didww("check --only trunk-blocked,order-pending", code=10).lines
    assert lines == [
        "critical  Contact centre: no calls leave by it: it is blocked (trunk-blocked)",
        "          didww --profile demo trunks out update 'Contact centre' --status active",
        lines[2],
        "          didww --profile demo orders get ABK-100012",
    ]
    assert lines[2].startswith("warning   ABK-100012: pending since ")


def test_money(live, server):
    server.answer(document({"id": "b", "type": "balances", "attributes": {"total_balance": "19.99"}}))
    assert live("check --only low-balance").code == 0
    assert live("check --only low-balance --min-balance 19.99").code == 0
    result = live("check --only low-balance --min-balance 20 -o json", code=10)
    assert result.json[0]["message"] == "19.99 can be spent, less than 20"


def test_how_long_the_money_lasts(didww):
    """1000.00 at 293.85 a month are 102 days."""
    assert didww("check --only money-days --days 102").code == 0
    result = didww("check --only money-days --days 103 -o json", code=10)
    assert "1000.00 can be spent, which lasts 102 days" in result.json[0]["message"]
    assert result.json[0]["severity"] == "warning"


def test_limits_of_the_profile(live, server):
    config_path().parent.mkdir(parents=True)
    config_path().write_text(
        '[profiles.work]\napi_key = "secret-key-1"\n[profiles.work.check]\nshare = 50\nignore = ["trunk-blocked"]\n'
    )
    config_path().chmod(0o600)
    server.answer(serving(*trunk("25.0", "50.0")))
    assert [one["check"] for one in live("check --profile work -o json", code=10).json] == ["trunk-spending"]
    assert live("check --profile work --share 51 -o json").json == []


def failing(path, wrong):
    """An account in order of which one list, or the balance, is not to be had."""
    usual = serving("dids", did()[1] | {"relationships": {}})
    return lambda seen: wrong if seen.path == f"/v3/{path}" else usual(seen)


@pytest.mark.parametrize(
    ("path", "check", "wrong"),
    [
        ("voice_in_trunk_groups", "group-empty", problem(403, "Forbidden")),
        ("voice_in_trunk_groups", "group-empty", problem(500, "Broken")),
        ("voice_in_trunk_groups", "group-empty", "cut"),
        ("balance", "low-balance", problem(403, "Forbidden")),
        ("balance", "low-balance", problem(500, "Broken")),
    ],
)
def test_what_cannot_be_read_is_no_health_and_hides_nothing(live, server, path, check, wrong):
    server.answer(failing(path, wrong))
    result = live(f"check --only {check},expiring,last-cycle -o json --retries 0", code=10)
    assert [(one["severity"], one["check"]) for one in result.json] == [("unknown", check)]
    assert live(f"check --only {check},blocked -o nagios --retries 0", code=3).out.startswith("DIDWW UNKNOWN: ")
    samples = live(f"check --only {check},blocked -o prometheus --retries 0").lines
    assert [line for line in samples if line.startswith("didww_check_findings")] == [
        'didww_check_findings{check="blocked",severity="critical"} 0',
        f'didww_check_findings{{check="{check}",severity="unknown"}} 1',
    ]


def test_what_holds_for_all_is_told_once(live, server):
    server.answer(problem(500, "Broken"))
    assert "Broken" in live("check --only blocked,group-empty --retries 0", code=7).err
    server.answers.clear()
    server.answer("drop")
    live("check --retries 0", code=7)
    assert len(server.seen) == 3


def test_what_the_server_leaves_out_is_no_health(live, server):
    answer = serving(*thing("voice_in_trunk_groups", name="Spare"))
    server.answer(answer)
    assert live("check --only group-empty -o json").json == []
    server.answers.clear()
    server.answer(serving("dids", {"attributes": {"number": "12025550100", "terminated": False}}))
    result = live("check --only blocked -o json", code=10)
    assert [(one["severity"], one["message"]) for one in result.json] == [
        ("unknown", "The server left out awaiting_registration, blocked.")
    ]


@pytest.mark.parametrize("told", [None, "much", "NaN"])
def test_a_balance_that_is_no_amount_is_no_health(live, server, told):
    server.answer(failing("balance", document({"id": "b", "type": "balances", "attributes": {"total_balance": told}})))
    result = live("check --only low-balance,blocked -o json", code=10)
    assert [(one["severity"], one["check"]) for one in result.json] == [("unknown", "low-balance")]


@pytest.mark.parametrize("name", ["-x", "id:7", "two\nlines", "\x1b[31m|red"])
def test_a_name_that_cannot_be_typed_is_called_by_its_id(live, server, name):
    path, record = trunk("0.0", "50.0", "blocked")
    record["attributes"]["name"] = name
    server.answer(serving(path, record))
    line = live("check --only trunk-blocked -o nagios", code=2).out
    assert line.count("|") == line.count("\n") == 1
    assert "\x1b" not in line
    command = live("check --only trunk-blocked -o json", code=10).json[0]["command"]
    assert command == "didww trunks out update id:11111111-2222-3333-4444-555555555555 --status active"


@pytest.mark.parametrize("version", [OLD, NEW], indirect=True)
def test_a_document_that_expires_is_replaced_by_the_command(didww, version, tmp_path):
    """The old one stays where it is; a new one of that kind for the same address ends the finding."""
    line = "check --only document-expiring --days 150 -o json"
    command = didww(line, code=10).json[0]["command"]
    account = f"didww --profile demo --api-version {version} "
    assert command.startswith(f"{account}proofs add FILE --entity ")
    (tmp_path / "bill.pdf").write_bytes(b"%PDF-1.4")
    didww(command.removeprefix(account).replace("FILE", str(tmp_path / "bill.pdf")))
    assert didww(line).json == []


@pytest.mark.parametrize("version", [OLD, NEW], indirect=True)
def test_commands_for_what_was_rejected(didww, version):
    found = didww("check --only address-rejected,emergency-rejected -o json", code=10).json
    account = f"didww --profile demo --api-version {version}"
    assert [one["command"] for one in found] == [
        f"{account} register 496990009000 --identity REF --address REF",
        f"{account} emergency register --service ECS-300003 --address REF",
    ]


def test_a_number_without_a_route_that_ends_has_two_findings(didww):
    didww("dids update 12135550100 --billing-cycles-count 0 --yes")
    found = didww("check --days 60 -o json", code=10).json
    assert [one["check"] for one in found if one["name"] == "12135550100"] == ["no-route", "expiring"]
    assert not [one for one in found if one["check"] == "no-route" and one["name"] == "441614960000"]  # cancelled


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("check --only blockd", "Did you mean blocked"),
        ("check --ignore nothing", "There is no check 'nothing'"),
        ("check --days -1", "--days '-1' must be a number above 0"),
        ("check --min-balance many", "must be an amount"),
        ("check -o ids", "Findings are shown as"),
        ("check -o nagois", "Did you mean nagios"),
        ("check --only blocked --ignore blocked", "No check is left"),
    ],
)
def test_what_is_typed_wrong_sends_nothing(live, server, line, says):
    assert says in live(line, code=2).err
    assert server.seen == []


def test_a_line_for_nagios(didww, live, server):
    line = didww("check -o nagios", code=2).out
    assert re.fullmatch(
        r"DIDWW CRITICAL: [^|\n]*; and \d+ more \| 'critical'=\d+;;;0 'warning'=\d+;;;0 'unknown'=0;;;0 "
        r"'spendable'=1000.0+;;0:\n",
        line,
    )
    server.answer(serving(*did(terminated=True)))
    assert live("check -o nagios --only cancelled", code=1).out.startswith("DIDWW WARNING: 12025550100: was cancelled")
    assert live("check -o nagios --only blocked").out == (
        "DIDWW OK: all in order | 'critical'=0;;;0 'warning'=0;;;0 'unknown'=0;;;0\n"
    )
    assert live("check -o nagios --only low-balance --min-balance 5.01", code=2).out.endswith(
        "'spendable'=5.00;;5.01:\n"
    )
    server.answers.clear()
    server.answer(problem(401, "Unauthorized"))
    assert live("check -o nagios --only blocked", code=3).out.startswith("DIDWW UNKNOWN: ")


def test_gauges_for_prometheus(live, server):
    server.answer(serving(*did(terminated=True)))
    assert live("check -o prometheus --only cancelled,blocked").lines == [
        "# HELP didww_check_findings What didww check found amiss.",
        "# TYPE didww_check_findings gauge",
        'didww_check_findings{check="blocked",severity="critical"} 0',
        'didww_check_findings{check="cancelled",severity="warning"} 1',
    ]
