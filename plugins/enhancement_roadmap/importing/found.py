"""What a source gives, whatever it was: what was found, where, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, Literal

from enhancement_roadmap.model.base import MAX_NUMBER
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import cut

SHOWN = 90
"""Characters of a line of the source that the report repeats."""


Sureness = Literal["became", "prose", "doubtful"]
"""Whether words became data, stay words, or should be looked at."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of some words of the source.

    Attributes:
        line: where they stand, counted from 1; 0 where they are about the whole document.
        kind: how sure that is.
        words: the words.
        what: what they became, or what is doubtful.
    """

    line: int
    kind: Sureness
    words: str
    what: str

    @property
    def shown(self) -> str:
        """The words as the report has them: on one line, and cut where they are long."""
        return cut(" ".join(self.words.split()), SHOWN)


@dataclass(slots=True)
class FoundRequirement:
    """A requirement, with what it is made of.

    Attributes:
        text: its words, on one line.
        line: where they stand.
        done: whether it is ticked.
        waived: why it need not be done; empty where it has to.
        parts: requirements in it.
    """

    text: str
    line: int
    done: bool = False
    waived: str = ""
    parts: list[FoundRequirement] = field(default_factory=list)

    def all(self) -> Iterator[FoundRequirement]:
        """It itself and all in it."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(slots=True)
class FoundEnhancement:
    """An enhancement.

    Attributes:
        title: its title, without number, key and marks.
        line: where it begins.
        number: what people call it by.
        key: another name, such as ``AUTH-12``.
        facts: values as a data file has them, by their keys.
        requirements: what has to be done.
        prose: pieces of Markdown that stay as they are.
        doubts: what of it is doubtful, for those who read its file.
        again: the lines in which the source begins to tell of it again.
    """

    title: str
    line: int
    number: int | None = None
    key: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    requirements: list[FoundRequirement] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    again: list[int] = field(default_factory=list)

    def be_called(self, name: str) -> None:
        """Take a number where it is one that data can have, and any other name as the key; what the title gives goes before."""
        if self.number is not None or self.key is not None or not name:
            return
        is_short = name.isascii() and name.isdecimal() and len(name) <= len(str(MAX_NUMBER))
        if is_short and 0 < int(name) <= MAX_NUMBER:
            self.number = int(name)
        else:
            self.key = name


@dataclass(slots=True)
class Found:
    """All that a source says.

    Attributes:
        source: what the source is called.
        about: values of ``roadmap.yml``, by their keys.
        plan: values of ``plan.yml``.
        governance: values of ``governance.yml``.
        metrics: those of ``metrics.yml``.
        enhancements: in the order of the source.
        notes: pieces of Markdown that belong to no enhancement.
        remarks: what became of what.
        boxes: how many check boxes the source has.
    """

    source: str
    about: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    governance: dict[str, Any] = field(default_factory=dict)
    metrics: list[dict[str, Any]] = field(default_factory=list)
    enhancements: list[FoundEnhancement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    boxes: int = 0

    def became(self, line: int, words: str, what: str) -> None:
        """Remark that words became data."""
        self.remarks.append(Remark(line, "became", words, what))

    def doubt(self, line: int, words: str, what: str) -> None:
        """Remark that words should be looked at."""
        self.remarks.append(Remark(line, "doubtful", words, what))

    def keep(self, line: int, words: str, where: list[str], what: str) -> None:
        """Let words stay as they are, and remark it."""
        if words.strip():
            where.append(words.rstrip())
            self.remarks.append(Remark(line, "prose", words.strip().partition("\n")[0], what))
