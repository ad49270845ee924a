"""The catalog as each version has it that commands speak, and tests whose command lines ask for one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import SPOKEN, types_at

OLD, NEW = SPOKEN


def each_type(wanted: Callable[[Resource], Any], *, name: str = "type") -> Any:
    """``version, resource`` of a test: the types of each version that are ``wanted``. Command lines ask for it."""
    found = [(version, one) for version in SPOKEN for one in types_at(version) if wanted(one)]
    return pytest.mark.parametrize(
        ("version", "resource"), found, ids=[f"{getattr(one, name)} {version}" for version, one in found]
    )


def in_each_version(metafunc: pytest.Metafunc) -> None:
    """As ``pytest_generate_tests`` of a module: each test once in each version, but those that say in which."""
    said = any("version" in one.args[0] for one in metafunc.definition.iter_markers("parametrize"))
    if "version" in metafunc.fixturenames and not said:
        metafunc.parametrize("version", SPOKEN, indirect=True)


def only(version: str) -> Any:
    """A test of one version alone."""
    return pytest.mark.parametrize("version", [version])
