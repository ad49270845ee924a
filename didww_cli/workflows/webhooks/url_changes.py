"""Changes to the URL of a reading: query, path, host, scheme and port."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from didww_cli.workflows.webhooks.changes import Change, Hints, shown
from didww_cli.workflows.webhooks.events import known_values
from didww_cli.workflows.webhooks.parameters import form_decoded, form_encoded, joined_queries
from didww_cli.workflows.webhooks.readings import Reading
from didww_cli.workflows.webhooks.urls import DEFAULT_PORTS, Url, parse_authority

_ORDERED = 5  # parameters of a query whose orders are tried
_MOST = 20  # parameters of a query that are tried one by one


def query_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """The query dropped, whole or in part, and the queries that headers name."""
    url = reading.url
    if url.query:
        yield _changed(reading, ("query",), f"without the query ?{shown(url.query)}", query=None)
        yield from _shorter_queries(reading, url.query)
        yield from _other_orders(reading, url.query)
    if not reading.linked and len(reading.objects) == 1 and reading.objects[0]:
        pairs = [(reading.decode(name), reading.decode(value)) for name, value in reading.objects[0]]
        query = joined_queries(url.query, form_encoded(pairs))
        yield _changed(reading, ("query",), "with the parameters in the URL's query, as in a GET", query=query)
    for target, where in hints.targets.items():
        _, mark, query = target.partition("?")
        if mark and query and query != url.query:
            words = f"with the query ?{shown(query)} (from {where})"
            change = _changed(reading, ("query",), words, query=query)
            yield change
            if reading.linked:
                yield replace(change, reading=replace(change.reading, objects=reading.in_query(query), settled=None))


def _other_orders(reading: Reading, query: str) -> Iterator[Change]:
    """The query's parameters in every other order: what stands in front may have sorted them."""
    pieces = query.split("&")
    for order in permutations(pieces) if 1 < len(pieces) <= _ORDERED else ():
        other = "&".join(order)
        if other != query:
            yield _changed(reading, ("query",), f"with the query in another order: ?{shown(other)}", query=other)


def _shorter_queries(reading: Reading, query: str) -> Iterator[Change]:
    """The query without the parameters that DIDWW adds to a GET, and that of a POST without each of its own."""
    pieces = query.split("&")
    payload = {reading.decode(name) for pairs in reading.objects for name, _ in pairs}
    for known in (known_values(), payload) if reading.linked else (known_values(),):
        own = [piece for piece in pieces if form_decoded(piece.partition("=")[0]) not in known]
        if 0 < len(own) < len(pieces):
            words = "with DIDWW's own parameters left out of the URL's query"
            yield _changed(reading, ("query",), words, query="&".join(own))
    if len(pieces) > 1 and not reading.linked:
        for index, piece in enumerate(pieces[:_MOST]):
            rest = "&".join(pieces[:index] + pieces[index + 1 :])
            yield _changed(reading, ("query",), f"without {shown(piece)} in the URL's query", query=rest)


def path_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """A slash at the end more or less, paths and prefixes that headers name, and the usual ways to rewrite a path."""
    path = reading.url.path
    words: dict[str, str] = {}
    for changed, how in _rewritten(path, hints):
        if changed != path:
            words.setdefault(changed, how)
    for changed, how in words.items():
        told = f"path {shown(changed) or '(none)'} instead of {shown(path) or '(none)'} ({how})"
        yield _changed(reading, ("path",), told, path=changed)


def _rewritten(path: str, hints: Hints) -> Iterator[tuple[str, str]]:
    yield (path.rstrip("/"), "no slash at the end") if path.endswith("/") else (f"{path}/", "a slash at the end")
    for target, where in hints.targets.items():
        yield target.partition("?")[0], f"from {where}"
    for prefix, where in hints.prefixes.items():
        start = "/" + prefix.strip("/")
        yield start + path, f"with the prefix from {where}"
        yield path.removeprefix(start), f"without the prefix from {where}"
    yield re.sub("/{2,}", "/", path), "double slashes made one"
    yield f"/{path}", "a second slash at the start"
    yield path.partition(";")[0], "without what follows the semicolon"
    for index in [match.start() for match in re.finditer("/", path)][1:6]:
        yield path[index:], "without its first segments"
        yield f"{path[:index]}%2F{path[index + 1 :]}", "a slash written as %2F"


def host_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """The hosts that headers name, with their ports; www; and the userinfo, which a capture never shows."""
    url = reading.url
    for host, where in hints.hosts.items():
        yield from _other_host(reading, host, f" (from {where})")
    bare = url.host.removeprefix("www.")
    other = bare if bare != url.host else f"www.{url.host}"
    if "." in bare and not url.host[-1].isdigit() and ":" not in url.host:
        yield _changed(reading, ("host",), f"host {shown(other)} instead of {shown(url.host)}", host=other)
    for typed in (url.host.title(), url.host.capitalize(), url.host.upper()) if url.host.islower() else ():
        words = f"host {shown(typed)} instead of {shown(url.host)} (a proxy wrote it in lower case)"
        yield _changed(reading, ("host",), words, host=typed, as_written=True)
    if url.userinfo is not None:
        yield _changed(reading, ("host",), "without the user before the host", userinfo=None)
    elif hints.userinfo:
        words = "with the user and password of the Authorization header before the host"
        yield _changed(reading, ("host",), words, userinfo=hints.userinfo)


def _other_host(reading: Reading, authority: str, where: str) -> Iterator[Change]:
    """Another host, with its own port or the default, and with the port of the URL."""
    url = reading.url
    try:
        _, host, port = parse_authority(authority, url.scheme)
    except ValueError:
        return
    if host == url.host:
        return
    if host.lower() == url.host.lower():
        words = f"host {shown(host)} instead of {shown(url.host)}{where}"
        yield _changed(reading, ("host",), words, host=host, as_written=True)
        return
    words = f"host {shown(authority)} instead of {shown(url.authority)}{where}"
    kinds = ("host",) if port == url.port else ("host", "port")
    yield _changed(reading, kinds, words, host=host, port=port)
    if port != url.port:
        yield _changed(reading, ("host",), f"host {shown(host)} instead of {shown(url.host)}{where}", host=host)


def scheme_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """http for https and the reverse; a default port follows the scheme."""
    old = reading.url.scheme
    new = "http" if old == "https" else "https"
    yield _changed(reading, ("scheme",), f"scheme {new} instead of {old}", scheme=new)


def port_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """No port in the URL, the ports that headers name, and the usual ones."""
    url = reading.url
    default = DEFAULT_PORTS[url.scheme]
    if url.port is not None:
        yield _changed(reading, ("port",), f"without the port {url.port} (so {default})", port=None)
    for port, where in hints.ports.items():
        if port not in {url.port, default}:
            found = f" (from {where})" if where else ""
            words = f"port {port} instead of {url.port or default}{found}"
            yield _changed(reading, ("port",), words, port=port)


def _changed(reading: Reading, kinds: tuple[str, ...], words: str, **parts: object) -> Change:
    url: Url = replace(reading.url, **parts)  # type: ignore[arg-type]  # names and types as in Url
    settled = reading.parameters if reading.settled is None else reading.settled
    return Change(kinds, words, replace(reading, url=url, settled=settled))
