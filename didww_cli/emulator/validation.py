"""The attributes of a writing request against the catalog: each refusal points at what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog.model import Attribute, Kind, Variant
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.values import Unfit, read

# what a request may carry although the schema does not name it
_IGNORED = frozenset({"prorate_days_qty"})


@dataclass(frozen=True, slots=True)
class Validation:
    """Reads attributes for create or update; collects refusals in ``errors``."""

    creating: bool
    errors: list[ErrorObject] = field(default_factory=list)

    def attributes(
        self, known: Sequence[Attribute], given: dict[str, Any], pointer: str = "/data/attributes"
    ) -> dict[str, Any]:
        """The given attributes in the form in which they are kept; those that are refused are left out."""
        by_name = {attribute.name: attribute for attribute in known}
        found: dict[str, Any] = {}
        for name, value in given.items():
            if name not in _IGNORED and self._may_be_sent(by_name.get(name), name, pointer):
                self._read(by_name[name], value, f"{pointer}/{name}", found)
        if self.creating:
            self._check_required(known, given, pointer)
        return found

    def _may_be_sent(self, known: Attribute | None, name: str, pointer: str) -> bool:
        if known is None:
            self._refuse(pointer, name, "is not allowed")
            return False
        allowed = known.create if self.creating else known.update
        if not allowed:
            self._refuse(pointer, name, f"is not allowed for {self._purpose}")
        return allowed

    @property
    def _purpose(self) -> str:
        return "creation" if self.creating else "update"

    def _refuse(self, pointer: str, name: str, message: str) -> None:
        self.errors.append(invalid(f"{pointer}/{name}", message, name))

    def _check_required(self, known: Sequence[Attribute], given: dict[str, Any], pointer: str) -> None:
        for attribute in known:
            if attribute.required and attribute.name not in given:
                self._refuse(pointer, attribute.name, "can't be blank")

    def _read(self, known: Attribute, value: Any, pointer: str, found: dict[str, Any]) -> None:
        try:
            if known.kind == Kind.VARIANT:
                found[known.name] = self._variant(known, value, pointer)
            elif known.kind == Kind.VARIANTS:
                found[known.name] = self._variants(known, value, pointer)
            else:
                found[known.name] = read(known, value)
        except Unfit as refusal:
            self.errors.append(invalid(pointer, str(refusal), known.name))

    def _variants(self, known: Attribute, value: Any, pointer: str) -> list[Any]:
        if not isinstance(value, list):
            raise Unfit("is not an array")
        if not value:
            raise Unfit("can't be blank")
        return [self._variant(known, item, f"{pointer}/{place}") for place, item in enumerate(value)]

    def _variant(self, known: Attribute, value: Any, pointer: str) -> dict[str, Any]:
        if not isinstance(value, dict) or not isinstance(value.get("attributes", {}), dict):
            raise Unfit("can't be blank" if value is None else "is invalid")
        shape = self._shape(known, value.get("type"), pointer)
        given = value.get("attributes", {})
        members = self.attributes(shape.attributes, given, f"{pointer}/attributes") if shape else {}
        return {"type": value.get("type"), "attributes": members}

    def _shape(self, known: Attribute, type_: Any, pointer: str) -> Variant | None:
        shape = next((variant for variant in known.variants if variant.type == type_), None)
        if shape is None:
            self._refuse(pointer, "type", "is not included in the list")
        elif not shape.creatable:
            self._refuse(pointer, "type", f"is not allowed for {self._purpose}")
        return shape
