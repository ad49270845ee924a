"""Whether a failed request can have left this machine for the server: one table of what requests and urllib3 raise.

A write may be sent again, or called undone, only where it certainly reached nobody: no connection (to the proxy, where
there is one), CONNECT refused, an unknown name, a certificate that is not trusted, a request that could not be made.
What a class wraps is judged in its place; doubt is "it may have left". A proxy that breaks the connection after it
took the request is told by urllib3 as a ``ProxyError`` like one that could not be reached, so only the cause counts.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from enum import Enum

import requests.exceptions as r
import urllib3.exceptions as u
from urllib3.util.ssl_match_hostname import CertificateError


class Left(Enum):
    """What an exception tells of its request."""

    NEVER = "it certainly reached nobody"
    MAYBE = "it may have been taken"
    ASK_CAUSE = "it wraps another exception, which tells; without one it may have been taken"


NEVER, MAYBE, ASK_CAUSE = Left.NEVER, Left.MAYBE, Left.ASK_CAUSE

DEPARTURES: dict[type[BaseException], tuple[Left, str]] = {
    # requests
    r.RequestException: (ASK_CAUSE, "the family of all others"),
    r.ConnectionError: (ASK_CAUSE, "refused and reset alike"),
    r.ProxyError: (ASK_CAUSE, "the proxy was not reached, refused, or broke the connection after it took the request"),
    r.SSLError: (ASK_CAUSE, "a certificate refused before, or TLS broken after the request was sent"),
    r.Timeout: (ASK_CAUSE, "while connecting or while waiting for the answer"),
    r.ConnectTimeout: (ASK_CAUSE, "no connection in time"),
    r.ReadTimeout: (MAYBE, "it was sent, or TLS was being agreed on"),
    r.HTTPError: (MAYBE, "there was an answer"),
    r.TooManyRedirects: (MAYBE, "each redirect is an answer"),
    r.ChunkedEncodingError: (MAYBE, "the answer had begun"),
    r.ContentDecodingError: (MAYBE, "the answer had begun"),
    r.StreamConsumedError: (MAYBE, "the answer was read"),
    r.JSONDecodeError: (MAYBE, "the answer was read"),
    r.RetryError: (MAYBE, "there were answers"),
    r.UnrewindableBodyError: (MAYBE, "a body is rewound after it was sent"),
    r.InvalidJSONError: (NEVER, "the body could not be made"),
    r.URLRequired: (NEVER, "there is no address"),
    r.MissingSchema: (NEVER, "the address is none"),
    r.InvalidSchema: (NEVER, "the address is of a kind that is not spoken"),
    r.InvalidURL: (NEVER, "the address is none"),
    r.InvalidProxyURL: (NEVER, "the proxy's address is none"),
    r.InvalidHeader: (ASK_CAUSE, "a header that could not be made, or one of the answer"),
    # urllib3
    u.HTTPError: (ASK_CAUSE, "the family of all others"),
    u.PoolError: (ASK_CAUSE, "the family of those of connection pools"),
    u.RequestError: (ASK_CAUSE, "the family of those of one request"),
    u.MaxRetryError: (ASK_CAUSE, "wraps what ended the last try"),
    u.ProxyError: (ASK_CAUSE, "the proxy was not reached, refused, or broke the connection after it took the request"),
    u.SSLError: (ASK_CAUSE, "a certificate refused before, or TLS broken after the request was sent"),
    u.ProtocolError: (ASK_CAUSE, "the connection was aborted"),
    u.ConnectionError: (ASK_CAUSE, "an older name of ProtocolError"),
    u.TimeoutError: (ASK_CAUSE, "the family of time-outs"),
    u.ConnectTimeoutError: (NEVER, "no connection in time"),
    u.NewConnectionError: (NEVER, "no connection"),
    u.NameResolutionError: (NEVER, "the name is unknown"),
    u.LocationValueError: (NEVER, "the address is none"),
    u.LocationParseError: (NEVER, "the address is none"),
    u.URLSchemeUnknown: (NEVER, "the address is of a kind that is not spoken"),
    u.ProxySchemeUnknown: (NEVER, "the proxy's address is of a kind that is not spoken"),
    u.ProxySchemeUnsupported: (NEVER, "the proxy's address is of a kind that is not spoken"),
    u.EmptyPoolError: (NEVER, "there was no connection to be had from the pool"),
    u.TimeoutStateError: (MAYBE, "a clock was used wrongly, at a time that is not told"),
    u.ReadTimeoutError: (MAYBE, "it was sent, or TLS was being agreed on"),
    u.ClosedPoolError: (MAYBE, "the pool was closed, before or after"),
    u.FullPoolError: (MAYBE, "a connection is put back after its answer"),
    u.HostChangedError: (MAYBE, "a redirect is an answer"),
    u.ResponseError: (MAYBE, "there was an answer"),
    u.ResponseNotChunked: (MAYBE, "the answer had begun"),
    u.BodyNotHttplibCompatible: (MAYBE, "the answer had begun"),
    u.DecodeError: (MAYBE, "the answer had begun"),
    u.IncompleteRead: (MAYBE, "the answer had begun"),
    u.InvalidChunkLength: (MAYBE, "the answer had begun"),
    u.HeaderParsingError: (MAYBE, "the answer had begun"),
    u.InvalidHeader: (MAYBE, "a header of the answer"),
    u.UnrewindableBodyError: (MAYBE, "a body is rewound after it was sent"),
    # the standard library, as their causes
    ssl.SSLCertVerificationError: (NEVER, "the certificate is not trusted: TLS ends before the request begins"),
    CertificateError: (NEVER, "the certificate is another host's: TLS ends before the request begins"),
}
"""By class, the nearest base class counting for one that is not here; what is in neither may have left."""


def may_have_left(error: BaseException) -> bool:
    """Whether the request of a failed try can have reached a server, or a proxy that passes it on."""
    found = list(chain(error))
    tunnelled = any(isinstance(one, u.ProxyError) for one in found)
    for one in found:
        judgement = _judgement(one)
        if judgement is not ASK_CAUSE:
            return not (judgement is NEVER or (tunnelled and _is_refused_tunnel(one)))
    return True


def _judgement(error: BaseException) -> Left:
    for kind in type(error).__mro__:
        if kind in DEPARTURES:
            return DEPARTURES[kind][0]
    return MAYBE


def _is_refused_tunnel(error: BaseException) -> bool:
    """Whether a proxy refused CONNECT: the one thing that http.client tells by a plain OSError without a number."""
    return type(error) is OSError and error.errno is None


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and what it wraps, outermost first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = _cause(error)


def _cause(error: BaseException) -> BaseException | None:
    """What an exception of requests or urllib3 wraps; None where it wraps nothing."""
    found = [getattr(error, name, None) for name in ("reason", "original_error")]
    return next((one for one in [*found, *error.args] if isinstance(one, BaseException)), None)
