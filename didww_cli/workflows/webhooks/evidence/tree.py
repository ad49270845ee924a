"""Trees of unwrapped captures: where in them requests are, and what stands around each."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from didww_cli.workflows.webhooks.captures import Headers, header_name, header_pairs, is_signature, signature_in
from didww_cli.workflows.webhooks.evidence import names
from didww_cli.workflows.webhooks.evidence.names import plain

Node = Mapping[str, Any]
Chain = tuple[Node, ...]
"""An object and those around it, the innermost first."""

READ = "read"  # the member of an object made of a raw request that holds its capture
_DEPTH, _NODES = 12, 2_000
_FIELD_HEADERS = ("content-type", "forwarded", "authorization", "content-length")


class Segment:
    """The pieces of one request in a text, which belong together; each is read when it is asked for.

    ``text`` is where they stand, ``line`` that of the signature, ``alone`` whether it stands on one with the rest.
    ``sure``: whether it is known where the request begins among others.
    """

    def __init__(
        self, pieces: Iterable[Any], text: str = "", line: int = 0, *, alone: bool = True, sure: bool = True
    ) -> None:
        self._left, self._read = iter(pieces), list[Any]()
        self.text = text
        self.line, self.alone, self.sure = line, alone, sure

    def __iter__(self) -> Iterator[Any]:
        yield from self._read
        for piece in self._left:
            self._read.append(piece)
            yield piece


def requests(value: Any, around: Chain = (), place: str = "", depth: int = 0) -> Iterator[tuple[str, Chain]]:
    """Each request with a signature, and its place in the lists of the tree (``#2``)."""
    if depth > 2 * _DEPTH:
        return
    if isinstance(value, Segment):
        around = ({"": value}, *around)
        yield from islice((found for item in value for found in requests(item, around, place, depth + 1)), 1)
    elif isinstance(value, Mapping):
        yield from [(place, (value, *around))] if has_signature(value) else _in_object(value, around, place, depth)
    elif isinstance(value, list):
        if signature_in(header_pairs(value)) is not None:
            yield place, ({"headers": value}, *around)
        else:
            yield from _in_list(value, around, place, depth)


def _in_object(node: Node, around: Chain, place: str, depth: int) -> Iterator[tuple[str, Chain]]:
    """The requests among the members of an object; the same signature twice is one request, told twice."""
    seen: set[str] = set()
    for key, child in node.items():
        inner = requests(child, (node, *around), place, depth + 1) if plain(str(key)) not in names.RESPONSE else ()
        for where, nodes in inner:
            signature = signature_in(headers_of(nodes[0])) if where == place else None
            if signature is None or signature not in seen:
                yield where, nodes
            seen.add(signature or "")


def _in_list(items: Sequence[Any], around: Chain, place: str, depth: int) -> Iterator[tuple[str, Chain]]:
    """The requests among the elements of a list, by their number among those that tell of requests."""
    number = 0
    for item in items:
        if isinstance(item, Mapping | list | Segment):
            number += _describes(item)
            yield from requests(item, around, f"#{number}" if len(items) > 1 or around else place, depth + 1)


def _describes(item: Any) -> bool:
    """Whether an element of a list tells of a request: such elements are counted."""
    return any(named(nodes[0], (*names.HEADERS, *names.URL)) is not None for nodes in nodes_within(item))


def has_signature(node: Node) -> bool:
    """Whether an object carries the signature, among its headers or its fields."""
    return any(map(is_signature, map(str, node))) or signature_in(header_pairs(named(node, names.HEADERS))) is not None


def named(node: Node, wanted: Sequence[str]) -> Any:
    """The first non-empty value under one of the names; else the first that is there at all; else None."""
    fields = {plain(str(key)): value for key, value in node.items()}
    there = [fields[name] for name in wanted if name in fields]
    return next((value for value in there if value not in (None, "", [], {})), there[0] if there else None)


def headers_of(node: Node) -> Headers:
    """The headers of a request object: those it lists, and those that stand among its fields."""
    listed = header_pairs(named(node, names.HEADERS))
    there = {name for name, _ in listed}
    among = ((_field_header(str(key)), value) for key, value in node.items())
    texts = ((name, value[0] if isinstance(value, list) and value else value) for name, value in among if name)
    return listed + tuple((name, text) for name, text in texts if isinstance(text, str) and text and name not in there)


def nodes_within(value: Any, skip: Container[str] = ()) -> Iterator[Chain]:
    """Each object of a tree with the objects around it; widest first, bounded; nothing under names in ``skip``."""
    level: list[tuple[Any, Chain]] = [(value, ())]
    seen = 0
    for _ in range(_DEPTH):
        deeper = []
        for each, around in level:
            nested = (each, *around) if isinstance(each, Mapping) else around
            if nested is not around:
                yield nested
            seen += 1
            if seen > _NODES:
                return
            deeper += [(child, nested) for child in _children(each, skip)]
        level = deeper


def parts_of(node: Node) -> list[Node]:
    """An object and the objects within it that describe the request, not its content."""
    return [around[0] for around in nodes_within(node, names.CONTENT)]


def leaves(value: Any, name: str = "", *, seen: set[int], depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Each value of a tree with the name it stands under, objects and lists before what they hold; no responses.

    What was ``seen`` is left out.
    """
    if name in names.RESPONSE or depth > _DEPTH or id(value) in seen:
        return
    yield name, value
    if isinstance(value, Mapping):
        seen.add(id(value))
        for key, child in value.items():
            yield from leaves(child, plain(str(key)), seen=seen, depth=depth + 1)
    elif isinstance(value, list | Segment):
        seen.add(id(value))
        for child in islice(value, _NODES):
            yield from leaves(child, name, seen=seen, depth=depth + 1)


def _children(value: Any, skip: Container[str]) -> Iterator[Any]:
    if isinstance(value, Mapping):
        inner = [child for key, child in value.items() if plain(str(key)) not in skip]
    else:
        inner = list(islice(value, _NODES)) if isinstance(value, list | Segment) else []
    yield from (child for child in inner if isinstance(child, Mapping | list | Segment))


def _field_header(key: str) -> str:
    """The header that a field holds (``http_x_forwarded_for``, ``request_X-Real-Ip``, ``CONTENT_TYPE``), or ""."""
    if is_signature(key):
        return "x-didww-signature"
    name = header_name(re.sub(r"(?i)^request_", "", key))
    named_so = name.startswith("x-") or name in _FIELD_HEADERS or key.upper() == "HTTP_HOST" or key == "Host"
    return name if named_so else ""
