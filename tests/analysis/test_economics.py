"""Cost and benefit, against cases worked by hand, and what must hold whatever the figures are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import BreakEven, Economics, ThreePointEstimate, advice, by_net_value
from enhancement_roadmap.analysis.value.economics import NO_BENEFIT, NO_COSTS, NO_LIKELIHOOD, NO_LOSS, NO_RATES, economics_of
from enhancement_roadmap.model import PlanFile
from support.plans import enhancement, insight

RATES = {"per_hour": 100, "hours_per_week": 40, "horizon_years": 3}


def _weighed(costs: Any = None, benefit: Any = None, rates: Any = RATES, sprint_weeks: int = 2) -> Economics:
    plan = PlanFile.model_validate({"sprint_weeks": sprint_weeks, "rates": rates})
    found = economics_of(enhancement(1, costs=costs, benefit=benefit), plan)
    assert found is not None
    return found


def test_a_case_without_ranges() -> None:
    found = _weighed(
        {"development": "2 sprints", "people": 2, "tools_per_month": 120, "training_hours": 8, "maintenance_hours_per_month": 4},
        {"loss_prevented": 200_000, "yearly_likelihood": "20 %", "compliance_per_year": 2_000},
    )
    # Two sprints of two weeks of 40 hours are 160 hours; two people take 320 hours, and 8 hours of training: 328 × 100.
    assert found.one_off == ThreePointEstimate(32_800, 32_800, 32_800)
    # 120 for tools, and 4 × 100.
    assert found.running_per_month == ThreePointEstimate(520, 520, 520)
    # 200,000 × 0.2 = 40,000, and 2,000.
    assert found.benefit_per_year == ThreePointEstimate(42_000, 42_000, 42_000)
    # 3 × 42,000 - 32,800 - 36 × 520 = 126,000 - 32,800 - 18,720.
    assert found.net_value == ThreePointEstimate(74_480, 74_480, 74_480)
    # 42,000 / 12 - 520 = 2,980 a month; 32,800 / 2,980 = 11.0067….
    assert found.break_even_months is not None
    assert found.break_even_months.middle == pytest.approx(11.00671)
    assert found.missing == ()
    assert not found.is_example


def test_a_case_with_ranges() -> None:
    found = _weighed(
        {"development": "1-3 weeks", "tools_per_month": "100-300"},
        {"loss_prevented": "10000-30000", "yearly_likelihood": "0.1-0.5"},
        {"per_hour": "50-100", "hours_per_week": 40, "horizon_years": 2},
    )
    # 40 × 50; 80 × 75; 120 × 100.
    assert found.one_off == ThreePointEstimate(2_000, 6_000, 12_000)
    assert found.running_per_month == ThreePointEstimate(100, 200, 300)
    # 10,000 × 0.1; 20,000 × 0.3; 30,000 × 0.5.
    assert found.benefit_per_year == ThreePointEstimate(1_000, 6_000, 15_000)
    # Least: 2 × 1,000 - 12,000 - 24 × 300. Middle: 2 × 6,000 - 6,000 - 24 × 200. Most: 2 × 15,000 - 2,000 - 24 × 100.
    assert found.net_value == ThreePointEstimate(-17_200, 1_200, 25_600)
    # Best: 2,000 / (1,250 - 100) = 1.739…. Middle: 6,000 / (500 - 200) = 20. Worst: 83 - 300 a month is a loss.
    assert found.break_even_months == BreakEven(pytest.approx(1.7391304), 20, None)
    # After one year. Cost: 2,000 + 1,200; 6,000 + 2,400; 12,000 + 3,600.
    year = found.totals(12)
    assert year is not None
    assert year.cost == ThreePointEstimate(3_200, 8_400, 15_600)
    assert year.net == ThreePointEstimate(1_000 - 15_600, 6_000 - 8_400, 15_000 - 3_200)


@pytest.mark.parametrize(
    ("estimate", "expected"),
    [
        ("3 hours", 3),
        ("2 days", 2 * 7),
        ("2 weeks", 2 * 35),
        ("2 sprints", 2 * 3 * 35),
        ("6 months", 26 * 35),
        ("1 quarter", 13 * 35),
        ("1 year", 52 * 35),
    ],
)
def test_hours_of_each_unit_in_a_week_of_35_hours_and_sprints_of_three_weeks(estimate: str, expected: float) -> None:
    found = _weighed({"development": estimate}, rates={"per_hour": 1, "hours_per_week": 35}, sprint_weeks=3)
    assert found.one_off is not None
    assert found.one_off.middle == pytest.approx(expected)


@pytest.mark.parametrize(
    ("costs", "benefit", "expected"),
    [
        ({"tools_per_month": 0}, {"compliance_per_year": 0}, 0),
        ({"tools_per_month": 0}, {"compliance_per_year": 12}, 0),
        ({"tools_per_month": 1}, {"compliance_per_year": 12}, 0),
        ({"tools_per_month": 2}, {"compliance_per_year": 12}, None),
        ({"training_hours": 1}, {"compliance_per_year": 0}, None),
        ({"training_hours": 1, "tools_per_month": 1}, {"compliance_per_year": 12}, None),
        ({"training_hours": 1, "tools_per_month": 1}, {"compliance_per_year": 24}, 100),
    ],
)
def test_when_nothing_is_gained_a_month_only_what_costs_nothing_breaks_even(costs: Any, benefit: Any, expected: float | None) -> None:
    assert _weighed(costs, benefit).break_even_months == BreakEven(expected, expected, expected)


TIME = {"development": "1 sprint", "tools_per_month": 50}
WORTH = {"compliance_per_year": 1000}


@pytest.mark.parametrize(
    ("costs", "benefit", "rates", "missing"),
    [
        (None, WORTH, RATES, (NO_COSTS,)),
        ({"people": 3, "example": True}, WORTH, RATES, (NO_COSTS,)),
        (TIME, None, RATES, (NO_BENEFIT,)),
        (TIME, {"reputation": "high"}, RATES, (NO_BENEFIT,)),
        (TIME, {"loss_prevented": 5000}, RATES, (NO_LIKELIHOOD,)),
        (TIME, {"yearly_likelihood": "5 %", "compliance_per_year": 1}, RATES, (NO_LOSS,)),
        (TIME, WORTH, None, (NO_RATES,)),
        ({"training_hours": 5}, WORTH, None, (NO_RATES,)),
        (None, {"reputation": "high"}, None, (NO_COSTS, NO_BENEFIT)),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_made_of_it(costs: Any, benefit: Any, rates: Any, missing: tuple[str, ...]) -> None:
    found = _weighed(costs, benefit, rates)
    assert found.missing == missing
    assert (found.net_value, found.break_even_months, found.totals(1), advice(found, "high")) == (None, None, None, None)


def test_what_can_be_worked_out_is_worked_out() -> None:
    assert _weighed(TIME, WORTH, None).running_per_month == ThreePointEstimate(50, 50, 50)
    assert _weighed(TIME, WORTH, None).one_off is None
    assert _weighed(TIME, None).one_off == ThreePointEstimate(8_000, 8_000, 8_000)
    assert _weighed(None, WORTH).benefit_per_year == ThreePointEstimate(1_000, 1_000, 1_000)
    assert _weighed({"tools_per_month": 50}, WORTH, None).net_value == ThreePointEstimate(1_200, 1_200, 1_200)


def test_an_enhancement_that_says_nothing_is_not_weighed() -> None:
    assert economics_of(enhancement(1), PlanFile()) is None


@pytest.mark.parametrize(("costs", "benefit"), [(True, False), (False, True)])
def test_one_made_up_figure_makes_the_whole_an_example(costs: bool, benefit: bool) -> None:
    assert _weighed(TIME | {"example": costs}, WORTH | {"example": benefit}).is_example


@pytest.mark.parametrize(
    ("benefit", "reputation", "verdict", "is_certain"),
    [
        ("7000-8000", None, "implement", True),
        ("1000-12000", None, "implement", False),
        ("1000-9000", None, "defer", False),
        ("1000-6000", None, "defer", False),
        ("1000-5000", None, "cancel", True),
        ("1000-5000", "medium", "cancel", True),
        ("1000-5000", "high", "defer", False),
        ("1000-9000", "high", "defer", False),
    ],
)
def test_what_the_figures_recommend(benefit: str, reputation: Any, verdict: str, is_certain: bool) -> None:
    # 60 × 100 once and 36 × 333.33 in three years are 18,000: as much as a benefit of 6,000 a year.
    costs = {"training_hours": 60, "tools_per_month": 333.333333}
    found = advice(_weighed(costs, {"compliance_per_year": benefit}), reputation)
    assert found is not None
    assert (found.verdict, found.is_certain) == (verdict, is_certain)


def test_the_highest_net_value_comes_first_and_what_has_none_last() -> None:
    items = [
        enhancement(1),
        enhancement(2, costs={"tools_per_month": 1}, benefit={"compliance_per_year": 24}),
        enhancement(3, costs={"tools_per_month": 1}, benefit=None),
        enhancement(4, costs={"tools_per_month": 1}, benefit={"compliance_per_year": 2400}),
        enhancement(5, costs={"tools_per_month": 1}, benefit={"compliance_per_year": "0-48"}),
    ]
    here = insight(items)
    assert [item.number for item in by_net_value(items, here.economics, here.place)] == [4, 5, 2, 1, 3]


MONEY = st.integers(0, 1_000_000)
FEW = st.integers(0, 200)
MANY = st.integers(1, 400)
SHARE = st.integers(0, 30).map(lambda tenths: tenths / 10)


def _ranges(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, Any]]:
    return st.tuples(numbers, numbers).map(lambda ends: (min(ends), max(ends)))


FIGURES = st.fixed_dictionaries(
    {
        "per_hour": _ranges(MANY),
        "development": _ranges(FEW),
        "people": _ranges(st.integers(1, 20)),
        "tools_per_month": _ranges(MONEY),
        "training_hours": _ranges(FEW),
        "maintenance_hours_per_month": _ranges(FEW),
        "loss_prevented": _ranges(MONEY),
        "yearly_likelihood": _ranges(SHARE),
        "compliance_per_year": _ranges(MONEY),
    }
)
COSTS = ("per_hour", "development", "people", "tools_per_month", "training_hours", "maintenance_hours_per_month")
BENEFITS = ("loss_prevented", "yearly_likelihood", "compliance_per_year")
Figures = dict[str, tuple[float, float]]


def _from(figures: Figures) -> Economics:
    text = {name: f"{low}-{high}" for name, (low, high) in figures.items()}
    costs = {name: text[name] for name in COSTS if name != "per_hour"} | {"development": f"{text['development']} days"}
    return _weighed(costs, {name: text[name] for name in BENEFITS}, RATES | {"per_hour": text["per_hour"]})


def _late(months: float | None) -> float:
    return float("inf") if months is None else months


def _three(found: BreakEven | None) -> list[float]:
    assert found is not None
    return [_late(found.low), _late(found.middle), _late(found.high)]


def _ends(estimate: ThreePointEstimate | None) -> list[float]:
    assert estimate is not None
    return [estimate.low, estimate.middle, estimate.high]


@given(figures=FIGURES)
def test_the_ends_bracket_the_middle(figures: Figures) -> None:
    found = _from(figures)
    for estimate in (found.one_off, found.running_per_month, found.benefit_per_year, found.net_value):
        assert _ends(estimate) == sorted(_ends(estimate))
    assert _three(found.break_even_months) == sorted(_three(found.break_even_months))


@given(figures=FIGURES, name=st.sampled_from(COSTS), more=st.tuples(FEW, FEW))
def test_more_cost_never_shortens_break_even_nor_raises_the_net_value(figures: Figures, name: str, more: tuple[int, int]) -> None:
    before, after = _from(figures), _from(figures | {name: _more(figures[name], more)})
    pairs = zip(_three(before.break_even_months), _three(after.break_even_months), strict=True)
    assert all(later >= sooner for sooner, later in pairs)
    assert all(less <= much for much, less in zip(_ends(before.net_value), _ends(after.net_value), strict=True))


@given(figures=FIGURES, name=st.sampled_from(BENEFITS), more=st.tuples(FEW, FEW))
def test_more_benefit_never_lengthens_break_even_nor_lowers_the_net_value(figures: Figures, name: str, more: tuple[int, int]) -> None:
    before, after = _from(figures), _from(figures | {name: _more(figures[name], more)})
    pairs = zip(_three(before.break_even_months), _three(after.break_even_months), strict=True)
    assert all(sooner <= later for later, sooner in pairs)
    assert all(much >= less for less, much in zip(_ends(before.net_value), _ends(after.net_value), strict=True))


def _more(ends: tuple[float, float], more: tuple[int, int]) -> tuple[float, float]:
    return ends[0] + min(more), ends[1] + max(more)


@given(figures=FIGURES, factor=st.integers(2, 9))
def test_so_many_times_the_money_is_so_many_times_the_net_value_and_the_same_break_even(figures: Figures, factor: int) -> None:
    money = ("per_hour", "tools_per_month", "loss_prevented", "compliance_per_year")
    larger = {name: (low * factor, high * factor) if name in money else (low, high) for name, (low, high) in figures.items()}
    before, after = _from(figures), _from(larger)
    size = factor * (_ends(before.one_off)[2] + 36 * _ends(before.running_per_month)[2] + _ends(before.benefit_per_year)[2])
    assert _ends(after.net_value) == pytest.approx([factor * value for value in _ends(before.net_value)], abs=1e-9 * size + 1e-9)
    months = zip(_three(before.break_even_months), _three(after.break_even_months), strict=True)
    # Beyond a million months, what is gained in one is little more than what was rounded.
    assert all(later == pytest.approx(sooner, rel=1e-6) for sooner, later in months if sooner is None or sooner < 1e6)


@given(figures=FIGURES)
def test_a_positive_net_value_is_a_break_even_within_the_horizon(figures: Figures) -> None:
    found = _from(figures)
    for net, months in zip(_ends(found.net_value), reversed(_three(found.break_even_months)), strict=True):
        assume(abs(net) > 1)
        assert (net > 0) == (months < 36)
