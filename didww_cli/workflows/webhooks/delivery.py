"""Events signed and sent as DIDWW sends them: by GET, as a form, or as a JSON array; repeated on its schedule."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from didww_cli.errors import UsageError
from didww_cli.jsonapi.credentials import is_loopback
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.events import BuiltEvent
from didww_cli.workflows.webhooks.parameters import JSON, body_form, form_encoded, joined_queries, value_text
from didww_cli.workflows.webhooks.readings import Reading, read_parameters
from didww_cli.workflows.webhooks.signature import HEADER, Secret, sign, to_bytes
from didww_cli.workflows.webhooks.urls import Url, parse_url

if TYPE_CHECKING:
    import requests

TIME_LIMIT = 60.0  # seconds; what takes longer counts as failed with DIDWW too
SCHEDULE = (60, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800)  # seconds before each repetition
ANSWER_LIMIT = 64 << 10  # bytes of an answer that are kept
_FORM_TYPE = "application/x-www-form-urlencoded"
_USER_AGENT = "didww-cli webhook"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A signed request; ``signed_text`` is what the signature was made of."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    signature: str
    signed_text: str = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """The request as a dry run shows it."""
        body = None if self.body is None else self.body.decode("utf-8", "backslashreplace")
        return {"method": self.method, "url": self.url, "headers": dict(self.headers), "body": body}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint answered, in how many seconds; ``status`` is None and ``error`` says why where it did not."""

    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0
    error: str = ""

    @property
    def accepted(self) -> bool:
        """Whether DIDWW would take the event as delivered: a status of 2xx."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt, the first being 1; ``wait`` are the seconds until the next, None where there is none."""

    attempt: int
    request: Outgoing
    answer: Answer
    wait: float | None = None


def signed_request(
    url: str,
    params: Sequence[tuple[str, str]],
    secret: Secret,
    *,
    method: str = "POST",
    body: bytes | None = None,
    content_type: str = "",
) -> Outgoing:
    """A request with its signature: parameters in the query (GET) or as a form, or the body as it is.

    The parameters are the payload, and signed after the URL; a GET without any has its payload in the URL already.

    The URL is signed as it will stand on the wire: a path at least, and what a URL must not hold percent-encoded.
    """
    target = _sendable(url)
    if method == "GET":
        target = replace(target, query=joined_queries(target.query, form_encoded(params)))
    elif body is None:
        body, content_type = form_encoded(params).encode(), _FORM_TYPE
    kind = {"Content-Type": content_type} if content_type and method != "GET" else {}
    capture = Capture("", method, headers=tuple(kind.items()), body=body)
    text = (Reading(target, (tuple(params),)) if params else read_parameters(capture, target)).text
    signature = sign(text, secret)
    return Outgoing(
        method,
        _text(target),
        {"User-Agent": _USER_AGENT, "Accept": "*/*", **kind, HEADER: signature},
        None if method == "GET" else body,
        signature,
        text,
    )


def event_request(event: BuiltEvent, url: str, secret: Secret) -> Outgoing:
    """The signed request that delivers an event."""
    if event.as_array:
        body = to_bytes(json.dumps([dict(event.parameters)], separators=(",", ":"), ensure_ascii=False))
        return signed_request(url, (), secret, body=body, content_type="application/json")
    params = [(name, value_text(value)) for name, value in event.parameters]
    return signed_request(url, params, secret, method=event.method)


def replayed(capture: Capture, url: str, secret: Secret | None = None) -> Outgoing:
    """A captured callback as a request to a URL: with its own signature, or signed anew with a secret.

    A GET keeps its query, which holds the payload. UsageError says what the capture lacks.
    """
    _need_whole(capture, signed=secret is not None)
    target = _sendable(url)
    if capture.is_get:
        query = capture.target.partition("?")[2]
        target = replace(target, query=joined_queries(target.query, _sendable(f"http://x/?{query}").query))
    method, body = ("GET", None) if capture.is_get else ("POST", _body_of(capture))
    kind = capture.header("content-type") or _FORM_TYPE
    if secret is not None:
        return signed_request(_text(target), (), secret, method=method, body=body, content_type=kind)
    signature = capture.signature or ""
    headers = {"User-Agent": _USER_AGENT, "Accept": "*/*", **({} if body is None else {"Content-Type": kind})}
    return Outgoing(method, _text(target), {**headers, HEADER: signature}, body, signature, "")


