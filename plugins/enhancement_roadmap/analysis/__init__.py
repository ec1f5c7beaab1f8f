"""One file a question; pure functions of the roadmap and a given day."""

from __future__ import annotations

from enhancement_roadmap.analysis.decisions.decision import CALL_TITLES, CALLS, Call, ChangedCall, Decision, changed_calls
from enhancement_roadmap.analysis.decisions.lifecycle import FINISHED, NOT_STARTED, derived_stage, following
from enhancement_roadmap.analysis.decisions.next_up import next_up, open_dependencies
from enhancement_roadmap.analysis.decisions.readiness import Answer, AnswerState, ReadinessAnswers
from enhancement_roadmap.analysis.decisions.reasons import Fact, Reason
from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.numbers import number
from enhancement_roadmap.analysis.priority.matrix import Band, Cell, Matrix, Row, heat_of, matrix_of
from enhancement_roadmap.analysis.priority.ranking import ranked
from enhancement_roadmap.analysis.priority.scoring import PriorityBand, contradicts, levels_of, priority_bands
from enhancement_roadmap.analysis.progress import Progress, progress_of
from enhancement_roadmap.analysis.reviews.cadence import MONTHS, next_review
from enhancement_roadmap.analysis.reviews.due import DueReview, Turn, reviews_due
from enhancement_roadmap.analysis.reviews.since_review import LastChange, reviewed_on
from enhancement_roadmap.analysis.reviews.staleness import assessment_cadence, is_stale
from enhancement_roadmap.analysis.selection import SORTS, STATES, Selection, Slugs, Sort, State, Words, listed, select, states_of
from enhancement_roadmap.analysis.today import build_day
from enhancement_roadmap.analysis.triggers.descriptions import condition_words, forecast_words, standing_words
from enhancement_roadmap.analysis.triggers.evaluate import standing_of
from enhancement_roadmap.analysis.triggers.evaluation import Doubt, Standing, TriggerState
from enhancement_roadmap.analysis.triggers.forecast import Forecast, Withheld, forecast_of
from enhancement_roadmap.analysis.triggers.series import Series, series_of
from enhancement_roadmap.analysis.triggers.thresholds import Watch, watches_of
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
from enhancement_roadmap.analysis.value.net_value import by_worth
from enhancement_roadmap.analysis.value.recommendation import Advice, advice
from enhancement_roadmap.analysis.value.three_point import Span

__all__ = [
    "CALLS",
    "CALL_TITLES",
    "FINISHED",
    "MONTHS",
    "MONTHS_OF_A_YEAR",
    "NOT_STARTED",
    "SORTS",
    "STATES",
    "Advice",
    "Answer",
    "AnswerState",
    "Band",
    "BreakEven",
    "Call",
    "Cell",
    "ChangedCall",
    "Decision",
    "Doubt",
    "DueReview",
    "Economics",
    "Fact",
    "Forecast",
    "Insight",
    "LastChange",
    "Matrix",
    "PriorityBand",
    "Progress",
    "ReadinessAnswers",
    "Reason",
    "Row",
    "Selection",
    "Series",
    "Slugs",
    "Sort",
    "Span",
    "Standing",
    "State",
    "Totals",
    "Trend",
    "TriggerState",
    "Turn",
    "Watch",
    "Withheld",
    "Words",
    "advice",
    "assessment_cadence",
    "build_day",
    "by_worth",
    "changed_calls",
    "condition_words",
    "contradicts",
    "derived_stage",
    "development_cost",
    "economics_of",
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
    "standing_of",
    "standing_words",
    "states_of",
    "theil_sen",
    "training_cost",
    "watches_of",
]
