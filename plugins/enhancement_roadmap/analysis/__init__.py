"""Pure functions of the roadmap and a given day, a folder a subject.

The index knows what there is, facts are what is true of it on a day, and insight is what the facts mean together: each builds
on the one before. What is shown here is what other rooms use; `decisions.what_if`, which one command needs, is not loaded.
"""

from __future__ import annotations

from enhancement_roadmap.analysis.decisions.decision import ACTION_TITLES, ACTIONS, Action, Decision, changed_actions
from enhancement_roadmap.analysis.decisions.lifecycle import FINISHED
from enhancement_roadmap.analysis.decisions.readiness import Answer
from enhancement_roadmap.analysis.filters import STATES, Filter
from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.priority.effective import PriorityRule, priority_rule
from enhancement_roadmap.analysis.priority.matrix import matrix_of
from enhancement_roadmap.analysis.progress import Progress, all_of, progress_of, requirement_progress
from enhancement_roadmap.analysis.reviews.cadence import MONTHS
from enhancement_roadmap.analysis.reviews.due import DueReview, Turn
from enhancement_roadmap.analysis.reviews.last_review import LastChange
from enhancement_roadmap.analysis.selection import SORTS, Selection, Slugs, Sort, Words, listed, select
from enhancement_roadmap.analysis.sign_off.controls import Control, controls_of
from enhancement_roadmap.analysis.sign_off.endings import Ending
from enhancement_roadmap.analysis.today import build_day
from enhancement_roadmap.analysis.triggers.descriptions import forecast_words
from enhancement_roadmap.analysis.triggers.evaluation import Evaluation
from enhancement_roadmap.analysis.triggers.series import Series
from enhancement_roadmap.analysis.triggers.thresholds import Threshold, thresholds_of
from enhancement_roadmap.analysis.value.economics import (
    MONTHS_OF_A_YEAR,
    BreakEven,
    Economics,
    development_cost,
    loss_expectancy,
    maintenance_cost,
    training_cost,
)
from enhancement_roadmap.analysis.value.net_value import advice, by_net_value
from enhancement_roadmap.analysis.value.three_point import ThreePointEstimate

__all__ = [
    "ACTIONS",
    "ACTION_TITLES",
    "FINISHED",
    "MONTHS",
    "MONTHS_OF_A_YEAR",
    "SORTS",
    "STATES",
    "Action",
    "Answer",
    "BreakEven",
    "Control",
    "Decision",
    "DueReview",
    "Economics",
    "Ending",
    "Evaluation",
    "Filter",
    "Insight",
    "LastChange",
    "PriorityRule",
    "Progress",
    "Selection",
    "Series",
    "Slugs",
    "Sort",
    "ThreePointEstimate",
    "Threshold",
    "Turn",
    "Words",
    "advice",
    "all_of",
    "build_day",
    "by_net_value",
    "changed_actions",
    "controls_of",
    "development_cost",
    "forecast_words",
    "listed",
    "loss_expectancy",
    "maintenance_cost",
    "matrix_of",
    "priority_rule",
    "progress_of",
    "requirement_progress",
    "select",
    "thresholds_of",
    "training_cost",
]
