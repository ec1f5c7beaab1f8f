"""What a change of the data means, in words: what is otherwise, which ranks are new, what the data say against each other then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.diff import Difference, Version, difference
from enhancement_roadmap.editing.roadmap_draft import Edited
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.findings import as_text as findings_text
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.outputs.difference.text_format import as_text
from enhancement_roadmap.sentences import visible
from enhancement_roadmap.text import one_line


def meaning_of(edited: Edited, day: date) -> str:
    """What a change means; empty where files with mistakes keep it from being told.

    Args:
        edited: the change.
        day: the day to judge by.
    """
    if edited.before.roadmap is None or edited.after.roadmap is None:
        return ""
    before, after = Version.of(edited.before, day), Version.of(edited.after, day)
    found = difference(before, after)
    parts = [as_text(found), "\n".join(_new_ranks(before.insight, after.insight, found))]
    if found_then := _brought(edited.before, before.insight, edited.after, after.insight):
        parts.append(f"What the data say against each other then:\n{findings_text(found_then)}")
    return "\n\n".join(filter(None, parts))


def brought(edited: Edited, day: date) -> list[Finding]:
    """What the data say against each other after a change and did not before; none where files with mistakes keep it from being told.

    Args:
        edited: the change.
        day: the day to judge by.
    """
    if edited.before.roadmap is None or edited.after.roadmap is None:
        return []
    before, after = (Insight(roadmap, day) for roadmap in (edited.before.roadmap, edited.after.roadmap))
    return _brought(edited.before, before, edited.after, after)


def _new_ranks(before: Insight, after: Insight, found: Difference) -> Iterator[str]:
    """For each enhancement that was changed, and is as open as before, its place among the open ones, where that is another."""
    then, now = ({item.id: place for place, item in enumerate(insight.unfinished, 1)} for insight in (before, after))
    old_ids = {new: old for old, new in found.renamed.items()}
    for name in found.changed:
        was, place = then.get(old_ids.get(name, name)), now.get(name)
        if was is not None and place is not None and was != place:
            yield f"Rank among the open ones: {visible(one_line(after.by_id[name].name))}: {was} → {place} of {len(now)}"


def _brought(before: Loaded, insight_before: Insight, after: Loaded, insight_after: Insight) -> list[Finding]:
    """Findings of the roadmap as it is then, which it did not have."""
    known = {_identity(finding) for finding in check(before, insight_before)}
    return [finding for finding in check(after, insight_after) if _identity(finding) not in known]


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.code, finding.message
