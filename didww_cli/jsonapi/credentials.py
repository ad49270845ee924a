"""What a run proves itself with: the header that carries it, and the hosts that may see it."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping, MutableMapping

from didww_cli.errors import NoAccess, UsageError
from didww_cli.jsonapi.urls import origin, shown_url
from didww_cli.masking import MASK, SECRETS
from didww_cli.plain_data import dataclass

Found = tuple[str, str]
"""A secret, and where it came from, which may be shown."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A secret that goes with requests, looked up when one needs it, to the origins of ``urls`` and nowhere else.

    ``header`` carries it, after ``scheme`` (``Bearer``) where there is one. ``insecure_http``: it may go over plain
    http to other machines than this one. ``public``: it is no secret (that of the emulated account). ``made_by``: who
    makes it when it is needed, empty where it is there already.
    """

    find: Callable[[], Found]
    urls: tuple[str, ...]
    header: str = "Api-Key"
    scheme: str = ""
    name: str = "API key"
    insecure_http: bool = False
    public: bool = False
    made_by: str = ""

    def may_go_to(self, url: str) -> bool:
        """Whether the host of a URL may see it."""
        return origin(url) in {origin(one) for one in self.urls}

    def headers(self, url: str) -> dict[str, str]:
        """The header for a request to a URL; none for other hosts. UsageError where it would go over plain http."""
        if not self.may_go_to(url):
            return {}
        self._refuse_plain_http(url)
        secret, source = self.find()
        if not self.public:
            SECRETS.learn(secret)
        if not fits_header(secret):
            raise NoAccess(f"The {self.name} from {source} holds characters that none has.", "Store it anew.")
        return {self.header: f"{self.scheme} {secret}".lstrip()}

    def preview(self, url: str) -> dict[str, str]:
        """The header as it would be sent to a URL, for showing: nothing is made for that."""
        if not self.made_by:
            return self.headers(url)
        return {self.header: MASK} if self.may_go_to(url) else {}

    def source(self) -> str | None:
        """Where it came from; None where there is none."""
        if self.made_by:
            return self.made_by
        try:
            return self.find()[1]
        except NoAccess:
            return None

    def withdraw(self, headers: MutableMapping[str, str]) -> None:
        """Take it, and whatever else may prove who asks, out of the headers of a request that leaves its hosts."""
        unwanted = {self.header.lower(), "authorization", "cookie", "proxy-authorization"}
        for name in [name for name in headers if name.lower() in unwanted]:
            del headers[name]

    def shown(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Headers as they may be shown."""
        return {
            name: MASK if name.lower() == self.header.lower() else SECRETS.masked(value)
            for name, value in headers.items()
        }

    def _refuse_plain_http(self, url: str) -> None:
        scheme, host, _ = origin(url)
        if self.insecure_http or scheme == "https" or is_loopback(host):
            return
        raise UsageError(
            f"{shown_url(url)} is plain http: anybody on the way could read the {self.name}. Nothing was sent.",
            "Use https. Where the network is your own, the profile may say so: 'didww config set insecure_http true'.",
        )


def fits_header(secret: str) -> bool:
    """Whether a secret is of characters that a header can carry, and that a secret is made of."""
    return secret.isascii() and secret.isprintable() and " " not in secret


def is_loopback(host: str) -> bool:
    """Whether a host of a URL is this machine."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
