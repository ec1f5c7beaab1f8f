"""Where a trigger stands: single conditions, and several together."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Evaluation
from enhancement_roadmap.analysis.triggers.evaluation import evaluate
from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.analysis.triggers.series import series_of
from enhancement_roadmap.model import Event, Metric, PartialDate, Trigger

TODAY = date(2026, 6, 30)
LAUNCH = {"event": "launch"}
MANY_USERS = {"metric": "users", "above": 1000}
RISING = [
    (day, 100.0 * number, False)
    for number, day in enumerate(("2026-01-02", "2026-02-01", "2026-03-03", "2026-04-02", "2026-05-02", "2026-06-01"), start=1)
]
"""A hundred more in 30 days each."""


def _standing(when: dict[str, Any] | None, *readings: tuple[str, float, bool], launch: dict[str, Any] | None = None) -> Evaluation:
    """Where a trigger stands, by readings (date, value, whether it is an example) of `users`, and facts about `launch`."""
    trigger = Trigger.model_validate({"summary": "When it is time", "kind": "growth", "when": when})
    entries = [{"on": on, "value": value, "example": example} for on, value, example in readings]
    users = Metric.model_validate({"id": "users", "title": "users", "readings": entries})
    event = Event.model_validate({"id": "launch", "title": "Launch"} | (launch or {}))
    return evaluate(trigger, {"users": series_of(users, TODAY)}, {"launch": event}, TODAY)


def _read(value: float) -> tuple[str, float, bool]:
    return ("2026-06-01", value, False)


def _day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def test_of_a_trigger_in_words_alone_nothing_is_known() -> None:
    evaluation = _standing(None)
    assert (evaluation.state, evaluation.doubt, list(evaluation.leaves)) == ("unknown", "no condition", [])


@pytest.mark.parametrize(
    ("value", "state"), [(0, "waiting"), (799, "waiting"), (800, "near"), (1000, "near"), (1000.5, "fired"), (-5, "waiting")]
)
def test_a_metric_must_be_above_its_threshold_and_is_near_from_four_fifths_on(value: float, state: str) -> None:
    assert _standing(MANY_USERS, _read(value)).state == state


@pytest.mark.parametrize(("value", "state"), [(1251, "waiting"), (1250, "near"), (1000, "near"), (999, "fired"), (-5, "fired")])
def test_or_below_it_and_near_down_from_five_quarters(value: float, state: str) -> None:
    assert _standing({"metric": "users", "below": 1000}, _read(value)).state == state


@pytest.mark.parametrize(("when", "value"), [({"above": 0}, 0), ({"below": 0}, 0), ({"above": -10}, -10), ({"below": -10}, -9)])
def test_of_a_threshold_that_is_not_positive_nothing_is_near(when: dict[str, float], value: float) -> None:
    assert _standing({"metric": "users"} | when, _read(value)).state == "waiting"


@pytest.mark.parametrize(("value", "state"), [(499, "waiting"), (500, "near"), (1001, "fired")])
def test_near_is_where_the_condition_says(value: float, state: str) -> None:
    assert _standing(MANY_USERS | {"near": 500}, _read(value)).state == state


@pytest.mark.parametrize(("value", "state"), [(9, "waiting"), (8, "near"), (-1, "fired")])
def test_and_so_it_is_for_a_lower_bound_of_nothing(value: float, state: str) -> None:
    assert _standing({"metric": "users", "below": 0, "near": 8}, _read(value)).state == state


def test_without_a_reading_it_is_unknown() -> None:
    evaluation = _standing(MANY_USERS)
    assert (evaluation.state, evaluation.doubt, evaluation.reading, evaluation.percent, evaluation.distance) == (
        "unknown",
        "no reading",
        None,
        None,
        None,
    )


def test_with_a_stale_reading_it_is_unknown_since_when_it_is_stale() -> None:
    evaluation = _standing(MANY_USERS, ("2026-03-29", 5000, False))
    assert (evaluation.state, evaluation.doubt, evaluation.stale_since) == ("unknown", "stale", PartialDate.of(TODAY))
    assert _standing(MANY_USERS, ("2026-03-30", 5000, False)).state == "fired"


def test_it_has_fired_since_the_first_reading_beyond_that_no_other_undid() -> None:
    readings = [("2026-02", 1200.0, False), ("2026-03", 900.0, False), ("2026-04", 1100.0, False), ("2026-05-04", 1300.0, False)]
    assert _standing(MANY_USERS, *readings).since == _day("2026-04")
    assert _standing(MANY_USERS, *readings, _read(1000)).state == "near"


@pytest.mark.parametrize(
    ("value", "percent", "distance"),
    [(640, 64, 360), (999.9, 99, 0.1), (1000, 100, 0), (0, 0, 1000), (-1, None, 1001), (1e307, None, -1e307)],
)
def test_how_near_it_is(value: float, percent: int | None, distance: float) -> None:
    evaluation = _standing(MANY_USERS, _read(value))
    assert evaluation.percent == percent
    assert evaluation.distance == pytest.approx(distance)


def test_a_hundred_percent_of_a_lower_bound_means_that_it_is_reached() -> None:
    when = {"metric": "users", "below": 1000}
    assert (_standing(when, _read(1000.1)).percent, _standing(when, _read(1000)).percent) == (101, 100)
    assert _standing({"metric": "users", "below": 0}, _read(3)).percent is None


def test_what_comes_from_a_made_up_reading_says_so() -> None:
    example = ("2026-06-01", 1200, True)
    assert _standing(MANY_USERS, example).is_example
    evaluation = _standing(MANY_USERS, example, ("2026-05-01", 400, False))
    assert (evaluation.state, evaluation.is_example) == ("waiting", False)


def test_a_metric_that_waits_has_a_forecast_or_says_why_not() -> None:
    forecast = _standing(MANY_USERS, *RISING).forecast
    assert forecast is not None
    assert forecast == Forecast(date(2026, 9, 29), date(2026, 9, 29), date(2026, 9, 29))
    assert _standing(MANY_USERS, *RISING[2:]).no_forecast == "fewer than 5 readings"


@pytest.mark.parametrize(
    ("launch", "state", "since"),
    [
        ({}, "waiting", None),
        ({"happened": "no"}, "waiting", None),
        ({"happened": "yes"}, "fired", None),
        ({"happened_on": "2026-06-30"}, "fired", "2026-06-30"),
        ({"happened_on": "2026-06"}, "fired", "2026-06"),
        ({"happened_on": "2026-07-01"}, "waiting", None),
    ],
)
def test_an_event_fires_from_its_day_on(launch: dict[str, Any], state: str, since: str | None) -> None:
    evaluation = _standing(LAUNCH, launch=launch)
    assert (evaluation.state, evaluation.since) == (state, _day(since))


def test_an_event_to_come_says_itself_when() -> None:
    month = _standing(LAUNCH, launch={"happened_on": "2026-08"}).forecast
    assert month == Forecast(date(2026, 8, 1), date(2026, 8, 1), date(2026, 8, 31))
    assert _standing(LAUNCH).forecast is None


HAPPENED = {"happened_on": "2026-02-03"}


@pytest.mark.parametrize(
    ("form", "value", "launch", "state", "since"),
    [
        ("any", 1200, {}, "fired", "2026-06-01"),
        ("any", 1200, HAPPENED, "fired", "2026-02-03"),
        ("any", 900, HAPPENED, "fired", "2026-02-03"),
        ("any", 900, {}, "near", None),
        ("any", 5, {}, "waiting", None),
        ("any", 1200, {"happened": "yes"}, "fired", "2026-06-01"),
        ("all", 1200, HAPPENED, "fired", "2026-06-01"),
        ("all", 1200, {"happened": "yes"}, "fired", None),
        ("all", 900, HAPPENED, "near", None),
        ("all", 1200, {}, "waiting", None),
        ("all", 5, HAPPENED, "waiting", None),
        ("any", None, HAPPENED, "fired", "2026-02-03"),
        ("any", None, {}, "unknown", None),
        ("all", None, HAPPENED, "unknown", None),
        ("all", None, {}, "waiting", None),
    ],
)
def test_conditions_stand_together(form: str, value: float | None, launch: dict[str, Any], state: str, since: str | None) -> None:
    evaluation = _standing({form: [MANY_USERS, LAUNCH]}, *([] if value is None else [_read(value)]), launch=launch)
    assert (evaluation.state, evaluation.since) == (state, _day(since))
    assert [leaf.condition.metric for leaf in evaluation.leaves if leaf.condition] == ["users", None]


@pytest.mark.parametrize(("value", "state"), [(1200, "waiting"), (900, "fired"), (5, "fired"), (None, "unknown")])
def test_not_turns_a_condition_round(value: float | None, state: str) -> None:
    evaluation = _standing({"not": MANY_USERS}, *([] if value is None else [_read(value)]))
    assert (evaluation.state, evaluation.since, evaluation.forecast) == (state, None, None)


def test_what_must_not_hold_does_not_hide_the_date_of_what_must() -> None:
    evaluation = _standing({"all": [MANY_USERS, {"not": LAUNCH}]}, _read(1200))
    assert (evaluation.state, evaluation.since) == ("fired", _day("2026-06-01"))


STATES = ("waiting", "near", "fired", "unknown")
FACTS = {"waiting": {"users": 5.0}, "near": {"users": 900.0}, "fired": {"users": 1200.0}, "unknown": {}}
"""Readings that bring one condition into a state."""


def _together(form: str, states: tuple[str, ...]) -> str:
    """The state of conditions that are each in a state, worked out from metrics of their own."""
    names = [f"m{index}" for index in range(len(states))]
    parts = [{"metric": name, "above": 1000} for name in names]
    when = {"not": parts[0]} if form == "not" else {form: parts}
    trigger = Trigger.model_validate({"summary": "When", "kind": "growth", "when": when})
    series = {
        name: series_of(
            Metric.model_validate(
                {"id": name, "title": name, "readings": [{"on": "2026-06-01", "value": value} for value in FACTS[state].values()]}
            ),
            TODAY,
        )
        for name, state in zip(names, states, strict=True)
    }
    return evaluate(trigger, series, {}, TODAY).state


@pytest.mark.parametrize("form", ["any", "all", "not"])
@given(data=st.data())
def test_an_unknown_part_matters_only_where_the_whole_depends_on_it(form: str, data: st.DataObject) -> None:
    states = tuple(data.draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=1 if form == "not" else 4)))
    choices = [STATES[:3] if state == "unknown" else (state,) for state in states]
    possible = {_together(form, known) for known in product(*choices)}
    assert _together(form, states) == (possible.pop() if len(possible) == 1 else "unknown")


@pytest.mark.parametrize("form", ["any", "all"])
@given(states=st.lists(st.sampled_from(STATES[:3]), min_size=1, max_size=4))
def test_the_furthest_part_decides_about_any_and_the_least_about_all(form: str, states: list[str]) -> None:
    decides = max if form == "any" else min
    assert _together(form, tuple(states)) == decides(states, key=STATES.index)


TO_COME = {"happened_on": "2026-11-05"}


@pytest.mark.parametrize(("form", "likely"), [("any", date(2026, 9, 29)), ("all", date(2026, 11, 5))])
def test_any_is_expected_with_the_first_and_all_with_the_last(form: str, likely: date) -> None:
    forecast = _standing({form: [MANY_USERS, LAUNCH]}, *RISING, launch=TO_COME).forecast
    assert forecast is not None
    assert forecast.likely == likely


@pytest.mark.parametrize(("form", "has_forecast"), [("any", True), ("all", False)])
def test_all_is_not_expected_before_each_of_its_parts_is(form: str, has_forecast: bool) -> None:
    forecast = _standing({form: [MANY_USERS, LAUNCH]}, *RISING).forecast
    assert (forecast is not None) is has_forecast


def test_of_all_what_has_fired_needs_no_forecast() -> None:
    forecast = _standing({"all": [MANY_USERS, LAUNCH]}, *RISING, launch=HAPPENED).forecast
    assert forecast is not None
    assert forecast.likely == date(2026, 9, 29)


@pytest.mark.parametrize(
    ("form", "value", "launch", "is_example"),
    [
        ("any", 1200, {}, True),
        ("any", 1200, {"happened_on": "2026-06-20"}, True),
        ("any", 1200, HAPPENED, False),
        ("any", 5, {}, True),
        ("all", 1200, {}, False),
        ("all", 1200, HAPPENED, True),
        ("all", 5, HAPPENED, True),
    ],
)
def test_a_whole_is_an_example_where_it_would_be_another_without(form: str, value: float, launch: dict[str, Any], is_example: bool) -> None:
    assert _standing({form: [MANY_USERS, LAUNCH]}, ("2026-06-01", value, True), launch=launch).is_example is is_example


def test_conditions_within_conditions() -> None:
    when = {"any": [LAUNCH, {"all": [MANY_USERS, {"not": {"metric": "users", "above": 5000}}]}]}
    assert _standing(when, _read(1200)).state == "fired"
    assert _standing(when, _read(5001)).state == "waiting"
    assert len(list(_standing(when, _read(5001)).leaves)) == 3
