"""Items of an order as people give them, checked before anything is looked up or sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog import bounds
from didww_cli.catalog.forms import read_json
from didww_cli.catalog.model import Attribute, Sale
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import near
from didww_cli.catalog.sales import items, sales, terms
from didww_cli.errors import UsageError
from didww_cli.workflows.reading.references import given_id
from didww_cli.workflows.writing.drafts import variant_named
from didww_cli.workflows.writing.values import checked


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its type, and its members under the API's names, references as they were typed.

    ``where`` names it in messages; empty for the item that the command's own options say.
    """

    type: str
    wanted: dict[str, Any]
    where: str = ""


def is_items(setting: str) -> bool:
    """Whether a ``KEY=VALUE`` of ``--set`` is about the items."""
    return setting.partition("=")[0].strip() == "items"


def all_items(options: Mapping[str, Any], texts: Sequence[str], settings: Sequence[str], data: Any) -> list[Item]:
    """The items of a command line: of its own options (by name without dashes) and ``--item``, else of ``--set items=``
    or ``--data``. UsageError where none are given, or in several ways: what would win is not worth guessing.
    """
    ways = {
        "options": [*option_items(options), *map(text_item, texts)],
        "--set items": data_items(_set_items(settings[-1]), "--set items") if settings else [],
        "--data": data_items(data, "--data: items") if data is not None else [],
    }
    used = [way for way, found in ways.items() if found]
    if len(used) > 1:
        raise UsageError(f"Items are given by {' and by '.join(used)}.", "Give all of them in one way.")
    if not used:
        starts = [f"--{key}" for key, term in terms().items() if term.to or term.metavar == "ID"]
        raise UsageError(
            f"Say what to order: {', '.join(starts)}, --item or --data.", "See 'didww orders create --help'."
        )
    return ways[used[0]]


def _set_items(setting: str) -> Any:
    try:
        return read_json(setting.partition("=")[2])
    except ValueError as error:
        raise UsageError(f"--set items is not JSON: {error}.", "It is a list of items; --item is easier.") from None


def option_items(given: Mapping[str, Any]) -> list[Item]:
    """The items of the command's own options, unset ones None or empty. Several available DIDs are an item each."""
    plain = {name: value for name, value in given.items() if isinstance(value, str)}
    lists = {name: value for name, value in given.items() if value and not isinstance(value, str)}
    if not plain and not lists:
        return []
    if len(lists) > 1:
        raise UsageError(f"{_said(lists, '')} exclude each other in one item.", "Use --item for several items.")
    each = [{name: one} for name, many in lists.items() for one in many] or [{}]
    return [_item(None, {**plain, **one}, "") for one in each]


def text_item(text: str) -> Item:
    """The item of ``--item KEY=VALUE,…``."""
    where = f"--item {text}"
    members: dict[str, Any] = {}
    for part in text.split(","):
        key, equals, value = part.partition("=")
        if not equals or not value.strip():
            raise UsageError(f"{where}: {part!r} is not KEY=VALUE.", "For example: --item available-did=12025550100")
        name = _name(key, where)
        if not name:
            raise _unknown(key, where)
        if name in members:
            raise UsageError(f"{where}: {key.strip()} is given twice.", "Several items are several --item.")
        members[name] = value.strip()
    return _item(None, members, where)


def check_bounds(found: Sequence[Item], version: str) -> None:
    """UsageError where an item holds what is out of the bounds of the version that it is ordered in."""
    for one in found if version >= bounds.SINCE else ():
        for name, told in bounds.broken_shape(one.type, one.wanted):
            raise _fail(one.where, f"{_said([name], one.where)} {told} in version {version} of the API.")


def data_items(value: Any, where: str) -> list[Item]:
    """The items of a JSON array: ``{"type", "attributes"}`` as the API has them, or flat objects."""
    if not isinstance(value, list) or not value:
        raise UsageError(f"{where} is a list of items, not {value!r}.")
    return [_data_item(one, f"{where}[{at}]") for at, one in enumerate(value)]


def _data_item(value: Any, where: str) -> Item:
    if not isinstance(value, Mapping) or not isinstance(value.get("attributes", {}), Mapping):
        raise UsageError(f'{where} is an object {{"type", "attributes"}} or a flat one, not {value!r}.')
    kind = variant_named(items(), value["type"], where).type if value.get("type") else None
    members = value.get("attributes", {name: member for name, member in value.items() if name != "type"})
    return _item(kind, {name: _reference(one) for name, one in members.items() if one is not None}, where)


def _reference(value: Any) -> Any:
    """A ``{"type", "id"}`` object as a reference; anything else as it is."""
    return f"id:{value['id']}" if isinstance(value, Mapping) and isinstance(value.get("id"), str) else value


def _item(kind: str | None, members: Mapping[str, Any], where: str) -> Item:
    wanted: dict[str, Any] = {}
    for key, value in members.items():
        name = _name(key, where)
        if name:
            wanted[name] = checked(_attributes()[name], value, f"{where}: {_said([name], where)}".removeprefix(": "))
    kind = kind or _kind(wanted)
    sale = sales()[kind]
    (_check_thing if sale.thing else _check_by_sku)(sale, wanted, where)
    return Item(kind, wanted, where)


def _kind(wanted: Mapping[str, Any]) -> str:
    """The kind of item that its members tell: that whose thing is named, else that which is bought by SKU."""
    by_thing = [kind for kind, sale in sales().items() if sale.thing in wanted]
    return by_thing[0] if by_thing else next(kind for kind, sale in sales().items() if sale.sku)


