"""Proofs and forms made of plain files: uploaded, created once, and found again by a reference that the files give."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.requirements import FILES_LINK
from didww_cli.errors import OutcomeUnknown, Refused, UsageError
from didww_cli.jsonapi.documents import Document as Answer
from didww_cli.workflows.documents.kept_uploads import Uploads, digest
from didww_cli.workflows.documents.uploads import Document
from didww_cli.workflows.orders.ordering import placed_before, search
from didww_cli.workflows.writing.demands import check_bounds
from didww_cli.workflows.writing.linking import Identifier
from didww_cli.workflows.writing.request import Request


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be created of some files. ``links``: whose it is, and of which kind; ``called``: the kind by name."""

    resource: Resource
    links: Mapping[str, Identifier]
    files: Sequence[Document]
    called: str

    @property
    def reference(self) -> str:
        """The external reference that these files have for this purpose: the same at each try."""
        parts = [self.resource.type, *(one["id"] for one in self.links.values()), *(digest(one) for one in self.files)]
        return f"didww-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"

    def request(self, files: Sequence[str]) -> Request:
        """What creates it of uploaded files."""
        linked = [{"type": self._files_type, "id": one} for one in files]
        data = {
            "type": self.resource.type,
            "attributes": {self.resource.own_reference: self.reference},
            "relationships": {
                **{name: {"data": one} for name, one in self.links.items()},
                FILES_LINK: {"data": linked},
            },
        }
        return Request("POST", self.resource.path, {"data": data})

    @property
    def _files_type(self) -> str:
        link = self.resource.relationship(FILES_LINK)
        assert link is not None
        return link.target


def check_files(paper: Paper, version: str) -> None:
    """UsageError where a file is given twice, or there are more than one paper takes; nothing is uploaded then."""
    seen: dict[str, Document] = {}
    for one in paper.files:
        if (same := seen.setdefault(digest(one), one)) is not one:
            raise UsageError(f"{one.path} is the same file as {same.path}.", "Nothing was uploaded.")
    check_bounds(paper.resource, paper.request(list(seen)), version)


def forget_refused(uploads: Uploads, files: Sequence[Document], error: Refused, link: str) -> None:
    """Forget uploads that DIDWW does not take any more: they are used elsewhere, or gone."""
    sources = [one.get("source") for one in error.errors]
    if any(link in str(one.get("pointer")).split("/") for one in sources if isinstance(one, Mapping)):
        uploads.forget(files)


def filed(uploads: Uploads, paper: Paper) -> Answer:
    """The paper at DIDWW: the one that was made of these files before, or a new one; nothing is uploaded twice."""
    client = uploads.door.client
    if there := placed_before(client, paper.reference, paper.resource):
        uploads.tell(f"The {paper.resource.singular} {paper.called} is there already.")
        return there
    request = paper.request([uploads.file_of(one) for one in paper.files])
    try:
        made: Any = uploads.door.send(request)
    except OutcomeUnknown as lost:
        made, problem = search(
            client, lambda: placed_before(client, paper.reference, paper.resource), paper.resource.singular
        )
        if made is None:
            lost.message = (
                f"The {paper.resource.singular} {paper.called}: {lost.message} Looked for by its reference: {problem}"
            )
            raise
    except Refused as error:
        forget_refused(uploads, paper.files, error, FILES_LINK)
        raise
    uploads.forget(paper.files)
    uploads.tell(f"The {paper.resource.singular} {paper.called} is handed in.")
    found: Answer = made or {}
    return found
