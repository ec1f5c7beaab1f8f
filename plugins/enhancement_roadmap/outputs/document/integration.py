"""In what order, over what time: quarters and phases with the enhancements in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.document.parts import Section, titled
from enhancement_roadmap.text import fenced, one_line


def integration(insight: Insight) -> Section:
    """Quarters and phases."""
    plan = insight.roadmap.plan
    wording = insight.roadmap.about.wording
    quarters = [(f"{entry.title}: {entry.focus}", entry.enhancements) for entry in plan.quarters]
    phases = [(f"Phase {entry.number} ({entry.title}): {entry.summary}", entry.enhancements) for entry in plan.phases]
    return titled(
        2,
        wording.integration,
        [*titled(3, wording.quarters, _fence(quarters, insight)), *titled(3, wording.phases, _fence(phases, insight))],
    )


def _fence(entries: Sequence[tuple[str, Iterable[str]]], insight: Insight) -> Section:
    content: list[str] = []
    for text, names in entries:
        content.append(one_line(text))
        content += [f"  - {item.number}. {one_line(item.name)}" for item in map(insight.by_id.__getitem__, names)]
    return [fenced(content)] if content else []
