"""Teams over time: who is there, who is at work, and where more is asked than there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from enhancement_roadmap.analysis.schedule.demand import demands_of
from enhancement_roadmap.analysis.schedule.result import TeamLoad
from enhancement_roadmap.model import PartialDate, Team
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import number
from enhancement_roadmap.views.charts.axes import FRAME, AmountAxis, Tick
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options

_MOST_MONTHS = 36
"""Months that a picture has room for."""
_STEPS = 2
_LEAST = 0.005
"""People at work below which nobody is."""


@dataclass(frozen=True, slots=True)
class LoadMonth:
    """A team in a month, in people on a working day.

    Attributes:
        on: the month.
        there: people who are there.
        busy: people at work.
        settled: people whom work with settled days asks for.
    """

    on: PartialDate
    there: float
    busy: float
    settled: float

    @property
    def is_over(self) -> bool:
        """Whether settled days ask for more people than there are."""
        return self.settled > self.there + _LEAST


@dataclass(frozen=True, slots=True)
class LoadColumn:
    """A month in the picture; places and sizes are percent of it.

    Attributes:
        left: its left edge.
        width: of its columns.
        there_top: upper edge of the people who are there.
        busy_top: upper edge of those at work.
        is_over: whether more are asked for than there are.
    """

    left: float
    width: float
    there_top: float
    busy_top: float
    is_over: bool


@dataclass(frozen=True, slots=True)
class LoadChart:
    """A team over time.

    Attributes:
        team: the team.
        months: what is told of each.
        columns: the same as a picture.
        numbers: the axis of people.
        times: the first and the last month.
        waits: working days that work waits for it in all.
    """

    team: Team
    months: Sequence[LoadMonth]
    columns: Sequence[LoadColumn]
    numbers: Sequence[Tick]
    times: Sequence[Tick]
    waits: int


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """A picture of each team, from the first day to the last on which anybody is at work; and the quarters' demands."""
    schedule = render_context.insight.schedule
    if schedule is None:
        return {"charts": None}
    end = max((_last_busy(load) for load in schedule.loads), default=0)
    charts = [_chart(load, end) for load in schedule.loads if load.days]
    return {
        "charts": charts,
        "rows": list(zip(*(chart.months for chart in charts), strict=True)),
        "is_over": any(month.is_over for chart in charts for month in chart.months),
        "demands": list(demands_of(render_context.insight, schedule)),
        "frame": FRAME,
        "bottom": round(FRAME.top + FRAME.height, 2),
        "bottleneck": schedule.bottleneck,
        "people": _people,
    }


def _people(amount: float) -> str:
    return number(round(amount, 1))


def _last_busy(load: TeamLoad) -> int:
    """The place of the last day on which somebody of it is at work."""
    return max((place for place, busy in enumerate(load.busy) if busy > _LEAST), default=0)


def _chart(load: TeamLoad, end: int) -> LoadChart:
    months = list(_months(load, end))[:_MOST_MONTHS]
    most = max([0.1, *(amount for month in months for amount in (month.there, month.settled))])
    axis = AmountAxis.up_to(most, _STEPS)
    width = FRAME.width / len(months)
    columns = [
        LoadColumn(
            round(FRAME.left + width * (place + 0.1), 2),
            round(width * 0.8, 2),
            FRAME.down(month.there / axis.top),
            FRAME.down(max(month.busy, month.settled) / axis.top),
            month.is_over,
        )
        for place, month in enumerate(months)
    ]
    times = [Tick(FRAME.across(0), str(months[0].on)), Tick(FRAME.across(1), str(months[-1].on))]
    return LoadChart(load.team, months, columns, axis.ticks(lambda place: number(round(place, 1))), times, load.waits)


def _months(load: TeamLoad, end: int) -> Iterator[LoadMonth]:
    """People on average over the working days of each month."""
    places: dict[PartialDate, list[int]] = {}
    for place, day in enumerate(load.days[: end + 1]):
        places.setdefault(PartialDate.month_of(date.fromordinal(day)), []).append(place)
    for month, members in places.items():
        there, busy, settled = (_mean(values, members) for values in (load.there, load.busy, load.settled))
        yield LoadMonth(month, there, busy, settled)


def _mean(values: Sequence[float], places: Sequence[int]) -> float:
    return sum(values[place] for place in places if place < len(values)) / len(places)


_SUMMARY = "Each team over time: who is there, who is at work, and where more is asked than there is."

VIEW = view_without_options("load", _SUMMARY, context)
