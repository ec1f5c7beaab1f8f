"""How far is it?"""

from __future__ import annotations

from collections.abc import Iterable

from enhancement_roadmap.model import Enhancement, Requirement, leaves_of
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Requirements done, of how many: those without parts are counted, and none that is waived.

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
    return requirement_progress(requirement for enhancement in enhancements for requirement in enhancement.requirements)


def all_of(several: Iterable[Progress]) -> Progress:
    """Progress over several."""
    known = list(several)
    return Progress(sum(each.done for each in known), sum(each.total for each in known))


def requirement_progress(requirements: Iterable[Requirement]) -> Progress:
    """Progress over some requirements and their parts."""
    states = [leaf.status for leaf in leaves_of(requirements)]
    return Progress(states.count("done"), len(states) - states.count("waived"))
