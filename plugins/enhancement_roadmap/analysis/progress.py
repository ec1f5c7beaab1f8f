"""How far is it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from enhancement_roadmap.model import Enhancement


@dataclass(frozen=True, slots=True)
class Progress:
    """Requirements done, of how many: those without parts are counted.

    Attributes:
        done: number of requirements done.
        total: number of requirements; where it is 0 there is no progress to speak of.
    """

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Share done in percent, rounded down, so that 100 means all."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def open(self) -> int:
        """Number of requirements still open."""
        return self.total - self.done


def progress_of(enhancements: Iterable[Enhancement]) -> Progress:
    """Progress over all requirements of some enhancements."""
    states = [requirement.status for enhancement in enhancements for requirement in enhancement.leaves]
    return Progress(done=states.count("done"), total=len(states))
