"""Axes of a picture: where lines are drawn, and what stands beside and below them."""

from __future__ import annotations

import math
from collections.abc import Callable

from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """Where the lines are drawn; around it is room for the axes.

    Attributes:
        left: percent of the picture; so are the next three.
        top: from the top.
        width: from left to right.
        height: from top to bottom.
        units: of the drawing inside, in each direction; it is stretched to its place, whatever the width of the page.
    """

    left: float
    top: float
    width: float
    height: float
    units: int

    def across(self, share: float) -> float:
        """Percent of the picture from the left, of a share of the way from left to right."""
        return round(self.left + self.width * share, 2)

    def down(self, share: float) -> float:
        """Percent of the picture from the top, of a share of the way from bottom to top."""
        return round(self.top + self.height * (1 - share), 2)


FRAME = ChartFrame(left=14, top=10, width=80, height=78, units=1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis.

    Attributes:
        at: percent of the picture, from the left or from the top.
        label: what it means.
    """

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class AmountAxis:
    """An axis from nothing at the bottom to a round number at the top.

    Attributes:
        step: from one line to the next.
        top: the highest line.
    """

    step: float
    top: float

    @classmethod
    def up_to(cls, most: float, steps: int, *, whole: bool = False) -> AmountAxis:
        """The axis that has room for an amount.

        Args:
            most: above 0.
            steps: that there are, about.
            whole: whether only whole numbers make sense.
        """
        step = round_step(most / steps)
        if whole:
            step = max(1, math.ceil(step))
        return cls(step, math.ceil(most / step) * step)

    @property
    def places(self) -> list[float]:
        """What the lines stand for, from bottom to top."""
        return [place * self.step for place in range(round(self.top / self.step) + 1)]

    def depth(self, amount: float) -> float:
        """How far below the top of the drawing an amount stands, in units of the drawing."""
        return FRAME.units * (1 - amount / self.top)

    def ticks(self, label: Callable[[float], str]) -> tuple[Tick, ...]:
        """The axis beside the drawing, from bottom to top."""
        return tuple(Tick(FRAME.down(place / self.top), label(place)) for place in self.places)


def round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that is at least so much.

    Args:
        least: above 0.
    """
    size: float = 10.0 ** math.floor(math.log10(least))
    return next((factor * size for factor in (1, 2, 2.5, 5) if factor * size >= least), 10 * size)
