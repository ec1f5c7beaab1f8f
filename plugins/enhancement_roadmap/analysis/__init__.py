"""One file a question; pure functions of the roadmap and a given day."""

from __future__ import annotations

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.matrix import Band, Cell, Matrix, Row, heat_of, matrix_of
from enhancement_roadmap.analysis.next_up import next_up, open_dependencies
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.ranking import ranked
from enhancement_roadmap.analysis.readings import latest_reading
from enhancement_roadmap.analysis.reviews_due import next_review
from enhancement_roadmap.analysis.selection import SORTS, Selection, Sort, listed, select
from enhancement_roadmap.analysis.today import build_day
from enhancement_roadmap.analysis.trigger_state import TriggerState, trigger_state

__all__ = [
    "SORTS",
    "Band",
    "Cell",
    "Insight",
    "Matrix",
    "Progress",
    "Row",
    "Selection",
    "Sort",
    "TriggerState",
    "build_day",
    "heat_of",
    "latest_reading",
    "listed",
    "matrix_of",
    "next_review",
    "next_up",
    "open_dependencies",
    "progress_of",
    "ranked",
    "select",
    "trigger_state",
]
