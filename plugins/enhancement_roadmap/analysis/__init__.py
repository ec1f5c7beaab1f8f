"""One file a question; pure functions of the roadmap and a given day."""

from __future__ import annotations

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.ranking import ranked
from enhancement_roadmap.analysis.selection import SORTS, Selection, select

__all__ = ["SORTS", "Insight", "Progress", "Selection", "progress_of", "ranked", "select"]
