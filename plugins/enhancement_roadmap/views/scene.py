"""What a view is given: the roadmap as understood on a day, and the links of the page it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import Links


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything outside a view's own options.

    Attributes:
        insight: answers about the roadmap.
        links: addresses as seen from the page.
    """

    insight: Insight
    links: Links
