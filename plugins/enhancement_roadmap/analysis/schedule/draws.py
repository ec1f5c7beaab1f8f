"""Draws from triangular distributions, the same on every machine.

A value between a least and a most of which no more is known than its likeliest has the triangular distribution; here its mode is
the middle of an estimate. A value is found by the inverse of the distribution function, which takes no more than a square root:
IEEE 754 rounds that the same everywhere. The uniform numbers are the raw bits of PCG64 (O'Neill 2014), which numpy promises to
keep, unlike its own distributions. They are spread evenly by Latin hypercube sampling (McKay, Beckman, Conover 1979): one in each
of as many strata as there are draws, in a random order. So a thousand draws give the median of a sum about as well as ten
thousand without.

What is drawn is named, and its name is the seed: as long as an estimate stays the same, so do its draws, whatever else changes in
the roadmap. What two versions of a roadmap differ in is then no noise.
"""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import numpy.typing as npt

from enhancement_roadmap.analysis.schedule.tasks import Span

Ticks = npt.NDArray[np.int64]
"""A number of ticks in each course of the plan."""

COURSES = 1000
"""How often the plan is run. P50 and P85 then move by less than the width of a bar's edge in the picture when another seed is taken."""

_TO_UNIT = 2.0**-53
_UNUSED_BITS = np.uint64(11)


def drawn(span: Span, courses: int) -> Ticks:
    """A value in each course; the likeliest one in the first, which is the plain schedule.

    Args:
        span: what is drawn.
        courses: how many there are, the plain one not counted; 0 where nothing is drawn.
    """
    found = np.full(courses + 1, span.mode, dtype=np.int64)
    if courses and not span.is_sure:
        found[1:] = np.rint(triangular(uniform(span.name, courses), span.low, span.mode, span.high)).astype(np.int64)
    return found


def uniform(name: str, count: int) -> npt.NDArray[np.float64]:
    """Numbers between 0 and 1, one in each of as many strata as there are of them.

    Args:
        name: the seed.
        count: how many.
    """
    seed = int.from_bytes(sha256(name.encode()).digest()[:8], "big")
    bits = np.random.PCG64(seed).random_raw(2 * count)
    strata = _places_sorted(bits[:count])
    within = (bits[count:] >> _UNUSED_BITS).astype(np.float64) * _TO_UNIT
    spread: npt.NDArray[np.float64] = (strata + within) / count
    return spread


def _places_sorted(bits: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Places of numbers in the order of their size.

    Each place stands in the lowest bits of its number, as numpy sorts numbers several times as fast as places; of 64 random bits,
    those that are left tell a thousand numbers apart.
    """
    room = np.uint64((1 << (len(bits) - 1).bit_length()) - 1)
    found = np.sort((bits & ~room) | np.arange(len(bits), dtype=np.uint64))
    return found & room


def triangular(shares: npt.NDArray[np.float64], low: float, mode: float, high: float) -> npt.NDArray[np.float64]:
    """The values below which a triangular distribution has these shares of its mass."""
    width, rise, fall = high - low, mode - low, high - mode
    rising = low + np.sqrt(shares * (width * rise))
    falling = high - np.sqrt((1.0 - shares) * (width * fall))
    found: npt.NDArray[np.float64] = np.where(shares * width < rise, rising, falling)
    return found
