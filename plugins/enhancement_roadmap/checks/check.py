"""Every contradiction in a roadmap, by one list of subjects."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.future import future_findings
from enhancement_roadmap.checks.lifecycle import lifecycle_findings, move_findings
from enhancement_roadmap.checks.schedule import crowded_days, impossible_days, late_ends, settled_too_early, steps_out_of_order
from enhancement_roadmap.checks.sign_off import acceptance_findings, evidence_findings
from enhancement_roadmap.checks.subjects import Subject, found_by, place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.strict_yaml import show


def check(loaded: Loaded, insight: Insight) -> tuple[Finding, ...]:
    """What the data say against each other.

    Loading has seen to it that each file is right by itself and that names lead somewhere; here a roadmap that can be
    shown is asked whether it can be true.

    Args:
        loaded: what the folder says, with its roadmap and the places of its values.
        insight: the same roadmap, understood on a day.

    Returns:
        Warnings, in the order of files and lines.
    """
    return found_by(_SUBJECTS, loaded, insight)


def _priorities(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Priorities that no score of the enhancement's assessment means."""
    for item in insight.roadmap.enhancements:
        meant = insight.contradicting_levels(item)
        if meant and item.assessment:
            levels = " or ".join(show(level.id) for level in meant)
            message = f"{show(item.id)} has the priority {show(item.priority)}, while its score of {item.assessment.score} means {levels}"
            hint = f"Set the priority to {levels}, assess it again, or change ‘from_score’ of the priority levels in roadmap.yml."
            yield Finding(place_of(loaded, item, "priority"), "RM801", message, hint, "warning")


_SUBJECTS: tuple[Subject, ...] = (
    _priorities,
    lifecycle_findings,
    move_findings,
    future_findings,
    evidence_findings,
    acceptance_findings,
    impossible_days,
    late_ends,
    steps_out_of_order,
    settled_too_early,
    crowded_days,
)
