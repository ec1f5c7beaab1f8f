"""The roadmap as commits go by: what it is, and what of it was otherwise when it was last without mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from enhancement_roadmap.history.changelog.entry import Tally
from enhancement_roadmap.history.difference import Side
from enhancement_roadmap.model import Enhancement, GovernanceFile, MetricsFile, Node, Phase, PlanFile, Quarter, RoadmapFile

_ABOUT, _PLAN, _GOVERNANCE, _METRICS = "roadmap.yml", "plan.yml", "governance.yml", "metrics.yml"

_Nodes = Mapping[str, Node | None]
_N = TypeVar("_N", bound=Node)


class PastState:
    """The files of a roadmap at a commit.

    A commit costs as much as the files that it changes: each is looked at by itself, and of what files say of each other
    only ids, priorities and the enhancements in the plan.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, Node | None] = {}
        self._before: dict[str, Node | None] = {}
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
        elif isinstance(node, PlanFile):
            parts: Iterable[Quarter | Phase] = (*node.quarters, *node.phases)
            self._planned = frozenset(name for part in parts for name in part.enhancements)
            self._unknown = set(self._planned - self._ids.keys())

    def remove(self, path: str) -> None:
        """A file is gone, if it was one of the roadmap's."""
        if path in self._nodes:
            self._take(path)

    def node(self, path: str) -> Node | None:
        """What a file says; None where there is none, or it has a mistake."""
        return self._nodes.get(path)

    def is_good(self) -> bool:
        """Whether the roadmap can be understood."""
        about = self._about
        if self._broken or about is None or self._doubled or self._unknown:
            return False
        return self._tallies.keys() <= {level.id for level in about.priorities}

    def accept(self) -> None:
        """What comes next is held against the roadmap as it is now."""
        self._before.clear()

    @property
    def version(self) -> str:
        """Version of the document; empty where it says none."""
        about = self._about
        return (about.version if about else None) or ""

    def tallies(self) -> Mapping[str, Tally]:
        """Requirements done and open of each priority level, by its id, in the order of the levels."""
        levels = self._about.priorities if self._about else ()
        return {level.id: (done, count) for level in levels for _, done, count in (self._tallies.get(level.id, (0, 0, 0)),)}

    def sides(self, on: date, *, is_first: bool) -> tuple[Side, Side]:
        """The roadmap when it was last accepted and as it is now, each without the enhancements that are the same in both.

        Args:
            on: the day to judge by.
            is_first: whether it never was accepted: then the old one has no enhancement.
        """
        if is_first:
            others = {path: node for path, node in self._nodes.items() if not isinstance(node, Enhancement)}
            return _side(others, on), _side(self._nodes, on)
        # A plan may name any of them.
        touched = {**self._nodes, **self._before} if _PLAN in self._before else (_ABOUT, _PLAN, _GOVERNANCE, _METRICS, *self._before)
        old = {path: self._before.get(path, self._nodes.get(path)) for path in touched}
        return _side(old, on), _side({path: self._nodes.get(path) for path in touched}, on)

    @property
    def _about(self) -> RoadmapFile | None:
        return _of(self._nodes, _ABOUT, RoadmapFile)

    def _take(self, path: str) -> None:
        old = self._nodes.pop(path, None)
        self._before.setdefault(path, old)
        self._broken.discard(path)
        if isinstance(old, Enhancement):
            self._count(old, *self._progress.pop(path), -1)
        elif isinstance(old, PlanFile):
            self._planned, self._unknown = frozenset(), set()

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


def _side(nodes: _Nodes, on: date) -> Side:
    items = sorted((node.number, path, node) for path, node in nodes.items() if isinstance(node, Enhancement))
    about = nodes[_ABOUT]
    if not isinstance(about, RoadmapFile):
        raise TypeError(about)
    return Side(
        on,
        about,
        {item.id: item for _, _, item in items},
        {item.id: path for _, path, item in items},
        _of(nodes, _PLAN, PlanFile),
        _of(nodes, _GOVERNANCE, GovernanceFile),
        _of(nodes, _METRICS, MetricsFile),
    )


def _of(nodes: _Nodes, path: str, kind: type[_N]) -> _N | None:
    node = nodes.get(path)
    return node if isinstance(node, kind) else None
