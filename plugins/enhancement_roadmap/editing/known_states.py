"""Which state of a folder an edit was made from: what pages were given, as far back as is remembered."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from enhancement_roadmap.loading import Loaded

_MOST = 100
"""States that are remembered; most of their files are the same, and are kept once."""


class KnownStates:
    """Remembers the files of a folder by a name for what they were together."""

    def __init__(self) -> None:
        self._states: OrderedDict[str, Mapping[str, bytes]] = OrderedDict()
        self._lock = Lock()

    def remember(self, loaded: Loaded) -> str:
        """Remember what a folder says now.

        Returns:
            The name of that, which is the same for the same files.
        """
        contents = {name: found.content for name, found in sorted(loaded.positions.items())}
        digest = hashlib.sha256()
        for name, content in contents.items():
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        state = digest.hexdigest()[:32]
        with self._lock:
            last = next(reversed(self._states.values()), {})
            same = {name: last[name] if last.get(name) == content else content for name, content in contents.items()}
            self._states.setdefault(state, same)
            self._states.move_to_end(state)
            while len(self._states) > _MOST:
                self._states.popitem(last=False)
        return state

    def files(self, state: str) -> Mapping[str, bytes] | None:
        """The files of a state by their paths in the folder; None where it is not remembered."""
        with self._lock:
            return self._states.get(state)
