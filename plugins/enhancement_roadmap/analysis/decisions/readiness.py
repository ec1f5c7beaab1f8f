"""Is everything there that must hold before an enhancement starts?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Literal

from enhancement_roadmap.model import Criterion, Readiness
from enhancement_roadmap.records import dataclass

AnswerState = Literal["yes", "partly", "no", "not stated"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an enhancement stands against one criterion.

    Attributes:
        criterion: the criterion.
        state: ``yes``, ``partly``, ``no``, or ``not stated`` where its file says nothing about it.
        note: what is missing, or why it counts as met.
    """

    criterion: Criterion
    state: AnswerState
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReadinessAnswers:
    """Where an enhancement stands against every criterion.

    Attributes:
        criteria: in the order of the roadmap.
        stated: what its file says, by the criterion's id.
    """

    criteria: tuple[Criterion, ...]
    stated: Mapping[str, Readiness]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """One answer a criterion."""
        return tuple(map(self._answer, self.criteria))

    @property
    def met(self) -> tuple[Criterion, ...]:
        """Criteria with a yes."""
        return tuple(answer.criterion for answer in self.answers if answer.state == "yes")

    @property
    def partly(self) -> tuple[Criterion, ...]:
        """Criteria that are met in part."""
        return tuple(answer.criterion for answer in self.answers if answer.state == "partly")

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """Criteria with a no, and those that nothing is said about."""
        return tuple(answer.criterion for answer in self.answers if answer.state in {"no", "not stated"})

    @property
    def met_count(self) -> int:
        """Number of criteria with a yes."""
        return sum(readiness.state == "yes" for readiness in self.stated.values())

    @property
    def is_complete(self) -> bool:
        """Whether every criterion is met; so it is where the roadmap has none."""
        return self.met_count == len(self.criteria)

    @property
    def unmet(self) -> tuple[Answer, ...]:
        """Every answer but yes, in the order of the roadmap."""
        return self.first_unmet(len(self.criteria))

    def first_unmet(self, count: int) -> tuple[Answer, ...]:
        """At most so many of the answers that are not yes."""
        return tuple(islice((answer for answer in map(self._answer, self.criteria) if answer.state != "yes"), count))

    def _answer(self, criterion: Criterion) -> Answer:
        stated = self.stated.get(criterion.id)
        return Answer(criterion, "not stated") if stated is None else Answer(criterion, stated.state, stated.note)
