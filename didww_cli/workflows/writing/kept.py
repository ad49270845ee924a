"""What the journal keeps of a write: its body, what was there before and is there after it. No secrets."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from didww_cli.catalog import BY_TYPE, RESOURCES
from didww_cli.catalog.consequences import emptied
from didww_cli.catalog.forms import read_json
from didww_cli.catalog.links import label
from didww_cli.jsonapi.documents import Record, members
from didww_cli.masking import MASK, SECRETS

LARGEST_BODY = 64 * 1024
"""Bytes of JSON of a body above which its size alone is kept."""


def kept_before(method: str, body: Any, before: Record | None) -> dict[str, Any]:
    """A write as it is sent, and what was there: the whole record of a DELETE, of a PATCH the members that it sends and
    the links that are lost by them.
    """
    found: dict[str, Any] = {"body": _body(body)}
    if before is None:
        return found
    found |= {"id": before.get("id"), "type": before.get("type"), "label": _label(before)}
    sent = flat_body(body)
    sent |= dict.fromkeys(emptied(str(before.get("type")), sent, before))
    there = before if method == "DELETE" else {name: same_part(one, before.get(name)) for name, one in sent.items()}
    return {**found, "before": without_secrets(there)}


def kept_after(document: Any, body: Any) -> dict[str, Any]:
    """What is there after a write: the identity of what it answered with, and what was sent, as the answer has it."""
    data = next(iter(members(document, "data")), {}) if isinstance(document, Mapping) else {}
    attributes = data.get("attributes")
    answered = attributes if isinstance(attributes, Mapping) else {}
    after = {name: same_part(one, answered.get(name, one)) for name, one in flat_body(body).items()}
    found = {name: data[name] for name in ("id", "type") if isinstance(data.get(name), str)}
    if answered:
        found["label"] = _label({**answered, **found})
    return {**found, "after": without_secrets(after)} if after else found


def flat_body(body: Any) -> dict[str, Any]:
    """The members of a JSON:API body under their names; relationships as ``{"type", "id"}``, null or an array."""
    data = body.get("data") if isinstance(body, Mapping) else None
    if not isinstance(data, Mapping):
        return {}
    parts = (data.get(name) for name in ("attributes", "relationships"))
    attributes, links = (dict(part) if isinstance(part, Mapping) else {} for part in parts)
    return {**attributes, **{name: one.get("data") for name, one in links.items() if isinstance(one, Mapping)}}


def same_part(sent: Any, held: Any) -> Any:
    """What is held of what is sent: of a polymorphic value of the same kind the same members, else all of it."""
    inner, held_inner = ((one.get("attributes") if isinstance(one, Mapping) else None) for one in (sent, held))
    if not isinstance(inner, Mapping) or not isinstance(held_inner, Mapping) or sent.get("type") != held.get("type"):
        return held
    return {"type": held.get("type"), "attributes": {name: held_inner.get(name) for name in inner}}


def without_secrets(value: Any) -> Any:
    """A JSON value without what the catalog calls secret, the secrets of this run and logins in URLs."""
    if isinstance(value, Mapping):
        hidden = _secret_names()
        return {
            name: MASK if name in hidden and one not in (None, "") else without_secrets(one)
            for name, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [without_secrets(one) for one in value]
    return SECRETS.masked(value) if isinstance(value, str) else value


def command_text(words: Sequence[str]) -> str:
    """A command line that can be typed again, without the secrets that it sets."""
    shown = [_shown_word(word, words[at - 1] if at else "") for at, word in enumerate(words)]
    return SECRETS.masked(" ".join(map(shlex.quote, ["didww", *shown])))


def _shown_word(word: str, before: str = "") -> str:
    """A word of a command line without the secret that it sets, also inside JSON."""
    if before.startswith("--") and _is_secret(before):
        return MASK
    if word.lstrip().startswith(("{", "[")):
        with suppress(ValueError):
            found = read_json(word)
            kept = without_secrets(found)
            return word if kept == found else json.dumps(kept, ensure_ascii=False)
    name, equals, value = word.partition("=")
    if not equals or not value:
        return word
    return f"{name}={MASK if _is_secret(name) else _shown_word(value)}"


def _is_secret(name: str) -> bool:
    plain = re.split(r"[.\[\]]+", name.strip("-[]").replace("-", "_"))[-1]
    return any(plain == one or plain.endswith(f"_{one}") for one in _secret_names())


@cache
def _secret_names() -> frozenset[str]:
    parts = [one for resource in RESOURCES for one in resource.attributes]
    inner = [one for part in parts for variant in part.variants for one in variant.attributes]
    return frozenset(one.name for one in [*parts, *inner] if one.secret)


def _body(body: Any) -> Any:
    found = without_secrets(body)
    size = len(json.dumps(found, default=str))
    return found if size <= LARGEST_BODY else {"bytes": size}


def _label(record: Record) -> str:
    resource = BY_TYPE.get(str(record.get("type")))
    return SECRETS.masked(label(record, resource)) if resource else str(record.get("id"))
