"""A key that the system's keyring keeps: through the real library, with a backend of the tests."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import document


@pytest.fixture
def run(server, tmp_path):
    """Runs a command line as a program, with a profile whose key is in the keyring."""
    config = tmp_path / "config.toml"
    config.write_text(f'[profiles.work]\nbase_url = "{server.url}"\napi_key_keyring = true\n')
    config.chmod(0o600)
    server.answer(document({"id": "b", "type": "balances", "attributes": {"credit": "8.00"}}))

    def run(ring, *start):
        env = {name: value for name, value in os.environ.items() if not name.startswith("DIDWW_")}
        env |= {"DIDWW_CONFIG": str(config), "PYTHON_KEYRING_BACKEND": "tests.config.ring.Ring", "RING": ring}
        line = [sys.executable, *(start or ("-m", "didww_cli")), "balance", "-p", "work"]
        return subprocess.run(line, env=env, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_the_key_comes_from_the_keyring(run, server):
    done = run("work=ring-key-1")
    assert done.returncode == 0, done.stderr
    assert server.seen[0].headers["Api-Key"] == "ring-key-1"


@pytest.mark.parametrize(("ring", "told"), [("other=x", "keyring set didww work"), ("locked", "it is locked")])
def test_a_keyring_without_it_is_told(run, server, ring, told):
    done = run(ring)
    assert (done.returncode, told in done.stderr, server.seen) == (3, True, [])


def test_without_the_library_the_line_that_installs_it_is_told(run, server):
    hidden = "import sys; sys.modules['keyring'] = None; from didww_cli.app import main; sys.exit(main())"
    done = run("work=x", "-c", hidden)
    assert (done.returncode, server.seen) == (2, [])
    assert "pip install 'didww-cli[keyring]'" in done.stderr
