"""When to start what, and how to weigh cost against benefit."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import TRIGGER_KINDS, CostBenefitTemplate, Roadmap, TriggerKind
from enhancement_roadmap.outputs.document.costs import filled_forms, form
from enhancement_roadmap.outputs.document.parts import Section, numbered, titled
from enhancement_roadmap.text import document_text


def decisions(insight: Insight) -> Section:
    """The triggers by kind, the cost-benefit form, and the form of each enhancement that it has been filled in for."""
    roadmap = insight.roadmap
    wording = roadmap.about.wording
    titles: dict[TriggerKind, str] = {
        "immediate": wording.triggers_immediate,
        "growth": wording.triggers_growth,
        "business": wording.triggers_business,
    }
    triggers = [block for kind in TRIGGER_KINDS for block in titled(4, titles[kind], numbered(_conditions(roadmap, kind)))]
    forms = [*_blank_form(roadmap.about.cost_benefit_template), *filled_forms(insight)]
    return titled(2, wording.decisions, [*titled(3, wording.triggers, triggers), *titled(3, wording.cost_benefit, forms)])


def _conditions(roadmap: Roadmap, kind: TriggerKind) -> Iterator[tuple[str, str]]:
    for item in roadmap.enhancements:
        if item.trigger.kind == kind:
            yield item.name, item.trigger.condition or item.trigger.summary


def _blank_form(template: CostBenefitTemplate | None) -> Section:
    if template is None:
        return []
    intro = [document_text(template.intro)] if template.intro else []
    groups = ((group.title or "", [(field.label, field.blank) for field in group.fields]) for group in template.groups)
    return [*intro, form(groups)]
