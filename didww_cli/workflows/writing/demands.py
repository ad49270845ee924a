"""What the API demands of a request beyond single values: attributes that go together, or beside a kind of another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from didww_cli.catalog.model import Attribute, Relationship, Resource
from didww_cli.errors import UsageError
from didww_cli.workflows.writing.drafts import Draft


def check_together(resource: Resource, attributes: Mapping[str, Any]) -> None:
    """UsageError where a request has some of the attributes that go together, but not all of them."""
    for names in resource.together:
        missing = [name for name in names if attributes.get(name) in (None, "")]
        if 0 < len(missing) < len(names):
            given = [name for name in names if name not in missing]
            raise UsageError(f"{_flags(given)} and {_flags(missing)} go together.", f"Add {_flags(missing)}.")


def check_needs(resource: Resource, name: str, kind: str, given: Collection[str], version: str) -> None:
    """UsageError where a kind of a polymorphic attribute wants an attribute beside it that is not there."""
    for need in resource.needs:
        applies = (need.beside, need.kind) == (name, kind) and version in need.versions
        if applies and need.attribute not in given:
            raise UsageError(
                f"{kind} needs {_flags([need.attribute])} too, in version {version} of the API.",
                f"See 'didww {resource.noun} create --help'.",
            )


def missing_members(resource: Resource, draft: Draft) -> list[Attribute | Relationship]:
    """What create requires and the draft lacks."""
    parts: Sequence[Attribute | Relationship] = (*resource.attributes, *resource.relationships)
    given = {
        *draft.attributes,
        *draft.variants,
        *(name for name, links in draft.links.items() if links.refs or links.add),
    }
    return [part for part in parts if part.required and part.name not in given]


def check_exclusions(resource: Resource, draft: Draft) -> None:
    """Two relationships that exclude each other cannot both be set."""
    for name, links in draft.links.items():
        link = resource.relationship(name)
        other = link.excludes if link else ""
        if other and links.refs and other in draft.links and draft.links[other].refs:
            raise UsageError(f"{name} and {other} exclude each other; set one of them.")


def _flags(names: Sequence[str]) -> str:
    return ", ".join(f"--{name.replace('_', '-')}" for name in names)
