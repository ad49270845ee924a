"""Which parameters of a query are the payload of a callback, and which stood in the user's URL before.

DIDWW adds the payload of a GET callback to the query of the URL that it was given, and signs that URL and then the
payload alone. A query does not tell the two apart: what events of the type hold is the payload most likely; where DIDWW
sends more than is documented, or the user's own parameters have the same names, a signature that fits proves which.
Whatever the payload is, the whole query stands in the signed URL, so that no change to it goes unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from didww_cli.catalog.events import COMMON, documented_members
from didww_cli.workflows.webhooks.parameters import form_decoded
from didww_cli.workflows.webhooks.signature import Parameters

MOST = 256  # payloads that are tried of one query, fewer of a long one
_MOST_PAIRS = 8_192  # parameters in all of these

Places = frozenset[int]


def payloads(pairs: Parameters, own: Parameters = ()) -> Iterator[Parameters]:
    """The parts of a query that may be its payload, the likeliest first; as they stand there, still encoded.

    ``own`` are parameters known to be the user's. Id, type and status of the query, where it has them, are in each: no
    part without an event counts. A query that has none of the members of events is all payload.
    """
    names = [form_decoded(name) for name, _ in pairs]
    needed = {name for name in COMMON if name in names}
    likely = _documented(pairs, names, own)
    fixed = {at for at in likely if names[at] in needed and names.count(names[at]) == 1}
    free = [at for at in range(len(pairs)) if at not in fixed]
    most = max(2, min(MOST, _MOST_PAIRS // (len(pairs) + 1)))
    seen: set[Places] = set()
    for places in islice(_choices(likely, free, len(pairs)), most):
        if places and places not in seen and needed <= {names[at] for at in places}:
            seen.add(places)
            yield tuple(pairs[at] for at in sorted(places))


def likeliest(pairs: Parameters, own: Parameters = ()) -> Parameters:
    """The part of a query that is most likely its payload; nothing where there is no query."""
    return next(payloads(pairs, own), ())


def named_alike(payload: Parameters, pairs: Parameters) -> Parameters:
    """The parameters of another query that have the names of a payload."""
    names = {form_decoded(name) for name, _ in payload}
    return tuple(pair for pair in pairs if form_decoded(pair[0]) in names)


def torn(form: str, pairs: Parameters) -> str:
    """The name in a decoded payload that shows it was cut elsewhere than by DIDWW, though it is signed alike; or "".

    Names and values are signed without marks between them: ``status=approved`` and ``statusapproved`` alike. DIDWW
    sends id, type and status each time, and writes ``=`` after each name; ``form`` is the text of a form, else "".
    """
    names = {name for name, _ in pairs}
    for name, value in pairs:
        if any((name + value).startswith(common) for common in COMMON if common not in names):
            return name
    lone = (form_decoded(piece) for piece in form.strip("\r\n").split("&") if piece and "=" not in piece)
    return next((name for name in lone if name not in documented_members(())), "")


def _documented(pairs: Parameters, names: list[str], own: Parameters) -> Places:
    """The places of the documented members of the event's type; of equal names the last, which is DIDWW's."""
    types = [form_decoded(value) for name, (_, value) in zip(names, pairs, strict=True) if name == "type"]
    members = documented_members(types)
    last = {name: at for at, name in enumerate(names) if name in members and pairs[at] not in own}
    return frozenset(last.values())


def _choices(likely: Places, free: list[int], count: int) -> Iterator[Places]:
    """The documented members, all, then the documented with one of the others in or out, with two, and so on."""
    yield likely
    yield frozenset(range(count))
    for size in range(1, len(free) + 1):
        for changed in combinations(free, size):
            yield likely.symmetric_difference(changed)
