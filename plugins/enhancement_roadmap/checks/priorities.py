"""Does the declared priority of each enhancement fit its score?"""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.places import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.strict_yaml import show


def priority_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Priorities that no score of the enhancement's assessment means."""
    for item in insight.roadmap.enhancements:
        meant = insight.contradicting_levels(item)
        if meant and item.assessment:
            levels = " or ".join(show(level.id) for level in meant)
            message = f"{show(item.id)} has the priority {show(item.priority)}, while its score of {item.assessment.score} means {levels}"
            hint = f"Set the priority to {levels}, assess it again, or change ‘from_score’ of the priority levels in roadmap.yml."
            yield Finding(place_of(loaded, item, "priority"), "RM801", message, hint, "warning")
