"""What was read of the answers about a roadmap, so that it can be asked later whether they are still the same.

Whoever makes something of a roadmap is given a `RecordedInsight`, which answers as the real one does and notes each answer:
an attribute, the entry of a mapping, what a method said of its arguments. What was made is still right of another roadmap
where each of these answers is the same there; nothing has to be known of how it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from numbers import Number
from typing import Any, NamedTuple

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.model import Node, Roadmap

_ROADMAP = "roadmap"
_PLAIN = (str, bytes, int, date, type(None))
"""Types whose values look the same where they are equal; of a number with a point, 8 and 8.0 do not."""


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
    def identity(self) -> tuple[Any, ...]:
        """What tells it from others: arguments are the same where they are the same objects."""
        return self.name, None if self.arguments is None else tuple(map(id, self.arguments)), self.key

    def asked(self, insight: Insight) -> Any:
        """The answer for a roadmap; `_NOTHING` where a mapping has no such entry."""
        owner: Any = insight.roadmap if self.name.startswith(f"{_ROADMAP}.") else insight
        value = getattr(owner, self.name.rpartition(".")[2])
        if self.arguments is not None:
            value = value(*self.arguments)
        return value.get(self.key[0], _NOTHING) if self.key else value


_PARTS = {part: Question(f"{_ROADMAP}.{part}") for part in ("enhancements", *Roadmap.model_fields)}
"""The parts of a roadmap, the one first that is most often another."""


class _Nothing:
    """That a mapping has no such entry."""


_NOTHING = _Nothing()


class Reads:
    """Questions with their answers.

    Attributes:
        parts: those that were noted apart meanwhile.
        is_whole: whether the whole roadmap was read, of which all other answers are made: nothing more has to be noted.
        can_be_asked: whether each of them can be asked again: not what was given an iterator, which is at its end, nor
            what was given arguments by their names.
    """

    def __init__(self) -> None:
        self._answers: dict[tuple[Any, ...], tuple[Question, Any]] = {}
        self.parts: list[Reads] = []
        self.is_whole = False
        self.can_be_asked = True

    def note(self, read: Question, answer: Any) -> None:
        """Note an answer; only the first time, since a roadmap stays what it is."""
        if self.is_whole:
            return
        self._answers.setdefault(read.identity, (read, answer))

    def note_whole(self, roadmap: Roadmap) -> None:
        """The whole roadmap was read."""
        self.is_whole = True
        self._answers = {read.identity: (read, getattr(roadmap, part)) for part, read in _PARTS.items()}

    def __iter__(self) -> Iterator[tuple[Question, Any]]:
        return iter(self._answers.values())


class SameAnswers:
    """Tells whether answers are still the same; each question is asked once, however many have asked it.

    Args:
        insight: the answers of now.
    """

    def __init__(self, insight: Insight) -> None:
        self._insight = insight
        self._known: dict[tuple[Any, ...], tuple[Any, bool]] = {}
        self._judged: dict[int, tuple[Reads, bool]] = {}
        self._pairs: dict[tuple[int, int], tuple[Any, Any, bool]] = {}

    def are(self, reads: Reads) -> bool:
        """Whether everything that was read is still so."""
        if id(reads) not in self._judged:
            own = reads.can_be_asked and all(self._is(read, answer) for read, answer in reads)
            self._judged[id(reads)] = (reads, own and all(map(self.are, reads.parts)))
        return self._judged[id(reads)][1]

    def _is(self, read: Question, answer: Any) -> bool:
        key = (*read.identity, id(answer))
        if key not in self._known:
            try:
                now = read.asked(self._insight)
            except (AttributeError, LookupError, TypeError, ValueError):
                now = _Nothing()  # what was given to a method is there no more
            self._known[key] = (answer, self._same(answer, now))
        return self._known[key][1]

    def _same(self, old: Any, new: Any) -> bool:
        if old is new:
            return True
        if type(old) is not type(new):
            return False
        if isinstance(old, _PLAIN):
            return bool(old == new)
        pair = (id(old), id(new))
        if pair not in self._pairs:
            self._pairs[pair] = (old, new, self._same_inside(old, new))
        return self._pairs[pair][2]

    def _same_inside(self, old: Any, new: Any) -> bool:
        if isinstance(old, tuple | list):
            return len(old) == len(new) and all(map(self._same, old, new))
        if isinstance(old, Mapping):
            return len(old) == len(new) and all(self._same(*both) for both in zip(old.items(), new.items(), strict=True))
        if is_dataclass(old):
            return all(self._same(getattr(old, field.name), getattr(new, field.name)) for field in fields(old))
        return isinstance(old, Node | Number | AbstractSet) and repr(old) == repr(new)


class Recorder:
    """Notes what is asked, and can note it apart for a while.

    Attributes:
        reads: what was asked so far.
    """

    def __init__(self) -> None:
        self.reads = Reads()

    @contextmanager
    def apart(self) -> Iterator[Reads]:
        """Note what is asked meanwhile by itself, as a part of what was asked before."""
        outer, part = self.reads, Reads()
        outer.parts.append(part)
        self.reads = part
        try:
            yield part
        finally:
            self.reads = outer

    def again(self, part: Reads) -> None:
        """What was made when these answers were noted is used again, and is as right as they are."""
        self.reads.parts.append(part)


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
        reads: Reads = object.__getattribute__(self, "_recorder").reads
        if reads.is_whole:
            return getattr(insight, name)
        if name == _ROADMAP:
            return _RecordedParts(insight.roadmap, reads)
        value = getattr(insight, name)
        if callable(value):
            return _RecordedMethod(Question(name), value, reads)
        return _recorded(Question(name), value, reads)


class _RecordedParts:
    def __init__(self, roadmap: Any, reads: Reads) -> None:
        self._roadmap = roadmap
        self._reads = reads

    def __getattr__(self, name: str) -> Any:
        if name == "enhancements":
            self._reads.note_whole(self._roadmap)
        return _recorded(Question(f"{_ROADMAP}.{name}"), getattr(self._roadmap, name), self._reads)


class _RecordedMethod:
    def __init__(self, read: Question, method: Any, reads: Reads) -> None:
        self._read = read
        self._method = method
        self._reads = reads

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if named or any(isinstance(argument, Iterator) for argument in arguments):
            self._reads.can_be_asked = False
            return self._method(*arguments, **named)
        return _recorded(self._read._replace(arguments=arguments), self._method(*arguments), self._reads)


class _RecordedMapping(Mapping[Any, Any]):
    """A mapping that notes which entries were looked up; whoever goes through all of it has read all."""

    def __init__(self, read: Question, mapping: Mapping[Any, Any], reads: Reads) -> None:
        self._read = read
        self._mapping = mapping
        self._reads = reads

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
        self._reads.note(self._read, self._mapping)
        return self._mapping

    def _note(self, key: object) -> None:
        self._reads.note(self._read._replace(key=(key,)), self._mapping.get(key, _NOTHING))


def _recorded(read: Question, value: Any, reads: Reads) -> Any:
    if isinstance(value, Mapping):
        return _RecordedMapping(read, value, reads)
    reads.note(read, value)
    return value
