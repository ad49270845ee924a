"""Every type × list, get of one, get of two × every format: the cells are those that the JSON makes expect."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from math import prod

from rich.cells import cell_len

from didww_cli.catalog import BY_NOUN, BY_TYPE
from didww_cli.catalog.codes import TABLES
from didww_cli.catalog.formats import Format
from didww_cli.catalog.links import written_links
from didww_cli.catalog.paths import columns_of
from didww_cli.masking import MASK
from tests.spoken import each_type

SHUFFLED = {"available-dids"}
"""What the server lists in another order each time."""


def is_listed(resource):
    """Whether a command lists it."""
    return resource.noun and "list" in resource.operations


def all_columns(resource):
    """The columns that a resource has by itself, without shapes as a whole, which tables put into words."""
    links = {one.name for one in resource.relationships} - set(resource.includes)
    shapes = {one.name for one in resource.attributes if one.variants}
    return [path for path in columns_of(resource) if path not in links | shapes]


def includes_of(resource, paths):
    """The includes without which the paths of columns could not be read."""
    found = []
    for path in paths:
        here, steps = resource, []
        for word in path.split("."):
            link = here.relationship(word)
            if link is None:
                break
            steps.append(word)
            here = BY_TYPE[link.to[0]]
        found += [".".join(steps)] if steps else []
    return list(dict.fromkeys(found))


def including_all(resource, paths):
    return "".join(f" -i {path}" for path in includes_of(resource, paths))


def at(record, path):
    """The value at a path of a record as JSON shows it; members of shapes stand in their attributes."""
    for word in path.split("."):
        if isinstance(record, list):
            record = [at(one, word) for one in record]
            continue
        if record is None:
            return None
        inner = record.get("attributes", {}).get(word)
        record = record[word] if word in record else reckoned(record, word) if inner is None else inner
    return record


def reckoned(record, name):
    """The value of a column that tables have beyond the API's record: attributes multiplied."""
    known = BY_TYPE.get(record.get("type"))
    column = known.reckoned_as(name) if known else None
    return f"{prod(Decimal(str(record[one])) for one in column.factors):.2f}" if column else None


def is_linked(value):
    return isinstance(value, dict) and "id" in value and "type" in value


def named(linked):
    """A related record by its name; it must have come with it."""
    assert len(linked) > 2, linked
    parts = [at(linked, path) for path in BY_TYPE[linked["type"]].label]
    return " ".join(str(part) for part in parts if part not in (None, "")) or linked["id"]


def for_machines(value):
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if is_linked(value):
        return named(value)
    if isinstance(value, list) and not any(isinstance(one, dict) and not is_linked(one) for one in value):
        return ",".join(map(for_machines, value))
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":")) if isinstance(value, list | dict) else str(value)
    )


def in_a_line(text):
    return text.replace("\n", "\\n")


def for_people(value, attribute):
    if value in (None, "", []):
        return "-"
    if attribute and attribute.secret:
        return MASK
    if attribute and attribute.codes:
        return ", ".join(TABLES[attribute.codes][one] for one in (value if isinstance(value, list) else [value]))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(for_machines, value)) if isinstance(value, list) else in_a_line(for_machines(value))


def attribute_of(resource, path):
    head, _, rest = path.partition(".")
    attribute = resource.attribute(head)
    if attribute and rest:
        return next((one for shape in attribute.variants for one in shape.attributes if one.name == rest), None)
    return attribute


def rows_of_csv(out):
    return list(csv.reader(io.StringIO(out, newline="")))[1:]


def rows_of_markdown(out):
    lines = [re.split(r"(?<!\\)\|", line)[1:-1] for line in out.splitlines()]
    assert len({len(cells) for cells in lines}) == 1
    assert set("".join(lines[1])) == set(" -")
    return [[re.sub(r"\\(\W|_)", r"\1", cell[1:-1]) for cell in cells] for cells in [lines[0], *lines[2:]]]


def table(titles, rows):
    """The lines of a table, as wide as its cells."""
    widths = [max(map(cell_len, cells)) for cells in zip(titles, *rows, strict=True)]
    padded = [
        [text + " " * (w - cell_len(text)) for text, w in zip(row, widths, strict=True)] for row in [titles, *rows]
    ]
    return ["  ".join(row).rstrip() for row in padded]


def titles_of(paths):
    last = [path.split(".")[-1] for path in paths]
    return [
        re.sub("[._]", " ", path if last.count(word) > 1 else word).upper()
        for path, word in zip(paths, last, strict=True)
    ]


def written(resource, paths):
    """The columns of CSV and TSV: those of the table, and what else it is linked to and can be written."""
    return [*paths, *(link.name for link in written_links(resource) if link.name not in paths)]


def cells_of(resource, paths, records):
    """The cells of records for machines, and for people."""
    machines = [[for_machines(at(one, path)) for path in paths] for one in records]
    return machines, [[for_people(at(one, path), attribute_of(resource, path)) for path in paths] for one in records]


