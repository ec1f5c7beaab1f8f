"""Plans that can be worked out on paper; each case has its arithmetic. The first day is Monday, 4 January 2027."""

from __future__ import annotations

from typing import Any

import pytest

from enhancement_roadmap.analysis.schedule.demand import demands_of
from support.plans import enhancement, insight
from support.schedules import MONDAY, ONE, TWO, course, days, schedule, understood, work

ADA = [{"title": "Platform", "people": ["Ada"]}]


def test_a_chain_is_one_after_the_other() -> None:
    # 5 days from Monday the 4th end on Friday the 8th; 3 more begin on Monday the 11th and end on Wednesday the 13th.
    assert days(schedule(work(1, "5 days"), work(2, "3 days", 1), teams=TWO)) == {1: ("01-04", "01-08"), 2: ("01-11", "01-13")}


def test_a_fork_goes_two_ways_at_once_where_there_are_people() -> None:
    # 3 days end on Wednesday the 6th; from Thursday the 7th on 2 days end on the 8th, and 4 on Tuesday the 12th.
    found = schedule(work(1, "3 days"), work(2, "2 days", 1), work(3, "4 days", 1), teams=TWO)
    assert days(found) == {1: ("01-04", "01-06"), 2: ("01-07", "01-08"), 3: ("01-07", "01-12")}


def test_one_person_does_the_same_fork_one_way_after_the_other() -> None:
    # The longer way first, since more work waits for it: 4 days from the 7th end on the 12th, 2 more on the 14th.
    found = schedule(work(1, "3 days"), work(2, "2 days", 1), work(3, "4 days", 1), teams=ONE)
    assert days(found) == {1: ("01-04", "01-06"), 3: ("01-07", "01-12"), 2: ("01-13", "01-14")}
    assert (course(found, 2).behind, course(found, 2).is_needed) == ("item-3", False)
    # It could have begun on the 7th: it waits 4 working days for people.
    assert course(found, 2).waits == 4
    assert found.bottleneck is not None
    assert [load.waits for load in found.loads] == [4]


def test_two_teams_work_side_by_side() -> None:
    teams = [{"title": "Platform", "people": "1"}, {"title": "Security", "people": "1"}]
    items = [work(1, "5 days", team="platform"), work(2, "5 days", team="security"), work(3, "1 day", 1, 2, team="security")]
    found = schedule(*items, teams=teams)
    assert days(found) == {1: ("01-04", "01-08"), 2: ("01-04", "01-08"), 3: ("01-11", "01-11")}


def test_half_a_day_is_no_loss_to_what_follows() -> None:
    # 2.5 days and 2.5 days are 5 days: the second begins on the day on which the first ends.
    assert days(schedule(work(1, "2.5 days"), work(2, "2.5 days", 1))) == {1: ("01-04", "01-06"), 2: ("01-06", "01-08")}


def test_a_lag_is_working_time_after_what_is_needed() -> None:
    # Friday the 8th, a week of five days until Friday the 15th, then from Monday the 18th.
    found = schedule(work(1, "5 days"), work(2, "1 day", {"id": "item-1", "after": "1 week"}))
    assert days(found)[2] == ("01-18", "01-18")


@pytest.mark.parametrize("holidays", ["2027-01-06", "DE-BW", {"country": "DE", "region": "BW"}])
def test_nobody_works_on_a_holiday(holidays: Any) -> None:
    # Epiphany, 6 January, is a Wednesday: 5 days end a day later, on Monday the 11th.
    assert days(schedule(work(1, "5 days"), plan={"holidays": holidays})) == {1: ("01-04", "01-11")}


def test_a_week_is_all_working_days_of_a_week() -> None:
    # Monday to Thursday: two weeks are eight days, and end on Thursday the 14th.
    assert days(schedule(work(1, "2 weeks"), plan={"working_days": "Mon-Thu"})) == {1: ("01-04", "01-14")}


def test_half_of_somebodys_time_takes_twice_as_long() -> None:
    # 5 days at a half are 10 days: until Friday the 15th.
    assert days(schedule(work(1, "5 days"), teams=[{"title": "Platform", "people": ["Ada 50 %"]}])) == {1: ("01-04", "01-15")}


