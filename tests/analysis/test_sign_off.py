"""What holds for a while: deferrals, accepted risks, days by which something is due, reviews that refresh, approvals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from enhancement_roadmap.analysis import Insight, LastChange, controls_of, progress_of
from support.plans import enhancement, insight

DAY = date(2026, 6, 30)
FIRED = {"summary": "When it launches", "when": {"event": "launch"}}
METRICS = {"events": [{"id": "launch", "title": "Launch", "happened_on": "2026-01-02"}]}


def _action(today: date, **values: Any) -> str:
    (decision,) = insight([enhancement(1, trigger=FIRED, **values)], metrics=METRICS, today=today).decisions
    return decision.action


@pytest.mark.parametrize(("day", "action"), [(DAY - timedelta(days=1), "leave"), (DAY, "start")])
def test_what_is_deferred_until_a_day_counts_again_on_that_day(day: date, action: str) -> None:
    assert _action(day, deferred={"until": "2026-06-30", "why": "Busy"}) == action


@pytest.mark.parametrize(
    ("day", "action"),
    [(date(2026, 5, 1), "start"), (date(2026, 5, 2), "leave"), (DAY, "leave"), (DAY + timedelta(days=1), "start")],
)
def test_a_risk_is_accepted_from_its_day_to_the_end_of_the_last(day: date, action: str) -> None:
    assert _action(day, acceptance={"by": "Board", "on": "2026-05-02", "until": "2026-06", "why": "So"}) == action


def test_work_that_has_begun_is_under_way_whoever_accepts_the_risk() -> None:
    assert _action(DAY, status="in-progress", acceptance={"by": "Board", "why": "So"}) == "under-way"


def test_what_is_set_aside_is_not_due() -> None:
    items = [enhancement(1, trigger=FIRED, deferred={"why": "Busy"}), enhancement(2, trigger=FIRED)]
    assert [item.number for item in insight(items, metrics=METRICS, today=DAY).due] == [2]


def test_what_is_waived_counts_neither_as_open_nor_as_done() -> None:
    requirements = ["Open", {"text": "Done", "done": "yes"}, {"text": "Waived", "status": "waived", "why": "So"}]
    progress = progress_of([enhancement(1, requirements=requirements)])
    assert (progress.done, progress.open, progress.total) == (1, 1, 2)


@pytest.mark.parametrize(("due", "overdue"), [("2026-06-29", True), ("2026-06-30", False), ("2026-06", False), ("2026-05", True)])
def test_a_day_is_over_when_the_next_begins(due: str, overdue: bool) -> None:
    item = enhancement(1, due=due)
    of_a_part = enhancement(2, requirements=[{"text": "Whole", "parts": [{"text": "Part", "due": due}]}])
    here = insight([item, of_a_part], today=DAY)
    assert [here.is_overdue(item), here.is_overdue(of_a_part)] == [overdue, overdue]


def test_what_is_done_is_never_overdue() -> None:
    items = [enhancement(1, due="2026-01", status="done"), enhancement(2, requirements=[{"text": "A", "due": "2026-01", "done": "yes"}])]
    assert insight(items, today=DAY).passed == []


def _stale(held: list[dict[str, Any]], on: str) -> bool:
    review = {"id": "board", "title": "Board", "cadence": "monthly", "task": "Look", "covers": ["assessments"], "held": held}
    item = enhancement(1, assessment={"risk": 2, "impact": 2, "on": on, "why": "So"})
    return insight([item], governance={"reviews": [review]}, today=DAY).is_stale(item)


def test_a_review_that_was_held_makes_assessments_hold_again() -> None:
    assert _stale([], "2026-01-02")
    assert not _stale([{"on": "2026-02-01"}, {"on": "2026-06-12", "by": "Board", "verdict": "agreed"}], "2026-01-02")
    assert _stale([{"on": "2026-03-01"}], "2026-01-02")


def test_an_approval_older_than_the_last_change_is_suspect() -> None:
    item = enhancement(1, approved=[{"by": "Board", "on": "2026-05-02"}, {"by": "Audit", "on": "2026-06-12"}])
    here = insight([item])
    changed = Insight(here.roadmap, DAY, lambda: {"item-1": LastChange(date(2026, 6, 1))})
    assert [one.by for one in changed.outdated_approvals(item)] == ["Board"]
    assert here.outdated_approvals(item) == []


def test_controls_stand_in_their_natural_order_with_all_that_answers_them() -> None:
    first = enhancement(1, controls=["ASVS 2.10", "ASVS 2.9"])
    second = enhancement(
        2, requirements=[{"text": "A", "controls": "ASVS 2.9"}, {"text": "B", "parts": [{"text": "C", "controls": "asvs 2.9"}]}]
    )
    found = [
        (control.name, [(one.item.number, one.requirement and one.requirement.text) for one in control.answers])
        for control in controls_of([first, second])
    ]
    assert found == [("ASVS 2.9", [(1, None), (2, "A")]), ("asvs 2.9", [(2, "C")]), ("ASVS 2.10", [(1, None)])]
