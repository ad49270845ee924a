"""Formats are named in their table alone: no text elsewhere in the package says ``json`` or lists them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import didww_cli
from didww_cli.catalog.formats import Format, listed
from didww_cli.config.keys import OUTPUTS
from didww_cli.output.formats import WRITERS
from tests.conftest import run_line

PACKAGE = Path(didww_cli.__file__).parent
TABLE = "catalog/formats.py"
OTHER_MEANINGS = {
    "catalog/sms.py": "what the body of a message is",
    "emulator/callbacks.py": "how a callback is sent",
    "emulator/effects/trunks_out.py": "how a callback is sent",
    "workflows/webhooks/parameters.py": "what a callback's body is",
}
NAMES = "|".join(sorted(Format, key=len, reverse=True))
SEVERAL = re.compile(rf"\b({NAMES})(, | or | and )({NAMES})\b")


def texts_of(tree: ast.AST) -> list[tuple[int, str]]:
    """The texts of a module with their lines, without what documents it."""
    documenting = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documenting
    ]


def naming_formats(path: Path) -> list[str]:
    """Where a module names a format by itself."""
    texts = texts_of(ast.parse(path.read_text("utf-8")))
    return [f"{path}:{line}: {text!r}" for line, text in texts if text in OUTPUTS or SEVERAL.search(text)]


def test_no_module_names_formats_but_their_table():
    modules = {str(path.relative_to(PACKAGE)): path for path in PACKAGE.rglob("*.py")}
    found = {name: naming_formats(path) for name, path in modules.items()}
    assert [one for name, some in found.items() if name not in {TABLE, *OTHER_MEANINGS} for one in some] == []
    assert {name for name in OTHER_MEANINGS if not found[name]} == set(), "no exceptions any more"
    assert len(found[TABLE]) == len(Format)


def test_the_rule_finds_what_it_looks_for(tmp_path):
    module = tmp_path / "module.py"
    module.write_text('"""json"""\nif output == "csv":\n    raise Wrong(f"Use table, json or {more}.")\nx = ".csv"\n')
    assert [one.partition(":")[2] for one in naming_formats(module)] == ["2: 'csv'", "3: 'Use table, json or '"]


def test_every_format_has_its_writer_and_is_offered():
    assert list(WRITERS) == list(Format) == list(OUTPUTS)
    assert listed(Format) in " ".join(run_line("dids list --help").out.replace("│", " ").split())
    assert listed([Format.IDS]) == "ids"
