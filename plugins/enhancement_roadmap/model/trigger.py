"""What has to happen before an enhancement is due."""

from __future__ import annotations

from typing import Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Slug, Text

TriggerKind = Literal["immediate", "growth", "business"]
TRIGGER_KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)


class Condition(Node):
    """A trigger in data: a metric beyond a threshold, or an event."""

    metric: Slug | None = None
    """Id of a metric in `metrics.yml`."""
    above: float | None = Field(default=None, allow_inf_nan=False)
    """The trigger fires when the metric is greater than this, in the metric's unit."""
    below: float | None = Field(default=None, allow_inf_nan=False)
    """The trigger fires when the metric is less than this, in the metric's unit."""
    event: Slug | None = None
    """Id of an event in `metrics.yml`."""

    @model_validator(mode="after")
    def _is_one_of(self) -> Self:
        thresholds = [value for value in (self.above, self.below) if value is not None]
        if (self.metric is None) == (self.event is None) or len(thresholds) != (0 if self.metric is None else 1):
            raise PydanticCustomError("condition_form", "must name either a metric with one threshold, or an event")
        return self


class Trigger(Node):
    """Why an enhancement would be started."""

    summary: Text
    """The sentence a reader sees: "When user accounts are implemented"."""
    kind: TriggerKind
    """`immediate` (when a condition is met), `growth` (when a metric is reached) or `business` (when business needs it)."""
    condition: Text | None = None
    """The short form for the decision framework: ">1000 daily active users"."""
    when: Condition | None = None
    """The same in data, where it can be said."""
