"""Where a credential goes and where it does not: the key, and a bearer token such as a later version asks for."""

from __future__ import annotations

import gzip
import io
import json
import sys
from functools import cached_property

import pytest

from didww_cli.app import root
from didww_cli.commands.state import State
from didww_cli.errors import DidwwError, NoAccess, UsageError
from didww_cli.jsonapi.credentials import Credentials, is_loopback
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.transport import Connection, Transport
from didww_cli.masking import MASK, SECRETS
from didww_cli.output.messages import report
from didww_cli.workflows.exports.downloads import download
from didww_cli.workflows.exports.targets import StreamSink
from tests.conftest import document, problem, run_line, running_server

TOKEN = "tok.made-up_for+this/test=="
DID = {"id": "d1", "type": "dids", "attributes": {"number": "12025550100"}}


class WithToken(State):
    """A run that proves itself with a bearer token."""

    @cached_property
    def credentials(self) -> Credentials:
        url = self.settings.base_url
        return Credentials(lambda: (TOKEN, "the token service"), (url,), "Authorization", "Bearer", "token")


@pytest.fixture
def run(server, capsys):
    """Runs ``trunks in VERB`` and ``dids VERB`` with the token; returns output and errors."""
    SECRETS.forget()

    def run_it(noun, verb, options=None, **values):
        state = WithToken(options or {})
        command = root().get_command(None, noun).get_command(None, verb)
        try:
            command.callback(state, **values)
        except DidwwError as error:
            report(sys.stderr, error, as_json=bool(options and options.get("output")))
        state.close()
        seen = capsys.readouterr()
        assert TOKEN not in seen.out + seen.err
        return seen

    return run_it


def test_a_token_goes_where_the_key_went(server, run):
    server.answer(document([DID]))
    seen = run("dids", "list", {"verbose": True, "output": "ids"})
    assert seen.out == "d1\n"
    assert "-> GET" in seen.err
    assert server.seen[0].headers["Authorization"] == f"Bearer {TOKEN}"
    assert "Api-Key" not in server.seen[0].headers


def test_a_token_in_errors_is_masked(server, run):
    server.answer(problem(401, "Bad token", f"No such token: Bearer {TOKEN}"))
    assert f"Bearer {MASK}" in run("dids", "list", {"verbose": True}).err
    error = json.loads(run("dids", "list", {"output": "json"}).err)["error"]
    assert error["errors"][0]["detail"] == f"No such token: Bearer {MASK}"
    assert "The token came from the token service" in error["hint"]


def test_a_key_is_a_secret_unless_it_is_said_to_be_none(server, monkeypatch):
    """What the transport learns is hidden from then on; only the emulated account's key is no secret."""
    server.answer(problem(422, "echo secret-key-1"))
    assert "secret-key-1" not in run_line("api POST /orders -F a=1").err
    assert not Credentials(lambda: ("k", "here"), ()).public


def test_where_no_key_is_needed_none_is_missed(server, monkeypatch):
    monkeypatch.delenv("DIDWW_API_KEY")
    server.answer(problem(403, "no"))
    result = run_line("public-keys list")
    assert (result.code, "No key was sent" in result.err) == (3, True), str(result)


def test_a_token_in_a_dry_run_is_masked(server, run):
    options = {"output": "json"}
    server.answer(document(DID))
    seen = run(
        "dids",
        "update",
        options,
        refs=("id:d1",),
        filters=(),
        settings=("description=x",),
        yes=True,
        dry_run=True,
    )
    shown = json.loads(seen.out)
    assert shown["headers"]["Authorization"] == MASK
    assert shown["headers"]["Accept"] == "application/vnd.api+json"
    assert shown["headers"]["X-DIDWW-API-Version"] == "2026-04-16"


def test_a_token_does_not_follow_a_redirect(server, run):
    with running_server() as other:
        other.answer(document([DID]))
        server.answer((302, b"", {"Location": f"{other.url}/dids?token={TOKEN}"}))
        assert "was not followed" in run("dids", "list").err
        assert other.seen == []


def transport_with_token(url: str) -> Transport:
    credentials = Credentials(lambda: (TOKEN, "a test"), (url,), "Authorization", "Bearer", "token")
    return Transport(Connection(url, Speech("2026-11-19", credentials), "an account", retries=0))


