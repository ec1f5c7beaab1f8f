"""Views of a large roadmap stay usable, and quick."""

from __future__ import annotations

import time
from itertools import product

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.views import VIEWS, Scene
from support.fragments import Fragment
from support.plans import enhancement, insight
from support.scenes import EveryLink

MANY = 5_000
ONE_BY_ONE = ("facts", "checklist", "scope", "analysis", "readiness", "neighbours")


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
        )
        for number in range(1, count + 1)
    ]
    names = [item.id for item in items]
    phases = [
        {"id": f"p{n}", "number": n, "title": f"Part {n}", "summary": "A part", "enhancements": names[n - 1 :: 8]} for n in range(1, 8)
    ]
    return insight(items, plan={"phases": phases})


@pytest.fixture(scope="module")
def large() -> Insight:
    """Five thousand enhancements."""
    return _roadmap(MANY)


def _render(view: str, insight: Insight, **options: object) -> str:
    return VIEWS[view].render(Scene(insight, EveryLink()), VIEWS[view].options.model_validate(options))


def _seconds(view: str, insight: Insight) -> float:
    start = time.process_time()
    _render(view, insight)
    return time.process_time() - start


@pytest.mark.parametrize("view", ["table", "checklist", "matrix", "ranking", "triggers", "phases", "summary"])
def test_a_view_grows_no_faster_than_the_roadmap(view: str, large: Insight) -> None:
    small = _roadmap(MANY // 10)
    _render(view, small)  # compiles the template
    assert min(_seconds(view, large) for _ in range(3)) < 25 * min(_seconds(view, small) for _ in range(5))


def test_views_of_one_enhancement_do_not_look_at_all_the_others(large: Insight) -> None:
    small = insight(large.roadmap.enhancements[:50], plan={})

    def seconds(of: Insight) -> float:
        start = time.process_time()
        for number in range(1, 41):
            for view in ONE_BY_ONE:
                _render(view, of, enhancement=[f"item-{number}"] if view == "checklist" else f"item-{number}")
        return time.process_time() - start

    seconds(small)
    seconds(large)
    assert min(seconds(large) for _ in range(3)) < 3 * min(seconds(small) for _ in range(3))


def test_a_crowded_cell_of_the_matrix_shows_twelve_and_folds_the_rest() -> None:
    html = _render("matrix", insight(enhancement(number, score=(4, 4)) for number in range(1, 41)))
    assert len(Fragment(html).all("a")) == 40
    shown, folded = html.split("<details", 1)
    assert len(Fragment(shown.partition("<ul")[2]).all("a")) == 12
    assert "<summary>28 more</summary>" in folded


def test_a_cell_of_twelve_folds_nothing() -> None:
    assert "<details" not in _render("matrix", insight(enhancement(number, score=(4, 4)) for number in range(1, 13)))
