"""What the quarters of the plan ask of each team, and what it has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.schedule.plan_days import days_of_quarters
from enhancement_roadmap.analysis.schedule.result import Schedule
from enhancement_roadmap.analysis.schedule.tasks import estimate_of, open_share, team_of
from enhancement_roadmap.model import Enhancement, Quarter, Team
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class QuarterDemand:
    """A team in a quarter.

    Attributes:
        quarter: the quarter.
        team: the team.
        asked: days of a person that are left to do of the enhancements of the quarter, by the middle of their estimates.
        there: days of a person that the team has, from the first day of the plan on.
    """

    quarter: Quarter
    team: Team
    asked: float
    there: float

    @property
    def is_over(self) -> bool:
        """Whether more is asked than there is."""
        return self.asked > self.there


def demands_of(facts: Facts, schedule: Schedule) -> Iterator[QuarterDemand]:
    """Each team in each quarter that asks something of it; quarters that are over are left out.

    Args:
        facts: the roadmap on a day.
        schedule: its dates.
    """
    plan = facts.roadmap.plan
    days = days_of_quarters(plan, facts.today)
    for quarter in plan.quarters:
        first, last = days[quarter.id].first, days[quarter.id].last
        if first is None or last is None or last < schedule.first_day:
            continue
        items = [item for name in quarter.enhancements if not facts.is_finished(item := facts.by_id[name])]
        for load in schedule.loads:
            asked = sum(_work(item, facts) for item in items if team_of(item, plan.teams) is load.team)
            if asked:
                begin, end = bisect_left(load.days, first.toordinal()), bisect_right(load.days, last.toordinal())
                yield QuarterDemand(quarter, load.team, asked, sum(load.there[begin:end]))


def _work(item: Enhancement, facts: Facts) -> float:
    """Days of a person that are left to do."""
    estimate = estimate_of(item)
    if estimate is None:
        return 0.0
    plan = facts.roadmap.plan
    time = plan.working_time
    days = estimate.middle * float(time.hours_of(estimate.unit) / time.hours_per_week) * len(plan.working_days)
    return days * float(open_share(item, facts)) * (item.costs.people.middle if item.costs else 1)
