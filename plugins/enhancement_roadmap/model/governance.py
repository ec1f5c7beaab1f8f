"""Who looks at the roadmap, and when."""

from __future__ import annotations

from typing import Literal

from enhancement_roadmap.model.base import Node, Slug, Text

Cadence = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly"]


class Review(Node):
    """A regular look at the roadmap."""

    id: Slug
    """Unique among reviews."""
    title: Text
    """"Monthly"."""
    cadence: Cadence
    """How often: `weekly`, `monthly`, `quarterly`, `half-yearly` or `yearly`."""
    task: Text
    """What is done then."""


class Stakeholder(Node):
    """Who is asked, and for what."""

    id: Slug
    """Unique among stakeholders."""
    name: Text
    """The team or person."""
    concern: Text
    """What they judge."""


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
    purpose: Text
    """What for."""


class Role(Node):
    """Expertise that the plan needs."""

    title: Text
    """"Security Engineer"."""
    purpose: Text
    """What for."""
