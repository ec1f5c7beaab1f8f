"""Amounts and months, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import BreakEven, Economics, ThreePointEstimate
from enhancement_roadmap.views.charts.axes import FRAME, round_step
from enhancement_roadmap.views.charts.cost_chart import cost_chart
from enhancement_roadmap.views.parts.money import Money, break_even, likelihood, months

DOLLARS = Money("$")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12_400, "$12,400"),
        (0, "$0"),
        (866.67, "$867"),
        (0.5, "$0.50"),
        (5.0, "$5"),
        (-500, "−$500"),
        (-0.001, "$0.00"),
        (2e33, "$2e+33"),
    ],
)
def test_an_amount(value: float, shown: str) -> None:
    assert DOLLARS.exact(value) == shown


@pytest.mark.parametrize(
    ("estimate", "shown", "full"),
    [
        (ThreePointEstimate(8_000, 10_000, 12_000), "$8,000–12,000", "$10,000 ($8,000–12,000)"),
        (ThreePointEstimate(-500, 100, 1_000), "−$500 to $1,000", "$100 (−$500 to $1,000)"),
        (ThreePointEstimate(7, 7, 7), "$7", "$7"),
        (ThreePointEstimate(100.1, 100.2, 100.3), "$100", "$100"),
    ],
)
def test_a_range_of_amounts(estimate: ThreePointEstimate, shown: str, full: str) -> None:
    assert (DOLLARS.ends(estimate), DOLLARS.full(estimate)) == (shown, full)


@pytest.mark.parametrize(
    ("currency", "exact", "short"),
    [("€", "€12,000", "€12k"), ("EUR", "EUR\N{NO-BREAK SPACE}12,000", "12k"), ("zł", "zł\N{NO-BREAK SPACE}12,000", "zł12k")],
)
def test_a_currency_stands_before_and_a_long_one_not_on_an_axis(currency: str, exact: str, short: str) -> None:
    assert (Money(currency).exact(12_000), Money(currency).short(12_000)) == (exact, short)


@pytest.mark.parametrize(("value", "shown"), [(0, "$0"), (950, "$950"), (12_500, "$12.5k"), (-2e6, "−$2M"), (3e9, "$3bn"), (4e12, "$4tn")])
def test_an_amount_on_an_axis(value: float, shown: str) -> None:
    assert DOLLARS.short(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "never"),
        (0, "at once"),
        (0.2, "less than 1 month"),
        (1, "1 month"),
        (6.26, "6 months"),
        (9.97, "10 months"),
        (17.6, "18 months"),
        (36, "36 months"),
        (36.1, "not within 3 years"),
        (1e40, "not within 3 years"),
    ],
)
def test_months(value: float | None, shown: str) -> None:
    assert months(value, 3) == shown


def test_break_even_says_how_sure_it_is() -> None:
    assert break_even(BreakEven(7, 7, 7), 3) == "7 months"
    assert break_even(BreakEven(None, None, None), 3) == "never"
    assert break_even(BreakEven(5, 7, None), 3) == "7 months (5 months at best, never at worst)"
    assert break_even(BreakEven(20, 1_107, None), 3) == "not within 3 years (20 months at best, never at worst)"


def test_the_middle_of_a_range_has_no_more_figures_than_a_range_carries() -> None:
    assert DOLLARS.full(ThreePointEstimate(10_000, 13_333.3, 20_000)) == "$13,300 ($10,000–20,000)"
    assert DOLLARS.full(ThreePointEstimate(13_333, 13_333, 13_333)) == "$13,333"


@pytest.mark.parametrize(
    ("estimate", "shown"),
    [
        (ThreePointEstimate(0.1, 0.2, 0.3), "10–30 %"),
        (ThreePointEstimate(0.125, 0.125, 0.125), "12.5 %"),
        (ThreePointEstimate(0.5, 1, 2), "0.5–2 times"),
        (ThreePointEstimate(0, 0, 0), "0 %"),
    ],
)
def test_a_likelihood(estimate: ThreePointEstimate, shown: str) -> None:
    assert likelihood(estimate) == shown


@given(least=st.floats(1e-6, 1e40))
def test_a_step_of_an_axis_is_a_round_number_and_not_much_more_than_asked_for(least: float) -> None:
    step = round_step(least)
    assert least <= step <= 2.5 * least
    assert f"{step:.6e}"[:3] in {"1.0", "2.0", "2.5", "5.0"}


AMOUNT = st.floats(0, 1e30)
SPANS = st.tuples(AMOUNT, AMOUNT, AMOUNT).map(lambda three: ThreePointEstimate(*sorted(three)))


@given(one_off=SPANS, running=SPANS, benefit=SPANS, years=st.integers(1, 30))
def test_everything_drawn_is_inside_the_picture(
    one_off: ThreePointEstimate, running: ThreePointEstimate, benefit: ThreePointEstimate, years: int
) -> None:
    chart = cost_chart(Economics(one_off, running, benefit, years, (), is_example=False), DOLLARS)
    if chart is None:
        assert one_off.high + running.high + benefit.high < 1
        return
    for course in (chart.cost, chart.benefit):
        for point in f"{course.band} {course.line}".split():
            assert all(0 <= float(place) <= FRAME.units for place in point.split(","))
    for tick in (*chart.amounts, *chart.times):
        assert 0 <= tick.at <= 100
    assert 2 <= len(chart.amounts) <= 6
    assert chart.times[0].label == "Start"
    assert chart.mark is None or all(0 <= place <= 100 for place in chart.mark)
