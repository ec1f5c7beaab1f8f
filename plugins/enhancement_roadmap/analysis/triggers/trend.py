"""Where are the readings of a metric going?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import NormalDist, median

from enhancement_roadmap.records import dataclass

CONFIDENCE = 0.95
"""Share of samples in which the interval of a slope holds the true one."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line through points, which single outliers do not bend.

    Attributes:
        slope: its rise for each step of x.
        low: lower end of the slope's confidence interval.
        high: upper end.
        intercept: its height at x = 0.
    """

    slope: float
    low: float
    high: float
    intercept: float

    def at(self, x: float) -> float:
        """Height of the line."""
        return self.intercept + self.slope * x


def theil_sen(xs: Sequence[float], ys: Sequence[float]) -> Trend:
    """The median of the slopes between all pairs of points (Theil 1950), with the interval of Sen (1968).

    The interval comes from the variance of Kendall's S, corrected for equal heights: P. K. Sen, "Estimates of the regression
    coefficient based on Kendall's tau", J. Am. Stat. Assoc. 63, pages 1379–1389. The line goes through the medians of x and y.

    Args:
        xs: where the points are: two or more, all different.
        ys: their heights, as many.
    """
    points = zip(xs, ys, strict=True)
    slopes = sorted((other_y - y) / (other_x - x) for (x, y), (other_x, other_y) in combinations(points, 2))
    variance = (_ties_term([len(ys)]) - _ties_term(Counter(ys).values())) / 18
    half = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * math.sqrt(variance)
    low = max(round((len(slopes) - half) / 2) - 1, 0)
    high = min(round((len(slopes) + half) / 2), len(slopes) - 1)
    slope = median(slopes)
    return Trend(slope, slopes[low], slopes[high], median(ys) - slope * median(xs))


def _ties_term(counts: Iterable[int]) -> int:
    """The sum of k (k − 1) (2 k + 5), which the variance of Kendall's S is made of."""
    return sum(count * (count - 1) * (2 * count + 5) for count in counts)