def test_a_share_changes_on_its_day() -> None:
    # A half from the 4th to the 15th is 5 days of the 8; then all of it from the 18th: 3 days until the 20th.
    people = ["Ada 50 % to 2027-01-15", "Ada from 2027-01-18"]
    assert days(schedule(work(1, "8 days"), teams=[{"title": "Platform", "people": people}])) == {1: ("01-04", "01-20")}


def test_nobody_works_who_is_away() -> None:
    # 2 days until Tuesday the 5th, away from the 6th to the 15th, then Monday the 18th to Wednesday the 20th.
    people = [{"name": "Ada", "away": "2027-01-06 to 2027-01-15"}]
    assert days(schedule(work(1, "5 days"), teams=[{"title": "Platform", "people": people}])) == {1: ("01-04", "01-20")}


def test_more_people_than_there_are_take_longer() -> None:
    # 3 people for 4 days are 12 days of work: 2 people do it in 6, until Monday the 11th.
    assert days(schedule(work(1, "4 days", costs={"people": "3"}), teams=TWO)) == {1: ("01-04", "01-11")}


def test_an_event_that_has_happened_lets_it_begin() -> None:
    metrics = {"events": [{"id": "launch", "title": "Launch", "happened": "yes"}]}
    trigger = {"summary": "Launch", "when": {"event": "launch"}}
    assert days(schedule(work(1, "5 days", trigger=trigger), metrics=metrics)) == {1: ("01-04", "01-08")}


def test_a_trigger_with_a_day_is_when_it_can_begin() -> None:
    # Monday, 1 February, and 5 days: until Friday the 5th. What waits for nothing has the time before.
    metrics = {"events": [{"id": "launch", "title": "Launch", "happened_on": "2027-02-01"}]}
    trigger = {"summary": "Launch", "when": {"event": "launch"}}
    found = schedule(work(1, "5 days", trigger=trigger, score=(5, 5)), work(2, "10 days"), metrics=metrics)
    assert days(found) == {2: ("01-04", "01-15"), 1: ("02-01", "02-05")}


def test_what_is_more_urgent_interrupts_when_its_trigger_fires() -> None:
    # 5 days until Friday the 8th, then 2 days for the trigger of Monday the 11th, then the other 3: until Friday the 15th.
    metrics = {"events": [{"id": "launch", "title": "Launch", "happened_on": "2027-01-11"}]}
    trigger = {"summary": "Launch", "when": {"event": "launch"}}
    urgent = work(1, "2 days", trigger=trigger, due="2027-01-15")
    assert days(schedule(urgent, work(2, "8 days"), metrics=metrics)) == {2: ("01-04", "01-15"), 1: ("01-11", "01-12")}


def test_of_a_trigger_that_nobody_knows_the_day_of_nobody_can_say_when() -> None:
    found = schedule(work(1, "5 days", trigger="When it is time"), work(2, "5 days", 1), work(3, "1 day"))
    assert days(found) == {3: ("01-04", "01-04")}
    assert [(one.item.number, one.lack) for one in found.undated] == [(1, "unknown-trigger"), (2, "waits")]
    assert found.undated[1].words == "it waits for Item 1, of which nobody can say when"


@pytest.mark.parametrize(
    ("values", "lack"),
    [
        ({"scope": {}}, "no-estimate"),
        ({"status": "deferred"}, "set-aside"),
        ({"deferred": {"why": "No time"}}, "set-aside"),
        ({"scope": {"timeline": "20 years"}}, "too-far"),
    ],
)
def test_each_without_a_date_says_why(values: dict[str, Any], lack: str) -> None:
    found = schedule(work(1, "1 day", **values))
    assert (days(found), [one.lack for one in found.undated]) == ({}, [lack])


def test_what_is_done_or_cancelled_has_neither_date_nor_lack() -> None:
    found = schedule(work(1, "1 day", status="done"), work(2, "1 day", status="cancelled"), work(3, "1 day", 1))
    assert (days(found), list(found.undated)) == ({3: ("01-04", "01-04")}, [])