def _need_whole(capture: Capture, *, signed: bool) -> None:
    """UsageError where a capture does not hold what is sent again; it is ``signed`` anew or not."""
    refusal = f"{capture.source} cannot be sent again"
    if problem := capture.problem or capture.shortfall:
        raise UsageError(f"{refusal}: {problem}.", "Leave it out, or give a capture of the whole request.")
    if not capture.is_get and capture.body is None and capture.objects is None:
        raise UsageError(f"{refusal}: it lacks the body.", "Leave it out, or give a capture of the whole request.")
    if capture.signature is None and not signed:
        raise UsageError(f"{refusal}: it lacks the header {HEADER}.", "Give --sign to make one.")


def _body_of(capture: Capture) -> bytes:
    """The body as it was captured, or made again of its parameters."""
    if capture.body is not None:
        return capture.body
    if body_form(capture.header("content-type"), b"") == JSON:
        return to_bytes(json.dumps([dict(pairs) for pairs in capture.objects or ()], ensure_ascii=False))
    return form_encoded((capture.objects or ((),))[0]).encode()


def deliver(request: Outgoing, *, time_limit: float = TIME_LIMIT) -> Answer:
    """Send a request; no redirect is followed."""
    return exchange(request.method, request.url, request.headers, request.body, time_limit=time_limit)


def deliver_repeatedly(
    request: Outgoing,
    *,
    factor: float = 1.0,
    schedule: Sequence[float] = SCHEDULE,
    sleep: Callable[[float], None] = time.sleep,
    time_limit: float = TIME_LIMIT,
) -> Iterator[Delivery]:
    """Send until an answer is 2xx or the schedule is used up, as DIDWW does; its waits are multiplied by the factor."""
    waits: list[float | None] = [*(seconds * factor for seconds in schedule), None]
    for attempt, wait in enumerate(waits, 1):
        answer = deliver(request, time_limit=time_limit)
        done = answer.accepted or wait is None
        yield Delivery(attempt, request, answer, None if done else wait)
        if done or wait is None:
            return
        sleep(wait)


def exchange(
    method: str, url: str, headers: Mapping[str, str], body: bytes | None, *, time_limit: float = TIME_LIMIT
) -> Answer:
    """One HTTP exchange. The URL goes out byte for byte, with no header but these and what HTTP itself needs."""
    import requests

    start = time.monotonic()
    try:
        prepared = requests.Request(method, url, headers=dict(headers), data=body).prepare()
        prepared.url = url
        with requests.Session() as session:
            session.trust_env = not is_loopback(parse_url(url).host)  # a proxy cannot reach this machine's loopback
            settings = session.merge_environment_settings(url, {}, True, None, None)
            with session.send(prepared, timeout=time_limit, allow_redirects=False, **settings) as response:
                content = _read(response, start + time_limit)
                seconds = time.monotonic() - start
                return Answer(response.status_code, dict(response.headers), content, seconds)
    except requests.Timeout:
        return Answer(None, seconds=time.monotonic() - start, error=f"no answer within {time_limit:g} seconds")
    except (requests.RequestException, ValueError, OSError) as error:
        return Answer(None, seconds=time.monotonic() - start, error=_reason(error))


def _read(response: requests.Response, deadline: float) -> bytes:
    """The beginning of an answer's body. The time limit covers the body too."""
    import requests

    content = b""
    for chunk in response.iter_content(8192):
        content += chunk
        if len(content) >= ANSWER_LIMIT:
            break
        if time.monotonic() > deadline:
            raise requests.Timeout
    return content[:ANSWER_LIMIT]


def _reason(error: BaseException) -> str:
    """Why an exchange failed, without the addresses of objects that libraries put into their messages."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return re.sub(r"<[^>]* object at 0x[0-9a-f]+>:? ?", "", str(error)) or type(error).__name__


def _sendable(text: str) -> Url:
    """The URL in the form in which it goes over the wire; UsageError says what is wrong with it."""
    try:
        url = parse_url(text)
    except ValueError as error:
        raise UsageError(f"Nothing can be sent to {text}: {error}.", "Write the URL as https://host/path.") from None
    return replace(url, path=_escaped(url.path) or "/", query=url.query and _escaped(url.query))


def _escaped(text: str) -> str:
    """Percent-encoded where a URL demands it; escapes that are there stay, in upper case as urllib3 sends them."""
    upper = re.sub("%[0-9A-Fa-f]{2}", lambda match: match[0].upper(), text)
    return quote(to_bytes(re.sub("%(?![0-9A-F]{2})", "%25", upper)), safe="/:@!$&'()*+,;=~-._?%")


def _text(url: Url) -> str:
    userinfo = "" if url.userinfo is None else f"{url.userinfo}@"
    query = "" if url.query is None else f"?{url.query}"
    return f"{url.scheme}://{userinfo}{url.authority}{url.path}{query}"
