"""What was changed after it was looked at last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from enhancement_roadmap.analysis.decisions.lifecycle import FINISHED
from enhancement_roadmap.model import Enhancement

if TYPE_CHECKING:
    from enhancement_roadmap.analysis.insight import Insight


@dataclass(frozen=True, slots=True)
class LastChange:
    """What the history says of an enhancement.

    Attributes:
        on: the day on which it was changed last.
        reviewed_on: the last day on which somebody noted a review of it; None where nobody did.
    """

    on: date
    reviewed_on: date | None = None


def reviewed_on(item: Enhancement, insight: Insight) -> date | None:
    """The last day on which an enhancement was looked at, by the data and by their history.

    That is a review of the roadmap, or the assessment unless it is an initial one; a month counts by its last day.

    Returns:
        None where nobody says that it ever was.
    """
    roadmap = insight.roadmap
    held = [roadmap.about.last_review, *(review.last_held for review in roadmap.governance.reviews)]
    if item.assessment is not None and item.assessment.kind == "reviewed":
        held.append(item.assessment.on)
    change = insight.last_changes.get(item.id)
    noted = [change.reviewed_on] if change and change.reviewed_on else []
    return max((*(day.last for day in held if day is not None), *noted), default=None)


def changed_since_review(item: Enhancement, insight: Insight) -> date | None:
    """The day on which an unfinished enhancement was changed last, where that is after its last review."""
    if insight.stages[item.id] in FINISHED:
        return None
    return _changed_after(item.id, reviewed_on(item, insight), insight)


def suspect_dependencies(item: Enhancement, insight: Insight) -> list[Enhancement]:
    """What an unfinished enhancement depends on and was changed after the last review of this one."""
    if insight.stages[item.id] in FINISHED or not item.scope.depends_on or not insight.last_changes:
        return []
    reviewed = reviewed_on(item, insight)
    return [insight.by_id[name] for name in item.scope.depends_on if _changed_after(name, reviewed, insight)]


def _changed_after(enhancement: str, reviewed: date | None, insight: Insight) -> date | None:
    change = insight.last_changes.get(enhancement)
    return change.on if change is not None and reviewed is not None and change.on > reviewed else None
