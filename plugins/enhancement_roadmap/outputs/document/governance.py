"""Who looks at the plan and when, and who to talk to."""

from __future__ import annotations

from enhancement_roadmap.model import Contact, Roadmap
from enhancement_roadmap.outputs.document.parts import Section, bullets, numbered, titled


def maintenance(roadmap: Roadmap) -> Section:
    """The update schedule, and who is asked in a review."""
    wording = roadmap.about.wording
    reviews = bullets((review.title, review.task) for review in roadmap.governance.reviews)
    stakeholders = numbered((stakeholder.name, stakeholder.concern) for stakeholder in roadmap.governance.stakeholders)
    return titled(2, wording.maintenance, [*titled(3, wording.reviews, reviews), *titled(3, wording.stakeholders, stakeholders)])


def contacts(roadmap: Roadmap) -> Section:
    """The planning team, and help from outside."""
    wording = roadmap.about.wording
    team = bullets((contact.role, _person(contact, wording.unassigned)) for contact in roadmap.governance.contacts)
    external = bullets((resource.name, resource.purpose) for resource in roadmap.governance.external_resources)
    return titled(2, wording.contacts, [*titled(3, wording.team, team), *titled(3, wording.external, external)])


def _person(contact: Contact, unassigned: str) -> str:
    if contact.name and contact.email:
        return f"{contact.name}, {contact.email}"
    return contact.name or contact.email or unassigned
