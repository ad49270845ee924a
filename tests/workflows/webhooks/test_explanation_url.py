"""Explanations of wrong signatures: the URL and its encoding."""

from __future__ import annotations

import pytest

from tests.workflows.webhooks.explained import HOST, explained

from .samples import FORM, NORMALISED, PARAMS, URL, hmac_of, signature_for, text_of, verdict_on


def test_scheme() -> None:
    explained(("scheme",), "scheme https instead of http", target=URL.replace("https", "http"))
    explained(
        ("scheme",),
        "scheme http instead of https",
        signature=signature_for(NORMALISED.replace("https://hooks.example.com:443", "http://hooks.example.com:80")),
    )


@pytest.mark.parametrize("port", [8080, 80, 3000, 54321])
def test_port_dropped(port: int) -> None:
    explained(("port",), f"without the port {port} (so 443)", target=URL.replace(".com", f".com:{port}"))


@pytest.mark.parametrize("port", [8080, 8443, 80, 3000])
def test_port_added(port: int) -> None:
    explained(("port",), f"port {port} instead of 443", signature=signature_for(NORMALISED.replace("443", str(port))))


def test_port_from_a_header() -> None:
    signed = NORMALISED.replace("443", "50443")
    changes = {"target": URL, "signature": signature_for(signed)}
    explained(("port",), "50443", "X-Forwarded-Port", headers={"X-Forwarded-Port": "1, 50443"}, **changes)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "hooks.example.com"},
        {"X-Forwarded-Host": "inner.example, hooks.example.com"},
        {"X-Forwarded-Server": "hooks.example.com"},
        {"Forwarded": "for=10.0.0.1, host=hooks.example.com"},
    ],
)
def test_host_from_headers(headers: dict[str, str]) -> None:
    (name,) = headers
    explained(
        ("host",),
        "host hooks.example.com instead of app.internal",
        name,
        target=URL.replace("hooks.example.com", "app.internal"),
        headers=headers,
    )


def test_host_from_the_captures_own_url_and_the_base_url() -> None:
    explained(("host",), "the capture's URL", base_url="https://wrong.example.com")
    changes = {"target": "https://app/didww/callbacks?opaque=123", "headers": {}}
    assert verdict_on(base_url="https://hooks.example.com", **changes).valid


def test_host_with_www_case_and_user() -> None:
    explained(("host",), "www.hooks", signature=signature_for(NORMALISED.replace("hooks", "www.hooks")), headers={})
    typed = signature_for(NORMALISED.replace("hooks.example.com", "Hooks.Example.Com"))
    explained(("host",), "in lower case", signature=typed, headers={})
    explained(("host",), "Host", signature=typed, headers={"Host": "Hooks.Example.Com"})
    assert verdict_on(target=URL.replace("hooks.example.com", "Hooks.Example.Com"), signature=typed, headers={}).valid
    assert verdict_on(target=URL.replace("hooks", "HOOKS"), headers={}).valid
    signed = signature_for(NORMALISED.replace("hooks", "user:pass@hooks"))
    explained(("host",), "Authorization", signature=signed, headers={"Authorization": "Basic dXNlcjpwYXNz"})
    explained(("host",), "without the user", target=URL.replace("hooks", "user@hooks"))


def test_scheme_host_and_port_of_a_server_behind_a_proxy() -> None:
    explained(
        ("scheme", "port", "host"),
        "scheme https",
        "hooks.example.com",
        target="http://10.0.0.5:3000/didww/callbacks?opaque=123",
        headers={"Host": "hooks.example.com"},
    )
    explained(("scheme", "port"), target=URL.replace("https://hooks.example.com", "http://hooks.example.com:8080"))


def test_path_with_and_without_a_slash_at_the_end() -> None:
    explained(("path",), "no slash at the end", target=URL.replace("callbacks", "callbacks/"))
    explained(("path",), "a slash at the end", signature=signature_for(NORMALISED.replace("callbacks", "callbacks/")))
    explained(("path",), target="https://hooks.example.com/", signature=signature_for(HOST))
    explained(("path",), target="https://hooks.example.com", signature=signature_for(f"{HOST}/"))


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/callbacks", {"X-Forwarded-Prefix": "/didww"}),
        ("/callbacks", {"X-Forwarded-Prefix": "/didww/"}),
        ("/index.php", {"X-Original-URI": "/didww/callbacks?opaque=123"}),
        ("/app/didww/callbacks", {}),
        ("/didww//callbacks", {}),
        ("/didww/callbacks;jsessionid=1", {}),
    ],
)
def test_path_rewritten(path: str, headers: dict[str, str]) -> None:
    explained(("path",), "/didww/callbacks", target=f"https://hooks.example.com{path}?opaque=123", headers=headers)


