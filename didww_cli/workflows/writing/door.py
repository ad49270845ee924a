"""The one door for writes: every request that changes something leaves here, and is in the journal before it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from didww_cli.errors import DidwwError, OutcomeUnknown
from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Record
from didww_cli.jsonapi.writing import forward, write
from didww_cli.masking import SECRETS
from didww_cli.workflows.writing.finding import command_to_look
from didww_cli.workflows.writing.journal import Journal, outcome_of
from didww_cli.workflows.writing.kept import kept_after, kept_before
from didww_cli.workflows.writing.request import Request


class Door:
    """Sends writes, each once, and keeps them in the journal with what they change. None of it prints or asks.

    ``account``: the options that name the account, for commands that are told. ``noted``: the numbers in the journal of
    those that were done.
    """

    def __init__(self, client: Client, journal: Journal | None = None, account: Sequence[str] = ()) -> None:
        self.client = client
        self.journal = journal
        self.account = account
        self.noted: list[int] = []

    def send(
        self, request: Request, before: Record | None = None, names: Mapping[str, str] | None = None
    ) -> dict[str, Any] | None:
        """Send a write; its document, or None where the answer has no body. ``before``: the record as it was read;
        ``names``: what is linked by it, by id, for the journal.

        Never repeated unless it surely did nothing; OutcomeUnknown where the answer does not show that it was done.
        """
        kept = {**kept_before(request.method, request.body, before), **({"names": dict(names)} if names else {})}
        with self._noted(request.method, request.path, kept) as after:
            answer = self._written(request)
            document = answer.document() if answer.content else None
            after.update(kept_after(document, request.body))
        return document

    def _written(self, request: Request) -> Answer:
        """The answer to a write; where it is lost, the failure says which command shows what became of it."""
        try:
            return write(self.client.transport, request.method, request.path, request.body)
        except OutcomeUnknown as error:
            look = command_to_look(request, self.account)
            error.hint = f"It may have happened. Look before you repeat it:\n  {look}" if look else error.hint
            raise

    def forward(self, method: str, path: str, *, shown: Any = None, **more: Any) -> Answer:
        """Send a write that is no JSON:API document of ours: a file, or what a user typed. ``shown``: its body for the
        journal.
        """
        with self._noted(method, path, kept_before(method, shown, None)) as after:
            answer = forward(self.client.transport, method, path, **more)
            after.update(kept_after(_document(answer), None))
        return answer

    @contextmanager
    def _noted(self, method: str, path: str, kept: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Note a write before it is sent, and what became of it; the block puts what is then there into its value."""
        self.client.transport.refuse_writing(method)
        if self.journal is None:
            yield {}
            return
        place = path.removeprefix(self.client.transport.connection.base_url)
        number = self.journal.begin({"method": method, "path": place, **kept})
        after: dict[str, Any] = {}
        try:
            yield after
        except BaseException as error:
            said = SECRETS.masked(error.message) if isinstance(error, DidwwError) else type(error).__name__
            self.journal.end(number, {"outcome": outcome_of(error), "error": said})
            raise
        self.journal.end(number, {"outcome": "done", **after})
        self.noted += [number] if number is not None else []


def _document(answer: Answer) -> Any:
    try:
        return answer.json() if answer.content else None
    except ValueError:
        return None
