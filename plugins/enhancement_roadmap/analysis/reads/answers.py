"""Questions about a roadmap with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.model import Roadmap

ROADMAP = "roadmap"
"""The attribute that gives the data themselves."""

_Identity = tuple[Any, ...]


class Nothing:
    """That a mapping has no such entry, or that all of it was asked for."""


NOTHING = Nothing()


class Question(NamedTuple):
    """One question.

    Attributes:
        name: of the attribute or the method; behind ``roadmap.``, of a part of the roadmap.
        arguments: what the method was given; None for an attribute.
        key: which entry of a mapping; `NOTHING` for all of it.
    """

    name: str
    arguments: tuple[Any, ...] | None = None
    key: Any = NOTHING

    @property
    def identity(self) -> _Identity:
        """What tells it from others: arguments are the same where they are the same objects."""
        return self.name, None if self.arguments is None else tuple(map(id, self.arguments)), self.key


_PARTS = ("enhancements", *Roadmap.model_fields)
"""The parts of a roadmap, the one first that is most often another."""


class NotedAnswer:
    """A question with its answer for one roadmap, in one object: a large site has tens of thousands.

    Attributes:
        value: the answer.
    """

    __slots__ = ("_arguments", "_key", "_name", "value")

    def __init__(self, question: Question, value: Any) -> None:
        self._name, self._arguments, self._key = question
        self.value = value

    def asked_again(self, insight: Insight) -> Any:
        """The answer for another roadmap; `NOTHING` where a mapping has no such entry."""
        owner: Any = insight.roadmap if self._name.startswith(f"{ROADMAP}.") else insight
        value = getattr(owner, self._name.rpartition(".")[2])
        if self._arguments is not None:
            value = value(*self._arguments)
        return value if self._key is NOTHING else value.get(self._key, NOTHING)


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
    """What was read of a roadmap; most is little, and there are tens of thousands.

    Attributes:
        parts: what was noted apart meanwhile.
        is_whole: whether the whole roadmap was read, of which all other answers are made: nothing more has to be noted.
        can_be_asked: whether each question can be asked again: not what was given an iterator, which is at its end, nor
            what was given arguments by their names.
    """

    __slots__ = ("_answers", "can_be_asked", "is_whole", "parts")

    def __init__(self) -> None:
        self._answers: dict[NotedAnswer, None] | None = None
        self.parts: tuple[Reads, ...] = ()
        self.is_whole = False
        self.can_be_asked = True

    def note(self, answer: NotedAnswer) -> None:
        """Note an answer."""
        if not self.is_whole:
            self._answers = {} if self._answers is None else self._answers
            self._answers[answer] = None

    def note_part(self, part: Reads) -> None:
        """What was noted apart counts as read too."""
        self.parts += (part,)

    def note_whole(self, roadmap: Roadmap, answers: Answers) -> None:
        """The whole roadmap was read.

        Args:
            roadmap: the roadmap.
            answers: those that were noted of it.
        """
        self.is_whole = True
        self._answers = {answers.to(Question(f"{ROADMAP}.{part}"), getattr(roadmap, part)): None for part in _PARTS}

    def __iter__(self) -> Iterator[NotedAnswer]:
        return iter(self._answers or ())
