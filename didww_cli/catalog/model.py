"""The words in which the catalog describes the API: plain frozen data, no behaviour beyond look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value is. Dates and times travel as strings, decimals (money) always as strings."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    DATE = "date"
    DATETIME = "datetime"
    STRINGS = "strings"
    INTEGERS = "integers"
    OBJECT = "object"
    VARIANT = "variant"
    VARIANTS = "variants"


STRING, INTEGER, BOOLEAN, DECIMAL = Kind.STRING, Kind.INTEGER, Kind.BOOLEAN, Kind.DECIMAL
DATE, DATETIME, STRINGS, INTEGERS = Kind.DATE, Kind.DATETIME, Kind.STRINGS, Kind.INTEGERS
OBJECT, VARIANT, VARIANTS = Kind.OBJECT, Kind.VARIANT, Kind.VARIANTS

_JSON_TYPES = {
    DECIMAL: "string",
    DATE: "string",
    DATETIME: "string",
    STRINGS: "array",
    INTEGERS: "array",
    VARIANT: "object",
    VARIANTS: "array",
}
_FORMATS = {DATE: "date", DATETIME: "date-time"}
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


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute.

    ``nullable``: answers may hold null; ``clearable``: a request may send null. ``enum``: the values of the schema (of
    each item, for lists); ``values``: values known from documents but not in the schema. ``codes`` names the table in
    ``catalog.codes`` whose numbers the attribute holds. ``readable`` is false for what is only ever sent. ``cancels``:
    true gives the thing up, false takes that back. ``option``: a shorter name of its option, beside its own.
    ``kind_option``: the option that chooses the shape of a polymorphic one, where its members do not tell it.
    ``since`` and ``until``, of all that the catalog holds: the API version that it came with, and the first without
    it, by DIDWW's changelog from 2022-05-10 on; empty for ever.
    """

    name: str
    kind: Kind = STRING
    help: str = ""
    writable: Use = READ
    required: bool = False
    nullable: bool = False
    clearable: bool = False
    readable: bool = True
    secret: bool = False
    enum: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    codes: str = ""
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None
    variants: tuple[Variant, ...] = ()
    form: Form = PLAIN
    cancels: bool = False
    option: str = ""
    kind_option: str = ""
    since: str = ""
    until: str = ""

    @property
    def create(self) -> bool:
        """Whether a create request may carry it."""
        return self.writable in (CREATE, BOTH)

    @property
    def update(self) -> bool:
        """Whether an update request may carry it."""
        return self.writable in (UPDATE, BOTH)

    @property
    def json_type(self) -> str:
        """Its JSON type, as the API's schema names it: string, integer, boolean, array or object."""
        return _JSON_TYPES.get(self.kind, str(self.kind))

    @property
    def format(self) -> str | None:
        """``date`` or ``date-time`` for strings that hold one, else None."""
        return _FORMATS.get(self.kind)


