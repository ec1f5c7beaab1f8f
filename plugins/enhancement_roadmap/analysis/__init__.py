"""One file a question; pure functions of the roadmap and a given day."""

from __future__ import annotations

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.matrix import Cell, Matrix, Row, heat_of, matrix_of
from enhancement_roadmap.analysis.next_up import next_up, open_dependencies
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.ranking import ranked
from enhancement_roadmap.analysis.readings import latest_reading
from enhancement_roadmap.analysis.selection import SORTS, Selection, Sort, listed, select
from enhancement_roadmap.analysis.today import build_day

__all__ = [
    "SORTS",
    "Cell",
    "Insight",
    "Matrix",
    "Progress",
    "Row",
    "Selection",
    "Sort",
    "build_day",
    "heat_of",
    "latest_reading",
    "listed",
    "matrix_of",
    "next_up",
    "open_dependencies",
    "progress_of",
    "ranked",
    "select",
]
