"""The enhancements, by priority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Assessment, Criterion, Enhancement, PriorityLevel, Readiness, Requirement, Scoring
from enhancement_roadmap.outputs.document.parts import (
    FactLine,
    Section,
    fact,
    heading,
    inline,
    lines,
    listed,
    long_bullets,
    long_entry,
    titled,
    with_icon,
)
from enhancement_roadmap.outputs.document.scope import packages, scope
from enhancement_roadmap.outputs.document.sign_off import besides, sign_off
from enhancement_roadmap.outputs.document.targets import Targets
from enhancement_roadmap.text import document_text
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import document_blocks, document_opening


def enhancements(insight: Insight, targets: Targets) -> Iterator[Section]:
    """A section for each enhancement; the first of a priority level has the level's heading on top."""
    for level, items in insight.priority_groups:
        above = [heading(2, _title(level) if level else insight.roadmap.about.wording.unprioritised)]
        for item in items:
            yield [*above, *_enhancement(item, insight, targets.of(item))]
            above = []


def _title(level: PriorityLevel) -> str:
    return with_icon(level.icon, level.section or f"{level.title} Enhancements")


def _enhancement(item: Enhancement, insight: Insight, target: Target) -> Section:
    about = insight.roadmap.about
    wording = about.wording
    return [
        heading(3, item.numbered_title),
        *lines(_facts(item, insight, target)),
        *titled(4, wording.description, document_blocks(item.description, target) if item.description else []),
        *titled(4, wording.requirements, listed(_tasks(item.requirements, target))),
        *titled(4, item.scope_title or wording.scope, scope(item.scope, insight.by_id)),
        *packages(item.packages, wording),
        *titled(4, wording.analysis, _analysis(item, target)),
        *titled(4, wording.sign_off, sign_off(item, target)),
        *titled(4, "Readiness", _readiness(item, about.readiness_criteria, target)),
    ]


def _facts(item: Enhancement, insight: Insight, target: Target) -> Iterator[FactLine]:
    about = insight.roadmap.about
    if item.trigger:
        yield FactLine(fact(about.wording.trigger, inline(item.trigger.summary, target)))
    if insight.stages[item.id] != "proposed":
        yield FactLine(fact("Status", inline(insight.statuses[item.status].title)))
    if item.owners:
        yield FactLine(fact("Owner", ", ".join(map(inline, item.owners))))
    if item.due:
        yield FactLine(fact("Due", str(item.due)))
    if item.links:
        yield FactLine(fact("Links", ", ".join(inline(f"[{link.title or link.url}]({link.url})", target) for link in item.links)))
    for one in insight.own_values(item):
        yield FactLine(fact(one.field.title, ", ".join(inline(words, target) for words in one.words)))
    if item.assessment and about.scoring:
        yield _priority_score(item.assessment, about.scoring, target)


def _tasks(requirements: Iterable[Requirement], target: Target, indent: str = "") -> Iterator[str]:
    """A task list, with the parts of each requirement as a list in it."""
    for requirement in requirements:
        box = {"done": "[x] ", "open": "[ ] ", "waived": ""}[requirement.status]
        words = document_text(requirement.text, target=target)
        yield f"{indent}- {box}{words}{besides(requirement, target)}"
        yield from _tasks(requirement.parts, target, f"{indent}    ")


def _analysis(item: Enhancement, target: Target) -> Section:
    analysis = item.analysis
    if analysis is None:
        return []
    parts = {
        "Benefits": analysis.benefits,
        "Reasoning": analysis.reasoning,
        "Demerits": analysis.demerits,
        "Maintainability": analysis.maintainability,
    }
    return long_bullets([(label, text) for label, text in parts.items() if text], target)


def _priority_score(assessment: Assessment, scoring: Scoring, target: Target) -> FactLine:
    """A line with the score, how it comes about, and the reason."""
    risk = f"{inline(scoring.risk.title)} {assessment.risk}"
    impact = f"{inline(scoring.impact.title)} {assessment.impact}"
    why, more = document_opening(assessment.why, target) if assessment.why else ("", [])
    return FactLine(fact(scoring.title, f"{risk} × {impact} = {assessment.score}{_origin(assessment)}. {why}"), more)


def _readiness(item: Enhancement, criteria: Iterable[Criterion], target: Target) -> Section:
    """The criteria that somebody has judged, as a task list in the order of the criteria."""
    judged = (criterion for criterion in criteria if criterion.id in item.readiness)
    return listed(_criterion(criterion, item.readiness[criterion.id], target) for criterion in judged)


def _origin(assessment: Assessment) -> str:
    parts = ["first assessment"] if assessment.kind == "initial" else []
    parts += [str(part) for part in (assessment.by, assessment.on) if part is not None]
    return " " + inline(f"({', '.join(parts)})") if parts else ""


def _criterion(criterion: Criterion, readiness: Readiness, target: Target) -> str:
    mark = "x" if readiness.state == "yes" else " "
    state = " (partly)" if readiness.state == "partly" else ""
    judged = f"[{mark}] {document_text(criterion.text)}{state}"
    return long_entry("-", judged, readiness.note, target) if readiness.note else f"- {judged}"
