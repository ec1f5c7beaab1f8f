"""Who looks at the roadmap, and when."""

from __future__ import annotations

from typing import Literal

from enhancement_roadmap.model.base import Node, Number, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.sign_off import HeldReview

Cadence = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly"]
Subject = Literal["triggers", "assessments", "roadmap"]


class Review(Node):
    """A regular look at the roadmap."""

    id: Slug
    """Unique among reviews."""
    title: Text
    """"Monthly"."""
    cadence: Cadence
    """How often: `weekly`, `monthly`, `quarterly`, `half-yearly` or `yearly`."""
    task: LongText
    """What is done then."""
    covers: tuple[Subject, ...] = ()
    """What it looks at: `triggers`, `assessments` or `roadmap`; assessments older than the cadence of their review are stale."""
    last_held: PartialDate | None = None
    """When it was held last; default: the last of `held`, else `last_review` of `roadmap.yml`."""
    held: tuple[HeldReview, ...] = ()
    """When it was held, by whom, and what came of it; each time an entry of its own, the last one last. One that covers
    assessments makes those hold again that were not changed since."""
    stakeholders: tuple[Slug, ...] = ()
    """Ids of the stakeholders who are asked, one after the other."""
    days_each: Number = 7
    """Days that each stakeholder has, from the day that the review is due."""

    @property
    def last(self) -> PartialDate | None:
        """When it was held last, by whatever says the latest day; None where nothing does."""
        days = [*filter(None, (self.last_held,)), *(held.on for held in self.held)]
        return max(days, key=lambda day: day.last, default=None)


class Stakeholder(Node):
    """Who is asked, and for what."""

    id: Slug
    """Unique among stakeholders."""
    name: Text
    """The team or person."""
    concern: LongText
    """What they judge."""
    last_asked: PartialDate | None = None
    """When they gave their view last."""


class Contact(Node):
    """Who to talk to."""

    role: Text
    """"Security Lead"."""
    name: Text | None = None
    """The person; empty while nobody is assigned."""
    email: Text | None = None
    """Their address."""


class ExternalResource(Node):
    """Help from outside."""

    name: Text
    """Who."""
    purpose: LongText
    """What for."""


class Role(Node):
    """Expertise that the plan needs."""

    title: Text
    """"Security Engineer"."""
    purpose: LongText
    """What for."""
