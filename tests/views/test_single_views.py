"""Promises of single views that a golden case does not show."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.views import VIEWS, RenderContext
from enhancement_roadmap.views.contacts import mail_link
from enhancement_roadmap.views.readiness import COLUMNS
from enhancement_roadmap.views.rendering import in_sentence
from support.fragments import Fragment
from support.plans import SCORED, enhancement, insight
from support.render_contexts import EveryLink


def _text(view: str, insight: Insight, **options: Any) -> str:
    return Fragment(VIEWS[view].render(RenderContext(insight, EveryLink()), VIEWS[view].options.model_validate(options))).text


@pytest.mark.parametrize(
    ("email", "address"),
    [
        ("ada@example.org", "mailto:ada@example.org"),
        ("ada@example.org?bcc=all@example.org&body=x", "mailto:ada@example.org%3Fbcc%3Dall@example.org%26body%3Dx"),
        ("javascript:alert(1)//@x", "mailto:javascript%3Aalert%281%29%2F%2F@x"),
        ("by phone only", None),
        (None, None),
    ],
)
def test_a_mail_link_can_not_say_more_than_to_whom(email: str | None, address: str | None) -> None:
    assert mail_link(email) == address


@pytest.mark.parametrize("view", ["notices", "reviews"])
@pytest.mark.parametrize(("today", "late"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_review_is_overdue_after_the_last_day_it_may_mean(view: str, today: date, late: bool) -> None:
    plan = insight([enhancement(1)], about={"next_review": "2026-06", "last_review": "2026-03"}, today=today)
    assert ("overdue" in _text(view, plan).lower()) is late


def test_the_summary_says_which_review_is_to_come_and_leaves_those_that_are_overdue_to_the_banner() -> None:
    about = {"next_review": "2026-06", "last_review": "2026-03"}
    before, after = (insight([enhancement(1)], about=about, today=day) for day in (date(2026, 6, 1), date(2026, 7, 1)))
    assert ("June 2026." in _text("summary", before), "June 2026." in _text("summary", after)) == (True, False)


def test_the_summary_names_the_most_urgent_that_nothing_holds_back() -> None:
    first = enhancement(1, score=(5, 5), scope={"depends_on": ["item-2"]})
    assert "Look at next: Item 2" in _text("summary", insight([first, enhancement(2, score=(1, 2)), enhancement(3, score=(1, 1))]))


def test_the_summary_says_when_nothing_can_start() -> None:
    items = [enhancement(1, status="deferred"), enhancement(2, scope={"depends_on": ["item-1"]})]
    assert "nothing can start: every unfinished enhancement is deferred or waits for another" in _text("summary", insight(items))


def test_the_summary_says_when_nothing_is_left() -> None:
    items = [enhancement(1, status="done"), enhancement(2, status="cancelled")]
    assert "nothing is left to do" in _text("summary", insight(items))


def test_the_summary_says_that_the_next_one_is_not_assessed() -> None:
    assert "Not assessed yet" in _text("summary", insight([enhancement(1)]))


LAUNCHED = {"events": [{"id": "launch", "title": "Launch", "happened_on": "2026-06-01"}]}
AT_LAUNCH = {"summary": "When it launches", "kind": "immediate", "when": {"event": "launch"}}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("In progress", "in progress"),
        ("QA", "QA"),
        ("Waiting for QA", "waiting for QA"),
        ("X", "X"),
        ("A try", "a try"),
        ("Ärger", "ärger"),
    ],
)
def test_a_title_amid_a_sentence_keeps_its_abbreviations(title: str, shown: str) -> None:
    assert in_sentence(title) == shown


def test_the_summary_counts_by_the_names_of_the_team() -> None:
    statuses = [{"id": "idea", "title": "Idea", "counts_as": "proposed"}, {"id": "qa", "title": "In QA", "counts_as": "in-progress"}]
    items = [enhancement(1, status="idea"), enhancement(2, status="qa"), enhancement(3, status="qa")]
    shown = _text("summary", insight(items, about={"statuses": statuses}))
    assert "3 enhancements: 1 idea, 2 in QA." in shown
    assert "In progress 2" in shown


def test_a_status_that_the_facts_contradict_has_theirs_beside_it() -> None:
    plan = insight([enhancement(1, trigger=AT_LAUNCH), enhancement(2)], metrics=LAUNCHED)
    assert "Status Proposed By the facts: ready" in _text("facts", plan, enhancement="item-1")
    assert "By the facts" not in _text("facts", plan, enhancement="item-2")


def test_what_is_done_of_the_dependencies_blocks_nothing() -> None:
    first = enhancement(1, scope={"depends_on": ["item-2", "item-3"]})
    shown = _text("facts", insight([first, enhancement(2, status="done"), enhancement(3)]), enhancement="item-1")
    assert "Blocked by Item 3 (proposed)" in shown
    assert "Depends on Item 2 (done)" in shown


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Proposed 0"),
        ({"trigger": AT_LAUNCH, "readiness": {"team": "no"}}, "Proposed Due 0"),
        ({"trigger": AT_LAUNCH, "readiness": {"team": "yes"}}, "Proposed Ready to start 0"),
        ({"trigger": AT_LAUNCH, "scope": {"depends_on": ["item-2"]}}, "Proposed Due, Blocked 0"),
        ({"status": "triggered"}, "Triggered 0"),
        ({"status": "ready", "readiness": {"team": "yes"}}, "Ready Ready to start 0"),
        ({"status": "in-progress", "scope": {"depends_on": ["item-2"]}}, "In progress Blocked 0"),
    ],
)
def test_the_table_says_beside_a_status_what_it_does_not_say_itself(values: dict[str, Any], said: str) -> None:
    about = {"scoring": None, "readiness_criteria": [{"id": "team", "text": "The team knows how"}]}
    shown = _text("table", insight([enhancement(1, **values), enhancement(2)], about=about, metrics=LAUNCHED), enhancement="item-1")
    assert said in shown.replace("– ", "")


def test_readiness_counts_criteria_that_have_no_column() -> None:
    names = [f"c{number}" for number in range(COLUMNS + 3)]
    about = {"readiness_criteria": [{"id": name, "text": f"Criterion {name}"} for name in names]}
    items = [enhancement(1, readiness=dict.fromkeys(names, "yes")), enhancement(2, readiness={names[-1]: "partly"})]
    plan = insight(items, about=about)
    shown = _text("readiness", plan)
    assert f"Item 1{' Yes' * COLUMNS} {len(names)} of {len(names)}" in shown
    assert f"Item 2{' –' * COLUMNS} 0 of {len(names)}" in shown
    assert "2 enhancements, 1 with every criterion met" in shown


def test_readiness_of_what_is_finished_is_asked_no_more() -> None:
    about = {"readiness_criteria": [{"id": "team", "text": "The team knows how"}]}
    items = [enhancement(1, status="done", readiness={"team": "no"}), enhancement(2, readiness={"team": "no"}), enhancement(3)]
    shown = _text("readiness", insight(items, about=about))
    assert "Item 1" not in shown
    assert "Met by 0 of 1" in shown
    assert "1 enhancement says nothing about readiness yet." in shown


def test_where_moves_are_free_each_status_may_become_any_other() -> None:
    statuses = [{"id": "idea", "title": "Idea", "counts_as": "proposed"}, {"id": "made", "title": "Made", "counts_as": "done"}]
    shown = _text("statuses", insight([enhancement(1, status="idea")], about={"statuses": statuses}))
    assert "Idea It is planned, and waits for its trigger. 1 any other" in shown
    assert "Made Every requirement is met. 0 any other" in shown


def test_a_lonely_enhancement_has_no_neighbours() -> None:
    assert _text("neighbours", insight([enhancement(1)]), enhancement="item-1") == "There is no other enhancement."


@pytest.mark.parametrize("options", [{}, {"enhancement": ["item-1", "item-2"]}, {"status": "proposed"}])
def test_requirements_of_several_enhancements_get_no_anchors_since_they_could_be_the_same(options: dict[str, Any]) -> None:
    html = VIEWS["checklist"].render(
        RenderContext(insight([enhancement(1), enhancement(2)]), EveryLink()),
        VIEWS["checklist"].options.model_validate({"anchors": True, "headings": False, **options}),
    )
    assert not [attributes for _, attributes in Fragment(html).elements if "id" in attributes]
    assert "Item 1" in html
    assert "Item 2" in html


def test_a_limit_counts_enhancements_that_have_something_to_show() -> None:
    items = [enhancement(1, done=1, open=0), enhancement(2), enhancement(3)]
    shown = _text("checklist", insight(items), state="open", limit=1)
    assert "Item 2" in shown
    assert "1 of 2 enhancements shown" in shown
    assert "Item 3" not in shown


def test_an_event_to_come_has_not_happened_yet() -> None:
    event = {"id": "launch", "title": "The launch", "happened_on": "2026-08-01"}
    items = [enhancement(1, trigger={"summary": "After the launch", "kind": "immediate", "when": {"event": "launch"}})]
    before = insight(items, metrics={"events": [event]}, today=date(2026, 7, 31))
    after = insight(items, metrics={"events": [event]}, today=date(2026, 8, 1))
    assert "The launch: not yet, planned for 1 August 2026" in _text("triggers", before)
    assert "The launch: happened on 1 August 2026" in _text("triggers", after)


def test_a_threshold_may_be_a_lower_bound() -> None:
    when = {"metric": "stock", "below": 0.5}
    items = [enhancement(1, trigger={"summary": "When stock is low", "kind": "growth", "when": when})]
    plan = insight(items, metrics={"metrics": [{"id": "stock", "title": "stock", "unit": "tonnes"}]})
    assert "stock below 0.5 tonnes: no reading yet" in _text("triggers", plan)


def test_priority_levels_past_the_fifth_look_like_the_fifth() -> None:
    levels = [{"id": f"l{rank}", "title": f"Level {rank}", "meaning": "So urgent"} for rank in range(7)]
    plan = insight([enhancement(1, priority="l6")], about={"priorities": levels})
    fragment = Fragment(VIEWS["table"].render(RenderContext(plan, EveryLink()), VIEWS["table"].options()))
    assert {"class": "er-chip er-priority-4"} in fragment.all("span")


def test_what_has_a_range_stands_in_each_of_its_cells_and_says_its_levels_there() -> None:
    shown = _text("matrix", insight([enhancement(1, score=("3-4", "4-5")), enhancement(2, score=(3, 4))]))
    assert shown.count("Item 1 3–4 × 4–5") == 4 + 1  # and once below, where it is said why
    assert "In several cells, since their assessments are ranges: Item 1 3–4 × 4–5" in " ".join(shown.split())
    assert shown.count("Item 2") == 1


@pytest.mark.parametrize("view", ["ranking", "facts"])
@pytest.mark.parametrize(
    ("score", "said"), [((5, 5), "its score means High"), (("3-5", 5), "its score means High or Medium"), (("1-5", 5), None)]
)
def test_the_level_that_a_score_means_is_said_only_where_the_declared_one_is_another(view: str, score: Any, said: str | None) -> None:
    options = {"enhancement": "item-1"} if view == "facts" else {}
    shown = _text(view, insight([enhancement(1, priority="low", score=score)], about=SCORED), **options)
    assert (said in shown) if said else ("its score means" not in shown)


@pytest.mark.parametrize("view", ["ranking", "facts"])
@pytest.mark.parametrize(("on", "stale"), [("2026-03-30", False), ("2026-03-29", True)])
def test_an_assessment_is_marked_as_stale_in_words(view: str, on: str, stale: bool) -> None:
    item = enhancement(1, assessment={"risk": 3, "impact": 3, "by": "Ada", "on": on, "why": "For a reason"})
    review = {"id": "quarterly", "title": "Quarterly", "cadence": "quarterly", "task": "Look", "covers": ["assessments"]}
    options = {"enhancement": "item-1"} if view == "facts" else {}
    shown = _text(view, insight([item], governance={"reviews": [review]}), **options)
    assert "assessed by Ada on" in shown
    assert ("Stale" in shown) is stale


def test_an_assessment_without_a_date_says_so_where_there_are_reviews() -> None:
    review = {"id": "yearly", "title": "Yearly", "cadence": "yearly", "task": "Look"}
    assert "assessed, undated" in _text("ranking", insight([enhancement(1, score=(3, 3))], governance={"reviews": [review]}))
    assert "undated" not in _text("ranking", insight([enhancement(1, score=(3, 3))]))


def test_a_priority_level_that_no_score_means_says_so() -> None:
    levels = [{"id": f"l{start}", "title": f"From {start}", "meaning": "So urgent", "from_score": start} for start in (26, 25, 1)]
    shown = " ".join(_text("scales", insight([], about={"priorities": levels})).split())
    assert "From 26 no score From 25 25 From 1 1–24" in shown


def test_an_issue_is_a_link_named_as_people_name_it() -> None:
    address = "https://gitlab.com/panda/group/app/-/issues/7"
    item = enhancement(1, issue="panda/app#12", requirements=[{"text": "Keys", "issue": address}])
    context = RenderContext(insight([item]), EveryLink())
    html = "".join(
        VIEWS[view].render(context, VIEWS[view].options(enhancement=chosen))
        for view, chosen in (("facts", "item-1"), ("checklist", ("item-1",)))
    )
    assert '<a href="https://github.com/panda/app/issues/12">panda/app#12</a>' in html
    assert f'<a href="{address}">panda/group/app#7</a>' in html