def test_it_begins_when_its_deferral_is_over_and_not_before_its_day() -> None:
    deferral = {"until": "2027-01-15", "why": "Not now"}
    found = schedule(work(1, "1 day", deferred=deferral), work(2, "1 day", not_before="2027-01-13"))
    assert days(found) == {2: ("01-13", "01-13"), 1: ("01-18", "01-18")}


def test_settled_days_take_their_people() -> None:
    # Days 2 and 3 are taken, so that 3 days are the 4th, the 7th and the 8th.
    found = schedule(work(1, "1 day", fixed="2027-01-05 to 2027-01-06"), work(2, "3 days"))
    assert days(found) == {1: ("01-05", "01-06"), 2: ("01-04", "01-08")}


def test_settled_days_may_ask_for_more_people_than_there_are() -> None:
    found = schedule(work(1, "1 day", fixed="2027-01-05", costs={"people": "2"}), work(2, "1 day", fixed="2027-01-05"))
    (load,) = found.loads
    assert (load.there[1], load.settled[1], load.settled[0]) == (1, 3, 0)


def test_what_is_under_way_goes_first_with_what_is_left() -> None:
    # Half of its requirements are done: of 10 days 5 are left.
    found = schedule(work(1, "1 day", due="2027-01-05"), work(2, "10 days", status="in-progress", done=2, open=2))
    assert days(found) == {2: ("", "01-08"), 1: ("01-11", "01-11")}
    assert course(found, 2).state == "running"


def test_what_is_left_may_be_said() -> None:
    found = schedule(work(1, "10 days", status="in-progress", done=2, open=2, left="2 days"))
    assert days(found) == {1: ("", "01-05")}


def test_what_is_due_first_goes_first_and_so_does_what_it_waits_for() -> None:
    found = schedule(work(1, "2 days", score=(5, 5)), work(2, "2 days"), work(3, "2 days", 2, due="2027-01-07"))
    assert days(found) == {2: ("01-04", "01-05"), 3: ("01-06", "01-07"), 1: ("01-08", "01-11")}


def test_then_the_decision_then_the_score_then_the_order() -> None:
    ready = work(1, "1 day", status="ready")
    high, low, same = work(2, "1 day", score=(2, 2)), work(3, "1 day", score=(3, 3)), work(4, "1 day", score=(2, 2))
    found = days(schedule(high, low, same, ready))
    assert sorted(found, key=lambda number: found[number][0]) == [1, 3, 2, 4]


def test_slack_is_what_leaves_the_end_where_it_is() -> None:
    # The longer way is 4 days, the shorter 2: the shorter may end 2 days later.
    found = schedule(work(1, "3 days"), work(2, "2 days", 1), work(3, "4 days", 1), teams=TWO)
    assert [course(found, number).slack for number in (1, 2, 3)] == [0, 2, 0]
    assert [course(found, number).criticality for number in (1, 2, 3)] == [1, 0, 1]


def test_who_takes_over_within_a_day_has_waited_for_that() -> None:
    # 2.5 days end at noon of Wednesday the 6th, when the next begins: 2 days until noon of Friday the 8th.
    found = schedule(work(1, "2.5 days"), work(2, "2 days"))
    assert days(found) == {1: ("01-04", "01-06"), 2: ("01-06", "01-08")}
    assert [course(found, number).behind for number in (1, 2)] == [None, "item-1"]
    assert [(course(found, number).criticality, course(found, number).slack) for number in (1, 2)] == [(1, 0), (1, 0)]


def test_one_person_more_in_the_bottleneck_is_worth_so_many_days() -> None:
    # 3 times 4 days: 12 days with one person, 8 with two, who do one each and then one more.
    found = schedule(work(1, "4 days"), work(2, "4 days"), work(3, "4 days"))
    assert [(mover.kind, mover.days) for mover in found.movers] == [("person", 4)]


