"""What an enhancement costs and what it is worth: the data behind the cost-benefit form."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from enhancement_roadmap.model.base import Node, Text
from enhancement_roadmap.model.durations import HOURS_PER_WEEK
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.ranges import Amount

Verdict = Literal["implement", "defer", "cancel"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Protection = Literal["high", "medium", "low"]

HORIZON_YEARS = 3
"""Of a plan that does not say otherwise."""


class Rates(Node):
    """What work costs, for all enhancements."""

    currency: Text = "$"
    """Shown before every amount of money."""
    per_hour: Amount
    """Cost of an hour of work, in the currency."""
    hours_per_week: Annotated[int, Field(ge=1, le=168)] = HOURS_PER_WEEK
    """Working hours of one person in a week."""
    horizon_years: Annotated[int, Field(ge=1, le=30)] = HORIZON_YEARS
    """Years over which cost and benefit are added up."""


class Costs(Node):
    """What it takes to build and to keep."""

    development: Estimate | None = None
    """Development time: a range with its unit."""
    people: Amount = Amount(1, 1)
    """How many people work on it in that time."""
    tools_per_month: Amount = Amount(0, 0)
    """Tools and licences a month, in the currency."""
    training_hours: Amount = Amount(0, 0)
    """Hours of training, once."""
    maintenance_hours_per_month: Amount = Amount(0, 0)
    """Hours of maintenance a month."""
    example: bool = False
    """True for made-up figures that show the form."""

    @property
    def times(self) -> tuple[str, ...]:
        """Keys of what is time here, which takes the plan's rates to become money."""
        development = ("development",) if self.development else ()
        hours = {"training_hours": self.training_hours, "maintenance_hours_per_month": self.maintenance_hours_per_month}
        return development + tuple(key for key, amount in hours.items() if amount.high > 0)


class Benefit(Node):
    """What it protects or earns."""

    loss_prevented: Amount = Amount(0, 0)
    """Potential loss prevented: what one incident would cost, in the currency."""
    yearly_likelihood: Amount = Amount(0, 0)
    """How often such an incident is to be expected in a year: `0.2`, or `20 %`, is once in five years."""
    compliance_per_year: Amount = Amount(0, 0)
    """Compliance value a year, in the currency."""
    reputation: Protection | None = None
    """Reputation protection: `high`, `medium` or `low`."""
    example: bool = False
    """True for made-up figures that show the form."""


class Recommendation(Node):
    """What the planners recommend."""

    verdict: Verdict
    """`implement`, `defer` or `cancel`."""
    why: LongText | None = None
    """The reason."""


def _verdict_alone(value: Any) -> Any:
    return {"verdict": value} if isinstance(value, str) else value


RecommendationOrVerdict = Annotated[Recommendation, BeforeValidator(_verdict_alone, json_schema_input_type=Recommendation | Verdict)]
