"""Adds the pages of the manual to the wheel: they are made from the command tree, which needs typer alone."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANUAL = "share/man/man1"
"""Where ``man`` looks below the prefix of a system, of a virtual environment, and of pipx."""


class Manual(BuildHookInterface):
    """Written into a folder that lasts as long as the build."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the command tree imports, as the project itself wants it."""
        return [one for one in self.metadata.core.dependencies if one.startswith("typer")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the pages."""
        sys.path.insert(0, self.root)
        from didww_cli.app import root
        from didww_cli.commands.tools.manual import write_manual

        self.folder = tempfile.TemporaryDirectory()
        for page in write_manual(root(), Path(self.folder.name)):
            build_data["shared_data"][str(page)] = f"{MANUAL}/{page.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder."""
        self.folder.cleanup()
