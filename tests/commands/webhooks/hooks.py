"""``didww webhook`` as users type it, and a callback that DIDWW signed."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

from tests.conftest import run_line

SECRET = "szrdgh6547umt7tht7xbqhj6g9gdbyp7"
RIGHT = "30f66e9d72eb5e193051fd02952f70d8e934b4ff"
CAPTURE = f"""POST /didww_callbacks?opaque=123 HTTP/1.1
Host: mycompany.com
Content-Type: application/x-www-form-urlencoded
X-DIDWW-Signature: {RIGHT}
X-Real-IP: 46.19.208.5

status=completed&id=bf2cee72-6caa-4ae2-917e-bea01945691e&type=orders
"""


def webhook(line: str, code: int = 0, stdin: str = ""):
    result = run_line(f"webhook {line}", stdin)
    assert result.code == code, str(result)
    assert SECRET not in result.out + result.err
    return result


@contextlib.contextmanager
def listening(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``didww webhook listen`` on a free port: its URL and its process."""
    command = [sys.executable, "-m", "didww_cli", "webhook", "listen", "--port", "0", "-o", "jsonl", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    try:
        yield process.stderr.readline().split()[-1], process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=20)
