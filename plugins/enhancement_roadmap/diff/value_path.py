"""The path of a value in two roadmaps at once, and where that is in their files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from enhancement_roadmap.diff.entries import key_field
from enhancement_roadmap.diff.values import Step
from enhancement_roadmap.diff.version import FRAME_FILES, Version
from enhancement_roadmap.findings import Place
from enhancement_roadmap.model import Node

_NAMES = ("title", "name", "text", "label", "role")


class ValuePath(NamedTuple):
    """The path of a value.

    Attributes:
        path: from the root of the old roadmap's facts; entries of lists by id where they have one, else by their old index.
        old_file: the file of the old roadmap that has it; empty where none does.
        old: keys and indexes in this file.
        new_file: the file of the new roadmap.
        new: keys and indexes in that.
        owner: the innermost entry of a list around the value, as the new roadmap has it; None where it is in no list.
        own: the end of the path, from the owner on.
        around: the entries around it, the outermost first: the path of each from the one before, and the entry.
    """

    path: tuple[Step, ...]
    old_file: str = ""
    old: tuple[Step, ...] = ()
    new_file: str = ""
    new: tuple[Step, ...] = ()
    owner: Node | None = None
    own: tuple[Step, ...] = ()
    around: tuple[tuple[tuple[Step, ...], Node], ...] = ()

    @classmethod
    def of_file(cls, part: str) -> ValuePath:
        """The path of what a file other than an enhancement's holds.

        Args:
            part: ``about``, ``plan``, ``governance`` or ``metrics``.
        """
        return cls((part,), FRAME_FILES[part], (), FRAME_FILES[part], ())

    def field(self, name: str) -> ValuePath:
        """The path of a field of the value."""
        return ValuePath(
            (*self.path, name),
            self.old_file,
            (*self.old, name),
            self.new_file,
            (*self.new, name),
            self.owner,
            (*self.own, name),
            self.around,
        )

    def entry(self, step: Step, old: int, new: int, owner: Node) -> ValuePath:
        """The path of an entry that both lists have.

        Args:
            step: its id or its old index.
            old: its index in the old list.
            new: its index in the new list.
            owner: the new entry.
        """
        around = (*self.around, (self.own, owner))
        return ValuePath((*self.path, step), self.old_file, (*self.old, old), self.new_file, (*self.new, new), owner, (), around)

    def lone_entry(self, step: Step, *, old: int | None = None, new: int | None = None) -> ValuePath:
        """The path of an entry that only one of the lists has."""
        before = self.old if old is None else (*self.old, old)
        after = self.new if new is None else (*self.new, new)
        return self._replace(path=(*self.path, step), old=before, new=after, own=(*self.own, step))

    def words(self, name: str = "", *, last: bool = True) -> str:
        """The path as people would say it: "scope depends on", "metrics Daily active users: readings 1 May 2026".

        Args:
            name: what people call the entry at its end; default: its last step.
            last: whether the last step is said at all.
        """
        own = self.own[:-1] if not last else (*self.own[:-1], name) if name else self.own
        around = [_words((*path, name_of(entry))) for path, entry in self.around]
        return ": ".join(filter(None, (*around, _words(own))))

    @property
    def entries(self) -> Sequence[Node]:
        """The entries of lists around the value, the outermost first."""
        return [entry for _, entry in self.around]

    def place(self, before: Version, after: Version, *, is_gone: bool) -> Place:
        """Where it stands in the new data; in the old where it is gone."""
        if is_gone and self.old_file:
            return before.place(self.old_file, self.old)
        return after.place(self.new_file, self.new)

    def place_in_text(self, before: Version, after: Version, words: str, *, is_gone: bool) -> Place:
        """Where a paragraph stands, by its first words, which the last step of the path is the number of."""
        if is_gone and self.old_file:
            return before.place_in_text(self.old_file, self.old[:-1], words)
        return after.place_in_text(self.new_file, self.new[:-1], words)


def name_of(entry: Node) -> str:
    """What people call an entry of a list: its title, name or text, else what it is told apart by."""
    values = entry.__dict__
    for name in _NAMES:
        value = values.get(name)
        if value and isinstance(value, str):
            return value
    key = key_field(type(entry))
    return str(values[key]) if key else ""


def _words(steps: tuple[Step, ...]) -> str:
    return " ".join(str(step).replace("_", " ") for step in steps)
