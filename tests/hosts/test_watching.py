"""What the server watches: what stays is left alone, what comes is watched and said, without a server of MkDocs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

from enhancement_roadmap.hosts.mkdocs import watching
from enhancement_roadmap.hosts.mkdocs.watching import ReturningPaths

SOON = 0.05


class Server(FileSystemEventHandler):
    """Watches paths as the server of MkDocs does.

    Attributes:
        watched: how often each path was watched anew.
        told: the paths of what was changed.
    """

    def __init__(self) -> None:
        self.observer = PollingObserver(timeout=SOON)
        self.watched: Counter[str] = Counter()
        self.told: list[str] = []
        self._watches: dict[str, ObservedWatch] = {}

    def watch(self, path: str) -> None:
        self.watched[Path(path).name] += 1
        self._watches[path] = self.observer.schedule(self, path, recursive=True)

    def unwatch(self, path: str) -> None:
        self.observer.unschedule(self._watches.pop(path))

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.told.append(Path(str(event.src_path)).name)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of a folder and a file beside it."""
    monkeypatch.setattr(watching, "LOOK_SECONDS", SOON)
    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Site\n")
    server = Server()
    for name in ("data", "mkdocs.yml"):
        server.watch(str(tmp_path / name))
    server.observer.start()
    yield server
    server.observer.stop()
    server.observer.join()


@pytest.fixture
def paths(server: Server, tmp_path: Path) -> Iterator[ReturningPaths]:
    paths = ReturningPaths(server, [str(tmp_path / "data"), str(tmp_path / "mkdocs.yml")])
    paths.start()
    yield paths
    paths.stop()


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(SOON)


@pytest.mark.usefixtures("paths")
def test_what_stays_is_watched_once_so_that_no_change_of_it_is_missed(server: Server, tmp_path: Path) -> None:
    for number in range(5):
        time.sleep(4 * SOON)
        seen = server.told.count("mkdocs.yml")
        (tmp_path / "mkdocs.yml").write_text(f"site_name: {'x' * number}\n")
        wait_for(lambda seen=seen: server.told.count("mkdocs.yml") > seen)  # type: ignore[misc]
    assert server.watched == {"data": 1, "mkdocs.yml": 1}


def test_further_paths_are_watched_at_once_or_when_they_come_and_only_then_told(
    server: Server, paths: ReturningPaths, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    paths.add([str(tmp_path / "there"), str(tmp_path / "later"), str(tmp_path / "data")])
    time.sleep(6 * SOON)
    assert (server.watched["there"], server.watched["later"], server.watched["data"], server.told) == (1, 0, 1, [])
    (tmp_path / "later").mkdir()
    wait_for(lambda: "later" in server.told)
    for name in ("there", "later"):
        (tmp_path / name / f"{name}.yml").write_text("a: 1\n")
        wait_for(lambda name=name: f"{name}.yml" in server.told)  # type: ignore[misc]


@pytest.mark.usefixtures("paths")
def test_what_is_there_only_while_somebody_writes_the_data_is_not_told(server: Server, tmp_path: Path) -> None:
    data = tmp_path / "data"
    time.sleep(4 * SOON)
    for name in (".roadmap.lock", ".roadmap.journal", ".a.yml.77.tmp"):
        (data / name).write_text("a: 1\n")
    time.sleep(4 * SOON)
    assert server.told == []
    (data / ".a.yml.77.tmp").replace(data / "a.yml")
    (data / ".roadmap.lock").unlink()
    wait_for(lambda: bool(server.told))
    time.sleep(4 * SOON)
    assert {".roadmap.lock", ".roadmap.journal"}.isdisjoint(server.told)
    (data / "a.yml").write_text("a: 2\n")
    wait_for(lambda: "a.yml" in server.told)
