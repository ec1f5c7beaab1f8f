"""Whether what was read of a roadmap is still so in another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from numbers import Number
from operator import attrgetter
from typing import Any

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.reads.answers import NotedAnswer, Nothing, Reads
from enhancement_roadmap.model import Node

_PLAIN = (str, bytes, int, date, type(None))
"""Types whose values look the same where they are equal; of a number with a point, 8 and 8.0 do not."""


class SameAnswers:
    """Tells whether answers are still the same; each question is asked once, however many have asked it.

    Args:
        insight: the answers of now.
    """

    def __init__(self, insight: Insight) -> None:
        self._insight = insight
        self._known: dict[NotedAnswer, bool] = {}
        self._judged: dict[Reads, bool] = {}
        self._pairs: dict[tuple[int, int], bool] = {}
        self._compared: list[Any] = []
        self._values: dict[type, Callable[[Any], Iterable[Any]]] = {}

    def are(self, reads: Reads) -> bool:
        """Whether everything that was read is still so."""
        judged = self._judged.get(reads)
        if judged is None:
            judged = reads.can_be_asked and all(map(self._is, reads)) and all(map(self.are, reads.parts))
            self._judged[reads] = judged
        return judged

    def is_same(self, old: Any, new: Any) -> bool:
        """Whether something made of a roadmap that was, and the same made of the one of now, look the same; False where nobody can tell."""
        return self._same(old, new)

    def _is(self, answer: NotedAnswer) -> bool:
        known = self._known.get(answer)
        if known is None:
            try:
                now = answer.asked_again(self._insight)
            except (AttributeError, LookupError, TypeError, ValueError):
                now = Nothing()  # what was given to a method is there no more
            known = self._known[answer] = self._same(answer.value, now)
        return known

    def _same(self, old: Any, new: Any) -> bool:
        if old is new:
            return True
        if type(old) is not type(new):
            return False
        if isinstance(old, _PLAIN):
            return bool(old == new)
        pair = (id(old), id(new))
        known = self._pairs.get(pair)
        if known is None:
            known = self._pairs[pair] = self._same_inside(old, new)
            self._compared += (old, new)  # nothing else may get their ids meanwhile
        return known

    def _same_inside(self, old: Any, new: Any) -> bool:
        if isinstance(old, tuple | list):
            return len(old) == len(new) and self._are_same(old, new)
        if isinstance(old, Mapping):
            return len(old) == len(new) and self._are_same(old, new) and self._are_same(old.values(), new.values())
        if is_dataclass(old):
            values = self._values_of(type(old))
            return self._are_same(values(old), values(new))
        return isinstance(old, Node | Number | AbstractSet) and repr(old) == repr(new)

    def _are_same(self, olds: Iterable[Any], news: Iterable[Any]) -> bool:
        """Whether each of some values looks as the other in its place; most are the very same, or short texts."""
        for old, new in zip(olds, news, strict=True):
            if old is not new and not (old == new if type(old) is str and type(new) is str else self._same(old, new)):
                return False
        return True

    def _values_of(self, form: type) -> Callable[[Any], Iterable[Any]]:
        """Gives the values of the fields of a data class."""
        if form not in self._values:
            names = [field.name for field in fields(form)]
            self._values[form] = attrgetter(*names) if len(names) > 1 else partial(_one_value, names)
        return self._values[form]


def _one_value(names: list[str], record: Any) -> list[Any]:
    return [getattr(record, name) for name in names]
