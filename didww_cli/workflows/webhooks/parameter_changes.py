"""Changes to the parameters of a reading: the body read otherwise, parameters lost or added, another order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from operator import itemgetter

from didww_cli.workflows.webhooks.changes import Change, Hints, shown
from didww_cli.workflows.webhooks.events import known_values
from didww_cli.workflows.webhooks.parameters import FORM, JSON, NOTHING, form_decoded, raw_pairs
from didww_cli.workflows.webhooks.readings import Reading, as_it_is, body_forms, read_parameters
from didww_cli.workflows.webhooks.signature import Objects, Parameters

_MOST = 40  # parameters that are tried one by one
_TRIMMED = {
    ("", " "): "a blank at its end",
    (" ", ""): "a blank before it",
    ("", "\n"): "a line end",
    ("", "\r\n"): "a line end of CR and LF",
}
_FORM_WORDS = {
    "query": "the parameters read from the URL's query, as in a GET",
    FORM: "the body read as a form",
    JSON: "the body read as JSON",
    NOTHING: "the body not read at all",
}


def body_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """The body read in each other way, and the query's parameters beside the body's."""
    for form in body_forms(hints.capture):
        other = read_parameters(hints.capture, reading.url, form)
        if other.objects != reading.objects and (other.objects or form == NOTHING):
            yield Change(("body",), _FORM_WORDS[form], other)


def parameter_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """A parameter or an object dropped, a known one added, the query's counted in, another order."""
    yield from (replace(change, adds=True) for change in _added(reading))
    yield from (replace(change, adds=False) for change in _dropped(reading))
    yield from (replace(change, adds=True) for change in _counted_in(reading))
    yield from _padded(reading)
    for words, join in _ORDERS:
        yield Change(("parameter",), words, replace(reading, join=join))
    if len(reading.objects) > 1:
        yield _with(reading, "the objects in the reverse order", reading.objects[::-1])
        for index in range(min(len(reading.objects), _MOST)):
            words = f"only object {index + 1} of {len(reading.objects)}"
            yield _with(reading, words, reading.objects[index : index + 1])


def _added(reading: Reading) -> Iterator[Change]:
    """Each parameter that DIDWW may send and that is missing, with the values that can be guessed."""
    present = {reading.decode(name) for pairs in reading.objects for name, _ in pairs}
    for name, values in known_values().items():
        for value in values if name not in present else ():
            what = f"the parameter {name}={value}" if value else f"a blank parameter {name}"
            words = f"{what}, which is missing"
            objects = tuple((*pairs, (name, value)) for pairs in reading.objects or ((),))
            yield _with(reading, words, objects)
            if reading.linked:
                yield from _added_to_query(reading, name, value, words, objects)


def _added_to_query(reading: Reading, name: str, value: str, words: str, objects: Objects) -> Iterator[Change]:
    """The parameter in the URL's query as well: at the end, and where the order of the names puts it."""
    pieces = [piece for piece in (reading.url.query or "").split("&") if piece]
    place = next((index for index, piece in enumerate(pieces) if piece > name), len(pieces))
    for index in dict.fromkeys((place, len(pieces))):
        query = "&".join((*pieces[:index], f"{name}={value}", *pieces[index:]))
        yield _with(reading, f"{words} from the query", objects, query)


def _dropped(reading: Reading) -> Iterator[Change]:
    """Without each parameter, without all blank ones, and without all that DIDWW does not send.

    Of a GET the user's own parameters too, which stand in the query alone.
    """
    known = known_values()
    beside = raw_pairs(reading.url.query or "") if reading.linked else ()
    names = dict.fromkeys(name for pairs in (*reading.objects, beside) for name, _ in pairs)
    for name in list(names)[:_MOST]:
        yield from _without(reading, f"without the parameter {shown(reading.decode(name))}", partial(_is_named, name))
    yield from _without(reading, "without the blank parameters", lambda _, value: not value)
    unknown = [reading.decode(name) for name in names if reading.decode(name) not in known]
    if len(unknown) > 1:
        words = f"without the parameters {shown(', '.join(unknown))}, which DIDWW does not send"
        yield from _without(reading, words, lambda name, _: reading.decode(name) not in known)