@pytest.mark.parametrize("redirected", [False, True])
def test_a_token_does_not_go_with_a_download_from_elsewhere(server, redirected):
    with running_server() as other:
        other.answer((200, gzip.compress(b"a,b\n"), {}))
        server.answer((302, b"", {"Location": f"{other.url}/x.csv.gz", "Set-Cookie": f"session={TOKEN}"}))
        target = io.BytesIO()
        where = f"{server.url}/x.csv.gz" if redirected else f"{other.url}/x.csv.gz"
        download(transport_with_token(server.url), where, StreamSink(target), unpack=True)
        assert target.getvalue() == b"a,b\n"
        assert TOKEN not in str(other.seen)
        assert not {"authorization", "cookie"} & {name.lower() for name in other.seen[0].headers}
        if redirected:
            assert server.seen[0].headers["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com/v3",
        "http://127.0.0.1.example.com/v3",
        "http://127.0.0.1@example.com/v3",
        "http://example.com\\@127.0.0.1/v3",
        "http://10.0.0.1/v3",
        "http://[fe80::1]/v3",
        "http://localhost.example.com/v3",
        "HTTP://example.com/v3",
    ],
)
def test_no_key_goes_over_plain_http(monkeypatch, url):
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    monkeypatch.setenv("DIDWW_BASE_URL", url)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    result = run_line("dids list -o json")
    assert result.code == 2, str(result)
    assert "plain http" in result.error["message"]
    assert "insecure_http" in result.error["hint"]


def test_plain_http_needs_the_word_of_the_profile(server, monkeypatch, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text(
        f'[profiles.p]\nbase_url = "http://api.example.invalid/v3"\nproxy = "{server.url[:-3]}"\napi_key = "k1"\n'
    )
    config.chmod(0o600)
    for name in ("DIDWW_BASE_URL", "DIDWW_API_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    server.answer(document([DID]))
    assert run_line("dids list -p p -o ids").code == 2
    assert server.seen == []
    assert run_line("config set insecure_http maybe -p p").code == 2
    assert run_line("config set insecure_http true -p p").code == 0
    assert run_line("config show -p p -o json").json["insecure_http"] == {"value": True, "source": "profile p"}
    assert run_line("dids list -p p -o ids").lines == ["d1"]
    assert server.seen[0].headers["Api-Key"] == "k1"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST", "::1"])
def test_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "other",
    [
        "http://evil.example\\@api.example/x",
        "https://api.example.evil.example/x",
        "https://api.example:444/x",
        "https://api.example@evil.example/x",
        "https://api.example:https/x",
        "https://[api.example/x",
        "//api.example/x",
    ],
)
def test_what_looks_like_the_same_host_is_another(other):
    credentials = Credentials(lambda: ("secret", "a test"), ("https://api.example/v3",))
    assert credentials.headers("https://API.example:443/x") == {"Api-Key": "secret"}
    assert credentials.headers(other) == {}


def test_a_backslash_cannot_lead_the_key_away(server, monkeypatch):
    """The library that connects ends a host at a backslash; so does the comparison of hosts."""
    monkeypatch.setenv("DIDWW_API_KEY", "secret-key-1")
    with running_server() as other:
        other.answer(document([DID]))
        here = server.url.removeprefix("http://").removesuffix("/v3")
        server.answer((302, b"", {"Location": f"{other.url.removesuffix('/v3')}\\@{here}/v3/dids"}))
        assert run_line("dids list").code == 7
        assert other.seen == []


@pytest.mark.parametrize("secret", ["two words", "schlüssel", "bell\x07", "line\nend"])
def test_what_fits_no_header_is_not_sent(secret):
    credentials = Credentials(lambda: (secret, "a test"), ("https://api.example/v3",))
    with pytest.raises(NoAccess, match="from a test holds characters"):
        credentials.headers("https://api.example/v3/dids")


def test_a_url_that_cannot_be_sent_is_a_wrong_line(server):
    with pytest.raises(UsageError, match="cannot be sent"):
        transport_with_token(server.url).send("GET", "dids", query=[("filter[number]", "\ud800")])
