"""Amounts that are not known exactly: the least, the middle and the most that they may be."""

from __future__ import annotations

from typing import Self

from enhancement_roadmap.model import Amount
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class ThreePointEstimate:
    """An amount with its ends.

    Sums and products go end by end, which is right for amounts that are at least 0; a difference takes the ends crosswise,
    since the least is left where the least comes in and the most goes out.

    Attributes:
        low: the least.
        middle: worked out from the middles of what it comes from; between the ends.
        high: the most.
    """

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, amount: Amount) -> Self:
        """A number or range of the data."""
        return cls(amount.low, amount.middle, amount.high)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def __add__(self, other: ThreePointEstimate) -> ThreePointEstimate:
        return ThreePointEstimate(self.low + other.low, self.middle + other.middle, self.high + other.high)

    def __sub__(self, other: ThreePointEstimate) -> ThreePointEstimate:
        return ThreePointEstimate(self.low - other.high, self.middle - other.middle, self.high - other.low)

    def __mul__(self, other: ThreePointEstimate) -> ThreePointEstimate:
        return ThreePointEstimate(self.low * other.low, self.middle * other.middle, self.high * other.high)

    def times(self, factor: float) -> ThreePointEstimate:
        """So many times as much.

        Args:
            factor: at least 0.
        """
        return ThreePointEstimate(self.low * factor, self.middle * factor, self.high * factor)

    def __truediv__(self, divisor: float) -> ThreePointEstimate:
        return ThreePointEstimate(self.low / divisor, self.middle / divisor, self.high / divisor)


NOTHING = ThreePointEstimate(0, 0, 0)
