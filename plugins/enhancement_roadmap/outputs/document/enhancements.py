"""The enhancements, by priority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Assessment, Criterion, Enhancement, PriorityLevel, Readiness, Requirement, Scoring
from enhancement_roadmap.outputs.document.parts import Section, bullets, fact, heading, inline, lines, listed, titled, with_icon
from enhancement_roadmap.outputs.document.scope import packages, scope
from enhancement_roadmap.text import document_text


def enhancements(insight: Insight) -> Iterator[Section]:
    """A section for each enhancement; the first of a priority level has the level's heading on top."""
    for level, items in insight.priority_groups:
        above = [heading(2, _title(level) if level else insight.roadmap.about.wording.unprioritised)]
        for item in items:
            yield [*above, *_enhancement(item, insight)]
            above = []


def _title(level: PriorityLevel) -> str:
    return with_icon(level.icon, level.section or f"{level.title} Enhancements")


def _enhancement(item: Enhancement, insight: Insight) -> Section:
    about = insight.roadmap.about
    wording = about.wording
    return [
        heading(3, item.numbered_title),
        *lines(list(_facts(item, insight))),
        *titled(4, wording.requirements, listed(map(_task, item.requirements))),
        *titled(4, item.scope_title or wording.scope, scope(item.scope, insight.by_id)),
        *packages(item.packages, wording),
        *titled(4, wording.analysis, _analysis(item)),
        *titled(4, "Readiness", _readiness(item, about.readiness_criteria)),
    ]


def _facts(item: Enhancement, insight: Insight) -> Iterator[str]:
    about = insight.roadmap.about
    if item.trigger:
        yield fact(about.wording.trigger, inline(item.trigger.summary))
    if insight.stages[item.id] != "proposed":
        yield fact("Status", inline(insight.statuses[item.status].title))
    if item.owner:
        yield fact("Owner", inline(item.owner))
    if item.assessment and about.scoring:
        yield _priority_score(item.assessment, about.scoring)


def _task(requirement: Requirement) -> str:
    mark = "x" if requirement.status == "done" else " "
    done_on = f" (done {requirement.done_on})" if requirement.done_on else ""
    return f"- [{mark}] {document_text(requirement.text)}{done_on}"


def _analysis(item: Enhancement) -> Section:
    analysis = item.analysis
    if analysis is None:
        return []
    parts = {
        "Benefits": analysis.benefits,
        "Reasoning": analysis.reasoning,
        "Demerits": analysis.demerits,
        "Maintainability": analysis.maintainability,
    }
    return bullets((label, text) for label, text in parts.items() if text)


def _priority_score(assessment: Assessment, scoring: Scoring) -> str:
    """A line with the score, how it comes about, and the reason."""
    risk = f"{inline(scoring.risk.title)} {assessment.risk}"
    impact = f"{inline(scoring.impact.title)} {assessment.impact}"
    why = f" {inline(assessment.why)}" if assessment.why else ""
    return fact(scoring.title, f"{risk} × {impact} = {assessment.score}{_origin(assessment)}.{why}")


def _readiness(item: Enhancement, criteria: Iterable[Criterion]) -> Section:
    """The criteria that somebody has judged, as a task list in the order of the criteria."""
    return listed(_criterion(criterion, item.readiness[criterion.id]) for criterion in criteria if criterion.id in item.readiness)


def _origin(assessment: Assessment) -> str:
    parts = ["first assessment"] if assessment.kind == "initial" else []
    parts += [str(part) for part in (assessment.by, assessment.on) if part is not None]
    return " " + inline(f"({', '.join(parts)})") if parts else ""


def _criterion(criterion: Criterion, readiness: Readiness) -> str:
    mark = "x" if readiness.state == "yes" else " "
    state = " (partly)" if readiness.state == "partly" else ""
    note = f": {inline(readiness.note)}" if readiness.note else ""
    return f"- [{mark}] {document_text(criterion.text)}{state}{note}"
