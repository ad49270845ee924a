"""Facts of the API stand in the catalog: no text elsewhere names a type, a member, a kind or a status of it."""

from __future__ import annotations

import ast
from pathlib import Path

import didww_cli
from didww_cli.catalog import RESOURCES
from tests.rules.test_formats_named_once import texts_of

PACKAGE = Path(didww_cli.__file__).parent
ROOMS = {
    "catalog": "where the facts stand",
    "emulator": "acts on members and invents an account; it holds no tables of what the API wants",
    "workflows/webhooks": "reads captures of HTTP, whose words (host, url, method) some attributes bear too",
    "commands/webhooks": "the same",
}
WORDS = {
    "action": "what an entry of the journal did",
    "configuration": "the file of the tool's settings",
    "removed": "what became of a thing between two snapshots",
    "body": "of a request",
    "files": "what a completion offers",
    "filters": "what --filter gave; what a schema lists",
    "headers": "of a request",
    "get": "the verb, and the method of HTTP",
    "identity": "a Content-Encoding",
    "items": "what --item gave, and the member of orders beside which nothing else is bought",
    "key": "a setting of the configuration; the text of a public key",
    "message": "of an error",
    "method": "of HTTP",
    "name": "of a profile; the one filter that is worth an example in help",
    "none": "the word that clears a link",
    "order": "the English word",
    "public_keys": "what --public-key gave",
    "reference": "what --external-reference-id gave, and what DIDWW calls an order",
    "status": "of HTTP, and of whatever is under way: it is called so in every type",
    "url": "of a request, and of an export's file",
}
EXCEPTIONS = {
    "commands/exports/making.py": {"callback_method", "callback_url", "export_type", "exports"},
    "workflows/exports/asking.py": {
        *("callback_method", "callback_url", "export_type", "cdr_in", "cdr_out", "did_number", "from", "number", "to"),
    },
    "workflows/exports/once.py": {"created_at", "export_type", "from", "to"},
    "workflows/exports/periods.py": {"from", "to"},
    "commands/snapshot/group.py": {"from", "to"},
    # the rest of a price question: how many of what, and the money there is
    "workflows/orders/items.py": {"qty"},
    "workflows/orders/prices.py": {"balance", "number", "total_balance"},
    "workflows/orders/quote_text.py": {"balance"},
}
"""An export is asked for by a workflow of its own, whose options are not those of the catalog; so is an order."""


def names() -> set[str]:
    """All that the catalog calls something: types, members, kinds, and the values that are counted."""
    found: set[str] = set()
    for resource in RESOURCES:
        members = [*resource.attributes, *resource.meta]
        kinds = [kind for one in members for kind in one.variants]
        members += [member for kind in kinds for member in kind.attributes]
        found |= {resource.type, *(one.name for one in resource.relationships)}
        found |= {one.name for one in members} | {kind.type for kind in kinds}
        found |= {value for one in members for value in (*one.enum, *one.values)}
    return found


def naming_facts(path: Path) -> dict[str, int]:
    """What a module names of the catalog, with a line."""
    known = names()
    return {text: line for line, text in texts_of(ast.parse(path.read_text("utf-8"))) if text in known}


def outside() -> dict[str, dict[str, int]]:
    """The same of all modules outside the rooms."""
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    free = {name: path for name, path in modules.items() if not name.startswith(tuple(f"{room}/" for room in ROOMS))}
    return {name: naming_facts(path) for name, path in free.items()}


def test_no_module_names_what_the_catalog_tells():
    found = {name: some.keys() - WORDS.keys() for name, some in outside().items()}
    strange = {name: some - EXCEPTIONS.get(name, set()) for name, some in found.items()}
    assert {name: some for name, some in strange.items() if some} == {}
    kept = {name: some - found.get(name, set()) for name, some in EXCEPTIONS.items()}
    assert {name: some for name, some in kept.items() if some} == {}, "no exceptions any more"


def test_every_word_of_other_meaning_is_used():
    used = {text for some in outside().values() for text in some}
    assert WORDS.keys() - used == set()


def test_the_rule_finds_what_it_looks_for(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(
        '"""dids"""\nif kind == "twilio":\n    x = BY_TYPE["orders"]["terminated"]\ny = "dids are many"\n'
    )
    assert naming_facts(module) == {"twilio": 2, "orders": 3, "terminated": 3}
