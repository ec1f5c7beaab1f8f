"""The roadmap as commits go by: what it is, and what of it was otherwise when it was last without mistakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from enhancement_roadmap.analysis import PriorityRule, priority_rule, progress_of
from enhancement_roadmap.diff import FRAME_FILES, RoadmapFrame, Version
from enhancement_roadmap.history.changelog.entry import UNPRIORITISED, Tally
from enhancement_roadmap.model import Enhancement, Node, PlanFile, RoadmapFile, in_order

_PLAN = FRAME_FILES["plan"]
_FRAME: Mapping[str, str] = {file: part for part, file in FRAME_FILES.items()}
"""The part of the frame that each file says."""

_NONE = (0, 0, 0)

_Nodes = Mapping[str, Node | None]


class _Counted(NamedTuple):
    """What other files have to know of an enhancement, and what of it is counted.

    Attributes:
        id: its id.
        priority: id of its priority level; empty where it has none.
        done: requirements done.
        left: requirements open.
    """

    id: str
    priority: str
    done: int
    left: int


class Replay:
    """The files of a roadmap, commit by commit.

    A commit costs as much as the files that it changes: each is looked at by itself, and of what files say of each other
    only ids, priorities and the enhancements in the plan.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, Node | None] = {}
        self._before: dict[str, Node | None] = {}
        self._parts: dict[str, Any] = {}
        self._frame: RoadmapFrame | None = None
        self._frame_before: RoadmapFrame | None = None
        self._levels: Sequence[str] = ()
        self._priority: PriorityRule = _no_priority
        self._broken: set[str] = set()
        self._facts: dict[str, _Counted] = {}
        self._ids: dict[str, int] = {}
        self._tallies: dict[str, list[int]] = {}
        self._doubled: set[str] = set()
        self._planned: frozenset[str] = frozenset()
        self._unknown: set[str] = set()

    def put(self, path: str, node: Node | None) -> None:
        """A file has this content now; None where it has a mistake."""
        self._before.setdefault(path, self._nodes.get(path))
        self._nodes[path] = node
        (self._broken.add if node is None else self._broken.discard)(path)
        if path in _FRAME:
            self._set_frame({**self._parts, _FRAME[path]: node})
        else:
            self._set_facts(path, self._counted(node) if isinstance(node, Enhancement) else None)

    def remove(self, path: str) -> None:
        """A file is gone, if it was one of the roadmap's."""
        if path in self._nodes:
            self.put(path, None)
            self._broken.discard(path)
            del self._nodes[path]

    def node(self, path: str) -> Node | None:
        """What a file says; None where there is none, or it has a mistake."""
        return self._nodes.get(path)

    def is_good(self) -> bool:
        """Whether the roadmap can be understood."""
        if self._frame is None or self._broken or self._doubled or self._unknown:
            return False
        return self._tallies.keys() <= {*self._levels, UNPRIORITISED}

    def accept(self) -> None:
        """What comes next is held against the roadmap as it is now."""
        self._before.clear()
        self._frame_before = self._frame

    @property
    def version(self) -> str:
        """Version of the document; empty where it says none."""
        return (self._frame.about.version if self._frame else None) or ""

    def tallies(self) -> Mapping[str, Tally]:
        """Requirements done and open of each priority level, by its id, in the order of the levels; last what is not prioritised."""
        unprioritised = [UNPRIORITISED] if UNPRIORITISED in self._tallies else []
        return {level: (tally[1], tally[2]) for level in (*self._levels, *unprioritised) for tally in (self._tallies.get(level, _NONE),)}

    def before_and_after(self, on: date) -> tuple[Version, Version]:
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
            return Version(on, self._frame, {}, {}), _version(self._nodes, self._frame, on)
        old: _Nodes = self._before
        new: _Nodes = {path: self._nodes.get(path) for path in old}
        if _PLAN in old or self._has_other_levels():  # a plan may name any of them, and a level mean another for any
            old, new = {**self._nodes, **old}, self._nodes
        return _version(old, self._frame_before, on), _version(new, self._frame, on)

    def _set_frame(self, parts: dict[str, Any]) -> None:
        self._parts = {name: node for name, node in parts.items() if node is not None}
        before = self._frame.about if self._frame else None
        self._frame = RoadmapFrame(**self._parts) if "about" in self._parts else None
        about = self._frame.about if self._frame else None
        if about is not before:
            self._set_levels(about)
        plan = self._parts.get("plan", PlanFile())
        self._planned = frozenset([*plan.order, *(name for part in (*plan.quarters, *plan.phases) for name in part.enhancements)])
        self._unknown = set(self._planned - self._ids.keys())

    def _set_levels(self, about: RoadmapFile | None) -> None:
        """Other priority levels, and other meanings of scores: what has no priority of its own may have another one."""
        self._levels = [level.id for level in about.priorities] if about else []
        self._priority = priority_rule(about) if about else _no_priority
        for path, node in self._nodes.items():
            if isinstance(node, Enhancement) and node.priority is None and node.assessment is not None:
                self._set_facts(path, self._counted(node))

    def _has_other_levels(self) -> bool:
        """Whether what scores mean is otherwise, and some assessment has its levels by words, or is all that says a priority."""
        if self._frame is None or self._frame_before is None:
            return False
        now, before = self._frame.about, self._frame_before.about
        if (now.scoring, now.priorities) == (before.scoring, before.priorities):
            return False
        items = (node for node in self._nodes.values() if isinstance(node, Enhancement))
        return any(item.assessment is not None and (item.assessment.has_words or item.priority is None) for item in items)

    def _counted(self, item: Enhancement) -> _Counted:
        progress = progress_of([item])
        scoring = self._frame.about.scoring if self._frame else None
        priority = item.priority or self._priority(item.on_scales(scoring)) or UNPRIORITISED
        return _Counted(item.id, priority, progress.done, progress.open)

    def _set_facts(self, path: str, facts: _Counted | None) -> None:
        before = self._facts.pop(path, None)
        if facts is not None:
            self._facts[path] = facts
            self._count(facts, 1)
        if before is not None:
            self._count(before, -1)

    def _count(self, facts: _Counted, times: int) -> None:
        count = self._ids[facts.id] = self._ids.get(facts.id, 0) + times
        if not count:
            del self._ids[facts.id]
        if facts.id in self._planned:
            (self._unknown.discard if count else self._unknown.add)(facts.id)
        (self._doubled.add if count > 1 else self._doubled.discard)(facts.id)
        tally = self._tallies.setdefault(facts.priority, [0, 0, 0])
        tally[0] += times
        tally[1] += times * facts.done
        tally[2] += times * facts.left
        if not tally[0]:
            del self._tallies[facts.priority]


def _no_priority(_: Enhancement) -> None:
    """The priority of an enhancement where nothing says which levels there are."""


def _version(nodes: _Nodes, frame: RoadmapFrame, on: date) -> Version:
    found = {path: node for path, node in nodes.items() if isinstance(node, Enhancement)}
    scoring = frame.about.scoring
    items = in_order([node.on_scales(scoring) for node in found.values()], frame.plan.order)
    return Version(on, frame, {item.id: item for item in items}, {node.id: path for path, node in found.items()})
