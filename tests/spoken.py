"""The catalog as each version has it that commands speak, and command lines that speak one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import SPOKEN, types_at

OLD, NEW = SPOKEN


def each_type(wanted: Callable[[Resource], Any], *, name: str = "type") -> Any:
    """``version, resource`` of a test: the types of each version that are ``wanted``."""
    found = [(version, one) for version in SPOKEN for one in types_at(version) if wanted(one)]
    return pytest.mark.parametrize(
        ("version", "resource"), found, ids=[f"{getattr(one, name)} {version}" for version, one in found]
    )


def speaking(didww: Callable[..., Any], version: str) -> Callable[..., Any]:
    """Command lines in a version."""
    return lambda line, **more: didww(f"--api-version {version} {line}", **more)


def in_each_version(metafunc: pytest.Metafunc) -> None:
    """As ``pytest_generate_tests`` of a module: all its command lines once in each version."""
    if "version" in metafunc.fixturenames:
        metafunc.parametrize("version", SPOKEN, indirect=True)
