"""Where the state is kept: in memory, or in a file that several processes share."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from didww_cli.disk import forget_unfinished, locked, write_private
from didww_cli.emulator.state import Record, State
from didww_cli.errors import DidwwError

# grows when the seed or the form of a record changes: an account of an older format is begun anew
FORMAT = 3
Seed = Callable[[], State]


class MemoryStore:
    """Keeps the state as long as the process lives."""

    def __init__(self, seed: Seed) -> None:
        self._state = seed()
        self._lock = threading.RLock()

    @contextmanager
    def session(self) -> Iterator[State]:
        """The state, for one request at a time."""
        with self._lock:
            yield self._state


class FileStore:
    """Keeps the state in a JSON file. Who opens a session has the file to himself until it ends."""

    def __init__(self, path: Path, seed: Seed) -> None:
        self._path = path
        self._seed = seed
        self._lock = threading.RLock()
        self._state: State | None = None
        self._signature: tuple[int, ...] | None = None

    @contextmanager
    def session(self) -> Iterator[State]:
        """The state as the file has it; written back when it was changed."""
        with self._lock, _file_problems(self._path), locked(self._path):
            state = self._current()
            before = state.version
            try:
                yield state
            except BaseException:
                self._state = None
                raise
            if state.version != before or self._signature is None:
                self._save(state)

    def _current(self) -> State:
        signature = _signature(self._path)
        if self._state is None or signature is None or signature != self._signature:
            self._state = load(self._path) or self._seed()
            self._signature = signature if self._state.loaded else None
        return self._state

    def _save(self, state: State) -> None:
        forget_unfinished(self._path)
        save(self._path, state)
        self._signature = _signature(self._path)


@contextmanager
def _file_problems(path: Path) -> Iterator[None]:
    """Makes the folder; DidwwError where the file system refuses something."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield
    except OSError as error:
        raise DidwwError(f"The emulated account cannot be kept in {path}: {error.strerror}.") from error


def _signature(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def load(path: Path) -> State | None:
    """The state that a file holds; None where there is no file or an older emulator wrote it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    try:
        return _decode(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> DidwwError:
    return DidwwError(
        f"The emulated account in {path} cannot be read: {error}.",
        "Start anew with: didww emulator reset",
    )


def _decode(document: Any) -> State | None:
    if document["format"] != FORMAT:
        return None
    state = State()
    for type_, rows in document["tables"].items():
        for identifier, attributes, links, meta, private in rows:
            state.tables[type_][identifier] = Record(type_, identifier, attributes, links, meta, private)
    state.loaded = True
    return state


def encode(state: State) -> str:
    """The state as the text of a file."""
    tables = {
        type_: [[record.id, record.attributes, record.links, record.meta, record.private] for record in table.values()]
        for type_, table in state.tables.items()
    }
    return json.dumps({"format": FORMAT, "tables": tables}, ensure_ascii=False, separators=(",", ":"))


def save(path: Path, state: State) -> None:
    """Puts the state in a file that only its owner reads, at once or not at all."""
    write_private(path, encode(state).encode())


def reset_state(path: Path) -> None:
    """Forgets the state in a file; the next request starts with a fresh account."""
    if path.parent.is_dir():
        with locked(path):
            path.unlink(missing_ok=True)
