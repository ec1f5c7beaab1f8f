"""Net values under each other as a picture, on one scale: from the least to the most, with the middle in between."""

from __future__ import annotations

from collections.abc import Sequence

from enhancement_roadmap.analysis import ThreePointEstimate
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.parts.money import Money

MOST_BARS = 40
"""Enhancements that the picture has room for."""


@dataclass(frozen=True, slots=True)
class NetValueBar:
    """A net value in the picture.

    Attributes:
        item: the enhancement.
        is_example: whether its figures are made up.
        net: the value in words.
        left: where its least stands, in percent from the left.
        middle: where its middle stands.
        width: percent from its least to its most.
    """

    item: Enhancement
    is_example: bool
    net: str
    left: float
    middle: float
    width: float


@dataclass(frozen=True, slots=True)
class NetValueBars:
    """Everything that the picture consists of.

    Attributes:
        bars: as many as there is room for; none where all values are 0.
        zero: where nothing stands, in percent from the left.
        ends: what stands at the left end and at the right one, in words.
    """

    bars: Sequence[NetValueBar]
    zero: float
    ends: tuple[str, str]


def net_value_bars(known: Sequence[tuple[Enhancement, bool, ThreePointEstimate]], money: Money) -> NetValueBars:
    """Draw net values.

    Args:
        known: enhancements in their order, each with whether its figures are made up, and its net value.
        money: writes the amounts.
    """
    drawn = known[:MOST_BARS]
    left, right = min((0.0, *(net.low for _, _, net in drawn))), max((0.0, *(net.high for _, _, net in drawn)))
    ends = money.short(left), money.short(right)
    if left == right:
        return NetValueBars((), 0, ends)

    def share(value: float) -> float:
        """How far along the picture a value stands, in percent, with room at both ends for a mark."""
        return round(2 + 96 * (value - left) / (right - left), 2)

    def bar(item: Enhancement, net: ThreePointEstimate, *, is_example: bool) -> NetValueBar:
        low, high = share(net.low), share(net.high)
        return NetValueBar(item, is_example, money.full(net), low, share(net.middle), round(high - low, 2))

    return NetValueBars([bar(item, net, is_example=is_example) for item, is_example, net in drawn], share(0), ends)
