"""How urgent an enhancement is, and how ready."""

from __future__ import annotations

from collections.abc import Iterable

from enhancement_roadmap.model import Assessment, Criterion, Enhancement, Readiness, Scoring
from enhancement_roadmap.outputs.document.parts import Section, fact, inline, listed
from enhancement_roadmap.text import document_text


def priority_score(assessment: Assessment, scoring: Scoring) -> str:
    """A line with the score, how it comes about, and the reason."""
    risk = f"{inline(scoring.risk.title)} {assessment.risk}"
    impact = f"{inline(scoring.impact.title)} {assessment.impact}"
    return fact(scoring.title, f"{risk} × {impact} = {assessment.score}{_origin(assessment)}. {inline(assessment.why)}")


def readiness(item: Enhancement, criteria: Iterable[Criterion]) -> Section:
    """The criteria that somebody has judged, as a task list in the order of the criteria."""
    return listed(_task(criterion, item.readiness[criterion.id]) for criterion in criteria if criterion.id in item.readiness)


def _origin(assessment: Assessment) -> str:
    parts = ["first assessment"] if assessment.kind == "initial" else []
    parts += [inline(str(part)) for part in (assessment.by, assessment.on) if part is not None]
    return f" ({', '.join(parts)})" if parts else ""


def _task(criterion: Criterion, readiness: Readiness) -> str:
    mark = "x" if readiness.state == "yes" else " "
    state = " (partly)" if readiness.state == "partly" else ""
    note = f": {inline(readiness.note)}" if readiness.note else ""
    return f"- [{mark}] {document_text(criterion.text)}{state}{note}"