def test_without_a_team_nobodys_time_limits_it() -> None:
    teams = [{"title": "Platform", "people": "1"}, {"title": "Security", "people": "1"}]
    found = schedule(work(1, "5 days"), work(2, "5 days"), teams=teams)
    assert days(found) == {1: ("01-04", "01-08"), 2: ("01-04", "01-08")}
    assert [item.number for item in found.without_team] == [1, 2]


def test_a_plan_without_teams_has_no_dates() -> None:
    assert insight([enhancement(1)]).schedule is None


def test_phases_and_quarters_end_with_the_last_of_them() -> None:
    plan = {
        "quarters": [{"title": "Q1", "enhancements": ["item-1", "item-2", "item-3"]}],
        "phases": [{"title": "First", "to": "2027-01-08", "enhancements": ["item-1", "item-2"]}],
    }
    found = schedule(work(1, "5 days"), work(2, "5 days"), work(3, "1 day", trigger="Some day"), plan=plan)
    (phase,), (quarter,) = found.phases, found.quarters
    assert phase.end is not None
    assert quarter.end is not None
    assert (phase.end.likely, phase.end.due, phase.end.on_time) == (course(found, 2).end.likely, phase.step.to and phase.step.to.last, 0)
    assert (f"{quarter.first}", f"{quarter.end.due}", quarter.end.on_time) == ("2027-01-01", "2027-03-31", 1)
    assert (quarter.count, [one.item.number for one in quarter.undated]) == (3, [3])


def test_what_is_left_counts_whatever_the_status() -> None:
    assert days(schedule(work(1, "10 days", left="2 days"))) == {1: ("01-04", "01-05")}


def test_a_quarter_asks_for_what_is_left_of_its_work() -> None:
    # Of 10 days a quarter of the requirements is done: 7.5 are left. January to March has 63 working days from Monday the 4th on.
    plan = {"quarters": [{"title": "Q1", "enhancements": ["item-1"]}]}
    known = understood(work(1, "10 days", status="in-progress", done=1, open=3), plan=plan)
    assert known.schedule is not None
    (demand,) = demands_of(known, known.schedule)
    assert (demand.asked, demand.there) == (7.5, 63)


def test_where_nobody_is_there_that_is_the_reason() -> None:
    found = schedule(work(1, "1 day"), teams=[{"title": "Platform", "people": [{"name": "Ada", "away": {"from": "2026-01"}}]}])
    assert [one.words for one in found.undated] == ["nobody of Platform is there"]
    assert (found.bottleneck, found.loads[0].waits) == (None, 0)


def test_settled_days_may_be_no_working_days_and_further_ahead_than_any_other() -> None:
    sunday = schedule(work(1, "1 day", fixed="2027-01-09 to 2027-01-10"))
    assert sunday.end is not None
    assert f"{sunday.end.likely}" == "2027-01-10"
    far = schedule(work(1, "1 day", fixed="2090-01-01 to 2090-01-31"), work(2, "1 day", not_before="2091-01"))
    assert far.end is not None
    assert (f"{far.end.likely}", [one.lack for one in far.undated]) == ("2090-01-31", ["too-far"])


def test_where_no_day_is_a_working_day_settled_days_count() -> None:
    found = schedule(work(1, "1 day", fixed="2027-01-09 to 2027-01-10"), work(2, "1 day"), plan={"holidays": "2020-01-01 to 2060-12-31"})
    assert found.end is not None
    assert (f"{found.end.likely}", f"{found.end.late}", [one.words for one in found.undated]) == (
        "2027-01-10",
        "2027-01-10",
        ["nobody of Platform is there"],
    )


@pytest.mark.parametrize(("people", "asked"), [(1000, 1000), (100_000, 20), (50_000, 100_000)])
def test_thousands_of_people_are_counted_like_a_few(people: int, asked: int) -> None:
    # Everybody who is there is on it, up to what it asks for: 4 years of 260 days.
    found = schedule(work(1, "1040 days", costs={"people": str(asked)}), teams=[{"title": "Platform", "people": str(people)}])
    days_of_it = 1040 * max(asked / people, 1)
    end = course(found, 1).end.likely
    assert end is not None
    assert abs((end - MONDAY).days - days_of_it * 7 / 5) <= 7
