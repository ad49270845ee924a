"""Which uploaded file a file of this machine has become, remembered so that none is uploaded twice.

A note of its own goes with each upload, by which it is found again where the answer was lost.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from didww_cli.catalog.regulation import ENCRYPTED_FILES as FILES
from didww_cli.catalog.requirements import FILE_HOURS, FILE_NOTE
from didww_cli.disk import locked, write_private
from didww_cli.errors import DidwwError, NotFound, OutcomeUnknown
from didww_cli.workflows.documents.encryption import PublicKeys
from didww_cli.workflows.documents.uploads import Document, account_keys, check_sizes, form_of, shown_form, upload
from didww_cli.workflows.orders.ordering import search
from didww_cli.workflows.writing.door import Door

Kept = dict[str, dict[str, Any]]


def digest(document: Document) -> str:
    """The SHA-256 of a file's content."""
    return hashlib.sha256(document.content).hexdigest()


class Uploads:
    """Uploads of one account. ``path``: where they are remembered; ``tell`` gets what is done, or why not, ``doing``
    what is under way, and empty text when it no longer is.
    """

    def __init__(self, door: Door, path: Path, tell: Callable[[str], None], doing: Callable[[str], None]) -> None:
        self.door = door
        self.path = path
        self.tell = tell
        self.doing = doing

    @cached_property
    def keys(self) -> PublicKeys:
        """The account's public keys."""
        return account_keys(self.door.client)

    def there(self, document: Document) -> str | None:
        """The id of the upload that a file was before, if it is still there and waits to be used."""
        kept = self._read().get(digest(document))
        if kept is None:
            return None
        return self._still(str(kept["id"])) if kept.get("id") else self._noted(str(kept.get("note")))

    def file_of(self, document: Document) -> str:
        """The id of a file at DIDWW, uploaded unless it is there. OutcomeUnknown where its answer was lost and it does
        not turn up: it is looked for again before it is ever repeated.
        """
        if found := self.there(document):
            self.tell(f"{document.path} is uploaded already: {found}.")
            return found
        check_sizes([document], self.keys)
        note = f"{document.path.name} {uuid4().hex[:12]}"
        form = form_of(document, self.keys, note)
        self._keep(document, {"note": note})
        identifier = self._sent(document, note, form)
        self._keep(document, {"note": note, "id": identifier})
        self.tell(f"{document.path} is uploaded: {identifier}.")
        return identifier

    def _sent(self, document: Document, note: str, form: Any) -> str:
        self.doing(f"Uploading {document.path}, {len(document.content):,} bytes …")
        try:
            return str(upload(self.door, form, shown_form(form, document))["data"]["id"])
        except OutcomeUnknown as lost:
            found, problem = search(self.door.client, lambda: self._noted(note), FILES.singular)
            if found is None:
                lost.message = f"{document.path}: {lost.message} Looked for by its note: {problem}"
                raise
            return found
        except DidwwError:
            self.forget([document])
            raise
        finally:
            self.doing("")

    def forget(self, documents: Sequence[Document]) -> None:
        """Forget some files: they are part of something now, and serve nothing else."""
        gone = {digest(one) for one in documents}
        self._change(lambda kept: {name: one for name, one in kept.items() if name not in gone})

    def _still(self, identifier: str) -> str | None:
        try:
            self.door.client.get(FILES, identifier)
        except NotFound:
            return None
        return identifier

    def _noted(self, note: str) -> str | None:
        found = (str(one["id"]) for one in self.door.client.list(FILES) if one.get(FILE_NOTE) == note)
        return next(found, None)

    def _keep(self, document: Document, entry: dict[str, Any]) -> None:
        self._change(lambda kept: {**kept, digest(document): {**entry, "time": time.time()}})

    def _change(self, change: Callable[[Kept], Kept]) -> None:
        try:
            with locked(self.path):
                write_private(self.path, json.dumps(change(self._read())).encode())
        except OSError as error:
            self.tell(f"{self.path} cannot be written ({error.strerror or error}): a repeat would upload again.")

    def _read(self) -> Kept:
        """What is remembered and not gone by now; nothing where the file cannot be read."""
        oldest = time.time() - FILE_HOURS * 3600
        found: Any = {}
        with suppress(OSError, ValueError):
            found = json.loads(self.path.read_bytes())
        entries = found.items() if isinstance(found, dict) else ()
        return {name: one for name, one in entries if isinstance(one, dict) and float(one.get("time") or 0) > oldest}
