"""Questions about a roadmap with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.model import Roadmap

ROADMAP = "roadmap"
"""The attribute that gives the data themselves."""

_Identity = tuple[Any, ...]


class Question(NamedTuple):
    """One question.

    Attributes:
        name: of the attribute or the method; behind ``roadmap.``, of a part of the roadmap.
        arguments: what the method was given; None for an attribute.
        key: which entry of a mapping; empty for all of it.
    """

    name: str
    arguments: tuple[Any, ...] | None = None
    key: tuple[Any, ...] = ()

    @property
    def identity(self) -> _Identity:
        """What tells it from others: arguments are the same where they are the same objects."""
        return self.name, None if self.arguments is None else tuple(map(id, self.arguments)), self.key

    def asked(self, insight: Insight) -> Any:
        """The answer for a roadmap; `NOTHING` where a mapping has no such entry."""
        owner: Any = insight.roadmap if self.name.startswith(f"{ROADMAP}.") else insight
        value = getattr(owner, self.name.rpartition(".")[2])
        if self.arguments is not None:
            value = value(*self.arguments)
        return value.get(self.key[0], NOTHING) if self.key else value


class Nothing:
    """That a mapping has no such entry."""


NOTHING = Nothing()

_PARTS = ("enhancements", *Roadmap.model_fields)
"""The parts of a roadmap, the one first that is most often another."""


class NotedAnswer:
    """A question with its answer for one roadmap.

    Attributes:
        question: the question.
        value: the answer.
    """

    __slots__ = ("question", "value")

    def __init__(self, question: Question, value: Any) -> None:
        self.question = question
        self.value = value


class Answers:
    """All answers for one roadmap that were noted: each question has one, however many have asked it."""

    def __init__(self) -> None:
        self._known: dict[_Identity, NotedAnswer] = {}

    def to(self, question: Question, value: Any) -> NotedAnswer:
        """The answer to a question.

        Args:
            question: the question.
            value: what was answered; it counts the first time, since a roadmap stays what it is.
        """
        identity = question.identity
        known = self._known.get(identity)
        if known is None:
            known = self._known[identity] = NotedAnswer(question, value)
        return known


class Reads:
    """What was read of a roadmap.

    Attributes:
        parts: what was noted apart meanwhile.
        is_whole: whether the whole roadmap was read, of which all other answers are made: nothing more has to be noted.
        can_be_asked: whether each question can be asked again: not what was given an iterator, which is at its end, nor
            what was given arguments by their names.
    """

    def __init__(self) -> None:
        self._answers: dict[NotedAnswer, None] = {}
        self.parts: list[Reads] = []
        self.is_whole = False
        self.can_be_asked = True

    def note(self, answer: NotedAnswer) -> None:
        """Note an answer."""
        if not self.is_whole:
            self._answers[answer] = None

    def note_whole(self, roadmap: Roadmap, answers: Answers) -> None:
        """The whole roadmap was read.

        Args:
            roadmap: the roadmap.
            answers: those that were noted of it.
        """
        self.is_whole = True
        self._answers = {answers.to(Question(f"{ROADMAP}.{part}"), getattr(roadmap, part)): None for part in _PARTS}

    def __iter__(self) -> Iterator[NotedAnswer]:
        return iter(self._answers)
