"""Documents on their way to DIDWW: checked by content and size, encrypted, uploaded one a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from didww_cli.catalog.regulation import ENCRYPTED_FILES as FILES
from didww_cli.catalog.regulation import PUBLIC_KEYS
from didww_cli.errors import NetworkFailure, OutcomeUnknown, UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.documents.encryption import PublicKeys, encrypt, fingerprint, load_public_keys, upload_size
from didww_cli.workflows.writing.door import Door

LARGEST = 20 * 1024 * 1024
"""Bytes that an upload may have, which is the encrypted document."""

PDF_WITHIN = 1024
"""Bytes among which a PDF begins: some scanners put words of their own before it."""

REVIEWED = ((b"\xff\xd8\xff", "JPG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
OTHERS = (
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"PK\x03\x04", "an Office document or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
)

UPLOAD_ACCEPT = {"Accept": "application/json"}

Form = dict[str, tuple[str | None, str | bytes] | tuple[str | None, str | bytes, str]]


@dataclass(frozen=True, slots=True)
class Document:
    """A file of this machine and its content."""

    path: Path
    content: bytes


def format_of(content: bytes) -> str:
    """JPG, PNG or PDF, by what a file begins with; else what it seems to be, or empty."""
    if content[4:8] == b"ftyp":
        return "a HEIC image or a video"
    known = next((name for start, name in (*REVIEWED, *OTHERS) if content.startswith(start)), "")
    return known or ("PDF" if b"%PDF-" in content[:PDF_WITHIN] else "")


def complaint(content: bytes, keys: PublicKeys | None = None) -> str:
    """Why DIDWW would not take a file, encrypted with some keys; empty where it would."""
    if not content:
        return "is empty"
    if (upload_size(len(content), keys) if keys else len(content)) > LARGEST:
        return f"is larger than {LARGEST // 1024**2} MB once it is encrypted, which is the most that is taken"
    kind = format_of(content)
    if kind in ("JPG", "PNG", "PDF"):
        return ""
    return f"is {kind or 'something else'} by its content; JPG, PNG and PDF are taken"


def read_document(path: Path, most: int = -1) -> Document:
    """A file and its content, at most so many bytes of it; UsageError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return Document(path, file.read(most))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from None


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """Files that DIDWW would take; UsageError naming each that is not, and why."""
    documents, wrong = [], []
    for path in paths:
        try:
            document = read_document(path, LARGEST + 1)
        except UsageError as error:
            wrong.append(error.message)
            continue
        documents.append(document)
        reason = complaint(document.content)
        if reason:
            wrong.append(f"{path} {reason}.")
    if wrong:
        raise UsageError("\n".join(wrong), "Nothing was uploaded.")
    return documents


def check_sizes(documents: Sequence[Document], keys: PublicKeys) -> None:
    """UsageError naming each document that is too large once it is encrypted with some keys."""
    reasons = ((document.path, complaint(document.content, keys)) for document in documents)
    if wrong := [f"{path} {reason}." for path, reason in reasons if reason]:
        raise UsageError("\n".join(wrong), "Nothing was uploaded.")


def account_keys(client: Client) -> PublicKeys:
    """The two public keys of the account; NetworkFailure where the server sends something else."""
    found = list(client.list(PUBLIC_KEYS))
    try:
        return load_public_keys([_pem(f"public key {at}", record) for at, record in enumerate(found, start=1)])
    except ValueError as error:
        raise NetworkFailure(f"GET {PUBLIC_KEYS.path}: {error}.", "Nothing was sent. Tell DIDWW, or wait.") from None


def _pem(name: str, record: Record) -> bytes:
    key = record.get("key")
    if key is None:
        raise ValueError(f"{name} has no key")
    if not isinstance(key, str):
        raise ValueError(f"the key of {name} is no text")
    return key.encode("utf-8", "replace")


def form_of(document: Document, keys: PublicKeys, description: str | None) -> Form:
    """The fields of an upload: fingerprint, encrypted file, and description where there is one."""
    form: Form = {
        "encrypted_files[encryption_fingerprint]": (None, fingerprint(keys)),
        "encrypted_files[file]": ("file.enc", encrypt(document.content, keys), "application/octet-stream"),
    }
    if description:
        form["encrypted_files[description]"] = (None, description)
    return form


def shown_form(form: Form, document: Document) -> dict[str, str]:
    """The fields of an upload, the file by its size: every encryption of it is another."""
    return {
        name: value if isinstance(value, str) else f"{len(value):,} bytes: {document.path}, encrypted"
        for name, (_, value, *_rest) in form.items()
    }


def upload(door: Door, form: Form, shown: Any) -> dict[str, Any]:
    """Upload one file and return its document. ``shown``: the form for the journal."""
    hint = "'didww files list' shows whether it is there; a file that is not used is removed after 24 hours."
    try:
        answer = door.forward("POST", FILES.path, shown=shown, headers=UPLOAD_ACCEPT, files=form)
    except OutcomeUnknown as error:
        error.hint = hint
        raise
    found = answer.document() if answer.content else {}
    data = found.get("data")
    if not isinstance(data, dict) or not data.get("id"):
        raise OutcomeUnknown("The server took the file, but its answer names no id.", hint, status=answer.status)
    return found
