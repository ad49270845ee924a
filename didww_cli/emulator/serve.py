"""``didww emulator serve``: the emulated account on a port of this machine."""

from __future__ import annotations

import gc
import ipaddress
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from didww_cli.catalog import API_VERSION
from didww_cli.emulator.account import Event, Timing
from didww_cli.emulator.callbacks import Postman
from didww_cli.emulator.clock import utc_now
from didww_cli.emulator.engine import Emulator, Settings
from didww_cli.emulator.faults import Faults
from didww_cli.emulator.front import Front, RateLimit
from didww_cli.emulator.seed import seed_state
from didww_cli.emulator.seed.file import merge
from didww_cli.emulator.state import State
from didww_cli.emulator.store import FileStore, MemoryStore
from didww_cli.emulator.wsgi import Server
from didww_cli.errors import UsageError

_TICK_SECONDS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What to serve, and how.

    ``port`` 0 takes a free one. ``dids`` makes a large account, ``seed_file`` is merged over the seed, ``state`` is the
    file that keeps the account (memory, where it is None). ``latency`` is in seconds, ``rate_limit`` in requests a
    second and key. ``faults`` are ``WHERE=WHAT[@SHARE]``. Callbacks are sent when there is a ``callback_secret``; the
    waits between their attempts are multiplied by ``callback_scale``. ``calls_a_day`` fills the exports. ``rejecting``
    makes every verification end with a rejection. ``account_version`` is the version of the API that the account is on,
    ``token_lifetime`` in seconds that of its tokens.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    allow_remote: bool = False
    dids: int | None = None
    seed_file: Path | None = None
    state: Path | None = None
    latency: float = 0.0
    rate_limit: int | None = None
    faults: tuple[str, ...] = ()
    api_key: str | None = None
    callback_secret: str | None = None
    callback_scale: float = 1.0
    calls_a_day: float = 4.0
    rejecting: bool = False
    account_version: str = API_VERSION
    token_lifetime: float | None = None
    timing: Timing = field(default_factory=Timing)


def serve(options: ServeOptions, announce: Callable[[str], None]) -> None:
    """Serves until Ctrl-C or SIGTERM; ``announce`` is given the base URL once the port is open.

    UsageError for options that do not fit, a taken port, or an address that others reach without ``allow_remote``.
    """
    with running(options) as (server, base_url), _stopping_on_signals(server):
        announce(base_url)
        server.run()


@contextmanager
def running(options: ServeOptions) -> Iterator[tuple[Server, str]]:
    """A server that is ready to run, and its base URL; what works beside it ends with the block."""
    family, address = _address(options)
    front, emulator, postman = _build(options)
    listener = _listen(options, family, address)
    base_url = f"http://{_shown(listener)}/v3"
    ended = threading.Event()
    threading.Thread(target=_tick, args=(emulator, base_url, ended), daemon=True).start()
    if postman:
        postman.start()
    server = Server(listener, front)
    try:
        yield server, base_url
    finally:
        ended.set()
        server.close()
        if postman:
            postman.stop()


def _build(options: ServeOptions) -> tuple[Front, Emulator, Postman | None]:
    postman = Postman(options.callback_secret, options.callback_scale) if options.callback_secret else None
    report: Callable[[Event], None] = postman.report if postman else lambda _: None
    settings = Settings(
        options.api_key,
        options.timing,
        utc_now,
        report,
        options.calls_a_day,
        options.rejecting,
        options.account_version,
        options.token_lifetime,
    )
    faults = Faults.of(options.faults)
    emulator = Emulator(_store(options), settings)
    # a large account stays: looking through it again and again for garbage would cost every request
    gc.freeze()
    limit = RateLimit(options.rate_limit) if options.rate_limit else None
    return Front(emulator.handle, faults, limit, options.latency), emulator, postman


def _store(options: ServeOptions) -> MemoryStore | FileStore:
    def seed() -> State:
        state = seed_state(utc_now(), options.dids)
        if options.seed_file:
            merge(state, options.seed_file)
        return state

    if options.state is None:
        return MemoryStore(seed)
    store = FileStore(options.state, seed)
    with store.session():
        return store


def _listen(options: ServeOptions, family: int, address: tuple[str, int]) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except (OSError, OverflowError) as error:
        listener.close()
        raise UsageError(f"Cannot listen on {options.host} port {options.port}: {error}.") from error
    return listener


def _address(options: ServeOptions) -> tuple[int, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(options.host, options.port, type=socket.SOCK_STREAM)
    except (OSError, OverflowError, UnicodeError) as error:
        raise UsageError(f"Cannot listen on {options.host} port {options.port}: {error}.") from error
    if not options.allow_remote and not all(_is_loopback(str(address[0])) for *_, address in found):
        hint = "It takes any key. Use --host 127.0.0.1, or --allow-remote if you mean it."
        raise UsageError(f"Others could reach the emulator on {options.host}.", hint)
    family, *_, address = found[0]
    return family, (str(address[0]), options.port)


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def _shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _tick(emulator: Emulator, base_url: str, ended: threading.Event) -> None:
    while not ended.wait(_TICK_SECONDS):
        emulator.tick(base_url)


@contextmanager
def _stopping_on_signals(server: Server) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop the server instead of the process, as long as the block lasts."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        server.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