@dataclass(frozen=True, slots=True)
class Term:
    """What a person may say of an item of an order. ``key``: its option, without dashes; ``many``: an item for each.

    ``to``: the type that it is a reference to. ``skus``: where, seen from there, the SKUs (stock keeping units) are
    that it can be bought by; ``through``: a type and its filter by that reference, where it does not lead there itself.
    ``finds``: the member, where the API does not take it and it only finds the SKU.
    """

    key: str
    member: str
    help: str
    metavar: str = "REF"
    to: str = ""
    skus: str = ""
    through: tuple[str, str] = ("", "")
    many: bool = False
    finds: Attribute | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """How a kind of item is bought: by the SKU in a member ``sku``, or as so many (``qty``) of the ``thing`` that a
    member names, which tells the kind and has the price.

    ``what``: a word for what is bought; ``title``: what such an order is called. ``one_of``: members of which it has
    one at most, and is one piece without any; ``excludes``: pairs that exclude each other beyond that. ``steps``: the
    relationship of the thing to prices by quantity, ``fewest``: its attribute that says how many are sold at least.
    ``stocked``: there may be none left. ``unlisted``: members that no schema has, offered nowhere and sent where said.
    """

    what: str
    title: str
    terms: tuple[Term, ...]
    sku: str = ""
    thing: str = ""
    one_of: tuple[str, ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()
    steps: str = ""
    fewest: str = ""
    stocked: bool = False
    unlisted: tuple[Attribute, ...] = ()

    def term(self, member: str) -> Term | None:
        """What it says of a member, or None."""
        return next((term for term in self.terms if term.member == member), None)


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a polymorphic value: ``{"type": type, "attributes": {...}}``. ``prefix`` begins its options.

    ``creatable`` is false for shapes that the server alone makes (``ip_only``, ``generic_order_items``). ``together``:
    members of which a change of the first is sent with the others, as they are.
    ``sale``: how it is bought, where it is an item of an order.
    """

    type: str
    prefix: str
    help: str = ""
    attributes: tuple[Attribute, ...] = ()
    creatable: bool = True
    together: tuple[tuple[str, ...], ...] = ()
    sale: Sale | None = None
    since: str = ""
    until: str = ""

    def attribute(self, name: str) -> Attribute | None:
        """Its attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link to other resources. ``to`` holds one type, or several where the link is polymorphic.

    ``excludes`` names the relationship that cannot be set beside it, and that the server clears when this one is set.
    ``takes`` names the relationship of the target that leads back: a target belongs to one alone, so that setting it
    here takes it from another.
    """

    name: str
    to: tuple[str, ...]
    many: bool = False
    help: str = ""
    writable: Use = READ
    required: bool = False
    clearable: bool = False
    readable: bool = True
    excludes: str = ""
    takes: str = ""
    since: str = ""
    until: str = ""

    @property
    def create(self) -> bool:
        """Whether a create request may carry it."""
        return self.writable in (CREATE, BOTH)

    @property
    def update(self) -> bool:
        """Whether an update request may carry it."""
        return self.writable in (UPDATE, BOTH)

    @property
    def target(self) -> str:
        """The type it leads to; the first where there are several."""
        return self.to[0]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a list. ``to`` is the type whose ids it takes (``country.id``); ``path`` is where the value stands,
    as seen from the resource, when that is not the filter's own name (``did_group.country.id``).
    """

    name: str
    kind: Kind = STRING
    enum: tuple[str, ...] = ()
    to: str = ""
    path: str = ""
    form: Form = PLAIN
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A sort field or operation (``part``) that some versions lack. An include lasts as its relationship does."""

    part: str
    name: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A name that a record does not hold as such: the attributes that it is made of, one behind the other."""

    name: str
    parts: tuple[str, ...]
    between: str = ""
    form: Form = PLAIN


@dataclass(frozen=True, slots=True)
class Ends:
    """The status with which something under way is done, and those with which it never will be; none at all where
    nothing is waited for.
    """

    done: str = ""
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """An attribute that a request must carry beside a polymorphic one of a certain ``kind``, in some versions."""

    attribute: str
    beside: str
    kind: str
    versions: tuple[str, ...]


OPERATIONS = ("list", "get", "create", "update", "delete")


@dataclass(frozen=True, slots=True)
class Family:
    """A word of the command line under which several nouns stand, and the panel of the help that they are in."""

    word: str
    help: str
    panel: str


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource type of the API.

    ``noun``: words of its command (two in a family), empty where it has none; ``panel``: where the help shows it.
    ``operations``: which of ``OPERATIONS`` the API has; ``delete_means``: the word for the last one. ``singleton``: the
    account has just one, without an id. ``multipart``: it is created from a form that holds a file. ``meta``: what
    ``meta`` of one resource may hold. ``lookup``: attributes a person may name it by, dotted through relationships
    where needed. ``label``: attributes that say its name in a table. ``columns``: of its table, most telling first.
    ``api_key``: whether its endpoint wants a key. ``together``: attributes of which a request carries all or none.
    ``needs``: what is required beside a kind of a polymorphic attribute. ``composed``: names made of several
    attributes. ``ends``: how waiting for it ends. ``spans``: what of it some versions do not have.
    """

    type: str
    noun: str
    singular: str
    help: str
    panel: str = ""
    attributes: tuple[Attribute, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    meta: tuple[Attribute, ...] = ()
    filters: tuple[Filter, ...] = ()
    sorts: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    paginated: bool = False
    operations: tuple[str, ...] = ()
    delete_means: str = "delete"
    singleton: bool = False
    multipart: bool = False
    path: str = ""
    lookup: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    api_key: bool = True
    together: tuple[tuple[str, ...], ...] = ()
    needs: tuple[Need, ...] = ()
    composed: tuple[Composed, ...] = ()
    ends: Ends = Ends()
    since: str = ""
    until: str = ""
    spans: tuple[Span, ...] = ()

    def attribute(self, name: str) -> Attribute | None:
        """Its attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)

    def relationship(self, name: str) -> Relationship | None:
        """Its relationship of that name, or None."""
        return next((r for r in self.relationships if r.name == name), None)

    def filter(self, name: str) -> Filter | None:
        """Its filter of that name, or None."""
        return next((f for f in self.filters if f.name == name), None)

    def meta_attribute(self, name: str) -> Attribute | None:
        """The member of its ``meta`` of that name, or None."""
        return next((m for m in self.meta if m.name == name), None)

    def composed_of(self, name: str) -> Composed | None:
        """The name of several attributes that is called so, or None."""
        return next((c for c in self.composed if c.name == name), None)
