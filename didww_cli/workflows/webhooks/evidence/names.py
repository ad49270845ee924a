"""The names under which captures keep the parts of a request; a row more is how another tool is understood.

Names are compared without regard to case, underscores, dashes and dots.
"""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADERS = _words("headers header requestheaders httpheaders multivalueheaders rawheaders reqheaders headersraw")
URL = _words(
    "fullurl absoluteurl absoluteuri fulluri requesturl originalurl url originaluri requesturi uri rawurl href "
    "httprequestfulluri httprequesturi webhookurl endpoint displayurl urlfull target relurl httpurl httptarget"
)
PATH = _words("rawpath requestpath path pathname urlpath pathinfo fullpath originalfullpath csuristem reqpath")
QUERY = _words(
    "rawquerystring querystring rawquery query requestquery multivaluequerystringparameters querystringparameters "
    "queryparameters queryparams args search urlquery csuriquery get"
)
METHOD = _words("method requestmethod httpmethod verb httpverb csmethod httprequestmethod")
HOST = _words(
    "host authority httphost requesthost domainname requestaddr vhost virtualhost servername hostname hostwithport "
    "urldomain serveraddress cshost"
)
SCHEME = _words("scheme requestscheme urlscheme wsgiurlscheme rackurlscheme protocol proto forwardedproto urischeme")
TLS = _words("https tls ssl secure")
REMOTE = _words(
    "remoteaddr remoteip remoteaddress clientip clientaddr clienthost clientaddress sourceip srcip peer remotehost "
    "remote ip origin client cip"
)
TIME = _words(
    "time timestamp timelocal timeiso8601 requesttimeepoch timeepoch startutc starttime startedat starteddatetime "
    "start receivedat createdat capturedat datetime date ts"
)
BODY = _words(
    "rawbody bodyraw rawpost bodybase64 rawbodybase64 requestbodybase64 bodyb64 requestbody body bodytext payload "
    "content postdata form formdata formparams json data text params parameters post"
)
OUTER_BODY = BODY[:12]  # names clear enough to mean the request's body beside the request as well
BASE64_FLAGS = _words("isbase64encoded base64encoded isbase64 bodyisbase64 base64")
REQUEST_LINE = _words("request requestline firstline")
LINE = _words("log message msg line textpayload event raw body text")
SIGNATURE = _words("signature didwwsignature sig")
LOG_MARKS = frozenset(
    ["logger", "level", "msg", "startutc", "timelocal", "timeiso8601", "downstreamstatus", "routername", "log"]
)
RESPONSE = frozenset(["response", "res", "resp", "responseheaders", "respheaders", "reply", "responsebody"])
CONTENT = frozenset({*HEADERS, *QUERY, *BODY, *RESPONSE, "cookies", "env", "files"})


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
