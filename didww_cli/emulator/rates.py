"""How many requests a key may send in a second."""

from __future__ import annotations

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable


class RateLimit:
    """Lets ``most`` requests of each key through in any second."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._passed: dict[str, deque[float]] = defaultdict(deque)

    def allows(self, key: str) -> bool:
        """Whether one more request of the key may pass now; if so it is counted."""
        now = self._clock()
        with self._lock:
            passed = self._passed[key]
            while passed and now - passed[0] >= 1:
                passed.popleft()
            if len(passed) >= self._most:
                return False
            passed.append(now)
            return True
