"""What is true of a roadmap on a day, each fact worked out at most once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from enhancement_roadmap.analysis.decisions.lifecycle import derived_stage
from enhancement_roadmap.analysis.decisions.readiness import ReadinessAnswers
from enhancement_roadmap.analysis.index import Index
from enhancement_roadmap.analysis.priority.agreement import levels_instead
from enhancement_roadmap.analysis.priority.scoring import PriorityBand, levels_of, priority_bands
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.reviews.cadence import assessment_cadence, is_stale, last_look_at_assessments
from enhancement_roadmap.analysis.reviews.due import DueReview, reviews_due
from enhancement_roadmap.analysis.reviews.last_review import LastChange, last_reviews
from enhancement_roadmap.analysis.sign_off.endings import Ending, endings_of, is_accepted, is_deferred
from enhancement_roadmap.analysis.triggers.evaluation import Evaluation, TriggerState, evaluate
from enhancement_roadmap.analysis.triggers.series import Series, series_of
from enhancement_roadmap.analysis.value.economics import Economics, economics_of
from enhancement_roadmap.model import Cadence, Enhancement, PartialDate, PriorityLevel, Reading, Roadmap, Stage, Status


class Facts(Index):
    """What is true of each part of the roadmap on a day.

    Args:
        roadmap: a roadmap without findings.
        today: the day to judge by.
        history: gives the last change of each enhancement by its id, once that is asked for; default: there is no history.
    """

    def __init__(self, roadmap: Roadmap, today: date, history: Callable[[], Mapping[str, LastChange]] = dict) -> None:
        super().__init__(roadmap)
        self.today = today
        self._history = history

    @cached_property
    def last_changes(self) -> Mapping[str, LastChange]:
        """The last change of each enhancement that its history knows of, by its id."""
        return self._history()

    @cached_property
    def last_reviews(self) -> Mapping[str, date | None]:
        """The last day on which each enhancement was looked at, by its id; None where nobody says that it ever was."""
        return last_reviews(self.roadmap, self.last_changes)

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Progress of each enhancement, by its id."""
        return {item.id: progress_of([item]) for item in self.roadmap.enhancements}

    @cached_property
    def total(self) -> Progress:
        """Progress of the whole roadmap."""
        return progress_of(self.roadmap.enhancements)

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """What is known of each metric, by its id."""
        return {name: series_of(metric, self.today) for name, metric in self.metrics.items()}

    @cached_property
    def readings(self) -> Mapping[str, Reading | None]:
        """The latest reading of each metric, by the metric's id."""
        return {name: series.latest for name, series in self.series.items()}

    @cached_property
    def evaluations(self) -> Mapping[str, Evaluation]:
        """Where the trigger of each enhancement stands, by the enhancement's id."""
        return {item.id: evaluate(item.trigger, self.series, self.events, self.today) for item in self.roadmap.enhancements}

    @cached_property
    def trigger_states(self) -> Mapping[str, TriggerState]:
        """The state of each enhancement's trigger in a word, by the enhancement's id."""
        return {name: evaluation.state for name, evaluation in self.evaluations.items()}

    @cached_property
    def readiness(self) -> Mapping[str, ReadinessAnswers]:
        """Where each enhancement stands against the readiness criteria, by its id."""
        criteria = self.roadmap.about.readiness_criteria
        return {item.id: ReadinessAnswers(criteria, item.readiness) for item in self.roadmap.enhancements}

    @cached_property
    def derived_stages(self) -> Mapping[str, Stage]:
        """For each enhancement's id what its status means by the facts, by `analysis.decisions.lifecycle`."""
        return {
            item.id: derived_stage(
                self.stages[item.id],
                has_fired=self.trigger_states[item.id] == "fired",
                is_prepared=self.readiness[item.id].is_complete,
                is_blocked=self.is_blocked(item),
            )
            for item in self.roadmap.enhancements
        }

    def status_by_facts(self, item: Enhancement) -> Status | None:
        """The status that the facts speak for, where it is not the declared one.

        Returns:
            The first status that counts as the derived stage; None where the declared one does, or none does.
        """
        derived = self.derived_stages[item.id]
        if derived == self.stages[item.id]:
            return None
        return next((status for status in self.statuses.values() if status.counts_as == derived), None)

    def is_due(self, item: Enhancement) -> bool:
        """Whether it could start by its trigger, or by what its status says of it, and has not."""
        return self.derived_stages[item.id] in {"triggered", "ready"} and not self.is_set_aside(item)

    def is_ready(self, item: Enhancement) -> bool:
        """Whether it is due with nothing in its way: every readiness criterion met, and waiting for no other."""
        return self.derived_stages[item.id] == "ready" and not self.is_set_aside(item)

    def is_set_aside(self, item: Enhancement) -> bool:
        """Whether it is left alone for now: deferred, or its risk accepted."""
        return self.is_put_off(item) or self.is_accepted(item)

    @cached_property
    def priority_bands(self) -> Sequence[PriorityBand]:
        """Which scores mean which priority level, the highest level first; empty without scales."""
        return priority_bands(self.roadmap.about.priorities, self.roadmap.about.scoring)

    @cached_property
    def scored_levels(self) -> Mapping[str, tuple[PriorityLevel, ...]]:
        """For each enhancement's id the levels that its score can mean, the highest first; none without an assessment."""
        return {
            item.id: levels_of(item.assessment.score, self.priority_bands) if item.assessment else () for item in self.roadmap.enhancements
        }

    def contradicting_levels(self, item: Enhancement) -> tuple[PriorityLevel, ...]:
        """The levels that its score means instead of the declared one, by `analysis.priority.agreement`; empty where they agree."""
        if item.assessment is None or item.priority is None:
            return ()
        return levels_instead(item.priority, item.assessment.score, self.priority_bands)

    @cached_property
    def economics(self) -> Mapping[str, Economics | None]:
        """Cost against benefit of each enhancement, by its id; None where it says nothing about them."""
        return {item.id: economics_of(item, self.roadmap.plan) for item in self.roadmap.enhancements}

    @cached_property
    def reviews(self) -> Sequence[DueReview]:
        """The document's next review and each regular one, in the order in which they are due."""
        return reviews_due(self.roadmap, self.today)

    @cached_property
    def assessment_cadence(self) -> Cadence | None:
        """How often assessments are looked at, by `analysis.reviews.cadence`."""
        return assessment_cadence(self.roadmap.governance.reviews)

    def is_stale(self, item: Enhancement) -> bool:
        """Whether its assessment is older than the cadence of reviews; one that is done or cancelled needs no new one."""
        if item.assessment is None or self.is_finished(item):
            return False
        return is_stale(item.assessment, self.assessment_cadence, self._looked_at, self.today)

    @cached_property
    def _looked_at(self) -> PartialDate | None:
        return last_look_at_assessments(self.roadmap.governance.reviews)

    def is_accepted(self, item: Enhancement) -> bool:
        """Whether its risk is accepted today, so that nothing need be done about it."""
        return not self.is_finished(item) and is_accepted(item, self.today)

    def is_put_off(self, item: Enhancement) -> bool:
        """Whether it is deferred today, by its status or until a day."""
        return not self.is_finished(item) and (self.stages[item.id] == "deferred" or is_deferred(item, self.today))

    def is_overdue(self, item: Enhancement) -> bool:
        """Whether the day is over by which it, or one of its requirements, should have been done."""
        return any(ending.what == "due" and ending.is_over(self.today) for ending in self.endings.get(item.id, ()))

    @cached_property
    def endings(self) -> Mapping[str, Sequence[Ending]]:
        """Days that end something, for the id of each unfinished enhancement that has any."""
        found = {item.id: tuple(endings_of(item)) for item in self.roadmap.enhancements if not self.is_finished(item)}
        return {name: endings for name, endings in found.items() if endings}
