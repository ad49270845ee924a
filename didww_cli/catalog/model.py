"""The words in which the catalog describes the API: plain frozen data, no behaviour beyond look-ups.

Those for values and members are in modules of their own, and are had from here like the others.
"""

from __future__ import annotations

from didww_cli.catalog.kinds import (
    BOOLEAN,
    BOTH,
    CAPITALS,
    CREATE,
    DATE,
    DATETIME,
    DECIMAL,
    DIGITS,
    INTEGER,
    INTEGERS,
    LISTS,
    NETWORK,
    OBJECT,
    PHONE,
    PLAIN,
    READ,
    STRING,
    STRINGS,
    UPDATE,
    URL,
    VARIANT,
    VARIANTS,
    Form,
    Kind,
    Use,
)
from didww_cli.catalog.members import Attribute, Need, Relationship, Sale, Term, Variant
from didww_cli.plain_data import dataclass

__all__ = [
    "BOOLEAN",
    "BOTH",
    "CAPITALS",
    "CREATE",
    "DATE",
    "DATETIME",
    "DECIMAL",
    "DIGITS",
    "INTEGER",
    "INTEGERS",
    "LISTS",
    "NETWORK",
    "NULL",
    "OBJECT",
    "OPERATIONS",
    "PHONE",
    "PLAIN",
    "READ",
    "STRING",
    "STRINGS",
    "UPDATE",
    "URL",
    "VARIANT",
    "VARIANTS",
    "Attribute",
    "Composed",
    "Ends",
    "Family",
    "Filter",
    "Form",
    "Kind",
    "Need",
    "Reckoned",
    "Relationship",
    "Renewal",
    "Resource",
    "Sale",
    "Span",
    "Term",
    "Use",
    "Variant",
]


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


NULL = "null"
"""The part of a span that says when null is taken for a member, dotted into polymorphic ones."""


@dataclass(frozen=True, slots=True)
class Span:
    """A sort field, an operation, a value of an attribute or null for it (``part``) that some versions lack. An include
    lasts as its relationship does.
    """

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
class Reckoned:
    """A column that no server sends: some attributes multiplied, exact, as a decimal string; null where one of them is
    no number.
    """

    name: str
    factors: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The status with which something under way is done, and those with which it never will be; none where nothing is
    waited for. ``reasons``: the attributes that say why it failed.
    """

    done: str = ""
    failed: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is paid for by period: the attributes that count the renewals left (0: none, null: for ever), and that say
    when the period ends; empty where nothing is renewed.
    """

    cycles: str = ""
    end: str = ""


OPERATIONS = ("list", "get", "create", "update", "delete")


@dataclass(frozen=True, slots=True)
class Family:
    """A word of the command line under which several nouns stand, and the panel of the help that they are in.

    ``joined``: the nouns, without that word, that are also listed as one; ``columns``: those of that list.
    """

    word: str
    help: str
    panel: str
    joined: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource type of the API.

    ``noun``: words of its command (two in a family), empty where it has none; ``panel``: where the help shows it.
    ``operations``: which of ``OPERATIONS`` the API has; ``delete_means``: the word for the last one. ``singleton``: the
    account has just one, without an id. ``multipart``: it is created from a form that holds a file. ``about``: the
    relationship to what it asks or does something about, where nothing of it is kept. ``meta``: what
    ``meta`` of one resource may hold. ``lookup``: attributes a person may name it by, dotted through relationships
    where needed. ``label``: attributes that say its name in a table. ``columns``: of its table, most telling first.
    ``api_key``: whether its endpoint wants a key. ``together``: attributes of which a request carries all or none.
    ``composed``: names made of several attributes. ``ends``: how waiting for it ends. ``renewal``: how it is renewed,
    where it is paid for by period. ``spans``: what of it some versions do not have. ``reckoned``: columns that are
    made of attributes here.
    ``large_pages``: its pages are large in every version.
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
    large_pages: bool = False
    operations: tuple[str, ...] = ()
    delete_means: str = "delete"
    singleton: bool = False
    multipart: bool = False
    about: str = ""
    path: str = ""
    lookup: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    api_key: bool = True
    together: tuple[tuple[str, ...], ...] = ()
    composed: tuple[Composed, ...] = ()
    ends: Ends = Ends()
    renewal: Renewal = Renewal()
    since: str = ""
    until: str = ""
    spans: tuple[Span, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()

    @property
    def own_reference(self) -> str:
        """The attribute that holds what its owner calls it; empty where it has none."""
        return next((a.name for a in self.attributes if a.own_reference), "")

    @property
    def under_way(self) -> tuple[str, ...]:
        """The statuses with which something is neither done nor has failed."""
        return tuple(one for one in self.choices("status") if one not in (self.ends.done, *self.ends.failed))

    @property
    def cancelling(self) -> str:
        """The attribute that gives it up; empty where there is none."""
        return next((a.name for a in self.attributes if a.cancels), "")

    def attribute(self, name: str) -> Attribute | None:
        """Its attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)

    def choices(self, name: str) -> tuple[str, ...]:
        """The values that its attribute of that name can have; empty where they are not counted."""
        found = self.attribute(name)
        return found.enum if found else ()

    def relationship(self, name: str) -> Relationship | None:
        """Its relationship of that name, or None."""
        return next((r for r in self.relationships if r.name == name), None)

    def filter(self, name: str) -> Filter | None:
        """Its filter of that name, or None."""
        return next((f for f in self.filters if f.name == name), None)

    def meta_attribute(self, name: str) -> Attribute | None:
        """The member of its ``meta`` of that name, or None."""
        return next((m for m in self.meta if m.name == name), None)

    def reckoned_as(self, name: str) -> Reckoned | None:
        """Its column of that name that is made of attributes, or None."""
        return next((one for one in self.reckoned if one.name == name), None)

    def composed_of(self, name: str) -> Composed | None:
        """The name of several attributes that is called so, or None."""
        return next((c for c in self.composed if c.name == name), None)
