"""How urgent an enhancement is, and what speaks for it and against it."""

from __future__ import annotations

from typing import Literal

from enhancement_roadmap.model.base import Node, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.framework import Scoring
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.ranges import LevelRange


class Assessment(Node):
    """How urgent it is: risk level × business impact, on the scales of `roadmap.yml`."""

    risk: LevelRange
    """Level on the risk scale: `3`, or `3-4` where it is not sure; or by the titles of levels: `high`, `medium-high`."""
    impact: LevelRange
    """Level on the business impact scale: `3`, or `3-4` where it is not sure; or by the titles of levels: `high`, `medium-high`."""
    kind: Literal["initial", "reviewed"] = "reviewed"
    """`initial` for a first assessment that nobody has reviewed yet."""
    by: Text | None = None
    """Who assessed it."""
    on: PartialDate | None = None
    """When it was assessed."""
    why: LongText | None = None
    """The reason."""

    @property
    def has_words(self) -> bool:
        """Whether words name risk or impact, so that only scales tell the levels."""
        return bool(self.risk.words or self.impact.words)

    def on_scales(self, scoring: Scoring) -> Assessment | None:
        """The same with its levels on these scales; None where its words name none of them."""
        risk, impact = scoring.risk.resolved(self.risk), scoring.impact.resolved(self.impact)
        return None if risk is None or impact is None else self.model_copy(update={"risk": risk, "impact": impact})

    @property
    def is_range(self) -> bool:
        """Whether risk or impact is more than one level."""
        return self.risk.is_range or self.impact.is_range

    @property
    def score(self) -> LevelRange:
        """Risk level × business impact; a range where one of them is."""
        return self.risk * self.impact


class Analysis(Node):
    """What speaks for it and against it."""

    benefits: LongText | None = None
    """What is gained."""
    reasoning: LongText | None = None
    """Why it matters."""
    demerits: LongText | None = None
    """What it costs besides time and money."""
    maintainability: LongText | None = None
    """What it means in the long run."""
