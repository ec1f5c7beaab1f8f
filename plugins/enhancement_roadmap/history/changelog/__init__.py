"""What was changed in the roadmap over time, commit by commit, in the roadmap's own terms."""

from __future__ import annotations

from enhancement_roadmap.history.changelog.changelog import Changelog, ChangelogRow, Month, Release, grouped
from enhancement_roadmap.history.changelog.descriptions import happening
from enhancement_roadmap.history.changelog.entry import ChangelogEntry, PastChange, Tally
from enhancement_roadmap.history.changelog.last_changes import last_changes
from enhancement_roadmap.history.changelog.reading import read_entries
from enhancement_roadmap.history.changelog.versions import with_tags

__all__ = [
    "Changelog",
    "ChangelogEntry",
    "ChangelogRow",
    "Month",
    "PastChange",
    "Release",
    "Tally",
    "grouped",
    "happening",
    "last_changes",
    "read_entries",
    "with_tags",
]
