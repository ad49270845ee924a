"""``didww api METHOD PATH``: any request, with the profile's key, retries and errors."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from didww_cli.catalog import BY_PATH
from didww_cli.catalog.formats import Format
from didww_cli.commands.asking import described, dry_run_option, show_described, yes_option
from didww_cli.commands.given import json_of
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.jsonapi.answers import Answer
    from didww_cli.jsonapi.client import Client
    from didww_cli.output.screen import Pick

METHODS = ("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD")


def api_command() -> Command:
    """The raw request."""
    params = [
        argument("method", help="GET, POST, PATCH, DELETE, PUT or HEAD."),
        argument("path", help="Path below the base URL, such as /dids."),
        option(
            "--field",
            "-F",
            "fields",
            multiple=True,
            metavar="KEY=VALUE",
            help="A query parameter; in the body of a write.",
        ),
        option("--data", metavar="FILE", help="Body of the request; - is standard input."),
        option("--paginate", type=bool, help="Follow all pages and join them."),
        option("--include-headers", type=bool, help="Status and headers of the answer first."),
        dry_run_option(),
        yes_option(asks=False),
    ]
    examples = [
        "didww api GET /dids -F page[size]=5",
        "didww api GET /cities --paginate -o json",
        "didww api GET /balance --curl",
    ]
    return Command(
        "api",
        _run,
        help="With --curl it is not sent but shown as a line for curl; the key in it "
        "is $DIDWW_API_KEY, a token $DIDWW_TOKEN (DIDWW_TOKEN=$(didww auth token)); with -v --curl it is sent.",
        params=params,
        examples=examples,
        default_output=Format.JSONAPI,
        is_request=True,
    )


def _run(
    state: State,
    method: str,
    path: str,
    fields: Sequence[str],
    data: str | None,
    paginate: bool,
    include_headers: bool,
    dry_run: bool,
) -> None:
    state.check()
    verb = method.upper()
    if verb not in METHODS:
        raise UsageError(f"{method!r} is no method.", f"Known: {', '.join(METHODS)}.")
    if paginate and (verb != "GET" or include_headers):
        raise UsageError("--paginate is for GET, and without --include-headers.")
    state.only("An answer is shown", Format.JSONAPI, Format.JSON, Format.JSONL)
    query, body = _sent(verb, fields, data)
    target = _checked_path(state, path)
    if dry_run or (state.options.get("curl") and not state.options.get("verbose")):
        _show_dry(state, verb, target, query, body)
        return
    if paginate:
        _show(state, _all_pages(state.client, target, query))
        return
    answer = _sent_request(state, verb, target, query, body)
    if include_headers:
        _show_headers(state, answer)
    _show_answer(state, answer)


def _sent_request(state: State, verb: str, target: str, query: list[tuple[str, str]], body: bytes | None) -> Answer:
    """The answer to one request. A read may bring any bytes, but no broken JSON; a write must be answered as such."""
    from didww_cli.errors import NetworkFailure
    from didww_cli.jsonapi.failures import READS
    from didww_cli.jsonapi.shapes import is_json

    extra = {"Content-Type": "application/vnd.api+json"} if body is not None else {}
    known = BY_PATH.get(f"/{target.strip('/')}")
    key = known is None or known.api_key
    if verb not in READS:
        sent = {"query": query, "body": body, "headers": extra, "key": key, "shape": is_json}
        return state.door.forward(verb, target, shown=_as_json(body), **sent)
    answer = state.client.transport.send(verb, target, query=query, body=body, headers=extra, key=key, shape=None)
    if answer.content and answer.is_json:
        try:
            wrong = is_json(answer.json())
        except ValueError as error:
            wrong = f"it is not JSON: {error}"
        if wrong:
            raise NetworkFailure(f"{verb} {target}: the answer is broken: {wrong}.", status=answer.status)
    return answer


def _as_json(body: bytes | None) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return {"bytes": len(body or b"")}


def _show_headers(state: State, answer: Answer) -> None:
    """Status and headers, each in its line, without this run's secrets."""
    from didww_cli.masking import SECRETS
    from didww_cli.output.text import in_a_line

    lines = [f"HTTP {answer.status} {answer.response.reason}", *(f"{name}: {x}" for name, x in answer.headers.items())]
    for line in [*lines, ""]:
        state.screen.line(in_a_line(SECRETS.masked(line)))


