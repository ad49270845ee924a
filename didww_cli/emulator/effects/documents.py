"""Uploaded files, and the proofs and forms that they become part of."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.effects import tasks
from didww_cli.emulator.effects.change import Behaviour, Change, link_error, refuse
from didww_cli.emulator.problems import ErrorObject, Problem, bad_request, invalid
from didww_cli.emulator.state import Record, State

LARGEST = 20 * 1024 * 1024
_PREFIX = "encrypted_files"
_ENTITIES = {"Address": "addresses", "Personal": "identities", "Business": "identities"}


def upload(account: Account, fields: dict[str, bytes]) -> Record:
    """Keeps an uploaded file for a day; Problem 400 or 422 where it is not taken. Its content is not kept."""
    sent = {name: value for name, value in fields.items() if name.startswith(f"{_PREFIX}[")}
    if not sent:
        raise bad_request("invalid params", "invalid params")
    _check_file(sent.get(f"{_PREFIX}[file]", b""))
    if sent.get(f"{_PREFIX}[encryption_fingerprint]", b"").decode("latin-1").strip() != fingerprint(account.state):
        raise refuse("outdated fingerprint")
    expires = account.now + timedelta(seconds=account.timing.file)
    description = sent.get(f"{_PREFIX}[description]", b"").decode("utf-8", "replace") or None
    attributes = {"description": description, "expires_at": stamp(expires)}
    record = account.state.add(Record("encrypted_files", str(uuid4()), attributes))
    tasks.until(account, record, expires)
    return record


def _check_file(content: bytes) -> None:
    pointer = "/data/attributes/file"
    if not content:
        raise Problem(422, [invalid(pointer, "can't be blank", "file")])
    if len(content) > LARGEST:
        raise Problem(422, [invalid(pointer, "is too large (maximum is 20 MB)", "file")])


def remove_file(account: Account, record: Record) -> None:
    """Takes a file away: deleted or expired."""
    account.state.remove(record)
    tasks.drop(account, record)


def consume(change: Change, record: Record, name: str) -> None:
    """The files behind a relationship become part of the record: they expire no more and serve nothing else."""
    record.links.pop(name, None)
    for file in change.targets(name):
        change.state.keep(file, used=True)
        tasks.drop(change.account, file)


def check_unused(change: Change, name: str) -> Iterator[ErrorObject]:
    """Refuses files that are part of something already."""
    if any(file.private.get("used") for file in change.targets(name)):
        yield link_error(name, "are invalid")


def _check_proof(change: Change) -> Iterator[ErrorObject]:
    if not change.creating:
        return
    yield from check_unused(change, "files")
    kind, entity = change.target("proof_type"), change.target("entity")
    proves = kind.attributes["entity_type"] if kind else ""
    personal = entity and entity.attributes.get("identity_type", proves.lower()) == proves.lower()
    if entity and (_ENTITIES.get(proves) != entity.type or not personal):
        yield link_error("proof_type", "is invalid")


def _check_document(change: Change) -> Iterator[ErrorObject]:
    yield from check_unused(change, "files")
    template = change.target("template")
    if template and not template.attributes["permanent"]:
        yield link_error("template", "is invalid")


def _take_files(change: Change, record: Record) -> None:
    consume(change, record, "files")


FILES = Behaviour(remove=remove_file)
PROOFS = Behaviour(check=_check_proof, done=_take_files)
DOCUMENTS = Behaviour(check=_check_document, done=_take_files)


def fingerprint(state: State) -> str:
    """The SHA-1 of each public key's DER form, in hex, joined by colons."""
    return ":::".join(hashlib.sha1(_der(key.attributes["key"])).hexdigest() for key in state.all("public_keys"))  # noqa: S324


def _der(pem: str) -> bytes:
    return base64.b64decode("".join(line for line in pem.splitlines() if not line.startswith("-----")))
