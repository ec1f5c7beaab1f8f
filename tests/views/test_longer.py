"""Which of two estimates is longer: a sorted view, the table in the browser and the difference say the same."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.diff import Version, difference
from enhancement_roadmap.diff.effects import ESTIMATE_LONGER, ESTIMATE_SHORTER
from enhancement_roadmap.diff.version import RoadmapFrame
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.model.durations import UNITS
from enhancement_roadmap.views import VIEWS, RenderContext
from support.plans import enhancement, insight

NUMBERS = st.integers(0, 99_999).map(lambda hundredths: hundredths / 100)
ESTIMATES = st.tuples(st.tuples(NUMBERS, NUMBERS).map(sorted), st.sampled_from(UNITS)).map(
    lambda drawn: "{}-{} {}s".format(*drawn[0], drawn[1])
)
PLANS = st.fixed_dictionaries(
    {"sprint_weeks": st.integers(1, 6)},
    optional={"rates": st.integers(1, 168).map(lambda hours: {"per_hour": 1, "hours_per_week": hours})},
)


@given(one=ESTIMATES, other=ESTIMATES, plan=PLANS)
@example(one="12 hours", other="1 day", plan={})
@example(one="5 days", other="1 week", plan={})
@example(one="2 weeks", other="1 sprint", plan={})
@example(one="1 month", other="4 weeks", plan={})
@example(one="3 months", other="1 quarter", plan={"rates": {"per_hour": 1, "hours_per_week": 37}})
@example(one="4 quarters", other="1 year", plan={})
def test_all_of_them_agree_on_which_of_two_is_longer(one: str, other: str, plan: dict[str, Any]) -> None:
    here = insight([enhancement(1, scope={"timeline": one}), enhancement(2, scope={"timeline": other})], plan=plan)
    said = {_in_the_table(here), _in_the_difference(one, other, plan)}
    assert len(said) == 1
    # Equal ones stay in the order of their numbers.
    assert _first_when_sorted(here) == (2 if said == {"shorter"} else 1)


def _in_the_table(here: Insight) -> str:
    """What the script sorts by: the second against the first."""
    html = VIEWS["table"].render(RenderContext(here, NoLinks()), Selection())
    first, second = map(float, re.findall(r'data-value="([^"]+)"', html))
    return "longer" if second > first else "shorter" if second < first else "equal"


def _in_the_difference(one: str, other: str, plan: dict[str, Any]) -> str:
    """What the difference says when the first is changed to the second."""
    before, after = (_version(insight([enhancement(1, scope={"timeline": text})], plan=plan)) for text in (one, other))
    effects = {change.effect for change in difference(before, after).changes}
    return "longer" if ESTIMATE_LONGER in effects else "shorter" if ESTIMATE_SHORTER in effects else "equal"


def _version(here: Insight) -> Version:
    roadmap = here.roadmap
    return Version(here.today, RoadmapFrame(roadmap.about, roadmap.plan, roadmap.governance, roadmap.metrics), here.by_id, {})


def _first_when_sorted(here: Insight) -> int:
    return select(Selection.model_validate({"sort": "timeline"}), here)[0].number
