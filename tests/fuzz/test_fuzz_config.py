"""No configuration file and no variable ends in an internal error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .lines import VALUES
from .test_fuzz_lines import FUZZ, check

hypothesis = pytest.importorskip("hypothesis")
import tomli_w  # noqa: E402
from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from didww_cli.config.keys import KEYS  # noqa: E402

LINES = (["config", "show"], ["config", "list", "-o", "json"], ["config", "set", "timeout", "5"])
NAMES = st.sampled_from(["default_profile", "profiles", "w", *KEYS]) | st.text(max_size=5)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.dates() | st.datetimes()
TREE = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4))
SETTING = st.sampled_from([value for value in VALUES if len(value) < 6000]) | TREE


def run_all(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    for line in LINES:
        path.chmod(0o600)
        check([*line, "-p", "w"])


def without_none(value):
    if isinstance(value, dict):
        return {name: without_none(one) for name, one in value.items() if one is not None}
    return [without_none(one) for one in value if one is not None] if isinstance(value, list) else value


@pytest.fixture
def config(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("DIDWW_CONFIG", str(path))
    return path


@FUZZ
@given(content=st.binary(max_size=200))
def test_bytes(content, config):
    run_all(content, config)


@FUZZ
@given(profile=st.dictionaries(st.sampled_from(list(KEYS)) | st.text(max_size=6), SETTING, max_size=4), default=PLAIN)
def test_profiles(profile, default, config):
    document = without_none({"default_profile": default, "profiles": {"w": profile}})
    run_all(tomli_w.dumps(document).encode("utf-8", "surrogatepass"), config)


@FUZZ
@given(document=st.dictionaries(NAMES, TREE, max_size=4))
def test_documents(document, config):
    run_all(tomli_w.dumps(without_none(document)).encode("utf-8", "surrogatepass"), config)


@FUZZ
@given(name=st.sampled_from([key.variable for key in KEYS.values() if key.variable]), data=st.data())
def test_variables(name, data):
    value = data.draw(st.sampled_from(VALUES) | st.text(max_size=9)).replace("\0", "")
    before = dict(os.environ)
    try:
        os.environ[name] = (
            os.fsdecode(value.encode("utf-8", "surrogateescape")) if "\ud800" not in ascii(value) else "x"
        )
        check(["config", "show"])
        check(["config", "show", "-o", "json"])
    except UnicodeEncodeError:
        hypothesis.reject()
    finally:
        os.environ.clear()
        os.environ.update(before)


FOUND = [
    b"a = " + b"9" * 5000,
    b"[profiles.w]\ntimeout = " + b"9" * 5000,
    b"[profiles.w]\ntimeout = 0x" + b"f" * 5000,
    b"[profiles.w]\napi_version = 0x" + b"f" * 5000,
    b"[profiles.w]\noutput = 0x" + b"f" * 5000,
    b"[profiles.w]\nbase_url = 0x" + b"f" * 5000,
    b"[profiles.w]\nrequests_per_second = 1e-300",
    b"[profiles.w]\ntimeout = 1e300",
    b"[profiles.w]\ntimeout = nan",
    b"a = " + b"[" * 5000,
    b"a = " + b"{a=" * 5000,
    b"\xff\xfe[\x00",
    b'[profiles.w]\napi_key_command = ["a\\u0000b"]',
    b'[profiles.w]\napi_key_command = "\'"',
    b"[profiles.w]\napi_key = []",
    b"default_profile = 3",
    b"profiles = []",
    b"[profiles]\nw = 1",
]


@pytest.mark.parametrize("content", FOUND, ids=lambda content: ascii(content)[:40])
def test_found_files(content, config):
    run_all(content, config)


def test_a_configuration_that_is_no_file(config):
    config.mkdir()
    assert check(["config", "show"]) == 2
