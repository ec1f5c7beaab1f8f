"""The banner: a line for each kind of what is overdue, and nothing while all is well."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import VIEWS, RenderContext
from support.fragments import Fragment
from support.plans import enhancement, insight

REVIEW = {"id": "quarterly", "title": "Quarterly", "cadence": "quarterly", "task": "Assess", "covers": ["assessments"]}


def planned(*, last_held: str, assessed: str, read: str) -> Insight:
    metric = {"id": "users", "title": "Users", "readings": [{"on": read, "value": 1}]}
    item = enhancement(1, status="in-progress", assessment={"risk": 1, "impact": 1, "on": assessed, "why": "For a reason"})
    governance = {"reviews": [REVIEW | {"last_held": last_held}]}
    return insight([item], governance=governance, metrics={"metrics": [metric]}, today=date(2026, 6, 30))


def shown(found: Insight, *, for_authors: bool = True) -> Fragment:
    return Fragment(VIEWS["notices"].render(RenderContext(found, NoLinks(), for_authors=for_authors), VIEWS["notices"].options()))


HOLD_IT = "Hold it, then set ‘last_held’ of review ‘quarterly’ in governance.yml to that day."
GOOD = {"last_held": "2026-03", "assessed": "2026-03", "read": "2026-06"}


def test_while_all_is_well_it_is_empty() -> None:
    assert (shown(planned(**GOOD)).elements, shown(planned(**GOOD)).text) == ([], "")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (
            {"last_held": "2026-03-29"},
            f"Overdue 1 review, since 29 June 2026 Quarterly was due on 29 June 2026. {HOLD_IT}",
        ),
        (
            {"assessed": "2026-02"},
            "Stale 1 assessment Item 1 was assessed in February 2026. Assess it again, then set ‘on’ of its assessment to that day.",
        ),
        (
            {"read": "2026-03-29"},
            "Stale 1 metric without a recent reading Users was read last on 29 March 2026. Add a reading of ‘users’ to metrics.yml.",
        ),
    ],
)
def test_each_kind_is_one_line_with_what_to_do_folded_under_it(bad: dict[str, Any], said: str) -> None:
    fragment = shown(planned(**(GOOD | bad)))
    assert fragment.text == said
    assert fragment.problems == []
    assert [tag for tag, _ in fragment.elements].count("details") == 1
    assert fragment.all("div")[0]["aria-label"] == "Overdue or out of date"


def test_readers_are_told_what_is_overdue_and_nothing_about_files() -> None:
    fragment = shown(planned(last_held="2026-01", assessed="2026-01", read="2026-01"), for_authors=False)
    assert "Quarterly was due in April 2026." in fragment.text
    assert not [word for word in ("Hold it", "set ‘", "Add a", ".yml") if word in fragment.text]


def test_several_kinds_stand_in_one_banner() -> None:
    fragment = shown(planned(last_held="2026-01", assessed="2026-01", read="2026-01"))
    assert (len(fragment.all("div")), len(fragment.all("details"))) == (1, 3)
