"""When each enhancement was changed last, and when the history says that it was reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enhancement_roadmap.analysis import LastChange
from enhancement_roadmap.history.changelog.changelog import Changelog, is_change


def last_changes(changelog: Changelog) -> Mapping[str, LastChange]:
    """The last change of each enhancement, by its id of today.

    What a history begins with is no change. A commit that says that an enhancement was assessed anew, or that a review was
    held, is a review on its own day: of this enhancement, or of all.
    """
    changed: dict[str, date] = {}
    reviewed: dict[str, date] = {}
    held: date | None = None
    for entry in changelog.entries:
        if entry.is_first:
            continue
        ids = changelog.today_ids(entry)
        for change in entry.changes:
            if change.effect == "review-held":
                held = entry.commit.on
            if change.enhancement is None or not is_change(change):
                continue
            name = ids.get(change.enhancement, change.enhancement)
            changed[name] = entry.commit.on
            if change.effect == "reassessed":
                reviewed[name] = entry.commit.on
    return {name: LastChange(on, max((day for day in (reviewed.get(name), held) if day), default=None)) for name, on in changed.items()}
