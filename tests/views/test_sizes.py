"""Views of a large roadmap stay usable, and quick."""

from __future__ import annotations

import time
from itertools import product

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.views import VIEWS, RenderContext
from support.fragments import Fragment
from support.plans import enhancement, insight
from support.render_contexts import EveryLink

MANY = 5_000
ONE_BY_ONE = ("metrics", "facts", "checklist", "scope", "analysis", "readiness", "neighbours")


def _roadmap(count: int) -> Insight:
    """Enhancements with six requirements each, all over the matrix and the plan."""
    scores = list(product(range(1, 6), repeat=2))
    items = [
        enhancement(
            number,
            score=scores[number % len(scores)],
            done=3,
            open=3,
            scope={"depends_on": [f"item-{number - 1}"] if number % 5 > 1 else []},
            trigger={"summary": "When there are many users", "kind": "growth", "when": {"metric": "users", "above": number}},
        )
        for number in range(1, count + 1)
    ]
    names = [item.id for item in items]
    phases = [
        {"id": f"p{n}", "number": n, "title": f"Part {n}", "summary": "A part", "enhancements": names[n - 1 :: 8]} for n in range(1, 8)
    ]
    readings = [{"on": f"{2000 + number // 12}-{number % 12 + 1:02}", "value": number} for number in range(316)]
    metrics = {"metrics": [{"id": "users", "title": "users", "readings": readings}]}
    return insight(items, plan={"phases": phases}, metrics=metrics)


@pytest.fixture(scope="module")
def large() -> Insight:
    """Five thousand enhancements."""
    return _roadmap(MANY)


def _render(view: str, insight: Insight, **options: object) -> str:
    return VIEWS[view].render(RenderContext(insight, EveryLink()), VIEWS[view].options.model_validate(options))


def _seconds(view: str, insight: Insight) -> float:
    start = time.process_time()
    _render(view, insight)
    return time.process_time() - start


@pytest.mark.parametrize(
    "view", ["table", "checklist", "matrix", "urgency", "ranking", "triggers", "metrics", "phases", "timeline", "summary"]
)
def test_a_view_grows_no_faster_than_the_roadmap(view: str, large: Insight) -> None:
    small = _roadmap(MANY // 10)
    _render(view, small)  # compiles the template
    most = 25 * min(_seconds(view, small) for _ in range(5))
    assert any(_seconds(view, large) < most for _ in range(3)), f"it took more than {most:.2f} seconds"


def test_views_of_one_enhancement_do_not_look_at_all_the_others(large: Insight) -> None:
    small = insight(large.roadmap.enhancements[:50], plan={}, metrics=large.roadmap.metrics.model_dump(mode="json"))

    def seconds(of: Insight) -> float:
        start = time.process_time()
        for number in range(1, 41):
            for view in ONE_BY_ONE:
                _render(view, of, enhancement=[f"item-{number}"] if view in {"checklist", "metrics"} else f"item-{number}")
        return time.process_time() - start

    seconds(small)
    seconds(large)
    assert min(seconds(large) for _ in range(3)) < 3 * min(seconds(small) for _ in range(3))


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_a_crowded_cell_shows_six_and_folds_the_rest(view: str) -> None:
    html = _render(view, _crowd(40))
    assert len(Fragment(html).all("a")) == 40
    shown, folded = html.split("<details", 1)
    assert len(Fragment(shown.partition("<ul")[2]).all("a")) == 6
    assert "<summary>34 more</summary>" in folded


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_a_cell_of_six_folds_nothing(view: str) -> None:
    assert "<details" not in _render(view, _crowd(6))


@pytest.mark.parametrize(
    ("count", "links"),
    [(4, ["enhancements/item-1/", "enhancements/item-2/", "enhancements/item-3/", "enhancements/item-4/"]), (5, ["matrix/#cell-4-4"])],
)
def test_the_matrix_in_small_names_up_to_four_of_a_cell_and_counts_more(count: int, links: list[str]) -> None:
    small = Fragment(_render("urgency", _crowd(count)).partition("</table>")[0] + "</table></div>")
    assert [link["href"] for link in small.all("a")] == links
    assert ("5 here" in small.text) is (count == 5)


@pytest.mark.parametrize(("count", "listed", "left_out"), [(200, 200, ""), (201, 200, "1 more<")])
def test_a_group_of_decisions_lists_two_hundred_and_counts_the_rest(count: int, listed: int, left_out: str) -> None:
    html = _render("decisions", insight([enhancement(number, status="in-progress") for number in range(1, count + 1)]), action="under-way")
    assert html.count("<li>") == listed
    assert f'<span class="er-count">{count}</span>' in html
    assert left_out in html if left_out else "er-left-out" not in html


@pytest.mark.parametrize(("count", "words"), [(50, ""), (53, "<li>3 more.</li>")])
def test_the_banner_names_fifty_stale_assessments_and_counts_the_rest(count: int, words: str) -> None:
    items = [enhancement(number, assessment={"risk": 1, "impact": 1, "why": "So", "on": "2020-01"}) for number in range(1, count + 1)]
    reviews = [{"id": "monthly", "title": "Monthly", "cadence": "monthly", "task": "Look"}]
    html = _render("notices", insight(items, governance={"reviews": reviews}))
    assert html.count(" was assessed ") == 50
    assert words in html


def _crowd(count: int) -> Insight:
    items = [enhancement(number, score=(4, 4)) for number in range(1, count + 1)]
    quarter = {"id": "q1", "title": "Q1", "focus": "All of it", "enhancements": [item.id for item in items]}
    return insight(items, plan={"quarters": [quarter]})
