"""``didww files``: upload and encrypt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.regulation import ENCRYPTED_FILES as FILES
from didww_cli.commands.asking import dry_run_option, masked_request, show_described, yes_option
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.verbs.results import show_results
from didww_cli.errors import DidwwError, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.documents.encryption import PublicKeys
    from didww_cli.workflows.documents.uploads import Document


def file_commands() -> dict[str, Command]:
    """``upload`` and ``encrypt``."""
    return {"upload": _upload_command(), "encrypt": _encrypt_command()}


def _upload_command() -> Command:
    params = [
        argument("paths", help="JPG, PNG or PDF files, each 20 MB at most once encrypted.", many=True),
        option("--description", metavar="TEXT", help="Your own note."),
        dry_run_option(),
        yes_option(asks=False),
    ]
    params[0].metavar = "PATH..."
    return Command(
        "upload",
        _upload,
        help="Encrypt documents with the account's public keys and upload them.",
        params=params,
        examples=["didww files upload passport.pdf --description 'Passport of A. Example' -o ids"],
    )


def _encrypt_command() -> Command:
    params = [
        argument("path", help="File to encrypt."),
        option("--to", "target", required=True, metavar="FILE", help="Where to; - is standard output."),
        option(
            "--public-key",
            "public_keys",
            multiple=True,
            metavar="FILE",
            help="PEM file of a public key; twice, in the order of 'didww public-keys list'. The account's by default.",
        ),
        option("--force", type=bool, help="Replace a FILE that exists."),
    ]
    params[0].metavar = "FILE"
    return Command(
        "encrypt",
        _encrypt,
        help="Encrypt a document as an upload would, without uploading it, and print the fingerprint of the keys.",
        params=params,
        examples=["didww files encrypt passport.pdf --to passport.enc"],
    )


def _upload(state: State, paths: Sequence[str], description: str | None, dry_run: bool) -> None:
    from didww_cli.workflows.documents.uploads import account_keys, check_sizes, read_documents

    state.check()
    documents = read_documents([Path(path) for path in paths])
    keys = account_keys(state.client)
    check_sizes(documents, keys)
    if dry_run:
        show_described(state, [described_upload(state, document, keys, description) for document in documents])
    else:
        _send(state, documents, keys, description)


def described_upload(state: State, document: Document, keys: PublicKeys, description: str | None) -> dict[str, Any]:
    """The request of an upload."""
    from didww_cli.workflows.documents.uploads import UPLOAD_ACCEPT, form_of, shown_form

    body = shown_form(form_of(document, keys, description), document)
    headers = state.client.transport.shown_headers() | UPLOAD_ACCEPT | {"Content-Type": "multipart/form-data"}
    return masked_request(state, "POST", FILES.path, headers, body)


def _send(state: State, documents: Sequence[Document], keys: PublicKeys, description: str | None) -> None:
    """Upload the files, one after another, and show them. One that is refused does not keep the others from it."""
    from didww_cli.workflows.documents.uploads import form_of, shown_form, upload
    from didww_cli.workflows.writing.many import each

    answers: list[dict[str, Any]] = []
    failure: DidwwError | None = None
    with state.progress() as progress:

        def send(document: Document) -> None:
            progress.update(f"Uploading {len(answers) + 1} of {len(documents)}: {document.path.name}")
            form = form_of(document, keys, description)
            answers.append(upload(state.door, form, shown_form(form, document)))

        def tell(text: str) -> None:
            progress.close()
            state.notice(text)

        try:
            each(documents, send, what="files", name=lambda one: str(one.path), tell=tell, done="were uploaded")
        except DidwwError as error:
            failure = error
    if answers:
        show_results(state, FILES, answers, many=len(documents) > 1)
    if failure:
        raise failure


def _encrypt(state: State, path: str, target: str, public_keys: Sequence[str], force: bool) -> None:
    from didww_cli.workflows.documents.encryption import encrypt, fingerprint
    from didww_cli.workflows.documents.uploads import complaint, read_document
    from didww_cli.workflows.exports.targets import StreamSink, check_target, whole_file

    state.check()
    if target == "-" and state.screen.terminal:
        raise UsageError("An encrypted file is nothing for a terminal.", "Name a file with --to.")
    if target != "-":
        check_target(Path(target), force=force)
    document = read_document(Path(path))
    keys = _given_keys(public_keys) if public_keys else _account_keys(state)
    if reason := complaint(document.content, keys):
        state.notice(f"DIDWW would not take this file: {path} {reason}.")
    encrypted = encrypt(document.content, keys)
    if target == "-":
        stream = StreamSink(sys.stdout.buffer)
        stream.write(encrypted)
        stream.finish()
        state.notice(fingerprint(keys))
        return
    with whole_file(Path(target), force=force) as sink:
        sink.write(encrypted)
    _print_fingerprint(state, fingerprint(keys), target)


def _given_keys(paths: Sequence[str]) -> PublicKeys:
    from didww_cli.workflows.documents.encryption import load_public_keys
    from didww_cli.workflows.documents.uploads import read_document

    if len(paths) != 2:
        raise UsageError(f"--public-key is given twice or not at all, not {len(paths)} times.")
    try:
        return load_public_keys([read_document(Path(path)).content for path in paths])
    except ValueError as error:
        raise UsageError(f"--public-key: {error}.", "'didww public-keys list -o json' shows those of DIDWW.") from None


def _account_keys(state: State) -> PublicKeys:
    from didww_cli.workflows.documents.uploads import account_keys

    return account_keys(state.client)


def _print_fingerprint(state: State, found: str, target: str) -> None:
    shown = {"encryption_fingerprint": found, "file": target}
    if not show_data(state, shown):
        state.screen.line(found)
