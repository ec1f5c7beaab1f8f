"""What a view is given: the roadmap as understood on a day, the links of the page it stands on, the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.history import History
from enhancement_roadmap.history.difference import Comparison
from enhancement_roadmap.links import Links
from enhancement_roadmap.templating import TemplateSet
from enhancement_roadmap.views.rendering import own_templates

NO_HISTORY = "The history is switched off. Set the option ‘history’ to true."
"""What a view of the history says in a site that has none."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything outside a view's own options.

    Attributes:
        insight: answers about the roadmap.
        links: addresses as seen from the page.
        templates: what views are filled into; default: the product's own.
        comparison: an older roadmap that this one is held against; None where it is no preview.
        history: the roadmap's history; None where it is switched off.
    """

    insight: Insight
    links: Links
    templates: TemplateSet = field(default_factory=own_templates)
    comparison: Comparison | None = None
    history: History | None = None

    def fill(self, template: str, facts: Mapping[str, Any]) -> str:
        """Fill a template, which sees ``links``, ``insight``, ``about``, ``words`` (the wording) and the facts."""
        about = self.insight.roadmap.about
        shared = {"links": self.links, "insight": self.insight, "about": about, "words": about.wording}
        return self.templates.render(template, **shared, **facts).rstrip("\n")