def _show_dry(state: State, verb: str, path: str, query: list[tuple[str, str]], body: bytes | None) -> None:
    from didww_cli.jsonapi.urls import shown_url
    from didww_cli.workflows.writing.request import Request

    found = described(state, Request(verb, path, json.loads(body) if body else None))
    if query:
        url = f"{found['url']}?{urlencode(query)}"
        found["url"] = url if state.options.get("curl") else shown_url(url)
    show_described(state, [found])


def _checked_path(state: State, path: str) -> str:
    """The path as the client takes it; a whole URL only of the profile's own host, since the key goes nowhere else."""
    from didww_cli.jsonapi.urls import origin

    base = state.settings.base_url
    if "://" in path:
        if origin(path) != origin(base):
            raise UsageError(f"{path} is not on the host of {base}; the key goes nowhere else.")
        return path
    prefix = "/" + base.split("/", 3)[3] if base.count("/") > 2 else ""
    return path.removeprefix(prefix) if prefix and path.startswith(f"{prefix}/") else path


def _sent(verb: str, fields: Sequence[str], data: str | None) -> tuple[list[tuple[str, str]], bytes | None]:
    pairs = [_pair(text) for text in fields]
    if data is not None:
        if verb in ("GET", "HEAD"):
            raise UsageError(f"{verb} has no body; --data is for POST, PATCH and PUT.")
        return pairs, json_of(data)[0]
    if verb in ("POST", "PATCH", "PUT") and pairs:
        return [], json.dumps(_nested(pairs), ensure_ascii=False).encode()
    return pairs, None


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise UsageError(f"-F {text!r} is not KEY=VALUE.")
    return key, value


def _nested(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A body of ``data[attributes][name]=x``; true, false, null and whole numbers are taken as such."""
    body: dict[str, Any] = {}
    for key, value in pairs:
        head, *rest = re.findall(r"[^\[\]]+", key)
        place = body
        for step in [head, *rest][:-1]:
            place = place.setdefault(step, {})
            if not isinstance(place, dict):
                raise UsageError(f"-F {key}: {step} already has a value.")
        place[[head, *rest][-1]] = _typed(value)
    return body


def _typed(value: str) -> Any:
    words = {"true": True, "false": False, "null": None}
    if value in words:
        return words[value]
    return int(value) if re.fullmatch(r"-?(0|[1-9]\d{0,17})", value) else value


def _all_pages(client: Client, path: str, query: list[tuple[str, str]]) -> dict[str, Any]:
    """All pages of a list, joined: page numbers are counted up until the server has sent all that it counts."""
    from didww_cli.jsonapi.documents import joined, told_total
    from didww_cli.jsonapi.seen import Seen
    from didww_cli.jsonapi.shapes import is_document

    documents: list[dict[str, Any]] = []
    number, seen = 1, Seen(path.strip("/"))
    asked = [pair for pair in query if pair[0] != "page[number]"]
    while True:
        paging = [] if number == 1 else [("page[number]", str(number))]
        document = client.transport.send("GET", path, query=asked + paging, shape=is_document).document()
        data = document.get("data")
        found = [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []
        total = told_total(document)
        places = seen.fresh(found, total)
        documents.append({**document, "data": [found[place] for place in places]} if found else document)
        links = document.get("links")
        more = bool(links.get("next")) if isinstance(links, dict) else total is not None and len(seen) < total
        number += 1
        if not found or not more:
            if not seen.must_be_read_again():
                return joined(documents)
            number = 1


def _show_answer(state: State, answer: Answer) -> None:
    if not answer.content:
        return
    try:
        document = answer.json()
    except ValueError:
        _show_bytes(state, answer.content)
        return
    _show(state, document)


def _show_bytes(state: State, content: bytes | bytearray) -> None:
    """A body that is no JSON: as it is into a file or pipe, as visible text on a terminal."""
    if not state.screen.terminal:
        state.screen.stream.flush()
        sys.stdout.buffer.write(content)
        return
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise UsageError("The answer is not text; send it into a file: didww api … > FILE") from None
    for line in text.split("\n"):
        state.screen.line(line.removesuffix("\r"))


def _show(state: State, document: Any) -> None:
    from didww_cli.jsonapi.documents import records
    from didww_cli.output.screen import write_json

    if state.output is Format.JSONAPI or not isinstance(document, dict) or "data" not in document:
        write_json(state.screen, document, _pick(state))
        return
    flat: list[Any] = records(document, {})
    many = isinstance(document["data"], list) or state.output is Format.JSONL
    show_data(state, flat if many else (flat or [None])[0])


def _pick(state: State) -> Pick | None:
    return state.pick if state.output is Format.JSON else None
