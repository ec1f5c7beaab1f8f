"""The same roadmap at other commits: what it was, and what changed."""

from __future__ import annotations

from enhancement_roadmap.history.against import ComparisonError, compare_with
from enhancement_roadmap.history.availability import Availability, availability
from enhancement_roadmap.history.base import base_commit, load_base, named_commit, no_roadmap_yet
from enhancement_roadmap.history.cache import Cache
from enhancement_roadmap.history.feeds import history_feeds
from enhancement_roadmap.history.git import Commit, GitError, LoggedCommit, PathChange, Repository
from enhancement_roadmap.history.history import History
from enhancement_roadmap.history.past import load_at

__all__ = [
    "Availability",
    "Cache",
    "Commit",
    "ComparisonError",
    "GitError",
    "History",
    "LoggedCommit",
    "PathChange",
    "Repository",
    "availability",
    "base_commit",
    "compare_with",
    "history_feeds",
    "load_at",
    "load_base",
    "named_commit",
    "no_roadmap_yet",
]