def _attributes() -> dict[str, Attribute]:
    """All members that can be given, by the API's names."""
    sent = [one for variant in items().variants if variant.sale for one in variant.attributes if one.create]
    finding = [term.finds for term in terms().values() if term.finds]
    unlisted = [one for sale in sales().values() for one in sale.unlisted]
    return {one.name: one for one in (*sent, *finding, *unlisted)}


def _name(key: str, where: str) -> str:
    """The API's name of a key as people write it; empty for what only the server sets."""
    dashed = key.strip().replace("_", "-")
    term = terms().get(dashed)
    name = term.member if term else dashed.replace("-", "_")
    if name in _attributes():
        return name
    if any(variant.attribute(name) for variant in items().variants) or name == "id":
        return ""
    raise _unknown(key, where)


def _unknown(key: str, where: str) -> UsageError:
    return UsageError(
        f"{where}: an item has no {key.strip()!r} to order by.{near(key.strip(), terms())}",
        f"It takes: {', '.join(terms())}.",
    )


def _said(names: Any, where: str) -> str:
    """Members as the user writes them: options, or keys inside an item."""
    written = {term.member: key for key, term in terms().items()}
    return ", ".join(f"{'' if where else '--'}{written.get(name, name)}" for name in names)


def _fail(where: str, text: str, hint: str = "") -> UsageError:
    return UsageError(f"{where}: {text}" if where else text[0].upper() + text[1:], hint)


def _strange(sale: Sale, wanted: Mapping[str, Any]) -> list[str]:
    """Members that belong to another kind of item."""
    return [name for name in wanted if not sale.term(name) and name not in [one.name for one in sale.unlisted]]


def _check_thing(sale: Sale, wanted: Mapping[str, Any], where: str) -> None:
    """So many of a thing, and nothing else."""
    missing = [name for name in (sale.thing, sale.quantity) if name not in wanted]
    if missing:
        raise _fail(where, f"{sale.what} need {_said(missing, where)} too.")
    if strange := _strange(sale, wanted):
        thing = _said([sale.thing], where)
        others = _said([term.member for term in sale.terms if term.member != sale.thing], where)
        text = f"{_said(strange, where)} cannot go with {thing}, which takes {others} alone."
        raise _fail(where, text, "" if where else _for_new_dids(sale))


def _for_new_dids(sale: Sale) -> str:
    """How DIDs that are bought too get a thing, where they can; empty where they cannot."""
    term = sale.term(sale.thing)
    if term is None or not any(term.to in link.to for link in DIDS.relationships if link.update):
        return ""
    return f"Several items are several --item. --did-{term.key} gives it to the DIDs of the order."


def _check_by_sku(sale: Sale, wanted: dict[str, Any], where: str) -> None:
    """What is bought by SKU, with at most one of quantity, available DID and reservation; none of them buys one."""
    given = [name for name in sale.one_of if name in wanted]
    if len(given) > 1:
        raise _fail(where, f"{_said(given, where)} exclude each other in one item.", "Use --item for several items.")
    for pair in sale.excludes:
        if all(name in wanted for name in pair):
            raise _fail(where, f"{_said(pair, where)} exclude each other: the number is chosen.")
    if strange := _strange(sale, wanted):
        raise _fail(where, f"{_said(strange, where)} cannot go with {sale.what}.")
    _check_sku(sale, wanted, where)
    if not given:
        wanted[sale.quantity] = (
            1  # the schema wants one of the three, DIDWW's page "Orders" none: this is right by both
        )


def _check_sku(sale: Sale, wanted: Mapping[str, Any], where: str) -> None:
    finders = [term.member for term in sale.terms if term.skus]
    if sale.sku not in wanted:
        if not any(name in wanted for name in finders):
            things = [other.thing for other in sales().values() if other.thing]
            what = "a quantity" if sale.quantity in wanted else sale.what
            choices = f"{_said((sale.sku, *finders), where)} or {_said(things, where)}"
            raise _fail(where, f"{what} of what? Add one of {choices}.")
        return
    choosing = [term.member for term in sale.terms if term.finds and not term.skus and term.member in wanted]
    if choosing:
        both = _said([sale.sku, *choosing], where)
        raise _fail(where, f"{both} exclude each other: a SKU says how many channels it includes.")
    if given_id(wanted[sale.sku]) is None:
        raise _fail(
            where,
            f"{wanted[sale.sku]!r} is no SKU: it is known by its id alone (a UUID, or id:…).",
            "'didww did-groups get AREA --include stock_keeping_units -o json' shows those of a DID group.",
        )


def same_items(placed: Any, wanted: Sequence[Item]) -> bool:
    """Whether the items of a placed order are as many of the same kinds as wanted, however they are joined or split;
    true where it does not show them.
    """
    if not isinstance(placed, list) or not all(isinstance(one, Mapping) for one in placed):
        return True
    inside = [attributes if isinstance(attributes := one.get("attributes"), Mapping) else {} for one in placed]
    shown = [(str(one.get("type")), members.get("qty", 1)) for one, members in zip(placed, inside, strict=True)]
    if not all(isinstance(qty, int) for _, qty in shown):
        return True
    return _amounts(shown) == _amounts([(one.type, one.wanted.get("qty", 1)) for one in wanted])


def _amounts(found: Sequence[tuple[str, int]]) -> Counter[str]:
    """How many there are of each type."""
    amounts: Counter[str] = Counter()
    for item_type, qty in found:
        amounts[item_type] += qty
    return amounts
