"""Which state of a folder an edit was made from: what pages were given, as far back as is remembered."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from enhancement_roadmap.editing.merging import taken_back
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import Edited
from enhancement_roadmap.loading import Loaded

_MOST = 300
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
        return self.remember_files({name: found.content for name, found in loaded.positions.items()})

    def remember_files(self, files: Mapping[str, bytes]) -> str:
        """The same of files by their paths in the folder."""
        contents = dict(sorted(files.items()))
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

    def after(self, state: str, edited: Edited) -> str:
        """What a page knows that has made an edit: what it knew before, with that edit, and nothing that others have changed.

        Args:
            state: the state that the page knew.
            edited: the edit.

        Returns:
            The name of this state.
        """
        known = self.files(state)
        if known is None:
            return self.remember(edited.after)
        files = dict(known)
        for name in edited.files:
            now = _with_change(known.get(name), edited.before.content(name), edited.after.content(name))
            if now is None:
                files.pop(name, None)
            else:
                files[name] = now
        return self.remember_files(files)

    def files(self, state: str) -> Mapping[str, bytes] | None:
        """The files of a state by their paths in the folder; None where it is not remembered."""
        with self._lock:
            if state in self._states:
                self._states.move_to_end(state)
            return self._states.get(state)


def _with_change(known: bytes | None, before: bytes | None, after: bytes | None) -> bytes | None:
    """What a file was for a page, with a change of it; as the change left it where the page's lines are others there."""
    if known == before or known is None or before is None or after is None:
        return after
    try:
        return taken_back(after, before, known)
    except EditError:
        return after
