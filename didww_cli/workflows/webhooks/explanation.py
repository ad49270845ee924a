"""Why a signature does not fit: a bounded search over single changes of the request, then over pairs of them."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.changes import KINDS, Change, Hints, hints_of, opposite
from didww_cli.workflows.webhooks.counts import counted
from didww_cli.workflows.webhooks.encoding_changes import encoding_changes
from didww_cli.workflows.webhooks.parameter_changes import body_changes, parameter_changes
from didww_cli.workflows.webhooks.readings import Reading
from didww_cli.workflows.webhooks.signature import Secret, repaired, to_bytes
from didww_cli.workflows.webhooks.url_changes import (
    host_changes,
    path_changes,
    port_changes,
    query_changes,
    scheme_changes,
)
from didww_cli.workflows.webhooks.urls import Url

# In the order in which a second change can follow a first: the body is read before a parameter of it is dropped, and
# the scheme is known before the port, whose default it sets.
STAGES: tuple[tuple[str, Callable[[Reading, Hints], Iterator[Change]]], ...] = (
    ("body", body_changes),
    ("parameter", parameter_changes),
    ("encoding", encoding_changes),
    ("query", query_changes),
    ("path", path_changes),
    ("host", host_changes),
    ("scheme", scheme_changes),
    ("port", port_changes),
)
_CHEAPEST_FIRST = range(len(STAGES) - 1, -1, -1)
MOST_WORK = 500_000  # as `_cost` counts, roughly in microseconds: an explanation is to take less than a second
THOROUGH, HOPEFUL = 20, 500  # captures of a run without an explanation, after which pairs, and then all changes, stop


@dataclass(frozen=True, slots=True)
class Clues:
    """A wrong capture, its likely readings, the secrets it was verified with, others that may fit, and the base URL."""

    capture: Capture
    likely: tuple[Reading, ...]
    secrets: tuple[Secret, ...]
    others: tuple[Secret, ...] = ()
    base: Url | None = None


@dataclass(slots=True)
class Effort:
    """What a run of many captures has taught: how many had no explanation, and which changes explained the last."""

    unexplained: int = 0
    last: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The kinds of change that make a signature right, the secret that then fits, and both in words."""

    fix: tuple[str, ...]
    message: str
    secret: str | None = None


Tried = tuple[tuple[Change, ...], Reading]
Found = tuple[tuple[Change, ...], Secret]


@dataclass(slots=True)
class _Search:
    """A search for the reading that a signature was made of."""

    wanted: bytes
    hints: Hints
    tried: int = 0
    work: int = 0
    seen: set[tuple[int, bool]] = field(default_factory=set)
    only: frozenset[str] | None = None  # the changes in these words, and no others

    def fitting(self, reading: Reading, secrets: Sequence[Secret], *, others: bool = False) -> Secret | None:
        """The secret with which the reading has the wanted signature. A text that was tried is not tried again."""
        text = reading.text
        self.work += _cost(reading, len(text))
        key = (hash(text), others)
        if key in self.seen:
            return None
        self.seen.add(key)
        data = to_bytes(text)
        for secret in secrets:
            self.tried += 1
            self.work += 2 + len(data) // 500
            if hmac.compare_digest(hmac.digest(to_bytes(secret.value), data, "sha1"), self.wanted):
                return secret
        return None

    def changes(self, reading: Reading, kinds: frozenset[str], stages: Iterable[int]) -> Iterator[tuple[int, Change]]:
        """The single changes of these kinds to a reading, with the stage of each, until the work is too much."""
        for stage in stages:
            kind, changes = STAGES[stage]
            for change in changes(reading, self.hints) if kind in kinds else ():
                if self.work > MOST_WORK:
                    return
                if kinds.issuperset(change.kinds) and (self.only is None or change.words in self.only):
                    yield stage, change


def _cost(reading: Reading, length: int) -> int:
    """What it takes to make and sign a text: most of it goes into parameters, unless they were put together before."""
    if reading.settled is not None:
        return 15 + length // 300
    pairs = sum(map(len, reading.objects))
    return 15 + 2 * pairs + length // 15


