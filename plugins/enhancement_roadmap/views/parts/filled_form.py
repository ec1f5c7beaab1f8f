"""The cost-benefit form of one enhancement, filled in: the labels of the form, what the data says, what follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import (
    Economics,
    Insight,
    ThreePointEstimate,
    advice,
    development_cost,
    loss_expectancy,
    maintenance_cost,
    training_cost,
)
from enhancement_roadmap.model import Amount, Benefit, Costs, Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import plural
from enhancement_roadmap.text import plain
from enhancement_roadmap.text.long import flat
from enhancement_roadmap.views.parts.money import Money, break_even, likelihood

NOT_SAID = "–"


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the form.

    Attributes:
        label: what it is.
        value: what the data says or what follows from it; plain words, without any markup.
        note: what more there is to say, such as what a time costs; as plain, may be empty.
    """

    label: str
    value: str
    note: str = ""

    @property
    def words(self) -> str:
        """The value with its note, where there is no room below it."""
        return f"{self.value} ({self.note})" if self.note else self.value


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Lines that belong together.

    Attributes:
        title: empty where they have none.
        fields: in their order.
        is_example: whether the figures are made up to show the form.
    """

    title: str
    fields: tuple[FormField, ...]
    is_example: bool = False


def filled_form(item: Enhancement, insight: Insight) -> tuple[FormGroup, ...]:
    """The form of an enhancement, in the order that it is filled in by hand.

    Args:
        item: the enhancement.
        insight: answers about the roadmap.

    Returns:
        Nothing where the enhancement says nothing about cost and benefit.
    """
    economics = insight.economics[item.id]
    if economics is None:
        return ()
    form = _Form(insight, economics)
    costs, benefit = item.costs or Costs(), item.benefit or Benefit()
    return (
        FormGroup("", (FormField("Enhancement", plain(item.title)),)),
        FormGroup("Implementation Cost", tuple(form.cost(costs)), costs.example),
        FormGroup("Risk Mitigation Value", tuple(form.value(benefit)), benefit.example),
        FormGroup("", tuple(form.outcome(item, benefit))),
    )


class _Form:
    def __init__(self, insight: Insight, economics: Economics) -> None:
        self._plan = insight.roadmap.plan
        self._economics = economics
        self._money = Money(currency(insight))

    def cost(self, costs: Costs) -> Iterator[FormField]:
        time = plain(costs.development.range) if costs.development else NOT_SAID
        if costs.development and costs.people != Amount(1, 1):
            time += f", {costs.people} people"
        yield FormField("Development time", time, self._costing(development_cost(costs, self._plan)))
        yield FormField("Tools/licenses", self._amount(costs, "tools_per_month", ThreePointEstimate.of(costs.tools_per_month), "/month"))
        training, maintenance = training_cost(costs, self._plan), maintenance_cost(costs, self._plan)
        yield FormField("Training", _time(costs, "training_hours", "hours"), self._costing(training))
        yield FormField("Maintenance", _time(costs, "maintenance_hours_per_month", "hours/month"), self._costing(maintenance, "/month"))
        yield FormField("One-off cost", self._result(self._economics.one_off))
        yield FormField("Running cost", self._result(self._economics.running_per_month, "/month"))

    def value(self, benefit: Benefit) -> Iterator[FormField]:
        loss, yearly = ThreePointEstimate.of(benefit.loss_prevented), ThreePointEstimate.of(benefit.yearly_likelihood)
        note = ""
        if {"loss_prevented", "yearly_likelihood"} <= benefit.model_fields_set:
            note = f"× {likelihood(yearly)} a year = {self._money.ends(loss_expectancy(benefit))}/year"
        yield FormField("Potential loss prevented", self._amount(benefit, "loss_prevented", loss), note)
        yield FormField(
            "Compliance value", self._amount(benefit, "compliance_per_year", ThreePointEstimate.of(benefit.compliance_per_year), "/year")
        )
        yield FormField("Reputation protection", benefit.reputation.capitalize() if benefit.reputation else NOT_SAID)
        yield FormField("Yearly benefit", self._result(self._economics.benefit_per_year, "/year"))

    def outcome(self, item: Enhancement, benefit: Benefit) -> Iterator[FormField]:
        economics = self._economics
        paid, net = economics.break_even_months, economics.net_value
        yield FormField("ROI Timeline", f"Break even: {break_even(paid, economics.horizon_years)}" if paid else NOT_SAID)
        yield FormField(f"Net value over {horizon(economics)}", self._money.full(net) if net else NOT_SAID)
        found = advice(economics, benefit.reputation)
        declared = item.recommendation
        if declared:
            why = f": {flat(declared.why)}" if declared.why else ""
            note = f"From the figures: {found.verdict}. {found.why}" if found else ""
            yield FormField("Recommendation", f"{declared.verdict.capitalize()}{why}", note)
        elif found:
            yield FormField("Recommendation", found.verdict.capitalize(), f"From the figures: {found.why}")
        else:
            yield FormField("Recommendation", NOT_SAID)

    def _amount(self, node: Costs | Benefit, key: str, estimate: ThreePointEstimate, per: str = "") -> str:
        return f"{self._money.ends(estimate)}{per}" if key in node.model_fields_set else NOT_SAID

    def _costing(self, estimate: ThreePointEstimate | None, per: str = "") -> str:
        return f"{self._money.ends(estimate)}{per}" if estimate and estimate.high else ""

    def _result(self, estimate: ThreePointEstimate | None, per: str = "") -> str:
        return f"{self._money.ends(estimate)}{per}" if estimate else NOT_SAID


def _time(costs: Costs, key: str, unit: str) -> str:
    return f"{getattr(costs, key)} {unit}" if key in costs.model_fields_set else NOT_SAID


def currency(insight: Insight) -> str:
    """The sign before amounts of money; that of the rates, or the usual one."""
    rates = insight.roadmap.plan.rates
    return rates.currency if rates else "$"


def horizon(economics: Economics) -> str:
    """``3 years``: how far cost and benefit are looked ahead."""
    return plural(economics.horizon_years, "year")
