"""The whole folder in one go: read, validate, hold files against each other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.circles import check_circles
from enhancement_roadmap.loading.folder import DataFile, Folder
from enhancement_roadmap.loading.lists import check_lists
from enhancement_roadmap.loading.order import cause_first
from enhancement_roadmap.loading.own_fields import check_own_fields
from enhancement_roadmap.loading.parsed import ParsedFile, ParsedFiles, parse
from enhancement_roadmap.loading.rates import check_rates
from enhancement_roadmap.loading.references import check_references
from enhancement_roadmap.loading.source import Source
from enhancement_roadmap.loading.teams import check_teams
from enhancement_roadmap.model import Enhancement, GovernanceFile, MetricsFile, Node, PlanFile, Roadmap, RoadmapFile, in_order
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml.positions import Positions

_CHECKS = (check_lists, check_references, check_circles, check_own_fields)
"""What holds files against each other."""
_NO_ID = "RM309"
"""Said of a text that is no id; where it is another name of what has an id, that is said instead."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder says.

    Attributes:
        roadmap: the roadmap, None where there is an error.
        findings: every mistake, causes before their effects, each file’s together and in the order of lines.
        files: for each enhancement's id, its file's path in the folder.
        count: number of data files read.
        positions: finds the places of values, by the file's path in the folder.
    """

    roadmap: Roadmap | None
    findings: tuple[Finding, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    count: int = 0
    positions: Mapping[str, Positions] = field(default_factory=dict)

    def content(self, name: str) -> bytes | None:
        """The bytes of a file, by its path in the folder; None where there was none."""
        return self.positions[name].content if name in self.positions else None


def load(path: Path, *, shown: str | None = None, parsed: ParsedFiles | None = None) -> Loaded:
    """Read a roadmap folder, completely.

    Args:
        path: the folder.
        shown: how messages name it; default: `path`.
        parsed: files that were understood before; the new ones are added.

    Returns:
        The roadmap, or every mistake.

    Raises:
        FolderError: there is no such folder.
    """
    return load_files(Folder.on_disk(path, shown), parsed)


def load_files(folder: Folder, parsed: ParsedFiles | None = None, *, forgiven: Collection[str] = ()) -> Loaded:
    """Read the files of a folder, wherever it is, completely.

    Args:
        folder: the folder; read once.
        parsed: files that were understood before; the new ones are added.
        forgiven: codes of what files say against each other that is no mistake here.

    Returns:
        The roadmap, or every mistake.
    """
    with no_collection():
        contents = _FolderContents(parse if parsed is None else parsed.parse)
        for file in folder.files():
            contents.add(file)
        unread = [Source(kind.name, name, None, Positions(name, b"")) for kind, name in folder.unread]
        sources = [*unread, *contents.sources]
        across = [finding for check in _CHECKS for finding in check(sources)]
        across += [*check_rates(sources, contents.nodes), *check_teams(sources, contents.nodes)]
        across = [finding for finding in across if finding.code not in forgiven]
        findings = cause_first({*folder.findings, *_each_once(contents.findings, across)})
        broken = any(finding.severity == "error" for finding in findings)
        roadmap = None if broken else contents.roadmap()
    return Loaded(roadmap, tuple(findings), contents.files, contents.count, contents.positions)


class _FolderContents:
    def __init__(self, parse_file: Callable[[DataFile], ParsedFile]) -> None:
        self.sources: list[Source] = []
        self.nodes: dict[str, Node] = {}
        self.findings: list[Finding] = []
        self.files: dict[str, str] = {}
        self.count = 0
        self.positions: dict[str, Positions] = {}
        self._parse = parse_file
        self._parts: dict[str, Any] = {}
        self._enhancements: list[Enhancement] = []

    def add(self, file: DataFile) -> None:
        self.count += 1
        parsed = self._parse(file)
        self.positions[file.name] = parsed.source.positions
        self.sources.append(parsed.source)
        self.findings += parsed.findings
        if parsed.node is not None:
            self.nodes[file.name] = parsed.node
        if isinstance(parsed.node, Enhancement):
            self._enhancements.append(parsed.node)
            self.files[parsed.node.id] = file.name
        elif parsed.node is not None:
            self._parts[file.kind.name] = parsed.node

    def roadmap(self) -> Roadmap:
        about: RoadmapFile = self._parts["roadmap"]
        plan: PlanFile = self._parts.get("plan", PlanFile())
        governance: GovernanceFile = self._parts.get("governance", GovernanceFile())
        metrics: MetricsFile = self._parts.get("metrics", MetricsFile())
        ordered = tuple(in_order((item.on_scales(about.scoring) for item in self._enhancements), plan.order))
        return Roadmap.model_construct(about=about, plan=plan, governance=governance, metrics=metrics, enhancements=ordered)


def _each_once(alone: Sequence[Finding], across: Sequence[Finding]) -> Iterator[Finding]:
    """Of what a file says by itself and what it says against others, one finding for a place."""
    explained = {finding.place for finding in alone if finding.code != _NO_ID}
    kept = [finding for finding in across if finding.place not in explained or not finding.place.line]
    meant = {finding.place for finding in kept}
    yield from kept
    yield from (finding for finding in alone if finding.code != _NO_ID or finding.place not in meant)


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the cyclic garbage collector, which would look at every node again and again while they pile up."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
