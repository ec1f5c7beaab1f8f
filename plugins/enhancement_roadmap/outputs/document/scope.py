"""What implementing an enhancement means, as it was typed, inside fenced blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from enhancement_roadmap.model import Candidates, Enhancement, FileChange, Packages, Scope, Wording
from enhancement_roadmap.outputs.document.parts import Section, titled
from enhancement_roadmap.text import fenced, one_line
from enhancement_roadmap.text.long import typed_lines


def scope(scope: Scope, by_id: Mapping[str, Enhancement]) -> Section:
    """Timeline, dependencies, files, technologies, tools and impact; nothing where none of them is given.

    Args:
        scope: what to write.
        by_id: the enhancements that it may depend on.
    """
    depends_on = (by_id[name].numbered_title for name in scope.needs)
    content = [
        *_line("Timeline", scope.timeline),
        *_long("Dependencies", scope.dependencies),
        *_list("Depends on", depends_on),
        *_list("Files to modify", map(_file, scope.files)),
        *_candidates("Technologies", scope.technologies),
        *_candidates("Tools", scope.tools),
        *_long("Impact", scope.impact),
    ]
    return [fenced(content)] if content else []


def packages(packages: Packages | None, wording: Wording) -> Section:
    """The commands that add packages, under their heading."""
    if packages is None:
        return []
    return titled(4, packages.title or wording.packages, [fenced([one_line(command) for command in packages.commands], "bash")])


def _line(label: str, value: object | None) -> Iterator[str]:
    if value is not None:
        yield f"{label}: {one_line(str(value))}"


def _long(label: str, text: str | None) -> Iterator[str]:
    if text is not None:
        yield from typed_lines(label, text)


def _list(label: str, entries: Iterable[str]) -> Iterator[str]:
    listed = [f"  - {one_line(entry)}" for entry in entries]
    if listed:
        yield f"{label}:"
        yield from listed


def _file(change: FileChange) -> str:
    if change.path and change.note:
        return f"{change.path} ({change.note})"
    return change.path or change.note or ""


def _candidates(label: str, candidates: Candidates | None) -> Iterator[str]:
    if candidates is not None:
        yield from _line(label, candidates.summary)
        yield from _list(f"{label} to consider", candidates.options)
