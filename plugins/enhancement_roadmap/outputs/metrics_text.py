"""What is known of metrics and events, as rows of a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from enhancement_roadmap.analysis import Insight, Series
from enhancement_roadmap.model import Event, Reading
from enhancement_roadmap.sentences import number, plural


def metric_rows(insight: Insight) -> list[Sequence[str]]:
    """A row for each metric (id, latest value with its unit, how old it is), then one for each event; all as typed."""
    rows = [_metric_row(series) for series in insight.series.values()]
    return [*rows, *(_event_row(event, insight.today) for event in insight.roadmap.metrics.events)]


def _metric_row(series: Series) -> Sequence[str]:
    metric, reading = series.metric, series.latest
    if reading is None:
        return metric.id, "–", f"no reading yet: roadmap metric add {metric.id} VALUE"
    value = number(reading.value)
    return metric.id, f"{value} {metric.unit}" if metric.unit else value, ", ".join(_about(series, reading))


def _about(series: Series, reading: Reading) -> Iterator[str]:
    days = max(0, (series.today - reading.on.last).days)
    age = "today" if days == 0 and reading.on.day else f"{plural(days, 'day')} old"
    yield f"{reading.on} ({age})"
    if series.stale_since is not None:
        yield f"out of date: read it anew at least every {plural(series.metric.stale_after_days, 'day')}"
    if reading.source:
        yield f"from {reading.source}"
    if reading.example:
        yield "an example"


def _event_row(event: Event, today: date) -> Sequence[str]:
    if event.happened_on is not None:
        return event.id, "happened" if event.happened_on.first <= today else "expected", str(event.happened_on)
    return event.id, "happened" if event.happened else "not yet", ""
