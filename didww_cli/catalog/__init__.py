"""What the DIDWW API offers, as data. The one description that commands, client, emulator and tests read."""

from __future__ import annotations

from didww_cli.catalog import emergency, numbers, orders, regulation, sms, voice
from didww_cli.catalog.model import OPERATIONS, Family, Resource

API_VERSION = "2026-04-16"
API_VERSIONS = ("2017-09-18", "2021-04-19", "2021-12-15", "2022-05-10", "2026-04-16", "2026-11-19")
BASE_URLS = {
    "production": "https://api.didww.com/v3",
    "sandbox": "https://sandbox-api.didww.com/v3",
}
PAGE_SIZE_DEFAULT = 50
PAGE_SIZE_MAXIMUM = 1000
SMALL_PAGES_SINCE = "2026-11-19"
SMALL_PAGE_SIZE_MAXIMUM = 100
"""Since that version, of all lists but those with ``large_pages`` (DIDWW's page "Pagination", 2026-11-19)."""
QUERY_REFUSALS = ("101", "102", "104", "107", "112", "114")
"""Codes of errors about fields, filters, includes and sorts: 102 and 107 by DIDWW's documents, the others by the
library that serves the API (jsonapi-resources). Which one a page has is written nowhere."""

PANELS = ("Numbers", "Voice", "SMS", "Orders and account", "Emergency", "Regulation")
FAMILIES = {family.word: family for family in (*voice.FAMILIES, *sms.FAMILIES, *emergency.FAMILIES)}

BY_TYPE: dict[str, Resource] = {}
BY_NOUN: dict[str, Resource] = {}
BY_PATH: dict[str, Resource] = {}
RESOURCES = BY_TYPE.values()
"""All resources, in the order of the help."""


def place(resource: Resource) -> None:
    """Takes a resource in; ValueError where the command line has no place for it."""
    if wrong := _misplaced(resource):
        raise ValueError(f"The catalog has no place for {resource.type}: {wrong}.")
    BY_TYPE[resource.type] = resource
    if resource.noun:
        BY_NOUN[resource.noun] = resource
    if resource.path:
        BY_PATH[resource.path] = resource


def joined(family: Family) -> dict[str, Resource]:
    """What a family lists as one, by the words of its nouns."""
    return {word: BY_NOUN[f"{family.word} {word}"] for word in family.joined}


def page_size_maximum(resource: Resource, version: str) -> int:
    """The most records that a page of a list may have in a version."""
    small = version >= SMALL_PAGES_SINCE and not resource.large_pages
    return SMALL_PAGE_SIZE_MAXIMUM if small else PAGE_SIZE_MAXIMUM


def request_about(type_: str) -> Resource:
    """What is created to ask or do something about a resource of a type, without being kept."""
    found = ((one, one.relationship(one.about)) for one in RESOURCES)
    return next(one for one, link in found if link and link.target == type_)


def _misplaced(resource: Resource) -> str:
    """What is wrong with the place of a resource; empty where nothing is."""
    family, _, word = resource.noun.rpartition(" ")
    panels = (FAMILIES[family].panel,) if family in FAMILIES else PANELS
    complaints = {
        f"the type {resource.type} is there": resource.type in BY_TYPE,
        f"the noun {resource.noun!r} is taken": resource.noun in BY_NOUN or (not family and word in FAMILIES),
        f"the path {resource.path} is taken": resource.path in BY_PATH,
        f"there is no family {family!r}": bool(family) and family not in FAMILIES,
        f"the panel {resource.panel!r} is none of {', '.join(panels)}": bool(word) and resource.panel not in panels,
        "it has an unknown operation": not set(resource.operations) <= set(OPERATIONS),
        "there is just one of it, which can only be read": resource.singleton and resource.operations != ("get",),
        "it has a noun, but cannot be read": bool(word) and not {"list", "get"} & set(resource.operations),
    }
    return next((complaint for complaint, true in complaints.items() if true), "")


for _resource in (
    *numbers.RESOURCES,
    *voice.RESOURCES,
    *sms.RESOURCES,
    *orders.RESOURCES,
    *emergency.RESOURCES,
    *regulation.RESOURCES,
):
    place(_resource)
