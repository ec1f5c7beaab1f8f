"""The enhancements by net value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Economics, Selection, Sort, ThreePointEstimate, advice, by_net_value, select
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.net_value_bars import net_value_bars
from enhancement_roadmap.views.options import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.parts.filled_form import NOT_SAID, currency, horizon
from enhancement_roadmap.views.parts.money import Money, break_even_ends, months
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class NetValueOptions(Selection):
    """Which enhancements; the highest net value first unless said otherwise."""

    sort: Sort = "net-value"
    """The order, as in each selection."""


_WIDE = 22
"""Characters of an amount, which stands on one line, past which eight columns have no room for it on most screens."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a column of the table says of an enhancement.

    Attributes:
        column: name of the column.
        words: the amount or the time.
        note: its ends, where they are not in the words; may be empty.
        value: a number to sort by; empty where there is none.
    """

    column: str
    words: str
    note: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class NetValueRow:
    """An enhancement in the table.

    Attributes:
        item: the enhancement.
        is_example: whether its figures are made up to show the form.
        cells: cost once, cost a month, benefit a year, break-even, net value.
        computed: what the figures recommend.
        declared: what the planners recommend.
    """

    item: Enhancement
    is_example: bool
    cells: tuple[Figure, ...]
    computed: str
    declared: str


def context(render_context: RenderContext, options: NetValueOptions) -> Mapping[str, Any]:
    """The chosen enhancements that say something about cost and benefit, those of them whose net value is known as bars."""
    insight = render_context.insight
    chosen = select(options, insight)
    shown = options.part_of([item for item in chosen if insight.economics[item.id]])
    money = Money(currency(insight))
    weighed = [(item, economics) for item in shown if (economics := insight.economics[item.id])]
    ranked = ((item, insight.economics[item.id]) for item in by_net_value(shown, insight.economics, insight.place))
    known = [(item, economics.is_example, net) for item, economics in ranked if economics and (net := economics.net_value)]
    picture = net_value_bars(known, money)
    rows = [_row(item, economics, money) for item, economics in weighed]
    return {
        "rows": rows,
        "is_wide": any(_is_wide(cell) for row in rows for cell in row.cells),
        "not_weighed": [] if options.skip else [item for item in chosen if insight.economics[item.id] is None],
        "bars": picture.bars,
        "zero": picture.zero,
        "ends": picture.ends,
        "with_value": len(known),
        "shown": len(chosen),
        "total": len(chosen),
        "years": horizon(weighed[0][1]) if weighed else "",
        "all_examples": bool(weighed) and all(economics.is_example for _, economics in weighed),
        "has_declared": any(item.recommendation for item, _ in weighed),
        "searched_rows": SEARCHED_ROWS,
        "key": table_key("net-value", options),
    }


def _is_wide(figure: Figure) -> bool:
    return any(len(whole) > _WIDE for whole in f"{figure.words} {figure.note}".split(" "))


def _row(item: Enhancement, economics: Economics, money: Money) -> NetValueRow:
    found = advice(economics, item.benefit.reputation if item.benefit else None)
    return NetValueRow(
        item=item,
        is_example=economics.is_example,
        cells=(
            _amount("once", economics.one_off, money),
            _amount("running", economics.running_per_month, money),
            _amount("benefit", economics.benefit_per_year, money),
            _paid(economics),
            _net(economics.net_value, money),
        ),
        computed=f"{found.verdict.capitalize()}{', in every case' if found.is_certain else ''}" if found else NOT_SAID,
        declared=item.recommendation.verdict.capitalize() if item.recommendation else NOT_SAID,
    )


def _amount(column: str, estimate: ThreePointEstimate | None, money: Money) -> Figure:
    return Figure(column, money.ends(estimate), value=_sorted_by(estimate.middle)) if estimate else Figure(column, NOT_SAID)


def _net(estimate: ThreePointEstimate | None, money: Money) -> Figure:
    if estimate is None:
        return Figure("net", NOT_SAID)
    return Figure("net", money.middle(estimate), "" if estimate.is_exact else money.ends(estimate), _sorted_by(estimate.middle))


def _paid(economics: Economics) -> Figure:
    found, years = economics.break_even_months, economics.horizon_years
    if found is None:
        return Figure("paid", NOT_SAID)
    return Figure("paid", months(found.middle, years), break_even_ends(found, years), _sorted_by(found.middle))


def _sorted_by(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


VIEW = View("net-value", "The enhancements by net value: cost, benefit, when each breaks even, what to do.", NetValueOptions, context)
