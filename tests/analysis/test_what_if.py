"""What the roadmap would say if some facts were other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.decisions.setting import Setting, SettingError
from enhancement_roadmap.analysis.decisions.what_if import suppose
from enhancement_roadmap.model import Roadmap
from support.plans import enhancement, insight

METRICS = {
    "metrics": [{"id": "daily-users", "title": "daily users", "readings": [{"on": "2026-06-01", "value": 10}]}],
    "events": [{"id": "launch", "title": "The launch"}],
}
ABOUT = {"readiness_criteria": [{"id": "budget", "text": "Budget"}, {"id": "people", "text": "People"}]}
WAITS_FOR_USERS = {"summary": "When", "kind": "growth", "when": {"metric": "daily-users", "above": 100}}
WAITS_FOR_LAUNCH = {"summary": "When", "kind": "business", "when": {"event": "launch"}}


@pytest.fixture
def known() -> Insight:
    items = [enhancement(1, trigger=WAITS_FOR_USERS, score=(2, 2)), enhancement(2, trigger=WAITS_FOR_LAUNCH)]
    return insight(items, about=ABOUT, metrics=METRICS)


def _supposed(known: Insight, *settings: str) -> Insight:
    return Insight(suppose(known.roadmap, map(Setting.parse, settings), known.today), known.today)


def test_a_metric_has_another_reading_today(known: Insight) -> None:
    supposed = _supposed(known, "daily_users=101")
    assert known.trigger_states["item-1"] == "waiting"
    assert supposed.trigger_states["item-1"] == "fired"
    assert _supposed(known, "daily-users=100").trigger_states["item-1"] == "near"


@pytest.mark.parametrize(
    ("value", "state"), [("yes", "fired"), ("no", "waiting"), ("2026-06-30", "fired"), ("2026-07-01", "waiting"), ("2026-06", "fired")]
)
def test_an_event_has_happened_or_not(known: Insight, value: str, state: str) -> None:
    assert _supposed(known, f"launch={value}").trigger_states["item-2"] == state


def test_an_enhancement_has_another_level_priority_status_or_readiness(known: Insight) -> None:
    supposed = _supposed(
        known,
        "risk.item-1=4-5",
        "impact.item_1=3",
        "priority.item-2=high",
        "status.item-2=done",
        "readiness.item-1=yes",
        "readiness.item-1.people=no",
    )
    first, second = supposed.by_id["item-1"], supposed.by_id["item-2"]
    assert first.assessment is not None
    assert (first.assessment.score.low, first.assessment.score.high) == (12, 15)
    assert (second.priority, second.status) == ("high", "done")
    assert {name: answer.state for name, answer in first.readiness.items()} == {"budget": "yes", "people": "no"}


@pytest.mark.parametrize(("words", "levels"), [("LEVEL 4", (4, 4)), ("level 2-level 4", (2, 4)), ("level 2 to 3", (2, 3))])
def test_a_level_may_be_named_by_its_title(known: Insight, words: str, levels: tuple[int, int]) -> None:
    supposed = _supposed(known, f"risk.item-1={words}").by_id["item-1"]
    assert supposed.assessment is not None
    assert (supposed.assessment.risk.low, supposed.assessment.risk.high) == levels


def test_the_roadmap_itself_stays_as_it_is(known: Insight) -> None:
    before = known.roadmap.model_dump_json()
    _supposed(known, "daily-users=1", "launch=yes", "risk.item-1=5", "status.item-2=done", "readiness.item-1=yes")
    assert known.roadmap.model_dump_json() == before


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("daily-users", "‘daily-users’ sets nothing: write it as NAME=VALUE"),
        ("=3", "‘=3’ sets nothing: write it as NAME=VALUE"),
        ("daily-users=", "‘daily-users=’ sets nothing: write it as NAME=VALUE"),
        ("users=3", "there is no metric or event ‘users’"),
        ("daily-users=many", "daily-users is a number, which ‘many’ is not"),
        ("daily-users=nan", "daily-users is a number, which ‘nan’ is not"),
        ("daily-users=1,200", "daily-users: ‘1,200’ can be read in two ways: write 1200 or 1.2"),
        ("daily-users=1.200", "daily-users: ‘1.200’ can be read in two ways: write 1200 or 1.2"),
        ("daily-users=1,5", "daily-users: ‘1,5’ has a comma: write 1.5, with a point"),
        ("launch=soon", "whether launch happened is ‘yes’, ‘no’ or a day as 2025-06-30, not ‘soon’"),
        ("launch=2026-02-30", "whether launch happened is ‘yes’, ‘no’ or a day as 2025-06-30, not ‘2026-02-30’"),
        ("risk.item-9=3", "there is no enhancement ‘item-9’"),
        ("risk.item-2=3", "item-2 has no assessment to change"),
        ("risk.item-1=9", "risk ‘9’ is off the scale, which has 1, 2, 3, 4, 5"),
        ("risk.item-1=1.5", "risk is a level as 3 or 3-4, not ‘1.5’"),
        ("risk.item-1=much", "risk has no level ‘much’"),
        ("risk.item-1=level 4-level 2", "risk has no level ‘level 4-level 2’"),
        ("priority.item-1=urgent", "there is no priority ‘urgent’"),
        ("status.item-1=finished", "there is no status ‘finished’"),
        ("readiness.item-1=maybe", "readiness is ‘yes’, ‘partly’ or ‘no’, not ‘maybe’"),
        ("readiness.item-1.time=yes", "there is no readiness criterion ‘time’"),
        ("risk.item-1.more=3", "‘risk.item-1.more’ can not be set"),
        ("title.item-1=New", "‘title.item-1’ can not be set"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(known: Insight, setting: str, message: str) -> None:
    with pytest.raises(SettingError) as raised:
        _supposed(known, setting)
    assert str(raised.value) == message


@given(text=st.text(max_size=40))
def test_any_text_is_either_a_setting_or_named(text: str) -> None:
    roadmap: Roadmap = insight([enhancement(1, score=(1, 1))], metrics=METRICS).roadmap
    try:
        result: Roadmap | str = suppose(roadmap, [Setting.parse(text)], insight([]).today)
    except SettingError as error:
        result = str(error)
    assert result
