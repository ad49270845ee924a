"""The signature: URLs normalised, texts, forms of a signature, and agreement with DIDWW's own Python client."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from didww_cli.errors import UsageError
from didww_cli.workflows.webhooks.parameters import form_decoded, json_objects, objects_of, raw_pairs
from didww_cli.workflows.webhooks.signature import Secret, fits, joined, printable, repaired, sign, visible
from didww_cli.workflows.webhooks.urls import parse_url, with_base

from .samples import KEY, SECRET, TRUNKS, TRUNKS_TEXT, verdicts


def test_the_worked_example() -> None:
    params = (("status", "completed"), ("type", "orders"), ("id", "bf2cee72-6caa-4ae2-917e-bea01945691e"))
    text = parse_url("https://mycompany.com/didww_callbacks?opaque=123").normalised + joined((params,))
    assert sign(text, SECRET) == "30f66e9d72eb5e193051fd02952f70d8e934b4ff"


def test_a_get_callback_of_the_sandbox_carries_its_parameters_in_the_url_too() -> None:
    query = "id=7ae7c48f-d48a-499f-9dc1-c9217014b457&reject_reason=&status=approved&type=address_verifications"
    signature = "18050028b6b22d0ed516706fba1c1af8d6a8f9d5"
    request = f"GET http://example.com/callback.php?{query} HTTP/1.1\r\nX-DIDWW-Signature: {signature}\r\n\r\n"
    (verdict,) = verdicts(request, Secret("sandbox", "SOMEAPIKEY"))
    assert verdict.valid
    assert verdict.event.status == "approved"


@pytest.mark.parametrize(
    ("url", "normalised"),
    [
        ("http://foo.com/bar", "http://foo.com:80/bar"),
        ("http://foo.com:80/bar", "http://foo.com:80/bar"),
        ("http://foo.com:443/bar", "http://foo.com:443/bar"),
        ("https://foo.com/bar", "https://foo.com:443/bar"),
        ("https://foo.com:80/bar", "https://foo.com:80/bar"),
        ("HTTPS://Foo.COM:0443/Bar", "https://foo.com:443/Bar"),
        ("http://user:pass@foo.com/bar", "http://user:pass@foo.com:80/bar"),
        ("http://user@foo.com/bar", "http://user@foo.com:80/bar"),
        ("http://user:p@ss@foo.com/", "http://user:p@ss@foo.com:80/"),
        ("http://[::1]/bar", "http://[::1]:80/bar"),
        ("https://[2001:DB8::1]:9090/bar", "https://[2001:db8::1]:9090/bar"),
        ("http://foo.com/hello%20world", "http://foo.com:80/hello%20world"),
        ("http://foo.com/foo%2fbar//x/../y", "http://foo.com:80/foo%2fbar//x/../y"),
        ("http://foo.com/a;b=1?q=a+b%20c&&x", "http://foo.com:80/a;b=1?q=a+b%20c&&x"),
        ("http://foo.com/bar?#", "http://foo.com:80/bar"),
        ("http://foo.com/bar?a=b#frag?x", "http://foo.com:80/bar?a=b#frag?x"),
        ("http://foo.com?x=1", "http://foo.com:80?x=1"),
        (" https://foo.com/ä ", "https://foo.com:443/ä"),
    ],
)
def test_normalised_urls(url: str, normalised: str) -> None:
    assert parse_url(url).normalised == normalised


@pytest.mark.parametrize(
    "url",
    ["foo.com/bar", "/bar", "", "ftp://foo.com/", "https:///bar", "http://foo:99999/", "http://a:b:c/", "http://[::1/"],
)
def test_what_is_no_url(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_url(url)


@pytest.mark.parametrize(
    ("url", "base", "mounted_at", "expected"),
    [
        ("http://10.0.0.1:3000/cb?x=1", "https://hooks.example.com", "", "https://hooks.example.com:443/cb?x=1"),
        ("http://10.0.0.1:3000/cb", "https://hooks.example.com/app/", "", "https://hooks.example.com:443/app/cb"),
        ("http://10.0.0.1:3000/app/cb", "https://hooks.example.com/app", "", "https://hooks.example.com:443/app/cb"),
        ("http://10.0.0.1/", "https://hooks.example.com/didww?x=1", "", "https://hooks.example.com:443/didww?x=1"),
        (
            "http://10.0.0.1/hook?y=2",
            "https://hooks.example.com/didww",
            "/hook",
            "https://hooks.example.com:443/didww?y=2",
        ),
        (
            "http://10.0.0.1/hook/a",
            "https://hooks.example.com/didww/",
            "/hook/",
            "https://hooks.example.com:443/didww/a",
        ),
    ],
)
def test_a_base_replaces_the_origin_and_puts_its_path_before(
    url: str, base: str, mounted_at: str, expected: str
) -> None:
    assert with_base(parse_url(url), parse_url(base), mounted_at).normalised == expected


def test_a_json_array_is_each_object_in_turn() -> None:
    assert joined(objects_of(TRUNKS)) == TRUNKS_TEXT
    assert (
        joined(objects_of([{"b": 1, "a": False}, {"c": None, "b": 2.5, "a": [1, True, None]}])) == "afalseb1a1trueb2.5c"
    )


def test_fractions_are_written_as_ruby_does() -> None:
    assert joined(json_objects(b'[{"a": 1e20, "b": 0.00001, "c": 10000000000000000000000, "d": 1.50}]')) == (
        "a1.0e+20b1.0e-05c10000000000000000000000d1.5"
    )


def test_of_a_repeated_name_the_last_value_counts() -> None:
    assert joined((raw_pairs("a=1&b=2&a=3&c"),)) == "a3b2c"


def test_bytes_that_are_not_utf8_are_signed_as_they_are() -> None:
    text = form_decoded("a%FF%FEb+c")
    assert sign(text, SECRET) == hmac.new(KEY.encode(), b"a\xff\xfeb c", hashlib.sha1).hexdigest()
    assert printable(text) == "a\\xff\\xfeb c"


def test_blanks_and_controls_can_be_made_visible() -> None:
    assert visible("a b\tc\r\nd\x1be\u202ef\udcff") == "a·b→c␍↵d\\x1be\\u202ef\\udcff"


SIGNED = "30f66e9d72eb5e193051fd02952f70d8e934b4ff"


@pytest.mark.parametrize(
    ("form", "word"),
    [
        (SIGNED, ""),
        (SIGNED.upper(), "upper case"),
        (f" {SIGNED}", "blanks"),
        (f"{SIGNED}\n", "blanks"),
        (f'"{SIGNED.upper()}"', "upper case"),
        (f"sha1={SIGNED}", "prefix"),
        (f"SHA1={SIGNED.upper()}", "prefix"),
        (f"X-DIDWW-Signature: {SIGNED}", "prefix"),
        (f"{SIGNED}, {SIGNED}", "more than once"),
        ("MPZunXLrXhkwUf0ClS9w2Ok0tP8=", "Base64"),
    ],
)
def test_the_form_of_a_signature(form: str, word: str) -> None:
    repair, wrong = repaired(form)
    assert repair == SIGNED
    assert word in wrong
    assert bool(word) == bool(wrong)


@pytest.mark.parametrize("form", ["", "abc", SIGNED[:39], SIGNED + "0", "z" * 40, "\udcff", "é" * 40])
def test_what_is_no_signature(form: str) -> None:
    assert repaired(form)[0] == ""
    assert not fits(form, "text", SECRET)


def test_a_secret_never_shows_its_value() -> None:
    assert KEY not in repr(SECRET)
    assert KEY not in str(SECRET)
    with pytest.raises(UsageError, match="empty"):
        Secret("empty", "")