def agree_on_a_list(didww, command, resource, paths, records, *, linked=True):
    """The lists that a command shows in formats with cells."""
    _, people = cells_of(resource, paths, records)
    machines, _ = cells_of(resource, written(resource, paths) if linked else paths, records)
    assert rows_of_csv(didww(f"{command} -o csv").out) == machines
    assert [line.split("\t") for line in didww(f"{command} -o tsv").lines] == [
        [in_a_line(cell) for cell in row] for row in machines
    ]
    assert rows_of_markdown(didww(f"{command} -o markdown").out) == [titles_of(paths), *people]
    assert didww(command).lines == table(titles_of(paths), people)


def agree_on_json(didww, command, records):
    """The same records as lines and as the server's document."""
    assert [json.loads(line) for line in didww(f"{command} -o jsonl").lines] == records
    data = didww(f"{command} -o jsonapi").json["data"]
    for one, record in zip(data if isinstance(data, list) else [data], records, strict=True):
        assert {"id": one["id"], "type": one["type"], **one["attributes"]}.items() <= record.items()


def listing(didww, resource):
    """A command that lists a record or two."""
    line = f"{resource.noun} list -n 2"
    return f"{resource.noun} list -f id={didww(f'{line} -o ids').lines[0]}" if resource.noun in SHUFFLED else line


@each_type(is_listed, name="noun")
def test_lists_agree(didww, resource):
    line, paths = listing(didww, resource), resource.columns
    including = including_all(resource, paths)
    records = didww(f"{line} -o json{including}").json
    assert records
    agree_on_json(didww, f"{line}{including}", records)
    agree_on_a_list(didww, line, resource, paths, records)
    assert didww(f"{line} -o ids").lines == [one["id"] for one in records]


@each_type(is_listed, name="noun")
def test_all_columns_agree(didww, resource):
    line, paths = listing(didww, resource), all_columns(resource)
    records = didww(f"{line} -o json{including_all(resource, paths)}").json
    machines, people = cells_of(resource, paths, records)
    chosen = f"{line} -c {','.join(paths)}"
    assert rows_of_csv(didww(f"{chosen} -o csv").out) == machines
    assert rows_of_markdown(didww(f"{chosen} -o markdown").out) == [titles_of(paths), *people]


@each_type(lambda one: is_listed(one) and "get" in one.operations, name="noun")
def test_gets_agree(didww, resource):
    refs = didww(f"{resource.noun} list -n 2 -o ids").lines
    paths = resource.columns
    including = including_all(resource, paths)
    records = [didww(f"{resource.noun} get {ref} -o json{including}").json for ref in refs]
    assert [one["id"] for one in records] == refs
    one = f"{resource.noun} get {refs[0]}"
    agree_on_json(didww, f"{one}{including}", records[:1])
    agree_on_one(didww, one, resource, paths, records[0])
    assert didww(f"{one} -o ids").lines == refs[:1]
    if len(refs) > 1:
        agree_on_a_list(didww, f"{resource.noun} get {' '.join(refs)}", resource, paths, records)
    else:
        every = written(resource, paths)
        assert rows_of_csv(didww(f"{one} -o csv").out) == [[for_machines(at(records[0], path)) for path in every]]


def test_trunks_of_both_directions_agree(didww):
    paths = ("direction", "name", "capacity_limit", "external_reference_id", "created_at", "id")
    records = didww("trunks list -o json").json
    assert {one["direction"] for one in records} == {"in", "out"}
    agree_on_json(didww, "trunks list", records)
    agree_on_a_list(didww, "trunks list", BY_NOUN["trunks in"], paths, records, linked=False)


def test_the_balance_agrees(didww):
    balances, record = BY_TYPE["balances"], didww("balance -o json").json
    agree_on_json(didww, "balance", [record])
    agree_on_one(didww, "balance", balances, balances.columns, record)
    assert rows_of_csv(didww("balance -o csv").out) == cells_of(balances, balances.columns, [record])[0]


def test_no_format_is_forgotten():
    assert [str(one) for one in Format] == ["table", "json", "jsonl", "csv", "tsv", "markdown", "ids", "jsonapi"]


def agree_on_one(didww, command, resource, paths, record):
    """One record as names and values: at least what a list shows of it, the same in table and markdown."""
    rows = rows_of_markdown(didww(f"{command} -o markdown").out)
    assert rows[0] == ["NAME", "VALUE"]
    assert [line.split(maxsplit=1) for line in didww(command).lines] == rows[1:]
    shown = dict(map(tuple, rows[1:]))
    assert len(shown) == len(rows) - 1, "a name is there twice"
    for path in paths:
        assert shown.get(path, "-") == for_people(at(record, path), attribute_of(resource, path)), path
