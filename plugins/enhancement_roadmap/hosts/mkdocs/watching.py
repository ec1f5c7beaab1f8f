"""Folders and files that go and come while the site is served, as a checkout of another branch has it.

The server of MkDocs watches a path until nothing is there, then no more: it neither says so nor looks for it again. And it
builds for each file that it sees, those too that are there only while somebody writes the data.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from watchdog.events import FileModifiedEvent

LOOK_SECONDS = 0.5
"""Time between two looks; as long as that of the server itself."""
_OF_WRITERS = re.compile(r"\.roadmap\.(?:lock|journal)|\..+\.tmp")
"""Names of files that are there only while data files are written (`editing`)."""


class Emitter(Protocol):
    """What the server looks at one path with: a thread, which ends when nothing is there."""

    @property
    def watch(self) -> Any:
        """What it looks at."""

    def is_alive(self) -> bool:
        """Whether it looks."""

    @property
    def queue_event(self) -> Callable[[Any], None]:
        """Says that something was changed."""


class Observer(Protocol):
    """What the server looks at all paths with."""

    @property
    def emitters(self) -> Collection[Emitter]:
        """One for each path."""

    def is_alive(self) -> bool:
        """Whether it has begun, and not yet ended."""


class Server(Protocol):
    """The server of MkDocs."""

    @property
    def observer(self) -> Observer:
        """What it looks at paths with."""

    def get_app(self) -> Any:
        """Its application."""

    def set_app(self, application: Any) -> None:
        """Put another in its place."""

    def watch(self, path: str) -> None:
        """Build again when a file, or something in a folder, is changed; counted for each call."""

    def unwatch(self, path: str) -> None:
        """The opposite of one call of `watch`."""


class ReturningPaths:
    """Has a server build again when one of some folders and files goes or comes, and watch one that has come.

    Args:
        server: the server.
        paths: where they are; they need not be there.
    """

    def __init__(self, server: Server, paths: Iterable[str]) -> None:
        self._server = server
        self._is_there = _found(paths)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="roadmap-paths", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def add(self, paths: Iterable[str]) -> None:
        """Look for further ones too: the server itself never watches what the configuration has named since it started.

        Args:
            paths: where they are; those that are looked for already stay as they are.
        """
        for path, is_there in _found(paths).items():
            if path in self._is_there:
                continue
            if is_there:
                with suppress(OSError):  # it has just gone: the next look is for that
                    self._server.watch(path)
            self._is_there[path] = is_there

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(LOOK_SECONDS):
            if self._server.observer.is_alive():
                for path in [*self._is_there]:
                    self._look(path)
                for emitter in [*self._server.observer.emitters]:
                    leave_out_writers(emitter)

    def _look(self, path: str) -> None:
        was_there, is_there = self._is_there[path], Path(path).exists()
        self._is_there[path] = is_there
        emitter = self._emitter(path)
        # It may have gone and come since the last look: then nobody watches it, though it is there.
        if is_there and (emitter is None or not emitter.is_alive()):
            with suppress(OSError):  # it is gone again: the next look is for that
                self._watch_again(path)
                self._tell(path)
        elif was_there and not is_there:
            self._tell(path)

    def _watch_again(self, path: str) -> None:
        times = 0
        with suppress(KeyError):  # nobody watches it any more
            while True:
                self._server.unwatch(path)
                times += 1
        for _ in range(max(times, 1)):
            self._server.watch(path)

    def _tell(self, path: str) -> None:
        emitter = self._emitter(path)
        if emitter is not None:
            emitter.queue_event(FileModifiedEvent(path))

    def _emitter(self, path: str) -> Emitter | None:
        return next((emitter for emitter in [*self._server.observer.emitters] if _looks_at(emitter) == path), None)


def leave_out_writers(emitter: Emitter) -> None:
    """Have what looks at a path say nothing of files that are there only while data files are written.

    An edit of a large roadmap holds its lock for seconds, in which the server would build what is old already.
    """
    if not isinstance(emitter.queue_event, _WithoutWriters):
        vars(emitter)["queue_event"] = _WithoutWriters(emitter.queue_event)


class _WithoutWriters:
    """Says what was changed, but for such files."""

    def __init__(self, say: Callable[[Any], None]) -> None:
        self._say = say

    def __call__(self, event: Any) -> None:
        paths = filter(None, (event.src_path, getattr(event, "dest_path", "")))
        if not all(_OF_WRITERS.fullmatch(Path(os.fsdecode(path)).name) for path in paths):
            self._say(event)


def _looks_at(emitter: Emitter) -> str:
    """The path that was asked for; from version 7 on, watchdog looks at the folder of a file, which is its ``path`` then."""
    return str(getattr(emitter.watch, "raw_path", emitter.watch.path))


def _found(paths: Iterable[str]) -> dict[str, bool]:
    """Whether something is there, by each path in full."""
    return {path: Path(path).exists() for path in map(os.path.abspath, paths)}
