"""Where a trigger, or one condition of it, stands, with what is known of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.model import Condition, PartialDate, Reading

TriggerState = Literal["fired", "near", "waiting", "unknown"]

Doubt = Literal["no condition", "no reading", "stale"]
"""Why a state is unknown: nothing in data to hold the trigger against, nothing read yet, or nothing read lately."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Where a condition stands on a day.

    Attributes:
        condition: the condition; None for a trigger that has none in data.
        state: whether it has fired, is near, waits, or can not be told.
        since: when it fired; None where it has not, or nobody knows. One with `not` has no date.
        forecast: when it is expected to fire; None where it has, or nothing can be said.
        is_example: True where without made-up readings something else would be known.
        parts: where the conditions stand that it is combined of.
        reading: the reading that it is held against; None but for a metric.
        doubt: why the state of a single condition, or of a trigger without any, is unknown.
        stale_since: the first day on which its reading said nothing any more, where that is the doubt.
        no_forecast: why there is no forecast for a metric, in words that end a sentence.
    """

    condition: Condition | None
    state: TriggerState
    since: PartialDate | None = None
    forecast: Forecast | None = None
    is_example: bool = False
    parts: tuple[Evaluation, ...] = ()
    reading: Reading | None = None
    doubt: Doubt | None = None
    stale_since: PartialDate | None = None
    no_forecast: str | None = None

    @property
    def leaves(self) -> Iterator[Evaluation]:
        """The single conditions: metrics and events."""
        if self.condition is not None and not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves

    @property
    def percent(self) -> int | None:
        """How much of its threshold a metric has reached, in percent; 100 only at the threshold or on its far side.

        None where that means nothing: for a threshold that is not positive, a negative reading, or none.
        """
        threshold = self.condition.threshold if self.condition else None
        if self.reading is None or self.condition is None or threshold is None or threshold <= 0 or self.reading.value < 0:
            return None
        share = self.reading.value * 100 / threshold
        if not math.isfinite(share):
            return None
        return math.floor(share) if self.condition.direction > 0 else math.ceil(share)

    @property
    def distance(self) -> float | None:
        """How far a metric is from its threshold, in the metric's unit; negative beyond it, None without a reading."""
        if self.reading is None or self.condition is None or self.condition.threshold is None:
            return None
        return self.condition.direction * (self.condition.threshold - self.reading.value)
