"""What is known of metrics, and when reviews are due, as plain data."""

from __future__ import annotations

from enhancement_roadmap.analysis import DueReview, Insight, Series
from enhancement_roadmap.outputs.facts.plain import Data, compact, plain_data


def metrics_data(insight: Insight) -> list[Data]:
    """Each metric with its latest reading that counts."""
    return [compact(_metric(series)) for series in insight.series.values()]


def readings_data(insight: Insight) -> list[Data]:
    """Each reading of each metric, in the order of the file."""
    return [
        compact({"metric": metric.id, "title": metric.title, "unit": metric.unit, **plain_data(reading)})
        for metric in insight.metrics.values()
        for reading in metric.readings
    ]


def reviews_data(insight: Insight) -> list[Data]:
    """Each review, in the order in which they are due."""
    return [compact(_review(review)) for review in insight.reviews]


def _metric(series: Series) -> Data:
    metric, latest = series.metric, series.latest
    return {
        "id": metric.id,
        "title": metric.title,
        "unit": metric.unit,
        "value": latest.value if latest else None,
        "on": latest.on.isoformat() if latest else None,
        "source": latest.source if latest else None,
        "example": series.is_example,
        "stale_since": series.stale_since.isoformat() if series.stale_since else None,
    }


def _review(due: DueReview) -> Data:
    review = due.review
    return {
        "id": review.id if review else None,
        "title": due.title,
        "cadence": review.cadence if review else None,
        "last_held": due.last_held.isoformat() if due.last_held else None,
        "due": due.due.isoformat(),
        "overdue": due.is_overdue,
        "turns": [
            {
                "stakeholder": turn.stakeholder.id,
                "name": turn.stakeholder.name,
                "from": turn.starts.isoformat(),
                "until": turn.ends.isoformat(),
                "answered": turn.answered.isoformat() if turn.answered else None,
            }
            for turn in due.turns
        ],
    }
