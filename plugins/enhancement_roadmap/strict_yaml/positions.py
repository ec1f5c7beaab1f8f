"""Where in a file a value stands. Composed when somebody asks, so that a clean run pays nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import yaml

from enhancement_roadmap.findings import Place
from enhancement_roadmap.strict_yaml.lines import lines_of
from enhancement_roadmap.strict_yaml.problem import ProblemError
from enhancement_roadmap.strict_yaml.reader import compose
from enhancement_roadmap.strict_yaml.scalars import scalar_at

Loc = Sequence[str | int]
"""Keys and indexes from the root to a value: ``("requirements", 2, "text")``."""


class Positions:
    """Finds the places of values in one YAML text.

    Args:
        file: how messages name the file.
        data: its text as UTF-8.
        line: line of the file on which the text starts, less one.
        column: columns by which the text is indented in the file.
    """

    def __init__(self, file: str, data: bytes, line: int = 0, column: int = 0) -> None:
        self.file = file
        self._data = data
        self._line = line
        self._column = column

    @property
    def content(self) -> bytes:
        """The text itself, as UTF-8."""
        return self._data

    def text(self) -> str:
        """The text itself, as well as it can be decoded."""
        return self._data.decode("utf-8", "replace")

    def of(self, line: int, column: int) -> Place:
        """The place in the file of a line and a column in the text."""
        return Place(self.file, line + self._line, column + self._column)

    def rest_of_line(self, place: Place) -> str:
        """The text from a place to the end of its line."""
        lines, number = lines_of(self._data).texts, place.line - self._line
        return lines[number - 1][place.column - self._column - 1 :] if 0 < number <= len(lines) else ""

    def of_value(self, loc: Loc) -> Place:
        """The place of a value, or of the nearest value around it that exists."""
        return self._place(self._find(loc)[1])

    def of_key(self, loc: Loc) -> Place:
        """The place of the key of a value."""
        key, value = self._find(loc)
        return self._place(key or value)

    def in_text(self, loc: Loc, words: str) -> Place:
        """The place of the first of some words in a text, however it is spread over lines; that of its key where they are not in it."""
        node = self._find(loc)[1]
        if isinstance(node, yaml.ScalarNode):
            scalar = scalar_at(node, lines_of(self._data))
            if (offset := scalar.written.find(words)) >= 0:
                found = scalar.place("", offset)
                return self.of(found.line, found.column)
        return self.of_key(loc)

    def _find(self, loc: Loc) -> tuple[yaml.Node | None, yaml.Node | None]:
        return _tree(self._data).find(tuple(loc))[:2]

    def _place(self, node: yaml.Node | None) -> Place:
        if node is None:
            return self.of(1, 1)
        return self.of(*lines_of(self._data).of(node.start_mark))


class _Tree:
    """The nodes of a text; each mapping is looked through once, however many of its keys are asked for, and so is the way to a list."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._entries: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}
        self._found: dict[tuple[str | int, ...], tuple[yaml.Node | None, yaml.Node | None, bool]] = {(): (None, root, True)}

    def find(self, loc: tuple[str | int, ...]) -> tuple[yaml.Node | None, yaml.Node | None, bool]:
        """Key and value at a place, or of the nearest value around it that exists, and whether it is the place itself."""
        around = loc[:-1]
        if around not in self._found:
            self._found[around] = self.find(around)
        nearest = self._found[around]
        if not loc or not nearest[2]:
            return nearest
        found = self._step(nearest[1], loc[-1])
        return (*found, True) if found else (*nearest[:2], False)

    def _step(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._entries:
                self._entries[id(node)] = {str(key.value): (key, value) for key, value in reversed(node.value)}
            return self._entries[id(node)].get(str(step))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None


@lru_cache(maxsize=2)
def _tree(data: bytes) -> _Tree:
    """Nodes of the text that was asked for last; two, because a duplicate names two places."""
    try:
        return _Tree(compose(data))
    except ProblemError:
        return _Tree(None)
