"""``didww webhook``: verify captured callbacks, sign, send and receive them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from didww_cli.commands.webhooks.listen import listen_command
from didww_cli.commands.webhooks.replay import replay_command
from didww_cli.commands.webhooks.send import send_command, sign_command
from didww_cli.commands.webhooks.verify import verify_command


def webhook_commands() -> Mapping[str, Any]:
    """The commands of webhooks."""
    return {
        "verify": verify_command(),
        "sign": sign_command(),
        "send": send_command(),
        "replay": replay_command(),
        "listen": listen_command(),
    }
