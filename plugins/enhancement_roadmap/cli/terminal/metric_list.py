"""What is known of metrics and events, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from enhancement_roadmap.analysis import Insight, Series
from enhancement_roadmap.findings import visible
from enhancement_roadmap.model import Event, Reading

_GAP = "  "


def metric_lines(insight: Insight) -> Iterator[str]:
    """A line for each metric (latest value, unit, how old it is), then one for each event."""
    rows = [_metric_row(series) for series in insight.series.values()]
    rows += [_event_row(event, insight.today) for event in insight.roadmap.metrics.events]
    yield from _aligned(rows) if rows else ["There are no metrics yet: list them in metrics.yml, each with an id and a title."]


def _metric_row(series: Series) -> Sequence[str]:
    metric, reading = series.metric, series.latest
    if reading is None:
        return metric.id, "–", f"no reading yet: roadmap metric add {metric.id} VALUE"
    value = f"{reading.value:,.12g}"
    return metric.id, f"{value} {metric.unit}" if metric.unit else value, ", ".join(_about(series, reading))


def _about(series: Series, reading: Reading) -> Iterator[str]:
    days = max(0, (series.today - reading.on.last).days)
    yield f"{reading.on} ({'today' if days == 0 and reading.on.day else _days(days)})"
    if series.stale_since is not None:
        yield f"out of date: read it anew at least every {series.metric.stale_after_days} days"
    if reading.source:
        yield f"from {reading.source}"
    if reading.example:
        yield "an example"


def _event_row(event: Event, today: date) -> Sequence[str]:
    if event.happened_on is not None:
        return event.id, "happened" if event.happened_on.first <= today else "expected", str(event.happened_on)
    return event.id, "happened" if event.happened else "not yet", ""


def _days(days: int) -> str:
    return f"{days} day old" if days == 1 else f"{days} days old"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
