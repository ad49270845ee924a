"""``didww schema``: what the API offers, from the catalog."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from didww_cli.catalog import BY_NOUN, BY_TYPE, RESOURCES
from didww_cli.catalog.changes import changes_with
from didww_cli.catalog.codes import TABLES
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import LISTS, Attribute, Kind, Relationship, Resource
from didww_cli.catalog.orders import EXPORT_CHOICES, EXPORTS
from didww_cli.catalog.paths import near
from didww_cli.catalog.versions import SPOKEN, at, named_type, types_at
from didww_cli.commands.show import show_data
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import UsageError

Described = dict[str, Any]
YES_NO = {True: "yes", False: ""}


def schema_command() -> Command:
    """Types, or one type with everything about it, or the relationships as a diagram."""
    params = [
        argument("type", help="A type of the API, or a noun of the command line.", many=True, required=False),
        option("--diagram", type=bool, help="Relationships as a Mermaid ER diagram."),
        option("--codes", type=bool, help="Codec, transport, DTMF and disconnect codes by number and name."),
        option("--changes", type=bool, help=f"What differs between versions {SPOKEN[0]} and {SPOKEN[-1]}."),
    ]
    examples = ["didww schema dids", "didww schema trunks in -o json", "didww schema --diagram > diagram.mmd"]
    return Command("schema", _run, params=params, examples=examples)


def _run(state: State, type: tuple[str, ...], diagram: bool, codes: bool, changes: bool) -> None:
    state.check()
    if sum((bool(type), diagram, codes, changes)) > 1:
        raise UsageError("A type, --diagram, --codes or --changes: one of them.")
    state.only("The schema is shown", Format.TABLE, Format.JSON, Format.JSONL)
    if diagram:
        from didww_cli.output.screen import write_lines

        write_lines(state.screen, diagram_lines())
    elif codes:
        _show_codes(state)
    elif changes:
        _show_changes(state)
    elif type:
        resource = find_resource(" ".join(type))
        state.name(named_type(resource))
        _show_type(state, at(resource, state.first_version))
    else:
        _show_types(state)


def find_resource(word: str) -> Resource:
    """The resource of a type or noun; UsageError with the nearest ones."""
    name = word.strip().replace("-", "_")
    found = BY_NOUN.get(word) or BY_TYPE.get(name) or BY_NOUN.get(word.replace("_", "-"))
    if found is None:
        known = [*BY_TYPE, *BY_NOUN]
        raise UsageError(f"There is no type {word!r}.{near(word, known)}", "'didww schema' lists them all.")
    return found


def described(resource: Resource) -> Described:
    """All that the catalog says of a type, as data."""
    return {
        "type": resource.type,
        "noun": resource.noun or None,
        "help": resource.help,
        "attributes": {one.name: _attribute(one) for one in resource.attributes},
        "relationships": {one.name: _relationship(one) for one in resource.relationships},
        "meta": {one.name: _attribute(one) for one in resource.meta},
        "filters": [one.name for one in resource.filters],
        "sorts": list(resource.sorts),
        "includes": list(resource.includes),
        "paginated": resource.paginated,
        "operations": list(resource.operations),
    }


def _attribute(one: Attribute) -> Described:
    found: Described = {"type": one.json_type, "nullable": one.nullable, "enum": None}
    if one.format:
        found["format"] = one.format
    if one.kind in LISTS:
        items = {Kind.STRINGS: "string", Kind.INTEGERS: "integer"}.get(one.kind, "object")
        found["items"] = {"type": items, "enum": list(one.enum) or None}
    elif one.enum:
        found["enum"] = [*one.enum, None] if one.nullable else list(one.enum)
    found |= {"create": one.create, "update": one.update, "required": one.required, "readable": one.readable}
    found["help"] = one.help
    if one.codes:
        found["codes"] = {str(number): name for number, name in TABLES[one.codes].items()}
    if one.values:
        found["values"] = list(one.values)
    if one.variants:
        found["variants"] = {
            variant.type: {member.name: _attribute(member) for member in variant.attributes} for variant in one.variants
        }
    return found


def _relationship(one: Relationship) -> Described:
    return {
        "cardinality": "to_many" if one.many else "to_one",
        "target": one.target if len(one.to) == 1 else list(one.to),
        "create": one.create,
        "update": one.update,
        "required": one.required,
        "readable": one.readable,
        "help": one.help,
    }


def _show_changes(state: State) -> None:
    """What came with the newest version and what went with it."""
    found = list(changes_with(SPOKEN[-1]))
    if not show_data(state, [asdict(one) for one in found]):
        rows = [[one.type, one.part, one.name, one.change] for one in found]
        _grid(state, ["TYPE", "PART", "NAME", f"WITH {SPOKEN[-1]}"], rows)


def _show_types(state: State) -> None:
    known = types_at(state.first_version)
    if not show_data(state, [described(resource) for resource in known]):
        rows = [[r.type, r.noun or "-", ", ".join(r.operations) or "-", r.help] for r in known]
        _grid(state, ["TYPE", "NOUN", "OPERATIONS", "WHAT"], rows)


def _show_type(state: State, resource: Resource) -> None:
    if show_data(state, described(resource)):
        return
    screen = state.screen
    state.notice(f"As version {state.first_version} of the API has it; --api-version tells another.")
    screen.line(f"{resource.type}: {resource.help}")
    screen.line(f"Command: {f'didww {resource.noun}' if resource.noun else 'none; seen through related types'}")
    screen.line(f"Operations: {', '.join(resource.operations) or 'none'}")
    sections = [
        ("Attributes", ["NAME", "TYPE", "NULL", "SENT WITH", "WHAT"], _attribute_rows(resource.attributes)),
        ("Relationships", ["NAME", "TO", "SENT WITH", "WHAT"], [_relationship_row(r) for r in resource.relationships]),
        ("Meta", ["NAME", "TYPE", "NULL", "SENT WITH", "WHAT"], _attribute_rows(resource.meta)),
    ]
    for title, heads, rows in sections:
        if rows:
            screen.line(f"\n{title}")
            _grid(state, heads, rows)
    for title, names in (
        ("Filters", [one.name for one in resource.filters]),
        ("Sort fields", resource.sorts),
        ("Includes", resource.includes),
    ):
        screen.line(f"\n{title}: {', '.join(names) or 'none'}")
    for one in resource.reckoned:
        screen.line(f"\nColumn reckoned here: {one.name} ({' × '.join(one.factors)}). {one.help}")
    for kind, keys in EXPORT_CHOICES.items() if resource.type == EXPORTS.type else ():
        screen.line(f"\nFilters of an export of {kind}: {', '.join(one.name for one in keys)}")


def _attribute_rows(attributes: tuple[Attribute, ...], before: str = "") -> list[list[str]]:
    rows = []
    for one in attributes:
        kind = f"{one.kind}: {', '.join(one.enum or one.values)}" if one.enum or one.values else str(one.kind)
        rows.append([before + one.name, kind, YES_NO[one.nullable], _use(one), one.help])
        for variant in one.variants:
            rows.append([f"{before}  {variant.type}", "shape", "", "", variant.help])
            rows += _attribute_rows(variant.attributes, f"{before}    ")
    return rows


def _relationship_row(one: Relationship) -> list[str]:
    return [one.name, f"{'many ' if one.many else ''}{' or '.join(one.to)}", _use(one), one.help]


def _use(one: Attribute | Relationship) -> str:
    words = [name for name, sent in (("create", one.create), ("update", one.update)) if sent]
    return ", ".join(words).replace("create", "create!" if one.required else "create")


def _show_codes(state: State) -> None:
    if show_data(state, TABLES):
        return
    rows = [[table, str(number), name] for table, names in TABLES.items() for number, name in names.items()]
    _grid(state, ["TABLE", "NUMBER", "NAME"], rows)


def diagram_lines() -> list[str]:
    """The relationships of all types as a Mermaid ER diagram: ``||`` one, ``o|`` one or none, ``o{`` any number."""
    lines = ["erDiagram"]
    for resource in RESOURCES:
        for link in resource.relationships:
            for target in link.to:
                lines.append(f"    {resource.type} }}o--{'o{' if link.many else 'o|'} {target} : {link.name}")
    linked = {name for line in lines[1:] for name in (line.split()[0], line.split()[2])}
    lines += [f"    {resource.type}" for resource in RESOURCES if resource.type not in linked]
    return lines


def _grid(state: State, titles: list[str], rows: list[list[str]]) -> None:
    from didww_cli.output.table import grid

    grid(state.screen, titles, rows)
