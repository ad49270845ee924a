"""What proxies add to a request: the scheme, host, port and path that the sender used, and the address it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from didww_cli.workflows.webhooks.captures import Capture

PROTO_HEADERS = (
    "x-forwarded-proto",
    "x-forwarded-protocol",
    "x-forwarded-scheme",
    "cloudfront-forwarded-proto",
    "x-scheme",
    "x-url-scheme",
)
TLS_FLAGS = ("x-forwarded-ssl", "front-end-https", "x-https")
HOST_HEADERS = ("x-forwarded-host", "x-original-host", "x-host", "x-forwarded-server")
PATH_HEADERS = ("x-original-uri", "x-original-url", "x-forwarded-uri", "x-rewrite-url", "x-request-uri")
PREFIX_HEADERS = ("x-forwarded-prefix", "x-forwarded-path", "x-script-name")
PROXY_HEADERS = (PROTO_HEADERS, TLS_FLAGS, HOST_HEADERS, PATH_HEADERS, PREFIX_HEADERS)
ADDRESS_HEADERS = ("x-real-ip", "true-client-ip", "cf-connecting-ip", "x-client-ip")

DIDWW_NETWORKS = (ip_network("46.19.208.0/21"), ip_network("2a01:ad00::/32"))  # published with the callbacks
_INNER = "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 127.0.0.0/8 169.254.0.0/16 100.64.0.0/10 fc00::/7 fe80::/10 ::1/128"
_INNER_NETWORKS = tuple(map(ip_network, _INNER.split()))
_MEMBER = re.compile(r"""\s*([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;,]*)""")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the nearest client of the outermost proxy used; "" where no header says it. ``host`` may carry a port."""

    proto: str = ""
    host: str = ""
    port: str = ""


def forwarded(capture: Capture) -> Forwarded:
    """The first proxy's account: ``Forwarded`` (RFC 7239), and the X-Forwarded family where that is silent."""
    standard = next(forwarded_members(capture), {})
    proto = standard.get("proto") or _first(capture.header(*PROTO_HEADERS))
    if not proto and capture.header(*TLS_FLAGS).lower() in {"on", "1", "true"}:
        proto = "https"
    host = standard.get("host") or _first(capture.header(*HOST_HEADERS[:2]))
    port = _first(capture.header("x-forwarded-port"))
    proto = proto.lower()
    return Forwarded(proto if proto in {"http", "https"} else "", host, port if is_port(port) else "")


def forwarded_members(capture: Capture) -> Iterator[dict[str, str]]:
    """The members (for, by, host, proto) of each element of the Forwarded header."""
    for element in re.findall(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+', capture.header("forwarded")):
        yield {name.lower(): value.strip().strip('"').replace('\\"', '"') for name, value in _MEMBER.findall(element)}


def source_address(capture: Capture) -> str:
    """The address that the request came from: the last one outside private networks, seen from the receiver; or "".

    Read from the receiver outwards, since whoever sends a request may write into the first places of these headers.
    """
    hops = capture.header("x-forwarded-for").split(",")
    hops += [members.get("for", "") for members in forwarded_members(capture)]
    lone = [capture.header(name) for name in ADDRESS_HEADERS if not any(hops)]
    for hop in (capture.remote, *reversed(hops), *lone):
        address = parse_address(hop)
        if address is not None and not any(address in network for network in _INNER_NETWORKS):
            return str(address)
    return ""


def from_didww(source: str) -> bool | None:
    """Whether an address is in DIDWW's published networks; None where there is none."""
    address = parse_address(source)
    return None if address is None else any(address in network for network in DIDWW_NETWORKS)


@lru_cache(maxsize=1024)
def parse_address(text: str) -> IPv4Address | IPv6Address | None:
    """An IP address, also with a port, in brackets, or IPv4 written as IPv6; None where there is none."""
    text = text.strip().strip('"')
    match = re.fullmatch(r"\[([^\]]+)\](?::\d+)?|([0-9.]+):\d+", text)
    try:
        address = ip_address(match[1] or match[2] if match else text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _first(values: str) -> str:
    return values.partition(",")[0].strip()


def is_port(text: str) -> bool:
    """Whether the text is a port number."""
    return text.isascii() and text.isdigit() and 0 < int(text[:6]) <= 65535
