"""What several sources say, as one plan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from enhancement_roadmap.importing.found import Found


def joined(sources: Sequence[Found]) -> Found:
    """One plan of several: enhancements one behind the other, phases of the same title together, the first title of all.

    Args:
        sources: what each gives; their enhancements become those of the whole.
    """
    whole = Found(", ".join(found.source for found in sources))
    for found in sources:
        _tell_doubts(found)
        whole.about = {**found.about, **whole.about}
        whole.governance = {**found.governance, **whole.governance}
        for kind, steps in found.plan.items():
            _join_steps(whole.plan.setdefault(kind, []), steps)
        whole.enhancements += found.enhancements
        for metric in found.metrics:
            if metric["id"] not in {known["id"] for known in whole.metrics}:
                whole.metrics.append(metric)
        whole.notes += found.notes
        whole.remarks += found.remarks
        whole.boxes += found.boxes
    return whole


def _join_steps(into: list[dict[str, object]], steps: Sequence[dict[str, object]]) -> None:
    by_title = {step["title"]: step for step in into}
    for step in steps:
        known = by_title.get(step["title"])
        if known is None:
            into.append(step)
            continue
        inside, more = known.get("enhancements"), step.get("enhancements")
        if isinstance(inside, list) and isinstance(more, list):
            inside += more


def _tell_doubts(found: Found) -> None:
    """Say at each enhancement what of it is doubtful: what the source says between where it begins and where another one does."""
    begins = sorted(((line, place) for place, item in enumerate(found.enhancements) for line in (item.line, *item.again)))
    for remark in found.remarks:
        before = bisect_right(begins, (remark.line, len(found.enhancements)))
        if remark.kind == "doubtful" and before:
            item = found.enhancements[begins[before - 1][1]]
            item.doubts.append(f"{found.source}, line {remark.line}: ‘{remark.shown}’ {remark.what}")
