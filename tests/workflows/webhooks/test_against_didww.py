"""Agreement with DIDWW's own Python client, on thousands of generated URLs, parameters and requests."""

from __future__ import annotations

import tempfile
from urllib.parse import quote, quote_plus, urlencode

import pytest

from didww_cli.workflows.webhooks.parameters import form_decoded, raw_pairs
from didww_cli.workflows.webhooks.signature import joined, sign
from didww_cli.workflows.webhooks.urls import parse_url

from .samples import KEY, NORMALISED, PARAMS, SECRET, URL, hmac_of, signature_for, valid

hypothesis = pytest.importorskip("hypothesis")
hypothesis.configuration.set_hypothesis_home_dir(tempfile.gettempdir())
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

THOROUGH = settings(max_examples=1200, database=None, deadline=None)

SAFE = st.characters(codec="utf-8")
VALUES = st.text(SAFE, max_size=30) | st.sampled_from(
    ["", "+", " ", "%20", "a+b c", "&=", "x" * 5000, "é", "日本語", "\r\n", "\x00"]
)
NAMES = st.text(SAFE, min_size=1, max_size=12) | st.sampled_from(
    ["id", "type", "status", "url", "reject_reason", "a[]"]
)
PCHAR = st.sampled_from([*"abcXYZ019-._~!$&'()*+,=:@", "%20", "%2F", "%2f", "%C3%A9", "é", "日"])
PATHS = st.lists(PCHAR | st.just("/"), max_size=15).map("".join).map(lambda text: f"/{text}")
HOSTS = st.sampled_from(
    ["foo.com", "Foo.Example.COM", "127.0.0.1", "[::1]", "[2001:DB8::a]", "localhost", "xn--bcher-kva.example"]
)
USERS = st.sampled_from(["", "user@", "user:pass@", "user:@", "u%40x:p%3Aw@", ":pass@", "a:b:c@", "@"])
PORTS = st.sampled_from(["", ":"]) | st.integers(1, 65535).map(lambda port: f":{port}")
TAILS = st.lists(PCHAR | st.sampled_from(["/", "?", "&", "="]), max_size=15).map("".join)
QUERIES = st.just("") | TAILS.map(lambda text: f"?{text}")
FRAGMENTS = st.just("") | TAILS.map(lambda text: f"#{text}")
SCHEMES = st.sampled_from(["http", "https", "HTTP", "Https"])
URLS = st.builds("{}://{}{}{}{}{}{}".format, SCHEMES, USERS, HOSTS, PORTS, PATHS | st.just(""), QUERIES, FRAGMENTS)


@pytest.fixture(scope="module")
def theirs():  # type: ignore[no-untyped-def]
    return pytest.importorskip("didww.callback.request_validator").RequestValidator(KEY)


@THOROUGH
@given(url=URLS, params=st.dictionaries(NAMES, VALUES, max_size=8))
def test_agrees_with_didww_on_urls_and_parameters(theirs, url: str, params: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    ours = sign(parse_url(url).normalised + joined((tuple(params.items()),)), SECRET)
    assert theirs.validate(url, params, ours)


@THOROUGH
@given(pairs=st.lists(st.tuples(NAMES, VALUES), max_size=8), coding=st.sampled_from([quote, quote_plus]))
def test_agrees_with_didww_on_forms(theirs, pairs: list[tuple[str, str]], coding) -> None:  # type: ignore[no-untyped-def]
    """Unicode, empty and repeated parameters, + and %20, long values; a mapping keeps the last of equal names."""
    form = urlencode(pairs, quote_via=coding)
    decoded = tuple((form_decoded(name), form_decoded(value)) for name, value in raw_pairs(form))
    assert decoded == tuple(pairs)
    assert theirs.validate(URL, dict(pairs), sign(NORMALISED + joined((decoded,)), SECRET))


@settings(max_examples=400, database=None, deadline=None)
@given(pairs=st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=8), post=st.booleans())
def test_agrees_with_didww_on_whole_requests(theirs, pairs: list[tuple[str, str]], post: bool) -> None:  # type: ignore[no-untyped-def]
    form = urlencode(pairs)
    url = URL if post else f"{URL}&{form}"
    params = dict(pairs) if post else {"opaque": "123", **dict(pairs)}
    signature = theirs._compute_signature(url, params)
    head = (
        f"{'POST' if post else 'GET'} {url} HTTP/1.1\r\nHost: hooks.example.com\r\nX-DIDWW-Signature: {signature}\r\n"
    )
    head += (
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n{form}"
        if post
        else "\r\n"
    )
    valid(head)


def test_where_didww_python_client_differs(theirs) -> None:  # type: ignore[no-untyped-def]
    """It drops ``;…`` from the last segment of a path, through urlparse. Its Ruby client, and the rule that the path is
    signed as it was sent, keep it; so does this tool."""
    url = "https://foo.com/a;b=1"
    assert theirs._normalize_url(url) == "https://foo.com:443/a"
    assert parse_url(url).normalised == "https://foo.com:443/a;b=1"


def test_our_samples_are_signed_as_didww_does(theirs) -> None:  # type: ignore[no-untyped-def]
    assert theirs.validate(URL, PARAMS, signature_for())
    assert signature_for() == hmac_of(NORMALISED + "idbf2cee72-6caa-4ae2-917e-bea01945691estatuscompletedtypeorders")
