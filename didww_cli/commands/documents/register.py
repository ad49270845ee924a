"""``didww register``: numbers verified at an address, with documents from plain files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.links import label
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.regulation import ADDRESS_VERIFICATIONS as VERIFICATIONS
from didww_cli.catalog.regulation import ADDRESSES, IDENTITIES
from didww_cli.catalog.requirements import ADDRESS_RULES, DESCRIPTION, KIND, NUMBERS_LINK, ONETIME_LINK, VERIFIED
from didww_cli.commands.asking import confirm, described, dry_run_option, show_described, yes_option
from didww_cli.commands.documents.adding import (
    going_on,
    handing_in,
    paper_request,
    upload_ids,
    upload_requests,
    uploads_of,
)
from didww_cli.commands.given import references
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.typed import command_line, for_account
from didww_cli.commands.verbs.creating import article, show_reviewed
from didww_cli.commands.verbs.members import attributes_alone, attributes_of, options_of, typed_as
from didww_cli.commands.verbs.results import show_result, told_by_option
from didww_cli.commands.waiting import checked_timeout, wait_options
from didww_cli.errors import CheckFailed, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.documents.kept_uploads import Uploads
    from didww_cli.workflows.documents.lacks import Item
    from didww_cli.workflows.documents.registering import Given, Registration, Slot

MEMBERS = attributes_alone(
    VERIFICATIONS, "Your own reference, drawn if not given: what is there under it is not submitted again."
)
REFERENCE = VERIFICATIONS.own_reference
LINKS = typed_as(VERIFICATIONS, {VERIFIED: "--address", NUMBERS_LINK: "NUMBER", ONETIME_LINK: "--document"})


def register_command() -> Command:
    """``didww register``."""
    params = [
        references("Which numbers, of one country and kind.", metavar="NUMBER..."),
        option("--identity", "person", metavar="REF", required=True, help="Whom they are registered to."),
        option("--address", "place", metavar="REF", required=True, help="Where; one of the identity's addresses."),
        option(
            "--document",
            "papers",
            multiple=True,
            metavar="FILE=TYPE",
            help="A JPG, PNG or PDF and what it is ('didww requirements' says what is taken); repeatable. "
            "identity:TYPE or address:TYPE where it can be of either.",
        ),
        *options_of(MEMBERS, "create"),
        dry_run_option(),
        yes_option(),
        *wait_options("Wait for the review; exit 10 where it is rejected."),
    ]

    def run(state: State, **values: Any) -> None:
        state.check()
        longest = checked_timeout(values["wait_timeout"], used=values["wait"])
        attributes = attributes_of(VERIFICATIONS, MEMBERS, values)
        given = _given(values["papers"] or ())
        waits = values["wait"] and not values["dry_run"]
        with told_by_option([*MEMBERS, *LINKS], f"The {VERIFICATIONS.singular}"):
            _Run(state, params, values, given, attributes, longest if waits else None).go()

    return Command(
        "register",
        run,
        params=params,
        examples=[
            "didww register 493023125001 --identity identity-trading --address address-berlin --wait",
            "didww register 496990009000 --identity identity-trading --address address-frankfurt "
            "--document 'passport.pdf=Utility Bill' --dry-run",
        ],
    )


def _given(texts: Sequence[str]) -> list[Given]:
    """Each ``FILE=TYPE``, the file read; UsageError naming those that are none, or no files that DIDWW takes."""
    from didww_cli.workflows.documents.registering import Given
    from didww_cli.workflows.documents.uploads import read_documents

    parts = [_parts(text) for text in texts]
    documents = read_documents([path for path, _, _ in parts])
    return [Given(one, kind, owner) for one, (_, kind, owner) in zip(documents, parts, strict=True)]


def _parts(text: str) -> tuple[Path, str, str]:
    """The file, kind and owner of ``FILE=TYPE`` or ``FILE=OWNER:TYPE``."""
    from didww_cli.workflows.documents.registering import WHOSE

    path, equals, kind = text.rpartition("=")
    if not equals or not path or not kind.strip():
        raise UsageError(f"--document {text!r} is not FILE=TYPE.", "For example: --document passport.pdf=Passport")
    whose, colon, rest = kind.partition(":")
    owner = WHOSE.get(whose.strip().casefold(), "") if colon else ""
    return Path(path), (rest if owner else kind).strip(), owner


class _Run:
    """One registration: what the command line says, step by step."""

    def __init__(
        self,
        state: State,
        params: Sequence[Any],
        values: Mapping[str, Any],
        given: Sequence[Given],
        attributes: Mapping[str, Any],
        longest: float | None,
    ) -> None:
        self.state, self.params, self.values, self.given, self.longest = state, params, values, given, longest
        self.attributes = attributes

    def go(self) -> None:
        """Plan, check, ask, do, show."""
        from didww_cli.workflows.documents.registering import dids_of, missing_items
        from didww_cli.workflows.orders.ordering import placed_before

        client = self.state.client
        dids = dids_of(client, self.values["refs"])
        planned, used = self._planned(dids)
        planned, made = self._left(planned)
        if made:
            self._show(made)
            return
        dry = self.values["dry_run"]
        there = [bool(placed_before(client, one.reference, one.resource)) for one in planned.papers]
        new = [slot for slot, known in zip([one for one in used if one.resource], there, strict=True) if not known]
        _refuse_lacking(self.state, missing_items(None if dry else self.state.door, client, planned, dids, new))
        uploads = uploads_of(self.state)
        for line in self._plan(planned, uploads, there):
            self.state.notice(line)
        if dry:
            show_described(self.state, list(self._requests(planned, uploads, there)))
            return
        confirm(self.state, "Hand this in?", yes=self.values["yes"])
        again = command_line(self.state, self.params, {**self.values, f"m_{REFERENCE}": planned.reference})
        with going_on(again):
            document = self._handed_in(uploads, planned)
        self._show(document)

    def _handed_in(self, uploads: Uploads, planned: Registration) -> dict[str, Any]:
        """Hand it in, alone on this machine: what another process has submitted meanwhile is not submitted again."""
        from didww_cli.workflows.documents.registering import dids_of, submit

        with handing_in(self.state):
            numbers = dids_of(self.state.client, [f"id:{one['id']}" for one in planned.numbers])
            left, made = self._left(replace(planned, numbers=numbers))
            return made or submit(uploads, left)

    def _left(self, planned: Registration) -> tuple[Registration, dict[str, Any] | None]:
        """What is left to do; where it is nothing, the verification that is there."""
        from didww_cli.workflows.documents.registering import submitted
        from didww_cli.workflows.orders.ordering import placed_before

        client, given = self.state.client, self.values[f"m_{REFERENCE}"]
        if given and (made := placed_before(client, given, VERIFICATIONS)):
            self.state.notice(f"Nothing was sent: {given} is submitted already.")
            return planned, made
        before = submitted(planned.numbers, planned.address)
        for did in planned.numbers:
            if one := before.get(str(did["id"])):
                self.state.notice(f"{label(did, DIDS)} is in {label(one, VERIFICATIONS)}, {one.get('status')}.")
        left = replace(planned, numbers=[one for one in planned.numbers if str(one["id"]) not in before])
        if left.numbers:
            return left, None
        self.state.notice("Nothing is left to send.")
        return left, client.get(VERIFICATIONS, str(next(iter(before.values()))["id"]))

    def _planned(self, dids: Sequence[Any]) -> tuple[Registration, list[Slot]]:
        from didww_cli.workflows.documents.lacks import check_owner, held
        from didww_cli.workflows.documents.registering import (
            Registration,
            common_requirement,
            paper_of,
            slot_of,
            slots,
            unasked,
        )
        from didww_cli.workflows.documents.requirements import told

        client = self.state.client
        record = common_requirement(client, dids)
        identity = held(client, IDENTITIES.type, self.values["person"])
        address = held(client, ADDRESSES.type, self.values["place"])
        check_owner(identity, address)
        kind, requirement = str(identity.record.get(KIND)), told(record, ADDRESS_RULES)
        known = slots(record, kind)
        used = [slot_of(one, known) for one in self.given]
        if wrong := unasked(requirement, kind, used, self.attributes.get(DESCRIPTION)):
            raise UsageError(wrong, "Nothing was uploaded.")
        pairs = list(zip(used, self.given, strict=True))
        if len({(slot.of, slot.called, one.document.content) for slot, one in pairs}) < len(pairs):
            raise UsageError("--document: one file is given twice as the same document.", "Nothing was uploaded.")
        return Registration(
            requirement,
            dids,
            identity,
            address,
            [paper_of(slot, identity, address, [one.document]) for slot, one in pairs if slot.resource],
            [one.document for slot, one in pairs if slot.resource is None],
            self.attributes,
        ), used

    def _plan(self, planned: Registration, uploads: Uploads, there: Sequence[bool]) -> Iterator[str]:
        """What will be uploaded, created, and for which numbers. ``there``: which papers are handed in already."""
        for paper, known in zip(planned.papers, there, strict=True):
            what, file = f"{paper.resource.singular} {paper.called}", paper.files[0]
            if known:
                yield f"{file.path}: handed in already as {what}"
            else:
                yield f"{file.path}: {_upload(uploads, file)}, then the {what}"
        for file in planned.onetime:
            yield f"{file.path}: {_upload(uploads, file)}, goes with the verification"
        numbers = ", ".join(label(one, DIDS) for one in planned.numbers)
        yield (
            f"Then {article(VERIFICATIONS.singular)} of {self.values['place']} is submitted for {numbers} "
            f"({planned.requirement.name})."
        )

    def _requests(self, planned: Registration, uploads: Uploads, there: Sequence[bool]) -> Iterator[dict[str, Any]]:
        for paper, known in zip(planned.papers, there, strict=True):
            if not known:
                yield from upload_requests(self.state, uploads, paper.files)
                yield paper_request(self.state, uploads, paper)
        yield from upload_requests(self.state, uploads, planned.onetime)
        yield described(self.state, planned.request(upload_ids(uploads, planned.onetime)))

    def _show(self, document: dict[str, Any]) -> None:
        if self.longest is None or not document:
            show_result(self.state, VERIFICATIONS, document)
        else:
            show_reviewed(self.state, VERIFICATIONS, str(document["data"]["id"]), self.longest)


def _upload(uploads: Uploads, file: Any) -> str:
    return "uploaded already" if uploads.there(file) else f"{len(file.content):,} bytes are encrypted and uploaded"


def _refuse_lacking(state: State, missing: Sequence[Item]) -> None:
    """CheckFailed, with what supplies each thing that is missing."""
    if missing:
        lines = [f"  {one.didww or one.says}" for one in missing]
        commands = dict.fromkeys(for_account(state, one.command) for one in missing)
        raise CheckFailed(
            "The requirement is not fulfilled, also with these documents. Missing:\n" + "\n".join(lines),
            "Nothing was uploaded. These supply it:\n" + "\n".join(commands),
        )
