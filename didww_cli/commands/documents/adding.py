"""``didww proofs add`` and ``didww documents add``: handed in from plain files, each uploaded once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.regulation import ENCRYPTED_FILES as FILES
from didww_cli.catalog.requirements import FILES_LINK
from didww_cli.commands.asking import described, dry_run_option, show_described, yes_option
from didww_cli.commands.orders.lock import alone_with
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.commands.typed import command_line
from didww_cli.commands.verbs.creating import article
from didww_cli.commands.verbs.members import typed_as
from didww_cli.commands.verbs.results import show_result, told_by_option
from didww_cli.errors import DidwwError, OutcomeUnknown, Refused
from didww_cli.output.messages import say

if TYPE_CHECKING:
    from didww_cli.workflows.documents.kept_uploads import Uploads
    from didww_cli.workflows.documents.papers import Paper
    from didww_cli.workflows.documents.uploads import Document


def add_command(resource: Resource, names: Sequence[str], example: str) -> Command:
    """``add`` of a resource that is made of files. ``names``: whose it is, and of which kind."""
    links = [link for name in names if (link := resource.relationship(name))]
    options = [option(_flag(one.name), metavar="REF", required=True, help=one.help) for one in links]
    files = argument("paths", help="JPG, PNG or PDF files, which make one together.", many=True)
    files.metavar = "FILE..."
    params = [files, *options, dry_run_option(), yes_option(asks=False)]
    typed = typed_as(resource, {**{one.name: _flag(one.name) for one in links}, FILES_LINK: files.metavar})

    def run(state: State, paths: Sequence[str], dry_run: bool, **given: str) -> None:
        from didww_cli.workflows.documents.papers import Paper, check_files, filed
        from didww_cli.workflows.documents.uploads import read_documents
        from didww_cli.workflows.writing.linking import Linker

        state.check()
        documents = read_documents([Path(path) for path in paths])
        linker = Linker(state.client)
        linked = {one.name: linker.identifiers(one, [given[one.name]])[0] for one in links}
        paper = Paper(resource, linked, documents, given[links[-1].name])
        check_files(paper, linker.version)
        uploads = uploads_of(state)
        if dry_run:
            show_described(state, [*upload_requests(state, uploads, documents), paper_request(state, uploads, paper)])
            return
        again = command_line(state, params, {**given, "paths": paths, "dry_run": False, "yes": False})
        with told_by_option(typed, f"The {resource.singular}"), going_on(again), handing_in(state):
            made = filed(uploads, paper)
        show_result(state, resource, made)

    return Command(
        "add",
        run,
        help=f"Hand in {article(resource.singular)} from plain files: encrypted, uploaded and created, each once.",
        params=params,
        examples=[f"didww {resource.noun} add passport.pdf {example}"],
    )


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def uploads_of(state: State) -> Uploads:
    """What this machine uploaded to the account of this run; the name of its file tells no key."""
    from hashlib import sha256

    from didww_cli.config.settings import state_folder
    from didww_cli.workflows.documents.kept_uploads import Uploads

    whose = "\0".join([state.settings.base_url, state.settings.api_key().value])
    name = f"{sha256(whose.encode()).hexdigest()[:32]}.json"
    doing = (lambda text: None) if state.quiet else state.status.write
    return Uploads(state.door, state_folder() / "uploads" / name, state.notice, doing)


def upload_requests(state: State, uploads: Uploads, documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The uploads that some files still need, as data."""
    from didww_cli.commands.documents.files import described_upload

    needed = [one for one in documents if not uploads.there(one)]
    return [described_upload(state, one, uploads.keys, one.path.name) for one in needed]


def upload_ids(uploads: Uploads, documents: Sequence[Document]) -> list[str]:
    """The ids of some files as far as they are uploaded, else what stands for them in a dry run."""
    return [uploads.there(one) or f"<id of {one.path.name}>" for one in documents]


def paper_request(state: State, uploads: Uploads, paper: Paper) -> dict[str, Any]:
    """What creates it, as data."""
    return described(state, paper.request(upload_ids(uploads, paper.files)))


def handing_in(state: State) -> AbstractContextManager[None]:
    """Keep others of this machine from handing in documents to the account, which might be the same ones."""
    return alone_with(state, FILES.type, "handing in documents")


@contextmanager
def going_on(again: str) -> Iterator[None]:
    """Tell failures with the command to go on with, which does nothing twice."""
    try:
        yield
    except DidwwError as error:
        hint = "" if isinstance(error, OutcomeUnknown) else error.hint  # going on looks first
        way_on = "Mend that, then go on" if isinstance(error, Refused) else "Go on"
        error.hint = "\n".join(filter(None, [hint, f"{way_on} with this, which does nothing twice:\n{again}"]))
        raise
    except KeyboardInterrupt:
        say(sys.stderr, f"Interrupted. Go on with this, which does nothing twice:\n{again}")
        raise
