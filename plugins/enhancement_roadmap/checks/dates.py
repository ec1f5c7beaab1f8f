"""What is overdue or out of date on a day: no mistake in the data, but work that somebody has promised."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.sign_off import passed_findings
from enhancement_roadmap.checks.subjects import Subject, found_by, place_of
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.sentences import plural
from enhancement_roadmap.strict_yaml import show

_GOVERNANCE = "governance.yml"
_ROADMAP = "roadmap.yml"
_METRICS = "metrics.yml"


def check_dates(loaded: Loaded, insight: Insight) -> tuple[Finding, ...]:
    """Reviews that are overdue, assessments and readings that are too old, days that are over: errors, for those who ask for them.

    Args:
        loaded: what the folder says, with its roadmap and the places of its values.
        insight: the same roadmap, understood on a day.

    Returns:
        Errors, in the order of files and lines.
    """
    return found_by(_SUBJECTS, loaded, insight)


def _reviews(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    entries = {review.id: index for index, review in enumerate(insight.roadmap.governance.reviews)}
    for entry in insight.overdue_reviews:
        if entry.review is None:
            place = loaded.positions[_ROADMAP].of_value(("next_review",))
            what, hint = "the document", "Hold it, then set ‘last_review’ to that day, and ‘next_review’ to a later one."
        else:
            place = loaded.positions[_GOVERNANCE].of_value(("reviews", entries[entry.review.id]))
            what, hint = show(entry.review.id), "Hold it, then add an entry with that day to its ‘held’."
        yield Finding(place, "RM811", f"the review of {what} is overdue: it was due {entry.due.in_sentence}", hint)


def _assessments(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    for item in insight.stale_assessments:
        if item.assessment is not None and item.assessment.on is not None:
            place = place_of(loaded, item, "assessment", "on")
            message = f"the assessment of {show(item.id)} is stale: it is of {item.assessment.on}"
            hint = f"Assess it again; assessments are looked at with the cadence ‘{insight.assessment_cadence}’."
            yield Finding(place, "RM812", message, hint)


def _readings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    entries = {metric.id: index for index, metric in enumerate(insight.roadmap.metrics.metrics)}
    for metric in insight.out_of_date_metrics:
        reading = insight.readings[metric.id]
        if reading is not None:
            # The same reading may stand in several entries of the file; any of them will do.
            place = _place_of_reading(loaded, entries[metric.id], metric.readings.index(reading))
            message = f"the latest reading of {show(metric.id)} is out of date: it is of {reading.on}"
            yield Finding(place, "RM813", message, f"Add a newer one; each counts for {plural(metric.stale_after_days, 'day')}.")


def _place_of_reading(loaded: Loaded, metric: int, reading: int) -> Place:
    return loaded.positions[_METRICS].of_value(("metrics", metric, "readings", reading))


_SUBJECTS: tuple[Subject, ...] = (_reviews, _assessments, _readings, passed_findings)
