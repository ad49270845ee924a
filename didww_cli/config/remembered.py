"""What accounts turned out to be: the version of the API that one is on, kept in the state folder under a hash."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from didww_cli.catalog import API_VERSIONS
from didww_cli.config.settings import state_folder
from didww_cli.disk import hidden_name, write_private


def remembered_version(key: str, base_url: str) -> str:
    """The version that the account of a key is on; empty where that is not known."""
    try:
        found = json.loads(_path(key, base_url).read_bytes())["api_version"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return found if found in API_VERSIONS else ""


def remember_version(key: str, base_url: str, version: str) -> None:
    """Keep the version that an account is on; where the folder cannot be written, it is found out anew."""
    with contextlib.suppress(OSError):
        write_private(_path(key, base_url), json.dumps({"api_version": version}).encode())


def forget_version(key: str, base_url: str) -> bool:
    """Forget it; whether it was known."""
    path = _path(key, base_url)
    known = path.exists()
    path.unlink(missing_ok=True)
    return known


def _path(key: str, base_url: str) -> Path:
    return state_folder() / "accounts" / f"{hidden_name(key, base_url)}.json"
