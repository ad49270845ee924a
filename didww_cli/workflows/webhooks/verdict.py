"""The verdict on a capture: is its signature right, with which secret, and if not, what would make it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from itertools import chain, islice
from typing import Any

from didww_cli.errors import UsageError
from didww_cli.masking import SECRETS
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.changes import shown
from didww_cli.workflows.webhooks.evidence.settle import completed, variants
from didww_cli.workflows.webhooks.explanation import Clues, Effort, explain
from didww_cli.workflows.webhooks.forwarded import from_didww, source_address
from didww_cli.workflows.webhooks.readings import (
    SIGNATURE_PART,
    Reading,
    at_url,
    missing_parts,
    other_payloads,
    readings,
    torn_parameter,
)
from didww_cli.workflows.webhooks.signature import Secret, fits, printable
from didww_cli.workflows.webhooks.urls import Url, usable_url

EXPLAINED = 3  # payloads beside the likeliest, under each URL, for which a wrong signature is explained


@dataclass(frozen=True, slots=True)
class Event:
    """What a callback tells; None where it does not. Of several objects the first."""

    type: str | None = None
    id: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """``valid`` is None where the capture could not be read; ``fix`` are the kinds of change that make it right.

    ``url`` is normalised; it and ``signed_text`` are those that fitted, else those of the likeliest reading. ``secret``
    is the name of the one that fits, as it is or with the fix. ``source`` is the sender's address.
    """

    capture: str
    valid: bool | None
    url: str | None = None
    signed_text: str | None = None
    signature: str | None = None
    secret: str | None = None
    event: Event = Event()
    from_didww: bool | None = None
    fix: tuple[str, ...] = ()
    message: str = ""
    source: str = ""
    time: str = ""

    def as_json(self) -> dict[str, Any]:
        """The members that the command's JSON output has, in their order."""
        members = asdict(self)
        del members["source"], members["time"]
        return {**members, "fix": list(self.fix)}

    def masked(self) -> Verdict:
        """The verdict with secrets hidden in all of its texts but the names of secrets."""
        texts = {name: SECRETS.masked_in(getattr(self, name)) for name in _SHOWN}
        return replace(self, event=Event(*map(SECRETS.masked_in, astuple(self.event))), **texts)


_SHOWN = ("capture", "url", "signed_text", "signature", "message", "source", "time")


def verify_all(
    captures: Iterable[Capture],
    secrets: Sequence[Secret],
    *,
    base_url: str | None = None,
    url: str | None = None,
    others: Sequence[Secret] = (),
) -> Iterator[Verdict]:
    """The verdict on each capture, as they come.

    After some captures that nothing explains, pairs of changes are no longer tried, so that a folder of them ends.
    """
    effort = Effort()
    for capture in captures:
        yield verify(capture, secrets, base_url=base_url, url=url, others=others, effort=effort)


def verify(
    capture: Capture,
    secrets: Sequence[Secret],
    *,
    base_url: str | None = None,
    url: str | None = None,
    others: Sequence[Secret] = (),
    effort: Effort | None = None,
) -> Verdict:
    """The verdict on one capture, which may be signed with any of the secrets.

    ``others`` (other profiles' secrets, the API key beside a callback secret) only explain a wrong one. With a base
    URL, that one is verified and no other; ``url`` stands for all of the capture's.
    """
    need(secrets)
    base = None if base_url is None else usable_url("base", base_url)
    whole = None if url is None else usable_url("given", url)
    if capture.problem:
        return _verdict(capture, None, None, capture.problem)
    if (proof := _proof(capture, secrets, base, whole)) is not None:
        return proof
    if whole is not None:
        capture = at_url(capture, whole)
    elif missing_parts(capture, base):
        capture = completed(capture)
    try:
        likely = readings(capture, base)
    except ValueError as error:
        return _verdict(capture, None, None, f"the URL {capture.target} cannot be read: {error}")
    missing = missing_parts(capture, base)
    if missing:
        complete = missing == [SIGNATURE_PART]
        return _verdict(capture, None, likely[0] if complete else None, f"missing: {', '.join(missing)}")
    if capture.shortfall:
        return _verdict(capture, None, likely[0], capture.shortfall)
    suspects = (*likely, *islice(other_payloads(capture, likely, base), EXPLAINED * len(likely)))
    explanation = explain(Clues(capture, suspects, tuple(secrets), tuple(others), base), effort or Effort())
    return _verdict(capture, False, likely[0], explanation.message, secret=explanation.secret, fix=explanation.fix)


def _proof(capture: Capture, secrets: Sequence[Secret], base: Url | None, whole: Url | None) -> Verdict | None:
    """The verdict on the first reading that the signature fits: of the capture, else of what else stands around it."""
    if capture.signature is None:
        return None
    for each in chain([capture], variants(capture)):
        made = each if whole is None else at_url(each, whole)
        try:
            likely = [] if missing_parts(made, base) else readings(made, base)
        except ValueError:
            continue
        for reading in chain(likely, other_payloads(made, likely, base) if likely else ()):
            for secret in secrets:
                if fits(made.signature or "", reading.text, secret):
                    if name := torn_parameter(made, reading):
                        return _verdict(made, False, reading, _torn(name), secret=secret.name)
                    return _verdict(made, True, reading, _right(likely, reading), secret=secret.name)
    return None


def need(secrets: Sequence[Secret]) -> None:
    """UsageError where there is no secret to verify with."""
    if not secrets:
        raise UsageError("There is no secret to verify with.", "Give a profile, or the variable that holds the secret.")


def event_of(reading: Reading) -> Event:
    """Type, id and status among the parameters."""
    pairs = reading.objects[0] if reading.objects else ()
    first = {reading.decode(name): printable(reading.decode(value)) for name, value in pairs}
    return Event(first.get("type"), first.get("id"), first.get("status"))


def _right(likely: Sequence[Reading], reading: Reading) -> str:
    if reading.url == likely[0].url:
        return "the signature is right"
    return f"the signature is right for {printable(reading.url.normalised)}"


def _torn(name: str) -> str:
    return (
        f"the signature fits the text, but DIDWW does not write a parameter {shown(name)}: names and values were cut "
        "elsewhere, which the signature cannot tell"
    )


def _verdict(capture: Capture, valid: bool | None, reading: Reading | None, message: str, **members: Any) -> Verdict:
    """A verdict with what can be told of the capture under a reading; nothing of URL and text where there is none."""
    source = source_address(capture)
    return Verdict(
        capture=printable(capture.source),
        valid=valid,
        url=None if reading is None else printable(reading.url.normalised),
        signed_text=None if reading is None else printable(reading.text),
        signature=None if capture.signature is None else printable(capture.signature),
        event=Event() if reading is None else event_of(reading),
        from_didww=from_didww(source),
        source=source,
        time=printable(capture.time),
        message=printable(message),
        **members,
    )
