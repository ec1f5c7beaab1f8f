"""What was changed in the roadmap over time, commit by commit, in the roadmap's own terms."""

from __future__ import annotations


from enhancement_roadmap.history.changelog.entry import Entry, PastChange, Tally
from enhancement_roadmap.history.changelog.reading import read_entries

__all__ = ["Entry", "PastChange", "Tally", "read_entries"]
