"""The roadmap as commits go by: what it is, and what of it was otherwise when it was last without mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from enhancement_roadmap.history.changelog.entry import Tally
from enhancement_roadmap.history.difference import Frame, Side
from enhancement_roadmap.model import Enhancement, Node

_PLAN = "plan.yml"
_FRAME: Mapping[str, str] = {"roadmap.yml": "about", _PLAN: "plan", "governance.yml": "governance", "metrics.yml": "metrics"}
"""Files that make the frame, and what it calls them."""

_Nodes = Mapping[str, Node | None]


class PastState:
    """The files of a roadmap at a commit.

    A commit costs as much as the files that it changes: each is looked at by itself, and of what files say of each other
    only ids, priorities and the enhancements in the plan.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, Node | None] = {}
        self._before: dict[str, Node | None] = {}
        self._parts: dict[str, Any] = {}
        self._frame: Frame | None = None
        self._frame_before: Frame | None = None
        self._broken: set[str] = set()
        self._ids: Counter[str] = Counter()
        self._progress: dict[str, Tally] = {}
        self._tallies: dict[str, list[int]] = {}
        self._doubled: set[str] = set()
        self._planned: frozenset[str] = frozenset()
        self._unknown: set[str] = set()

    def put(self, path: str, node: Node | None) -> None:
        """A file has this content now; None where it has a mistake."""
        self._take(path)
        self._nodes[path] = node
        if node is None:
            self._broken.add(path)
        elif isinstance(node, Enhancement):
            done = [requirement.status for requirement in node.requirements].count("done")
            self._progress[path] = done, len(node.requirements) - done
            self._count(node, *self._progress[path], 1)
        else:
            self._set_frame({**self._parts, _FRAME[path]: node})

    def remove(self, path: str) -> None:
        """A file is gone, if it was one of the roadmap's."""
        if path in self._nodes:
            self._take(path)

    def node(self, path: str) -> Node | None:
        """What a file says; None where there is none, or it has a mistake."""
        return self._nodes.get(path)

    def is_good(self) -> bool:
        """Whether the roadmap can be understood."""
        if self._frame is None or self._broken or self._doubled or self._unknown:
            return False
        return self._tallies.keys() <= {level.id for level in self._frame.about.priorities}

    def accept(self) -> None:
        """What comes next is held against the roadmap as it is now."""
        self._before.clear()
        self._frame_before = self._frame

    @property
    def version(self) -> str:
        """Version of the document; empty where it says none."""
        return (self._frame.about.version if self._frame else None) or ""

    def tallies(self) -> Mapping[str, Tally]:
        """Requirements done and open of each priority level, by its id, in the order of the levels."""
        levels = self._frame.about.priorities if self._frame else ()
        return {level.id: (done, count) for level in levels for _, done, count in (self._tallies.get(level.id, (0, 0, 0)),)}

    def sides(self, on: date) -> tuple[Side, Side]:
        """The roadmap when it was last accepted and as it is now, each without the enhancements that are the same in both.

        Where it never was accepted, the old one has no enhancement.

        Args:
            on: the day to judge by.

        Raises:
            ValueError: it can not be understood.
        """
        if self._frame is None:
            raise ValueError(self._broken)
        if self._frame_before is None:
            return Side(on, self._frame, {}, {}), _side(self._nodes, self._frame, on)
        old: _Nodes = self._before
        new: _Nodes = {path: self._nodes.get(path) for path in old}
        if _PLAN in old:  # and a plan may name any of them
            old, new = {**self._nodes, **old}, self._nodes
        return _side(old, self._frame_before, on), _side(new, self._frame, on)

    def _take(self, path: str) -> None:
        old = self._nodes.pop(path, None)
        self._before.setdefault(path, old)
        self._broken.discard(path)
        if isinstance(old, Enhancement):
            self._count(old, *self._progress.pop(path), -1)
        elif old is not None:
            self._set_frame({name: node for name, node in self._parts.items() if name != _FRAME[path]})

    def _set_frame(self, parts: dict[str, Any]) -> None:
        self._parts = parts
        self._frame = Frame(**parts) if "about" in parts else None
        plan = parts.get("plan")
        self._planned = frozenset(name for part in (*plan.quarters, *plan.phases) for name in part.enhancements) if plan else frozenset()
        self._unknown = set(self._planned - self._ids.keys())

    def _count(self, item: Enhancement, done: int, left: int, times: int) -> None:
        count = self._ids[item.id] + times
        self._ids[item.id] = count
        if not count:
            del self._ids[item.id]
        if item.id in self._planned:
            (self._unknown.discard if count else self._unknown.add)(item.id)
        (self._doubled.add if count > 1 else self._doubled.discard)(item.id)
        tally = self._tallies.setdefault(item.priority, [0, 0, 0])
        tally[0] += times
        tally[1] += done * times
        tally[2] += left * times
        if not tally[0]:
            del self._tallies[item.priority]


def _side(nodes: _Nodes, frame: Frame, on: date) -> Side:
    items = sorted([(node.number, path, node) for path, node in nodes.items() if isinstance(node, Enhancement)])
    return Side(on, frame, {item.id: item for _, _, item in items}, {item.id: path for _, path, item in items})
