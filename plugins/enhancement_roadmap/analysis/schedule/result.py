"""What a schedule says: dates with their ranges, and what they hang on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from enhancement_roadmap.analysis.schedule.tasks import Undated
from enhancement_roadmap.model import Enhancement, Phase, Quarter, Team
from enhancement_roadmap.records import dataclass

Progressing = Literal["running", "fixed", "planned"]
MoverKind = Literal["duration", "trigger", "lag", "person"]
"""Whether an enhancement has begun, has its days settled, or is planned."""


@dataclass(frozen=True, slots=True)
class ExpectedEnd:
    """When something is done, and how sure that is.

    Attributes:
        likely: the day by which it is done in half of all courses (P50); None where that is too far ahead.
        late: the day by which it is done in 85 of 100 courses (P85); None where that is too far ahead.
        due: the last day on which it should be done; None where nobody has named one.
        on_time: the share of courses in which it is done by then; None where nothing is due.
        is_open: whether it waits for a forecast without an end, so that it may be later than `late`.
    """

    likely: date | None
    late: date | None
    due: date | None = None
    on_time: float | None = None
    is_open: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether both days are one."""
        return self.likely == self.late and not self.is_open


@dataclass(frozen=True, slots=True)
class ExpectedCourse:
    """How one enhancement goes on.

    Attributes:
        item: the enhancement.
        team: who works on it; None where it names nobody.
        state: whether it has begun, is settled or planned.
        start: the day on which it begins, by the median course; of one that has begun, when it did, where that is known.
        end: when it is done.
        criticality: the share of courses in which the end of the plan hangs on it.
        slack: working days that it may end later without the plan ending later.
        waits: working days that it waits for people, by the plain schedule.
        behind: id of what it waits for at its start: one that it needs, or what its team works on before; None for neither.
        is_needed: whether it needs that one.
    """

    item: Enhancement
    team: Team | None
    state: Progressing
    start: date | None
    end: ExpectedEnd
    criticality: float
    slack: int
    waits: int
    behind: str | None
    is_needed: bool


@dataclass(frozen=True, slots=True)
class ExpectedStep:
    """How a quarter or a phase goes on.

    Attributes:
        step: the quarter or the phase.
        first: its first day; None where nobody has said one.
        last: its last day.
        end: when all of it is done of which that can be said, held against its last day; None where that is none of it.
        count: enhancements in it that are not done.
        undated: those of them of which nobody can say when.
    """

    step: Quarter | Phase
    first: date | None
    last: date | None
    end: ExpectedEnd | None
    count: int
    undated: tuple[Undated, ...]


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """A team over time.

    Attributes:
        team: the team.
        days: working days, from the first of the plan on.
        there: people who are there, by working day.
        busy: people at work, by working day, on average over the courses.
        settled: people that work with settled days asks for, by working day.
        waits: working days that its work waits for people in all, by the plain schedule.
    """

    team: Team
    days: Sequence[int]
    there: Sequence[float]
    busy: Sequence[float]
    settled: Sequence[float]
    waits: int


@dataclass(frozen=True, slots=True)
class Mover:
    """Something that moves the end of the plan.

    Attributes:
        kind: a ``duration``, the time until a ``trigger`` fires, a ``lag``, or one ``person`` more in a team.
        items: the enhancements that it is about.
        team: the team; None but for a person.
        days: working days by which the end is later on average where it takes longer than its median, than where it takes less;
            for a person, by which it is earlier.
    """

    kind: MoverKind
    items: tuple[Enhancement, ...]
    team: Team | None
    days: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """Dates of everything that has one.

    Attributes:
        first_day: the day from which on it counts.
        courses: for each enhancement's id how it goes on, the first to begin first.
        undated: enhancements of which nobody can say when.
        phases: each phase with enhancements, in their order.
        quarters: each quarter with enhancements.
        end: when all of it is done; None where nothing has a date.
        loads: each team over time.
        bottleneck: the team that work waits for longest; None where none waits.
        movers: what moves the end most, the largest first; three at most, and one person more in the bottleneck.
        without_team: enhancements that name no team, where there are several: nobody's time limits them.
    """

    first_day: date
    courses: Mapping[str, ExpectedCourse]
    undated: Sequence[Undated]
    phases: Sequence[ExpectedStep]
    quarters: Sequence[ExpectedStep]
    end: ExpectedEnd | None
    loads: Sequence[TeamLoad]
    bottleneck: Team | None
    movers: Sequence[Mover]
    without_team: Sequence[Enhancement]

    @property
    def undated_of(self) -> Mapping[str, Undated]:
        """What keeps each enhancement without a date from having one, by its id."""
        return {one.item.id: one for one in self.undated}
