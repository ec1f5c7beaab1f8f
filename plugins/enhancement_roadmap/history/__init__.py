"""The same roadmap at other commits: what it was, and what changed."""

from __future__ import annotations

from enhancement_roadmap.history.availability import Availability, availability
from enhancement_roadmap.history.compare import Compared, Kept, Versions, compare
from enhancement_roadmap.history.history import History
from enhancement_roadmap.history.merge_base import base_commit, named_commit, no_roadmap_yet
from enhancement_roadmap.history.snapshot import load_at

__all__ = [
    "Availability",
    "Compared",
    "History",
    "Kept",
    "Versions",
    "availability",
    "base_commit",
    "compare",
    "load_at",
    "named_commit",
    "no_roadmap_yet",
]
