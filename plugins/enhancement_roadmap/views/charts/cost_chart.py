"""The lines of a picture: cost and benefit as they add up over the horizon."""

from __future__ import annotations

import math

from enhancement_roadmap.analysis import MONTHS_OF_A_YEAR, Economics, ThreePointEstimate
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.axes import FRAME, AmountAxis, Tick
from enhancement_roadmap.views.parts.money import Money

_STEPS = 4
"""Steps that an axis has, about."""
_MOST_YEARS = 4
"""Years that a phone has room to name."""


@dataclass(frozen=True, slots=True)
class Course:
    """How an amount adds up.

    Attributes:
        band: corners of the area between its least and its most, in units of the drawing.
        line: ends of the line of its middle.
    """

    band: str
    line: str


@dataclass(frozen=True, slots=True)
class CostChart:
    """Everything that the picture consists of.

    Attributes:
        amounts: the axis of money, from bottom to top.
        grid: the path of a line for each of them, in units of the drawing.
        times: the axis of time, from left to right.
        cost: cost so far.
        benefit: benefit so far.
        mark: where they meet, in percent of the picture from the left and from the top; None where they do not.
    """

    amounts: tuple[Tick, ...]
    grid: str
    times: tuple[Tick, ...]
    cost: Course
    benefit: Course
    mark: tuple[float, float] | None


def cost_chart(economics: Economics, money: Money) -> CostChart | None:
    """Draw cost against benefit.

    Args:
        economics: cost and benefit.
        money: writes the amounts on the axis.

    Returns:
        None where there is nothing to draw.
    """
    months = economics.horizon_years * MONTHS_OF_A_YEAR
    start, end = economics.totals(0), economics.totals(months)
    most = max(end.cost.high, end.benefit.high) if end else 0
    if start is None or end is None or most <= 0:
        return None
    axis = AmountAxis.up_to(most, _STEPS)
    paid = economics.break_even_months
    mark = None
    if paid and paid.middle is not None and paid.middle <= months and (met := economics.totals(paid.middle)):
        mark = FRAME.across(paid.middle / months), FRAME.down(met.benefit.middle / axis.top)
    return CostChart(
        amounts=axis.ticks(money.short),
        grid="".join(f"M0 {round(axis.depth(place), 1):g}h{FRAME.units}" for place in axis.places),
        times=_times(economics.horizon_years),
        cost=_course(start.cost, end.cost, axis),
        benefit=_course(start.benefit, end.benefit, axis),
        mark=mark,
    )


def _times(years: int) -> tuple[Tick, ...]:
    if years == 1:
        return tuple(Tick(FRAME.across(month / MONTHS_OF_A_YEAR), f"{month} months" if month else "Start") for month in (0, 6, 12))
    step = math.ceil(years / _MOST_YEARS)
    return tuple(Tick(FRAME.across(year / years), f"Year {year}" if year else "Start") for year in range(0, years + 1, step))


def _course(start: ThreePointEstimate, end: ThreePointEstimate, axis: AmountAxis) -> Course:
    def point(x: int, amount: float) -> str:
        return f"{x},{round(axis.depth(amount), 1):g}"

    band = (point(0, start.low), point(FRAME.units, end.low), point(FRAME.units, end.high), point(0, start.high))
    return Course(" ".join(band), f"{point(0, start.middle)} {point(FRAME.units, end.middle)}")
