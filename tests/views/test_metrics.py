"""Readings as a picture and in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight, forecast_words
from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.views import VIEWS, RenderContext
from enhancement_roadmap.views.charts.plot import HEIGHT, MOST_READINGS, MOST_THRESHOLDS, WIDTH, Plot, plot_of
from support.fragments import Fragment
from support.plans import enhancement, insight
from support.render_contexts import TODAY, EveryLink

MARCH, APRIL, MAY = date(2027, 3, 31), date(2027, 4, 2), date(2027, 5, 9)
NEXT_YEAR = date(2028, 1, 20)


@pytest.mark.parametrize(
    ("forecast", "words"),
    [
        (Forecast(MARCH, APRIL, MAY), "April 2027 (March to May 2027)"),
        (Forecast(MARCH, MAY, NEXT_YEAR), "May 2027 (March 2027 to January 2028)"),
        (Forecast(APRIL, APRIL, MAY), "April 2027 (April to May 2027)"),
        (Forecast(APRIL, date(2027, 4, 9), date(2027, 4, 30)), "April 2027"),
        (Forecast(APRIL, APRIL, APRIL), "April 2027"),
        (Forecast(MARCH, APRIL, None), "April 2027 (March 2027 or later)"),
    ],
)
def test_a_forecast_says_no_more_than_is_known(forecast: Forecast, words: str) -> None:
    assert forecast_words(forecast) == words


def _plan(values: list[float], thresholds: list[float], today: date = TODAY) -> Insight:
    """Enhancements that wait for `users` to rise above thresholds, with a reading a day up to 30 June 2026."""
    first = TODAY.toordinal() - len(values) + 1
    readings = [{"on": date.fromordinal(first + place).isoformat(), "value": value} for place, value in enumerate(values)]
    items = [
        enhancement(number, trigger={"summary": "When", "kind": "growth", "when": {"metric": "users", "above": threshold}})
        for number, threshold in enumerate(thresholds, start=1)
    ]
    return insight(items, metrics={"metrics": [{"id": "users", "title": "users", "readings": readings}]}, today=today)


def _plot(here: Insight) -> Plot | None:
    return plot_of(here.series["users"], here.thresholds.get("users", ()))


def _show(here: Insight, **options: Any) -> Fragment:
    return Fragment(VIEWS["metrics"].render(RenderContext(here, EveryLink()), VIEWS["metrics"].options.model_validate(options)))


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-100, 100).map(float)


@given(values=st.lists(NUMBERS, max_size=12), thresholds=st.lists(NUMBERS, max_size=6))
def test_everything_is_drawn_within_the_picture(values: list[float], thresholds: list[float]) -> None:
    plot = _plot(_plan(values, thresholds))
    if plot is None:
        return
    spots = [(point.x, point.y) for point in plot.points]
    spots += [corner for line in plot.thresholds for corner in line.fan or ((0, line.y),)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in spots)
    assert [point.x for point in plot.points] == sorted(point.x for point in plot.points)


def test_values_that_differ_by_little_are_drawn_from_near_the_lowest_on_which_the_picture_says() -> None:
    here = _plan([99.6, 99.5, 99.4], [99.5])
    plot = _plot(here)
    assert plot is not None
    assert (plot.base, plot.points[0].y < plot.points[1].y < plot.points[2].y < plot.floor) == (99.2, True)
    assert "99.2" in _show(here).text
    far = _plot(_plan([410, 690, 830], [1000]))
    assert far is not None
    assert far.base == 0


@pytest.mark.parametrize(("values", "thresholds"), [([], [5]), ([0], []), ([0, 0], [0]), ([5, 5], []), ([1.7e308], [-1.7e308])])
def test_where_nothing_can_be_drawn_there_is_no_picture_but_the_table(values: list[float], thresholds: list[float]) -> None:
    here = _plan(values, thresholds)
    assert _plot(here) is None
    shown = _show(here)
    assert shown.all("svg") == []
    assert "users" in shown.text


def test_a_higher_reading_is_drawn_higher_and_a_forecast_leads_from_the_latest_to_the_threshold() -> None:
    plot = _plot(_plan([10.0, 14, 17, 21, 25, 28], [40]))
    assert plot is not None
    heights = [point.y for point in plot.points]
    assert heights == sorted(heights, reverse=True)
    line = plot.thresholds[0]
    assert line.y < heights[-1]
    assert line.fan is not None
    assert line.likely is not None
    start, early, late = line.fan
    assert start == (plot.points[-1].x, plot.points[-1].y)
    assert start[0] < early[0] <= line.likely <= late[0]
    assert early[1] == late[1] == line.y


def test_of_many_thresholds_the_nearest_that_are_not_crossed_are_drawn() -> None:
    plot = _plot(_plan([50.0], [10, 49, 51, 60, 80, 90]))
    assert plot is not None
    assert [line.value for line in plot.thresholds] == [51, 60, 80][:MOST_THRESHOLDS]


def test_labels_that_would_cover_each_other_are_left_to_the_table() -> None:
    plot = _plot(_plan([50.0], [100, 100.5, 60]))
    assert plot is not None
    assert [(line.value, line.is_labelled) for line in plot.thresholds] == [(60, True), (100, True), (100.5, False)]


def test_of_many_readings_the_latest_are_shown_and_all_are_counted() -> None:
    shown = _show(_plan([float(value) for value in range(100)], [500]))
    assert f"The latest {MOST_READINGS} of 100 readings" in shown.text
    assert len(shown.all("circle")) == MOST_READINGS


def test_enhancements_that_wait_for_the_same_share_a_row() -> None:
    shown = _show(_plan([5.0], [10, 10, 20]))
    assert [link["href"] for link in shown.all("a")] == [f"enhancements/item-{number}/" for number in (1, 2, 3)]
    assert shown.text.count("above 10") == 1


def test_of_one_enhancement_only_its_own_threshold_is_shown() -> None:
    shown = _show(_plan([5.0], [10, 20]), enhancement="item-2").text
    assert "above 20" in shown
    assert "above 10" not in shown


def test_a_metric_that_no_open_enhancement_waits_for_says_so() -> None:
    here = insight([], metrics={"metrics": [{"id": "users", "title": "users"}]})
    assert "No open enhancement waits for it." in _show(here).text


def test_without_metrics_it_says_so_and_to_those_who_write_the_data_what_to_do() -> None:
    assert _show(insight([])).text == "There is no metric yet."
    for_authors = RenderContext(insight([]), EveryLink(), for_authors=True)
    assert "Add ‘metrics’ to metrics.yml" in VIEWS["metrics"].render(for_authors, VIEWS["metrics"].options())
    assert _show(insight([enhancement(1)]), enhancement="item-1").text == "This waits for no metric."


def test_of_many_conditions_the_first_twelve_show_and_the_rest_is_folded() -> None:
    events = [{"id": f"e{number}", "title": f"Event number {number}"} for number in range(40)]
    when = {"any": [{"event": event["id"]} for event in events]}
    here = insight([enhancement(1, trigger={"summary": "When", "kind": "business", "when": when})], metrics={"events": events})
    html = VIEWS["triggers"].render(RenderContext(here, EveryLink()), VIEWS["triggers"].options())
    shown, folded = html.split("<details", 1)
    assert (shown.count("Event number"), folded.count("Event number")) == (12, 28)
    assert "<summary>28 more</summary>" in folded
