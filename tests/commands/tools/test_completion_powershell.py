"""The script for PowerShell is PowerShell: read by a grammar, as no package index has the shell."""

from __future__ import annotations

import pytest
import tree_sitter
import tree_sitter_powershell

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))


def wrong(script: str) -> list[int]:
    """The lines that are no PowerShell."""
    found, left = [], [PARSER.parse(script.encode()).root_node]
    while left:
        node = left.pop()
        if node.is_error or node.is_missing:
            found.append(node.start_point.row + 1)
        left += node.children
    return sorted(found)


def test_the_script_is_powershell(didww):
    script = didww("completion powershell").out
    assert script.startswith("# Completion of didww for PowerShell")
    assert wrong(script) == []


@pytest.mark.parametrize("part", ["{", "}", "(", ")", "@(", "'words"])
def test_a_script_that_lacks_a_part_is_not(didww, part):
    script = didww("completion powershell").out
    assert wrong(script.replace(part, "", 1))


def test_every_quote_within_a_text_is_doubled(didww):
    script = didww("completion powershell").out
    assert "''demo''" in script
    assert wrong(script.replace("''demo''", "'demo'", 1))
