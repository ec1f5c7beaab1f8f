"""When to start what, and how to weigh cost against benefit."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.model import TRIGGER_KINDS, CostBenefitTemplate, Roadmap, TemplateGroup, TriggerKind
from enhancement_roadmap.pages.document.parts import Section, numbered, titled
from enhancement_roadmap.text import document_text, fenced, one_line


def decisions(roadmap: Roadmap) -> Section:
    """The triggers by kind, and the cost-benefit form."""
    wording = roadmap.about.wording
    titles: dict[TriggerKind, str] = {
        "immediate": wording.triggers_immediate,
        "growth": wording.triggers_growth,
        "business": wording.triggers_business,
    }
    triggers = [block for kind in TRIGGER_KINDS for block in titled(4, titles[kind], numbered(_conditions(roadmap, kind)))]
    template = roadmap.about.cost_benefit_template
    return titled(2, wording.decisions, [*titled(3, wording.triggers, triggers), *titled(3, wording.cost_benefit, _cost_benefit(template))])


def _conditions(roadmap: Roadmap, kind: TriggerKind) -> Iterator[tuple[str, str]]:
    for item in roadmap.enhancements:
        if item.trigger.kind == kind:
            yield item.name, item.trigger.condition or item.trigger.summary


def _cost_benefit(template: CostBenefitTemplate | None) -> Section:
    if template is None:
        return []
    intro = [document_text(template.intro)] if template.intro else []
    return [*intro, fenced(["\n\n".join("\n".join(_group(group)) for group in template.groups)])]


def _group(group: TemplateGroup) -> Iterator[str]:
    if group.title:
        yield f"{one_line(group.title)}:"
    indent = "  - " if group.title else ""
    for field in group.fields:
        yield f"{indent}{one_line(field.label)}: {one_line(field.blank)}"