def explain(clues: Clues, effort: Effort) -> Explanation:
    """The change, or pair of changes, under which the signature is right; else what was tried.

    A signature in another form (upper case, padded, prefixed) counts as a change of kind ``encoding``.
    """
    wanted, wrong = repaired(clues.capture.signature or "")
    if not wanted:
        return Explanation((), f"the signature is wrong: {wrong}, so DIDWW did not send it in this form")
    search = _Search(bytes.fromhex(wanted), hints_of(clues.capture, clues.base))
    found = _found(search, clues, effort)
    if found is None:
        effort.unexplained += 1
        return Explanation((), _nothing(search, clues, effort, wrong))
    changes, secret = found
    kinds = {kind for change in changes for kind in change.kinds}
    effort.last = changes
    words = [change.words for change in changes]
    if wrong:
        kinds.add("encoding")
        words.append(f"the signature {wanted} (as it is, {wrong})")
    fix = tuple(kind for kind in KINDS if kind in kinds)
    return Explanation(fix, f"the signature is wrong; it is right with: {'; '.join(words)}", secret.name)


def _found(search: _Search, clues: Clues, effort: Effort) -> Found | None:
    """The first that fits: another form of the signature, what explained the capture before, single changes, pairs."""
    every = frozenset(KINDS)
    unchanged: list[Tried] = [((), reading) for reading in clues.likely]
    candidates = [_fitting(search, clues, unchanged), _fitting(search, clues, unchanged, others=True)]
    if effort.last:
        quick = replace(search, seen=set(), only=frozenset(change.words for change in effort.last))
        kinds = frozenset(kind for change in effort.last for kind in change.kinds)
        candidates += [_fitting(quick, clues, make(quick, clues, kinds)) for make in (_singles, _pairs)]
    if effort.unexplained < HOPEFUL:
        candidates.append(_fitting(search, clues, _singles(search, clues, every)))
    if effort.unexplained < THOROUGH:
        candidates.append(_fitting(search, clues, _singles(search, clues, every), others=True))
        candidates.append(_fitting(search, clues, _pairs(search, clues, every)))
    return next((found for some in candidates for found in some), None)


def _fitting(search: _Search, clues: Clues, tried: Iterable[Tried], *, others: bool = False) -> Iterator[Found]:
    """Those changes under which a secret fits: one of the verification's, or one of the others."""
    secrets = _other_secrets(clues) if others else clues.secrets
    for changes, reading in tried if secrets else ():
        secret = search.fitting(reading, secrets, others=others)
        if secret is not None:
            yield (*changes, *([_secret_change(reading, secret, clues)] if others else [])), secret


def _singles(search: _Search, clues: Clues, kinds: frozenset[str]) -> Iterator[Tried]:
    for reading in clues.likely:
        for _, change in search.changes(reading, kinds, _CHEAPEST_FIRST):
            yield (change,), change.reading


def _pairs(search: _Search, clues: Clues, kinds: frozenset[str]) -> Iterator[Tried]:
    for reading in clues.likely:
        for stage, first in search.changes(reading, kinds, range(len(STAGES))):
            for _, second in search.changes(first.reading, kinds, range(stage, len(STAGES))):
                if not opposite(first, second):
                    yield (first, second), second.reading


def _other_secrets(clues: Clues) -> list[Secret]:
    """The other secrets, and all without the blanks or quotes around them that a variable or file may have brought."""
    values = {secret.value for secret in clues.secrets}
    others = [secret for secret in clues.others if secret.value not in values]
    for secret in (*clues.secrets, *clues.others):
        for marks, what in ((None, "blanks"), (" \t\r\n\"'`", "quotes")):
            bare = secret.value.strip(marks)
            if bare and bare != secret.value and bare not in values:
                values.add(bare)
                others.append(Secret(f"{secret.name} without the {what} around it", bare))
    return others


def _secret_change(reading: Reading, secret: Secret, clues: Clues) -> Change:
    names = ", ".join(known.name for known in clues.secrets)
    return Change(("secret",), f"the secret {secret.name} instead of {names}", reading)


def _nothing(search: _Search, clues: Clues, effort: Effort, wrong: str) -> str:
    names = [secret.name for secret in (*clues.secrets, *_other_secrets(clues))]
    secrets = f"the secret{'s' if len(names) > 1 else ''} {', '.join(names)}"
    if effort.unexplained > HOPEFUL:
        reason = f"after {HOPEFUL} captures that nothing explained, no more than the secrets and the last fix are tried"
        return f"the signature is wrong with {secrets}; {reason}"
    what = "no single change" if effort.unexplained > THOROUGH else "no single change and no pair of changes"
    form = f"; {wrong}" if wrong else ""
    bound = ", the most that is tried," if search.work > MOST_WORK else ""
    tried = f"tried {counted(search.tried, 'combination')}{bound}"
    return (
        f"the signature is wrong{form}, and {what} makes it right: {tried} of scheme, port, host, path, query, "
        f"encoding, parameters and body, with {secrets}. "
        "It was signed with another secret, or more of the request was changed: behind a proxy, which may change host, "
        "path prefix, query and user, give what DIDWW called with --base-url or --url"
    )
