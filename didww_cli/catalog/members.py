"""Members of resources: attributes, the shapes of polymorphic ones, relationships."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from didww_cli.catalog.kinds import BOTH, CREATE, FORMATS, JSON_TYPES, PLAIN, READ, STRING, UPDATE, Form, Kind, Use
from didww_cli.plain_data import dataclass


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute.

    ``nullable``: answers may hold null; ``clearable``: a request may send null. ``enum``: the values of the schema (of
    each item, for lists); ``values``: values known from documents but not in the schema. ``codes`` names the table in
    ``catalog.codes`` whose numbers the attribute holds. ``readable`` is false for what is only ever sent. ``cancels``:
    true gives the thing up, false takes that back. ``own_reference``: what its owner calls the thing, by which it is
    found again where the answer to its creation was lost. ``option``: a shorter name of its option, beside its own.
    ``kind_option``: the option that chooses the shape of a polymorphic one, where its members do not tell it.
    ``kind_stays``: that shape is chosen once, by create.
    ``object_with``: a member beside it, and the values of that with which its content is an object.
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
    own_reference: bool = False
    option: str = ""
    kind_option: str = ""
    kind_stays: bool = False
    object_with: tuple[str, tuple[str, ...]] = ("", ())
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
        return JSON_TYPES.get(self.kind, str(self.kind))

    @property
    def format(self) -> str | None:
        """``date`` or ``date-time`` for strings that hold one, else None."""
        return FORMATS.get(self.kind)


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
    """How a kind of item is bought: by the SKU in a member ``sku``, or as so many of the ``thing`` that a member names,
    which tells the kind and has the price.

    ``what``: a word for what is bought; ``title``: what such an order is called. ``one_of``: members of which it has
    one at most, and is one piece without any; ``excludes``: pairs that exclude each other beyond that. ``quantity``:
    the member that says how many. ``steps``: the relationship of the thing to prices by quantity, ``fewest``: its
    attribute that says how many are sold at least.
    ``cycles``: the member that says how often it is renewed, for ever without it.
    ``stocked``: there may be none left. ``unlisted``: members that no schema has, offered nowhere and sent where said.
    """

    what: str
    title: str
    terms: tuple[Term, ...]
    sku: str = ""
    thing: str = ""
    quantity: str = "qty"
    one_of: tuple[str, ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()
    steps: str = ""
    fewest: str = ""
    cycles: str = ""
    stocked: bool = False
    unlisted: tuple[Attribute, ...] = ()

    def term(self, member: str) -> Term | None:
        """What it says of a member, or None."""
        return next((term for term in self.terms if term.member == member), None)


@dataclass(frozen=True, slots=True)
class Need:
    """A member that a shape of a polymorphic value cannot be without; ``beside``: an attribute of the resource, not one
    of its own. ``when``: only where another of its own members has one of some values.
    """

    member: str
    beside: bool = False
    when: tuple[str, tuple[str, ...]] = ("", ())
    since: str = ""
    until: str = ""

    def holds(self, version: str) -> bool:
        """Whether a version of the API asks for it."""
        return self.since <= version and (not self.until or version < self.until)

    def asked(self, members: Mapping[str, Any]) -> bool:
        """Whether some members of the shape make it needed."""
        other, values = self.when
        return not other or members.get(other) in values


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a polymorphic value: ``{"type": type, "attributes": {...}}``. ``prefix`` begins its options.

    ``creatable`` is false for shapes that the server alone makes (``ip_only``, ``generic_order_items``). ``together``:
    members of which a change of the first is sent with the others, as they are. ``needs``: what it cannot be without.
    ``refuses``: attributes and relationships of the resource that it cannot have. ``makes_credentials``: DIDWW makes
    its user name and password.
    ``sale``: how it is bought, where it is an item of an order.
    """

    type: str
    prefix: str
    help: str = ""
    attributes: tuple[Attribute, ...] = ()
    creatable: bool = True
    together: tuple[tuple[str, ...], ...] = ()
    needs: tuple[Need, ...] = ()
    refuses: tuple[str, ...] = ()
    makes_credentials: bool = False
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


def usable(part: Attribute | Relationship, action: str) -> bool:
    """Whether a request of ``create`` or ``update`` may carry it."""
    return part.create if action == "create" else part.update
