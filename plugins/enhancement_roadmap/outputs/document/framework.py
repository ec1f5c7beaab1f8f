"""What all enhancements are judged by, when to start what, and how to weigh cost against benefit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import CostBenefitTemplate, Roadmap, RoadmapFile, Scale, Scoring, TriggerKind
from enhancement_roadmap.outputs.document.parts import Pairs, Section, long_bullets, numbered, titled
from enhancement_roadmap.text import fenced, one_line
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import document_blocks, typed_lines
from enhancement_roadmap.views import filled_form


def framework(roadmap: Roadmap, target: Target) -> Section:
    """Scoring scales, readiness criteria, expertise and technology."""
    about = roadmap.about
    wording = about.wording
    roles = ((role.title, role.purpose) for role in roadmap.governance.roles)
    considerations = ((choice.title, choice.advice) for choice in about.technology_considerations)
    criteria = [
        *titled(4, wording.scoring, _scoring(about.scoring)),
        *titled(4, wording.readiness, _readiness_criteria(about)),
    ]
    resources = [
        *titled(4, wording.roles, long_bullets(roles, target)),
        *titled(4, wording.technology, long_bullets(considerations, target)),
    ]
    return titled(2, wording.framework, [*titled(3, wording.assessment, criteria), *titled(3, wording.resources, resources)])


def _scoring(scoring: Scoring | None) -> Section:
    if scoring is None:
        return []
    formula = f"{one_line(scoring.risk.title)} × {one_line(scoring.impact.title)} = {one_line(scoring.title)}"
    return [fenced([formula, *_scale(scoring.risk), *_scale(scoring.impact)])]


def _scale(scale: Scale) -> list[str]:
    levels = [line for level in scale.levels for line in typed_lines(f"- {one_line(level.title)} ({level.value})", level.meaning)]
    return ["", f"{one_line(scale.title_of_levels or scale.title)}:", *levels]


def _readiness_criteria(about: RoadmapFile) -> Section:
    if not about.readiness_criteria:
        return []
    return [fenced([one_line(about.wording.readiness_intro), *(f"[ ] {one_line(entry.text)}" for entry in about.readiness_criteria)])]


def decisions(insight: Insight, target: Target) -> Section:
    """The triggers by kind, the cost-benefit form, and the form of each enhancement that it has been filled in for."""
    roadmap = insight.roadmap
    wording = roadmap.about.wording
    titles: dict[TriggerKind | None, str] = {
        "immediate": wording.triggers_immediate,
        "growth": wording.triggers_growth,
        "business": wording.triggers_business,
        None: wording.triggers_other,
    }
    triggers = [block for kind in titles for block in titled(4, titles[kind], numbered(_conditions(roadmap, kind)))]
    forms = [*_blank_form(roadmap.about.cost_benefit_template, target), *_filled_forms(insight)]
    return titled(2, wording.decisions, [*titled(3, wording.triggers, triggers), *titled(3, wording.cost_benefit, forms)])


def _conditions(roadmap: Roadmap, kind: TriggerKind | None) -> Iterator[tuple[str, str]]:
    for item in roadmap.enhancements:
        if item.trigger and item.trigger.kind == kind:
            yield item.name, item.trigger.short


def _blank_form(template: CostBenefitTemplate | None, target: Target) -> Section:
    if template is None:
        return []
    intro = document_blocks(template.intro, target) if template.intro else []
    groups = ((group.title or "", [(field.label, field.blank) for field in group.fields]) for group in template.groups)
    return [*intro, _form(groups)]


def _filled_forms(insight: Insight) -> Section:
    """A form for each enhancement whose figures are its own, not made up to show the form."""
    items = [item for item in insight.roadmap.enhancements if (found := insight.economics[item.id]) and not found.is_example]
    return [
        _form((group.title, [(field.label, field.words) for field in group.fields]) for group in filled_form(item, insight))
        for item in items
    ]


def _form(groups: Iterable[tuple[str, Pairs]]) -> str:
    """Titles with their raw labels and values, as a block that shows them as typed."""
    return fenced(["\n\n".join("\n".join(_group(title, fields)) for title, fields in groups)])


def _group(title: str, fields: Pairs) -> Iterator[str]:
    if title:
        yield f"{one_line(title)}:"
    indent = "  - " if title else ""
    for label, value in fields:
        yield f"{indent}{one_line(label)}: {one_line(value)}"
