"""What to do now about each enhancement, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from enhancement_roadmap.analysis import ACTION_TITLES, ACTIONS, Action, Decision, Selection, listed, select
from enhancement_roadmap.analysis.schedule.telling import expected_words
from enhancement_roadmap.links import DECISIONS, Links
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

Actions = Annotated[tuple[Action, ...], BeforeValidator(listed, json_schema_input_type=Action | tuple[Action, ...])]

_SHOWN = 12
"""Enhancements of a group that are shown at once; the others are folded."""


class DecisionsOptions(Selection):
    """Which enhancements, and which decisions."""

    action: Actions = ()
    """Only these decisions: `start`, `prepare`, `any-time`, `under-way`, `not-said`, `watch` or `leave`."""
    after: Annotated[int, Field(ge=0)] = 0
    """Leave out so many of the first of each decision: what stands on another page."""
    each: Annotated[int, Field(ge=1)] = 200
    """At most so many of each decision; the view says how many there are."""


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """Enhancements that the same should be done about.

    Attributes:
        action: what should be done.
        title: the same in words.
        meaning: which enhancements these are.
        nothing: what to say where there is none.
        shown: decisions to show at once, the one to look at first on top.
        folded: the others, as many as there is room for.
        left_out: number of those that there is no room for.
        before: number of those that come before the first that is shown.
        rest: address of those that there is no room for; None where they have no page.
    """

    action: Action
    title: str
    meaning: str
    nothing: str
    shown: tuple[Decision, ...]
    folded: tuple[Decision, ...]
    left_out: int
    before: int
    rest: str | None

    @property
    def count(self) -> int:
        """Number of all."""
        return self.before + len(self.shown) + len(self.folded) + self.left_out


_WORDS: Mapping[Action, tuple[str, str]] = {
    "start": ("triggered, ready and waiting for no other, by score", "Nothing is both triggered and ready."),
    "prepare": ("triggered, or nearly, with something missing", "Nothing that is due, or nearly, lacks anything."),
    "any-time": ("with no trigger to wait for, what is ready on top, then by score", "Each waits for a trigger, or for another."),
    "under-way": ("in progress, by score", "Nothing is in progress."),
    "not-said": ("with a trigger that no metric or event tells, by score", "A metric or an event tells of each trigger."),
    "watch": ("waiting for a trigger or for another, the one expected first on top", "Nothing waits for a metric, an event or another."),
    "leave": ("done, deferred, cancelled, or the risk accepted for now", "Nothing is done, deferred or cancelled."),
}


def context(render_context: RenderContext, options: DecisionsOptions) -> Mapping[str, Any]:
    """The chosen enhancements by what should be done about them."""
    insight = render_context.insight
    schedule = insight.schedule if insight.roadmap.plan.teams else None
    chosen = {item.id for item in options.part_of(select(options, insight))}
    made = [decision for decision in insight.decisions if decision.item.id in chosen]
    by_action = {action: [decision for decision in made if decision.action == action] for action in options.action or ACTIONS}
    groups = [_group(action, found, options, render_context.links) for action, found in by_action.items()]
    listed_here = [decision.item for group in groups for decision in (*group.shown, *group.folded)]
    asked = set(options.action or (["start"] if _nothing_starts(made) else []))
    return {
        "groups": [group for group in groups if group.count or group.action in asked],
        "total": len(chosen),
        "matrix": render_context.links.page("matrix"),
        "expected": {item.id: expected_words(item, insight, schedule) for item in listed_here},
    }


def _nothing_starts(decisions: Iterable[Decision]) -> bool:
    """Whether the first thing to say is that nothing can start now."""
    return {"start", "any-time"}.isdisjoint(decision.action for decision in decisions)


def _group(action: Action, decisions: list[Decision], options: DecisionsOptions, links: Links) -> DecisionGroup:
    listed_here = decisions[options.after : options.after + options.each]
    at_once = len(listed_here) if options.after else _SHOWN
    return DecisionGroup(
        action=action,
        title=ACTION_TITLES[action],
        meaning=_WORDS[action][0],
        nothing=_WORDS[action][1],
        shown=tuple(listed_here[:at_once]),
        folded=tuple(listed_here[at_once:]),
        left_out=len(decisions[options.after + options.each :]),
        before=min(options.after, len(decisions)),
        rest=links.part(f"{DECISIONS}-{action}", 2) if not options.after else None,
    )


VIEW = View(
    "decisions", "What to do now: start, prepare, watch or leave, with the reasons for each enhancement.", DecisionsOptions, context
)
