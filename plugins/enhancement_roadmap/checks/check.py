"""Every contradiction in a roadmap, by one list of subjects."""

from __future__ import annotations

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.lifecycle import lifecycle_findings
from enhancement_roadmap.checks.moves import move_findings
from enhancement_roadmap.checks.priorities import priority_findings
from enhancement_roadmap.checks.subjects import Subject, found_by
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded

_SUBJECTS: tuple[Subject, ...] = (priority_findings, lifecycle_findings, move_findings)


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
