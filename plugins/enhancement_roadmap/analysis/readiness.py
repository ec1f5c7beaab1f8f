"""Is everything there that must hold before an enhancement starts?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from enhancement_roadmap.model import Criterion, Enhancement

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
        answers: one a criterion, in the order of the roadmap.
    """

    answers: tuple[Answer, ...]

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
    def unmet(self) -> tuple[Answer, ...]:
        """Every answer but yes."""
        return tuple(answer for answer in self.answers if answer.state != "yes")

    @property
    def is_complete(self) -> bool:
        """Whether every criterion is met; so it is where the roadmap has none."""
        return not self.unmet

    @property
    def is_stated(self) -> bool:
        """Whether anything is said about any criterion."""
        return any(answer.state != "not stated" for answer in self.answers)


def readiness_of(item: Enhancement, criteria: Iterable[Criterion]) -> ReadinessAnswers:
    """Hold an enhancement against the readiness criteria of its roadmap.

    Args:
        item: the enhancement.
        criteria: in the order of the roadmap.
    """
    return ReadinessAnswers(tuple(_answer(item, criterion) for criterion in criteria))


def _answer(item: Enhancement, criterion: Criterion) -> Answer:
    stated = item.readiness.get(criterion.id)
    return Answer(criterion, "not stated") if stated is None else Answer(criterion, stated.state, stated.note)
