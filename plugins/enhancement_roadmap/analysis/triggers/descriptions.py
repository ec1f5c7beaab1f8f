"""What is known of a trigger, in words without markup: for reasons, the command line, programs."""

from __future__ import annotations

from enhancement_roadmap.analysis.index import Index
from enhancement_roadmap.analysis.triggers.evaluation import Evaluation
from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.model import Condition, Metric, PartialDate
from enhancement_roadmap.sentences import number


def condition_words(condition: Condition, index: Index) -> str:
    """A condition: "daily active users above 1,000", "User accounts implemented", "any of: … or …"."""
    if condition.metric is not None and condition.threshold is not None:
        metric = index.metrics[condition.metric]
        side = "above" if condition.direction > 0 else "below"
        return f"{metric.title} {side} {_measured(condition.threshold, metric)}"
    if condition.event is not None:
        return index.events[condition.event].title
    if condition.not_ is not None:
        return f"not: {condition_words(condition.not_, index)}"
    joint = " and " if condition.all else " or "
    return joint.join(f"({condition_words(part, index)})" if part.parts else condition_words(part, index) for part in condition.parts)


def evaluation_words(evaluation: Evaluation, index: Index) -> str:
    """What is known of each single condition: "daily active users above 1,000: 640 on 31 October 2026 (64 %)"."""
    return "; ".join(_leaf(leaf, index) for leaf in evaluation.leaves)


def forecast_words(forecast: Forecast) -> str:
    """When a trigger is expected: "June 2027 (April to September 2027)"; an open end says "or later".

    Months alone: days would be more than a forecast knows.
    """
    likely, first = PartialDate.month_of(forecast.likely), PartialDate.month_of(forecast.earliest)
    if forecast.latest is None:
        return f"{likely} ({first} or later)"
    last = PartialDate.month_of(forecast.latest)
    begin = str(first).removesuffix(f" {last.year}")
    return str(likely) if first == last else f"{likely} ({begin} to {last})"


def _leaf(leaf: Evaluation, index: Index) -> str:
    condition = leaf.condition
    if condition is None:
        return ""
    words = condition_words(condition, index)
    if condition.event is not None:
        return f"{words}: {_happened(leaf)}"
    if leaf.reading is None:
        return f"{words}: no reading yet"
    is_on_the_way = leaf.state in {"near", "waiting"} and leaf.percent is not None
    share = f" ({leaf.percent} %)" if is_on_the_way else ""
    known = f"{words}: {number(leaf.reading.value)} {leaf.reading.on.in_sentence}{share}"
    marks = ["example"] if leaf.reading.example else []
    marks += ["too old to count"] if leaf.doubt == "stale" else []
    return ", ".join([known, *marks])


def _happened(leaf: Evaluation) -> str:
    if leaf.state == "fired":
        return f"happened {leaf.since.in_sentence}" if leaf.since else "has happened"
    return f"expected {PartialDate.month_of(leaf.forecast.likely)}" if leaf.forecast else "not yet"


def _measured(value: float, metric: Metric) -> str:
    return f"{number(value)} {metric.unit}" if metric.unit else number(value)
