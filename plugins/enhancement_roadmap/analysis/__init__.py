"""One file a question; pure functions of the roadmap and a given day."""

from __future__ import annotations

from enhancement_roadmap.analysis.decisions.decision import ACTION_TITLES, ACTIONS, Action, ChangedAction, Decision, changed_actions
from enhancement_roadmap.analysis.decisions.lifecycle import FINISHED, NOT_STARTED, derived_stage, following
from enhancement_roadmap.analysis.decisions.next_up import next_up, open_dependencies
from enhancement_roadmap.analysis.decisions.readiness import Answer, AnswerState, ReadinessAnswers
from enhancement_roadmap.analysis.decisions.reasons import Fact, Reason
from enhancement_roadmap.analysis.filters import FILTERS, STATES, Filter, Titled, states_of
from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.numbers import number
from enhancement_roadmap.analysis.priority.matrix import Band, Matrix, MatrixCell, MatrixRow, heat_of, matrix_of
from enhancement_roadmap.analysis.priority.ranking import ranked
from enhancement_roadmap.analysis.priority.scoring import PriorityBand, contradicts, levels_of, priority_bands
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.reviews.cadence import MONTHS, next_review
from enhancement_roadmap.analysis.reviews.due import DueReview, Turn, reviews_due
from enhancement_roadmap.analysis.reviews.since_review import LastChange, reviewed_on
from enhancement_roadmap.analysis.reviews.staleness import assessment_cadence, is_stale
from enhancement_roadmap.analysis.selection import SORTS, Selection, Slugs, Sort, Words, filtered_by, listed, select
from enhancement_roadmap.analysis.today import build_day
from enhancement_roadmap.analysis.triggers.descriptions import condition_words, evaluation_words, forecast_words
from enhancement_roadmap.analysis.triggers.evaluate import evaluate
from enhancement_roadmap.analysis.triggers.evaluation import Doubt, Evaluation, TriggerState
from enhancement_roadmap.analysis.triggers.forecast import Forecast, NoForecast, forecast_of
from enhancement_roadmap.analysis.triggers.series import Series, series_of
from enhancement_roadmap.analysis.triggers.thresholds import Threshold, thresholds_of
from enhancement_roadmap.analysis.triggers.trend import Trend, theil_sen
from enhancement_roadmap.analysis.value.economics import (
    MONTHS_OF_A_YEAR,
    BreakEven,
    Economics,
    Totals,
    development_cost,
    economics_of,
    loss_expectancy,
    maintenance_cost,
    training_cost,
)
from enhancement_roadmap.analysis.value.net_value import by_net_value
from enhancement_roadmap.analysis.value.recommendation import Advice, advice
from enhancement_roadmap.analysis.value.three_point import ThreePointEstimate

__all__ = [
    "ACTIONS",
    "ACTION_TITLES",
    "FILTERS",
    "FINISHED",
    "MONTHS",
    "MONTHS_OF_A_YEAR",
    "NOT_STARTED",
    "SORTS",
    "STATES",
    "Action",
    "Advice",
    "Answer",
    "AnswerState",
    "Band",
    "BreakEven",
    "ChangedAction",
    "Decision",
    "Doubt",
    "DueReview",
    "Economics",
    "Evaluation",
    "Fact",
    "Filter",
    "Forecast",
    "Insight",
    "LastChange",
    "Matrix",
    "MatrixCell",
    "MatrixRow",
    "NoForecast",
    "PriorityBand",
    "Progress",
    "ReadinessAnswers",
    "Reason",
    "Selection",
    "Series",
    "Slugs",
    "Sort",
    "ThreePointEstimate",
    "Threshold",
    "Titled",
    "Totals",
    "Trend",
    "TriggerState",
    "Turn",
    "Words",
    "advice",
    "assessment_cadence",
    "build_day",
    "by_net_value",
    "changed_actions",
    "condition_words",
    "contradicts",
    "derived_stage",
    "development_cost",
    "economics_of",
    "evaluate",
    "evaluation_words",
    "filtered_by",
    "following",
    "forecast_of",
    "forecast_words",
    "heat_of",
    "is_stale",
    "levels_of",
    "listed",
    "loss_expectancy",
    "maintenance_cost",
    "matrix_of",
    "next_review",
    "next_up",
    "number",
    "open_dependencies",
    "priority_bands",
    "progress_of",
    "ranked",
    "reviewed_on",
    "reviews_due",
    "select",
    "series_of",
    "states_of",
    "theil_sen",
    "thresholds_of",
    "training_cost",
]
