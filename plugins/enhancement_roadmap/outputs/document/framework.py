"""What all enhancements are judged by, and what the plan needs."""

from __future__ import annotations

from enhancement_roadmap.model import Roadmap, RoadmapFile, Scale, Scoring
from enhancement_roadmap.outputs.document.parts import Section, bullets, titled
from enhancement_roadmap.text import fenced, one_line


def framework(roadmap: Roadmap) -> Section:
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
        *titled(4, wording.roles, bullets(roles)),
        *titled(4, wording.technology, bullets(considerations)),
    ]
    return titled(2, wording.framework, [*titled(3, wording.assessment, criteria), *titled(3, wording.resources, resources)])


def _scoring(scoring: Scoring | None) -> Section:
    if scoring is None:
        return []
    formula = f"{one_line(scoring.risk.title)} × {one_line(scoring.impact.title)} = {one_line(scoring.title)}"
    return [fenced([formula, *_scale(scoring.risk), *_scale(scoring.impact)])]


def _scale(scale: Scale) -> list[str]:
    levels = [f"- {one_line(level.title)} ({level.value}): {one_line(level.meaning)}" for level in scale.levels]
    return ["", f"{one_line(scale.title_of_levels or scale.title)}:", *levels]


def _readiness_criteria(about: RoadmapFile) -> Section:
    if not about.readiness_criteria:
        return []
    return [fenced([one_line(about.wording.readiness_intro), *(f"[ ] {one_line(entry.text)}" for entry in about.readiness_criteria)])]
