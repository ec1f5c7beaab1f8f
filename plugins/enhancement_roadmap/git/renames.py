"""Which name the data folder had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from enhancement_roadmap.git.raw import PathChange

MARK = "roadmap.yml"
"""The file that makes a folder a roadmap's: where it came from, the folder came from."""


def renamed_from(changes: Iterable[PathChange], folder: str) -> str | None:
    """The folder that became `folder` by these changes; None where it is not a renamed one.

    Git's own detection of renames tells: the folder is where `roadmap.yml` was, or else most of its other files.
    """
    moved = Counter(dict(_moved(changes, folder)))
    most = max(moved.values(), default=0)
    return next((before for before, count in moved.items() if count == most), None)


def _moved(changes: Iterable[PathChange], folder: str) -> Iterator[tuple[str, int]]:
    """Folders that files came from that kept their path in the folder, each with the weight of its files."""
    weights: Counter[str] = Counter()
    for change in changes:
        if change.before_path is None or change.after_path is None or change.before_path == change.after_path:
            continue
        inside = path_in(change.after_path, folder)
        before = PurePosixPath(change.before_path)
        if inside is not None and before.parts[-len(PurePosixPath(inside).parts) :] == PurePosixPath(inside).parts:
            origin = str(PurePosixPath(*before.parts[: -len(PurePosixPath(inside).parts)]))
            weights["" if origin == "." else origin] += 1_000_000 if inside == MARK else 1
    yield from weights.items()


def seen_from(change: PathChange, before: str, after: str) -> PathChange:
    """A change with its paths as seen from the folder that was called `before` and is called `after`."""
    old = None if change.before_path is None else path_in(change.before_path, before)
    is_same = change.after_path == change.before_path and after == before
    new = old if is_same else None if change.after_path is None else path_in(change.after_path, after)
    return PathChange(old, new, None if old is None else change.before_blob, None if new is None else change.after_blob)


def path_in(path: str, folder: str) -> str | None:
    """A path as seen from a folder; None where it is elsewhere."""
    if not folder:
        return path
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None
