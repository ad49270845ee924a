"""The services that tell prices: hosts, what each is asked and answers, and its file. They are no part of the API.

Sources: DIDWW's pages "Prices Resources" of 2026-11-19, and the description ``voice_in.json`` of the first of them.
"""

from __future__ import annotations

from didww_cli.catalog.access import PRICE_AUDIENCES
from didww_cli.catalog.model import BOOLEAN, DATETIME, DECIMAL, INTEGER, Attribute, Resource
from didww_cli.plain_data import dataclass

TYPE = "prices"
HOST_VIN, HOST_VOUT, HOST_SMS = "api-vin", "api-vout", "api-sms"
HOSTS = dict(zip((HOST_VIN, HOST_VOUT, HOST_SMS), PRICE_AUDIENCES, strict=True))
"""Each host by its short name, with the audience that its tokens name, in production and in the sandbox alike."""
HOST_URLS = {
    "production": {name: f"https://{name}.didww.com/v3" for name in HOSTS},
    "sandbox": {name: f"https://{name}-sandbox.didww.com/v3" for name in HOSTS},
}
HOST_PATH = "/v3"
"""What stands behind the name of a host where all of them are at one address: ``/api-vin/v3``."""

LOOKUP_PATH = "/lookup/prices"
FILE_PATH = "/prices.csv.gz"
NOT_FOUND = "price_not_found"
NO_PLAN = "price_plan_not_assigned"
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class PriceService:
    """The prices of one kind of traffic. ``says``: what it prices, in words; ``path``: where it stands on its host.

    ``number``, ``from_country`` and ``to_country`` are the filters that it takes, empty where it has none of these; a
    number has ``least_digits`` at least. Without ``to_country`` it wants a number. ``file_name``: that of its file.
    """

    name: str
    says: str
    host: str
    row: Resource
    number: str
    file_name: str
    path: str = ""
    from_country: str = ""
    to_country: str = ""
    least_digits: int = 1

    @property
    def lookup_path(self) -> str:
        """Where prices are looked up."""
        return self.path + LOOKUP_PATH

    @property
    def file_path(self) -> str:
        """Where the file of all prices is."""
        return self.path + FILE_PATH

    @property
    def audience(self) -> str:
        """What its tokens name."""
        return HOSTS[self.host]


def _row(says: str, attributes: tuple[Attribute, ...], columns: tuple[str, ...]) -> Resource:
    return Resource(TYPE, "prices", "price", says, attributes=attributes, columns=columns)


_COUNTRY = Attribute("country", nullable=True, help="Country of the number, by name; null for any.")
_SOURCE_PREFIX = Attribute("source_prefix", nullable=True, help="Prefix of the sending number; null for any.")
_DESTINATION_PREFIX = Attribute("destination_prefix", nullable=True, help="Prefix of the receiving number; null: any.")
_RATE = Attribute("rate", DECIMAL, nullable=True, help="USD a minute without VAT; null where calls are rejected.")
_CONNECTION_FEE = Attribute("connection_fee", DECIMAL, nullable=True, help="USD once a call, without VAT.")
_PRICE = Attribute("price", DECIMAL, nullable=True, help="USD an SMS, without VAT; null where SMS are rejected.")
_REJECT_CALLS = Attribute("reject_calls", BOOLEAN, help="Whether calls are rejected instead of priced.")


def _length(side: str, bound: str) -> Attribute:
    words = {"source": "sending", "min": "Shortest", "destination": "receiving", "max": "Longest"}
    return Attribute(f"{side}_number_length_{bound}", INTEGER, help=f"{words[bound]} {words[side]} number, in digits.")


VOICE_IN_ROW = _row(
    "What an inbound call costs.",
    (
        Attribute("destination", help="Prefix of the plan that priced the number."),
        _COUNTRY,
        Attribute("src_country_name", nullable=True, help="Country that the call comes from; null for any."),
        Attribute("source_type", help="Kind of line that the call comes from, such as cellular or fixed."),
        _RATE,
        _CONNECTION_FEE,
        Attribute("initial_interval", INTEGER, help="First billing increment, in seconds."),
        Attribute("next_interval", INTEGER, help="Each following billing increment, in seconds."),
        _REJECT_CALLS,
    ),
    (
        *("destination", "country", "src_country_name", "source_type", "rate", "connection_fee"),
        *("initial_interval", "next_interval", "reject_calls"),
    ),
)

