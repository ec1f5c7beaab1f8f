"""A roadmap that notes what it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.reads.answers import NOTHING, ROADMAP, Answers, Question, Reads
from enhancement_roadmap.model import Roadmap


class Recorder:
    """Notes what is asked, and can note it apart for a while.

    Args:
        answers: all that were noted of this roadmap so far, by whomever.

    Attributes:
        reads: what was asked so far.
    """

    def __init__(self, answers: Answers | None = None) -> None:
        self.reads = Reads()
        self._answers = Answers() if answers is None else answers

    @property
    def notes(self) -> _Notes:
        """Takes answers from those who have been given something to ask."""
        return _Notes(self.reads, self._answers)

    def note_whole(self, roadmap: Roadmap) -> None:
        """The whole roadmap was read."""
        self.reads.note_whole(roadmap, self._answers)

    @contextmanager
    def apart(self) -> Iterator[Reads]:
        """Note what is asked meanwhile by itself, as a part of what was asked before."""
        outer, part = self.reads, Reads()
        outer.note_part(part)
        self.reads = part
        try:
            yield part
        finally:
            self.reads = outer

    def again(self, part: Reads) -> None:
        """What was made when these answers were noted is used again, and is as right as they are."""
        self.reads.note_part(part)


_OWN = frozenset({"_insight", "_recorder"})


class RecordedInsight(Insight):
    """Answers as another does, and has noted what it was asked.

    Args:
        insight: gives the answers.
        recorder: notes them.
    """

    def __init__(self, insight: Insight, recorder: Recorder) -> None:
        self._insight = insight
        self._recorder = recorder

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__") or name in _OWN:
            return object.__getattribute__(self, name)
        # Thousands of times in a build: an attribute of its own would come through here again.
        insight: Insight = object.__getattribute__(self, "_insight")
        recorder: Recorder = object.__getattribute__(self, "_recorder")
        if recorder.reads.is_whole:
            return getattr(insight, name)
        if name == ROADMAP:
            return _RecordedParts(insight.roadmap, recorder.notes)
        value = getattr(insight, name)
        if callable(value):
            return _RecordedMethod(Question(name), value, recorder.notes)
        return recorder.notes.recorded(Question(name), value)


class _RecordedParts:
    def __init__(self, roadmap: Any, notes: _Notes) -> None:
        self._roadmap = roadmap
        self._notes = notes

    def __getattr__(self, name: str) -> Any:
        if name == "enhancements":
            self._notes.reads.note_whole(self._roadmap, self._notes.answers)
        return self._notes.recorded(Question(f"{ROADMAP}.{name}"), getattr(self._roadmap, name))


class _RecordedMethod:
    def __init__(self, question: Question, method: Any, notes: _Notes) -> None:
        self._question = question
        self._method = method
        self._notes = notes

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if named or any(isinstance(argument, Iterator) for argument in arguments):
            self._notes.reads.can_be_asked = False
            return self._method(*arguments, **named)
        return self._notes.recorded(self._question._replace(arguments=arguments), self._method(*arguments))


class _RecordedMapping(Mapping[Any, Any]):
    """A mapping that notes which entries were looked up; whoever goes through all of it has read all."""

    def __init__(self, question: Question, mapping: Mapping[Any, Any], notes: _Notes) -> None:
        self._question = question
        self._mapping = mapping
        self._notes = notes

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._mapping[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._mapping

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[Any, Any]:
        self._notes.add(self._question, self._mapping)
        return self._mapping

    def _note(self, key: object) -> None:
        self._notes.add(self._question._replace(key=key), self._mapping.get(key, NOTHING))


class _Notes(NamedTuple):
    """Where answers are noted.

    Attributes:
        reads: what was read at the time.
        answers: all of this roadmap.
    """

    reads: Reads
    answers: Answers

    def add(self, question: Question, value: Any) -> None:
        if not self.reads.is_whole:
            self.reads.note(self.answers.to(question, value))

    def recorded(self, question: Question, value: Any) -> Any:
        """An answer, which is noted; one that is a mapping notes what is looked up in it."""
        if isinstance(value, Mapping):
            return _RecordedMapping(question, value, self)
        self.add(question, value)
        return value
