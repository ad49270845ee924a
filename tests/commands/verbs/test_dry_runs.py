"""``--dry-run`` of every command that writes, and the options that write every member."""

from __future__ import annotations

import pytest

from didww_cli.app import root
from didww_cli.catalog import BY_NOUN, BY_TYPE, RESOURCES
from didww_cli.catalog.versions import SPOKEN, holds
from didww_cli.commands.verbs.members import members_of
from tests.commands.verbs.written import ACTION, WRITES
from tests.conftest import run_line
from tests.spoken import NEW

WRITING = [
    ("dids", "update 12125550100 --description x"),
    ("dids", "cancel 12125550100"),
    ("dids", "restore 441614960000"),
    ("reservations", "create --available-did {available_dids}"),
    ("reservations", "delete {did_reservations}"),
    ("trunks in", "create --name X --pstn-dst 1"),
    ("trunks in", "update Headquarters --name X"),
    ("trunks in", "delete Headquarters"),
    ("trunks groups", "create --name X"),
    ("trunks groups", "update 'Main group' --name X"),
    ("trunks groups", "delete 'Main group'"),
    (
        "trunks out",
        f"create --name X {ACTION} --auth credentials_and_ip --allowed-sip-ips 192.0.2.1 --allowed-rtp-ips 192.0.2.1",
    ),
    ("trunks out", "update {voice_out_trunks} --name X"),
    ("trunks out", "delete {voice_out_trunks}"),
    ("trunks out", "regenerate-credentials {voice_out_trunks}"),
    ("sms trunks", "create --name X --esme-server-location fra"),
    ("sms trunks", "update Mailbox --name X"),
    ("sms trunks", "delete Mailbox"),
    ("sms trunks", "regenerate-credentials Campaigns"),
    ("sms groups", "create --name X"),
    ("sms groups", "update 'Support messages' --name X"),
    ("sms groups", "delete 'Support messages'"),
    ("sms sender-ids", "update SIV-000007 --name X"),
    ("capacity pools", "update {capacity_pools} --total-channels-count 1"),
    ("capacity groups", "create --name X --capacity-pool {capacity_pools}"),
    ("capacity groups", "update {shared_capacity_groups} --name X"),
    ("capacity groups", "delete {shared_capacity_groups}"),
    ("orders", "update {orders} --external-reference-id X"),
    ("orders", "cancel {orders}"),
    ("exports", "update {exports} --external-reference-id X"),
    ("emergency requirements", "check {emergency_requirements} --address {addresses}"),
    ("emergency services", "cancel {emergency_calling_services}"),
    ("emergency verifications", "create --address {addresses} --dids {dids}"),
    ("emergency verifications", "update {emergency_verifications} --external-reference-id X"),
    ("identities", "create --identity-type personal --first-name A --last-name B --phone-number 1"),
    ("identities", "update {identities} --first-name X"),
    ("identities", "delete {identities}"),
    ("addresses", "create --address A --city-name B --postal-code C --identity {identities} --country US"),
    ("addresses", "update {addresses} --city-name X"),
    ("addresses", "delete {addresses}"),
    ("address-requirements", "check {address_requirements} --identity {identities}"),
    ("address-verifications", "create --address {addresses} --dids 12125550100"),
    ("address-verifications", "update {address_verifications} --external-reference-id X"),
    ("proofs", "create --proof-type {proof_types} --entity {identities} --files {encrypted_files}"),
    ("proofs", "update {proofs} --external-reference-id X"),
    ("proofs", "delete {proofs}"),
    (
        "documents",
        "create --template {supporting_document_templates} --identity {identities} --files {encrypted_files}",
    ),
    ("documents", "update {permanent_supporting_documents} --external-reference-id X"),
    ("documents", "delete {permanent_supporting_documents}"),
    ("files", "delete {encrypted_files}"),
]
ELSEWHERE = {
    ("orders", "create"),
    ("cdr", "summary"),
    ("numbers", "buy"),
    ("exports", "create"),
    ("exports", "download"),
    ("files", "upload"),
    ("files", "encrypt"),
    ("dids", "assign"),
    ("dids", "unassign"),
    ("numbers", "buy"),
    ("emergency", "register"),
    ("", "requirements"),
    ("", "register"),
    ("documents", "add"),
    ("proofs", "add"),
}
"""Writing commands with dry-run tests in files of their own."""


SPOKEN_WRITING = [
    (version, noun, line) for version in SPOKEN for noun, line in WRITING if holds(BY_NOUN[noun], version)
]


@pytest.mark.parametrize(("version", "noun", "line"), SPOKEN_WRITING, ids=lambda value: value.partition(" {")[0])
def test_a_dry_run_shows_the_request_and_sends_no_write(didww, version, noun, line):
    def first(kind):
        return run_line(f"-p demo {BY_TYPE[kind].noun} list -o ids -q").lines[0]

    kinds = [resource.type for resource in RESOURCES if f"{{{resource.type}}}" in line]
    line = line.format(**{kind: first(kind) for kind in kinds})
    result = didww(f"{noun} {line} --dry-run -o json -v")
    request = result.json
    assert set(request) == {"method", "url", "headers", "body"}
    assert request["method"] in WRITES
    assert request["headers"]["Authorization" if version == NEW else "Api-Key"] == "********"
    written = result.err.replace("-> POST https://demo.didww.example/token", "")
    assert not any(f"-> {method} " in written for method in WRITES), result.err
    text = didww(f"{noun} {line} --dry-run --yes").out
    assert text.splitlines()[0] == f"{request['method']} {request['url']}"


def test_the_dry_runs_cover_every_writing_command():
    covered = {(noun, line.split()[0]) for noun, line in WRITING} | ELSEWHERE
    found = set()

    def walk(group, before):
        for name in group.list_commands(None):
            command = group.get_command(None, name)
            if command.hidden or name in ("api", "config", "auth", "emulator", "webhook", "completion"):
                continue
            if hasattr(command, "list_commands"):
                walk(command, (*before, name))
            elif before[:1] not in (("journal",), ("snapshot",)) and any(
                "--dry-run" in one.opts for one in command.params
            ):
                found.add((" ".join(before), name))

    walk(root(), ())
    assert found <= covered, found - covered
    assert {("orders", "cancel"), ("trunks out", "regenerate-credentials")} <= found


@pytest.mark.parametrize("resource", [r for r in RESOURCES if r.noun], ids=lambda r: r.type)
def test_every_writable_member_has_one_option(resource):
    for action in ("create", "update"):
        if action not in resource.operations:
            continue
        members = members_of(resource, action)
        flags = [flag for member in members for word in member.flags for flag in word.split("/")]
        assert len(flags) == len(set(flags)), flags
        names = {member.parent.name if member.parent else member.part.name for member in members}
        parts = (*resource.attributes, *resource.relationships)
        wanted = {part.name for part in parts if (part.create if action == "create" else part.update)}
        by_workflow = {("orders", "create"): {"items"}}.get((resource.type, action), set())
        assert wanted - names == by_workflow


def test_a_dry_run_of_nothing(didww):
    assert didww("dids update 12125550100 --description 'Main line' --dry-run -o json").json == []
    assert "Nothing would be sent" in didww("trunks in delete -f name=Nobody --dry-run").err
    assert didww("trunks in delete -f name=Nobody --dry-run -o json").json == []