VOICE_OUT_ROW = _row(
    "What an outbound call costs, now and from a day that is set.",
    (
        Attribute("category", enum=("International", "Origin based", "Local"), help="Sheet of the price list."),
        _COUNTRY,
        Attribute("network", nullable=True, help="Network of the number, by name; null for any."),
        Attribute("prefix", help="Prefix of the plan that priced the number."),
        _RATE,
        _CONNECTION_FEE,
        Attribute("initial_increment", INTEGER, help="First billing increment, in seconds."),
        Attribute("recurring_increment", INTEGER, help="Each following billing increment, in seconds."),
        _REJECT_CALLS,
        # DIDWW says that members with next_ tell the price to come; their names are made by that rule
        Attribute("next_rate", DECIMAL, nullable=True, help="USD a minute from effective_at on."),
        Attribute("next_connection_fee", DECIMAL, nullable=True, help="USD once a call from effective_at on."),
        Attribute("next_initial_increment", INTEGER, nullable=True, help="Seconds, from effective_at on."),
        Attribute("next_recurring_increment", INTEGER, nullable=True, help="Seconds, from effective_at on."),
        Attribute("next_reject_calls", BOOLEAN, nullable=True, help="Whether calls are rejected then."),
        Attribute("effective_at", DATETIME, nullable=True, help="When the next price comes."),
        Attribute("comment", nullable=True, help="What the next price is about."),
    ),
    (
        *("category", "country", "network", "prefix", "rate", "connection_fee", "initial_increment"),
        *("recurring_increment", "reject_calls", "effective_at", "next_rate", "comment"),
    ),
)

SMS_OUT_ROW = _row(
    "What an SMS that is sent costs.",
    (
        _SOURCE_PREFIX,
        _DESTINATION_PREFIX,
        _COUNTRY,
        Attribute("mcc", INTEGER, nullable=True, help="Mobile country code; null for any network."),
        Attribute("mcc_name", nullable=True, help="Its name."),
        Attribute("mnc", INTEGER, nullable=True, help="Mobile network code; null for any network."),
        Attribute("mnc_name", nullable=True, help="Its name."),
        Attribute("reject_sms", BOOLEAN, help="Whether SMS are rejected instead of priced."),
        _PRICE,
    ),
    (
        *("destination_prefix", "country", "mcc", "mcc_name", "mnc", "mnc_name"),
        *("source_prefix", "reject_sms", "price"),
    ),
)

SMS_IN_ROW = _row(
    "What an SMS that arrives costs.",
    (
        _SOURCE_PREFIX,
        _length("source", "min"),
        _length("source", "max"),
        _DESTINATION_PREFIX,
        _length("destination", "min"),
        _length("destination", "max"),
        _COUNTRY,
        _PRICE,
    ),
    (
        *("destination_prefix", "country", "source_prefix", "price", "source_number_length_min"),
        *("source_number_length_max", "destination_number_length_min", "destination_number_length_max"),
    ),
)


def _sms(name: str, says: str, path: str, row: Resource, file_name: str) -> PriceService:
    return PriceService(name, says, HOST_SMS, row, "dst_number", file_name, path=path, to_country="dst_country_iso")


VOICE_IN = PriceService(
    *("voice-in", "inbound calls to toll-free, shared-cost and metered numbers", HOST_VIN, VOICE_IN_ROW),
    *("number", "voice_in_prices.csv.gz"),
    from_country="src_country_iso",
    least_digits=8,
)
VOICE_OUT = PriceService(
    *("voice-out", "outbound calls", HOST_VOUT, VOICE_OUT_ROW, "number", "voice_out_prices.csv.gz"), least_digits=8
)
SERVICES = {
    one.name: one
    for one in (
        VOICE_IN,
        VOICE_OUT,
        _sms("sms-in", "SMS that arrive", "/sms_in", SMS_IN_ROW, "sms_in_prices.csv.gz"),
        _sms("sms-out-a2p", "SMS sent by programs", "/sms_out/a2p", SMS_OUT_ROW, "sms_out_a2p_prices.csv.gz"),
        _sms("sms-out-p2p", "SMS sent by people", "/sms_out/p2p", SMS_OUT_ROW, "sms_out_p2p_prices.csv.gz"),
        _sms("sms-out-otp", "one-time passwords by SMS", "/sms_out/otp", SMS_OUT_ROW, "sms_out_otp_prices.csv.gz"),
    )
}
"""The names of the files of outbound SMS are ours: DIDWW's pages tell the others alone."""
