"""Answers about one roadmap on one day, each made of several facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from enhancement_roadmap.analysis.decisions.decision import Decision, decisions, next_decision
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.reviews.due import DueReview
from enhancement_roadmap.analysis.schedule.asked import schedule_if_any
from enhancement_roadmap.analysis.schedule.result import Schedule
from enhancement_roadmap.analysis.sign_off.controls import Control, controls_of
from enhancement_roadmap.analysis.sign_off.endings import Ending
from enhancement_roadmap.analysis.triggers.thresholds import Threshold, thresholds_of
from enhancement_roadmap.model import Approval, Enhancement, Metric


class Insight(Facts):
    """What the roadmap means on a day: what to do, what is next, what has to be looked at."""

    @cached_property
    def decisions(self) -> Sequence[Decision]:
        """What to do now about each enhancement, by `analysis.decisions.decision`."""
        return decisions(self)

    @cached_property
    def schedule(self) -> Schedule | None:
        """When each enhancement will be done, by `analysis.schedule`; None where the plan has no team."""
        plan = self.roadmap.plan
        return schedule_if_any(self, {decision.item.id: decision.action for decision in self.decisions} if plan.teams else {})

    @cached_property
    def due(self) -> Sequence[Enhancement]:
        """Enhancements that could start by their trigger and have not, the most urgent first."""
        return [item for item in self.unfinished if self.is_due(item)]

    @cached_property
    def next_up(self) -> Decision | None:
        """The decision to look at next, by `analysis.decisions.decision`; None where nothing can be done."""
        return next_decision(self.decisions, self)

    @cached_property
    def thresholds(self) -> Mapping[str, Sequence[Threshold]]:
        """For each metric's id the thresholds that unfinished enhancements wait for, the lowest first."""
        unfinished = (item for item in self.roadmap.enhancements if not self.is_finished(item))
        return thresholds_of(unfinished, self.evaluations)

    @cached_property
    def passed(self) -> Sequence[Ending]:
        """Days that are over: what should have been done, deferrals and accepted risks that have ended; the longest first."""
        over = (ending for endings in self.endings.values() for ending in endings if ending.is_over(self.today))
        return sorted(over, key=lambda ending: ending.on.last)

    def passing(self, days: int) -> Sequence[Ending]:
        """Days that are over within so many days from today; the next first."""
        near = (ending for endings in self.endings.values() for ending in endings if ending.is_near(self.today, days))
        return sorted(near, key=lambda ending: ending.on.last)

    def outdated_approvals(self, item: Enhancement) -> Sequence[Approval]:
        """Approvals of what has changed since, by the history; none for one that is done or cancelled."""
        change = self.last_changes.get(item.id)
        return [one for one in item.approved if change and change.on > one.on.last] if not self.is_finished(item) else []

    @cached_property
    def controls(self) -> Sequence[Control]:
        """The controls that the roadmap answers, each with what answers it."""
        return controls_of(self.roadmap.enhancements)

    def changed_since_review(self, item: Enhancement) -> date | None:
        """The day on which it was changed last, where it is unfinished and that is after its last review."""
        return None if self.is_finished(item) else self._changed_after_review_of(item, item.id)

    def suspect_dependencies(self, item: Enhancement) -> list[Enhancement]:
        """What it depends on and was changed after its own last review; none for one that is done or cancelled."""
        if self.is_finished(item):
            return []
        return [self.by_id[name] for name in item.scope.needs if self._changed_after_review_of(item, name)]

    def _changed_after_review_of(self, item: Enhancement, name: str) -> date | None:
        """The day on which the enhancement of a name was changed last, where that is after the last review of another."""
        change = self.last_changes.get(name)
        return change.on if change is not None and change.is_after(self.last_reviews[item.id]) else None

    @cached_property
    def overdue_reviews(self) -> Sequence[DueReview]:
        """Reviews whose day is over, the longest first."""
        return [review for review in self.reviews if review.is_overdue]

    @cached_property
    def stale_assessments(self) -> Sequence[Enhancement]:
        """Unfinished enhancements whose assessment is older than its review allows, the most urgent first."""
        return [item for item in self.unfinished if self.is_stale(item)]

    @cached_property
    def out_of_date_metrics(self) -> Sequence[Metric]:
        """Metrics whose latest reading is too old to say anything; one without readings is not among them."""
        return [series.metric for series in self.series.values() if series.stale_since is not None]
