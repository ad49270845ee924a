"""What values are and how they are written: the kinds, uses and forms of members."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a value is. Dates and times travel as strings, decimals (money) always as strings; content is a text, or an
    object.
    """

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    DATE = "date"
    DATETIME = "datetime"
    STRINGS = "strings"
    INTEGERS = "integers"
    OBJECT = "object"
    CONTENT = "content"
    VARIANT = "variant"
    VARIANTS = "variants"


STRING, INTEGER, BOOLEAN, DECIMAL = Kind.STRING, Kind.INTEGER, Kind.BOOLEAN, Kind.DECIMAL
DATE, DATETIME, STRINGS, INTEGERS = Kind.DATE, Kind.DATETIME, Kind.STRINGS, Kind.INTEGERS
CONTENT, OBJECT, VARIANT, VARIANTS = Kind.CONTENT, Kind.OBJECT, Kind.VARIANT, Kind.VARIANTS

JSON_TYPES = {
    DECIMAL: "string",
    DATE: "string",
    DATETIME: "string",
    CONTENT: "string",
    STRINGS: "array",
    INTEGERS: "array",
    VARIANT: "object",
    VARIANTS: "array",
}
FORMATS = {DATE: "date", DATETIME: "date-time"}
LISTS = frozenset({STRINGS, INTEGERS, VARIANTS})


class Use(StrEnum):
    """Which requests may carry an attribute or relationship."""

    READ = "read"
    CREATE = "create"
    UPDATE = "update"
    BOTH = "both"


READ, CREATE, UPDATE, BOTH = Use.READ, Use.CREATE, Use.UPDATE, Use.BOTH


class Form(StrEnum):
    """How the API writes a text: a web address, a phone number (digits alone), digits where they are some, an IP
    address or network, capitals, or as it comes.
    """

    PLAIN = ""
    URL = "url"
    PHONE = "phone"
    DIGITS = "digits"
    NETWORK = "network"
    CAPITALS = "capitals"


PLAIN, URL, PHONE, DIGITS, NETWORK, CAPITALS = Form