def _without(reading: Reading, words: str, unwanted: Callable[[str, str], bool]) -> Iterator[Change]:
    """Without the parameters that are unwanted: in the query too where they stand there, and then only beside it."""
    objects = tuple(tuple(pair for pair in pairs if not unwanted(*pair)) for pairs in reading.objects)
    if reading.linked:
        pieces = [piece for piece in (reading.url.query or "").split("&") if piece]
        query = "&".join(piece for piece in pieces if not unwanted(*_named(piece)))
        if query != reading.url.query:
            yield _with(reading, words, objects, query)
    if objects != reading.objects:
        yield _with(reading, f"{words} beside the URL" if reading.linked else words, objects)


def _padded(reading: Reading) -> Iterator[Change]:
    """Each value with a blank or a line end at its end, or a blank before it, which a server trimmed."""
    if reading.linked or len(reading.objects) != 1:
        return
    for at, (name, value) in enumerate(reading.objects[0][:_MOST]):
        for before, after in _TRIMMED if value else ():
            padded = (name, f"{before}{value}{after}")
            words = f"the value of {shown(reading.decode(name))} with {_TRIMMED[before, after]}, which was trimmed"
            yield _with(reading, words, ((*reading.objects[0][:at], padded, *reading.objects[0][at + 1 :]),))


def _counted_in(reading: Reading) -> Iterator[Change]:
    """The parameters of the URL's query counted in: all of them, and each."""
    if reading.linked or not reading.url.query or not any(reading.objects):
        return
    pairs = tuple((form_decoded(name), form_decoded(value)) for name, value in raw_pairs(reading.url.query))
    decode = reading.decode
    decoded = tuple(tuple((decode(name), decode(value)) for name, value in own) for own in reading.objects)
    plain = replace(reading, decode=as_it_is)
    for added in dict.fromkeys((pairs, *((pair,) for pair in pairs[:_MOST]))):
        names = shown(", ".join(name for name, _ in added))
        words = f"with {names} of the URL's query as parameters too"
        yield _with(plain, words, tuple((*own, *added) for own in decoded))


def _with(reading: Reading, words: str, objects: Objects, query: str | None = None) -> Change:
    url = reading.url if query is None else replace(reading.url, query=query)
    return Change(("parameter",), words, replace(reading, url=url, objects=objects))


def _is_named(wanted: str, name: str, _: str) -> bool:
    return name == wanted


def _named(piece: str) -> tuple[str, str]:
    name, _, value = piece.partition("=")
    return name, value


Pairs = Iterable[tuple[str, str]]


def _each(arranged: Callable[[Parameters], Pairs]) -> Callable[[Objects], str]:
    """The parameters of each object, joined as they are arranged."""
    return lambda objects: "".join(name + value for pairs in objects for name, value in arranged(pairs))


def _as_lists(pairs: Parameters) -> Pairs:
    """``name[]=a&name[]=b`` as Rack reads it: one parameter ``name`` with a list."""
    lists: dict[str, str] = {}
    for name, value in pairs:
        bare = name.removesuffix("[]")
        lists[bare] = lists.get(bare, "") + value if bare != name else value
    return sorted(lists.items())


_ORDERS = (
    ("the parameters in the order in which they stand", _each(iter)),
    ("the parameters in the reverse order", _each(lambda pairs: sorted(dict(pairs).items(), reverse=True))),
    (
        "the parameters sorted without regard to case",
        _each(lambda pairs: sorted(dict(pairs).items(), key=lambda pair: pair[0].lower())),
    ),
    ("every value of a repeated parameter, as they stand", _each(lambda pairs: sorted(pairs, key=itemgetter(0)))),
    ("every value of a repeated parameter, sorted", _each(sorted)),
    (
        "the first value of a repeated parameter instead of the last",
        _each(lambda pairs: sorted(dict(reversed(pairs)).items())),
    ),
    ("names with [] at the end read as lists", _each(_as_lists)),
)
