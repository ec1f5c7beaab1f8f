"""What does an enhancement cost, what is it worth, and when does it pay?

Formulas and their sources are explained in ``docs/explanation/cost-and-benefit.md``.
"""

from __future__ import annotations

from enhancement_roadmap.analysis.value.three_point import NOTHING, ThreePointEstimate
from enhancement_roadmap.model import Benefit, Costs, Enhancement, PlanFile, Rates
from enhancement_roadmap.model.costs import HORIZON_YEARS
from enhancement_roadmap.records import dataclass

MONTHS_OF_A_YEAR = 12
"""Months of a year."""

NO_COSTS = "what it costs: ‘costs’ in its file"
NO_RATES = "what an hour of work costs: ‘rates’ in plan.yml"
NO_BENEFIT = "what it protects or earns, as an amount: ‘loss_prevented’ or ‘compliance_per_year’ in its ‘benefit’"
NO_LIKELIHOOD = "how often the loss is to be expected in a year: ‘yearly_likelihood’ in its ‘benefit’"
NO_LOSS = "what one incident would cost: ‘loss_prevented’ in its ‘benefit’"


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Months until the benefit has made up for the cost; None for never.

    Attributes:
        low: in the best case: the least cost and the most benefit.
        middle: by the middles.
        high: in the worst case.
    """

    low: float | None
    middle: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What has added up after some time in use.

    Attributes:
        cost: one-off cost and running cost so far, in the currency.
        benefit: benefit so far, in the currency.
    """

    cost: ThreePointEstimate
    benefit: ThreePointEstimate

    @property
    def net(self) -> ThreePointEstimate:
        """What the benefit exceeds the cost by."""
        return self.benefit - self.cost


@dataclass(frozen=True, slots=True)
class Economics:
    """Cost against benefit of one enhancement; what can not be worked out is None.

    Attributes:
        one_off: cost of building and training, in the currency.
        running_per_month: cost of tools and maintenance a month, in the currency.
        benefit_per_year: annualised loss expectancy that is prevented, and compliance value, in the currency a year.
        horizon_years: years over which cost and benefit are added up.
        missing: what is needed to work out the rest, in words.
        is_example: whether some of the figures are made up to show the form.
    """

    one_off: ThreePointEstimate | None
    running_per_month: ThreePointEstimate | None
    benefit_per_year: ThreePointEstimate | None
    horizon_years: int
    missing: tuple[str, ...]
    is_example: bool

    def totals(self, months: float) -> Totals | None:
        """What has added up after so many months in use."""
        if self.one_off is None or self.running_per_month is None or self.benefit_per_year is None:
            return None
        return Totals(self.one_off + self.running_per_month.times(months), self.benefit_per_year.times(months / MONTHS_OF_A_YEAR))

    @property
    def net_value(self) -> ThreePointEstimate | None:
        """What the benefit exceeds the cost by over the horizon, in the currency."""
        totals = self.totals(self.horizon_years * MONTHS_OF_A_YEAR)
        return totals.net if totals else None

    @property
    def break_even_months(self) -> BreakEven | None:
        """Months until the benefit has made up for the cost: one-off cost / (benefit a month - running cost a month)."""
        if self.one_off is None or self.running_per_month is None or self.benefit_per_year is None:
            return None
        gain = self.benefit_per_year / MONTHS_OF_A_YEAR - self.running_per_month
        return BreakEven(
            _months(self.one_off.low, gain.high), _months(self.one_off.middle, gain.middle), _months(self.one_off.high, gain.low)
        )


def economics_of(item: Enhancement, plan: PlanFile) -> Economics | None:
    """Weigh the cost of an enhancement against its benefit.

    Args:
        item: the enhancement.
        plan: what work costs, and how long a sprint is.

    Returns:
        As much as can be worked out; None where the enhancement says nothing about cost and benefit.
    """
    if item.costs is None and item.benefit is None:
        return None
    missing: list[str] = []
    one_off, running = _cost(item.costs, plan, missing)
    return Economics(
        one_off=one_off,
        running_per_month=running,
        benefit_per_year=_benefit(item.benefit, missing),
        horizon_years=plan.rates.horizon_years if plan.rates else HORIZON_YEARS,
        missing=tuple(missing),
        is_example=any(figures is not None and figures.example for figures in (item.costs, item.benefit)),
    )


def development_cost(costs: Costs, plan: PlanFile) -> ThreePointEstimate | None:
    """Cost of building it: hours × people × rate; None where there is an estimate but no rate."""
    if costs.development is None:
        return NOTHING
    if plan.rates is None:
        return None
    time = costs.development
    hours = ThreePointEstimate(time.low, time.middle, time.high).times(float(plan.working_time.hours_of(time.unit)))
    return hours * ThreePointEstimate.of(costs.people) * ThreePointEstimate.of(plan.rates.per_hour)


def training_cost(costs: Costs, plan: PlanFile) -> ThreePointEstimate | None:
    """Cost of training, once; None where there are hours but no rate."""
    return _at_rate(ThreePointEstimate.of(costs.training_hours), plan.rates)


def maintenance_cost(costs: Costs, plan: PlanFile) -> ThreePointEstimate | None:
    """Cost of maintenance a month; None where there are hours but no rate."""
    return _at_rate(ThreePointEstimate.of(costs.maintenance_hours_per_month), plan.rates)


def loss_expectancy(benefit: Benefit) -> ThreePointEstimate:
    """Annualised loss expectancy: what an incident would cost × how often one is to be expected in a year."""
    return ThreePointEstimate.of(benefit.loss_prevented) * ThreePointEstimate.of(benefit.yearly_likelihood)


def _cost(costs: Costs | None, plan: PlanFile, missing: list[str]) -> tuple[ThreePointEstimate | None, ThreePointEstimate | None]:
    """One-off cost, and running cost a month."""
    if costs is None or costs.model_fields_set <= {"people", "example"}:
        missing.append(NO_COSTS)
        return None, None
    if plan.rates is None and costs.times:
        missing.append(NO_RATES)
    development, training, maintenance = development_cost(costs, plan), training_cost(costs, plan), maintenance_cost(costs, plan)
    one_off = None if development is None or training is None else development + training
    running = None if maintenance is None else ThreePointEstimate.of(costs.tools_per_month) + maintenance
    return one_off, running


def _benefit(benefit: Benefit | None, missing: list[str]) -> ThreePointEstimate | None:
    """Benefit a year. A loss without its likelihood is worth an unknown amount, not nothing."""
    given = benefit.model_fields_set if benefit else set()
    if benefit is None or given.isdisjoint({"loss_prevented", "yearly_likelihood", "compliance_per_year"}):
        missing.append(NO_BENEFIT)
        return None
    if ("loss_prevented" in given) != ("yearly_likelihood" in given):
        missing.append(NO_LIKELIHOOD if "loss_prevented" in given else NO_LOSS)
        return None
    return loss_expectancy(benefit) + ThreePointEstimate.of(benefit.compliance_per_year)


def _at_rate(time: ThreePointEstimate, rates: Rates | None) -> ThreePointEstimate | None:
    if time.high == 0:
        return NOTHING
    return None if rates is None else time * ThreePointEstimate.of(rates.per_hour)


def _months(one_off: float, gain: float) -> float | None:
    if one_off == 0 and gain >= 0:
        return 0.0
    return one_off / gain if gain > 0 else None
