"""Cost against benefit of one enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import MONTHS_OF_A_YEAR, Economics
from enhancement_roadmap.views.charts.axes import FRAME
from enhancement_roadmap.views.charts.cost_chart import cost_chart
from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.parts.filled_form import currency, filled_form
from enhancement_roadmap.views.parts.money import Money, break_even, months
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The filled form, what is missing in it, the picture, and the same as a table by year."""
    insight = render_context.insight
    item = insight.by_id[options.enhancement]
    economics = insight.economics[item.id]
    money = Money(currency(insight))
    chart = cost_chart(economics, money) if economics else None
    paid = economics.break_even_months if economics else None
    return {
        "groups": filled_form(item, insight),
        "economics": economics,
        "chart": chart,
        "frame": FRAME,
        "years": _years(economics, money) if economics and chart else [],
        "paid": break_even(paid, economics.horizon_years) if economics and paid else "",
        "paid_by_the_middle": months(paid.middle, economics.horizon_years) if economics and paid else "",
    }


def _years(economics: Economics, money: Money) -> list[tuple[int, str, str, str]]:
    """For the start and the end of each year: cost so far, benefit so far, and what is left."""
    years = ((year, economics.totals(year * MONTHS_OF_A_YEAR)) for year in range(economics.horizon_years + 1))
    return [(year, money.ends(sums.cost), money.ends(sums.benefit), money.full(sums.net)) for year, sums in years if sums]


VIEW = View(
    "costs", "Cost against benefit of one enhancement: the form filled in, and a picture of both over time.", OneEnhancement, context
)
