"""Amounts of money and months in words."""

from __future__ import annotations

from enhancement_roadmap.analysis import MONTHS_OF_A_YEAR, BreakEven, ThreePointEstimate
from enhancement_roadmap.sentences import plural
from enhancement_roadmap.text import plain

_EXACT = 1e15
"""Amounts up to here are shown digit by digit."""
_SMALL = 10
"""Amounts below this keep their cents."""
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k"))
_LONGEST_MARK = 2
"""Characters of a currency that there is room for on an axis."""
_FIGURES = 3
"""Figures that the middle of a range is known to, at most."""


class Money:
    """Writes amounts in a currency: ``$12,400``, ``$8,000–12,000``, ``-$500 to $1,000``, ``$12k``.

    Args:
        currency: as in the data; stands before each amount, a word with a space after it.
    """

    def __init__(self, currency: str) -> None:
        mark = plain(currency)
        self._mark = f"{mark}\N{NO-BREAK SPACE}" if mark[-1:].isalpha() else mark
        self._axis_mark = mark if len(mark) <= _LONGEST_MARK else ""

    def exact(self, value: float) -> str:
        """An amount, to the whole unit; a small one to the hundredth."""
        return self._signed(value, self._mark, _digits(abs(value)))

    def ends(self, estimate: ThreePointEstimate) -> str:
        """The ends of an amount; one number where they are the same."""
        low, high = self.exact(estimate.low), self.exact(estimate.high)
        if low == high:
            return low
        if estimate.low < 0:
            return f"{low} to {high}"
        return f"{low}–{_digits(estimate.high)}"

    def full(self, estimate: ThreePointEstimate) -> str:
        """The middle of an amount, and its ends behind it."""
        ends = self.ends(estimate)
        middle = self.middle(estimate)
        return middle if middle == ends else f"{middle} ({ends})"

    def middle(self, estimate: ThreePointEstimate) -> str:
        """The middle of an amount; that of a range to no more figures than a range carries."""
        return self.exact(estimate.middle if estimate.is_exact else _to_figures(estimate.middle))

    def short(self, value: float) -> str:
        """An amount for an axis: ``$12k``."""
        for size, letter in _SHORT:
            if abs(value) >= size:
                shown = f"{abs(value) / size:.4g}"
                return self._signed(value, self._axis_mark, f"{shown}{letter}")
        return self._signed(value, self._axis_mark, f"{abs(value):.4g}")

    @staticmethod
    def _signed(value: float, mark: str, digits: str) -> str:
        is_below = value < 0 and digits.strip("0.") != ""
        return f"{'−' if is_below else ''}{mark}{digits}"


def _digits(value: float) -> str:
    if value >= _EXACT:
        return f"{value:.3g}"
    return f"{value:,.2f}" if value < _SMALL and not float(value).is_integer() else f"{value:,.0f}"


def _to_figures(value: float) -> float:
    """An amount with its first few figures, and zeros behind them."""
    return float(f"{value:.{_FIGURES}g}")


def months(value: float | None, horizon_years: int) -> str:
    """``7 months``, ``at once``, ``never``, ``not within 3 years``.

    Args:
        value: how many; None for never.
        horizon_years: how far cost and benefit are looked ahead: past it, the figures carry no number.
    """
    if value is None:
        return "never"
    if value == 0:
        return "at once"
    if value < 1:
        return "less than 1 month"
    if value > horizon_years * MONTHS_OF_A_YEAR:
        return f"not within {plural(horizon_years, 'year')}"
    return plural(f"{value:.0f}", "month")


def break_even(found: BreakEven, horizon_years: int) -> str:
    """``7 months (5 months at best, never at worst)``."""
    ends = break_even_ends(found, horizon_years)
    middle = months(found.middle, horizon_years)
    return f"{middle} ({ends})" if ends else middle


def break_even_ends(found: BreakEven, horizon_years: int) -> str:
    """``5 months at best, never at worst``; empty where they say the same, as of exact figures."""
    best, worst = months(found.low, horizon_years), months(found.high, horizon_years)
    return "" if best == worst else f"{best} at best, {worst} at worst"


def likelihood(estimate: ThreePointEstimate) -> str:
    """How often in a year: ``20 %``, or ``0.5–2 times`` where it may be more than once."""
    factor, unit = (1.0, " times") if estimate.high > 1 else (100.0, " %")
    low, high = (f"{end * factor:.6g}" for end in (estimate.low, estimate.high))
    return f"{low if low == high else f'{low}–{high}'}{unit}"
