"""Requirements to tick off, with progress."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from enhancement_roadmap.analysis import Progress, Selection, all_of, requirement_progress, select
from enhancement_roadmap.links import requirement_anchor
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

State = Literal["all", "open", "done", "waived"]


class ChecklistOptions(Selection):
    """Which enhancements, and which of their requirements."""

    state: State = "all"
    """`all` requirements, or only those `open` or `done`."""
    anchors: bool = False
    """`true` gives each requirement its anchor, where the view shows a single enhancement."""
    headings: bool = True
    """`false` leaves out the enhancement's name and progress, where the view shows a single one."""
    entries: bool = True
    """`false` shows the progress over all of them alone."""


_OVER: Collection[State] = ("done", "waived")
"""States in which nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A requirement as the list shows it.

    Attributes:
        requirement: itself.
        parts: those of its parts that are shown.
        progress: over all of its parts, shown or not.
    """

    requirement: Requirement
    parts: Sequence[Entry]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Group:
    """An enhancement with the requirements that are shown.

    Attributes:
        item: itself.
        entries: in the order of the file.
        still_open: those that are shown as open.
        done: those that are shown as done, or as not needed.
    """

    item: Enhancement
    entries: Sequence[Entry]
    still_open: Sequence[Entry]
    done: Sequence[Entry]

    @property
    def done_count(self) -> int:
        """How many requirements are done of those that are shown as done."""
        return sum(entry.progress.done for entry in self.done)

    @property
    def waived_count(self) -> int:
        """How many of them need not be done."""
        return sum(entry.requirement.status == "waived" for entry in self.done)


def context(render_context: RenderContext, options: ChecklistOptions) -> Mapping[str, Any]:
    """Enhancements with their open and done requirements; those without any are left out before a limit counts."""
    chosen = select(options, render_context.insight)
    with_any = [item for item in chosen if _has_any(item.requirements, options.state)]
    shown = [_group(item, options.state) for item in options.part_of(with_any)]
    alone = len(with_any) == 1 and not options.headings
    return {
        "groups": shown if options.state in _OVER else [group for group in shown if group.still_open],
        "finished": [] if options.state in _OVER else [group for group in shown if not group.still_open],
        "alone": shown[0].item if alone else None,
        "requirements": shown[0].entries if alone else [],
        "shown": len(shown),
        "total": len(with_any),
        "progress": all_of(render_context.insight.progress[item.id] for item in chosen),
        "state": options.state,
        "none_chosen": not chosen,
        "has_entries": options.entries,
        "of_one_priority": any(each.name == "priority" and len(values) == 1 for each, values in options.given()),
        "anchor": requirement_anchor if options.anchors and len(with_any) == 1 else None,
    }


def _has_any(requirements: Iterable[Requirement], state: State) -> bool:
    """Whether there are requirements in a state."""
    return any(_has_any(each.parts, state) if each.parts else state in {"all", each.status} for each in requirements)


def _group(item: Enhancement, state: State) -> Group:
    entries = list(_entries(item.requirements, state))
    if state in _OVER:
        return Group(item, entries, (), entries)
    still_open = [entry for entry in entries if entry.requirement.status == "open"]
    return Group(item, entries, still_open, [entry for entry in entries if entry.requirement.status != "open"])


def _entries(requirements: Iterable[Requirement], state: State) -> Iterator[Entry]:
    """Requirements in a state; one with parts where a part is."""
    for requirement in requirements:
        parts = list(_entries(requirement.parts, state))
        if parts or (not requirement.parts and state in {"all", requirement.status}):
            yield Entry(requirement, parts, requirement_progress([requirement]))


VIEW = View("checklist", "Requirements with their state and progress, by enhancement; what is done is folded.", ChecklistOptions, context)
