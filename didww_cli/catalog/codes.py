"""Numbers that the API uses for codecs, transports, DTMF formats, session refresh and disconnect codes, with names.

Source: DIDWW's API documents (codecs, rerouting disconnect codes and the SIP configuration object).
"""

from __future__ import annotations

from didww_cli.catalog.forms import is_digits

CODECS = {
    6: "telephone-event",
    7: "G723",
    8: "G729",
    9: "PCMU",
    10: "PCMA",
    12: "SPEEX",
    13: "GSM",
    14: "G726-32",
    15: "G721",
    16: "G726-24",
    17: "G726-40",
    18: "G726-16",
    19: "L16",
}
TRANSPORTS = {1: "UDP", 2: "TCP", 3: "TLS"}
RX_DTMF = {1: "RFC2833", 2: "INFO", 3: "RFC2833-or-INFO"}
TX_DTMF = {0: "disabled", 1: "RFC2833", 2: "INFO-relay", 4: "INFO"}
"""How DTMF is sent: not at all, by RFC 2833, by SIP INFO application/dtmf-relay, by SIP INFO application/dtmf.

Source: the OpenAPI document of DIDWW's live tests and DIDWW's Ruby and PHP libraries. DIDWW's Postman text numbers the
same four 1 to 4, which would make the default, 1, "disabled"; so 3 has no name here.
"""

REFRESH_METHODS = {1: "INVITE", 2: "UPDATE", 3: "UPDATE-or-INVITE"}
DISCONNECT_CODES = {
    56: "400 Bad Request",
    57: "401 Unauthorized",
    58: "402 Payment Required",
    59: "403 Forbidden",
    60: "404 Not Found",
    64: "408 Request Timeout",
    65: "409 Conflict",
    66: "410 Gone",
    67: "412 Conditional Request Failed",
    68: "413 Request Entity Too Large",
    69: "414 Request-URI Too Long",
    70: "415 Unsupported Media Type",
    71: "416 Unsupported URI Scheme",
    72: "417 Unknown Resource-Priority",
    73: "420 Bad Extension",
    74: "421 Extension Required",
    75: "422 Session Interval Too Small",
    76: "423 Interval Too Brief",
    77: "424 Bad Location Information",
    78: "428 Use Identity Header",
    79: "429 Provide Referrer Identity",
    80: "433 Anonymity Disallowed",
    81: "436 Bad Identity-Info",
    82: "437 Unsupported Certificate",
    83: "438 Invalid Identity Header",
    84: "480 Temporarily Unavailable",
    86: "482 Loop Detected",
    87: "483 Too Many Hops",
    88: "484 Address Incomplete",
    89: "485 Ambiguous",
    90: "486 Busy Here",
    91: "487 Request Terminated",
    92: "488 Not Acceptable Here",
    96: "494 Security Agreement Required",
    97: "500 Server Internal Error",
    98: "501 Not Implemented",
    99: "502 Bad Gateway",
    100: "503 Service Unavailable",
    101: "504 Server Time-out",
    102: "505 Version Not Supported",
    103: "513 Message Too Large",
    104: "580 Precondition Failure",
    105: "600 Busy Everywhere",
    106: "603 Decline",
    107: "604 Does Not Exist Anywhere",
    108: "606 Not Acceptable",
    1505: "Ringing timeout",
}

TABLES = {
    "codecs": CODECS,
    "transports": TRANSPORTS,
    "rx_dtmf": RX_DTMF,
    "tx_dtmf": TX_DTMF,
    "refresh_methods": REFRESH_METHODS,
    "disconnect_codes": DISCONNECT_CODES,
}


def number_of(table: str, text: str) -> int | None:
    """The number that a name or number stands for in a table, or None.

    Case and punctuation do not matter. Disconnect codes also go by their SIP status (``402``) and by their phrase
    (``busy here``); a number that is both an id and a SIP status is the SIP status, since no ids collide with one.
    """
    names = TABLES[table]
    wanted = _plain(text)
    for number, name in names.items():
        if wanted == _plain(name):
            return number
    if table == "disconnect_codes":
        for number, name in names.items():
            status, _, phrase = name.partition(" ")
            if text.strip() == status or (status.isdigit() and wanted == _plain(phrase)):
                return number
    if is_digits(text.strip()):
        return next((number for number in names if str(number) == text.strip().lstrip("0")), None)
    return None


def name_of(table: str, number: object) -> str:
    """The name of a number in a table; the number itself where the table lacks it."""
    return TABLES[table].get(number, str(number)) if isinstance(number, int) else str(number)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
