"""A bar of a schedule: one enhancement from its start to its expected end, with a tail to the late one."""

from __future__ import annotations

from typing import Literal

from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass

BAR = 1.1
"""Height of a bar, in the size of letters."""
TAIL = 0.4

Look = Literal["done", "running", "fixed", "planned"]


@dataclass(frozen=True, slots=True)
class ScheduleBar:
    """A bar in the picture; places are percent from the left, heights are in the size of letters.

    Attributes:
        item: the enhancement.
        look: what it looks like.
        left: where it begins.
        width: to the expected end.
        over: so much of that is behind us, of work that is under way.
        top: its upper edge.
        tail_width: from there to the late end; 0 for none.
        is_open: whether it may be later still.
        is_critical: whether the end of the plan hangs on it in most courses.
        due: where it is due; None where it is not, or not in the picture.
        is_late: whether its late end is after that.
    """

    item: Enhancement
    look: Look
    left: float
    width: float
    over: float
    top: float
    tail_width: float
    is_open: bool
    is_critical: bool
    due: float | None
    is_late: bool

    @property
    def end(self) -> float:
        """Where the expected end is."""
        return round(self.left + self.width, 2)

    @property
    def tail_end(self) -> float:
        """Where the late end is."""
        return round(self.left + self.width + self.tail_width, 2)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return round(self.top + BAR, 2)

    @property
    def middle(self) -> float:
        """Half-way between its edges."""
        return round(self.top + BAR / 2, 2)

    @property
    def tail_top(self) -> float:
        """The upper edge of its tail."""
        return round(self.top + (BAR - TAIL) / 2, 2)
