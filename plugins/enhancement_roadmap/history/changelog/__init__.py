"""What was changed in the roadmap over time, commit by commit, in the roadmap's own terms."""

from __future__ import annotations

from enhancement_roadmap.history.changelog.changelog import Changelog, ChangelogRow, Month, Release, grouped, last_changes
from enhancement_roadmap.history.changelog.entry import UNPRIORITISED, BriefChange, ChangelogEntry, Tally, details, happening, sentence
from enhancement_roadmap.history.changelog.reading import read_entries
from enhancement_roadmap.history.changelog.telling import READINGS, Told, told

__all__ = [
    "READINGS",
    "UNPRIORITISED",
    "BriefChange",
    "Changelog",
    "ChangelogEntry",
    "ChangelogRow",
    "Month",
    "Release",
    "Tally",
    "Told",
    "details",
    "grouped",
    "happening",
    "last_changes",
    "read_entries",
    "sentence",
    "told",
]
