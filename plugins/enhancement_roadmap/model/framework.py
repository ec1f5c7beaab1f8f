"""What all enhancements are judged by: priority levels, scales, readiness criteria, the cost-benefit form."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.levels import named_levels, values_by_title
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.ranges import LevelRange


class PriorityLevel(Node):
    """One priority level; the file lists them from the highest to the lowest."""

    id: Slug
    """What `priority` of an enhancement names."""
    title: Text
    """"High Priority"."""
    icon: Text | None = None
    """A sign shown before the title, such as 🔴."""
    meaning: LongText
    """When an enhancement belongs here."""
    from_score: int | None = None
    """The least priority score that belongs here, less than that of the level above; default: the range of scores is split evenly
    among the levels, or what the levels with a `from_score` leave of it."""
    section: Text | None = None
    """Heading of its enhancements in the document; default: title and "enhancements"."""


DEFAULT_PRIORITIES: tuple[PriorityLevel, ...] = (
    PriorityLevel.model_construct(id="high", title="High Priority", icon="🔴", meaning="To be done first"),
    PriorityLevel.model_construct(id="medium", title="Medium Priority", icon="🟡", meaning="To be done once the first are"),
    PriorityLevel.model_construct(id="low", title="Low Priority", icon="🟢", meaning="Nice to have"),
)
"""The priority levels of a roadmap that does not list its own."""


LevelValue = Annotated[int, Field(ge=-999_999, le=999_999)]
"""A number on a scale; as many digits as an assessment may have."""


class ScaleLevel(Node):
    """One step of a scale."""

    value: LevelValue
    """The number that scores are made of."""
    title: Text
    """"Critical"."""
    meaning: LongText
    """What it takes to be here."""


class Scale(Node):
    """A scale that enhancements are assessed on."""

    title: Text
    """"Risk Level"."""
    title_of_levels: Text | None = None
    """Heading above the levels in the document; default: the title."""
    levels: Annotated[tuple[ScaleLevel, ...], Field(min_length=2, max_length=20)]
    """The steps, in the order to show them; at most 20, so that the priority matrix can be read."""

    @property
    def values(self) -> tuple[int, ...]:
        """Values of the levels, ascending."""
        return tuple(sorted(level.value for level in self.levels))

    def resolved(self, levels: LevelRange) -> LevelRange | None:
        """A level or a range of levels with its ends on this scale; None where it is named by words that name none of it."""
        if not levels.words:
            return levels
        found = named_levels(levels.words, values_by_title((level.title, level.value) for level in self.levels))
        return found if found and found.low <= found.high else None


class Scoring(Node):
    """How a priority score comes about: risk level × business impact."""

    title: Text = "Priority Score"
    """What the product is called."""
    risk: Scale
    """How bad it would be to go without."""
    impact: Scale
    """How much the business gains or loses."""


class Criterion(Node):
    """One question to answer before an enhancement starts."""

    id: Slug
    """What `readiness` of an enhancement names."""
    text: Text
    """The criterion, in a line."""


class TemplateField(Node):
    """One line of the cost-benefit form."""

    label: Text
    """What is asked."""
    blank: Text
    """What the answer looks like: "[X sprints]"."""


class TemplateGroup(Node):
    """Lines of the cost-benefit form that belong together."""

    title: Text | None = None
    """Heading of the group; a group without one is a plain run of lines."""
    fields: Annotated[tuple[TemplateField, ...], Field(min_length=1)]
    """The lines."""


class CostBenefitTemplate(Node):
    """The form to weigh cost against benefit with."""

    intro: LongText | None = None
    """What to say above the form."""
    groups: Annotated[tuple[TemplateGroup, ...], Field(min_length=1)]
    """The form, from top to bottom."""


class TechnologyConsideration(Node):
    """One thing to weigh when technology is chosen."""

    title: Text
    """The choice: "Open Source vs Commercial"."""
    advice: LongText
    """How to weigh it."""
