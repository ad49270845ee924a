"""Drafts of a made-up type: what is given, in each way, and what is refused."""

from __future__ import annotations

import pytest

from didww_cli.catalog import BY_TYPE
from didww_cli.errors import UsageError
from didww_cli.workflows.writing.drafts import Draft, Links, put_data, put_setting, put_unset, writable_names
from tests.made_up.conftest import PAGERS

TRUNKS = BY_TYPE["voice_in_trunks"]


def draft_of(put, *given, action="update", resource=PAGERS):
    draft = Draft()
    put(draft, resource, action, *given)
    return draft


def test_a_request_may_carry_what_its_action_takes():
    assert writable_names(PAGERS, "create") == ["name", "colour", "volume", "words", "pin", "country"]
    assert writable_names(PAGERS, "update") == ["name", "colour", "volume", "silent", "country"]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("volume=3", {"volume": 3}),
        ("name=7", {"name": "7"}),
        ('name="a b"', {"name": "a b"}),
        ("colour=null", {"colour": None}),
        ("silent=yes", {"silent": True}),
    ],
)
def test_settings(text, attributes):
    assert draft_of(put_setting, text).attributes == attributes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("volume", "is not KEY=VALUE"),
        ("volume=10", "between 0 and 9"),
        ("volume=loud", "volume"),
        ("colour=green", "red"),
        ("volum=1", "Did you mean volume"),
        ("words=a", "that update can send"),
        ("name.x=1", "name has no 'x'"),
    ],
)
def test_settings_that_cannot_be(text, says):
    with pytest.raises(UsageError) as error:
        draft_of(put_setting, text)
    assert says in f"{error.value.message} {error.value.hint}"


def test_clearing():
    assert draft_of(put_unset, "colour").attributes == {"colour": None}
    assert draft_of(put_unset, "country").links == {"country": Links([])}
    with pytest.raises(UsageError):
        draft_of(put_unset, "name")


@pytest.mark.parametrize(
    ("value", "refs"),
    [
        ("Latvia", ["Latvia"]),
        ({"type": "countries", "id": "c1", "name": "Latvia"}, [{"id": "c1", "type": "countries"}]),
        (None, []),
    ],
)
def test_links_as_they_are_read(value, refs):
    assert draft_of(put_data, {"country": value}, "here").links == {"country": Links(refs)}


def test_what_is_read_is_taken_and_what_create_alone_sets_is_kept_apart():
    draft = Draft()
    record = {
        "id": "1",
        "type": "toy_pagers",
        "name": "A",
        "created_at": "x",
        "words": ["a"],
        "meta": {},
        "country": None,
    }
    assert put_data(draft, PAGERS, "update", record, "here") == {"words": ["a"]}
    assert (draft.attributes, draft.links) == ({"name": "A"}, {"country": Links([])})
    assert draft_of(put_data, {"country": None, "name": "A"}, "here", action="create").links == {}


def test_members_of_shapes():
    draft = draft_of(put_setting, "configuration.port=5061", resource=TRUNKS)
    assert draft.variants["configuration"].members == {"port": 5061}
    whole = {"configuration": {"type": "sip_configurations", "attributes": {"port": 1, "incoming_auth_username": "x"}}}
    part = draft_of(put_data, whole, "here", resource=TRUNKS).variants["configuration"]
    assert (part.type, part.members) == ("sip_configurations", {"port": 1})
    with pytest.raises(UsageError, match="Did you mean port"):
        draft_of(put_setting, "configuration.prt=1", resource=TRUNKS)
