"""An end to every wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Patience:
    """Ends what is waited for when a wait takes too long; one thread for all waits, which come by the thousand.

    Args:
        seconds: how long a wait may take.
        give_up: ends it; called once, in the thread.
    """

    def __init__(self, seconds: float, give_up: Callable[[], None]) -> None:
        self._seconds = seconds
        self._give_up = give_up
        self._due: float | None = None
        self._closed = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def __enter__(self) -> None:
        self._due = time.monotonic() + self._seconds

    def __exit__(self, *_: object) -> None:
        self._due = None

    def close(self) -> None:
        """Nothing is waited for any more."""
        self._closed.set()

    def _watch(self) -> None:
        left = self._seconds
        while not self._closed.wait(left):
            due = self._due
            left = self._seconds if due is None else due - time.monotonic()
            if left <= 0:
                self._give_up()
                return
