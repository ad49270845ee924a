"""What the DIDWW API offers, as data. The one description that commands, client, emulator and tests read."""

from __future__ import annotations

from didww_cli.catalog import emergency, numbers, orders, regulation, voice
from didww_cli.catalog.model import Resource

API_VERSION = "2026-04-16"
API_VERSIONS = ("2017-09-18", "2021-04-19", "2021-12-15", "2022-05-10", "2026-04-16", "2026-11-19")
BASE_URLS = {
    "production": "https://api.didww.com/v3",
    "sandbox": "https://sandbox-api.didww.com/v3",
}
PAGE_SIZE_DEFAULT = 50
PAGE_SIZE_MAXIMUM = 1000

RESOURCES: tuple[Resource, ...] = (
    *numbers.RESOURCES,
    *voice.RESOURCES,
    *orders.RESOURCES,
    *emergency.RESOURCES,
    *regulation.RESOURCES,
)
BY_TYPE = {resource.type: resource for resource in RESOURCES}
BY_NOUN = {resource.noun: resource for resource in RESOURCES if resource.noun}
