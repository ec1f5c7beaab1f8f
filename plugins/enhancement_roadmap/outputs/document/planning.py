"""In what order and over what time, who looks at the plan and when, and who to talk to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Contact, Roadmap
from enhancement_roadmap.outputs.document.parts import Section, bullets, long_bullets, long_numbered, titled
from enhancement_roadmap.text import fenced, one_line
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import typed_lines


def integration(insight: Insight) -> Section:
    """Quarters and phases."""
    plan = insight.roadmap.plan
    wording = insight.roadmap.about.wording
    quarters = [(entry.title, entry.focus or "", entry.enhancements) for entry in plan.quarters]
    phases = [(f"Phase {entry.number} ({entry.title})", entry.summary or "", entry.enhancements) for entry in plan.phases]
    return titled(
        2,
        wording.integration,
        [*titled(3, wording.quarters, _fence(quarters, insight)), *titled(3, wording.phases, _fence(phases, insight))],
    )


def maintenance(roadmap: Roadmap, target: Target) -> Section:
    """The update schedule, and who is asked in a review."""
    wording = roadmap.about.wording
    governance = roadmap.governance
    reviews = long_bullets(((review.title, review.task) for review in governance.reviews), target)
    stakeholders = long_numbered(((stakeholder.name, stakeholder.concern) for stakeholder in governance.stakeholders), target)
    return titled(2, wording.maintenance, [*titled(3, wording.reviews, reviews), *titled(3, wording.stakeholders, stakeholders)])


def contacts(roadmap: Roadmap, target: Target) -> Section:
    """The planning team, and help from outside."""
    wording = roadmap.about.wording
    team = bullets((contact.role, _person(contact, wording.unassigned)) for contact in roadmap.governance.contacts)
    external = long_bullets(((resource.name, resource.purpose) for resource in roadmap.governance.external_resources), target)
    return titled(2, wording.contacts, [*titled(3, wording.team, team), *titled(3, wording.external, external)])


def _person(contact: Contact, unassigned: str) -> str:
    if contact.name and contact.email:
        return f"{contact.name}, {contact.email}"
    return contact.name or contact.email or unassigned


def _fence(entries: Sequence[tuple[str, str, Iterable[str]]], insight: Insight) -> Section:
    content: list[str] = []
    for label, text, names in entries:
        content += typed_lines(one_line(label), text, indent="    ")
        content += [f"  - {one_line(item.numbered_name)}" for item in map(insight.by_id.__getitem__, names)]
    return [fenced(content)] if content else []
