"""The metrics that triggers wait for: readings, thresholds, forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import Series, Slugs, Threshold, thresholds_of
from enhancement_roadmap.model import Node, Reading
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.plot import HEIGHT, MOST_READINGS, WIDTH, Plot, plot_of
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class MetricsOptions(Node):
    """Which metrics; all of them unless said otherwise."""

    metric: Slugs = ()
    """Only these, by id."""
    enhancement: Slugs = ()
    """Only those that these enhancements wait for, by id."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A metric with its picture.

    Attributes:
        series: what is known of it.
        thresholds: thresholds that enhancements wait for, the lowest first.
        readings: the latest first, as many as the picture has.
        plot: the picture; None where there is nothing to draw.
    """

    series: Series
    thresholds: Sequence[Threshold]
    readings: Sequence[Reading]
    plot: Plot | None


def context(render_context: RenderContext, options: MetricsOptions) -> Mapping[str, Any]:
    """The metrics in the order of the data; those of some enhancements with the thresholds of these alone."""
    insight = render_context.insight
    thresholds = insight.thresholds
    names: Iterable[str] = insight.series
    if options.enhancement:
        thresholds = thresholds_of((insight.by_id[name] for name in dict.fromkeys(options.enhancement)), insight.evaluations)
        names = thresholds
    chosen = [insight.series[name] for name in names if not options.metric or name in options.metric]
    return {
        "metrics": [_shown(series, thresholds.get(series.metric.id, ())) for series in chosen],
        "chosen": bool(options.metric or options.enhancement),
        "width": WIDTH,
        "height": HEIGHT,
    }


def _shown(series: Series, thresholds: Sequence[Threshold]) -> Shown:
    return Shown(series, thresholds, series.readings[: -MOST_READINGS - 1 : -1], plot_of(series, thresholds))


VIEW = View(
    "metrics",
    "What triggers wait for in numbers: the readings of each metric, its thresholds, and when they will be crossed.",
    MetricsOptions,
    context,
)