def test_query_dropped_and_added() -> None:
    explained(("query",), "without the query ?opaque=123", signature=signature_for(f"{HOST}/didww/callbacks"))
    explained(("query",), "without utm=1", target=f"{URL}&utm=1")
    bare = URL.partition("?")[0]
    explained(("query",), "?opaque=123", target=bare, headers={"X-Original-URI": "/didww/callbacks?opaque=123"})
    explained(
        ("path", "query"),
        target="https://hooks.example.com/app",
        headers={"X-Original-URI": "/didww/callbacks?opaque=123"},
    )


def test_a_get_signed_without_its_parameters_in_the_url() -> None:
    explained(
        ("query",),
        "left out of the URL's query",
        method="GET",
        target=f"{URL}&{FORM}",
        body=None,
        signature=hmac_of(NORMALISED + text_of({**PARAMS, "opaque": "123"})),
    )
    explained(("query",), "left out of the URL's query", method="GET", target=f"{URL}&{FORM}", body=None)


def test_parameters_that_stand_in_the_url_as_well() -> None:
    query = "&".join(f"{name}={value}" for name, value in sorted(PARAMS.items()))
    explained(("query",), "as in a GET", signature=signature_for(f"{NORMALISED}&{query}"))


# Encoding


@pytest.mark.parametrize(
    ("captured_path", "signed_path"),
    [
        ("/a b", "/a%20b"),
        ("/a%20b", "/a b"),
        ("/a%2520b", "/a%20b"),
        ("/a%20b", "/a%2520b"),
        ("/a%2Fb", "/a%2fb"),
        ("/a%2fb", "/a/b"),
        ("/é", "/%C3%A9"),
        ("/a+b", "/a%20b"),
        ("/a%20b", "/a+b"),
    ],
)
def test_encoding_of_the_path(captured_path: str, signed_path: str) -> None:
    explained(
        ("encoding",),
        "path",
        target=f"https://hooks.example.com{captured_path}",
        signature=signature_for(HOST + signed_path),
    )


@pytest.mark.parametrize(
    ("captured_query", "signed_query"),
    [
        ("a=x%20y", "a=x+y"),
        ("a=x+y", "a=x%20y"),
        ("a=x y", "a=x+y"),
        ("a=x y", "a=x%20y"),
        ("a=%2520", "a=%20"),
        ("a=%20", "a=%2520"),
        ("a=1&amp;b=2", "a=1&b=2"),
        ("a=%C3%A9", "a=é"),
        ("a=é", "a=%C3%A9"),
        ("a=%c3%a9", "a=%C3%A9"),
        ("a=x/y", "a=x%2Fy"),
    ],
)
def test_encoding_of_the_query(captured_query: str, signed_query: str) -> None:
    signed = signature_for(f"{HOST}/cb?{signed_query}")
    explained(("encoding",), "query", target=f"https://hooks.example.com/cb?{captured_query}", signature=signed)


def test_double_encoding_of_a_get() -> None:
    query = "id=1&reject_reason=a%20b&status=rejected&type=address_verifications"
    params = {"id": "1", "reject_reason": "a b", "status": "rejected", "type": "address_verifications"}
    explained(
        ("encoding",),
        "query and parameters",
        method="GET",
        body=None,
        target=f"https://hooks.example.com/cb?{query.replace('%', '%25')}",
        signature=signature_for(f"{HOST}/cb?{query}", params),
    )


@pytest.mark.parametrize(
    ("sent", "signed"),
    [
        ("a+b", "a+b"),  # + is no blank
        ("a%2Bb", "a b"),  # decoded twice, + as a blank
        ("a%2520b", "a b"),
        ("a%20b", "a%20b"),  # not decoded
        ("a%20b", "a+b"),
        ("%C3%83%C2%A9", "é"),  # UTF-8 read as Latin-1 on the way
        ("a%26amp%3Bb", "a&b"),
        ("a%0A", "a"),
        ("a%0D%0Ab", "a\nb"),
        ("a%0Ab", "a\r\nb"),
        ("e%CC%81", "é"),
        ("%C3%A9", "e\u0301"),
        ("True", "true"),
        ("None", ""),
        ("null", ""),
        ("true", "True"),
        ("1", "true"),
    ],
)
def test_encoding_of_parameters(sent: str, signed: str) -> None:
    explained(
        ("encoding",),
        "parameters",
        body=f"{FORM}&x={sent}".encode(),
        signature=signature_for(params={**PARAMS, "x": signed}),
    )


def test_a_query_that_was_sorted_on_the_way() -> None:
    signed = signature_for("https://hooks.example.com:443/cb?z=1&b=2&a=3")
    explained(("query",), "another order", target="https://hooks.example.com/cb?a=3&b=2&z=1", signature=signed)


def test_a_slash_that_was_decoded() -> None:
    signed = signature_for("https://hooks.example.com:443/cb/a%2Fb")
    explained(("path",), "%2F", target="https://hooks.example.com/cb/a/b", signature=signed)


def test_where_nothing_fits_the_options_for_proxies_are_named() -> None:
    told = verdict_on(signature="0" * 40).message
    assert "--base-url or --url" in told
