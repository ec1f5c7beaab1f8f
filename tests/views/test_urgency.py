"""What is done or cancelled is in no list of what is urgent, unless somebody asks for it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views import VIEWS, RenderContext
from support.fragments import Fragment
from support.plans import enhancement, insight, plans
from support.render_contexts import EveryLink

URGENT = ["urgency", "ranking", "matrix"]
FINISHED = [enhancement(1, score=(5, 5), status="done"), enhancement(2, score=(5, 4), status="cancelled")]
OPEN = [enhancement(3, score=(1, 1)), enhancement(4, status="deferred")]


def _fragment(view: str, items: list[Enhancement], **options: Any) -> Fragment:
    return Fragment(VIEWS[view].render(RenderContext(insight(items), EveryLink()), VIEWS[view].options.model_validate(options)))


def _linked(view: str, items: list[Enhancement], **options: Any) -> set[str]:
    """Ids of the enhancements that the view names."""
    links = (link["href"] for link in _fragment(view, items, **options).all("a"))
    return {link.split("/")[1] for link in links if link.startswith("enhancements/")}


@pytest.mark.parametrize("view", URGENT)
def test_what_is_finished_is_left_out_and_counted(view: str) -> None:
    assert _linked(view, FINISHED + OPEN) == {"item-3", "item-4"}
    shown = _fragment(view, FINISHED + OPEN).text
    assert "2 enhancements" in shown
    assert shown.endswith("Not listed: 2 done or cancelled.")


@pytest.mark.parametrize("view", URGENT)
@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"finished": True}, {"item-1", "item-2", "item-3", "item-4"}),
        ({"status": ["done", "deferred"]}, {"item-1", "item-4"}),
        ({"enhancement": ["item-2"]}, {"item-2"}),
    ],
)
def test_who_asks_for_it_sees_it(view: str, options: dict[str, Any], names: set[str]) -> None:
    assert _linked(view, FINISHED + OPEN, **options) == names
    assert "Not listed" not in _fragment(view, FINISHED + OPEN, **options).text


@pytest.mark.parametrize("view", URGENT)
def test_where_all_is_finished_it_says_so(view: str) -> None:
    assert _fragment(view, FINISHED).text == "Everything that this view would show is done or cancelled."
    assert _fragment(view, []).text.startswith("There is no enhancement yet.")


@pytest.mark.parametrize("view", URGENT)
@given(items=plans())
def test_no_list_of_what_is_urgent_has_anything_finished_and_none_lacks_the_rest(view: str, items: list[Enhancement]) -> None:
    assert _linked(view, items) == {item.id for item in items if item.status not in {"done", "cancelled"}}


def test_where_nothing_is_assessed_the_first_are_told_by_priority_and_status_and_no_number_points_to_a_matrix() -> None:
    items = [enhancement(1, status="in-progress", priority="high"), enhancement(2, priority="low")]
    shown = _fragment("urgency", items)
    assert [cell.get("data-column") for cell in shown.all("td")] == ["Priority", "Status"] * 2
    assert "In progress" in shown.text
    assert "No." not in shown.text
    assert not [each for each in shown.all("div") if "er-glance" in str(each.get("class"))]
