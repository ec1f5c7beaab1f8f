"""What has to happen before an enhancement is due."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Slug, Text

TriggerKind = Literal["immediate", "growth", "business"]
TRIGGER_KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)

MAX_LEVELS = 8
"""Levels that conditions may be combined in: deeper ones nobody can read."""


class Condition(Node):
    """A trigger in data: a metric beyond a threshold, an event, or several of these together."""

    metric: Slug | None = None
    """Id of a metric in `metrics.yml`."""
    above: float | None = Field(default=None, allow_inf_nan=False)
    """The trigger fires when the metric is greater than this, in the metric's unit."""
    below: float | None = Field(default=None, allow_inf_nan=False)
    """The trigger fires when the metric is less than this, in the metric's unit."""
    near: float | None = Field(default=None, allow_inf_nan=False)
    """The metric counts as near from here on, in its unit; default: 80 % of `above`, or 125 % of `below`."""
    event: Slug | None = None
    """Id of an event in `metrics.yml`."""
    any: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    """Conditions of which one is enough."""
    all: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    """Conditions that must all hold."""
    not_: Condition | None = Field(default=None, alias="not")
    """A condition that must not hold."""

    @model_validator(mode="after")
    def _is_one_of(self) -> Self:
        forms = [form for form in (self.metric, self.event, self.any, self.all, self.not_) if form is not None]
        thresholds = [value for value in (self.above, self.below) if value is not None]
        if len(forms) != 1 or len(thresholds) != (0 if self.metric is None else 1) or (self.near is not None and self.metric is None):
            raise PydanticCustomError("condition_form", "must be one metric with one threshold, one event, or one of any, all and not")
        if self.levels > MAX_LEVELS:
            raise PydanticCustomError("condition_depth", "is combined in too many levels", {"most": MAX_LEVELS})
        return self

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that it is combined of; none for a metric or an event."""
        return self.any or self.all or ((self.not_,) if self.not_ else ())

    @property
    def levels(self) -> int:
        """Levels that it is combined in; 1 for a metric or an event."""
        return 1 + max((part.levels for part in self.parts), default=0)

    @property
    def threshold(self) -> float | None:
        """What its metric must be above or below of, in the metric's unit; None where it names no metric."""
        return self.below if self.above is None else self.above

    @property
    def direction(self) -> Literal[1, -1]:
        """1 where the metric has to rise above the threshold, -1 where it has to fall below it."""
        return 1 if self.below is None else -1


class Trigger(Node):
    """Why an enhancement would be started."""

    summary: Text
    """The sentence a reader sees: "When user accounts are implemented"."""
    kind: TriggerKind | None = None
    """`immediate` (when a condition is met), `growth` (when a metric is reached) or `business` (when business needs it)."""
    condition: Text | None = None
    """The short form for the decision framework: ">1000 daily active users"."""
    when: Condition | None = None
    """The same in data, where it can be said."""

    @property
    def short(self) -> str:
        """The short form where there is one, else the sentence."""
        return self.condition or self.summary


def _sentence_alone(value: Any) -> Any:
    return {"summary": value} if isinstance(value, str) else value


TriggerOrSentence = Annotated[Trigger, BeforeValidator(_sentence_alone, json_schema_input_type=Trigger | Text)]
